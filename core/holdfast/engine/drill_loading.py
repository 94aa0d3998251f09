"""Level "loaded": the dumps of a restored backup in a private database server, every table counted against the dump."""

from __future__ import annotations

import contextlib
import functools
import gzip
import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.drill_dumps import Dumps
from holdfast.engine.drill_records import DrillCheck, some
from holdfast.engine.drill_sql import PIECE, is_packed
from holdfast.errors import Damaged
from holdfast.mysql.access import quoted
from holdfast.mysql.client import Client
from holdfast.progress import Progress, Totals
from holdfast.targets.database import count_rows, load_new
from holdfast.targets.database_feed import feed
from holdfast.targets.database_sqlite import verified_rows
from holdfast.targets.database_throwaway import PrivateServer

_NAME = "drill"
_NOT_OURS = "('mysql', 'information_schema', 'performance_schema', 'sys')"


class Loaded(msgspec.Struct, frozen=True):
    server: PrivateServer
    rows: dict[str, int]
    """By table, counted in the server."""
    where: dict[str, str]
    """The database of each table: a dump may choose its own."""

    def ask(self, table: str, sql: str, cancelled: Cancellation) -> list[list[str]]:
        """`sql` in the database that holds `table`."""
        return Client(self.server.access(self.where.get(table, _NAME)), cancelled).ask(sql)


def load_dumps(server: PrivateServer, dumps: Dumps, progress: Progress, cancelled: Cancellation) -> Loaded:
    """Raises what the load raises: `Damaged` (the dump's fault), other errors (this server's)."""
    if dumps.own is not None and dumps.manifest is not None:
        files = {path.name: functools.partial(_pieces, path) for path in dumps.own.iterdir() if path.is_file()}
        loaded = load_new(server.access("mysql"), files, database=_NAME, progress=progress, cancelled=cancelled)
        return Loaded(server, loaded.rows, dict.fromkeys(loaded.rows, _NAME))
    client = Client(server.access("mysql"), cancelled)
    client.ask(f"CREATE DATABASE {_NAME} CHARACTER SET utf8mb4;", database=False)
    plain = dumps.plain or (tuple(sorted(dumps.own.iterdir())) if dumps.own else ())
    for number, path in enumerate(plain):
        progress.totals(Totals("load", files_done=number, files_total=len(plain), current=path.name))
        feed(server.access(_NAME), path.name, _pieces(path), cancelled)
    return _counted(server, client)


def _counted(server: PrivateServer, client: Client) -> Loaded:
    tables = client.ask(
        f"SELECT table_schema, table_name FROM information_schema.tables WHERE table_schema NOT IN {_NOT_OURS} "  # noqa: S608 - our words
        "AND table_type = 'BASE TABLE';",
        database=False,
    )
    rows: dict[str, int] = {}
    for database in sorted({found[0] for found in tables}):
        rows |= count_rows(Client(server.access(database)), [name for schema, name in tables if schema == database])
    return Loaded(server, rows, {name: schema for schema, name in tables})


def loaded_check(dumps: Dumps, loaded: Loaded, prefix: str, cancelled: Cancellation) -> DrillCheck:
    """Tables and rows against the dump; for a WordPress also how many posts and pages are published."""
    expected = dumps.rows_by_table()
    known = {name.lower(): count for name, count in loaded.rows.items()}
    absent = [name for name in expected if name.lower() not in known]
    wrong = [
        f"{name} ({known[name.lower()]} instead of {count} rows)"
        for name, count in expected.items()
        if name.lower() in known and known[name.lower()] != count and name not in dumps.facts.inexact
    ]
    numbers = {"tables": len(loaded.rows), "rows": sum(loaded.rows.values())} | _posts(loaded, prefix, cancelled)
    if absent or wrong:
        words = [f"{len(absent)} tables of the dump are not there: {some(absent)}"] if absent else []
        words += [f"{len(wrong)} tables differ from the dump: {some(wrong)}"] if wrong else []
        return DrillCheck("loaded", "failed", "; ".join(words), numbers)
    detail = f"{numbers['tables']} tables with {numbers['rows']} rows were loaded into a private server and counted"
    if "posts" in numbers:
        detail += f"; {numbers['posts']} posts and {numbers['pages']} pages are published"
    return DrillCheck("loaded", "ok", detail, numbers)


def load_sqlite(dumps: Dumps, scratch: Path, cancelled: Cancellation) -> DrillCheck:
    """Each file written anew below `scratch` by SQLite itself, table by table and row by row; the new one is checked and counted."""
    rows: Counter[str] = Counter()
    for path in dumps.sqlite:
        copy = scratch / "loaded.sqlite"
        try:
            with contextlib.closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as source:
                source.isolation_level = None
                source.set_progress_handler(lambda: int(cancelled.is_set()), 100_000)
                source.execute("VACUUM INTO ?", (str(copy),))
            rows.update(verified_rows(copy))
        except sqlite3.Error as error:  # this SQLite's trouble: it has read the file from end to end and found it sound
            cancelled.check()
            return DrillCheck("loaded", "warning", f"SQLite cannot load it here ({error})")
        except Damaged as error:
            return DrillCheck("loaded", "failed", error.message)
        finally:
            copy.unlink(missing_ok=True)
    numbers = {"tables": len(rows), "rows": rows.total()}
    expected = {name: count for name, count in dumps.facts.tables.items() if not name.startswith("sqlite_")}
    if wrong := sorted(name for name in expected.keys() | rows.keys() if expected.get(name) != rows.get(name)):
        return DrillCheck("loaded", "failed", f"{len(wrong)} tables differ from the backup: {some(wrong)}", numbers)
    return DrillCheck(
        "loaded", "ok", f"{len(rows)} tables with {rows.total()} rows were loaded into a new SQLite file and counted", numbers
    )


def _posts(loaded: Loaded, prefix: str, cancelled: Cancellation) -> dict[str, int]:
    table = f"{prefix}posts"
    if not prefix or table not in loaded.where:
        return {}
    sql = f"SELECT COALESCE(SUM(post_type = 'post'), 0), COALESCE(SUM(post_type = 'page'), 0) FROM {quoted(table)} WHERE post_status = 'publish';"  # noqa: S608, E501 - quoted
    posts, pages = loaded.ask(table, sql, cancelled)[0]
    return {"posts": int(posts), "pages": int(pages)}


def _pieces(path: Path) -> Iterator[bytes]:
    with gzip.open(path, "rb") if is_packed(path) else path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece
