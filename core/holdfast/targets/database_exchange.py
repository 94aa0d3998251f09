"""The moment in which a loaded database takes the place of the live one.

All tables move in one ``RENAME TABLE`` statement, which the server does wholly or not at all. Triggers forbid moving a table to another
database, so they are taken off both sides before and put back after; what is put back was read, and tried, before anything moved.
"""

from __future__ import annotations

from collections.abc import Sequence

from holdfast.cancellation import never
from holdfast.errors import HoldfastError, RemoteError, UsageError
from holdfast.mysql.access import Access, bound, quoted
from holdfast.mysql.client import Client
from holdfast.targets.database_definers import Definers
from holdfast.targets.database_feed import feed
from holdfast.targets.database_objects import Objects

_TABLES = ("BASE TABLE", "SEQUENCE", "SYSTEM VERSIONED")
_WAIT = "SET SESSION lock_wait_timeout = 30;\n"


def exchange(client: Client, staging: str, kept: str, objects: Objects, *, whole: bool, made: Sequence[str] = ()) -> str:
    """Move the live tables (all when `whole`, else those that `staging` has too) to the new database `kept` and those of `staging` into
    their place, then create `objects`. Returns `kept`, or "" when nothing was live but what was `made` for this restore. On failure
    everything is as before, and the error is raised."""
    client.ask(f"CREATE DATABASE IF NOT EXISTS {quoted(client.access.database)};", database=False)
    swap = _Exchange(client, staging, kept, whole)
    swap.prepare()
    try:
        swap.move()
        swap.create(objects)
    except BaseException:
        swap.undo()
        raise
    return swap.keep(made)


class _Exchange:
    def __init__(self, client: Client, staging: str, kept: str, whole: bool) -> None:
        self._client = client
        self._live = client.access.database
        self._staging = staging
        self._kept = kept
        self._whole = whole
        self._moved = False
        self._before = Objects.of_database(client.access)
        self._views = _views(client)
        self._incoming = names(client, staging, _TABLES)
        present = names(client, self._live, _TABLES)
        self._outgoing = present if whole else [name for name in present if name in set(self._incoming)]

    def prepare(self) -> None:
        row = self._client.one("SELECT @@character_set_database, @@collation_database;")
        self._client.ask(f"CREATE DATABASE {quoted(self._kept)} CHARACTER SET {row[0]} COLLATE {row[1]};", database=False)

    def move(self) -> None:
        _drop_triggers(self._client, self._staging, self._incoming)
        _drop_triggers(self._client, self._live, self._outgoing)
        out = [(self._live, self._kept, name) for name in self._outgoing]
        _rename(self._client, out + [(self._staging, self._live, name) for name in self._incoming])
        self._moved = True

    def create(self, objects: Objects) -> None:
        if self._whole:
            _drop_rest(self._client, self._live, list(self._views))
        definers = Definers(self._client)
        for name, content in objects.to_apply():
            feed(self._client.access, name, [definers.adapted(content)], never())

    def undo(self) -> None:
        """Everything as it was. Raises `RemoteError` when the tables cannot be moved back: they are then in `kept`, and stay there."""
        if self._moved:
            _drop_triggers(self._client, self._live, self._incoming)
            back = [(self._live, self._staging, name) for name in self._incoming]
            try:
                _rename(self._client, back + [(self._kept, self._live, name) for name in self._outgoing])
            except HoldfastError as error:
                raise RemoteError(
                    f"The restore failed, and so did going back ({error.message}). The tables of before are in “{self._kept}”.",
                    code="DB-SWAP", hint=f"Move them back with RENAME TABLE, or restore again. Nothing in “{self._kept}” was changed.",
                ) from error  # fmt: skip
        if self._whole and self._moved:
            _drop_rest(self._client, self._live, names(self._client, self._live, ("VIEW",)))
        self._put(self._client.access)
        if not names(self._client, self._kept, _TABLES):
            self._client.ask(f"DROP DATABASE {quoted(self._kept)};", database=False)

    def keep(self, made: Sequence[str]) -> str:
        """Give `kept` what else was live; best effort, for the rows are what counts and they are there."""
        if set(self._outgoing) <= set(made):
            self._client.ask(f"DROP DATABASE {quoted(self._kept)};", database=False)
            return ""
        if self._whole:
            beside = self._client.access.of_database(self._kept)
            self._put(beside)
            events = _events(self._client, self._kept)
            _best_effort(self._client, [f"ALTER EVENT {quoted(self._kept)}.{quoted(name)} DISABLE;" for name in events])
        return self._kept

    def _put(self, access: Access) -> None:
        """Create in `access.database` the triggers, routines, views and events that were live; what is there already stays."""
        for name, content in self._before.to_apply():
            try:
                feed(access, name, [content], never(), go_on=True)
            except HoldfastError:
                pass
        _create_views(Client(access), self._views)


def refuse_broken_references(client: Client, tables: Sequence[str]) -> None:
    """A table that others refer to cannot be exchanged without them: their foreign keys would follow the old one. Raises `UsageError`."""
    rows = client.ask(
        "SELECT DISTINCT table_name, referenced_table_name FROM information_schema.key_column_usage"
        " WHERE referenced_table_schema = DATABASE() AND table_schema = DATABASE();"
    )
    for table, referenced in rows:
        if referenced in tables and table not in tables:
            raise UsageError(
                f"The table {referenced} cannot be restored alone: {table} refers to it.",
                code="DB-REFERENCES",
                hint=f"Restore {table} too.",
            )


def names(client: Client, database: str, kinds: tuple[str, ...]) -> list[str]:
    """Tables or views of a database."""
    rows = client.ask(
        bound("SELECT table_name, table_type FROM information_schema.tables WHERE table_schema = ?;", database), database=False
    )
    return sorted(row[0] for row in rows if row[1] in kinds)


def _rename(client: Client, moves: list[tuple[str, str, str]]) -> None:
    if moves:
        pairs = ",\n".join(f"{quoted(a)}.{quoted(name)} TO {quoted(b)}.{quoted(name)}" for a, b, name in moves)
        client.ask(f"{_WAIT}RENAME TABLE {pairs};", database=False, timeout=600)


def _views(client: Client) -> dict[str, str]:
    """Name and CREATE statement of each live view; one that cannot be shown has none."""
    found: dict[str, str] = {}
    for name in names(client, client.access.database, ("VIEW",)):
        try:
            row = client.one(f"SHOW CREATE VIEW {quoted(name)};")
        except HoldfastError:
            row = []
        found[name] = row[1] if len(row) > 1 else ""
    return found


def _create_views(client: Client, views: dict[str, str]) -> None:
    """As many as can be; one that builds on another succeeds in a later round."""
    waiting = [sql for sql in views.values() if sql]
    while waiting:
        failed = [sql for sql in waiting if not _best_effort(client, [f"{sql};"], database=True)]
        if len(failed) == len(waiting):
            return
        waiting = failed


def _drop_triggers(client: Client, database: str, tables: Sequence[str]) -> None:
    rows = client.ask(
        bound("SELECT trigger_name, event_object_table FROM information_schema.triggers WHERE trigger_schema = ?;", database),
        database=False,
    )
    wanted = set(tables)
    drops = [f"DROP TRIGGER {quoted(database)}.{quoted(name)};" for name, table in rows if table in wanted]
    if drops:
        client.ask("\n".join(drops), database=False)


def _drop_rest(client: Client, live: str, views: list[str]) -> None:
    """Views, routines and events: the state is to be that of the dump alone."""
    rows = client.ask(
        bound("SELECT routine_type, routine_name FROM information_schema.routines WHERE routine_schema = ?;", live), database=False
    )
    drops = [f"DROP VIEW IF EXISTS {quoted(live)}.{quoted(name)};" for name in views]
    drops += [f"DROP {kind} IF EXISTS {quoted(live)}.{quoted(name)};" for kind, name in rows if kind in {"PROCEDURE", "FUNCTION"}]
    drops += [f"DROP EVENT IF EXISTS {quoted(live)}.{quoted(name)};" for name in _events(client, live)]
    if drops:
        client.ask("\n".join(drops), database=False)


def _events(client: Client, database: str) -> list[str]:
    rows = client.ask(bound("SELECT event_name FROM information_schema.events WHERE event_schema = ?;", database), database=False)
    return [row[0] for row in rows]


def _best_effort(client: Client, statements: list[str], *, database: bool = False) -> bool:
    try:
        if statements:
            client.ask("\n".join(statements), database=database)
    except HoldfastError:
        return False
    return True
