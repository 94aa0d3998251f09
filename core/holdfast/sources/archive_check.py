"""Is an archive good? Opened and read to its end, and looked through for what a site needs: a database dump and wp-config.php."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.errors import Damaged
from holdfast.progress import SILENT, Progress, Totals
from holdfast.sources.archive_reading import Member, open_archive
from holdfast.sources.archive_rules import Rules, shown

State = Literal["good", "warning", "damaged"]
Expected = Literal["database", "files"]
EVERYTHING: frozenset[Expected] = frozenset({"database", "files"})

_DUMP_NAME = re.compile(rb"\.sql(\.gz)?$|-db\d*\.gz$|(^|[-_/])db\d*(-[^/]*)?\.gz$", re.IGNORECASE)
_SQLITE_NAME = re.compile(rb"\.(sqlite3?|db)$|(^|/)\.ht\.sqlite[^/]*$", re.IGNORECASE)
_STATEMENT = re.compile(rb"^\s*(CREATE\s+(TABLE|DATABASE)|INSERT\s+INTO|DROP\s+TABLE|REPLACE\s+INTO)\b", re.IGNORECASE | re.MULTILINE)
_BY_DUMPER = re.compile(rb"^(/\*M?!\d+\\- enable the sandbox mode \*/\s*)?-- (MySQL|MariaDB) dump ")
_DUMPED = b"-- Dump completed"
_LOOK = 1 << 18
_SAID = {
    "no-database": "There is no database in this backup.",
    "database-cut": "The database dump in this backup ends too early.",
    "no-wp-config": "There is no wp-config.php in this backup.",
    "links-left-out": "Links and special files in this backup are left out.",
}


class ArchiveVerdict(msgspec.Struct, frozen=True):
    """What the check found. Sizes in bytes."""

    state: State
    message: str
    """For people; "" when good."""
    warnings: tuple[str, ...] = ()
    """Codes: no-database, database-cut, no-wp-config, links-left-out."""
    code: str = ""
    """Of the error, when damaged."""
    form: str = ""
    files: int = 0
    bytes: int = 0
    """Unpacked."""
    databases: tuple[str, ...] = ()
    """The dumps and databases, by their names in the archive; for showing only."""
    wp_config: bool = False


def check_archive(
    path: Path,
    *,
    expects: frozenset[Expected] = EVERYTHING,
    rules: Rules | None = None,
    progress: Progress = SILENT,
    cancelled: Cancellation | None = None,
) -> ArchiveVerdict:
    """Read `path` to its end. `expects`: what should be in it (a part of a set, or a backup of the database alone, holds less).

    Writes nothing. Raises `Damaged` (``ARCHIVE-HOSTILE``), `Unsupported` (no archive we know, encrypted), `NotFound`, `Forbidden`,
    `Cancelled`; an archive that is cut or broken is a verdict.
    """
    look = _Look(progress)
    try:
        archive = open_archive(path, rules, cancelled)
        look.form = archive.form
        try:
            for member, content in archive.members():
                look.at(member, content)
            look.left_out = len(archive.left_out)
        finally:
            archive.close()
    except Damaged as error:
        if error.code == "ARCHIVE-HOSTILE":
            raise
        return look.verdict("damaged", error.message, code=error.code)
    warnings = tuple(look.warnings(expects))
    return look.verdict("warning" if warnings else "good", " ".join(_SAID[word] for word in warnings), warnings)


class _Look:
    def __init__(self, progress: Progress) -> None:
        self.form = ""
        self.left_out = 0
        self._progress = progress
        self._files = 0
        self._bytes = 0
        self._databases: list[str] = []
        self._cut = False
        self._wp_config = False

    def at(self, member: Member, content: Iterator[bytes]) -> None:
        if member.kind != "file":
            return
        self._files += 1
        may_be_dump = self.form == "gz" or bool(_DUMP_NAME.search(member.path))
        head = tail = b""
        for piece in content:
            self._bytes += len(piece)
            if len(head) < _LOOK:
                head += piece[: _LOOK - len(head)]
            if may_be_dump:
                tail = (tail + piece)[-4096:]
            self._tell(member)
        if may_be_dump and _is_dump(head):
            self._databases.append(shown(member.path, 200))
            self._cut |= bool(_BY_DUMPER.match(head)) and _DUMPED not in tail
        elif _SQLITE_NAME.search(member.path) and head.startswith(b"SQLite format 3\0"):
            self._databases.append(shown(member.path, 200))
        if member.path.rpartition(b"/")[2].lower() == b"wp-config.php" and head:
            self._wp_config = True

    def _tell(self, member: Member) -> None:
        current = shown(member.path, 200)
        self._progress.totals(Totals("check", files_done=self._files, bytes_done=self._bytes, current=current))

    def warnings(self, expects: frozenset[Expected]) -> Iterator[str]:
        if "database" in expects and not self._databases:
            yield "no-database"
        if self._cut:
            yield "database-cut"
        if "files" in expects and not self._wp_config:
            yield "no-wp-config"
        if self.left_out:
            yield "links-left-out"

    def verdict(self, state: State, message: str, warnings: tuple[str, ...] = (), code: str = "") -> ArchiveVerdict:
        found = tuple(self._databases[:100])
        return ArchiveVerdict(state, message, warnings, code, self.form, self._files, self._bytes, found, self._wp_config)


def _is_dump(head: bytes) -> bool:
    if head[:2] == b"\x1f\x8b":
        try:
            head = zlib.decompressobj(31).decompress(head, _LOOK)  # its whole is proven by the archive around it
        except zlib.error:
            return False
    return bool(_STATEMENT.search(head) or _BY_DUMPER.match(head))
