"""Packs: sealed blobs, then a sealed header that lists them, then the header's length (restic design document, "Pack Format").

``blob1 || … || blobN || seal(header) || uint32le(len(sealed header))``; a header entry is ``type(1) || length(4) || plain length(4,
compressed types only) || id(32)``, integers little-endian. We write compressed blobs only, one kind per pack, no gaps.
"""

from __future__ import annotations

import mmap
import struct
import sys
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from threading import Lock

import msgspec

from holdfast.errors import Damaged, InternalError
from holdfast.repository.compression import Decompressor
from holdfast.repository.crypto import OVERHEAD, SLACK, Sealer
from holdfast.repository.ids import BlobId, BlobKind
from holdfast.storage.base import Storage

TARGET_SIZE = 16 << 20
"""A pack is closed when it is at least this large."""
MAX_BLOBS = 100_000
"""A pack is closed when it holds this many blobs; restic refuses headers above 16 MiB (409,199 blobs)."""
MAX_HEADER = 16 << 20
_ROOM = 14 << 20
"""Above a blob of the largest size (8 MiB) that cannot be compressed, and the header of a pack with `MAX_BLOBS`."""
_PLAIN_ENTRY = struct.Struct("<BI32s")
_COMPRESSED_ENTRY = struct.Struct("<BII32s")
_TYPES: dict[BlobKind, int] = {"data": 2, "tree": 3}


class BlobInPack(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """Where a blob lies. `length` is the sealed length; `plain_length` is 0 for a blob that is not compressed (as in restic's index)."""

    id: BlobId
    kind: BlobKind
    offset: int
    length: int
    plain_length: int

    @property
    def size(self) -> int:
        """The length of the blob's plain content."""
        return self.plain_length or self.length - OVERHEAD


class PackContents(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """What a pack holds. `size` is the file's; 0 when only an index told of it."""

    id: str
    blobs: tuple[BlobInPack, ...]
    size: int = 0


class SealedBlob(msgspec.Struct, frozen=True, gc=False):
    id: BlobId
    kind: BlobKind
    sealed: bytes
    plain_length: int


class PackBuilder:
    """One open pack of one kind, in one piece of memory of its own: blobs are sealed where they will be hashed and written, in calls
    that let other threads run. Hold `turn` while changing it."""

    __slots__ = ("_blobs", "_end", "_memory", "kind", "turn")

    def __init__(self, kind: BlobKind, memory: memoryview | None = None) -> None:
        """`memory`: what `new_memory` gave."""
        self.kind = kind
        self.turn = Lock()
        self._memory = memory if memory is not None else new_memory(TARGET_SIZE)
        self._end = 0
        self._blobs: list[BlobInPack] = []

    def __len__(self) -> int:
        return len(self._blobs)

    @property
    def size(self) -> int:
        return self._end

    def add(self, sealer: Sealer, decompressor: Decompressor, blob_id: BlobId, plain: bytes, packed: bytes) -> int:
        """Seal `packed` (the compressed `plain`, which is not empty); then open, decompress and compare, so that no broken blob ever
        leaves (E1). Returns the sealed length.

        Raises `InternalError` with code ``VERIFY`` when the computer did not get back what it put in; the pack is as it was then.
        """
        start = self._end
        self._make_room(len(packed) + OVERHEAD)
        length = sealer.seal_into(packed, self._memory[start:])
        plain_length = len(plain)
        try:
            opened = sealer.open(self._memory[start : start + length])
            good = plain_length > 0 and decompressor.decompress(opened, plain_length) == plain
        except Damaged:
            good = False
        if not good:
            raise InternalError(
                "A piece of the backup did not survive its own encryption or compression, so it was not stored.",
                code="VERIFY",
                hint="This points to faulty memory or a faulty library on this computer. Test the memory before the next backup.",
            )
        self._blobs.append(BlobInPack(blob_id, self.kind, start, length, plain_length))
        self._end = start + length
        return length

    def add_sealed(self, blob: SealedBlob) -> None:
        """A blob that is sealed already, and was verified."""
        self._append(blob.sealed)
        self._blobs.append(BlobInPack(blob.id, self.kind, self._end - len(blob.sealed), len(blob.sealed), blob.plain_length))

    def is_full(self, target: int) -> bool:
        return self._end >= target or len(self._blobs) >= MAX_BLOBS

    def take(self, other: PackBuilder) -> None:
        """Append all blobs of another pack of the same kind."""
        shift = self._end
        self._append(other._memory[: other._end])
        self._blobs += [BlobInPack(b.id, b.kind, b.offset + shift, b.length, b.plain_length) for b in other._blobs]

    def finish(self, sealer: Sealer) -> tuple[PackContents, memoryview]:
        """The contents, and the whole file; hashes it. Nothing may be added afterwards."""
        header = sealer.seal(build_header(self._blobs))
        self._append(header + len(header).to_bytes(4, "little"))
        data = self._memory[: self._end]
        return PackContents(sha256(data).hexdigest(), tuple(self._blobs), len(data)), data

    def _append(self, data: bytes | memoryview) -> None:
        self._make_room(len(data))
        self._memory[self._end : self._end + len(data)] = data
        self._end += len(data)

    def _make_room(self, length: int) -> None:
        if self._end + length + SLACK > len(self._memory):
            larger = new_memory(self._end + length)
            larger[: self._end] = self._memory[: self._end]
            self._memory = larger


def new_memory(size: int) -> memoryview:
    """Memory for a pack that is closed at `size` bytes: room for the blob that fills it and for its header. It begins at a page, so that
    storages can write it without a copy, and what is not used yet costs nothing. Large pages make it quick to come by."""
    if sys.platform != "linux":
        return memoryview(mmap.mmap(-1, size + _ROOM))
    memory = mmap.mmap(-1, size + _ROOM, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)  # shared memory has no large pages
    with suppress(OSError):  # a kernel without them
        memory.madvise(mmap.MADV_HUGEPAGE)
    return memoryview(memory)


def build_header(blobs: Iterable[BlobInPack]) -> bytes:
    """The plain header."""
    return b"".join(
        [
            _COMPRESSED_ENTRY.pack(_TYPES[blob.kind], blob.length, blob.plain_length, blob.id)
            if blob.plain_length
            else _PLAIN_ENTRY.pack(_TYPES[blob.kind] - 2, blob.length, blob.id)
            for blob in blobs
        ]
    )


def parse_header(plain: bytes) -> list[BlobInPack]:
    """The blobs that a plain header lists. `Damaged` when it is no header."""
    blobs: list[BlobInPack] = []
    position = offset = 0
    try:
        while position < len(plain):
            kind = plain[position]
            plain_length = 0
            if kind in (2, 3):
                _, length, plain_length, blob_id = _COMPRESSED_ENTRY.unpack_from(plain, position)
                position += _COMPRESSED_ENTRY.size
            elif kind in (0, 1):
                _, length, blob_id = _PLAIN_ENTRY.unpack_from(plain, position)
                position += _PLAIN_ENTRY.size
            else:
                raise Damaged("A pack's table of contents lists a kind of blob that does not exist.")
            if length < OVERHEAD:
                raise Damaged("A pack's table of contents lists a blob that is too short.")
            blobs.append(BlobInPack(blob_id, "tree" if kind & 1 else "data", offset, length, plain_length))
            offset += length
    except struct.error:
        raise Damaged("A pack's table of contents is cut off.") from None
    return blobs


def parse_pack(tail: bytes, size: int, sealer: Sealer, pack_id: str) -> PackContents | int:
    """What a pack of `size` bytes holds, from its last bytes `tail`; or how many last bytes are needed, when `tail` is too short.

    `Damaged` when the header cannot be opened or does not fit the file's size.
    """
    if size < 4 + OVERHEAD or len(tail) < 4:
        raise Damaged(f"The pack {pack_id[:12]} is too short to be one.")
    header_length = int.from_bytes(tail[-4:], "little")
    if not OVERHEAD <= header_length <= min(size - 4, MAX_HEADER):
        raise Damaged(f"The pack {pack_id[:12]} does not end with a table of contents.")
    if len(tail) < header_length + 4:
        return header_length + 4
    blobs = parse_header(sealer.open(tail[-4 - header_length : -4]))
    if sum(blob.length for blob in blobs) + header_length + 4 != size:
        raise Damaged(f"The pack {pack_id[:12]} is not as long as its table of contents says.")
    return PackContents(pack_id, tuple(blobs), size)


def pack_name(pack_id: str) -> str:
    """The name of a pack's file in the storage."""
    return f"data/{pack_id[:2]}/{pack_id}"


def read_pack_contents(storage: Storage, sealer: Sealer, pack_id: str, size: int | None = None) -> PackContents:
    """What a pack holds by its own header (for repair and check). `Damaged` or a storage error when it cannot be told."""
    name = pack_name(pack_id)
    if size is None:
        size = storage.size(name)
    wanted = min(size, 64 << 10)
    while True:
        result = parse_pack(storage.load(name, size - wanted, wanted), size, sealer, pack_id)
        if isinstance(result, PackContents):
            return result
        wanted = result
