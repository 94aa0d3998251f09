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


class Progress:
    """Receives totals and remarks; this one is silent. May be called from any thread, and often: a call must be cheap."""

    def totals(self, totals: Totals) -> None:
        """The operation now stands here."""

    def remark(self, code: str, message: str, **details: Any) -> None:
        """Something a person should know although the work goes on (a skipped file, a retry). Becomes a warning of the job."""

    def tell(self, event: object) -> None:
        """An event of its own (of `holdfast.jobs.messages`) for whoever follows the job: passed on at once, never merged or left out."""


SILENT = Progress()
