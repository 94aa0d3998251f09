"""A line of the terminal that counts seconds down while nothing else happens."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable


class Countdown:
    """Calls `show(seconds left)` once a second, in a thread of its own, until none is left."""

    def __init__(self, seconds: float, show: Callable[[float], None]) -> None:
        self._due = time.monotonic() + seconds
        self._show = show
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="countdown", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """`show` is called no more once this returns."""
        self._stopped.set()
        self._thread.join()

    def _run(self) -> None:
        while (left := self._due - time.monotonic()) > 0:
            if self._stopped.wait(left - math.ceil(left) + 1):  # to the next whole second
                return
            self._show(max(self._due - time.monotonic(), 0.0))
