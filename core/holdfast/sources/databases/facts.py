"""What a server says of one database before it is dumped: tables, engines, sizes, the user's rights."""

from __future__ import annotations

import re

import msgspec

from holdfast.mysql.access import quoted
from holdfast.mysql.client import Client

TRANSACTIONAL = frozenset({"innodb", "rocksdb", "tokudb", "ndbcluster"})
WANTED = ("SELECT", "SHOW VIEW", "TRIGGER", "EVENT")
"""Rights without which something would be missing from a dump."""


class TableFacts(msgspec.Struct, frozen=True):
    name: str
    kind: str
    """BASE TABLE, VIEW, SEQUENCE, SYSTEM VERSIONED, …"""
    engine: str
    rows: int
    """The server's estimate."""
    size: int
    changed_at: str
    """The server's time of the last change, where the engine keeps one."""


class DatabaseFacts(msgspec.Struct, frozen=True):
    server: str
    now: str
    character_set: str
    collation: str
    tables: tuple[TableFacts, ...]
    rights: frozenset[str]

    def names(self, kind: str) -> tuple[str, ...]:
        return tuple(t.name for t in self.tables if t.kind == kind)

    def size(self) -> int:
        return sum(t.size for t in self.tables)

    def missing_rights(self) -> tuple[str, ...]:
        return tuple(r for r in WANTED if r not in self.rights)

    def unsafe_tables(self) -> tuple[TableFacts, ...]:
        """Tables whose engine knows no transactions, so that a dump may catch them in mid-change."""
        return tuple(t for t in self.tables if t.engine and t.engine.lower() not in TRANSACTIONAL and t.kind not in {"VIEW", "SYSTEM VIEW"})


def gather(client: Client) -> DatabaseFacts:
    """Ask. Raises when the server cannot be reached, refuses the user or lacks the database."""
    head = client.one("SELECT VERSION(), NOW(), @@character_set_database, @@collation_database;")
    return DatabaseFacts(head[0], head[1], head[2], head[3], tables(client), rights(client))


def tables(client: Client) -> tuple[TableFacts, ...]:
    rows = client.ask(
        "SELECT table_name, table_type, IFNULL(engine, ''), IFNULL(table_rows, 0), IFNULL(data_length, 0) + IFNULL(index_length, 0),"
        " IFNULL(update_time, '') FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY table_name;"
    )
    return tuple(TableFacts(r[0], r[1], r[2], int(r[3]), int(r[4]), r[5]) for r in rows)


def rights(client: Client) -> frozenset[str]:
    """The user's rights on the whole database (global ones and those by a pattern of its name)."""
    return rights_in([row[0] for row in client.ask("SHOW GRANTS;", database=False)], client.access.database)


_GRANT = re.compile(r"GRANT (?P<rights>.+?) ON (?P<where>\*\.\*|(?:`(?:[^`]|``)*`|\w+|\*)\.\*) TO ")


def rights_in(grants: list[str], database: str) -> frozenset[str]:
    """Rights of the lines of SHOW GRANTS that hold for all of `database`."""
    found: set[str] = set()
    for line in grants:
        match = _GRANT.match(line)
        if match and _covers(match["where"], database):
            found.update(r.strip().upper() for r in match["rights"].split(","))
    if "ALL PRIVILEGES" in found or "ALL" in found:
        found.update(WANTED)
    return frozenset(found)


def _covers(where: str, database: str) -> bool:
    if where == "*.*":
        return True
    pattern = where.removesuffix(".*").strip("`").replace("``", "`")
    regex = "".join(_wildcard(part) for part in re.findall(r"\\.|.", pattern, re.DOTALL))
    return re.fullmatch(regex, database, re.DOTALL) is not None


def _wildcard(part: str) -> str:
    return {"%": ".*", "_": "."}.get(part) or re.escape(part.removeprefix("\\") or part)


def exact_rows(client: Client, names: tuple[str, ...]) -> dict[str, int]:
    """Counted, not estimated."""
    if not names:
        return {}
    sql = "".join(f"SELECT COUNT(*) FROM {quoted(n)};\n" for n in names)  # noqa: S608 - quoted
    return {n: int(r[0]) for n, r in zip(names, client.ask(sql, timeout=3600), strict=True)}
