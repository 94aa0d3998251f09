"""A folder of this machine as a source: walked without following links, folder by folder, with errors told and never swallowed.

The walk only looks (one `scandir` and one `stat` for each entry); contents are read by whoever backs them up. Folders come in
depth-first order, each before what lies in it, names sorted as raw bytes: the order of restic's trees.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from holdfast.errors import Forbidden, NotFound, StorageError
from holdfast.sources.base import Skipped
from holdfast.sources.excludes import Excluder
from holdfast.sources.metadata import Xattrs, kind_of, read_xattrs

Found = tuple[bytes, os.stat_result]
"""A name and what `lstat` says of it."""

_BY_DESCRIPTOR = os.scandir in os.supports_fd
_OPEN_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_ENCODING, _ERRORS = sys.getfilesystemencoding(), sys.getfilesystemencodeerrors()


class Folder(msgspec.Struct, gc=False):
    """One folder as it was found."""

    path: bytes
    """Absolute."""
    status: os.stat_result
    xattrs: Xattrs = ()
    files: list[Found] = []
    """What is no folder, sorted: files, links, devices, FIFOs. Sockets are left out, as restic leaves them out."""
    folders: list[bytes] = []
    """Names of the folders in it that follow, sorted. One of them may be missing from the walk: it could not be opened."""


class FolderSource:
    """The folder (or the single file or link) at `path`, without what `excluder` leaves out."""

    def __init__(self, path: Path, excluder: Excluder | None = None) -> None:
        self.path = Path(os.path.abspath(path))
        self.excluder = excluder or Excluder()

    def root(self) -> os.stat_result:
        """What `lstat` says of the source itself: a link is a link. `NotFound` when it is not there, `Forbidden`, `StorageError`."""
        try:
            return os.lstat(self.path)
        except (FileNotFoundError, NotADirectoryError):
            hint = "Is the disk mounted? Was the site moved? Correct its folder, or leave the site out."
            raise NotFound(f"The folder {self.path} is not there.", code="SOURCE-MISSING", hint=hint) from None
        except PermissionError:
            raise self._denied() from None
        except OSError as error:
            raise StorageError(f"The folder {self.path} cannot be read: {error.strerror}.", code="SOURCE-READ") from None

    def _denied(self) -> Forbidden:
        return Forbidden(f"The folder {self.path} may not be read.", code="SOURCE-DENIED", hint="Run as a user who may read it.")

    def scan(self, skipped: Callable[[Skipped], None]) -> Iterator[Folder]:
        """The folders, the source's own first. Nothing when the source is no folder. What cannot be read is told to `skipped`.

        Raises as `root` does, and when the source's own folder cannot be listed.
        """
        status = self.root()
        if not stat.S_ISDIR(status.st_mode):
            return
        top = os.fsencode(self.path)
        root_length = len(top) + (not top.endswith(b"/"))
        waiting = [top]
        while waiting:
            path = waiting.pop()
            folder = self._read(path, root_length, skipped)
            if folder is None:
                if path == top:
                    self.root()
                    raise self._denied()
                continue
            yield folder
            if folder.folders:
                prefix = path if path.endswith(b"/") else path + b"/"
                waiting.extend([prefix + name for name in reversed(folder.folders)])

    def _read(self, path: bytes, root_length: int, skipped: Callable[[Skipped], None]) -> Folder | None:
        descriptor: int | None = None
        try:
            if _BY_DESCRIPTOR:
                descriptor = os.open(path, _OPEN_FOLDER)
                folder = Folder(path, os.fstat(descriptor), read_xattrs(descriptor), [], [])
                entries = os.scandir(descriptor)
            else:
                folder = Folder(path, os.lstat(path), (), [], [])
                entries = os.scandir(os.fsdecode(path))
        except OSError as error:
            skipped(skipped_for(path, error))
            return None
        else:
            try:
                self._list(entries, folder, path[root_length:], skipped)
            except OSError as error:  # the listing broke off: what was seen is kept, the rest is told
                skipped(skipped_for(path, error))
        finally:
            if descriptor is not None:
                os.close(descriptor)
        folder.files.sort()
        folder.folders.sort()
        return folder

    def _list(self, entries: os._ScandirIterator[str], folder: Folder, relative: bytes, skipped: Callable[[Skipped], None]) -> None:
        excludes = self.excluder.excludes if self.excluder else None
        prefix = relative + b"/" if relative else b""
        files, folders = folder.files, folder.folders
        with entries:
            for entry in entries:
                name = entry.name.encode(_ENCODING, _ERRORS)
                is_folder = entry.is_dir(follow_symlinks=False)
                if excludes is not None and excludes(prefix + name, name, is_folder):
                    continue
                if is_folder:
                    folders.append(name)
                    continue
                try:
                    status = entry.stat(follow_symlinks=False)
                except OSError as error:
                    skipped(skipped_for(os.path.join(folder.path, name), error))
                    continue
                kind = kind_of(status.st_mode)
                if kind == "dir":  # it took the file's place a moment ago
                    folders.append(name)
                elif kind is None:
                    skipped(Skipped(os.fsdecode(os.path.join(folder.path, name)), "unsupported"))
                elif kind != "socket":
                    files.append((name, status))


def skipped_for(path: bytes, error: OSError) -> Skipped:
    """What to tell of a path that could not be read."""
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        reason = "vanished"
    elif error.errno in (errno.EACCES, errno.EPERM):
        reason = "unreadable"
    else:
        reason = "io-error"
    return Skipped(os.fsdecode(path), reason, error.strerror or "")
