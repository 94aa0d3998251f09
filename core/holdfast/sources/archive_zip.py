"""Reads zip (PKWARE APPNOTE 6.3.9): the table of contents is judged as a whole before the first byte of content is read."""

from __future__ import annotations

import calendar
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from holdfast.cancellation import Cancellation
from holdfast.sources.archive_reading import PIECE, Form, Member
from holdfast.sources.archive_rules import Judge, MemberKind, damaged, hostile, shown, unsupported

_END = b"PK\5\6"
_END_SIZE = 22
_LOCATOR64 = b"PK\6\7"
_UTF8, _ENCRYPTED = 1 << 11, 1 << 0
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA})
_LARGEST_TABLE = 128 << 20
_ENTRY = b"PK\1\2"
_S_IFMT, _S_IFDIR, _S_IFREG, _S_IFLNK = 0o170000, 0o040000, 0o100000, 0o120000
_UNIX = 3
_LOCAL_HEADER = 30


class ZipReader:
    """An `Archive`. Takes `file` over."""

    form: Form = "zip"

    def __init__(self, file: BinaryIO, judge: Judge, cancelled: Cancellation) -> None:
        self.left_out: list[bytes] = []
        self._file = file
        self._cancelled = cancelled
        _check_table(file, judge)
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, struct.error, ValueError, OSError, NotImplementedError, UnicodeDecodeError) as error:
            raise damaged(f"its table of contents cannot be read ({error})") from None
        self._members = list(self._judged(judge))
        _check_overlaps(self._zip.infolist())

    def close(self) -> None:
        self._zip.close()
        self._file.close()

    def members(self) -> Iterator[tuple[Member, Iterator[bytes]]]:
        for info, member in self._members:
            self._cancelled.check()
            content = self._content(info) if member.kind == "file" else iter(())
            yield member, content
            for _ in content:
                pass

    def _judged(self, judge: Judge) -> Iterator[tuple[zipfile.ZipInfo, Member]]:
        for info in self._zip.infolist():
            self._cancelled.check()
            name = _raw_name(info)
            if info.flag_bits & _ENCRYPTED:
                raise unsupported("it is encrypted")
            if info.compress_type not in _METHODS:
                raise unsupported(f"it is packed by a method that is not known ({info.compress_type})")
            kind = _kind(info, name)
            if kind == "dir" and info.file_size:
                raise hostile("name", f"“{shown(name)}” is a folder with content")
            path = judge.member(name, kind, info.file_size)
            if path is None:
                if kind != "dir":
                    self.left_out.append(name)
                continue
            yield info, _member(info, path, name, kind)

    def _content(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        """To its end, where length and CRC are checked."""
        size = 0
        try:
            with self._zip.open(info) as content:
                while piece := content.read(PIECE):
                    self._cancelled.check()
                    size += len(piece)
                    yield piece
        except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, struct.error, ValueError, NotImplementedError) as error:
            raise damaged(f"“{shown(info.filename)}” cannot be read ({error})") from None
        if size != info.file_size:
            raise damaged(f"“{shown(info.filename)}” is shorter than it should be")


def _check_table(file: BinaryIO, judge: Judge) -> None:
    """The end record: is it there, and is the table of a size that may be read at all?"""
    length = file.seek(0, 2)
    file.seek(max(0, length - _END_SIZE - 0xFFFF - 20))
    tail = file.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_SIZE:
        raise damaged("it ends too early: its table of contents is missing")
    *_, count, size, _start, _comment = struct.unpack("<4s4H2LH", tail[at : at + _END_SIZE])
    end = length - len(tail) + at
    if at >= 20 and tail[at - 20 : at - 16] == _LOCATOR64:
        end64 = min(struct.unpack("<Q", tail[at - 12 : at - 4])[0], length)
        file.seek(end64)
        record = file.read(56)
        if len(record) == 56 and record[:4] == b"PK\6\6":
            count, size = struct.unpack("<QQ", record[32:48])
            end = end64
    if size > end:
        raise damaged("its table of contents is larger than itself")
    most = judge.most_members
    if count > most or size > _LARGEST_TABLE or _entries(file, end - size, size) > most:
        raise hostile("count", f"it has more than {most:,} members")
    file.seek(0)


def _entries(file: BinaryIO, start: int, size: int) -> int:
    """At least as many as the table has, whatever the end record says: a reader goes by the table."""
    file.seek(start)
    found, rest = 0, b""
    while size > 0 and (piece := file.read(min(PIECE, size))):
        size -= len(piece)
        rest += piece
        found += rest.count(_ENTRY)
        rest = rest[-3:]
    return found


def _check_overlaps(members: list[zipfile.ZipInfo]) -> None:
    """Members that share bytes are how a small zip becomes a huge one."""
    end = 0
    for info in sorted(members, key=lambda one: one.header_offset):
        if info.header_offset < end:
            raise hostile("bomb", f"“{shown(info.filename)}” shares its bytes with another member")
        end = info.header_offset + _LOCAL_HEADER + info.compress_size


def _raw_name(info: zipfile.ZipInfo) -> bytes:
    """As it stands in the archive (`zipfile` cuts at NUL and takes names without the UTF-8 flag for DOS ones)."""
    return info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8 else "cp437", "surrogateescape")


def _kind(info: zipfile.ZipInfo, name: bytes) -> MemberKind:
    kind = (info.external_attr >> 16) & _S_IFMT if info.create_system == _UNIX else 0
    if kind == _S_IFLNK:
        return "link"
    if kind not in (0, _S_IFDIR, _S_IFREG):
        return "special"
    return "dir" if name.endswith(b"/") else "file"


def _member(info: zipfile.ZipInfo, path: bytes, name: bytes, kind: MemberKind) -> Member:
    year, month, day, hour, minute, second = info.date_time
    dos = ((year - 1980) << 25 | month << 21 | day << 16 | hour << 11 | minute << 5 | second // 2) & 0xFFFFFFFF
    unix = _unix_time(info.extra)
    seconds = unix if unix is not None else calendar.timegm((year, min(max(1, month), 12), max(1, day), hour, minute, second))
    mode = (info.external_attr >> 16) & 0o777 if info.create_system == _UNIX else 0
    return Member(
        path, name, kind, info.file_size, mode or (0o755 if kind == "dir" else 0o644), seconds * 1_000_000_000,
        dos, unix is not None, info.external_attr, info.compress_type,
    )  # fmt: skip


def _unix_time(extra: bytes) -> int | None:
    """The time of change in Info-ZIP's field "UT", seconds since 1970 UTC."""
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<HH", extra)
        content, extra = extra[4 : 4 + length], extra[4 + length :]
        if kind == 0x5455 and len(content) >= 5 and content[0] & 1:
            found: int = struct.unpack_from("<i", content, 1)[0]
            return found
    return None
