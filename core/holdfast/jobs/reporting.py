"""From what an operation says (`holdfast.progress`) to events: throttled, with percent, rate and time left. The one place for these.

At most ten `Progressed` a second. Percent never goes back and reaches 100 only in `Finished`'s place. Rate is that of the last
seconds. Time left is told after ten seconds and two percent, and not while nothing moves (ux.md 6).
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any, cast

import msgspec

from holdfast.jobs.messages import AnyEvent, Noted, Progressed
from holdfast.progress import Progress, Retry, Totals

INTERVAL = 0.1
NOTES_SHOWN = 200
"""More remarks than this are only counted: a folder of a million unreadable files must not become a million events."""

_WINDOW = 8.0
_ETA_AFTER_SECONDS = 10.0
_ETA_AFTER_PERCENT = 2.0
_STALLED_AFTER = 15.0


class Pace:
    """Percent, rate and time left from a row of totals. `clock` is monotonic seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._start = clock()
        self._percent: float | None = None
        self._phase = ""
        self._samples: deque[tuple[float, int]] = deque()
        self._moved = self._start

    def measure(self, totals: Totals) -> tuple[float | None, float | None, float | None]:
        """(percent 0…99.9, bytes a second, seconds left); each None when it cannot be told."""
        now = self._clock()
        if totals.phase != self._phase:
            self._phase = totals.phase
            self._samples.clear()
        if not self._samples or totals.bytes_done != self._samples[-1][1]:
            self._moved = now
        self._samples.append((now, totals.bytes_done))
        while len(self._samples) > 2 and now - self._samples[0][0] > _WINDOW:
            self._samples.popleft()
        percent, rate = self._advance(_fraction(totals)), self._rate()
        return percent, rate, self._seconds_left(totals, percent, rate, now)

    def _advance(self, fraction: float | None) -> float | None:
        if fraction is not None:
            self._percent = max(self._percent or 0.0, round(min(fraction * 100, 99.9), 1))
        return self._percent

    def _rate(self) -> float | None:
        (first, first_bytes), (last, last_bytes) = self._samples[0], self._samples[-1]
        if last - first < 0.5 or last_bytes < first_bytes:
            return None
        return (last_bytes - first_bytes) / (last - first)

    def _seconds_left(self, totals: Totals, percent: float | None, rate: float | None, now: float) -> float | None:
        if totals.seconds_left is not None:
            return round(max(totals.seconds_left, 0.0), 1)
        early = now - self._start < _ETA_AFTER_SECONDS or percent is None or percent < _ETA_AFTER_PERCENT
        if early or now - self._moved > _STALLED_AFTER or totals.bytes_total is None or not rate:
            return None
        return round(max(totals.bytes_total - totals.bytes_done, 0) / rate, 1)


def _fraction(totals: Totals) -> float | None:
    """How much of the whole is done, over all steps; None while a single step does not know its size."""
    if totals.percent is not None:
        return min(max(totals.percent, 0.0), 100.0) / 100
    within: float | None = None
    if totals.bytes_total:
        within = totals.bytes_done / totals.bytes_total
    elif totals.files_total:
        within = totals.files_done / totals.files_total
    if totals.steps_total <= 1:
        return within
    return (totals.steps_done + min(within or 0.0, 1.0)) / totals.steps_total


class Reporter(Progress):
    """The `Progress` that every verb is given: turns calls from any thread into events for `emit`, one at a time."""

    def __init__(self, job: str, site: str, emit: Callable[[AnyEvent], None], *, clock: Callable[[], float] = time.monotonic) -> None:
        self._job = job
        self._site = site
        self._emit = emit
        self._clock = clock
        self._pace = Pace(clock)
        self._lock = threading.Lock()
        self._last_sent = float("-inf")
        self._held: Totals | None = None
        self._known = Totals()
        self._retry: Retry | None = None
        self._retry_due = 0.0
        self._notes = 0
        self.warnings: list[str] = []

    def totals(self, totals: Totals) -> None:
        with self._lock:
            self._held = self._known = totals
            if self._clock() - self._last_sent >= INTERVAL:
                self._send()

    def remark(self, code: str, message: str, **details: Any) -> None:
        with self._lock:
            self._notes += 1
            if self._notes > NOTES_SHOWN:
                return
            self.warnings.append(message)
            self._emit(Noted(job=self._job, site=self._site, code=code, message=message, details=details))

    def retrying(self, retry: Retry | None) -> None:
        with self._lock:
            now = self._clock()
            if retry is None and self._retry is None:
                return
            self._retry, self._retry_due = retry, now + (retry.seconds if retry is not None else 0.0)
            self._held = self._known
            # What comes next may come after the pause only, or be long; a storm of quick tries is merged.
            if now - self._last_sent >= INTERVAL or retry is None or retry.seconds >= INTERVAL:
                self._send()

    def tell(self, event: object) -> None:
        with self._lock:
            self._emit(cast("AnyEvent", event))

    def finish(self) -> tuple[str, ...]:
        """Send what was held back; the warnings of the whole run."""
        with self._lock:
            if self._held is not None:
                self._send()
            if self._notes > NOTES_SHOWN:
                more = f"… and {self._notes - NOTES_SHOWN} more remarks."
                self.warnings.append(more)
                self._emit(Noted(job=self._job, site=self._site, code="MORE", message=more, details={"count": self._notes - NOTES_SHOWN}))
            return tuple(self.warnings)

    def _send(self) -> None:
        held, self._held = self._held, None
        if held is None:
            return
        self._last_sent = self._clock()
        percent, rate, left = self._pace.measure(held)
        retry = self._retry
        if retry is not None:
            retry = msgspec.structs.replace(retry, seconds=round(max(self._retry_due - self._last_sent, 0.0), 1))
        self._emit(
            Progressed(
                job=self._job,
                site=self._site,
                phase=held.phase,
                step=held.phase,
                steps_done=held.steps_done,
                steps_total=held.steps_total,
                percent=percent,
                files_done=held.files_done,
                files_total=held.files_total,
                bytes_done=held.bytes_done,
                bytes_total=held.bytes_total,
                rate=rate,
                eta_seconds=left,
                current=held.current,
                retry=retry,
            )
        )
