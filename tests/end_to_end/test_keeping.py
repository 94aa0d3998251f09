"""Backups that others make, kept in a storage of the user's: the real `holdfast` command, named fakes over real HTTP, restic as judge."""

from __future__ import annotations

import gzip
import os
import subprocess
import time
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.test_api_sites import PASSWORD, add_copilot, time_passing
from tests.support.archive_samples import SITE, make_zip
from tests.support.fakes.backup_copilot import FakeBackupCopilot
from tests.support.fakes.clocks import SimulatedClock
from tests.support.fakes.safeguard import FakeSafeGuard
from tests.support.restic import Restic
from tests.support.s3_server import MOTO_KEYS, moto_server, s3_storage
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
    assert got["result"]["size"] == len({name: content for name, _, content in original}["wp-config.php"])
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


def test_the_site_s_own_storage_is_used_when_it_has_one(desk: Desk, copilot: FakeBackupCopilot) -> None:
    """Without --keep-in: create, download and fetch keep in the storage that the site was given; --download writes a file as well."""
    add_copilot(desk.holdfast, copilot)
    copilot.add_backup(age=9000)
    assert desk("backup", "fetch", "shop", expect=2)["failure"]["code"] == "NO-STORAGE"
    desk("site", "edit", "shop", "--storage", "disk")
    assert len(desk("backup", "fetch", "shop")["result"]["fetched"]) == 1
    with time_passing(copilot, 40):
        made = desk("backup", "create", "shop", "--download", str(desk.folder / "files"))["result"]
    assert set(made["backup"]["locations"]) == {"site", "storage"}
    assert members(made["path"]) == members(copilot.backups[made["backup"]["id"]].archive)
    assert len(desk.judge()) == 2


def test_the_newest_of_all_sites_is_downloaded_and_a_bad_site_stops_no_other(desk: Desk, copilot: FakeBackupCopilot) -> None:
    add_copilot(desk.holdfast, copilot)
    add_copilot(desk.holdfast, copilot, name="other")
    copilot.add_backup(age=9000)
    newest = copilot.add_backup(age=600)
    folder = desk.folder / "srv"
    folder.mkdir()
    desk("site", "add", "empty", "--path", str(folder), "--storage", "disk", "--database", "none")
    done = desk("backup", "download", "--all", "--keep-in", "disk", expect=3)
    rows = {row["site"]: row for row in done["result"]["sites"]}
    assert {name: row["outcome"] for name, row in rows.items()} == {"empty": "failed", "shop": "success", "other": "success"}
    assert rows["shop"]["backup"]["id"] == newest.uuid
    assert len(desk.judge()) == 2


def archives_of_a_plugin(folder: Path, days: int, *, of: str = "shop") -> list[Path]:
    """What UpdraftPlus drops: a set of five files for each day."""
    folder.mkdir(exist_ok=True)
    made = []
    for day in range(1, days + 1):
        for what in ("plugins", "themes", "uploads", "others"):
            made.append(make_zip(folder / f"backup_2026-01-{day:02}-0300_{of}_{day:012x}-{what}.zip", {f"{what}/a.txt": b"text\n" * 2000}))
        dump = folder / f"backup_2026-01-{day:02}-0300_{of}_{day:012x}-db.gz"
        dump.write_bytes(gzip.compress(SITE["database.sql"], mtime=0))
        made.append(dump)
    for path in made:
        os.utime(path, (1_768_000_000, 1_768_000_000))
    return made


def test_sets_of_another_program_are_listed_taken_in_once_and_given_back(desk: Desk, tmp_path: Path) -> None:
    """A folder of UpdraftPlus sets: whole ones are taken in, a half-written one is left alone, nothing is changed there."""
    drop = tmp_path / "updraft"
    files = archives_of_a_plugin(drop, 2)
    growing = drop / "backup_2026-01-09-0300_shop_000000000009-db.gz"
    growing.write_bytes(b"\x1f\x8b half")
    desk("site", "add", "plugin", "--system", "archives", "--archives", str(drop), "--storage", "disk")
    listed = desk("backup", "list", "plugin")["items"]
    assert [one["status"] for one in listed] == ["running", "completed", "completed"]
    assert {tuple(one["locations"]) for one in listed} == {("file",)}
    fetched = desk("backup", "fetch", "plugin", expect=None)["result"]["fetched"]
    assert [one["created_at"][:10] for one in fetched] == ["2026-01-01", "2026-01-02"]
    assert desk("backup", "fetch", "plugin")["result"]["fetched"] == []
    assert len(desk.judge()) == 2
    assert all(path.exists() for path in files)
    back = desk("backup", "download", "plugin", fetched[0]["id"], "--to", str(tmp_path / "back"))["result"]
    assert {path.name for path in Path(back["path"]).iterdir()} == {"db.zip", "plugins.zip", "themes.zip", "uploads.zip", "others.zip"}
    assert members(Path(back["path"]) / "plugins.zip") == members(next(path for path in files if "000001-plugins" in path.name))


def test_sets_in_a_bucket_are_fetched_from_there(desk: Desk, tmp_path: Path) -> None:
    with moto_server() as url:
        storage = s3_storage(url, "drops", "", keys=MOTO_KEYS)
        for path in archives_of_a_plugin(tmp_path / "made", 1):
            storage.client.put_object(Bucket="drops", Key=f"sites/shop/{path.name}", Body=path.read_bytes())
        storage.close()
        secret = tmp_path / "secret"
        secret.write_text(MOTO_KEYS[1])
        desk(
            "site", "add", "plugin", "--system", "archives", "--archives", f"s3:{url}/drops/sites/shop", "--access-key", MOTO_KEYS[0],
            "--access-secret-file", str(secret), "--storage", "disk",
        )  # fmt: skip
        assert desk("backup", "fetch", "plugin")["result"]["fetched"] == []  # still young: it may be half
        _age_objects(url)
        assert len(desk("backup", "fetch", "plugin")["result"]["fetched"]) == 1
        assert desk("backup", "fetch", "plugin")["result"]["fetched"] == []
    assert len(desk.judge()) == 1
    assert not list((desk.folder / "hf-home" / "cache" / "incoming").rglob("*.*"))


def _age_objects(url: str) -> None:
    """moto runs in this process: its objects become an hour older."""
    from moto.s3.models import s3_backends

    for account in s3_backends.values():
        for backend in account.values():
            for bucket in backend.buckets.values():
                for key in bucket.keys.values():
                    key.last_modified -= timedelta(hours=1)


def test_a_backup_of_safeguard_comes_from_the_user_s_own_bucket(desk: Desk, tmp_path: Path) -> None:
    """The key is asked for by BUCKET-KEY; then the object with the backup's id in its name is fetched, checked and taken in."""
    with moto_server() as url, FakeSafeGuard(clock=SimulatedClock(datetime.now(UTC))) as site:
        site.storages[0] |= {"endpoint": url}
        made = site.add_backup(age=5000)
        storage = s3_storage(url, "my-backups", "", keys=MOTO_KEYS)
        archive = make_zip(tmp_path / "there.zip")
        storage.client.put_object(Bucket="my-backups", Key=f"safeguard/shop-{made.id}.zip", Body=archive.read_bytes())
        storage.client.put_object(Bucket="my-backups", Key="safeguard/another.zip", Body=b"x")
        storage.close()
        desk.holdfast(
            "site", "add", "shop", "--system", "safeguard", "--url", site.home, "--user", "root", "--secret-stdin", stdin=PASSWORD + "\n"
        )
        refused = desk("backup", "download", "shop", made.id, "--keep-in", "disk", expect=2)
        assert refused["failure"]["code"] == "BUCKET-KEY"
        secret = tmp_path / "secret"
        secret.write_text(MOTO_KEYS[1])
        desk("site", "edit", "shop", "--bucket-key", MOTO_KEYS[0], "--bucket-secret-file", str(secret))
        kept = desk("backup", "download", "shop", made.id, "--keep-in", "disk")["result"]["backup"]
        assert set(kept["locations"]) == {"site", "storage"}
        back = desk("backup", "download", "shop", made.id, "--to", str(tmp_path / "back.zip"))["result"]
        assert members(back["path"]) == members(archive)
    assert len(desk.judge()) == 1


@pytest.mark.parametrize("step", ["made", "downloaded", "taken in"])
def test_killed_at_any_step_it_goes_on_from_there(desk: Desk, copilot: FakeBackupCopilot, step: str) -> None:
    """K6: kill -9 while the site works, while the bytes come, while they are taken in; then `backup watch` ends it. Asked for
    once, kept once."""
    add_copilot(desk.holdfast, copilot)
    desk("site", "edit", "shop", "--storage", "disk")
    copilot.switch_on("slow", times=1, on="GET /wp-content/backup-copilot-pro/downloads/*", pace=0.02)
    incoming = desk.folder / "hf-home" / "cache" / "incoming"
    reached: Callable[[], bool] = {
        "made": lambda: bool(copilot.backups),
        "downloaded": lambda: any(path.stat().st_size > 20_000 for path in incoming.rglob("*.part")),
        "taken in": lambda: any(incoming.rglob("backup.zip")),
    }[step]
    with time_passing(copilot, 5 if step == "made" else 60):
        program = subprocess.Popen(
            desk.holdfast.arguments("backup", "create", "shop"), stdout=subprocess.DEVNULL, env=desk.holdfast.environment()
        )
        deadline = time.monotonic() + 60
        while not reached():
            assert time.monotonic() < deadline
            assert program.poll() is None, "it ended before it could be killed"
            time.sleep(0.005)
        program.kill()
        program.wait()
    with time_passing(copilot, 60):
        done = desk("backup", "watch", "shop")
    assert set(done["result"]["backup"]["locations"]) == {"site", "storage"}
    assert len(copilot.backups) == 1
    assert len(desk.judge()) == 1
    assert not list(incoming.rglob("*.*"))
    desk("backup", "watch", "shop", expect=5)


def test_hostile_archives_and_a_cut_line_leave_nothing_behind(desk: Desk, copilot: FakeBackupCopilot) -> None:
    """H1: a zip that leads out of its folder is refused as a whole, tried three times, then left alone. A line that is cut is no fault of
    the backup."""
    add_copilot(desk.holdfast, copilot)
    hostile = copilot.add_backup(age=9000)
    make_zip(hostile.archive, {"../outside.txt": b"x", **SITE})
    for _ in range(3):
        failed = desk("backup", "fetch", "shop", "--keep-in", "disk", expect=9)
        assert failed["failure"]["code"] == "ARCHIVE-HOSTILE"
    assert desk("backup", "fetch", "shop", "--keep-in", "disk")["result"] == {"fetched": [], "failed": []}
    assert desk.judge() == []
    assert not list(desk.folder.rglob("outside.txt"))
    assert not list((desk.folder / "hf-home" / "cache" / "incoming").rglob("*.*"))
    cut = copilot.add_backup(age=600)
    copilot.switch_on("truncated", times=1, on="GET /wp-content/backup-copilot-pro/downloads/*")
    assert [one["id"] for one in desk("backup", "fetch", "shop", "--keep-in", "disk")["result"]["fetched"]] == [cut.uuid]
