"""Splits the stream of one dump run into the files of `holdfast.mysql.layout`.

What belongs to what is told by the dump program's own comments (``-- Table structure for table``), which are believed only where the
scanner sees them between statements, and names by the statements themselves. Rows go through `Regrouper`, the rest is small.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from holdfast.entries import Entry
from holdfast.errors import Damaged
from holdfast.mysql import layout
from holdfast.mysql.access import quoted
from holdfast.mysql.layout import Manifest, TableInfo
from holdfast.sources.databases.regroup import Regrouper
from holdfast.sources.databases.sql_scan import StatementScanner, Window, identifier, too_long, truncated

_UNITS = {
    b"-- Table structure for table": "table",
    b"-- Temporary table structure for view": "placeholders",
    b"-- Temporary view structure for view": "placeholders",
    b"-- Final view structure for view": "views",
    b"-- Dumping events for database": "events",
    b"-- Dumping routines for database": "routines",
    b"-- Sequence structure for": "sequences",
    b"-- Dump completed": "end",
}
_PUTS_BACK = re.compile(rb"/\*M?!\d+ SET \w+ ?= ?@OLD_\w+ \*/;")
_NAMED = re.compile(rb"(?:/\*!\d+ )?(?:DROP|CREATE) (?:TABLE|VIEW) (?:IF (?:NOT )?EXISTS )?(?=`)")
_TRIGGER = re.compile(rb"/\*!500(?:03|17|32) |DELIMITER ", re.IGNORECASE)
_SANDBOX = re.compile(rb"/\*M?!999999\\- enable the sandbox mode \*/ *\n?")


class DumpFile:
    """One file of the backup; `chunks` is read once, to its end."""

    def __init__(self, folder: bytes, name: str, mtime_ns: int, chunks: Iterator[bytes]) -> None:
        raw = name.encode("utf-8")
        self.path = folder + b"/" + raw
        self.entry = Entry(name=raw, kind="file", mode=0o100600, mtime_ns=mtime_ns, ctime_ns=mtime_ns)
        self._chunks = chunks

    def chunks(self) -> Iterator[bytes]:
        return self._chunks


class DumpSplitter:
    """One pass over a dump. After `files` has ended, `tables` and `views` say what was in it."""

    def __init__(self, window: Window, database: str, mtime_ns: int, engines: Mapping[str, str]) -> None:
        self._window = window
        self._scanner = StatementScanner(window)
        self._database = database
        self._folder = layout.ROOT + b"/" + layout.folder_name(database).encode()
        self._mtime_ns = mtime_ns
        self._engines = engines
        self._small: dict[str, list[bytes]] = {}
        self._next_unit = ""
        self.tables: list[TableInfo] = []
        self.views: list[str] = []
        self.current = ""
        self.sandboxed = False

    def files(self, manifest: Callable[[], Manifest]) -> Iterator[DumpFile]:
        """Tables as they come, then the special files; `manifest` is called between the two. Raises `Damaged` when the dump is cut off."""
        self._drop_sandbox_line()
        unit = "preamble"
        while unit != "end":
            if unit == "table":
                self._next_unit = ""
                rest = self._table()
                first = next(rest)
                yield DumpFile(self._folder, layout.file_name(self.current), self._mtime_ns, _chain(first, rest))
                for _ in rest:  # normally used up by now
                    pass
                unit = self._next_unit
                continue
            item = self._scanner.next()
            if not item:
                raise truncated()
            unit = unit_of(item) or unit
            if not item.startswith(b"--") and unit not in {"preamble", "table"}:
                self._keep(unit, item)
        if self._scanner.peek():
            raise Damaged("Something follows the end of the database dump.", code="DB-DUMP-INCOMPLETE")
        yield from self._special_files(manifest())

    def _drop_sandbox_line(self) -> None:
        """The line that newer programs write first; older clients refuse it. `layout` needs no line of this kind."""
        match = _SANDBOX.match(self._window.ahead(60))
        if match:
            self.sandboxed = True
            self._window.at += match.end()

    def _keep(self, unit: str, item: bytes) -> None:
        if _PUTS_BACK.match(item):
            return
        named = _NAMED.match(item)
        if unit == "views" and named and (found := identifier(item, named.end())) and found[0] not in self.views:
            self.views.append(found[0])
        self._small.setdefault(unit, []).append(item)

    def _table(self) -> Iterator[bytes]:
        """The content of a table's file. The first piece comes when its name is known; `_next_unit` is set when it ends."""
        first = self._scanner.next()
        while first.startswith(b"--"):
            first = self._scanner.next()
        named = _NAMED.match(first)
        found = identifier(first, named.end()) if named else None
        if found is None:
            raise Damaged("The database dump has a table without a name.", code="DB-DUMP-INCOMPLETE")
        self.current = name = found[0]
        yield layout.title("table", name) + layout.HEADER + first
        rows = 0
        while True:
            if self._scanner.peek().startswith(b"INSERT INTO `"):
                regrouper = Regrouper(self._window, self._insert_prefix(name))
                yield from regrouper.chunks()
                rows += regrouper.rows
                continue
            item = self._scanner.next()
            if not item:
                self._next_unit = "cut"
                return
            if item.startswith(b"--"):
                self._next_unit = unit_of(item)
                if self._next_unit:
                    break
            elif _TRIGGER.match(item):
                self._next_unit = self._triggers(item)
                break
            elif not _PUTS_BACK.match(item):
                yield self._without_own_name(item) if item.startswith(b"CREATE TABLE") else item
        yield layout.FOOTER + layout.count_line(rows)
        self.tables.append(TableInfo(name, rows, self._engines.get(name, ""), layout.file_name(name)))

    def _without_own_name(self, statement: bytes) -> bytes:
        """MariaDB names the database of a sequence in a default; without it the table can be loaded into any database."""
        own = quoted(self._database).encode("utf-8", "surrogateescape") + b"."
        return re.sub(rb"\b((?:next|last)val\()" + re.escape(own), rb"\1", statement, flags=re.IGNORECASE)

    def _triggers(self, item: bytes) -> str:
        """Keep the triggers that follow a table, beginning with `item`; returns the unit behind them."""
        self._small.setdefault("triggers", []).append(layout.title("triggers-of", self.current))
        while item:
            if item.startswith(b"--"):
                if unit := unit_of(item):
                    return unit
            elif not _PUTS_BACK.match(item):
                self._small["triggers"].append(item)
            item = self._scanner.next()
        return "cut"

    def _insert_prefix(self, table: str) -> bytes:
        """``INSERT INTO `t` [(`a`,`b`)] VALUES `` of the table's rows; the window stays before it."""
        window = self._window
        while True:
            data, at = window.data, window.at + len(b"INSERT INTO ")
            found = identifier(data, at)
            end = _behind_columns(data, found[1]) if found else -1
            if found and end >= 0:
                if found[0] != table:
                    raise Damaged("The database dump has rows that belong to another table.", code="DB-DUMP-INCOMPLETE")
                return data[window.at : end]
            if len(data) - window.at > 1 << 20:
                raise too_long()
            if not window.more():
                raise truncated()

    def _special_files(self, manifest: Manifest) -> Iterator[DumpFile]:
        small = self._small
        views = small.get("placeholders", []) + small.get("views", [])
        special = (
            (layout.TRIGGERS, "triggers", small.get("triggers", [])),
            (layout.ROUTINES, "routines", small.get("routines", [])),
            (layout.VIEWS, "views", views),
            (layout.EVENTS, "events", small.get("events", [])),
        )
        for name, kind, items in special:
            if items:
                yield self._special(name, kind, b"", items)
        yield self._special(layout.SCHEMA, "schema", layout.manifest_line(manifest), small.get("sequences", []))

    def _special(self, name: str, kind: str, head: bytes, items: list[bytes]) -> DumpFile:
        body = layout.HEADER + b"".join(items) + layout.FOOTER if items else b""
        return DumpFile(self._folder, name, self._mtime_ns, iter([layout.title(kind, self._database) + head + body]))


def unit_of(comment: bytes) -> str:
    """What begins after this comment line; "" when it is just a comment."""
    for start, unit in _UNITS.items():
        if comment.startswith(start):
            return unit
    return ""


def _behind_columns(data: bytes, at: int) -> int:
    """Index behind `` VALUES ``, which may follow a list of columns; -1 when it is not there (yet)."""
    if data[at : at + 2] == b" (":
        at += 2
        while found := identifier(data, at):
            at = found[1]
            at += 2 if data[at : at + 2] == b", " else 1 if data[at : at + 1] == b"," else 0
        if data[at : at + 1] != b")":
            return -1
        at += 1
    return at + 8 if data[at : at + 8] == b" VALUES " else -1


def _chain(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest
