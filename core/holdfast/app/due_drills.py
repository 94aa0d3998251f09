"""Which sites should be drilled now, by the age of their proof."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from holdfast.app.home import Home
from holdfast.app.judging import newest_backups, newest_whole
from holdfast.app.proving import proofs
from holdfast.records import Backup, Job, Site, StorageEntry
from holdfast.state.database import to_text

PAUSE = timedelta(hours=6)
"""So long no drill follows another one of the same site by itself: one that could not be done is tried again later."""


def due_drills(home: Home, now: datetime) -> list[Site]:
    """Sites whose newest backup in a storage of ours should be drilled now: never proven first, then by age. Blocks: within `Home.ask`.

    A drill is due when the last one is older than the setting `drill_days` (0 = never by itself), or when it failed and there is a newer
    backup."""
    if not home.settings.drill_days:
        return []
    last = proofs(home)
    newest = provable(home, home.storages.all())
    jobs = home.history.of_sites(to_text((now - PAUSE).timestamp()))
    found: list[tuple[datetime, Site]] = []
    for site in home.sites.all():
        backup = newest.get(site.id)
        if backup is None or backup.status != "completed" or _drilled_lately(jobs.get(site.id, ()), now):
            continue
        since = _last(last.get(site.id))
        if since is None or _is_due(last[site.id], since, backup, now, home.settings.drill_days):
            found.append((since or datetime.min.replace(tzinfo=UTC), site))
    return [site for _, site in sorted(found, key=lambda pair: (pair[0], pair[1].name.lower()))]


def provable(home: Home, storages: Sequence[StorageEntry]) -> dict[str, Backup]:
    """By site id: the newest backup that holds the whole site; where there is none, the newest. A drill of a database alone would prove
    nothing about the files."""
    newest = newest_backups(home, storages)
    return {**newest, **newest_whole(home, storages, newest)}


def _is_due(last: dict[str, Any], since: datetime, backup: Backup, now: datetime, days: int) -> bool:
    if now - since >= timedelta(days=days):
        return True
    newer = backup.id != last["backup"] and backup.created_at is not None and backup.created_at > since
    return last["verdict"] == "failed" and newer


def _last(fact: dict[str, Any] | None) -> datetime | None:
    return datetime.fromisoformat(str(fact["at"])) if fact else None


def _drilled_lately(jobs: Sequence[Job], now: datetime) -> bool:
    return any(job.verb == "drill" and (not job.outcome or (job.started_at is not None and job.started_at > now - PAUSE)) for job in jobs)
