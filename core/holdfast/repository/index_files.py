"""Index files: JSON that says which blobs each pack holds (restic design document, "Indexing"). All blobs of a pack are in one file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, NamedTuple

import msgspec

from holdfast.errors import Damaged
from holdfast.repository.crypto import OVERHEAD
from holdfast.repository.ids import BlobId, BlobKind, is_file_id, parse_ids
from holdfast.repository.packs import BlobInPack, PackContents

BLOBS_PER_FILE = 50_000
_Unsigned = Annotated[int, msgspec.Meta(ge=0, lt=1 << 32)]


class IndexedBlob(msgspec.Struct, gc=False, omit_defaults=True):
    id: str
    type: BlobKind
    offset: Annotated[int, msgspec.Meta(ge=0, lt=1 << 32)]
    length: Annotated[int, msgspec.Meta(ge=OVERHEAD, lt=1 << 32)]
    uncompressed_length: _Unsigned = 0


class _Pack(msgspec.Struct, gc=False):
    id: str
    blobs: list[IndexedBlob]


class IndexedPack(NamedTuple):
    """A pack as an index file lists it; `ids` are those of `blobs`."""

    id: str
    ids: list[BlobId]
    blobs: list[IndexedBlob]

    def contents(self) -> PackContents:
        blobs = zip(self.ids, self.blobs, strict=True)
        return PackContents(self.id, tuple([BlobInPack(i, b.type, b.offset, b.length, b.uncompressed_length) for i, b in blobs]))


class _File(msgspec.Struct):
    packs: list[_Pack]


_decoder = msgspec.json.Decoder(_File)


def encode_index(packs: Sequence[PackContents]) -> bytes:
    """The JSON of one index file."""
    listed = [_Pack(p.id, [IndexedBlob(b.id.hex(), b.kind, b.offset, b.length, b.plain_length) for b in p.blobs]) for p in packs]
    return msgspec.json.encode(_File(listed))


def decode_index(plain: bytes) -> list[IndexedPack]:
    """The packs that an index file lists. `Damaged` when it is none."""
    try:
        file = _decoder.decode(plain)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Damaged("An index file of the repository cannot be read.", code="REPO-DAMAGED") from None
    for pack in file.packs:
        if not is_file_id(pack.id):
            raise Damaged("An index file of the repository names a pack that cannot exist.")
    return [IndexedPack(pack.id, parse_ids([blob.id for blob in pack.blobs], "a blob id"), pack.blobs) for pack in file.packs]


def split_for_files(packs: Sequence[PackContents]) -> Iterator[list[PackContents]]:
    """Groups of whole packs, each for one index file of about `BLOBS_PER_FILE` blobs."""
    group: list[PackContents] = []
    count = 0
    for pack in packs:
        group.append(pack)
        count += len(pack.blobs)
        if count >= BLOBS_PER_FILE:
            yield group
            group, count = [], 0
    if group:
        yield group
