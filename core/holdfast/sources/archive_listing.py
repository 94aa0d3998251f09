"""The list of an archive's members as it is kept in a backup beside their contents, so that the archive can be given back.

JSON Lines: an `About`, then one `Row` for each member (as an array), in the archive's order. It lies at
``/holdfast-archive/<key>/members.jsonl``, the contents lie below ``/holdfast-archive/<key>/files/``.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator

import msgspec

from holdfast.errors import Damaged
from holdfast.sources.archive_reading import Member

TOP = b"holdfast-archive"
LIST = b"members.jsonl"
FILES = b"files"
VERSION = 1


class About(msgspec.Struct, frozen=True):
    """The archive as a whole. `name` is that of its file, for showing only."""

    holdfast_archive: int
    form: str
    name: str
    size: int


class Row(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One member; see `holdfast.sources.archive_reading.Member`. `name`: text, or ``\\0`` and base64 of bytes that are none."""

    name: str
    kind: str
    size: int
    mode: int
    mtime_ns: int
    dos_time: int = 0
    unix_time: bool = True
    attributes: int = 0
    method: int = 8

    @property
    def raw_name(self) -> bytes:
        """The bytes that stood in the archive."""
        if self.name.startswith("\0"):
            try:
                return base64.b64decode(self.name[1:], validate=True)
            except ValueError:
                raise _unreadable() from None
        return self.name.encode()


def row_of(member: Member, size: int) -> Row:
    """`size`: of the content that was read."""
    try:
        name = member.name.decode()
    except UnicodeDecodeError:
        name = "\0" + base64.b64encode(member.name).decode()
    return Row(
        name, member.kind, size, member.mode, member.mtime_ns, member.dos_time, member.unix_time, member.attributes, member.method
    )  # fmt: skip


def encode(about: About, rows: Iterable[bytes]) -> Iterator[bytes]:
    """The list in pieces; `rows` as `encode_row` made them."""
    yield msgspec.json.encode(about) + b"\n"
    yield from rows


def encode_row(row: Row) -> bytes:
    return msgspec.json.encode(row) + b"\n"


def decode(content: bytes) -> tuple[About, list[Row]]:
    """The list that a backup holds. `Damaged`."""
    first, _, rest = content.partition(b"\n")
    try:
        about = msgspec.json.decode(first, type=About)
        rows = msgspec.json.Decoder(Row).decode_lines(rest)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise _unreadable() from None
    if about.holdfast_archive != VERSION:
        raise _unreadable()
    return about, rows


def _unreadable() -> Damaged:
    return Damaged("The list of the archive's members in this backup cannot be read.", hint="The files in it can still be restored.")
