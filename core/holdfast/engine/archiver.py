"""Makes a backup: scans, compares with the backup before, stores what is new, writes the snapshot.

This process scans folders, compares, builds trees and reads streams (database dumps); when much has changed, helper processes
(`holdfast.engine.helpers`) do most of the reading, hashing, sealing and storing beside it. Order on the storage: packs durable, then
the index that lists them, then the snapshot. Every five minutes an index of the packs so far is written, so that a run that is
killed has not worked for nothing: the next one finds these blobs. Packs younger than that are left to prune.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import msgspec

from holdfast import __version__
from holdfast.cancellation import Cancellation
from holdfast.engine.archiver_lock import IndexChanged
from holdfast.engine.archiver_run import ArchiveRun
from holdfast.errors import Cancelled, HoldfastError
from holdfast.progress import SILENT, Progress
from holdfast.repository.ids import BlobId
from holdfast.repository.repository import Repository
from holdfast.repository.snapshots import Snapshot, snapshot_time
from holdfast.repository.tags import SnapshotTags
from holdfast.sources.base import Skipped, StreamSource
from holdfast.sources.folder import FolderSource


class ArchiveOptions(msgspec.Struct, frozen=True):
    """How to make a backup. `kind`: full (reads everything again), incremental (against the last backup of the site), differential
    (against its last full one), database, files."""

    kind: str = "incremental"
    tags: SnapshotTags = SnapshotTags()
    """`type` is set to `kind`, `partial` by what happens."""
    hostname: str = ""
    """"" = this computer."""
    username: str = ""
    excludes: tuple[str, ...] = ()
    """For the snapshot's record; the sources do the excluding."""
    time: datetime | None = None
    """None = now."""
    parent: str | None = None
    """Compare with this snapshot (an id), whatever `kind` says."""
    helpers: int | None = None
    """Helper processes at most; None = by the number of cores, 0 = none."""
    lock_wait: float = 0.0
    """Seconds to wait for somebody else's exclusive lock."""


class ArchiveResult(msgspec.Struct, frozen=True):
    snapshot: Snapshot
    skipped: tuple[Skipped, ...] = ()
    """What is not, or not wholly, in the backup."""
    partial: bool = False
    shrunk: bool = False
    """More than half of the files of the backup before are gone: forget and prune should wait for a person's word."""


def archive(
    repository: Repository | Callable[[], Repository],
    sources: Sequence[FolderSource | StreamSource],
    options: ArchiveOptions,
    progress: Progress = SILENT,
    cancelled: Cancellation | None = None,
) -> ArchiveResult:
    """Back up `sources` and store a snapshot. `repository` may be a function that opens it: then the folders are scanned meanwhile.

    Takes a shared lock. Streams are closed in any case. Trouble with single files ends in `ArchiveResult.skipped` and as remarks.

    Raises `NotFound` (a source is missing), `Busy` (locked, or the lock was lost: no snapshot then), storage errors, `InternalError`
    (code ``VERIFY``: this computer cannot be trusted), errors of stream sources, and `Cancelled`: what was done is kept as a snapshot
    tagged `partial` (its id in the details as ``snapshot``), from which the next run goes on.
    """
    cancelled = cancelled or Cancellation()
    options = msgspec.structs.replace(options, time=options.time or datetime.now(UTC), hostname=options.hostname or socket.gethostname())
    try:
        while True:
            try:
                return _archive(repository, sources, options, progress, cancelled)
            except IndexChanged:
                continue  # somebody pruned or stored an index in the moment between our reading it and our lock
    finally:
        for source in sources:
            if not isinstance(source, FolderSource):
                source.close()


def _archive(
    repository: Repository | Callable[[], Repository],
    sources: Sequence[FolderSource | StreamSource],
    options: ArchiveOptions,
    progress: Progress,
    cancelled: Cancellation,
) -> ArchiveResult:
    run = ArchiveRun(sources, options.kind, progress, cancelled, options.helpers)
    try:
        opened = run.open(repository, options.lock_wait)
        run.prepare(options.tags.site, options.hostname, options.parent)
        stopped: Cancelled | None = None
        try:
            run.work()
        except Cancelled as error:
            if not run.anything_stored:
                raise
            stopped = error
        except HoldfastError:
            run.keep_what_is_durable()
            raise
        assert options.time is not None  # noqa: S101 - `archive` has set it
        tree_id = run.finish(options.time, partial=stopped is not None)
        snapshot = _snapshot(run, options, tree_id, partial=stopped is not None)
        run.lock()  # `save_snapshot` confirms it
        snapshot_id = opened.save_snapshot(snapshot)
    finally:
        run.close()
    if run.shrunk:
        progress.remark("SOURCE-SHRUNK", "More than half of the files of the last backup are gone.", **run.file_counts)
    if stopped is not None:
        raise Cancelled(stopped.message, snapshot=snapshot_id)
    return ArchiveResult(msgspec.structs.replace(snapshot, id=snapshot_id), tuple(run.skipped), False, run.shrunk)


def _snapshot(run: ArchiveRun, options: ArchiveOptions, tree_id: BlobId, *, partial: bool) -> Snapshot:
    assert options.time is not None  # noqa: S101 - `archive` has set it
    return Snapshot(
        time=snapshot_time(options.time),
        parent=run.parent_id,
        tree=tree_id.hex(),
        paths=run.paths,
        hostname=options.hostname,
        username=options.username or _username(),
        uid=os.getuid() if hasattr(os, "getuid") else 0,
        gid=os.getgid() if hasattr(os, "getgid") else 0,
        excludes=options.excludes,
        tags=msgspec.structs.replace(options.tags, type=options.kind, partial=partial).to_tags(),
        program_version=f"holdfast {__version__}",
        summary=run.summary(options.time),
    )


def _username() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
