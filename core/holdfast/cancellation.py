"""How an operation learns that it should stop."""

from __future__ import annotations

import threading
from collections.abc import Callable

from holdfast.errors import Cancelled


class Cancellation:
    """Set once by whoever wants an operation to stop; the operation asks often enough to stop within two seconds."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._told: list[Callable[[], None]] = []

    def cancel(self) -> None:
        self._event.set()
        for tell in list(self._told):
            tell()

    def when_cancelled(self, tell: Callable[[], None]) -> Callable[[], None]:
        """`tell` is called at the cancel, in the canceller's thread (at once when it was before, perhaps twice; it must not wait). Returns
        what takes it back."""
        self._told.append(tell)
        if self._event.is_set():
            tell()
        return lambda: self._told.remove(tell) if tell in self._told else None

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
