"""Builds a backup's trees from the bottom up: a folder's tree is stored as soon as all that lies in it is known."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from hashlib import sha256

import msgspec

from holdfast.engine.archiver_nodes import folder_node
from holdfast.engine.parent import ParentFolder
from holdfast.entries import Entry
from holdfast.errors import UsageError
from holdfast.repository.ids import BlobId
from holdfast.repository.nodes import node_from_entry
from holdfast.repository.trees import encode_node, join_nodes
from holdfast.sources.folder import Folder
from holdfast.sources.metadata import entry_of, read_xattrs

StoreTree = Callable[[bytes, BlobId], None]
"""Stores a tree of this content and id unless it is known."""


class OpenFolder:
    """A folder of which not everything is known yet. `nodes` has a place for each entry, in order; None = not yet, b"" = left out."""

    __slots__ = ("above", "folder", "missing", "nodes", "parents", "place")

    def __init__(self, folder: Folder, above: OpenFolder | None, place: int, parents: list[ParentFolder]) -> None:
        self.folder = folder
        self.above = above
        self.place = place
        self.parents = parents
        self.nodes: list[bytes | None] = []
        self.missing = 0

    @property
    def name(self) -> bytes:
        return self.folder.path.rpartition(b"/")[2]


class TreeBuilder:
    """Takes nodes, stores trees. Counts folders by what became of them."""

    def __init__(self, store: StoreTree) -> None:
        self._store = store
        self.roots: dict[bytes, bytes] = {}
        """The finished node of each source, by its path."""
        self._open: dict[int, OpenFolder] = {}
        self.folders_new = self.folders_changed = self.folders_unmodified = 0

    def opened(self, folder: OpenFolder) -> None:
        """A folder whose places are all there; done at once when none is missing."""
        self._open[id(folder)] = folder
        if not folder.missing:
            self._close(folder)

    def filled(self, folder: OpenFolder, place: int, node: bytes) -> None:
        """One more node of a folder is known; empty when the entry is left out."""
        folder.nodes[place] = node
        folder.missing -= 1
        if not folder.missing:
            self._close(folder)

    def close_all(self) -> None:
        """Close what is open as it is (the backup was interrupted): what is not known is left out."""
        for folder in sorted(self._open.values(), key=lambda one: one.folder.path.count(b"/"), reverse=True):
            if id(folder) in self._open:
                folder.missing = 0
                self._close(folder)

    def _close(self, folder: OpenFolder | None) -> None:
        while folder is not None:
            self._open.pop(id(folder), None)
            tree_id = self.store([node for node in folder.nodes if node])
            self._count(folder, tree_id)
            path = folder.folder.path
            if folder.above is None:
                self.roots[path] = folder_node(os.path.basename(path), folder.folder.status, tree_id, folder.folder.xattrs)
                return
            node = folder_node(folder.name, folder.folder.status, tree_id, folder.folder.xattrs)
            above = folder.above
            above.nodes[folder.place] = node
            above.missing -= 1
            folder = above if above.missing == 0 else None

    def _count(self, folder: OpenFolder, tree_id: BlobId) -> None:
        if not folder.parents:
            self.folders_new += 1
        elif any(parent.tree_id == tree_id for parent in folder.parents):
            self.folders_unmodified += 1
        else:
            self.folders_changed += 1

    def store(self, nodes: list[bytes]) -> BlobId:
        """Store the tree of these nodes."""
        content = join_nodes(nodes)
        tree_id = sha256(content).digest()
        self._store(content, tree_id)
        return tree_id


class _Branch:
    """The way from the root to the sources."""

    __slots__ = ("branches", "leaves")

    def __init__(self) -> None:
        self.branches: dict[bytes, _Branch] = {}
        self.leaves: dict[bytes, bytes] = {}


def store_root(builder: TreeBuilder, nodes: dict[bytes, bytes], now_ns: int) -> BlobId:
    """The tree of the whole backup: `nodes` at their absolute paths, below their real parent folders; folders that do not exist
    (those of streams) get mode 0755 and the backup's time. Raises `UsageError` when one path lies inside another."""
    root = _Branch()
    for path, node in nodes.items():
        branch = root
        *above, last = [part for part in path.split(b"/") if part] or [b""]
        for part in above:
            if part in branch.leaves:
                raise _nested(path)
            branch = branch.branches.setdefault(part, _Branch())
        if last in branch.leaves or last in branch.branches:
            raise _nested(path)
        branch.leaves[last] = node
    return _store_branch(builder, root, b"", now_ns)


def _nested(path: bytes) -> UsageError:
    return UsageError(f"{os.fsdecode(path)} is named twice in what is to be backed up.", hint="Name each folder once.")


def _store_branch(builder: TreeBuilder, branch: _Branch, path: bytes, now_ns: int) -> BlobId:
    nodes = dict(branch.leaves)
    for name, below in branch.branches.items():
        below_path = path + b"/" + name
        subtree = _store_branch(builder, below, below_path, now_ns)
        entry = msgspec.structs.replace(_folder_entry(below_path, now_ns), name=name)
        nodes[name] = encode_node(node_from_entry(entry, subtree=subtree))
    return builder.store([nodes[name] for name in sorted(nodes)])


def _folder_entry(path: bytes, now_ns: int) -> Entry:
    try:
        status = os.stat(path)
    except OSError:
        status = None
    if status is None or not stat.S_ISDIR(status.st_mode):
        return Entry(name=b"", kind="dir", mode=stat.S_IFDIR | 0o755, mtime_ns=now_ns, ctime_ns=now_ns)
    return entry_of(b"", status, xattrs=read_xattrs(path))
