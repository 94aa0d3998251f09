"""Jobs of this session as lines of the drawer. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from holdfast_desktop.models.live_jobs import LiveJob
from holdfast_desktop.widgets.job_row import EndedLine, JobLine
from holdfast_desktop.wording.errors import failure_words
from holdfast_desktop.wording.jobs import job_state_words, numbers_line, result_line, step_words, verb_icon, verb_words
from holdfast_desktop.wording.site_errors import site_failure_words
from holdfast_desktop.wording.states import outcome_look
from holdfast_desktop.wording.times import relative
from holdfast_desktop.wording.tr import tr

if TYPE_CHECKING:
    from holdfast.app import SiteView


def title_of(job: LiveJob) -> str:
    """``yoga-mitte.example — Backup``"""
    return f"{job.site} — {verb_words(job.verb)}" if job.site else verb_words(job.verb)


def running_line(job: LiveJob, now: float) -> JobLine:
    state = job.state(now)
    step = job_state_words(state) or step_words(job.progress, job.verb)
    numbers = "" if state == "queued" else numbers_line(job.progress, job.elapsed(now), stalled=state == "stalled")
    tone = {"stalled": "warning", "queued": "neutral", "stopping": "neutral"}.get(state, "running")
    percent = 0.0 if state == "queued" else job.percent
    return JobLine(job.id, verb_icon(job.verb), title_of(job), step, percent, numbers, state == "stopping", tone)


def ended_line(job: LiveJob, on_service: bool = False) -> EndedLine:
    """`on_service`: the site has a backup service of its own."""
    look = outcome_look(job.outcome)
    text = result_line(job.verb, job.outcome, job.result, job.elapsed(0.0) if job.ended is not None else None)
    if job.outcome == "failed" and job.failure is not None:
        text = site_failure_words(job.failure, job.site).title if on_service else failure_words(job.failure, job.site).title
    elif job.verb == "restore" and job.result.get("confirmed") is False:
        text = tr("Accepted, not confirmed: look at the site")
    elif job.outcome == "warning" and job.warnings:
        text = job.warnings[0]
    elif job.outcome != "success":
        text = look.word
    action, word = _action(job)
    return EndedLine(job.id, look.icon, look.severity, title_of(job), text, action, word)


def _action(job: LiveJob) -> tuple[str, str]:
    if job.outcome in {"failed", "warning"} and not job.result.get("path"):
        return "details", tr("Details")
    if job.outcome in {"success", "warning"} and (job.result.get("path") or job.result.get("target")):
        return "show_in_folder", tr("Show in folder")
    if job.outcome == "success" and job.verb == "backup" and job.site:
        return "show_backups", tr("Show backups")
    return "", ""


def idle_words(sites: Sequence[SiteView], now: datetime) -> str:
    """What the closed drawer says when nothing runs."""
    last = max((s.last_backup_at for s in sites if s.last_backup_at is not None), default=None)
    return tr("Nothing running") if last is None else tr("Nothing running · last backup {when}", when=relative(last, now))
