"""When the next request of a credential may leave. One `Budget` per credential, shared by everything that uses it (apis.md 6.1).

Three rules, strictest wins: a least distance between starts (`spacing`), what the server said (429, Retry-After, remaining and reset), and
a quota for any sliding hour. Half of the quota may go at once; then requests are spread over the hour, and a tenth is kept for calls
that a person waits for (`urgent`). How many requests run at once is counted for each host, so that one that hangs holds up no other.

Tasks of several threads, each with an event loop of its own, may share a budget.
"""

from __future__ import annotations

import random
import threading
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from holdfast.errors import RateLimited
from holdfast.providers.http.answer import Answer
from holdfast.providers.http.clock import Clock, SystemClock
from holdfast.providers.http.places import Places
from holdfast.providers.http.waiting import LONGEST, asked_wait, limit_told, reset_in

HOUR = 3600.0
_QUOTA_LIMITS = (20, 1_000_000)


class Budget:
    """`per_hour` is the documented quota (the smallest one, where there are several plans); a quota that the server tells replaces it.

    A wait longer than `patience` seconds is not slept through: RateLimited with ``details["retry_after"]`` instead.
    """

    def __init__(
        self,
        *,
        spacing: float = 0.0,
        concurrency: int = 2,
        per_hour: int | None = None,
        patience: float = 300.0,
        clock: Clock | None = None,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self.spacing, self.per_hour, self.patience = spacing, per_hour, patience
        self._clock = clock or SystemClock()
        self._jitter = jitter
        self._concurrency = concurrency
        self._places: dict[str, Places] = {}
        self._queue = Places(1)
        self._lock = threading.Lock()
        self._starts: deque[float] = deque()
        self._next = 0.0
        self._blocked_until = 0.0
        self._slow_until, self._slow_gap = 0.0, 0.0
        self._refusals = 0

    @asynccontextmanager
    async def turn(self, host: str = "", *, urgent: bool = False) -> AsyncIterator[None]:
        """Wait for a turn and keep one of the host's places while the request runs. RateLimited when that takes longer than `patience`."""
        if urgent:
            await self._wait(urgent=True)
        else:
            async with self._queue:
                await self._wait(urgent=False)
        with self._lock:
            places = self._places.setdefault(host, Places(self._concurrency))
        async with places:
            yield

    def learn(self, answer: Answer) -> None:
        """Take in what an answer says about limits; also of a success."""
        with self._lock:
            self._learn(answer, self._clock.monotonic())

    def _learn(self, answer: Answer, now: float) -> None:
        if answer.status == 429:
            self._refusals += 1
            wait = asked_wait(answer)
            wait = self.backoff(self._refusals - 1, least=1.0) if wait is None else wait * (1 + self._jitter() / 20)
            self._blocked_until = max(self._blocked_until, now + min(wait, LONGEST))
            return
        self._refusals = 0
        limit, remaining = limit_told(answer)
        if limit and self.per_hour is not None:
            self.per_hour = min(max(limit, _QUOTA_LIMITS[0]), _QUOTA_LIMITS[1])
        reset = reset_in(answer)
        if remaining is None or reset is None or reset <= 0:
            return
        reset = min(reset, LONGEST) + self._jitter()
        if remaining == 0:
            self._blocked_until = max(self._blocked_until, now + reset)
        elif remaining < (limit or self.per_hour or 100) / 10:
            self._slow_until, self._slow_gap = now + reset, reset / (remaining + 1)
        else:
            self._slow_until = 0.0

    def backoff(self, attempt: int, *, least: float = 0.0, most: float = 60.0) -> float:
        """1, 2, 4 … 60 s with full jitter."""
        return max(least, min(most, 2.0**attempt) * self._jitter())

    def wait_now(self, *, urgent: bool = False) -> float:
        """Seconds until the next request may leave; 0 when it may now."""
        with self._lock:
            return max(self._due(self._clock.monotonic(), urgent=urgent), 0.0)

    async def _wait(self, *, urgent: bool) -> None:
        while True:
            with self._lock:
                now = self._clock.monotonic()
                wait = self._due(now, urgent=urgent)
                if wait <= 0:
                    self._starts.append(now)
                    while self._starts[0] <= now - HOUR:
                        self._starts.popleft()
                    self._next = now + self.spacing
                    return
            if wait > self.patience:
                raise RateLimited(
                    "The limit of requests for this account is reached.",
                    hint="Try again later; what runs by schedule waits by itself.",
                    retry_after=round(wait),
                    held_back=True,
                )
            await self._clock.sleep(wait)

    def _due(self, now: float, *, urgent: bool) -> float:
        until = max(self._next, self._blocked_until)
        if not urgent and now < self._slow_until and self._starts:
            until = max(until, self._starts[-1] + self._slow_gap)
        if self.per_hour is not None:
            until = max(until, self._quota_until(now, self.per_hour, urgent=urgent))
        return until - now

    def _quota_until(self, now: float, quota: int, *, urgent: bool) -> float:
        while self._starts and self._starts[0] <= now - HOUR:
            self._starts.popleft()
        used = len(self._starts)
        most = quota - 2 if urgent else quota * 9 // 10
        if used >= most:
            return self._starts[used - most] + HOUR
        if not urgent and used >= quota // 2:
            return self._starts[-1] + HOUR / (quota / 2)
        return 0.0
