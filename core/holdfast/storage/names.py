"""Which names a storage takes. Names come from callers that made them (ids) or read them from a repository, so they are checked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from holdfast.errors import StorageError

_NAME = re.compile(r"(?!\.{1,2}(?:/|$))[0-9a-z._-]+(?:/(?!\.{1,2}(?:/|$))[0-9a-z._-]+){0,2}", re.ASCII)

Parts = Sequence[bytes | bytearray | memoryview]


def checked(name: str) -> str:
    """`name` itself, or `StorageError` with code ``NAME``: it could leave the storage's folder or collide with another."""
    if not _NAME.fullmatch(name):
        raise StorageError(f"{name!r} is not a name that a storage can hold.", code="NAME")
    return name


def total_size(parts: Parts) -> int:
    """Bytes in `parts` together."""
    return sum(part.nbytes if isinstance(part, memoryview) else len(part) for part in parts)


def missing(name: str, location: str) -> str:
    """The sentence for a file that is not there."""
    return f"{name} is not in the storage {location}."


def cut_out(data: bytes, offset: int, length: int | None, name: str, location: str) -> bytes:
    """The asked-for range of a whole file, by the contract of `Storage.load`."""
    end = len(data) if length is None else offset + length
    if offset > len(data) or end > len(data):
        raise too_short(name, location)
    return data[offset:end]


def too_short(name: str, location: str) -> StorageError:
    """The error for a file that ends before the range that was asked for."""
    return StorageError(f"{name} in the storage {location} is shorter than it should be.", code="SHORT")


def exists_already(name: str, location: str) -> StorageError:
    """The error of `Storage.save(only_new=True)` for a name that is taken."""
    return StorageError(f"{name} is already in the storage {location}.", code="EXISTS")
