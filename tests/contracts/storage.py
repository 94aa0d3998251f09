"""The contract of `holdfast.storage.base.Storage` as tests. Whoever implements or wraps a storage joins by inheriting:

class TestLocal(StorageContract):
    @pytest.fixture
    def storage(self, tmp_path): ...
"""

from __future__ import annotations

import hashlib
import random
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from holdfast.errors import NotFound, StorageError
from holdfast.storage.base import Storage
from holdfast.storage.opening import open_storage


def name_of(data: bytes, kind: str = "index") -> str:
    """The name a repository would give to `data`."""
    digest = hashlib.sha256(data).hexdigest()
    return f"data/{digest[:2]}/{digest}" if kind == "data" else f"{kind}/{digest}"


class StorageContract:
    """Inherit and give a fixture `storage`: made ready, empty."""

    def test_what_was_saved_loads_again(self, storage: Storage) -> None:
        for size in (0, 1, 4095, 70_000):
            data = random.Random(size).randbytes(size)
            storage.save(name_of(data), [data])
            assert storage.load(name_of(data)) == data
            assert storage.size(name_of(data)) == size

    def test_parts_are_joined_whatever_bytes_they_are(self, storage: Storage) -> None:
        parts: list[bytes | bytearray | memoryview] = [
            b"one",
            bytearray(b"two"),
            memoryview(b"xthreex")[1:6],
            b"",
            memoryview(bytearray(b"4")),
        ]
        storage.save("index/parts", parts)
        assert storage.load("index/parts") == b"onetwothree4"

    def test_many_small_parts_are_joined(self, storage: Storage) -> None:
        pieces = [bytes([n % 256]) * (n % 7) for n in range(3000)]
        storage.save("index/many", pieces)
        assert storage.load("index/many") == b"".join(pieces)

    def test_a_whole_pack_survives(self, storage: Storage) -> None:
        data = random.Random(1).randbytes(5_000_000)
        name = name_of(data, "data")
        storage.save(name, [data[:17], data[17:4_000_000], data[4_000_000:]])
        assert storage.load(name) == data
        assert storage.load(name, 4_999_990, 10) == data[-10:]

    def test_names_of_one_two_and_three_parts(self, storage: Storage) -> None:
        for name in ("config", "keys/ab", "data/ab/abcd"):
            storage.save(name, [name.encode()])
            assert storage.load(name) == name.encode()

    @pytest.mark.parametrize(
        "name", ["../config", "a/../../b", "/etc/passwd", "index/", "a//b", "a/b/c/d", "A", "a b", "a\\b", "a\x00b", "", "ä", "index/ab\n"]
    )
    def test_other_names_are_refused(self, storage: Storage, name: str) -> None:
        for call in (
            lambda: storage.save(name, [b"x"]),
            lambda: storage.load(name),
            lambda: storage.size(name),
            lambda: storage.delete(name),
        ):
            with pytest.raises(StorageError) as caught:
                call()
            assert caught.value.code == "NAME"

    def test_ranges(self, storage: Storage) -> None:
        storage.save("index/ab", [b"0123456789"])
        assert storage.load("index/ab", 3, 4) == b"3456"
        assert storage.load("index/ab", 3) == b"3456789"
        assert storage.load("index/ab", 0, 10) == b"0123456789"
        assert storage.load("index/ab", 9, 1) == b"9"

    @pytest.mark.parametrize(("offset", "length"), [(0, 11), (5, 6), (10, 1), (11, 1), (100, 1), (11, None)])
    def test_a_range_past_the_end_is_short(self, storage: Storage, offset: int, length: int | None) -> None:
        storage.save("index/ab", [b"0123456789"])
        with pytest.raises(StorageError) as caught:
            storage.load("index/ab", offset, length)
        assert caught.value.code == "SHORT"
        assert not caught.value.retryable

    def test_a_missing_file_is_not_found(self, storage: Storage) -> None:
        for call in (
            lambda: storage.load("index/ab"),
            lambda: storage.load("index/ab", 2, 3),
            lambda: storage.size("index/ab"),
            lambda: storage.load("config"),
        ):
            with pytest.raises(NotFound) as caught:
                call()
            assert not caught.value.retryable
        assert not storage.exists("index/ab")

    def test_saving_again_replaces(self, storage: Storage) -> None:
        storage.save("index/ab", [b"first, and longer"])
        storage.save("index/ab", [b"second"])
        assert storage.load("index/ab") == b"second"

    def test_only_new_refuses_a_taken_name_and_keeps_what_is_there(self, storage: Storage) -> None:
        storage.save("config", [b"first"], only_new=True)
        with pytest.raises(StorageError) as caught:
            storage.save("config", [b"second"], only_new=True)
        assert caught.value.code == "EXISTS"
        assert storage.load("config") == b"first"

    def test_of_many_that_save_only_new_at_once_one_wins(self, storage: Storage) -> None:
        start = threading.Barrier(4)

        def attempt(number: int) -> bool:
            start.wait()
            try:
                storage.save("config", [bytes([number]) * 1000], only_new=True)
            except StorageError as error:
                if error.code != "EXISTS":
                    raise
                return False
            return True

        with ThreadPoolExecutor(4) as pool:
            won = list(pool.map(attempt, range(4)))
        assert won.count(True) == 1
        assert storage.load("config") == bytes([won.index(True)]) * 1000

    def test_delete_is_idempotent(self, storage: Storage) -> None:
        storage.save("locks/ab", [b"x"])
        storage.delete("locks/ab")
        storage.delete("locks/ab")
        assert not storage.exists("locks/ab")
        assert list(storage.list("locks")) == []

    def test_list_gives_every_file_with_its_size(self, storage: Storage) -> None:
        wanted = {}
        for number in range(40):
            data = bytes([number]) * number
            wanted[name_of(data, "data")] = number
            storage.save(name_of(data, "data"), [data])
        storage.save("index/ab", [b"not asked for"])
        assert {info.name: info.size for info in storage.list("data")} == wanted
        part = next(iter(wanted)).rpartition("/")[0]
        assert {info.name for info in storage.list(part)} == {name for name in wanted if name.startswith(f"{part}/")}

    def test_list_takes_a_prefix_as_a_whole_part(self, storage: Storage) -> None:
        storage.save("index/ab", [b"1"])
        storage.save("indexes/ab", [b"2"])
        assert [info.name for info in storage.list("index")] == ["index/ab"]

    def test_an_empty_list(self, storage: Storage) -> None:
        for prefix in ("data", "snapshots", "nothing"):
            assert list(storage.list(prefix)) == []

    def test_create_is_idempotent_and_touches_nothing(self, storage: Storage) -> None:
        storage.save("config", [b"c"])
        storage.save("data/ab/cd", [b"d"])
        storage.create()
        assert storage.load("config") == b"c"
        assert storage.load("data/ab/cd") == b"d"

    def test_all_calls_from_many_threads_at_once(self, storage: Storage) -> None:
        def story(number: int) -> None:
            data = random.Random(number).randbytes(20_000 + number)
            name = name_of(data, "data")
            storage.save(name, [data])
            assert storage.load(name, 5, 1000) == data[5:1005]
            assert storage.size(name) == len(data)
            assert name in {info.name for info in storage.list(name.rpartition("/")[0])}
            if number % 2:
                storage.delete(name)

        with ThreadPoolExecutor(6) as pool:
            list(pool.map(story, range(24)))
        assert len(list(storage.list("data"))) == 12

    def test_same_name_from_many_threads_is_whole(self, storage: Storage) -> None:
        data = random.Random(5).randbytes(300_000)
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda _: storage.save(name_of(data), [data]), range(8)))
        assert storage.load(name_of(data)) == data
        assert [info.size for info in storage.list("index")] == [len(data)]

    def test_the_address_opens_the_same_place(self, storage: Storage) -> None:
        address = storage.address()
        if address is None:
            return
        storage.save("config", [b"here"])
        other = open_storage(address)
        assert other.load("config") == b"here"
        other.close()

    def test_sweep_finds_nothing_to_do(self, storage: Storage) -> None:
        storage.save("index/ab", [b"x"])
        assert storage.sweep() == 0
        assert storage.load("index/ab") == b"x"
