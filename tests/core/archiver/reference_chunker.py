"""restic's chunker as plainly as it can be written: one byte after the other, a window in a list (`restic/chunker`, chunker.go)."""

from __future__ import annotations

from holdfast.engine.rabin import CUT_MASK, DEGREE, MAX_SIZE, MIN_SIZE, WINDOW, modulo


def cut_ends(data: bytes, polynomial: int, first: int, last: int) -> list[int]:
    """The ends in `first..last` of windows whose fingerprint's low 20 bits are zero."""
    leaving = [modulo(byte << (8 * (WINDOW - 1)), polynomial) for byte in range(256)]
    beyond = [modulo(byte << DEGREE, polynomial) for byte in range(256)]
    digest = 0
    found = []
    for end in range(first - WINDOW + 1, last + 1):
        if end > first:
            digest ^= leaving[data[end - 1 - WINDOW]]
        shifted = digest << 8 | data[end - 1]
        digest = shifted & ((1 << DEGREE) - 1) ^ beyond[shifted >> DEGREE]
        if end >= first and digest & CUT_MASK == 0:
            found.append(end)
    return found


def cut(data: bytes, polynomial: int) -> list[int]:
    """The lengths of the blobs of `data`."""
    lengths = []
    start = 0
    while start < len(data):
        last = min(start + MAX_SIZE, len(data))
        ends = cut_ends(data, polynomial, start + MIN_SIZE, last)[:1] if last - start >= MIN_SIZE else []
        end = ends[0] if ends else last
        lengths.append(end - start)
        start = end
    return lengths
