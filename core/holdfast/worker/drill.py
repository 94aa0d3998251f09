"""A drill: really restore a backup to a scratch folder and look at what arrived, as far as this computer can."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.drill import drill
from holdfast.engine.drill_records import DrillCheck, DrillResult
from holdfast.errors import Damaged
from holdfast.jobs.messages import Drill
from holdfast.jobs.performing import Ending
from holdfast.progress import Progress
from holdfast.worker.contents import strip_of
from holdfast.worker.opening import open_repository

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository


def run(request: Drill, progress: Progress, cancelled: Cancellation) -> Ending:
    """Result: {"backup_id", "verdict", "level", "checks": [{name, outcome, detail, numbers}…], "files", "bytes", "seconds"}. A drill that
    found the backup bad has failed."""
    repository = open_repository(request, cancelled, progress)
    scratch = Path(request.cache) / "drills" if request.cache else Path(tempfile.gettempdir())
    try:
        result = _drilled(repository, request, scratch, progress, cancelled)
    except Damaged as error:  # not even the list of its first folder can be read
        result = DrillResult("failed", (DrillCheck("restored", "failed", error.message),), 0, 0, 0.0)
    facts: dict[str, Any] = {"backup_id": request.backup, **msgspec.to_builtins(result)}
    if result.verdict != "failed":
        for check in result.checks:
            if check.outcome == "warning":
                progress.remark("DRILL-WARNING", f"{check.name}: {check.detail}")
        return Ending(facts)
    bad = next(check for check in result.checks if check.outcome == "failed")
    failure = Damaged(
        f"The drill of the backup {request.backup[:8]} failed: {bad.name}: {bad.detail}",
        code="DRILL-FAILED",
        hint="Make a new backup and drill that one; `holdfast storage check --read-data` tells whether the storage is damaged.",
    )
    return Ending(facts, failure.failure())


def _drilled(repository: Repository, request: Drill, scratch: Path, progress: Progress, cancelled: Cancellation) -> DrillResult:
    snapshot = repository.snapshot(request.backup)
    return drill(
        repository,
        snapshot,
        scratch,
        strip=strip_of(snapshot),
        level=request.level,
        folder_of=strip_of,
        progress=progress,
        cancelled=cancelled,
    )
