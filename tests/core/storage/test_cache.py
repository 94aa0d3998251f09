"""Copies kept nearby: right, private, and never trusted."""

from __future__ import annotations

import errno
import hashlib
import logging
import os
import random
import stat
from pathlib import Path

import pytest

from holdfast.errors import NetworkError, NotFound
from holdfast.storage.base import Storage
from holdfast.storage.cache import CacheStorage
from holdfast.storage.faulty import Fault, FaultyStorage
from holdfast.storage.memory import MemoryStorage
from tests.contracts.storage import StorageContract, name_of


class TestCache(StorageContract):
    @pytest.fixture
    def storage(self, tmp_path: Path) -> Storage:
        return CacheStorage(MemoryStorage(), tmp_path / "cache")


class TestCacheThatKeepsEveryPack(StorageContract):
    """Also with all packs of the contract's tests among the kept ones."""

    @pytest.fixture
    def storage(self, tmp_path: Path) -> Storage:
        storage = CacheStorage(MemoryStorage(), tmp_path / "cache")
        for seed in range(30):
            for data in (
                random.Random(1).randbytes(5_000_000) if seed == 1 else b"",
                random.Random(seed).randbytes(20_000 + seed),
                bytes([seed]) * seed,
            ):
                storage.keep_near([f"data/{(pack := hashlib.sha256(data).hexdigest())[:2]}/{pack}"])
        return storage


class Setup:
    def __init__(self, folder: Path, *faults: Fault) -> None:
        self.remote = FaultyStorage(MemoryStorage(), *faults)
        self.folder = folder
        self.cache = CacheStorage(self.remote, folder)

    def saved(self, data: bytes, kind: str = "index") -> str:
        """Put `data` into the storage behind the cache's back."""
        name = name_of(data, kind)
        self.remote.inner.save(name, [data])
        return name

    def loads(self) -> int:
        return self.remote.calls["load"]

    def file(self, name: str) -> Path:
        return self.folder / name

    def again(self) -> CacheStorage:
        """A new process' cache over the same folder."""
        self.cache = CacheStorage(self.remote, self.folder)
        return self.cache


@pytest.fixture
def setup(tmp_path: Path) -> Setup:
    return Setup(tmp_path / "deep" / "cache")


@pytest.mark.parametrize("kind", ["index", "snapshots"])
def test_what_was_loaded_once_is_not_fetched_again(setup: Setup, kind: str) -> None:
    name = setup.saved(b"0123456789", kind)
    assert setup.cache.load(name) == b"0123456789"
    assert setup.cache.load(name, 2, 3) == b"234"
    assert setup.again().load(name) == b"0123456789"
    assert setup.loads() == 1


def test_what_was_saved_need_not_be_fetched(setup: Setup) -> None:
    name = name_of(b"mine")
    setup.cache.save(name, [b"mi", b"ne"])
    assert setup.cache.load(name) == b"mine"
    assert setup.loads() == 0


@pytest.mark.parametrize("name", ["config", "keys/ab", "locks/ab", "data/ab/abcd"])
def test_the_rest_is_not_kept(setup: Setup, name: str) -> None:
    setup.cache.save(name, [b"x"])
    setup.cache.load(name)
    setup.cache.load(name)
    assert setup.loads() == 2
    assert not setup.folder.exists() or not [p for p in setup.folder.rglob("*") if p.is_file()]


def test_tree_packs_are_fetched_whole_and_served_in_pieces(setup: Setup) -> None:
    data = random.Random(1).randbytes(100_000)
    name = setup.saved(data, "data")
    setup.cache.keep_near([name])
    for offset in range(0, 100_000, 10_000):
        assert setup.cache.load(name, offset, 100) == data[offset : offset + 100]
    assert setup.loads() == 1


@pytest.mark.parametrize("damage", ["flip", "truncate", "empty", "longer"])
def test_a_damaged_copy_is_dropped_and_fetched_again(setup: Setup, damage: str, caplog: pytest.LogCaptureFixture) -> None:
    """C6: with a line in the log."""
    name = setup.saved(b"0123456789" * 100)
    setup.cache.load(name)
    good = setup.file(name).read_bytes()
    bad = {"flip": b"1" + good[1:], "truncate": good[:500], "empty": b"", "longer": good + b"x"}[damage]
    setup.file(name).write_bytes(bad)
    with caplog.at_level(logging.WARNING):
        assert setup.again().load(name, 3, 4) == b"3456"
    assert "damaged" in caplog.text
    assert setup.loads() == 2
    assert setup.file(name).read_bytes() == good


def test_a_copy_that_is_cut_while_in_use_is_fetched_again(setup: Setup) -> None:
    """C6: also after this process has found it sound."""
    name = setup.saved(b"0123456789" * 100)
    setup.cache.load(name)
    setup.cache.load(name)
    setup.file(name).write_bytes(b"")
    assert setup.cache.load(name, 100, 10) == b"0123456789"
    setup.file(name).unlink()
    assert setup.cache.load(name) == b"0123456789" * 100


def test_distrust_makes_the_next_load_a_fresh_one(setup: Setup) -> None:
    name = setup.saved(b"0123456789")
    setup.cache.load(name)
    setup.cache.distrust(name)
    assert setup.cache.load(name) == b"0123456789"
    assert setup.loads() == 2


def test_a_damaged_download_is_passed_on_but_never_kept(tmp_path: Path) -> None:
    setup = Setup(tmp_path, Fault("flip", "load", at=1))
    name = setup.saved(b"0123456789")
    assert setup.cache.load(name) != b"0123456789"
    assert not setup.file(name).exists()
    assert setup.cache.load(name) == b"0123456789"


def test_whether_something_is_there_is_asked_of_the_storage(setup: Setup) -> None:
    name = setup.saved(b"x")
    setup.cache.load(name)
    setup.remote.inner.delete(name)
    assert not setup.cache.exists(name)
    with pytest.raises(NotFound):
        setup.cache.size(name)


def test_a_list_read_to_its_end_drops_what_is_gone(setup: Setup) -> None:
    kept, gone = setup.saved(b"kept"), setup.saved(b"gone")
    pack = setup.saved(b"pack", "data")
    setup.cache.keep_near([pack])
    for name in (kept, gone, pack):
        setup.cache.load(name)
    setup.remote.inner.delete(gone)
    half = setup.folder / "index" / f"{'0' * 64}-tmp-123"
    half.write_bytes(b"half")
    os.utime(half, (1, 1))
    next(setup.cache.list("index"))
    assert setup.file(gone).exists()
    assert [info.name for info in setup.cache.list("index")] == [kept]
    assert not setup.file(gone).exists()
    assert not half.exists()
    assert setup.file(kept).exists()
    assert setup.file(pack).exists()


def test_a_list_that_fails_drops_nothing(tmp_path: Path) -> None:
    setup = Setup(tmp_path, Fault("lost_answer", "list", at=1))
    name = setup.saved(b"x")
    setup.cache.load(name)
    with pytest.raises(NetworkError):
        list(setup.cache.list("index"))
    assert setup.file(name).exists()


def test_copies_are_private_whatever_the_umask(setup: Setup) -> None:
    """X5: folders 0700, files 0600."""
    before = os.umask(0)
    try:
        setup.cache.load(setup.saved(b"x"))
    finally:
        os.umask(before)
    for path in (setup.folder, *setup.folder.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_a_full_cache_disk_costs_the_copies_only(setup: Setup, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """N3: the work goes on; one line says so."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("holdfast.storage.cache.os.replace", full)
    names = [setup.saved(bytes([n])) for n in range(3)]
    with caplog.at_level(logging.WARNING):
        for name in names:
            setup.cache.load(name)
    assert len(caplog.records) == 1
    assert [p for p in setup.folder.rglob("*") if p.is_file()] == []


def test_a_file_in_the_cache_folders_place_costs_the_copies_only(tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(b"")
    setup = Setup(tmp_path / "cache")
    assert setup.cache.load(setup.saved(b"x")) == b"x"
