"""From damaged blobs to the backups and files that need them.

Only run when there is damage: it reads every tree once more, this time with names.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from holdfast.cancellation import Cancellation
from holdfast.engine.check_records import MAX_NAMED, AffectedBackup
from holdfast.engine.prune_table import blob_key
from holdfast.errors import Damaged, HoldfastError
from holdfast.repository.ids import BlobId
from holdfast.repository.snapshots import Snapshot
from holdfast.repository.trees import Node

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository


class _Trees:
    """Which trees lead to damage. `bad` holds keys (`blob_key`) of blobs that are missing or damaged."""

    def __init__(self, repository: Repository, bad: set[bytes], cancelled: Cancellation) -> None:
        self._repository = repository
        self._bad = bad
        self._cancelled = cancelled
        self._hurt: dict[BlobId, bool] = {}

    def nodes(self, tree: BlobId) -> list[Node] | None:
        """The nodes of a tree; None when it cannot be read."""
        self._cancelled.check()
        if blob_key("tree", tree) in self._bad:
            return None
        try:
            return self._repository.load_tree(tree)
        except HoldfastError:
            return None

    def is_hurt(self, root: BlobId) -> bool:
        """Whether damage is in this tree or below. Without recursion: trees may be deeper than Python's stack."""
        stack: list[tuple[BlobId, list[BlobId] | None]] = [(root, None)]
        while stack:
            tree, below = stack.pop()
            if below is not None:
                self._hurt[tree] = any(self._hurt[child] for child in below)
            elif tree not in self._hurt:
                nodes = self.nodes(tree)
                if nodes is None or any(self.loses(node) for node in nodes):
                    self._hurt[tree] = True
                    continue
                self._hurt[tree] = False  # until its children are known; a hash cannot contain itself, so no circle reads this
                children = [node.subtree_id() for node in nodes if node.type == "dir"]
                stack.append((tree, children))
                stack += [(child, None) for child in children]
        return self._hurt[root]

    def loses(self, node: Node) -> bool:
        """Whether a file misses content (or says something that is no content), or a folder has none."""
        try:
            if node.type == "dir":
                node.subtree_id()
                return False
            return any(blob_key("data", blob) in self._bad for blob in node.blob_ids())
        except Damaged:
            return True


def affected_backups(
    repository: Repository, snapshots: Iterable[Snapshot], bad: set[bytes], cancelled: Cancellation | None = None
) -> tuple[AffectedBackup, ...]:
    """The backups, newest first, that need one of the blobs with these keys, and which files of them. Uses `repository.index`."""
    trees = _Trees(repository, bad, cancelled or Cancellation())
    found = []
    for snapshot in sorted(snapshots, key=lambda s: s.time_ns, reverse=True):
        if trees.is_hurt(snapshot.tree_id):
            paths = _hurt_paths(trees, snapshot.tree_id)
            tags = snapshot.our_tags
            named = tuple(sorted(paths)[:MAX_NAMED])
            found.append(AffectedBackup(snapshot.id, snapshot.time, tags.site, tags.name, named, len(paths)))
    return tuple(found)


def _hurt_paths(trees: _Trees, root: BlobId) -> Sequence[str]:
    paths: list[str] = []
    waiting = [("/", root)]
    while waiting:
        prefix, tree = waiting.pop()
        nodes = trees.nodes(tree)
        if nodes is None:
            paths.append(prefix)
            continue
        for node in nodes:
            path = prefix + node.raw_name.decode(errors="backslashreplace")
            if trees.loses(node):
                paths.append(path)
            elif node.type == "dir" and trees.is_hurt(node.subtree_id()):
                waiting.append((path + "/", node.subtree_id()))
    return paths
