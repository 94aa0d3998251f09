"""The databases in a restored backup, looked at without a server: each dump read to its last statement, rows counted, SQLite asked itself.

Two kinds: dumps that we made (``holdfast-database``, `mysql.layout`: they say themselves how many tables and rows they hold), and dumps
that came in somebody else's archive (anything that a dumping program writes, also packed with gzip).
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.drill_records import DrillCheck, some
from holdfast.engine.drill_sql import SqlFacts, is_packed, read_sql
from holdfast.errors import Damaged
from holdfast.mysql.layout import SCHEMA, Manifest, parse_count, parse_manifest, parse_title

_SQLITE = b"SQLite format 3\0"
_LOOK = 1 << 16
_BY_DUMPER = re.compile(rb"^(?:/\*M?!\d+\\- enable the sandbox mode \*/\s*)?-- (?:MySQL|MariaDB) dump ")
_END_OF_DUMP = b"-- Dump completed"
_MAY_BE_DUMP = re.compile(r"\.sql(\.gz)?$|(^|[-_])db\d*(-.*)?\.gz$", re.IGNORECASE)
_MAY_BE_SQLITE = re.compile(r"\.(sqlite3?|db)$|^\.ht\.sqlite", re.IGNORECASE)
_STATEMENT = re.compile(rb"^\s*(CREATE\s+(TABLE|DATABASE)|INSERT\s+INTO|DROP\s+TABLE|REPLACE\s+INTO)\b", re.IGNORECASE | re.MULTILINE)
_CODE = {"plugins", "mu-plugins", "themes", "wp-admin", "wp-includes", "vendor", "node_modules"}
"""Folders of programs, which bring SQL of their own."""


class Dumps(msgspec.Struct):
    """What was found. `own`: the folder of a dump that we made."""

    own: Path | None = None
    manifest: Manifest | None = None
    plain: tuple[Path, ...] = ()
    sqlite: tuple[Path, ...] = ()
    facts: SqlFacts = msgspec.field(default_factory=SqlFacts)
    problems: list[str] = msgspec.field(default_factory=list)

    @property
    def for_server(self) -> bool:
        """There is something that a MySQL server can load."""
        return self.own is not None or bool(self.plain)

    @property
    def found(self) -> bool:
        return self.for_server or bool(self.sqlite)

    def rows_by_table(self) -> dict[str, int]:
        return {table.name: table.rows for table in self.manifest.tables} if self.manifest else self.facts.tables


def read_own_dumps(folder: Path, cancelled: Cancellation) -> Dumps:
    """All below ``holdfast-database``."""
    dumps = Dumps()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        cancelled.check()
        if _head(path).startswith(_SQLITE):
            dumps.sqlite = (*dumps.sqlite, path)
            problem = _of_sqlite(path, dumps.facts, cancelled)
        else:
            dumps.own = dumps.own or path.parent
            problem = _of_own_file(path, dumps.facts, cancelled)
        if problem:
            dumps.problems.append(f"{path.relative_to(folder)}: {problem}")
    for schema in sorted(folder.rglob(SCHEMA)):
        dumps.problems += _of_schema(schema, dumps)
    return dumps


def read_archived_dumps(place: Path, cancelled: Cancellation) -> Dumps:
    """All below `place`, where somebody else's archive was restored."""
    dumps = Dumps()
    files = [path for path in sorted(place.rglob("*")) if path.is_file() and not path.is_symlink()]
    plain = [path for path in files if _MAY_BE_DUMP.search(path.name) and _is_dump(path)]
    dumps.plain = tuple([path for path in plain if not _CODE & set(path.relative_to(place).parts[:-1])] or plain)
    dumps.sqlite = tuple(path for path in files if _MAY_BE_SQLITE.search(path.name) and _head(path).startswith(_SQLITE))
    for path in dumps.plain:
        if problem := _of_foreign_file(path, dumps.facts, cancelled):
            dumps.problems.append(f"{path.relative_to(place)}: {problem}")
    for path in dumps.sqlite:
        if problem := _of_sqlite(path, dumps.facts, cancelled):
            dumps.problems.append(f"{path.relative_to(place)}: {problem}")
    return dumps


def said_of(dumps: Dumps) -> DrillCheck:
    """The check "database"."""
    facts = dumps.facts
    files = len(dumps.sqlite) + len(dumps.plain) + (len(list(dumps.own.iterdir())) if dumps.own else 0)
    numbers = {"files": files, "tables": len(facts.tables), "rows": facts.rows, "statements": facts.statements}
    if dumps.problems:
        return DrillCheck("database", "failed", "; ".join(dumps.problems[:5]), numbers)
    return DrillCheck(
        "database",
        "ok",
        f"{files} dump files, {len(facts.tables)} tables, {facts.rows} rows, every statement read to the last one",
        numbers,
    )


# -- one file


def _of_own_file(path: Path, facts: SqlFacts, cancelled: Cancellation) -> str:
    title = parse_title(_head(path).partition(b"\n")[0] + b"\n")
    before = facts.rows
    try:
        tail = read_sql(path, facts, cancelled)
    except Damaged:
        return "it is cut off in the middle of a statement"
    last = tail.rstrip(b"\n").rpartition(b"\n")[2]
    if title is None:
        return "" if last.startswith(_END_OF_DUMP) else "it does not end as a finished dump does"
    if not tail.endswith(b"\n"):
        return "its last line is cut off"
    if title[0] != "table":
        return ""
    told, rows = parse_count(last + b"\n"), facts.rows - before
    if told is None:
        return "it is cut off: the number of rows is missing at its end"
    return "" if told == rows else f"it says {told} rows and has {rows}"


def _of_foreign_file(path: Path, facts: SqlFacts, cancelled: Cancellation) -> str:
    try:
        tail = read_sql(path, facts, cancelled)
    except Damaged:
        return "it is cut off in the middle of a statement"
    if _BY_DUMPER.match(_start(path)) and _END_OF_DUMP not in tail:
        return "it does not end as a finished dump does"
    return ""


def _of_sqlite(path: Path, facts: SqlFacts, cancelled: Cancellation) -> str:
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        connection.set_progress_handler(lambda: int(cancelled.is_set()), 100_000)
        try:
            said = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
            tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            for name in tables:
                quoted = '"' + name.replace('"', '""') + '"'
                facts.tables[name] = facts.tables.get(name, 0) + _one(connection, f"SELECT count(*) FROM {quoted}")  # noqa: S608 - quoted
                if name.endswith("postmeta"):
                    for path_of in _attached(connection, quoted):
                        facts.refer(path_of)
        finally:
            connection.close()
    except sqlite3.Error as error:
        cancelled.check()
        return f"SQLite cannot read it ({error})"
    return "" if said == "ok" else f"SQLite finds it damaged ({said})"


def _one(connection: sqlite3.Connection, sql: str) -> int:
    return int(connection.execute(sql).fetchone()[0])


def _attached(connection: sqlite3.Connection, quoted: str) -> Iterator[str]:
    try:
        rows = connection.execute(f"SELECT meta_value FROM {quoted} WHERE meta_key = '_wp_attached_file'")  # noqa: S608 - quoted
    except sqlite3.Error:
        return  # a table that is called so and is none of WordPress'
    for row in rows:
        if row[0]:
            yield str(row[0])


def _of_schema(schema: Path, dumps: Dumps) -> list[str]:
    """Tables that the dump says it holds and that have no file."""
    with schema.open("rb") as file:
        manifest = parse_manifest((file.readline(), file.readline())[1])
    if manifest is None:
        return [f"{schema.parent.name}/{schema.name}: it does not say what the dump holds"]
    dumps.own, dumps.manifest = schema.parent, manifest
    missing = [table.name for table in manifest.tables if table.file and not (schema.parent / table.file).is_file()]
    return [f"{schema.parent.name}: the table {some(missing)} is missing"] if missing else []


def _is_dump(path: Path) -> bool:
    head = _start(path)
    return bool(_STATEMENT.search(head) or _BY_DUMPER.match(head))


def _start(path: Path) -> bytes:
    """The beginning of its text, unpacked."""
    if not is_packed(path):
        return _head(path)
    import zlib

    try:
        return zlib.decompressobj(31).decompress(_head(path), _LOOK)
    except zlib.error:
        return b""


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_LOOK)
