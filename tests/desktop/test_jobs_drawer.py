"""The job drawer: percent and time left from learnt phases, every state a job can be in, keys, and what is left when one is stopped."""

from __future__ import annotations

import time
from datetime import timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QToolButton

from holdfast.errors import Failure
from holdfast.jobs.messages import Finished, Progressed, Started
from holdfast.progress import Retry
from holdfast.records import Job
from holdfast.verdict import Reason
from holdfast_desktop.main_window.job_words import ended_line, running_line, waiting_line
from holdfast_desktop.models.live_jobs import LiveJob, LiveJobs, recorded
from holdfast_desktop.models.phases import DEFAULTS, overall, seconds_left
from holdfast_desktop.pages.retrying import retrying_of
from holdfast_desktop.wording.jobs import numbers_line, remains_words, usually
from tests.desktop.conftest import Play
from tests.desktop.stage import Stage
from tests.support.fake_holdfast import NOW, FakeHoldfast

SITE = "yoga-mitte.example"
USUAL = {"scan": 10.0, "transfer": 70.0, "index": 20.0}

pytestmark = pytest.mark.usefixtures("dressed")


def at(phase: str, done: int = 0, total: int | None = 100, **more: float) -> Progressed:
    return Progressed(job="j", phase=phase, bytes_done=done, bytes_total=total, **more)  # type: ignore[arg-type]  # eta_seconds, percent


# phases


def test_percent_is_weighted_by_what_the_phases_took_before() -> None:
    assert overall(at("scan", 50), "backup", USUAL) == pytest.approx(5)
    assert overall(at("transfer", 0), "backup", USUAL) == pytest.approx(10)
    assert overall(at("transfer", 50), "backup", USUAL) == pytest.approx(45)
    assert overall(at("index", 100), "backup", USUAL) == 99.0  # all of it only at the end


def test_without_a_history_phases_have_shares_of_their_own() -> None:
    shares = DEFAULTS["drill"]
    expected = 100 * (shares["scan"] + shares["check"] + shares["write"] / 2) / sum(shares.values())
    assert overall(at("write", 50), "drill", {}) == pytest.approx(expected)
    assert overall(at("something", 50, percent=31.0), "drill", {}) == 31.0  # what the worker says, for a phase that nobody knows
    stepped = Progressed(job="j", phase="write", percent=20.0, steps_done=1, steps_total=5, bytes_done=1, bytes_total=2)
    assert overall(stepped, "drill", {}) == 20.0


def test_time_left_counts_the_phases_that_are_still_to_come() -> None:
    assert seconds_left(at("transfer", 50, eta_seconds=30.0), USUAL) == 50.0
    assert seconds_left(at("transfer", 50), USUAL) == 55.0
    assert seconds_left(at("transfer", 50, eta_seconds=30.0), {}) == 30.0
    assert seconds_left(at("scan", 0, None), USUAL) is None


PHASES = st.sampled_from(["open", "scan", "dump", "transfer", "index", "snapshot", "running", "", "new"])


@given(st.lists(st.tuples(PHASES, st.integers(0, 100), st.sampled_from([None, 0, 100]), st.booleans()), max_size=40), st.booleans())
def test_percent_never_goes_back_whatever_comes(steps: list[tuple[str, int, int | None, bool]], learnt: bool) -> None:
    """Also when the history is learnt in the middle."""
    live, shown = LiveJobs(), 0.0
    live.apply(Started(job="j", site=SITE, verb="backup"), 0)
    for number, (phase, done, total, learn_now) in enumerate(steps):
        if learnt and learn_now:
            live.learn("j", USUAL)
        live.apply(at(phase, done, total, percent=float(done)), number)
        job = live.get("j")
        assert job is not None
        assert (job.percent or 0.0) >= shown
        shown = job.percent or shown
        assert shown <= 100.0


# rows


def job_at(progress: Progressed, verb: str = "backup", started: float = 0.0) -> LiveJob:
    live = LiveJobs()
    live.apply(Started(job="j", site=SITE, verb=verb), started)
    live.learn("j", USUAL)
    live.apply(progress, started + 1)
    job = live.get("j")
    assert job is not None
    return job


def test_a_phase_of_the_site_without_numbers_does_not_pretend_to_move() -> None:
    live = LiveJobs()
    live.apply(Started(job="j", site=SITE, verb="site_backup"), 0)
    live.learn("j", {"ask": 1.0, "running": 240.0})
    live.apply(Progressed(job="j", site=SITE, phase="running", current="running"), 5)
    job = live.get("j")
    assert job is not None
    line = running_line(job, 75)
    assert line.percent is None
    assert line.numbers == "1 min 10 s · usually about 4 min"


def test_time_left_is_told_after_ten_seconds_and_two_percent_and_not_while_stalled() -> None:
    job = job_at(at("transfer", 50, eta_seconds=30.0))
    assert "left" not in running_line(job, 9).numbers
    assert "left" in running_line(job, 12).numbers
    stalled = running_line(job, 40)
    assert "left" not in stalled.numbers and stalled.tone == "warning"
    early = numbers_line(Progressed(job="j", eta_seconds=99.0), 60, percent=1.0)
    assert "left" not in early


RETRY = Retry(20.0, 2, 5, "ANY", "shop.example did not answer in time.", "shop.example")


def test_what_is_tried_again_counts_down_and_says_why(play: Play) -> None:
    """By the event alone, without any further one."""

    async def scene(stage: Stage) -> None:
        live = LiveJobs()
        live.apply(Started(job="j", site=SITE, verb="download"), 0)
        live.apply(at("transfer", 50, eta_seconds=30.0), 20)
        live.apply(msgspec.structs.replace(at("transfer", 50), retry=RETRY), 30)
        job = live.get("j")
        assert job is not None
        said = [retrying_of(stage.desk, job, now) for now in (30, 47, 90)]
        assert said == [
            "Retrying in 20 s (attempt 2 of 5): shop.example did not answer in time",
            "Retrying in 3 s (attempt 2 of 5): shop.example did not answer in time",
            "Trying again (attempt 2 of 5): shop.example did not answer in time",
        ]
        line = running_line(job, 47, said[1])
        assert (line.step, line.tone, line.percent) == (said[1], "warning", job.percent)
        assert "left" not in line.numbers and "50 of 100 B" in line.numbers
        live.apply(at("transfer", 60), 48)  # bytes came: no more of it
        assert retrying_of(stage.desk, live.get("j"), 60) == ""
        uncounted = msgspec.structs.replace(RETRY, attempts=None, seconds=180.0)
        live.apply(msgspec.structs.replace(at("transfer", 60), retry=uncounted), 70)
        assert retrying_of(stage.desk, live.get("j"), 70) == "Retrying in 3 min: shop.example did not answer in time"

    play(scene)


def test_one_failing_thread_among_others_that_move_is_no_news(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        live = LiveJobs()
        live.apply(Started(job="j", site=SITE, verb="backup"), 0)
        for second in range(10):
            live.apply(msgspec.structs.replace(at("transfer", second), retry=RETRY), second)
            assert retrying_of(stage.desk, live.get("j"), second + 0.9) == ""
        assert retrying_of(stage.desk, live.get("j"), 12) != ""

    play(scene)


def test_a_run_that_waits_is_a_row_with_its_reason() -> None:
    assert waiting_line(SITE, Reason("OFFLINE"), NOW).step == "Waiting: no network"
    again = Reason("RETRY", details={"tries": 1, "not_before": (NOW + timedelta(minutes=4)).isoformat()})
    assert waiting_line(SITE, again, NOW).step == "Next try in 4 min (attempt 2 of 4)"
    assert waiting_line(SITE, Reason("INTERRUPTED"), NOW).step.startswith("Interrupted")
    assert waiting_line(SITE, again, NOW).waits


@pytest.mark.parametrize("verb", ["backup", "restore", "download", "get", "fetch", "import", "prune", "delete", "drill", "check"])
def test_cancel_says_what_remains(verb: str) -> None:
    assert len(remains_words(verb)) > 20
    assert running_line(job_at(at("transfer", 5), verb), 2).remains == remains_words(verb)


def test_what_was_interrupted_can_be_resumed_and_what_was_cancelled_says_what_stayed() -> None:
    failure = {"kind": "internal", "code": "INTERRUPTED", "message": "ended", "hint": "", "retryable": True, "details": {}}
    row = Job("a", "backup", SITE, "disk", NOW - timedelta(hours=1), NOW - timedelta(minutes=50), "abandoned", failure=failure)
    job = recorded(row, NOW, 10_000.0)
    assert job is not None
    line = ended_line(job, now=10_000.0)
    assert (line.action, line.fresh) == ("resume", False)
    live = LiveJobs()
    live.apply(Finished(job="c", site=SITE, outcome="cancelled", failure=Failure("cancelled", "CANCELLED", "x")), 5)
    assert "Cancelled" in ended_line(live.finished()[0], now=6).text


def test_a_row_of_the_history_that_still_runs_is_no_row_of_the_drawer() -> None:
    assert recorded(Job("a", "backup", SITE, started_at=NOW), NOW, 0.0) is None


def test_usual_times_are_coarse() -> None:
    assert (usually(20), usually(230), usually(7000)) == ("usually under a minute", "usually about 4 min", "usually about 2 h")


# the drawer


@pytest.fixture
def slow(fake: FakeHoldfast) -> FakeHoldfast:
    fake.step = 0.2
    return fake


def test_what_ended_today_is_folded_behind_one_line(play: Play) -> None:
    """Also what other programs of this home did."""

    async def scene(stage: Stage) -> None:
        stage.window.drawer.open(True)
        await stage.settle()
        fold = stage.find(QPushButton, "jobsEndedTitle")
        assert fold.text().startswith("Finished today (")
        assert not stage.window.drawer.findChildren(QLabel, "jobResult")
        fold.click()
        assert stage.window.drawer.findChildren(QLabel, "jobResult")

    play(scene)


def test_learnt_phases_are_asked_for_once_a_job_begins(play: Play, slow: FakeHoldfast) -> None:
    slow.usual[(SITE, "backup")] = {"scan": 50.0, "transfer": 50.0}

    async def scene(stage: Stage) -> None:
        stage.window.flows.back_up(SITE)
        await stage.settle(0.5)
        assert ("jobs.usual", {"site": SITE, "verb": "backup"}) in slow.calls
        job = stage.desk.live.running()[0]
        assert job.usual == {"scan": 50.0, "transfer": 50.0}
        await stage.until(lambda: (stage.desk.live.get(job.id) or job).percent is not None)
        assert (stage.desk.live.get(job.id) or job).percent >= 50  # type: ignore[operator]  # awaited above

    play(scene)


def test_the_focused_job_is_cancelled_by_a_key_and_escape_cancels_none(play: Play, slow: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.bulk.back_up([SITE, "weingut-lehmann.example"])
        await stage.settle(0.3)
        QTest.keyClick(stage.window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
        assert "jobs.cancel" not in slow.names()  # which of the two? the keyboard goes to the first
        rows = list(stage.window.drawer._rows.values())
        rows[1].setFocus()
        assert stage.window.drawer.focused_job() == rows[1].job
        QTest.keyClick(stage.window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
        await stage.settle(0.1)
        assert [given["job"] for name, given in slow.calls if name == "jobs.cancel"] == [rows[1].job]
        QTest.keyClick(stage.window, Qt.Key.Key_Escape)
        assert not stage.window.drawer.is_open()
        assert len([name for name in slow.names() if name == "jobs.cancel"]) == 1

    play(scene)


def test_what_waits_is_begun_from_its_row(play: Play, fake: FakeHoldfast) -> None:
    fake.waiting = ((SITE, Reason("BATTERY")),)

    async def scene(stage: Stage) -> None:
        stage.window.drawer.open(True)
        await stage.settle()
        stage.find(QPushButton, "jobBegin", stage.window.drawer).click()
        await stage.settle(0.2)
        assert next(given for name, given in fake.calls if name == "backups.create")["sites"] == (SITE,)

    play(scene)


def test_the_log_of_a_job_is_shown(play: Play, slow: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.flows.back_up(SITE)
        await stage.settle(0.3)
        stage.find(QToolButton, "jobDetails", stage.find(QScrollArea, "jobRows")).click()
        await stage.settle(0.1)
        assert stage.dialog().objectName() == "textSheet"

    play(scene)


def test_rows_are_updated_four_times_a_second_at_most(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        seen: list[float] = []
        stage.desk.jobs_moved.connect(lambda: seen.append(time.monotonic()))
        begun = time.monotonic()
        fake.tell(Started(job="many", site=SITE, verb="backup"))
        for number in range(200):
            fake.tell(Progressed(job="many", site=SITE, phase="transfer", bytes_done=number, bytes_total=200))
            await stage.settle(0.004)
        lasted = time.monotonic() - begun
        fake.tell(Finished(job="many", site=SITE, outcome="success"))
        assert len(seen) <= lasted * 4 + 3

    play(scene)


def test_long_titles_keep_their_whole_text(play: Play, slow: FakeHoldfast) -> None:
    """Elided on the screen, whole for tests and screen readers."""
    long = "fahrrad-werkstatt-und-verleih-am-alten-güterbahnhof.example"

    async def scene(stage: Stage) -> None:
        stage.window.resize(900, 600)
        stage.window.flows.back_up(long)
        await stage.settle(0.3)
        assert stage.find(QLabel, "jobTitle").text() == f"{long} — Backup"

    play(scene)


@pytest.mark.parametrize(("verb", "action"), [("backup", "resume"), ("fetch", "resume"), ("download", "show_backups"), ("restore", "")])
def test_resume_is_offered_only_where_it_begins_the_same_again(verb: str, action: str) -> None:
    row = Job("a", verb, SITE, "disk", NOW - timedelta(hours=1), NOW - timedelta(minutes=50), "abandoned")
    job = recorded(row, NOW, 10_000.0)
    assert job is not None
    assert ended_line(job, now=10_000.0).action == action
