"""The quick way to a node's JSON gives the bytes of the plain way."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from holdfast.engine.archiver_nodes import file_head, file_tail, name_json, time_json
from holdfast.repository.nodes import node_from_entry
from holdfast.repository.times import format_time
from holdfast.repository.trees import encode_node
from holdfast.sources.metadata import entry_of
from tests.support.hostile_tree import make_hostile_tree

names = st.binary(min_size=1, max_size=30).filter(lambda name: b"/" not in name and b"\0" not in name) | st.text(
    min_size=1, max_size=20, alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="/\0")
).map(str.encode)
blobs = st.lists(st.binary(min_size=32, max_size=32), max_size=3)
xattrs = st.lists(st.tuples(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1), st.binary(max_size=9)), max_size=3)


@given(
    name=names,
    mode=st.integers(0, 0o7777),
    numbers=st.tuples(*[st.integers(0, 2**40) | st.just(0)] * 5),
    times=st.tuples(*[st.integers(-(2**62), 2**62) | st.integers(-(10**3), 10**3).map(lambda n: n * 10**9)] * 2),
    content=blobs,
    attributes=xattrs.map(tuple),
)
def test_head_and_tail_are_the_node(
    name: bytes,
    mode: int,
    numbers: tuple[int, ...],
    times: tuple[int, int],
    content: list[bytes],
    attributes: tuple[tuple[str, bytes], ...],
) -> None:
    """For any name, mode, times, sizes, attributes and blobs."""
    inode, device, links, owner, size = numbers
    seconds = [time // 10**9 for time in times]
    status = os.stat_result(
        (stat.S_IFREG | mode, inode, device, links, owner % 2**31, owner % 77, size, seconds[0], seconds[0], seconds[1]),
        {"st_atime_ns": times[0], "st_mtime_ns": times[0], "st_ctime_ns": times[1], "st_atime": 0.0, "st_mtime": 0.0, "st_ctime": 0.0},
    )
    plain = encode_node(node_from_entry(entry_of(name, status, xattrs=attributes), content=content))
    assert file_head(name_json(name), status) + file_tail([blob.hex() for blob in content], attributes) == plain


@given(st.integers(-(10**19), 10**21))
def test_times(nanoseconds: int) -> None:
    """Also before 1970 and where years have other lengths."""
    assert time_json(nanoseconds) == format_time(nanoseconds)


def test_the_files_of_a_hostile_tree(tmp_path: Path) -> None:
    """Real names and real `stat` results."""
    make_hostile_tree(tmp_path / "tree")
    count = 0
    for folder, _, files in os.walk(os.fsencode(tmp_path / "tree")):
        for name in files:
            status = os.lstat(os.path.join(folder, name))
            if stat.S_ISREG(status.st_mode):
                count += 1
                assert file_head(name_json(name), status) + file_tail([]) == encode_node(node_from_entry(entry_of(name, status)))
    assert count > 50
