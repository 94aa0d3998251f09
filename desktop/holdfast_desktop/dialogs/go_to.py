"""Go to anything: one field over all sites, pages, actions and settings; filters as you type, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QDialog, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from holdfast_desktop.models.rows import ROW_ROLE, Column, RowsModel
from holdfast_desktop.theme.controls import column, label
from holdfast_desktop.theme.icons import draw_icon
from holdfast_desktop.theme.theme import theme
from holdfast_desktop.widgets.header import search_field
from holdfast_desktop.wording.keys import key_words
from holdfast_desktop.wording.tr import tr

SHOWN, HEIGHT, ROWS = 60, 40, 9


@dataclass(frozen=True)
class Goal:
    """One thing to go to. `kind` is told at its right side, with the keys that lead there by themselves."""

    name: str
    text: str
    kind: str
    icon: str
    go: Callable[[], object]
    keys: str = ""
    more: str = ""
    """Further words that find it."""


def matching(goals: Sequence[Goal], text: str) -> list[Goal]:
    """Those in which every word stands; what begins so comes first, then the order given."""
    words = text.casefold().split()
    found = []
    for place, goal in enumerate(goals):
        name = goal.text.casefold()
        everything = f"{name} {goal.kind} {goal.more}".casefold()
        if all(word in everything for word in words):
            begins = bool(words) and name.startswith(words[0])
            inside = bool(words) and any(part.startswith(words[0]) for part in name.split())
            found.append((0 if begins else 1 if inside else 2 if not words or words[0] in name else 3, place, goal))
    return [goal for _, _, goal in sorted(found, key=lambda one: one[:2])[:SHOWN]]


class GoTo(QDialog):
    """Closes itself, then goes."""

    def __init__(self, goals: Sequence[Goal], parent: QWidget | None = None, otherwise: Callable[[str], Goal] | None = None) -> None:
        """`otherwise`: what to do with any text, told last."""
        super().__init__(parent)
        self._otherwise = otherwise
        self.setObjectName("goToDialog")
        self.setWindowTitle(tr("Go to anything"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        self._goals = goals
        self._field = search_field("goToField", tr("A site, a page, an action, a setting…"))
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._filter)
        self._model: RowsModel[Goal] = RowsModel([Column("", lambda g: f"{g.text}, {g.kind}")], key=lambda g: g.name, parent=self)
        self._list = QListView()
        self._list.setObjectName("goToList")
        self._list.setAccessibleName(tr("Places"))
        self._list.setProperty("flat", "true")
        self._list.setModel(self._model)
        self._list.setItemDelegate(_GoalPainter(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFixedHeight(HEIGHT * ROWS)
        self._list.clicked.connect(self._take)
        self._none = label(tr("Nothing fits."), tone="secondary", name="goToNothing")
        self._none.setContentsMargins(12, 12, 0, 12)
        self.setLayout(column(self._field, self._none, self._list, gap=8, margins=(12, 12, 12, 12)))
        self._filter("")

    def _filter(self, text: str) -> None:
        found = matching(self._goals, text)
        if text.strip() and self._otherwise is not None:
            found.append(self._otherwise(text))
        self._model.set_rows(found)
        self._list.setCurrentIndex(self._model.index(0, 0))
        self._none.setVisible(self._model.rowCount() == 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move the list while the field has the keyboard."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: ROWS, Qt.Key.Key_PageUp: -ROWS}
            if event.key() in steps:
                last = self._model.rowCount() - 1
                row = min(max(self._list.currentIndex().row() + steps[Qt.Key(event.key())], 0), last)
                self._list.setCurrentIndex(self._model.index(row, 0))
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._take(self._list.currentIndex())
                return True
        return False

    def _take(self, index: QModelIndex) -> None:
        goal = self._model.row_at(index)
        if goal is not None:
            self.accept()
            goal.go()


class _GoalPainter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(320, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        goal = index.data(ROW_ROLE)
        if not isinstance(goal, Goal):
            return
        t = theme().tokens
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.selected))
            painter.drawRoundedRect(QRectF(rect).adjusted(0, 1, -6, -1), 6, 6)
        draw_icon(painter, goal.icon, t.secondary, QRectF(rect.left() + 12, rect.center().y() - 8, 16, 16))
        painter.setFont(option.font)
        aside = f"{goal.kind}   {key_words(goal.keys)}" if goal.keys else goal.kind
        wide = painter.fontMetrics().horizontalAdvance(aside)
        left = rect.adjusted(40, 0, -(wide + 32), 0)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.setPen(QColor(t.text))
        painter.drawText(left, middle, painter.fontMetrics().elidedText(goal.text, Qt.TextElideMode.ElideRight, left.width()))
        painter.setPen(QColor(t.secondary))
        painter.drawText(rect.adjusted(0, 0, -18, 0), middle | Qt.AlignmentFlag.AlignRight, aside)
        painter.restore()
