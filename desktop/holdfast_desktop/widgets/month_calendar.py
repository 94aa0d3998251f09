"""A month as a grid: what each day holds, told by a glyph, a number and a colour. Plain data in, signals out.

The grid is a table with a painted delegate, not one painted surface: so every day is a cell that assistive tools can read and that
the keyboard reaches. Arrows move by days and weeks, Page up and down by months, Home and End within a month, Enter opens a day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QVBoxLayout, QWidget

from holdfast_desktop.theme.controls import button, icon_button, label, row, tabular
from holdfast_desktop.theme.icons import draw_icon
from holdfast_desktop.theme.theme import theme
from holdfast_desktop.theme.tokens import RADIUS_CONTROL
from holdfast_desktop.wording.sizes import count
from holdfast_desktop.wording.times import day_name, day_short, month_title
from holdfast_desktop.wording.tr import tr

WEEKS, DAYS = 6, 7
LEAST_ROW, LEAST_COLUMN = 30, 44
GLYPH = 14.0
NARROW = 48
"""Cells below this width, without their margins, stack the number and what the day holds."""
DAY_ROLE = Qt.ItemDataRole.UserRole
MARK_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class DayMark:
    """What one day holds. `severity` (ok, warning, error, running, neutral) chooses the colour; `words` is read out and is the tip."""

    count: int
    icon: str
    severity: str
    words: str


class MonthModel(QAbstractTableModel):
    """Six weeks of days, from the week that the first of the month is in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.marks: Mapping[date, DayMark] = {}
        self.month = date(2000, 1, 1)
        self.first = self.month

    def show_month(self, month: date) -> None:
        self.beginResetModel()
        self.month = month.replace(day=1)
        self.first = self.month - timedelta(days=(self.month.isoweekday() - QLocale().firstDayOfWeek().value) % DAYS)
        self.endResetModel()

    def show_marks(self, marks: Mapping[date, DayMark]) -> None:
        self.marks = marks
        self.dataChanged.emit(self.index(0, 0), self.index(WEEKS - 1, DAYS - 1))

    def day_at(self, index: Index) -> date:
        return self.first + timedelta(days=index.row() * DAYS + index.column())

    def index_of(self, day: date) -> QModelIndex:
        """Not valid for a day that is not shown."""
        place = (day - self.first).days
        return self.index(place // DAYS, place % DAYS) if 0 <= place < WEEKS * DAYS else QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else WEEKS

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else DAYS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < DAYS:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return day_short(self.first + timedelta(days=section))
        return int(Qt.AlignmentFlag.AlignCenter) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        day = self.day_at(index)
        mark = self.marks.get(day)
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day.day)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return tr("{day}: {what}", day=day_name(day), what=mark.words if mark else tr("nothing"))
        if role == DAY_ROLE:
            return day
        return mark if role == MARK_ROLE else None


class MonthGrid(QTableView):
    """`moved(date)`: the keyboard or the pointer went there."""

    moved = Signal(object)
    opened = Signal(object)

    def __init__(self, model: MonthModel) -> None:
        super().__init__()
        self._month = model
        self.setModel(model)
        self.setObjectName("monthGrid")
        self.setProperty("flat", "true")
        self.setShowGrid(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        for header, least in ((self.horizontalHeader(), LEAST_COLUMN), (self.verticalHeader(), LEAST_ROW)):
            header.setMinimumSectionSize(least)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setItemDelegate(DayDelegate(self))
        self.setMinimumHeight(WEEKS * LEAST_ROW + 30)
        self.clicked.connect(lambda index: self.moved.emit(model.day_at(index)))
        self.activated.connect(lambda index: self.opened.emit(model.day_at(index)))

    def minimumSizeHint(self) -> QSize:
        return QSize(DAYS * LEAST_COLUMN, WEEKS * LEAST_ROW + 30)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        day = self._month.day_at(index) if index.isValid() else self._month.month
        there = _moved(day, Qt.Key(event.key()), self.isRightToLeft())
        if there is not None:
            self.moved.emit(there)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(day)
        else:
            super().keyPressEvent(event)


def _moved(day: date, key: Qt.Key, mirrored: bool) -> date | None:
    """Where `key` leads from `day`; None when it leads nowhere."""
    steps = {Qt.Key.Key_Up: -DAYS, Qt.Key.Key_Down: DAYS, Qt.Key.Key_Left: 1 if mirrored else -1, Qt.Key.Key_Right: -1 if mirrored else 1}
    if key in steps:
        return day + timedelta(days=steps[key])
    if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
        return other_month(day, -1 if key == Qt.Key.Key_PageUp else 1)
    if key == Qt.Key.Key_Home:
        return day.replace(day=1)
    return other_month(day.replace(day=1), 1) - timedelta(days=1) if key == Qt.Key.Key_End else None


def other_month(day: date, months: int) -> date:
    """The same day `months` later, or the last of that month."""
    place = day.year * 12 + day.month - 1 + months
    first = date(place // 12, place % 12 + 1, 1)
    following = date((place + 1) // 12, (place + 1) % 12 + 1, 1)
    return first.replace(day=min(day.day, (following - first).days))


class DayDelegate(QStyledItemDelegate):
    """The number of the day, and beside it what the day holds."""

    today: date | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, model = self.parent(), index.model()
        if not isinstance(view, MonthGrid) or not isinstance(model, MonthModel):
            return
        t = theme().tokens
        day, mark = model.day_at(index), model.marks.get(model.day_at(index))
        place = QRectF(QRect(option.rect)).adjusted(2, 2, -2, -2)
        chosen = view.currentIndex() == index
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if mark is not None and day.month == model.month.month:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.tone(mark.severity).tint))
            painter.drawRoundedRect(place, RADIUS_CONTROL, RADIUS_CONTROL)
        if chosen or day == self.today:
            painter.setPen(QPen(QColor(t.accent if chosen else t.control_border), 2 if chosen else 1))
            painter.setBrush(QColor(t.selected) if chosen and view.hasFocus() else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)
        self._paint_words(painter, option, place.adjusted(8, 0, -6, 0), day, mark, day.month == model.month.month)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, place: QRectF, day: date, mark: DayMark | None, inside: bool
    ) -> None:
        t = theme().tokens
        font = tabular(option.font)
        font.setBold(day == self.today)
        painter.setFont(font)
        painter.setPen(QColor(t.text if inside and mark else t.secondary if inside else t.disabled))
        middle = Qt.AlignmentFlag.AlignVCenter
        number, below = _halves(place) if place.width() < NARROW and place.height() >= 2 * GLYPH + 4 else (place, place)
        painter.drawText(number, Qt.AlignmentFlag.AlignLeft | middle, QLocale().toString(day.day))
        if mark is None:
            return
        place = below
        colour = t.tone(mark.severity).text if inside else t.disabled
        font.setBold(False)
        painter.setFont(font)
        words = count(mark.count) if mark.count > 1 else ""
        painter.setPen(QColor(colour))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | middle, words)
        used = painter.fontMetrics().horizontalAdvance(words) + 3 if words else 0
        draw_icon(painter, mark.icon, colour, QRectF(place.right() - used - GLYPH, place.center().y() - GLYPH / 2, GLYPH, GLYPH))


def _halves(place: QRectF) -> tuple[QRectF, QRectF]:
    """The number above, what the day holds below: where a cell is too narrow for both side by side."""
    return place.adjusted(0, 2, 0, -place.height() / 2), place.adjusted(0, place.height() / 2, 0, -2)


class MonthCalendar(QWidget):
    """`day_chosen(date)` when another day was chosen, `day_opened(date)` with Enter or a double click, `month_shown(date)`: its first."""

    day_chosen = Signal(object)
    day_opened = Signal(object)
    month_shown = Signal(object)

    def __init__(self, meaning: str, today: date) -> None:
        """`meaning`: the accessible name of the grid."""
        super().__init__()
        self.setObjectName("monthCalendar")
        self._model = MonthModel(self)
        self.grid = MonthGrid(self._model)
        self.grid.setAccessibleName(meaning)
        self._title = label(role="strong", name="monthTitle")
        self._back = icon_button("monthBack", "chevron-left", tr("Month before"), lambda: self.choose(other_month(self.day(), -1)))
        self._next = icon_button("monthNext", "chevron-right", tr("Month after"), lambda: self.choose(other_month(self.day(), 1)))
        self._now = button("monthToday", tr("Today"), "ghost", clicked=lambda: self.choose(self._today))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(row(self._back, self._next, self._title, None, self._now, gap=4))
        box.addWidget(self.grid, 1)
        self._day = today
        self.set_today(today)
        self._show()
        self.grid.moved.connect(self.choose)
        self.grid.opened.connect(self.day_opened)

    def set_today(self, today: date) -> None:
        self._today = today
        delegate = self.grid.itemDelegate()
        if isinstance(delegate, DayDelegate):
            delegate.today = today

    def show_marks(self, marks: Mapping[date, DayMark]) -> None:
        """What the days hold; all months at once."""
        self._model.show_marks(marks)

    def day(self) -> date:
        """The chosen day."""
        return self._day

    def choose(self, day: date) -> None:
        if day == self._day:
            return
        self._day = day
        self._show()
        self.day_chosen.emit(day)

    def _show(self) -> None:
        if self._day.replace(day=1) != self._model.month:
            self._model.show_month(self._day)
            self._title.setText(month_title(self._day))
            self.month_shown.emit(self._model.month)
        self.grid.setCurrentIndex(self._model.index_of(self._day))
