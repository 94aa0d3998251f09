"""How large the folders of one backup are, from the catalogue: each tree is added up once, however often it is referred to."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from holdfast.state.catalogue import Catalogue

_DOWN = (
    "WITH RECURSIVE down (tree) AS (SELECT root FROM snapshots WHERE id = ? AND root IS NOT NULL "
    "UNION SELECT nodes.subtree FROM nodes JOIN down ON nodes.tree = down.tree WHERE nodes.subtree IS NOT NULL) "
)
_HERE = " FROM nodes WHERE tree IN (SELECT tree FROM down) AND "
_FILES = _DOWN + "SELECT tree, coalesce(sum(size), 0), count(*)" + _HERE + "kind = 'file' GROUP BY tree"
_FOLDERS = _DOWN + "SELECT tree, name, subtree" + _HERE + "subtree IS NOT NULL"


class FolderSize(msgspec.Struct, frozen=True):
    """A folder with all that is below it. `path` is absolute inside the backup."""

    path: str
    bytes: int
    files: int


class FolderSizes:
    """Of one backup. `known` is False when the catalogue has not read it yet."""

    def __init__(self, catalogue: Catalogue, snapshot: str) -> None:
        database = catalogue.database
        root = database.read_one("SELECT root FROM snapshots WHERE id = ?", (snapshot,))
        self._root: int | None = None if root is None else root[0]
        self.known = self._root is not None
        self._own = {row[0]: (int(row[1]), int(row[2])) for row in database.read(_FILES, (snapshot,))}
        self._inside: dict[int, list[tuple[str, int]]] = {}
        for tree, name, below in database.read(_FOLDERS, (snapshot,)):
            self._inside.setdefault(tree, []).append((name, below))
        self._sums: dict[int, tuple[int, int]] = {}

    def whole(self) -> FolderSize:
        return FolderSize("/", *self._sum(self._root)) if self._root is not None else FolderSize("/", 0, 0)

    def folders(self, above: str = "/") -> list[FolderSize]:
        """Every folder below `above` (an absolute path), without itself. Empty when there is no such folder."""
        start = self._at(above)
        return [] if start is None else list(self._below(start, "/" + above.strip("/")))

    def size_of(self, path: str) -> FolderSize | None:
        tree = self._at(path)
        return None if tree is None else FolderSize(path, *self._sum(tree))

    def _at(self, path: str) -> int | None:
        tree = self._root
        for part in (one for one in path.split("/") if one):
            tree = None if tree is None else dict(self._inside.get(tree, ())).get(part)
        return tree

    def _below(self, start: int, path: str) -> Iterator[FolderSize]:
        waiting = [(start, path)]
        while waiting:
            tree, here = waiting.pop()
            for name, below in self._inside.get(tree, ()):
                place = f"{here.rstrip('/')}/{name}"
                yield FolderSize(place, *self._sum(below))
                waiting.append((below, place))

    def _sum(self, start: int) -> tuple[int, int]:
        """Depth first, without Python's own stack: folders may be nested deeply."""
        waiting = [start]
        while waiting:
            tree = waiting[-1]
            if tree in self._sums:
                waiting.pop()
                continue
            open_ones = [below for _, below in self._inside.get(tree, ()) if below not in self._sums]
            if open_ones:
                waiting += open_ones
                continue
            size, files = self._own.get(tree, (0, 0))
            for _, below in self._inside.get(tree, ()):
                more = self._sums[below]
                size, files = size + more[0], files + more[1]
            self._sums[tree] = size, files
            waiting.pop()
        return self._sums[start]
