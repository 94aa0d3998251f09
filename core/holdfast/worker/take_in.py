"""Archives of a site into the repository: checked, unpacked as a stream, stored under the backup's own date, remembered by its id."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.archiver import ArchiveOptions, archive
from holdfast.errors import Cancelled, Damaged, HoldfastError, NoSpace, UsageError
from holdfast.jobs.messages import ArchiveFile, TakeIn
from holdfast.progress import Progress
from holdfast.repository.tags import SnapshotTags
from holdfast.sources.archive_check import Expected, check_archive
from holdfast.sources.archive_rules import Rules
from holdfast.sources.archive_source import ArchiveSource
from holdfast.worker.cataloguing import note_backup
from holdfast.worker.describing import ARCHIVES, REMOTE, REMOTE_TYPE, as_backup
from holdfast.worker.opening import open_repository
from holdfast.worker.space import tell_space
from holdfast.worker.watching import watch

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository
    from holdfast.repository.snapshots import Snapshot

_SPARE = 32 << 20
SAID = {
    "no-database": "There is no database in this backup.",
    "database-cut": "The database dump in this backup ends in its middle.",
    "no-wp-config": "There is no wp-config.php in this backup.",
    "links-left-out": "The archive holds links; they are left out.",
}


def run(request: TakeIn, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Result: {"backup": Backup as the repository knows it, "taken_in": False when it was there already}. Raises Damaged (ARCHIVE-…):
    nothing is stored then."""
    rules = Rules(portable=False, leave_out_links=request.leave_out_links)
    if not request.files:
        raise UsageError("There is no file to take in.")
    repository = open_repository(request, cancelled, progress)
    found = _there(repository, request)
    if found is None:
        _require_room(repository)
        databases = [] if request.checked else _check(request, rules, progress, cancelled)
        found = _store(repository, request, databases, rules, progress, cancelled)
        taken = True
    else:
        taken = False
    note_backup(repository, request.cache, found, progress)
    if taken:
        whole = request.kind not in {"files", "database"}
        watch(repository, found, request, database=whole, progress=progress, cancelled=cancelled)
    if request.remove:
        for file in request.files:
            Path(file.path).unlink(missing_ok=True)
    tell_space(repository, request, progress)
    record = msgspec.structs.replace(as_backup(found), site=request.site)
    return {"backup": msgspec.to_builtins(record), "taken_in": taken}


def _there(repository: Repository, request: TakeIn) -> Snapshot | None:
    """The whole copy that an earlier run stored, perhaps one that was killed right after."""
    for snapshot in repository.snapshots(on_damaged=lambda _id, _error: None):
        tags = snapshot.our_tags
        if tags.site == request.site_id and tags.meta.get(REMOTE) == request.remote and not tags.partial:
            return snapshot
    return None


def _require_room(repository: Repository) -> None:
    """What is new in it cannot be known before; a disk that is full already can."""
    free = repository.storage.free_space()
    if free is not None and free < _SPARE:
        raise NoSpace(
            f"The storage {repository.storage.location} is full: {free >> 20} MiB are free.",
            hint="Make room: forget old backups and prune, or choose another storage.",
            free=free,
        )


def _check(request: TakeIn, rules: Rules, progress: Progress, cancelled: Cancellation) -> list[str]:
    """Every file to its end, before the first byte of any is stored."""
    databases: list[str] = []
    for file in request.files:
        verdict = check_archive(Path(file.path), expects=_expected(file), rules=rules, progress=progress, cancelled=cancelled)
        if verdict.state == "damaged":
            raise Damaged(verdict.message, code=verdict.code or "ARCHIVE-DAMAGED", hint="Nothing of it was taken in. Take another backup.")
        for code in verdict.warnings:
            progress.remark(code.upper(), SAID.get(code, code))
        databases += verdict.databases
    return databases


def _expected(file: ArchiveFile) -> frozenset[Expected]:
    return frozenset(cast("Expected", word) for word in file.expects)


def _store(
    repository: Repository, request: TakeIn, databases: list[str], rules: Rules, progress: Progress, cancelled: Cancellation
) -> Snapshot:
    sources = [ArchiveSource(Path(file.path), key=file.key, rules=rules, cancelled=cancelled) for file in request.files]
    meta = {**request.metadata, REMOTE: request.remote, ARCHIVES: ",".join(file.key for file in request.files), "job": request.job}
    if databases:
        meta["databases"] = str(len(databases))
    options = ArchiveOptions(
        kind="full",
        tags=SnapshotTags(site=request.site_id, name=request.site, label=request.label, meta=meta | {REMOTE_TYPE: request.kind}),
        hostname=request.hostname,
        time=request.made_at,
    )
    try:
        return archive(repository, sources, options, progress, cancelled).snapshot
    except Cancelled as stopped:
        _drop_half(repository, stopped)
        raise


def _drop_half(repository: Repository, stopped: Cancelled) -> None:
    """Half a copy is of no use: the whole is still where it came from. What it stored stays and is found again by the next run."""
    half = stopped.details.pop("snapshot", None)
    if half:
        try:
            repository.remove_snapshot(str(half))
        except HoldfastError:
            pass  # marked as partial, so never taken for a copy
