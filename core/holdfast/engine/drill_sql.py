"""Reads a dump's SQL from its first to its last statement, without a server: which tables, how many rows, which uploads.

Statements are found as the `mysql` client finds them (`sources.databases.sql_scan`), so that text which looks like SQL is taken for text.
"""

from __future__ import annotations

import gzip
import random
import re
import zlib
from pathlib import Path
from typing import IO

from holdfast.cancellation import Cancellation
from holdfast.errors import Damaged
from holdfast.sources.databases.sql_scan import StatementScanner, Window

PIECE = 1 << 20
SAMPLE = 500
"""How many of the uploads that posts refer to are looked for."""
_NAME = rb"(?:`(?:[^`]|``)*`|[\w$]+)"
_TABLE = re.compile(
    rb"\s*(?:/\*!\d*\s*)?CREATE\s+(?:TEMPORARY\s+)?TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?(?:%b\s*\.\s*)?(%b)" % (_NAME, _NAME), re.IGNORECASE
)
_ROWS = re.compile(
    rb"\s*(INSERT|REPLACE)\s+((?:LOW_PRIORITY|DELAYED|HIGH_PRIORITY|IGNORE)\s+)*(?:INTO\s+)?(?:%b\s*\.\s*)?(%b)\s*"
    rb"(?:\((?:%b|[\s,])*\)\s*)?VALUES?\b" % (_NAME, _NAME, _NAME),
    re.IGNORECASE,
)
_QUOTED = re.compile(rb"'(?:[^'\\]++|\\.|'')*+'|\"(?:[^\"\\]++|\\.|\"\")*+\"", re.DOTALL)
_LEADING = re.compile(rb"(?:\s++|#[^\n]*+\n|--\s[^\n]*+\n|/\*(?!M?!)(?s:.*?)\*/)*+")
_NOT_BRACKETS = bytes(byte for byte in range(256) if byte not in b"()")
_ATTACHED = re.compile(rb"'_wp_attached_file'\s*,\s*'((?:[^'\\]|\\.|'')*+)'")
_BLOG = re.compile(r"_(\d+)_postmeta$")
"""The table of one site of a network, which keeps its uploads in a folder of its own."""
_ESCAPE = re.compile(rb"\\(.)", re.DOTALL)


class SqlFacts:
    """What was read of one or several files of SQL."""

    def __init__(self) -> None:
        self.statements = 0
        self.tables: dict[str, int] = {}
        """Rows by table, as they stand in the text."""
        self.inexact: set[str] = set()
        """Tables with rows that a server may pass over or replace."""
        self.attachments = 0
        """Uploads that posts refer to."""
        self.sample: list[str] = []
        """Some of them, evenly: paths below the folder of uploads."""
        self._random = random.Random(7)  # noqa: S311 - a sample, no secret

    @property
    def rows(self) -> int:
        return sum(self.tables.values())

    def refer(self, path: str) -> None:
        self.attachments += 1
        if len(self.sample) < SAMPLE:
            self.sample.append(path)
        elif (at := self._random.randrange(self.attachments)) < SAMPLE:
            self.sample[at] = path


def read_sql(path: Path, facts: SqlFacts, cancelled: Cancellation) -> bytes:
    """Every statement of the file; returns its last bytes. Plain or packed with gzip. Raises `Damaged` when it is cut off in the middle."""
    with _opened(path) as file:
        feed = _FileFeed(file, cancelled)
        scanner = StatementScanner(Window(feed))
        try:
            while item := scanner.next():
                _take(item, facts)
        except (EOFError, zlib.error, gzip.BadGzipFile):
            raise Damaged("The packed file is cut off or broken.", code="DB-DUMP-INCOMPLETE") from None
        return feed.tail


class _FileFeed:
    def __init__(self, file: IO[bytes], cancelled: Cancellation) -> None:
        self._file = file
        self._cancelled = cancelled
        self.tail = b""

    def read(self) -> bytes:
        self._cancelled.check()
        piece = self._file.read(PIECE)
        self.tail = (self.tail + piece)[-4096:]
        return piece


def is_packed(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(2) == b"\x1f\x8b"


def _opened(path: Path) -> IO[bytes]:
    return gzip.open(path, "rb") if is_packed(path) else path.open("rb")  # type: ignore[return-value]  # both are files of bytes


def _take(item: bytes, facts: SqlFacts) -> None:
    if item.startswith(b"--"):
        return
    facts.statements += 1
    start = lead.end() if (lead := _LEADING.match(item)) else 0
    if made := _TABLE.match(item, start):
        facts.tables.setdefault(_name(made[1]), 0)
    elif into := _ROWS.match(item, start):
        table = _name(into[3])
        facts.tables[table] = facts.tables.get(table, 0) + _groups(item[into.end() :])
        if into[1].upper() == b"REPLACE" or into[2]:
            facts.inexact.add(table)
        if table.endswith("postmeta"):
            folder = f"sites/{blog[1]}/" if (blog := _BLOG.search(table)) else ""
            for attached in _ATTACHED.finditer(item):
                facts.refer(folder + _ESCAPE.sub(rb"\1", attached[1]).replace(b"''", b"'").decode("utf-8", "surrogateescape"))


def _name(quoted: bytes) -> str:
    bare = quoted[1:-1].replace(b"``", b"`") if quoted.startswith(b"`") else quoted
    return bare.decode("utf-8", "surrogateescape")


def _groups(values: bytes) -> int:
    """How many ``(…)`` stand side by side, what is inside them left aside."""
    brackets = _QUOTED.sub(b"", values).translate(None, _NOT_BRACKETS)
    count = depth = 0
    for bracket in brackets:
        if bracket == 0x28:
            count += not depth
            depth += 1
        else:
            depth = max(0, depth - 1)
    return count
