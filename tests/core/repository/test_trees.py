"""The bytes of trees, and what is refused in those of others. That they equal restic's is shown in tests/interop."""

from __future__ import annotations

import base64
import json
import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.entries import Entry
from holdfast.errors import Damaged, InternalError
from holdfast.repository.nodes import entry_from_node, node_from_entry
from holdfast.repository.trees import Node, decode_tree, encode_node, encode_tree, join_nodes
from tests.core.repository.test_names_and_times import entries
from tests.support.repositories import TIME, file_node

_ORDER = (
    "name type mode mtime atime ctime uid gid user group inode device_id size links linktarget linktarget_raw "
    "extended_attributes generic_attributes device content subtree error"
).split()
_ALWAYS = {"name", "type", "mtime", "atime", "ctime", "uid", "gid", "content"}


def _go_string(text: str) -> str:
    """A JSON string as Go's encoder writes it; a separate hand from the product's."""
    short = {"\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
    out = [short.get(c) or (f"\\u{ord(c):04x}" if c < " " or c in "<>&\u2028\u2029" else c) for c in text]
    return '"' + "".join(out) + '"'


def _go_value(value: object) -> str:
    if isinstance(value, str):
        return _go_string(value)
    if isinstance(value, bytes):
        return _go_string(base64.b64encode(value).decode())
    if isinstance(value, list):
        return "[" + ",".join(_go_value(item) for item in value) + "]"
    if isinstance(value, msgspec.Struct):
        return "{" + ",".join(f'"{k}":{_go_value(getattr(value, k))}' for k in ("name", "value")) + "}"
    return json.dumps(value)


def _go_node(node: Node) -> str:
    fields = []
    for field in _ORDER:
        value = getattr(node, field)
        if field in _ALWAYS or (value and value != msgspec.Raw()):
            text = _go_value(value)
            if field == "linktarget" and node.linktarget_raw:
                raw = node.linktarget_raw.decode(errors="surrogateescape")
                text = re.sub("[\udc80-\udcff]", r"\\ufffd", _go_string(raw))
            fields.append(f'"{field}":{text}')
    return "{" + ",".join(fields) + "}"


@given(st.lists(entries(), max_size=3, unique_by=lambda entry: entry.name))
def test_trees_are_written_as_go_would(found: list[Entry]) -> None:
    """Field order, omissions, escapes, the final newline: against an independent writer after engine.md 1.7."""
    nodes = [node_from_entry(entry, subtree=b"s" * 32 if entry.kind == "dir" else None) for entry in sorted(found, key=lambda e: e.name)]
    expected = ('{"nodes":[' + ",".join(map(_go_node, nodes)) + "]}\n").encode()
    assert encode_tree(nodes) == expected
    assert join_nodes([encode_node(node) for node in nodes]) == expected
    assert expected == b'{"nodes":[]}\n' or nodes


def test_windows_attributes_are_kept_as_they_are() -> None:
    raw = (
        b'{"nodes":['
        + encode_node(file_node("a"))[:-1]
        .replace(b',"content"', b',"generic_attributes":{"windows.file_attributes":32,"windows.x":"<"},"content"')
        .replace(b"<", b"\\u003c")
        + b"}]}\n"
    )
    assert encode_tree(decode_tree(raw)) == raw


def _tree(*names: str, **changes: object) -> bytes:
    node = {"type": "file", "mtime": TIME, "atime": TIME, "ctime": TIME, "uid": 0, "gid": 0, "content": []} | changes
    return json.dumps({"nodes": [{"name": name} | node for name in names]}).encode()


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "/", "a\0b", "\\x00", "\\x2f", "\\x2e", "\\x2e.", "a\nb", "\\"])
def test_h2_names_that_lead_elsewhere_are_refused(name: str) -> None:
    """Also when they are hidden behind escapes, and among good ones."""
    with pytest.raises(Damaged):
        decode_tree(_tree("good", name))


@pytest.mark.parametrize("names", [("a", "a"), ("a", "b", "a"), ("a", "\\x61"), ("ü", "\\xc3\\xbc")])
def test_b4_two_entries_of_one_name_are_refused(names: tuple[str, ...]) -> None:
    """A link and a folder of the same name would let the restore write through the link."""
    with pytest.raises(Damaged):
        decode_tree(_tree(*names))


def test_order_is_by_the_names_behind_the_escapes() -> None:
    """A backslash sorts after capitals, the control character it stands for before them."""
    oddities: list[str] = []
    assert [node.raw_name for node in decode_tree(_tree("\\x01", "A", "ü", "\\xff"), oddities)] == [b"\x01", b"A", "ü".encode(), b"\xff"]
    assert oddities == []
    decode_tree(_tree("A", "\\x01"), oddities)
    assert oddities == ["names out of order"]


def test_a_file_without_content_list_is_readable_but_odd() -> None:
    """restic's check complains; a restore need not."""
    oddities: list[str] = []
    (node,) = decode_tree(_tree("a", content=None), oddities)
    assert node.content == []
    assert oddities == ["a: no list of contents"]


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"{}", b'{"nodes":null}', b'{"nodes":[{}]}', b'{"nodes":[]', b"\xff", b'{"nodes":[1]}', b'{"nodes":' + b"[" * 100_000],
)
def test_what_is_no_tree_is_damage(data: bytes) -> None:
    with pytest.raises(Damaged):
        decode_tree(data)


@pytest.mark.parametrize(
    "change", [{"size": -1}, {"uid": 2**32}, {"content": ["x"]}, {"mtime": "x"}, {"type": "ghost"}, {"type": "dir", "content": None}]
)
def test_what_cannot_be_used_is_damage_when_it_is_used(change: dict[str, object]) -> None:
    """Some values are read late, because most nodes are only compared; then they are refused."""
    with pytest.raises(Damaged):
        _use(_tree("a", **change))


def _use(data: bytes) -> None:
    for node in decode_tree(data):
        entry_from_node(node)
        node.blob_ids()
        if node.type == "dir":
            node.subtree_id()


def test_unknown_fields_are_ignored() -> None:
    assert decode_tree(_tree("a", future={"x": [1]}))[0].name == "a"


def test_unsorted_nodes_are_not_written() -> None:
    for names in (("b", "a"), ("a", "a"), ("A", "\\x01")):
        with pytest.raises(InternalError):
            encode_tree([file_node(name) for name in names])
    assert encode_tree([file_node("\\x01"), file_node("A")])
