"""Finds where a statement of a dump ends, the way the `mysql` client does: quotes, comments and DELIMITER lines are understood.

Only this makes it safe to split a dump: a procedure's text, a table's name or a comment may hold anything, also a line that looks like
the beginning of the next table. Rows of tables do not come through here, see `regroup`.
"""

from __future__ import annotations

import re

from holdfast.errors import Damaged
from holdfast.sources.databases.byte_feed import Feed

MAX_STATEMENT = 64 << 20
_SPACE = re.compile(rb"[ \t\r\n]*")
_LINE_COMMENT = re.compile(rb"--(?=[ \t\r\n])|#")
_IDENTIFIER = re.compile(rb"`((?:[^`]|``)*+)`")


class Window:
    """The bytes of the feed not yet used up. `data[at:]` is what lies ahead."""

    def __init__(self, feed: Feed) -> None:
        self._feed = feed
        self.data = b""
        self.at = 0

    def more(self) -> bool:
        """Read on; False at the end."""
        piece = self._feed.read()
        self.data, self.at = self.data[self.at :] + piece, 0
        return bool(piece)

    def has(self, size: int) -> bool:
        """True when at least `size` bytes lie ahead; reads as needed."""
        while len(self.data) - self.at < size:
            if not self.more():
                return False
        return True

    def ahead(self, size: int) -> bytes:
        self.has(size)
        return self.data[self.at : self.at + size]

    def take(self, end: int) -> bytes:
        """The bytes up to `end` (an index into `data`), which are then used up."""
        taken = self.data[self.at : end]
        self.at = end
        return taken

    def line(self) -> bytes:
        """The rest of this line with its newline, or up to the end."""
        start = self.at
        while (end := self.data.find(b"\n", start)) < 0:
            start = len(self.data) - self.at
            if start > MAX_STATEMENT:
                raise too_long()
            if not self.more():
                return self.take(len(self.data))
        return self.take(end + 1)


class StatementScanner:
    """Gives the items of a dump one by one: comment lines, DELIMITER lines and statements with their end."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.delimiter = b";"
        self._backslash = True

    def peek(self) -> bytes:
        """Skip white space; the next 16 bytes, b"" at the end."""
        window = self.window
        while True:
            match = _SPACE.match(window.data, window.at)
            window.at = match.end() if match else window.at
            if window.at < len(window.data):
                return window.ahead(16)
            if not window.more():
                return b""

    def next(self) -> bytes:
        """The next item, b"" at the end. A statement that is cut off raises `Damaged`."""
        head = self.peek()
        if not head:
            return b""
        if head.startswith((b"-- ", b"--\n", b"--\r")):
            return self.window.line()
        if head.upper().startswith(b"DELIMITER "):
            line = self.window.line()
            self.delimiter = line.split()[1] if len(line.split()) > 1 else b";"
            return line
        return self._statement()

    def _statement(self) -> bytes:
        window = self.window
        while (end := self._end(window.data, window.at)) < 0:
            if len(window.data) - window.at > MAX_STATEMENT:
                raise too_long()
            if not window.more():
                raise truncated()
        text = window.take(end)
        if window.ahead(1) == b"\n":
            window.at += 1
        mode = re.search(rb"\bsql_mode\s*=\s*('[^']*'|@\w+)", text[:200], re.IGNORECASE)
        if mode:
            self._backslash = b"NO_BACKSLASH_ESCAPES" not in mode.group(1)
        return text + b"\n"

    def _end(self, data: bytes, at: int) -> int:
        """Index behind the delimiter that ends the statement at `at`, -1 when it is not there yet."""
        pattern = _marks(self.delimiter)
        while match := pattern.search(data, at):
            mark = match.group()
            if mark == self.delimiter:
                return match.end()
            at = self._skip(data, match.start(), mark)
            if at < 0:
                return -1
        return -1

    def _skip(self, data: bytes, start: int, mark: bytes) -> int:
        """Index behind the quoted text or comment that begins at `start`, -1 when its end is not there yet."""
        if mark in b"'\"`":
            match = _quoted_text(mark, self._backslash and mark != b"`").match(data, start)
            return match.end() if match else -1
        if mark == b"/*":
            if data[start + 2 : start + 3] in {b"!", b"+"} or data[start + 2 : start + 4] == b"M!":
                return start + 3
            end = data.find(b"*/", start + 2)
            return end + 2 if end >= 0 else -1
        end = data.find(b"\n", start)
        return end + 1 if end >= 0 else -1


def _marks(delimiter: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"['\"`]|/\*|--(?=[ \t\r\n])|#|" + re.escape(delimiter))


def _quoted_text(quote: bytes, backslash: bool) -> re.Pattern[bytes]:
    inner = rb"(?:[^%b\\]|\\.)*+" if backslash else rb"[^%b]*+"
    return re.compile(quote + inner % quote + quote, re.DOTALL)


def identifier(data: bytes, at: int) -> tuple[str, int] | None:
    """The quoted name at `at` and the index behind it. Servers keep names as UTF-8; anything else raises `Damaged`."""
    match = _IDENTIFIER.match(data, at)
    if match is None:
        return None
    try:
        return match.group(1).replace(b"``", b"`").decode("utf-8"), match.end()
    except UnicodeDecodeError:
        raise Damaged("The database dump has a name that is no text.", code="DB-DUMP-INCOMPLETE") from None


def truncated() -> Damaged:
    return Damaged("The database dump ended in the middle.", code="DB-DUMP-INCOMPLETE", hint="Nothing was stored of it. Try again.")


def too_long() -> Damaged:
    return Damaged("The database dump holds a statement that has no end.", code="DB-DUMP-INCOMPLETE", hint="Nothing was stored of it.")
