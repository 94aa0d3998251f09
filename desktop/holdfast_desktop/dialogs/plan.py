"""A schedule of this computer: made or changed. What it comes to (the next runs, and what it costs) is shown before it is saved."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSizePolicy, QWidget

from holdfast.app import ScheduleView
from holdfast_desktop.dialogs.sheet import Sheet, labelled
from holdfast_desktop.theme.controls import button, card, column, label, row
from holdfast_desktop.wording.schedules import (
    Choices,
    day_choices,
    every_choices,
    how_choices,
    keep_in_choices,
    run_words,
    takes_time,
    time_help,
    type_choices,
)
from holdfast_desktop.wording.tr import tr

ASK_AFTER_MS = 250
_TIME = re.compile(r"([01]?\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True)
class PlanFor:
    """Whom a schedule is for. `sites`: one or several; `system` and `offers` of theirs when they are of one kind."""

    title: str
    system: str = "folder"
    offers: Mapping[str, Any] = field(default_factory=dict)
    tags: Sequence[str] = ()
    """Tags that may stand in place of the sites."""
    storages: Sequence[str] = ()
    storage: str = ""
    service: bool = False


class PlanSheet(Sheet):
    """`asked(words)`: what is written now, to be answered by `show_preview`. `submitted(words, tag)`: by `accept`, or `refused`."""

    asked = Signal(object, str)
    submitted = Signal(object, str)

    def __init__(self, whom: PlanFor, given: ScheduleView | None = None, parent: QWidget | None = None) -> None:
        super().__init__("planDialog", tr("Change the schedule") if given else tr("New schedule"), whom.title, parent, width=540)
        self._given = given
        self._make(whom, given)
        self._lay_out(whom, given)
        self._act = button("planAccept", tr("Save") if given else tr("Add schedule"), "primary", clicked=self._submit)
        self.buttons(self._act)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(ASK_AFTER_MS)
        self._wait.timeout.connect(self._ask)
        self._every_changed()
        if given is not None and given.on:
            _choose(self.on, given.on)

    def _make(self, whom: PlanFor, given: ScheduleView | None) -> None:
        self.every = _combo("planEvery", tr("How often"), every_choices(), ("cron" if given.cron else given.every) if given else "daily")
        self.on = _combo("planOn", tr("Day"), [], "")
        self.at = _edit("planAt", tr("Time"), given.at if given else "", tr("from 10:00"))
        self.cron = _edit("planCron", tr("Line of cron"), given.cron if given else "", "30 2 * * mon-fri")
        self.kind = _combo("planType", tr("What"), type_choices(whom.system, whom.offers), given.type if given else "")
        self.how = _combo("planHow", tr("How"), how_choices(), given.how if given else "auto")
        self.keep_in = _combo(
            "planKeepIn", tr("Keep copies in"), keep_in_choices(whom.storages, whom.storage), given.keep_in if given else ""
        )
        tags = [
            ("", tr("Only for what is chosen")),
            *((tag, tr("Every site with the tag “{tag}”").replace("{tag}", tag)) for tag in whom.tags),
        ]
        self.whom = _combo("planFor", tr("For"), tags, given.tag if given else "")
        self.enabled = QCheckBox(tr("Switched on"))
        self.enabled.setObjectName("planEnabled")
        self.enabled.setChecked(given.enabled if given else True)
        for one in (self.every, self.on, self.kind, self.how, self.keep_in, self.whom):
            one.currentIndexChanged.connect(lambda _: self._changed())
        for text in (self.at, self.cron):
            text.textChanged.connect(lambda _: self._changed())
        self.every.currentIndexChanged.connect(lambda _: self._every_changed())

    def _lay_out(self, whom: PlanFor, given: ScheduleView | None) -> None:
        self._help = label(tone="secondary", name="planHelp", wrap=True)
        self._time = labelled(tr("At"), self.at)
        self._day = labelled(tr("Day"), self.on)
        self._line = labelled(tr("Line of cron"), self.cron)
        when = row(labelled(tr("How often"), self.every), self._day, self._time, self._line, gap=12)
        self.body.addLayout(when)
        self.body.addWidget(self._help)
        for title, control, wanted in (
            (tr("What"), self.kind, self.kind.count() > 0),
            (tr("How"), self.how, whom.service),
            (tr("Keep copies in"), self.keep_in, whom.service and bool(whom.storages)),
            (tr("For"), self.whom, given is None and bool(whom.tags)),
        ):
            holder = labelled(title, control)
            holder.setVisible(wanted)
            self.body.addWidget(holder)
        self.body.addWidget(self.enabled)
        self._preview = card("planPreview", "neutral")
        self._runs = label(name="planNextRuns", wrap=True)
        self._cost = label(name="planCost", wrap=True)
        self._cost.hide()
        self._preview.setLayout(
            column(label(tr("Next five runs"), "strong"), self._runs, self._cost, gap=4, margins=(14, 10, 14, 12))
        )  # fmt: skip
        self.body.addWidget(self._preview)
        self.body.addStretch(1)

    # what is written

    def words(self) -> dict[str, Any]:
        """Under the door's names. All of them when one is changed, else only what is not left as it is."""
        every = str(self.every.currentData())
        found: dict[str, Any] = {
            "every": "" if every == "cron" else every,
            "cron": self.cron.text().strip() if every == "cron" else "",
            "on": str(self.on.currentData() or ""),
            "at": self.at.text().strip() if takes_time(every) else "",
            "type": str(self.kind.currentData() or ""),
            "how": str(self.how.currentData() or "auto"),
            "keep_in": str(self.keep_in.currentData() or ""),
            "enabled": self.enabled.isChecked(),
        }
        if self._given is not None:
            return found
        return {name: value for name, value in found.items() if value not in ("", "auto") and not (name == "enabled" and value)}

    def changes(self) -> dict[str, Any]:
        """Of one that is changed: what differs. The two ways to say when exclude each other."""
        assert self._given is not None  # noqa: S101 - only asked where there is one
        given, words = self._given, self.words()
        when = ("every", "cron", "on", "at")
        moved = any(words[name] != getattr(given, name) for name in when)
        return {name: value for name, value in words.items() if value != getattr(given, name) or (moved and name in when)}

    def tag(self) -> str:
        return str(self.whom.currentData() or "")

    def wrong(self) -> tuple[str, QLineEdit | None]:
        every = str(self.every.currentData())
        at = self.at.text().strip()
        if every == "cron" and len(self.cron.text().split()) != 5:
            return tr("A cron line has five fields, for example 0 3 * * *."), self.cron
        if takes_time(every) and at and not _TIME.fullmatch(at):
            return tr("“{text}” is no time of day. Write it as 02:00.", text=at), self.at
        return "", None

    def _every_changed(self) -> None:
        every = str(self.every.currentData())
        days = day_choices(every)
        self.on.blockSignals(True)
        self.on.clear()
        for word, words in days:
            self.on.addItem(words, word)
        self.on.blockSignals(False)
        self._day.setVisible(bool(days))
        self._time.setVisible(takes_time(every))
        self._line.setVisible(every == "cron")
        self._help.setText(time_help(every))
        self._changed()

    def _changed(self) -> None:
        if hasattr(self, "_wait"):
            self._act.setEnabled(True)
            self._wait.start()

    def _ask(self) -> None:
        wrong, control = self.wrong()
        self.complain("", None)
        if wrong:
            self._runs.setText("–")
            self._cost.hide()
            if control is not None and control.text():
                self.complain(wrong)
            return
        self.asked.emit({name: value for name, value in self.words().items() if name != "enabled"}, self.tag())

    def show_preview(self, runs: Sequence[datetime], cost: Sequence[str]) -> None:
        self._runs.setText("\n".join(run_words(one) for one in runs) or self._without_times())
        self._cost.setText("\n".join(cost))
        self._cost.setVisible(bool(cost))
        self.refit()

    def _without_times(self) -> str:
        return tr("Whenever you log in.") if self.every.currentData() == "login" else tr("None that could be foretold.")

    def _submit(self) -> None:
        wrong, control = self.wrong()
        if wrong:
            return self.complain(wrong, control)
        self._wait.stop()  # its answer would wipe away a refusal
        self._act.setEnabled(False)
        self.submitted.emit(self.changes() if self._given is not None else self.words(), self.tag())

    def refused(self, text: str) -> None:
        self._act.setEnabled(True)
        self.complain(text)


def _combo(name: str, meaning: str, choices: Choices, value: str) -> QComboBox:
    made = QComboBox()
    made.setObjectName(name)
    made.setAccessibleName(meaning)
    for word, words in choices:
        made.addItem(words, word)
    _choose(made, value)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(10)
    return made


def _choose(combo: QComboBox, value: str) -> None:
    combo.setCurrentIndex(max(0, combo.findData(value)))


def _edit(name: str, meaning: str, text: str, hint: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setObjectName(name)
    made.setAccessibleName(meaning)
    made.setPlaceholderText(hint)
    return made
