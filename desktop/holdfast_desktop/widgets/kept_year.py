"""A year of days at a glance: on which a backup stays, and on which one goes. A row for each month, a square for each day.

Painted as one surface, since it only shows: the sentence beside it says the same, and stands as the accessible description.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from holdfast_desktop.theme.theme import theme
from holdfast_desktop.wording.times import day_name
from holdfast_desktop.wording.tr import tr

Fate = Literal["stays", "goes", "both"]
MONTHS, DAYS = 13, 31
ROW, LABEL = 15, 56


class KeptYear(QWidget):
    """`show_days(days, until)`: the thirteen months that end with the one of `until`."""

    def __init__(self, name: str, meaning: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(meaning)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(MONTHS * ROW + 2)
        self._days: Mapping[date, Fate] = {}
        self._until = date(2000, 1, 1)
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(LABEL + DAYS * 16, MONTHS * ROW + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(LABEL + DAYS * 10, MONTHS * ROW + 2)

    def show_days(self, days: Mapping[date, Fate], until: date) -> None:
        self._days, self._until = days, until
        self.update()

    def fate(self, day: date) -> str:
        """What becomes of the backups of a day; empty: there are none."""
        return self._days.get(day, "")

    def _month(self, row: int) -> date:
        place = self._until.year * 12 + self._until.month - 1 - (MONTHS - 1 - row)
        return date(place // 12, place % 12 + 1, 1)

    def _step(self) -> float:
        return (self.width() - LABEL) / DAYS

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(11)
        painter.setFont(font)
        for row in range(MONTHS):
            month = self._month(row)
            painter.setPen(QColor(t.secondary))
            name = QLocale().toString(QDate(month.year, month.month, 1), "MMM yy" if month.month == 1 or row == 0 else "MMM")
            painter.drawText(QRectF(0, row * ROW, LABEL - 8, ROW), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, name)
            following = (month + timedelta(days=32)).replace(day=1)
            for number in range((following - month).days):
                self._paint_day(painter, month + timedelta(days=number), row, number)
        painter.end()

    def _paint_day(self, painter: QPainter, day: date, row: int, number: int) -> None:
        t = theme().tokens
        step = self._step()
        side = min(step, float(ROW)) - 4
        box = QRectF(LABEL + number * step + (step - side) / 2, row * ROW + (ROW - side) / 2, side, side)
        fate = self._days.get(day)
        painter.setPen(Qt.PenStyle.NoPen)
        if fate is None or day > self._until:
            painter.setBrush(QColor(t.border))
            painter.drawEllipse(box.center(), 1.5, 1.5)
        elif fate == "goes":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(t.error_fill), 1.5))
            painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 2, 2)
            painter.drawLine(QPointF(box.left() + 2.5, box.bottom() - 2.5), QPointF(box.right() - 2.5, box.top() + 2.5))
        else:
            painter.setBrush(QColor(t.ok_fill))
            painter.drawRoundedRect(box, 2, 2)
            if fate == "both":  # some of that day go
                painter.setBrush(QColor(t.error_fill))
                painter.drawRect(QRectF(box.left(), box.bottom() - side / 3, side, side / 3))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tip(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def _tip(self, place: QPoint, there: QPoint) -> None:
        row, number = place.y() // ROW, int((place.x() - LABEL) // self._step())
        if not (0 <= row < MONTHS and 0 <= number < DAYS):
            return QToolTip.hideText()
        month = self._month(row)
        day = month + timedelta(days=number)
        if day.month != month.month:
            return QToolTip.hideText()
        words = {"stays": tr("stays"), "goes": tr("goes"), "both": tr("one stays, others go")}.get(self.fate(day), tr("no backup"))
        return QToolTip.showText(there, tr("{day}: {what}", day=day_name(day), what=words), self)
