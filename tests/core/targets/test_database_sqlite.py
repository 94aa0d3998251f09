"""Restoring an SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from holdfast.cancellation import Cancellation
from holdfast.errors import Busy, Cancelled, Damaged
from holdfast.targets import database_sqlite
from holdfast.targets.database_sqlite import restore_sqlite


@pytest.fixture
def backup(tmp_path: Path) -> bytes:
    """A database file with three posts."""
    path = tmp_path / "made.sqlite"
    with closing(sqlite3.connect(path)) as db:
        db.executescript("CREATE TABLE posts (id INTEGER PRIMARY KEY, t); INSERT INTO posts (t) VALUES ('a'), ('b'), ('ü');")
    content = path.read_bytes()
    path.unlink()
    return content


@pytest.fixture
def live(tmp_path: Path) -> Path:
    """A live one with one post, in WAL mode."""
    path = tmp_path / "site" / ".ht.sqlite"
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as db:
        db.executescript("PRAGMA journal_mode=WAL; CREATE TABLE posts (id INTEGER PRIMARY KEY, t); INSERT INTO posts (t) VALUES ('bad');")
    path.chmod(0o640)
    return path


def posts(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as db:
        return [row[0] for row in db.execute("SELECT t FROM posts ORDER BY id")]


def test_the_new_file_takes_the_place_and_the_old_one_is_kept(live: Path, backup: bytes) -> None:
    result = restore_sqlite(live, [backup[:100], backup[100:]])

    assert posts(live) == ["a", "b", "ü"]
    assert live.stat().st_mode & 0o777 == 0o640
    assert result.rows == {"posts": 3}
    assert result.kept is not None
    assert posts(result.kept) == ["bad"]


def test_what_is_still_in_the_write_ahead_log_is_kept_too(live: Path, backup: bytes) -> None:
    with closing(sqlite3.connect(live)) as db:
        db.execute("PRAGMA wal_autocheckpoint=0")
        db.execute("INSERT INTO posts (t) VALUES ('only in the log')")
        db.commit()
        # A crash leaves the log behind: copied from under the open connection.
        log = live.with_name(live.name + "-wal").read_bytes()
    live.with_name(live.name + "-wal").write_bytes(log)

    result = restore_sqlite(live, [backup])

    assert posts(live) == ["a", "b", "ü"]
    assert result.kept is not None
    assert posts(result.kept) == ["bad", "only in the log"]


@pytest.mark.parametrize("damage", [lambda c: c[:-2000], lambda c: b"nonsense" * 600, lambda c: c[:4000] + b"\xff" * 200 + c[4200:]])
def test_an_unsound_copy_leaves_the_live_file(live: Path, backup: bytes, damage: object) -> None:
    with pytest.raises(Damaged):
        restore_sqlite(live, [damage(backup)])  # type: ignore[operator]  # one of the functions above
    assert posts(live) == ["bad"]
    assert [p.name for p in live.parent.iterdir()] == [".ht.sqlite"]


def test_a_database_that_is_written_to_is_not_replaced(live: Path, backup: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_sqlite, "PATIENCE", 0.2)
    with closing(sqlite3.connect(live, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("INSERT INTO posts (t) VALUES ('in work')")
        with pytest.raises(Busy):
            restore_sqlite(live, [backup])
        writer.execute("COMMIT")
    assert posts(live) == ["bad", "in work"]


def test_a_vandalised_file_is_replaced_and_kept_as_it_is(live: Path, backup: bytes) -> None:
    live.write_bytes(b"defaced")
    result = restore_sqlite(live, [backup])
    assert posts(live) == ["a", "b", "ü"]
    assert result.kept is not None
    assert result.kept.read_bytes() == b"defaced"


def test_a_missing_file_is_made(live: Path, backup: bytes) -> None:
    live.unlink()
    result = restore_sqlite(live, [backup])
    assert result.kept is None
    assert posts(live) == ["a", "b", "ü"]


def test_cancelling_leaves_the_live_file(live: Path, backup: bytes) -> None:
    cancelled = Cancellation()

    def pieces() -> Iterator[bytes]:
        yield backup[:100]
        cancelled.cancel()
        yield backup[100:]

    with pytest.raises(Cancelled):
        restore_sqlite(live, pieces(), cancelled=cancelled)
    assert posts(live) == ["bad"]
    assert [p.name for p in live.parent.iterdir()] == [".ht.sqlite"]
