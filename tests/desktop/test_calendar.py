"""The month calendar: what the days say, and how the keyboard moves."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from holdfast.records import Backup
from holdfast_desktop.pages.backup_days import day_marks
from holdfast_desktop.widgets.month_calendar import DayMark, MonthCalendar, other_month

TODAY = date(2026, 11, 20)


@pytest.fixture
def calendar(dressed: QApplication, qtbot: QtBot) -> MonthCalendar:
    made = MonthCalendar("Backups by day", TODAY)
    qtbot.addWidget(made)
    made.resize(500, 320)
    made.show()
    return made


@pytest.mark.parametrize(
    ("key", "there"),
    [
        (Qt.Key.Key_Left, date(2026, 11, 19)),
        (Qt.Key.Key_Right, date(2026, 11, 21)),
        (Qt.Key.Key_Up, date(2026, 11, 13)),
        (Qt.Key.Key_Down, date(2026, 11, 27)),
        (Qt.Key.Key_PageUp, date(2026, 10, 20)),
        (Qt.Key.Key_PageDown, date(2026, 12, 20)),
        (Qt.Key.Key_Home, date(2026, 11, 1)),
        (Qt.Key.Key_End, date(2026, 11, 30)),
    ],
)
def test_the_keyboard_reaches_every_day(calendar: MonthCalendar, key: Qt.Key, there: date) -> None:
    chosen: list[date] = []
    calendar.day_chosen.connect(chosen.append)
    QTest.keyClick(calendar.grid, key)
    assert chosen == [there]
    assert calendar.grid.currentIndex().data(Qt.ItemDataRole.UserRole) == there
    title = calendar.findChild(QLabel, "monthTitle")
    assert isinstance(title, QLabel)
    assert title.text() == f"{there:%B} {there.year}"


def test_enter_opens_the_day(calendar: MonthCalendar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(calendar.day_opened) as opened:
        QTest.keyClick(calendar.grid, Qt.Key.Key_Return)
    assert opened.args == [TODAY]


def test_a_month_begins_in_the_week_of_the_locale_and_months_have_their_own_length(calendar: MonthCalendar) -> None:
    first = calendar.grid.model().index(0, 0).data(Qt.ItemDataRole.UserRole)
    assert (first, first.isoweekday()) == (date(2026, 10, 26), 1)  # British weeks begin on Monday
    assert other_month(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert other_month(date(2026, 12, 31), 1) == date(2027, 1, 31)
    assert other_month(date(2026, 1, 5), -1) == date(2025, 12, 5)


def test_each_day_can_be_read_out(calendar: MonthCalendar) -> None:
    calendar.show_marks({TODAY: DayMark(3, "circle-check", "ok", "3 backups, complete")})
    spoken = calendar.grid.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert "20 November 2026" in spoken
    assert "3 backups, complete" in spoken
    assert "nothing" in calendar.grid.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_worst_backup_of_a_day_marks_it() -> None:
    def made(day: int, **more: object) -> Backup:
        return Backup("a", "s", created_at=datetime(2026, 11, day, 12, tzinfo=UTC), **more)  # type: ignore[arg-type]  # names of a Backup

    rows = [made(1), made(1, metadata={"partial": True}), made(2, status="failed"), made(3, metadata={"keep": True}), made(4), made(4)]
    marks = day_marks(rows)
    told = {day.day: (mark.count, mark.icon, mark.severity) for day, mark in marks.items()}
    assert told == {
        1: (2, "triangle-alert", "warning"),
        2: (1, "circle-x", "error"),
        3: (1, "pin", "ok"),
        4: (2, "circle-check", "ok"),
    }
    assert marks[date(2026, 11, 1)].words == "2 backups, 1 incomplete"
