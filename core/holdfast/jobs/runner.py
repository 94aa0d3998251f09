"""The parent's end of the pipe: something that performs requests and tells what happens."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Protocol

from holdfast.jobs.messages import AnyEvent, Request


class Run(Protocol):
    """One request being performed."""

    def events(self) -> AsyncIterator[AnyEvent]:
        """`Started`, then any number of `Progressed` and `Noted`, then `Finished`, whatever happens. To be called once."""

    def cancel(self) -> None:
        """Ask it to stop; from any thread, any number of times."""


class Runner(Protocol):
    def start(self, request: Request) -> Run:
        """Begin. Never raises for what goes wrong in the work: that is told by `Finished`."""
