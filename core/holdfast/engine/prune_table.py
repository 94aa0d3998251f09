"""Every entry of every index file as columns: what prune, check, repair and stats count with.

The repository's own `Index` answers "where is this blob"; this table also knows duplicates (the same blob in two packs), packs that
are listed in two index files, and which index file lists what. About 70 bytes a blob. A blob is its kind *and* its id: a file may
hold exactly the bytes of a tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from holdfast.repository.ids import BlobKind
from holdfast.repository.packs import BlobInPack, PackContents

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

KIND_BYTE: dict[BlobKind, bytes] = {"data": b"d", "tree": b"t"}


def blob_key(kind: BlobKind, blob_id: bytes) -> bytes:
    """The 33 bytes by which the table knows a blob."""
    return KIND_BYTE[kind] + blob_id


class BlobTable:
    """One row per blob in a pack; the columns are numpy arrays of the same length. Packs are numbers into `packs`."""

    def __init__(self) -> None:

        self.packs: list[str] = []
        self.number: dict[str, int] = {}
        self.conflicts: set[str] = set()
        """Packs that two index files describe differently."""
        self.doubled: set[str] = set()
        """Packs that two index files list, in the same way."""
        self._keys = bytearray()
        self._rows: list[NDArray[np.int64]] = []
        self._first_row: list[int] = []
        self._count = 0

    def add(self, contents: PackContents) -> None:
        """Take in one pack as one index file lists it; call `finish` after the last."""
        import numpy as np

        if contents.id in self.number:
            same = self._pack_rows(self.number[contents.id]) == _as_rows(contents.blobs)
            (self.doubled if same else self.conflicts).add(contents.id)
            return
        pack = len(self.packs)
        self.number[contents.id] = pack
        self.packs.append(contents.id)
        self._first_row.append(self._count)
        self._keys += b"".join([KIND_BYTE[b.kind] + b.id for b in contents.blobs])
        self._rows.append(np.array([(pack, b.offset, b.length, b.plain_length) for b in contents.blobs], np.int64).reshape(-1, 4))
        self._count += len(contents.blobs)

    def _pack_rows(self, pack: int) -> list[tuple[bytes, int, int, int]]:
        first = self._first_row[pack]
        rows = self._rows[pack].tolist()
        return sorted((bytes(self._keys[33 * (first + n) : 33 * (first + n + 1)]), o, ln, p) for n, (_, o, ln, p) in enumerate(rows))

    def finish(self) -> BlobTable:
        """Build the columns. Nothing can be added afterwards."""
        import numpy as np

        rows = np.concatenate(self._rows) if self._rows else np.empty((0, 4), np.int64)
        self._rows = []
        self.pack: NDArray[np.uint32] = rows[:, 0].astype(np.uint32)
        self.offset: NDArray[np.uint32] = rows[:, 1].astype(np.uint32)
        self.length: NDArray[np.uint32] = rows[:, 2].astype(np.uint32)
        self.plain_length: NDArray[np.uint32] = rows[:, 3].astype(np.uint32)
        # a fixed-width string compares as its bytes; the zeros that numpy cuts off an item's end come back by its fixed length
        self.key: NDArray[np.bytes_] = np.frombuffer(bytes(self._keys), dtype="S33")
        self._keys = bytearray()
        self.distinct, self.first_row, self.blob = np.unique(self.key, return_index=True, return_inverse=True)
        """`distinct`: each blob once, sorted; `first_row`: where it is first; `blob`: per row, the number of its blob in `distinct`."""
        return self

    def __len__(self) -> int:
        return self._count

    def numbers_of(self, keys: bytes) -> tuple[NDArray[Any], NDArray[Any]]:
        """For joined 33-byte keys: their numbers in `distinct`, and whether each is there at all."""
        import numpy as np

        wanted = np.frombuffer(keys, dtype="S33")
        if not len(self.distinct):
            return np.zeros(len(wanted), np.int64), np.zeros(len(wanted), np.bool_)
        at = np.minimum(np.searchsorted(self.distinct, wanted), len(self.distinct) - 1)
        return at, self.distinct[at] == wanted

    def key_bytes(self, row: int) -> bytes:
        """The 33 bytes of a row's key (numpy's items lose trailing zeros)."""
        return bytes(self.key[row]).ljust(33, b"\0")

    def rows_of(self, number: int) -> list[int]:
        """The rows of one pack, in the order in which they were listed."""
        order, starts = self._by_pack
        rows: list[int] = order[starts[number] : starts[number + 1]].tolist()
        return rows

    def blobs_of(self, pack_id: str) -> tuple[BlobInPack, ...]:
        """The blobs of one pack as the index lists them, by offset."""
        return tuple(sorted(map(self.entry, self.rows_of(self.number[pack_id])), key=lambda blob: blob.offset))

    @cached_property
    def _by_pack(self) -> tuple[NDArray[Any], NDArray[Any]]:
        """The rows sorted by pack, and where each pack begins among them."""
        import numpy as np

        order = np.argsort(self.pack, kind="stable")
        return order, np.searchsorted(self.pack[order], np.arange(len(self.packs) + 1))

    def entry(self, row: int) -> BlobInPack:
        key = self.key_bytes(row)
        kind: BlobKind = "data" if key[:1] == b"d" else "tree"
        return BlobInPack(key[1:], kind, int(self.offset[row]), int(self.length[row]), int(self.plain_length[row]))

    def pack_sizes(self) -> NDArray[Any]:
        """Per pack: the size that its file must have, the header with it."""
        import numpy as np

        entry = np.where(self.plain_length > 0, 41, 37).astype(np.int64)
        return np.bincount(self.pack, self.length + entry, minlength=len(self.packs)).astype(np.int64) + HEADER_OVERHEAD


HEADER_OVERHEAD = 4 + 32
"""Length field and seal of a pack's header."""


def _as_rows(blobs: Sequence[BlobInPack]) -> list[tuple[bytes, int, int, int]]:
    return sorted((blob_key(b.kind, b.id), b.offset, b.length, b.plain_length) for b in blobs)


def table_of(packs: Iterable[PackContents]) -> BlobTable:
    """The table of these packs."""
    table = BlobTable()
    for contents in packs:
        table.add(contents)
    return table.finish()
