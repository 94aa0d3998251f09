"""What changed between two backups."""

from __future__ import annotations

from typing import Any

from holdfast.cancellation import Cancellation
from holdfast.engine.diff import Change, diff
from holdfast.jobs.messages import Compare
from holdfast.progress import Progress
from holdfast.worker.opening import open_repository
from holdfast.worker.texts import shown

MOST = 50_000
"""So many changes are listed; all are counted."""


def run(request: Compare, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Result: {"added", "removed", "changed": [{path, kind, what, size_before, size_after}…], "totals": {added, removed, changed,
    bytes_added, bytes_removed}, "complete": all are listed}. `what` of a change: changed (content), type, metadata."""
    repository = open_repository(request, cancelled, progress)
    before, after = repository.snapshot(request.old), repository.snapshot(request.new)
    lists: dict[str, list[dict[str, Any]]] = {"added": [], "removed": [], "changed": []}
    totals = {"added": 0, "removed": 0, "changed": 0, "bytes_added": 0, "bytes_removed": 0}
    for change in diff(repository, before, after, cancelled=cancelled):
        kind = change.what if change.what in lists else "changed"
        totals[kind] += 1
        totals["bytes_added"] += change.size_after if change.what == "added" else max(change.size_after - change.size_before, 0)
        totals["bytes_removed"] += change.size_before if change.what == "removed" else max(change.size_before - change.size_after, 0)
        if len(lists[kind]) < MOST:
            lists[kind].append(_view(change))
    return {**lists, "totals": totals, "complete": all(totals[kind] == len(found) for kind, found in lists.items())}


def _view(change: Change) -> dict[str, Any]:
    is_file = change.kind == "file"
    return {
        "path": shown(change.path),
        "kind": change.kind,
        "what": change.what,
        "size_before": change.size_before if is_file and change.what != "added" else None,
        "size_after": change.size_after if is_file and change.what != "removed" else None,
    }
