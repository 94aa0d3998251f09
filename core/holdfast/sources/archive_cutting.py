"""Cuts a database dump into blobs at the ends of lines, finer than files are cut.

A dump is one large file of which a few rows change a day, in one or two places. Cut by the repository's chunker (about 1 MiB), each place
costs one or two MiB; cut at lines, about as much as the rows around it. Where to cut is asked of each line alone, so a change moves no
cut but those next to it; the larger the dump, the larger the pieces, so that a list of them stays short.
"""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

_SMALLEST, _LARGEST = 64 << 10, 1 << 20
_PIECES = 512
"""About so many pieces has a dump, as long as they are within the bounds."""
_UNKNOWN = 128 << 10


def piece_size(size: int) -> int:
    """Bytes of a piece on average, for a dump of `size` bytes (-1: not known); a power of two, so that it stays when a dump grows a bit."""
    if size < 0:
        return _UNKNOWN
    wanted = _SMALLEST
    while wanted < _LARGEST and size > wanted * _PIECES:
        wanted *= 2
    return wanted


def cut_at_lines(content: Iterator[bytes], size: int) -> Iterator[bytes]:
    """The same bytes in pieces, the same ones for the same lines. None is longer than eight times the average."""
    average = piece_size(size)
    least, most = average // 4, average * 8
    held: list[bytes] = []
    length = 0
    for line in _lines(content, most):
        held.append(line)
        length += len(line)
        if length >= most or (length >= least and crc32(line) % max(1, (average - least) // len(line)) == 0):
            yield b"".join(held)
            held, length = [], 0
    if held:
        yield b"".join(held)


def _lines(content: Iterator[bytes], most: int) -> Iterator[bytes]:
    """Lines with their ends; one that is longer than `most` comes in parts."""
    rest = b""
    for piece in content:
        *lines, rest = (rest + piece).split(b"\n")
        for line in lines:
            yield line + b"\n"
        while len(rest) > most:
            yield rest[:most]
            rest = rest[most:]
    if rest:
        yield rest
