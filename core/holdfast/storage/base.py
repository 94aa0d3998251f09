"""The `Storage` interface. Its comments are the contract; `tests/contracts/storage.py` is the contract as tests.

A storage keeps immutable files under names of the form ``config`` or ``kind/…/<id>``: one to three parts of ``[0-9a-z._-]``
joined by ``/``. Every method may be called from any thread at the same time. Sizes and offsets are bytes.

Errors: `NotFound` (the name is not there), `NoSpace`, `Forbidden`, `AuthRejected`, `NetworkError` and `RateLimited` (retryable),
`StorageError` (its ``retryable`` says so). A storage never retries by itself: `holdfast.storage.retry` wraps one that needs it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from holdfast.secret import Secret


class FileInfo(msgspec.Struct, frozen=True, gc=False):
    name: str
    size: int


class Traits(msgspec.Struct, frozen=True):
    """What a caller may rely on or plan with."""

    connections: int = 2
    """How many calls at once make sense."""
    remote: bool = False
    """Bytes cross a network: prefer few and large calls."""


class StorageAddress(msgspec.Struct, frozen=True):
    """All that is needed to open a storage, also in another process. Never logged."""

    location: str
    options: dict[str, Any] = {}
    secrets: dict[str, Secret] = {}


class Storage(ABC):
    """See the module. `location` names the place for people and holds no secret."""

    location: str
    traits: Traits = Traits()

    @abstractmethod
    def create(self) -> None:
        """Make the place ready (folders). Idempotent; never touches what is there."""

    @abstractmethod
    def save(self, name: str, parts: Sequence[bytes | bytearray | memoryview], *, only_new: bool = False) -> None:
        """Store the concatenation of `parts` as `name`: whole or not at all, durable when this returns.

        An existing file is replaced (names are content hashes, so it is the same), unless `only_new`: then `StorageError` with
        code ``EXISTS``. After an error there is nothing under `name`, or the whole file.
        """

    @abstractmethod
    def load(self, name: str, offset: int = 0, length: int | None = None) -> bytes:
        """`length` bytes from `offset`, or all to the end. Fewer bytes than asked for: `StorageError` with code ``SHORT``."""

    @abstractmethod
    def size(self, name: str) -> int:
        """The size of a file; `NotFound` when it is not there."""

    @abstractmethod
    def list(self, prefix: str) -> Iterator[FileInfo]:
        """Every file whose name starts with ``prefix/`` (a whole part), in any order: complete, or an error. Files that do not look
        like ours (temporary ones, strangers' names) may be listed: callers check names."""

    @abstractmethod
    def delete(self, name: str) -> None:
        """Remove a file. One that is not there is no error."""

    def exists(self, name: str) -> bool:
        from holdfast.errors import NotFound

        try:
            self.size(name)
        except NotFound:
            return False
        return True

    def address(self) -> StorageAddress | None:
        """How to open this storage in another process; None when that cannot be done (memory, test wrappers)."""
        return None

    def distrust(self, name: str) -> None:  # noqa: B027 - most storages keep no copies
        """What `load` gave for `name` was damaged: forget any copy kept nearby, so that the next `load` fetches it anew."""

    def keep_near(self, names: Iterable[str]) -> None:  # noqa: B027 - most storages keep no copies
        """These files are read often: a storage that keeps copies nearby keeps these too, from their next `load` or `save` on."""

    def sweep(self) -> int:
        """Remove leftovers of interrupted saves older than a day; the caller holds an exclusive lock. Returns how many."""
        return 0

    def sweep_abandoned(self, prefix: str) -> int:
        """Remove what processes of this computer were saving below ``prefix/`` when they were killed; no lock is needed, for only
        what is surely nobody's goes. Returns how many."""
        return 0

    def free_space(self) -> int | None:
        """Bytes that can still be stored, where the place can tell."""
        return None

    def total_space(self) -> int | None:
        """Bytes that the place holds in all, full or free, where it can tell."""
        return None

    def close(self) -> None:  # noqa: B027 - most storages have nothing to let go of
        """Let go of connections. The storage is not used afterwards."""
