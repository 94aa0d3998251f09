"""Back a site up: recognise it, read its files and its database, store what is new, remember the list of its files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.archiver import ArchiveOptions, archive
from holdfast.errors import Cancelled, HoldfastError
from holdfast.jobs.messages import BackUp
from holdfast.progress import Progress
from holdfast.repository.tags import SnapshotTags
from holdfast.worker.cataloguing import note_backup
from holdfast.worker.describing import as_backup
from holdfast.worker.opening import open_repository
from holdfast.worker.sites import our_places, site_sources
from holdfast.worker.space import tell_space
from holdfast.worker.watching import watch

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository


def run(request: BackUp, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Result: {"backup": Backup, "skipped": [{path, reason, message}…]}."""
    site = site_sources(
        request.source,
        request.kind,
        request.include,
        places=our_places(request.access, request.cache),
        progress=progress,
        cancelled=cancelled,
    )
    options = ArchiveOptions(
        kind=request.kind,
        tags=SnapshotTags(
            site=request.source.site_id,
            name=request.source.site_name,
            label=request.label,
            meta={**request.metadata, "job": request.job},
            parts=site.parts,
        ),
        excludes=site.excludes,
    )
    opened: list[Repository] = []

    def open_it() -> Repository:
        # Called while the folder is scanned: the key derivation takes as long as that.
        opened.append(open_repository(request, cancelled, progress))
        return opened[0]

    try:
        result = archive(open_it, site.sources, options, progress, cancelled)
    except Cancelled as stopped:
        _note_partial(request, opened, stopped)
        raise
    if result.shrunk:
        progress.remark("SHRUNK", "More than half of the files of the backup before are gone. Old backups are kept until you confirm this.")
    note_backup(opened[0], request.cache, result.snapshot, progress)
    wants_database = request.kind not in {"files", "database"} and (not request.include or "database" in request.include)
    watch(opened[0], result.snapshot, request, database=wants_database, progress=progress, cancelled=cancelled)
    tell_space(opened[0], request, progress)
    return {
        "backup": msgspec.to_builtins(as_backup(result.snapshot)),
        "skipped": [msgspec.to_builtins(one) for one in result.skipped[:1000]],
    }


def _note_partial(request: BackUp, opened: list[Repository], stopped: Cancelled) -> None:
    """What was stored is a backup too, an incomplete one: the list shows it."""
    snapshot = stopped.details.get("snapshot")
    if not opened or not snapshot:
        return
    try:
        note_backup(opened[0], request.cache, opened[0].snapshot(str(snapshot)))
    except HoldfastError:
        pass  # the next sync finds it
