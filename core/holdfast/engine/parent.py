"""Which earlier backup a new one is compared with, and the comparison.

A file is unchanged when type, size, mtime, ctime and inode are the same and all its blobs are in the index (engine.md 1.8). The nodes
of the earlier backup stay the JSON they are; only a file whose head differs is looked at in detail.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from holdfast.engine.archiver_nodes import file_tail, name_json, time_json
from holdfast.errors import Damaged, NotFound
from holdfast.repository.ids import BlobId
from holdfast.repository.snapshots import Snapshot
from holdfast.repository.trees import Node

if TYPE_CHECKING:
    import os

    from holdfast.repository.repository import Repository


def choose_parents(snapshots: Sequence[Snapshot], kind: str, site: str, hostname: str, paths: Sequence[str]) -> list[Snapshot]:
    """The backups to compare with, best first: the last whole one (differential: the last full one), and a newer partial one.

    `snapshots` from old to new. Those of the same site count; without a site, those of the same host and paths.
    """
    if kind in ("full", "database"):
        return []
    whole: Snapshot | None = None
    partial: Snapshot | None = None
    for snapshot in reversed(snapshots):
        tags = snapshot.our_tags
        same = tags.site == site if site else (not tags.site and snapshot.hostname == hostname and set(snapshot.paths or ()) == set(paths))
        if not same or tags.type == "database":
            continue
        if tags.partial:
            partial = partial or snapshot
        elif kind != "differential" or tags.type == "full":
            whole = snapshot
            break
    return [snapshot for snapshot in (whole, partial) if snapshot is not None]


_HEX = re.compile(rb'"([0-9a-f]{64})"')
_CONTENT = b'"content":['
_SUBTREE = re.compile(rb'"subtree":"([0-9a-f]{64})"')


class _RawTree(msgspec.Struct):
    nodes: list[msgspec.Raw]


_raw_decoder = msgspec.json.Decoder(_RawTree)
_node_decoder = msgspec.json.Decoder(Node)


class ParentFolder:
    """A folder of an earlier backup: its nodes as JSON, by name (as it stands in the JSON)."""

    __slots__ = ("nodes", "tree_id")

    def __init__(self, tree_id: BlobId, content: bytes) -> None:
        self.tree_id = tree_id
        self.nodes: dict[bytes, bytes] = {}
        try:
            raws = _raw_decoder.decode(content).nodes
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            raise Damaged("A folder of the earlier backup cannot be read.") from None
        for raw in raws:
            node = bytes(raw)
            # `{"name":"` … `","type":"`: a quote inside a name would have a backslash before it
            if node.startswith(b'{"name":"') and (end := node.find(b'","type":"', 9)) > 0:
                self.nodes[node[9:end]] = node

    def subtree(self, name: bytes) -> BlobId | None:
        """The tree of the folder `name` in it."""
        node = self.nodes.get(name_json(name))
        if node is None or (found := _SUBTREE.search(node)) is None:
            return None
        return bytes.fromhex(found[1].decode())


def unchanged_node(node: bytes, head: bytes, status: os.stat_result, known: Known) -> bytes | None:
    """The node to store for a file whose earlier node is `node`, when it is unchanged; else None. `head` as `file_head` made it."""
    if node.startswith(head):
        at = len(head) if node.startswith(_CONTENT, len(head)) else node.find(_CONTENT, len(head))
        content = node[at + len(_CONTENT) : -2]
        if len(content) == 66:
            return node if known.has(bytes.fromhex(content[1:-1].decode())) else None
        return node if known.has_all(_HEX.findall(content)) else None
    try:
        old = _node_decoder.decode(node)
        same = (
            old.type == "file"
            and old.size == status.st_size
            and old.inode == status.st_ino
            and (old.mtime == time_json(status.st_mtime_ns) or old.mtime_ns == status.st_mtime_ns)
            and (old.ctime == time_json(status.st_ctime_ns) or old.ctime_ns == status.st_ctime_ns)
        )
        if not same or not all(map(known.has, old.blob_ids())):
            return None
    except (msgspec.DecodeError, UnicodeDecodeError, Damaged):
        return None
    xattrs = tuple((attribute.name, attribute.value or b"") for attribute in old.extended_attributes)
    return head + file_tail(old.content or [], xattrs)


class Known:
    """Which data blobs the repository has."""

    def __init__(self, repository: Repository) -> None:
        self._has = repository.index.has

    def has(self, blob_id: BlobId) -> bool:
        return self._has(blob_id, "data")

    def has_all(self, ids: Sequence[bytes]) -> bool:
        """`ids` in hexadecimal."""
        return all(self._has(bytes.fromhex(one.decode()), "data") for one in ids)


def load_folder(repository: Repository, tree_id: BlobId) -> ParentFolder | None:
    """A folder of an earlier backup; None when it cannot be read (then its files count as new)."""
    try:
        return ParentFolder(tree_id, repository.load_blob(tree_id, "tree"))
    except (Damaged, NotFound):
        return None


def find_folder(repository: Repository, tree_id: BlobId, path: bytes) -> ParentFolder | None:
    """The folder at an absolute path of an earlier backup, or None."""
    folder = load_folder(repository, tree_id)
    for name in filter(None, path.split(b"/")):
        subtree = folder.subtree(name) if folder is not None else None
        folder = load_folder(repository, subtree) if subtree is not None else None
    return folder
