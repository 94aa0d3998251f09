"""C9: changed and random bytes at every parser give a typed error or a valid value, quickly and in little memory.

Two kinds of input: valid files with a few changes (they get past the first bracket), and Hypothesis's own idea of bytes and JSON.
"""

from __future__ import annotations

import json
import random
import resource
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.errors import Damaged, Unsupported
from holdfast.repository.config import decode_config, encode_config, new_config
from holdfast.repository.crypto import MasterKey, Sealer
from holdfast.repository.index import Index
from holdfast.repository.index_files import decode_index, encode_index
from holdfast.repository.key_files import decode_key, encode_key
from holdfast.repository.locks import LockInfo, decode_lock
from holdfast.repository.nodes import entry_from_node
from holdfast.repository.packs import BlobInPack, PackContents, build_header, parse_header, parse_pack
from holdfast.repository.snapshots import Snapshot, Summary, decode_snapshot, encode_snapshot
from holdfast.repository.tags import SnapshotTags
from holdfast.repository.trees import ExtendedAttribute, Node, decode_tree, encode_tree
from tests.support.repositories import PASSWORD, POLYNOMIAL, QUICK, TIME, file_node

KEY = MasterKey.from_bytes(bytes(range(64)))
_BLOBS = tuple(BlobInPack(bytes([n]) * 32, "tree" if n % 3 else "data", n * 100, 100, n * 70) for n in range(6))
_LOCK = {"time": TIME, "exclusive": True, "hostname": "h", "username": "u", "pid": 5, "uid": 1, "gid": 2}


def _config(data: bytes) -> object:
    return decode_config(data).polynomial


def _key(data: bytes) -> object:
    return decode_key(data)


def _header(data: bytes) -> object:
    return [(blob.size, blob.offset) for blob in parse_header(data)]


def _pack(data: bytes) -> object:
    return parse_pack(data, len(data), Sealer(KEY), "0" * 64)


def _index(data: bytes) -> object:
    index = Index()
    index.add_files([decode_index(data)], many=len(data) % 2 == 0)
    assert len(list(index.packs())) == len(index.pack_ids())
    return len(index)


def _tree(data: bytes) -> object:
    nodes = decode_tree(data, [])
    names = [node.raw_name for node in nodes]
    assert len(set(names)) == len(names)
    assert not any(name in (b"", b".", b"..") or b"/" in name or b"\0" in name for name in names)
    for node in nodes:
        entry_from_node(node)
        node.blob_ids()
        if node.type == "dir":
            node.subtree_id()
    return encode_tree(sorted(nodes, key=lambda node: node.raw_name))


def _snapshot(data: bytes) -> object:
    snapshot = decode_snapshot(data, "f" * 64)
    assert isinstance(snapshot.our_tags, SnapshotTags)
    return snapshot.when, snapshot.time_ns, snapshot.tree_id, list(snapshot.paths), list(snapshot.tags), encode_snapshot(snapshot)


def _lock(data: bytes) -> object:
    info = LockInfo("f" * 64, decode_lock(data), 5.0)
    return info.is_dead, info.is_old, info.is_own_host


def _sample_tree() -> bytes:
    attributes = [ExtendedAttribute("user.x", b"\0\1")]
    common = {"mode": 0, "mtime": TIME, "atime": TIME, "ctime": TIME, "uid": 0, "gid": 0}
    return encode_tree(
        [
            file_node("\\x01\\u200b", b"content"),
            Node(name="dir", type="dir", content=None, subtree="ab" * 32, extended_attributes=attributes, **common),  # type: ignore[arg-type]
            Node(name="link", type="symlink", content=None, linktarget="\ufffd", linktarget_raw=b"\xff", **common),  # type: ignore[arg-type]
        ]
    )


def _sample_pack() -> bytes:
    sealed = Sealer(KEY).seal(build_header(_BLOBS))
    return bytes(600) + sealed + len(sealed).to_bytes(4, "little")


_SUMMARY = Summary(backup_start=TIME, backup_end=TIME)
PARSERS: dict[str, tuple[Callable[[bytes], object], bytes]] = {
    "config": (_config, encode_config(new_config(POLYNOMIAL))),
    "key": (_key, encode_key(KEY, PASSWORD, QUICK)),
    "header": (_header, build_header(_BLOBS)),
    "pack": (_pack, _sample_pack()),
    "index": (_index, encode_index([PackContents("cd" * 32, _BLOBS)])),
    "tree": (_tree, _sample_tree()),
    "snapshot": (
        _snapshot,
        encode_snapshot(Snapshot(time=TIME, tree="ab" * 32, paths=("/a",), tags=("holdfast", "meta:a=b"), summary=_SUMMARY)),
    ),
    "lock": (_lock, json.dumps(_LOCK).encode()),
}
_TOKENS = [
    b"null",
    b"-1",
    b"1e999",
    b"[]",
    b"{}",
    b'""',
    b"\\u0000",
    b"\\ud800",
    b"\xff",
    b"\0",
    b'"',
    b"[" * 50,
    b"9" * 400,
    b"\\\\",
    b"/",
    b"0.5",
]


def changed(sample: bytes, rng: random.Random) -> bytes:
    """`sample` with one to four changes: flips, cuts, doubled or moved pieces, and words that parsers fear."""
    data = bytearray(sample)
    for _ in range(rng.choice((1, 1, 2, 4))):
        at, end = sorted(rng.randrange(len(data) + 1) for _ in range(2))
        match rng.randrange(7):
            case 0 if data:
                data[at % len(data)] ^= 1 << rng.randrange(8)
            case 1:
                del data[at:]
            case 2:
                del data[at : at + rng.randrange(1, 9)]
            case 3:
                data[at:at] = data[at:end]
            case 4:
                data[at : at + rng.randrange(6)] = rng.choice(_TOKENS)
            case 5:
                data[at:at] = rng.randbytes(rng.randrange(1, 5))
            case _:
                digits = [n for n, byte in enumerate(data) if 48 <= byte <= 57]
                if digits:
                    data[rng.choice(digits)] = rng.choice(b"0123456789-.e")
    return bytes(data)


def _fuzz(name: str, cases: int, seed: int) -> None:
    parse, sample = PARSERS[name]
    parse(sample)
    rng = random.Random(f"{name} {seed}")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    refused = 0
    for _ in range(cases):
        data = changed(sample, rng)
        start = time.perf_counter()
        try:
            parse(data)
        except (Damaged, Unsupported):
            refused += 1
        except Exception as error:
            raise AssertionError(f"{name}: {type(error).__name__} for {data!r}") from error
        assert time.perf_counter() - start < 1, data
    assert refused > cases // 4
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000, "kilobytes"


@pytest.mark.parametrize("name", PARSERS)
def test_c9_changed_files(name: str) -> None:
    """10,000 cases for each parser."""
    _fuzz(name, 10_000, 1)


@pytest.mark.long
@pytest.mark.parametrize("name", PARSERS)
def test_c9_changed_files_for_long(name: str) -> None:
    """1,000,000 cases over all parsers."""
    _fuzz(name, 125_000, 2)


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from([TIME, "ab" * 32, "file", "data"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                "nodes packs blobs id type offset length name mtime atime ctime uid gid content tree time paths pid N salt".split()
            ),
            inner,
            max_size=8,
        )
    ),
    max_leaves=20,
)


@given(st.binary(max_size=300) | _json.map(lambda value: json.dumps(value).encode()))
@settings(max_examples=300)
def test_c9_anything_at_all(data: bytes) -> None:
    """Any bytes, and any JSON that uses our words, at every parser."""
    for parse, _ in PARSERS.values():
        try:
            parse(data)
        except (Damaged, Unsupported):
            pass


@given(st.binary(max_size=200))
def test_c9_sealed_files_are_authenticated_first(data: bytes) -> None:
    """Without the key nobody reaches the parsers behind the seal."""
    with pytest.raises(Damaged):
        Sealer(KEY).open(data)
