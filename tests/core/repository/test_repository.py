"""The open repository: order of writing, reading in spite of damage, prefixes, and who is told what."""

from __future__ import annotations

import os

import pytest

from holdfast.errors import Busy, Damaged, NetworkError, NotFound
from holdfast.repository.ids import blob_id
from holdfast.repository.index import Index
from holdfast.repository.packs import pack_name
from holdfast.repository.repository import Repository
from holdfast.storage.faulty import Fault, FaultyStorage
from holdfast.storage.local import LocalStorage
from holdfast.storage.memory import MemoryStorage
from tests.support.repositories import PASSWORD, new_repository, store_blobs, store_snapshot, tree_of


def test_what_was_stored_is_read_by_whoever_opens_it(tmp_path: os.PathLike[str]) -> None:
    """On disk; with the passphrase, and with the master key alone as helper processes do."""
    repository = new_repository(LocalStorage(tmp_path))
    files = {"a": b"some text", "b": os.urandom(100_000)}
    snapshot = store_snapshot(repository, files)
    for reader in (
        Repository.open(LocalStorage(tmp_path), PASSWORD),
        Repository.from_master_key(LocalStorage(tmp_path), repository.key, repository.config),
    ):
        (found,) = reader.snapshots()
        assert found == snapshot
        assert tree_of(reader, found.tree_id) == files


def test_p1_packs_are_stored_before_index_before_snapshot() -> None:
    """And a snapshot is never stored while packs are on their way: `save_index` takes durable packs only."""
    storage = FaultyStorage(MemoryStorage())
    store_snapshot(new_repository(storage), {"a": b"x"})
    saved = [name.partition("/")[0] for verb, name in storage.log if verb == "save"]
    assert saved == ["keys", "config", "data", "data", "index", "snapshots"]


def test_a_snapshot_is_found_by_the_beginning_of_its_id() -> None:
    repository = new_repository()
    first = store_snapshot(repository, {"a": b"x"}, time="2026-01-02T00:00:00Z")
    second = store_snapshot(repository, {"a": b"y"}, time="2026-01-01T00:00:00Z")
    assert repository.snapshots() == [second, first], "oldest first, by time"
    assert repository.snapshot("latest") == first
    assert repository.snapshot(second.id[:12].upper()) == second
    for prefix in ("", "zz", first.id + "0"):
        with pytest.raises(NotFound):
            repository.snapshot(prefix)
    repository.remove_snapshot(second.id)
    assert repository.snapshots() == [first]


def test_an_ambiguous_beginning_is_refused() -> None:
    repository = new_repository()
    ids = [store_snapshot(repository, {"a": b"%d" % n}).id for n in range(17)]
    twice = next(i[0] for i in ids if sum(j[0] == i[0] for j in ids) > 1)
    with pytest.raises(NotFound) as caught:
        repository.snapshot(twice)
    assert "backups have an id" in caught.value.message


def test_no_snapshot_yet() -> None:
    with pytest.raises(NotFound):
        new_repository().snapshot("latest")
    assert new_repository().snapshots() == []


def test_a_second_copy_is_read_when_the_first_is_damaged() -> None:
    storage = MemoryStorage()
    repository = new_repository(storage)
    plain = b"precious" * 100
    (first,) = store_blobs(repository, ("data", plain))
    store_blobs(repository, ("data", plain))
    repository.load_index()
    raw = bytearray(storage.files[pack_name(first.id)])
    raw[20] ^= 1
    storage.files[pack_name(first.id)] = bytes(raw)
    assert repository.load_blob(blob_id(plain), "data") == plain
    del storage.files[pack_name(first.id)]
    assert repository.load_blob(blob_id(plain), "data") == plain


@pytest.mark.parametrize("kind", ["flip", "short"])
def test_s6_one_bad_download_is_no_damage(kind: str) -> None:
    """A blob, a snapshot and an index that come wrong once are read again, silently."""
    inner = MemoryStorage()
    snapshot = store_snapshot(new_repository(inner), {"a": b"x" * 5000})
    storage = FaultyStorage(inner)
    repository = Repository.open(storage, PASSWORD)
    for prefix in ("snapshots/", "index/", "data/"):
        storage.faults.append(Fault(kind, "load", prefix, at=1))  # type: ignore[arg-type]  # the two words above
    assert repository.snapshots() == [snapshot]
    assert tree_of(repository, snapshot.tree_id) == {"a": b"x" * 5000}
    assert storage.struck[kind] == 3


def test_a_damaged_blob_is_named_after_two_looks() -> None:
    storage = MemoryStorage()
    repository = new_repository(storage)
    plain = os.urandom(500)
    (pack,) = store_blobs(repository, ("data", plain))
    name = pack_name(pack.id)
    storage.files[name] = storage.files[name][:100] + bytes([storage.files[name][100] ^ 1]) + storage.files[name][101:]
    with pytest.raises(Damaged) as caught:
        repository.load_blob(blob_id(plain), "data")
    assert caught.value.details["pack"] == pack.id
    assert caught.value.details["blob"] == blob_id(plain).hex()


def test_an_ill_storage_is_not_called_damage() -> None:
    """A network error stays one: nobody should repair because a cable was out."""
    storage = FaultyStorage(MemoryStorage())
    repository = new_repository(storage)
    store_blobs(repository, ("data", b"x"))
    storage.faults.append(Fault("error", "load", "data/", error=NetworkError))
    with pytest.raises(NetworkError):
        repository.load_blob(blob_id(b"x"), "data")


def test_c2_a_blob_of_the_wrong_kind_or_content_is_rejected() -> None:
    """Type confusion (a data blob asked for as tree), a blob under another's id, and two packs exchanged."""
    storage = MemoryStorage()
    repository = new_repository(storage)
    tree = b'{"nodes":[]}\n'
    (one,) = store_blobs(repository, ("data", tree))
    with pytest.raises(Damaged) as caught:
        repository.load_tree(blob_id(tree))
    assert caught.value.code == "BLOB-MISSING"
    (two,) = store_blobs(repository, ("data", b"another" * 2))
    a, b = pack_name(one.id), pack_name(two.id)
    storage.files[a], storage.files[b] = storage.files[b], storage.files[a]
    for plain in (tree, b"another" * 2):
        with pytest.raises(Damaged):
            repository.load_blob(blob_id(plain), "data")


def test_c2_a_blob_listed_under_another_id_is_rejected() -> None:
    """An index made up by somebody with the key, or a confused program."""
    repository = new_repository()
    (pack,) = store_blobs(repository, ("data", b"content"))
    import msgspec

    blob = msgspec.structs.replace(pack.blobs[0], id=b"\1" * 32)
    repository.save_index([msgspec.structs.replace(pack, blobs=(blob,))])
    with pytest.raises(Damaged):
        repository.load_blob(b"\1" * 32, "data")


def test_c4_a_damaged_index_stops_or_is_told() -> None:
    """Strictly it is an error; with a listener the rest is loaded, and packs say themselves what they hold."""
    storage = MemoryStorage()
    repository = new_repository(storage)
    lost = store_blobs(repository, ("data", b"one"))
    store_blobs(repository, ("data", b"two"))
    (broken,) = [name for name in storage.files if name.startswith("index/") and repository.load_index_file(name[6:])[0].id == lost[0].id]
    storage.files[broken] = storage.files[broken][:-1]
    with pytest.raises(Damaged):
        repository.load_index()
    told: list[str] = []
    index = repository.load_index(on_damaged=lambda file_id, _: told.append(file_id))
    assert told == [broken[6:]]
    assert index.has(blob_id(b"two"), "data")
    assert not index.has(blob_id(b"one"), "data")
    rebuilt = Index(repository.read_pack_contents(name[8:], len(data)) for name, data in storage.files.items() if name.startswith("data/"))
    assert rebuilt.has(blob_id(b"one"), "data")


def test_plain_json_of_others_is_read() -> None:
    """An index or snapshot that is sealed but not compressed; anything else is an error."""
    repository = new_repository()
    sealer = repository.sealer()
    from hashlib import sha256

    for plain, good in ((b'{"packs":[]}', True), (b"[1]", True), (b"\1abc", False), (b"", False), (b"\2abc", False)):
        sealed = sealer.seal(plain)
        name = sha256(sealed).hexdigest()
        repository.storage.save(f"index/{name}", [sealed])
        if good:
            assert repository.load_file("index", name) == plain
        else:
            with pytest.raises(Damaged):
                repository.load_file("index", name)


def test_nothing_is_written_under_a_lost_lock() -> None:
    """Neither index nor snapshot."""
    repository = new_repository()
    with repository.lock(exclusive=False) as held, repository.pack_writer() as writer:
        writer.add("data", blob_id(b"x"), b"x")
        packs = writer.flush()
        held._lose("a test says so")
        with pytest.raises(Busy):
            repository.save_index(packs)
    assert repository.file_ids("index") == []
