"""Streams out of gzip and zstd, bounded: a few packed bytes never become more memory than was asked for."""

from __future__ import annotations

import zlib
from typing import BinaryIO, Literal, Protocol

from holdfast.sources.archive_rules import damaged

_INPUT = 1 << 18
_LARGEST_WINDOW = 1 << 27


class Raw(Protocol):
    def read(self, size: int, /) -> bytes: ...


class Unpacked:
    """Reads exact lengths from a stream that gives any."""

    def __init__(self, raw: Raw) -> None:
        self._raw = raw
        self._ahead = b""
        self._at = 0

    def some(self, size: int) -> bytes:
        """Up to `size` bytes; b"" at the end. `Damaged`."""
        if self._at >= len(self._ahead):
            if size >= _INPUT:
                return self._more(size)
            self._ahead, self._at = self._more(_INPUT), 0
        piece = self._ahead[self._at : self._at + size]
        self._at += len(piece)
        return piece

    def _more(self, size: int) -> bytes:
        import zstandard

        try:
            return self._raw.read(size)
        except (zlib.error, zstandard.ZstdError) as error:
            raise damaged(f"its compression is broken ({error})") from None
        except OSError as error:
            raise damaged(f"it cannot be read ({error.strerror})") from None

    def exactly(self, size: int) -> bytes:
        """`size` bytes, fewer only at the end."""
        pieces = []
        while size and (piece := self.some(size)):
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)


def unpacked(file: BinaryIO, packing: Literal["", "gz", "zst"]) -> Unpacked:
    """`file` from where it stands."""
    if packing == "gz":
        return Unpacked(_Gzip(file))
    if packing == "zst":
        import zstandard

        unpacker = zstandard.ZstdDecompressor(max_window_size=_LARGEST_WINDOW)
        return Unpacked(unpacker.stream_reader(file, read_size=_INPUT, read_across_frames=True, closefd=False))
    return Unpacked(file)


class _Gzip:
    """One or several gzip members (RFC 1952), each with its CRC and length checked; zeros after the last are padding."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._unpacker: zlib._Decompress | None = zlib.decompressobj(31)
        self._waiting = b""

    def read(self, size: int, /) -> bytes:
        while self._unpacker is not None:
            if self._unpacker.eof:
                self._next()
                continue
            given = self._waiting or self._file.read(_INPUT)
            piece = self._unpacker.decompress(given, size)
            self._waiting = self._unpacker.unconsumed_tail
            if piece:
                return piece
            if not given and not self._unpacker.eof:
                raise damaged("it ends too early")
        return b""

    def _next(self) -> None:
        assert self._unpacker is not None  # noqa: S101 - asked by `read`
        rest = self._unpacker.unused_data.lstrip(b"\0")
        while not rest and (more := self._file.read(_INPUT)):
            rest = more.lstrip(b"\0")
        self._waiting = rest
        self._unpacker = zlib.decompressobj(31) if rest else None
