"""A folder of this machine, in the manner of restic's local backend (`internal/backend/local/local.go`).

A file is written under ``<id>-tmp-…`` (see `leftovers`) in its own folder, checked for its length, synced, renamed, and the folder
synced: a name is either not there or whole, whatever happens. Files end without write permission; modes follow the group-readability
of ``config`` as restic's do.
"""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from holdfast.errors import Forbidden, HoldfastError, NoSpace, NotFound, StorageError
from holdfast.storage import disk, leftovers
from holdfast.storage.base import FileInfo, Storage, StorageAddress, Traits
from holdfast.storage.names import Parts, checked, exists_already, missing, too_short, total_size

_FOLDERS = ("data", "index", "keys", "locks", "snapshots")
_LEFTOVER_AGE = 24 * 3600
_FULL = {errno.ENOSPC, errno.EDQUOT}
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}
_ABSENT = {errno.ENOENT, errno.ENOTDIR}
_PASSING = {errno.EAGAIN, errno.EINTR, errno.ETIMEDOUT, errno.EBUSY, errno.ESTALE, errno.ENFILE, errno.EMFILE}
"""Errors that may be gone in a moment: mostly of network file systems."""
_NEED_NO_ORDER = ("data", "locks")
"""Where a deletion undone by a power loss does no harm: packs that nobody lists, locks that have grown stale."""


class LocalStorage(Storage):
    """A repository's folder. Nothing is touched before the first call; `create` makes the folders."""

    traits = Traits(connections=2)

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(os.path.abspath(path))
        self.location = str(self.path)
        self._root = str(self.path)
        self._modes: tuple[int, int] | None = None

    def create(self) -> None:
        folder_mode = self._folder_and_file_mode()[0]
        with self._errors(self.location, writing=True):
            _make_folders(self._root, folder_mode)
            for name in (*_FOLDERS, *(f"data/{n:02x}" for n in range(256))):
                with suppress(FileExistsError):
                    os.mkdir(os.path.join(self._root, name), folder_mode)
            disk.sync_folder(os.path.join(self._root, "data"))
            disk.sync_folder(self._root)

    def save(self, name: str, parts: Parts, *, only_new: bool = False) -> None:
        path = self._path(name)
        temporary = leftovers.temporary(path)
        with self._errors(name, writing=True, needed=total_size(parts)):
            try:
                self._write(temporary, parts)
                (disk.move_if_free if only_new else disk.move_over)(temporary, path)
            except BaseException:
                with suppress(OSError):
                    disk.remove(temporary)
                raise
            disk.sync_folder(os.path.dirname(path))

    def load(self, name: str, offset: int = 0, length: int | None = None) -> bytes:
        with self._errors(name):
            try:
                data = disk.read(self._path(name), offset, length)
            except ValueError:
                raise too_short(name, self.location) from None
        if length is not None and len(data) < length:
            raise too_short(name, self.location)
        return data

    def size(self, name: str) -> int:
        with self._errors(name):
            found = os.stat(self._path(name))
        if not stat.S_ISREG(found.st_mode):
            raise NotFound(missing(name, self.location))
        return found.st_size

    def list(self, prefix: str) -> Iterator[FileInfo]:
        folder = self._path(prefix)
        with self._errors(prefix):
            if not os.path.isdir(self._root):
                raise FileNotFoundError(errno.ENOENT, "no such folder", self._root)
            for path, found in _walk(folder):
                yield FileInfo(f"{prefix}/{path[len(folder) + 1 :].replace(os.sep, '/')}", found.st_size)

    def delete(self, name: str) -> None:
        path = self._path(name)
        with self._errors(name, writing=True):
            try:
                disk.remove(path)
            except FileNotFoundError:
                return
            if not name.startswith(_NEED_NO_ORDER):
                disk.sync_folder(os.path.dirname(path))

    def address(self) -> StorageAddress:
        return StorageAddress(f"local:{self.location}")

    def sweep(self) -> int:
        removed = 0
        oldest = time.time() - _LEFTOVER_AGE
        with self._errors(self.location, writing=True):
            for folder in (self._root, *(os.path.join(self._root, f) for f in _FOLDERS)):
                for path, found in _walk(folder, deep=folder != self._root):
                    if leftovers.MARK in os.path.basename(path) and found.st_mtime < oldest:
                        with suppress(FileNotFoundError):
                            disk.remove(path)
                            removed += 1
        return removed

    def sweep_abandoned(self, prefix: str) -> int:
        removed = 0
        with self._errors(self.location, writing=True):
            for folder, _, names in os.walk(self._path(prefix)):
                for name in filter(leftovers.is_abandoned, names):
                    with suppress(FileNotFoundError):
                        disk.remove(os.path.join(folder, name))
                        removed += 1
        return removed

    def free_space(self) -> int | None:
        return disk.free_space(self.path)

    def total_space(self) -> int | None:
        return disk.total_space(self.path)

    def _path(self, name: str) -> str:
        return os.path.join(self._root, *checked(name).split("/"))

    def _write(self, path: str, parts: Parts) -> None:
        folder_mode, file_mode = self._folder_and_file_mode()
        try:
            disk.write_new(path, parts, file_mode)
        except FileNotFoundError:
            if not os.path.isdir(self._root):  # a disk that is not mounted: do not fill its mount point
                raise
            _make_folders(os.path.dirname(path), folder_mode)
            disk.write_new(path, parts, file_mode)

    def _folder_and_file_mode(self) -> tuple[int, int]:
        """0700 and 0600, or with the group's bits where ``config`` can be read by the group (restic: DeriveModesFromFileInfo)."""
        if self._modes is None:
            try:
                shared = os.stat(os.path.join(self._root, "config")).st_mode & stat.S_IRGRP
            except OSError:
                return 0o700, 0o600
            self._modes = (0o770, 0o660) if shared else (0o700, 0o600)
        return self._modes

    @contextmanager
    def _errors(self, name: str, *, writing: bool = False, needed: int = 0) -> Iterator[None]:
        """The one seam where `OSError` becomes ours."""
        try:
            yield
        except OSError as error:
            raise self._translated(error, name, writing=writing, needed=needed) from error

    def _translated(self, error: OSError, name: str, *, writing: bool, needed: int) -> HoldfastError:
        if error.errno in _FULL:
            free = self.free_space()
            return NoSpace(
                f"The disk of the storage {self.location} is full: {name} needs {needed:,} bytes"
                + (f", {free:,} are free." if free is not None else "."),
                hint="Free space on that disk, remove old backups and prune, or choose another storage. Backups made before are unharmed.",
                needed=needed,
                free=free,
            )
        if error.errno in _DENIED:
            what = "written to" if writing else "read"
            why = "it is read-only" if error.errno == errno.EROFS else "this user lacks the permission"
            hint = "Check who owns the folder and its permissions, and whether the disk is mounted read-only."
            return Forbidden(f"The storage {self.location} cannot be {what}: {why}.", code="STORAGE-DENIED", hint=hint, name=name)
        if isinstance(error, FileExistsError):
            return exists_already(name, self.location)
        if error.errno in _ABSENT:
            if not os.path.isdir(self._root):
                hint = "Is the disk connected and mounted?"
                return NotFound(f"The folder of the storage {self.location} is not there.", code="STORAGE-MISSING", hint=hint)
            return NotFound(missing(name, self.location))
        reason = error.strerror or type(error).__name__
        retryable = error.errno in _PASSING
        return StorageError(f"The storage {self.location} failed at {name}: {reason}.", retryable=retryable, errno=error.errno)


def _make_folders(path: str, mode: int) -> None:
    """`path` and what is missing above it, each with `mode` (os.makedirs gives it to the last one only), and durable."""
    if os.path.isdir(path):
        return
    above = os.path.dirname(path)
    if above != path:
        _make_folders(above, mode)
    with suppress(FileExistsError):
        os.mkdir(path, mode)
        disk.sync_folder(above)
    if not os.path.isdir(path):
        raise NotADirectoryError(errno.ENOTDIR, "is not a folder", path)


def _walk(folder: str, *, deep: bool = True) -> Iterator[tuple[str, os.stat_result]]:
    """The regular files below `folder`; a folder that is not there has none, and files may vanish meanwhile."""
    try:
        entries = os.scandir(folder)
    except FileNotFoundError:
        return
    with entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if deep:
                    yield from _walk(entry.path)
                continue
            with suppress(FileNotFoundError):
                found = entry.stat(follow_symlinks=False)
                if stat.S_ISREG(found.st_mode):
                    yield entry.path, found
