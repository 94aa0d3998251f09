"""Remove locks that were left over."""

from __future__ import annotations

from typing import Any

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.unlock import plan_unlock, unlock
from holdfast.jobs.messages import Unlock
from holdfast.progress import Progress
from holdfast.repository.locks import remove_lock
from holdfast.worker.opening import open_repository


def run(request: Unlock, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Dead, stale and unreadable ones go; `force`: those in use too; `look`: none. Result: {"removed", "left"}: locks {id, state, host,
    user, pid, exclusive, since, age}."""
    repository = open_repository(request, cancelled, progress)
    plan = plan_unlock(repository)
    if request.look:
        return {"removed": [], "left": msgspec.to_builtins([*plan.keep, *plan.remove])}
    removed, left = list(unlock(repository, plan)), list(plan.keep)
    if request.force:
        for lock in left:
            remove_lock(repository, lock.id)
        removed, left = removed + left, []
    return {"removed": msgspec.to_builtins(removed), "left": msgspec.to_builtins(left)}
