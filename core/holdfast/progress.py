"""What an operation may say while it works.

Operations take a `Progress`, with `SILENT` as the default. Numbers are whole totals, never deltas. Nothing here
knows of screens, pipes or languages: whoever listens throttles and words it.
"""

from __future__ import annotations

from typing import Any

import msgspec


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
    percent: float | None = None
    """Of the whole, as somebody else tells who does the work; None = to be reckoned from the numbers."""
    seconds_left: float | None = None
    """The same of the time that is left."""


class Retry(msgspec.Struct, frozen=True):
    """A try failed, and another one follows by itself. Field names are the terminal's contract (``retry`` of Progress)."""

    seconds: float
    """From now until that next try; 0 = it is under way."""
    attempt: int
    """Which one it is; the first of all was 1."""
    attempts: int | None
    """How many there will be at most; None = as many as make sense."""
    code: str
    message: str
    """Why the last one failed, as in a failure. Never holds a secret."""
    host: str = ""
    """Who was asked, where that is known."""


class Progress:
    """Receives totals and remarks; this one is silent. May be called from any thread, and often: a call must be cheap."""

    def totals(self, totals: Totals) -> None:
        """The operation now stands here."""

    def remark(self, code: str, message: str, **details: Any) -> None:
        """Something a person should know although the work goes on (a skipped file, a retry). Becomes a warning of the job."""

    def retrying(self, retry: Retry | None) -> None:
        """The operation pauses before it tries something again; None: that is over, however it ended. To be told of in any case."""

    def tell(self, event: object) -> None:
        """An event of its own (of `holdfast.jobs.messages`) for whoever follows the job: passed on at once, never merged or left out."""


SILENT = Progress()
