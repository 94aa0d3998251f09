"""SQLite as Holdfast uses it: journal mode, migrations, newer schemas, damage (D1, D2)."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from holdfast.errors import Damaged, StorageError, Unsupported, UsageError
from holdfast.jobs.messages import Finished
from holdfast.records import Job, Site
from holdfast.state.database import Database, journal_mode
from holdfast.state.entries import new_id, sites_of
from holdfast.state.history import History
from holdfast.state.schema import MIGRATIONS

FIRST = "CREATE TABLE things (name TEXT);"
SECOND = "ALTER TABLE things ADD COLUMN size INTEGER DEFAULT 7; CREATE TABLE more (x INTEGER);"


def open_state(path: Path) -> Database:
    return Database(path, MIGRATIONS)


@pytest.mark.parametrize(
    ("engine", "mode"),
    [((3, 40, 1), "DELETE"), ((3, 44, 5), "DELETE"), ((3, 44, 6), "WAL"), ((3, 46, 0), "DELETE"), ((3, 50, 6), "DELETE"),
     ((3, 50, 7), "WAL"), ((3, 51, 2), "DELETE"), ((3, 51, 3), "WAL"), ((3, 52, 0), "WAL")],
)  # fmt: skip
def test_d1_the_write_ahead_log_only_with_a_fixed_engine(engine: tuple[int, int, int], mode: str) -> None:
    assert journal_mode(engine) == mode


def test_d1_the_file_is_opened_as_promised(tmp_path: Path) -> None:
    database = open_state(tmp_path / "state.db")
    engine = tuple(int(part) for part in sqlite3.sqlite_version.split("."))
    assert database.read("PRAGMA journal_mode")[0][0].upper() == journal_mode(engine)  # type: ignore[arg-type]  # three numbers
    assert database.read("PRAGMA synchronous") == [(2,)]
    database.close()
    assert (tmp_path / "state.db").stat().st_mode & 0o777 == 0o600


def test_d2_a_migration_keeps_what_was_there_and_a_copy(tmp_path: Path) -> None:
    path = tmp_path / "test.db"
    old = Database(path, [FIRST])
    with old.write() as connection:
        connection.execute("INSERT INTO things VALUES ('one')")
    old.close()
    new = Database(path, [FIRST, SECOND])
    assert new.read("SELECT * FROM things") == [("one", 7)]
    new.close()
    copy = Database(tmp_path / "test.db.v1.bak", [FIRST])
    assert copy.read("SELECT * FROM things") == [("one",)]
    copy.close()


def test_d2_a_newer_schema_is_refused_politely_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "test.db"
    Database(path, [FIRST, SECOND]).close()
    before = path.read_bytes()
    with pytest.raises(Unsupported) as caught:
        Database(path, [FIRST])
    assert caught.value.code == "STATE-NEWER"
    assert "Update Holdfast" in caught.value.hint
    assert path.read_bytes() == before


def test_d2_a_migration_that_breaks_changes_nothing_and_goes_on_later(tmp_path: Path) -> None:
    path = tmp_path / "test.db"
    Database(path, [FIRST]).close()
    with pytest.raises(StorageError):
        Database(path, [FIRST, "CREATE TABLE more (x INTEGER); CREATE TABLE things (again TEXT);"])
    database = Database(path, [FIRST, SECOND])
    assert database.read("SELECT count(*) FROM more") == [(0,)]
    database.close()


KILLED_MIGRATION = """
import os, signal, sys
from pathlib import Path
from holdfast.state import database
migrations = ["CREATE TABLE things (name TEXT);", "ALTER TABLE things ADD COLUMN size INTEGER DEFAULT 7; CREATE TABLE more (x INTEGER);"]
original = database._statements
def statements(script):
    for number, statement in enumerate(original(script)):
        yield statement
        os.kill(os.getpid(), signal.SIGKILL)
database._statements = statements
database.Database(Path(sys.argv[1]), migrations)
"""


def test_d2_a_migration_that_is_killed_is_resumed(tmp_path: Path) -> None:
    path = tmp_path / "test.db"
    old = Database(path, [FIRST])
    with old.write() as connection:
        connection.execute("INSERT INTO things VALUES ('one')")
    old.close()
    killed = subprocess.run([sys.executable, "-c", KILLED_MIGRATION, str(path)], check=False)
    assert killed.returncode == -signal.SIGKILL
    database = Database(path, [FIRST, SECOND])
    assert database.read("SELECT * FROM things") == [("one", 7)]
    assert database.read("PRAGMA integrity_check") == [("ok",)]
    database.close()


@pytest.mark.parametrize("content", [b"this is no database" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_garbage_is_a_typed_error_with_a_way_out(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "state.db"
    path.write_bytes(content)
    with pytest.raises((Damaged, StorageError)) as caught:
        open_state(path)
    assert caught.value.hint or "state.db" in caught.value.message


def test_names_are_unique_without_regard_to_case(tmp_path: Path) -> None:
    sites = sites_of(open_state(tmp_path / "state.db"))
    site = sites.put(Site(id=new_id(), name="Shop", system="folder"))
    assert sites.get("shop") == site
    with pytest.raises(UsageError):
        sites.put(Site(id=new_id(), name="SHOP", system="folder"))
    for bad in ("", "@x", "-x", "a/b", " x", "a\nb", "x" * 101):
        with pytest.raises(UsageError):
            sites.put(Site(id=new_id(), name=bad, system="folder"))


WRITER = """
import sys
from pathlib import Path
from holdfast.jobs.messages import Finished
from holdfast.records import Job
from holdfast.state.database import Database
from holdfast.state.history import History
from holdfast.state.schema import MIGRATIONS
history = History(Database(Path(sys.argv[1]), MIGRATIONS))
for number in range(10000):
    job = f"{sys.argv[2]}-{number}"
    history.begin(Job(id=job, verb="backup", site="shop"), site_id="1")
    history.end(Finished(job=job, outcome="success", result={"n": number}))
    print(job, flush=True)
"""


def kill_while_writing(path: Path, rounds: int, seed: int) -> None:
    """Two processes write finished runs; one is killed at a random moment. No run that was told as finished may be lost."""
    rng = random.Random(seed)
    told: set[str] = set()
    for number in range(rounds):
        writers = [
            subprocess.Popen([sys.executable, "-c", WRITER, str(path), f"{number}{letter}"], stdout=subprocess.PIPE, text=True)
            for letter in "ab"
        ]
        for writer in writers:
            assert writer.stdout is not None
            told.add(writer.stdout.readline().strip())
        time.sleep(rng.random() * 0.2)
        for writer in writers:
            os.kill(writer.pid, signal.SIGKILL)
            assert writer.stdout is not None
            told.update(line.strip() for line in writer.stdout if line.endswith("\n"))
            writer.wait()
            writer.stdout.close()
    database = open_state(path)
    assert database.read("PRAGMA integrity_check") == [("ok",)]
    finished = {row[0] for row in database.read("SELECT id FROM jobs WHERE outcome = 'success'")}
    database.close()
    assert told - {""} <= finished


def test_d1_killed_writers_lose_no_finished_run(tmp_path: Path) -> None:
    kill_while_writing(tmp_path / "state.db", rounds=3, seed=1)


@pytest.mark.long
def test_d1_killed_writers_lose_no_finished_run_a_hundred_times(tmp_path: Path) -> None:
    kill_while_writing(tmp_path / "state.db", rounds=100, seed=2)


def test_a_crash_leaves_no_job_open(tmp_path: Path) -> None:
    """K6: what a killed program left open is closed as abandoned when the next one starts; what still runs is left alone."""
    path = tmp_path / "state.db"
    script = (
        WRITER.replace("history.end(", "input(); history.end(")
        .replace("range(10000)", "range(1)")
        .replace("input()", "print(job, flush=True); input()")
    )
    child = subprocess.Popen([sys.executable, "-c", script, str(path), "x"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline().strip() == "x-0"
    database = open_state(path)
    history = History(database)
    history.begin(Job(id="mine", verb="backup"))
    assert history.close_abandoned() == []
    child.kill()
    child.wait()
    child.stdout.close()
    assert child.stdin is not None
    child.stdin.close()
    assert [job.id for job in history.close_abandoned()] == ["x-0"]
    job = history.get("x-0")
    assert job is not None
    assert job.outcome == "abandoned"
    assert job.failure is not None
    assert job.failure["code"] == "INTERRUPTED"
    assert [one.id for one in history.running()] == ["mine"]
    database.close()


def test_the_first_end_of_a_job_counts(tmp_path: Path) -> None:
    database = open_state(tmp_path / "state.db")
    history = History(database)
    history.begin(Job(id="one", verb="backup"))
    history.end(Finished(job="one", outcome="success", result={"backup": {"id": "abc"}}))
    history.end(Finished(job="one", outcome="failed"))
    job = history.get("one")
    assert job is not None
    assert (job.outcome, job.backup_id) == ("success", "abc")
    database.close()
