"""Who does the tasks of a restore: this process, or helpers beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from holdfast.engine.restore_work import PackOutcome, PackTask, Worker
from holdfast.progress import Cancellation


class Crew(Protocol):
    def run(self, tasks: Iterable[PackTask]) -> Iterator[tuple[PackTask, PackOutcome]]:
        """Do all tasks, in any order. Tasks are asked for as workers become free. Raises `Cancelled` and what ends a restore."""

    def close(self) -> None:
        """End helpers, also in the middle of a task."""


class OneWorker:
    """Everything in this process, one task after the other."""

    def __init__(self, worker: Worker, cancelled: Cancellation | None) -> None:
        self._worker = worker
        self._cancelled = cancelled

    def run(self, tasks: Iterable[PackTask]) -> Iterator[tuple[PackTask, PackOutcome]]:
        for task in tasks:
            yield task, self._worker.do(task, self._cancelled)

    def close(self) -> None:
        pass
