"""The tray's menu: complete, exchanged in place, never rebuilt under the hand, and at work without a tray host."""

from __future__ import annotations

import time
from datetime import timedelta

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from holdfast.jobs.messages import Finished, Progressed, Started
from holdfast.progress import Retry
from holdfast.verdict import Reason
from holdfast_desktop.tray import OPEN_AT_MOST, Tray
from holdfast_desktop.wording.waiting import WITHOUT_END
from tests.desktop.conftest import Play
from tests.desktop.stage import Stage
from tests.support.fake_holdfast import NOW, FakeHoldfast

SITE = "yoga-mitte.example"


def entry(menu: QMenu, name: str) -> QAction:
    return next(action for action in menu.actions() if action.objectName() == name)


def inner(tray: Tray, name: str) -> QMenu:
    found = tray.menu().findChild(QMenu, name)
    assert isinstance(found, QMenu)
    return found


def begin(stage: Stage, number: int, done: int = 40) -> None:
    now, job = time.monotonic() - 10, f"t{number}"
    stage.desk.live.apply(Started(job=job, site=f"site{number}.example", verb="backup"), now)
    stage.desk.live.apply(Progressed(job=job, phase="new", percent=float(done)), now)


def test_up_to_three_jobs_are_told_with_their_percent_and_lead_to_the_drawer(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        for number in range(4):
            begin(stage, number)
        tray = Tray(stage.desk)
        asked: list[str] = []
        tray.jobs_wanted.connect(lambda: asked.append("jobs"))
        jobs = [a for a in tray.menu().actions() if a.objectName() == "trayJob"]
        assert [a.text() for a in jobs] == [f"site{n}.example · Backup · 40 %" for n in range(3)]
        jobs[0].trigger()
        assert asked == ["jobs"]
        begin(stage, 0, done=60)
        tray.refresh()
        same = [a for a in tray.menu().actions() if a.objectName() == "trayJob"]
        assert same[0] is jobs[0] and same[0].text().endswith("60 %")  # exchanged in place
        tray.close()

    play(scene)


def test_several_backups_are_counted_in_the_tooltip(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        begin(stage, 0)
        begin(stage, 1)
        tray = Tray(stage.desk)
        assert tray.tooltip() == "Backing up 1 of 2 · 40 %"
        stage.desk.live.apply(Finished(job="t0", outcome="success"), time.monotonic())
        tray.refresh()
        assert tray.tooltip() == "Backing up 2 of 2 · 40 %"
        stage.desk.live.apply(Finished(job="t1", outcome="success"), time.monotonic())
        begin(stage, 2)
        tray.refresh()
        assert tray.tooltip() == "1 job running · 40 %"
        tray.close()

    play(scene)


def test_what_waits_for_another_try_says_so_in_menu_and_tooltip(play: Play) -> None:
    """In the tooltip only once all that runs waits."""

    async def scene(stage: Stage) -> None:
        begin(stage, 0)
        begin(stage, 1)
        tray = Tray(stage.desk)
        retry = Retry(600.0, 2, 9, "ANY", "shop.example did not answer in time.", "shop.example")
        words = "Retrying in 10 min (attempt 2 of 9): shop.example did not answer in time"
        earlier = time.monotonic() - 5
        for number in range(2):
            stage.desk.live.apply(Progressed(job=f"t{number}", phase="new", percent=40.0, retry=retry), earlier)
            assert (words in tray.tooltip()) is False
            tray.refresh()
            assert (words in tray.tooltip()) is (number == 1)
            told = [a.text() for a in tray.menu().actions() if a.objectName() == "trayJob"]
            assert told[number] == f"site{number}.example · Backup · 40 % · {words}"
        tray.close()

    play(scene)


def test_an_open_menu_is_left_alone_until_it_is_closed(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        tray = Tray(stage.desk)
        menu = tray.menu()
        menu.aboutToShow.emit()  # so does a host on the message bus, without showing the menu itself
        before = menu.actions()
        begin(stage, 1)
        tray.refresh()
        assert menu.actions() == before
        menu.aboutToHide.emit()
        await stage.until(lambda: any(a.objectName() == "trayJob" for a in menu.actions()))
        menu.aboutToShow.emit()
        tray._opened_at = time.monotonic() - OPEN_AT_MOST - 1  # and some never say that it was closed
        begin(stage, 2)
        tray.refresh()
        assert len([a for a in menu.actions() if a.objectName() == "trayJob"]) == 2
        tray.close()

    play(scene)


def test_the_status_line_opens_the_cause(play: Play, fake: FakeHoldfast) -> None:
    fake.attention = ((SITE, Reason("OVERDUE", details={"days": 9})),)

    async def scene(stage: Stage) -> None:
        tray = Tray(stage.desk)
        line = entry(tray.menu(), "trayStatus")
        assert SITE in line.text()
        opened: list[str] = []
        tray.opened.connect(lambda: opened.append("window"))
        line.trigger()
        await stage.settle()
        assert opened == ["window"] and stage.window.place().site == SITE
        tray.close()

    play(scene)


def test_the_newest_is_downloaded_of_one_and_of_all(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        tray = Tray(stage.desk)
        menu = inner(tray, "trayDownload")
        next(a for a in menu.actions() if a.objectName() == "trayDownloadOne").trigger()
        await stage.settle(0.2)
        assert len([name for name in fake.names() if name == "backups.download"]) == 1
        entry(menu, "trayDownloadAll").trigger()
        await stage.settle(0.4)
        assert len([name for name in fake.names() if name == "backups.download"]) == 16
        tray.close()

    play(scene)


def test_a_pause_without_end_and_one_that_stops_what_runs(play: Play, fake: FakeHoldfast) -> None:
    fake.step = 0.2

    async def scene(stage: Stage) -> None:
        tray = Tray(stage.desk)
        stage.desk.back_up([SITE])
        await stage.settle(0.3)
        pauses = inner(tray, "pauseMenu")
        entry(pauses, "pause30m").trigger()
        await stage.settle(0.1)
        assert ("schedules.pause", {"site": None, "until": NOW + timedelta(minutes=30)}) in fake.calls
        assert "jobs.cancel" not in fake.names()
        stage.desk.set_pause_stops(True)
        stage.desk.pauses = {}
        tray.refresh()
        entry(inner(tray, "pauseMenu"), "pauseResumed").trigger()
        await stage.settle(0.2)
        assert ("schedules.pause", {"site": None, "until": WITHOUT_END}) in fake.calls
        assert "jobs.cancel" in fake.names()
        tray.refresh()
        assert entry(tray.menu(), "resumeSchedules").text() == "Resume (paused)"
        assert "Paused until you resume" in tray.tooltip()
        tray.close()

    play(scene)


def test_without_a_tray_host_the_icon_is_not_there_and_nothing_breaks(play: Play) -> None:
    """Off screen there is none."""

    async def scene(stage: Stage) -> None:
        tray = Tray(stage.desk)
        tray.show()
        assert not tray.is_there()
        begin(stage, 1)
        tray.refresh()
        tray.tell("title", "text")
        tray.close()

    play(scene)
