"""The wizard that adds sites: what it asks, what it keeps, what it says; over a made-up door."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from holdfast.errors import HoldfastError, NetworkError, NotFound, RemoteError, UsageError
from holdfast_desktop.dialogs.add_storage import RecoveryKit
from holdfast_desktop.event_loop import is_there
from tests.desktop import adding
from tests.desktop.conftest import Play
from tests.desktop.stage import Stage, raise_stage
from tests.support.fake_holdfast import FakeHoldfast
from tests.support.fake_services import found_at

FOLDER = "/home/mira/Sites/atelier-sued"
PASSWORD = "abcd efgh ijkl mnop qrst uvwx"


def asked(fake: FakeHoldfast, call: str) -> dict[str, Any]:
    """The arguments of the newest call of that name."""
    return next(given for name, given in reversed(fake.calls) if name == call)


def text(stage: Stage, name: str, dialog: QDialog) -> str:
    """What the label says; empty while it is not in sight."""
    return next((one.text() for one in dialog.findChildren(QLabel, name) if one.isVisible()), "")


def click(stage: Stage, name: str, dialog: QDialog) -> None:
    stage.find(QPushButton, name, dialog).click()


def test_a_folder_becomes_a_site_with_a_schedule_and_its_first_backup(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        dialog = await adding.opened(stage)
        assert not adding.next_button(stage, dialog).isEnabled()
        stage.find(QLineEdit, "wizardAddress", dialog).setText(FOLDER)
        await stage.until(lambda: "WordPress 6.8.3" in text(stage, "wizardSystem", dialog), 5)
        adding.next_button(stage, dialog).click()
        assert stage.find(QLineEdit, "wizardName", dialog).text() == "atelier-sued"
        assert "964 MB to back up, 286 MB left out" in text(stage, "wizardWhat", dialog)
        assert "84.0 MB" in stage.find(QCheckBox, "wizardPresetCaches", dialog).text()
        await adding.finish(stage, dialog, back_up=True)
        await stage.settle(0.3)
        given = asked(fake, "sites.add")
        assert (given["path"], given["storage"], given["presets"], given["retention"]) == (
            FOLDER,
            "Studio disk",
            ("wordpress",),
            "standard",
        )
        assert asked(fake, "schedules.add") == {"site": "atelier-sued", "every": "daily"}
        assert asked(fake, "backups.create")["sites"] == ("atelier-sued",)

    play(scene)


def test_no_way_needs_more_than_six_fields(play: Play) -> None:
    """What stands in every step together: lines to type in and lists to choose from that are in sight by themselves."""

    async def scene(stage: Stage) -> None:
        dialog = await adding.opened(stage)
        seen: set[str] = set()

        def look() -> None:
            for one in [*dialog.findChildren(QLineEdit), *dialog.findChildren(QComboBox)]:
                if one.isVisible() and one.objectName().startswith("wizard"):
                    seen.add(one.objectName())

        look()
        await adding.found(stage, dialog, "fresh.example")
        adding.next_button(stage, dialog).click()
        ways = stage.find(QComboBox, "wizardWay", dialog)
        ways.setCurrentIndex(ways.findData("application-password"))
        look()
        stage.find(QLineEdit, "wizardUser", dialog).setText("ada")
        stage.find(QLineEdit, "wizardSecret", dialog).setText(PASSWORD)
        for name in ("wizardStorage", "wizardSchedule"):
            adding.next_button(stage, dialog).click()
            await stage.until(lambda name=name: adding.shows(dialog, name))  # type: ignore[misc]  # bound at once
            look()
        assert seen == {"wizardAddress", "wizardWay", "wizardUser", "wizardSecret", "wizardName", "wizardStorage", "wizardSchedule"}
        typed = seen - {"wizardWay"}  # the way is preselected
        assert len(typed) <= 6

    play(scene)


@pytest.mark.parametrize(
    ("error", "ticks"),
    [
        (NetworkError("x", code="NET-DNS", host="bad.example"), ["Not reachable"]),
        (NetworkError("It expired on 1 May.", code="TLS-BAD", host="bad.example"), ["Reachable", "The certificate is not trusted"]),
        (RemoteError("x", code="NOT-WORDPRESS", host="bad.example"), ["Reachable", "No WordPress interface"]),
        (
            NotFound("x", code="PLUGIN-MISSING", **found_at("bad.example", ())),
            ["Reachable", "HTTPS", "WordPress answers", "No backup plugin that Holdfast knows", "Sign-in in the browser"],
        ),
    ],
)
def test_the_ticks_say_how_far_it_came(play: Play, fake: FakeHoldfast, error: HoldfastError, ticks: list[str]) -> None:
    fake.sites.network.found["bad.example"] = error

    async def scene(stage: Stage) -> None:
        dialog = await adding.opened(stage)
        stage.find(QLineEdit, "wizardAddress", dialog).setText("bad.example")
        adding.next_button(stage, dialog).click()
        await stage.settle(0.1)
        box = stage.find(QWidget, "wizardTicks", dialog)
        assert [one.text() for one in box.findChildren(QLabel) if one.text() and one.isVisibleTo(box)] == ticks
        assert adding.next_button(stage, dialog).text() == "Find", "it can be tried again"
        assert adding.next_button(stage, dialog).isEnabled()

    play(scene)


def test_the_signs_of_wp_engine_are_seen_and_offered(play: Play, fake: FakeHoldfast) -> None:
    told = found_at("at-engine.example", (), namespaces=["wp/v2", "wpe/cache-plugin/v1", "wpe_sign_on_plugin/v1"])
    fake.sites.network.found["at-engine.example"] = NotFound("none", code="PLUGIN-MISSING", **told)

    async def scene(stage: Stage) -> None:
        dialog = await adding.opened(stage)
        await adding.found(stage, dialog, "at-engine.example")
        assert any(one.text() == "Hosted at WP Engine" for one in dialog.findChildren(QLabel))
        adding.next_button(stage, dialog).click()
        assert "WP Engine" in text(stage, "dialogIntro", dialog)

    play(scene)


def test_what_was_typed_stays_when_one_goes_back_or_is_refused(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        dialog = await adding.opened(stage)
        await adding.found(stage, dialog, "fresh.example")
        await adding.sign_in(stage, dialog, "application-password", "ada", "wrong")
        await stage.until(lambda: "refused the sign-in" in text(stage, "wizardMessage", dialog))
        assert stage.find(QLineEdit, "wizardSecret", dialog).text() == "wrong"
        stage.find(QLineEdit, "wizardSecret", dialog).setText(PASSWORD)
        adding.next_button(stage, dialog).click()
        await stage.until(lambda: adding.shows(dialog, "wizardStorage"))
        assert "Signed in as ada" in text(stage, "wizardMessage", dialog)
        stage.find(QLineEdit, "wizardName", dialog).setText("My shop")
        click(stage, "wizardBack", dialog)
        assert stage.find(QLineEdit, "wizardUser", dialog).text() == "ada"
        click(stage, "wizardBack", dialog)
        assert stage.find(QLineEdit, "wizardAddress", dialog).text() == "fresh.example"
        tries = fake.names().count("sites.try_sign_in")
        adding.next_button(stage, dialog).click()
        assert stage.find(QLineEdit, "wizardSecret", dialog).text() == PASSWORD
        adding.next_button(stage, dialog).click()
        assert fake.names().count("sites.try_sign_in") == tries, "what was tried is not tried again"
        assert stage.find(QLineEdit, "wizardName", dialog).text() == "My shop"

    play(scene)


def test_a_schedule_that_fails_is_tried_again_without_adding_the_site_twice(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        fake.fail_with["schedules.add"] = UsageError("No schedule today.", hint="Try again.")
        dialog = await adding.opened(stage)
        await adding.found(stage, dialog, FOLDER)
        adding.next_button(stage, dialog).click()
        with pytest.raises(AssertionError, match="No schedule today"):
            await adding.finish(stage, dialog)
        fake.fail_with.clear()
        click(stage, "wizardFinish", dialog)
        await stage.until(lambda: not is_there(dialog) or not dialog.isVisible())
        assert fake.names().count("sites.add") == 1
        assert [one.every for one in fake.schedules.rows["atelier-sued"]] == ["daily"]

    play(scene)


@pytest.mark.parametrize(
    ("chosen", "typed", "wanted"),
    [
        ("fixed", {"wizardTime": "21:30"}, {"every": "daily", "at": "21:30"}),
        ("6hours", {}, {"every": "6hours"}),
        ("weekly", {"wizardTime": "07:00"}, {"every": "weekly", "at": "07:00", "on": "mon"}),
        ("login", {}, {"every": "login"}),
        ("cron", {"wizardCron": "30 2 * * mon-fri"}, {"cron": "30 2 * * mon-fri"}),
        ("none", {}, None),
    ],
)
def test_every_kind_of_schedule_is_made(
    play: Play, fake: FakeHoldfast, chosen: str, typed: dict[str, str], wanted: dict[str, str] | None
) -> None:
    async def scene(stage: Stage) -> None:
        dialog = await adding.opened(stage)
        await adding.found(stage, dialog, FOLDER)
        adding.next_button(stage, dialog).click()
        adding.next_button(stage, dialog).click()
        every = stage.find(QComboBox, "wizardSchedule", dialog)
        every.setCurrentIndex(every.findData(chosen))
        for name, words in typed.items():
            stage.find(QLineEdit, name, dialog).setText("not this")
            adding.next_button(stage, dialog).click()
            assert text(stage, "wizardMessage", dialog), "what is wrong is said"
            stage.find(QLineEdit, name, dialog).setText(words)
        adding.next_button(stage, dialog).click()
        click(stage, "wizardFinish", dialog)
        await stage.settle(0.2)
        if wanted is None:
            assert "schedules.add" not in fake.names()
        else:
            assert asked(fake, "schedules.add") == {"site": "atelier-sued", **wanted}

    play(scene)


def test_what_a_plan_costs_is_said_and_the_cheaper_one_is_a_tick_away(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        dialog = await adding.opened(stage)
        await adding.found(stage, dialog, "fresh.example")
        await adding.sign_in(stage, dialog, "application-password", "ada", PASSWORD)
        await stage.until(lambda: adding.shows(dialog, "wizardStorage"))
        adding.next_button(stage, dialog).click()
        await stage.until(lambda: "31.0 GB a day" in text(stage, "wizardCost", dialog))
        cheaper = stage.find(QCheckBox, "wizardCheaper", dialog)
        assert "5.2 GB" in cheaper.text()
        cheaper.click()
        adding.next_button(stage, dialog).click()
        click(stage, "wizardFinish", dialog)
        await stage.settle(0.2)
        made = fake.schedules.rows["fresh.example"]
        assert [(one.every, one.type) for one in made] == [("daily", "database"), ("weekly", "full")]

    play(scene)


def test_the_calendar_shows_what_will_exist(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        dialog = await adding.opened(stage)
        await adding.found(stage, dialog, FOLDER)
        adding.next_button(stage, dialog).click()
        adding.next_button(stage, dialog).click()
        month = text(stage, "wizardExist", dialog)
        assert "In a month 13 backups exist" in month
        click(stage, "wizardKeepLight", dialog)
        assert text(stage, "wizardExist", dialog) != month
        click(stage, "wizardInYear", dialog)
        assert "In a year" in text(stage, "wizardExist", dialog)

    play(scene)


def test_the_first_site_makes_its_storage_on_the_way_and_its_kit_cannot_be_skipped(run: Callable[[Any], Any], tmp_path: Path) -> None:
    async def scene() -> None:
        fake = FakeHoldfast()
        stage = await raise_stage(fake)
        try:
            dialog = await adding.opened(stage)
            await stage.until(lambda: any(one.isVisible() and one.count() == 2 for one in dialog.findChildren(QListWidget, "wizardFound")))
            await adding.found(stage, dialog, FOLDER)
            adding.next_button(stage, dialog).click()
            stage.find(QLineEdit, "wizardPath", dialog).setText(str(tmp_path / "kept"))
            adding.next_button(stage, dialog).click()
            await stage.until(lambda: adding.shows(dialog, "wizardSchedule"))
            assert asked(fake, "storages.add")["location"] == str(tmp_path / "kept")
            adding.next_button(stage, dialog).click()
            assert "copper" in text(stage, "recoveryPassphrase", dialog)
            click(stage, "wizardFinish", dialog)
            assert "recovery kit" in text(stage, "wizardMessage", dialog)
            assert "sites.add" not in fake.names()
            dialog.reject()
            await stage.settle(0.1)
            kit = stage.dialog()
            assert isinstance(kit, RecoveryKit), "closing the wizard does not lose the passphrase"
            kit.reject()
            assert kit.isVisible()
            assert fake.kits == {}
            stage.find(QCheckBox, "recoveryKept", kit).click()
            click(stage, "recoveryDone", kit)
            await stage.until(lambda: len(fake.kits) == 1)
        finally:
            await stage.close()

    run(scene())


def test_a_passphrase_said_to_be_in_a_safe_place_counts_as_saved(run: Callable[[Any], Any], tmp_path: Path) -> None:
    """By the tick alone, without the page."""

    async def scene() -> None:
        fake = FakeHoldfast()
        stage = await raise_stage(fake)
        try:
            dialog = await adding.opened(stage)
            await adding.found(stage, dialog, FOLDER)
            adding.next_button(stage, dialog).click()
            stage.find(QLineEdit, "wizardPath", dialog).setText(str(tmp_path / "kept"))
            adding.next_button(stage, dialog).click()
            await stage.until(lambda: adding.shows(dialog, "wizardSchedule"))
            adding.next_button(stage, dialog).click()
            stage.find(QCheckBox, "recoveryKept", dialog).click()
            click(stage, "wizardFinish", dialog)
            await stage.until(lambda: set(fake.kits) == {fake.storage_views[0].name})
        finally:
            await stage.close()

    run(scene())


def test_several_at_once_one_bad_row_stops_no_other(play: Play, fake: FakeHoldfast) -> None:
    fake.sites.network.found["bad.example"] = NetworkError("x", code="NET-DNS", host="bad.example")

    async def scene(stage: Stage) -> None:
        dialog = await adding.opened(stage)
        click(stage, "wizardMany", dialog)
        stage.find(QPlainTextEdit, "wizardAddresses", dialog).setPlainText(f"one.example, bad.example\ntwo.example\n{FOLDER}\none.example")
        click(stage, "wizardFindAll", dialog)
        rows = stage.find(QTableView, "wizardRows", dialog).model()
        await stage.until(lambda: [row.state for row in rows.rows] == ["found", "unknown", "found", "found"])
        assert rows.index(1, 3).data() == "bad.example cannot be found"
        adding.next_button(stage, dialog).click()
        assert stage.find(QComboBox, "wizardStorage", dialog).findData("") < 0, "a folder among them needs a storage"
        adding.next_button(stage, dialog).click()
        adding.next_button(stage, dialog).click()
        fake.approvals = asyncio.Event()
        click(stage, "wizardFinish", dialog)
        await stage.settle(0.1)
        assert [row.state for row in rows.rows] == ["approval", "unknown", "found", "found"], "one after another"
        click(stage, "wizardSkip", dialog)
        await stage.settle(0.1)
        fake.approvals.set()
        await stage.until(lambda: [row.state for row in rows.rows] == ["skipped", "unknown", "added", "added"])
        assert asked(fake, "schedules.add")["every"] == "daily"
        click(stage, "wizardRetry", dialog)
        await stage.until(lambda: {"one.example", "two.example"} <= {site.name for site in fake.site_views})

    play(scene)


def test_each_tick_comes_when_it_is_known(play: Play, fake: FakeHoldfast) -> None:
    """That the site answers, while it is still looked at; of many each for itself, whatever the others do."""
    fake.sites.network.slow = {one: asyncio.Event() for one in ("slow.example", "two.example")}

    async def scene(stage: Stage) -> None:
        dialog = await adding.opened(stage)
        stage.find(QLineEdit, "wizardAddress", dialog).setText("slow.example")
        adding.next_button(stage, dialog).click()
        ticks = stage.find(QWidget, "wizardTicks", dialog)

        def lines(waiting: bool) -> list[str]:
            found = [one for one in ticks.findChildren(QLabel) if one.text() and one.isVisible()]
            return [one.text() for one in found if (one.property("tone") == "secondary") is waiting]

        await stage.until(lambda: lines(waiting=False) == ["Reachable", "HTTPS"])
        assert lines(waiting=True) == ["WordPress interface", "Backup plugin", "Ways to sign in"]
        fake.sites.network.slow["slow.example"].set()
        await stage.until(lambda: "Backup Copilot Pro" in lines(waiting=False))
        dialog.reject()
        dialog = await adding.opened(stage)
        click(stage, "wizardMany", dialog)
        stage.find(QPlainTextEdit, "wizardAddresses", dialog).setPlainText("one.example\ntwo.example\nthree.example")
        click(stage, "wizardFindAll", dialog)
        rows = stage.find(QTableView, "wizardRows", dialog).model()
        await stage.until(lambda: [row.state for row in rows.rows] == ["found", "looking", "found"])
        assert rows.index(1, 3).data() == "It answers. Looking for a backup plugin…"
        fake.sites.network.slow["two.example"].set()
        await stage.until(lambda: rows.rows[1].state == "found")

    play(scene)


def test_a_list_with_passwords_needs_nobody_and_what_is_left_is_offered_again(play: Play, fake: FakeHoldfast, tmp_path: Path) -> None:
    """MainWP's columns are understood; a row whose password is refused waits in the next wizard."""
    file = tmp_path / "sites.csv"
    file.write_text("Site Name,Url,Admin Name,Password\nGood,good.example,ada,abcd efgh\nWrong,wrong.example,ada,wrong\n")

    async def scene(stage: Stage) -> None:
        dialog = await adding.opened(stage)
        click(stage, "wizardMany", dialog)
        dialog.many.file_wanted.emit(str(file))  # type: ignore[attr-defined]  # the wizard; the system's own file dialog is left out
        rows = stage.find(QTableView, "wizardRows", dialog).model()
        await stage.until(lambda: [row.state for row in rows.rows] == ["found", "found"])
        for _ in range(3):
            adding.next_button(stage, dialog).click()
        click(stage, "wizardFinish", dialog)
        await stage.until(lambda: [row.state for row in rows.rows] == ["added", "failed"])
        assert "refused the sign-in" in rows.index(1, 3).data()
        assert fake.site("Good").storage == "Studio disk"
        dialog.reject()
        again = await adding.opened(stage)
        await stage.settle(0.1)
        rows = stage.find(QTableView, "wizardRows", again).model()
        assert [row.name for row in rows.rows] == ["Wrong"]

    play(scene)


def test_several_addresses_pasted_into_the_first_field_become_a_table(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        dialog = await adding.opened(stage)
        stage.find(QLineEdit, "wizardAddress", dialog).setText("one.example two.example, three.example")
        adding.next_button(stage, dialog).click()
        await stage.settle(0.1)
        assert len(stage.find(QTableView, "wizardRows", dialog).model().rows) == 3

    play(scene)


def test_archives_of_another_program_are_a_site(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        dialog = await adding.opened(stage)
        click(stage, "wizardArchives", dialog)
        adding.next_button(stage, dialog).click()
        assert text(stage, "wizardMessage", dialog) == "Choose a folder."
        stage.find(QLineEdit, "wizardArchivePath", dialog).setText("/srv/drops/updraft")
        adding.next_button(stage, dialog).click()
        await adding.finish(stage, dialog)
        given = asked(fake, "sites.add")
        assert (given["system"], given["archives"], given["name"]) == ("archives", "/srv/drops/updraft", "updraft")

    play(scene)


def test_a_site_like_another_takes_over_all_but_its_name_and_place(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        await fake.schedules.add("yoga-mitte.example", every="weekly", on="fri", at="07:00", type="database")
        fake.replace_site("yoga-mitte.example", retention="long", storage="Studio disk", excludes=("private/",))
        stage.desk.refresh()
        await stage.settle(0.1)
        stage.window.flows.duplicate_site("yoga-mitte.example")
        await stage.settle(0.2)
        dialog = stage.dialog()
        await adding.found(stage, dialog, FOLDER)
        adding.next_button(stage, dialog).click()
        await adding.finish(stage, dialog)
        given = asked(fake, "sites.add")
        assert (given["retention"], given["storage"], given["excludes"]) == ("long", "Studio disk", ("private/",))
        assert asked(fake, "schedules.add") == {"site": "atelier-sued", "every": "weekly", "on": "fri", "at": "07:00", "type": "database"}

    play(scene)


def test_a_new_computer_gets_its_sites_back(run: Callable[[Any], Any]) -> None:
    async def scene() -> None:
        fake = FakeHoldfast()
        stage = await raise_stage(fake)
        try:
            click(stage, "wizardAdopt", await adding.opened(stage))
            await stage.settle(0.1)
            dialog = stage.dialog()
            assert dialog.objectName() == "adoptDialog"
            path, secret = stage.find(QLineEdit, "adoptPath", dialog), stage.find(QLineEdit, "adoptPassphrase", dialog)
            for place, word, says in (("/missing", "mine", "no backups of Holdfast"), ("/media/old", "wrong", "does not open it")):
                path.setText(place)
                secret.setText(word)
                click(stage, "adoptLook", dialog)
                await stage.until(lambda says=says: says in text(stage, "adoptDialogMessage", dialog))  # type: ignore[misc]  # bound at once
            secret.setText("mine")
            click(stage, "adoptLook", dialog)
            await stage.until(lambda: stage.dialog().objectName() == "takeDialog")
            assert asked(fake, "adopting.adopt")["dry_run"] is True
            click(stage, "takeConfirm", stage.dialog())
            await stage.until(lambda: asked(fake, "adopting.adopt")["dry_run"] is False)
            await stage.until(lambda: stage.find(QLabel, "noticeTitle").text() == "2 sites came back")
        finally:
            await stage.close()

    run(scene())


def test_a_folder_is_added_by_keyboard_alone(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        dialog = await adding.opened(stage)
        QTest.keyClicks(dialog.focusWidget(), FOLDER)
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        await stage.until(lambda: adding.next_button(stage, dialog).text() == "Continue")
        for _ in range(3):
            QTest.keyClick(dialog, Qt.Key.Key_Return)
            await stage.settle(0.1)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)  # not now
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        await stage.settle(0.2)
        assert "sites.add" in fake.names()
        assert "backups.create" not in fake.names()

    play(scene)
