"""Repair: the index comes back from the packs, readable blobs from damaged packs; nothing goes that was not proved bad."""

from __future__ import annotations

import random
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from holdfast.engine.check import ALL, check
from holdfast.engine.forget import forget, plan_forget
from holdfast.engine.keep import keep
from holdfast.engine.prune import PruneOptions, prune
from holdfast.engine.prune_index import load_table
from holdfast.engine.repair import RepairOptions, plan_repair, repair, rescue_index
from holdfast.errors import Busy, Damaged, InternalError
from holdfast.records import RetentionPolicy
from holdfast.repository.packs import PackContents
from holdfast.repository.repository import Repository
from tests.core.maintenance.scene import PASSWORD, Scene, read_back
from tests.support.restic import NEWER, Restic

QUICK = RepairOptions(read_data=None)


def index_files(scene: Scene) -> list[Path]:
    return sorted((scene.path / "index").iterdir())


def flip(scene: Scene, path: Path, position: int) -> None:
    whole = path.read_bytes()
    scene.damage(path, whole[:position] + bytes([whole[position] ^ 1]) + whole[position + 1 :])


def flip_one_index(scene: Scene) -> None:
    flip(scene, index_files(scene)[0], 50)


def lose_one_index(scene: Scene) -> None:
    index_files(scene)[0].unlink()


def lose_all_indexes(scene: Scene) -> None:
    for path in index_files(scene):
        path.unlink()


def list_all_packs_twice(scene: Scene) -> None:
    repository = scene.again()
    packs = [pack for path in index_files(scene) for pack in repository.load_index_file(path.name)]
    repository.save_index(packs)


def list_packs_in_parts(scene: Scene) -> None:
    """Each half of a pack's blobs in an index file of its own: what a careless program does."""
    repository = scene.again()
    packs = [pack for path in index_files(scene) for pack in repository.load_index_file(path.name)]
    lose_all_indexes(scene)
    for half in (0, 1):
        repository.save_index([PackContents(pack.id, pack.blobs[half::2]) for pack in packs])


def list_a_vanished_pack(scene: Scene) -> None:
    repository = scene.again()
    some = repository.load_index_file(index_files(scene)[0].name)[0]
    repository.save_index([PackContents("ab" * 32, some.blobs)])


INDEX_DAMAGE = [flip_one_index, lose_one_index, lose_all_indexes, list_all_packs_twice, list_packs_in_parts, list_a_vanished_pack]


@pytest.mark.parametrize("damage", INDEX_DAMAGE)
def test_c4_the_index_is_repaired_and_restic_finds_no_error(three: Scene, damage: Callable[[Scene], None]) -> None:
    """C4: whatever happened to the index."""
    damage(three)
    packs = set(three.packs())
    plan = plan_repair(three.again())
    assert not plan.is_empty
    assert repair(three.again(), plan).packs_deleted == 0
    assert set(three.packs()) == packs
    assert plan_repair(three.again()).is_empty
    three.verify(restic_restores=1)


@pytest.mark.parametrize("damage", INDEX_DAMAGE)
def test_c4_backups_are_readable_without_a_repair(three: Scene, damage: Callable[[Scene], None]) -> None:
    """C4: the rescue index, made in memory from the packs, finds every blob."""
    damage(three)
    before = sorted(three.path.rglob("*"))
    repository = three.again()
    index = rescue_index(repository)
    for snapshot in repository.snapshots():
        assert read_with(repository, index, snapshot.tree_id) == three.backups[snapshot.id]
    assert sorted(three.path.rglob("*")) == before


def read_with(repository: Repository, index: object, tree: bytes, prefix: str = "") -> dict[str, bytes]:
    """A tree's files, found by this index alone."""
    from holdfast.repository.index import Index
    from holdfast.repository.trees import decode_tree

    assert isinstance(index, Index)

    def blob(blob_id: bytes, kind: str) -> bytes:
        place = index.find(blob_id, kind)  # type: ignore[arg-type]  # data or tree
        assert place is not None
        name = f"data/{place.pack_id[:2]}/{place.pack_id}"
        return repository.open_blob(blob_id, repository.storage.load(name, place.offset, place.length), place.plain_length)

    files: dict[str, bytes] = {}
    for node in decode_tree(blob(tree, "tree")):
        path = prefix + node.name
        if node.type == "dir":
            files |= read_with(repository, index, node.subtree_id(), path + "/")
        else:
            files[path] = b"".join(blob(b, "data") for b in node.blob_ids())
    return files


def test_a_good_repository_needs_nothing(three: Scene) -> None:
    assert plan_repair(three.repository).is_empty
    before = sorted(three.path.rglob("*"))
    repair(three.repository)
    assert sorted(three.path.rglob("*")) == before


def test_c8_what_is_whole_in_a_damaged_pack_is_saved_and_the_rest_named(three: Scene) -> None:
    """C8: one blob is lost, all others of its pack move; only the files that need the lost one are affected afterwards."""
    repository = three.again()
    table, _ = load_table(repository)
    name, path = max(three.packs().items(), key=lambda item: len(table.blobs_of(item[0])))
    blobs = table.blobs_of(name)
    flip(three, path, blobs[3].offset + 20)
    before = check(repository, ALL)
    plan = plan_repair(repository)
    assert [(s.pack, s.saved, s.lost) for s in plan.salvage] == [(name, len(blobs) - 1, 1)]
    assert path.exists()
    result = repair(repository, plan)
    assert result.packs_deleted == 1
    assert not path.exists()
    after = check(three.again(), ALL)
    assert {p.kind for p in after.problems} <= {"blob-missing", "tree-damaged"}
    assert after.affected == before.affected
    for snapshot in three.again().snapshots():
        if snapshot.id not in {a.id for a in after.affected}:
            assert read_back(three.again(), snapshot) == three.backups[snapshot.id]


def test_c8_a_pack_whose_header_alone_is_damaged_loses_nothing(three: Scene) -> None:
    name, path = sorted(three.packs().items())[0]
    flip(three, path, path.stat().st_size - 10)
    assert plan_repair(three.again(), QUICK).is_empty
    plan = plan_repair(three.again(), RepairOptions(read_data=None, packs=(name,)))
    assert [(s.pack, s.lost) for s in plan.salvage] == [(name, 0)]
    repair(three.again(), plan)
    three.verify(restic_restores=1)


def test_c8_a_truncated_pack_is_found_without_reading_data(three: Scene) -> None:
    name, path = sorted(three.packs().items())[0]
    three.damage(path, path.read_bytes()[:-1])
    plan = plan_repair(three.again(), QUICK)
    assert [(s.pack, s.lost) for s in plan.salvage] == [(name, 0)]
    repair(three.again(), plan)
    three.verify(restic_restores=1)


def test_c8_a_pack_that_nothing_is_known_about_stays(three: Scene) -> None:
    name, path = sorted(three.packs().items())[0]
    lose_all_indexes(three)
    three.damage(path, path.read_bytes()[:-1])
    plan = plan_repair(three.again())
    assert plan.unreadable == (name,)
    repair(three.again(), plan)
    assert path.exists()


def test_c8_damaged_snapshots_go_only_when_asked(three: Scene) -> None:
    path = sorted((three.path / "snapshots").iterdir())[0]
    three.damage(path, b"")
    assert plan_repair(three.again()).is_empty
    repair(three.again())
    assert path.exists()
    plan = plan_repair(three.again(), RepairOptions(drop_snapshots=True))
    assert plan.snapshots_damaged == (path.name,)
    repair(three.again(), plan)
    del three.backups[path.name]
    three.verify(restic_restores=1)


def test_nothing_is_deleted_when_what_was_written_cannot_be_read_back(three: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """C8: a storage that swallows what it is given."""
    flip_one_index(three)
    path = sorted(three.packs().values())[0]
    three.damage(path, path.read_bytes()[:-1])
    before = {p: sha256(p.read_bytes()).digest() for p in three.path.rglob("?" * 64)}
    save = three.storage.save

    def lossy(name: str, parts: list[bytes], *, only_new: bool = False) -> None:
        save(name, [b"".join(parts)[:-1]] if name.startswith(("data/", "index/")) else parts, only_new=only_new)

    monkeypatch.setattr(three.storage, "save", lossy)
    with pytest.raises(InternalError):
        repair(three.repository)
    assert before.items() <= {p: sha256(p.read_bytes()).digest() for p in three.path.rglob("?" * 64)}.items()


def test_a_plan_that_is_out_of_date_is_not_done(three: Scene) -> None:
    plan = plan_repair(three.again())
    flip_one_index(three)
    with pytest.raises(Busy):
        repair(three.again(), plan)


def test_listings_that_hide_packs_are_not_built_on(three: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """S4: a pack that is there but not listed is not taken for lost."""
    hidden = sorted(three.packs())[0]
    full_list = three.storage.list
    monkeypatch.setattr(three.storage, "list", lambda prefix: (i for i in full_list(prefix) if hidden not in i.name))
    with pytest.raises(Damaged):
        plan_repair(three.repository)


@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32))
def test_any_mixture_of_damage_loses_no_more_than_was_hit(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    """C4 and C8 together: after the repair, a backup is whole exactly when none of its own blobs was hit."""
    dice = random.Random(seed)
    scene = Scene(tmp_path_factory.mktemp("mixture"))
    files = {f"{n % 3}/{n}": dice.randbytes(3_000) for n in range(30)}
    for n in range(3):
        files[f"new/{n}"] = dice.randbytes(30_000)
        scene.backup(dict(files))
    for path in index_files(scene):
        if dice.random() < 0.4:
            flip(scene, path, 9)
        elif dice.random() < 0.3:
            path.unlink()
    for path in scene.packs().values():
        if dice.random() < 0.3:
            flip(scene, path, dice.randrange(path.stat().st_size))
    # what can be read at all, before any repair: by index where there is one, by header otherwise
    repository = scene.again()
    index = rescue_index(repository)
    readable = set()
    for snapshot in repository.snapshots():
        try:
            assert read_with(repository, index, snapshot.tree_id) == scene.backups[snapshot.id]
            readable.add(snapshot.id)
        except (Damaged, AssertionError):
            pass
    repair(scene.again())
    result = check(scene.again(), ALL)
    whole = set(scene.backups) - {a.id for a in result.affected}
    assert whole == readable
    for snapshot_id in whole:
        assert read_back(scene.again(), scene.again().snapshot(snapshot_id)) == scene.backups[snapshot_id]


@pytest.mark.long
@pytest.mark.parametrize("version", NEWER)
def test_newer_restics_accept_what_maintenance_wrote(three: Scene, version: str) -> None:
    """keep, forget, prune and a repair of index and packs in a row; then restic checks, lists, restores and prunes."""
    marked = keep(three.repository, next(iter(three.backups)))
    three.backups = {marked.id: next(iter(three.backups.values())), **dict(list(three.backups.items())[1:])}
    gone = forget(three.repository, plan_forget(three.repository, RetentionPolicy(last=1))).removed
    three.backups = {snapshot_id: files for snapshot_id, files in three.backups.items() if snapshot_id not in gone}
    prune(three.repository, options=PruneOptions(max_unused=0))
    path = sorted(three.packs().values())[0]
    flip(three, path, path.stat().st_size - 10)
    repair(three.again())
    restic = Restic(three.path, PASSWORD, three.scratch / "newer", version=version)
    restic.check()
    assert {s["id"] for s in restic.snapshots()} == set(three.backups)
    for snapshot_id, files in three.backups.items():
        target = three.scratch / snapshot_id
        restic.restore(snapshot_id, target)
        assert {str(p.relative_to(target)): p.read_bytes() for p in target.rglob("*") if p.is_file()} == files
    restic.run("prune")
    three.verify(restic_restores=0)
