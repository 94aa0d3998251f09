"""Reads one whole backup from its storage: every folder's list and every blob of every file, each opened and hashed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.restore_blobs import unreadable
from holdfast.engine.restore_lock import shared_lock
from holdfast.engine.restore_plan import select
from holdfast.engine.restore_records import NotRestored, Selection, text
from holdfast.engine.restore_trees import BlobFinder
from holdfast.progress import SILENT, Progress

if TYPE_CHECKING:
    from holdfast.engine.restore_records import Item
    from holdfast.repository.repository import Repository
    from holdfast.repository.snapshots import Snapshot


class VerifyResult(msgspec.Struct, frozen=True):
    """What a verification found. `bytes` are of the files' content; what files share is read once."""

    snapshot: str
    files: int
    blobs: int
    bytes: int
    damaged: tuple[NotRestored, ...] = ()
    """Files and folders that could not be restored as they are in the backup."""

    @property
    def good(self) -> bool:
        return not self.damaged


def verify(
    repository: Repository,
    snapshot: Snapshot,
    progress: Progress = SILENT,
    cancelled: Cancellation | None = None,
    helpers: int | None = None,
) -> VerifyResult:
    """Read all of `snapshot`. Damage is in the result; raises what the storage raises, `Cancelled`, and `Damaged` when not even the
    backup's first folder can be read."""
    with shared_lock(repository, progress):
        plan = select(repository, snapshot, Selection(), progress=progress, cancelled=cancelled)
        files: list[Item] = [*plan.work.files, *(item for item, _ in plan.work.hard_links)]
        blobs = {blob for item in files for blob in item.content}
        finder = BlobFinder(repository, progress, cancelled)
        bad = unreadable(repository, finder, blobs, progress, cancelled, helpers)
        damaged = [problem for problem in plan.not_restored if problem.reason in ("damaged", "unsafe-name")]
        for item in files:
            if missing := sum(1 for blob in item.content if blob in bad):
                damaged.append(NotRestored("/" + text(item.path), "damaged", f"{missing} of {len(item.content)} parts cannot be read."))
        return VerifyResult(snapshot.id, len(files), len(blobs), sum(item.entry.size for item in files), tuple(damaged))
