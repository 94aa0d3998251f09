"""Trees: the JSON of one folder, byte for byte as restic writes it (`internal/data/node.go`, `tree.go`, Go's `encoding/json`).

The bytes matter because a tree's id is their hash: an unchanged folder must get the same id from restic and from us, and
`restic rewrite` refuses a tree that it would write differently. So the field order below is Go's, ``omit_defaults`` drops what Go's
``omitempty`` drops, and the characters that Go escapes for HTML are escaped here as well.

A `Node` holds what the JSON holds (quoted name, Go's file mode, times as text, ids as hex), because most nodes are only compared
and written again. `holdfast.repository.nodes` turns nodes into entries and back.
"""

from __future__ import annotations

import operator
from collections.abc import Sequence
from typing import Annotated

import msgspec

from holdfast.errors import Damaged, InternalError
from holdfast.repository.ids import BlobId, parse_id, parse_ids
from holdfast.repository.names import unquote
from holdfast.repository.times import parse_time

_Unsigned = Annotated[int, msgspec.Meta(ge=0, lt=1 << 32)]
_Natural = Annotated[int, msgspec.Meta(ge=0)]


class ExtendedAttribute(msgspec.Struct, frozen=True, gc=False):
    name: str
    value: bytes | None


class Node(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One entry of a folder, as in the JSON."""

    name: str
    """Quoted; `raw_name` gives the bytes."""
    type: str
    """file, dir, symlink, dev, chardev, fifo, socket (restic also knows irregular)."""
    mode: _Unsigned = 0
    """Go's `os.FileMode`."""
    mtime: str
    atime: str
    ctime: str
    uid: _Unsigned
    gid: _Unsigned
    user: str = ""
    group: str = ""
    inode: _Natural = 0
    device_id: _Natural = 0
    size: _Natural = 0
    links: _Natural = 0
    linktarget: str = ""
    linktarget_raw: bytes = b""
    """The bytes of a link target that is not UTF-8."""
    extended_attributes: list[ExtendedAttribute] = []
    generic_attributes: msgspec.Raw = msgspec.Raw()
    """Windows attributes; kept as they are."""
    device: _Natural = 0
    content: list[str] | None
    """Ids of a file's blobs in order; None for everything else."""
    subtree: str | None = None
    error: str = ""

    @property
    def raw_name(self) -> bytes:
        return unquote(self.name)

    @property
    def mtime_ns(self) -> int:
        return parse_time(self.mtime)

    @property
    def ctime_ns(self) -> int:
        return parse_time(self.ctime)

    @property
    def atime_ns(self) -> int:
        return parse_time(self.atime)

    @property
    def raw_linktarget(self) -> bytes:
        return self.linktarget_raw or self.linktarget.encode(errors="surrogatepass")

    def blob_ids(self) -> list[BlobId]:
        """The ids of the file's blobs, in order. `Damaged` when one is no id."""
        return parse_ids(self.content, "a blob id") if self.content else []

    def subtree_id(self) -> BlobId:
        """The id of a folder's tree. `Damaged` when there is none."""
        if self.subtree is None:
            raise Damaged(f"The folder {self.name[:200]!r} has no content in the repository.")
        return parse_id(self.subtree, "a tree id")


class _Tree(msgspec.Struct):
    nodes: list[Node]


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(_Tree)
EMPTY_TREE = b'{"nodes":[]}\n'
_FORBIDDEN = frozenset(("", ".", ".."))


def encode_tree(nodes: Sequence[Node]) -> bytes:
    """The bytes of a folder. `nodes` must be sorted by their raw names, without duplicates (`InternalError` otherwise)."""
    if not nodes:
        return EMPTY_TREE
    _require_order(nodes)
    body = _encoder.encode([_with_go_link(node) if node.linktarget_raw else node for node in nodes])
    return b'{"nodes":' + _escape_like_go(body) + b"}\n"


def encode_node(node: Node) -> bytes:
    """The bytes of one node. A folder is ``{"nodes":[`` + nodes joined by ``,`` + ``]}`` + a newline (`join_nodes`)."""
    return _escape_like_go(_encoder.encode(_with_go_link(node) if node.linktarget_raw else node))


def join_nodes(encoded: Sequence[bytes]) -> bytes:
    """A folder from nodes that are encoded already, in order."""
    return b'{"nodes":[' + b",".join(encoded) + b"]}\n"


def decode_tree(data: bytes, oddities: list[str] | None = None) -> list[Node]:
    """The nodes of a folder.

    `Damaged` for what cannot be used safely: not a tree, names that are empty, ``.``, ``..``, hold a ``/`` or NUL or occur twice.
    What restic's check complains about but can be restored (a file without content list, wrong order) is added to `oddities`.
    """
    try:
        nodes = _decoder.decode(data).nodes
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Damaged("A folder in the repository cannot be read: it is not a tree.") from None
    _check_names(_sortable([node.name for node in nodes]), oddities)
    for number, node in enumerate(nodes):
        if node.type == "file" and node.content is None:
            nodes[number] = msgspec.structs.replace(node, content=[])
            if oddities is not None:
                oddities.append(f"{node.name}: no list of contents")
    return nodes


def _sortable(names: list[str]) -> list[str]:
    """Texts that sort like the raw names: code points do, escapes do not (then: the raw bytes as Latin-1)."""
    joined = "".join(names)
    if "\\" in joined or '"' in joined or "\n" in joined:  # the latter two are wrong unescaped, and refused by `unquote`
        return [unquote(name).decode("latin-1") for name in names]
    return names


def _check_names(names: list[str], oddities: list[str] | None) -> None:
    joined = "".join(names)
    if not _FORBIDDEN.isdisjoint(names) or "/" in joined or "\0" in joined:
        raise Damaged("A folder in the repository holds a name that no file can have.")
    if any(map(operator.ge, names, names[1:])):
        if len(set(names)) != len(names):
            raise Damaged("A folder in the repository holds two entries of the same name.")
        if oddities is not None:
            oddities.append("names out of order")


def _require_order(nodes: Sequence[Node]) -> None:
    names = _sortable([node.name for node in nodes])
    if any(map(operator.ge, names, names[1:])):
        raise InternalError("A folder was about to be stored with its names out of order.", code="VERIFY")


def _with_go_link(node: Node) -> Node:
    """Go writes each byte of a link target that is not UTF-8 as the six characters ``\\ufffd``, a real U+FFFD as itself."""
    text = node.linktarget_raw.decode(errors="surrogateescape")
    parts = ["\\ufffd" if 0xDC80 <= ord(c) <= 0xDCFF else _encoder.encode(c)[1:-1].decode() for c in text]
    return msgspec.structs.replace(node, linktarget=msgspec.Raw(f'"{"".join(parts)}"'.encode()))


def _escape_like_go(data: bytes) -> bytes:
    """`<`, `>`, `&`, U+2028 and U+2029 occur only inside JSON strings, where Go escapes them."""
    for plain, escaped in _GO_ESCAPES:
        if plain in data:
            data = data.replace(plain, escaped)
    return data


_GO_ESCAPES = (
    (b"<", b"\\u003c"),
    (b">", b"\\u003e"),
    (b"&", b"\\u0026"),
    (b"\xe2\x80\xa8", b"\\u2028"),
    (b"\xe2\x80\xa9", b"\\u2029"),
)
