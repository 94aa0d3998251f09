"""Runs as rows of a table: those that took place, and those that did not. Their words, their columns, their text for a file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from holdfast.app.past_slots import NoRun
from holdfast.records import Job
from holdfast.verdict import Reason
from holdfast_desktop.models.rows import Column
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.retrying import retrying_of
from holdfast_desktop.wording.errors import ErrorWords, details_of, error_words
from holdfast_desktop.wording.jobs import result_line, verb_icon, verb_words
from holdfast_desktop.wording.states import outcome_look
from holdfast_desktop.wording.storage_errors import ABOUT_STORAGE
from holdfast_desktop.wording.times import exact, relative
from holdfast_desktop.wording.tr import tr
from holdfast_desktop.wording.waiting import why_words

LOOK_BACK = timedelta(days=90)
"""So far back it is asked what did not run, where no date is chosen."""
SLOT = "slot:"
"""The ids of rows that are no runs begin so."""
_ABOUT_SLOT = {"state", "slot", "due_at"}


def row_of(one: NoRun) -> Job:
    """A run that did not take place, as a row among the others: `started_at` is when it was due."""
    details = {name: value for name, value in one.reason.details.items() if name not in _ABOUT_SLOT}
    reason = {"code": one.reason.code, "message": one.reason.message, "details": details}
    return Job(
        SLOT + one.id, "backup", one.site, started_at=one.due_at, outcome=one.state, trigger="schedule",
        result={"reason": reason, "schedule": one.schedule},
    )  # fmt: skip


async def runs_of(desk: Desk, site: str, limit: int = 200) -> list[Job]:
    """The runs of one site, and those that did not take place, newest first."""
    ran = (await desk.app.jobs.history(site=site, limit=limit)).items
    missed = [row_of(one) for one in await desk.app.jobs.no_runs(desk.now() - LOOK_BACK, site=site)]
    return newest_first([*ran, *missed])


def newest_first(rows: Sequence[Job]) -> list[Job]:
    return sorted(rows, key=lambda job: job.started_at.timestamp() if job.started_at else 0.0, reverse=True)


def took_place(job: Job) -> bool:
    return not job.id.startswith(SLOT)


def failure_of(job: Job) -> ErrorWords | None:
    """What went wrong, in words, with what helps."""
    if not job.failure:
        return None
    code = str(job.failure.get("code", ""))
    subject = job.storage if job.storage and (code in ABOUT_STORAGE or not job.site) else job.site
    return error_words(
        code, str(job.failure.get("message", "")), str(job.failure.get("hint", "")), job.failure.get("details") or {}, subject
    )


def reason_of(job: Job, now: datetime | None = None) -> str:
    """What a run has to say, in a sentence or two; of one that did not take place: why."""
    if not took_place(job):
        reason: dict[str, Any] = job.result.get("reason") or {}
        told = Reason(str(reason.get("code", "")), str(reason.get("message", "")), dict(reason.get("details") or {}))
        return why_words(told, now or job.started_at or datetime.now().astimezone())
    words = failure_of(job)
    if words is not None:
        return f"{words.title}. {words.body}"
    return " · ".join(job.warnings[:3])


def seconds_of(job: Job) -> float | None:
    return (job.ended_at - job.started_at).total_seconds() if job.ended_at and job.started_at else None


def said_of(job: Job, now: datetime) -> str:
    """The line of the table: what it made, or what went wrong."""
    if job.outcome in {"success", "warning"}:
        return result_line(job.verb, job.outcome, job.result, seconds_of(job))
    return reason_of(job, now)


def said_now(desk: Desk, job: Job) -> str:
    """The same; of one that runs in this program: what it is about to try again."""
    return (retrying_of(desk, desk.live.get(job.id)) if not job.outcome else "") or said_of(job, desk.now())


def began_by(job: Job) -> str:
    """Who began it."""
    words = {"user": tr("By hand"), "schedule": tr("By a schedule"), "clock": tr("By a schedule"), "agent": tr("By the agent")}
    return words.get(job.trigger, job.trigger)


def whole_text(job: Job, log: str) -> str:
    """All that is known of a run, for who wants to copy it. Logs and failures hold no secret."""
    failure = job.failure or {}
    head = details_of(
        str(failure.get("code", "")), str(failure.get("message", "")), str(failure.get("hint", "")), dict(failure.get("details") or {})
    )
    return "\n\n".join(part for part in (head, "\n".join(job.warnings), log) if part)


def as_lines(rows: Sequence[Job], now: datetime) -> str:
    """A list for a file: fields between tabs, a run a line."""
    head = (tr("When"), tr("Site"), tr("What"), tr("Result"), tr("Details"))
    lines = [
        (exact(job.started_at), job.site or job.storage, verb_words(job.verb), outcome_look(job.outcome).word, said_of(job, now))
        for job in rows
    ]
    return "\n".join("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in line) for line in (head, *lines)) + "\n"


def short_result(outcome: str) -> str:
    """As it fits a column."""
    return tr("Warnings") if outcome == "warning" else outcome_look(outcome).word


def run_columns(desk: Desk, with_site: bool) -> list[Column[Job]]:
    columns = [
        Column[Job](
            tr("When"), lambda j: relative(j.started_at, desk.now()), sort=lambda j: j.started_at.timestamp() if j.started_at else None,
            tip=lambda j: exact(j.started_at), width=110,
        ),
        Column[Job](tr("What"), lambda j: verb_words(j.verb), icon=lambda j: verb_icon(j.verb), width=120),
        Column[Job](
            tr("Result"), lambda j: short_result(j.outcome), icon=lambda j: outcome_look(j.outcome).icon,
            tone=lambda j: outcome_look(j.outcome).severity, width=170,
        ),
        Column[Job](
            tr("Details"), lambda j: said_now(desk, j), tip=lambda j: reason_of(j, desk.now()), tone=lambda _: "secondary"
        ),
    ]  # fmt: skip
    if with_site:
        columns.insert(1, Column[Job](tr("Site"), lambda j: j.site or j.storage, width=190))
    return columns
