"""The step that says when backups are made and how long they stay: what it costs on this line, and a calendar of what will exist."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QLineEdit, QPushButton, QWidget

from holdfast.retention import kept_dates, parse_policy
from holdfast_desktop.dialogs.sheet import labelled
from holdfast_desktop.dialogs.wizard.choices import Template, Timing
from holdfast_desktop.dialogs.wizard.step import Missing, Step
from holdfast_desktop.theme.controls import button, column, label, row
from holdfast_desktop.widgets.month_calendar import DayMark, MonthCalendar
from holdfast_desktop.wording import plans
from holdfast_desktop.wording.times import day_name
from holdfast_desktop.wording.tr import tr

_TIME = re.compile(r"([01]?[0-9]|2[0-3]):[0-5][0-9]", re.ASCII)
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SOME_DAY, FIXED, WEEKLY, CRON, BY_HAND, AS_OTHER = "daily", "fixed", "weekly", "cron", "none", "other"
MONTH, YEAR = timedelta(days=30), timedelta(days=365)


class TimingStep(Step):
    """`cost_wanted(Timing)` is answered by `show_cost`."""

    cost_wanted = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._other: tuple[Timing, ...] = ()
        """Schedules of a template that this list has no word for."""
        self._every = QComboBox()
        self._every.setObjectName("wizardSchedule")
        for words, data in (
            (tr("Once a day when this computer is on, from 10:00"), SOME_DAY),
            (tr("Every day at a fixed time"), FIXED),
            (tr("Every six hours"), "6hours"),
            (tr("Every week"), WEEKLY),
            (tr("Each time that I log in"), "login"),
            (tr("By a cron expression"), CRON),
            (tr("Only when I say so"), BY_HAND),
        ):
            self._every.addItem(words, data)
        self._day = QComboBox()
        self._day.setObjectName("wizardDay")
        self._day.setAccessibleName(tr("Day of the week"))
        for word in DAYS:
            self._day.addItem(plans.day_words(word), word)
        self._time = _edit("wizardTime", tr("Time of day"), "22:00")
        self._cron = _edit("wizardCron", tr("Cron expression"), "30 2 * * mon-fri")
        self._cost = label("", "caption", name="wizardCost", wrap=True)
        self._cheaper = QCheckBox("")
        self._cheaper.setObjectName("wizardCheaper")
        self._cheaper.hide()
        self._cheaper.toggled.connect(lambda _: self.changed.emit())
        self._late = label(
            tr("What was missed is made up for. Not on metered networks, nor on a battery that is low; Settings change that."),
            "caption",
            wrap=True,
        )
        self.setLayout(
            column(
                labelled(tr("When"), self._every, self._day, self._time, self._cron), self._cost, self._cheaper, self._late,
                self._keeping(), gap=8,
            )
        )  # fmt: skip
        self._every.setSizePolicy(self._time.sizePolicy())
        self._every.currentIndexChanged.connect(lambda _: self._when_changed())
        self._day.currentIndexChanged.connect(lambda _: self._when_changed())
        for edit in (self._time, self._cron):
            edit.textChanged.connect(lambda _: self._when_changed())
        self._when_changed()

    def _keeping(self) -> QWidget:
        self._keeps, self._spans = QButtonGroup(self), QButtonGroup(self)
        for word in plans.KEEPS:
            self._keeps.addButton(_chip("wizardKeep" + word.capitalize(), plans.keep_title(word), word))
        for name, words, span in (("wizardInMonth", tr("In a month"), MONTH), ("wizardInYear", tr("In a year"), YEAR)):
            self._spans.addButton(_chip(name, words, span))
        self._keeps.buttons()[1].setChecked(True)
        self._spans.buttons()[0].setChecked(True)
        self._keep_words = label("", name="wizardKeepWords", wrap=True)
        self._exist = label("", "caption", name="wizardExist", wrap=True)
        self._calendar = MonthCalendar(tr("What will exist"), self._today)
        self._calendar.setFixedHeight(266)
        for group in (self._keeps, self._spans):
            group.buttonToggled.connect(lambda _, on: self._show_kept() if on else None)
        heading = label(tr("How long backups stay"), "strong")
        keeps, spans = row(*self._keeps.buttons(), None, gap=6), row(*self._spans.buttons(), None, gap=6)
        left = column(heading, keeps, self._keep_words, 4, spans, self._exist, None, gap=6)
        self._keep_holder = QWidget()
        box = row(left, self._calendar, gap=20, margins=(0, 6, 0, 0))
        box.setStretch(0, 2)
        box.setStretch(1, 3)
        self._keep_holder.setLayout(box)
        return self._keep_holder

    # told from outside

    def show_site(self, kept_here: bool) -> None:
        """`kept_here`: backups come into a storage of ours, so that Holdfast says how long they stay."""
        self._keep_holder.setVisible(kept_here)
        self.cost_wanted.emit(self.timing())
        self._show_kept()

    def show_cost(self, words: str, cheaper: str = "") -> None:
        self._cost.setText(words)
        self._cost.setVisible(bool(words))
        self._cheaper.setText(cheaper)
        self._cheaper.setVisible(bool(cheaper))
        if not cheaper:
            self._cheaper.setChecked(False)

    def use(self, template: Template) -> None:
        """Preset what another site has."""
        for one in self._keeps.buttons():
            if one.property("value") == template.retention:
                one.setChecked(True)
        if template.timings in {(), (Timing("daily"),)}:
            self._every.setCurrentIndex(self._every.findData(BY_HAND if not template.timings else SOME_DAY))
            return
        self._other = template.timings
        if self._every.findData(AS_OTHER) < 0:
            self._every.addItem("", AS_OTHER)
        place = self._every.findData(AS_OTHER)
        self._every.setItemText(place, plans.timings_words(template.timings))
        self._every.setCurrentIndex(place)

    # the step

    def intro(self) -> str:
        return tr("When backups are made, and how long they stay.")

    def first(self) -> QWidget:
        return self._every

    def missing(self) -> Missing | None:
        word = self._every.currentData()
        if word in {FIXED, WEEKLY} and self._time.text().strip() and not _TIME.fullmatch(self._time.text().strip()):
            return tr("Write the time of day as hours and minutes, for example 22:00."), self._time
        if word == CRON and len(self._cron.text().split()) != 5:
            return tr("A cron expression has five parts: minute, hour, day of the month, month, day of the week."), self._cron
        return None

    def timing(self) -> Timing:
        """The one that is chosen; of a template with several: its first."""
        word, at = str(self._every.currentData()), self._time.text().strip()
        if word == AS_OTHER:
            return self._other[0]
        if word == FIXED:
            return Timing("daily", at=at or "22:00")
        if word == WEEKLY:
            return Timing("weekly", at=at, on=str(self._day.currentData()))
        if word == CRON:
            return Timing(cron=" ".join(self._cron.text().split()))
        return Timing() if word == BY_HAND else Timing(word)

    def timings(self) -> tuple[Timing, ...]:
        word, one = self._every.currentData(), self.timing()
        if word == AS_OTHER:
            return self._other
        if word == BY_HAND:
            return ()
        if self._cheaper.isChecked():
            return Timing(one.every, one.cron, one.at, one.on, "database"), Timing("weekly", at=one.at)
        return (one,)

    def retention(self) -> str:
        chosen = self._keeps.checkedButton()
        return str(chosen.property("value")) if chosen is not None else "standard"

    # inside

    def _when_changed(self) -> None:
        word = self._every.currentData()
        self._day.setVisible(word == WEEKLY)
        self._time.setVisible(word in {FIXED, WEEKLY})
        self._cron.setVisible(word == CRON)
        self._late.setVisible(word != BY_HAND)
        if self.missing() is None:
            self.cost_wanted.emit(self.timing())
        self._show_kept()
        self.changed.emit()

    def _show_kept(self) -> None:
        span = self._spans.checkedButton()
        if span is None or self._keep_holder.isHidden():
            return
        until = self._today + span.property("value")
        when, first = self.timing(), self._today
        if when.every == "weekly":
            first += timedelta(days=(DAYS.index(when.on or "mon") - first.weekday()) % 7)
        kept = _kept(self.retention(), first, until, 7 if when.every == "weekly" else 1)
        self._keep_words.setText(plans.keep_words(self.retention()))
        self._exist.setText(plans.exist_words(kept, span.property("value") == YEAR))
        self._calendar.show_marks({day: DayMark(1, "check", "ok", tr("A backup of {day} will exist", day=day_name(day))) for day in kept})
        self._calendar.choose(until)


@lru_cache(maxsize=16)
def _kept(policy: str, first: date, until: date, days: int) -> tuple[date, ...]:
    return kept_dates(parse_policy(policy), first, until, timedelta(days=days))


def _edit(name: str, meaning: str, hint: str) -> QLineEdit:
    edit = QLineEdit()
    edit.setObjectName(name)
    edit.setAccessibleName(meaning)
    edit.setPlaceholderText(hint)
    return edit


def _chip(name: str, words: str, value: object) -> QPushButton:
    made = button(name, words, "chip")
    made.setCheckable(True)
    made.setProperty("value", value)
    return made
