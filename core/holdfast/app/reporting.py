"""What happened to some sites in a month, as data: from the history, the catalogues and what is remembered of storages. Blocks.

A backup counts on the day it was made, here or by another computer (the catalogue knows those too); one that was thinned out since still
counts, because the history remembers its run.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

import msgspec

from holdfast.app.home import Home
from holdfast.errors import NotFound, StorageError, UsageError
from holdfast.records import Backup, Job, Site, StorageEntry
from holdfast.state.catalogue import catalogue_path, open_if_there
from holdfast.state.database import to_text
from holdfast.state.files import save_atomically
from holdfast.state.remembered import recall

DayWord = Literal["", "success", "warning", "failed", "future", "before"]
"""Empty: a day without a backup. ``future`` and ``before``: not yet, or the site was not known yet."""
_BAD = ("failed", "abandoned", "missed")
_VERBS = ("backup", "drill", "restore", "check", "verify")
_MOST_INCIDENTS = 50


class Day(msgspec.Struct, frozen=True):
    day: date
    outcome: DayWord = ""
    backups: int = 0


class Incident(msgspec.Struct, frozen=True):
    """A run that did not go well. `solved_at`: when the next one of its kind did; None: not yet."""

    at: datetime
    verb: str
    outcome: str
    code: str = ""
    message: str = ""
    times: int = 1
    """So many runs in a row."""
    solved_at: datetime | None = None


class Proof(msgspec.Struct, frozen=True):
    """A real restore to a scratch place. `level`: read, loaded or boots."""

    at: datetime
    verdict: str
    level: str = ""
    files: int | None = None
    checks: int = 0


class SiteMonth(msgspec.Struct, frozen=True):
    name: str
    address: str = ""
    days: tuple[Day, ...] = ()
    made: int = 0
    newest: Backup | None = None
    """The newest whole backup there is, of whatever month."""
    held: int = 0
    """Backups that can be restored now."""
    proofs: tuple[Proof, ...] = ()
    proven_at: datetime | None = None
    """The last proof ever."""
    restores: int = 0
    incidents: tuple[Incident, ...] = ()
    storage: str = ""
    used: int | None = None
    """Bytes that its backups take in the storage, as they were last counted."""

    @property
    def days_covered(self) -> int:
        return sum(day.backups > 0 for day in self.days)

    @property
    def days_due(self) -> int:
        return sum(day.outcome not in {"future", "before"} for day in self.days)

    @property
    def longest_gap(self) -> int:
        """Days in a row without a new backup."""
        longest = current = 0
        for day in self.days:
            current = current + 1 if day.outcome in {"", "failed"} else 0
            longest = max(longest, current)
        return longest


class StorageMonth(msgspec.Struct, frozen=True):
    """`kind`: folder, s3 …, never the place itself: a report goes to a client."""

    name: str
    kind: str
    stored: int | None = None
    counted_at: datetime | None = None
    checked_at: datetime | None = None
    check_outcome: str = ""


class MonthReport(msgspec.Struct, frozen=True):
    """`until`: the end of the month, or now when it is not over."""

    subject: str
    month: date
    until: datetime
    made_at: datetime
    over: bool
    sites: tuple[SiteMonth, ...] = ()
    storages: tuple[StorageMonth, ...] = ()


def month_of(text: str) -> date:
    """The first day of ``YYYY-MM``. UsageError."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        raise UsageError(f"{text!r} is no month.", hint="Write it as 2026-11.") from None


def write_report(home: Home, file: Path, *, client: str = "", site: str = "", month: str) -> MonthReport:
    """Gather, make the page, write it (0600, replaced whole)."""
    from holdfast.app.report_page import page

    report = monthly(home, client=client, site=site, month=month_of(month), now=datetime.now().astimezone())
    try:
        save_atomically(file, page(report).encode())
    except OSError as error:
        raise StorageError(f"{file} cannot be written: {error.strerror}.") from error
    return report


def monthly(home: Home, *, client: str = "", site: str = "", month: date, now: datetime) -> MonthReport:
    """`now` is aware; days are those of its zone. NotFound when no site fits, UsageError for a month that has not begun."""
    sites = _chosen(home, client, site)
    zone = now.tzinfo
    begin = datetime(month.year, month.month, 1, tzinfo=zone)
    end = datetime(month.year + month.month // 12, month.month % 12 + 1, 1, tzinfo=zone)
    if begin > now:
        raise UsageError(f"{month:%B %Y} has not begun yet.")
    # What failed at the end of the month may have been solved since.
    past = home.history.between(to_text((begin - timedelta(days=1)).timestamp()), to_text(now.timestamp() + 1))
    storages = home.storages.all()
    held, used = _held(home, storages), _used(home, storages)
    proven = recall(home.database, "proven")
    found = [
        _site(one, [job for job, site_id in past if site_id == one.id], held.get(one.id, []), used.get(one.id), proven, begin, end, now)
        for one in sites
    ]
    found = [msgspec.structs.replace(seen, storage=home.storage_name(one)) for seen, one in zip(found, sites, strict=True)]
    names = {seen.storage.lower() for seen in found if seen.storage}
    return MonthReport(
        subject=sites[0].name if site else sites[0].client,
        month=month,
        until=min(end, now),
        made_at=now,
        over=end <= now,
        sites=tuple(found),
        storages=tuple(_storage(home, one, begin, min(end, now)) for one in storages if one.name.lower() in names),
    )


def _chosen(home: Home, client: str, site: str) -> list[Site]:
    if site:
        return [home.sites.get(site)]
    every = home.sites.all()
    found = [one for one in every if one.client and one.client.casefold() == client.casefold()]
    if not found:
        known = sorted({one.client for one in every if one.client})
        hint = f"Known: {', '.join(known)}." if known else "holdfast site edit SITE --client NAME gives a site to a client."
        raise NotFound(f"No site belongs to the client {client!r}.", code="NO-CLIENT", hint=hint)
    return found


def _site(
    site: Site,
    jobs: Sequence[Job],
    held: Sequence[Backup],
    used: int | None,
    proven: dict[str, dict[str, Any]],
    begin: datetime,
    end: datetime,
    now: datetime,
) -> SiteMonth:
    ended = [job for job in jobs if job.outcome and job.started_at is not None]
    inside = [job for job in ended if job.started_at is not None and begin <= job.started_at < end]
    good = [one for one in held if one.status == "completed"]
    days, made = _days(site, inside, good, begin, end, now)
    proofs = tuple(_proof(job) for job in inside if job.verb == "drill" and job.outcome != "cancelled")
    known = [datetime.fromisoformat(str(proven[one.id]["at"])) for one in held if one.id in proven]
    known += [proof.at for proof in proofs if proof.verdict == "proven"] + [one.proven_at for one in held if one.proven_at is not None]
    return SiteMonth(
        name=site.name,
        address=site.url,
        days=days,
        made=made,
        newest=max(good, key=lambda one: one.created_at or _NEVER, default=None),
        held=len(good),
        proofs=proofs,
        proven_at=max(known, default=None),
        restores=sum(job.verb == "restore" and job.outcome in {"success", "warning"} and not job.result.get("plan") for job in inside),
        incidents=_incidents(ended, begin, end),
        used=used,
    )


_NEVER = datetime.min.replace(tzinfo=UTC)


def _days(
    site: Site, jobs: Sequence[Job], held: Sequence[Backup], begin: datetime, end: datetime, now: datetime
) -> tuple[tuple[Day, ...], int]:
    """One of each day of the month, and how many backups were made in all. A backup is counted once, by its id."""
    made: dict[date, set[str]] = {}
    words: dict[date, set[str]] = {}
    seen: set[str] = set()
    for one in held:
        if one.created_at is not None and begin <= one.created_at < end:
            day = one.created_at.astimezone(begin.tzinfo).date()
            made.setdefault(day, set()).add(one.id)
            seen.add(one.id)
    for job in jobs:
        if job.verb != "backup" or job.started_at is None:
            continue
        day = job.started_at.astimezone(begin.tzinfo).date()
        words.setdefault(day, set()).add(job.outcome)
        if job.outcome in {"success", "warning"} and (job.backup_id or job.id) not in seen:
            made.setdefault(day, set()).add(job.backup_id or job.id)
            seen.add(job.backup_id or job.id)
    known_since = site.created_at.astimezone(begin.tzinfo).date() if site.created_at is not None else begin.date()
    today = now.date()
    days = []
    for number in range((end.date() - begin.date()).days):
        day = begin.date() + timedelta(days=number)
        days.append(Day(day, _word(day, made.get(day, set()), words.get(day, set()), known_since, today), len(made.get(day, set()))))
    return tuple(days), sum(len(ids) for ids in made.values())


def _word(day: date, made: set[str], outcomes: set[str], known_since: date, today: date) -> DayWord:
    if made:
        # A backup by another computer has no run here: then nothing is known against it.
        return "warning" if "warning" in outcomes and "success" not in outcomes else "success"
    if outcomes & set(_BAD):
        return "failed"
    if day > today:
        return "future"
    # Today is not over: no backup yet is no gap.
    return "before" if day < known_since else "future" if day == today else ""


def _proof(job: Job) -> Proof:
    result = job.result
    checks = result.get("checks")
    verdict = str(result.get("verdict") or ("proven" if job.outcome == "success" else "failed" if job.outcome in _BAD else job.outcome))
    files = result.get("files")
    return Proof(
        job.started_at or _NEVER,
        verdict,
        str(result.get("level") or ""),
        files if isinstance(files, int) else None,
        len(checks) if isinstance(checks, list) else 0,
    )


def _incidents(jobs: Sequence[Job], begin: datetime, end: datetime) -> tuple[Incident, ...]:
    """Runs that failed in the month, those in a row for the same reason as one."""
    found: list[Incident] = []
    for verb in _VERBS:
        open_one: Incident | None = None
        for job in (one for one in jobs if one.verb == verb and one.started_at is not None):
            at = job.started_at or _NEVER
            if job.outcome in _BAD and at < end:
                failure = job.failure or {}
                code = str(failure.get("code", "")) or job.outcome.upper()
                if open_one is not None and open_one.code == code:
                    open_one = msgspec.structs.replace(open_one, times=open_one.times + 1)
                    continue
                if open_one is not None:
                    found.append(open_one)
                open_one = Incident(at, verb, job.outcome, code, str(failure.get("message", "")))
            elif job.outcome in {"success", "warning"} and open_one is not None:
                found.append(msgspec.structs.replace(open_one, solved_at=job.ended_at or at))
                open_one = None
        if open_one is not None:
            found.append(open_one)
    inside = [one for one in found if one.at >= begin or one.solved_at is None or one.solved_at >= begin]
    return tuple(sorted(inside, key=lambda one: one.at)[-_MOST_INCIDENTS:])


def _held(home: Home, storages: Sequence[StorageEntry]) -> dict[str, list[Backup]]:
    """What the catalogues know, by site id."""
    found: dict[str, list[Backup]] = {}
    for storage in storages:
        catalogue = open_if_there(catalogue_path(home.paths.cache, storage.repository_id)) if storage.repository_id else None
        if catalogue is None:
            continue
        try:
            for site_id in catalogue.sites():
                found.setdefault(site_id, []).extend(catalogue.backups(site_id))
        finally:
            catalogue.close()
    return found


def _used(home: Home, storages: Sequence[StorageEntry]) -> dict[str, int]:
    """What each site takes in all storages, by the last count of each (``storage stats``)."""
    found: dict[str, int] = {}
    stats = recall(home.database, "stats")
    for storage in storages:
        for row in stats.get(storage.id, {}).get("sites", ()):
            found[row["site"]] = found.get(row["site"], 0) + int(row["added"])
    return found


def _storage(home: Home, storage: StorageEntry, begin: datetime, until: datetime) -> StorageMonth:
    stats = recall(home.database, "stats").get(storage.id, {})
    check = home.history.last_of_storage("check").get(storage.name)
    inside = check is not None and check.ended_at is not None
    return StorageMonth(
        name=storage.name,
        kind=storage.location.partition(":")[0] if storage.location.startswith(("s3:", "sftp:")) else "folder",
        stored=stats.get("stored"),
        counted_at=datetime.fromisoformat(str(stats["at"])) if "at" in stats else None,
        checked_at=check.ended_at if check is not None and inside else None,
        check_outcome=check.outcome if check is not None else "",
    )
