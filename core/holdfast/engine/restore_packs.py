"""Turns files to be written into tasks, one per pack: every pack is read once, whatever number of files need it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from holdfast.engine.restore_reading import Piece
from holdfast.engine.restore_records import Item
from holdfast.engine.restore_trees import BlobFinder
from holdfast.engine.restore_work import FilePart, PackTask, SmallFile
from holdfast.repository.crypto import OVERHEAD
from holdfast.repository.index import Location


class LargeFile(msgspec.Struct):
    """A file of several blobs while it is put together."""

    item: Item
    size: int
    pieces: int
    temporary: bytes = b""
    done: int = 0
    failed: bool = False


class Packing:
    """The plan of reading for a list of files."""

    def __init__(self, files: Sequence[Item], finder: BlobFinder) -> None:
        self._files = files
        self._places: dict[bytes, Location] = {}
        self.large: dict[int, LargeFile] = {}
        """By number of the file in `files`, as everything here."""
        self.missing: list[int] = []
        """Files of which a blob is nowhere."""
        self.empty: list[int] = []
        self._packs: dict[str, list[tuple[int, int]]] = {}
        self._known_offsets: dict[int, list[int]] = {}
        for number, item in enumerate(files):
            self._sort(number, item, finder)

    def _sort(self, number: int, item: Item, finder: BlobFinder) -> None:
        if not item.content:
            self.empty.append(number)
            return
        places = [self._place(blob, finder) for blob in item.content]
        if None in places:
            self.missing.append(number)
            return
        if len(places) > 1:
            self.large[number] = LargeFile(item, sum(_size(place) for place in places if place), len(places))
        for at, place in enumerate(places):
            if place is not None:
                self._packs.setdefault(place.pack_id, []).append((number, at))

    def _place(self, blob: bytes, finder: BlobFinder) -> Location | None:
        place = self._places.get(blob)
        if place is None and (place := finder.find(blob, "data")) is not None:
            self._places[blob] = place
        return place

    def __len__(self) -> int:
        return len(self._packs)

    def files_of(self, pack_id: str) -> list[int]:
        """Large files that need this pack; their temporary files must be there before its task is made."""
        return [number for number in dict.fromkeys(number for number, _ in self._packs[pack_id]) if number in self.large]

    def packs(self) -> Iterator[str]:
        return iter(self._packs)

    def task(self, pack_id: str) -> PackTask:
        """The task of a pack, without the parts of large files that failed already."""
        numbers: dict[bytes, int] = {}
        pieces: list[Piece] = []
        small: list[SmallFile] = []
        parts: list[FilePart] = []
        for file, at in self._packs[pack_id]:
            item = self._files[file]
            blob = item.content[at]
            large = self.large.get(file)
            if large is not None and large.failed:
                continue
            place = self._places[blob]
            if blob not in numbers:
                numbers[blob] = len(pieces)
                pieces.append(Piece(blob, place.offset, place.length, place.plain_length))
            if large is None:
                small.append(SmallFile(numbers[blob], file, item.path, item.entry))
            else:
                parts.append(FilePart(numbers[blob], file, large.temporary, self._offsets(file)[at], _size(place)))
        return PackTask(pack_id, tuple(pieces), tuple(small), tuple(parts))

    def _offsets(self, file: int) -> list[int]:
        """Where each blob of a large file begins."""
        offsets = self._known_offsets.get(file)
        if offsets is None:
            offsets, at = [], 0
            for blob in self._files[file].content:
                offsets.append(at)
                at += _size(self._places[blob])
            self._known_offsets[file] = offsets
        return offsets


def _size(place: Location) -> int:
    return place.plain_length or place.length - OVERHEAD
