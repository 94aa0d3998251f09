"""A backup, or a part of it, as an archive: .zip or .tar.zst."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from holdfast.cancellation import Cancellation
from holdfast.engine.export import export
from holdfast.jobs.messages import Export
from holdfast.progress import Progress
from holdfast.worker.contents import part_finder, selection_of, strip_of
from holdfast.worker.opening import keep_tree_packs, open_repository
from holdfast.worker.texts import shown

if TYPE_CHECKING:
    from holdfast.repository.snapshots import Snapshot


def run(request: Export, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Result: {"path", "size", "sha256", "files", "not_exported": […]}."""
    repository = open_repository(request, cancelled)
    keep_tree_packs(repository)
    snapshot = repository.snapshot(request.backup)
    done = export(
        repository,
        snapshot,
        selection_of(request.paths, request.only),
        _place(request.to, snapshot),
        strip=strip_of(snapshot),
        part_of=part_finder(snapshot, request.only),
        progress=progress,
        cancelled=cancelled,
    )
    for one in done.not_exported[:200]:
        progress.remark("NOT-RESTORED", f"{shown(one.path)}: {one.message or one.reason}")
    lost = [{"path": shown(one.path), "reason": one.reason} for one in done.not_exported[:1000]]
    return {"path": done.path, "size": done.size, "sha256": done.sha256, "files": done.files, "not_exported": lost}


def _place(to: str, snapshot: Snapshot) -> Path:
    """`to` itself, or a .zip named by site and time in the folder `to` (there, or written with a slash at its end)."""
    place = Path(to)
    if not to.endswith(("/", os.sep)) and not place.is_dir():
        place.parent.mkdir(parents=True, exist_ok=True)
        return place
    place.mkdir(parents=True, exist_ok=True)
    name = re.sub(r"[^\w.-]+", "-", snapshot.our_tags.name) or snapshot.id[:8]
    return place / f"{name}-{snapshot.when.astimezone():%Y-%m-%d-%H%M}.zip"
