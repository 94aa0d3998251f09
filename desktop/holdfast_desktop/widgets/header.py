"""The head of a page: title, search, one primary action; and the chips that filter a list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QFrame, QLineEdit, QPushButton, QWidget

from holdfast_desktop.theme.controls import button, follow_theme, label, row
from holdfast_desktop.theme.theme import theme
from holdfast_desktop.widgets.choosing import show_chosen, when_chosen
from holdfast_desktop.wording.tr import tr

HEIGHT = 64


def search_field(name: str, hint: str) -> QLineEdit:
    """A line edit with a magnifier and a button that clears it."""
    made = QLineEdit()
    made.setObjectName(name)
    made.setPlaceholderText(hint)
    made.setAccessibleName(hint)
    made.setClearButtonEnabled(True)
    glyph = QAction(hint, made)
    glyph.setToolTip("")
    made.addAction(glyph, QLineEdit.ActionPosition.LeadingPosition)
    clearing = made.findChild(QAction, "_q_qlineeditclearaction")
    if clearing is not None:  # Qt leaves it without a name
        clearing.setText(tr("Clear search"))

    def paint() -> None:
        glyph.setIcon(theme().icon("search"))

    paint()
    follow_theme(made, paint)
    return made


class PageHeader(QFrame):
    """`tools` stand between the title and the primary action."""

    def __init__(self, title: str, tools: Sequence[QWidget] = (), primary: QPushButton | None = None) -> None:
        super().__init__()
        self.setObjectName("pageHeader")
        self.setFixedHeight(HEIGHT)
        self.title = label(title, "title", name="pageTitle")
        box = row(self.title, None, *tools, gap=8, margins=(24, 0, 24, 0))
        if primary is not None:
            box.addWidget(primary)
        self.setLayout(box)


class Chips(QWidget):
    """One of several filters. `chosen(word)`."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._titles = dict(choices)
        box = row(gap=6)
        for word, title in choices:
            chip = button(f"{name}{word.capitalize()}", title, "chip")
            chip.setCheckable(True)
            when_chosen(chip, partial(self.chosen.emit, word))
            self._group.addButton(chip)
            self._buttons[word] = chip
            box.addWidget(chip)
        box.addStretch(1)
        self.setLayout(box)
        show_chosen(self._buttons[choices[0][0]])

    def choose(self, word: str) -> None:
        show_chosen(self._buttons[word])
        self.chosen.emit(word)

    def value(self) -> str:
        return next(word for word, chip in self._buttons.items() if chip.isChecked())

    def set_counts(self, counts: dict[str, int]) -> None:
        for word, chip in self._buttons.items():
            number = counts.get(word)
            chip.setText(self._titles[word] if number is None else f"{self._titles[word]}  {number}")
