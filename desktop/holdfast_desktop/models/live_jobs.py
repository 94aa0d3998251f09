"""What the job drawer knows: one record per job of this session, moved on by events. Pure; the clock is handed in (seconds)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import msgspec

from holdfast.errors import Failure
from holdfast.jobs.messages import AnyEvent, Finished, Noted, Progressed, Started
from holdfast.records import Job
from holdfast_desktop.models import phases

STALLED_AFTER = 15.0
"""Seconds without a byte, a file or a step more."""
STEADY = 1.0
"""Seconds without one before it is said that something is tried again: while others move on, it is no news."""
MOVING = frozenset({"transfer", "read", "write", "copy", "dump", "load"})
"""Phases in which bytes move all the time."""


@dataclass(frozen=True)
class LiveJob:
    """A job of this session, or one of today that the history tells of. `outcome` is empty while it runs; `percent` never goes back."""

    id: str
    verb: str
    site: str
    started: float
    progress: Progressed
    moved: float
    """When a number last grew."""
    percent: float | None = None
    stopping: bool = False
    ended: float | None = None
    outcome: str = ""
    result: Mapping[str, Any] = field(default_factory=dict)
    failure: Failure | None = None
    warnings: tuple[str, ...] = ()
    queued: bool = True
    usual: Mapping[str, float] = field(default_factory=dict)
    """Seconds that each phase of this site and verb took of late, in their order; empty = not known."""
    phase_began: float = 0.0
    again_at: float = 0.0
    """When what failed is tried again, while `progress.retry` is there."""
    recorded: bool = False
    """Of the history: no event of it was heard."""

    def state(self, now: float) -> str:
        """done, stopping, queued, retrying, stalled or running."""
        if self.outcome:
            return "done"
        if self.stopping:
            return "stopping"
        if self.queued:
            return "queued"
        if self.progress.retry is not None and now - self.moved >= STEADY:
            return "retrying"
        return "stalled" if now - self.moved > STALLED_AFTER and self.progress.phase in MOVING else "running"

    def seconds_to_retry(self, now: float) -> float:
        """Until what failed is tried again; 0 when it is being tried."""
        return max(self.again_at - now, 0.0)

    def elapsed(self, now: float) -> float:
        return (self.ended if self.ended is not None else now) - self.started

    def seconds_left(self) -> float | None:
        return phases.seconds_left(self.progress, self.usual)

    def usual_phase(self) -> float | None:
        """How long the present phase usually takes, in seconds."""
        return self.usual.get(self.progress.phase)


_WORKERS_WORDS = {
    "site_backup": "backup", "site_restore": "restore", "site_download": "download", "take_in": "download",
    "site_watch": "", "change_site": "",
}  # fmt: skip
"""Verbs of workers that are no word of the user's; "" where the job that was asked for tells it."""


def _plain(told: str, known: str) -> str:
    """The verb that the user knows: what the job was begun as, else what the worker says it does."""
    return _WORKERS_WORDS.get(told, told) or known or ("delete" if told == "change_site" else "backup" if told else "")


def begun(job: str, verb: str, site: str, now: float) -> LiveJob:
    """A job that was asked for and has not said anything yet."""
    return LiveJob(job, verb, site, now, Progressed(job=job), now, phase_began=now)


def moved_on(job: LiveJob, event: AnyEvent, now: float) -> LiveJob:
    """`job` after `event`."""
    if isinstance(event, Started):
        return replace(job, queued=False, verb=_plain(event.verb, job.verb), started=now if job.queued else job.started, moved=now)
    if isinstance(event, Progressed):
        return _progressed(job, event, now)
    if isinstance(event, Noted):
        return replace(job, warnings=(*job.warnings, event.message))
    if not isinstance(event, Finished):
        return job  # told to the door alone
    percent = 100.0 if event.outcome in {"success", "warning"} else job.percent
    return replace(
        job, queued=False, ended=now, outcome=event.outcome, result=event.result, failure=event.failure,
        warnings=event.warnings or job.warnings, percent=percent,
    )  # fmt: skip


def _progressed(job: LiveJob, event: Progressed, now: float) -> LiveJob:
    old = job.progress
    grew = (event.bytes_done, event.files_done, event.steps_done, event.phase, event.percent) != (
        old.bytes_done, old.files_done, old.steps_done, old.phase, old.percent,
    )  # fmt: skip
    told = phases.overall(event, job.verb, job.usual)
    return replace(
        job, queued=False, progress=event, percent=job.percent if told is None else max(job.percent or 0.0, told),
        moved=now if grew else job.moved, phase_began=now if event.phase != old.phase else job.phase_began,
        again_at=now + event.retry.seconds if event.retry is not None else 0.0,
    )  # fmt: skip


def recorded(row: Job, wall: datetime, now: float) -> LiveJob | None:
    """A job of the history that has ended, as one of the drawer; `wall` is the moment that `now` stands for. None when it runs."""
    if not row.outcome or row.started_at is None or row.ended_at is None:
        return None
    started, ended = (now - (wall - moment).total_seconds() for moment in (row.started_at, row.ended_at))
    failure = msgspec.convert(row.failure, Failure) if row.failure else None
    return LiveJob(
        row.id, row.verb, row.site, started, Progressed(job=row.id, phase=row.step), ended, ended=ended, outcome=row.outcome,
        result=row.result, failure=failure, warnings=row.warnings, queued=False, recorded=True,
    )  # fmt: skip


class LiveJobs:
    """All jobs of this session, oldest first."""

    def __init__(self) -> None:
        self._jobs: dict[str, LiveJob] = {}
        self._batch: set[str] = set()
        """What ran together, since nothing ran."""

    def begin(self, job: str, verb: str, site: str, now: float) -> LiveJob:
        self._joins(job)
        known = self._jobs.get(job)
        self._jobs[job] = begun(job, verb, site, now) if known is None else replace(known, verb=verb or known.verb)
        return self._jobs[job]

    def apply(self, event: AnyEvent, now: float) -> LiveJob:
        """Move the event's job on; one nobody announced begins with it."""
        self._joins(event.job)
        known = self._jobs.get(event.job) or begun(event.job, getattr(event, "verb", ""), event.site, now)
        self._jobs[event.job] = moved_on(replace(known, site=known.site or event.site), event, now)
        return self._jobs[event.job]

    def _joins(self, job: str) -> None:
        if job not in self._jobs:
            self._batch = {*self._batch, job} if self.running() else {job}

    def batch(self) -> tuple[int, int] | None:
        """(which one is at work, of how many) while several backups run together or one after the other; else None."""
        together = [self._jobs[job] for job in self._batch if job in self._jobs]
        if len(together) < 2 or any(job.verb != "backup" for job in together) or all(job.outcome for job in together):
            return None
        return sum(bool(job.outcome) for job in together) + 1, len(together)

    def learn(self, job: str, usual: Mapping[str, float]) -> None:
        """How long the phases of this job usually take."""
        if job in self._jobs:
            self._jobs[job] = replace(self._jobs[job], usual=dict(usual))

    def add_ended(self, job: LiveJob) -> None:
        """One of the history; what is known of it from its own events stays."""
        self._jobs.setdefault(job.id, job)

    def stopping(self, job: str) -> None:
        if job in self._jobs:
            self._jobs[job] = replace(self._jobs[job], stopping=True)

    def forget_finished(self) -> None:
        self._jobs = {key: job for key, job in self._jobs.items() if not job.outcome}

    def get(self, job: str) -> LiveJob | None:
        return self._jobs.get(job)

    def running(self) -> list[LiveJob]:
        return [job for job in self._jobs.values() if not job.outcome]

    def finished(self, earlier: bool = False) -> list[LiveJob]:
        """Newest first. `earlier`: also those of today that only the history tells of."""
        ended = [job for job in self._jobs.values() if job.outcome and (earlier or not job.recorded)]
        return sorted(ended, key=lambda j: -(j.ended or 0))

    def percent(self) -> float | None:
        """The mean over what runs; None when nobody knows."""
        known = [job.percent for job in self.running() if job.percent is not None]
        return sum(known) / len(known) if known else None
