"""Cuts a stream of bytes into blobs at the places where restic would (see `holdfast.engine.rabin`).

Only content of at least `MIN_SIZE` bytes ever needs it; anything shorter is one blob. So callers import this module when they
meet the first such file: wasmtime (or numpy) is loaded then, not before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from holdfast.engine.rabin import MAX_SIZE, MIN_SIZE, WINDOW

STEP = 1024 * 1024
CAPACITY = MAX_SIZE + STEP


class Finder(Protocol):
    """Searches the bytes in `buffer` for places to cut."""

    buffer: memoryview

    def find(self, first: int, last: int) -> int:
        """The smallest end in `first..last` (offsets into `buffer`, first >= 64) of a window that is a cut; 0 when there is none."""


def best_finder(polynomial: int, capacity: int = CAPACITY) -> Finder:
    """wasmtime where it works, else numpy."""
    try:
        from holdfast.engine.rabin_wasm import WasmFinder

        return WasmFinder(polynomial, capacity)
    except Exception:  # no wheel, no JIT, no memory: whatever it is, numpy finds the same cuts
        from holdfast.engine.rabin_numpy import NumpyFinder

        return NumpyFinder(polynomial, capacity)


class Chunker:
    """Cuts one stream after the other. Not for two threads at once; keeps one buffer of 9 MiB."""

    def __init__(self, polynomial: int, finder: Finder | None = None) -> None:
        self._finder = finder or best_finder(polynomial)

    def blobs(self, read_into: Callable[[memoryview], int]) -> Iterator[memoryview]:
        """The blobs of a stream, in order; none for an empty one. Each is a view that is valid until the next one is asked for.

        `read_into` fills (part of) the memory it is given and returns the number of bytes, 0 at the end of the stream.
        """
        buffer = self._finder.buffer
        start = end = 0
        searched = 0  # no cut at or before this offset
        more = True
        while True:
            if more and end - start < MAX_SIZE and searched >= end:
                if end + STEP > CAPACITY:
                    held = end - start
                    buffer[:held] = buffer[start:end]
                    searched -= start
                    start, end = 0, held
                count = read_into(buffer[end : end + STEP])
                more = count > 0
                end += count
                searched = max(searched, min(end, start + MIN_SIZE - 1))
                continue
            cut = 0
            last = min(end, start + MAX_SIZE)
            if searched < last and last - start >= MIN_SIZE:
                cut = self._finder.find(max(searched + 1, start + MIN_SIZE, start + WINDOW), last)
                searched = cut or last
            if not cut and last - start == MAX_SIZE:
                cut = last
            if not cut and not more:
                if end > start:
                    yield buffer[start:end]
                return
            if cut:
                yield buffer[start:cut]
                start = cut
                searched = min(end, start + MIN_SIZE - 1)


def pieces_reader(pieces: Iterator[bytes]) -> Callable[[memoryview], int]:
    """A `read_into` for `Chunker.blobs` over pieces of any size."""
    rest = memoryview(b"")

    def read_into(target: memoryview) -> int:
        nonlocal rest
        filled = 0
        while filled < len(target):
            if not rest:
                piece = next(pieces, None)
                if piece is None:
                    break
                rest = memoryview(piece)
                continue
            count = min(len(rest), len(target) - filled)
            target[filled : filled + count] = rest[:count]
            rest = rest[count:]
            filled += count
        return filled

    return read_into
