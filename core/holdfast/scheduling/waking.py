"""What wakes the clock: every 30 s, at the next due time, and when told. APScheduler 3.11 keeps the timer, and decides nothing.

Its timers count monotonic time, which stands still while a laptop sleeps, and are off after the clock was set (platform-facts 5): the
steady tick makes up for both.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio

log = logging.getLogger(__name__)

TICK = 30.0
"""Seconds."""


class Waker:
    """Calls `callback` again and again; its answer is when it wants to be called at the latest (None: no wish).

    ``async with Waker(callback) as waker`` does so beside the block; or `run` until `stop`.
    """

    def __init__(self, callback: Callable[[], Awaitable[datetime | None]], *, tick: float = TICK) -> None:
        import asyncio  # not needed by a terminal that only looks at schedules

        self._callback = callback
        self._tick = tick
        self._loop: asyncio.AbstractEventLoop | None = None
        self._woken = asyncio.Event()
        self._stopped = False
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Waker:
        import asyncio

        self._task = asyncio.create_task(self.run(), name="waker")
        return self

    async def __aexit__(self, *exc: object) -> None:
        """Wait for the callback that may be under way."""
        self.stop()
        if self._task is not None:
            await self._task

    def wake(self) -> None:
        """Call back at once (the laptop woke, a schedule changed). From any thread."""
        loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._woken.set)

    def stop(self) -> None:
        """End `run` after the callback that may be under way. From any thread."""
        self._stopped = True
        self.wake()

    async def run(self) -> None:
        """Until `stop`, or until cancelled. An error of `callback` goes to the log, and the next tick tries again."""
        import asyncio

        from apscheduler.schedulers.asyncio import AsyncIOScheduler

        self._loop = asyncio.get_running_loop()
        scheduler = AsyncIOScheduler(timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True})
        scheduler.start()
        try:
            while not self._stopped:
                self._woken.clear()
                wanted = await self._called()
                if wanted is not None:
                    scheduler.add_job(self._wake_up, "date", run_date=wanted, id="due", replace_existing=True)
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._woken.wait(), self._tick)
        finally:
            scheduler.shutdown(wait=False)
            self._loop = None

    async def _called(self) -> datetime | None:
        try:
            return await self._callback()
        except Exception:
            log.exception("a look at the schedules failed")
            return None

    async def _wake_up(self) -> None:
        self._woken.set()
