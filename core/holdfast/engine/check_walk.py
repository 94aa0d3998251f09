"""Visits every tree that snapshots reach, each once, level by level, and marks every blob that is needed.

Never stops at damage: what is missing or cannot be read is collected, and the caller decides (prune refuses, check reports).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.check_blobs import BlobReader
from holdfast.engine.prune_table import BlobTable, blob_key
from holdfast.errors import Damaged, HoldfastError
from holdfast.progress import SILENT, Progress, Totals
from holdfast.repository.trees import Node, decode_tree

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from holdfast.repository.repository import Repository

_BATCH = 100_000
"""Ids of file contents that are looked up at once."""


class _Named(msgspec.Struct, gc=False):
    """The part of a node that says what it needs; three times faster to read than the whole."""

    type: str
    content: list[str] | None = None
    subtree: str | None = None


class _NamedTree(msgspec.Struct):
    nodes: list[_Named]


_decoder = msgspec.json.Decoder(_NamedTree)


class TreeWalk:
    """What `run` found. `used` says per distinct blob of the table whether a snapshot needs it."""

    def __init__(self, repository: Repository, table: BlobTable) -> None:
        import numpy as np

        self._reader = BlobReader(repository, table)
        self._table = table
        self._contents = bytearray()
        self.used: NDArray[np.bool_] = np.zeros(len(table.distinct), np.bool_)
        self.missing: set[bytes] = set()
        """Keys (`blob_key`) of blobs that are needed and in no index."""
        self.unreadable: dict[bytes, str] = {}
        """Keys of trees that are there but cannot be used, with the reason."""
        self.oddities: dict[bytes, list[str]] = {}
        """Keys of trees with flaws that harm nobody yet (only looked for with `thorough`)."""
        self.trees = 0

    def run(
        self,
        roots: Iterable[bytes],
        *,
        thorough: bool = False,
        progress: Progress = SILENT,
        cancelled: Cancellation | None = None,
    ) -> TreeWalk:
        """Walk from these tree ids. `thorough` reads whole nodes and checks names, kinds and contents."""
        take = self._take_thorough if thorough else self._take
        level = b"".join(blob_key("tree", root) for root in dict.fromkeys(roots))
        while level:
            below = bytearray()
            for row, plain, _ in self._reader.read(self._new_rows(level), cancelled):
                self._take_one(row, plain, take, below)
                self.trees += 1
                if not self.trees % 256:
                    progress.totals(Totals("check", files_done=self.trees))
            level = _keys(b"t", below)
        self._look_up_contents()
        progress.totals(Totals("check", files_done=self.trees))
        return self

    def _new_rows(self, keys: bytes) -> list[int]:
        """Mark these blobs as used; the rows of those that were not before."""
        import numpy as np

        numbers, known = self._table.numbers_of(keys)
        if not known.all():
            self.missing.update(keys[33 * n : 33 * n + 33] for n in np.flatnonzero(~known).tolist())
        new = np.unique(numbers[known])
        new = new[~self.used[new]]
        self.used[new] = True
        rows: list[int] = self._table.first_row[new].tolist()
        return rows

    def _take_one(self, row: int, plain: bytes | HoldfastError, take: Callable[[bytes, bytes, bytearray], None], below: bytearray) -> None:
        key = self._table.key_bytes(row)
        if isinstance(plain, HoldfastError):
            other = self._other_copy(row)
            if other is None:
                self.unreadable[key] = plain.message
                return
            plain = other
        try:
            take(key, plain, below)
        except Damaged as error:
            self.unreadable[key] = error.message

    def _other_copy(self, row: int) -> bytes | None:
        """The content of the same blob from another pack."""
        import numpy as np

        others = np.flatnonzero(self._table.blob == self._table.blob[row]).tolist()
        for _, plain, _ in self._reader.read([other for other in others if other != row]):
            if isinstance(plain, bytes):
                return plain
        return None

    def _take(self, key: bytes, plain: bytes, below: bytearray) -> None:
        try:
            nodes = _decoder.decode(plain).nodes
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            raise Damaged("It is not a tree.") from None
        self._need(nodes, below)

    def _take_thorough(self, key: bytes, plain: bytes, below: bytearray) -> None:
        oddities: list[str] = []
        nodes = decode_tree(plain, oddities)
        for node in nodes:
            oddities += node_oddities(node)
        if oddities:
            self.oddities[key] = oddities
        self._need(nodes, below)

    def _need(self, nodes: Iterable[_Named | Node], below: bytearray) -> None:
        contents: list[str] = []
        folders: list[str] = []
        for node in nodes:
            if node.type == "file":
                contents += node.content or ()
            elif node.type == "dir":
                if node.subtree is None:
                    raise Damaged("It names a folder without content.")
                folders.append(node.subtree)
        raw_contents, raw_folders = _raw_ids(contents), _raw_ids(folders)
        self._contents += raw_contents
        below += raw_folders
        if len(self._contents) >= 32 * _BATCH:
            self._look_up_contents()

    def _look_up_contents(self) -> None:
        keys = _keys(b"d", self._contents)
        self._contents = bytearray()
        self._new_rows(keys)


def node_oddities(node: Node) -> list[str]:
    """What is wrong with a node although it can be restored somehow."""
    if node.type not in {"file", "dir", "symlink", "dev", "chardev", "fifo", "socket"}:
        return [f"{node.name}: unknown kind {node.type[:20]!r}"]
    if node.type != "file" and node.content:
        return [f"{node.name}: contents on something that is no file"]
    return []


def _raw_ids(ids: list[str]) -> bytes:
    """Ids in hexadecimal as joined bytes. `Damaged` when one is no id."""
    try:
        raw = bytes.fromhex("".join(ids))
    except ValueError:
        raw = b""
    if len(raw) != 32 * len(ids):
        raise Damaged("It holds an id that is not 64 hexadecimal digits.")
    return raw


def _keys(kind: bytes, ids: bytearray) -> bytes:
    """The joined 33-byte keys of joined 32-byte ids."""
    import numpy as np

    keys = np.empty((len(ids) // 32, 33), np.uint8)
    keys[:, 0] = kind[0]
    keys[:, 1:] = np.frombuffer(ids, np.uint8).reshape(-1, 32)
    return keys.tobytes()
