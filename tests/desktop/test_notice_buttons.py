"""The buttons of a notice: what it is about is shown, or the fix is done; from whatever thread the bus speaks."""

from __future__ import annotations

import asyncio

import pytest

from holdfast.telling.notices import Notice, Problem
from holdfast_desktop.notifications import Notifications, buttons
from tests.desktop.conftest import Play
from tests.desktop.stage import Stage
from tests.support.fake_holdfast import FakeHoldfast

SITE = "yoga-mitte.example"
OVERDUE = Notice("problems", (Problem(SITE, "OVERDUE", details={"days": 9}),))
TWO = Notice("problems", (*OVERDUE.problems, Problem("@disk", "REPO-DAMAGED")))
WELL = Notice("recovered", (Problem(SITE, "RECOVERED"),))


async def shown(stage: Stage, notices: Notifications, fake: FakeHoldfast, notice: Notice) -> None:
    fake.notices.due.append(notice)
    stage.desk.refresh()
    await stage.until(lambda: not fake.notices.due)
    await stage.settle()


@pytest.mark.usefixtures("dressed")
def test_a_notice_about_one_thing_has_its_fix() -> None:
    assert [label for _, label in buttons(OVERDUE)][1:] == ["Show", "Back up now"]
    assert [word for word, _ in buttons(TWO)] == ["default", "show"]
    assert [word for word, _ in buttons(WELL)] == ["default", "show"]


def test_the_fix_is_done_without_the_window_and_show_brings_it(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        notices = Notifications(stage.desk, lambda: True)
        wanted: list[str] = []
        notices.show_wanted.connect(lambda: wanted.append("window"))
        await shown(stage, notices, fake, OVERDUE)
        await asyncio.to_thread(fake.notices.chosen, "fix")  # the bus has a thread of its own
        await stage.until(lambda: "backups.create" in fake.names())
        assert wanted == []
        await stage.settle(0.1)
        await asyncio.to_thread(fake.notices.chosen, "default")
        await stage.until(lambda: wanted == ["window"])
        assert stage.window.place().site == SITE
        await shown(stage, notices, fake, TWO)
        await asyncio.to_thread(fake.notices.chosen, "show")
        await stage.until(lambda: stage.window.page_name() == "overview")
        notices.deleteLater()

    play(scene)


def test_a_button_of_a_notice_that_this_program_did_not_show_does_nothing(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        notices = Notifications(stage.desk, lambda: True)
        fake.calls.clear()
        fake.notices.chosen("fix")
        await stage.settle(0.1)
        assert "backups.create" not in fake.names()
        notices.deleteLater()

    play(scene)
