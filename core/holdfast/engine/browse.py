"""Looking into a backup: list a folder, walk a tree, read a file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.restore_stream import ContentReader
from holdfast.engine.restore_trees import BlobFinder, Trees, joined
from holdfast.errors import UsageError
from holdfast.repository.nodes import posix_mode

if TYPE_CHECKING:
    from holdfast.repository.ids import BlobId
    from holdfast.repository.repository import Repository
    from holdfast.repository.snapshots import Snapshot
    from holdfast.repository.trees import Node

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Listed(msgspec.Struct, frozen=True):
    """One thing in a folder of a backup."""

    name: str
    path: str
    """From the backup's root, with a leading slash. Bytes that are not UTF-8 are surrogates, as `os.fsdecode` makes them."""
    kind: str
    size: int
    mtime: datetime | None
    mode: int
    """Permission bits."""
    link_target: str = ""


def list_folder(repository: Repository, snapshot: Snapshot, path: str | bytes = "/") -> list[Listed]:
    """What the folder at `path` holds, folders first, by name; for a file, the file itself. `NotFound`, `Damaged`."""
    raw = os.fsencode(path).strip(b"/")
    trees = Trees(repository, BlobFinder(repository, index=repository.loaded_index))
    node = trees.locate(snapshot, raw)
    if node is not None and node.type != "dir":
        return [listed(raw.rpartition(b"/")[0], node)]
    nodes = trees.one(snapshot.tree_id if node is None else node.subtree_id())
    return [listed(raw, node) for node in sorted(nodes, key=lambda node: (node.type != "dir", node.raw_name))]


def walk(repository: Repository, tree_id: BlobId, path: bytes = b"") -> Iterator[tuple[bytes, Node]]:
    """Every node from a tree down with its path (parts joined by ``/``, below `path`), folders before what they hold. `Damaged`."""
    for folder, nodes in Trees(repository, BlobFinder(repository)).walk(tree_id, path):
        for node in nodes:
            yield joined(folder, node.raw_name), node


def read_file(repository: Repository, snapshot: Snapshot, path: str | bytes, cancelled: Cancellation | None = None) -> Iterator[bytes]:
    """The content of one file, verified, in pieces of up to 8 MiB. Raises before the first piece: `NotFound`, `UsageError` (no file)."""
    finder = BlobFinder(repository, index=repository.loaded_index)
    raw = os.fsencode(path).strip(b"/")
    node = Trees(repository, finder).locate(snapshot, raw)
    if node is None or node.type != "file":
        raise UsageError(f"/{raw.decode(errors='backslashreplace')} is no file in the backup {snapshot.id[:8]}.")
    return ContentReader(repository, finder).stream(node.blob_ids(), cancelled=cancelled)


def listed(folder: bytes, node: Node) -> Listed:
    """A node as it is shown."""
    return Listed(
        name=os.fsdecode(node.raw_name),
        path="/" + os.fsdecode(joined(folder, node.raw_name)),
        kind=node.type,
        size=node.size,
        mtime=moment(node.mtime_ns),
        mode=posix_mode(node.mode, node.type) & 0o7777 if node.type != "irregular" else 0,
        link_target=os.fsdecode(node.raw_linktarget) if node.type == "symlink" else "",
    )


def moment(nanoseconds: int) -> datetime | None:
    """A file's time for people, to the microsecond; None when no calendar has it."""
    try:
        return _EPOCH + timedelta(microseconds=nanoseconds // 1000)
    except OverflowError:
        return None
