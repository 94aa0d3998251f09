"""A drill: really restore a backup to a scratch folder, look at what arrived, and load its database into a private server."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.drill import DrillCheck, DrillResult, drill
from holdfast.errors import Cancelled, Damaged, HoldfastError, Unsupported
from holdfast.jobs.messages import Drill
from holdfast.jobs.performing import Ending
from holdfast.progress import Progress
from holdfast.worker.contents import find_dump, strip_of
from holdfast.worker.opening import open_repository

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository
    from holdfast.repository.snapshots import Snapshot


def run(request: Drill, progress: Progress, cancelled: Cancellation) -> Ending:
    """Result: {"backup_id", "verdict", "level", "checks": [{name, ok, detail, required}…], "files", "bytes", "seconds"}. A drill that
    found the backup bad has failed."""
    repository = open_repository(request, cancelled)
    snapshot = repository.snapshot(request.backup)
    scratch = Path(request.cache) / "drills" if request.cache else Path(tempfile.gettempdir())
    result = drill(repository, snapshot, scratch, strip=strip_of(snapshot), progress=progress, cancelled=cancelled)
    result = _with_database(result, repository, snapshot, progress, cancelled)
    facts: dict[str, Any] = {"backup_id": snapshot.id, **msgspec.to_builtins(result)}
    bad = [check for check in result.checks if not check.ok]
    if result.verdict != "failed":
        for check in bad:
            progress.remark("DRILL-WARNING", f"{check.name}: {check.detail}")
        return Ending(facts)
    failure = Damaged(
        f"The drill of the backup {snapshot.id[:8]} failed: {bad[0].name}: {bad[0].detail}",
        code="DRILL-FAILED",
        hint="Make a new backup and drill that one; `holdfast storage check --read-data` tells whether the storage is damaged.",
    )
    return Ending(facts, failure.failure())


def _with_database(
    result: DrillResult, repository: Repository, snapshot: Snapshot, progress: Progress, cancelled: Cancellation
) -> DrillResult:
    """Level "loaded" when the backup holds a MySQL dump and this computer has a server program to load it into."""
    dump = find_dump(repository, snapshot, cancelled)
    if dump is None or not dump.files or result.verdict == "failed":
        return result
    from holdfast.targets.database_throwaway import trial_load

    try:
        # In the system's temporary folder: a server's socket path may have 107 characters, and ours are longer.
        loaded = trial_load(dump.files, progress=progress, cancelled=cancelled)
    except (Unsupported, Cancelled) as error:
        if isinstance(error, Cancelled):
            raise
        return result  # no server program here: the level stays "read", which says so
    except Damaged as error:
        check = DrillCheck("database-loads", False, error.message)
        return msgspec.structs.replace(result, verdict="failed", checks=(*result.checks, check))
    except HoldfastError as error:
        # The server's trouble, not the backup's: it proves nothing against it.
        check = DrillCheck("database-loads", False, error.message, required=False)
        return msgspec.structs.replace(result, verdict="warning", checks=(*result.checks, check))
    rows = sum(loaded.rows.values())
    check = DrillCheck("database-loads", True, f"{len(loaded.rows)} tables with {rows} rows were loaded into a private server and counted")
    return msgspec.structs.replace(result, level="loaded", checks=(*result.checks, check))
