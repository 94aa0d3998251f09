"""What Overview says of a status: rows, what needs attention, what comes next, what is left to do. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from holdfast.verdict import Reason
from holdfast_desktop.pages import stats
from holdfast_desktop.widgets.cards import AttentionLine, Coming, Step
from holdfast_desktop.widgets.site_rows import SiteLine
from holdfast_desktop.wording.errors import BACK_UP_AGAIN, ErrorWords, Fix, fix, own_words, reason_words, without_again
from holdfast_desktop.wording.services import where_words
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.states import status_look
from holdfast_desktop.wording.times import clock, exact, relative
from holdfast_desktop.wording.tr import tr, tr_n
from holdfast_desktop.wording.waiting import next_words, pause_words, paused_until, short_words, why_words

if TYPE_CHECKING:
    from holdfast.app import SiteView, StatusView, StorageView

COMING_SHOWN = 4
DAY = timedelta(hours=24)
OFFLINE = frozenset({"OFFLINE", "CAPTIVE"})


def site_line(site: SiteView, now: datetime, waiting: Sequence[Reason] = ()) -> SiteLine:
    """A site as a row of Overview. `waiting`: what a run of it that is due waits for."""
    look = status_look(site.status)
    age = relative(site.last_backup_at, now)
    words = look.word if site.last_backup_at is None else f"{look.word} · {age}"
    if site.reasons and site.status in {"failed", "warning", "locked"}:
        words = f"{look.word} · {own_words(site.reasons[0], site.name, site.storage)}"
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
    last = date.fromisoformat(site.recent[-1].day) if site.recent else now.astimezone().date()
    return SiteLine(site.name, look.icon, look.severity, words, tip, where_words(site.system, site.storage), days, last)


def attention_lines(
    status: StatusView, words_of: Callable[[str, Reason], ErrorWords], backing_up: Collection[str] = ()
) -> list[AttentionLine]:
    """Worst first, one line a site; a locked password store is one thing, however many sites wait for it. `backing_up`: sites whose
    backups are on their way, and are not begun twice."""
    locked = {subject for subject, reason in status.attention if reason.code == "KEY-LOCKED"}
    lines: dict[str, AttentionLine] = {}
    if locked:
        words = reason_words(Reason("KEY-LOCKED"))
        body = tr_n(
            "Access data for {n} site is there. Its backups wait until you unlock it.",
            "Access data for {n} sites is there. Their backups wait until you unlock it.",
            len(locked),
        )
        lines[""] = AttentionLine("", replace(words, body=body))
    for subject, reason in status.attention:
        if subject in locked or subject in lines:
            continue
        words = words_of(subject, reason)
        if subject in backing_up and any(one.action in BACK_UP_AGAIN for one in words.fixes):
            words = replace(without_again(words), body=tr("A backup is running now."))
        if words.severity in {"error", "warning"}:
            lines[subject] = AttentionLine(subject, words if words.fixes else replace(words, fixes=(_look(subject),)))
    return list(lines.values())


def _look(subject: str) -> Fix:
    """Where nothing is likely to help, one can at least look."""
    return fix("edit_storage" if subject.startswith("@") else "show_activity")


def as_of(asked_at: datetime | None, now: datetime, failed: bool, offline: bool) -> str:
    """How old what is shown is, when that matters; else empty."""
    if asked_at is None:
        return ""
    same_day = asked_at.astimezone().date() == now.astimezone().date()
    when = clock(asked_at) if same_day else exact(asked_at)
    if offline:
        return tr("As of {when}, offline", when=when)
    return tr("As of {when}", when=when) if failed or now - asked_at > timedelta(minutes=5) else ""


def is_offline(status: StatusView) -> bool:
    """A run waits for the network."""
    return any(reason.code in OFFLINE for _, reason in status.waiting)


def coming_runs(status: StatusView, now: datetime) -> tuple[str, list[Coming], str]:
    """(strong line, the first runs, what else comes) of the next 24 hours."""
    waits = [Coming(tr("waits"), site, short_words(reason.code), waits=True) for site, reason in status.waiting]
    waiting = {site for site, _ in status.waiting}
    due = [(s.next_run_at, s.name) for s in status.sites if s.next_run_at is not None and now <= s.next_run_at <= now + DAY]
    runs = [Coming(clock(at), name, exact(at)) for at, name in sorted(due) if name not in waiting]
    everything = [*waits, *runs]
    if not everything:
        later = min(((s.next_run_at, s.name) for s in status.sites if s.next_run_at is not None and s.next_run_at > now), default=None)
        if later is None:
            return tr("Nothing is planned"), [], tr("Give a site a schedule, and its backups come by themselves.")
        return tr("Nothing is due"), [], tr("Next: {site}, {when}", site=later[1], when=next_words(later[0], now))
    strong = tr_n("{n} backup", "{n} backups", len(everything))
    if waits:
        strong += " · " + tr_n("{n} waits", "{n} wait", len(waits))
    more = len(everything) - COMING_SHOWN
    return strong, everything[:COMING_SHOWN], tr_n("and {n} more", "and {n} more", more) if more > 0 else ""


def storage_facts(storages: Sequence[StorageView]) -> tuple[str, str]:
    known = [held for s in storages if (held := stats.stored(s.stats)) is not None]
    if not storages:
        return tr("On the sites themselves"), tr("Add a storage to keep backups under your own roof as well.")
    strong = tr_n("{n} storage", "{n} storages", len(storages))
    if known:
        strong += " · " + size(sum(known))
    backups = sum(s.backups or 0 for s in storages)
    quiet = tr_n("{n} backup", "{n} backups", backups) + " · " + ", ".join(s.name for s in storages[:3])
    free = [room for s in storages if (room := stats.free(s.stats)) is not None]
    if free:
        quiet += (
            "\n" + tr("{size} free on the fullest", size=size(min(free))) if len(free) > 1 else "\n" + tr("{size} free", size=size(free[0]))
        )
    return strong, quiet


def proof_facts(sites: Sequence[SiteView], storages: Sequence[StorageView], now: datetime) -> tuple[str, str, str]:
    """(strong line, quiet line, severity): what drills and checks have shown."""
    proven = [s.proven_at for s in sites if s.proven_at is not None]
    checks = [s.last_check_at for s in storages if s.last_check_at is not None]
    strong = tr_n("{done} of {n} site proven by a drill", "{done} of {n} sites proven by a drill", len(sites), done=len(proven))
    strong = strong if proven else tr("Not proven yet")
    failed = [s for s in sites if s.proof.get("verdict") == "failed"]
    if failed:
        strong = tr_n("The drill of {n} site failed", "The drills of {n} sites failed", len(failed))
    checked = max(checks, default=None)
    if proven:
        drill = tr("Last drill {when}", when=relative(max(proven), now))
        check = tr("last check {when}", when=relative(checked, now)) if checked is not None else tr("no check yet")
        return strong, f"{drill} · {check}", "error" if failed else ""
    drill = tr("A drill restores a backup to a scratch place.")
    check = tr("Last check {when}", when=relative(checked, now)) if checked is not None else tr("No check yet")
    return strong, f"{drill}\n{check}", "error" if failed else ""


def first_steps(status: StatusView, kits: Mapping[str, datetime]) -> list[Step]:
    """What makes a new home a safe one, from what has really happened."""
    backed = any(site.last_backup_at is not None for site in status.sites)
    steps = [Step("backup", tr("First good backup"), backed, "back_up_all", tr("Back up now"))]
    if status.storages:
        saved = all(storage.name in kits for storage in status.storages)
        steps.append(Step("kit", tr("Recovery key saved"), saved, "recovery_kit", tr("Save…")))
    proven = any(site.proven_at is not None for site in status.sites)
    steps.append(Step("drill", tr("First drill passed"), proven, "drill" if backed else "", tr("Run a drill")))
    return steps
