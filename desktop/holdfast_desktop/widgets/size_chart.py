"""How a storage grew: bytes by day, as a curve. Plain data in; painted from the theme's tokens.

The pointer or the arrow keys choose a day; what it held is written above the curve and told to assistive tools.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from holdfast_desktop.theme.theme import theme
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.tr import tr, tr_n

HEIGHT = 148
TOP, BOTTOM = 24.0, 20.0


@dataclass(frozen=True)
class Point:
    """A day and what the storage held at its end, in bytes: as stored, and as all backups would take side by side."""

    day: date
    backups: int
    stored: int
    original: int


class SizeChart(QWidget):
    """`show_points`; `show_original` adds the curve of what backups would take without deduplication."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(tr("Size over time"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._points: Sequence[Point] = ()
        self._original = False
        self._at = -1
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(320, HEIGHT)

    def show_points(self, points: Sequence[Point]) -> None:
        """Oldest first."""
        self._points, self._at = points, len(points) - 1
        self._tell()

    def show_original(self, shown: bool) -> None:
        self._original = shown
        self._tell()

    def words(self) -> str:
        """What the chosen day held."""
        if not self._points:
            return tr("Not known yet")
        point = self._points[self._at]
        held = {"day": _day(point.day), "stored": size(point.stored)}
        text = tr_n("{day}: {stored} in {n} backup", "{day}: {stored} in {n} backups", point.backups, **held)
        return tr("{held}, instead of {original}", held=text, original=size(point.original)) if self._original else text

    def _tell(self) -> None:
        self.setAccessibleDescription(self.words())
        self.setToolTip("")
        self.update()

    # choosing a day

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._points) - 1
        steps = {Qt.Key.Key_Left: self._at - 1, Qt.Key.Key_Right: self._at + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        if Qt.Key(event.key()) in steps and self._points:
            self._choose(min(last, max(0, steps[Qt.Key(event.key())])))
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if len(self._points) > 1:
            place = self._area()
            share = (event.position().x() - place.left()) / max(place.width(), 1)
            first, last = self._points[0].day.toordinal(), self._points[-1].day.toordinal()
            wanted = first + share * (last - first)
            self._choose(min(range(len(self._points)), key=lambda n: abs(self._points[n].day.toordinal() - wanted)))

    def leaveEvent(self, event: QEvent) -> None:
        self._choose(len(self._points) - 1)

    def _choose(self, place: int) -> None:
        if place != self._at:
            self._at = place
            self._tell()

    # painting

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(6, TOP, -6, -BOTTOM)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        painter.setFont(font)
        painter.setPen(QColor(t.text if self._points else t.secondary))
        whole = QRectF(self.rect())
        words = QFontMetricsF(font).elidedText(self.words(), Qt.TextElideMode.ElideRight, whole.width() - 12)
        painter.drawText(QRectF(6, 0, whole.width() - 12, TOP - 4), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        place = self._area()
        painter.setPen(QPen(QColor(t.border), 1))
        for share in (0.0, 0.5, 1.0):
            y = place.bottom() - share * place.height()
            painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))
        if self._points:
            self._paint_curves(painter, place)
            self._paint_days(painter, place)
        if self.hasFocus():
            painter.setPen(QPen(QColor(t.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _paint_curves(self, painter: QPainter, place: QRectF) -> None:
        t = theme().tokens
        most = max(max(p.original if self._original else 0, p.stored) for p in self._points) or 1
        stored = self._curve([p.stored for p in self._points], most, place)
        area = QPainterPath(stored)
        area.lineTo(place.right() if len(self._points) > 1 else stored.currentPosition().x(), place.bottom())
        area.lineTo(place.left(), place.bottom())
        area.closeSubpath()
        fill = QColor(t.chart[0])
        fill.setAlphaF(0.16)
        painter.fillPath(area, fill)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(t.chart[0]), 2))
        painter.drawPath(stored)
        if self._original:
            painter.setPen(QPen(QColor(t.chart[1]), 2, Qt.PenStyle.DashLine))
            painter.drawPath(self._curve([p.original for p in self._points], most, place))
        point = self._points[self._at]
        x, y = self._x(point.day, place), place.bottom() - point.stored / most * place.height()
        painter.setPen(QPen(QColor(t.control_border), 1))
        painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()))
        painter.setPen(QPen(QColor(t.surface), 2))
        painter.setBrush(QColor(t.chart[0]))
        painter.drawEllipse(QPointF(x, y), 4.5, 4.5)

    def _paint_days(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(QColor(theme().tokens.secondary))
        line = QRectF(place.left(), place.bottom() + 2, place.width(), BOTTOM - 2)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, _day(self._points[0].day))
        if len(self._points) > 1:
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _day(self._points[-1].day))

    def _curve(self, values: Sequence[int], most: int, place: QRectF) -> QPainterPath:
        """Steps: a storage grows when a backup is made, not between two."""
        path = QPainterPath()
        for number, (point, value) in enumerate(zip(self._points, values, strict=True)):
            spot = QPointF(self._x(point.day, place), place.bottom() - value / most * place.height())
            if number == 0:
                path.moveTo(QPointF(place.left(), spot.y()))
            else:
                path.lineTo(QPointF(spot.x(), path.currentPosition().y()))
            path.lineTo(spot)
        return path

    def _x(self, day: date, place: QRectF) -> float:
        first, last = self._points[0].day.toordinal(), self._points[-1].day.toordinal()
        return place.right() if last == first else place.left() + (day.toordinal() - first) / (last - first) * place.width()


def _day(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), tr("d MMM yyyy", "Qt's letters for a date"))
