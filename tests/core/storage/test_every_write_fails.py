"""N1: the n-th write of a backup fails, for every n: one clear error, nothing half, earlier backups whole, the next run completes."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from holdfast.engine.archiver import ArchiveOptions, archive
from holdfast.engine.check import check
from holdfast.engine.restorer import plan_restore, restore
from holdfast.errors import HoldfastError, NoSpace, StorageError
from holdfast.repository.repository import Repository
from holdfast.secret import Secret
from holdfast.sources.folder import FolderSource
from holdfast.storage import disk
from holdfast.storage.local import LocalStorage
from tests.support.engine_process import PASSWORD
from tests.support.repositories import QUICK
from tests.support.restic import Restic
from tests.support.site_folder import content, make_files


class NthFails:
    """Stands in for a function of `disk`; all that are replaced count together."""

    def __init__(self, at: int, number: int) -> None:
        self.at, self.number, self.count = at, number, 0

    def around(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            self.count += 1
            if self.count == self.at:
                raise OSError(self.number, os.strerror(self.number))
            return real(*arguments)

        return call

    def install(self, patch: pytest.MonkeyPatch) -> None:
        for name in ("_write_all", "sync", "move_over", "sync_folder", "remove"):
            patch.setattr(disk, name, self.around(getattr(disk, name)))


def back_up(path: Path, site: Path) -> str:
    repository = Repository.open(LocalStorage(path), Secret(PASSWORD))
    return archive(repository, [FolderSource(site)], ArchiveOptions(hostname="host", helpers=0)).snapshot.id


@pytest.mark.parametrize(
    "numbers", [(errno.EIO, errno.ENOSPC), pytest.param((errno.ENOSPC, errno.EIO), marks=pytest.mark.long)], ids=["one", "other"]
)
def test_every_write_of_a_backup_fails_once(tmp_path: Path, numbers: tuple[int, int]) -> None:
    """The two kinds of error by turns."""
    path, site = tmp_path / "repo", make_files(tmp_path / "site", files=30, large=100_000)
    Repository.create(LocalStorage(path), Secret(PASSWORD), kdf=QUICK)
    first, wanted = back_up(path, site), content(site)
    restic = Restic(path, PASSWORD, tmp_path / "restic")
    at = 0
    errors: list[HoldfastError] = []
    while True:
        at += 1
        make_files(site / f"added-{at}", files=3, large=50_000, seed=at)
        with pytest.MonkeyPatch.context() as patch:
            faults = NthFails(at, numbers[at % 2])
            faults.install(patch)
            try:
                back_up(path, site)
            except HoldfastError as error:
                errors.append(error)
        if faults.count < at:
            break
        assert list(path.rglob("*-tmp-*")) == []
        for lock in (path / "locks").iterdir():  # its removal was what failed; the process that left it lives
            lock.unlink()
        assert check(Repository.open(LocalStorage(path), Secret(PASSWORD))).is_good
    assert len(errors) >= 15
    assert all(isinstance(error, StorageError) for error in errors)
    assert any(isinstance(error, NoSpace) for error in errors)
    restic.check()
    target = tmp_path / "target"
    repository = Repository.open(LocalStorage(path), Secret(PASSWORD))
    restore(repository, plan_restore(repository, repository.snapshot(first), target, strip=str(site)))
    assert content(target) == wanted
