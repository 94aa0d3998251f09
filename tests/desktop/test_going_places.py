"""Going places by keyboard: anything by name, back and forward; and what the window remembers."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QMenu

from holdfast.app import Holdfast
from holdfast_desktop.dialogs.go_to import Goal, GoTo, matching
from holdfast_desktop.dialogs.texts import shortcuts
from holdfast_desktop.main_window import MainWindow
from holdfast_desktop.main_window.places import Place, Trail
from holdfast_desktop.main_window.remembered import WindowMemory
from holdfast_desktop.main_window.window import SIZE
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.settings import SettingsPage
from holdfast_desktop.widgets import announcing
from tests.desktop.conftest import Play
from tests.desktop.stage import Stage
from tests.support.fake_holdfast import NOW, FakeHoldfast
from tests.support.sample_rows import crowded

SITE = "yoga-mitte.example"
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def test_a_trail_goes_both_ways_and_a_step_aside_forgets_what_lay_ahead() -> None:
    a, b, c = Place("overview"), Place("sites", "x"), Place("storage")
    trail = Trail()
    trail.leave(a, b)
    trail.leave(b, c)
    assert trail.back(c) == b and trail.back(b) == a and trail.back(a) is None
    assert trail.forward(a) == b
    trail.leave(b, a)
    assert trail.forward(a) is None


def test_back_and_forward_by_keys_also_to_a_site(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        window = stage.window
        window.open_site(SITE)
        window.go("storage")
        QTest.keyClick(window, Qt.Key.Key_Left, ALT)
        assert window.place() == Place("sites", SITE)
        QTest.keyClick(window, Qt.Key.Key_Left, ALT)
        assert window.place() == Place("overview")
        QTest.keyClick(window, Qt.Key.Key_Right, ALT)
        QTest.keyClick(window, Qt.Key.Key_Right, ALT)
        assert window.place() == Place("storage")

    play(scene)


def test_a_site_that_the_table_opened_is_a_step_of_its_own(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        window = stage.window
        window.go("sites")
        window.pages["sites"].open_site(SITE)  # type: ignore[attr-defined]  # as a double click does
        window.back()
        assert window.place() == Place("sites")
        window.forward()
        assert window.place() == Place("sites", SITE)
        QTest.keyClick(window, Qt.Key.Key_Escape)
        assert window.place() == Place("sites")

    play(scene)


def goals(*texts: str) -> list[Goal]:
    return [Goal(text, text, "Action", "info", lambda: None) for text in texts]


def test_what_begins_so_comes_first() -> None:
    found = matching(goals("Show backups", "A backup", "Back up all", "Nothing"), "back")
    assert [goal.text for goal in found] == ["Back up all", "Show backups", "A backup"]
    assert matching(goals("Back up yoga"), "yoga back") and not matching(goals("Back up yoga"), "yoga restore")


def test_anything_is_gone_to_by_keys_alone(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        async def go(text: str, downs: int = 0) -> None:
            stage.window.activateWindow()
            await stage.settle()
            QTest.keyClick(stage.window, Qt.Key.Key_K, CTRL)
            await stage.settle()
            field = stage.find(QLineEdit, "goToField", stage.dialog())
            QTest.keyClicks(field, text)
            for _ in range(downs):
                QTest.keyClick(field, Qt.Key.Key_Down)
            QTest.keyClick(field, Qt.Key.Key_Return)
            await stage.settle(0.2)

        await go("storage")
        assert stage.window.page_name() == "storage"
        await go("yoga-mitte")
        assert stage.window.place() == Place("sites", SITE)
        await go("back up yoga-mitte")
        assert next(given for name, given in fake.calls if name == "backups.create")["sites"] == (SITE,)
        await go("concurrent jobs of mine")
        assert stage.window.page_name() == "settings"  # whatever was typed may be a setting
        settings = stage.window.page()
        assert isinstance(settings, SettingsPage)
        stage.window.go("overview")
        await go(settings.titles()[0][0])
        assert stage.window.page_name() == "settings"

    play(scene)


def test_nothing_fits_is_said_and_enter_does_nothing(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        dialog = GoTo(goals("Back up all"), stage.window)
        dialog.open()
        field = stage.find(QLineEdit, "goToField", dialog)
        field.setText("zzz nothing")
        assert stage.find(QListView, "goToList", dialog).model().rowCount() == 0
        assert stage.find(QLabel, "goToNothing", dialog).isVisible()
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert dialog.isVisible()

    play(scene)


def test_the_help_names_every_key_of_the_window(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        told = " ".join(keys for keys, _ in shortcuts()).replace("←", "Left").replace("→", "Right")
        keys = {one.key().toString(QKeySequence.SequenceFormat.PortableText) for one in stage.window.findChildren(QShortcut)
                if one.parent() is stage.window}  # fmt: skip
        assert len(keys) > 15
        pages = {f"Ctrl+{n}" for n in range(2, 6)}  # within Ctrl+1 … Ctrl+6
        assert {key for key in keys - pages if key not in told} == set()

    play(scene)


def test_ctrl_r_restores_the_site_that_the_keyboard_is_at(play: Play) -> None:
    """On Overview and on the table of sites alike."""

    async def scene(stage: Stage) -> None:
        rows = stage.find(QListView, "siteRows")
        place = next(n for n in range(rows.model().rowCount()) if rows.model().index(n, 0).data().startswith("yoga-mitte"))
        rows.setFocus()
        rows.setCurrentIndex(rows.model().index(place, 0))
        QTest.keyClick(rows, Qt.Key.Key_R, CTRL)
        await stage.settle(0.2)
        assert stage.dialog().objectName() == "restoreDialog"

    play(scene)


def test_ctrl_p_offers_a_pause_and_then_ends_it(play: Play, fake: FakeHoldfast) -> None:
    async def scene(stage: Stage) -> None:
        QTest.keyClick(stage.window, Qt.Key.Key_P, CTRL)
        menu = stage.window.findChild(QMenu, "pauseMenu")
        assert isinstance(menu, QMenu) and menu.isVisible()
        menu.actions()[0].trigger()
        menu.close()
        stage.window.activateWindow()
        await stage.settle(0.2)
        assert "schedules.pause" in fake.names()
        QTest.keyClick(stage.window, Qt.Key.Key_P, CTRL)
        await stage.settle(0.2)
        assert "schedules.resume" in fake.names()

    play(scene)


def test_size_page_and_sidebar_are_remembered(run: Callable[[Coroutine[Any, Any, None]], None], tmp_path: Path) -> None:
    def open_window() -> MainWindow:
        desk = Desk(cast(Holdfast, crowded(2)), lambda: NOW)
        return MainWindow(desk, WindowMemory(str(tmp_path / "window.ini")))

    async def scene() -> None:
        first = open_window()
        first.resize(1300, 800)
        first.show()
        first.go("storage")
        first.fold_sidebar()
        first.hide()
        await first.desk.close()
        second = open_window()
        assert second.size() != SIZE  # as it was, as far as this screen has room
        assert second.page_name() == "storage"
        second.show()
        assert second.sidebar.width() == 56
        second.hide()
        await second.desk.close()

    run(scene())


def test_the_end_of_a_job_and_errors_are_announced(play: Play, fake: FakeHoldfast, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[tuple[str, bool]] = []
    monkeypatch.setattr(announcing, "announce", lambda _window, words, urgent=False: said.append((words, urgent)))

    async def scene(stage: Stage) -> None:
        stage.window.flows.back_up(SITE)
        await stage.settle(0.2)
        stage.desk.failed(ValueError("x"))
        assert said[0] == (f"{SITE}, Backup: Done", False)
        assert said[-1][1]

    play(scene)


def test_an_announcement_is_made_where_somebody_listens(play: Play) -> None:
    """Qt takes the event; nothing is drawn or focused by it."""

    async def scene(stage: Stage) -> None:
        QAccessible.setActive(True)
        focus: list[QEvent.Type] = []

        class Watch(QObject):
            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
                    focus.append(event.type())
                return False

        watch = Watch(stage.window)
        stage.window.installEventFilter(watch)
        announcing.announce(stage.window, "done")
        app = QApplication.instance()
        assert app is not None
        announcing.announce(app, "done, and there is no window")
        assert focus == []

    play(scene)
