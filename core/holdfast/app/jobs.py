"""The noun *job*: one run of a request, what it says while it runs, and the history of all."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from typing import TYPE_CHECKING

from holdfast.app.views import Page
from holdfast.jobs.messages import AnyEvent, Finished
from holdfast.records import Job

if TYPE_CHECKING:
    from holdfast.app.door import Home


class JobHandle:
    """A job under way. Iterate it for its events (any number of iterators, each sees all from `Started` on); the last is `Finished`."""

    id: str
    verb: str
    site: str

    def __aiter__(self) -> AsyncIterator[AnyEvent]:
        raise NotImplementedError

    async def result(self) -> Finished:
        """Wait for the end. Never raises for a job that failed: see `Finished.outcome` and `.failure`."""
        raise NotImplementedError

    async def value(self) -> dict[str, object]:
        """Wait for the end; the result, or the failure raised as its `HoldfastError`."""
        raise NotImplementedError

    def cancel(self) -> None:
        """Ask it to stop; it ends within about two seconds, as ``cancelled``. May be called again, and from any thread."""
        raise NotImplementedError


class Jobs:
    """`Holdfast.jobs`."""

    def __init__(self, home: Home) -> None:
        self._home = home

    async def running(self) -> Sequence[Job]:
        """Jobs of all programs of this home that run now."""
        raise NotImplementedError

    async def history(self, *, site: str | None = None, outcome: str | None = None, limit: int = 50, page: int = 1) -> Page[Job]:
        """Newest first, those that run now included."""
        raise NotImplementedError

    async def show(self, job: str) -> Job:
        raise NotImplementedError

    async def log(self, job: str) -> str:
        """What the job wrote to its log; empty when there is none (any more)."""
        raise NotImplementedError

    async def cancel(self, job: str) -> None:
        """Stop a job of this program, or of another one of this home (by a row that it watches)."""
        raise NotImplementedError

    def handle(self, job: str) -> JobHandle | None:
        """The handle of a job of this program that runs now."""
        raise NotImplementedError

    def subscribe(self, listener: Callable[[AnyEvent], None]) -> Callable[[], None]:
        """Hear every event of every job of this program, on the loop's thread. Returns the function that ends it."""
        raise NotImplementedError
