"""Jobs of this session as lines of the drawer. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from holdfast.app.clock_fates import MOST_TRIES
from holdfast.verdict import Reason
from holdfast_desktop.models.live_jobs import LiveJob
from holdfast_desktop.models.phases import has_numbers
from holdfast_desktop.widgets.job_row import EndedLine, JobLine
from holdfast_desktop.wording.core_sentences import sentence
from holdfast_desktop.wording.errors import failure_words
from holdfast_desktop.wording.jobs import (
    job_state_words,
    numbers_line,
    remains_words,
    result_line,
    retry_words,
    step_words,
    verb_icon,
    verb_words,
)
from holdfast_desktop.wording.restores import unconfirmed_line
from holdfast_desktop.wording.site_errors import site_failure_words
from holdfast_desktop.wording.states import outcome_look
from holdfast_desktop.wording.times import coming, relative
from holdfast_desktop.wording.tr import tr
from holdfast_desktop.wording.waiting import moment_of, short_words

if TYPE_CHECKING:
    from holdfast.app import SiteView


FRESH = 300.0
"""Seconds for which a job that ended keeps a row of its own."""
WAITS = "waits:"
"""Begins the id of a row that is no job yet; the site's name follows."""


def title_of(job: LiveJob) -> str:
    """``yoga-mitte.example — Backup``"""
    return tr("{site} — {operation}", site=job.site, operation=verb_words(job.verb)) if job.site else verb_words(job.verb)


def running_line(job: LiveJob, now: float, retrying: str = "") -> JobLine:
    """`retrying`: that something is tried again, and why."""
    state = job.state(now)
    wordless = state in {"running", "retrying"} and not has_numbers(job.progress)
    step = retrying or job_state_words(state) or step_words(job.progress, job.verb)
    if state == "stopping":
        step = tr("Stopping. {remains}", remains=remains_words(job.verb))
    percent = 0.0 if state == "queued" else None if wordless else job.percent
    if state == "queued":
        numbers = ""
    elif wordless:
        numbers = numbers_line(job.progress, now - job.phase_began, usual=job.usual_phase())
    else:
        still = state in {"stalled", "retrying"}
        numbers = numbers_line(job.progress, job.elapsed(now), still, percent=job.percent, left=job.seconds_left())
    tone = {"stalled": "warning", "retrying": "warning", "queued": "neutral", "stopping": "neutral"}.get(state, "running")
    return JobLine(
        job.id, verb_icon(job.verb), title_of(job), step, percent, numbers, state == "stopping", tone, remains=remains_words(job.verb)
    )


def waiting_line(site: str, reason: Reason, now: datetime) -> JobLine:
    """A scheduled run that is due and waits."""
    step = job_state_words("waiting", short_words(reason.code))
    again = moment_of(reason.details, "not_before")
    tries = reason.details.get("tries")
    if reason.code == "RETRY" and again is not None and isinstance(tries, int):
        step = retry_words((again - now).total_seconds(), tries + 1, MOST_TRIES)
    elif reason.code == "INTERRUPTED":
        step = tr("Interrupted; it goes on by itself")
    title = tr("{site} — {operation}", site=site, operation=verb_words("backup"))
    return JobLine(f"{WAITS}{site}", "hourglass", title, step, 0.0, "", tone="warning", waits=True)


def ended_line(job: LiveJob, on_service: bool = False, now: float | None = None, storage: str = "") -> EndedLine:
    """`on_service`: the site has a backup service of its own. `storage`: where its backups are kept.
    `now`: what ended minutes ago folds away."""
    look = outcome_look(job.outcome)
    text = result_line(job.verb, job.outcome, job.result, job.elapsed(0.0) if job.ended is not None else None)
    if job.outcome == "failed" and job.failure is not None:
        words = site_failure_words(job.failure, job.site) if on_service else failure_words(job.failure, job.site, storage)
        text = words.title
    elif job.verb == "restore" and job.result.get("confirmed") is False:
        text = unconfirmed_line(job.result)
    elif job.outcome == "warning" and job.warnings:
        text = sentence(job.warnings[0])
    elif job.outcome == "cancelled":
        text = tr("{state}. {remains}", state=look.word, remains=remains_words(job.verb))
    elif job.outcome == "abandoned":
        text = tr("Interrupted. {remains}", remains=remains_words(job.verb))
    elif job.outcome != "success":
        text = look.word
    action, word = _action(job)
    fresh = not job.recorded and (now is None or job.ended is None or now - job.ended < FRESH)
    return EndedLine(job.id, look.icon, look.severity, title_of(job), text, action, word, fresh)


def _action(job: LiveJob) -> tuple[str, str]:
    if job.outcome == "abandoned" and job.site and job.verb in {"backup", "fetch"}:
        return "resume", tr("Resume")
    if job.outcome == "abandoned" and job.site and job.verb == "download":
        return "show_backups", tr("Show backups")  # where the same one can be downloaded again
    if job.outcome in {"failed", "warning"} and not job.result.get("path"):
        return "details", tr("Details")
    if job.outcome in {"success", "warning"} and (job.result.get("path") or job.result.get("target")):
        return "show_in_folder", tr("Show in folder")
    if job.outcome == "success" and job.verb == "backup" and job.site:
        return "show_backups", tr("Show backups")
    return "", ""


def idle_words(sites: Sequence[SiteView], now: datetime) -> str:
    """What the closed drawer says when nothing runs."""
    coming_next = min(((s.next_run_at, s.name) for s in sites if s.next_run_at is not None and s.next_run_at > now), default=None)
    if coming_next is not None:
        return tr("Nothing running · next: {site}, {when}", site=coming_next[1], when=coming(coming_next[0], now))
    last = max((s.last_backup_at for s in sites if s.last_backup_at is not None), default=None)
    return tr("Nothing running") if last is None else tr("Nothing running · last backup {when}", when=relative(last, now))
