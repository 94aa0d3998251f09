"""The schedules of one site: those that this computer runs and those that run on the site, in one list; daily and weekly ones are made
here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from holdfast.app import ScheduleView
from holdfast.errors import HoldfastError, as_failure
from holdfast_desktop.dialogs.sheet import Question
from holdfast_desktop.models.rows import Column
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.page import scrolled
from holdfast_desktop.pages.service_section import RowsSection
from holdfast_desktop.theme.controls import button, card, column, label, row
from holdfast_desktop.wording.services import remote_type_word
from holdfast_desktop.wording.states import outcome_look
from holdfast_desktop.wording.times import coming, exact, relative
from holdfast_desktop.wording.tr import tr
from holdfast_desktop.wording.waiting import plan_words, weekdays

Answer = tuple[Sequence[ScheduleView], Sequence[tuple[str, HoldfastError]]]


class ScheduleTab(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._name = ""
        remove = button("planRemove", tr("Remove…"), "ghost", "trash-2", self._remove)
        remove.setProperty("offered", True)
        self._list = RowsSection(
            "siteSchedules", tr("Schedules"), "", plan_columns(desk), [(remove, "")],
            tr("No schedule is for this site. It is backed up only when somebody says so."), (remove,),
        )  # fmt: skip
        inner = QWidget()
        inner.setLayout(column(self._list, self._form(), None, gap=12, margins=(0, 16, 24, 16)))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scrolled(inner, "siteSchedule"))

    def _form(self) -> QWidget:
        self._every = _choice("planEvery", tr("How often"), [("daily", tr("Every day")), ("weekly", tr("Every week"))])
        self._on = _choice("planOn", tr("Day"), weekdays())
        self._on.hide()
        self._every.currentIndexChanged.connect(lambda _: self._on.setVisible(self._every.currentData() == "weekly"))
        self._at = QLineEdit()
        self._at.setObjectName("planAt")
        self._at.setAccessibleName(tr("Time"))
        self._at.setPlaceholderText(tr("from 10:00"))
        self._at.setMaximumWidth(110)
        add = button("planAdd", tr("Add schedule"), "plain", "plus", self._add)
        self._at.returnPressed.connect(self._add)
        frame = card("planForm")
        frame.setLayout(
            column(
                label(tr("New schedule of this computer"), "section"),
                row(self._every, self._on, label(tr("at")), self._at, add, None),
                label(
                    tr("Without a time it runs once the computer is on, from 10:00. What is missed is caught up once."),
                    tone="secondary", wrap=True,
                ),
                gap=10, margins=(20, 14, 20, 16),
            )
        )  # fmt: skip
        return frame

    def show_site(self, name: str) -> None:
        """The list of another site is empty until it is asked for."""
        if name != self._name:
            self._name = name
            self._list.show_rows([])
            self._list.say(tr("Looking…"))

    def load(self) -> None:
        """Ask for the schedules: those on a site cost a call to it."""
        name = self._name

        def got(answer: Answer) -> None:
            if name == self._name:
                found, failed = answer
                self._list.show_rows(found)
                if failed:
                    self._list.say(self._desk.words_of(as_failure(failed[0][1]), name).title, "error")

        def refused(error: Exception) -> None:
            if name == self._name:
                self._list.failed(self._desk.words_of(as_failure(error), name).title)

        self._desk.tasks.start(self._desk.app.schedules.list_all(name), got, refused, self)

    def _add(self) -> None:
        every = str(self._every.currentData())
        on = str(self._on.currentData()) if every == "weekly" else ""
        self._desk.do(
            self._desk.app.schedules.add(self._name, every=every, on=on, at=self._at.text().strip()), self._added, self._name, self
        )

    def _added(self, made: ScheduleView) -> None:
        self._at.clear()
        self._changed()
        self._desk.say(tr("The schedule was added"), tr("Next run: {when}", when=coming(made.next_run_at, self._desk.now())))

    def _remove(self) -> None:
        found = self._list.chosen()
        if not isinstance(found, ScheduleView):
            return
        words = plan_words(found.every, found.cron, found.at, found.on) + "\n" + tr("Backups that it made stay.")
        if found.tag:
            words += " " + tr("It is for all sites with the tag “{tag}”, and ends for all of them.").replace("{tag}", found.tag)
        dialog = Question(
            tr("Remove this schedule?"), words, [("remove", tr("Remove"), "danger")], self.window(), tr("Keep"), "planRemoveDialog"
        )
        dialog.accepted.connect(
            lambda: self._desk.do(self._desk.app.schedules.remove(found.id), lambda _: self._changed(), self._name, self)
        )
        dialog.open()

    def _changed(self) -> None:
        self._desk.refresh()
        self.load()


def _choice(name: str, meaning: str, choices: Sequence[tuple[str, str]]) -> QComboBox:
    made = QComboBox()
    made.setObjectName(name)
    made.setAccessibleName(meaning)
    for word, words in choices:
        made.addItem(words, word)
    return made


def plan_columns(desk: Desk) -> list[Column[ScheduleView]]:
    return [
        Column(
            tr("When"),
            lambda s: plan_words(s.every, s.cron, s.at, s.on),
            tip=lambda s: f"{s.name}\n{plan_words(s.every, s.cron, s.at, s.on)}".strip(),
        ),
        Column(
            tr("Runs on"),
            lambda s: tr("this computer") if s.where == "local" else tr("the site"),
            icon=lambda s: "monitor" if s.where == "local" else "globe",
            width=140,
        ),
        Column(tr("What"), lambda s: remote_type_word(s.type) if s.type else tr("as usual"), tone=lambda _: "secondary", width=100),
        Column(
            tr("Next run"),
            lambda s: coming(s.next_run_at, desk.now()) if s.next_run_at else tr("not told"),
            tip=lambda s: exact(s.next_run_at),
            width=140,
        ),
        Column(tr("Last run"), lambda s: relative(s.last_run_at, desk.now()) if s.last_run_at else "–", width=88),
        Column(
            tr("State"),
            lambda s: (outcome_look(s.last_outcome).word if s.last_outcome else tr("on")) if s.enabled else tr("off"),
            icon=lambda s: ("circle-check" if not s.last_outcome else outcome_look(s.last_outcome).icon) if s.enabled else "pause",
            tone=lambda s: ("ok" if not s.last_outcome else outcome_look(s.last_outcome).severity) if s.enabled else "secondary",
            width=90,
        ),
    ]
