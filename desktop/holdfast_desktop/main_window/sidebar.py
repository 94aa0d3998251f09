"""The sidebar: one button per page, and where the program stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton

from holdfast_desktop.theme.controls import IconLabel, button, column, label, row, set_icon
from holdfast_desktop.theme.tokens import SIDEBAR_WIDTH
from holdfast_desktop.wording.tr import tr


class Sidebar(QFrame):
    """`chosen(page)`"""

    chosen = Signal(str)

    def __init__(self, pages: Sequence[tuple[str, str, str]]) -> None:
        """`pages`: (name, icon, title)."""
        super().__init__()
        self.setObjectName("sidebar")
        self.setFixedWidth(SIDEBAR_WIDTH)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        name = label("Holdfast", "section")
        box = column(
            row(IconLabel("shield-check", "running", 20), name, None, gap=8, margins=(12, 0, 0, 0)), 14, gap=2, margins=(8, 20, 9, 12)
        )
        for page, icon, title in pages:
            made = button(f"nav{page.capitalize()}", title, "nav")
            set_icon(made, icon, size=18)
            made.setCheckable(True)
            made.clicked.connect(lambda _checked=False, wanted=page: self.chosen.emit(wanted))
            self._group.addButton(made)
            self._buttons[page] = made
            if page == "settings":
                box.addStretch(1)
            box.addWidget(made)
        self.setLayout(box)

    def show_page(self, page: str) -> None:
        for name, made in self._buttons.items():
            made.setChecked(name == page)
            set_icon(made, str(made.property("iconName")), "running" if name == page else "")

    def show_attention(self, sites: int) -> None:
        """How many sites need attention, beside the word."""
        made = self._buttons["sites"]
        made.setText(tr("Sites") + (f"   {sites}" if sites else ""))
