"""Finding blobs and reading trees for everything that only reads: restore, browse, export, diff, verify.

With an index that is damaged or incomplete the tables of contents of the packs themselves are read instead, into memory (C4): a
backup can be restored as long as its packs are there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from holdfast.cancellation import Cancellation
from holdfast.engine.repair_survey import rescue_index
from holdfast.engine.restore_reading import PackReader, Piece
from holdfast.errors import Damaged, HoldfastError, NotFound
from holdfast.progress import SILENT, Progress
from holdfast.repository.ids import BlobId, BlobKind
from holdfast.repository.trees import Node, decode_tree

if TYPE_CHECKING:
    from holdfast.repository.index import Index, Location
    from holdfast.repository.repository import Repository
    from holdfast.repository.snapshots import Snapshot

_BATCH = 512
"""Folders whose trees are read together."""
OnDamagedTree = Callable[[bytes, HoldfastError], None]


class BlobFinder:
    """Where blobs lie, from the index or, when that fails, from the packs.

    `index`: one that was loaded a moment ago; it is loaded anew when it turns out to lack something.
    """

    def __init__(
        self, repository: Repository, progress: Progress = SILENT, cancelled: Cancellation | None = None, index: Index | None = None
    ) -> None:
        self._repository = repository
        self._progress = progress
        self._cancelled = cancelled
        self._searched = False
        self._may_be_old = index is not None
        self.index: Index = index if index is not None else self._load()

    def _load(self) -> Index:
        try:
            return self._repository.load_index(self._cancelled)
        except Damaged as error:
            self._progress.remark("INDEX-DAMAGED", f"{error.message} The packs themselves are read instead.")
            self._searched = True
            return rescue_index(self._repository, self._progress, self._cancelled)

    def find_all(self, blob_id: BlobId, kind: BlobKind) -> list[Location]:
        """Every known copy. When the index has none, packs are looked into, once."""
        places = self.index.find_all(blob_id, kind)
        if not places and self._may_be_old:
            self._may_be_old = False
            self.index = self._load()
            places = self.index.find_all(blob_id, kind)
        if not places and not self._searched:
            self._search()
            places = self.index.find_all(blob_id, kind)
        return places

    def find(self, blob_id: BlobId, kind: BlobKind) -> Location | None:
        return self.index.find(blob_id, kind) or next(iter(self.find_all(blob_id, kind)), None)

    def _search(self) -> None:
        self._searched = True
        try:
            self.index = rescue_index(self._repository, self._progress, self._cancelled)
        except Damaged:
            return  # what the index knows is all there is


class Trees:
    """Reads trees, many at a time. For one thread."""

    def __init__(self, repository: Repository, finder: BlobFinder) -> None:
        self.finder = finder
        self._reader = PackReader(repository.storage, repository.key)

    def load(self, ids: Iterable[BlobId]) -> dict[BlobId, list[Node] | HoldfastError]:
        """The nodes of each tree, or why there are none."""
        result: dict[BlobId, list[Node] | HoldfastError] = {}
        waiting = {tree_id: self.finder.find_all(tree_id, "tree") for tree_id in dict.fromkeys(ids)}
        while waiting:
            for tree_id in [tree_id for tree_id, places in waiting.items() if not places]:
                result[tree_id] = Damaged(f"The list of a folder ({tree_id.hex()[:12]}) is missing or damaged in the repository.")
                del waiting[tree_id]
            by_pack: dict[str, list[Piece]] = {}
            for tree_id, places in waiting.items():
                place = places.pop(0)
                by_pack.setdefault(place.pack_id, []).append(Piece(tree_id, place.offset, place.length, place.plain_length))
            for pack_id, pieces in by_pack.items():
                for piece, plain in self._reader.read(pack_id, pieces):
                    if plain is not None:
                        result[piece.id] = _decoded(plain)
                        del waiting[piece.id]
        return result

    def one(self, tree_id: BlobId) -> list[Node]:
        """The nodes of one tree; `Damaged` when it cannot be read."""
        nodes = self.load([tree_id])[tree_id]
        if isinstance(nodes, HoldfastError):
            raise nodes
        return nodes

    def walk(
        self,
        tree_id: BlobId,
        path: bytes = b"",
        enters: Callable[[bytes], bool] = lambda path: True,
        on_damaged: OnDamagedTree | None = None,
    ) -> Iterator[tuple[bytes, list[Node]]]:
        """Every folder from `tree_id` down, parents first: its path (`path` for the first) and nodes.

        `enters` says whether a folder below is visited. One that cannot be read is told to `on_damaged`; without it, it is raised.
        """
        stack = [iter([(path, self.one(tree_id))])]
        while stack:
            found = next(stack[-1], None)
            if found is None:
                stack.pop()
                continue
            yield found
            stack.append(self._below(*found, enters, on_damaged))

    def _below(
        self, path: bytes, nodes: list[Node], enters: Callable[[bytes], bool], on_damaged: OnDamagedTree | None
    ) -> Iterator[tuple[bytes, list[Node]]]:
        folders = ((joined(path, node.raw_name), node) for node in nodes if node.type == "dir")
        entered = ((below, node) for below, node in folders if enters(below))
        while batch := list(islice(entered, _BATCH)):
            ids: list[BlobId] = []
            for below, node in batch:
                ids.append(_subtree(below, node, on_damaged))
            loaded = self.load(tree_id for tree_id in ids if tree_id)
            for (below, _), tree_id in zip(batch, ids, strict=True):
                if not tree_id:
                    continue
                nodes_below = loaded[tree_id]
                if not isinstance(nodes_below, HoldfastError):
                    yield below, nodes_below
                elif on_damaged is not None:
                    on_damaged(below, nodes_below)
                else:
                    raise nodes_below

    def locate(self, snapshot: Snapshot, path: bytes) -> Node | None:
        """The node at `path` (parts joined by ``/``) below the root of a snapshot; None for the root itself. `NotFound`, `Damaged`."""
        nodes = self.one(snapshot.tree_id)
        found: Node | None = None
        for part in [part for part in path.split(b"/") if part]:
            if found is not None:
                nodes = self.one(found.subtree_id()) if found.type == "dir" else []
            found = next((node for node in nodes if node.raw_name == part), None)
            if found is None:
                shown = "/" + path.decode(errors="backslashreplace").strip("/")
                raise NotFound(
                    f"The backup {snapshot.id[:8]} has no {shown}.", code="PATH-NOT-FOUND", hint="`holdfast backup files` lists it."
                )
        return found


def _subtree(path: bytes, node: Node, on_damaged: OnDamagedTree | None) -> BlobId:
    """The id of a folder's tree; b"" when there is none and that was told."""
    try:
        return node.subtree_id()
    except Damaged as error:
        if on_damaged is None:
            raise
        on_damaged(path, error)
        return b""


def _decoded(plain: bytes) -> list[Node] | HoldfastError:
    try:
        return decode_tree(plain)
    except Damaged as error:
        return error


def joined(folder: bytes, name: bytes) -> bytes:
    return folder + b"/" + name if folder else name
