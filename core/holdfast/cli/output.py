"""What the terminal prints: tables and a progress bar for people, JSON Lines for programs. Diagnostics go to stderr."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Sequence
from typing import Any, TextIO

import msgspec

from holdfast.cli import wording
from holdfast.cli.countdown import Countdown
from holdfast.errors import Failure
from holdfast.jobs import messages
from holdfast.progress import Retry

_LINE_EVERY = 5.0
"""Seconds between lines of progress where there is no terminal."""
_COLOURS = {"ok": "32", "warning": "33", "error": "31", "dim": "2", "strong": "1", "accent": "34"}


class Output:
    """One command's output. `json`: stdout carries JSON Lines and nothing else."""

    def __init__(self, *, json: bool = False, quiet: bool = False, stdout: TextIO | None = None, stderr: TextIO | None = None) -> None:
        self.json = json
        self.quiet = quiet
        self.stdout = stdout or sys.stdout
        self.stderr = stderr or sys.stderr
        self.is_terminal = self.stdout.isatty()
        self._colour = self.is_terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
        self._bar_width = 0
        self._bar_at = time.monotonic()
        self._countdown: Countdown | None = None
        self._told_retry: tuple[int, str] | None = None
        self._sites: set[str] = set()
        """Of which progress was told: with more than one, each line names its own."""

    # For people

    def paint(self, text: str, tone: str) -> str:
        return f"\x1b[{_COLOURS[tone]}m{text}\x1b[0m" if self._colour else text

    def say(self, text: str = "", *, tone: str | None = None) -> None:
        """One line for people; silent with --json and --quiet."""
        if self.json or self.quiet:
            return
        self.clear_bar()
        print(self.paint(text, tone) if tone else text, file=self.stdout)

    def table(self, header: Sequence[str], rows: Sequence[Sequence[str]], *, right: Sequence[int] = ()) -> None:
        """Columns under a header; those in `right` are aligned to the right."""
        if self.json:
            return
        cells = [[wording.printable(c) for c in row] for row in rows]
        widths = [max(len(c) for c in column) for column in zip(header, *cells, strict=True)]

        def line(row: Sequence[str]) -> str:
            return "  ".join(c.rjust(w) if i in right else c.ljust(w) for i, (c, w) in enumerate(zip(row, widths, strict=True))).rstrip()

        self.say(line(header), tone="dim")
        for row in cells:
            self.say(line(row))

    def warn(self, text: str) -> None:
        self.clear_bar()
        print(f"holdfast: {wording.printable(text)}", file=self.stderr)

    def fail(self, failure: Failure) -> None:
        """The end of a query that failed: the failure as JSON, or message and hint on stderr."""
        if self.json:
            self.document({"failure": failure})
        self.explain(failure)

    def explain(self, failure: Failure) -> None:
        self.warn(failure.message)
        wait = failure.details.get("retry_after")
        again = f"It asks for a pause of {wording.duration(float(wait))}." if isinstance(wait, int | float) else ""
        if said := f"{again} {failure.hint}".strip():
            print(f"          {wording.printable(said)}", file=self.stderr)

    # For programs

    def document(self, value: Any) -> None:
        """One JSON document on one line."""
        print(msgspec.json.encode(msgspec.to_builtins(value, str_keys=True)).decode(), file=self.stdout, flush=True)

    def items(self, items: Sequence[Any], total: int | None = None) -> None:
        self.document({"items": list(items), "total": len(items) if total is None else total})

    # Events of a job

    def event(self, event: messages.AnyEvent) -> None:
        if self.json:
            self.document(event)
        elif isinstance(event, messages.Progressed):
            self._progress(event)
        elif isinstance(event, messages.Noted):
            self.warn(event.message)
        elif isinstance(event, messages.Listening):
            self.say(f"Listening at {event.address} (Ctrl-C stops).")
            self.stdout.flush()
        elif isinstance(event, messages.Received):
            self._received(event)

    def _received(self, event: messages.Received) -> None:
        about = f" about {wording.printable(event.subject)}" if event.subject else ""
        self.say(f"{wording.moment(event.at)}  {wording.printable(event.site)}: {wording.printable(event.kind)}{about}")
        if event.failure is not None:
            self.warn(f"{event.site} could not be asked: {event.failure.message}")
        elif event.backup is not None:
            size = wording.size(event.backup.get("size"))
            self.say(f"    {wording.printable(str(event.backup['id']))} is {event.backup['status']} ({event.backup['type']}, {size})")
        self.stdout.flush()

    def _progress(self, event: messages.Progressed) -> None:
        if self.quiet:
            return
        if event.site:
            self._sites.add(event.site)
        whose = f"{event.site}: " if len(self._sites) > 1 and event.site else ""
        if not self.is_terminal:
            if self._is_new_retry(event.retry) or time.monotonic() - self._bar_at >= _LINE_EVERY:
                self._bar_at = time.monotonic()
                print(wording.printable(whose + progress_line(event)), file=self.stdout, flush=True)
            return
        self._stop_countdown()
        self._draw(whose + progress_line(event))
        if event.retry is not None:
            self._countdown = Countdown(event.retry.seconds, lambda left: self._draw(whose + progress_line(event, left)))

    def _is_new_retry(self, retry: Retry | None) -> bool:
        """A long wait that was not told yet; short ones are no news to a log."""
        told = (retry.attempt, retry.message) if retry is not None and retry.seconds >= _LINE_EVERY else None
        new = told is not None and told != self._told_retry
        if retry is None or new:
            self._told_retry = told
        return new

    def _draw(self, text: str) -> None:
        width = shutil.get_terminal_size().columns - 1
        line = wording.printable(text)[:width]
        print("\r" + line.ljust(self._bar_width), end="", file=self.stdout, flush=True)
        self._bar_width = len(line)

    def _stop_countdown(self) -> None:
        if self._countdown is not None:
            self._countdown.stop()
            self._countdown = None

    def clear_bar(self) -> None:
        self._stop_countdown()
        if self._bar_width:
            print("\r" + " " * self._bar_width + "\r", end="", file=self.stdout, flush=True)
            self._bar_width = 0


_OF_SITES = {"queued", "running", "unknown", "restore", "chain"}
"""Phases of what a site does by itself: it has words of its own for where it is."""


def _at(event: messages.Progressed) -> str:
    """The step; of a site with its own word for it, and the how-manieth of how many where it tells."""
    step = event.step or event.phase or "working"
    if event.phase not in _OF_SITES:
        return step
    own = event.current if event.current.casefold() not in {"", step, "in_progress", "restoring"} else ""
    count = f" ({min(event.steps_done + 1, event.steps_total)} of {event.steps_total})" if event.steps_total > 1 else ""
    return f"{step}: {own}{count}" if own else f"{step}{count}"


def progress_line(event: messages.Progressed, retry_in: float | None = None) -> str:
    """One line that says where a job stands. `retry_in`: seconds until it is tried again, where they are fewer than the event says."""
    pieces = [_at(event)]
    if event.percent is not None:
        filled = int(event.percent / 5)
        pieces.append(f"[{'█' * filled}{'·' * (20 - filled)}] {event.percent:3.0f} %")
    if event.files_done:
        of = f" of {event.files_total:,}" if event.files_total else ""
        pieces.append(f"{event.files_done:,}{of} files")
    if event.bytes_done:
        of = f" of {wording.size(event.bytes_total)}" if event.bytes_total else ""
        pieces.append(f"{wording.size(event.bytes_done)}{of}")
    if event.retry is not None:
        left = event.retry.seconds if retry_in is None else retry_in
        return " · ".join([*pieces, wording.retrying(event.retry, left)])
    if event.rate:
        pieces.append(f"{wording.size(int(event.rate))}/s")
    if event.eta_seconds is not None:
        pieces.append(wording.left(event.eta_seconds))
    return " · ".join(pieces)
