"""An SQLite file as a target: written beside the live one, checked, then exchanged by one rename; the old one is kept."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.errors import Busy, Damaged, Forbidden, NoSpace, StorageError

PATIENCE = 3.0
"""Seconds to wait for somebody who writes to the live file, twice."""
_COMPANIONS = ("-wal", "-shm", "-journal")


class SqliteRestoreResult(msgspec.Struct, frozen=True):
    """`kept` is the file that was live before; None when there was none. `rows` were counted in the new one."""

    rows: dict[str, int]
    kept: Path | None
    bytes: int


def restore_sqlite(
    live: Path, chunks: Iterable[bytes], *, cancelled: Cancellation | None = None, now: datetime | None = None
) -> SqliteRestoreResult:
    """Replace `live` by the database in `chunks`. On any failure `live` is what it was.

    Raises Busy (somebody is writing to it), Damaged (the content is no sound database), NoSpace, Forbidden, StorageError, Cancelled.
    """
    stamp = (now or datetime.now(UTC)).strftime("%Y%m%d-%H%M%S")
    fresh = live.with_name(f"{live.name}.new-{stamp}")
    kept = live.with_name(f"{live.name}.before-{stamp}")
    try:
        size = _write(fresh, chunks, cancelled or Cancellation())
        rows = verified_rows(fresh)
        _take_over_owner(live, fresh)
        had = _exchange(live, fresh, kept)
    except OSError as error:
        raise _of_os(error, live) from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    return SqliteRestoreResult(rows, kept if had else None, size)


def verified_rows(database: Path) -> dict[str, int]:
    """Rows by table of a database file that nobody else uses. Raises `Damaged` unless it is wholly sound."""
    import sqlite3

    connection = sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        answer = connection.execute("PRAGMA integrity_check(1)").fetchone()
        if not answer or answer[0] != "ok":
            raise _unsound(database)
        names = [
            r[0]
            for r in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
        ]
        return {n: connection.execute("SELECT COUNT(*) FROM " + '"' + n.replace('"', '""') + '"').fetchone()[0] for n in names}  # noqa: S608
    except sqlite3.DatabaseError as error:
        raise _unsound(database) from error
    finally:
        connection.close()


def _unsound(database: Path) -> Damaged:
    return Damaged(f"The backup's copy of {database.name.partition('.new-')[0]} is not a sound SQLite database.", code="DB-DAMAGED")


def _write(fresh: Path, chunks: Iterable[bytes], cancelled: Cancellation) -> int:
    size = 0
    with os.fdopen(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        for chunk in chunks:
            cancelled.check()
            file.write(chunk)
            size += len(chunk)
        file.flush()
        os.fsync(file.fileno())
    return size


def _take_over_owner(live: Path, fresh: Path) -> None:
    """The web server must be able to use the new file as it used the old one."""
    try:
        found = live.stat()
    except FileNotFoundError:
        found = live.parent.stat()
        os.chmod(fresh, found.st_mode & 0o666)
    else:
        os.chmod(fresh, found.st_mode & 0o777)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.chown(fresh, found.st_uid, found.st_gid)


def _exchange(live: Path, fresh: Path, kept: Path) -> bool:
    """Put `fresh` in the place of `live`, which becomes `kept`. There is a whole database under the live name at every moment."""
    had = live.exists()
    if had:
        _settle(live)
        for suffix in _COMPANIONS:  # a journal of the old file would be applied to the new one
            with suppress(FileNotFoundError):
                os.rename(live.with_name(live.name + suffix), kept.with_name(kept.name + suffix))
        try:
            os.link(live, kept)
        except OSError:  # a file system without links
            shutil.copy2(live, kept)
    os.replace(fresh, live)
    if os.name == "posix":
        folder = os.open(live.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    return had


def _settle(live: Path) -> None:
    """Bring the old file's write-ahead log into it, and see that nobody writes. A file that is no sound database is left as it is."""
    import sqlite3

    connection = sqlite3.connect(live, timeout=PATIENCE, isolation_level=None)
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            hint = "Stop the site, or wait until it has finished."
            raise Busy(f"The database {live} is being written to.", code="DB-BUSY", hint=hint) from error
    except sqlite3.DatabaseError:
        pass
    finally:
        connection.close()


def _of_os(error: OSError, live: Path) -> StorageError | Forbidden:
    import errno

    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return NoSpace(
            f"There is no room for the database beside {live}.", code="SPACE-LOCAL", hint="Make room. The live one was not touched."
        )
    if isinstance(error, PermissionError):
        return Forbidden(f"The folder of {live} may not be written to.", code="DB-RIGHTS", hint="The live database was not touched.")
    return StorageError(f"The database {live} could not be restored ({error.strerror}).", code="DB-ERROR")
