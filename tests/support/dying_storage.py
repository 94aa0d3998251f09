"""A storage whose program is killed: after so many changes nothing more happens. What `inner` holds then is what the disk holds."""

from __future__ import annotations

from collections.abc import Sequence

from holdfast.storage.base import Storage
from holdfast.storage.wrapper import Wrapper


class Killed(BaseException):
    """Stands for SIGKILL: no clean-up of the program gets through to the storage after it."""


class DyingStorage(Wrapper):
    """Lets `changes` saves and deletes through; the next one, and every later one, raises `Killed` and does nothing."""

    def __init__(self, inner: Storage, changes: int) -> None:
        super().__init__(inner)
        self.left = changes

    def save(self, name: str, parts: Sequence[bytes | bytearray | memoryview], *, only_new: bool = False) -> None:
        self._live()
        super().save(name, parts, only_new=only_new)

    def delete(self, name: str) -> None:
        self._live()
        super().delete(name)

    def _live(self) -> None:
        if self.left <= 0:
            raise Killed
        self.left -= 1
