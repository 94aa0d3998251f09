"""When the small S3 client asks by itself, and when botocore does."""

from __future__ import annotations

import pytest

from holdfast.errors import NetworkError, NotFound
from holdfast.storage.s3_wire import Wire
from tests.support.fault_proxy import FaultProxy, Rule
from tests.support.s3_server import StrictS3, s3_storage


def test_a_whole_story_without_botocore(strict: StrictS3) -> None:
    """Also: one connection is enough for calls one after the other, and a server that hung up meanwhile is no error."""
    storage = s3_storage(strict.url)
    storage.save("data/ab/cd", [bytes(10), b"x" * 200_000])
    storage.save("config", [b"{}"], only_new=True)
    assert storage.load("data/ab/cd", 9, 2) == b"\0x"
    assert [info.name for info in storage.list("data")] == ["data/ab/cd"]
    storage.delete("config")
    with pytest.raises(NotFound):
        storage.size("config")
    storage.close()
    assert storage.load("data/ab/cd", 0, 1) == b"\0"


def test_a_proxy_is_left_to_botocore(strict: StrictS3, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Wire, "_ask", _never)
    storage = s3_storage(strict.url)
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    storage.save("data/ab/cd", [b"x" * 100_000])
    assert storage.load("data/ab/cd", 0, 5) == b"xxxxx"


def test_an_answer_from_elsewhere_is_left_to_botocore(strict: StrictS3, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the small client cannot do is asked again whole, also a body that was sent in part."""
    storage = s3_storage(strict.url)
    from holdfast.storage import s3_wire

    monkeypatch.setattr(s3_wire, "_ELSEWHERE", {"AccessDenied"})
    refusals = iter([True])
    strict.denied = lambda method, key: next(refusals, False)
    storage.save("data/ab/cd", [b"x" * 300_000])
    monkeypatch.setattr(Wire, "_ask", _never)
    assert storage.load("data/ab/cd") == b"x" * 300_000


def test_a_list_that_is_no_list_is_an_error_that_may_pass(strict: StrictS3) -> None:
    strict.bucket("bucket").objects["data/ab"] = b"x"
    with FaultProxy(strict.url, Rule("lie", matches=lambda method, path: "list-type" in path)) as proxy:
        storage = s3_storage(proxy.url, "bucket", "", ready=False)
        with pytest.raises(NetworkError):
            list(storage.list("data"))
        storage.close()


def _never(*_: object, **__: object) -> None:
    raise AssertionError("the small client was asked")
