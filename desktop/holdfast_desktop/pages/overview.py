"""Overview: are all my sites safe? The verdict, what needs attention, every site with its last thirty days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from holdfast.verdict import ORDER
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.overview_words import (
    as_of,
    attention_lines,
    coming_runs,
    first_steps,
    is_offline,
    proof_facts,
    site_line,
    storage_facts,
)
from holdfast_desktop.pages.page import Page, scrolled
from holdfast_desktop.pages.site_menu import fill_site_menu
from holdfast_desktop.theme.controls import button, card, column, label, row
from holdfast_desktop.widgets.cards import AttentionList, Checklist, ComingCard, FactCard, VerdictBanner
from holdfast_desktop.widgets.header import search_field
from holdfast_desktop.widgets.site_rows import SiteRows
from holdfast_desktop.widgets.skeleton import Skeleton
from holdfast_desktop.widgets.states import Stateful
from holdfast_desktop.wording.errors import ErrorWords
from holdfast_desktop.wording.states import verdict_words
from holdfast_desktop.wording.tr import tr, tr_n
from holdfast_desktop.wording.waiting import pause_words

ATTENTION_SHOWN = 5
AGE_MS = 30_000
"""How often the ages on the page are told anew."""

__all__ = ["OverviewPage", "site_line"]


class OverviewPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "overview")
        self._kits: Mapping[str, datetime] | None = None
        self._onboarded = False
        self._banner = VerdictBanner()
        self._checklist = Checklist()
        self._checklist.acted.connect(self._step)
        self._checklist.dismissed.connect(self._dismiss)
        self._attention_title = label(tr("Needs attention"), "section", name="attentionTitle")
        self._attention = AttentionList()
        self._attention.fixed.connect(desk.action_wanted)
        self._sites_title = label(tr("Sites"), "section", name="overviewSites")
        self._rows = SiteRows()
        self._rows.opened.connect(desk.site_wanted)
        self._rows.menu_wanted.connect(self._menu)
        self._nothing = label(tone="secondary", name="overviewNothing")
        self._clear = button("overviewClear", tr("Clear filter"), "link", clicked=self._clear_filter)
        self._nothing_row = QWidget()
        self._nothing_row.setLayout(row(self._nothing, self._clear, None, gap=12, margins=(16, 8, 16, 8)))
        self._coming = ComingCard("comingCard", tr("Next 24 hours"))
        self._storage = FactCard("storageCard", tr("Storage"), "hard-drive")
        self._proof = FactCard("proofCard", tr("Proof"), "flask-conical")
        self._age = label(tone="secondary", name="overviewAge")
        self._newest = button("downloadNewest", tr("Download newest"), "plain", "download", lambda: self._ask("download_all"))
        self._newest.setToolTip(tr("The newest backup of every site, into your downloads"))
        self._back_up_all = button("backUpAll", tr("Back up all"), "primary", "database-backup", lambda: self._ask("back_up_all"))
        self._search = self.search = search_field("overviewSearch", tr("Filter sites"))
        self._search.setMaximumWidth(220)
        self._search.textChanged.connect(self._filter)
        self._search.textEdited.connect(self._go_to_rows)
        self._tools: tuple[QWidget, ...] = (self._newest, self._back_up_all, self._search)
        self._states = Stateful(self._body(), "overviewEmpty", skeleton=Skeleton("overviewSkeleton"))
        self._states.acted.connect(self._state_acted)
        self.build(tr("Overview"), self._states, (self._age, self._search, self._newest), self._back_up_all)
        self._states.loading()
        desk.refreshed.connect(self.show_status)
        desk.refresh_failed.connect(self._show_failed)
        self._backing_up: frozenset[str] = frozenset()
        """As the list of what needs attention was shown last."""
        desk.jobs_moved.connect(self._show_percents)
        self._ages = QTimer(self)
        self._ages.setInterval(AGE_MS)
        self._ages.timeout.connect(self._grow_older)
        self._ages.start()
        for tool in self._tools:
            tool.hide()

    def _body(self) -> QWidget:
        rows_card = card()
        rows_card.setLayout(column(self._rows, self._nothing_row, margins=(1, 4, 1, 4)))
        cards = QGridLayout()
        cards.setSpacing(12)
        for place, one in enumerate((self._coming, self._storage, self._proof)):
            cards.addWidget(one, 0, place)
            cards.setColumnStretch(place, 1)
        inner = QWidget()
        inner.setLayout(
            column(
                self._banner, self._checklist, 4, self._attention_title, self._attention, 4, cards, 8, row(self._sites_title, None),
                rows_card, None, gap=8, margins=(24, 20, 24, 24),
            )
        )  # fmt: skip
        self._scroll = scrolled(inner, "overviewScroll")
        return self._scroll

    def current(self) -> str:
        """The name of the site that the keyboard is at."""
        return self._rows.current()

    # what is shown

    def show_status(self) -> None:
        status, now = self.desk.status, self.desk.now()
        if status is None:
            return
        for tool in self._tools:
            tool.setVisible(bool(status.sites))
        if not status.sites:
            self._age.setText("")
            self._say_empty()
            return
        self._states.show_content()
        self._show_verdict()
        self._backing_up = self._now_backing_up()
        lines = attention_lines(status, lambda subject, reason: self.desk.reason_of(reason, subject), self._backing_up)
        self._attention.show_lines(lines[:ATTENTION_SHOWN])
        more = len(lines) - ATTENTION_SHOWN
        self._attention_title.setText(
            tr("Needs attention")
            if more <= 0
            else tr_n("Needs attention · {n} more under Sites", "Needs attention · {n} more under Sites", more)
        )
        self._attention_title.setVisible(bool(lines))
        self._attention.setVisible(bool(lines))
        ordered = sorted(status.sites, key=lambda s: (ORDER.index(s.status), s.name.casefold()))
        waiting = self.desk.waiting_of()
        self._rows.set_lines([site_line(site, now, waiting.get(site.name, ())) for site in ordered])
        self._filter(self._search.text())
        self._coming.show_coming(*coming_runs(status, now))
        self._storage.show_facts(*storage_facts(status.storages))
        self._proof.show_facts(*proof_facts(status.sites, status.storages, now))
        self._show_age()
        self._show_percents()
        self._look_at_steps()

    def _show_verdict(self) -> None:
        status, now = self.desk.status, self.desk.now()
        if status is None:
            return
        counts = Counter(str(s.status) for s in status.sites)
        verdict = verdict_words(status.status, counts, len(self.desk.live.running()))
        until = self.desk.pauses.get("")
        if until is not None and until > now:
            verdict = replace(verdict, detail=f"{verdict.detail} · {pause_words(until, now)}")
        self._banner.show_verdict(verdict)

    def _now_backing_up(self) -> frozenset[str]:
        """The sites whose backups are on their way."""
        return frozenset(job.site for job in self.desk.live.running() if job.verb == "backup")

    def _show_age(self) -> None:
        status = self.desk.status
        if status is not None:
            self._age.setText(as_of(self.desk.asked_at, self.desk.now(), self.desk.stale, is_offline(status)))

    def _grow_older(self) -> None:
        """Ages are words, and words grow old."""
        if self.isVisible() and self.desk.status is not None and self.desk.status.sites:
            self.show_status()

    def _show_percents(self) -> None:
        if self.isVisible():
            if self._now_backing_up() != self._backing_up:
                self.show_status()
            self._rows.set_percents({job.site: job.percent for job in self.desk.live.running() if job.site and job.percent is not None})

    def _filter(self, text: str) -> None:
        shown = self._rows.filter(text)
        self._nothing.setText(tr("No site fits the filter.") if text.strip() else "")
        self._nothing_row.setVisible(shown == 0)
        self._rows.setVisible(shown > 0)

    def _clear_filter(self) -> None:
        if self.search is not None:
            self.search.clear()
            self.search.setFocus()

    def _go_to_rows(self, text: str) -> None:
        """Who types into the filter wants to see the rows."""
        bar = self._scroll.verticalScrollBar()
        top = self._sites_title.y() - 12  # both lie in the widget that is scrolled
        bar.setValue(top if text.strip() else 0)

    # other states

    def _say_empty(self) -> None:
        self._states.say(
            "shield",
            tr("No sites yet"),
            tr("Add one and its first backup can start in about a minute."),
            "add_site",
            tr("Add site"),
        )
        self._states.message.offer_second("adopt", tr("I have backups already"))

    def _show_failed(self, words: ErrorWords) -> None:
        if self.desk.status is None:
            self._states.fail(words)
        else:
            self._show_age()

    def _state_acted(self, action: str) -> None:
        self.desk.refresh() if action == "refresh" else self._ask(action)

    # doing

    def _ask(self, action: str, subject: str = "") -> None:
        self.desk.action_wanted.emit(action, subject)

    def _menu(self, site: str, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("siteRowMenu")
        menu.aboutToHide.connect(menu.deleteLater)
        fill_site_menu(menu, self.desk, site)
        menu.popup(place)

    # the first steps

    def _look_at_steps(self) -> None:
        """Ask whether recovery keys were saved, only while that may still matter."""
        status = self.desk.status
        if status is None or self._onboarded:
            return self._checklist.hide()
        if self._kits is not None and all(step.done for step in first_steps(status, self._kits)):
            return self._checklist.hide()
        self.desk.tasks.start(self._ask_steps(), self._show_steps, lambda _: None, within=self)

    async def _ask_steps(self) -> tuple[Mapping[str, datetime], bool]:
        return await self.desk.app.storages.kits_saved(), (await self.desk.app.settings.get()).onboarding_done

    def _show_steps(self, known: tuple[Mapping[str, datetime], bool]) -> None:
        self._kits, self._onboarded = known
        status = self.desk.status
        if status is not None:
            self._checklist.show_steps([] if self._onboarded else first_steps(status, self._kits))

    def _step(self, action: str) -> None:
        status = self.desk.status
        if status is None:
            return
        subject = ""
        if action == "recovery_kit":
            subject = next((f"@{s.name}" for s in status.storages if s.name not in (self._kits or {})), "")
        elif action == "drill":
            newest = [s for s in status.sites if s.last_backup_at is not None]
            subject = newest[0].name if newest else ""
        self._ask(action, subject)

    def _dismiss(self) -> None:
        self._onboarded = True
        self._checklist.hide()
        self.desk.do(self.desk.app.settings.set("onboarding_done", True))
