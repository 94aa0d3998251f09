"""Who stores a blob: whoever claims its id first. Without helpers a set; with helpers a table in shared memory without locks.

A claim that two processes make at the very same moment may succeed for both: the blob is then stored twice, which is harmless
(restic's format allows it, prune clears it away). What never happens is that an id counts as claimed and nobody stores it: a run in
which a helper dies fails as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from holdfast.repository.ids import BlobId
from holdfast.repository.index import Index

ID = 32
_EMPTY = bytes(ID)


class Claims(Protocol):
    def claim(self, blob_id: BlobId) -> bool:
        """True when the caller has to store this data blob; False when it is stored, or somebody is about to store it."""


class LocalClaims:
    """For one process: the repository's index and a set of what this run added."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self.claimed: set[BlobId] = set()

    def claim(self, blob_id: BlobId) -> bool:
        if blob_id in self.claimed or self._index.has(blob_id, "data"):
            return False
        self.claimed.add(blob_id)
        return True


class ClaimTable:
    """A hash table of ids in `memory` (a multiple of 32 bytes, zero at first), open addressing.

    `room`: how many ids this process may add; further ones are remembered by this process only, so that the table is never full."""

    def __init__(self, memory: memoryview, room: int) -> None:
        self._memory = memory
        self._slots = len(memory) // ID
        self._room = room
        self._own: set[BlobId] = set()

    def claim(self, blob_id: BlobId) -> bool:
        at = self._place(blob_id)
        if at is None or blob_id in self._own:
            return False
        if self._room > 0:
            self._room -= 1
            self._memory[at : at + ID] = blob_id
        else:
            self._own.add(blob_id)
        return True

    def fill(self, ids: Iterable[BlobId]) -> None:
        """Mark ids as stored; they take no room of this process."""
        for blob_id in ids:
            if (at := self._place(blob_id)) is not None:
                self._memory[at : at + ID] = blob_id

    def close(self) -> None:
        """Let go of the memory, so that it can be freed."""
        self._memory.release()

    def _place(self, blob_id: BlobId) -> int | None:
        """Where `blob_id` would go; None when it is there."""
        memory, end = self._memory, self._slots * ID
        at = int.from_bytes(blob_id[:8], "little") % self._slots * ID
        while (found := bytes(memory[at : at + ID])) != _EMPTY:
            if found == blob_id:
                return None
            at = (at + ID) % end
        return at


def table_size(known: int) -> int:
    """Bytes for a table that starts with `known` ids: room for as many again and for 262,144 new ones by all processes together.
    Memory is used only where ids land."""
    return 2 * (known + (1 << 18)) * ID


def room_of_each(known: int, processes: int) -> int:
    """How many ids each of `processes` may add to such a table: together they leave a quarter of it empty."""
    return (table_size(known) // ID * 3 // 4 - known) // processes
