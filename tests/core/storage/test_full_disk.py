"""Disks that are full or read-only, for real: N2 and N5 at the storage."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from holdfast.errors import Forbidden, NoSpace
from holdfast.storage.base import StorageAddress
from holdfast.storage.cache import CacheStorage
from holdfast.storage.local import LocalStorage
from holdfast.storage.memory import MemoryStorage
from holdfast.storage.opening import open_storage
from tests.support.tmpfs import make_read_only, small_disk


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk") as folder:
        yield folder


def pack(number: int) -> tuple[str, bytes]:
    data = random.Random(number).randbytes(1_000_000)
    digest = hashlib.sha256(data).hexdigest()
    return f"data/{digest[:2]}/{digest}", data


def test_a_full_disk_is_one_clear_error_and_keeps_what_is_whole(disk: Path) -> None:
    """N2: no leftover, everything saved before intact, and room again after a deletion."""
    storage = open_storage(StorageAddress(str(disk / "repo")))
    storage.create()
    saved = []

    def save_until_full() -> None:
        for number in range(10):
            storage.save(pack(number)[0], [pack(number)[1]])
            saved.append(number)

    with pytest.raises(NoSpace) as caught:
        save_until_full()
    assert 3 <= len(saved) <= 6
    assert caught.value.details["needed"] == 1_000_000
    assert 0 <= caught.value.details["free"] < 1_000_000
    assert "1,000,000 bytes" in caught.value.message
    assert caught.value.hint
    assert sorted(i.name for i in storage.list("data")) == sorted(pack(n)[0] for n in saved)
    assert not list(disk.rglob("*-tmp-*"))
    for number in saved:
        assert storage.load(pack(number)[0]) == pack(number)[1]
    storage.delete(pack(saved[0])[0])
    storage.save(pack(99)[0], [pack(99)[1]])


def test_a_read_only_disk_reads_and_says_once_why_it_does_not_write(disk: Path) -> None:
    """N5: reading works, writing is one clear message, nothing is tried again."""
    storage = open_storage(StorageAddress(str(disk / "repo")))
    storage.create()
    name, data = pack(1)
    storage.save(name, [data])
    make_read_only(disk)
    assert storage.load(name) == data
    assert [i.size for i in storage.list("data")] == [1_000_000]
    storage.create()
    calls: list[Callable[[], None]] = [lambda: storage.save("index/ab", [b"x"]), lambda: storage.delete(name)]
    for call in calls:
        with pytest.raises(Forbidden) as caught:
            call()
        assert "read-only" in caught.value.message
        assert str(disk / "repo") in caught.value.message
        assert not caught.value.retryable
    with pytest.raises(Forbidden):
        LocalStorage(disk / "other").create()


def test_a_full_cache_disk_does_not_stop_the_work(disk: Path) -> None:
    """N3: what does not fit is read from the storage."""
    remote = MemoryStorage()
    cache = CacheStorage(remote, disk / "cache")
    for number in range(10):
        data = pack(number)[1]
        cache.save(f"index/{hashlib.sha256(data).hexdigest()}", [data])
    for number in range(10):
        data = pack(number)[1]
        assert cache.load(f"index/{hashlib.sha256(data).hexdigest()}", 10, 5) == data[10:15]
    assert not list(disk.rglob("*-tmp-*"))
    assert 3 <= len([p for p in disk.rglob("*") if p.is_file()]) <= 6
