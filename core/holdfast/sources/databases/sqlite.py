"""An SQLite database as a source: a copy made by SQLite's own online backup, never the live file.

The copy is taken in steps, so that a writing site is held up for moments only, into a temporary file (0600) that is checked, streamed
to ``/holdfast-database/sqlite/<name>.sqlite`` and removed. The live file and its companions are to be left out of the scan of the
folder: `live_files`.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from holdfast.cancellation import Cancellation
from holdfast.entries import Entry
from holdfast.errors import Busy, Cancelled, Damaged, Forbidden, HoldfastError, NoSpace, NotFound, RemoteError, Unsupported
from holdfast.sources.base import Skipped

if TYPE_CHECKING:
    import sqlite3

FOLDER = b"/holdfast-database/sqlite"
_PAGES = 2048
_MAGIC = b"SQLite format 3\0"
_RESTARTS = 4


def live_files(database: Path) -> tuple[Path, ...]:
    """What must not be read as a file while the database may be in use: itself and its journals, existing or not."""
    return tuple(database.with_name(database.name + suffix) for suffix in ("", "-wal", "-shm", "-journal"))


def stored_name(database: Path) -> str:
    """The name of the copy inside the backup."""
    return database.name if database.name.endswith(".sqlite") else f"{database.name}.sqlite"


class SqliteFile:
    """The copy, as a `StreamFile`."""

    def __init__(self, database: Path, copy: Path) -> None:
        name = os.fsencode(stored_name(database))
        found = database.stat()
        self.path = FOLDER + b"/" + name
        self.entry = Entry(name=name, kind="file", mode=0o100600, mtime_ns=found.st_mtime_ns, ctime_ns=found.st_mtime_ns)
        self._copy = copy

    def chunks(self) -> Iterator[bytes]:
        with self._copy.open("rb") as file:
            while piece := file.read(1 << 20):
                yield piece


class SqliteSource:
    """A `StreamSource` of one file. `scratch` is where the copy is made (default: the system's temporary folder)."""

    def __init__(self, database: Path, *, scratch: Path | None = None, cancelled: Cancellation | None = None) -> None:
        self.database = database
        self._scratch = scratch
        self._cancelled = cancelled or Cancellation()
        self._folder: Path | None = None

    def estimate(self) -> int | None:
        try:
            return self.database.stat().st_size
        except OSError:
            return None

    def files(self, skipped: Callable[[Skipped], None]) -> Iterator[SqliteFile]:
        """Raises NotFound, Unsupported (not an SQLite file), Busy, NoSpace, Damaged, Cancelled."""
        check_header(self.database)
        self._folder = Path(tempfile.mkdtemp(prefix="holdfast-sqlite-", dir=self._scratch))
        copy = self._folder / "copy.sqlite"
        self._require_room()
        with translated(self.database):
            copy_database(self.database, copy, self._cancelled)
            quick_check(copy, self.database)
        yield SqliteFile(self.database, copy)

    def close(self) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def _require_room(self) -> None:
        need = (self.estimate() or 0) + (16 << 20)
        free = shutil.disk_usage(self._folder or tempfile.gettempdir()).free
        if free < need:
            raise NoSpace(
                f"A copy of {self.database.name} needs about {need >> 20} MiB in the temporary folder, {free >> 20} MiB are free.",
                code="SPACE-LOCAL", hint="Make room, or set TMPDIR to a folder with more.",
            )  # fmt: skip


def check_header(database: Path) -> None:
    """Raise unless `database` can be read and is an SQLite file (an empty file is an empty database)."""
    try:
        with database.open("rb") as file:
            head = file.read(16)
    except (FileNotFoundError, NotADirectoryError):
        raise NotFound(f"There is no database file {database}.", code="DB-UNKNOWN", hint="Check the path after sqlite:.") from None
    except PermissionError:
        raise Forbidden(f"The database file {database} may not be read.", code="DB-RIGHTS", hint="Change its permissions.") from None
    except OSError as error:
        raise Unsupported(f"{database} is not a database file ({error.strerror}).", code="DB-KIND") from None
    if head and head != _MAGIC:
        raise Unsupported(
            f"{database} is not an SQLite database.", code="DB-KIND", hint="Encrypted databases cannot be copied while in use."
        )


def copy_database(database: Path, copy: Path, cancelled: Cancellation) -> None:
    """Copy in steps. A step is a read lock of moments; when others keep writing, which restarts the copy, the last try holds the lock."""
    import sqlite3

    os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    source = sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True, timeout=10, isolation_level=None)
    try:
        target = sqlite3.connect(copy, isolation_level=None)
        try:
            target.execute("PRAGMA synchronous=OFF")
            _copy_in_steps(source, target, cancelled)
        finally:
            target.close()
    finally:
        source.close()


def _copy_in_steps(source: sqlite3.Connection, target: sqlite3.Connection, cancelled: Cancellation) -> None:
    class Restarted(Exception):
        pass

    least = restarts = 0

    def step(_status: int, remaining: int, total: int) -> None:
        nonlocal least, restarts
        cancelled.check()
        restarts += remaining > least > 0
        least = remaining
        if restarts > _RESTARTS:
            raise Restarted

    try:
        source.backup(target, pages=_PAGES, progress=step, sleep=0.005)
    except Restarted:
        source.backup(target, pages=-1)


def quick_check(copy: Path, database: Path) -> None:
    """Raise `Damaged` when the copy is not sound (then the original is not either)."""
    import sqlite3

    connection = sqlite3.connect(f"{copy.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        answer = connection.execute("PRAGMA quick_check(1)").fetchone()
    finally:
        connection.close()
    if not answer or answer[0] != "ok":
        raise Damaged(
            f"The SQLite database {database} is damaged: {str(answer[0] if answer else '')[:200]}", code="DB-DAMAGED",
            hint="Repair it (`sqlite3 FILE .recover`) or restore an earlier backup of it.",
        )  # fmt: skip


class translated:
    """SQLite's errors inside the `with` become ours."""

    def __init__(self, database: Path) -> None:
        self._database = database

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        import sqlite3

        if isinstance(error, sqlite3.Error):
            raise _of_sqlite(error, self._database) from error
        if isinstance(error, OSError):
            raise RemoteError(f"The database {self._database} could not be copied ({error.strerror}).", code="DB-ERROR") from error


def _of_sqlite(error: sqlite3.Error, database: Path) -> HoldfastError:
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return Busy(
            f"The database {database} is locked by another program.", code="DB-BUSY", hint="Try again when it has finished writing."
        )
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return Damaged(f"The SQLite database {database} is damaged.", code="DB-DAMAGED", hint="Restore an earlier backup of it.")
    if name.startswith("SQLITE_FULL"):
        return NoSpace("The temporary folder is full.", code="SPACE-LOCAL", hint="Make room, or set TMPDIR to a folder with more.")
    if name.startswith("SQLITE_INTERRUPT"):
        return Cancelled()
    return RemoteError(f"The SQLite database {database} could not be read: {error}.", code="DB-ERROR")


def tables_of(database: Path) -> tuple[tuple[str, str, int], ...]:
    """Name, "sqlite", rows of each table (counted)."""
    import sqlite3

    connection = sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True, timeout=10)
    try:
        names = [
            r[0]
            for r in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type='table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
            )
        ]
        counts = [connection.execute(f'SELECT COUNT(*) FROM "{n.replace(chr(34), chr(34) * 2)}"').fetchone()[0] for n in names]  # noqa: S608 - quoted
    finally:
        connection.close()
    return tuple((name, "sqlite", count) for name, count in zip(names, counts, strict=True))
