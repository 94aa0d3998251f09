"""How long Qt's loop did not come round: a timer of the window's thread ticks, and the longest time between two ticks is a stall."""

from __future__ import annotations

import sys
import threading
import time
from collections import Counter
from types import FrameType, TracebackType

from PySide6.QtCore import Qt, QTimer

TICK_MS = 2
LOOK_S = 0.005
LATE_S = 0.04
DEPTH = 3


class Stalls:
    """``with Stalls() as stalls: await …``; then `longest` in milliseconds, and `busy`, the longest by the thread's own processor
    time, which other programs do not lengthen. `where`: also look, from a thread, at what runs meanwhile;
    `told()` has the lines of this project that were seen most while the loop stood."""

    def __init__(self, *, where: bool = False) -> None:
        self.longest = self.busy = 0.0
        self._last = self._spent = 0.0
        self._seen: Counter[str] = Counter()
        self._ended = threading.Event()
        self._window_thread = threading.get_ident()
        self._thread = threading.Thread(target=self._look, daemon=True) if where else None
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    def __enter__(self) -> Stalls:
        self._last, self._spent = time.perf_counter(), time.thread_time()
        self._timer.start()
        if self._thread is not None:
            self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._tick()
        self._timer.stop()
        self._ended.set()

    def told(self, most: int = 4) -> list[str]:
        return [f"{times * LOOK_S * 1000:.0f} ms {place}" for place, times in self._seen.most_common(most)]

    def _tick(self) -> None:
        now, spent = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, (now - self._last) * 1000 - TICK_MS)
        self.busy = max(self.busy, (spent - self._spent) * 1000)
        self._last, self._spent = now, spent

    def _look(self) -> None:
        while not self._ended.wait(LOOK_S):
            if time.perf_counter() - self._last > LATE_S:
                frame = sys._current_frames().get(self._window_thread)
                self._seen[_place(frame)] += 1


def _place(frame: FrameType | None) -> str:
    """The innermost lines of the window's own code."""
    found: list[str] = []
    while frame is not None and len(found) < DEPTH:
        if "holdfast" in frame.f_code.co_filename:
            found.append(f"{frame.f_code.co_filename.rsplit('/', 2)[-1]}:{frame.f_lineno} {frame.f_code.co_name}")
        frame = frame.f_back
    return " < ".join(found)
