"""Scenes: Backups, and all that is done with one."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import msgspec
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QRadioButton, QToolButton, QTreeView, QWidget

from holdfast.app import FileView
from holdfast.errors import Busy, NotFound
from holdfast_desktop.widgets.header import Chips
from tests.desktop import restoring
from tests.desktop.stage import Go, Scene, Stage, opens, page
from tests.support.fake_holdfast import NOW, FakeHoldfast
from tests.support.sample_rows import ROOT, crowded, empty
from tests.support.sample_services import BOTS, ENGINE, HOTEL, SHOP, served

SITE = "yoga-mitte.example"
LONG = "ein-sehr-langer-dateiname-mit-grüßen-und-ohne-ende-" * 4 + ".jpeg"
ODD = ("資料-株式会社みどり-2026年.pdf", "фото с отпуска.jpg", "🧘 retreat.png", "name\u202etxt.exe", "a\nb.txt", LONG)


def odd_files() -> FakeHoldfast:
    """File names that no one expects."""
    fake = crowded()
    fake.tree[""] = [FileView(f"{ROOT}/{n}", n, "file", 40_000 + len(n), NOW - timedelta(days=3)) for n in ODD] + fake.tree[""]
    return fake


def _old() -> FakeHoldfast:
    fake = crowded()
    fake.storage_views = [msgspec.structs.replace(one, synced_at=NOW - timedelta(hours=5)) for one in fake.storage_views]
    return fake


async def _by_file(stage: Stage, text: str = "php") -> None:
    stage.window.go("backups")
    await stage.settle(0.1)
    stage.find(Chips, "backupsHow").choose("file")
    stage.find(QLineEdit, "fileSearch").setText(text)
    await stage.settle(0.5)


async def _calendar(stage: Stage) -> None:
    stage.window.go("backups")
    await stage.settle(0.2)
    stage.find(QToolButton, "backupsCalendar").click()
    await stage.settle(0.1)


async def _site_calendar(stage: Stage) -> None:
    stage.window.open_site(SITE)
    await stage.settle(0.1)
    stage.find(QToolButton, "backupsCalendar").click()
    await stage.settle(0.1)


async def _open_folders(stage: Stage) -> None:
    stage.window.go("backups")
    await stage.settle(0.2)
    tree = stage.find(QTreeView, "fileTree")
    for path in ("wp-content", "themes"):
        rows = [tree.model().index(n, 0) for n in range(tree.model().rowCount())]
        for index in [one for top in rows for one in (top, *(tree.model().index(n, 0, top) for n in range(tree.model().rowCount(top))))]:
            if index.data() == path:
                tree.expand(index)
                await stage.settle(0.05)


async def _failing(stage: Stage, call: str, error: Exception) -> None:
    stage.fake.fail_with[call] = error  # type: ignore[assignment]  # one of ours
    stage.window.go("backups")
    await stage.settle(0.3)


async def _save(stage: Stage) -> QWidget:
    stage.window.flows.save_files(SITE, stage.fake.backup_rows[SITE][0], [f"{ROOT}/wp-content", *(f"{ROOT}/{name}" for name in ODD)])
    await stage.settle(0.1)
    return stage.dialog()


def restore_at(step: str, target: str = "", site: str = SITE, number: int = 0, what: str = "", paths: tuple[str, ...] = ()) -> Go:
    """The dialog at one of its steps."""

    async def go(stage: Stage) -> QWidget:
        stage.window.flows.restore(site, stage.fake.backup_rows[site][number].id, paths)
        await stage.settle(0.2)
        dialog = stage.dialog()
        at = "what" if paths else "when"
        wanted = restoring.STEPS.index(step)
        if wanted >= 1 and at == "when":
            await restoring.go_on(stage, dialog)
        if what:
            stage.find(QRadioButton, what, dialog).setChecked(True)
            if what == "restoreSome":
                stage.find(QCheckBox, "restorePartDatabase", dialog).setChecked(True)
            await stage.settle(0.1)
        if wanted >= 2:
            await restoring.to_target(stage, dialog, target, "what")
        await restoring.go_on(stage, dialog, max(0, wanted - 2))
        await stage.settle(0.1)
        return dialog

    return go


async def _restore_search(stage: Stage) -> QWidget:
    dialog = await restore_at("what", what="restoreFiles")(stage)
    assert isinstance(dialog, QWidget)
    stage.find(QLineEdit, "treeSearch", dialog).setText("php")
    await stage.settle(0.4)
    return dialog


async def _restore_delete(stage: Stage) -> QWidget:
    dialog = await restore_at("preview", "Live")(stage)
    assert isinstance(dialog, QWidget)
    stage.find(QCheckBox, "restoreDelete", dialog).setChecked(True)
    await stage.settle(0.1)
    return dialog


async def _restored(stage: Stage) -> None:
    async def restore(site: str, backup: str, **given: object) -> object:
        return stage.fake.start("restore", site, {"backup_id": backup, "confirmed": True, "files": 1_235, "safety_backup": {"id": "5afe"}})

    stage.fake.backups.restore = restore  # type: ignore[method-assign,assignment]  # with a safety backup
    dialog = await restore_at("preview", "Live")(stage)
    assert dialog is stage.dialog()
    await restoring.start(stage, stage.dialog(), SITE)
    await stage.settle(0.4)


async def _version(stage: Stage) -> QWidget:
    await _by_file(stage)
    stage.find(QPushButton, "versionRestore").click()
    await stage.settle(0.2)
    dialog = stage.dialog()
    stage.find(QPushButton, "restoreBack", dialog).click()
    await stage.settle(0.1)
    return dialog


async def _delete(stage: Stage) -> QWidget:
    stage.window.flows.delete(SITE, stage.fake.backup_rows[SITE][2:6])
    await stage.settle()
    return stage.dialog()


async def _delete_on(stage: Stage) -> QWidget:
    stage.window.flows.delete(HOTEL, stage.fake.backup_rows[HOTEL][5:6])
    await stage.settle(0.1)
    return stage.dialog()


async def _compare(stage: Stage) -> QWidget:
    stage.window.flows.compare(SITE, *stage.fake.backup_rows[SITE][:2])
    await stage.settle(0.1)
    return stage.dialog()


LOCKED = Busy("The keyring is locked.", code="KEY-LOCKED")
GONE = NotFound("The backup is gone.", code="NO-BACKUP")

SCENES: tuple[Scene, ...] = (
    Scene("backups-crowded", crowded, page("backups")),
    Scene("backups-small", crowded, page("backups"), (900, 600)),
    Scene("backups-empty", empty, page("backups")),
    Scene("backups-calendar", crowded, _calendar),
    Scene("backups-calendar-small", crowded, _calendar, (900, 600)),
    Scene("backups-calendar-site", crowded, _site_calendar),
    Scene("backups-files", crowded, _open_folders),
    Scene("backups-files-odd", odd_files, page("backups")),
    Scene("backups-files-failed", crowded, partial(_failing, call="backups.files", error=GONE)),
    Scene("backups-old", _old, page("backups")),
    Scene("backups-by-file", crowded, _by_file),
    Scene("backups-by-file-small", odd_files, partial(_by_file, text="dateiname"), (900, 600)),
    Scene("backups-nothing-found", crowded, partial(_by_file, text="no-such-file")),
    Scene("backups-locked", crowded, partial(_failing, call="backups.list", error=LOCKED)),
    Scene("backups-restored", crowded, _restored),
    Scene("backups-restored-small", crowded, _restored, (900, 600)),
    Scene("services-backups", served, page("backups")),
    Scene("dialog-service-backup", served, opens(lambda s: s.window.flows.back_up_with_options(SHOP))),
    Scene("dialog-service-restore", served, restore_at("what", site=SHOP, number=1)),
    Scene("dialog-service-restore-where", served, restore_at("where", "Live", HOTEL, 1)),
    Scene("dialog-service-restore-staging", served, restore_at("where", "Staging", BOTS)),
    Scene("dialog-service-restore-preview", served, restore_at("preview", "Live", HOTEL, 1, "restoreSome")),
    Scene("dialog-service-restore-confirm", served, restore_at("confirm", "Live", HOTEL, 1, "restoreSome")),
    Scene("dialog-service-restore-whole", served, restore_at("what", site=ENGINE, number=1)),
    Scene("dialog-service-delete", served, _delete_on),
    Scene("dialog-service-download", served, opens(lambda s: s.window.flows.download(SHOP, s.fake.backup_rows[SHOP][1]))),
    Scene("dialog-restore-when", crowded, restore_at("when")),
    Scene("dialog-restore-version", crowded, _version),
    Scene("dialog-restore-what", crowded, restore_at("what")),
    Scene("dialog-restore-parts", crowded, restore_at("what", what="restoreSome")),
    Scene("dialog-restore-files", odd_files, restore_at("what", what="restoreFiles")),
    Scene("dialog-restore-search", crowded, _restore_search),
    Scene("dialog-restore-given", crowded, restore_at("what", paths=tuple(f"{ROOT}/{name}" for name in (*ODD, "wp-config.php")))),
    Scene("dialog-restore-where", crowded, restore_at("where", "Folder")),
    Scene("dialog-restore-copy", crowded, restore_at("where", "Copy")),
    Scene("dialog-restore-preview", crowded, restore_at("preview", "Folder")),
    Scene("dialog-restore-live", crowded, _restore_delete),
    Scene("dialog-restore-confirm", crowded, restore_at("confirm", "Live")),
    Scene("dialog-save-files", crowded, _save),
    Scene("dialog-delete", crowded, _delete),
    Scene("dialog-compare", crowded, _compare),
    Scene("dialog-label", crowded, opens(lambda s: s.window.flows.back_up_with_label(SITE))),
)
