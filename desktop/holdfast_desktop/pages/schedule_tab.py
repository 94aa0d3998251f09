"""The schedules of one site: those that this computer runs (also by a tag) and those that run on the site, in one list; what the chosen
one comes to; and why none runs now."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from holdfast.app import ScheduleView
from holdfast.errors import HoldfastError, as_failure
from holdfast_desktop.models.rows import Column
from holdfast_desktop.pages.cost_lines import cost_lines
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.page import scrolled
from holdfast_desktop.pages.plan_flows import PlanFlows
from holdfast_desktop.pages.service_actions import ServiceActions
from holdfast_desktop.pages.service_section import RowsSection
from holdfast_desktop.pages.why_card import WhyCard
from holdfast_desktop.theme.controls import button, card, column, label, row
from holdfast_desktop.widgets.cards import Facts
from holdfast_desktop.wording.named import plan_name
from holdfast_desktop.wording.schedules import how_choices, origin_words, run_words
from holdfast_desktop.wording.services import can, keep_words, remote_type_word, why_not_words
from holdfast_desktop.wording.states import outcome_look
from holdfast_desktop.wording.times import coming, exact, relative
from holdfast_desktop.wording.tr import tr
from holdfast_desktop.wording.waiting import plan_words

Answer = tuple[Sequence[ScheduleView], Sequence[tuple[str, HoldfastError]]]


class ScheduleTab(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._name = ""
        self._local = PlanFlows(desk, self, self._changed)
        self._there = ServiceActions(desk, self, self._changed)
        self._make_list()
        self._facts = Facts()
        self._details = self._details_card()
        self._why = WhyCard(desk)
        inner = QWidget()
        inner.setLayout(column(self._list, self._details, self._why, None, gap=12, margins=(0, 16, 24, 16)))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scrolled(inner, "siteSchedule"))
        desk.refreshed.connect(self._pauses_known)

    def _make_list(self) -> None:
        self._add = button("planAdd", tr("Add…"), "plain", "plus", self._do_add)
        self._menu = QMenu(self)
        self._menu.setObjectName("planAddMenu")
        here = self._menu.addAction(tr("On this computer…"))
        here.triggered.connect(lambda: self._local.add([self._name]))
        self._on_site = self._menu.addAction(tr("On the site itself…"))
        self._on_site.triggered.connect(lambda: self._there.add_schedule(self._name))
        self._edit = button("planEdit", tr("Change…"), "ghost", "pencil", self._do_edit)
        self._switch = button("planSwitch", tr("Switch off"), "ghost", "pause", self._do_switch)
        self._remove = button("planRemove", tr("Remove…"), "ghost", "trash-2", self._do_remove)
        of_one = (self._edit, self._switch, self._remove)
        for one in of_one:
            one.setProperty("offered", True)
        self._list = RowsSection(
            "siteSchedules", tr("Schedules"), "", plan_columns(self._desk), [*((one, "") for one in of_one), (self._add, "")],
            tr("No schedule is for this site. It is backed up only when somebody says so."), of_one,
        )  # fmt: skip
        self._list.view.selectionModel().selectionChanged.connect(lambda *_: self._chosen())
        self._list.view.doubleClicked.connect(lambda _: self._do_edit())
        keys: dict[str, Callable[[], object]] = {"Return": self._do_edit, "Del": self._do_remove, "Space": self._do_switch}
        for key, action in keys.items():
            shortcut = QShortcut(QKeySequence(key), self._list.view)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(action)

    def _details_card(self) -> QFrame:
        frame = card("planDetails")
        self._title = label(role="section", name="planTitle", wrap=True)
        self._runs = label(name="planRuns", wrap=True)
        self._runs_title = label(tr("Next five runs"), "strong")
        self._cost = label(name="planNeeds", wrap=True, tone="secondary")
        times = QWidget()
        times.setLayout(column(self._runs_title, self._runs, None, gap=4))
        facts = QWidget()
        facts.setLayout(column(self._facts, None, gap=4))
        both = row(facts, times, gap=24)
        both.setStretch(0, 3)
        both.setStretch(1, 2)
        frame.setLayout(column(self._title, both, self._cost, gap=10, margins=(20, 14, 20, 16)))
        frame.hide()
        return frame

    # what is shown

    def show_site(self, name: str) -> None:
        """The list of another site is empty until it is asked for."""
        offers = self._desk.offers(name)
        more = bool(offers)
        self._add.setMenu(self._menu if more else None)  # type: ignore[arg-type]  # None takes the menu away
        self._add.setProperty("menu", "true" if more else "")
        self._on_site.setEnabled(can(offers, "schedules.create"))
        self._on_site.setToolTip(why_not_words(offers, "schedules.create") if more else "")
        if name != self._name:
            self._name = name
            self._details.hide()
            self._list.show_rows([])
            self._list.say(tr("Looking…"))

    def load(self) -> None:
        """Ask for the schedules: those on a site cost a call to it."""
        name = self._name

        def got(answer: Answer) -> None:
            if name == self._name:
                found, failed = answer
                self._list.show_rows(found)
                self._chosen()
                if failed and failed[0][1].kind != "unsupported":  # that is said where one would make them
                    self._list.say(self._desk.words_of(as_failure(failed[0][1]), name).title, "error")

        def refused(error: Exception) -> None:
            if name == self._name:
                self._details.hide()
                self._list.failed(self._desk.words_of(as_failure(error), name).title)

        self._desk.tasks.start(self._desk.app.schedules.list_all(name), got, refused, self)
        self._why.load(name)

    def _pauses_known(self) -> None:
        if self._name and self.isVisible():
            self._why.load(self._name)

    def _chosen(self) -> None:
        found = self._plan()
        self._details.setVisible(found is not None)
        if found is None:
            return
        on = found.enabled
        self._switch.setText(tr("Switch off") if on else tr("Switch on"))
        self._title.setText(plan_words(found.every, found.cron, found.at, found.on))
        self._facts.show_facts([fact for fact in self._facts_of(found) if fact[2]])
        self._runs.setText("\n".join(run_words(one) for one in found.next_runs or (found.next_run_at,) if one) or tr("not told"))
        self._runs_title.setText(tr("Next five runs") if found.where == "local" else tr("Next run"))
        self._cost.setText("")
        self._cost.hide()
        if found.where == "local":
            self._desk.tasks.start(self._looked_at(found), lambda told: self._show_more(found, *told), lambda _: None, self)

    def _facts_of(self, found: ScheduleView) -> list[tuple[str, str, str]]:
        from_tag = tr("This computer, for every site with the tag “{tag}”").replace("{tag}", found.tag)
        origin = tr("The site itself") if found.where != "local" else from_tag if found.tag else tr("This computer, for this site")
        how = dict(how_choices()).get(found.how, "") if found.how != "auto" else ""
        last = relative(found.last_run_at, self._desk.now()) if found.last_run_at else ""
        return [
            ("planName", tr("Name"), plan_name(found.name, (found.site, found.tag))),
            ("planOrigin", tr("Run by"), origin),
            ("planWhat", tr("What"), remote_type_word(found.type) if found.type else tr("As usual")),
            ("planHowSaid", tr("How"), how),
            ("planKeptIn", tr("Copies go to"), found.keep_in),
            ("planKeeps", tr("Keeps"), keep_words(found.keep, found.keep_days) if found.keep or found.keep_days else ""),
            ("planLast", tr("Last run"), f"{last} · {outcome_look(found.last_outcome).word}" if last and found.last_outcome else last),
        ]

    async def _looked_at(self, found: ScheduleView) -> tuple[ScheduleView, Sequence[str]]:
        whole = await self._desk.app.schedules.show(found.id)
        words = {name: value for name in ("every", "cron", "at", "on", "type", "timezone") if (value := getattr(found, name))}
        site = None if found.tag else found.site or self._name
        return whole, cost_lines(await self._desk.app.conditions.cost_of_plan(site, tag=found.tag, **words))

    def _show_more(self, asked: ScheduleView, whole: ScheduleView, cost: Sequence[str]) -> None:
        now = self._plan()
        if now is None or now.id != asked.id:
            return
        none = tr("Whenever you log in.") if asked.every == "login" else tr("None while it is switched off.")
        self._runs.setText("\n".join(run_words(one) for one in whole.next_runs or (asked.next_run_at,) if one) or none)
        self._cost.setText("\n".join(cost))
        self._cost.setVisible(bool(cost))

    # doing

    def _plan(self) -> ScheduleView | None:
        found = self._list.chosen()
        return found if isinstance(found, ScheduleView) else None

    def _do_add(self) -> None:
        if self._name and self._add.menu() is None:
            self._local.add([self._name])

    def _do_edit(self) -> None:
        found = self._plan()
        if found is not None:
            self._local.edit(found) if found.where == "local" else self._there.edit_schedule(self._name, found)

    def _do_switch(self) -> None:
        found = self._plan()
        if found is not None:  # a service may only be able to make a new one in its place: its dialog says so
            self._local.switch(found) if found.where == "local" else self._there.edit_schedule(self._name, found)

    def _do_remove(self) -> None:
        found = self._plan()
        if found is not None:
            self._local.remove(found) if found.where == "local" else self._there.delete_schedule(self._name, found)

    def _changed(self) -> None:
        self._desk.refresh()
        self.load()


def plan_columns(desk: Desk) -> list[Column[ScheduleView]]:
    return [
        Column(
            tr("When"),
            lambda s: plan_words(s.every, s.cron, s.at, s.on),
            tip=lambda s: f"{plan_name(s.name, (s.site, s.tag))}\n{plan_words(s.every, s.cron, s.at, s.on)}".strip(),
        ),
        Column(
            tr("From"),
            lambda s: origin_words(s.where, s.tag),
            icon=lambda s: "monitor" if s.where == "local" else "globe",
            tip=lambda s: tr("This computer runs it for: {names}").replace("{names}", ", ".join(s.sites)) if s.tag else "",
            width=164,
        ),
        Column(tr("What"), lambda s: remote_type_word(s.type) if s.type else tr("as usual"), tone=lambda _: "secondary", width=100),
        Column(
            tr("Next run"),
            lambda s: coming(s.next_run_at, desk.now()) if s.next_run_at else tr("not told") if s.where != "local" else "–",
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
