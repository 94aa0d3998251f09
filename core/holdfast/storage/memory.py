"""A storage in this process's memory: for tests, and the plainest reading of the contract."""

from __future__ import annotations

import threading
from collections.abc import Iterator

from holdfast.errors import NotFound
from holdfast.storage.base import FileInfo, Storage, Traits
from holdfast.storage.names import Parts, checked, cut_out, exists_already, missing


class MemoryStorage(Storage):
    """`files` may be looked at and changed by tests."""

    traits = Traits(connections=4)

    def __init__(self) -> None:
        self.location = "memory"
        self.files: dict[str, bytes] = {}
        self._lock = threading.Lock()

    def create(self) -> None:
        pass

    def save(self, name: str, parts: Parts, *, only_new: bool = False) -> None:
        data = b"".join(parts)
        with self._lock:
            if only_new and checked(name) in self.files:
                raise exists_already(name, self.location)
            self.files[checked(name)] = data

    def load(self, name: str, offset: int = 0, length: int | None = None) -> bytes:
        return cut_out(self._file(name), offset, length, name, self.location)

    def size(self, name: str) -> int:
        return len(self._file(name))

    def list(self, prefix: str) -> Iterator[FileInfo]:
        with self._lock:
            found = [FileInfo(name, len(data)) for name, data in self.files.items() if name.startswith(f"{checked(prefix)}/")]
        return iter(found)

    def delete(self, name: str) -> None:
        with self._lock:
            self.files.pop(checked(name), None)

    def _file(self, name: str) -> bytes:
        with self._lock:
            try:
                return self.files[checked(name)]
            except KeyError:
                raise NotFound(missing(name, self.location)) from None
