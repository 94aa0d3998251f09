"""How long the backups of a storage or of a site stay: a rule, what it would leave in a month and in a year, and what it would remove now.

Nothing is removed before the button that says how many.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QListWidget, QListWidgetItem, QWidget

from holdfast_desktop.dialogs.policy_form import PolicyForm
from holdfast_desktop.dialogs.sheet import Sheet
from holdfast_desktop.theme.controls import button, card, column, label, row, set_icon
from holdfast_desktop.widgets.header import Chips
from holdfast_desktop.widgets.kept_year import Fate, KeptYear
from holdfast_desktop.wording.retention import policy_words
from holdfast_desktop.wording.tr import tr, tr_n

YEAR_WIDTH = 470


@dataclass(frozen=True)
class Coming:
    """What a rule leaves of a site that is backed up once a day from today on: the days, at the end of `month` and of `year`."""

    month: date
    in_month: Sequence[date]
    year: date
    in_year: Sequence[date]


@dataclass(frozen=True)
class Removal:
    """What a rule would do to the backups that are there. `lines`: one for each that goes; `days`: what becomes of each day; `stop`: why
    it looks like a mistake; `apart`: sites that have a rule of their own and are left alone."""

    keep: int
    lines: Sequence[str]
    days: Mapping[date, Fate]
    stop: str = ""
    apart: int = 0


class Keeping(Sheet):
    """`changed(policy)`: answer with `show_coming` and `show_removal`, or `refused`. `applied(policy, remove now, confirmed)`."""

    changed = Signal(str)
    applied = Signal(str, bool, bool)

    def __init__(
        self, title: str, intro: str, policy: str, default: str, inherited: str, today: date, parent: QWidget | None = None
    ) -> None:
        """`policy` empty: none of its own, so that `default` holds, which `inherited` says in words."""
        super().__init__("keepingDialog", title, intro, parent, width=860)
        self._today, self._default = today, default
        self._removal: Removal | None = None
        self._coming: Coming | None = None
        self.form = PolicyForm(policy, inherited)
        self.form.changed.connect(self._ask)
        self.body.addWidget(self.form)
        self._rule = label(tone="secondary", name="keepingRule", wrap=True)
        self.body.addWidget(self._rule)
        halves = row(self._removals(), self._calendar(), gap=16)
        halves.setStretch(0, 1)
        self.body.addLayout(halves, 1)
        self._remove = button("keepingRemove", tr("Save and remove"), clicked=lambda: self._send(True))
        set_icon(self._remove, "trash-2", "error")
        self._save = button("keepingSave", tr("Save rule"), "primary", clicked=lambda: self._send(False))
        self.buttons(self._remove, self._save)
        self._forget()

    def _removals(self) -> QWidget:
        """What would go now, under the numbers of a rule of one's own."""
        self._summary = label(role="strong", name="keepingSummary", wrap=True)
        self._apart = label(tone="secondary", name="keepingApart", wrap=True)
        self._lines = QListWidget()
        self._lines.setObjectName("keepingLines")
        self._lines.setAccessibleName(tr("Backups that would be removed"))
        self._lines.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self._lines.setMinimumHeight(72)
        self._lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._lines.setSpacing(1)
        self._stop = label(tone="warning", name="keepingStop", wrap=True)
        self._sure = QCheckBox(tr("I have looked: this is what I want"))
        self._sure.setObjectName("keepingConfirm")
        self._sure.toggled.connect(self._allow)
        left = QWidget()
        box = column(self.form.custom, self._summary, self._lines, self._apart, self._stop, self._sure, gap=8)
        box.setStretch(2, 1)
        box.addStretch(0)
        left.setLayout(box)
        return left

    def _calendar(self) -> QFrame:
        self._when = Chips("keepingWhen", [("now", tr("Now")), ("month", tr("In a month")), ("year", tr("In a year"))])
        self._when.chosen.connect(lambda _: self._show_days())
        self._year = KeptYear("keepingYear", tr("Days with a backup"))
        self._said = label(tone="secondary", name="keepingSaid", wrap=True)
        frame = card("keepingCalendar")
        frame.setLayout(column(row(self._when), self._year, self._said, None, gap=10, margins=(16, 12, 16, 12)))
        frame.setFixedWidth(YEAR_WIDTH)  # squares, no text
        return frame

    # asking

    def ask(self) -> None:
        """Begin: the rule as it is."""
        self._ask()

    def policy(self) -> str:
        """The rule; empty: as in the settings."""
        return self.form.policy()

    def _ask(self) -> None:
        self._forget()
        wrong = self.form.wrong()
        self.complain(wrong, self.form.within if wrong else None)
        self._save.setEnabled(not wrong)
        if wrong:
            self._summary.setText("")
            return
        self.refit()
        self._rule.setText(policy_words(self.policy() or self._default))
        self._summary.setText(tr("Working out what would go now…"))
        self.changed.emit(self.policy() or self._default)

    def _forget(self) -> None:
        self._removal = self._coming = None
        for one in (self._lines, self._apart, self._stop, self._sure, self._remove):
            one.hide()
        self._sure.setChecked(False)
        self._show_days()

    # answers

    def show_coming(self, policy: str, coming: Coming) -> None:
        """Nothing, when another rule was chosen meanwhile."""
        if policy == (self.policy() or self._default):
            self._coming = coming
            self._show_days()

    def show_removal(self, policy: str, removal: Removal) -> None:
        if policy != (self.policy() or self._default):
            return
        self._removal = removal
        count = len(removal.lines)
        kept = tr_n("{n} backup stays", "{n} backups stay", removal.keep)
        gone = tr_n("{n} would be removed", "{n} would be removed", count) if count else tr("none would be removed")
        self._summary.setText(f"{kept} · {gone}")
        self._lines.clear()
        for words in removal.lines:
            item = QListWidgetItem(words)
            item.setToolTip(words)
            self._lines.addItem(item)
        self._lines.setVisible(bool(count))
        apart = tr_n("{n} site has a rule of its own.", "{n} sites have a rule of their own.", removal.apart) if removal.apart else ""
        self._apart.setText(apart)
        self._apart.setVisible(bool(apart))
        self._stop.setText(_stop_words(removal.stop))
        self._stop.setVisible(bool(removal.stop and count))
        self._sure.setVisible(bool(removal.stop and count))
        self._remove.setText(tr_n("Save and remove {n} backup", "Save and remove {n} backups", count))
        self._remove.setVisible(bool(count))
        self._allow()
        self._show_days()
        self.refit()

    def refused(self, policy: str, text: str) -> None:
        """The rule can be saved all the same when only the storage could not be asked."""
        if policy == (self.policy() or self._default):
            self._summary.setText(tr("What would go now is not known: {reason}", reason=text))

    def _allow(self) -> None:
        self._remove.setEnabled(self._removal is not None and (not self._removal.stop or self._sure.isChecked()))

    def _show_days(self) -> None:
        word = self._when.value()
        if word == "now":
            days = dict(self._removal.days) if self._removal is not None else {}
            self._year.show_days(days, self._today)
            text = tr("As it is now: filled days stay, crossed ones go.") if self._removal is not None else tr("Reading what is there…")
        else:
            coming = self._coming
            kept = () if coming is None else coming.in_month if word == "month" else coming.in_year
            until = self._today if coming is None else coming.month if word == "month" else coming.year
            self._year.show_days(dict.fromkeys(kept, "stays"), until)
            text = tr_n(
                "{n} backup would be there then, of a site that is backed up once a day from today on.",
                "{n} backups would be there then, of a site that is backed up once a day from today on.",
                len(kept),
            )
        self._said.setText(text)
        self._year.setAccessibleDescription(text)

    def _send(self, remove: bool) -> None:
        self.applied.emit(self.policy(), remove, self._sure.isChecked())
        self.accept()


def _stop_words(stop: str) -> str:
    words = {
        "SHRUNK": tr("This looks like a mistake: the newest backup holds less than half of the files of one before."),
        "MANY": tr("This looks like a mistake: most backups would go at once."),
    }
    return words.get(stop, stop)
