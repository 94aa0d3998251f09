"""Cut points: WebAssembly, numpy, the plain reference and restic itself agree."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.engine import chunker as chunker_module
from holdfast.engine.chunker import CAPACITY, Chunker, Finder, best_finder, pieces_reader
from holdfast.engine.rabin import MAX_SIZE, MIN_SIZE, WINDOW
from holdfast.engine.rabin_numpy import NumpyFinder
from holdfast.engine.rabin_wasm import WasmFinder
from holdfast.repository.polynomial import random_polynomial
from holdfast.repository.repository import Repository
from holdfast.secret import Secret
from holdfast.storage.local import LocalStorage
from tests.core.archiver.reference_chunker import cut, cut_ends
from tests.support.repositories import POLYNOMIAL
from tests.support.restic import Restic

FINDERS: dict[str, Callable[[int, int], Finder]] = {"wasm": WasmFinder, "numpy": NumpyFinder}
SMALL = 100_000


@pytest.fixture(scope="module")
def finders() -> list[Finder]:
    return [make(POLYNOMIAL, SMALL) for make in FINDERS.values()]


def lengths(finder: Finder, data: bytes, polynomial: int = POLYNOMIAL) -> list[int]:
    return [len(blob) for blob in Chunker(polynomial, finder).blobs(io.BytesIO(data).readinto)]


@settings(max_examples=25)
@given(
    seed=st.integers(0, 2**32),
    places=st.lists(st.integers(0, SMALL - WINDOW), max_size=4),
    span=st.tuples(st.integers(64, SMALL), st.integers(64, SMALL)),
)
def test_both_finders_find_what_the_reference_finds(finders: list[Finder], seed: int, places: list[int], span: tuple[int, int]) -> None:
    """Windows of zeros are cuts for every polynomial: planted at chance places, across all stretches and blocks."""
    data = bytearray(random.Random(seed).randbytes(SMALL))
    for place in places:
        data[place : place + WINDOW] = bytes(WINDOW)
    first, last = min(span), max(span)
    wanted = next(iter(cut_ends(bytes(data), POLYNOMIAL, first, last)), 0)
    for finder in finders:
        finder.buffer[:SMALL] = data
        assert finder.find(first, last) == wanted


@settings(max_examples=10)
@given(seed=st.integers(0, 2**32))
def test_finders_agree_for_any_polynomial(seed: int) -> None:
    """Any irreducible polynomial, and data that repeats (so that chance cuts are found often or never)."""
    polynomial = random_polynomial()
    data = random.Random(seed).randbytes(1 << 20) * 2
    found = []
    for make in FINDERS.values():
        finder = make(polynomial, len(data))
        finder.buffer[:] = data
        found.append([finder.find(first, len(data)) for first in range(WINDOW, len(data), 300_007)])
    assert found[0] == found[1]


def test_a_stream_is_cut_like_the_reference() -> None:
    """Random, text-like and zero stretches, a forced cut at 8 MiB, a short rest."""
    dice = random.Random(3)
    no_cut = b"\x01" * (MAX_SIZE + 1000)
    data = dice.randbytes(1_500_000) + bytes(1_200_000) + b"some text, " * 60_000 + no_cut + dice.randbytes(300)
    found, other = (lengths(make(POLYNOMIAL, CAPACITY), data) for make in FINDERS.values())
    assert found == other == cut(data, POLYNOMIAL)
    assert MAX_SIZE in found
    assert found.count(MIN_SIZE) >= 2


@pytest.mark.parametrize("size", [0, 1, MIN_SIZE - 1, MIN_SIZE, MIN_SIZE + 1])
def test_short_streams(size: int) -> None:
    """Below the minimum all is one blob; nothing gives none."""
    data = random.Random(1).randbytes(size)
    blobs = [bytes(blob) for blob in Chunker(POLYNOMIAL).blobs(io.BytesIO(data).readinto)]
    assert b"".join(blobs) == data
    assert len(blobs) == (1 if size else 0)


def test_the_size_of_what_is_read_at_once_does_not_matter() -> None:
    """Pieces of any size give the same blobs as the whole."""
    dice = random.Random(9)
    data = dice.randbytes(5_000_000)

    def pieces() -> Iterator[bytes]:
        at = 0
        while at < len(data):
            size = dice.choice([0, 1, 100, 70_000, 3_000_000])
            yield data[at : at + size]
            at += size

    chunker = Chunker(POLYNOMIAL)
    assert [len(blob) for blob in chunker.blobs(pieces_reader(pieces()))] == lengths(best_finder(POLYNOMIAL), data)


def test_without_webassembly_numpy_cuts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where wasmtime cannot run, the other finder takes over by itself."""

    def refuse(*_: object) -> None:
        raise OSError("no executable memory here")

    monkeypatch.setattr("holdfast.engine.rabin_wasm.Module", refuse)
    assert isinstance(chunker_module.best_finder(POLYNOMIAL), NumpyFinder)


def test_restic_cuts_at_the_same_places(tmp_path: Path) -> None:
    """The blobs of a file that the real restic stored, for the repository's own polynomial."""
    source = tmp_path / "source"
    source.mkdir()
    data = random.Random(11).randbytes(12_000_000) + bytes(3_000_000) + b"INSERT INTO wp_posts VALUES (1);\n" * 100_000
    (source / "big").write_bytes(data)
    restic = Restic(tmp_path / "repository", "pass", tmp_path / "scratch")
    restic.init()
    tree = Repository.open(LocalStorage(tmp_path / "repository"), Secret("pass"))
    snapshot = tree.snapshot(restic.backup(source))
    (node,) = tree.load_tree(snapshot.tree_id)
    while node.type == "dir":
        (node,) = tree.load_tree(node.subtree_id())
    for make in FINDERS.values():
        chunker = Chunker(tree.config.polynomial, make(tree.config.polynomial, CAPACITY))
        assert [sha256(blob).digest() for blob in chunker.blobs(io.BytesIO(data).readinto)] == node.blob_ids()
