"""Where each blob lies.

New and few entries are in dicts; many go into `SortedBase` (numpy, 48 bytes each). So a small repository never pays for importing
numpy, and a large one stays below 64 bytes a blob.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from holdfast.repository.ids import BlobId, BlobKind
from holdfast.repository.index_files import IndexedPack
from holdfast.repository.packs import BlobInPack, PackContents

if TYPE_CHECKING:
    from holdfast.repository.index_base import SortedBase

FEW = 100_000
"""Up to this many entries of a kind stay in a dict."""
_Place = tuple[int, int, int, int]
"""Pack number, offset, length, plain length."""


class Location(NamedTuple):
    """One copy of a blob; the fields are those of `BlobInPack`."""

    pack_id: str
    kind: BlobKind
    offset: int
    length: int
    plain_length: int


class _Table:
    """The entries of one kind."""

    __slots__ = ("base", "copies", "recent")

    def __init__(self) -> None:
        self.recent: dict[BlobId, int] = {}
        self.copies: dict[BlobId, list[int]] = {}
        """Further places of ids in `recent`."""
        self.base: SortedBase | None = None

    def __len__(self) -> int:
        return len(self.recent) + sum(map(len, self.copies.values())) + (len(self.base) if self.base is not None else 0)

    def has(self, blob_id: BlobId) -> bool:
        return blob_id in self.recent or (self.base is not None and self.base.has(blob_id))

    def places(self, blob_id: BlobId) -> list[_Place]:
        recent, copies = self.recent, self.copies  # another thread may be compacting
        packed = [recent[blob_id], *copies.get(blob_id, ())] if blob_id in recent else []
        places = [_unpack(place) for place in packed]
        return places + self.base.places(blob_id) if self.base is not None else places

    def add(self, blob_id: BlobId, place: int) -> None:
        if self.recent.setdefault(blob_id, place) is not place:
            self.copies.setdefault(blob_id, []).append(place)

    def entries(self) -> Iterator[tuple[BlobId, int]]:
        yield from self.recent.items()
        for blob_id, places in self.copies.items():
            for place in places:
                yield blob_id, place

    def packs(self) -> set[int]:
        """The numbers of the packs that hold these."""
        return {place >> 96 for _, place in self.entries()} | (self.base.packs() if self.base is not None else set())

    def compact(self) -> None:
        """Move the dicts' entries into the base. Readers look into the dict first, so the base is exchanged first."""
        from holdfast.repository.index_base import Entries, SortedBase

        entries = Entries()
        for blob_id, place in self.entries():
            entries.add(blob_id, *_unpack(place))
        self.base = SortedBase(entries, self.base)
        self.recent, self.copies = {}, {}


class Index:
    """All blobs of a repository by kind and id. Data and trees are looked up apart: a file may have the very bytes of a tree.

    Reading is safe from several threads; `add` from one at a time.
    """

    def __init__(self, packs: Iterable[PackContents] = ()) -> None:
        self._data, self._tree = _Table(), _Table()
        self._pack_ids: list[str] = []
        self._pack_numbers: dict[str, int] = {}
        for pack in packs:
            self.add(pack)

    def __len__(self) -> int:
        """The number of blobs listed; a blob in two packs counts twice."""
        return len(self._data) + len(self._tree)

    def has(self, blob_id: BlobId, kind: BlobKind) -> bool:
        return (self._data if kind == "data" else self._tree).has(blob_id)

    def find(self, blob_id: BlobId, kind: BlobKind) -> Location | None:
        """One copy of a blob, or None."""
        places = self.find_all(blob_id, kind)
        return places[0] if places else None

    def find_all(self, blob_id: BlobId, kind: BlobKind) -> list[Location]:
        """Every copy of a blob."""
        return [Location(self._pack_ids[n], kind, *rest) for n, *rest in (self._data if kind == "data" else self._tree).places(blob_id)]

    def ids(self, kind: BlobKind) -> Iterator[BlobId]:
        """The ids of all blobs of a kind; one with several copies may come several times."""
        table = self._data if kind == "data" else self._tree
        yield from table.recent
        if table.base is not None:
            yield from table.base.ids()

    def pack_ids(self) -> list[str]:
        """The packs that are listed."""
        return list(self._pack_ids)

    def packs_with(self, kind: BlobKind) -> list[str]:
        """The packs that hold blobs of a kind."""
        return [self._pack_ids[number] for number in sorted((self._data if kind == "data" else self._tree).packs())]

    def add(self, pack: PackContents) -> None:
        """Enter a pack. A pack listed twice gets the union of what was listed."""
        number, is_new = self._number(pack.id)
        for blob in pack.blobs:
            table = self._data if blob.kind == "data" else self._tree
            if is_new or (number, blob.offset, blob.length, blob.plain_length) not in table.places(blob.id):
                table.add(blob.id, _packed(number, blob.offset, blob.length, blob.plain_length))
        for table in (self._data, self._tree):
            if len(table.recent) > FEW:
                table.compact()

    def add_files(self, files: Iterable[Sequence[IndexedPack]], *, many: bool) -> None:
        """Enter what index files list. `many`: go straight into arrays (for more than about `FEW` blobs in all)."""
        repeated: list[IndexedPack] = []
        enter, finish = self._into_arrays() if many else (self._into_dicts, lambda: None)
        for packs in files:
            for pack in packs:
                number, is_new = self._number(pack.id)
                if is_new:
                    enter(number, pack)
                else:
                    repeated.append(pack)
        finish()
        for pack in repeated:  # rare: another program wrote the same pack into two index files
            self.add(pack.contents())

    def packs(self) -> Iterator[PackContents]:
        """Every pack with its blobs in order of their offset."""
        streams = [_by_pack(self._data, "data"), _by_pack(self._tree, "tree")]
        waiting = [next(stream, None) for stream in streams]
        for number, pack_id in enumerate(self._pack_ids):
            blobs: list[BlobInPack] = []
            for n, stream in enumerate(streams):
                while (item := waiting[n]) is not None and item[0] == number:
                    blobs.append(item[1])
                    waiting[n] = next(stream, None)
            blobs.sort(key=lambda blob: blob.offset)
            yield PackContents(pack_id, tuple(blobs))

    def _number(self, pack_id: str) -> tuple[int, bool]:
        number = self._pack_numbers.get(pack_id)
        if number is not None:
            return number, False
        number = self._pack_numbers[pack_id] = len(self._pack_ids)
        self._pack_ids.append(pack_id)
        return number, True

    def _into_dicts(self, number: int, pack: IndexedPack) -> None:
        high = number << 96
        data, tree = self._data, self._tree
        for blob_id, blob in zip(pack.ids, pack.blobs, strict=True):
            place = high | blob.offset << 64 | blob.length << 32 | blob.uncompressed_length
            (data if blob.type == "data" else tree).add(blob_id, place)

    def _into_arrays(self) -> tuple[Callable[[int, IndexedPack], None], Callable[[], None]]:
        """A function that takes a new pack, and one to call at the end, which fills the bases."""
        from holdfast.repository.index_base import Entries, SortedBase

        data, tree = Entries(), Entries()

        def enter(number: int, pack: IndexedPack) -> None:
            for blob_id, blob in zip(pack.ids, pack.blobs, strict=True):
                (data if blob.type == "data" else tree).add(blob_id, number, blob.offset, blob.length, blob.uncompressed_length)

        def finish() -> None:
            self._data.base = SortedBase(data, self._data.base)
            self._tree.base = SortedBase(tree, self._tree.base)

        return enter, finish


def _by_pack(table: _Table, kind: BlobKind) -> Iterator[tuple[int, BlobInPack]]:
    """The entries of a table ordered by pack number."""
    recent = sorted((place >> 96, blob_id, place) for blob_id, place in table.entries())
    few = ((n, BlobInPack(blob_id, kind, *_unpack(place)[1:])) for n, blob_id, place in recent)
    if table.base is None:
        yield from few
        return
    many = ((n, BlobInPack(blob_id, kind, *rest)) for n, blob_id, *rest in table.base.by_pack())
    yield from heapq.merge(few, many, key=lambda item: item[0])


def _packed(number: int, offset: int, length: int, plain_length: int) -> int:
    return number << 96 | offset << 64 | length << 32 | plain_length


def _unpack(place: int) -> _Place:
    return place >> 96, place >> 64 & 0xFFFFFFFF, place >> 32 & 0xFFFFFFFF, place & 0xFFFFFFFF
