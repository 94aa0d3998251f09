"""What differs between two backups. Folders with the same tree id are not even read, so what did not change costs nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.restore_trees import BlobFinder, Trees, joined

if TYPE_CHECKING:
    from holdfast.repository.ids import BlobId
    from holdfast.repository.repository import Repository
    from holdfast.repository.snapshots import Snapshot
    from holdfast.repository.trees import Node

What = Literal["added", "removed", "changed", "type", "metadata"]


class Change(msgspec.Struct, frozen=True):
    """One difference. A folder that is there in one backup only is told together with everything in it."""

    path: str
    """From the backup's root, with a leading slash."""
    what: What
    """changed: content or link target · type: a file became a folder, say · metadata: mode, owner, times, attributes only."""
    kind: str
    size_before: int = 0
    size_after: int = 0


def diff(
    repository: Repository,
    before: Snapshot,
    after: Snapshot,
    path: str | bytes = b"",
    *,
    metadata: bool = True,
    cancelled: Cancellation | None = None,
) -> Iterator[Change]:
    """The changes from `before` to `after` below `path` (empty: everywhere), in order of their paths.

    `metadata`: also what has changed in nothing else; for folders that is only told when it is more than times.
    Raises `NotFound` when `path` is no folder in either, `Damaged` when a folder's list cannot be read.
    """
    raw = os.fsencode(path).strip(b"/")
    trees = Trees(repository, BlobFinder(repository, cancelled=cancelled))
    ids = [_tree_at(trees, snapshot, raw) for snapshot in (before, after)]
    return _Differ(trees, metadata, cancelled).folders(ids[0], ids[1], raw)


def compare_trees(
    trees: Trees, before: BlobId, after: BlobId, *, cancelled: Cancellation | None = None
) -> Iterator[tuple[Node | None, Node | None, Change]]:
    """What differs in content between two folders, wherever each lies: the nodes of both sides (None: not there) and the change, whose path
    is below the folder. Raises `Damaged`."""
    return _Differ(trees, False, cancelled).pairs(before, after, b"")


def _tree_at(trees: Trees, snapshot: Snapshot, path: bytes) -> bytes:
    node = trees.locate(snapshot, path)
    return snapshot.tree_id if node is None else node.subtree_id()


class _Differ:
    def __init__(self, trees: Trees, metadata: bool, cancelled: Cancellation | None) -> None:
        self._trees = trees
        self._metadata = metadata
        self._cancelled = cancelled

    def folders(self, before: bytes | None, after: bytes | None, path: bytes) -> Iterator[Change]:
        """The changes below one folder; None: it is not there on that side."""
        return (change for _, _, change in self.pairs(before, after, path))

    def pairs(self, before: bytes | None, after: bytes | None, path: bytes) -> Iterator[tuple[Node | None, Node | None, Change]]:
        """The same, with the nodes of both sides."""
        if before == after:
            return
        if self._cancelled is not None:
            self._cancelled.check()
        old, new = self._nodes(before), self._nodes(after)
        for name in sorted(old.keys() | new.keys()):
            yield from self._node(old.get(name), new.get(name), joined(path, name))

    def _nodes(self, tree_id: bytes | None) -> dict[bytes, Node]:
        return {} if tree_id is None else {node.raw_name: node for node in self._trees.one(tree_id)}

    def _node(self, old: Node | None, new: Node | None, path: bytes) -> Iterator[tuple[Node | None, Node | None, Change]]:
        what = self._what(old, new)
        shown = new or old
        if what is not None and shown is not None:
            yield old, new, Change("/" + os.fsdecode(path), what, shown.type, old.size if old else 0, new.size if new else 0)
        before = old.subtree_id() if old is not None and old.type == "dir" else None
        after = new.subtree_id() if new is not None and new.type == "dir" else None
        if before is not None or after is not None:
            yield from self.pairs(before, after, path)

    def _what(self, old: Node | None, new: Node | None) -> What | None:
        if old is None or new is None:
            return "removed" if new is None else "added"
        if old.type != new.type:
            return "type"
        if old.content != new.content or old.raw_linktarget != new.raw_linktarget or old.device != new.device:
            return "changed"
        return "metadata" if self._metadata and _metadata(old) != _metadata(new) else None


def _metadata(node: Node) -> tuple[object, ...]:
    """What a restore would set. A folder's times follow from its content."""
    attributes = [(attribute.name, attribute.value) for attribute in node.extended_attributes]
    return (node.mode, node.uid, node.gid, attributes, "" if node.type == "dir" else node.mtime)
