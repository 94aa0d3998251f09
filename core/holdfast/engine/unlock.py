"""Unlock: which locks are in the way, which may go, and why (reliability.md, case L3).

A lock of this computer whose process is gone is dead: it may go without asking, and taking a lock removes it by itself. One that was
not renewed for 30 minutes, or cannot be read, may go when a person says so. One that is fresh stays, whoever asks: somebody is at work.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from holdfast.repository.locks import LockInfo, list_locks, remove_lock
from holdfast.repository.repository import Repository

State = Literal["dead", "stale", "unreadable", "in use"]


class FoundLock(msgspec.Struct, frozen=True):
    """A lock as a person sees it. `age` in seconds."""

    id: str
    state: State
    host: str = ""
    user: str = ""
    pid: int = 0
    exclusive: bool = False
    since: str = ""
    age: int = 0


class UnlockPlan(msgspec.Struct, frozen=True):
    """`remove`: what `unlock` takes away; `keep`: what stays because somebody is at work."""

    remove: tuple[FoundLock, ...]
    keep: tuple[FoundLock, ...]


def plan_unlock(repository: Repository) -> UnlockPlan:
    """All locks of the repository, divided."""
    found = [_found(info) for info in list_locks(repository)]
    return UnlockPlan(
        tuple(lock for lock in found if lock.state != "in use"),
        tuple(lock for lock in found if lock.state == "in use"),
    )


def unlock(repository: Repository, plan: UnlockPlan) -> tuple[FoundLock, ...]:
    """Remove what the plan removes and is still like that (a lock that was renewed meanwhile has another id). Returns what went."""
    still = {lock.id for lock in plan_unlock(repository).remove}
    gone = tuple(lock for lock in plan.remove if lock.id in still)
    for lock in gone:
        remove_lock(repository, lock.id)
    return gone


def _found(info: LockInfo) -> FoundLock:
    if info.lock is None:
        return FoundLock(info.id, "unreadable")
    state: State = "dead" if info.is_dead else "stale" if info.is_old and not _runs_here(info) else "in use"
    lock = info.lock
    return FoundLock(info.id, state, lock.hostname, lock.username, lock.pid, lock.exclusive, lock.time, round(info.age))


def _runs_here(info: LockInfo) -> bool:
    """Of this computer, and its process runs: it sleeps or hangs, but it may go on."""
    return info.is_own_host and not info.is_dead
