"""What the wrappers share: passing everything on. Each wrapper overrides what it changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from holdfast.storage.base import FileInfo, Storage, StorageAddress
from holdfast.storage.names import Parts


class Wrapper(Storage):
    """A storage around another one, `inner`."""

    def __init__(self, inner: Storage) -> None:
        self.inner = inner
        self.location = inner.location
        self.traits = inner.traits

    def create(self) -> None:
        self.inner.create()

    def save(self, name: str, parts: Parts, *, only_new: bool = False) -> None:
        self.inner.save(name, parts, only_new=only_new)

    def load(self, name: str, offset: int = 0, length: int | None = None) -> bytes:
        return self.inner.load(name, offset, length)

    def size(self, name: str) -> int:
        return self.inner.size(name)

    def list(self, prefix: str) -> Iterator[FileInfo]:
        return self.inner.list(prefix)

    def delete(self, name: str) -> None:
        self.inner.delete(name)

    def address(self) -> StorageAddress | None:
        return self.inner.address()

    def distrust(self, name: str) -> None:
        self.inner.distrust(name)

    def keep_near(self, names: Iterable[str]) -> None:
        self.inner.keep_near(names)

    def sweep(self) -> int:
        return self.inner.sweep()

    def sweep_abandoned(self, prefix: str) -> int:
        return self.inner.sweep_abandoned(prefix)

    def free_space(self) -> int | None:
        return self.inner.free_space()

    def total_space(self) -> int | None:
        return self.inner.total_space()

    def close(self) -> None:
        self.inner.close()


def innermost(storage: Storage) -> Storage:
    """The storage itself, without its wrappers."""
    while isinstance(storage, Wrapper):
        storage = storage.inner
    return storage
