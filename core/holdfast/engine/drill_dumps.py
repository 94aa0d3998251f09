"""Whether dump files that were restored are whole: read from disk to their ends, rows counted, without a database server."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from holdfast.cancellation import Cancellation
from holdfast.mysql.layout import SCHEMA, parse_count, parse_manifest, parse_title

_MAGIC = b"SQLite format 3\0"
_END_OF_DUMP = b"-- Dump completed"


def check_dumps(folder: Path, cancelled: Cancellation) -> tuple[int, int, list[str]]:
    """Look at all dumps below `folder` (``holdfast-database``): how many files, how many rows, and what is wrong, in words."""
    files = rows = 0
    problems: list[str] = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        cancelled.check()
        files += 1
        counted, problem = _check(path, cancelled)
        rows += counted
        if problem:
            problems.append(f"{path.relative_to(folder)}: {problem}")
    for schema in sorted(folder.rglob(SCHEMA)):
        problems += _missing_tables(schema)
    return files, rows, problems


def _check(path: Path, cancelled: Cancellation) -> tuple[int, str]:
    with path.open("rb") as file:
        if file.read(len(_MAGIC)) == _MAGIC:
            return _check_sqlite(path)
        file.seek(0)
        first = file.readline(1 << 16)
        title = parse_title(first)
        last, rows = first, 0
        for number, line in enumerate(file):
            if not number % 4096:
                cancelled.check()
            rows += line.startswith((b"INSERT INTO", b"(", b"REPLACE INTO"))
            last = line if line.strip() else last
    if title is None:
        return rows, "" if last.startswith(_END_OF_DUMP) else "it does not end as a finished dump does"
    if not last.endswith(b"\n"):
        return rows, "its last line is cut off"
    if title[0] != "table":
        return 0, ""
    told = parse_count(last)
    if told is None:
        return rows, "it is cut off: the number of rows is missing at its end"
    return rows, "" if told == rows else f"it says {told} rows and has {rows}"


def _check_sqlite(path: Path) -> tuple[int, str]:
    try:
        with sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True) as connection:
            said = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
            tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            quoted = ['"' + name.replace('"', '""') + '"' for name in tables]
            rows = sum(connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in quoted)  # noqa: S608 - quoted
        connection.close()
    except sqlite3.Error as error:
        return 0, f"SQLite cannot read it ({error})"
    return rows, "" if said == "ok" else f"SQLite finds it damaged ({said})"


def _missing_tables(schema: Path) -> list[str]:
    """Tables that the dump says it holds and that have no file."""
    with schema.open("rb") as file:
        manifest = parse_manifest((file.readline(), file.readline())[1])
    if manifest is None:
        return [f"{schema.parent.name}/{schema.name}: it does not say what the dump holds"]
    return [
        f"{schema.parent.name}: the table {table.name} is missing"
        for table in manifest.tables
        if table.file and not (schema.parent / table.file).is_file()
    ]
