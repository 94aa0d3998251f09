"""A program that sits in the tray makes no window before somebody needs it, and misses nothing until then."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton

from holdfast.app import Holdfast
from holdfast.jobs.messages import Finished, Started
from holdfast_desktop.application.without_window import WithoutWindow
from holdfast_desktop.main_window import MainWindow
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.tray import Tray
from holdfast_desktop.widgets import announcing
from tests.desktop.stage import Stage
from tests.support.fake_holdfast import NOW, FakeHoldfast

SITE = "yoga-mitte.example"
Run = Callable[[Coroutine[Any, Any, None]], None]


class Hidden:
    """A desk without a window; the window is made, once, when it is needed."""

    def __init__(self, fake: FakeHoldfast) -> None:
        self.fake = fake
        self.desk = Desk(cast(Holdfast, fake), lambda: NOW)
        self.made: list[MainWindow] = []
        app = QApplication.instance()
        assert app is not None
        self.stand_in = WithoutWindow(self.desk, app, self.window)
        self.desk.refresh()

    def window(self) -> MainWindow:
        if not self.made:
            self.made.append(MainWindow(self.desk))
            self.made[0].begin()
            self.stand_in.give_way()
        return self.made[0]

    def stage(self) -> Stage:
        return Stage(self.fake, self.window(), self.desk)

    async def settle(self, seconds: float = 0.05) -> None:
        await Stage(self.fake, cast(MainWindow, None), self.desk).settle(seconds)  # which asks no window


def play_hidden(run: Run, fake: FakeHoldfast, story: Callable[[Hidden], Awaitable[None]]) -> None:
    async def scene() -> None:
        hidden = Hidden(fake)
        while hidden.desk.status is None:
            await hidden.settle()
        assert not hidden.made
        await story(hidden)
        await hidden.stage().close()

    run(scene())


@pytest.mark.parametrize(
    ("ask", "asked"),
    [
        (lambda desk: desk.action_wanted.emit("back_up", SITE), ([SITE], False)),
        (lambda desk: desk.action_wanted.emit("back_up_all", ""), ([], True)),
        (lambda desk: desk.back_up(all_sites=True), ([], True)),
        (lambda desk: desk.back_up([SITE, "hotel-seeblick.example"]), ([SITE, "hotel-seeblick.example"], False)),
    ],
)
def test_what_is_asked_of_the_window_is_done_once(
    run: Run, fake: FakeHoldfast, ask: Callable[[Desk], None], asked: tuple[list[str], bool]
) -> None:
    async def story(hidden: Hidden) -> None:
        for times in (1, 2):  # without a window, and with the one that this made
            ask(hidden.desk)
            await hidden.settle(0.2)
            assert len(hidden.made) == 1 and not hidden.made[0].isVisible()
            calls = [given for name, given in fake.calls if name == "backups.create"]
            assert [(list(given["sites"]), given["all_sites"]) for given in calls] == [asked] * times

    play_hidden(run, fake, story)


def test_the_way_to_a_site_and_to_a_page_leads_to_a_new_window(run: Run, fake: FakeHoldfast) -> None:
    async def story(hidden: Hidden) -> None:
        hidden.desk.site_wanted.emit(SITE)
        await hidden.settle()
        assert hidden.made and hidden.window().place().site == SITE
        hidden.desk.page_wanted.emit("storage")
        assert hidden.window().page_name() == "storage"

    play_hidden(run, fake, story)


def test_a_page_can_be_what_the_window_is_made_for(run: Run, fake: FakeHoldfast) -> None:
    async def story(hidden: Hidden) -> None:
        hidden.desk.page_wanted.emit("activity")
        assert hidden.made and hidden.window().page_name() == "activity"

    play_hidden(run, fake, story)


def test_a_backup_of_one_site_needs_no_window_and_its_end_is_said_aloud(
    run: Run, fake: FakeHoldfast, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[tuple[QObject, str, bool]] = []
    monkeypatch.setattr(announcing, "announce", lambda speaker, words, urgent=False: said.append((speaker, words, urgent)))

    async def story(hidden: Hidden) -> None:
        tray = Tray(hidden.desk)
        fake.tell(Started(job="a", site=SITE, verb="backup"))
        fake.tell(Finished(job="a", site=SITE, outcome="success"))
        hidden.desk.failed(ValueError("x"))
        assert not hidden.made
        assert [(speaker, urgent) for speaker, _, urgent in said] == [(QApplication.instance(), False), (QApplication.instance(), True)]
        assert said[0][1] == f"{SITE}, Backup: Done"
        window = hidden.window()
        window.show()
        notice = hidden.stage().find(QLabel, "noticeTitle")
        assert notice.text() == said[1][1], "what was said last stands in the window when it comes"
        assert [job.id for job in hidden.desk.live.finished()] == ["a"]
        fake.tell(Started(job="b", site=SITE, verb="backup"))
        fake.tell(Finished(job="b", site=SITE, outcome="success"))
        assert [speaker for speaker, words, _ in said if words.endswith("Done")] == [QApplication.instance(), window], "by one of them"
        tray.close()

    play_hidden(run, fake, story)


def test_a_window_made_late_knows_what_attention_is_needed_and_what_runs(run: Run, fake: FakeHoldfast) -> None:
    async def story(hidden: Hidden) -> None:
        fake.tell(Started(job="a", site=SITE, verb="backup"))
        window = hidden.window()
        window.show()
        stage = hidden.stage()
        assert stage.find(QPushButton, "navSites").text() == "Sites   4"
        assert stage.find(QProgressBar, "jobSummaryBar")
        assert len(window.running()) == 1

    play_hidden(run, fake, story)
