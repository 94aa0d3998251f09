"""What this computer knows of each storage without opening it. Blocks: called within `Home.ask`."""

from __future__ import annotations

import socket
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from holdfast.app.home import Home
from holdfast.app.views import SizePoint, StorageView
from holdfast.records import Backup, Job, StorageEntry
from holdfast.state.catalogue import catalogue_path, open_if_there
from holdfast.state.remembered import recall, remember

RIGHTS, LOCKS = "rights", "locks"
"""Facts about a storage: what its key may do there, and the locks that were seen last."""
_LOOKED_AT = 100
"""So many of the newest runs tell what a storage is like now."""
_LOCK_CODES = frozenset({"REPO-LOCKED", "LOCK-STALE", "LOCK-UNREADABLE"})


_AWAY = frozenset({"STORAGE-MISSING", "REPO-NOT-FOUND", "STORAGE-DENIED", "STORAGE-5XX", "REPO-PASSWORD"})
"""Nobody could work in the storage, whatever it was that was tried."""
_ON_THE_WAY = ("NET", "TLS-", "AUTH-REJECTED")
"""The same when the storage was all that was asked: a site may be what could not be reached."""


class _Known(msgspec.Struct, frozen=True):
    """What is remembered of all storages."""

    stats: dict[str, dict[str, Any]]
    rights: dict[str, dict[str, Any]]
    locks: dict[str, dict[str, Any]]
    checks: dict[str, Job]
    newest: dict[str, Job]


def storage_views(home: Home) -> list[StorageView]:
    """Every storage, by name. Blocks: within `ask`."""
    entries = home.storages.all()
    sites = home.sites.all()
    known = _Known(
        stats=recall(home.database, "stats"),
        rights=recall(home.database, RIGHTS),
        locks=recall(home.database, LOCKS),
        checks=home.history.last_of_storage("check", decided=True),
        newest=_newest_ended(home),
    )
    return [_view(home, entry, [s.name for s in sites if _uses(s.storage, entry, len(entries))], known) for entry in entries]


def _uses(storage: str, entry: StorageEntry, known: int) -> bool:
    return storage.lower() == entry.name.lower() or (not storage and known == 1)


def _view(home: Home, entry: StorageEntry, sites: list[str], known: _Known) -> StorageView:
    catalogue = open_if_there(catalogue_path(home.paths.cache, entry.repository_id)) if entry.repository_id else None
    backups, synced = None, ""
    if catalogue is not None:
        try:
            backups, synced = len(catalogue.snapshot_ids()), catalogue.fact("synced_at")
        finally:
            catalogue.close()
    check = known.checks.get(entry.name)
    return StorageView(
        name=entry.name,
        location=entry.location,
        id=entry.id,
        repository_id=entry.repository_id,
        options=entry.options,
        retention=entry.retention,
        created_at=entry.created_at,
        sites=tuple(sites),
        backups=backups,
        last_check_at=check.ended_at if check is not None else None,
        last_check_outcome=check.outcome if check is not None else "",
        stats=known.stats.get(entry.id, {}),
        synced_at=datetime.fromisoformat(synced) if synced else None,
        rights=known.rights.get(entry.id, {}),
        lock=_lock(known.newest.get(entry.name), known.locks.get(entry.id)),
        trouble=_trouble(known.newest.get(entry.name), known.rights.get(entry.id)),
    )


def _newest_ended(home: Home) -> dict[str, Job]:
    """The newest job of each storage that came to an end of its own."""
    found: dict[str, Job] = {}
    for job, _ in home.history.newest(_LOOKED_AT):
        if job.storage and job.outcome in {"success", "warning", "failed"}:
            found.setdefault(job.storage, job)
    return found


def _lock(newest: Job | None, seen: Mapping[str, Any] | None) -> dict[str, Any]:
    """By the newest job there, or by the last look at its locks, whichever is younger."""
    ended = newest.ended_at if newest is not None else None
    if seen is not None and (ended is None or datetime.fromisoformat(str(seen["at"])) >= ended):
        return {**_person(seen["lock"]), "at": seen["at"]} if seen.get("lock") else {}
    failure = (newest.failure if newest is not None else None) or {}
    if ended is None or failure.get("code") not in _LOCK_CODES:
        return {}
    return {**_person({**failure.get("details", {}), "code": failure["code"]}), "at": ended.isoformat()}


def _person(lock: Mapping[str, Any]) -> dict[str, Any]:
    known = {name: lock[name] for name in ("code", "host", "user", "pid", "since", "exclusive") if name in lock}
    return {**known, "own": known.get("host") == socket.gethostname()}


def _trouble(newest: Job | None, tried: Mapping[str, Any] | None) -> dict[str, Any]:
    """By the newest job there, or by the last test of it, whichever is younger."""
    ended = newest.ended_at if newest is not None else None
    if tried and (ended is None or datetime.fromisoformat(str(tried["at"])) >= ended):
        wrong = next((line for line in tried.get("checks", ()) if line["ok"] is False), None)
        if wrong is None or tried.get("ok"):
            return {}
        return {"code": wrong["code"], "message": wrong.get("detail", ""), "at": tried["at"]}
    failure = (newest.failure if newest is not None else None) or {}
    if newest is None or ended is None or not _is_away(str(failure.get("code", "")), newest):
        return {}
    return {"code": failure["code"], "message": failure.get("message", ""), "at": ended.isoformat()}


def _is_away(code: str, job: Job) -> bool:
    return code in _AWAY or (not job.site and code.startswith(_ON_THE_WAY))


def remember_locks(home: Home, storage: str, locks: Sequence[Mapping[str, Any]]) -> None:
    """The locks that `storage` (an id) has now. Blocks."""
    code = {"in use": "REPO-LOCKED", "unreadable": "LOCK-UNREADABLE"}
    worst = next(iter(sorted(locks, key=lambda lock: lock["state"] != "in use")), None)
    kept = {} if worst is None else {**worst, "code": code.get(str(worst["state"]), "LOCK-STALE")}
    remember(home.database, storage, LOCKS, {"lock": kept})


def sizes_of(home: Home, entry: StorageEntry) -> list[SizePoint]:
    """How the storage grew to what it is. Blocks. Empty while its backups are not known here."""
    catalogue = open_if_there(catalogue_path(home.paths.cache, entry.repository_id)) if entry.repository_id else None
    if catalogue is None:
        return []
    try:
        backups = catalogue.backups()
    finally:
        catalogue.close()
    measured = recall(home.database, "stats").get(entry.id, {}).get("backups", ())
    return size_points(backups, {str(one["id"]): int(one["added"]) for one in measured})


def size_points(backups: Iterable[Backup], added: Mapping[str, int]) -> list[SizePoint]:
    """One point a day on which a backup was made, oldest first. `added`: what backups take beyond all before them, where it was measured;
    of the others what they said when they were made."""
    points: dict[str, SizePoint] = {}
    stored = original = 0
    dated = sorted(((one.created_at, one.id, one) for one in backups if one.created_at is not None), key=lambda found: found[:2])
    for count, (when, _, backup) in enumerate(dated, 1):
        stored += added.get(backup.id, int(backup.metadata.get("added") or 0))
        original += backup.size or 0
        day = when.astimezone().date().isoformat()
        points[day] = SizePoint(day, count, stored, original)
    return list(points.values())
