"""Prune: what it plans, that the repository stays whole, and when it refuses."""

from __future__ import annotations

import random

import pytest

from holdfast.cancellation import Cancellation
from holdfast.engine.prune import PruneOptions, plan_prune, prune
from holdfast.errors import Busy, Cancelled, Damaged, UsageError
from holdfast.progress import Progress, Totals
from tests.core.maintenance.scene import EPOCH, SITE, Scene, archive, read_back


def test_nothing_to_do_changes_nothing(three: Scene) -> None:
    prune(three.repository)  # merges the small packs
    plan = plan_prune(three.repository)
    before = set(three.packs())
    assert plan.is_empty
    assert prune(three.repository, plan).packs_deleted == 0
    assert set(three.packs()) == before


def test_what_forgotten_backups_alone_used_is_freed_and_the_rest_stays_whole(three: Scene) -> None:
    for snapshot_id in list(three.backups)[:2]:
        three.repository.remove_snapshot(snapshot_id)
        del three.backups[snapshot_id]
    plan = plan_prune(three.repository, PruneOptions(max_unused=0))
    size = sum(p.stat().st_size for p in three.packs().values())
    result = prune(three.repository, plan)
    assert result.plan == plan
    after = sum(p.stat().st_size for p in three.packs().values())
    assert size - after == result.bytes_freed
    assert abs(result.bytes_freed - plan.bytes_freed) < 3000
    assert plan_prune(three.repository, PruneOptions(max_unused=0)).is_empty
    three.verify()


def test_restic_finds_nothing_more_to_prune(three: Scene) -> None:
    first = next(iter(three.backups))
    three.repository.remove_snapshot(first)
    del three.backups[first]
    prune(three.repository, options=PruneOptions(max_unused=0))
    before = sorted(three.restic.run("list", "blobs").stdout.split("\n"))
    three.restic.run("prune", "--max-unused", "0")
    # it may merge small packs (from ten on; how many there are depends on which of two open packs took each blob), but drops no blob
    assert sorted(three.restic.run("list", "blobs").stdout.split("\n")) == before
    assert len(before) > 60


def test_unused_space_below_the_limit_is_left_alone(scene: Scene) -> None:
    scene = Scene(scene.scratch / "large", pack_size=4 << 20)
    dice = random.Random(2)
    big = {f"{n}.jpg": dice.randbytes(20_000) for n in range(400)}
    scene.backup(big | {"old.txt": b"gone soon"})
    last = scene.backup(big)
    scene.repository.remove_snapshot(next(iter(scene.backups)))
    scene.backups = {last: scene.backups[last]}
    plan = plan_prune(scene.repository)
    data = plan_prune(scene.repository, PruneOptions(max_unused=0))
    assert plan.unused_after > 0
    assert len(data.repack) > len(plan.repack)
    prune(scene.repository, data)
    scene.verify(restic_restores=1)


def test_packs_that_no_index_knows_go(three: Scene) -> None:
    stray = three.path / "data" / "ab" / ("ab" * 32)
    stray.write_bytes(b"left behind by a crash")
    plan = plan_prune(three.repository)
    assert plan.unindexed == ("ab" * 32,)
    prune(three.repository, plan)
    assert not stray.exists()
    three.verify(restic_restores=0)


def test_of_two_copies_one_goes(three: Scene) -> None:
    """Two writers at once store the same blobs; one copy of each is enough."""
    files = next(iter(three.backups.values()))
    other = three.again()
    other.load_index = lambda *_, **__: type(three.repository.load_index())()  # type: ignore[method-assign]  # a writer that saw nothing
    three.backups[archive(other, files, EPOCH, SITE)] = files
    plan = plan_prune(three.repository, PruneOptions(max_unused=0))
    assert plan.duplicates > 100_000
    prune(three.repository, plan)
    assert plan_prune(three.repository).duplicates == 0
    three.verify()


def test_many_small_packs_are_merged(scene: Scene) -> None:
    for n in range(12):
        scene.backup({f"{n}.txt": b"%d" % n})
    packs = len(scene.packs())
    prune(scene.repository)
    assert packs == 24
    assert len(scene.packs()) == 2
    assert len(scene.repository.file_ids("index")) == 1
    scene.verify()


def test_a_plan_that_is_out_of_date_is_not_done(three: Scene) -> None:
    plan = plan_prune(three.repository)
    three.repository.remove_snapshot(next(iter(three.backups)))
    with pytest.raises(Busy) as error:
        prune(three.repository, plan)
    assert error.value.code == "PLAN-CHANGED"


def test_a_repository_without_backups_is_emptied_only_when_confirmed(three: Scene) -> None:
    for snapshot_id in three.backups:
        three.repository.remove_snapshot(snapshot_id)
    assert plan_prune(three.repository).alarm == "NO-BACKUPS"
    with pytest.raises(UsageError) as error:
        prune(three.repository)
    assert error.value.code == "PRUNE-UNCONFIRMED"
    prune(three.repository, confirmed=True)
    assert three.packs() == {}
    three.backups = {}
    three.verify()


def test_refuses_while_the_repository_is_in_use(three: Scene) -> None:
    with three.again().lock(exclusive=False), pytest.raises(Busy):
        prune(three.repository)


@pytest.mark.parametrize("kind", ["snapshots", "index", "data"])
def test_refuses_when_something_needed_cannot_be_read(three: Scene, kind: str) -> None:
    """A damaged snapshot, index or pack may hide what is needed: nothing is deleted (S4)."""
    name = sorted((three.path / kind).rglob("?" * 64))[0]
    everything = sorted(three.path.rglob("?" * 64))
    three.damage(name, name.read_bytes()[:-20])
    with pytest.raises(Damaged) as error:
        prune(three.again())
    assert error.value.code == "PRUNE-REFUSED"
    assert [p for p in sorted(three.path.rglob("?" * 64)) if p.parent.name != "locks"] == everything


def test_refuses_when_a_pack_is_missing_or_not_listed(three: Scene) -> None:
    """S4: fewer packs listed than the index knows."""
    next(iter(three.packs().values())).unlink()
    with pytest.raises(Damaged) as error:
        plan_prune(three.repository)
    assert error.value.code == "PRUNE-REFUSED"


def test_refuses_when_a_known_backup_is_not_listed(three: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """S4: a truncated listing of snapshots would make their data look unused."""
    known = list(three.backups)
    full_list = three.storage.list
    monkeypatch.setattr(three.storage, "list", lambda prefix: (i for i in full_list(prefix) if known[0] not in i.name))
    plan_prune(three.repository)
    with pytest.raises(Damaged) as error:
        plan_prune(three.repository, known_snapshots=known)
    assert error.value.code == "PRUNE-REFUSED"


class CancelAt(Progress):
    """Cancels when a phase begins."""

    def __init__(self, phase: str) -> None:
        self.cancelled = Cancellation()
        self._phase = phase

    def totals(self, totals: Totals) -> None:
        if totals.phase == self._phase:
            self.cancelled.cancel()


@pytest.mark.parametrize("phase", ["check", "copy", "delete"])
def test_cancelling_leaves_a_whole_repository_and_no_lock(three: Scene, phase: str) -> None:
    first = next(iter(three.backups))
    three.repository.remove_snapshot(first)
    del three.backups[first]
    progress = CancelAt(phase)
    with pytest.raises(Cancelled):
        prune(three.repository, options=PruneOptions(max_unused=0), progress=progress, cancelled=progress.cancelled)
    assert three.repository.file_ids("locks") == []
    for snapshot in three.again().snapshots():
        assert read_back(three.again(), snapshot) == three.backups[snapshot.id]
    prune(three.repository, options=PruneOptions(max_unused=0))
    three.verify(restic_restores=0)


def test_the_open_repository_goes_on_after_a_prune(three: Scene) -> None:
    """Its index must not point into packs that are gone."""
    first, _, last = three.backups
    three.repository.load_index()
    three.repository.remove_snapshot(first)
    prune(three.repository, options=PruneOptions(max_unused=0))
    assert read_back(three.repository, three.repository.snapshot(last)) == three.backups[last]
