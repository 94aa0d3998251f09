"""The sidebar: one button per page, and where the program stands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton

from holdfast_desktop.theme.controls import IconLabel, button, column, label, row, set_icon
from holdfast_desktop.theme.tokens import SIDEBAR_WIDTH
from holdfast_desktop.widgets.choosing import show_chosen, when_chosen
from holdfast_desktop.wording.tr import tr

COLLAPSED_WIDTH = 56


class Sidebar(QFrame):
    """`chosen(page)`; `fold_wanted` when the user wants icons only, or words again."""

    chosen = Signal(str)
    fold_wanted = Signal()

    def __init__(self, pages: Sequence[tuple[str, str, str]]) -> None:
        """`pages`: (name, icon, title)."""
        super().__init__()
        self.setObjectName("sidebar")
        self.setFixedWidth(SIDEBAR_WIDTH)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._titles = {page: title for page, _, title in pages}
        self._attention = 0
        self._collapsed = False
        self._name = label("Holdfast", "section")
        mark = row(IconLabel("shield-check", "running", 20), self._name, None, gap=8, margins=(10, 0, 0, 0))
        box = column(mark, 14, gap=2, margins=(8, 20, 9, 12))
        for page, icon, title in pages:
            made = button(f"nav{page.capitalize()}", title, "nav")
            set_icon(made, icon, size=18)
            made.setCheckable(True)
            when_chosen(made, partial(self.chosen.emit, page))
            self._group.addButton(made)
            self._buttons[page] = made
            if page == "settings":
                box.addStretch(1)
            box.addWidget(made)
        self._fold = button("navFold", tr("Collapse"), "nav", clicked=self.fold_wanted.emit)
        box.addWidget(self._fold)
        self.setLayout(box)
        self._word()

    def show_page(self, page: str) -> None:
        for name, made in self._buttons.items():
            show_chosen(made, name == page)
            set_icon(made, str(made.property("iconName")), "running" if name == page else "")

    def show_attention(self, sites: int) -> None:
        """How many sites need attention, beside the word."""
        self._attention = sites
        self._word()

    def collapse(self, collapsed: bool) -> None:
        """Icons only, or icons with words."""
        if collapsed != self._collapsed:
            self._collapsed = collapsed
            self._name.setVisible(not collapsed)
            self.setFixedWidth(COLLAPSED_WIDTH if collapsed else SIDEBAR_WIDTH)
            self._word()

    def _word(self) -> None:
        for page, made in self._buttons.items():
            title = self._titles[page]
            if page == "sites" and self._attention:
                title += f"   {self._attention}"
            made.setText("" if self._collapsed else title)
            made.setAccessibleName(self._titles[page])
            made.setToolTip(title if self._collapsed else "")
        set_icon(self._fold, "chevron-right" if self._collapsed else "chevron-left", size=18)
        meaning = tr("Show the words of the sidebar") if self._collapsed else tr("Show icons only")
        self._fold.setText("" if self._collapsed else tr("Collapse"))
        self._fold.setAccessibleName(meaning)
        self._fold.setToolTip(meaning)
