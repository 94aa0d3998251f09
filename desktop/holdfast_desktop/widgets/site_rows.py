"""The sites on Overview: a list of painted rows (500 of them must be cheap) with status, age and the strip of thirty days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from holdfast_desktop.theme.icons import draw_icon
from holdfast_desktop.theme.theme import theme
from holdfast_desktop.widgets.delegate import HoverRows
from holdfast_desktop.widgets.strip import paint_strip, strip_width
from holdfast_desktop.wording.days import days_words
from holdfast_desktop.wording.tips import plain_tip
from holdfast_desktop.wording.tr import tr

HEIGHT = 52
_ROOT = QModelIndex()
LINE_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class SiteLine:
    """One site, worded."""

    name: str
    icon: str
    severity: str
    words: str
    """Status and age: ``Safe · 3 h ago``."""
    exact: str
    """The tooltip."""
    where: str
    days: tuple[str, ...]
    """An outcome a day, oldest first, up to the day `last`."""
    last: date
    percent: float | None = None


class SiteLines(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._lines: list[SiteLine] = []
        self._all: list[SiteLine] = []
        self._texts: list[str] = []
        """What the filter looks at, one for each of `_all`."""
        self._wanted: list[str] = []
        self._percents: dict[str, float] = {}

    def set_lines(self, lines: Sequence[SiteLine]) -> None:
        self._all = list(lines)
        self._texts = [f"{line.name} {line.words} {line.where}".casefold() for line in self._all]
        self._show()

    def filter(self, text: str) -> None:
        """Only sites in which every word of `text` stands."""
        self._wanted = text.casefold().split()
        self._show()

    def set_percents(self, percents: Mapping[str, float]) -> None:
        """How far the jobs of sites are, by name."""
        changed = {name for name in {*percents, *self._percents} if percents.get(name) != self._percents.get(name)}
        self._percents = dict(percents)
        for place, line in enumerate(self._lines) if changed else ():
            if line.name in changed:
                self.dataChanged.emit(self.index(place), self.index(place))

    def total(self) -> int:
        """Also those that the filter leaves out."""
        return len(self._all)

    def _show(self) -> None:
        fresh = self._all
        if self._wanted:
            fresh = [line for line, text in zip(self._all, self._texts, strict=True) if all(word in text for word in self._wanted)]
        if [line.name for line in fresh] == [line.name for line in self._lines]:
            self._lines = fresh
            if fresh:
                self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return
        self.beginResetModel()
        self._lines = fresh
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        percent = self._percents.get(line.name)
        if percent is not None:
            line = replace(line, percent=percent, words=f"{line.words} · {percent:.0f} %")
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{line.name}, {line.words}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(line.exact)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return days_words(line.days, line.last)
        return line if role == LINE_ROLE else None


class SiteRows(QListView):
    """`opened(name)` when a row is clicked or Enter is pressed on it; `menu_wanted(name, place on the screen)`. As tall as its rows: the
    page scrolls, not the list."""

    opened = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("siteRows")
        self.setAccessibleName(tr("Sites"))
        self.setProperty("flat", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._model = SiteLines()
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self.clicked.connect(self._open)

    def set_lines(self, lines: Sequence[SiteLine]) -> None:
        self._model.set_lines(lines)
        self.setFixedHeight(HEIGHT * self._model.rowCount())

    def filter(self, text: str) -> int:
        """Leave only what fits; how many rows that is."""
        self._model.filter(text)
        self.setFixedHeight(HEIGHT * self._model.rowCount())
        return self._model.rowCount()

    def set_percents(self, percents: Mapping[str, float]) -> None:
        self._model.set_percents(percents)

    def current(self) -> str:
        """The name of the site that the keyboard is at."""
        line = self.currentIndex().data(LINE_ROLE)
        return line.name if isinstance(line, SiteLine) else ""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        line = index.data(LINE_ROLE)
        if isinstance(line, SiteLine):
            place = self.visualRect(index).center() if by_key else event.pos()
            self.menu_wanted.emit(line.name, self.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        line = index.data(LINE_ROLE)
        if isinstance(line, SiteLine):
            self.opened.emit(line.name)


class _Painter(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._hover = HoverRows(view)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(320, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, SiteLine):
            return
        t = theme().tokens
        rect = QRect(option.rect)
        painter.save()
        view = self.parent()
        focused = isinstance(view, QListView) and view.hasFocus() and view.currentIndex() == index
        if self._hover.row == index or (option.state & QStyle.StateFlag.State_Selected and focused):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(t.accent) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.hover))
            painter.drawRoundedRect(QRectF(rect).adjusted(4.5, 2.5, -4.5, -2.5), 6, 6)
        if index.row():
            painter.setPen(QColor(t.border))
            painter.drawLine(rect.left() + 16, rect.top(), rect.right() - 16, rect.top())
        self._paint_line(painter, rect.adjusted(16, 0, -16, 0), line, option.font)
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRect, line: SiteLine, font: QFont) -> None:
        t = theme().tokens
        colour = t.tone(line.severity).text
        draw_icon(painter, line.icon, colour, QRectF(rect.left(), rect.center().y() - 9, 20, 20))
        wide = strip_width(30)
        strip_left = rect.right() - wide
        paint_strip(painter, QRectF(strip_left, rect.center().y() - 9, wide, 20), line.days)
        where_width = min(170, max(0, rect.width() - wide - 380))
        text_left = rect.left() + 32
        text_width = strip_left - where_width - 24 - text_left
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        self._text(painter, strong, t.text, QRect(text_left, rect.top() + 7, text_width, 20), line.name)
        self._text(painter, font, colour, QRect(text_left, rect.top() + 26, text_width, 20), line.words)
        if where_width > 60:
            place = QRect(strip_left - where_width - 16, rect.top(), where_width, rect.height())
            self._text(painter, font, t.secondary, place, line.where)

    @staticmethod
    def _text(painter: QPainter, font: QFont, colour: str, place: QRect, text: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine, shown)
