"""Overview: are all my sites safe? The verdict, what needs attention, every site with its last thirty days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from holdfast.verdict import ORDER, Reason
from holdfast_desktop.pages import stats
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.page import Page, scrolled
from holdfast_desktop.theme.controls import button, card, column, label
from holdfast_desktop.widgets.cards import AttentionLine, AttentionList, FactCard, VerdictBanner
from holdfast_desktop.widgets.site_rows import SiteLine, SiteRows
from holdfast_desktop.widgets.states import Stateful
from holdfast_desktop.wording.errors import ErrorWords, own_words, reason_words
from holdfast_desktop.wording.services import where_words
from holdfast_desktop.wording.site_errors import site_reason_words
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.states import status_look, verdict_words
from holdfast_desktop.wording.times import exact, relative
from holdfast_desktop.wording.tr import tr, tr_n
from holdfast_desktop.wording.waiting import next_words, pause_words, paused_until, why_words

if TYPE_CHECKING:
    from holdfast.app import SiteView, StorageView

ATTENTION_SHOWN = 5


class OverviewPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "overview")
        self._banner = VerdictBanner()
        self._attention_title = label(tr("Needs attention"), "section", name="attentionTitle")
        self._attention = AttentionList()
        self._attention.fixed.connect(desk.action_wanted)
        self._sites_title = label(tr("Sites"), "section")
        self._rows = SiteRows()
        self._rows.opened.connect(desk.site_wanted)
        self._storage = FactCard("storageCard", tr("Storage"), "hard-drive")
        self._proof = FactCard("proofCard", tr("Proof"), "flask-conical")
        self._back_up_all = button("backUpAll", tr("Back up all"), "primary", "database-backup", self._all)
        self._states = Stateful(self._body(), "overviewEmpty")
        self._states.acted.connect(lambda action: desk.action_wanted.emit(action, ""))
        self.build(tr("Overview"), self._states, primary=self._back_up_all)
        self._states.loading()
        desk.refreshed.connect(self.show_status)

    def _body(self) -> QWidget:
        rows_card = card()
        rows_card.setLayout(column(self._rows, margins=(1, 4, 1, 4)))
        cards = QGridLayout()
        cards.setSpacing(12)
        cards.addWidget(self._storage, 0, 0)
        cards.addWidget(self._proof, 0, 1)
        inner = QWidget()
        inner.setLayout(
            column(
                self._banner, 8, self._attention_title, self._attention, 8, self._sites_title, rows_card, 8, cards, None,
                gap=8, margins=(24, 20, 24, 24),
            )
        )  # fmt: skip
        return scrolled(inner, "overviewScroll")

    def show_status(self) -> None:
        status, now = self.desk.status, self.desk.now()
        if status is None:
            return
        self._back_up_all.setVisible(bool(status.sites))
        if not status.sites:
            self._say_empty()
            return
        self._states.show_content()
        counts = Counter(str(s.status) for s in status.sites)
        verdict = verdict_words(status.status, counts, len(self.desk.live.running()))
        until = self.desk.pauses.get("")
        if until is not None and until > now:
            verdict = replace(verdict, detail=f"{verdict.detail} · {pause_words(until, now)}")
        self._banner.show_verdict(verdict)
        lines = [AttentionLine(subject, self._reason(subject, reason)) for subject, reason in status.attention]
        lines = [line for line in lines if line.words.severity in {"error", "warning"}]
        self._attention.show_lines(lines[:ATTENTION_SHOWN])
        more = len(lines) - ATTENTION_SHOWN
        title = tr("Needs attention")
        self._attention_title.setText(title if more <= 0 else title + " · " + tr_n("{n} more under Sites", "{n} more under Sites", more))
        self._attention_title.setVisible(bool(lines))
        self._attention.setVisible(bool(lines))
        ordered = sorted(status.sites, key=lambda s: (ORDER.index(s.status), s.name.casefold()))
        self._rows.set_lines([site_line(site, now, self.desk.waiting(site.name)) for site in ordered])
        self._show_storage(status.storages)
        self._show_proof(status.sites, status.storages, now)

    def _reason(self, subject: str, reason: Reason) -> ErrorWords:
        """Why a site (or @storage) needs attention."""
        if self.desk.is_service(subject):
            return site_reason_words(reason, subject)
        return reason_words(reason, subject.lstrip("@"))

    def _say_empty(self) -> None:
        self._states.say(
            "shield",
            tr("No sites yet"),
            tr("Add one and its first backup can start in about a minute."),
            "add_site",
            tr("Add site"),
        )

    def _show_storage(self, storages: tuple[StorageView, ...]) -> None:
        known = [held for s in storages if (held := stats.stored(s.stats)) is not None]
        if not storages:
            return self._storage.show_facts(tr("On the sites themselves"), tr("Add a storage to keep backups under your own roof as well."))
        strong = tr_n("{n} storage", "{n} storages", len(storages))
        if known:
            strong += " · " + size(sum(known))
        backups = sum(s.backups or 0 for s in storages)
        quiet = tr_n("{n} backup", "{n} backups", backups) + " · " + ", ".join(s.name for s in storages[:3])
        self._storage.show_facts(strong, quiet)

    def _show_proof(self, sites: tuple[SiteView, ...], storages: tuple[StorageView, ...], now: datetime) -> None:
        proven = [s.proven_at for s in sites if s.proven_at is not None]
        checks = [s.last_check_at for s in storages if s.last_check_at is not None]
        strong = tr("{n} of {total} sites proven by a drill", n=len(proven), total=len(sites)) if proven else tr("Not proven yet")
        failed = [s for s in sites if s.proof.get("verdict") == "failed"]
        if failed:
            strong = tr_n("The drill of {n} site failed", "The drills of {n} sites failed", len(failed))
        drill = tr("Last drill {when}", when=relative(max(proven), now)) if proven else tr("A drill restores a backup to a scratch place.")
        check = tr("last check {when}", when=relative(max(checks), now)) if checks else tr("no check yet")
        self._proof.show_facts(strong, f"{drill} · {check}")

    def _all(self) -> None:
        self.desk.back_up(all_sites=True)


def site_line(site: SiteView, now: datetime, waiting: Sequence[Reason] = ()) -> SiteLine:
    """A site as a row of Overview. `waiting`: what a run of it that is due waits for."""
    look = status_look(site.status)
    age = relative(site.last_backup_at, now)
    words = look.word if site.last_backup_at is None else f"{look.word} · {age}"
    if site.reasons and site.status in {"failed", "warning", "locked"}:
        words = f"{look.word} · {own_words(site.reasons[0], site.name)}"
    paused = paused_until(site.reasons)
    if site.status == "paused" and paused is not None:
        words = f"{pause_words(paused, now)} · {age}"
    planned = next_words(site.next_run_at, now, waiting, paused)
    if waiting or (site.next_run_at is not None and site.status != "paused"):
        words += " · " + (planned if waiting else tr("next {when}", when=planned))
    tip = tr("Last backup: {when}", when=exact(site.last_backup_at) or tr("never"))
    if site.next_run_at is not None:
        tip += "\n" + tr("Next backup: {when}", when=exact(site.next_run_at))
    tip = "\n".join([tip, *(why_words(reason, now) for reason in waiting)])
    days = tuple(mark.outcome for mark in site.recent)
    return SiteLine(site.name, look.icon, look.severity, words, tip, where_words(site.system, site.storage), days)
