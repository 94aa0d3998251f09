"""Reads tar as a stream (POSIX ustar and pax, GNU long names and large numbers), without a guess: what is not understood is refused.

Our own, because the standard library's reader has been talked into loops, huge memory and names from elsewhere more than once, and takes an
archive that is cut between two members for whole: here the end is there only when its block of zeros is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from holdfast.cancellation import Cancellation
from holdfast.sources.archive_packed import unpacked
from holdfast.sources.archive_reading import PIECE, Form, Member
from holdfast.sources.archive_rules import Judge, MemberKind, damaged, hostile, shown, unsupported

_BLOCK = 512
_LARGEST_EXTRA = 1 << 20
_KINDS: dict[bytes, MemberKind] = {
    b"0": "file", b"\0": "file", b"7": "file", b"5": "dir",
    b"1": "link", b"2": "link", b"3": "special", b"4": "special", b"6": "special",
}  # fmt: skip
_OCTAL = re.compile(rb"[0-7]*").fullmatch
_FURTHEST = 1 << 40
"""Seconds from 1970, both ways, that a time may be."""


def is_header(block: bytes) -> bool:
    """True for the first block of a tar."""
    return len(block) == _BLOCK and block != bytes(_BLOCK) and _sum_is_right(block)


def _sum_is_right(block: bytes) -> bool:
    text = block[148:156].strip(b" \0")
    if not text or not _OCTAL(text):
        return False
    return int(text, 8) == sum(block) - sum(block[148:156]) + 256


def _number(field: bytes) -> int:
    """Octal, or GNU's base 256."""
    if field[0] & 0x80:
        value = int.from_bytes(field, "big", signed=False) & ((1 << (8 * len(field) - 1)) - 1)
        return value - (1 << (8 * len(field) - 1)) if field[0] & 0x40 else value
    text = field.strip(b" \0")
    if not _OCTAL(text):
        raise damaged("a header holds no number where one should be")
    return int(text or b"0", 8)


def _text(field: bytes) -> bytes:
    return field.partition(b"\0")[0]


def _pax(content: bytes) -> dict[bytes, bytes]:
    """``length key=value\\n`` records."""
    found: dict[bytes, bytes] = {}
    while content:
        length, blank, _ = content.partition(b" ")
        if not blank or not length.isdigit() or len(length) > 9:
            raise damaged("a header cannot be read")
        record, content = content[: int(length)], content[int(length) :]
        key, found_value, value = record[len(length) + 1 :].partition(b"=")
        if not found_value or not value.endswith(b"\n"):
            raise damaged("a header cannot be read")
        found[key] = value[:-1]
    return found


class TarReader:
    """An `Archive`. Takes `file` over."""

    def __init__(self, file: BinaryIO, form: Form, judge: Judge, cancelled: Cancellation) -> None:
        self.form = form
        self.left_out: list[bytes] = []
        self._file = file
        self._judge = judge
        self._cancelled = cancelled
        self._stream = unpacked(file, "gz" if form == "tar.gz" else "zst" if form == "tar.zst" else "")
        self._left = 0
        self._everywhere: dict[bytes, bytes] = {}

    def close(self) -> None:
        self._file.close()

    def members(self) -> Iterator[tuple[Member, Iterator[bytes]]]:
        extra: dict[bytes, bytes] = {}
        extras_in_row = 0
        while (block := self._header()) is not None:
            self._cancelled.check()
            flag, size = block[156:157], _number(block[124:136])
            if flag in b"xgLK" and flag:
                extras_in_row += 1
                if extras_in_row > 8 or not 0 <= size <= _LARGEST_EXTRA:
                    raise hostile("header", "a header in it is far too large")
                self._take_extra(flag, self._whole(size), extra)
                continue
            extras_in_row = 0
            values, extra = {**self._everywhere, **extra}, {}
            if (member := self._member(block, flag, size, values)) is None:
                continue
            self._left = member.size if member.kind == "file" else 0
            content = self._content(member.size)
            yield member, content
            for _ in content:  # what was not wanted
                pass
            if self._left:
                raise damaged(f"the content of “{shown(member.name)}” ends too early")
        while self._stream.some(PIECE):  # to the end, for its checksum
            self._cancelled.check()

    def _header(self) -> bytes | None:
        block = self._stream.exactly(_BLOCK)
        if len(block) < _BLOCK:
            raise damaged("it ends too early")
        if block == bytes(_BLOCK):
            return None
        if not _sum_is_right(block):
            raise damaged("a header has a wrong checksum")
        return block

    def _whole(self, size: int) -> bytes:
        content = self._stream.exactly(size)
        padding = -size % _BLOCK
        if len(content) < size or len(self._stream.exactly(padding)) < padding:
            raise damaged("it ends too early")
        return content

    def _take_extra(self, flag: bytes, content: bytes, extra: dict[bytes, bytes]) -> None:
        if flag == b"L":
            extra[b"path"] = _text(content)
        elif flag == b"K":
            extra[b"linkpath"] = _text(content)
        elif flag == b"g":
            self._everywhere |= _pax(content)
        else:
            extra |= _pax(content)

    def _member(self, block: bytes, flag: bytes, size: int, extra: dict[bytes, bytes]) -> Member | None:
        if flag == b"S" or any(key.startswith(b"GNU.sparse") for key in extra):
            raise unsupported("it holds sparse files")
        kind = _KINDS.get(flag)
        if kind is None:
            raise unsupported(f"it holds a member of the unknown kind {shown(flag)}")
        name = extra.get(b"path") or _plain_name(block)
        if b"size" in extra:
            size = _decimal(extra[b"size"])
        if kind == "file" and name.endswith(b"/"):  # as tars from before POSIX mark folders
            kind = "dir"
        if size < 0 or (size and kind != "file"):
            raise damaged(f"“{shown(name)}” has an impossible length")
        path = self._judge.member(name, kind, size)
        if path is None:
            if kind != "dir":
                self.left_out.append(name)
            return None
        mtime_ns = _nanoseconds(extra[b"mtime"]) if b"mtime" in extra else _number(block[136:148]) * 1_000_000_000
        if abs(mtime_ns) > _FURTHEST * 1_000_000_000:
            mtime_ns = 0
        return Member(path, name, kind, size, _number(block[100:108]) & 0o777, mtime_ns)

    def _content(self, size: int) -> Iterator[bytes]:
        while self._left:
            self._cancelled.check()
            piece = self._stream.some(min(PIECE, self._left))
            if not piece:
                raise damaged("it ends too early")
            self._left -= len(piece)
            if not self._left:
                padding = -size % _BLOCK
                if len(self._stream.exactly(padding)) < padding:
                    raise damaged("it ends too early")
            yield piece


def _plain_name(block: bytes) -> bytes:
    name = _text(block[:100])
    if block[257:263] == b"ustar\0" and (prefix := _text(block[345:500])):
        return prefix + b"/" + name
    return name


def _decimal(text: bytes) -> int:
    if not text.isdigit() or len(text) > 19:
        raise damaged("a header holds no number where one should be")
    return int(text)


def _nanoseconds(text: bytes) -> int:
    """pax: decimal seconds, with a fraction or without."""
    sign = -1 if text.startswith(b"-") else 1
    whole, _, fraction = text.removeprefix(b"-").partition(b".")
    if not whole.isdigit() or len(whole) > 15 or (fraction and not fraction.isdigit()):
        raise damaged("a header holds no time where one should be")
    return sign * (int(whole) * 1_000_000_000 + int((fraction[:9] + b"0" * 9)[:9]))


_DUMP = re.compile(r"\.sql\.gz$|-db\d*\.gz$", re.IGNORECASE)


class PackedFile:
    """A single file in gzip as an `Archive` of one member. The name is the same on each day, whatever date the file's own name holds:
    ``database.sql`` for a dump, else ``content``."""

    form: Form = "gz"

    def __init__(self, file: BinaryIO, name: str, judge: Judge, cancelled: Cancellation) -> None:
        self.left_out: list[bytes] = []
        self._file = file
        self._name = b"database.sql" if _DUMP.search(name) else b"content"
        self._judge = judge
        self._cancelled = cancelled

    def close(self) -> None:
        self._file.close()

    def members(self) -> Iterator[tuple[Member, Iterator[bytes]]]:
        head = self._file.read(8)
        self._file.seek(0)
        seconds = int.from_bytes(head[4:8], "little")
        path = self._judge.member(self._name, "file", 0)
        content = self._content()
        yield Member(path or b"content", self._name, "file", -1, 0o600, seconds * 1_000_000_000), content
        for _ in content:
            pass

    def _content(self) -> Iterator[bytes]:
        stream = unpacked(self._file, "gz")
        while piece := stream.some(PIECE):
            self._cancelled.check()
            self._judge.grown(len(piece))
            yield piece
