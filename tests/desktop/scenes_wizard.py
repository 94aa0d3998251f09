"""Scenes: Adding sites and storages."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QRadioButton, QWidget

from holdfast.errors import RemoteError
from tests.desktop.stage import Go, Scene, Stage
from tests.support.fake_services import found_at
from tests.support.sample_rows import crowded
from tests.support.sample_services import served

WARNED = [
    {"code": "HTTPS-TAKEN", "message": "", "hint": ""},
    {"code": "HOME-ELSEWHERE", "message": "The site calls itself https://zwei.example.", "hint": "Check that this is the right site."},
]


async def _add_site(stage: Stage) -> QWidget:
    stage.window.flows.add_folder()
    await stage.settle(0.1)
    return stage.dialog()


async def _add_site_found(stage: Stage) -> QWidget:
    dialog = await _add_site(stage)
    stage.find(QLineEdit, "wizardPath", dialog).setText("/home/mira/Sites/atelier-nord")
    await stage.settle(0.7)
    return dialog


async def _add_site_place(stage: Stage) -> QWidget:
    dialog = await _add_site_found(stage)
    stage.find(QPushButton, "wizardNext", dialog).click()
    await stage.settle()
    return dialog


async def _connect(stage: Stage) -> QWidget:
    stage.window.flows.add_site()
    await stage.settle(0.1)
    return stage.dialog()


def _found(address: str, answer: Any = None) -> Go:
    async def go(stage: Stage) -> QWidget:
        if answer is not None:
            stage.fake.sites.network.found[address] = answer
        dialog = await _connect(stage)
        stage.find(QLineEdit, "wizardAddress", dialog).setText(address)
        stage.find(QPushButton, "wizardNext", dialog).click()
        await stage.settle(0.1)
        return dialog

    return go


def _signing_in(way: str = "application-password") -> Go:
    async def go(stage: Stage) -> QWidget:
        dialog = await _found("yoga-mitte.example")(stage)
        assert isinstance(dialog, QWidget)
        stage.find(QPushButton, "wizardNext", dialog).click()
        chosen = stage.find(QComboBox, "wizardWay", dialog)
        chosen.setCurrentIndex(chosen.findData(way))
        if way == "application-password":
            stage.find(QLineEdit, "wizardUser", dialog).setText("ada")
        await stage.settle()
        return dialog

    return go


async def _signed_in_wrong(stage: Stage) -> QWidget:
    dialog = await _signing_in()(stage)
    assert isinstance(dialog, QWidget)
    stage.find(QLineEdit, "wizardSecret", dialog).setText("wrong")
    stage.find(QLineEdit, "wizardName", dialog).setText("Yoga shop")
    stage.find(QPushButton, "wizardFinish", dialog).click()
    await stage.settle(0.2)
    return dialog


async def _connected(stage: Stage) -> QWidget:
    dialog = await _signing_in()(stage)
    assert isinstance(dialog, QWidget)
    stage.find(QLineEdit, "wizardSecret", dialog).setText("abcd efgh ijkl mnop qrst uvwx")
    stage.find(QLineEdit, "wizardName", dialog).setText("Yoga shop")
    stage.find(QPushButton, "wizardFinish", dialog).click()
    await stage.settle(0.3)
    return dialog


async def _installs(stage: Stage) -> QWidget:
    dialog = await _connect(stage)
    stage.find(QPushButton, "wizardWpEngine", dialog).click()
    stage.find(QLineEdit, "wizardUser", dialog).setText("api-user")
    stage.find(QLineEdit, "wizardSecret", dialog).setText("api-password")
    stage.find(QPushButton, "wizardNext", dialog).click()
    await stage.settle(0.2)
    stage.find(QLineEdit, "wizardEmails", dialog).setText("mira@example.org")
    return dialog


async def _add_storage(stage: Stage) -> QWidget:
    stage.window.flows.add_storage()
    await stage.settle(0.1)
    return stage.dialog()


async def _add_bucket(stage: Stage) -> QWidget:
    dialog = await _add_storage(stage)
    stage.find(QRadioButton, "storageKindS3", dialog).setChecked(True)
    stage.find(QLineEdit, "storageName", dialog).setText("Second bucket")
    stage.find(QLineEdit, "storageBucket", dialog).setText("mira-backups/sites")
    stage.find(QPushButton, "storageTest", dialog).click()
    await stage.settle(0.1)
    return dialog


async def _kit(stage: Stage) -> QWidget:
    dialog = await _add_storage(stage)
    stage.find(QLineEdit, "storageName", dialog).setText("Travel disk")
    stage.find(QLineEdit, "storagePath", dialog).setText("/media/travel")
    stage.find(QPushButton, "storageAdd", dialog).click()
    await stage.settle(0.2)
    return stage.dialog()


SCENES: tuple[Scene, ...] = (
    Scene("dialog-add-site", crowded, _add_site),
    Scene("dialog-add-site-found", crowded, _add_site_found),
    Scene("dialog-add-site-place", crowded, _add_site_place),
    Scene("dialog-connect", served, _connect),
    Scene("dialog-connect-found", served, _found("yoga-mitte.example")),
    Scene("dialog-connect-two", served, _found("two.example", found_at("two.example", ("backup-copilot", "safeguard"), warnings=WARNED))),
    Scene("dialog-connect-blocked", served, _found("blocked.example", RemoteError("blocked", code="SITE-BLOCKED", host="blocked.example"))),
    Scene("dialog-connect-sign-in", served, _signing_in()),
    Scene("dialog-connect-browser", served, _signing_in("browser")),
    Scene("dialog-connect-wrong", served, _signed_in_wrong),
    Scene("dialog-connect-installs", served, _installs),
    Scene("dialog-connect-done", served, _connected),
    Scene("dialog-add-storage", crowded, _add_storage),
    Scene("dialog-add-bucket", crowded, _add_bucket),
    Scene("dialog-recovery-kit", crowded, _kit),
)
