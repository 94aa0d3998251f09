"""Repair index and packs, copy on write; a dry run first."""

from __future__ import annotations

from typing import Any

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.repair import RepairOptions, plan_repair, repair
from holdfast.jobs.messages import Repair
from holdfast.progress import Progress
from holdfast.worker.opening import open_repository


def run(request: Repair, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Result: {"plan": …} and, unless a dry run, {"packs_written", "packs_deleted", "snapshots_deleted"}."""
    repository = open_repository(request, cancelled, progress)
    options = RepairOptions(drop_snapshots=request.drop_snapshots)
    plan = plan_repair(repository, options, progress=progress, cancelled=cancelled)
    facts: dict[str, Any] = {"plan": {**msgspec.to_builtins(plan), "empty": plan.is_empty}}
    if request.dry_run or plan.is_empty:
        return facts
    done = repair(repository, plan, progress=progress, cancelled=cancelled)
    return facts | {name: getattr(done, name) for name in ("packs_written", "packs_deleted", "snapshots_deleted")}
