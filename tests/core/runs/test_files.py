"""Files in folders of the user's: only what Holdfast wrote there ever goes, and what the policy keeps stays."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from holdfast.app import written_files
from holdfast.records import Backup, Site
from holdfast.retention import apply_policy, parse_policy
from holdfast.state import written_files as memory
from holdfast.state.database import Database
from holdfast.state.schema import MIGRATIONS

SITE = Site("s1", "shop", "folder")
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "state.db", MIGRATIONS)
    yield database
    database.close()


def backup(number: int, *, days: float = 0.0, kind: str = "full") -> Backup:
    return Backup(f"b{number}", "shop", type=kind, created_at=NOW - timedelta(days=days))


def hand(database: Database, folder: Path, one: Backup, content: bytes = b"archive") -> Path:
    spool = folder.parent / f"spool-{one.id}.zip"
    spool.write_bytes(content)
    (path,) = written_files.give(database, [spool], str(folder), SITE, one)
    assert not spool.exists()
    return path


def thin(database: Database, policy: str, **words: Any) -> written_files.FilesRemoved:
    plans = written_files.plan_files(written_files.standing(database, SITE.id), parse_policy(policy), NOW)
    return written_files.thin_out(database, SITE.id, plans, **words)


def test_a_file_has_the_name_of_the_site_and_the_time(database: Database, tmp_path: Path) -> None:
    path = hand(database, tmp_path / "files", backup(1))
    assert path.name == f"shop-{NOW.astimezone():%Y-%m-%d-%H%M}.zip"
    assert [one.path for one in memory.written(database)] == [str(path)]


def test_no_other_file_is_replaced_and_an_earlier_try_is_found_again(database: Database, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    first = hand(database, folder, backup(1))
    assert hand(database, folder, backup(1)) == first, "the same backup again"
    other = hand(database, folder, backup(2), b"another")
    assert other.name == f"{first.stem} (2).zip"
    assert first.read_bytes() == b"archive"


def test_another_disk_gets_a_copy_and_it_is_known_there_too(database: Database, tmp_path: Path) -> None:
    folder = Path("/dev/shm") / f"holdfast-files-{os.getpid()}"
    try:
        path = hand(database, folder, backup(1))
        assert path.read_bytes() == b"archive"
        assert list(folder.iterdir()) == [path]
        hand(database, folder, backup(2, days=9))
        assert thin(database, "last=1").removed == (str(folder / f"shop-{(NOW - timedelta(days=9)).astimezone():%Y-%m-%d-%H%M}.zip"),)
    finally:
        for one in folder.iterdir():
            one.unlink()
        folder.rmdir()


def test_a_file_system_without_numbers_is_asked_for_the_content(database: Database, tmp_path: Path) -> None:
    """exFAT on a stick gives other inodes after each mount; a file of the same length but other content is never ours."""
    old = hand(database, tmp_path / "files", backup(1, days=5), b"aaaa")
    kept = hand(database, tmp_path / "files", backup(2, days=1))
    copy = tmp_path / "files" / "copy"
    copy.write_bytes(b"aaaa")
    os.replace(copy, old)
    assert thin(database, "last=1").removed == (str(old),)
    old = hand(database, tmp_path / "files", backup(3, days=5), b"aaaa")
    copy.write_bytes(b"mine")
    os.replace(copy, old)
    assert thin(database, "last=1") == written_files.FilesRemoved(left=(str(old),))
    assert old.read_bytes() == b"mine"
    assert kept.exists()


def test_a_disk_that_is_elsewhere_today_is_not_forgotten(database: Database, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    old = hand(database, folder, backup(1, days=5))
    hand(database, folder, backup(2, days=1))
    folder.rename(tmp_path / "away")
    assert thin(database, "last=1") == written_files.FilesRemoved()
    (tmp_path / "away").rename(folder)
    assert thin(database, "last=1").removed == (str(old),)


def test_b3_most_of_a_folder_does_not_go_at_once(database: Database, tmp_path: Path) -> None:
    """B3"""
    for number in range(30):
        hand(database, tmp_path / "files", backup(number, days=number))
    done = thin(database, "last=3")
    assert (done.removed, done.stopped) == ((), (str(tmp_path / "files"),))
    assert len(thin(database, "last=3", confirmed=True).removed) == 27


def test_b3_nothing_goes_while_the_newest_is_less_than_half(database: Database, tmp_path: Path) -> None:
    """B3: an empty site made a small archive; the large ones before it stay until somebody has looked."""
    for number in (3, 2, 1):
        hand(database, tmp_path / "files", backup(number, days=number), bytes(1000))
    hand(database, tmp_path / "files", backup(0), bytes(400))
    done = thin(database, "last=1")
    assert done.removed == () and done.stopped
    there = written_files.standing(database, SITE.id)
    early = written_files.plan_files(there, parse_policy("last=1"), NOW, trusted_before=NOW - timedelta(hours=1))
    assert [plan.stop for plan in early] == ["SHRUNK"], "nobody had seen the small one yet"
    plans = written_files.plan_files(there, parse_policy("last=1"), NOW, trusted_before=NOW + timedelta(hours=1))
    assert [plan.stop for plan in plans] == [""], "confirmed"


policies = st.sampled_from(["last=1", "last=3", "daily=2,weekly=2", "standard", "within=5d", "hourly=4,monthly=1"])
sets = st.lists(st.tuples(st.integers(0, 2000), st.sampled_from(["full", "database"]), st.booleans()), min_size=1, max_size=14)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(sets, policies, st.lists(st.sampled_from(["changed", "replaced", "linked", "gone"]), max_size=4), st.booleans())
def test_only_what_was_written_goes_and_what_the_policy_keeps_stays(
    tmp_path_factory: pytest.TempPathFactory, made: list[tuple[int, str, bool]], policy: str, meddling: list[str], twice: bool
) -> None:
    """Whatever lies in the folder besides, and whatever the user did to our files: those stay; restic's rules decide of the rest."""
    root = tmp_path_factory.mktemp("files")
    folder, database = root / "files", Database(root / "state.db", MIGRATIONS)
    folder.mkdir()
    foreign = {folder / "holiday.zip": b"sea", folder / "shop-2026-11-21-1200.zip": b"not ours", folder / ".shop.part": b"x"}
    try:
        for path, content in foreign.items():
            path.write_bytes(content)
        ours: dict[str, tuple[Path, Backup]] = {}
        for number, (hours, kind, _) in enumerate(made):
            one = backup(number, days=hours / 24, kind=kind)
            ours[one.id] = hand(database, folder, one, f"archive {number:03}".encode()), one
        for how, (name, (path, _)) in zip(meddling, list(ours.items()), strict=False):
            del ours[name]
            if how == "changed":
                path.write_bytes(b"edited by the user")
            elif how == "replaced":
                path.write_bytes(b"other   123")
                os.utime(path, (1_700_000_000, 1_700_000_000))
            elif how == "linked":
                path.unlink()
                path.symlink_to(folder / "holiday.zip")
            else:
                path.unlink()
                continue
            if how != "linked":
                foreign[path] = path.read_bytes()
        for _ in range(1 + twice):
            thin(database, policy, confirmed=True)
        for path, content in foreign.items():
            assert path.read_bytes() == content
        for covers in ("everything", "database"):
            group = [one for _, one in ours.values() if written_files.covers_of(one.type) == covers]
            for kept in apply_policy([_Dated(one) for one in group], parse_policy(policy), NOW).keep:
                assert ours[kept.snapshot.id][0].exists(), (policy, kept.reasons)
    finally:
        database.close()


class _Dated:
    def __init__(self, one: Backup) -> None:
        assert one.created_at is not None
        self.id, self.when, self.tags = one.id, one.created_at.astimezone(), ()
