"""Identifiers: SHA-256, 32 raw bytes in memory, 64 hex digits in JSON and file names (restic's `restic.ID`)."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Literal

from holdfast.errors import Damaged

BlobId = bytes
"""32 bytes: SHA-256 of a blob's plain content."""

BlobKind = Literal["data", "tree"]

_HEX = frozenset("0123456789abcdef")


def blob_id(plain: bytes | memoryview) -> BlobId:
    """The id of a blob with this content."""
    return sha256(plain).digest()


def is_file_id(name: str) -> bool:
    """True for 64 lower-case hex digits: the name of a file that belongs to the repository."""
    return len(name) == 64 and _HEX.issuperset(name)


def parse_id(text: str, what: str = "an id") -> BlobId:
    """32 bytes from 64 hex digits; `Damaged` for anything else."""
    return parse_ids((text,), what)[0]


def parse_ids(texts: Sequence[str], what: str = "an id") -> list[BlobId]:
    """Many at once (one call into C for all of them)."""
    try:
        raw = bytes.fromhex("".join(texts))
    except ValueError:
        raw = b""
    # fromhex skips blanks: the lengths show whether any were there
    if len(raw) != 32 * len(texts) or any(len(text) != 64 for text in texts):
        raise Damaged(f"The repository holds {what} that is not 64 hexadecimal digits.", code="REPO-DAMAGED")
    return [raw[i : i + 32] for i in range(0, len(raw), 32)]
