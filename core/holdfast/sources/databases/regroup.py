"""Rows of one table: single INSERTs in, extended INSERTs out whose borders depend on the rows alone.

The dump program writes ``INSERT INTO `t` VALUES (…);`` a line for each row (``--skip-extended-insert``). In its own extended form one
deleted row would move all later borders, and a backup would store the rest of the table again. Here a statement ends after a row whose
CRC-32 has its lowest six bits zero, or before it grows over 400 KB (engine.md 7.1: 9 % instead of 32 % stored again, and quick to load).

A row holds no raw newline: the program escapes it in strings and writes binary values in hexadecimal. So splitting at
``;\\nINSERT INTO `t` VALUES `` is exact, also for a table with newlines in its name.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from holdfast.sources.databases.sql_scan import Window, too_long, truncated

MASK = 63
LIMIT = 400_000
LONG_ROW = 1 << 20
"""A row larger than this is passed on as it comes, so that memory stays bounded."""


class Regrouper:
    """Reads the rows of one table from `window`, which stands at the first row's INSERT, and leaves it behind the last one."""

    def __init__(self, window: Window, prefix: bytes) -> None:
        self._window = window
        self._prefix = prefix
        self._separator = b";\n" + prefix
        self._group: list[bytes] = []
        self._size = 0
        self.rows = 0

    def chunks(self) -> Iterator[bytes]:
        """The regrouped statements, in pieces of about a megabyte. `rows` counts on."""
        window = self._window
        window.at += len(self._prefix)
        while True:
            *rows, last = window.data[window.at :].split(self._separator)
            ended = self._row_end(last)
            if ended >= 0:
                rows.append(last[:ended])
            if piece := b"".join(self._grouped(rows)):
                yield piece
            if ended >= 0:
                window.at = len(window.data) - len(last) + ended + 2
                yield self._flush()
                return
            window.at = len(window.data) - len(last)
            if len(last) > LONG_ROW and b"\n" not in last:
                yield self._flush()
                yield from self._long_row()
                if not self._at_prefix():
                    return
                window.at += len(self._prefix)
            elif len(last) > 4 * LONG_ROW:
                raise too_long()
            elif not window.more():
                raise truncated()

    def _row_end(self, last: bytes) -> int:
        """Where the last row's ``;`` is when no further row follows it, -1 when that is not known yet."""
        end = last.find(b";\n")
        if end < 0:
            return -1
        # What follows may be the beginning of the next row's prefix, of which more has to come.
        return -1 if self._prefix.startswith(last[end + 2 :]) else end

    def _at_prefix(self) -> bool:
        return self._window.ahead(len(self._prefix)) == self._prefix

    def _grouped(self, rows: list[bytes]) -> Iterator[bytes]:
        self.rows += len(rows)
        group, size, crc32 = self._group, self._size, zlib.crc32
        for row in rows:
            size += len(row)
            if size > LIMIT and group:
                yield self._statement()
                size = len(row)
            group.append(row)
            if not crc32(row) & MASK:
                yield self._statement()
                size = 0
        self._size = size

    def _statement(self) -> bytes:
        text = self._prefix + b",\n".join(self._group) + b";\n"
        self._group.clear()
        return text

    def _flush(self) -> bytes:
        self._size = 0
        return self._statement() if self._group else b""

    def _long_row(self) -> Iterator[bytes]:
        """The row at the window's place and its end, unchanged; the window then stands behind its newline."""
        window = self._window
        yield self._prefix
        while (end := window.data.find(b"\n", window.at)) < 0:
            yield window.take(len(window.data))
            if not window.more():
                raise truncated()
        yield window.take(end + 1)
        self.rows += 1
