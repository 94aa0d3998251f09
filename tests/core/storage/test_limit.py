"""Rates and numbers of calls at once."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from holdfast.cancellation import Cancellation
from holdfast.errors import Cancelled
from holdfast.storage.base import Storage
from holdfast.storage.limit import LimitStorage, TokenBucket
from holdfast.storage.memory import MemoryStorage
from tests.contracts.storage import StorageContract


class TestLimit(StorageContract):
    @pytest.fixture
    def storage(self) -> Storage:
        return LimitStorage(MemoryStorage(), upload=TokenBucket(200e6), download=TokenBucket(200e6), connections=3)


def seconds(storage: Storage, verb: str, count: int) -> float:
    start = time.monotonic()
    with ThreadPoolExecutor(4) as pool:
        if verb == "save":
            list(pool.map(lambda n: storage.save(f"data/ab/{n}", [bytes(50_000)]), range(count)))
        else:
            list(pool.map(lambda n: storage.load(f"data/ab/{n}"), range(count)))
    return time.monotonic() - start


def test_rates_hold_over_all_threads_together() -> None:
    memory = MemoryStorage()
    slow = LimitStorage(memory, upload=TokenBucket(1e6, burst=0), download=TokenBucket(2e6, burst=0))
    assert 0.45 < seconds(slow, "save", 10) < 10
    assert 0.22 < seconds(slow, "load", 10) < 10


def test_one_bucket_may_serve_several_storages() -> None:
    shared = TokenBucket(1e6, burst=0)
    one, two = (LimitStorage(MemoryStorage(), upload=shared) for _ in range(2))
    start = time.monotonic()
    threads = [threading.Thread(target=seconds, args=(storage, "save", 5)) for storage in (one, two)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 0.45 < time.monotonic() - start < 10


def test_a_rest_allows_a_burst_but_no_more() -> None:
    bucket = TokenBucket(10_000, burst=100_000)
    time.sleep(0.3)
    start = time.monotonic()
    bucket.take(100_000)
    assert time.monotonic() - start < 5, "without a burst it would be ten seconds"
    start = time.monotonic()
    bucket.take(1_000)
    assert time.monotonic() - start > 0.08


def test_a_wait_for_the_rate_can_be_cancelled() -> None:
    cancelled = Cancellation()
    bucket = TokenBucket(1000, cancelled=cancelled)
    threading.Timer(0.1, cancelled.cancel).start()
    start = time.monotonic()
    with pytest.raises(Cancelled):
        bucket.take(1_000_000)
    assert time.monotonic() - start < 1


def test_no_more_calls_at_once_than_allowed() -> None:
    class Counting(MemoryStorage):
        now = most = 0

        def size(self, name: str) -> int:
            self.now += 1
            self.most = max(self.most, self.now)
            time.sleep(0.02)
            self.now -= 1
            return 0

    counting = Counting()
    limited = LimitStorage(counting, connections=2)
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(limited.size, ["config"] * 12))
    assert counting.most == 2
