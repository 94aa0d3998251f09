"""Waiting with or without an event loop, so that a terminal need not pay for asyncio (about 55 ms of start-up).

A coroutine of `holdfast.app` suspends only here. On a loop it waits as asyncio does; without one it simply blocks its thread, and
`drive` runs it from start to end.
"""

from __future__ import annotations

import queue
import sys
import threading
import time
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    import asyncio

T = TypeVar("T")
_LOOK_SECONDS = 0.5
"""A signal that comes just before a thread falls asleep is noticed when it wakes: so long a Ctrl-C may take at most."""


def running_loop() -> asyncio.AbstractEventLoop | None:
    """The asyncio loop that the caller runs on; None when it runs on none. Does not import asyncio."""
    if "asyncio" not in sys.modules:
        return None
    from asyncio import get_running_loop

    try:
        return get_running_loop()
    except RuntimeError:
        return None


def drive(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine that suspends only in this module, without a loop."""
    try:
        coroutine.send(None)
    except StopIteration as done:
        return done.value  # type: ignore[no-any-return]  # StopIteration.value is untyped
    coroutine.close()
    raise RuntimeError("this coroutine needs an event loop")


class Channel(Protocol[T]):
    """A queue with one reader; `put` may be called from any thread."""

    def put(self, item: T) -> None: ...

    async def get(self) -> T: ...


def make_channel() -> Channel[Any]:
    """A channel for whoever calls: one that suspends on a loop, one that blocks without."""
    loop = running_loop()
    return _BlockingChannel() if loop is None else _LoopChannel(loop)


class _BlockingChannel(Generic[T]):
    def __init__(self) -> None:
        self._queue: queue.SimpleQueue[T] = queue.SimpleQueue()

    def put(self, item: T) -> None:
        self._queue.put(item)

    async def get(self) -> T:
        while True:
            try:
                return self._queue.get(timeout=_LOOK_SECONDS)
            except queue.Empty:
                continue


class _LoopChannel(Generic[T]):
    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        import asyncio

        self._loop = loop
        self._queue: asyncio.Queue[T] = asyncio.Queue()

    def put(self, item: T) -> None:
        try:
            self._loop.call_soon_threadsafe(self._queue.put_nowait, item)
        except RuntimeError:
            # The loop was closed while a thread was still at work: nobody listens any more.
            pass

    async def get(self) -> T:
        return await self._queue.get()


class Aside(Generic[T]):
    """One call in a thread of its own, so that the caller may give up waiting for it; the thread is left behind then.

    A daemon thread and not a pool's: one that hangs (a prompt of the system's password store that nobody answers) must neither
    hold up the next call nor the end of the program.
    """

    def __init__(self, function: Callable[[], T], name: str) -> None:
        self._function = function
        self._done = threading.Event()
        self._result: T
        self._error: BaseException | None = None
        self._told: Callable[[], None] = lambda: None
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def _run(self) -> None:
        try:
            self._result = self._function()
        except BaseException as error:
            self._error = error
        self._done.set()
        self._told()

    async def wait(self, seconds: float | None = None) -> T:
        """The call's result, or its exception. `TimeoutError` after `seconds`."""
        loop = running_loop()
        if loop is None:
            self._thread.start()
            give_up = None if seconds is None else time.monotonic() + seconds
            while not self._done.wait(_LOOK_SECONDS):
                if give_up is not None and time.monotonic() > give_up:
                    raise TimeoutError
            return self._outcome()
        return await self._wait_on(loop, seconds)

    async def _wait_on(self, loop: asyncio.AbstractEventLoop, seconds: float | None) -> T:
        import asyncio

        ended = asyncio.Event()

        def tell() -> None:
            try:
                loop.call_soon_threadsafe(ended.set)
            except RuntimeError:
                pass  # the loop is gone; so is whoever waited

        self._told = tell
        self._thread.start()
        async with asyncio.timeout(seconds):
            await ended.wait()
        return self._outcome()

    def _outcome(self) -> T:
        if self._error is not None:
            raise self._error
        return self._result


async def aside(function: Callable[[], T], *, seconds: float | None = None, name: str = "aside") -> T:
    """`function()` in a thread of its own; `TimeoutError` when it takes longer than `seconds`."""
    return await Aside(function, name).wait(seconds)
