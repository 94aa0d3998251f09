"""The card that tells what was found: a title, ticks that fill in, and what to know."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from holdfast_desktop.theme.controls import IconLabel, column, label, row, set_card
from holdfast_desktop.wording.detecting import Tick

_PICTURES = {"yes": ("check", "ok"), "no": ("x", "error"), "unknown": ("circle-minus", ""), "waiting": ("circle-dashed", "")}
COLUMNS = 2


class ResultCard(QFrame):
    """Hidden while nothing was looked for."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("wizardResult")
        self.setProperty("card", "neutral")
        self._icon = IconLabel("hourglass", size=20)
        self.title = label(role="strong", name="wizardSystem", wrap=True)
        self.text = label(tone="secondary", name="wizardResultText", wrap=True)
        self._ticks = QWidget()
        self._ticks.setObjectName("wizardTicks")
        self._grid = QGridLayout(self._ticks)
        self._grid.setContentsMargins(0, 2, 0, 2)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        for place in range(COLUMNS):
            self._grid.setColumnStretch(place, 1)
        box = row(column(self._icon, None), column(self.title, self._ticks, self.text, gap=4), gap=12, margins=(14, 12, 14, 12))
        box.setStretch(1, 1)
        self.setLayout(box)
        self.hide()

    def show_result(self, kind: str, icon: str, title: str, text: str = "", ticks: Sequence[Tick] = ()) -> None:
        """`kind`: neutral, ok, warning or error."""
        set_card(self, kind)
        self._icon.set(icon, "" if kind == "neutral" else kind)
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.show_ticks(ticks)
        self.show()

    def add_text(self, text: str) -> None:
        """A remark while it is still being looked."""
        self.text.setText(text)
        self.text.show()

    def show_ticks(self, ticks: Sequence[Tick]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for number, tick in enumerate(ticks):
            self._grid.addWidget(tick_line(tick), number // COLUMNS, number % COLUMNS)
        self._ticks.setVisible(bool(ticks))


def tick_line(tick: Tick) -> QWidget:
    icon, tone = _PICTURES[tick.state]
    line = QWidget()
    words = label(tick.words, tone="secondary" if tick.state == "waiting" else "", wrap=True)
    box = row(IconLabel(icon, tone), words, gap=6)
    box.setStretch(1, 1)
    line.setLayout(box)
    return line


def sentences(lines: Sequence[tuple[str, str]], box: QVBoxLayout) -> None:
    """Replace what is in `box` by lines of (icon, sentence)."""
    while (item := box.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
    for icon, words in lines:
        line = QWidget()
        inner = row(column(IconLabel(icon), None), label(words, wrap=True), gap=10)
        inner.setStretch(1, 1)
        line.setLayout(inner)
        box.addWidget(line)
