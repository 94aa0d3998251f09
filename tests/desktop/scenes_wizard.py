"""Scenes: Adding sites and storages."""

from __future__ import annotations

import asyncio
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QRadioButton, QWidget

from holdfast.errors import NotFound, RemoteError
from tests.desktop.stage import Go, Scene, Stage
from tests.support.fake_holdfast import FakeHoldfast
from tests.support.fake_services import found_at
from tests.support.sample_rows import crowded
from tests.support.sample_services import served

WARNED = [
    {"code": "HTTPS-TAKEN", "message": "", "hint": ""},
    {"code": "HOME-ELSEWHERE", "message": "The site calls itself https://zwei.example.", "hint": "Check that this is the right site."},
]


async def _wizard(stage: Stage) -> QWidget:
    stage.window.flows.add_site()
    await stage.settle(0.2)
    return stage.dialog()


async def _go_on(stage: Stage, dialog: QWidget, times: int = 1) -> QWidget:
    for _ in range(times):
        stage.find(QPushButton, "wizardNext", dialog).click()
        await stage.settle(0.3)
    return dialog


def _typed(address: str, answer: Any = None, then: int = 0) -> Go:
    """What was found at an address or in a folder, and `then` steps on."""

    async def go(stage: Stage) -> QWidget:
        if answer is not None:
            stage.fake.sites.network.found[address] = answer
        dialog = await _wizard(stage)
        stage.find(QLineEdit, "wizardAddress", dialog).setText(address)
        stage.find(QPushButton, "wizardNext", dialog).click()
        await stage.settle(0.6)
        return await _go_on(stage, dialog, then)

    return go


def _signing_in(way: str = "application-password", secret: str = "") -> Go:
    async def go(stage: Stage) -> QWidget:
        dialog = await _typed("fresh.example", None, 1)(stage)
        assert isinstance(dialog, QWidget)
        chosen = stage.find(QComboBox, "wizardWay", dialog)
        chosen.setCurrentIndex(chosen.findData(way))
        if way == "application-password":
            stage.find(QLineEdit, "wizardUser", dialog).setText("ada")
        if secret:
            stage.find(QLineEdit, "wizardSecret", dialog).setText(secret)
            await _go_on(stage, dialog)
        await stage.settle()
        return dialog

    return go


def _service(then: int) -> Go:
    async def go(stage: Stage) -> QWidget:
        dialog = await _signing_in(secret="abcd efgh ijkl mnop qrst uvwx")(stage)
        assert isinstance(dialog, QWidget)
        return await _go_on(stage, dialog, then)

    return go


def _first_folder(then: int) -> Go:
    """The very first site of a new home: a storage is made on the way."""

    async def go(stage: Stage) -> QWidget:
        dialog = await _typed("/home/mira/Sites/atelier-nord", None, 1)(stage)
        assert isinstance(dialog, QWidget)
        return await _go_on(stage, dialog, then)

    return go


async def _in_a_year(stage: Stage) -> QWidget:
    dialog = await _typed("/home/mira/Sites/atelier-nord", None, 2)(stage)
    assert isinstance(dialog, QWidget)
    stage.find(QPushButton, "wizardKeepLong", dialog).click()
    stage.find(QPushButton, "wizardInYear", dialog).click()
    weekly = stage.find(QComboBox, "wizardSchedule", dialog)
    weekly.setCurrentIndex(weekly.findData("weekly"))
    await stage.settle()
    return dialog


async def _installs(stage: Stage) -> QWidget:
    dialog = await _wizard(stage)
    stage.find(QPushButton, "wizardWpEngine", dialog).click()
    stage.find(QLineEdit, "wizardUser", dialog).setText("api-user")
    stage.find(QLineEdit, "wizardSecret", dialog).setText("api-password")
    await _go_on(stage, dialog)
    stage.find(QLineEdit, "wizardEmails", dialog).setText("mira@example.org")
    return dialog


async def _archives(stage: Stage) -> QWidget:
    dialog = await _wizard(stage)
    stage.find(QPushButton, "wizardArchives", dialog).click()
    await stage.settle()
    return dialog


LIST = "yoga.example\nweingut.example\nblocked.example\nlang.example/unterverzeichnis/mit/langem/namen\n/home/mira/Sites/atelier-nord"


async def _many(stage: Stage) -> QWidget:
    stage.fake.sites.network.found["blocked.example"] = RemoteError("blocked", code="SITE-BLOCKED", host="blocked.example")
    dialog = await _wizard(stage)
    stage.find(QPushButton, "wizardMany", dialog).click()
    stage.find(QPlainTextEdit, "wizardAddresses", dialog).setPlainText(LIST)
    stage.find(QPushButton, "wizardFindAll", dialog).click()
    await stage.settle(0.3)
    return dialog


async def _many_adding(stage: Stage) -> QWidget:
    stage.fake.approvals = asyncio.Event()
    dialog = await _many(stage)
    await _go_on(stage, dialog, 3)
    stage.find(QPushButton, "wizardFinish", dialog).click()
    await stage.settle(0.3)
    return dialog


async def _adopt(stage: Stage) -> QWidget:
    stage.window.flows.adopt()
    await stage.settle(0.1)
    return stage.dialog()


async def _adopt_plan(stage: Stage) -> QWidget:
    dialog = await _adopt(stage)
    stage.find(QLineEdit, "adoptPath", dialog).setText("/media/travel/backups")
    stage.find(QLineEdit, "adoptPassphrase", dialog).setText("copper-violin")
    stage.find(QPushButton, "adoptLook", dialog).click()
    await stage.settle(0.3)
    return stage.dialog()


async def _adopt_wrong(stage: Stage) -> QWidget:
    dialog = await _adopt(stage)
    stage.find(QLineEdit, "adoptPath", dialog).setText("/media/travel/backups")
    stage.find(QLineEdit, "adoptPassphrase", dialog).setText("wrong")
    stage.find(QPushButton, "adoptLook", dialog).click()
    await stage.settle(0.2)
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
    Scene("wizard-start", crowded, _wizard),
    Scene("wizard-start-folder", crowded, _typed("/home/mira/Sites/atelier-nord")),
    Scene("wizard-start-missing", crowded, _typed("/missing/folder")),
    Scene("wizard-start-found", served, _typed("fresh.example")),
    Scene("wizard-start-two", served, _typed("two.example", found_at("two.example", ("backup-copilot", "safeguard"), warnings=WARNED))),
    Scene("wizard-start-blocked", served, _typed("blocked.example", RemoteError("blocked", code="SITE-BLOCKED", host="blocked.example"))),
    Scene("wizard-start-none", served, _typed("none.example", NotFound("none", code="PLUGIN-MISSING", **found_at("none.example", ())))),
    Scene("wizard-sign-in", served, _signing_in()),
    Scene("wizard-sign-in-browser", served, _signing_in("browser")),
    Scene("wizard-sign-in-wrong", served, _signing_in(secret="wrong")),
    Scene("wizard-installs", served, _installs),
    Scene("wizard-archives", served, _archives),
    Scene("wizard-place-folder", crowded, _typed("/home/mira/Sites/atelier-nord", None, 1)),
    Scene("wizard-place-service", served, _service(0)),
    Scene("wizard-place-first", FakeHoldfast, _first_folder(0)),
    Scene("wizard-timing-folder", crowded, _typed("/home/mira/Sites/atelier-nord", None, 2)),
    Scene("wizard-timing-year", crowded, _in_a_year),
    Scene("wizard-timing-cost", served, _service(1)),
    Scene("wizard-review-service", served, _service(2)),
    Scene("wizard-review-kit", FakeHoldfast, _first_folder(2)),
    Scene("wizard-many", served, _many),
    Scene("wizard-many-adding", served, _many_adding),
    Scene("wizard-adopt", FakeHoldfast, _adopt),
    Scene("wizard-adopt-wrong", FakeHoldfast, _adopt_wrong),
    Scene("wizard-adopt-plan", FakeHoldfast, _adopt_plan),
    Scene("dialog-add-storage", crowded, _add_storage),
    Scene("dialog-add-bucket", crowded, _add_bucket),
    Scene("dialog-recovery-kit", crowded, _kit),
)
