"""A request's body made of parts, read without joining them, at a pace."""

from __future__ import annotations

import io
from collections.abc import Callable

from holdfast.storage.names import Parts, total_size

Pace = Callable[[int], None]
"""Called with a number of bytes just before or after they move; may wait."""


SENT_AT_ONCE = 512 * 1024
"""Reads up to this size are those of the connection (botocore: 128 KiB); signing reads whole megabytes."""


def no_pace(_: int) -> None:
    """As fast as it goes."""


class PartsReader(io.RawIOBase):
    """A seekable stream over `parts`. Signing reads them as well as sending does; only sending is paced."""

    def __init__(self, parts: Parts, pace: Pace = no_pace) -> None:
        self._parts = [memoryview(part).cast("B") for part in parts if len(part)]
        self._size = total_size(parts)
        self._pace = pace
        self.seek(0)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def __len__(self) -> int:
        return self._size

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._at = offset + {io.SEEK_SET: 0, io.SEEK_CUR: getattr(self, "_at", 0), io.SEEK_END: self._size}[whence]
        self._part, self._offset = 0, self._at
        while self._part < len(self._parts) and self._offset >= len(self._parts[self._part]):
            self._offset -= len(self._parts[self._part])
            self._part += 1
        return self._at

    def read(self, size: int = -1, /) -> bytes:
        """Up to `size` bytes; all that is left when negative."""
        wanted = self._size - self._at if size < 0 else min(size, self._size - self._at)
        pieces = []
        while wanted > 0:
            piece = self._parts[self._part][self._offset : self._offset + wanted]
            pieces.append(piece)
            wanted -= len(piece)
            self._at += len(piece)
            self._offset += len(piece)
            if self._offset == len(self._parts[self._part]):
                self._part, self._offset = self._part + 1, 0
        data = b"".join(pieces)
        if 0 < size <= SENT_AT_ONCE:
            self._pace(len(data))
        return data
