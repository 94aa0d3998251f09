"""Keep: a mark that protects a backup from forget, also from restic's when it is told ``--keep-tag keep``.

Tags are part of a snapshot's file, so marking stores it anew under a new id; `original` holds the first one. The new file is there
before the old one goes.
"""

from __future__ import annotations

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.progress import SILENT, Progress
from holdfast.repository.repository import Repository
from holdfast.repository.snapshots import Snapshot
from holdfast.repository.tags import KEEP


def keep(repository: Repository, id_or_prefix: str, *, progress: Progress = SILENT, cancelled: Cancellation | None = None) -> Snapshot:
    """Mark a backup; returns it as it is now (under its new id). Raises NotFound, or Busy while the repository is in use."""
    return _set_tag(repository, id_or_prefix, True, progress, cancelled)


def unkeep(repository: Repository, id_or_prefix: str, *, progress: Progress = SILENT, cancelled: Cancellation | None = None) -> Snapshot:
    """Take the mark away; as `keep`."""
    return _set_tag(repository, id_or_prefix, False, progress, cancelled)


def _set_tag(repository: Repository, id_or_prefix: str, on: bool, progress: Progress, cancelled: Cancellation | None) -> Snapshot:
    with repository.lock(exclusive=True, progress=progress, cancelled=cancelled):
        snapshot = repository.snapshot(id_or_prefix)
        tags = snapshot.tags
        if (KEEP in tags) is on:
            return snapshot
        changed = (*tags, KEEP) if on else tuple(tag for tag in tags if tag != KEEP)
        return save_again(repository, msgspec.structs.replace(snapshot, tags=changed))


def save_again(repository: Repository, snapshot: Snapshot) -> Snapshot:
    """Store a changed snapshot in the place of the one whose id it still has. The caller holds an exclusive lock."""
    changed = msgspec.structs.replace(snapshot, original=snapshot.original or snapshot.id)
    new_id = repository.save_snapshot(changed)
    repository.remove_snapshot(snapshot.id)
    return msgspec.structs.replace(changed, id=new_id)
