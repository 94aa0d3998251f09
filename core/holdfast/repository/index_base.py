"""Many index entries in few bytes: 48 for each, sorted by the first eight bytes of the id, in numpy arrays.

Nothing is ever removed. Entries of the same id (copies of a blob) stand side by side.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from holdfast.repository.ids import BlobId

if TYPE_CHECKING:
    from numpy.typing import NDArray

_PLACE = 4
"""Numbers of a place: pack number, offset, length, plain length."""


class Entries:
    """Entries being collected."""

    __slots__ = ("ids", "places")

    def __init__(self) -> None:
        self.ids = bytearray()
        self.places: array[int] = array("I")

    def add(self, blob_id: BlobId, number: int, offset: int, length: int, plain_length: int) -> None:
        self.ids += blob_id
        self.places.extend((number, offset, length, plain_length))


class SortedBase:
    """The entries collected (they are used up), and those of an earlier base."""

    __slots__ = ("_head_view", "_heads", "_place_view", "_places", "_tail_view", "_tails")

    def __init__(self, entries: Entries, earlier: SortedBase | None = None) -> None:
        rows = np.frombuffer(entries.ids, np.uint8).reshape(-1, 32)
        heads = rows[:, :8].copy().view(">u8").ravel().astype(np.uint64)
        heads = heads if earlier is None else np.concatenate((earlier._heads, heads))
        order = np.argsort(heads, kind="stable")
        self._heads: NDArray[np.uint64] = heads[order]
        del heads
        tails = rows[:, 8:] if earlier is None else np.concatenate((earlier._tails, rows[:, 8:]))
        self._tails: NDArray[np.uint8] = np.ascontiguousarray(tails[order])
        del rows, tails
        entries.ids = bytearray()  # 32 MB for a million blobs that need not wait for the end
        places = np.frombuffer(entries.places, np.uint32).reshape(-1, _PLACE)
        places = places if earlier is None else np.concatenate((earlier._places, places))
        self._places: NDArray[np.uint32] = places[order]
        # single entries are read through memoryviews: five times as fast as numpy's own indexing
        self._head_view, self._tail_view, self._place_view = self._heads.data, self._tails.reshape(-1).data, self._places.reshape(-1).data

    def __len__(self) -> int:
        return len(self._heads)

    def rows(self, blob_id: BlobId) -> Iterator[int]:
        """The rows of an id."""
        heads, tails, size = self._head_view, self._tail_view, len(self._head_view)
        head, tail = int.from_bytes(blob_id[:8], "big"), blob_id[8:]
        row = bisect_left(heads, head)
        while row < size and heads[row] == head:
            if tails[24 * row : 24 * row + 24] == tail:
                yield row
            row += 1

    def has(self, blob_id: BlobId) -> bool:
        for _ in self.rows(blob_id):
            return True
        return False

    def places(self, blob_id: BlobId) -> list[tuple[int, int, int, int]]:
        """The places of an id's copies."""
        view = self._place_view
        return [(view[4 * row], view[4 * row + 1], view[4 * row + 2], view[4 * row + 3]) for row in self.rows(blob_id)]

    def packs(self) -> set[int]:
        """The numbers of all packs."""
        return set(np.unique(self._places[:, 0]).tolist())

    def ids(self) -> Iterator[BlobId]:
        """All ids, in order of their first bytes."""
        for start in range(0, len(self), 4096):
            heads = self._heads[start : start + 4096].astype(">u8").tobytes()
            tails = self._tails[start : start + 4096].tobytes()
            for n in range(len(heads) // 8):
                yield heads[8 * n : 8 * n + 8] + tails[24 * n : 24 * n + 24]

    def by_pack(self) -> Iterator[tuple[int, BlobId, int, int, int]]:
        """All entries ordered by pack number: number, id, offset, length, plain length."""
        order = np.argsort(self._places[:, 0], kind="stable")
        for start in range(0, len(order), 4096):
            rows = order[start : start + 4096]
            heads = self._heads[rows].astype(">u8").tobytes()
            tails = self._tails[rows].tobytes()
            for n, (number, offset, length, plain_length) in enumerate(self._places[rows].tolist()):
                yield number, heads[8 * n : 8 * n + 8] + tails[24 * n : 24 * n + 24], offset, length, plain_length
