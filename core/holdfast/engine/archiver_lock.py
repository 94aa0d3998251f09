"""The archiver's lock, taken while it reads already: taking one means to wait a fifth of a second."""

from __future__ import annotations

import time
from concurrent.futures import CancelledError, Executor, Future

from holdfast.cancellation import Cancellation
from holdfast.errors import HoldfastError
from holdfast.progress import Progress
from holdfast.repository.locks import Lock
from holdfast.repository.repository import Repository

PATIENCE = 2.0
"""Seconds of work (since the start) that may precede the lock; nothing is listed in an index without it."""


class IndexChanged(Exception):
    """The index was changed before our lock was in force: what was decided with the old one cannot be relied on. Begin again."""


class LateLock:
    """A lock that comes into force later. Everything that only reads is done meanwhile: prune replaces index files before it deletes
    packs, so as long as the index files are those that were read, nothing is missing."""

    def __init__(self, cancelled: Cancellation) -> None:
        self._cancelled = cancelled
        self._give_up = Cancellation()
        self._started = time.monotonic()
        self._coming: Future[Lock] | None = None
        self._lock: Lock | None = None
        self._repository: Repository | None = None

    def begin(self, repository: Repository, beside: Executor, progress: Progress, wait: float) -> None:
        """Start to take it in another thread; `wait`: seconds for which somebody else's exclusive lock is waited for."""
        self._repository = repository
        self._coming = beside.submit(repository.lock, exclusive=False, progress=progress, cancelled=self._give_up, wait=wait)

    def held(self) -> Lock:
        """The lock, in force. Raises `Busy`, `Cancelled`, and `IndexChanged` when it came too late for the index that was loaded."""
        if self._lock is None:
            assert self._coming is not None  # noqa: S101 - `begin` comes first
            assert self._repository is not None  # noqa: S101
            while True:
                try:
                    lock = self._coming.result(timeout=0.2)
                    break
                except TimeoutError:
                    self._cancelled.check()
            if self._repository.file_ids("index") != self._repository.index_file_ids:
                raise IndexChanged
            self._lock = lock
        return self._lock

    def check(self) -> None:
        """Now and then while working: `Busy` when it was lost; takes it over when it has come, or is overdue."""
        if self._lock is not None:
            self._lock.check()
        elif (self._coming is not None and self._coming.done()) or time.monotonic() - self._started > PATIENCE:
            self.held()

    def give_up(self) -> None:
        """Do not wait for it any longer."""
        self._give_up.cancel()

    def release(self) -> None:
        try:
            if self._coming is not None:
                self._coming.result().release()
        except (HoldfastError, CancelledError):
            pass  # there is none
