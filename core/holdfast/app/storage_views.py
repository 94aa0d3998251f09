"""What this computer knows of each storage without opening it. Blocks: called within `Home.ask`."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from holdfast.app.home import Home
from holdfast.app.views import StorageView
from holdfast.records import Job, StorageEntry
from holdfast.state.catalogue import catalogue_path, open_if_there
from holdfast.state.remembered import recall


def storage_views(home: Home) -> list[StorageView]:
    """Every storage, by name. Blocks: within `ask`."""
    entries = home.storages.all()
    sites = home.sites.all()
    stats = recall(home.database, "stats")
    checks = home.history.last_of_storage("check", decided=True)
    return [_view(home, entry, [s.name for s in sites if _uses(s.storage, entry, len(entries))], stats, checks) for entry in entries]


def _uses(storage: str, entry: StorageEntry, known: int) -> bool:
    return storage.lower() == entry.name.lower() or (not storage and known == 1)


def _view(home: Home, entry: StorageEntry, sites: list[str], stats: dict[str, dict[str, Any]], checks: dict[str, Job]) -> StorageView:
    catalogue = open_if_there(catalogue_path(home.paths.cache, entry.repository_id)) if entry.repository_id else None
    backups, synced = None, ""
    if catalogue is not None:
        try:
            backups, synced = len(catalogue.snapshot_ids()), catalogue.fact("synced_at")
        finally:
            catalogue.close()
    check = checks.get(entry.name)
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
        stats=stats.get(entry.id, {}),
        synced_at=datetime.fromisoformat(synced) if synced else None,
    )
