"""Storage and settings through the real door: a rule previewed and applied, passphrases, a ping, settings in the real file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QListWidget, QPushButton, QSpinBox, QWidget

from holdfast.app import Holdfast, demo
from holdfast_desktop.pages.settings import SettingsPage
from holdfast_desktop.widgets.size_chart import SizeChart
from tests.desktop.for_real import ForReal
from tests.desktop.stage import Stage
from tests.support.sink import Sink


def test_a_storage_is_looked_after_and_settings_are_saved(for_real: ForReal, tmp_path: Path) -> None:
    async def two_backups(door: Holdfast) -> None:
        await demo.prepare(door, tmp_path / "demo")
        for _ in range(2):
            await (await door.backups.create([demo.SITE])).value()
            demo.change(tmp_path / "demo")
        await door.storages.sync(demo.STORAGE)

    async def story(stage: Stage) -> None:
        await stage.until(lambda: bool(stage.desk.storages()))
        await thin_out(stage)
        await other_passphrases(stage, tmp_path)
        await tell_somebody(stage)
        await settle_settings(stage, tmp_path)

    for_real(story, before=two_backups)


def shown(stage: Stage, name: str) -> bool:
    return any(widget.isVisible() for widget in stage.window.findChildren(QWidget, name))


async def thin_out(stage: Stage) -> None:
    """Only the last backup stays; what goes was counted first."""
    stage.window.go("storage")
    chart = stage.window.findChild(SizeChart, "storageChart")
    assert isinstance(chart, SizeChart)
    await stage.until(lambda: "2 backups" in chart.accessibleDescription())
    stage.find(QPushButton, "storageRetention").click()
    await stage.until(lambda: shown(stage, "keepingDialog"))
    dialog = stage.dialog()
    stage.find(QPushButton, "keepPresetCustom", dialog).click()
    for name in ("Daily", "Weekly", "Monthly"):
        stage.find(QSpinBox, f"policy{name}", dialog).setValue(0)
    stage.find(QSpinBox, "policyLast", dialog).setValue(1)
    await stage.until(lambda: shown(stage, "keepingRemove"))
    assert stage.find(QListWidget, "keepingLines", dialog).count() == 1
    stage.find(QPushButton, "keepingRemove", dialog).click()
    await stage.until(lambda: [job.verb for job in stage.desk.live.finished()] == ["forget"])
    assert stage.desk.live.finished()[0].outcome == "success", stage.desk.live.finished()[0].failure
    assert len((await stage.desk.app.backups.list(demo.SITE, refresh=True)).items) == 1
    assert (await stage.desk.app.storages.show(demo.STORAGE)).retention == "last=1"


async def other_passphrases(stage: Stage, tmp_path: Path) -> None:
    """One more, and another in place of the one in use: the backup is still there afterwards."""
    stage.find(QPushButton, "storageKeys").click()
    await stage.until(lambda: shown(stage, "key0"))
    dialog = stage.dialog()
    stage.find(QPushButton, "keyAdd", dialog).click()
    new = stage.dialog()
    for name in ("newPassphrase", "newPassphraseAgain"):
        stage.find(QLineEdit, name, new).setText("several words for the safe")
    stage.find(QPushButton, "newPassphraseAccept", new).click()
    await stage.until(lambda: shown(stage, "key1"))
    stage.find(QPushButton, "keyChange", dialog).click()
    stage.find(QPushButton, "newPassphraseMake", stage.dialog()).click()
    await stage.until(lambda: shown(stage, "recoveryPassphrase"))
    assert stage.find(QLabel, "recoveryPassphrase").text().count("-") == 5
    stage.find(QCheckBox, "recoveryKept").click()
    stage.find(QPushButton, "recoveryDone").click()
    keys = await stage.desk.app.storages.keys.list(demo.STORAGE)
    assert [key.current for key in keys].count(True) == 1
    assert len(keys) == 2
    dialog.reject()


async def tell_somebody(stage: Stage) -> None:
    """A ping to a server that is there, tried from Settings."""
    with Sink(200) as sink:
        stage.window.go("settings")
        page = cast(SettingsPage, stage.window.pages["settings"])
        page.show_section("notifications")
        await stage.until(lambda: shown(stage, "receiversNone"))
        stage.find(QPushButton, "receiverAddPing").click()
        dialog = stage.dialog()
        stage.find(QLineEdit, "receiverName", dialog).setText("checks")
        stage.find(QLineEdit, "receiverAddress", dialog).setText(f"http://127.0.0.1:{sink.port}/ping/0123")
        stage.find(QPushButton, "receiverAdd", dialog).click()
        await stage.until(lambda: shown(stage, "receiver0"))
        stage.find(QPushButton, "receiverTest").click()
        await stage.until(lambda: bool(sink.got))
        assert sink.got[0].path.startswith("/ping/0123")


async def settle_settings(stage: Stage, tmp_path: Path) -> None:
    """Saved in the file at once; what cannot be is refused, and the file stays."""
    page = cast(SettingsPage, stage.window.pages["settings"])
    page.show_section("limits")
    await stage.settle(0.2)
    hours = stage.find(QLineEdit, "settingsQuietHours")
    for text in ("22:00-07:00", "whenever"):
        hours.setText(text)
        hours.setModified(True)
        hours.editingFinished.emit()
        await stage.settle(0.2)
    await stage.until(lambda: shown(stage, "settingsQuietHoursWrong"))
    saved = [json.loads(path.read_text()) for path in (tmp_path / "home").rglob("settings.json")]
    assert [one["quiet_hours"] for one in saved] == ["22:00-07:00"]
    page.show_section("diagnostics")
    stage.find(QPushButton, "settingsDoctor").click()
    await stage.until(lambda: shown(stage, "doctorFinding"))
