"""Scenes: Backups, and all that is done with one."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QRadioButton, QWidget

from holdfast_desktop.widgets.header import Chips
from tests.desktop.stage import Go, Scene, Stage, opens, page
from tests.support.sample_rows import crowded, empty
from tests.support.sample_services import ENGINE, HOTEL, SHOP, served


async def _by_file(stage: Stage) -> None:
    stage.window.go("backups")
    await stage.settle(0.1)
    stage.find(Chips, "backupsHow").choose("file")
    stage.find(QLineEdit, "fileSearch").setText("php")
    await stage.settle(0.5)


async def _nothing_found(stage: Stage) -> None:
    await _by_file(stage)
    stage.find(QLineEdit, "fileSearch").setText("no-such-file")
    await stage.settle(0.5)


async def _locked(stage: Stage) -> None:
    from holdfast.errors import Busy

    stage.fake.fail_with["backups.list"] = Busy("The keyring is locked.", code="KEY-LOCKED")
    stage.window.go("backups")
    await stage.settle(0.3)


async def _restore(stage: Stage) -> QWidget:
    site = "yoga-mitte.example"
    stage.window.flows.restore(site, stage.fake.backup_rows[site][0].id)
    await stage.settle(0.1)
    return stage.dialog()


async def _restore_files(stage: Stage) -> QWidget:
    dialog = await _restore(stage)
    stage.find(QRadioButton, "restoreFiles", dialog).setChecked(True)
    await stage.settle(0.1)
    return dialog


async def _restore_parts(stage: Stage) -> QWidget:
    dialog = await _restore(stage)
    stage.find(QRadioButton, "restoreSome", dialog).setChecked(True)
    await stage.settle()
    return dialog


async def _restore_where(stage: Stage) -> QWidget:
    dialog = await _restore(stage)
    stage.find(QPushButton, "restoreNext", dialog).click()
    await stage.settle()
    return dialog


async def _restore_live(stage: Stage) -> QWidget:
    dialog = await _restore_where(stage)
    stage.find(QRadioButton, "restoreToLive", dialog).setChecked(True)
    stage.find(QPushButton, "restoreNext", dialog).click()
    await stage.settle(0.1)
    return dialog


def _restore_on(site: str, confirm: bool) -> Go:
    async def go(stage: Stage) -> QWidget:
        stage.window.flows.restore(site, stage.fake.backup_rows[site][1].id)
        await stage.settle(0.2)
        dialog = stage.dialog()
        some = [w for w in dialog.findChildren(QRadioButton, "restoreSome") if w.isVisible()]
        if some:
            some[0].setChecked(True)
            stage.find(QCheckBox, "restorePartDatabase", dialog).setChecked(True)
        if confirm:
            stage.find(QPushButton, "restoreNext", dialog).click()
        await stage.settle()
        return dialog

    return go


async def _delete(stage: Stage) -> QWidget:
    site = "yoga-mitte.example"
    stage.window.flows.delete(site, stage.fake.backup_rows[site][2:6])
    await stage.settle()
    return stage.dialog()


async def _delete_on(stage: Stage) -> QWidget:
    stage.window.flows.delete(HOTEL, stage.fake.backup_rows[HOTEL][5:6])
    await stage.settle(0.1)
    return stage.dialog()


async def _compare(stage: Stage) -> QWidget:
    site = "yoga-mitte.example"
    stage.window.flows.compare(site, *stage.fake.backup_rows[site][:2])
    await stage.settle(0.1)
    return stage.dialog()


SCENES: tuple[Scene, ...] = (
    Scene("backups-crowded", crowded, page("backups")),
    Scene("backups-small", crowded, page("backups"), (900, 600)),
    Scene("backups-empty", empty, page("backups")),
    Scene("backups-by-file", crowded, _by_file),
    Scene("backups-nothing-found", crowded, _nothing_found),
    Scene("backups-locked", crowded, _locked),
    Scene("services-backups", served, page("backups")),
    Scene("dialog-service-backup", served, opens(lambda s: s.window.flows.back_up_with_options(SHOP))),
    Scene("dialog-service-restore", served, _restore_on(SHOP, False)),
    Scene("dialog-service-restore-confirm", served, _restore_on(HOTEL, True)),
    Scene("dialog-service-restore-whole", served, _restore_on(ENGINE, False)),
    Scene("dialog-service-delete", served, _delete_on),
    Scene("dialog-service-download", served, opens(lambda s: s.window.flows.download(SHOP, s.fake.backup_rows[SHOP][1]))),
    Scene("dialog-restore-what", crowded, _restore),
    Scene("dialog-restore-parts", crowded, _restore_parts),
    Scene("dialog-restore-files", crowded, _restore_files),
    Scene("dialog-restore-where", crowded, _restore_where),
    Scene("dialog-restore-live", crowded, _restore_live),
    Scene("dialog-delete", crowded, _delete),
    Scene("dialog-compare", crowded, _compare),
    Scene("dialog-label", crowded, opens(lambda s: s.window.flows.back_up_with_label("yoga-mitte.example"))),
)
