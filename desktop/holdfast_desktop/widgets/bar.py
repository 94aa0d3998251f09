"""A thin progress bar. Unknown progress is a hatched bar: it does not pretend to move."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from holdfast_desktop.theme.theme import theme
from holdfast_desktop.wording.tr import tr

HEIGHT = 6


class Bar(QProgressBar):
    """Percent of something; `set_percent(None)` when it is not known."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(tr("Progress"))
        self.setRange(0, 1000)
        self.setTextVisible(False)
        self.setFixedHeight(HEIGHT)
        self._known = True
        self._tone = "running"

    def set_percent(self, percent: float | None, tone: str = "running") -> None:
        self._known, self._tone = percent is not None, tone
        self.setValue(round((percent or 0) * 10))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.setBrush(QColor(t.sunken if t.scheme == "light" else t.border))
        painter.drawRoundedRect(whole, HEIGHT / 2, HEIGHT / 2)
        colour = QColor(
            {"running": t.accent, "ok": t.ok_fill, "warning": t.warning_fill, "error": t.error_fill}.get(self._tone, t.control_border)
        )
        if self._known:
            width = whole.width() * self.value() / 1000
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(0, 0, max(width, HEIGHT if width else 0), HEIGHT), HEIGHT / 2, HEIGHT / 2)
        else:
            painter.setBrush(QBrush(colour, Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(whole, HEIGHT / 2, HEIGHT / 2)
