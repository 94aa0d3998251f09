"""A .zip as a stream: nothing is sought back, so it can go to a pipe while it is made (PKWARE APPNOTE 6.3.9, Info-ZIP extra fields).

Content is deflated in threads; what zstd could not shrink in the repository is not deflated again. A file of one blob is written with
sizes and CRC in front; for a larger one they follow in a data descriptor, and since "stored" data cannot be found without its length
there, such content goes into deflate's own stored blocks. Each blob of a large file is deflated on its own and ends at a byte border,
as pigz does, so blobs can be joined.
"""

from __future__ import annotations

import struct
import time
import zlib
from collections.abc import Callable

import msgspec

from holdfast.engine.restore_records import Item

_LOCAL = struct.Struct("<IHHHHHIIIHH")
_CENTRAL = struct.Struct("<IHHHHHHIIIHHHHHII")
_END = struct.Struct("<IHHHHIIH")
_END64 = struct.Struct("<IQHHIIQQQQ")
_LOCATOR64 = struct.Struct("<IIQI")
_STORED, _DEFLATED = 0, 8
_UTF8, _DESCRIPTOR = 1 << 11, 1 << 3
_UNIX = 3 << 8
_LIMIT = 0xFFFFFFFF
_LARGE = 0xF000_0000
"""From this size on a file gets zip64 fields: deflate's stored blocks make it a little larger."""
_LEVEL = 1
_HARDLY = 0.97
"""Content that zstd shrank to no less than this share is not deflated."""
_LAST_BLOCK = b"\x03\x00"
_FOLDER = 0x10

Write = Callable[[bytes], None]


class Packed(msgspec.Struct, gc=False):
    """A blob made ready in a thread."""

    method: int
    data: bytes
    crc: int
    """Of this blob alone; only for a file of one blob."""
    plain: bytes
    """The content, for the CRC of a larger file; empty otherwise."""
    size: int
    """Length of the content."""


def pack_blob(plain: bytes, stored: int, whole: bool) -> Packed:
    """Make a blob ready. `stored`: its length in the repository; `whole`: it is all of its file."""
    shrinks = stored < len(plain) * _HARDLY
    if whole:
        crc = zlib.crc32(plain)
        if shrinks:
            packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
            data = packer.compress(plain) + packer.flush()
            if len(data) < len(plain):
                return Packed(_DEFLATED, data, crc, b"", len(plain))
        return Packed(_STORED, plain, crc, b"", len(plain))
    packer = zlib.compressobj(_LEVEL if shrinks else 0, zlib.DEFLATED, -15)
    return Packed(_DEFLATED, packer.compress(plain) + packer.flush(zlib.Z_SYNC_FLUSH), 0, plain, len(plain))


def plain_blob(plain: bytes, stored: int, whole: bool) -> Packed:
    """A blob as it is, for formats that compress the whole archive."""
    return Packed(_STORED, b"", 0, plain, len(plain))


class _Member(msgspec.Struct, gc=False):
    item: Item
    name: bytes
    method: int
    flags: int
    offset: int
    crc: int = 0
    packed: int = 0
    size: int = 0


class ZipWriter:
    """Writes members one after the other through `write`, then the table of contents."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._at = 0
        self._members: list[_Member] = []
        self._open: _Member | None = None

    def _out(self, data: bytes) -> None:
        self._write(data)
        self._at += len(data)

    def folder(self, item: Item) -> None:
        self._whole(item, item.path + b"/", Packed(_STORED, b"", 0, b"", 0))

    def link(self, item: Item) -> None:
        target = item.entry.link_target
        self._whole(item, item.path, Packed(_STORED, target, zlib.crc32(target), b"", len(target)))

    def small(self, item: Item, packed: Packed) -> None:
        """A file of one blob, or none."""
        self._whole(item, item.path, packed)

    def _whole(self, item: Item, name: bytes, packed: Packed) -> None:
        member = _Member(item, name, packed.method, _flags(name), self._at, packed.crc, len(packed.data), packed.size)
        self._out(_local_header(member) + packed.data)
        self._members.append(member)

    def begin(self, item: Item) -> None:
        """A file of several blobs; `add` each, then `end`."""
        member = _Member(item, item.path, _DEFLATED, _flags(item.path) | _DESCRIPTOR, self._at)
        self._out(_local_header(member))
        self._open = member

    def add(self, packed: Packed) -> None:
        member = self._open
        assert member is not None  # noqa: S101 - begin() came first
        self._out(packed.data)
        member.crc = zlib.crc32(packed.plain, member.crc)
        member.packed += len(packed.data)
        member.size += len(packed.plain)

    def end(self) -> None:
        member = self._open
        assert member is not None  # noqa: S101 - begin() came first
        self._out(_LAST_BLOCK)
        member.packed += len(_LAST_BLOCK)
        form = "<IIQQ" if _is_large(member) else "<IIII"
        self._out(struct.pack(form, 0x08074B50, member.crc, member.packed, member.size))
        self._members.append(member)
        self._open = None

    def finish(self) -> None:
        """The table of contents."""
        start = self._at
        for member in self._members:
            self._out(_central_header(member))
        size, count = self._at - start, len(self._members)
        if count > 0xFFFE or start > _LIMIT - 1 or size > _LIMIT - 1:
            at = self._at
            self._out(_END64.pack(0x06064B50, 44, _UNIX | 45, 45, 0, 0, count, count, size, start))
            self._out(_LOCATOR64.pack(0x07064B50, 0, at, 1))
        self._out(_END.pack(0x06054B50, 0, 0, min(count, 0xFFFF), min(count, 0xFFFF), min(size, _LIMIT), min(start, _LIMIT), 0))


def _flags(name: bytes) -> int:
    try:
        name.decode()
    except UnicodeDecodeError:
        return 0  # as Info-ZIP does: the bytes as they are
    return 0 if name.isascii() else _UTF8


def _is_large(member: _Member) -> bool:
    """Whether the sizes need zip64; for a member of several blobs decided in front, by the size that the backup states."""
    stated = member.item.entry.size if member.flags & _DESCRIPTOR else max(member.size, member.packed)
    return stated >= _LARGE


def _local_header(member: _Member) -> bytes:
    large, later = _is_large(member), bool(member.flags & _DESCRIPTOR)
    extra = _time_extra(member.item)
    sizes = (_LIMIT, _LIMIT) if large else (0, 0) if later else (member.packed, member.size)
    if large:
        extra += struct.pack("<HHQQ", 1, 16, member.size, member.packed)
    when = _dos_time(member.item.entry.mtime_ns)
    fixed = (0x04034B50, 45 if large else 20, member.flags, member.method, when & 0xFFFF, when >> 16, 0 if later else member.crc, *sizes)
    return _LOCAL.pack(*fixed, len(member.name), len(extra)) + member.name + extra


def _central_header(member: _Member) -> bytes:
    entry = member.item.entry
    extra = _time_extra(member.item)
    wide: list[int] = []
    size, packed, offset = member.size, member.packed, member.offset
    if size >= _LIMIT or packed >= _LIMIT or _is_large(member):
        wide += [size, packed]
        size = packed = _LIMIT
    if offset >= _LIMIT:
        wide.append(offset)
        offset = _LIMIT
    if wide:
        extra += struct.pack(f"<HH{len(wide)}Q", 1, 8 * len(wide), *wide)
    when = _dos_time(entry.mtime_ns)
    version = 45 if wide else 20
    attributes = (entry.mode & 0xFFFF) << 16 | (_FOLDER if entry.kind == "dir" else 0)
    return (
        _CENTRAL.pack(
            0x02014B50, _UNIX | version, version, member.flags, member.method, when & 0xFFFF, when >> 16,
            member.crc, packed, size, len(member.name), len(extra), 0, 0, 0, attributes, offset,
        )
        + member.name
        + extra
    )  # fmt: skip


def _time_extra(item: Item) -> bytes:
    """Info-ZIP's "UT" field: seconds since 1970 UTC (the DOS time in the header is local and counts in twos)."""
    seconds = item.entry.mtime_ns // 1_000_000_000
    if not -(1 << 31) <= seconds < 1 << 31:
        return b""
    return struct.pack("<HHBi", 0x5455, 5, 1, seconds)


def _dos_time(nanoseconds: int) -> int:
    """Date and time as MS-DOS has them, local, 1980 to 2107; the nearest end for others."""
    try:
        t = time.localtime(nanoseconds // 1_000_000_000)
    except (OverflowError, OSError, ValueError):
        return 0x21 << 16
    if t.tm_year < 1980:
        return 0x21 << 16
    if t.tm_year > 2107:
        return 0xFF9FBF7D
    date: int = (t.tm_year - 1980) << 9 | t.tm_mon << 5 | t.tm_mday
    return date << 16 | t.tm_hour << 11 | t.tm_min << 5 | t.tm_sec // 2
