"""The engine on disks that are full or read-only, with restic as the judge: N2, N5."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from holdfast.engine.archiver import ArchiveOptions, ArchiveResult, archive
from holdfast.engine.forget import forget, plan_removal
from holdfast.engine.prune import prune
from holdfast.engine.restorer import plan_restore, restore
from holdfast.errors import Forbidden, NoSpace
from holdfast.repository.repository import Repository
from holdfast.secret import Secret
from holdfast.sources.folder import FolderSource
from holdfast.storage.base import StorageAddress
from holdfast.storage.opening import open_storage
from tests.support.engine_process import PASSWORD
from tests.support.repositories import QUICK
from tests.support.restic import Restic
from tests.support.site_folder import content, make_files
from tests.support.tmpfs import make_read_only, small_disk


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk") as folder:
        yield folder


def back_up(repository: Repository, site: Path, helpers: int | None = 0) -> ArchiveResult:
    return archive(repository, [FolderSource(site)], ArchiveOptions(hostname="host", helpers=helpers))


def opened(disk: Path) -> Repository:
    return Repository.open(open_storage(StorageAddress(str(disk / "repo"))), Secret(PASSWORD))


def started(disk: Path, site: Path) -> tuple[ArchiveResult, dict[str, str]]:
    """A repository with one small backup, and what it holds."""
    make_files(site, files=30, large=500_000)
    repository = Repository.create(open_storage(StorageAddress(str(disk / "repo"))), Secret(PASSWORD), kdf=QUICK)
    return back_up(repository, site), content(site)


def assert_whole(disk: Path, first: ArchiveResult, wanted: dict[str, str], site: Path, scratch: Path) -> None:
    """Restic finds no error in any byte, and the first backup comes back byte for byte, by us and by restic."""
    restic = Restic(disk / "repo", PASSWORD, scratch / "restic")
    restic.run("check", "--read-data", "--no-lock")
    repository = opened(disk)
    restore(repository, plan_restore(repository, first.snapshot, scratch / "ours", strip=str(site)))
    assert content(scratch / "ours") == wanted
    restic.run("restore", first.snapshot.id, "--target", scratch / "restics", "--no-lock")
    assert content(scratch / "restics" / str(site).lstrip("/")) == wanted


@pytest.mark.parametrize("helpers", [0, 1])
def test_a_disk_that_fills_up_in_mid_backup(disk: Path, tmp_path: Path, helpers: int) -> None:
    """N2: said once with what it needs, no leftovers, earlier backups whole, and room can be made by pruning."""
    site = tmp_path / "site"
    first, wanted = started(disk, site)
    make_files(site / "more", files=10, large=16_000_000, seed=5)
    with pytest.raises(NoSpace) as caught:
        back_up(opened(disk), site, helpers)
    assert caught.value.details["needed"] > 0
    assert "full" in caught.value.message
    assert caught.value.hint
    assert list(disk.rglob("*-tmp-*")) == []
    assert list((disk / "repo" / "locks").iterdir()) == []
    assert_whole(disk, first, wanted, site, tmp_path)


def test_pruning_still_works_on_a_full_disk(disk: Path, tmp_path: Path) -> None:
    """N2: forget and prune give room again, and the next backup fits."""
    site = tmp_path / "site"
    first, _ = started(disk, site)
    for path in site.rglob("*"):
        if path.is_file():
            path.unlink()
    make_files(site, files=30, large=500_000, seed=7)
    second = back_up(opened(disk), site)
    wanted = content(site)
    make_files(site / "more", files=5, large=3_000_000, seed=8)
    with pytest.raises(NoSpace):
        back_up(opened(disk), site)
    repository = opened(disk)
    forget(repository, plan_removal(repository, [first.snapshot.id]), confirmed=True)
    prune(repository)
    assert_whole(disk, second, wanted, site, tmp_path)


def test_a_read_only_repository(disk: Path, tmp_path: Path) -> None:
    """N5: reading and restoring work, writing is one clear message."""
    site = tmp_path / "site"
    first, wanted = started(disk, site)
    make_read_only(disk)
    with pytest.raises(Forbidden) as caught:
        back_up(opened(disk), site)
    assert "read-only" in caught.value.message
    assert caught.value.hint
    assert [snapshot.id for snapshot in opened(disk).snapshots()] == [first.snapshot.id]
    assert_whole(disk, first, wanted, site, tmp_path)
