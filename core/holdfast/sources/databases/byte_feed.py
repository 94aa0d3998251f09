"""A program's output as it comes: read by a thread into a bounded queue, taken out by the one who works on it.

The queue gives back-pressure (the program waits when nobody takes), lets a cancel be noticed while the program is silent, and works
on every platform. Memory: `DEPTH` pieces of `PIECE` bytes.
"""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable
from typing import Protocol

from holdfast.cancellation import Cancellation

PIECE = 1 << 20
DEPTH = 6


class Feed(Protocol):
    """Where a parser gets its bytes from."""

    def read(self) -> bytes:
        """The next piece, b"" at the end, again and again."""


class ByteFeed:
    """Reads `descriptor` to its end. `read` gives pieces, b"" at the end; before it says so, `at_end` may raise (the program failed)."""

    def __init__(self, descriptor: int, cancelled: Cancellation | None = None, at_end: Callable[[], None] | None = None) -> None:
        self._descriptor = descriptor
        self._at_end = at_end
        self._cancelled = cancelled
        self._queue: queue.Queue[bytes | OSError] = queue.Queue(DEPTH)
        self._closed = threading.Event()
        self._ended = False
        _enlarge(descriptor)
        self._thread = threading.Thread(target=self._run, name="dump-reader", daemon=True)
        self._thread.start()

    def read(self) -> bytes:
        """The next piece (a few bytes to 1 MiB); b"" at the end, again and again. Raises `Cancelled`, `OSError`."""
        while not self._ended:
            try:
                piece = self._queue.get(timeout=0.5)
            except queue.Empty:
                if self._cancelled is not None:
                    self._cancelled.check()
                continue
            if isinstance(piece, OSError):
                raise piece
            if self._cancelled is not None:
                self._cancelled.check()
            self._ended = not piece
            if self._ended and self._at_end is not None:
                self._at_end()
            return piece
        return b""

    def close(self) -> None:
        """Stop reading. The other end of the pipe must be closed (its program ended) first."""
        self._closed.set()
        self._ended = True
        self._thread.join(10)

    def _run(self) -> None:
        try:
            while piece := _fill(self._descriptor):
                if not self._put(piece):
                    return
            self._put(b"")
        except OSError as error:
            self._put(error)

    def _put(self, piece: bytes | OSError) -> bool:
        while not self._closed.is_set():
            try:
                self._queue.put(piece, timeout=0.2)
            except queue.Full:
                continue
            return True
        return False


def _fill(descriptor: int) -> bytes:
    """One read; pieces that come small are gathered as long as the pipe has more, which spares the parser many small joins."""
    piece = os.read(descriptor, PIECE)
    if not piece or len(piece) >= PIECE // 2:
        return piece
    parts, size = [piece], len(piece)
    while size < PIECE // 2:
        more = os.read(descriptor, PIECE - size)
        if not more:
            break
        parts.append(more)
        size += len(more)
    return b"".join(parts)


def _enlarge(descriptor: int) -> None:
    try:
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_SETPIPE_SZ, PIECE)
    except (ImportError, AttributeError, OSError):  # not Linux, or more than this user may have: the default size works
        pass
