"""Backups that others make, kept in a storage of the user's: the real `holdfast` command, the named fakes over real HTTP, restic as judge."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.test_api_sites import add_copilot, time_passing
from tests.support.archive_samples import SITE, make_zip
from tests.support.fakes.backup_copilot import FakeBackupCopilot
from tests.support.fakes.clocks import SimulatedClock
from tests.support.restic import Restic
from tests.support.terminal import HoldfastCommand

STORAGE_PASSWORD = "the password of the storage"


class Desk:
    """A terminal with a storage ``disk``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.place = folder / "disk"
        self.holdfast = HoldfastCommand(folder / "hf-home")
        secret = folder / "password"
        secret.write_text(STORAGE_PASSWORD)
        self.holdfast("storage", "add", "disk", str(self.place), "--secret-file", str(secret))

    def __call__(self, *words: str, expect: int | None = 0) -> Any:
        return self.holdfast(*words, expect=expect).last

    def judge(self) -> list[dict[str, Any]]:
        """The snapshots that restic sees, after it has read every byte."""
        restic = Restic(self.place, STORAGE_PASSWORD, self.folder / "restic")
        restic.check()
        return restic.snapshots()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def copilot() -> Iterator[FakeBackupCopilot]:
    with FakeBackupCopilot(clock=SimulatedClock(datetime.now(UTC))) as site:
        yield site


def members(path: str | Path) -> list[tuple[str, tuple[int, ...], bytes]]:
    with zipfile.ZipFile(path) as packed:
        assert packed.testzip() is None
        return [(one.filename, one.date_time, packed.read(one)) for one in packed.infolist()]


def test_a_backup_of_a_site_is_made_kept_and_given_back(desk: Desk, copilot: FakeBackupCopilot) -> None:
    """Created on the site, downloaded, taken in; one record; files, get, verify, drill, restore and download from the repository, also when
    the site no longer has it or is gone."""
    add_copilot(desk.holdfast, copilot)
    with time_passing(copilot, 40):
        made = desk("backup", "create", "shop", "--keep-in", "disk", "--label", "before")["result"]["backup"]
    assert set(made["locations"]) == {"site", "storage"}
    (snapshot,) = desk.judge()
    assert made["metadata"]["snapshot"] == snapshot["id"]
    assert datetime.fromisoformat(made["created_at"]) == datetime.fromisoformat(snapshot["time"].replace("Z", "+00:00")[:19] + "+00:00")
    listed = desk("backup", "list", "shop")
    assert (listed["total"], listed["items"][0]["id"]) == (1, made["id"])
    assert set(listed["items"][0]["locations"]) == {"site", "storage"}
    assert not list((desk.folder / "hf-home" / "cache" / "incoming").rglob("*.zip"))

    original = members(copilot.backups[made["id"]].archive)
    del copilot.backups[made["id"]]
    assert desk("backup", "list", "shop")["items"][0]["locations"] == ["storage"]
    copilot.switch_on("reset", times=1000)
    offline = desk("backup", "list", "shop")
    assert [one["id"] for one in offline["items"]] == [made["id"]]
    assert "wp-config.php" in {one["name"] for one in desk("backup", "files", "shop", made["id"])["items"]}
    got = desk("backup", "get", "shop", "latest", "wp-config.php", "--to", str(desk.folder / "config.php"))
    assert got["result"]["size"] == len(dict((name, content) for name, _, content in original)["wp-config.php"])
    assert desk("backup", "verify", "shop", made["id"])["result"]["good"]
    assert desk("backup", "drill", "shop", made["id"], expect=None)["result"]["verdict"] in {"proven", "warning"}
    back = desk("backup", "download", "shop", made["id"], "--to", str(desk.folder / "back.zip"))["result"]
    assert members(back["path"]) == original
    desk("backup", "restore", "shop", made["id"], "--to", str(desk.folder / "restored"))
    assert (desk.folder / "restored" / "wp-config.php").exists()
    desk("backup", "delete", "shop", made["id"], "--yes")
    assert desk.judge() == []


def test_fetch_takes_in_what_the_site_made_and_nothing_twice(desk: Desk, copilot: FakeBackupCopilot) -> None:
    add_copilot(desk.holdfast, copilot)
    first, second = copilot.add_backup(age=90_000), copilot.add_backup("database", age=5000)
    fetched = desk("backup", "fetch", "shop", "--keep-in", "disk")["result"]
    assert [one["id"] for one in fetched["fetched"]] == [first.uuid, second.uuid]
    assert len(desk.judge()) == 2
    sent = len(copilot.asked("GET /wp-content/backup-copilot-pro/downloads/*"))
    assert sent == 2
    assert desk("backup", "fetch", "shop", "--keep-in", "disk")["result"]["fetched"] == []
    assert len(copilot.asked("GET /wp-content/backup-copilot-pro/downloads/*")) == sent
    third = copilot.add_backup(age=60, takes=1)
    assert [one["id"] for one in desk("backup", "fetch", "shop", "--keep-in", "disk")["result"]["fetched"]] == [third.uuid]


def test_a_backup_without_a_database_is_a_warning_and_a_damaged_one_stops_no_other(desk: Desk, copilot: FakeBackupCopilot) -> None:
    """A6, A5: "no database in this backup" is told; what is damaged is not stored; the rest is."""
    add_copilot(desk.holdfast, copilot)
    bad, good = copilot.add_backup(age=9000), copilot.add_backup(age=5000)
    bad.archive.write_bytes(bad.archive.read_bytes()[:-200])
    make_zip(good.archive, {name: content for name, content in SITE.items() if not name.endswith(".sql")})
    done = desk("backup", "fetch", "shop", "--keep-in", "disk", expect=3)
    assert [one["id"] for one in done["result"]["fetched"]] == [good.uuid]
    assert [one["failure"]["kind"] for one in done["result"]["failed"]] == ["damaged"]
    assert any("no database" in text for text in done["warnings"])
    assert len(desk.judge()) == 1


def test_old_archives_are_imported_with_their_own_dates(desk: Desk, tmp_path: Path) -> None:
    site = tmp_path / "srv"
    site.mkdir()
    (site / "index.html").write_text("hello")
    desk("site", "add", "shop", "--path", str(site), "--storage", "disk", "--database", "none")
    paths = [make_zip(tmp_path / f"shop-2024-0{month}-01-030000.zip") for month in (1, 2)]
    done = desk("backup", "import", "shop", *map(str, paths))["result"]
    assert [one["created_at"][:10] for one in done["imported"]] == ["2024-01-01", "2024-02-01"]
    assert all(path.exists() for path in paths)
    assert [one["time"][:10] for one in desk.judge()] == ["2024-01-01", "2024-02-01"]
    desk("backup", "import", "shop", str(paths[0]))
    assert len(desk.judge()) == 2
