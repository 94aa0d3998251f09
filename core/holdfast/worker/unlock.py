"""Remove locks that were left over."""

from __future__ import annotations

from typing import Any

from holdfast.jobs.messages import Unlock
from holdfast.progress import Cancellation, Progress
from holdfast.repository.locks import LockInfo, list_locks, remove_lock
from holdfast.worker.opening import open_repository


def run(request: Unlock, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Stale ones (of this computer and a dead process, or older than 30 minutes) go; `force`: all. Result: {"removed", "left"}: locks."""
    repository = open_repository(request, cancelled)
    removed, left = [], []
    for lock in list_locks(repository):
        if request.force or lock.is_dead or (lock.is_old and not _is_at_work(lock)):
            remove_lock(repository, lock.id)
            removed.append(_view(lock))
        else:
            left.append(_view(lock))
    return {"removed": removed, "left": left}


def _is_at_work(lock: LockInfo) -> bool:
    """A process of this computer that lives may just have slept."""
    return lock.is_own_host and not lock.is_dead


def _view(lock: LockInfo) -> dict[str, Any]:
    known = lock.lock
    return {
        "id": lock.id,
        "age_seconds": round(lock.age),
        "time": known.time if known else "",
        "exclusive": known.exclusive if known else None,
        "hostname": known.hostname if known else "",
        "username": known.username if known else "",
        "pid": known.pid if known else None,
    }
