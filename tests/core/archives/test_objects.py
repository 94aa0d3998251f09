"""Objects of other programs in a bucket, fetched: resumed, whole, never mixed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from holdfast.engine import fetching_objects
from holdfast.engine.fetching_objects import fetch_object
from holdfast.errors import NoSpace, StorageError, UsageError
from holdfast.secret import Secret
from holdfast.storage.base import StorageAddress
from holdfast.storage.s3_objects import ForeignObject, ForeignObjects
from tests.support.s3_server import MOTO_KEYS, moto_server, s3_storage


class DyingObjects(ForeignObjects):
    """A fake bucket with one object; it dies (for good, or by being replaced) after `dies_after` pieces."""

    def __init__(self, content: bytes, *, etag: str = '"one"', dies_after: int = 1_000_000) -> None:
        self.content, self.etag, self.left = content, etag, dies_after
        self.asked: list[int] = []

    def head(self, name: str) -> ForeignObject:
        return ForeignObject(name, len(self.content), datetime(2026, 11, 20, tzinfo=UTC), self.etag)

    def read(self, name: str, offset: int, length: int, etag: str) -> bytes:
        if not self.left:
            raise StorageError("The bucket is gone.")
        self.left -= 1
        self.asked.append(offset)
        return self.content[offset : offset + length]


@pytest.fixture
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching_objects, "PIECE", 1000)


@pytest.mark.usefixtures("small_pieces")
def test_it_goes_on_where_it_stopped_unless_the_object_is_another(tmp_path: Path) -> None:
    content = os.urandom(5500)
    with pytest.raises(StorageError):
        fetch_object(DyingObjects(content, dies_after=3), "a/b.zip", tmp_path)
    assert not (tmp_path / "a-b.zip").exists()
    again = DyingObjects(content)
    assert fetch_object(again, "a/b.zip", tmp_path).read_bytes() == content
    assert again.asked[0] == 3000
    with pytest.raises(StorageError):
        fetch_object(DyingObjects(content, dies_after=3), "c.zip", tmp_path)
    other = DyingObjects(content[::-1], etag='"two"')
    assert fetch_object(other, "c.zip", tmp_path).read_bytes() == content[::-1]
    assert other.asked[0] == 0


@pytest.mark.usefixtures("small_pieces")
def test_a_whole_file_of_an_earlier_run_is_not_fetched_again_in_a_folder_of_ours(tmp_path: Path) -> None:
    content = os.urandom(2500)
    first = fetch_object(DyingObjects(content), "a.zip", tmp_path, ours=True)
    assert fetch_object(DyingObjects(content, dies_after=0), "a.zip", tmp_path, ours=True) == first
    assert fetch_object(DyingObjects(content), "a.zip", tmp_path).name != "a.zip"


def test_room_is_looked_for_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching_objects, "free_space", lambda _: 10 << 20)
    objects = DyingObjects(b"x" * 100)
    with pytest.raises(NoSpace):
        fetch_object(objects, "a.zip", tmp_path)
    assert objects.asked == []


@pytest.fixture
def bucket() -> Iterator[str]:
    with moto_server() as url:
        storage = s3_storage(url, "drops", "", keys=MOTO_KEYS)
        for number in range(1203):
            storage.client.put_object(Bucket="drops", Key=f"here/{number:04}.zip", Body=b"%d" % number)
        storage.client.put_object(Bucket="drops", Key="elsewhere/x.zip", Body=b"x")
        storage.close()
        yield url


def test_more_than_a_page_is_listed_and_a_range_is_read(bucket: str) -> None:
    """S4: more than 1,000 objects; only those under the prefix, with their times."""
    address = StorageAddress(f"s3:{bucket}/drops/here", {"access_key": MOTO_KEYS[0]}, {"access_secret": Secret(MOTO_KEYS[1])})
    with ForeignObjects(address) as objects:
        found = list(objects.list())
        assert [one.name for one in found] == [f"{number:04}.zip" for number in range(1203)]
        assert all(one.modified.tzinfo is not None for one in found)
        told = objects.head("1200.zip")
        assert objects.read("1200.zip", 1, 2, told.etag) == b"20"
        with pytest.raises(StorageError):
            objects.read("1200.zip", 0, 2, '"another"')


def test_a_bucket_without_encryption_is_refused() -> None:
    address = StorageAddress("s3:http://s3.example.com/drops", {"access_key": "a"}, {"access_secret": Secret("b")})
    with pytest.raises(UsageError) as refused:
        ForeignObjects(address)
    assert refused.value.code == "PLAIN-HTTP"
