"""SQLite as we use it: short transactions, a journal mode that cannot lose rows, migrations that keep a copy.

The write-ahead log loses committed rows in SQLite 3.7.0 to 3.51.2 when two connections write and checkpoint at once (fixed in 3.51.3,
3.50.7 and 3.44.6), so it is used only with a fixed engine (reliability.md D1).
"""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from holdfast.errors import Busy, Damaged, HoldfastError, NoSpace, StorageError, Unsupported
from holdfast.state.files import make_private_file

log = logging.getLogger(__name__)

BUSY_SECONDS = 10.0
Row = tuple[Any, ...]


def journal_mode(engine: tuple[int, int, int]) -> str:
    """The safe mode for a version of SQLite."""
    major_minor = engine[:2]
    fixed = engine >= (3, 51, 3) or (major_minor == (3, 50) and engine[2] >= 7) or (major_minor == (3, 44) and engine[2] >= 6)
    return "WAL" if fixed else "DELETE"


class Database:
    """One database file. Methods may be called from any thread; a connection is never carried into a child process."""

    def __init__(self, path: Path, migrations: Sequence[str], *, durable: bool = True, what: str = "Holdfast's database") -> None:
        """Open or make `path` and bring it to the newest schema.

        `migrations[n]` leads from version n to n+1. `durable` False: for caches; a crash of the system may cost the last changes,
        never the file's soundness. Errors: Unsupported STATE-NEWER, Damaged STATE-DAMAGED, NoSpace, Busy.
        """
        self.path = path
        self._what = what
        self._lock = threading.RLock()
        make_private_file(path)
        with self._explained():
            self._connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
            try:
                self._connection.execute(f"PRAGMA journal_mode={journal_mode(_engine())}").fetchone()
                self._connection.execute(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}")
                self._connection.execute("PRAGMA foreign_keys=ON")
                self._migrate(migrations)
            except BaseException:
                self._connection.close()
                raise

    def read(self, sql: str, parameters: Sequence[object] | dict[str, object] = ()) -> list[Row]:
        with self._lock, self._explained():
            return self._connection.execute(sql, parameters).fetchall()

    def read_one(self, sql: str, parameters: Sequence[object] | dict[str, object] = ()) -> Row | None:
        with self._lock, self._explained():
            row: Row | None = self._connection.execute(sql, parameters).fetchone()
            return row

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all or nothing, and durable when the block ends. Keep it short: other programs wait."""
        with self._lock, self._explained():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._commit()

    def changed_elsewhere(self) -> int:
        """A number that differs after another connection changed the file."""
        row = self.read_one("PRAGMA data_version")
        return int(row[0]) if row else 0

    def generation(self) -> tuple[int, int]:
        """Differs after anything was changed, by this connection or by another one."""
        with self._lock:
            return self.changed_elsewhere(), self._connection.total_changes

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def _commit(self) -> None:
        try:
            self._connection.execute("COMMIT")
        except sqlite3.Error:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def _migrate(self, migrations: Sequence[str]) -> None:
        version = self._version()
        if version == len(migrations):
            return
        if version > len(migrations):
            raise Unsupported(
                f"{self._what} was written by a newer Holdfast (schema {version}; this one knows {len(migrations)}).",
                code="STATE-NEWER",
                hint="Update Holdfast on this computer. Nothing was changed.",
            )
        if version:
            self._keep_copy(version)
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            # Another program may have done it while we waited.
            for step in range(self._version(), len(migrations)):
                for statement in _statements(migrations[step]):
                    self._connection.execute(statement)
            self._connection.execute(f"PRAGMA user_version={len(migrations)}")
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._commit()

    def _version(self) -> int:
        return int(self._connection.execute("PRAGMA user_version").fetchone()[0])

    def _keep_copy(self, version: int) -> None:
        copy = self.path.with_name(f"{self.path.name}.v{version}.bak")
        make_private_file(copy)
        target = sqlite3.connect(copy)
        try:
            self._connection.backup(target)
        finally:
            target.close()
        log.info("%s is brought to a new schema; the old one stays as %s", self.path.name, copy.name)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """SQLite's errors as ours."""
        try:
            yield
        except sqlite3.Error as error:
            explained = self._explain(error)
            if explained is None:
                raise
            raise explained from error

    def _explain(self, error: sqlite3.Error) -> HoldfastError | None:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}:
            return Damaged(
                f"{self._what} ({self.path.name}) is damaged.",
                code="STATE-DAMAGED",
                hint="Your backups are not affected. Move the file away, or put its newest .bak in its place.",
            )
        if code == sqlite3.SQLITE_FULL:
            return NoSpace(f"There is no room left to write {self.path.name}.", code="SPACE-LOCAL", hint="Make room on this disk.")
        if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            return Busy(f"{self._what} is in use by another program.", code="STATE-BUSY", hint="Try again in a moment.")
        if isinstance(error, sqlite3.OperationalError):
            return StorageError(f"{self._what} ({self.path.name}) cannot be used: {error}.", code="STATE-IO")
        return None


def _engine() -> tuple[int, int, int]:
    major, minor, patch = (int(part) for part in sqlite3.sqlite_version.split("."))
    return major, minor, patch


def _statements(script: str) -> Iterator[str]:
    """`executescript` would commit before it begins, so a migration that is killed could be half done."""
    held = ""
    for piece in script.split(";")[:-1]:
        held += piece + ";"
        if sqlite3.complete_statement(held):
            yield held
            held = ""


def utc_now() -> str:
    """Now, as all tables store times: ISO 8601 UTC with microseconds, which sorts as text."""
    return to_text(time.time())


def to_text(seconds: float) -> str:
    from datetime import UTC, datetime

    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
