"""S3 through a proxy that fails by dice: S1, S6, and what a hanging server costs."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Iterator

import pytest

from holdfast.cancellation import Cancellation
from holdfast.errors import Cancelled, NetworkError
from holdfast.storage.base import Storage
from holdfast.storage.opening import open_storage
from holdfast.storage.retry import RetryPolicy, RetryStorage
from tests.contracts.storage import StorageContract, name_of
from tests.support.fault_proxy import FaultProxy, Rule
from tests.support.s3_server import StrictS3, s3_address, s3_storage

QUICK = RetryPolicy(first=0.002, most=0.02, total=30)
ROUGH = (Rule("500", 0.1), Rule("503", 0.1), Rule("reset", 0.04), Rule("lost", 0.04), Rule("cut", 0.02), Rule("slow", 0.01, seconds=0.02))
"""30 % of all requests."""


class TestThroughFaults(StorageContract):
    """S1: the whole contract with 30 % of all requests failing in one way or another."""

    @pytest.fixture
    def storage(self, strict: StrictS3) -> Iterator[Storage]:
        strict.page = 7
        strict.bucket("bucket")
        with FaultProxy(strict.url, *ROUGH, seed=7) as proxy:
            yield RetryStorage(s3_storage(proxy.url, "bucket", ready=False), QUICK)


@pytest.mark.parametrize("seed", range(20))
def test_a_story_through_faults(strict: StrictS3, seed: int) -> None:
    """S1: 20 of 20; nothing is lost, and no object more than was saved."""
    strict.bucket("bucket")
    dice = random.Random(seed)
    files = {name_of(data := dice.randbytes(dice.choice([100, 5_000, 400_000])), "data"): data for _ in range(12)}
    with FaultProxy(strict.url, *ROUGH, seed=seed) as proxy:
        storage = RetryStorage(s3_storage(proxy.url, "bucket", "", ready=False), QUICK)
        for name, data in files.items():
            storage.save(name, [data[:50], data[50:]])
        assert {i.name: i.size for i in storage.list("data")} == {name: len(data) for name, data in files.items()}
        assert all(storage.load(name) == data for name, data in files.items())
        assert all(storage.load(name, 10, 50) == data[10:60] for name, data in files.items())
        assert proxy.struck.total() > 5
    assert strict.bucket("bucket").objects == files
    assert storage.retries > 0


@pytest.mark.parametrize("kind", ["cut", "lie"])
def test_one_short_download_is_tried_again_in_silence(strict: StrictS3, kind: str) -> None:
    """S6: counted, and no word of damage."""
    strict.bucket("bucket").objects["data/ab/cd"] = b"0123456789" * 1000
    with FaultProxy(strict.url, Rule(kind, times=1, matches=lambda method, path: method == "GET")) as proxy:  # type: ignore[arg-type]  # one of the kinds
        storage = RetryStorage(s3_storage(proxy.url, "bucket", "", ready=False), QUICK)
        assert storage.load("data/ab/cd", 5, 500) == (b"0123456789" * 51)[5:505]
        assert storage.retries == 1


def test_cancelling_a_backup_to_a_server_that_hangs(strict: StrictS3) -> None:
    """S2: at most two seconds, with the program's own time limits."""
    strict.bucket("bucket")
    cancelled = Cancellation()
    with FaultProxy(strict.url, Rule("hang", matches=lambda method, path: method == "PUT")) as proxy:
        storage = open_storage(s3_address(proxy.url, "bucket"), cancelled=cancelled)
        assert not storage.exists("config")
        began: list[float] = []

        def cancel() -> None:
            began.append(time.monotonic())
            cancelled.cancel()

        threading.Timer(0.2, cancel).start()
        with pytest.raises(Cancelled):
            storage.save("data/ab/cd", [bytes(300_000)])
        assert time.monotonic() - began[0] < 2 + 1.5  # a second and a half for a busy machine; the server would hang for ever


def test_a_server_that_is_down_ends_in_an_error_in_time() -> None:
    """S2: fails within the policy's time."""
    storage = RetryStorage(s3_storage("http://127.0.0.1:9", "bucket", ready=False), RetryPolicy(first=0.05, most=0.1, total=0.5))
    start = time.monotonic()
    with pytest.raises(NetworkError):
        storage.save("config", [b"x"])
    assert time.monotonic() - start < 30
    assert storage.retries >= 1
