"""Keeps copies of a repository's small and often read files in a folder of this machine: index, snapshots and tree packs.

Their names are the SHA-256 of their bytes, so a copy is checked against its name when this process first uses it; one that does not
fit is dropped and fetched again, with a line in the log. The folder may be deleted at any time, and be shared by processes.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
import secrets
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from holdfast.storage import disk
from holdfast.storage.base import FileInfo, Storage
from holdfast.storage.names import Parts, checked, cut_out
from holdfast.storage.wrapper import Wrapper

_log = logging.getLogger(__name__)
_KINDS = ("index/", "snapshots/")
_ID = re.compile(r"[0-9a-f]{64}")
_DAY = 24 * 3600


class CacheStorage(Wrapper):
    """`folder` is one repository's own (by its id). Which packs hold trees must be told: `keep_near`.

    What is asked of the storage itself all the same: whether something is there, its size, lists. A folder that cannot be written
    to, or a full disk, only costs the copies.
    """

    def __init__(self, inner: Storage, folder: str | os.PathLike[str]) -> None:
        super().__init__(inner)
        self.folder = Path(folder)
        self._packs: set[str] = set()
        self._sound: set[str] = set()
        self._lock = threading.Lock()
        self._told = False

    def keep_near(self, names: Iterable[str]) -> None:
        """Keep these, too. They are fetched whole."""
        self._packs.update(names)

    def save(self, name: str, parts: Parts, *, only_new: bool = False) -> None:
        self.inner.save(name, parts, only_new=only_new)
        if self._keeps(name):
            self._put(name, b"".join(parts))

    def load(self, name: str, offset: int = 0, length: int | None = None) -> bytes:
        if not self._keeps(name):
            return self.inner.load(name, offset, length)
        data = self._copy(name, offset, length)
        if data is not None:
            return data
        whole = self.inner.load(name)
        if _fits(name, whole):  # damaged ones are the caller's to judge, and never kept
            self._put(name, whole)
        return cut_out(whole, offset, length, name, self.location)

    def list(self, prefix: str) -> Iterator[FileInfo]:
        """The inner list; what it no longer holds is dropped here when it has been read to its end."""
        there = set()
        for info in self.inner.list(prefix):
            there.add(info.name)
            yield info
        self._drop_others(prefix, there)

    def delete(self, name: str) -> None:
        self.inner.delete(name)
        self.distrust(name)

    def distrust(self, name: str) -> None:
        self.inner.distrust(name)
        self._sound.discard(name)
        with suppress(OSError):
            self._path(name).unlink()

    def _keeps(self, name: str) -> bool:
        return (name.startswith(_KINDS) or name in self._packs) and bool(_ID.fullmatch(name.rpartition("/")[2]))

    def _path(self, name: str) -> Path:
        return self.folder.joinpath(*checked(name).split("/"))

    def _copy(self, name: str, offset: int, length: int | None) -> bytes | None:
        """The range from the copy kept here; None when there is none to be trusted."""
        path = self._path(name)
        try:
            if name not in self._sound:
                whole = path.read_bytes()
                if not _fits(name, whole):
                    _log.warning("The cached copy of %s was damaged; it is fetched again.", name)
                    self.distrust(name)
                    return None
                self._sound.add(name)
                return cut_out(whole, offset, length, name, self.location)
            data: bytes | None = disk.read(str(path), offset, length)
        except OSError:
            self._sound.discard(name)
            return None
        except ValueError:
            data = None
        if data is None or (length is not None and len(data) < length):  # past the end, or the copy was cut: the storage decides
            self.distrust(name)
            return None
        return data

    def _put(self, name: str, data: bytes) -> None:
        path = self._path(name)
        temporary = path.with_name(f"{path.name}-tmp-{secrets.token_hex(6)}")
        try:
            _private_folder(path.parent, self.folder)
            with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(data)
            os.replace(temporary, path)
        except OSError as error:
            with suppress(OSError):
                temporary.unlink()
            with self._lock:
                told, self._told = self._told, True
            if not told:
                _log.warning("The cache in %s cannot be written to (%s); the work goes on without it.", self.folder, error.strerror)

    def _drop_others(self, prefix: str, there: set[str]) -> None:
        """Remove copies of what the storage no longer has, and what was left half written a day ago."""
        base = self._path(prefix)
        for path in [*base.rglob("*")] if base.is_dir() else []:
            name = path.relative_to(self.folder).as_posix()
            with suppress(OSError):
                if (_ID.fullmatch(path.name) and name not in there) or ("-tmp-" in path.name and path.stat().st_mtime < time.time() - _DAY):
                    self._sound.discard(name)
                    path.unlink()


def _fits(name: str, data: bytes) -> bool:
    return hashlib.sha256(data).hexdigest() == name.rpartition("/")[2]


def _private_folder(path: Path, top: Path) -> None:
    """`path`, and what is missing above it, with mode 0700."""
    if path.is_dir():
        return
    if path != top:
        _private_folder(path.parent, top)
    path.mkdir(mode=0o700, parents=path == top, exist_ok=True)
