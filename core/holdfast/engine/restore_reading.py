"""Reading many blobs of one pack: in a few large ranges, each blob opened, decompressed and compared with its id.

A blob that does not come out right is asked for once more (a single bad download heals, S6); then it is damaged (C1). A pack that is
missing or too short fails the same way, at once (C3).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256

import msgspec

from holdfast.errors import Damaged, NotFound, StorageError
from holdfast.repository.compression import Decompressor
from holdfast.repository.crypto import MasterKey, Sealer
from holdfast.repository.packs import pack_name
from holdfast.storage.base import Storage

GAP = 256 << 10
"""Unwanted bytes up to this many between two wanted blobs are read along: cheaper than another request."""
RANGE_NEAR = 1 << 20
"""About how much is read at once from a disk: little enough to stay in the processor's cache until it is used."""
RANGE_FAR = 8 << 20
"""The same over a network, where each request costs a round trip."""
_AHEAD = 2
"""Ranges asked for in advance over a network."""


class Piece(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A wanted blob of a pack. `plain_length` is 0 for a blob that is not compressed."""

    id: bytes
    offset: int
    length: int
    plain_length: int


class PackReader:
    """Reads blobs with one storage and key; belongs to one thread."""

    def __init__(self, storage: Storage, key: MasterKey) -> None:
        self._storage = storage
        self._far = storage.traits.remote
        self._sealer = Sealer(key)
        self._decompressor = Decompressor()

    def read(self, pack_id: str, pieces: Sequence[Piece]) -> Iterator[tuple[Piece, bytes | None]]:
        """Each piece, in order of its offset, with its plain content; None when it is damaged or missing.

        Raises what the storage raises for trouble that says nothing about the pack (network, rights).
        """
        name = pack_name(pack_id)
        groups = list(ranges(pieces, RANGE_FAR if self._far else RANGE_NEAR))
        for group, data in zip(groups, self._load_all(name, groups), strict=True):
            start = group[0].offset
            view = memoryview(data)
            if not view:
                yield from ((piece, None) for piece in group)
                continue
            for piece in group:
                at = piece.offset - start
                plain = self._open(piece, view[at : at + piece.length])
                if plain is None:
                    plain = self._open(piece, memoryview(self._load(name, piece.offset, piece.length)))
                yield piece, plain

    def _load_all(self, name: str, groups: Sequence[list[Piece]]) -> Iterator[bytes]:
        """What each group spans; over a network asked for in advance."""

        def load(group: list[Piece]) -> bytes:
            start, end = group[0].offset, group[-1].offset + group[-1].length
            return self._load(name, start, end - start) or self._load(name, start, end - start)

        if not self._far or len(groups) < 2:
            yield from map(load, groups)
            return
        with ThreadPoolExecutor(_AHEAD, thread_name_prefix="holdfast-range") as pool:
            waiting = [pool.submit(load, group) for group in groups[:_AHEAD]]
            for number in range(len(groups)):
                yield waiting.pop(0).result()
                if number + _AHEAD < len(groups):
                    waiting.append(pool.submit(load, groups[number + _AHEAD]))

    def _load(self, name: str, offset: int, length: int) -> bytes:
        """The range; what there is of it when the pack is missing or too short."""
        try:
            return self._storage.load(name, offset, length)
        except NotFound as error:
            if error.code == "STORAGE-MISSING":  # the whole place is gone, not this pack
                raise
            return b""
        except StorageError as error:
            if error.code != "SHORT":
                raise
        try:
            return self._storage.load(name, offset)
        except (NotFound, StorageError):
            return b""

    def _open(self, piece: Piece, sealed: memoryview) -> bytes | None:
        if len(sealed) != piece.length:
            return None
        try:
            plain = self._sealer.open(sealed)
            if piece.plain_length:
                plain = self._decompressor.decompress(plain, piece.plain_length)
        except Damaged:
            return None
        return plain if sha256(plain).digest() == piece.id else None


def ranges(pieces: Sequence[Piece], longest: int) -> Iterator[list[Piece]]:
    """`pieces` in order of offset, in groups that lie close together and are about `longest` bytes long at most."""
    group: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: piece.offset):
        if group:
            end = group[-1].offset + group[-1].length
            if piece.offset - end > GAP or piece.offset + piece.length - group[0].offset > longest:
                yield group
                group = []
        group.append(piece)
    if group:
        yield group
