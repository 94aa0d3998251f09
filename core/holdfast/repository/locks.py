"""restic's locks: files in ``locks/`` that other programs respect (restic design document, "Locks"; `internal/repository/lock.go`).

Taking one: look at the others, write our own, wait 200 ms, look again; on a conflict remove ours. An exclusive lock suffers no
other, a shared one no exclusive other. A held lock is written anew every five minutes by a thread. When that did not succeed for
22.5 minutes (a sleeping laptop, a dead network) the lock is lost: others may call it stale at 30, so we must have stopped before.

Stale locks of others: one of this computer whose process is gone is removed, with a remark. One of another computer that is older than
30 minutes is never removed by itself; `Busy` says so, and after the user's yes `remove_lock` does it. Empty lock files count as nothing.
"""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from holdfast.cancellation import Cancellation
from holdfast.errors import Busy, HoldfastError
from holdfast.progress import SILENT, Progress
from holdfast.repository.lock_files import LockFile, LockInfo, decode_lock, encode_lock, list_locks, remove_lock

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository

REFRESH_EVERY = 5 * 60.0
RETRY_AFTER = 15.0
LOST_AFTER = 22.5 * 60.0
WAIT_BEFORE_SECOND_LOOK = 0.2
UNREADABLE_RETRIES = (5.0, 10.0, 20.0)
_POLL = 1.0
_JUMP = 30.0
"""Seconds by which wall clock and steady clock may drift apart between two looks before we distrust them."""


class Lock:
    """A lock that is held; leave the ``with`` block (or call `release`) to give it back."""

    def __init__(self, repository: Repository, exclusive: bool, lock_id: str, written: float) -> None:
        self._repository = repository
        self.exclusive = exclusive
        self.id = lock_id
        self._mutex = threading.Lock()
        self._ended = threading.Event()
        self._lost = ""
        self._set_written(written)
        self._drift = time.time() - time.monotonic()
        self._thread = threading.Thread(target=self._keep_fresh, name="lock-refresh", daemon=True)
        self._thread.start()

    def __enter__(self) -> Lock:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()

    def check(self) -> None:
        """Raise `Busy` (code ``LOCK-LOST``) when the lock cannot be relied on any more. Cheap; call it before each write."""
        if self._unrefreshed() > LOST_AFTER:
            self._lose(f"it could not be renewed for {self._unrefreshed() / 60:.0f} minutes")
        if self._jumped():
            self.confirm()
        if self._lost:
            raise Busy(
                f"The lock on {self._repository.storage.location} was lost: {self._lost}. The work was stopped before it could do harm.",
                code="LOCK-LOST",
                hint="Start again; what was stored so far is used.",
                retryable=True,
            )

    def confirm(self) -> None:
        """As `check`, but also look whether the lock file is still in the storage. Call it before a snapshot is written."""
        with self._mutex:
            self._note_clocks()
            if not self._lost and not self._repository.storage.exists(f"locks/{self.id}"):
                self._lose("somebody removed it")
        self.check()

    def refresh(self) -> None:
        """Write the lock anew and remove the old file. Raises storage errors; a lock that vanished is lost."""
        with self._mutex:
            if self._lost or self._ended.is_set():
                return
            if not self._repository.storage.exists(f"locks/{self.id}"):
                self._lose("somebody removed it")
                return
            old, (self.id, written) = self.id, _write(self._repository, self.exclusive)
            self._note_clocks()
            if self._unrefreshed() > LOST_AFTER:  # slept while it was written
                self._lose("the computer slept too long")
            self._set_written(written)
            self._repository.storage.delete(f"locks/{old}")

    def release(self) -> None:
        """Give the lock back. Never raises: a lock left behind is found stale later."""
        if self._ended.is_set():
            return
        self._ended.set()
        with self._mutex:
            try:
                self._repository.storage.delete(f"locks/{self.id}")
            except HoldfastError:
                pass
        self._repository.forget_lock(self)
        self._thread.join(timeout=2)

    def _keep_fresh(self) -> None:
        while not self._ended.wait(_POLL):
            if self._lost:
                return
            if self._unrefreshed() > LOST_AFTER:
                self._lose("it could not be renewed in time")
                return
            if self._unrefreshed() >= REFRESH_EVERY or self._jumped():
                try:
                    self.refresh()
                except HoldfastError:
                    self._ended.wait(RETRY_AFTER)  # tried again until the lock counts as lost

    def _set_written(self, wall: float) -> None:
        self._written_wall, self._written_steady = wall, time.monotonic()

    def _unrefreshed(self) -> float:
        """Seconds since the last refresh by whichever clock saw more (the steady one stands still while the computer sleeps)."""
        return max(time.time() - self._written_wall, time.monotonic() - self._written_steady)

    def _jumped(self) -> bool:
        return abs(time.time() - time.monotonic() - self._drift) > _JUMP

    def _note_clocks(self) -> None:
        self._drift = time.time() - time.monotonic()

    def _lose(self, why: str) -> None:
        self._lost = self._lost or why


def survive_hangups() -> None:
    """Make this process deaf to SIGHUP, as restic makes itself.

    `restic unlock` on this computer sends SIGHUP to the process that a lock names, to see whether it lives; by default that kills it.
    Taking a lock in the main thread does this; a program that takes locks in other threads must call it first, in its main thread.
    """
    number = getattr(signal, "SIGHUP", None)
    if number is None or threading.current_thread() is not threading.main_thread():
        return
    if signal.getsignal(number) == signal.SIG_DFL:
        signal.signal(number, lambda *_: None)  # not SIG_IGN, which child programs would inherit


def acquire(
    repository: Repository, *, exclusive: bool, progress: Progress = SILENT, cancelled: Cancellation | None = None, wait: float = 0.0
) -> Lock:
    """Take a lock. `wait`: seconds to go on trying while others hold it. Raises `Busy` (see the module) or `Cancelled`."""
    survive_hangups()
    cancelled = cancelled or Cancellation()
    deadline = time.monotonic() + wait
    while True:
        try:
            crashed = _look(repository, exclusive, None, progress, cancelled)
            lock_id, written = _write(repository, exclusive)
            try:
                if cancelled.wait(WAIT_BEFORE_SECOND_LOOK):
                    cancelled.check()
                _look(repository, exclusive, lock_id, progress, cancelled)
                _sweep(repository, ("locks", "data", "index", "snapshots") if crashed else ("locks",))
            except BaseException:
                repository.storage.delete(f"locks/{lock_id}")
                raise
            return Lock(repository, exclusive, lock_id, written)
        except Busy:
            if time.monotonic() >= deadline:
                raise
            cancelled.wait(min(2.0, max(0.1, deadline - time.monotonic())))
            cancelled.check()


def _look(repository: Repository, exclusive: bool, own: str | None, progress: Progress, cancelled: Cancellation) -> bool:
    """Raise `Busy` when another lock forbids ours; clear away those that are surely dead and in the way.

    Returns whether there was a dead one: a program of this computer was killed at work here.
    """
    crashed = False
    for found in _readable_locks(repository, own, cancelled):
        crashed |= found.is_dead
        if found.lock is None:
            raise _unreadable(repository, found)
        if not exclusive and not found.lock.exclusive:
            continue
        if found.is_dead:
            remove_lock(repository, found.id)
            progress.remark(
                "LOCK-REMOVED",
                f"A lock left behind on this computer (process {found.lock.pid}, which is gone) was removed.",
                lock=found.id,
                age=round(found.age),
            )
            continue
        raise _busy(repository, found)
    return crashed


def _sweep(repository: Repository, prefixes: Sequence[str]) -> None:
    """Remove half files that killed programs of this computer left. Before the first file is written these can be told best."""
    for prefix in prefixes:
        try:
            repository.storage.sweep_abandoned(prefix)
        except HoldfastError:
            pass  # untidy, but no harm: prune tries again


def _readable_locks(repository: Repository, own: str | None, cancelled: Cancellation) -> list[LockInfo]:
    """The others' locks; an unreadable one is looked at again, because it may be in the middle of being written."""
    for pause in (*UNREADABLE_RETRIES, None):
        others = list_locks(repository, without=own)
        if pause is None or all(found.lock for found in others):
            break
        cancelled.wait(pause)
        cancelled.check()
    return others


def _write(repository: Repository, exclusive: bool) -> tuple[str, float]:
    now = time.time()
    return repository.save_file("locks", encode_lock(exclusive, now)), now


def _busy(repository: Repository, found: LockInfo) -> Busy:
    lock = found.lock
    assert lock is not None  # noqa: S101 - the caller looked
    who = "this computer" if found.is_own_host else (lock.hostname or "another computer")
    minutes = found.age / 60
    old = found.is_old
    return Busy(
        f"{repository.storage.location} is in use by {who} (process {lock.pid}, since {lock.time[:19].replace('T', ' ')}).",
        code="LOCK-STALE" if old else "REPO-LOCKED",
        hint=(
            f"That lock is {minutes:.0f} minutes old and was not renewed. If no backup program works there any more, remove it: "
            f"`holdfast storage unlock`."
            if old
            else "Wait until it is done, or try again later."
        ),
        retryable=not old,
        lock=found.id,
        host=lock.hostname,
        own_host=found.is_own_host,
        pid=lock.pid,
        user=lock.username,
        age=round(found.age),
        exclusive=lock.exclusive,
        since=lock.time,
    )


def _unreadable(repository: Repository, found: LockInfo) -> Busy:
    return Busy(
        f"{repository.storage.location} holds a lock that cannot be read, so nobody can say who uses it.",
        code="LOCK-UNREADABLE",
        hint="If no backup program works there, remove it: `holdfast storage unlock`.",
        retryable=False,
        lock=found.id,
    )


__all__ = ["Lock", "LockFile", "LockInfo", "acquire", "decode_lock", "list_locks", "remove_lock", "survive_hangups"]
