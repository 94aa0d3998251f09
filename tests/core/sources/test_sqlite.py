"""An SQLite database as a source."""

from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from holdfast.cancellation import Cancellation
from holdfast.errors import Cancelled, Damaged, NotFound, Unsupported
from holdfast.sources.databases import files_to_exclude, open_database, test_database
from holdfast.sources.databases.sqlite import SqliteSource, live_files


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "shop data.db"
    with closing(sqlite3.connect(path)) as db:
        db.executescript("PRAGMA journal_mode=WAL; CREATE TABLE t (id INTEGER PRIMARY KEY, x BLOB)")
        db.executemany("INSERT INTO t (x) VALUES (?)", [(os.urandom(2000),) for _ in range(3000)])
        db.commit()
    return path


def copied(source: SqliteSource, to: Path) -> Path:
    try:
        (file,) = source.files(lambda _: None)
        to.write_bytes(b"".join(file.chunks()))
        return to
    finally:
        source.close()


def rows(path: Path) -> list[tuple[int, bytes]]:
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return list(db.execute("SELECT * FROM t ORDER BY id"))


def test_the_copy_holds_what_is_only_in_the_log(database: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(database)) as writer:
        writer.execute("PRAGMA wal_autocheckpoint=0")
        writer.execute("INSERT INTO t (x) VALUES ('new')")
        writer.commit()
        copy = copied(SqliteSource(database), tmp_path / "copy")
        assert rows(copy) == rows(database)


def test_the_copy_is_one_state_while_others_write(database: Path, tmp_path: Path) -> None:
    """A writer inserts pairs of rows all the time; the copy has only whole pairs."""
    stop = threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(database, timeout=30)) as db:
            while not stop.wait(0.001):
                with db:
                    db.execute("INSERT INTO t (x) VALUES ('pair')")
                    db.execute("INSERT INTO t (x) VALUES ('pair')")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        copy = copied(SqliteSource(database), tmp_path / "copy")
    finally:
        stop.set()
        writer.join()
    assert len([1 for _, x in rows(copy) if x == "pair"]) % 2 == 0  # type: ignore[comparison-overlap]  # SQLite's columns have no type


def test_where_it_stands_in_a_backup_and_who_may_read_the_temporary_copy(database: Path, tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    source = SqliteSource(database, scratch=scratch)
    (file,) = source.files(lambda _: None)
    (copy,) = scratch.rglob("copy.sqlite")
    assert file.path == b"/holdfast-database/sqlite/shop data.db.sqlite"
    assert copy.stat().st_mode & 0o777 == 0o600
    assert copy.parent.stat().st_mode & 0o777 == 0o700
    source.close()
    assert list(scratch.iterdir()) == []


def test_the_live_files_are_left_out_of_the_scan(tmp_path: Path) -> None:
    found = files_to_exclude("sqlite:wp.db", folder=tmp_path)
    assert [p.name for p in found] == ["wp.db", "wp.db-wal", "wp.db-shm", "wp.db-journal"]
    assert found == live_files(tmp_path / "wp.db")


def test_a_damaged_database_is_no_backup(database: Path, tmp_path: Path) -> None:
    content = bytearray(database.read_bytes())
    content[4096 * 3 : 4096 * 3 + 100] = b"\xff" * 100
    database.write_bytes(content)
    with pytest.raises(Damaged):
        copied(SqliteSource(database), tmp_path / "copy")


def test_files_that_are_none_or_not_there(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x" * 100)
    with pytest.raises(Unsupported):
        copied(SqliteSource(tmp_path / "a"), tmp_path / "copy")
    with pytest.raises(NotFound):
        copied(SqliteSource(tmp_path / "b"), tmp_path / "copy")


def test_cancelled_at_once(database: Path, tmp_path: Path) -> None:
    cancelled = Cancellation()
    cancelled.cancel()
    with pytest.raises(Cancelled):
        copied(SqliteSource(database, cancelled=cancelled), tmp_path / "copy")


def test_it_is_tested_and_opened_by_its_setting(database: Path) -> None:
    report = test_database("sqlite:shop data.db", folder=database.parent)
    assert (report.kind, report.tables) == ("sqlite", (("t", "sqlite", 3000),))
    assert isinstance(open_database("sqlite:shop data.db", folder=database.parent), SqliteSource)
    assert open_database("none") is None
    assert open_database("auto") is None
