"""zstd frames: what is written, any zstd reads; what will not shrink is not tried again."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from holdfast.repository.compression import Compressor, Decompressor, raw_frame

_BLOCK = 128 << 10


@pytest.mark.parametrize("size", [0, 1, _BLOCK - 1, _BLOCK, _BLOCK + 1, 3 * _BLOCK, 3 * _BLOCK + 7])
def test_a_raw_frame_is_read_by_everyone(size: int, tmp_path: Path) -> None:
    """By our own decompressor, and by the zstd program, which also checks the form."""
    plain = os.urandom(size)
    frame = raw_frame(plain)
    assert len(frame) <= size + 9 + 3 * (size // _BLOCK + 1)
    assert Decompressor().decompress(frame, size) == plain
    (tmp_path / "frame.zst").write_bytes(frame)
    done = subprocess.run(["zstd", "-dcq", tmp_path / "frame.zst"], capture_output=True, check=True)
    assert done.stdout == plain


@pytest.mark.parametrize("size", [100, 20_000, 700_000])
def test_what_cannot_shrink_grows_by_next_to_nothing(size: int) -> None:
    plain = os.urandom(size)
    packed = Compressor().compress(plain)
    assert len(packed) <= size + 32
    assert Decompressor().decompress(packed, size) == plain


def test_text_shrinks_also_beside_what_does_not() -> None:
    """A quarter of noise at the beginning does not keep the rest from being compressed."""
    text = b"".join(b"INSERT INTO wp_posts VALUES (%d, 'Hello world');\n" % n for n in range(3000))
    noise = os.urandom(len(text) // 3)
    assert len(Compressor().compress(text)) < len(text) / 3
    packed = Compressor().compress(noise + text)
    assert len(packed) < len(noise) + len(text) / 3
    assert Decompressor().decompress(packed, len(noise) + len(text)) == noise + text
