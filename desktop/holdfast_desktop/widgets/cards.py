"""Cards: the verdict banner, what needs attention, and small cards of facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from holdfast_desktop.theme.controls import IconLabel, button, card, column, icon_button, label, line, row, set_card, set_tone
from holdfast_desktop.widgets.elided import ElidedLabel
from holdfast_desktop.wording.errors import ErrorWords
from holdfast_desktop.wording.states import VerdictWords
from holdfast_desktop.wording.tips import plain_tip
from holdfast_desktop.wording.tr import tr


class VerdictBanner(QWidget):
    """One line that answers the question, in the tint of its severity."""

    def __init__(self) -> None:
        super().__init__()
        self._card = card("verdictBanner", "neutral")
        self._glyph = IconLabel("shield", size=32)
        self._title = label(role="title", name="verdictTitle")
        self._detail = label(name="verdictDetail", tone="secondary", wrap=True)
        self._card.setLayout(row(self._glyph, column(self._title, self._detail, gap=2), gap=14, margins=(20, 16, 20, 16)))
        self._card.layout().setStretch(1, 1)  # type: ignore[union-attr]  # it was set one line above
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._card)

    def show_verdict(self, words: VerdictWords) -> None:
        set_card(self._card, words.severity)
        self._glyph.set(words.icon, words.severity)
        self._title.setText(words.title)
        set_tone(self._title, words.severity if words.severity != "neutral" else "")
        self._detail.setText(words.detail)


@dataclass(frozen=True)
class AttentionLine:
    """What needs attention at `subject` (a site's name, or @storage), and the words for it."""

    subject: str
    words: ErrorWords


class AttentionList(QWidget):
    """At most five lines, worst first; each with the button that most likely fixes it."""

    fixed = Signal(str, str)
    """(the fix's action, subject)"""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("attentionList")
        self._card = card()
        self._box = QVBoxLayout(self._card)
        self._box.setContentsMargins(16, 4, 16, 4)
        self._box.setSpacing(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._card)
        self._shown: list[AttentionLine] = []

    def show_lines(self, lines: Sequence[AttentionLine]) -> None:
        if list(lines) == self._shown:
            return
        self._shown = list(lines)
        while (item := self._box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for number, attention in enumerate(self._shown):
            if number:
                self._box.addWidget(line())
            self._box.addWidget(self._row(number, attention))

    def _row(self, number: int, attention: AttentionLine) -> QWidget:
        words = attention.words
        made = QWidget()
        made.setObjectName(f"attention{number}")
        icon = {"error": "circle-x", "warning": "triangle-alert"}.get(words.severity, "info")
        title = label(words.title, "strong", name="attentionTitle", wrap=True)
        body = label(words.body, tone="secondary", name="attentionText", wrap=True)
        texts = column(title, gap=2)
        if words.body:
            texts.addWidget(body)
        box = row(column(IconLabel(icon, words.severity, 20), None), texts, gap=12, margins=(0, 10, 0, 10))
        box.setStretch(1, 1)
        for fix in words.fixes[:1]:
            box.addWidget(self._fix_button(fix.action, fix.label, attention))
        made.setLayout(box)
        return made

    def _fix_button(self, action: str, text: str, attention: AttentionLine) -> QPushButton:
        made = button("attentionFix", text, clicked=lambda: self.fixed.emit(action, attention.subject))
        made.setAccessibleDescription(attention.words.title)
        return made


class Facts(QWidget):
    """Pairs of a name and a value, aligned. Values keep their text readable for assistive tools."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._values: dict[str, QLabel] = {}

    def show_facts(self, facts: Sequence[tuple[str, str, str]]) -> None:
        """(object name, title, value) in this order. The same names again only exchange the values."""
        if [f[0] for f in facts] != list(self._values):
            self._rebuild(facts)
        for name, _, value in facts:
            self._values[name].setText(value)
            self._values[name].setToolTip(plain_tip(value) if len(value) > 40 else "")

    def _rebuild(self, facts: Sequence[tuple[str, str, str]]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self._values = {}
        for place, (name, title, _) in enumerate(facts):
            value = label(name=name, wrap=True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            heading = label(title, tone="secondary")
            self._grid.addWidget(heading, place, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, place, 1)
            self._values[name] = value


@dataclass(frozen=True)
class Coming:
    """A run that is to come: when, of which site, and perhaps why it waits."""

    when: str
    site: str
    tip: str = ""
    waits: bool = False


class ComingCard(QFrame):
    """The next runs, soonest first."""

    def __init__(self, name: str, heading: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("card", "true")
        self._glyph = IconLabel("calendar-clock")
        self._strong = label(role="section", name=f"{name}Value", wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._more = label(tone="secondary", name=f"{name}Text", wrap=True)
        box = column(row(self._glyph, label(heading, tone="secondary"), None), self._strong, gap=6, margins=(16, 14, 16, 14))
        box.addLayout(self._grid)
        box.addWidget(self._more)
        box.addStretch(1)
        self.setLayout(box)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._shown: list[Coming] = []

    def show_coming(self, strong: str, runs: Sequence[Coming], more: str) -> None:
        self._strong.setText(strong)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        if list(runs) == self._shown:
            return
        self._shown = list(runs)
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for place, run in enumerate(self._shown):
            when = label(run.when, tone="warning" if run.waits else "secondary", name="comingWhen")
            site = ElidedLabel(name="comingSite")
            site.set_text(run.site)
            when.setToolTip(plain_tip(run.tip))
            self._grid.addWidget(when, place, 0)
            self._grid.addWidget(site, place, 1)


@dataclass(frozen=True)
class Step:
    """One thing to have done once. `action`: the word of its button."""

    name: str
    text: str
    done: bool
    action: str = ""
    label: str = ""


class Checklist(QFrame):
    """What is left to do until everything is proven; `acted(action)`, `dismissed` when the user wants it gone."""

    acted = Signal(str)
    dismissed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("checklist")
        self.setProperty("card", "true")
        self._count = label(tone="secondary", name="checklistCount")
        close = icon_button("checklistClose", "x", tr("Do not show this list any more"), self.dismissed.emit)
        self._box = column(gap=4)
        head = row(label(tr("Getting safe"), "section"), self._count, None, close)
        self.setLayout(column(head, self._box, gap=6, margins=(16, 10, 12, 12)))
        self._shown: list[Step] = []
        self.hide()

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Hidden when all are done."""
        self.setVisible(any(not step.done for step in steps))
        if list(steps) == self._shown:
            return
        self._shown = list(steps)
        done = sum(step.done for step in steps)
        self._count.setText(tr("{done} of {n} done", done=done, n=len(steps)))
        while (item := self._box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for step in self._shown:
            self._box.addWidget(self._row(step))

    def _row(self, step: Step) -> QWidget:
        made = QWidget()
        made.setObjectName(f"checklist{step.name.capitalize()}")
        look = ("circle-check", "ok") if step.done else ("circle-dashed", "")
        text = label(step.text, tone="secondary" if step.done else "", name="checklistText", wrap=True)
        state = label(tr("done"), tone="ok", name="checklistState") if step.done else None
        box = row(IconLabel(*look), text, gap=10, margins=(0, 2, 0, 2))
        box.setStretch(1, 1)
        if state is not None:
            box.addWidget(state)
        elif step.action:
            box.addWidget(button("checklistDo", step.label, "link", clicked=lambda: self.acted.emit(step.action)))
        made.setLayout(box)
        made.setMinimumHeight(32)
        return made


class FactCard(QFrame):
    """A card with a heading, a strong line, a quieter one, and perhaps a button."""

    def __init__(self, name: str, heading: str, icon: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("card", "true")
        self._glyph = IconLabel(icon)
        self._icon = icon
        self._strong = label(role="section", name=f"{name}Value", wrap=True)
        self._quiet = label(tone="secondary", name=f"{name}Text", wrap=True)
        box = column(row(self._glyph, label(heading, tone="secondary"), None), self._strong, self._quiet, gap=6, margins=(16, 14, 16, 14))
        box.addStretch(1)
        self.setLayout(box)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_facts(self, strong: str, quiet: str, severity: str = "") -> None:
        self._strong.setText(strong)
        self._quiet.setText(quiet)
        self._glyph.set(self._icon, severity)
        set_tone(self._strong, severity if severity in {"warning", "error"} else "")
