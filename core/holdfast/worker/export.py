"""A backup, or a part of it, as an archive: .zip or .tar.zst."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from holdfast.cancellation import Cancellation
from holdfast.engine.export import export
from holdfast.engine.fetching_back import give_back, kept_archives
from holdfast.jobs.messages import Export
from holdfast.progress import Progress
from holdfast.worker.contents import part_finder, selection_of, strip_of
from holdfast.worker.describing import archive_key
from holdfast.worker.opening import open_repository
from holdfast.worker.texts import shown

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository
    from holdfast.repository.snapshots import Snapshot


def run(request: Export, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Result: {"path", "size", "sha256", "files", "not_exported": […]}."""
    repository = open_repository(request, cancelled, progress)
    snapshot = repository.snapshot(request.backup)
    if archive_key(snapshot) is not None and not (request.paths or request.only or request.to.endswith(".tar.zst")):
        return _give_back(repository, snapshot, request.to, progress, cancelled)
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


def _give_back(repository: Repository, snapshot: Snapshot, to: str, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """A copy of a backup that was made elsewhere, as it came: one archive, or a folder with those of a set."""
    key = archive_key(snapshot)
    if key:
        done = give_back(repository, snapshot, _place(to, snapshot), key=key, progress=progress, cancelled=cancelled)
        return {"path": done.path, "size": done.size, "sha256": done.sha256, "files": done.files, "not_exported": []}
    folder = Path(to) if not Path(to).is_dir() else _place(to, snapshot).with_suffix("")
    folder.mkdir(parents=True, exist_ok=True)
    parts = [
        give_back(repository, snapshot, folder / f"{key}.zip", key=key, progress=progress, cancelled=cancelled)
        for key in kept_archives(repository, snapshot)
    ]
    size, files = sum(one.size for one in parts), sum(one.files for one in parts)
    return {"path": str(folder), "size": size, "sha256": "", "files": files, "not_exported": []}


def _place(to: str, snapshot: Snapshot) -> Path:
    """`to` itself, or a .zip named by site and time in the folder `to` (there, or written with a slash at its end)."""
    place = Path(to)
    if not to.endswith(("/", os.sep)) and not place.is_dir():
        place.parent.mkdir(parents=True, exist_ok=True)
        return place
    place.mkdir(parents=True, exist_ok=True)
    name = re.sub(r"[^\w.-]+", "-", snapshot.our_tags.name) or snapshot.id[:8]
    return place / f"{name}-{snapshot.when.astimezone():%Y-%m-%d-%H%M}.zip"
