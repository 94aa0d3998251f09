"""What a page will look like, in grey, while its first answer is under way. Still: nothing moves."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from holdfast_desktop.theme.theme import theme
from holdfast_desktop.wording.tr import tr

MARGIN, GAP = 24.0, 16.0
BANNER, ROW = 84.0, 52.0


class Skeleton(QWidget):
    """A banner and rows."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(tr("Loading…"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        t = theme().tokens
        wide = self.width() - 2 * MARGIN
        painter.setBrush(QColor(t.sunken if t.scheme == "light" else t.surface))
        painter.drawRoundedRect(QRectF(MARGIN, 20, wide, BANNER), 10, 10)
        top = 20 + BANNER + GAP * 2
        while top + ROW < self.height() - GAP:
            painter.drawRoundedRect(QRectF(MARGIN, top + 8, 20, 20), 10, 10)
            painter.drawRoundedRect(QRectF(MARGIN + 36, top + 6, wide * 0.28, 10), 5, 5)
            painter.drawRoundedRect(QRectF(MARGIN + 36, top + 24, wide * 0.2, 8), 4, 4)
            painter.drawRoundedRect(QRectF(MARGIN + wide - 178, top + 8, 178, 20), 4, 4)
            top += ROW
