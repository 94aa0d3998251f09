"""Next runs, why none runs now, pauses and proof, as the window and the tray show them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QMenu, QPushButton, QTableView, QTabWidget

from holdfast.verdict import Reason
from holdfast_desktop.pages.overview import site_line
from holdfast_desktop.tray import Tray
from holdfast_desktop.wording.proof import proof_cell, proof_look
from holdfast_desktop.wording.states import tray_words
from holdfast_desktop.wording.waiting import next_words, pause_choices, pause_words, short_words, why_words
from tests.desktop.conftest import Play
from tests.desktop.stage import Stage
from tests.support.fake_holdfast import NOW, FakeHoldfast
from tests.support.sample_rows import scheduled

YOGA, PAUSED, WAITS, FAILED = "yoga-mitte.example", "hotel-seeblick.example", "株式会社みどり", "Café Morgenrot"
CONDITIONS = (
    "OFFLINE", "METERED", "CAPTIVE", "BATTERY", "QUIET-HOURS", "JUST-LOGGED-IN", "BUDGET-SPENT", "PAUSED", "NETWORK-NOT-CHOSEN",
    "KEY-LOCKED", "TURN", "RUNNING", "RETRY", "INTERRUPTED", "DUE", "NO-CLOCK", "NO-SCHEDULE", "SCHEDULE-OFF", "NOT-DUE",
)  # fmt: skip


@pytest.fixture
def fake() -> FakeHoldfast:
    return scheduled()


# words


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("code", CONDITIONS)
def test_every_condition_is_a_sentence_with_or_without_its_numbers(code: str) -> None:
    given: list[dict[str, Any]] = [
        {},
        {"bytes": 3_000_000, "host": "a.example", "until": "x", "moved": None, "level": None, "percent": "?"},
    ]
    for details in given:
        words = why_words(Reason(code, details=details), NOW)
        assert code not in words and "{" not in words and len(words) > 9, words


@pytest.mark.usefixtures("dressed")
def test_numbers_of_conditions_are_said() -> None:
    until = (NOW + timedelta(hours=2)).isoformat()
    assert why_words(Reason("BATTERY", details={"percent": 17.6, "level": 30}), NOW).startswith("The battery is at 18 %")
    assert "mains power." in why_words(Reason("BATTERY", details={"percent": 17.6, "level": 100}), NOW)
    assert "2.0 GB of the 3.0 GB" in why_words(Reason("BUDGET-SPENT", details={"moved": 2_000_000_000, "budget": 3_000_000_000}), NOW)
    assert "shop.example can be reached" in why_words(Reason("OFFLINE", details={"host": "shop.example", "why": "silent"}), NOW)
    clock = datetime.fromisoformat(until).astimezone().strftime("%H:%M")
    assert why_words(Reason("QUIET-HOURS", details={"until": until}), NOW) == f"Quiet hours until {clock}."


@pytest.mark.usefixtures("dressed")
def test_a_host_with_braces_is_text() -> None:
    assert "{why}" in why_words(Reason("OFFLINE", details={"host": "{why}"}), NOW)


@pytest.mark.usefixtures("dressed")
def test_what_did_not_run_is_named_with_its_time() -> None:
    words = why_words(Reason("COALESCED", details={"state": "skipped", "due_at": "2026-11-18T10:00:00+00:00"}), NOW)
    assert "18/11/2026" in words and words.endswith("was left out: a later run stands for it.")


@pytest.mark.usefixtures("dressed")
def test_next_runs() -> None:
    at = NOW.astimezone().replace(hour=10, minute=0) + timedelta(days=1)
    assert next_words(at, NOW) == "tomorrow, 10:00"
    assert next_words(None, NOW) == "not planned"
    assert next_words(at, NOW, [Reason("METERED")]) == "Due, waits: metered network"
    assert short_words("A-NEW-CODE") == "a-new-code"


@pytest.mark.usefixtures("dressed")
def test_a_pause_until_tomorrow_ends_at_eight_on_the_wall_clock() -> None:
    ends = {name: end for name, _, end in pause_choices(NOW)}
    assert ends["1h"] - NOW == timedelta(hours=1) and ends["4h"] - NOW == timedelta(hours=4)
    morning = ends["tomorrow"].astimezone()
    assert (morning.hour, morning.minute) == (8, 0) and morning.date() == (NOW.astimezone() + timedelta(days=1)).date()
    assert pause_words(ends["tomorrow"], NOW) == "Paused until tomorrow, 08:00"


@pytest.mark.usefixtures("dressed")
def test_proof_never_claims_more_than_was_done() -> None:
    at, before = (NOW - timedelta(hours=5)).isoformat(), NOW - timedelta(days=9)
    look, words = proof_look({"verdict": "proven", "level": "boots", "at": at}, before, NOW)
    assert (look.severity, words) == ("ok", "Proven 9 days ago: WordPress boots")
    look, words = proof_look({"verdict": "failed", "level": "boots", "at": at}, before, NOW)
    assert (look.severity, words) == ("error", "Drill failed 5 h ago · proven 9 days ago")
    look, words = proof_look({"verdict": "warning", "level": "read", "at": at}, None, NOW)
    assert look.severity == "warning" and words == "Drill 5 h ago: read · not proven"
    assert proof_look({}, None, NOW)[1] == "Never proven"
    assert proof_cell({"verdict": "failed", "at": at}, before, NOW) == ("failed 5 h ago", "error")
    assert proof_cell({"verdict": "warning", "level": "read", "at": at}, None, NOW) == ("not proven", "warning")
    assert proof_cell({"verdict": "proven", "level": "boots", "at": at}, before, NOW) == ("9 days ago", "ok")


def test_the_tray_has_bars_while_paused_and_keeps_its_badge() -> None:
    assert tray_words({"paused": 3}, 0, None, paused="Paused until 16:30").tooltip == "3 sites · all backed up · Paused until 16:30"
    words = tray_words({"paused": 2, "failed": 1}, 0, None, paused="Paused until 16:30")
    assert (words.glyph, words.badge) == ("bars", "error")
    assert tray_words({"ok": 2}, 0, None, coming="next today, 22:00").tooltip.endswith("all backed up · next today, 22:00")
    assert tray_words({"ok": 2}, 0, None, waits=True).glyph == "hourglass"


def test_a_row_of_overview_says_what_comes_next(fake: FakeHoldfast) -> None:
    assert "next tomorrow" in site_line(fake.site(YOGA), NOW).words
    assert site_line(fake.site(PAUSED), NOW).words.startswith("Paused until")
    assert "waits: no network" in site_line(fake.site(WAITS), NOW, [fake.waiting[0][1]]).words


# the window


def test_the_page_of_a_site_shows_next_run_and_proof(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        for site, run, proof in (
            (YOGA, "Next backup tomorrow", "WordPress boots"),
            (PAUSED, "Paused until", "Never proven"),
            (WAITS, "Due, waits: no network", "Never proven"),
            (FAILED, "Next backup tomorrow", "Drill failed 5 h ago"),
        ):
            stage.window.open_site(site)
            await stage.settle()
            assert run in stage.find(QLabel, "siteNextRun").text()
            assert proof in stage.find(QLabel, "siteProof").text()
        assert stage.find(QLabel, "siteProof").property("tone") == "error"

    play(scene)


def test_why_not_now_is_asked_when_somebody_wants_to_know(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.open_site(YOGA)
        await stage.settle()
        assert "schedules.why" not in fake.names()
        why = stage.find(QPushButton, "siteWhyNot")
        why.click()
        await stage.settle(0.1)
        assert "battery is at 18 %" in stage.find(QLabel, "siteReason0").text()
        assert "did not run" in stage.find(QLabel, "siteReason2").text()
        why.click()
        assert not any(one.isVisible() for one in stage.window.findChildren(QLabel, "siteReason0"))

    play(scene)


def test_one_site_is_resumed_from_its_page(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.open_site(PAUSED)
        await stage.settle()
        stage.find(QPushButton, "siteResume").click()
        await stage.settle(0.2)
        assert ("schedules.resume", {"site": PAUSED}) in fake.calls
        assert "Next backup" in stage.find(QLabel, "siteNextRun").text()

    play(scene)


def test_one_site_is_paused_from_its_menu(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.open_site(YOGA)
        await stage.settle()
        menu = stage.window.findChild(QMenu, "siteMoreMenu")
        assert isinstance(menu, QMenu)
        menu.aboutToShow.emit()
        pauses = menu.findChild(QMenu, "pauseMenu")
        assert isinstance(pauses, QMenu)
        next(a for a in pauses.actions() if a.objectName() == "pause4h").trigger()
        await stage.settle(0.2)
        assert ("schedules.pause", {"site": YOGA, "until": NOW + timedelta(hours=4)}) in fake.calls
        assert stage.find(QLabel, "siteNextRun").text().startswith("Paused until")

    play(scene)


def test_all_sites_are_paused_and_resumed_from_the_tray(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        tray = Tray(stage.desk)
        pauses = tray.menu().findChild(QMenu, "pauseMenu")
        assert isinstance(pauses, QMenu)
        assert [a.objectName() for a in pauses.actions()] == [
            "pause30m",
            "pause1h",
            "pause4h",
            "pauseTomorrow",
            "pauseResumed",
            "",
            "pauseStops",
        ]
        pauses.actions()[1].trigger()
        await stage.settle(0.2)
        assert ("schedules.pause", {"site": None, "until": NOW + timedelta(hours=1)}) in fake.calls
        tray.refresh()
        assert "Paused until" in tray.tooltip()
        resume = next(a for a in tray.menu().actions() if a.objectName() == "resumeSchedules")
        assert resume.text().startswith("Resume (paused until")
        resume.trigger()
        await stage.settle(0.2)
        assert ("schedules.resume", {"site": None}) in fake.calls and not fake.schedules.held
        tray.close()

    play(scene)


def test_the_table_of_sites_tells_next_runs_and_paused_ones(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.go("sites")
        await stage.settle()
        model = stage.find(QTableView, "sitesTable").model()
        titles = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
        column = titles.index("Next run")
        told = {model.index(n, 0).data(): model.index(n, column).data() for n in range(model.rowCount())}
        assert told["filmclub.example"] == "not planned"
        assert told[WAITS] == "Due, waits: no network"
        stage.find(QPushButton, "siteFilterPaused").click()
        await stage.settle()
        assert [model.index(n, 0).data() for n in range(model.rowCount())] == [PAUSED]

    play(scene)


def test_a_weekly_schedule_is_added_and_removed_on_the_schedule_tab(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.open_site(YOGA)
        await stage.settle()
        tabs = stage.find(QTabWidget, "siteTabs")
        tabs.setCurrentIndex(next(n for n in range(tabs.count()) if tabs.tabText(n) == "Schedule"))
        await stage.settle(0.1)
        assert "No schedule" in stage.find(QLabel, "siteSchedulesSaid").text()
        stage.find(QPushButton, "planAdd").click()
        await stage.settle()
        every = stage.find(QComboBox, "planEvery")
        every.setCurrentIndex(every.findData("weekly"))
        day = stage.find(QComboBox, "planOn")
        day.setCurrentIndex(day.findData("fri"))
        stage.find(QLineEdit, "planAt").setText("08:30")
        stage.find(QPushButton, "planAccept").click()
        await stage.settle(0.2)
        assert ("schedules.add", {"site": YOGA, "every": "weekly", "on": "fri", "at": "08:30"}) in fake.calls
        model = stage.find(QTableView, "siteSchedulesTable").model()
        assert [model.index(0, n).data() for n in range(2)] == ["Every week, Friday at 08:30", "this computer"]
        stage.find(QPushButton, "planRemove").click()
        await stage.settle(0.1)
        stage.find(QPushButton, "questionRemove", stage.dialog()).click()
        await stage.settle(0.2)
        assert "schedules.remove" in fake.names()
        assert "No schedule" in stage.find(QLabel, "siteSchedulesSaid").text()

    play(scene)


@pytest.mark.parametrize("code", ["RETRY", "INTERRUPTED", "REFUSED", "STOPPED", "CHANGED", "BACKED-UP-ELSEWHERE", "TURN", "COALESCED"])
def test_whatever_the_clock_decides_is_said(code: str) -> None:
    assert why_words(Reason(code), NOW) not in {code, "Something went wrong", ""}
