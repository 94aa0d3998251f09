"""Check: finds damage, names the backups and files it touches, goes on past it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from holdfast.cancellation import Cancellation
from holdfast.engine.check import ALL, ReadData, check, parse_read_data
from holdfast.engine.prune import PruneOptions, prune
from holdfast.engine.prune_index import load_table
from holdfast.engine.repair import plan_repair, repair
from holdfast.errors import Cancelled, UsageError
from holdfast.progress import Progress, Totals
from holdfast.repository.packs import BlobInPack, PackContents
from holdfast.repository.repository import Repository
from holdfast.secret import Secret
from holdfast.storage.base import Storage, Traits
from holdfast.storage.cache import CacheStorage
from holdfast.storage.wrapper import Wrapper
from tests.core.maintenance.scene import PASSWORD, Scene, read_back


def test_a_whole_repository_is_good(three: Scene) -> None:
    result = check(three.repository, ALL)
    assert result.is_good
    assert result.notes == ()
    assert result.affected == ()
    assert result.packs_read == result.packs == len(three.packs())
    assert result.bytes_read == result.bytes_total == sum(p.stat().st_size for p in three.packs().values())


def test_what_restic_wrote_is_good(three: Scene, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.txt").write_text("hello")
    three.restic.backup(tmp_path / "site")
    result = check(three.repository, ALL)
    assert result.is_good
    assert result.snapshots == 4


def files_needing(scene: Scene, blobs: set[bytes]) -> dict[str, set[str]]:
    """Per backup, the files and folders that need one of these blobs; found by walking everything, without the engine."""
    repository = scene.again()
    found: dict[str, set[str]] = {}
    for snapshot in repository.snapshots():
        waiting = [("/", snapshot.tree_id)]
        while waiting:
            prefix, tree = waiting.pop()
            if tree in blobs:
                found.setdefault(snapshot.id, set()).add(prefix)
                continue
            for node in repository.load_tree(tree):
                if node.type == "dir":
                    waiting.append((f"{prefix}{node.name}/", node.subtree_id()))
                elif blobs & set(node.blob_ids()):
                    found.setdefault(snapshot.id, set()).add(prefix + node.name)
    return found


def test_c1_any_flipped_bit_in_a_pack_is_found_and_its_files_are_named(three: Scene) -> None:
    """C1: 100 positions; the check names exactly the backups and files that need the blob that was hit."""
    dice = random.Random(3)
    repository = three.again()
    table, _ = load_table(repository)
    packs = three.packs()
    for _ in range(100):
        name = dice.choice(sorted(packs))
        whole = packs[name].read_bytes()
        position = dice.randrange(len(whole))
        hit = {b.id for b in table.blobs_of(name) if b.offset <= position < b.offset + b.length}
        expected = files_needing(three, hit) if hit else {}
        three.damage(packs[name], whole[:position] + bytes([whole[position] ^ 1 << dice.randrange(8)]) + whole[position + 1 :])
        result = check(repository, ALL)
        three.damage(packs[name], whole)
        assert {p.object for p in result.problems if p.kind == "pack-damaged"} == {name}
        assert {p.object for p in result.problems if p.kind == "blob-damaged"} == {blob.hex() for blob in hit}
        assert {a.id: set(a.files) for a in result.affected} == expected
    assert check(repository, ALL).is_good


@pytest.mark.parametrize("how", ["truncated", "empty", "missing"])
def test_c3_a_short_or_missing_pack_is_found_without_reading_data(three: Scene, how: str) -> None:
    """C3: found by the listing alone; the affected files are named; the others still read."""
    repository = three.again()
    table, _ = load_table(repository)
    name, path = sorted(three.packs().items())[0]
    whole = path.read_bytes()
    cut = {"truncated": len(whole) // 2, "empty": 0, "missing": 0}[how]
    expected = files_needing(three, {b.id for b in table.blobs_of(name) if b.offset + b.length > cut})
    three.damage(path, whole[:cut])
    if how == "missing":
        path.unlink()
    result = check(repository)
    assert {p.object for p in result.problems if p.kind in {"pack-missing", "pack-size"}} == {name}
    assert {a.id: set(a.files) for a in result.affected} == expected
    for snapshot in repository.snapshots():
        if snapshot.id not in expected:
            assert read_back(repository, snapshot) == three.backups[snapshot.id]


def test_c7_damaged_snapshots_and_index_files_are_named_and_the_rest_is_checked(three: Scene) -> None:
    first = sorted((three.path / "snapshots").iterdir())[0]
    three.damage(first, first.read_bytes()[:-1])
    result = check(three.again())
    assert [(p.kind, p.object) for p in result.problems] == [("snapshot-damaged", first.name)]
    assert result.snapshots == 2
    index = sorted((three.path / "index").iterdir())[0]
    three.damage(index, b"")
    kinds = {p.kind for p in check(three.again()).problems}
    assert {"snapshot-damaged", "index-damaged"} <= kinds


def test_s6_one_bad_reading_is_no_damage(three: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """S6: the first reading of each pack is wrong or short, the second right: no problem, but counted."""
    load = three.storage.load
    seen: set[str] = set()

    def flaky(name: str, offset: int = 0, length: int | None = None) -> bytes:
        data = load(name, offset, length)
        if name.startswith("data/") and length is None and name not in seen:
            seen.add(name)
            return data[:-5] if len(seen) % 2 else bytes([data[0] ^ 1]) + data[1:]
        return data

    monkeypatch.setattr(three.storage, "load", flaky)
    result = check(three.repository, ALL)
    assert result.is_good
    assert {n.object for n in result.notes if n.kind == "read-again"} == set(three.packs())


def test_parts_in_rotation_read_every_pack_once(three: Scene) -> None:
    results = [check(three.repository, ReadData(part=part, parts=4)) for part in range(1, 5)]
    assert sum(r.packs_read for r in results) == len(three.packs())
    assert 0 < check(three.repository, ReadData(percent=10)).packs_read < len(three.packs()) / 2


def test_leftovers_are_a_note_and_no_problem(three: Scene) -> None:
    (three.path / "data" / "ab" / ("ab" * 32)).write_bytes(b"left behind")
    result = check(three.repository, ALL)
    assert result.is_good
    assert [(n.kind, n.object) for n in result.notes] == [("pack-unindexed", "ab" * 32)]


def test_a_storage_that_can_only_be_read_is_checked_without_a_lock(three: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """N5."""
    from holdfast.errors import Forbidden

    def refuse(*_: object, **__: object) -> None:
        raise Forbidden("read-only")

    monkeypatch.setattr(three.storage, "save", refuse)
    assert check(three.repository, ALL).is_good


def test_cancelling_stops_it(three: Scene) -> None:
    cancelled = Cancellation()
    cancelled.cancel()
    with pytest.raises(Cancelled):
        check(three.repository, ALL, cancelled=cancelled)


@pytest.mark.parametrize("text", ["", "0%", "101%", "x", "3/2", "0/3", "1/0", "5"])
def test_what_is_no_share_of_the_data_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse_read_data(text)


def test_shares_of_the_data_are_read() -> None:
    assert parse_read_data("5%") == ReadData(percent=5)
    assert parse_read_data("3/30") == ReadData(part=3, parts=30)
    assert parse_read_data("all") == ALL


class FarStorage(Wrapper):
    """Says that bytes cross a network, so that reads are made several at a time."""

    def __init__(self, inner: Storage) -> None:
        super().__init__(inner)
        self.traits = Traits(connections=5, remote=True)


def test_a_remote_storage_is_checked_and_pruned_alike(three: Scene) -> None:
    repository = Repository.open(FarStorage(three.storage), Secret(PASSWORD))
    assert check(repository, ALL) == check(three.repository, ALL)
    repository.remove_snapshot(next(iter(three.backups)))
    three.backups.pop(next(iter(three.backups)))
    prune(repository, options=PruneOptions(max_unused=0))
    three.verify(restic_restores=1)


def test_good_copies_in_a_cache_do_not_hide_damage_in_the_storage(three: Scene, tmp_path: Path) -> None:
    """What is judged is the storage: every file is damaged there after good copies were kept here."""
    cache = CacheStorage(three.storage, tmp_path / "cache")
    cache.keep_near(str(path.relative_to(three.path)) for path in three.packs().values())
    repository = Repository.open(cache, Secret(PASSWORD))
    assert check(repository, ALL).is_good
    damaged = {path.name: path for kind in ("data", "index", "snapshots") for path in (three.path / kind).rglob("?" * 64)}
    for path in damaged.values():
        whole = path.read_bytes()
        cache.load(str(path.relative_to(three.path)))  # a copy is there
        three.damage(path, whole[:-9] + bytes(9))
    result = check(repository, ALL)
    assert {p.object for p in result.problems if p.kind in {"snapshot-damaged", "index-damaged"}} == set(damaged) - set(three.packs())
    index = next(path for path in damaged.values() if path.parent.name == "index")
    assert index.name in plan_repair(repository).index_damaged


def test_c2_swapped_packs_are_found(three: Scene) -> None:
    """C2: every byte is genuine, but not where it belongs."""
    (a, first), (b, second) = sorted(three.packs().items())[:2]
    one, other = first.read_bytes(), second.read_bytes()
    three.damage(first, other)
    three.damage(second, one)
    result = check(three.again(), ALL)
    assert {p.object for p in result.problems if p.kind == "pack-damaged"} == {a, b}
    assert result.affected


def test_c2_an_index_that_takes_trees_for_data_is_found(three: Scene) -> None:
    """C2: the header of the pack is to be believed, and repair does."""
    repository = three.again()
    (first, *others) = repository.file_ids("index")
    packs = repository.load_index_file(first)
    wrong = [PackContents(p.id, tuple(BlobInPack(b.id, "data", b.offset, b.length, b.plain_length) for b in p.blobs)) for p in packs]
    repository.save_index(wrong)
    repository.storage.delete(f"index/{first}")
    result = check(three.again(), ALL)
    assert {p.object for p in result.problems if p.kind == "pack-header"} == {p.id for p in packs if p.blobs[0].kind == "tree"}
    assert result.affected
    assert others
    plan = plan_repair(three.again())
    assert set(plan.index_corrected) == {p.id for p in packs if p.blobs[0].kind == "tree"}
    repair(three.again(), plan)
    three.verify(restic_restores=1)


class Listener(Progress):
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.heard: list[Totals] = []

    def totals(self, totals: Totals) -> None:
        self.heard.append(totals)


def test_progress_counts_every_byte_to_the_end(three: Scene) -> None:
    listener = Listener()
    result = check(three.repository, ALL, progress=listener)
    read = [totals for totals in listener.heard if totals.phase == "read"]
    assert [t.bytes_done for t in read] == sorted(t.bytes_done for t in read)
    assert read[-1].bytes_done == read[-1].bytes_total == result.bytes_read
