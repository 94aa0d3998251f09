"""Settings: every one has a place, is saved at once, can be taken back, and says beside itself what it cannot be."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLabel, QLineEdit, QListWidget, QPushButton, QSpinBox, QToolButton, QWidget

from holdfast.app.missing_secrets import WHAT
from holdfast.app.telling import EndpointView
from holdfast.errors import Busy
from holdfast.state.settings import Settings
from holdfast.verdict import Reason
from holdfast_desktop.dialogs.taken import need_words, noun_word
from holdfast_desktop.event_loop import is_there
from holdfast_desktop.pages.settings import SettingsPage
from tests.desktop.conftest import Play
from tests.desktop.stage import Stage
from tests.support.fake_holdfast import FakeHoldfast


async def open_settings(stage: Stage, section: str = "general") -> SettingsPage:
    stage.window.go("settings")
    page = cast(SettingsPage, stage.window.pages["settings"])
    page.show_section(section)
    await stage.until(page.complete)
    await stage.settle()
    return page


def is_shown(stage: Stage, name: str) -> bool:
    return any(one.isVisible() for one in stage.window.pages["settings"].findChildren(QWidget, name))


def set_calls(fake: FakeHoldfast) -> list[tuple[str, Any]]:
    return [(given["name"], given["value"]) for name, given in fake.calls if name == "settings.set"]


def test_every_setting_of_the_core_has_a_place(play: Play, fake: FakeHoldfast) -> None:
    """A default is shown everywhere; another value, set elsewhere, moves some control."""
    other: dict[str, Any] = {
        "concurrent_jobs": 5, "low_priority": False, "upload_limit": 512, "download_limit": 256, "metered": "small", "large_mb": 50,
        "networks": ["Home"], "daily_transfer_mb": 1500, "battery_level": 55, "quiet_hours": "22:00-07:00", "minutes_after_login": 9,
        "keep_awake": False, "overdue_days": 3, "drill_days": 14, "read_back_mb": 2500, "poll_seconds": 9, "retention": "long",
        "safety_backup": False, "theme": "dark", "language": "de", "units": "KiB", "log_days": 7, "show_tray": False,
        "close_to_tray": False, "notify": False, "quiet_about": ["drill"], "onboarding_done": True,
    }  # fmt: skip
    assert set(other) == set(Settings.__struct_fields__)

    def state(stage: Stage) -> dict[str, Any]:
        page = stage.window.pages["settings"]
        found: dict[str, Any] = {one.objectName(): one.isChecked() for one in page.findChildren(QCheckBox)}
        found |= {one.objectName(): one.value() for one in page.findChildren(QSpinBox)}
        found |= {one.objectName(): one.currentData() for one in page.findChildren(QComboBox)}
        return found | {one.objectName(): one.text() for one in page.findChildren(QLineEdit)}

    async def scene(stage: Stage) -> None:
        await open_settings(stage)
        for name, value in other.items():
            before = state(stage)
            fake.value = msgspec.convert({**msgspec.to_builtins(Settings()), name: value}, Settings)
            stage.window.pages["settings"].shown()
            await stage.settle(0.01)
            assert state(stage) != before, f"{name} is shown nowhere"
            fake.value = Settings()
            stage.window.pages["settings"].shown()
            await stage.settle(0.01)
        assert set_calls(fake) == [], "showing settings changes none"

    play(scene)


def test_a_change_is_saved_at_once_and_taken_back(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        await open_settings(stage, "limits")
        stage.find(QSpinBox, "settingsJobs").setValue(6)
        stage.find(QCheckBox, "settingsKeepAwake").click()
        await stage.settle()
        assert (fake.value.concurrent_jobs, fake.value.keep_awake) == (6, False)
        undo = stage.find(QPushButton, "settingsUndo")
        undo.click()
        await stage.settle()
        assert stage.find(QCheckBox, "settingsKeepAwake").isChecked()
        undo.click()
        await stage.settle()
        assert fake.value == Settings()
        assert stage.find(QSpinBox, "settingsJobs").value() == 2
        assert not is_shown(stage, "settingsUndo")

    play(scene)


def test_a_value_that_cannot_be_is_explained_beside_its_field(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        await open_settings(stage, "limits")
        hours = stage.find(QLineEdit, "settingsQuietHours")
        for text in ("late", "22:00-07:00"):
            hours.setText(text)
            hours.setModified(True)
            hours.editingFinished.emit()
            await stage.settle()
            assert bool(hours.property("wrong")) is (text == "late")
            assert is_shown(stage, "settingsQuietHoursWrong") is (text == "late")
        assert fake.value.quiet_hours == "22:00-07:00"

    play(scene)


def test_the_network_of_now_is_added_by_its_name(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        await open_settings(stage, "limits")
        assert stage.find(QLabel, "settingsNetworkNow").text() == "Studio Wi-Fi"
        stage.find(QPushButton, "settingsNetworkAdd").click()
        await stage.settle()
        assert fake.value.networks == ("Studio Wi-Fi",)

    play(scene)


def test_the_search_finds_settings_of_all_sections(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        page = await open_settings(stage, "updates")
        stage.find(QLineEdit, "settingsSearch").setText("battery")
        await stage.settle()
        assert stage.find(QSpinBox, "settingsBattery")
        shown = [one.objectName() for kind in (QSpinBox, QComboBox) for one in page.findChildren(kind) if one.isVisible()]
        assert shown == ["settingsBattery"]
        stage.find(QLineEdit, "settingsSearch").setText("no such thing")
        stage.find(QPushButton, "settingsNothingButton").click()
        await stage.settle()
        assert stage.find(QLabel, "settingsVersion"), "back where it was"
        assert any(word == "limits" for _, word in page.titles())

    play(scene)


def test_kinds_of_notices_are_switched_off_one_by_one(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        await open_settings(stage, "notifications")
        for name in ("settingsNotifyRecovered", "settingsNotifyDrill", "settingsNotifyRecovered"):
            stage.find(QCheckBox, name).click()
            await stage.settle()
        assert fake.value.quiet_about == ("drill",)
        stage.find(QPushButton, "settingsNoticeTest").click()
        await stage.settle()
        assert len(fake.notices.shown) == 1

    play(scene)


def test_a_receiver_is_changed_without_entering_its_address_again(play: Play, fake: FakeHoldfast) -> None:
    both = ("yoga-mitte.example", "Café Morgenrot")
    fake.telling.rows = [EndpointView("Office", "webhook", "hooks.example", ("backup.failed", "drill.failed"), both)]

    async def scene(stage: Stage) -> None:
        await open_settings(stage, "notifications")
        stage.find(QToolButton, "receiverEdit").click()
        dialog = stage.dialog()
        assert stage.find(QComboBox, "receiverSite", dialog).currentText() == ", ".join(both)
        assert not stage.find(QCheckBox, "receiverEventBackupCompleted", dialog).isChecked()
        stage.find(QCheckBox, "receiverEventRestoreFailed", dialog).click()
        stage.find(QPushButton, "receiverAdd", dialog).click()
        await stage.settle()
        asked = next(given for name, given in reversed(fake.calls) if name == "telling.edit")
        assert asked == {
            "name": "Office", "events": ("backup.failed", "restore.failed", "drill.failed"), "sites": both, "ca_file": None,
        }  # fmt: skip
        stage.find(QToolButton, "receiverEdit").click()
        dialog = stage.dialog()
        stage.find(QLineEdit, "receiverAddress", dialog).setText("https://new.example/hook")
        stage.find(QComboBox, "receiverSite", dialog).setCurrentIndex(0)
        stage.find(QPushButton, "receiverAdd", dialog).click()
        await stage.settle()
        asked = next(given for name, given in reversed(fake.calls) if name == "telling.edit")
        assert (asked["address"], asked["sites"]) == ("https://new.example/hook", ())

    play(scene)


def test_everything_that_comes_from_elsewhere_has_words() -> None:
    """The words the core has for records, and for what a person has to do."""
    for noun in ("site", "storage", "account", "schedule", "setting", "receiver", "pause"):
        assert noun_word(noun) != noun
    for what in WHAT:
        assert need_words(what) != what, what


def test_a_webhook_is_added_tried_and_removed(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        await open_settings(stage, "notifications")
        stage.find(QPushButton, "receiverAddWebhook").click()
        dialog = stage.dialog()
        add = stage.find(QPushButton, "receiverAdd", dialog)
        add.click()
        assert stage.find(QLabel, "receiverDialogMessage", dialog).text()
        stage.find(QLineEdit, "receiverName", dialog).setText("Office")
        stage.find(QLineEdit, "receiverAddress", dialog).setText("ftp://hooks.example")
        add.click()
        await stage.settle()
        assert stage.find(QLabel, "receiverDialogMessage", dialog).text().startswith("The address must begin")
        stage.find(QLineEdit, "receiverAddress", dialog).setText("https://hooks.example/holdfast")
        stage.find(QCheckBox, "receiverEventBackupCompleted", dialog).click()
        add.click()
        await stage.settle()
        given = next(arguments for name, arguments in reversed(fake.calls) if name == "telling.add")
        assert (given["kind"], given["name"], given["sites"]) == ("webhook", "Office", ())
        assert "backup.completed" not in given["events"]
        assert len(given["events"]) == 4
        secret = stage.dialog()
        assert stage.find(QLabel, "receiverSecretText", secret).text().startswith("whsec_")
        secret.reject()
        stage.find(QPushButton, "receiverTest").click()
        await stage.settle()
        assert ("telling.test", {"name": "Office"}) in fake.calls
        stage.find(QLabel, "receiverTitle")
        page = cast(SettingsPage, stage.window.pages["settings"])
        page.notifying.receivers.remove(fake.telling.rows[0])
        await stage.settle()
        stage.find(QPushButton, "questionRemove", stage.dialog()).click()
        await stage.settle()
        assert fake.telling.rows == []
        assert stage.find(QLabel, "receiversNone")

    play(scene)


def test_a_locked_password_store_is_said_and_unlocked(play: Play, fake: FakeHoldfast) -> None:
    fake.attention = (("yoga-mitte.example", Reason("KEY-LOCKED")),)

    async def scene(stage: Stage) -> None:
        await open_settings(stage, "security")
        stage.find(QPushButton, "settingsUnlock").click()
        await stage.settle()
        assert "unlock_secrets" in fake.names()
        assert not is_shown(stage, "settingsUnlock")

    play(scene)


def test_a_store_that_stays_locked_says_what_helps(play: Play, fake: FakeHoldfast) -> None:
    fake.attention = (("yoga-mitte.example", Reason("KEY-LOCKED")),)
    fake.fail_with["unlock_secrets"] = Busy("It is locked.", code="KEY-LOCKED", hint="Unlock it in your system.")

    async def scene(stage: Stage) -> None:
        page = await open_settings(stage, "security")
        stage.find(QPushButton, "settingsUnlock").click()
        await stage.settle()
        wrong = [one.text() for one in page.findChildren(QLabel) if one.isVisible() and one.objectName().endswith("Wrong")]
        assert len(wrong) == 1

    play(scene)


def test_the_bundle_is_read_before_it_is_saved(play: Play, fake: FakeHoldfast, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        await open_settings(stage, "diagnostics")
        stage.find(QPushButton, "settingsDoctor").click()
        await stage.settle()
        assert len([one for one in stage.window.findChildren(QLabel, "doctorFinding") if one.isVisible()]) == 5
        stage.find(QPushButton, "settingsBundle").click()
        await stage.settle()
        dialog = stage.dialog()
        files = stage.find(QListWidget, "bundleFiles", dialog)
        files.item(3).setCheckState(Qt.CheckState.Unchecked)
        stage.find(QPushButton, "bundleSave", dialog).click()
        chooser = dialog.findChild(QFileDialog, "saveDialog")
        assert isinstance(chooser, QFileDialog)
        chooser.fileSelected.emit(str(tmp_path / "b.zip"))
        chooser.reject()
        await stage.settle()
        saved = next(given for name, given in fake.calls if name == "save_diagnostics")
        assert saved["names"] == ("README.txt", "report.txt", "settings.json", "logs/jobs/a1.log")
        assert not is_there(dialog)

    play(scene)


@pytest.mark.parametrize("nothing", [False, True])
def test_settings_from_elsewhere_come_after_their_plan_was_seen(play: Play, fake: FakeHoldfast, nothing: bool) -> None:
    fake.adopting.nothing = nothing

    async def scene(stage: Stage) -> None:
        page = await open_settings(stage, "diagnostics")
        page.diagnostics.plan_import("settings.json")
        await stage.settle()
        dialog = stage.dialog()
        asked = [given["dry_run"] for name, given in fake.calls if name == "adopting.bring"]
        assert asked == [True]
        if nothing:
            assert stage.find(QLabel, "takeNothing", dialog)
            dialog.reject()
            return
        stage.find(QPushButton, "takeConfirm", dialog).click()
        await stage.settle()
        assert [given["dry_run"] for name, given in fake.calls if name == "adopting.bring"] == [True, False]

    play(scene)


def test_starting_with_the_session_is_said_where_it_fails(play: Play) -> None:
    turned: list[bool] = []

    def turn(on: bool) -> None:
        turned.append(on)
        if not on:
            raise OSError("read-only")

    async def scene(stage: Stage) -> None:
        page = await open_settings(stage)
        page.offer_autostart(lambda: False, turn)
        switch = page.findChild(QCheckBox, "settingsAutostart")
        assert isinstance(switch, QCheckBox)
        await stage.until(switch.isEnabled)
        switch.click()
        await stage.until(lambda: turned == [True])
        switch.click()
        wrong = page.findChild(QLabel, "settingsAutostartWrong")
        assert isinstance(wrong, QLabel)
        await stage.until(wrong.isVisible)
        assert "read-only" in wrong.text()

    play(scene)
