"""The small parts of keeping: files handed over, plans and memory in the state, one record of a backup and its copy."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from holdfast.app import Holdfast
from holdfast.app.handing_over import hand_over
from holdfast.app.kept import Kept, merged
from holdfast.errors import StorageError
from holdfast.records import Backup, Site, StorageEntry
from holdfast.state import keeping
from holdfast.state.database import Database
from holdfast.state.remembered import remember
from holdfast.state.schema import MIGRATIONS
from tests.core.app.conftest import Scene


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    file = tmp_path / "backup.zip"
    file.write_bytes(b"content")
    return file


def test_a_file_goes_into_a_folder_under_a_harmless_name(ours: Path, tmp_path: Path) -> None:
    """H1: the id of a backup is the server's word, never a path."""
    given = hand_over(ours, str(tmp_path / "there") + "/", "../../etc/pass\nwd.zip")
    assert given.parent == tmp_path / "there"
    assert given.read_bytes() == b"content"
    assert not ours.exists()


def test_no_file_is_replaced(ours: Path, tmp_path: Path) -> None:
    (tmp_path / "shop.zip").write_bytes(b"mine")
    (tmp_path / "shop (2).zip").symlink_to("/nonexistent")
    assert hand_over(ours, str(tmp_path / "shop.zip"), "x.zip").name == "shop (3).zip"
    assert (tmp_path / "shop.zip").read_bytes() == b"mine"


def test_a_place_that_cannot_be_written_leaves_the_file_where_it_is(ours: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StorageError):
        hand_over(ours, str(tmp_path / "file" / "below.zip"), "x.zip")
    assert ours.exists()


def test_another_disk_gets_a_copy(ours: Path) -> None:
    shm = Path("/dev/shm")
    target = shm / f"holdfast-test-{ours.parent.name}.zip"
    try:
        assert hand_over(ours, str(target), "x.zip") == target
        assert target.read_bytes() == b"content"
        assert not ours.exists()
    finally:
        target.unlink(missing_ok=True)


def test_what_was_taken_in_is_not_wanted_again_and_what_fails_is_tried_three_times(tmp_path: Path) -> None:
    database = Database(tmp_path / "state.db", MIGRATIONS)
    try:
        keeping.note_taken(database, "site", ["a"])
        for _ in range(keeping.TRIES):
            assert keeping.seen(database, "site").wants("b")
            keeping.note_failed(database, "site", "b")
        assert [keeping.seen(database, "site").wants(one) for one in "abc"] == [False, False, True]
        keeping.note_taken(database, "site", ["b"])
        assert keeping.seen(database, "site").failed == {}
        plan = keeping.Plan("job", "site", storage="s", backup="x")
        keeping.intend(database, plan)
        assert keeping.plans(database) == [plan]
        keeping.done(database, "job")
        assert keeping.plans(database) == []
    finally:
        database.close()


def test_a_backup_and_its_copy_are_one_record() -> None:
    site = Site(id="s", name="shop", system="backup-copilot")
    when = datetime(2026, 11, 20, tzinfo=UTC)
    copy = Backup(id="ab" * 32, site="old name", created_at=when, metadata={"remote": "bkpc_1", "added": 10, "job": "j", "why": "test"})
    kept = Kept(StorageEntry("d", "disk", "/disk"), copy, "bkpc_1")
    there = [Backup(id=name, site="shop", locations=("site",), metadata={"status_word": "completed"}) for name in ("bkpc_1", "bkpc_2")]
    both, only_there = merged(site, there, [kept])
    assert (both.id, both.locations, only_there.locations) == ("bkpc_1", ("site", "storage"), ("site",))
    assert (both.metadata["snapshot"], both.metadata["kept_in"], both.metadata["status_word"]) == (copy.id, "disk", "completed")
    (alone,) = merged(site, [], [kept])
    assert (alone.id, alone.site, alone.system, alone.locations) == ("bkpc_1", "shop", "backup-copilot", ("storage",))
    assert {"why", "snapshot"} <= set(alone.metadata)
    assert "job" not in alone.metadata


def test_what_a_site_listed_last_is_there_without_asking_it(ready: Scene) -> None:
    """For a window that shows something at once: `refresh=False` asks nobody."""

    async def story(app: Holdfast) -> tuple[int, str]:
        home = app.backups._home
        home.sites.put(Site(id="remote", name="far", system="safeguard"))
        before = (await app.backups.list("far", refresh=False)).total
        seen = Backup(id="bkp_1", site="far", locations=("site",), created_at=datetime(2026, 11, 20, tzinfo=UTC))
        remember(home.database, "remote", "listed", {"items": [msgspec.to_builtins(seen)]})
        page = await app.backups.list("far", refresh=False)
        return before or 0, page.items[0].id

    assert ready.run(story) == (0, "bkp_1")
