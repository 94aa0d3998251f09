"""A MySQL or MariaDB database as a target: loaded whole into a new database beside the live one, counted, then exchanged.

The live database is not touched before the new one is complete and has as many rows as the dump says. Then one ``RENAME TABLE`` moves all
live tables to a database of a dated name, which is kept until the user confirms, and the new ones into their place; views, routines,
triggers and events follow (MariaDB cannot rename a database). Whatever fails, the live tables are those from before.

The dump is handed over as `Files`: the names of `holdfast.mysql.layout` and for each a function that opens it for reading.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.errors import Damaged, Forbidden, HoldfastError, NotFound, RemoteError, UsageError
from holdfast.mysql import layout
from holdfast.mysql.access import Access, bound, quoted
from holdfast.mysql.client import Client
from holdfast.mysql.layout import Manifest
from holdfast.progress import SILENT, Progress, Totals
from holdfast.targets.database_definers import Definers
from holdfast.targets.database_exchange import exchange, refuse_broken_references
from holdfast.targets.database_feed import feed
from holdfast.targets.database_objects import Objects, limited
from holdfast.targets.database_sequences import missing_sequences, with_sequences_of

_STAMP_FORMAT, _STAMP = "%Y%m%d_%H%M%S", "00000000_000000"
Files = Mapping[str, Callable[[], Iterable[bytes]]]


class LoadResult(msgspec.Struct, frozen=True):
    """What was loaded into `database`. `rows` were counted there afterwards."""

    database: str
    rows: dict[str, int]
    views: tuple[str, ...] = ()
    definers_changed: tuple[str, ...] = ()
    """Accounts that do not exist here or may not be used by this user; the current user stands in for them."""
    left_out: tuple[str, ...] = ()
    """What the dump said that it lacks."""


class RestoreResult(msgspec.Struct, frozen=True):
    """`kept` is the database that holds what was live before; "" when there was nothing."""

    loaded: LoadResult
    kept: str


def read_manifest(files: Files) -> Manifest:
    """What the dump says of itself. Raises `NotFound`, `Damaged`."""
    if layout.SCHEMA not in files:
        raise NotFound("This backup holds no database dump of Holdfast's.", code="DB-NO-DUMP")
    head = b""
    for chunk in files[layout.SCHEMA]():
        head += chunk
        if head.count(b"\n") > 1 or len(head) > 64 << 20:
            break
    manifest = layout.parse_manifest(head.split(b"\n", 2)[1]) if head.count(b"\n") > 1 else None
    if manifest is None or manifest.format != 1:
        raise Damaged("The database dump's description cannot be read.", code="DB-DUMP-INCOMPLETE", hint="Was it made by a newer Holdfast?")
    return manifest


def restore(
    access: Access,
    files: Files,
    *,
    tables: Sequence[str] | None = None,
    progress: Progress = SILENT,
    cancelled: Cancellation | None = None,
    now: datetime | None = None,
) -> RestoreResult:
    """Bring `access.database` to the state of the dump, or only `tables` of it. See the module for what happens on failure."""
    client = Client(access)
    now = now or datetime.now(UTC)
    drop_leftovers(client, now)
    staging, kept = _free_names(client, now)
    if tables is not None:
        refuse_broken_references(client, tables)
    with missing_sequences(client, small_file(files, layout.SCHEMA)) as made:
        loaded = load_new(access, files, database=staging, tables=tables, progress=progress, cancelled=cancelled, sequences=access.database)
    try:
        objects = Objects.of_dump(files, access, tables)
        kept = exchange(client, staging, kept, objects, whole=tables is None, made=made)
    finally:
        drop_database(client, staging)
    return RestoreResult(loaded, kept)


def load_new(
    access: Access,
    files: Files,
    *,
    database: str,
    tables: Sequence[str] | None = None,
    progress: Progress = SILENT,
    cancelled: Cancellation | None = None,
    sequences: str = "",
) -> LoadResult:
    """Create `database` on the server of `access` and load the dump, or only `tables`, into it; count. It is dropped again on failure.
    `sequences` is the database whose sequences the tables are to use, when they will be moved there.

    Raises Forbidden (the user may not create databases), Damaged (the dump is cut off, or the counts differ), `Cancelled`, server errors.
    """
    manifest = read_manifest(files)
    wanted = chosen(manifest, files, tables)
    client = Client(access)
    create_database(client, database, manifest)
    try:
        loader = _Loader(access.of_database(database), files, progress, cancelled or Cancellation(), sequences)
        loader.tables(manifest, wanted)
        objects = Objects.of_dump(files, access, tables)
        definers = Definers(client)
        for name, content in objects.to_try(whole=tables is None):
            loader.small(name, definers.adapted(content))
        rows = _verified(Client(access.of_database(database), cancelled), manifest, wanted)
    except BaseException:
        drop_database(client, database)
        raise
    return LoadResult(database, rows, manifest.views if tables is None else (), definers.changed(), manifest.left_out)


def chosen(manifest: Manifest, files: Files, tables: Sequence[str] | None) -> list[str]:
    """The tables to load. Raises `NotFound` for one that is not in the dump, `Damaged` when a file is missing."""
    names = [t.name for t in manifest.tables]
    unknown = sorted(set(tables or ()) - set(names))
    if unknown:
        raise NotFound(f"The backup holds no table {', '.join(unknown)}.", code="DB-NO-TABLE", hint=f"It holds {', '.join(names[:40])}.")
    wanted = names if tables is None else [n for n in names if n in set(tables)]
    missing = [n for n in wanted if layout.file_name(n) not in files]
    if missing:
        raise Damaged(f"The dump lacks the files of {len(missing)} tables ({', '.join(missing[:5])}).", code="DB-DUMP-INCOMPLETE")
    return wanted


class _Loader:
    """Feeds files of a dump to the client program, one after the other."""

    def __init__(self, access: Access, files: Files, progress: Progress, cancelled: Cancellation, sequences: str) -> None:
        self._access = access
        self._sequences = sequences
        self._files = files
        self._progress = progress
        self._cancelled = cancelled
        self._bytes = 0

    def tables(self, manifest: Manifest, wanted: list[str]) -> None:
        rows = {t.name: t.rows for t in manifest.tables}
        self._feed(layout.SCHEMA)
        for done, name in enumerate(wanted):
            self._progress.totals(Totals("load", files_done=done, files_total=len(wanted), bytes_done=self._bytes, current=name))
            last = self._feed(layout.file_name(name))
            if layout.parse_count(last) != rows[name]:
                raise Damaged(f"The dump of the table {name} is cut off.", code="DB-DUMP-INCOMPLETE", hint="Choose another backup.")
        self._progress.totals(Totals("load", files_done=len(wanted), files_total=len(wanted), bytes_done=self._bytes))

    def small(self, name: str, content: bytes) -> None:
        feed(self._access, name, [content], self._cancelled)

    def _feed(self, name: str) -> bytes:
        """Returns the file's last line."""
        tail = b""

        def counted() -> Iterator[bytes]:
            nonlocal tail
            for chunk in self._files[name]():
                self._bytes += len(chunk)
                tail = (tail + chunk)[-200:]
                yield chunk

        feed(self._access, name, with_sequences_of(self._sequences, counted()), self._cancelled)
        return tail.rstrip(b"\n").rpartition(b"\n")[2]


def _verified(client: Client, manifest: Manifest, wanted: list[str]) -> dict[str, int]:
    """The rows counted, table by table. Raises `Damaged` when they are not those of the dump."""
    expected = {t.name: t.rows for t in manifest.tables}
    rows = count_rows(client, wanted)
    wrong = [name for name in wanted if rows.get(name) != expected[name]]
    if wrong:
        raise Damaged(
            f"{len(wrong)} tables have another number of rows after loading than in the backup ({', '.join(wrong[:5])}).",
            code="DB-LOAD-DIFFERS", hint="The live database was not touched. Is there enough room on the server?",
        )  # fmt: skip
    return rows


def count_rows(client: Client, tables: Sequence[str]) -> dict[str, int]:
    """Exact counts."""
    sql = "".join(f"SELECT COUNT(*) FROM {quoted(name)};\n" for name in tables)  # noqa: S608 - quoted
    return {name: int(row[0]) for name, row in zip(tables, client.ask(sql, timeout=3600), strict=True)} if tables else {}


def beside(database: str, suffix: str) -> str:
    """The name of a database beside `database`; names are at most 64 characters."""
    return f"{database[: 63 - len(suffix)]}_{suffix}"


def check_rights(access: Access) -> None:
    """Raises now what `restore` would raise after much work: `Forbidden` when the user may not create databases, errors of the server."""
    client = Client(access)
    staging, _ = _free_names(client, datetime.now(UTC))
    create_database(client, staging)
    drop_database(client, staging)


def create_database(client: Client, database: str, manifest: Manifest | None = None) -> None:
    """Raises `Forbidden` when the user may not, `RemoteError` when it exists."""
    sets = ""
    if manifest is not None:
        sets += f" CHARACTER SET {manifest.character_set}" if manifest.character_set.isalnum() else ""
        sets += f" COLLATE {manifest.collation}" if manifest.collation.replace("_", "").isalnum() else ""
    try:
        client.ask(f"CREATE DATABASE {quoted(database)}{sets};", database=False)
    except (Forbidden, UsageError) as error:
        raise Forbidden(
            f"The database user “{client.access.user}” may not create a database, and a restore goes into a new one first.",
            code="DB-RIGHTS", hint="Give a user who may, for example --database mysql://root@HOST/DATABASE.", server_message=error.message,
        ) from error  # fmt: skip
    except RemoteError:
        if not sets:
            raise
        # A character set that this server does not know (a dump of a newer one): its own default, the tables say theirs.
        client.ask(f"CREATE DATABASE {quoted(database)};", database=False)


def drop_database(client: Client, database: str) -> None:
    """Best effort: what cannot be dropped now (the server is gone) is a leftover, not a failure."""
    try:
        client.ask(f"DROP DATABASE IF EXISTS {quoted(database)};", database=False)
    except HoldfastError:
        pass


def _free_names(client: Client, now: datetime) -> tuple[str, str]:
    """Names for the new database and for the kept one, by the second in which neither is taken."""
    while True:
        stamp = now.strftime(_STAMP_FORMAT)
        found = beside(client.access.database, f"new_{stamp}"), beside(client.access.database, f"before_{stamp}")
        if not any(_databases(client, name) for name in found):
            return found
        now += timedelta(seconds=1)


def drop_leftovers(client: Client, now: datetime) -> None:
    """Half-loaded databases of restores that were killed more than a day ago."""
    start = beside(client.access.database, f"new_{_STAMP}").removesuffix(_STAMP)
    limit = (now - timedelta(days=1)).strftime(_STAMP_FORMAT)
    for name in _databases(client, start):
        stamp = name[len(start) :]
        if re.fullmatch(r"\d{8}_\d{6}", stamp) and stamp < limit:
            drop_database(client, name)


def _databases(client: Client, start: str) -> list[str]:
    rows = client.ask(
        bound("SELECT schema_name FROM information_schema.schemata WHERE LEFT(schema_name, CHAR_LENGTH(?)) = ? ORDER BY 1;", start, start),
        database=False,
    )
    return [row[0] for row in rows]


def kept_databases(access: Access) -> list[str]:
    """Databases that restores of `access.database` have kept, oldest first."""
    return _databases(Client(access), beside(access.database, f"before_{_STAMP}").removesuffix(_STAMP))


def confirm(access: Access, kept: str) -> None:
    """The restored state is good: drop the database kept by a restore. Refuses any other name."""
    if kept not in kept_databases(access):
        raise UsageError(f"“{kept}” is not a database that a restore has kept.")
    Client(access).ask(f"DROP DATABASE {quoted(kept)};", database=False)


def small_file(files: Files, name: str) -> bytes:
    """A whole file of the dump that is known to be small; b"" when it is not there."""
    return b"".join(limited(files[name]())) if name in files else b""
