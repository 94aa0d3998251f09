"""Is this site safe, and why not? Pure: records and the time in, a status and its reasons out.

The order of the verdict: failed > locked > overdue > warning > paused > running > ok; `never` when nothing was backed up yet (it
ranks with overdue where many sites are summed up). Reasons carry a code and numbers; the words are made at the screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Literal

import msgspec

from holdfast.records import HALVES, Backup, Job, Site
from holdfast.watchfulness import CHANGED, CORE, NO_DATABASE, PHP, SHRUNK, SMALLER, Finding

Status = Literal["failed", "locked", "overdue", "warning", "paused", "running", "ok", "never"]
ORDER: tuple[Status, ...] = ("failed", "locked", "overdue", "never", "warning", "paused", "running", "ok")
"""Worst first."""

OVERDUE_AFTER = timedelta(days=7)
"""Without a schedule a backup is called old after this long."""


READ_NOT_LOADED = "read, not loaded"
"""How a drill says that nobody could load the database."""

_ALL = frozenset(HALVES)


class Reason(msgspec.Struct, frozen=True):
    """Why a status is what it is. `code` is a word of ux.md 9 or a failure's code; `details` its numbers and names."""

    code: str
    message: str = ""
    details: dict[str, Any] = {}


class Knowledge(msgspec.Struct, frozen=True):
    """What is known about one site, newest first; the caller reads it from history and catalogue."""

    site: Site
    jobs: Sequence[Job] = ()
    last_backup: Backup | None = None
    locked: bool = False
    """The store of its secrets is locked."""
    paused_until: datetime | None = None
    overdue_after: timedelta = OVERDUE_AFTER
    last_whole: Backup | None = None
    """The newest that holds more than one half of the site."""
    whole_overdue_after: timedelta | None = None
    """Where a schedule makes whole backups: how old they may become, however young those of its database are."""
    whole_since: datetime | None = None
    """Since when such a schedule is there: before the first one is made, its age counts."""
    types: Mapping[str, str] = {}
    """What each schedule makes, by its id."""
    findings: Sequence[Finding] = ()
    """What deserves a second look until it is gone or confirmed, worst first."""


class Verdict(msgspec.Struct, frozen=True):
    status: Status
    reasons: tuple[Reason, ...] = ()


def judge(known: Knowledge, now: datetime) -> Verdict:
    """The verdict over one site: the worst that is true, with every reason that is true, worst first."""
    found = sorted(_findings(known, now), key=lambda pair: ORDER.index(pair[0]))
    if not found:
        return Verdict("ok")
    return Verdict(found[0][0], tuple(reason for _, reason in found))


def worst(statuses: Iterable[Status]) -> Status:
    """The verdict over many: the worst of them; ``never`` when there are none."""
    return min(statuses, key=ORDER.index, default="never")


_SAID = {
    SHRUNK: "More than half of the files are gone: {one.before} there were, {one.after} there are.",
    SMALLER: "More than half of its bytes are gone: {one.before} there were, {one.after} there are.",
    NO_DATABASE: "This WordPress is backed up without its database.",
    CHANGED: "Many files were changed from one backup to the next: {one.count}.",
    PHP: "New PHP files lie among the uploads, where no program belongs: {one.count}.",
    CORE: "Files of WordPress itself were changed without an update: {one.count}.",
}
"""For the log and the terminal; the window has words of its own."""


def _findings(known: Knowledge, now: datetime) -> list[tuple[Status, Reason]]:
    found: list[tuple[Status, Reason]] = []
    ended = [j for j in known.jobs if j.outcome and j.verb == "backup"]
    if any(not j.outcome for j in known.jobs):
        found.append(("running", Reason("RUNNING")))
    if known.locked:
        found.append(("locked", Reason("KEY-LOCKED")))
    found += _of_runs([j for j in ended if j.outcome not in {"cancelled", "missed"}], known.types)
    found += _of_checks(known.jobs)
    found += _of_age(known, now)
    found += [("warning", Reason(one.code, _SAID.get(one.code, "").format(one=one), one.details())) for one in known.findings]
    if known.paused_until is not None and known.paused_until > now:
        found.append(("paused", Reason("PAUSED", details={"until": known.paused_until.isoformat()})))
    return found


def _of_runs(ended: Sequence[Job], types: Mapping[str, str]) -> list[tuple[Status, Reason]]:
    """The last run; and an earlier one that went wrong while only the other half of the site was backed up since: a database that is safe
    every hour says nothing about the files."""
    found: list[tuple[Status, Reason]] = []
    safe: frozenset[str] = frozenset()
    for job in ended:
        parts = _parts_of(job, types)
        reasons = _of_run(job) if (parts or _ALL) - safe and (parts or not safe) else []
        found += [one for one in reasons if one[1].code not in {known.code for _, known in found}]
        safe |= parts or _ALL
        if safe == _ALL:
            break
    return found


def _parts_of(job: Job, types: Mapping[str, str]) -> frozenset[str]:
    """Of the site that this run backed up, or was to; empty when that was not told."""
    backup, slot = job.result.get("backup"), job.result.get("slot")
    if isinstance(backup, dict) and backup.get("type"):
        return _halves(str(backup["type"]))
    if isinstance(slot, dict) and slot.get("schedule") in types:
        return _halves(types[slot["schedule"]])
    return frozenset()


def _halves(kind: str) -> frozenset[str]:
    return frozenset({kind}) if kind in HALVES else _ALL


def _of_run(last: Job) -> list[tuple[Status, Reason]]:
    if last.outcome == "failed":
        failure = last.failure or {}
        status: Status = "locked" if failure.get("code") == "KEY-LOCKED" else "failed"
        return [(status, Reason(str(failure.get("code", "FAILED")), str(failure.get("message", "")), {"job": last.id}))]
    if last.outcome == "abandoned":
        return [("failed", Reason("INTERRUPTED", details={"job": last.id}))]
    if last.outcome == "warning":
        return [("warning", Reason("WARNINGS", last.warnings[0] if last.warnings else "", {"job": last.id, "count": len(last.warnings)}))]
    return []


def _of_checks(jobs: Sequence[Job]) -> list[tuple[Status, Reason]]:
    """A check or drill that failed stays a reason until a later one went well."""
    found: list[tuple[Status, Reason]] = []
    for verb, code in (("drill", "DRILL-FAILED"), ("verify", "VERIFY-FAILED"), ("check", "REPO-DAMAGED")):
        last = next((j for j in jobs if j.verb == verb and _came_to_a_verdict(j)), None)
        if last is None or last.outcome == "success" or _found_nothing_wrong(last):
            continue
        if verb == "drill" and last.outcome == "warning":
            found.append(_of_half_proof(last))
            continue
        failure = last.failure or {}
        found.append(("failed" if last.outcome == "failed" else "warning", Reason(code, str(failure.get("message", "")), {"job": last.id})))
    return found


def _came_to_a_verdict(job: Job) -> bool:
    """A check or drill that could not be done (the storage was away, the disk full) says nothing about what is stored."""
    return job.outcome in {"success", "warning"} or (job.outcome == "failed" and (job.failure or {}).get("kind", "damaged") == "damaged")


def _found_nothing_wrong(job: Job) -> bool:
    """What it remarked was about itself: that it read without a lock, say, because the disk can only be read."""
    return job.outcome == "warning" and (job.result.get("good") is True or job.result.get("verdict") == "proven")


def _of_half_proof(drill: Job) -> tuple[Status, Reason]:
    """A drill that found nothing wrong and could not look at all of it (no database server here) proves less than it could: never green."""
    open_ = [check for check in drill.result.get("checks", ()) if check.get("outcome") == "warning"]
    text = "; ".join(str(check.get("detail", "")) for check in open_[:3])
    if open_ and all(str(check.get("detail", "")).startswith(READ_NOT_LOADED) for check in open_):
        return "warning", Reason("READ-NOT-LOADED", text, {"job": drill.id})
    return "warning", Reason("DRILL-WARNING", text, {"job": drill.id})


def _of_age(known: Knowledge, now: datetime) -> list[tuple[Status, Reason]]:
    last = known.last_backup
    if last is None or last.created_at is None:
        return [("never", Reason("NEVER"))]
    age = now - last.created_at
    if age > known.overdue_after:
        return [("overdue", Reason("OVERDUE", details={"days": age.days}))]
    whole = known.last_whole.created_at if known.last_whole is not None else known.whole_since
    if known.whole_overdue_after is not None and whole is not None and now - whole > known.whole_overdue_after:
        return [("overdue", Reason("OVERDUE", details={"days": (now - whole).days, "whole": True}))]
    return []
