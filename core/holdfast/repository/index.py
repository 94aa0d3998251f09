"""Where each blob lies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from holdfast.repository.ids import BlobId, BlobKind
from holdfast.repository.packs import BlobInPack, PackContents


class Location(NamedTuple):
    """One copy of a blob; the fields are those of `BlobInPack`."""

    pack_id: str
    kind: BlobKind
    offset: int
    length: int
    plain_length: int


class Index:
    """All blobs of a repository by kind and id. Data and trees are looked up apart: a file may have the bytes of a tree.

    Reading is safe from several threads; `add` from one at a time.
    """

    def __init__(self, packs: Iterable[PackContents] = ()) -> None:
        self._tables: dict[BlobKind, dict[bytes, tuple[int, int, int, int]]] = {"data": {}, "tree": {}}
        self._more: dict[tuple[BlobKind, bytes], list[tuple[int, int, int, int]]] = {}
        self._pack_ids: list[str] = []
        self._pack_numbers: dict[str, int] = {}
        for pack in packs:
            self.add(pack)

    def __len__(self) -> int:
        return sum(len(table) for table in self._tables.values())

    def has(self, blob_id: BlobId, kind: BlobKind) -> bool:
        return blob_id in self._tables[kind]

    def find(self, blob_id: BlobId, kind: BlobKind) -> Location | None:
        """One copy of a blob, or None."""
        place = self._tables[kind].get(blob_id)
        return None if place is None else Location(self._pack_ids[place[0]], kind, *place[1:])

    def find_all(self, blob_id: BlobId, kind: BlobKind) -> list[Location]:
        """Every copy of a blob."""
        first = self._tables[kind].get(blob_id)
        if first is None:
            return []
        return [Location(self._pack_ids[p[0]], kind, *p[1:]) for p in (first, *self._more.get((kind, blob_id), ()))]

    def add(self, pack: PackContents) -> None:
        """Enter a pack. Listing a pack twice adds only what the first time did not have."""
        number = self._pack_numbers.get(pack.id)
        if number is None:
            number = self._pack_numbers[pack.id] = len(self._pack_ids)
            self._pack_ids.append(pack.id)
        for blob in pack.blobs:
            place = (number, blob.offset, blob.length, blob.plain_length)
            first = self._tables[blob.kind].setdefault(blob.id, place)
            if first is not place and first != place:
                others = self._more.setdefault((blob.kind, blob.id), [])
                if place not in others:
                    others.append(place)

    def pack_ids(self) -> list[str]:
        """The packs that are listed."""
        return list(self._pack_ids)

    def packs(self) -> Iterator[PackContents]:
        """Every pack with its blobs in order of their offset."""
        blobs: list[list[BlobInPack]] = [[] for _ in self._pack_ids]
        for kind, table in self._tables.items():
            for blob_id, (number, offset, length, plain_length) in table.items():
                blobs[number].append(BlobInPack(blob_id, kind, offset, length, plain_length))
        for (kind, blob_id), places in self._more.items():
            for number, offset, length, plain_length in places:
                blobs[number].append(BlobInPack(blob_id, kind, offset, length, plain_length))
        for pack_id, listed in zip(self._pack_ids, blobs, strict=True):
            yield PackContents(pack_id, tuple(sorted(listed, key=lambda blob: blob.offset)))
