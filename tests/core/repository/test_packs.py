"""Packs: their bytes, the verification of every sealed blob, and the writer."""

from __future__ import annotations

import itertools
import os
import threading
from collections.abc import Sequence
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.cancellation import Cancellation
from holdfast.errors import Damaged, InternalError, NoSpace
from holdfast.repository.compression import Compressor, Decompressor
from holdfast.repository.crypto import MasterKey, Sealer
from holdfast.repository.ids import BlobKind, blob_id
from holdfast.repository.pack_writer import PackWriter
from holdfast.repository.packs import (
    MAX_HEADER,
    BlobInPack,
    PackBuilder,
    PackContents,
    build_header,
    pack_name,
    parse_header,
    parse_pack,
    read_pack_contents,
)
from holdfast.storage.memory import MemoryStorage
from tests.support.repositories import new_repository

KEY = MasterKey.from_bytes(bytes(range(64)))
_blobs = st.lists(st.binary(min_size=1, max_size=2000), min_size=1, max_size=20)


def _open_all(storage: MemoryStorage, pack: PackContents) -> list[bytes]:
    raw = storage.load(pack_name(pack.id))
    assert sha256(raw).hexdigest() == pack.id
    assert len(raw) == pack.size
    sealer, decompressor = Sealer(KEY), Decompressor()
    return [decompressor.decompress(sealer.open(raw[b.offset : b.offset + b.length]), b.plain_length) for b in pack.blobs]


@given(_blobs, st.sampled_from(["data", "tree"]))
def test_what_goes_into_a_pack_comes_out(plains: list[bytes], kind: BlobKind) -> None:
    """By the list the builder gives, and by the pack's own header; no gaps, no overlaps."""
    sealer = Sealer(KEY)
    builder = PackBuilder(kind)
    for plain in plains:
        builder.add(sealer, Decompressor(), blob_id(plain), plain, Compressor().compress(plain))
    contents, raw = builder.finish(sealer)
    storage = MemoryStorage()
    storage.save(pack_name(contents.id), [raw])
    assert _open_all(storage, contents) == plains
    assert read_pack_contents(storage, sealer, contents.id) == contents
    assert [b.offset for b in contents.blobs[1:]] == [b.offset + b.length for b in contents.blobs[:-1]]


@given(
    st.lists(st.tuples(st.binary(min_size=32, max_size=32), st.sampled_from(["data", "tree"]), st.integers(32, 9999), st.integers(0, 9999)))
)
def test_headers_survive(rows: list[tuple[bytes, BlobKind, int, int]]) -> None:
    """With blobs of both kinds, compressed or not (plain length 0), as other programs may write them."""
    blobs, offset = [], 0
    for identity, kind, length, plain_length in rows:
        blobs.append(BlobInPack(identity, kind, offset, length, plain_length))
        offset += length
    assert parse_header(build_header(blobs)) == blobs


def test_a_long_header_is_read_in_a_second_step() -> None:
    """More blobs than the first look at a pack's end covers."""
    sealer = Sealer(KEY)
    builder = PackBuilder("data")
    for number in range(3000):
        plain = b"%d" % number
        builder.add(sealer, Decompressor(), blob_id(plain), plain, Compressor().compress(plain))
    contents, raw = builder.finish(sealer)
    storage = MemoryStorage()
    storage.save(pack_name(contents.id), [raw])
    assert read_pack_contents(storage, sealer, contents.id) == contents
    needed = parse_pack(bytes(raw[-10:]), len(raw), sealer, contents.id)
    assert isinstance(needed, int)
    assert parse_pack(bytes(raw[-needed:]), len(raw), sealer, contents.id) == contents


@pytest.mark.parametrize(
    "tail", [b"", b"abc", b"\0\0\0\0", b"\xff\xff\xff\xff", (MAX_HEADER + 1).to_bytes(4, "little"), bytes(40) + b"\x28\0\0\0"]
)
def test_a_pack_without_header_is_damage(tail: bytes) -> None:
    with pytest.raises(Damaged):
        parse_pack(tail, 1 << 30, Sealer(KEY), "0" * 64)


def test_a_header_that_does_not_fit_the_file_is_damage() -> None:
    """A gap before the header, or a header taken from another pack."""
    sealer = Sealer(KEY)
    header = sealer.seal(build_header([BlobInPack(bytes(32), "data", 0, 100, 50)]))
    tail = header + len(header).to_bytes(4, "little")
    assert isinstance(parse_pack(tail, 100 + len(tail), sealer, "0" * 64), PackContents)
    with pytest.raises(Damaged):
        parse_pack(tail, 101 + len(tail), sealer, "0" * 64)


class _BrokenCompressor(Compressor):
    """Like a compressor in faulty memory: one bit of its output is wrong."""

    def compress(self, plain: bytes) -> bytes:
        packed = bytearray(super().compress(plain))
        packed[-1] ^= 4
        return bytes(packed)


class _BrokenSealer(Sealer):
    """Encrypts something else than it was given."""

    def seal_into(self, plain: bytes | bytearray | memoryview, target: memoryview) -> int:
        return super().seal_into(bytes(plain)[:-1] + bytes([bytes(plain)[-1] ^ 1]), target)


class _MisauthenticatingSealer(Sealer):
    """Writes a wrong tag."""

    def seal_into(self, plain: bytes | bytearray | memoryview, target: memoryview) -> int:
        length = super().seal_into(plain, target)
        target[length - 1] ^= 1
        return length


@pytest.mark.parametrize(
    ("sealer", "compressor"),
    [(Sealer(KEY), _BrokenCompressor()), (_BrokenSealer(KEY), Compressor()), (_MisauthenticatingSealer(KEY), Compressor())],
)
def test_e1_a_blob_that_cannot_be_read_back_never_leaves(sealer: Sealer, compressor: Compressor) -> None:
    """Faulty memory or a faulty library between plain text and pack: an error, not a stored blob."""
    plain = os.urandom(1000)
    pack = PackBuilder("data")
    with pytest.raises(InternalError) as caught:
        pack.add(sealer, Decompressor(), blob_id(plain), plain, compressor.compress(plain))
    assert caught.value.code == "VERIFY"
    assert len(pack) == pack.size == 0


def test_a_pack_grows_when_it_must() -> None:
    """Two nearly full packs and a large blob are put together."""
    sealer = Sealer(KEY)
    plains = [os.urandom(1000), os.urandom(9000)]
    first, second = (PackBuilder("data", memoryview(bytearray(1100))) for _ in range(2))
    for builder, plain in zip((first, second), plains, strict=True):
        builder.add(sealer, Decompressor(), blob_id(plain), plain, Compressor().compress(plain))
    first.take(second)
    contents, raw = first.finish(sealer)
    storage = MemoryStorage()
    storage.save(pack_name(contents.id), [raw])
    assert _open_all(storage, contents) == plains


def _writer(storage: MemoryStorage, target: int = 100_000) -> PackWriter:
    return PackWriter(storage, lambda: Sealer(KEY), target_size=target)


def test_the_writer_stores_everything_once_and_one_kind_per_pack() -> None:
    storage = MemoryStorage()
    plains: list[tuple[BlobKind, bytes]] = [("tree" if n % 10 == 0 else "data", os.urandom(1000 + n)) for n in range(500)]
    with _writer(storage) as writer:
        for kind, plain in plains:
            assert writer.add(kind, blob_id(plain), plain) > len(plain)
        packs = writer.flush()
        assert writer.flush() == []
    assert {info.name for info in storage.list("data")} == {pack_name(pack.id) for pack in packs}
    stored = sorted(plain for pack in packs for plain in _open_all(storage, pack))
    assert stored == sorted(plain for _, plain in plains)
    assert all(len({blob.kind for blob in pack.blobs}) == 1 for pack in packs)
    full = sorted(pack.size for pack in packs)
    assert full[-1] < 250_000, "two leftovers are merged, so the last pack has less than twice the target"
    assert sum(size < 100_000 for size in full) <= 2, "at most one small pack of each kind"


def test_an_observer_cannot_see_the_order_of_blobs() -> None:
    """Two packs are open, and chance decides: neighbours in a file are not always neighbours in a pack."""
    storage = MemoryStorage()
    plains = [b"%05d" % n + os.urandom(495) for n in range(2000)]
    with _writer(storage) as writer:
        for plain in plains:
            writer.add("data", blob_id(plain), plain)
        packs = writer.flush()
    order = [int(plain[:5]) for pack in packs for plain in _open_all(storage, pack)]
    neighbours = sum(b == a + 1 for a, b in itertools.pairwise(order))
    assert 700 < neighbours < 1300


def test_a_blob_as_large_as_a_pack_gets_its_own() -> None:
    storage = MemoryStorage()
    with _writer(storage) as writer:
        for plain in (b"small", os.urandom(200_000), b"small too"):
            writer.add("data", blob_id(plain), plain)
        packs = writer.flush()
    assert sorted(len(pack.blobs) for pack in packs) == [1, 2]


def test_threads_may_share_a_writer() -> None:
    storage = MemoryStorage()
    plains = [os.urandom(300) for _ in range(2000)]
    with _writer(storage) as writer:

        def work(part: list[bytes]) -> None:
            for plain in part:
                writer.add("data", blob_id(plain), plain)

        threads = [threading.Thread(target=work, args=(plains[n::4],)) for n in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        packs = writer.flush()
    assert sorted(plain for pack in packs for plain in _open_all(storage, pack)) == sorted(plains)


class _FullStorage(MemoryStorage):
    """Refuses every save."""

    def save(self, name: str, parts: Sequence[bytes | bytearray | memoryview], *, only_new: bool = False) -> None:
        raise NoSpace("The disk is full.")


def test_a_full_disk_is_told_to_whoever_adds() -> None:
    """The background thread's error reaches the caller, at the latest with `flush`; nobody waits for ever."""

    def write(writer: PackWriter) -> None:
        for _ in range(50):
            plain = os.urandom(60_000)
            writer.add("data", blob_id(plain), plain)
        writer.flush()

    with _writer(_FullStorage()) as writer, pytest.raises(NoSpace):
        write(writer)


class _StuckStorage(MemoryStorage):
    """Takes no pack until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.free = threading.Event()

    def save(self, name: str, parts: Sequence[bytes | bytearray | memoryview], *, only_new: bool = False) -> None:
        self.free.wait(60)
        super().save(name, parts, only_new=only_new)


def test_a_cancelled_backup_does_not_wait_for_a_stuck_storage() -> None:
    """Whoever adds gets on to notice the cancellation; nothing that was added is lost."""
    storage = _StuckStorage()
    cancelled = Cancellation()
    plains = [os.urandom(10_000) for _ in range(6)]
    with PackWriter(storage, lambda: Sealer(KEY), target_size=10_000, cancelled=cancelled) as writer:
        threading.Timer(0.1, cancelled.cancel).start()
        for plain in plains:
            writer.add("data", blob_id(plain), plain)
        assert not storage.free.is_set()
        assert cancelled.is_set(), "without it, the third pack would have had to wait"
        storage.free.set()
        packs = writer.flush()
    assert sorted(plain for pack in packs for plain in _open_all(storage, pack)) == sorted(plains)


def test_packs_are_reported_when_they_are_durable() -> None:
    """`on_pack` comes after the save, `take_saved` gives what is stored so far."""
    storage = MemoryStorage()
    seen: list[bool] = []
    with PackWriter(
        storage, lambda: Sealer(KEY), target_size=10_000, on_pack=lambda pack: seen.append(storage.exists(pack_name(pack.id)))
    ) as writer:
        for _ in range(10):
            plain = os.urandom(10_000)
            writer.add("data", blob_id(plain), plain)
        rest = writer.flush()
    assert seen == [True] * 10
    assert len(rest) == 10


def test_a_writer_that_is_left_without_flush_stores_nothing_half() -> None:
    """Open packs are abandoned."""
    repository = new_repository()
    with repository.pack_writer() as writer:
        writer.add("data", blob_id(b"x"), b"x")
    assert list(repository.storage.list("data")) == []
