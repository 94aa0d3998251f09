"""What an operation may say while it works, and how it learns that it should stop.

Operations take a `Progress` and a `Cancellation`; both have silent defaults. Numbers are whole totals, never deltas. Nothing here
knows of screens, pipes or languages: whoever listens throttles and words it.
"""

from __future__ import annotations

import threading
from typing import Any

import msgspec

from holdfast.errors import Cancelled


class Totals(msgspec.Struct, frozen=True):
    """Where an operation stands. Sizes in bytes; `None` = not known (yet)."""

    phase: str = ""
    """One word for the step: scan, transfer, index, snapshot, read, write, dump, load, check, list, copy, delete."""
    steps_done: int = 0
    steps_total: int = 1
    files_done: int = 0
    files_total: int | None = None
    bytes_done: int = 0
    bytes_total: int | None = None
    current: str = ""
    """The thing worked on now: a path, a table, a pack."""


class Progress:
    """Receives totals and remarks; this one is silent. May be called from any thread, and often: a call must be cheap."""

    def totals(self, totals: Totals) -> None:
        """The operation now stands here."""

    def remark(self, code: str, message: str, **details: Any) -> None:
        """Something a person should know although the work goes on (a skipped file, a retry). Becomes a warning of the job."""


SILENT = Progress()


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
