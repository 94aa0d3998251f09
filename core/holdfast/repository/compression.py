"""zstd as restic uses it: every blob is one frame without checksum; small frames of restic do not tell their content size.

Contexts are kept and belong to one thread each.
"""

from __future__ import annotations

from collections.abc import Callable

import zstandard

from holdfast.errors import Damaged

LEVEL = 1
"""Of the levels that restic's word "fastest" to "default" stand for, the one that costs least: on a site of 1.25 GB it saves a tenth of the
time of a first backup and takes 1.3 % more room than level 3. Any restic reads either."""
LIMIT = 128 << 20
"""No blob or unpacked file is larger than this when decompressed; a frame that claims more is refused before memory is taken."""


_PIECE = 256 << 10


_SAMPLE = 1 << 10
_SAMPLED_FROM = 16 << 10
_RAW_BLOCK = 128 << 10


class Compressor:
    """Compresses blobs; for one thread."""

    __slots__ = ("_zstd",)

    def __init__(self, level: int = LEVEL) -> None:
        self._zstd: Callable[[bytes | bytearray | memoryview], bytes] = zstandard.ZstdCompressor(level=level).compress

    def compress(self, plain: bytes) -> bytes:
        """One frame. Pictures and other content that is compressed already is recognised by two samples, and not tried again."""
        size = len(plain)
        if size >= _SAMPLED_FROM:
            third = size // 3
            sample = plain[third : third + _SAMPLE] + plain[-third : _SAMPLE - third]
            if len(self._zstd(sample)) > len(sample):
                return raw_frame(plain)
        return self._zstd(plain)


def raw_frame(plain: bytes) -> bytes:
    """A zstd frame that holds `plain` as it is (RFC 8878: magic number, header with a four byte content size and a single segment, then
    blocks of type "raw", each with a header of three bytes: last, type, size)."""
    parts = [b"\x28\xb5\x2f\xfd\xa0" + len(plain).to_bytes(4, "little")]
    for start in range(0, len(plain) or 1, _RAW_BLOCK):
        block = plain[start : start + _RAW_BLOCK]
        is_last = start + _RAW_BLOCK >= len(plain)
        parts += (len(block) << 3 | is_last).to_bytes(3, "little"), block
    return b"".join(parts)


class Decompressor:
    """Decompresses blobs and unpacked files; for one thread."""

    __slots__ = ("_context",)

    def __init__(self) -> None:
        self._context = zstandard.ZstdDecompressor()

    def decompress(self, packed: bytes | memoryview, plain_length: int) -> bytes:
        """A blob whose plain length should be `plain_length` (a wrong one is tolerated, as restic does). `Damaged` when it is no zstd."""
        if 0 < plain_length <= LIMIT:
            try:
                if zstandard.frame_content_size(packed) in (plain_length, -1):
                    plain = self._context.decompress(packed, max_output_size=plain_length, allow_extra_data=False)
                    if len(plain) == plain_length:
                        return plain
            except zstandard.ZstdError:
                pass
        return self.stream(packed)

    def stream(self, packed: bytes | memoryview) -> bytes:
        """Frames of unknown length, up to `LIMIT`."""
        parts: list[bytes] = []
        size = 0
        try:
            with self._context.stream_reader(packed, read_across_frames=True) as reader:
                while part := reader.read(_PIECE):
                    parts.append(part)
                    size += len(part)
                    if size > LIMIT:
                        raise Damaged("A piece of the repository is larger than any that a backup program writes.")
        except zstandard.ZstdError:
            raise Damaged("A piece of the repository cannot be decompressed.") from None
        return b"".join(parts)

    def whole(self, packed: bytes | memoryview) -> bytes:
        """A frame of any length, quickly when it tells its length."""
        try:
            known = zstandard.frame_content_size(packed)
        except zstandard.ZstdError:
            raise Damaged("A piece of the repository cannot be decompressed.") from None
        return self.decompress(packed, known) if known > 0 else self.stream(packed)
