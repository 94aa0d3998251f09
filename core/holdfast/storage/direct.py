"""Large files past the page cache (`O_DIRECT`), on Linux; raises `OSError` only. Used by `holdfast.storage.disk`.

A pack is written once and read again rarely, so copying it into the page cache costs time and pushes out what other programs keep
there. Measured on a 2-core VM: 1 GiB with fsync takes 2.2-3.0 s (1.5 s of it processor time) through the cache and 0.9 s past it; when
it is not cached, reading it takes 2.3 s and 0.9 s.

Where a file system knows no direct access (tmpfs, some FUSE ones) the functions say so, and the ordinary way is taken.
"""

from __future__ import annotations

import errno
import mmap
import os
import sys
import threading
from collections.abc import Sequence

FROM = 1 << 20
"""Smaller files and ranges gain nothing."""
_BUFFER = 4 << 20
_ALIGNMENT = 4096
"""Of memory, offsets and lengths: enough for any disk's sectors."""
_FLAG = getattr(os, "O_DIRECT", 0) if sys.platform == "linux" else 0
_ONLY_CACHED = getattr(os, "RWF_NOWAIT", 0)
_REFUSED = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}
_local = threading.local()


def write(descriptor: int, parts: Sequence[bytes | bytearray | memoryview]) -> bool:
    """Write the parts to a new, empty file opened for writing. False: not possible here, and the file is empty."""
    if not _switch(descriptor, on=True):
        return False
    try:
        os.ftruncate(descriptor, _copy_out(descriptor, parts))
    except OSError as error:
        if error.errno not in _REFUSED:
            raise
        _switch(descriptor, on=False)
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        return False
    return True


def read(descriptor: int, offset: int, length: int) -> bytes | None:
    """`length` bytes that the file surely has. None: not possible here. What lies in the page cache is taken from there."""
    if not _FLAG or length < FROM:
        return None
    if (cached := _read_cached(descriptor, offset, length)) is not None:
        return cached
    if not _switch(descriptor, on=True):
        return None
    try:
        return _read_past(descriptor, offset, length)
    except OSError as error:
        if error.errno not in _REFUSED:
            raise
        return None
    finally:
        _switch(descriptor, on=False)


def _read_cached(descriptor: int, offset: int, length: int) -> bytes | None:
    """The bytes, if all of them are in the page cache."""
    if not _ONLY_CACHED:
        return None
    probe = bytearray(1)
    try:
        for place in (offset + length - 1, offset):  # nearly always both or none
            if os.preadv(descriptor, (probe,), place, _ONLY_CACHED) != 1:
                return None
        data = bytearray(length)
        if os.preadv(descriptor, (data,), offset, _ONLY_CACHED) == length:
            return bytes(data)
    except OSError:
        pass  # not cached, or not known here
    return None


def _read_past(descriptor: int, offset: int, length: int) -> bytes | None:
    buffer = _buffer()
    pieces: list[bytes] = []
    end = offset + length
    at = offset
    while at < end:
        start = at - at % _ALIGNMENT
        count = os.preadv(descriptor, (buffer[: min(_BUFFER, -(-(end - start) // _ALIGNMENT) * _ALIGNMENT)],), start)
        if start + count <= at:
            return None
        stop = min(start + count, end)
        pieces.append(bytes(buffer[at - start : stop - start]))
        at = stop
    return b"".join(pieces)


def _begins_at_a_page(data: memoryview) -> bool:
    """Whether it can be written from where it is."""
    if data.readonly:
        return False
    import ctypes

    return ctypes.addressof(ctypes.c_char.from_buffer(data)) % _ALIGNMENT == 0


def _copy_out(descriptor: int, parts: Sequence[bytes | bytearray | memoryview]) -> int:
    """Write the parts from where they are, or through an aligned buffer, the last piece filled up to a whole block. Returns their size."""
    buffer = _buffer()
    filled = size = 0
    for part in parts:
        rest = memoryview(part).cast("B")
        size += len(rest)
        if not filled and len(rest) >= FROM and _begins_at_a_page(rest):
            whole = len(rest) - len(rest) % _ALIGNMENT
            _write_all(descriptor, rest[:whole])
            rest = rest[whole:]
        while rest:
            count = min(len(rest), _BUFFER - filled)
            buffer[filled : filled + count] = rest[:count]
            filled += count
            rest = rest[count:]
            if filled == _BUFFER:
                _write_all(descriptor, buffer)
                filled = 0
    if filled:
        whole = -(-filled // _ALIGNMENT) * _ALIGNMENT
        buffer[filled:whole] = bytes(whole - filled)
        _write_all(descriptor, buffer[:whole])
    return size


def _write_all(descriptor: int, data: memoryview) -> None:
    while data:
        data = data[os.write(descriptor, data) :]


def _switch(descriptor: int, *, on: bool) -> bool:
    """Turn direct access on or off; False where it cannot be."""
    if not _FLAG:
        return False
    import fcntl

    flags = fcntl.fcntl(descriptor, fcntl.F_GETFL)
    try:
        fcntl.fcntl(descriptor, fcntl.F_SETFL, flags | _FLAG if on else flags & ~_FLAG)
    except OSError:
        return False
    return True


def _buffer() -> memoryview:
    """This thread's buffer, aligned to a page."""
    try:
        found: memoryview = _local.buffer
    except AttributeError:
        found = _local.buffer = memoryview(mmap.mmap(-1, _BUFFER))
    return found
