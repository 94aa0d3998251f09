"""Prune and repair, killed or refused at any moment, and beside another program at work (K4, K5, N1, L2)."""

from __future__ import annotations

import random
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from holdfast.engine.check import ALL, check
from holdfast.engine.forget import forget, plan_forget
from holdfast.engine.prune import PruneOptions, prune
from holdfast.engine.repair import plan_repair, repair
from holdfast.errors import Busy, StorageError
from holdfast.records import RetentionPolicy
from holdfast.repository.repository import Repository
from holdfast.secret import Secret
from holdfast.storage.base import Storage, StorageAddress
from holdfast.storage.local import LocalStorage
from holdfast.storage.memory import MemoryStorage
from holdfast.storage.wrapper import Wrapper
from tests.core.maintenance.scene import PASSWORD, Scene, read_back
from tests.support.dying_storage import DyingStorage, Killed
from tests.support.engine_process import EngineProcess


def opened(storage: Storage) -> Repository:
    return Repository.open(storage, Secret(PASSWORD))


def forget_and_prune(repository: Repository) -> None:
    forget(repository, plan_forget(repository, RetentionPolicy(last=1)))
    prune(repository, options=PruneOptions(max_unused=0))


def make_three(storage: Storage, folder: Path) -> Scene:
    """Three backups; the first two hold content of their own."""
    scene = Scene(folder, storage, pack_size=16 << 10)
    dice = random.Random(1)
    shared = {f"{n % 3}/{n}": dice.randbytes(5_000) for n in range(12)}
    for day in range(3):
        scene.backup(shared | {f"day/{day}-{n}": dice.randbytes(4_000) for n in range(5)})
    return scene


def without_locks(storage: MemoryStorage) -> MemoryStorage:
    """The locks of the "dead" are those of this very process, so they would count as alive."""
    storage.files = {name: data for name, data in storage.files.items() if not name.startswith("locks/")}
    return storage


class RefusingStorage(Wrapper):
    """The n-th change fails with an I/O error, once."""

    def __init__(self, inner: Storage, changes: int) -> None:
        super().__init__(inner)
        self.left = changes

    def save(self, name: str, parts: list[bytes], *, only_new: bool = False) -> None:  # type: ignore[override]  # only handed on
        self._count()
        super().save(name, parts, only_new=only_new)

    def delete(self, name: str) -> None:
        self._count()
        super().delete(name)

    def _count(self) -> None:
        self.left -= 1
        if self.left == -1:
            raise StorageError("The disk does not want to.")


Kind = Callable[[Storage, int], Storage]
"""Makes a storage that lets so many changes through."""


def interrupted(work: Callable[[Repository], object], start: MemoryStorage, kind: Kind) -> Iterator[MemoryStorage]:
    """Do `work` again and again from the same start, interrupted at its first, second, … change, until it gets through."""
    for changes in range(200):
        storage = MemoryStorage()
        storage.files = dict(start.files)
        try:
            work(opened(kind(storage, changes)))
        except (Killed, StorageError, Busy):  # Busy: the lock of the step before could not be removed
            yield without_locks(storage)
            continue
        assert changes > 5
        return
    pytest.fail("never gets through")


@pytest.mark.parametrize("kind", [DyingStorage, RefusingStorage])
def test_k4_n1_forget_and_prune_stopped_at_any_change(tmp_path: Path, kind: Kind) -> None:
    """K4 and N1 at every change of the storage: the kept backup is whole, what is shown is whole, and the next run ends clean."""
    start = MemoryStorage()
    scene = make_three(start, tmp_path)
    kept = list(scene.backups)[-1]
    for storage in interrupted(forget_and_prune, start, kind):
        repository = opened(storage)
        found = repository.snapshots()
        assert kept in {snapshot.id for snapshot in found}
        for snapshot in found:
            assert read_back(repository, snapshot) == scene.backups[snapshot.id]
        forget_and_prune(repository)
        result = check(opened(storage), ALL)
        assert result.is_good
        assert result.notes == ()
        assert result.snapshots == 1


@pytest.mark.parametrize("kind", [DyingStorage, RefusingStorage])
def test_k5_c8_repair_stopped_at_any_change(tmp_path: Path, kind: Kind) -> None:
    """K5 and C8: a repair that was stopped has harmed nothing, and the next one gets everything back."""
    start = MemoryStorage()
    scene = make_three(start, tmp_path)
    first, second, third = (scene.repository.load_index_file(i) for i in scene.repository.file_ids("index"))
    start.files[f"index/{scene.repository.file_ids('index')[0]}"] = b"?"
    for pack in (second[0].id, third[0].id):
        name = f"data/{pack[:2]}/{pack}"
        start.files[name] = start.files[name][:-2] + b"??"
    assert first
    for storage in interrupted(repair, start, kind):
        repository = opened(storage)
        repair(repository)
        assert check(opened(storage), ALL).is_good
        for snapshot in opened(storage).snapshots():
            assert read_back(opened(storage), snapshot) == scene.backups[snapshot.id]


@pytest.fixture
def busy_site(tmp_path: Path) -> Scene:
    """Backups large enough that a prune takes a moment."""
    scene = Scene(tmp_path / "busy", pack_size=1 << 20)
    dice = random.Random(5)
    shared = {f"wp/{n % 20}/{n}": dice.randbytes(15_000) for n in range(400)}
    for day in range(4):
        shared |= {f"wp/{n % 20}/{n}": dice.randbytes(15_000) for n in range(day, 400, 5)}
        scene.backup(dict(shared))
    return scene


def killed_rounds(scene: Scene, rounds: int, verb: Callable[[Path], EngineProcess], look: Callable[[Path], None]) -> int:
    """Run a verb on copies of the scene, killed after a random part of its time; returns how often it was really killed."""
    copy = scene.scratch / "copy"
    took = 0.5
    killed = 0
    for number in range(rounds + 1):
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(scene.path, copy)
        process = verb(copy)
        while not any((copy / "locks").iterdir()) and process.process.poll() is None:
            time.sleep(0.002)
        begin = time.monotonic()
        if number:  # the first round runs to its end and tells how long that takes
            time.sleep(random.Random(number).random() * took)
            process.kill()
        outcome = process.result()["outcome"]
        assert outcome in {"done", "killed"}
        took = took if number else time.monotonic() - begin
        killed += outcome == "killed"
        look(copy)
    return killed


def k4(scene: Scene, rounds: int) -> int:
    kept = list(scene.backups)[-2:]

    def look(copy: Path) -> None:
        repository = opened(LocalStorage(copy))
        shown = repository.file_ids("snapshots")
        assert set(kept) <= set(shown)
        for snapshot_id in shown:
            assert read_back(repository, repository.snapshot(snapshot_id)) == scene.backups[snapshot_id]
        scene.restic.repository = str(copy)
        scene.restic.run("check", "--read-data", "--no-lock")
        again = EngineProcess(StorageAddress(str(copy)), "prune", keep=2).result()  # removes the dead lock by itself
        assert again["outcome"] == "done"
        scene.restic.check()

    return killed_rounds(scene, rounds, lambda copy: EngineProcess(StorageAddress(str(copy)), "prune", keep=2), look)


def test_k4_kill_9_during_forget_and_prune(busy_site: Scene) -> None:
    """K4, a few rounds."""
    k4(busy_site, 2)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_k4_kill_9_during_forget_and_prune_many_times(busy_site: Scene) -> None:
    """K4, 100 rounds."""
    assert k4(busy_site, 100) > 60


class SlowStorage(Wrapper):
    """Every change takes a while, so that another program meets us at work."""

    def delete(self, name: str) -> None:
        time.sleep(0.05)
        super().delete(name)


def l2_restic_first(scene: Scene, site: Path) -> None:
    """Our prune during restic's backup refuses; both end well."""
    (site / "new.bin").write_bytes(random.randbytes(30 << 20))
    running = subprocess.Popen(scene.restic.command("backup", site), env=scene.restic.environment)
    try:
        while not scene.repository.file_ids("locks"):
            assert running.poll() is None
            time.sleep(0.002)
        with pytest.raises(Busy):
            prune(scene.repository)
    finally:
        assert running.wait(60) == 0
    prune(scene.again())
    scene.restic.check()


def l2_prune_first(scene: Scene, site: Path) -> None:
    """restic's backup during our prune refuses; both end well."""
    snapshots = sorted(scene.repository.snapshots(), key=lambda s: s.time_ns)
    scene.repository.remove_snapshot(snapshots[0].id)
    scene.backups.pop(snapshots[0].id, None)
    pruning = threading.Thread(target=lambda: prune(opened(SlowStorage(LocalStorage(scene.path))), options=PruneOptions(max_unused=0)))
    pruning.start()
    while not scene.repository.file_ids("locks"):
        time.sleep(0.002)
    done = scene.restic.run("backup", site, check=False)
    pruning.join()
    assert done.returncode != 0
    assert "lock" in done.stderr
    scene.restic.backup(site)
    scene.restic.check()


@pytest.mark.parametrize("order", [l2_restic_first, l2_prune_first])
def test_l2_prune_beside_restic(busy_site: Scene, tmp_path: Path, order: Callable[[Scene, Path], None]) -> None:
    """L2, once each way."""
    (tmp_path / "site").mkdir()
    order(busy_site, tmp_path / "site")
    for snapshot_id, files in busy_site.backups.items():
        assert read_back(busy_site.again(), busy_site.repository.snapshot(snapshot_id)) == files


@pytest.mark.long
@pytest.mark.timeout(900)
def test_l2_prune_beside_restic_many_times(busy_site: Scene, tmp_path: Path) -> None:
    """L2, 20 rounds."""
    (tmp_path / "site").mkdir()
    for _ in range(20):
        l2_restic_first(busy_site, tmp_path / "site")
        l2_prune_first(busy_site, tmp_path / "site")


def test_a_repair_plan_is_empty_after_an_interrupted_prune(tmp_path: Path) -> None:
    """What a killed prune leaves behind is untidy, not damaged: nothing is lost and packs only wait for the next prune."""
    start = MemoryStorage()
    make_three(start, tmp_path)
    for storage in interrupted(forget_and_prune, start, DyingStorage):
        plan = plan_repair(opened(storage))
        assert plan.salvage == ()
        assert plan.vanished == ()
