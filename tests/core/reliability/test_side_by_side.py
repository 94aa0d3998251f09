"""L1: two of our backups at once, in processes of their own, into one repository on this machine's disk. (Over S3: storage/test_ceph.)"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from holdfast.repository.repository import Repository
from holdfast.secret import Secret
from holdfast.storage.local import LocalStorage
from tests.support.engine_process import PASSWORD, EngineProcess
from tests.support.repositories import QUICK
from tests.support.restic import Restic
from tests.support.site_folder import change_files, make_files
from tests.support.tree_state import tree_state


def two_writers(tmp_path: Path, rounds: int) -> None:
    """Two sites with much content in common, backed up at once, `rounds` times; then every backup of each is restored twice."""
    place = tmp_path / "repository"
    Repository.create(LocalStorage(place), Secret(PASSWORD), kdf=QUICK)
    sites = [make_files(tmp_path / name, files=150, large=3_000_000) for name in ("one", "two")]
    restic = Restic(place, PASSWORD, tmp_path / "restic")
    for number in range(rounds):
        for site in sites:
            change_files(site, number)  # the same changes in both: each would store what the other stores just now
        running = [EngineProcess(LocalStorage(place).address(), "backup", source=str(site), host=site.name) for site in sites]
        results = [process.result() for process in running]
        assert [result["outcome"] for result in results] == ["done", "done"]
        restic.check()
        for site, result in zip(sites, results, strict=True):
            restic.restore(result["snapshot"], tmp_path / "restics")
            assert tree_state(tmp_path / "restics" / site.relative_to("/")) == tree_state(site)
            back = EngineProcess(
                LocalStorage(place).address(), "restore", snapshot=result["snapshot"], target=str(tmp_path / "ours")
            ).result()
            assert (back["outcome"], back["not_restored"]) == ("done", [])
            assert tree_state(tmp_path / "ours" / site.relative_to("/")) == tree_state(site)
            shutil.rmtree(tmp_path / "restics")
            shutil.rmtree(tmp_path / "ours")
    assert len(restic.list("snapshots")) == 2 * rounds
    assert restic.list("locks") == []


def test_l1_two_backups_at_once(tmp_path: Path) -> None:
    """L1, one round."""
    two_writers(tmp_path, 1)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_l1_two_backups_at_once_twenty_times(tmp_path: Path) -> None:
    """L1, 20 rounds."""
    two_writers(tmp_path, 20)
