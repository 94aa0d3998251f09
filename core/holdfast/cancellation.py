"""How an operation learns that it should stop."""

from __future__ import annotations

import threading

from holdfast.errors import Cancelled


class Cancellation:
    """Set once by whoever wants an operation to stop; the operation asks often enough to stop within two seconds."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        self._event.set()

    def is_set(self) -> bool:
        return self._event.is_set()

    def wait(self, seconds: float) -> bool:
        """Sleep, but wake when cancelled; True when cancelled."""
        return self._event.wait(seconds)

    def check(self) -> None:
        """Raise `Cancelled` when cancelled."""
        if self._event.is_set():
            raise Cancelled()


def never() -> Cancellation:
    """A cancellation that nobody will set."""
    return Cancellation()
