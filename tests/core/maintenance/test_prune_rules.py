"""The rules of prune as pure functions: whatever the packs, no used blob is without a home, and limits are kept."""

from __future__ import annotations

from hashlib import sha256

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from holdfast.engine.prune_rules import MIB, PackUse, PruneOptions, decide, pack_uses, small_below, used_rows
from holdfast.engine.prune_table import BlobTable, blob_key, table_of
from holdfast.repository.ids import BlobKind
from holdfast.repository.packs import BlobInPack, PackContents


def name(number: int) -> bytes:
    return sha256(b"%d" % number).digest()


def pack(number: int, blobs: list[tuple[int, BlobKind, bool]], length: int = 100) -> PackContents:
    """A pack of blobs (number, kind, compressed)."""
    entries = [BlobInPack(name(b), kind, n * length, length, 120 if packed else 0) for n, (b, kind, packed) in enumerate(blobs)]
    return PackContents(sha256(b"pack %d" % number).hexdigest(), tuple(entries))


kinds: st.SearchStrategy[BlobKind] = st.sampled_from(["data", "tree"])
blobs = st.tuples(st.integers(0, 25), kinds, st.booleans())
packs = st.lists(st.lists(blobs, min_size=1, max_size=8), max_size=12).map(lambda drawn: [pack(n, b) for n, b in enumerate(drawn)])


def keys_of(table: BlobTable, rows: list[int]) -> set[bytes]:
    return {table.key_bytes(row) for row in rows}


@given(packs, st.sets(st.integers(0, 25)), st.sampled_from([0.0, 5.0, 50.0, 100.0]), st.none() | st.integers(0, 3000))
def test_every_used_blob_keeps_exactly_one_home(contents: list[PackContents], wanted: set[int], unused: float, limit: int | None) -> None:
    table = table_of(contents)
    used = np.array([any(key[1:] == name(n) for n in wanted) for key in (bytes(k).ljust(33, b"\0") for k in table.distinct)], np.bool_)
    rows = used_rows(table, used)
    assert sorted(table.blob[rows].tolist()) == np.flatnonzero(used).tolist()
    uses = pack_uses(table, rows)
    assert sum(u.used_blobs for u in uses) == int(used.sum())
    listed = {u.id: u.size for u in uses} | {"00" * 32: 5}
    verdicts = decide(uses, listed, PruneOptions(max_unused=unused, max_repack=limit))
    assert verdicts.unindexed == ("00" * 32,)
    assert sorted((*verdicts.remove, *verdicts.repack, *verdicts.keep)) == sorted(table.packs)
    assert {u.id for u in uses if not u.used_blobs} == set(verdicts.remove)
    if limit is not None:
        assert sum(u.size for u in uses if u.id in verdicts.repack) <= limit
    elif unused == 0:
        assert all(not u.unused_blobs for u in uses if u.id in verdicts.keep)


@given(packs)
def test_a_table_gives_back_what_went_in(contents: list[PackContents]) -> None:
    table = table_of(contents)
    for one in contents:
        assert table.blobs_of(one.id) == one.blobs
    numbers, known = table.numbers_of(b"".join(blob_key(b.kind, b.id) for c in contents for b in c.blobs) + b"x" * 33)
    assert known.tolist() == [True] * len(table) + [False]
    assert numbers[:-1].tolist() == table.blob.tolist()


def test_ids_that_end_in_zeros_are_told_apart() -> None:
    """numpy cuts zeros off the end of bytes."""
    ids = [bytes([7] * 31 + [0]), bytes([7] * 30 + [0, 0]), bytes(32), b"\0" * 31 + b"\1"]
    table = table_of([PackContents("ab" * 32, tuple(BlobInPack(i, "data", n * 50, 50, 9) for n, i in enumerate(ids)))])
    assert [blob.id for blob in table.blobs_of("ab" * 32)] == ids
    assert len(table.distinct) == 4


def test_the_same_pack_in_two_files_is_one_pack() -> None:
    one = pack(1, [(1, "data", True), (2, "data", True)])
    same = table_of([one, one])
    assert (len(same), same.doubled, same.conflicts) == (2, {one.id}, set())
    part = PackContents(one.id, one.blobs[:1])
    assert table_of([one, part]).conflicts == {one.id}


def use(number: int, size: int, unused: int = 0, kind: str = "data", uncompressed: bool = False) -> PackUse:
    return PackUse(f"{number:064x}", kind, size - unused, unused, 5, 1 if unused else 0, uncompressed)  # type: ignore[arg-type]  # one of the three


def fates(uses: list[PackUse], options: PruneOptions | None = None) -> list[int]:
    """The numbers of the packs that are rewritten."""
    return [int(pack_id, 16) for pack_id in decide(uses, {u.id: u.size for u in uses}, options or PruneOptions()).repack]


def test_the_worst_packs_go_first_until_little_enough_is_unused() -> None:
    uses = [use(n, 16 * MIB, unused=n * MIB // 2) for n in range(1, 11)]  # 27.5 of 160 MiB are unused
    assert fates(uses) == [5, 6, 7, 8, 9, 10]  # 5 MiB stay
    assert fates(uses, PruneOptions(max_unused=10)) == [8, 9, 10]  # 14 MiB stay
    assert fates(uses, PruneOptions(max_unused=0)) == list(range(1, 11))
    assert fates(uses, PruneOptions(max_unused=100)) == []


def test_packs_of_trees_are_rewritten_however_little_is_unused() -> None:
    assert fates([use(1, 16 * MIB, unused=1, kind="tree"), use(2, 16 * MIB, unused=1)]) == [1]
    assert fates(
        [use(1, 16 * MIB, kind="mixed"), use(2, 16 * MIB, kind="tree", uncompressed=True), use(3, 16 * MIB, uncompressed=True)]
    ) == [1, 2]
    assert fates([use(3, 16 * MIB, uncompressed=True)], PruneOptions(repack_uncompressed=True)) == [3]


def test_small_packs_are_merged_when_there_are_ten() -> None:
    assert fates([use(n, MIB) for n in range(9)]) == []
    assert fates([use(n, MIB) for n in range(10)]) == list(range(10))


def test_what_is_small_depends_on_the_other_packs() -> None:
    assert small_below([]) == 4 * MIB * 4 // 5
    assert small_below([20 * MIB] * 100) == 16 * MIB
    assert small_below([MIB] * 10 + [20 * MIB] * 100) == 4 * MIB * 4 // 5
