"""The index: the same answers as a plain list, whatever the sizes and however it was filled; its memory; its files."""

from __future__ import annotations

import gc
import os
import random
import tracemalloc
from collections import Counter, defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.errors import Damaged
from holdfast.repository import index as index_module
from holdfast.repository.ids import BlobKind
from holdfast.repository.index import Index, Location
from holdfast.repository.index_files import BLOBS_PER_FILE, decode_index, encode_index, split_for_files
from holdfast.repository.packs import BlobInPack, PackContents
from tests.support.repositories import new_repository

_KINDS: tuple[BlobKind, BlobKind] = ("data", "tree")


@st.composite
def _packs(draw: st.DrawFn) -> list[PackContents]:
    """Packs of a few blobs, with the same blobs again in other packs and in the other kind."""
    # ids that share their first eight bytes stand side by side in the sorted base
    pool = [bytes([n // 3]) * 8 + bytes([n]) * 24 for n in range(9)]
    packs = []
    for number in range(draw(st.integers(0, 8))):
        blobs, offset = [], 0
        for identity, kind in draw(st.lists(st.tuples(st.sampled_from(pool), st.sampled_from(_KINDS)), max_size=6)):
            length = draw(st.integers(32, 2**20))
            blobs.append(BlobInPack(identity, kind, offset, length, draw(st.integers(0, 2**20))))
            offset += length
        packs.append(PackContents(f"{number:064x}", tuple(blobs)))
    return packs


def _expect(index: Index, packs: list[PackContents]) -> None:
    """`index` answers as these packs say: nothing lost, nothing doubled, nothing invented."""
    places: dict[tuple[bytes, BlobKind], set[Location]] = defaultdict(set)
    for pack in packs:
        for blob in pack.blobs:
            places[blob.id, blob.kind].add(Location(pack.id, blob.kind, blob.offset, blob.length, blob.plain_length))
    for kind in _KINDS:
        for identity in {blob.id for pack in packs for blob in pack.blobs} | {bytes(32), b"\xff" * 32}:
            expected = places.get((identity, kind), set())
            found = index.find_all(identity, kind)
            assert Counter(found) == Counter(expected)
            assert index.has(identity, kind) == bool(expected)
            assert index.find(identity, kind) in (expected or (None,))
        assert set(index.ids(kind)) == {i for i, k in places if k == kind}
    assert [pack.id for pack in index.packs()] == index.pack_ids()
    assert {pack.id: set(pack.blobs) for pack in index.packs()} == {pack.id: set(pack.blobs) for pack in packs}
    assert len(index) == sum(len(pack.blobs) for pack in packs)


@given(_packs(), st.integers(0, 20), st.booleans(), st.data())
@settings(max_examples=200)
def test_c4_an_index_knows_what_its_files_list(packs: list[PackContents], few: int, many: bool, data: st.DataObject) -> None:
    """However packs are spread over files, some listed twice, one split over two files (restic#21820), and others added later; in
    dicts, in sorted arrays, or moving from one to the other."""
    files: list[list[PackContents]] = [[] for _ in range(3)]
    later: list[PackContents] = []
    for pack in packs:
        where = data.draw(st.sampled_from(["once", "twice", "split", "later"]))
        if where == "split":
            cut = len(pack.blobs) // 2
            files[0].append(PackContents(pack.id, pack.blobs[:cut]))
            files[2].append(PackContents(pack.id, pack.blobs[cut:]))
        elif where == "later":
            later.append(pack)
        else:
            files[data.draw(st.integers(0, 1))].append(pack)
            if where == "twice":
                files[2].append(pack)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index_module, "FEW", few)
        index = Index()
        index.add_files([decode_index(encode_index(file)) for file in files], many=many)
        for pack in later:
            index.add(pack)
        _expect(index, packs)


@given(_packs())
def test_index_files_survive(packs: list[PackContents]) -> None:
    assert [pack.contents() for pack in decode_index(encode_index(packs))] == packs


def _random_packs(count: int, blobs: int) -> list[PackContents]:
    rng = random.Random(1)
    packs = []
    for number in range(count):
        kind: BlobKind = "tree" if number % 20 == 0 else "data"
        packs.append(PackContents(f"{number:064x}", tuple(BlobInPack(rng.randbytes(32), kind, n * 100, 100, 300) for n in range(blobs))))
    return packs


def test_packs_stay_whole_when_files_are_split() -> None:
    """Two index files never share a pack: restic 0.19's check would fail."""
    packs = _random_packs(17, 7001)
    groups = list(split_for_files(packs))
    assert [pack for group in groups for pack in group] == packs
    assert all(BLOBS_PER_FILE <= sum(len(pack.blobs) for pack in group) < BLOBS_PER_FILE + 7001 for group in groups[:-1])
    assert list(split_for_files([])) == []


def test_many_blobs_take_less_than_64_bytes_each() -> None:
    """Loaded from files and added one by one alike, 300,000 blobs; and every one is found."""
    packs = _random_packs(300, 1000)
    files = [encode_index(packs[start : start + 50]) for start in range(0, 300, 50)]
    gc.collect()
    tracemalloc.start()
    try:
        index = Index()
        index.add_files((decode_index(file) for file in files), many=True)
        gc.collect()
        loaded = tracemalloc.get_traced_memory()[0] / 300_000
    finally:
        tracemalloc.stop()
    assert loaded < 64
    assert len(index) == 300_000
    assert all(index.has(blob.id, blob.kind) for pack in packs[::30] for blob in pack.blobs)
    assert not any(index.has(os.urandom(32), "data") for _ in range(1000))


def test_a_repository_with_many_blobs_goes_through_arrays(monkeypatch: pytest.MonkeyPatch) -> None:
    """The choice is made by the size of the index files; the answers are the same."""
    repository = new_repository()
    packs = _random_packs(30, 100)
    repository.save_index(packs)
    few = repository.load_index()
    monkeypatch.setattr("holdfast.repository.repository.FEW", 100)
    many = repository.load_index()
    assert few._data.base is None
    assert many._data.base is not None
    for index in (few, many):
        _expect(index, packs)


@pytest.mark.parametrize(
    "plain",
    [
        b"",
        b"{}",
        b'{"packs":null}',
        b'{"packs":[{"id":"x","blobs":[]}]}',
        b'{"packs":[{"id":"%s","blobs":[{"id":"zz","type":"data","offset":0,"length":40}]}]}' % (b"a" * 64),
        b'{"packs":[{"id":"%s","blobs":[{"id":"%s","type":"other","offset":0,"length":40}]}]}' % (b"a" * 64, b"b" * 64),
        b'{"packs":[{"id":"%s","blobs":[{"id":"%s","type":"data","offset":-1,"length":40}]}]}' % (b"a" * 64, b"b" * 64),
        b'{"packs":[{"id":"%s","blobs":[{"id":"%s","type":"data","offset":0,"length":4294967296}]}]}' % (b"a" * 64, b"b" * 64),
        b'{"packs":[{"id":"%s","blobs":[{"id":"%s","type":"data","offset":0,"length":40}]}]}' % (b"a" * 64, b" b" * 32),
    ],
)
def test_what_is_no_index_is_damage(plain: bytes) -> None:
    with pytest.raises(Damaged):
        decode_index(plain)


def test_fields_of_other_programs_are_ignored() -> None:
    """rustic's and old restic's."""
    plain = b'{"supersedes":["x"],"packs":[{"id":"%s","time":"x","size":3,"blobs":[]}],"packs_to_delete":[{}]}' % (b"a" * 64)
    assert [pack.contents() for pack in decode_index(plain)] == [PackContents("a" * 64, ())]
