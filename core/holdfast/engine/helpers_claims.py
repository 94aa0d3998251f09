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
    """A hash table of ids in `memory` (a multiple of 32 bytes, zero at first), open addressing. It is never full: beyond three quarters
    further ids are remembered by this process only."""

    def __init__(self, memory: memoryview) -> None:
        self._memory = memory
        self._slots = len(memory) // ID
        self._room = self._slots * 3 // 4
        self._own: set[BlobId] = set()

    def claim(self, blob_id: BlobId) -> bool:
        memory = self._memory
        at = int.from_bytes(blob_id[:8], "little") % self._slots * ID
        for _ in range(self._slots):
            found = bytes(memory[at : at + ID])
            if found == blob_id:
                return False
            if found == _EMPTY:
                break
            at = (at + ID) % (self._slots * ID)
        if blob_id in self._own:
            return False
        if self._room:
            self._room -= 1  # counts this process's entries only: with several processes the table is made larger
            memory[at : at + ID] = blob_id
        else:
            self._own.add(blob_id)
        return True

    def close(self) -> None:
        """Let go of the memory, so that it can be freed."""
        self._memory.release()

    def fill(self, ids: Iterable[BlobId]) -> None:
        """Mark ids as stored."""
        for blob_id in ids:
            self.claim(blob_id)


def table_size(known: int) -> int:
    """Bytes for a table that starts with `known` ids: room for as many again and for 262,144 new ones by all processes together.
    Memory is used only where ids land."""
    return 2 * (known + (1 << 18)) * ID
