"""A number of places that are taken and given back, first come first served: a semaphore for tasks of several event loops in several
threads (asyncio's own serves the tasks of one loop)."""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from types import TracebackType

_Waiting = tuple[asyncio.AbstractEventLoop, "asyncio.Future[None]"]


class Places:
    """``async with places: …`` holds one of `count` places."""

    def __init__(self, count: int) -> None:
        self._free = count
        self._waiting: deque[_Waiting] = deque()
        self._lock = threading.Lock()

    async def __aenter__(self) -> None:
        loop = asyncio.get_running_loop()
        with self._lock:
            if self._free > 0:
                self._free -= 1
                return
            mine: _Waiting = (loop, loop.create_future())
            self._waiting.append(mine)
        try:
            await mine[1]
        except asyncio.CancelledError:
            with self._lock:
                waits = mine in self._waiting
                if waits:
                    self._waiting.remove(mine)
            if not waits:
                self._give_back()  # it was just handed to us
            raise

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._give_back()

    def _give_back(self) -> None:
        """To who has waited longest and can still take it."""
        with self._lock:
            while self._waiting:
                loop, future = self._waiting.popleft()
                try:
                    loop.call_soon_threadsafe(_tell, future)
                except RuntimeError:  # its loop has ended
                    continue
                return
            self._free += 1


def _tell(future: asyncio.Future[None]) -> None:
    if not future.done():  # who was stopped meanwhile gives it back itself
        future.set_result(None)
