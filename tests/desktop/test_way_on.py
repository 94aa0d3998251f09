"""The buttons beside bad news do what they say, and nothing else."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from holdfast.errors import Failure, NetworkError
from holdfast.jobs.messages import Finished, Progressed, Started
from holdfast.records import Job
from holdfast.verdict import Reason
from holdfast_desktop.application import run as program
from holdfast_desktop.application.arguments import Arguments
from holdfast_desktop.dialogs.sheet import Question
from holdfast_desktop.main_window.job_words import running_line
from holdfast_desktop.models import phases
from holdfast_desktop.models.live_jobs import LiveJobs
from holdfast_desktop.pages.overview_words import attention_lines
from holdfast_desktop.wording.errors import ErrorWords, reason_words
from holdfast_desktop.wording.jobs import remains_words
from holdfast_desktop.wording.states import verdict_words
from tests.desktop.conftest import Play
from tests.desktop.stage import Stage
from tests.support.fake_holdfast import NOW, FakeHoldfast

SITE = "yoga-mitte.example"
AWAY = Failure("network", "NET", "away", retryable=True)


def heard(stage: Stage) -> list[ErrorWords]:
    said: list[ErrorWords] = []
    stage.desk.said.connect(lambda words, _subject, _details: said.append(words))
    return said


@pytest.mark.parametrize(
    ("verb", "again"), [("backup", True), ("restore", False), ("download", False), ("delete", False), ("drill", False)]
)
def test_try_again_is_offered_where_it_tries_the_same_again(play: Play, fake: FakeHoldfast, verb: str, again: bool) -> None:
    """That button makes a backup: after a restore that failed it would be another deed under the same words."""

    async def scene(stage: Stage) -> None:
        said = heard(stage)
        fake.tell(Started(job="j", site=SITE, verb=verb))
        fake.tell(Finished(job="j", site=SITE, outcome="failed", failure=AWAY))
        await stage.until(lambda: bool(said))
        assert ("retry" in [one.action for one in said[0].fixes]) is again

    play(scene)


def test_a_question_about_a_site_that_failed_offers_no_backup(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        said = heard(stage)

        async def ask() -> None:
            raise NetworkError("away", code="NET")

        stage.desk.do(ask(), subject=SITE)
        await stage.until(lambda: bool(said))
        assert not said[0].fixes

    play(scene)


def test_a_folder_with_a_dot_in_its_name_is_opened_itself(play: Play, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "yoga.example"
    folder.mkdir()
    (folder / "all.zip").touch()
    opened: list[str] = []

    def opens(url: QUrl) -> bool:
        opened.append(QUrl(url).toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", opens)

    async def scene(stage: Stage) -> None:
        stage.window.flows.show_in_folder(str(folder))
        await stage.until(lambda: len(opened) == 1)
        stage.window.flows.show_in_folder(str(folder / "all.zip"))
        await stage.until(lambda: len(opened) == 2)
        assert opened == [str(folder)] * 2

    play(scene)


class _Leaving(program.Program):
    """The program's way out over a window of a test."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(QApplication.instance(), Arguments(), Any)  # type: ignore[arg-type]  # neither is asked
        self._window, self.desk, self._leaving = stage.window, stage.desk, asyncio.Event()

    def has_left(self) -> bool:
        return self._leaving.is_set()


def dialog_of(stage: Stage) -> Question:
    found = stage.window.findChild(Question, "quitDialog")
    assert found is not None
    return found


def test_finish_first_waits_for_what_follows_and_can_be_taken_back(play: Play, fake: FakeHoldfast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "FINISHED_FOR_MS", 300)

    async def scene(stage: Stage) -> None:
        leaving = _Leaving(stage)
        fake.tell(Started(job="a", site=SITE, verb="backup"))
        leaving.ask_to_leave()
        dialog_of(stage)._choose("finish")
        await stage.settle()
        assert not stage.window.isVisible()
        fake.tell(Finished(job="a", site=SITE, outcome="success"))
        fake.tell(Started(job="b", site=SITE, verb="restore"))  # as a restore follows upon its safety backup
        await asyncio.sleep(1)
        assert not leaving.has_left()
        leaving.show_window()
        leaving.ask_to_leave()
        dialog_of(stage).reject()
        fake.tell(Finished(job="b", site=SITE, outcome="success"))
        await asyncio.sleep(1)
        assert not leaving.has_left(), "the user stays"
        fake.tell(Started(job="c", site=SITE, verb="backup"))
        leaving.ask_to_leave()
        fake.tell(Finished(job="c", site=SITE, outcome="success"))
        dialog_of(stage)._choose("finish")  # it ended while the question stood
        await stage.until(leaving.has_left)

    play(scene)


@pytest.mark.parametrize(
    "code", ["REPO-LOCKED", "REPO-NOT-FOUND", "STORAGE-MISSING", "REPO-PASSWORD", "SPACE-DEST", "STORAGE-DENIED", "NET"]
)
def test_what_the_storage_met_is_said_of_the_storage(play: Play, fake: FakeHoldfast, code: str) -> None:
    """The site is not "in use" or "too full", wherever it is told: in the notice, the list of what needs attention, its row."""

    async def scene(stage: Stage) -> None:
        storage = fake.site(SITE).storage
        for words in (
            stage.desk.words_of(Failure("storage", code, "message"), SITE),
            stage.desk.reason_of(Reason(code, "message"), SITE),
        ):
            assert storage in words.title and SITE not in words.title and "unknown" not in words.body and words.fixes

    play(scene)


def test_a_backup_that_ended_badly_is_said_in_words_of_the_site() -> None:
    for code in ("SOURCE-MISSING", "SOURCE-DENIED", "WORKER-DIED"):
        words = reason_words(Reason(code, "There is no folder /srv/x."), SITE, "disk")
        assert SITE in words.title and "backups are safe" in words.body and words.fixes[0].action == "retry"


def test_a_pause_of_all_sites_is_not_green() -> None:
    words = verdict_words("paused", {"paused": 3})
    assert (words.icon, words.severity) == ("pause", "neutral") and "3 paused" in words.detail
    assert verdict_words("paused", {"paused": 1, "ok": 2}).severity == "ok"


def test_a_restore_begins_when_its_safety_backup_is_whole() -> None:
    """No hundred percent before the first file came back."""
    told = Progressed(job="j", phase="index", files_done=401, files_total=401, bytes_done=2400, bytes_total=2400, percent=100.0)
    safe = phases.overall(told, "restore", {})
    assert safe is not None and 5 < safe <= 25
    half = phases.overall(Progressed(job="j", phase="write", bytes_done=5, bytes_total=10), "restore", {})
    assert half is not None and half > safe
    assert (phases.overall(told, "backup", {}) or 0) > 90


@pytest.mark.parametrize("verb", ["restore", "download", "drill"])
def test_what_is_being_stopped_says_what_stays_of_it(verb: str) -> None:
    live = LiveJobs()
    live.apply(Started(job="j", site=SITE, verb=verb), 0)
    live.stopping("j")
    assert remains_words(verb) in running_line(live.running()[0], 1).step


def test_a_restore_that_was_stopped_halfway_can_be_undone(play: Play, fake: FakeHoldfast) -> None:
    """Its result is lost; the safety backup names the job that made it."""
    rows = fake.backup_rows[SITE]
    rows.insert(0, msgspec.structs.replace(rows[0], id="5afe0000", metadata={"safety": "1", "job": "r9"}))
    fake.job_rows.insert(0, Job("r9", "restore", SITE, started_at=NOW, outcome="cancelled"))

    async def scene(stage: Stage) -> None:
        said = heard(stage)
        stage.window.flows._restores._stopped_halfway(SITE)
        await stage.until(lambda: bool(said))
        assert [one.action for one in said[0].fixes] == ["undo_restore", "open_live"]
        stage.window.act("undo_restore", SITE)
        await stage.until(lambda: "backups.restore_plan" in fake.names())
        plan = next(given for name, given in fake.calls if name == "backups.restore_plan")
        assert (plan["backup"], plan["to"]) == ("5afe0000", None)

    play(scene)


def test_a_site_that_does_not_answer_is_not_said_to_work() -> None:
    live = LiveJobs()
    live.apply(Progressed(job="j", site=SITE, phase="running", percent=40.0), 0)
    live.apply(Progressed(job="j", site=SITE, phase="silent"), 10)
    line = running_line(live.running()[0], 11)
    assert line.step == "The site does not answer; it is asked again" and line.percent is None


def test_a_backup_that_runs_is_not_offered_a_second_time(play: Play, fake: FakeHoldfast) -> None:
    """Also on a site with a service, where a second one would be begun."""

    async def scene(stage: Stage) -> None:
        status = await fake.status()
        subject, _ = next(one for one in status.attention if one[1].code in {"NEVER", "OVERDUE"})
        plain = attention_lines(status, lambda site, why: stage.desk.reason_of(why, site))
        busy = attention_lines(status, lambda site, why: stage.desk.reason_of(why, site), {subject})
        assert next(one for one in plain if one.subject == subject).words.fixes[0].action == "back_up"
        assert [one.action for one in next(one for one in busy if one.subject == subject).words.fixes] == ["show_activity"]

    play(scene)
