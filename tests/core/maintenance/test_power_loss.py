"""P2: whatever a disk holds after the power went, every earlier backup is whole and restic finds no error."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from holdfast.engine.archiver import ArchiveOptions, archive
from holdfast.engine.forget import forget, plan_forget
from holdfast.engine.prune import PruneOptions, prune
from holdfast.engine.repair import repair
from holdfast.errors import HoldfastError
from holdfast.records import RetentionPolicy
from holdfast.repository.repository import Repository
from holdfast.secret import Secret
from holdfast.sources.folder import FolderSource
from holdfast.storage.memory import MemoryStorage
from tests.core.maintenance.scene import PASSWORD, SITE, Files, Scene, read_back
from tests.support.power_loss import Replay, record
from tests.support.restic import Restic

SMALL = {f"{n % 3}/{n}.txt": random.Random(n).randbytes(6_000) for n in range(12)}


@pytest.fixture
def two(scene: Scene) -> Scene:
    """Two small backups, the first partly of content of its own."""
    scene = Scene(scene.scratch / "two", pack_size=16 << 10)
    scene.backup(SMALL | {f"old/{n}": random.Random(-n).randbytes(5_000) for n in range(4)})
    scene.backup(SMALL)
    return scene


def back_up(scene: Scene) -> Callable[[], object]:
    """The real archiver over a real folder."""
    site = scene.scratch / "site"
    for name, data in {**SMALL, "new.txt": b"new", "big": random.Random(7).randbytes(60_000)}.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(data)
    files = {str(path)[1:]: path.read_bytes() for path in site.rglob("*") if path.is_file()}

    def work() -> None:
        result = archive(scene.repository, [FolderSource(site)], ArchiveOptions(helpers=0, tags=SITE))
        scene.backups[result.snapshot.id] = files

    return work


def forget_and_prune(scene: Scene) -> Callable[[], object]:
    def work() -> None:
        forget(scene.repository, plan_forget(scene.repository, RetentionPolicy(last=1)))
        prune(scene.repository, options=PruneOptions(max_unused=0))

    return work


def mend(scene: Scene) -> Callable[[], object]:
    """Repair after an index file was damaged, and the header of a pack that another one lists."""
    first, second = sorted((scene.path / "index").iterdir())
    pack = scene.packs()[scene.repository.load_index_file(second.name)[0].id]
    scene.damage(first, b"?")
    scene.damage(pack, pack.read_bytes()[:-1])
    return lambda: repair(scene.again())


WORK = [back_up, forget_and_prune]


def whole_backups(disk: dict[str, bytes], expected: dict[str, Files]) -> set[str]:
    """The backups that this disk gives back, each of them complete; asserts that none is shown and broken."""
    storage = MemoryStorage()
    storage.files = {name: data for name, data in disk.items() if "-tmp-" not in name}
    repository = Repository.open(storage, Secret(PASSWORD))
    found = set()
    for snapshot in repository.snapshots():
        assert read_back(repository, snapshot) == expected[snapshot.id]
        found.add(snapshot.id)
    return found


def restic_finds_no_error(disk: dict[str, bytes], folder: Path) -> None:
    for name, data in disk.items():
        path = folder / "disk" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    for kind in ("data", "index", "keys", "locks", "snapshots"):
        (folder / "disk" / kind).mkdir(parents=True, exist_ok=True)
    Restic(folder / "disk", PASSWORD, folder).run("check", "--read-data", "--no-lock")


@pytest.mark.parametrize("work", WORK)
def test_p2_every_earlier_backup_survives_at_any_moment(
    two: Scene, work: Callable[[Scene], Callable[[], object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """P2, every prefix of the operations, read back by us."""
    replay = record(two.path, work(two), monkeypatch)
    assert len(replay.log) > 20
    for point, loss, disk in replay.states(random.Random(1)):
        found = whole_backups(disk, two.backups)
        kept = list(two.backups)[1]
        assert kept in found, f"after operation {point}, {loss} lost"
    final = set(two.again().file_ids("snapshots"))
    assert found == final


@pytest.mark.parametrize("work", WORK)
def test_p2_restic_finds_no_error_at_any_moment(
    two: Scene, work: Callable[[Scene], Callable[[], object]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """P2, every prefix of the operations, read whole by restic."""
    replay = record(two.path, work(two), monkeypatch)
    seen = set()
    for point, loss, disk in replay.states(random.Random(2)):
        repository = {name: data for name, data in disk.items() if not name.startswith("locks/")}
        same = hash(frozenset(repository.items()))
        if same not in seen:
            seen.add(same)
            restic_finds_no_error(repository, tmp_path / f"{point}-{loss}")
    assert len(seen) > 10


def test_p2_a_repair_that_lost_power_can_be_done_again(two: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """P2 and C8: at any moment of a repair, a further repair brings everything back."""
    replay = record(two.path, mend(two), monkeypatch)
    points = sorted(random.Random(3).sample(range(len(replay.log)), 12))
    for _, _, disk in replay.states(random.Random(4), points):
        storage = MemoryStorage()
        storage.files = {name: data for name, data in disk.items() if "-tmp-" not in name and not name.startswith("locks/")}
        repository = Repository.open(storage, Secret(PASSWORD))
        repair(repository)
        assert whole_backups(storage.files, two.backups) == set(two.backups)


def test_p2_a_missing_sync_is_noticed(two: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """The simulation itself: without syncing files, a prune loses backups."""
    replay = record(two.path, forget_and_prune(two), monkeypatch)
    careless = Replay(two.path, replay.before, [operation for operation in replay.log if operation.what != "sync file"])

    def look() -> None:
        for _, loss, disk in careless.states(random.Random(5)):
            if loss == "all unsynced":
                assert list(two.backups)[1] in whole_backups(disk, two.backups)

    with pytest.raises((HoldfastError, AssertionError)):
        look()
