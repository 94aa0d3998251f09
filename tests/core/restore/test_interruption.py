"""Killed or cancelled in the middle: no half file under a final name, the repository untouched, a second run completes (K3)."""

from __future__ import annotations

import os
import random
import signal
import threading
import time
from pathlib import Path

import pytest

from holdfast.cancellation import Cancellation
from holdfast.engine import restore_crew
from holdfast.engine.archiver import ArchiveOptions, archive
from holdfast.engine.restorer import RestoreOptions, plan_restore, restore
from holdfast.errors import Cancelled, InternalError
from holdfast.progress import Progress, Totals
from holdfast.repository.repository import Repository
from holdfast.secret import Secret
from holdfast.sources.excludes import Excluder
from holdfast.sources.folder import FolderSource
from holdfast.storage.base import StorageAddress
from holdfast.storage.local import LocalStorage
from tests.support.engine_process import PASSWORD, EngineProcess
from tests.support.repositories import QUICK
from tests.support.tree_state import State, tree_state


def make_source(root: Path, files: int, large: int) -> Path:
    chance = random.Random(3)
    for number in range(files):
        path = root / f"folder{number % 20}" / f"{number}.bin"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(chance.randbytes(chance.randrange(20_000)))
    for number in range(large):
        (root / f"large{number}").write_bytes(chance.randbytes(6_000_000))
    (root / "link").symlink_to("large0")
    return root


def prepare(tmp_path: Path, files: int = 800, large: int = 4) -> tuple[Repository, Path, str]:
    source = make_source(tmp_path / "source", files, large)
    repository = Repository.create(LocalStorage(tmp_path / "repository"), Secret(PASSWORD), kdf=QUICK)
    snapshot = archive(repository, [FolderSource(source, Excluder())], ArchiveOptions(helpers=0)).snapshot
    return repository, source, snapshot.id


def content_by_path(root: Path) -> dict[bytes, State]:
    return {path: state for path, state in tree_state(root).items() if b"/.holdfast-" not in b"/" + path}


def half_files(source: dict[bytes, State], target: Path) -> list[bytes]:
    """Files with a final name whose content is not the backup's."""
    return [path for path, state in content_by_path(target).items() if state.content and state.content != source[path].content]


def kill_rounds(tmp_path: Path, rounds: int) -> int:
    """Kill a restore `rounds` times, each at another moment; how many were really killed."""
    repository, source, snapshot = prepare(tmp_path)
    before = tree_state(source)
    packs = tree_state(tmp_path / "repository" / "data")
    inside = str(source).lstrip("/")
    address = StorageAddress(str(tmp_path / "repository"))
    started = time.monotonic()
    assert EngineProcess(address, "restore", snapshot=snapshot, target=str(tmp_path / "whole")).result()["outcome"] == "done"
    took = time.monotonic() - started
    chance = random.Random(rounds)
    killed = 0
    for number in range(rounds):
        target = tmp_path / f"target{number}"
        process = EngineProcess(address, "restore", snapshot=snapshot, target=str(target))
        time.sleep(took * chance.uniform(0.2, 1.0))
        process.kill()
        killed += process.result()["outcome"] == "killed"
        if (target / inside).is_dir():
            assert half_files(before, target / inside) == []
        plan = plan_restore(repository, repository.snapshot(snapshot), target, options=RestoreOptions(helpers=0))
        restore(repository, plan)
        assert tree_state(target / inside) == before  # and so no temporary file is left
    assert tree_state(tmp_path / "repository" / "data") == packs
    return killed


def test_kill_during_restore(tmp_path: Path) -> None:
    """K3, a few rounds."""
    assert kill_rounds(tmp_path, 3) >= 2


@pytest.mark.long
@pytest.mark.timeout(900)
def test_kill_during_restore_thirty_times(tmp_path: Path) -> None:
    """K3"""
    assert kill_rounds(tmp_path, 30) >= 20


@pytest.mark.parametrize("helpers", [0, 2])
def test_cancel_stops_within_two_seconds_and_leaves_no_half_file(tmp_path: Path, helpers: int) -> None:
    repository, source, snapshot = prepare(tmp_path, files=1200, large=6)
    before = tree_state(source)
    inside = str(source).lstrip("/")
    cancelled = Cancellation()
    asked: list[float] = []

    class Stopper(Progress):
        def totals(self, totals: Totals) -> None:
            if totals.phase == "write" and totals.bytes_done and not asked:
                asked.append(time.monotonic())
                cancelled.cancel()

    target = tmp_path / "target"
    plan = plan_restore(repository, repository.snapshot(snapshot), target, options=RestoreOptions(helpers=helpers))
    with pytest.raises(Cancelled):
        restore(repository, plan, Stopper(), cancelled)
    assert time.monotonic() - asked[0] < 2
    assert threading.active_count() == 1
    after = tree_state(target / inside)
    assert not [path for path in after if b".holdfast-" in path]
    assert half_files(before, target / inside) == []
    assert 0 < len(after) < len(before)
    assert os.listdir(tmp_path / "repository" / "locks") == []


def test_cancel_of_planning(tmp_path: Path) -> None:
    repository, _, snapshot = prepare(tmp_path, files=50, large=1)
    cancelled = Cancellation()
    cancelled.cancel()
    with pytest.raises(Cancelled):
        plan_restore(repository, repository.snapshot(snapshot), tmp_path / "t", cancelled=cancelled)


def test_helper_that_dies_ends_the_restore_with_one_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A helper killed from outside (out of memory): a clear error, no half file, and a second run completes."""
    repository, source, snapshot = prepare(tmp_path, files=300, large=4)
    crews: list[restore_crew.Helpers] = []
    real = restore_crew.Helpers.run

    def run_and_kill(self: restore_crew.Helpers, tasks: object) -> object:
        crews.append(self)
        process = self._helpers[0].process
        assert process.pid is not None
        os.kill(process.pid, signal.SIGKILL)
        return real(self, tasks)  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(restore_crew.Helpers, "run", run_and_kill)
    target = tmp_path / "target"
    plan = plan_restore(repository, repository.snapshot(snapshot), target, options=RestoreOptions(helpers=2))
    with pytest.raises(InternalError, match="ended unexpectedly"):
        restore(repository, plan)
    assert crews
    monkeypatch.undo()
    plan = plan_restore(repository, repository.snapshot(snapshot), target, options=RestoreOptions(helpers=2))
    restore(repository, plan)
    assert tree_state(target / str(source).lstrip("/")) == tree_state(source)
