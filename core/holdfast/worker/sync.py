"""Bring the catalogue of files up to date."""

from __future__ import annotations

from typing import Any

from holdfast.cancellation import Cancellation
from holdfast.jobs.messages import Sync
from holdfast.progress import Progress
from holdfast.repository.ids import is_file_id
from holdfast.state.catalogue import catalogue_path, open_if_there
from holdfast.worker.opening import open_place


def run(request: Sync, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Result: {"fresh": the catalogue is up to date now, "changed": it was not before}. Without a password it only looks."""
    if not request.rebuild and _is_fresh(request, cancelled):
        return {"fresh": True, "changed": False}
    if not request.access.password:
        return {"fresh": False, "changed": False}
    from holdfast.worker.cataloguing import sync
    from holdfast.worker.opening import open_repository

    repository = open_repository(request, cancelled, progress)
    return {"fresh": True, "changed": sync(repository, request.cache, rebuild=request.rebuild, progress=progress, cancelled=cancelled)}


def _is_fresh(request: Sync, cancelled: Cancellation) -> bool:
    """Does the storage list the very backups that the catalogue knows? Their names tell: no key needs to be derived for that."""
    if not request.access.repository_id:
        return False
    catalogue = open_if_there(catalogue_path(request.cache, request.access.repository_id))
    if catalogue is None:
        return False
    try:
        known = catalogue.snapshot_ids()
        if catalogue.unfinished():
            return False
        storage = open_place(request.access, cancelled)
        names = (info.name.rpartition("/")[2] for info in storage.list("snapshots"))
        fresh = {name for name in names if is_file_id(name)} == known and storage.exists("config")
        storage.close()
        if fresh:
            catalogue.mark_synced()
        return fresh
    finally:
        catalogue.close()
