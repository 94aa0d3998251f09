"""Simulated time for client and fake servers."""

from __future__ import annotations

import asyncio
import heapq
import itertools
import threading
from collections.abc import Coroutine
from datetime import UTC, datetime
from typing import Any


class SimulatedClock:
    """A clock whose sleepers do not wait: sleeping moves it. Client and fake server share one; any thread may read or move it."""

    def __init__(self, start: datetime = datetime(2026, 3, 1, 12, tzinfo=UTC)) -> None:
        self._now = start.timestamp()
        self._lock = threading.Lock()
        self.slept: list[float] = []

    def now(self) -> float:
        return self._now

    def monotonic(self) -> float:
        return self._now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.advance(seconds)
        await asyncio.sleep(0)

    def advance(self, seconds: float) -> None:
        with self._lock:
            self._now += max(seconds, 0.0)

    @property
    def time(self) -> datetime:
        return datetime.fromtimestamp(self._now, UTC)


class CrowdClock(SimulatedClock):
    """Simulated time for many tasks at once that use no socket: it moves on to the next sleeper when nobody has anything left to do now."""

    def __init__(self) -> None:
        super().__init__()
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._numbers = itertools.count()

    async def sleep(self, seconds: float) -> None:
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self._now + max(seconds, 0.0), next(self._numbers), woken))
        await woken

    async def run(self, *stories: Coroutine[Any, Any, None], seconds: float) -> None:
        """Let `stories` run for `seconds` of simulated time, then stop them."""
        end = self._now + seconds
        tasks = [asyncio.create_task(story) for story in stories]
        while True:
            for _ in range(200):
                await asyncio.sleep(0)
            if not self._sleepers or self._sleepers[0][0] > end:
                break
            self._now, _, woken = heapq.heappop(self._sleepers)
            if not woken.done():
                woken.set_result(None)
        for task in tasks:
            task.cancel()
        for ended in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(ended, Exception):
                raise ended
