"""A label whose text is shortened with an ellipsis where there is no room, and told whole in its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from holdfast_desktop.theme.controls import Role
from holdfast_desktop.wording.tips import plain_tip

LEAST = 60


class ElidedLabel(QLabel):
    """`text()` stays the whole text, for tests and screen readers."""

    def __init__(self, role: Role = "body", tone: str = "", name: str = "", least: int = LEAST, end: bool = True) -> None:
        """`least`: pixels that stay, if the text is as long. `end` False: it is shortened at its beginning."""
        super().__init__()
        self._mode = Qt.TextElideMode.ElideRight if end else Qt.TextElideMode.ElideLeft
        self._least = least
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        if name:
            self.setObjectName(name)

    def set_text(self, text: str) -> None:
        if text != self.text():
            self.setText(text)
            self.setToolTip(plain_tip(text))

    def minimumSizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(min(self._least, hint.width()), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), self._mode, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine, shown)
