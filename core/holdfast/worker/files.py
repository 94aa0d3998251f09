"""The entries of a folder of a backup, for when the catalogue cannot tell."""

from __future__ import annotations

from typing import Any

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.browse import Listed, list_folder
from holdfast.jobs.messages import ListFiles
from holdfast.progress import Progress
from holdfast.worker.opening import open_repository
from holdfast.worker.texts import meant, shown


def run(request: ListFiles, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Result: {"files": [FileView…]} by name."""
    repository = open_repository(request, cancelled, progress)
    entries = list_folder(repository, repository.snapshot(request.backup), meant(request.path))
    return {"files": [_view(one) for one in sorted(entries, key=lambda one: one.name)]}


def _view(entry: Listed) -> dict[str, Any]:
    return {
        "path": shown(entry.path),
        "name": shown(entry.name),
        "kind": entry.kind,
        "size": entry.size if entry.kind == "file" else None,
        "modified_at": msgspec.to_builtins(entry.mtime),
        "mode": entry.mode,
        "target": shown(entry.link_target),
    }
