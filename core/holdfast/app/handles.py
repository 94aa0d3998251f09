"""A job under way, as whoever started it holds it."""

from __future__ import annotations

import contextlib
import logging
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from typing import TYPE_CHECKING, Any

from holdfast.app.results import value_of
from holdfast.errors import as_failure
from holdfast.jobs.messages import AnyEvent, Finished, Progressed
from holdfast.jobs.waiting import running_loop

if TYPE_CHECKING:
    import asyncio

log = logging.getLogger(__name__)


class JobHandle:
    """A job under way. Iterate it for its events (any number of iterators, each sees all from `Started` on); the last is `Finished`.

    A reader that is slow gets the newest `Progressed` only. Without an event loop the job goes on while somebody iterates or waits.
    """

    def __init__(self, job: str, verb: str, site: str, story: AsyncGenerator[AnyEvent, None], stop: Callable[[], None]) -> None:
        self.id = job
        self.verb = verb
        self.site = site
        self._story = story
        self._stop = stop
        self._replay: list[AnyEvent] = []
        self._readers: list[deque[AnyEvent]] = []
        self._finished: Finished | None = None
        self._pump: asyncio.Task[None] | None = None
        self._news: asyncio.Event | None = None
        if running_loop() is not None:
            import asyncio

            self._news = asyncio.Event()
            self._pump = asyncio.create_task(self._run(), name=f"job {job[:8]}")

    async def __aiter__(self) -> AsyncIterator[AnyEvent]:
        own = deque(self._replay)
        self._readers.append(own)
        try:
            while True:
                while not own:
                    await self._more()
                event = own.popleft()
                yield event
                if self._ends(event):
                    return
        finally:
            self._readers.remove(own)

    async def result(self) -> Finished:
        """Wait for the end. Never raises for a job that failed: see `Finished.outcome` and `.failure`."""
        while self._finished is None:
            await self._more()
        return self._finished

    async def value(self) -> dict[str, Any]:
        """Wait for the end; the result, or the failure raised as its `HoldfastError`."""
        return value_of(await self.result())

    def cancel(self) -> None:
        """Ask it to stop; it ends within about two seconds, as ``cancelled``. May be called again, and from any thread."""
        self._stop()

    async def closed(self) -> None:
        """Wait until nothing of it is left: its end is told a moment before its worker is gone."""
        await self.result()
        if self._pump is not None:
            import asyncio

            await asyncio.wait([self._pump])
        else:
            await self._story.aclose()

    @property
    def finished(self) -> Finished | None:
        """How it ended; None while it runs."""
        return self._finished

    def _ends(self, event: AnyEvent) -> bool:
        return isinstance(event, Finished) and event.job == self.id

    async def _more(self) -> None:
        """Wait until there is something new."""
        if self._news is not None:
            await self._news.wait()
        else:
            self._take(await anext(self._story))

    async def _run(self) -> None:
        try:
            async with contextlib.aclosing(self._story) as story:
                async for event in story:
                    self._take(event)
        except Exception as error:
            log.exception("the story of job %s broke off", self.id)
            if self._finished is None:  # whoever waits must not wait for ever
                self._take(Finished(job=self.id, site=self.site, outcome="failed", failure=as_failure(error)))

    def _take(self, event: AnyEvent) -> None:
        for events in (self._replay, *self._readers):
            if isinstance(event, Progressed) and events and isinstance(events[-1], Progressed) and events[-1].job == event.job:
                events[-1] = event
            else:
                events.append(event)
        if self._ends(event) and isinstance(event, Finished):
            self._finished = event
        if self._news is not None:
            import asyncio

            news, self._news = self._news, asyncio.Event()
            news.set()
