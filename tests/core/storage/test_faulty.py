"""Made-up faults: only as told, and repeatable."""

from __future__ import annotations

import pytest

from holdfast.errors import NetworkError, NoSpace, StorageError
from holdfast.storage.base import Storage
from holdfast.storage.faulty import Fault, FaultyStorage
from holdfast.storage.memory import MemoryStorage
from tests.contracts.storage import StorageContract


class TestWithoutFaults(StorageContract):
    @pytest.fixture
    def storage(self) -> Storage:
        return FaultyStorage(MemoryStorage())


def test_the_nth_call_fails() -> None:
    storage = FaultyStorage(MemoryStorage(), Fault("error", "save", "data/", at=2, error=NoSpace))
    storage.save("data/ab/1", [b"x"])
    storage.save("index/ab", [b"x"])
    with pytest.raises(NoSpace):
        storage.save("data/ab/2", [b"x"])
    storage.save("data/ab/3", [b"x"])
    assert sorted(info.name for info in storage.list("data")) == ["data/ab/1", "data/ab/3"]
    assert storage.log[:2] == [("save", "data/ab/1"), ("save", "index/ab")]
    assert storage.calls["save"] == 4
    assert storage.struck == {"error": 1}


def test_a_lost_answer_comes_after_the_deed() -> None:
    storage = FaultyStorage(MemoryStorage(), Fault("lost_answer", "save", at=1))
    with pytest.raises(NetworkError):
        storage.save("config", [b"x"])
    assert storage.load("config") == b"x"


def test_short_and_flipped_loads() -> None:
    storage = FaultyStorage(MemoryStorage(), Fault("short", "load", at=1), Fault("short", "load", at=2), Fault("flip", "load", at=3))
    storage.save("config", [b"0123456789"])
    assert storage.load("config") == b"01234"
    with pytest.raises(StorageError):
        storage.load("config", 0, 4)
    flipped = storage.load("config")
    assert sum((a ^ b).bit_count() for a, b in zip(flipped, b"0123456789", strict=True)) == 1
    assert storage.load("config") == b"0123456789"


def test_the_same_seed_gives_the_same_faults() -> None:
    def story(seed: int) -> list[bool]:
        storage = FaultyStorage(MemoryStorage(), Fault("error", chance=0.3), seed=seed)
        outcome = []
        for _ in range(50):
            try:
                storage.save("config", [b"x"])
                outcome.append(True)
            except NetworkError:
                outcome.append(False)
        return outcome

    assert story(1) == story(1)
    assert story(1) != story(2)
    assert 5 < story(1).count(False) < 25
