"""Calls that can be given up: a server that hangs must not keep a person waiting who has pressed *Cancel*.

A blocked socket cannot be woken from outside, so such a call runs in a thread of its own, which is left alone when patience ends.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import TypeVar

from holdfast.cancellation import Cancellation
from holdfast.errors import Cancelled

T = TypeVar("T")
GRACE = 1.5
"""Seconds that a call may still take once all was cancelled: enough for a small last file on a storage that works."""
_LOOK = 0.1


class Patience:
    """Runs calls as long as `cancelled` is not set, and a little longer."""

    def __init__(self, cancelled: Cancellation) -> None:
        self._cancelled = cancelled
        self._hangs = False

    def run(self, call: Callable[[], T]) -> T:
        """The call's result or error; `Cancelled` when it was given up. What it was to do may happen still, or not."""
        if self._hangs and self._cancelled.is_set():
            raise Cancelled()
        future: Future[T] = Future()
        threading.Thread(target=_fulfil, args=(future, call), name="storage call", daemon=True).start()
        limit: float | None = None
        while not wait([future], _LOOK).done:
            now = time.monotonic()
            if limit is None and self._cancelled.is_set():
                limit = now + GRACE
            if limit is not None and now > limit:
                self._hangs = True
                raise Cancelled()
        self._hangs = False
        return future.result()


def _fulfil(future: Future[T], call: Callable[[], T]) -> None:
    try:
        future.set_result(call())
    except BaseException as error:  # carried to the thread that waits
        future.set_exception(error)
