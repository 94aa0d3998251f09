"""Helpers of a restore that are started before it is known what they shall do: while a key is derived and a plan is made, which keeps
one core busy, the others can get them ready."""

from __future__ import annotations

from multiprocessing import get_context
from typing import TYPE_CHECKING

from holdfast.engine.helpers import cores

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    Started = tuple[BaseProcess, Connection]


class Standby:
    """`count` processes that wait for their first message; as many as there are cores by default, none on a single one. Close it in any
    case: what was not taken ends."""

    def __init__(self, count: int | None = None) -> None:
        if count is None:
            count = cores() if cores() > 1 else 0
        self._started = [start_helper(number) for number in range(count)]

    def __enter__(self) -> Standby:
        return self

    def __exit__(self, *_: object) -> None:
        for process, pipe in self._started:
            pipe.close()
            process.join()
            process.close()
        self._started = []

    def take(self) -> Started | None:
        """One of them, if there is one left."""
        return self._started.pop(0) if self._started else None


def start_helper(number: int) -> Started:
    """A process and the pipe to it."""
    from holdfast.engine.restore_crew import helper_main

    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=helper_main, args=(theirs,), name=f"holdfast-restore-{number}", daemon=True)
    process.start()
    theirs.close()
    return process, ours
