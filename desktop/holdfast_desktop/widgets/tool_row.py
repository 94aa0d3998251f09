"""Controls side by side, of which buttons show their icons alone while there is no room for their words: small windows, long languages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from holdfast_desktop.theme.controls import FoldingButton, row


class ToolRow(QWidget):
    """`folding`: the buttons that may lose their words, the first to lose them first."""

    def __init__(self, *items: QWidget | int | None, folding: Sequence[FoldingButton] = (), gap: int = 8) -> None:
        """`items`: from left to right; None stretches, a number is a gap."""
        super().__init__()
        self._folding = tuple(folding)
        self._row = row(*items, gap=gap)
        self.setLayout(self._row)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._fit)
        for item in items:
            if isinstance(item, QWidget):
                item.installEventFilter(self)

    def lead(self, button: FoldingButton) -> None:
        """Put one more before the others, the last to lose its words."""
        self.insert(0, button)
        self._folding = (*self._folding, button)

    def insert(self, place: int, item: QWidget, stretch: int = 0) -> None:
        self._row.insertWidget(place, item, stretch)
        item.installEventFilter(self)
        self._soon.start()

    def _fit(self) -> None:
        """Words for as many as there is room for."""
        shown = [one for one in self._folding if not one.isHidden()]
        room = self.width() - self._rest()
        widths = {one: (one.width_when(False), one.width_when(True)) for one in shown}
        folded = 0
        while folded < len(shown) and sum(widths[one][place < folded] for place, one in enumerate(shown)) > room:
            folded += 1
        for place, one in enumerate(shown):
            one.fold(place < folded)

    def _rest(self) -> int:
        """The room that gaps and everything that does not fold take at least."""
        used = shown = 0
        for place in range(self._row.count()):
            item = self._row.itemAt(place)
            widget = item.widget() if item is not None else None
            if widget is None:
                used += item.minimumSize().width() if item is not None else 0
            elif not widget.isHidden():
                shown += 1
                if widget not in self._folding:
                    used += max(widget.minimumWidth(), widget.minimumSizeHint().width())
        return used + max(0, shown - 1) * self._row.spacing()

    # Qt's side

    def minimumSizeHint(self) -> QSize:
        least = sum(one.width_when(True) for one in self._folding if not one.isHidden())
        return QSize(self._rest() + least, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        wished = sum(one.width_when(False) for one in self._folding if not one.isHidden())
        return QSize(self._rest() + wished, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent, QEvent.Type.FontChange}:
            self._soon.start()
        return False
