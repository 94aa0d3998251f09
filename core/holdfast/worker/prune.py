"""Give back the space of what no backup needs any more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.prune import PrunePlan, PruneResult, plan_prune, prune
from holdfast.jobs.messages import Prune
from holdfast.progress import Progress
from holdfast.worker.opening import known_snapshots, open_repository
from holdfast.worker.space import tell_space

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository


def run(request: Prune, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Result: {"plan": …} and, unless a dry run, {"packs_deleted", "packs_written", "bytes_freed"}. Sizes in bytes."""
    repository = open_repository(request, cancelled, progress)
    if request.dry_run:
        return {"plan": plan_view(plan_prune(repository, known_snapshots=known_snapshots(request), progress=progress, cancelled=cancelled))}
    done = prune_now(repository, progress, cancelled, known=known_snapshots(request), confirmed=request.confirmed)
    tell_space(repository, request, progress)
    return done


def prune_now(
    repository: Repository, progress: Progress, cancelled: Cancellation, *, known: Iterable[str] = (), confirmed: bool = False
) -> dict[str, Any]:
    """Plan under the lock and do it: what another computer stores meanwhile cannot spoil the plan. `known`: see `known_snapshots`."""
    result: PruneResult = prune(repository, known_snapshots=known, confirmed=confirmed, progress=progress, cancelled=cancelled)
    return {
        "plan": plan_view(result.plan),
        "packs_deleted": result.packs_deleted,
        "packs_written": result.packs_written,
        "bytes_freed": result.bytes_freed,
    }


def plan_view(plan: PrunePlan) -> dict[str, Any]:
    """Counts instead of ids: a plan may name a hundred thousand packs."""
    facts: dict[str, Any] = msgspec.to_builtins(plan)
    return facts | {name: len(facts[name]) for name in ("unindexed", "remove", "repack")}
