"""Mark a backup to be kept for ever, or take the mark away."""

from __future__ import annotations

from typing import Any

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.keep import keep, unkeep
from holdfast.jobs.messages import Keep
from holdfast.progress import Progress
from holdfast.worker.cataloguing import note_backup, note_removed
from holdfast.worker.describing import as_backup
from holdfast.worker.opening import open_repository


def run(request: Keep, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Result: {"backup": Backup} under its new id."""
    repository = open_repository(request, cancelled, progress)
    change = keep if request.keep else unkeep
    snapshot = change(repository, request.backup, progress=progress, cancelled=cancelled)
    note_backup(repository, request.cache, snapshot, progress)
    if snapshot.id != request.backup:
        note_removed(repository, request.cache, [request.backup])
    return {"backup": msgspec.to_builtins(as_backup(snapshot))}
