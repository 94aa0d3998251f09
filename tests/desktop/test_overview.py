"""Overview: what it answers, what it lets do, and the states it has besides content."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QListView, QMenu, QPushButton, QToolButton, QWidget

from holdfast.errors import Busy, Failure, StorageError
from holdfast.verdict import Reason
from holdfast_desktop.pages.overview_words import as_of, attention_lines, coming_runs, first_steps
from holdfast_desktop.wording.errors import ErrorWords, reason_words
from tests.desktop.conftest import Play
from tests.desktop.stage import Stage, raise_stage
from tests.support.day_marks import day_marks
from tests.support.fake_holdfast import NOW, FakeHoldfast
from tests.support.sample_rows import crowded, scheduled

Run = Callable[[Coroutine[Any, Any, None]], None]


def played(run: Run, fake: FakeHoldfast, scene: Callable[[Stage], Coroutine[Any, Any, None]]) -> None:
    """A scene over a home of its own."""

    async def whole() -> None:
        stage = await raise_stage(fake)
        try:
            await scene(stage)
        finally:
            await stage.close()

    run(whole())


def status_of(fake: FakeHoldfast) -> Any:
    import asyncio

    return asyncio.run(fake.status())


# words


@pytest.mark.usefixtures("dressed")
def test_the_next_day_names_what_waits_first() -> None:
    strong, runs, more = coming_runs(status_of(scheduled()), NOW)
    assert strong == "15 backups · 1 waits"
    assert [run.waits for run in runs] == [True, False, False, False]
    assert runs[0].tip == "no network" and more == "and 11 more"


@pytest.mark.usefixtures("dressed")
def test_a_day_without_runs_says_when_the_next_comes() -> None:
    fake = crowded(2)
    assert coming_runs(status_of(fake), NOW)[0] == "Nothing is planned"
    fake.replace_site("yoga-mitte.example", next_run_at=NOW + timedelta(days=3))
    strong, _, more = coming_runs(status_of(fake), NOW)
    assert strong == "Nothing is due" and "yoga-mitte.example" in more


@pytest.mark.usefixtures("dressed")
def test_a_locked_password_store_is_one_thing_however_many_sites_wait() -> None:
    fake = crowded(9)
    fake.attention = tuple((site.name, Reason("KEY-LOCKED")) for site in fake.site_views[:6]) + fake.attention[-1:]
    lines = attention_lines(status_of(fake), lambda subject, reason: reason_words(reason, subject))
    assert [line.subject for line in lines][:1] == [""]
    assert "6 sites" in lines[0].words.body and lines[0].words.fixes[0].action == "unlock"
    assert len([line for line in lines if line.words.code == "KEY-LOCKED"]) == 1


@pytest.mark.usefixtures("dressed")
def test_every_line_that_needs_attention_has_a_button() -> None:
    """Also for what nobody has words for."""
    fake = crowded(9)
    fake.attention = tuple((name, Reason("NEVER-SEEN-BEFORE", "Something.")) for name in ("yoga-mitte.example", "@Studio disk"))
    lines = attention_lines(status_of(fake), lambda _subject, _reason: ErrorWords("Something", "", "error", ()))
    assert [line.words.fixes[0].action for line in lines] == ["show_activity", "edit_storage"]


@pytest.mark.usefixtures("dressed")
def test_the_age_is_told_only_when_it_matters() -> None:
    assert as_of(NOW, NOW + timedelta(minutes=1), failed=False, offline=False) == ""
    assert as_of(NOW, NOW + timedelta(minutes=9), failed=False, offline=False).startswith("As of ")
    assert as_of(NOW, NOW, failed=True, offline=False).startswith("As of ")
    assert as_of(NOW, NOW, failed=False, offline=True).endswith(", offline")


@pytest.mark.usefixtures("dressed")
def test_first_steps_come_from_what_has_happened() -> None:
    fake = crowded(1)
    fake.replace_site("yoga-mitte.example", proven_at=None)
    steps = {step.name: step.done for step in first_steps(status_of(fake), {"Studio disk": NOW})}
    assert steps == {"backup": True, "kit": False, "drill": False}  # one of two storages is not enough
    fake.storage_views = []
    assert "kit" not in {step.name for step in first_steps(status_of(fake), {})}


# the page


def test_the_filter_leaves_what_fits_while_typing(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        rows = stage.find(QListView, "siteRows")
        field = stage.find(QLineEdit, "overviewSearch")
        QTest.keyClicks(field, "yoga")
        assert [rows.model().index(n, 0).data().split(",")[0] for n in range(rows.model().rowCount())] == ["yoga-mitte.example"]
        field.setText("bucket frankfurt")
        assert rows.model().rowCount() == 7
        field.setText("no such site")
        assert stage.find(QLabel, "overviewNothing").text() == "No site fits the filter."
        stage.find(QPushButton, "overviewClear").click()
        assert rows.model().rowCount() == 16

    play(scene)


def test_first_steps_disappear_when_they_are_done(run: Run) -> None:
    fake = crowded(3)
    fake.kits = {}
    for view in list(fake.site_views):
        fake.replace_site(view.name, proven_at=None)

    async def scene(stage: Stage) -> None:
        card = stage.find(QFrame, "checklist")
        assert stage.find(QLabel, "checklistCount").text() == "1 of 3 done"
        fake.kits = {"Studio disk": NOW, "Bucket in Frankfurt": NOW}
        fake.replace_site("yoga-mitte.example", proven_at=NOW)
        stage.desk.refresh()
        await stage.settle()
        assert not card.isVisible()

    played(run, fake, scene)


def test_first_steps_can_be_put_away_for_good(run: Run) -> None:
    fake = crowded(3)
    fake.kits = {}

    async def scene(stage: Stage) -> None:
        stage.find(QToolButton, "checklistClose").click()
        await stage.settle()
        stage.desk.refresh()
        await stage.settle()
        assert fake.value.onboarding_done
        assert not stage.window.findChild(QFrame, "checklist").isVisible()  # type: ignore[union-attr]  # the page has one

    played(run, fake, scene)


def test_a_drill_is_begun_from_the_first_steps(run: Run) -> None:
    fake = crowded(1)
    fake.replace_site("yoga-mitte.example", proven_at=None)

    async def scene(stage: Stage) -> None:
        asked: list[tuple[str, str]] = []
        stage.desk.action_wanted.connect(lambda *given: asked.append(given))
        stage.find(QPushButton, "checklistDo", stage.find(QWidget, "checklistDrill")).click()
        await stage.settle()
        assert asked == [("drill", "yoga-mitte.example")]

    played(run, fake, scene)


def test_unlock_is_one_click_away(run: Run) -> None:
    fake = crowded(4)
    fake.attention = tuple((site.name, Reason("KEY-LOCKED")) for site in fake.site_views)

    async def scene(stage: Stage) -> None:
        fixes = stage.window.findChildren(QPushButton, "attentionFix")
        assert [one.text() for one in fixes] == ["Unlock"]
        fixes[0].click()
        await stage.settle()
        assert "unlock_secrets" in fake.names()

    played(run, fake, scene)


def test_what_was_shown_stays_with_its_age_when_asking_fails(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        fake.fail_with["status"] = Busy("The disk does not answer.", code="STATE-BUSY")
        stage.desk.refresh()
        await stage.settle()
        assert stage.find(QLabel, "overviewAge").text().startswith("As of ")
        assert stage.find(QListView, "siteRows").model().rowCount() == 16
        del fake.fail_with["status"]
        stage.desk.refresh()
        await stage.settle()
        assert stage.find(QLabel, "overviewAge").text() == ""

    play(scene)


def test_a_first_question_that_fails_can_be_asked_again(run: Run) -> None:
    fake = crowded(2)
    fake.fail_with["status"] = StorageError("The database cannot be read.")

    async def scene(stage: Stage) -> None:
        del fake.fail_with["status"]
        stage.find(QPushButton, "overviewEmptyButton").click()
        await stage.settle()
        assert stage.find(QListView, "siteRows").model().rowCount() == 2

    played(run, fake, scene)


def test_while_the_first_answer_is_under_way_a_skeleton_is_shown(run: Run) -> None:
    fake = crowded(2)

    async def scene(stage: Stage) -> None:
        page = stage.window.pages["overview"]
        states = page._states  # type: ignore[attr-defined]  # its state is not to be seen otherwise
        states.loading()
        await stage.until(lambda: stage.window.findChild(QWidget, "overviewSkeleton").isVisible())  # type: ignore[union-attr]
        stage.window.grab()

    played(run, fake, scene)


def test_a_row_has_a_menu_and_tells_its_commands(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        rows = stage.find(QListView, "siteRows")
        rows.setFocus()
        place = next(n for n in range(rows.model().rowCount()) if rows.model().index(n, 0).data().startswith("yoga-mitte"))
        rows.setCurrentIndex(rows.model().index(place, 0))
        QApplication.sendEvent(rows.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
        await stage.settle()
        menu = stage.window.findChild(QMenu, "siteRowMenu")
        assert isinstance(menu, QMenu)
        commands = menu.findChild(QMenu, "siteMenuCommands")
        assert isinstance(commands, QMenu)
        commands.actions()[0].trigger()
        assert QGuiApplication.clipboard().text() == "holdfast backup create yoga-mitte.example"
        next(a for a in menu.actions() if a.objectName() == "siteMenuBackUp").trigger()
        await stage.settle(0.2)
        assert next(given for name, given in fake.calls if name == "backups.create")["sites"] == ("yoga-mitte.example",)
        menu.close()

    play(scene)


def test_enter_on_a_row_opens_its_site(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        rows = stage.find(QListView, "siteRows")
        rows.setFocus()
        rows.setCurrentIndex(rows.model().index(0, 0))
        QTest.keyClick(rows, Qt.Key.Key_Return)
        assert stage.window.place().site == "bäckerei-grüße.example"

    play(scene)


def test_a_screen_reader_is_told_what_the_strip_shows(play: Play, fake: FakeHoldfast) -> None:
    """Name and status are the row's name; the painted days are its description."""
    fake.replace_site("yoga-mitte.example", recent=day_marks(["success"] * 20 + ["failed"] + ["success"] * 8 + ["missed"], NOW))

    async def scene(stage: Stage) -> None:
        rows = stage.find(QListView, "siteRows")
        names = [rows.model().index(place, 0).data() for place in range(rows.model().rowCount())]
        place = next(place for place, name in enumerate(names) if name.startswith("yoga-mitte.example"))
        row = QAccessible.queryAccessibleInterface(rows).child(place)
        assert row.text(QAccessible.Text.Name) == names[place]
        assert row.text(QAccessible.Text.Description) == "30 days: 28 backed up, 1 failed on 11 November, 1 missed"

    play(scene)


# all at once


def test_the_newest_of_all_is_downloaded_and_one_bad_site_stops_no_other(play: Play, fake: FakeHoldfast) -> None:
    fake.outcomes["Café Morgenrot"] = Failure("network", "NET-TIMEOUT", "no answer", details={"host": "x"})

    async def scene(stage: Stage) -> None:
        stage.find(QPushButton, "downloadNewest").click()
        await stage.settle(0.4)
        asked = [given["site"] for name, given in fake.calls if name == "backups.download"]
        assert len(asked) == 15 and "tischlerei-holm.example" not in asked  # it has no backup
        assert stage.find(QLabel, "noticeTitle").text() == "1 of 15 downloads failed"
        fake.outcomes.clear()
        fake.calls.clear()
        stage.find(QPushButton, "noticeFix").click()
        await stage.settle(0.3)
        assert [given["site"] for name, given in fake.calls if name == "backups.download"] == ["Café Morgenrot"]
        assert stage.find(QLabel, "noticeTitle").text() == "1 backup is downloaded"

    play(scene)


def test_a_download_that_cannot_even_begin_is_a_row_of_the_result(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        fake.fail_with["backups.download"] = StorageError("There is no room.", code="SPACE-LOCAL")
        stage.window.bulk.download(["yoga-mitte.example"])
        await stage.settle(0.2)
        assert stage.find(QLabel, "noticeTitle").text() == "1 of 1 download failed"

    play(scene)


def test_several_chosen_sites_are_told_one_by_one_too(play: Play, fake: FakeHoldfast) -> None:
    """From the table of sites, the tray, and the list of what needs attention."""
    fake.outcomes["Café Morgenrot"] = Failure("space", "SPACE-DEST", "full", details={"storage": "Studio disk"})
    some = ["Café Morgenrot", "yoga-mitte.example"]

    async def scene(stage: Stage) -> None:
        stage.desk.back_up(some)
        await stage.settle(0.3)
        assert stage.find(QLabel, "noticeTitle").text() == "1 of 2 backups failed"
        stage.window.flows.download_newest(some)
        await stage.settle(0.3)
        assert stage.find(QLabel, "noticeTitle").text() == "1 of 2 downloads failed"

    play(scene)
