"""Sites: the table of all with what is done to several at once, and the tabs of one, over a made-up door."""

from __future__ import annotations

import time
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QTabWidget,
    QWidget,
)

from holdfast.app import ScheduleView
from holdfast.app.costs import Cheaper, Cost
from holdfast.app.past_slots import NoRun
from holdfast.errors import StorageError, UsageError
from holdfast.records import Job
from holdfast.verdict import Reason
from holdfast.watchfulness import PHP
from holdfast_desktop.pages.site_flows import sites_as_csv
from tests.desktop.conftest import Play
from tests.desktop.stage import Stage, show_tab
from tests.support.fake_holdfast import NOW, FakeHoldfast
from tests.support.sample_rows import crowded, scheduled
from tests.support.sample_services import SHOP, served

YOGA, CAFE = "yoga-mitte.example", "Café Morgenrot"


@pytest.fixture
def fake() -> FakeHoldfast:
    return scheduled()


async def at_sites(stage: Stage) -> QTableView:
    stage.window.go("sites")
    await stage.settle(0.1)
    table: QTableView = stage.find(QTableView, "sitesTable")
    return table


def choose(table: QTableView, *names: str) -> None:
    table.clearSelection()
    model = table.model()
    for place in range(model.rowCount()):
        if model.index(place, 0).data() in names:
            table.selectionModel().select(
                model.index(place, 0), table.selectionModel().SelectionFlag.Select | table.selectionModel().SelectionFlag.Rows
            )


async def focus(stage: Stage, table: QTableView) -> None:
    """The keyboard is there again once a dialog has closed."""
    stage.window.activateWindow()
    table.setFocus()
    await stage.until(table.hasFocus)


def act(stage: Stage, name: str) -> None:
    """A button of the bar, or its entry in the menu where there is no room."""
    found = [one for one in stage.window.findChildren(QPushButton, name) if one.isVisible()]
    if found:
        return found[0].click()
    menu = stage.window.findChildren(QMenu, "sitesBarMenu")[0]
    menu.aboutToShow.emit()
    next(one for one in menu.actions() if one.objectName() == name).trigger()


class TestUnread:
    @pytest.fixture
    def fake(self) -> FakeHoldfast:
        made = crowded(2)
        made.fail_with["status"] = StorageError("The database cannot be read.")
        return made

    def test_a_status_that_cannot_be_read_is_said_and_asked_for_again(self, play: Play, fake: FakeHoldfast) -> None:
        """Also on a page that is made after the question failed."""

        async def scene(stage: Stage) -> None:
            stage.window.go("sites")
            await stage.settle(0.3)
            again = stage.find(QPushButton, "sitesEmptyButton")
            again.click()
            await stage.settle(0.1)
            assert stage.find(QPushButton, "sitesEmptyButton").isVisible(), "it failed again"
            del fake.fail_with["status"]
            stage.find(QPushButton, "sitesEmptyButton").click()
            await stage.settle(0.1)
            assert stage.find(QTableView, "sitesTable").model().rowCount() == 2

        play(scene)


# several at once


def test_chosen_sites_are_backed_up_tagged_and_scheduled_together(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        table = await at_sites(stage)
        assert not stage.find(QPushButton, "sitesBackUp").isEnabled()
        choose(table, YOGA, CAFE)
        act(stage, "sitesBackUp")
        await stage.settle(0.1)
        assert any(name == "backups.create" and set(given["sites"]) == {YOGA, CAFE} for name, given in fake.calls)
        choose(table, YOGA, CAFE)
        act(stage, "sitesTag")
        await stage.settle(0.1)
        dialog = stage.dialog()
        stage.find(QLineEdit, "tagsNew", dialog).setText("mitte, red")
        stage.find(QPushButton, "tagsAccept", dialog).click()
        await stage.settle(0.2)
        assert {"mitte", "red"} <= set(fake.site(YOGA).tags) and {"mitte", "red"} <= set(fake.site(CAFE).tags)
        choose(table, YOGA, CAFE)
        act(stage, "sitesSchedule")
        await stage.settle(0.1)
        stage.find(QPushButton, "planAccept", stage.dialog()).click()
        await stage.settle(0.2)
        assert {given["site"] for name, given in fake.calls if name == "schedules.add"} == {YOGA, CAFE}

    play(scene)


def test_what_is_chosen_stays_chosen_when_sites_come_and_go(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        table = await at_sites(stage)
        choose(table, YOGA, CAFE)
        fake.site_views = [one for one in reversed(fake.site_views) if one.name != "filmclub.example"]
        stage.desk.refresh()
        await stage.settle(0.1)
        assert {index.data() for index in table.selectionModel().selectedRows()} == {YOGA, CAFE}

    play(scene)


def test_a_tag_that_only_some_have_stays_with_them_unless_it_is_touched(play: Play, fake: FakeHoldfast) -> None:
    fake.replace_site(YOGA, tags=("shop",))
    fake.replace_site(CAFE, tags=())

    async def scene(stage: Stage) -> None:
        stage.window.flows.sites.tag([YOGA, CAFE])
        await stage.settle(0.1)
        assert stage.find(QCheckBox, "tag0", stage.dialog()).checkState() == Qt.CheckState.PartiallyChecked
        stage.find(QPushButton, "tagsAccept", stage.dialog()).click()
        await stage.settle(0.2)
        assert (fake.site(YOGA).tags, fake.site(CAFE).tags) == (("shop",), ())
        assert "sites.edit" not in fake.names()

    play(scene)


def test_several_sites_are_paused_and_resumed(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        table = await at_sites(stage)
        choose(table, YOGA, CAFE)
        menu = stage.window.findChildren(QMenu, "sitesPauseMenu")[0]
        menu.aboutToShow.emit()
        next(one for one in menu.actions() if one.objectName() == "pause4h").trigger()
        await stage.settle(0.2)
        assert {YOGA, CAFE} <= set(fake.schedules.held)
        menu.aboutToShow.emit()
        next(one for one in menu.actions() if one.objectName() == "resumeSchedules").trigger()
        await stage.settle(0.2)
        assert not {YOGA, CAFE} & set(fake.schedules.held)

    play(scene)


def test_space_shows_a_site_beside_the_table_and_escape_takes_it_away(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        table = await at_sites(stage)
        choose(table, CAFE)
        table.setFocus()
        QTest.keyClick(table, Qt.Key.Key_Space)
        await stage.settle(0.1)
        assert stage.find(QLabel, "sitePreviewTitle").text() == CAFE
        choose(table, YOGA)
        await stage.settle()
        assert stage.find(QLabel, "sitePreviewTitle").text() == YOGA
        QTest.keyClick(table, Qt.Key.Key_Escape)
        await stage.settle(0.1)
        assert not [one for one in stage.window.findChildren(QFrame, "sitePreview") if one.isVisible()]
        QTest.keyClick(table, Qt.Key.Key_Return)
        await stage.settle(0.1)
        assert stage.find(QLabel, "siteTitle").text() == YOGA

    play(scene)


def test_a_removed_site_says_what_stays_and_comes_back(play: Play, fake: FakeHoldfast) -> None:
    fake.schedules.rows[YOGA] = [
        ScheduleView("a1", "daily", YOGA, "local", "daily"),
        ScheduleView("a2", "by tag", "", "local", "daily", tag="x"),
    ]

    async def scene(stage: Stage) -> None:
        table = await at_sites(stage)
        choose(table, YOGA)
        table.setFocus()
        QTest.keyClick(table, Qt.Key.Key_Delete)
        await stage.settle(0.2)
        said = stage.find(QLabel, "dialogIntro", stage.dialog()).text()
        assert "18 backups" in said and "Studio disk" in said and "1 schedule" in said
        stage.find(QPushButton, "questionOnly", stage.dialog()).click()
        await stage.settle(0.3)
        assert YOGA not in [one.name for one in fake.site_views]
        stage.find(QPushButton, "noticeFix").click()
        await stage.settle(0.3)
        assert YOGA in [one.name for one in fake.site_views]

    play(scene)


def test_the_list_of_sites_is_a_table_that_runs_no_formulas() -> None:
    views = crowded().site_views[:1]
    text = sites_as_csv([msgspec.structs.replace(views[0], name="=cmd()", client='Bäcker, "Braun"')])
    head, line = text.splitlines()
    assert head.startswith("name,system,status")
    assert line.startswith("'=cmd(),folder,")
    assert '"Bäcker, ""Braun"""' in line


def test_five_hundred_sites_are_filtered_as_fast_as_one_types(play: Play, fake: FakeHoldfast) -> None:
    """Time of the processor, so that a busy machine does not count; the bound is a wide one."""
    fake.site_views = crowded(500).site_views

    async def scene(stage: Stage) -> None:
        table = await at_sites(stage)
        field = stage.find(QLineEdit, "siteSearch")
        took = []
        for text in ("k", "ku", "kun", "kund", "kunde-1", "kunde-12"):
            begin = time.process_time()
            field.setText(text)
            took.append(time.process_time() - begin)
        assert 0 < table.model().rowCount() < 20
        print(f"filter of 500 sites: {', '.join(f'{one * 1000:.1f}' for one in took)} ms")
        assert sorted(took)[len(took) // 2] < 0.25

    play(scene)


# schedules


def test_a_schedule_is_looked_at_before_it_is_saved(play: Play, fake: FakeHoldfast) -> None:
    fake.conditions.cost = Cost(31_000_000_000, None, 1, 0, None, Cheaper(5_000_000_000))

    async def scene(stage: Stage) -> None:
        await show_tab(stage, YOGA, "Schedule")
        stage.find(QPushButton, "planAdd").click()
        await stage.settle(0.5)
        dialog = stage.dialog()
        assert len(stage.find(QLabel, "planNextRuns", dialog).text().splitlines()) == 5
        assert "31.0 GB" in stage.find(QLabel, "planCost", dialog).text() and "5.0 GB" in stage.find(QLabel, "planCost", dialog).text()
        at = stage.find(QLineEdit, "planAt", dialog)
        at.setText("25:00")
        stage.find(QPushButton, "planAccept", dialog).click()
        await stage.settle()
        assert dialog.isVisible() and "25:00" in stage.find(QLabel, "planDialogMessage", dialog).text()
        every = stage.find(QComboBox, "planEvery", dialog)
        every.setCurrentIndex(every.findData("cron"))
        assert not at.isVisible()
        stage.find(QLineEdit, "planCron", dialog).setText("30 2 * * mon-fri")
        stage.find(QPushButton, "planAccept", dialog).click()
        await stage.settle(0.2)
        assert ("schedules.add", {"site": YOGA, "cron": "30 2 * * mon-fri"}) in fake.calls

    play(scene)


def test_a_refusal_stays_in_the_dialog(play: Play, fake: FakeHoldfast) -> None:
    fake.fail_with["schedules.add"] = UsageError("That does not go together.")

    async def scene(stage: Stage) -> None:
        await show_tab(stage, YOGA, "Schedule")
        stage.find(QPushButton, "planAdd").click()
        await stage.settle(0.1)
        stage.find(QPushButton, "planAccept", stage.dialog()).click()
        await stage.settle(0.2)
        assert "does not go together" in stage.find(QLabel, "planDialogMessage", stage.dialog()).text()
        assert stage.find(QPushButton, "planAccept", stage.dialog()).isEnabled()

    play(scene)


def test_a_schedule_is_for_a_tag_and_says_so(play: Play, fake: FakeHoldfast) -> None:
    fake.replace_site(YOGA, tags=("shop",))

    async def scene(stage: Stage) -> None:
        await show_tab(stage, YOGA, "Schedule")
        stage.find(QPushButton, "planAdd").click()
        await stage.settle(0.1)
        whom = stage.find(QComboBox, "planFor", stage.dialog())
        whom.setCurrentIndex(whom.findData("shop"))
        stage.find(QPushButton, "planAccept", stage.dialog()).click()
        await stage.settle(0.3)
        assert any(name == "schedules.add" and given["tag"] == "shop" and given["site"] is None for name, given in fake.calls)
        assert "shop" in stage.find(QLabel, "planOrigin").text()

    play(scene)


def test_a_schedule_is_changed_switched_off_and_removed_by_the_keyboard(play: Play, fake: FakeHoldfast) -> None:
    fake.schedules.rows[YOGA] = [ScheduleView("a1", "daily", YOGA, "local", "daily", at="08:30", next_run_at=NOW + timedelta(hours=5))]

    async def scene(stage: Stage) -> None:
        await show_tab(stage, YOGA, "Schedule")
        table = stage.find(QTableView, "siteSchedulesTable")
        table.setFocus()
        QTest.keyClick(table, Qt.Key.Key_Return)
        await stage.settle(0.1)
        dialog = stage.dialog()
        every = stage.find(QComboBox, "planEvery", dialog)
        assert every.currentData() == "daily" and stage.find(QLineEdit, "planAt", dialog).text() == "08:30"
        every.setCurrentIndex(every.findData("monthly"))
        day = stage.find(QComboBox, "planOn", dialog)
        day.setCurrentIndex(day.findData("last"))
        stage.find(QPushButton, "planAccept", dialog).click()
        await stage.settle(0.2)
        changed = next(given for name, given in fake.calls if name == "schedules.edit")
        assert (changed["every"], changed["on"], changed["at"]) == ("monthly", "last", "08:30")
        await focus(stage, table)
        QTest.keyClick(table, Qt.Key.Key_Space)
        await stage.settle(0.2)
        assert not fake.schedules.rows[YOGA][0].enabled
        await focus(stage, table)
        QTest.keyClick(table, Qt.Key.Key_Delete)
        await stage.settle(0.1)
        stage.find(QPushButton, "questionRemove", stage.dialog()).click()
        await stage.settle(0.2)
        assert fake.schedules.rows[YOGA] == []

    play(scene)


def test_switching_off_a_schedule_of_a_tag_says_for_how_many_sites(play: Play, fake: FakeHoldfast) -> None:
    fake.schedules.rows[YOGA] = [ScheduleView("a1", "shops", "", "local", "daily", tag="shop", sites=(YOGA, CAFE))]

    async def scene(stage: Stage) -> None:
        await show_tab(stage, YOGA, "Schedule")
        stage.find(QPushButton, "planSwitch").click()
        await stage.settle(0.1)
        assert "2 sites" in stage.find(QLabel, "dialogIntro", stage.dialog()).text()
        stage.find(QPushButton, "questionSwitch", stage.dialog()).click()
        await stage.settle(0.2)
        assert not fake.schedules.rows[YOGA][0].enabled

    play(scene)


def test_reasons_are_rows_and_what_did_not_run_stands_apart(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        await show_tab(stage, YOGA, "Schedule")
        assert "18 %" in stage.find(QLabel, "whyReason0").text()
        assert "did not run" in stage.find(QLabel, "whyPassed0").text()

    play(scene)


# contents


def test_a_folder_is_left_out_with_its_effect_shown_before_it_is_saved(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        await show_tab(stage, YOGA, "Contents")
        assert "902" in stage.find(QLabel, "contentsSizeUploads").text()
        stage.find(QTableView, "contentsFoldersTable").selectRow(2)
        stage.find(QPushButton, "folderLeaveOut").click()
        await stage.until(lambda: "less than now" in stage.find(QLabel, "contentsEffect").text())
        assert fake.site(YOGA).excludes == ("wp-content/cache/", "*.log")
        stage.find(QCheckBox, "presetLogs").setChecked(False)
        stage.find(QPushButton, "siteExcludesSave").click()
        await stage.settle(0.2)
        assert fake.site(YOGA).excludes[-1].startswith("/wp-content/cache/seiten")
        assert fake.site(YOGA).presets == ("caches", "backups", "development", "staging")
        assert not stage.find(QPushButton, "siteExcludesSave").isEnabled()

    play(scene)


def test_a_draft_of_patterns_is_taken_back(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        await show_tab(stage, YOGA, "Contents")
        stage.find(QLineEdit, "siteExcludes").setText("*.zip, *.zip, *.log")
        stage.find(QPushButton, "siteExcludesAdd").click()
        model = stage.find(QTableView, "excludesListTable").model()
        assert [model.index(n, 0).data() for n in range(model.rowCount())] == ["wp-content/cache/", "*.log", "*.zip"]
        stage.desk.refresh()
        await stage.settle(0.1)
        assert model.rowCount() == 3  # news of the site do not take the draft away
        stage.find(QPushButton, "siteExcludesDiscard").click()
        assert model.rowCount() == 2
        assert "sites.edit" not in fake.names()

    play(scene)


def test_contents_without_a_backup_and_with_an_error(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        await show_tab(stage, "tischlerei-holm.example", "Contents")
        assert "no backup yet" in stage.find(QLabel, "contentsSaid").text()
        fake.fail_with["contents.of"] = StorageError("The disk is gone.")
        await show_tab(stage, YOGA, "Contents")
        assert stage.find(QLabel, "contentsSaid").text()

    play(scene)


# findings, proof, access


def test_findings_are_confirmed_from_the_page_of_the_site(play: Play, fake: FakeHoldfast) -> None:
    fake.replace_site(YOGA, status="warning", reasons=(Reason(PHP, details={"count": 2, "examples": ["a.php"]}),))

    async def scene(stage: Stage) -> None:
        stage.window.open_site(YOGA)
        await stage.settle(0.1)
        stage.find(QPushButton, "findingsConfirm").click()
        await stage.settle(0.1)
        stage.find(QPushButton, "questionMeant", stage.dialog()).click()
        await stage.settle(0.2)
        assert ("sites.confirm", {"name": YOGA}) in fake.calls
        assert not [one for one in stage.window.findChildren(QWidget, "siteFindings") if one.isVisible()]

    play(scene)


def test_the_evidence_of_a_drill_is_shown_check_by_check(play: Play, fake: FakeHoldfast) -> None:
    checks = [{"name": "restored", "outcome": "ok", "detail": "3 of 3 files"}, {"name": "boots", "outcome": "skipped", "detail": "no PHP"}]
    fake.job_rows.append(Job("jd", "drill", YOGA, started_at=NOW, outcome="success", result={"checks": checks}))
    fake.replace_site(YOGA, proof={**fake.site(YOGA).proof, "job": "jd"})

    async def scene(stage: Stage) -> None:
        stage.window.open_site(YOGA)
        await stage.settle(0.1)
        stage.find(QPushButton, "siteEvidence").click()
        await stage.settle(0.2)
        dialog = stage.dialog()
        assert "3 of 3" in stage.find(QLabel, "proofDetail0", dialog).text()
        assert "no PHP" in stage.find(QLabel, "proofDetail1", dialog).text()
        stage.find(QPushButton, "proofDrill", dialog).click()
        await stage.settle(0.2)
        assert "backups.drill" in fake.names()

    play(scene)


class TestAccess:
    @pytest.fixture
    def fake(self) -> FakeHoldfast:
        return served()

    def test_a_new_password_warns_of_a_running_restore(self, play: Play, fake: FakeHoldfast) -> None:
        fake.job_rows.insert(0, Job("jr", "restore", SHOP, started_at=NOW))

        async def scene(stage: Stage) -> None:
            await show_tab(stage, SHOP, "Access")
            stage.find(QPushButton, "accessRotate").click()
            await stage.settle(0.2)
            assert "A restore runs on" in stage.find(QLabel, "dialogIntro", stage.dialog()).text()
            assert stage.find(QPushButton, "questionRotate", stage.dialog()).property("kind") == "danger"
            stage.find(QPushButton, "dialogCancel", stage.dialog()).click()
            await stage.settle(0.1)
            assert "sites.rotate" not in fake.names()

        play(scene)

    def test_another_stored_account_is_chosen(self, play: Play, fake: FakeHoldfast) -> None:
        own = fake.site(SHOP)
        first = next(one for one in fake.account_views if one.name == own.account)
        fake.account_views.append(msgspec.structs.replace(first, name="second", user="grace", sites=()))

        async def scene(stage: Stage) -> None:
            await show_tab(stage, SHOP, "Access")
            stage.find(QPushButton, "accessAccount").click()
            await stage.settle(0.1)
            choice = stage.find(QComboBox, "accountDialogChoice", stage.dialog())
            choice.setCurrentIndex(choice.findData("second"))
            stage.find(QPushButton, "accountDialogAccept", stage.dialog()).click()
            await stage.settle(0.2)
            assert any(name == "sites.edit" and given.get("account") == "second" for name, given in fake.calls)

        play(scene)


# activity


def missed() -> NoRun:
    return NoRun(CAFE, "daily", NOW - timedelta(hours=1), "missed", Reason("OFFLINE", details={"host": "sftp.example"}), "s1")


def test_runs_that_did_not_take_place_stand_among_the_others(play: Play, fake: FakeHoldfast) -> None:
    fake.not_run = [missed()]

    async def scene(stage: Stage) -> None:
        stage.window.go("activity")
        await stage.settle(0.2)
        stage.find(QPushButton, "activityResultSkipped").click()
        await stage.settle(0.2)
        table = stage.find(QTableView, "activityTable")
        assert table.model().rowCount() == 1
        table.selectRow(0)
        await stage.settle()
        assert "sftp.example" in stage.find(QLabel, "runSaid").text()
        assert not stage.find(QPushButton, "runLog").isEnabled()
        stage.find(QLineEdit, "activitySearch").setText("nothing of that kind")
        assert stage.find(QLabel, "activityEmptyTitle").text()
        stage.find(QPushButton, "activityEmptyButton").click()
        await stage.settle(0.2)
        assert table.model().rowCount() > 5

    play(scene)


def test_a_failed_run_is_told_in_words_with_its_fix_and_its_steps(play: Play, fake: FakeHoldfast) -> None:
    failure = {"kind": "space", "code": "SPACE-DEST", "message": "full", "hint": "", "retryable": False, "details": {}}
    fake.job_rows = [
        Job(
            "f1",
            "backup",
            YOGA,
            "Studio disk",
            NOW,
            NOW + timedelta(seconds=9),
            "failed",
            failure=failure,
            phases={"scan": 3.0, "dump": 6.0},
        ),
        Job("w1", "backup", CAFE, "Studio disk", NOW, NOW, "warning", warnings=tuple(f"file {n}" for n in range(40))),
    ]

    async def scene(stage: Stage) -> None:
        stage.window.go("activity")
        await stage.settle(0.2)
        stage.find(QPushButton, "activityResultFailed").click()
        await stage.settle(0.2)
        stage.find(QTableView, "activityTable").selectRow(0)
        await stage.settle()
        assert "Studio disk" in stage.find(QLabel, "runResult").text()
        assert stage.find(QPushButton, "runFix").isVisible()
        assert stage.find(QLabel, "runStep0").isVisible()
        stage.find(QPushButton, "activityResultWarning").click()
        await stage.settle(0.2)
        stage.find(QTableView, "activityTable").selectRow(0)
        await stage.settle()
        assert "file 19" in stage.find(QLabel, "runWarnings").text() and "file 20" not in stage.find(QLabel, "runWarnings").text()

    play(scene)


def test_activity_that_cannot_be_told_can_be_asked_again(play: Play, fake: FakeHoldfast) -> None:
    fake.fail_with["jobs.history"] = StorageError("The disk is gone.")

    async def scene(stage: Stage) -> None:
        stage.window.go("activity")
        await stage.settle(0.2)
        assert stage.find(QLabel, "activityEmptyTitle").text()
        del fake.fail_with["jobs.history"]
        stage.find(QPushButton, "activityEmptyButton").click()
        await stage.settle(0.2)
        assert stage.find(QTableView, "activityTable").model().rowCount() > 5

    play(scene)


def test_a_report_for_a_client_is_made_and_shown(play: Play, fake: FakeHoldfast, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.go("activity")
        await stage.settle(0.1)
        stage.find(QPushButton, "activityReport").click()
        await stage.settle(0.1)
        dialog = stage.dialog()
        stage.find(QLineEdit, "reportFolder", dialog).setText(str(tmp_path))
        stage.find(QPushButton, "reportAccept", dialog).click()
        await stage.settle(0.2)
        made = next(given for name, given in fake.calls if name == "report")
        assert (made["client"], made["month"]) == ("Mitte Studios", "2026-10")
        assert made["to"] == str(tmp_path / "Mitte-Studios-2026-10.html")
        assert stage.find(QPushButton, "reportOpen", dialog).isVisible()

    play(scene)


def test_the_site_page_names_its_tabs(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.open_site(YOGA)
        await stage.settle(0.1)
        tabs = stage.find(QTabWidget, "siteTabs")
        assert [tabs.tabText(n) for n in range(tabs.count()) if tabs.isTabVisible(n)] == ["Backups", "Schedule", "Contents", "Activity"]

    play(scene)
