"""One button of two halves: the usual thing at once, and a menu of the other ways beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from holdfast_desktop.theme.controls import FoldingButton, button, row


class SplitButton(QWidget):
    """`fill` writes the menu each time it opens. By the keyboard: Alt+Down on the first half, or the second half itself."""

    def __init__(
        self, name: str, text: str, icon: str, act: Callable[[], object], others: str, meaning: str, fill: Callable[[QMenu], object]
    ) -> None:
        """`others`: the object name of the second half, whose accessible name is `meaning`."""
        super().__init__()
        self.main: FoldingButton = button(name, text, "primary", icon, act)
        self.main.setProperty("half", "left")
        self._others = button(others, "", "primary", "chevron-down", tip=meaning)
        self._others.setAccessibleName(meaning)
        self._others.setProperty("half", "right")
        self.menu = QMenu(self)
        self.menu.setObjectName(f"{others}Menu")
        self._fill = fill
        self.menu.aboutToShow.connect(self._refill)
        self._others.setMenu(self.menu)
        self.setLayout(row(self.main, self._others, gap=1))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        down = QShortcut(QKeySequence("Alt+Down"), self.main)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(lambda: self.menu.popup(self.mapToGlobal(self.rect().bottomLeft())))

    def _refill(self) -> None:
        self.menu.clear()
        self._fill(self.menu)
