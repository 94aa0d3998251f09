"""Files that wait to be read: put together into batches, large files by themselves and the largest first, so that no core is left
with a long file at the end."""

from __future__ import annotations

import heapq
from collections import deque

from holdfast.engine.archiver_tasks import Batch, FolderPart
from holdfast.engine.archiver_tree import OpenFolder

BATCH_FILES = 256
BATCH_BYTES = 4 << 20
LARGE = 8 << 20


class Waiting:
    """A file of a batch, as the archiver remembers it until its node comes back."""

    __slots__ = ("folder", "is_new", "place", "size")

    def __init__(self, folder: OpenFolder, place: int, size: int, is_new: bool) -> None:
        self.folder = folder
        self.place = place
        self.size = size
        self.is_new = is_new


class WorkQueue:
    """Batches to do, and what they were made of (`files`, by batch number)."""

    def __init__(self) -> None:
        self.files: dict[int, list[Waiting]] = {}
        self.small_bytes = 0
        """Of all files that were added and are not large."""
        self.files_added = 0
        self._small: deque[Batch] = deque()
        self._large: list[tuple[int, int, Batch]] = []
        self._next = 0
        self._open: Batch | None = None
        self._waiting_files = 0

    def __len__(self) -> int:
        """Files that wait."""
        return self._waiting_files

    def add(self, path: bytes, name: bytes, file: Waiting) -> None:
        """Put a file of the folder `path` at the end."""
        self._waiting_files += 1
        self.files_added += 1
        if file.size >= LARGE:
            batch = self._new([FolderPart(path, [name])], file.size)
            self.files[batch.number].append(file)
            heapq.heappush(self._large, (-file.size, batch.number, batch))
            return
        self.small_bytes += file.size
        batch = self._open or self._new([], 0)
        self._open = batch
        if not batch.parts or batch.parts[-1].path != path:
            batch.parts.append(FolderPart(path, []))
        batch.parts[-1].names.append(name)
        batch.bytes += file.size
        files = self.files[batch.number]
        files.append(file)
        if len(files) >= BATCH_FILES or batch.bytes >= BATCH_BYTES:
            self.close_batch()

    def close_batch(self) -> None:
        """Make what was gathered a batch, however small."""
        if self._open is not None:
            self._small.append(self._open)
            self._open = None

    def take(self, *, large_first: bool) -> Batch | None:
        """The next batch to work on, or None."""
        if self._large and (large_first or not self._small):
            batch = heapq.heappop(self._large)[2]
        elif self._small:
            batch = self._small.popleft()
        else:
            return None
        self._waiting_files -= len(self.files[batch.number])
        return batch

    def take_large(self) -> Batch | None:
        """The largest file, if there is a large one."""
        return self.take(large_first=True) if self._large else None

    def _new(self, parts: list[FolderPart], size: int) -> Batch:
        self._next += 1
        self.files[self._next] = []
        return Batch(self._next, parts, size)
