"""What a restore asks of a folder it writes to; the two ways to do it are `folder_posix` and `folder_plain`.

All paths are bytes, relative to the target's root, parts joined by ``/``; b"" is the root itself. Every part is checked
(`folder_names`). A file never exists under its final name before it is whole: it is written under a temporary name in the same
folder and renamed. No link is ever followed below the root; one that stands in the way is replaced, not written through.

Errors: `Damaged` code UNSAFE-NAME (a name that leads elsewhere), `NotReplaced` (something in the way that is not removed),
`NoSpace`, otherwise the operating system's own `OSError`, to be told of that one file.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from holdfast.entries import Entry, Kind
from holdfast.errors import NoSpace, StorageError

TEMPORARY_PREFIX = b".holdfast-"
TEMPORARY_SUFFIX = b".part"
HOLE = 64 * 1024
"""Runs of zero bytes are left out of a file (a hole) in pieces of this size."""
_ZEROS = bytes(HOLE)


class NotReplaced(StorageError):
    """Something stands where the restore wants to write, and the rules say that it stays."""

    default_code = "IN-THE-WAY"


class Rights(msgspec.Struct, frozen=True):
    """Which metadata is set besides permission bits and times."""

    owner: bool = False
    xattrs: bool = False
    """Extended attributes; they hold access lists and capabilities too, so only when asked."""
    setid: bool = False
    """Setuid and setgid bits of files, and device nodes: what hands out rights, so only when asked."""


class Existing(msgspec.Struct, frozen=True, gc=False):
    """What stands in the target now, looked at without following links."""

    kind: Kind
    size: int
    mtime_ns: int
    mode: int
    uid: int
    gid: int
    device_id: int
    inode: int


class Target(Protocol):
    """A folder being restored into. One per thread or process; see the module for paths and errors."""

    root: Path

    def look(self, path: bytes) -> Existing | None:
        """What stands at `path`, or None (also when a part above it is missing or is no folder)."""

    def names(self, path: bytes) -> list[tuple[bytes, Existing]]:
        """What the folder at `path` holds; empty when there is no such folder. Our leftover temporary files are not told."""

    def sweep(self, path: bytes) -> int:
        """Remove temporary files that an interrupted restore left in that folder; how many."""

    def make_folder(self, path: bytes) -> bool:
        """Make a folder (its parent exists); True when it was not there. A link or file in the way is removed first."""

    def finish_folder(self, path: bytes, entry: Entry, rights: Rights) -> list[str]:
        """Set a folder's metadata, when nothing more is written into it. What could not be set, in words."""

    def write(self, path: bytes, entry: Entry, rights: Rights, content: Sequence[bytes | memoryview]) -> list[str]:
        """A whole file in one go. What could not be set, in words."""

    def begin(self, path: bytes, size: int) -> bytes:
        """Make the temporary file of `path`; its path, for `write_piece`, `commit`, `discard`."""

    def write_piece(self, temporary: bytes, offset: int, piece: bytes | memoryview) -> None:
        """A part of a file that was begun, also by another process."""

    def commit(self, temporary: bytes, path: bytes, entry: Entry, rights: Rights, size: int | None = None) -> list[str]:
        """Give a whole temporary file its metadata and its name; cut or extended to `size` when given. What could not be set, in words."""

    def discard(self, temporary: bytes) -> None:
        """Remove a temporary file; no error when it is not there."""

    def refresh(self, path: bytes, entry: Entry, rights: Rights) -> list[str]:
        """Set the metadata of a file whose content is already right."""

    def link(self, path: bytes, entry: Entry, rights: Rights) -> list[str]:
        """A symbolic link."""

    def hard_link(self, path: bytes, first: bytes) -> None:
        """`path` becomes another name of the file `first`, which is there already."""

    def special(self, path: bytes, entry: Entry, rights: Rights) -> list[str]:
        """A fifo or (with `Rights.setid`) a device node. `Unsupported` for anything else."""

    def remove(self, path: bytes) -> None:
        """Remove a file, link or whole folder; no error when it is not there."""

    def free_space(self) -> int | None:
        """Bytes that can still be written below the root."""

    def settle(self) -> None:
        """Wait until all that was written is on the disk. May take long; another thread may do it."""

    def close(self) -> None:
        """Let go of open folders."""


def kind_of(mode: int) -> Kind:
    """The kind of a file system object by its ``st_mode``."""
    return _KINDS.get(stat.S_IFMT(mode), "file")


_KINDS: dict[int, Kind] = {
    stat.S_IFREG: "file",
    stat.S_IFDIR: "dir",
    stat.S_IFLNK: "symlink",
    stat.S_IFBLK: "dev",
    stat.S_IFCHR: "chardev",
    stat.S_IFIFO: "fifo",
    stat.S_IFSOCK: "socket",
}


def existing_from(status: os.stat_result) -> Existing:
    return Existing(
        kind_of(status.st_mode), status.st_size, status.st_mtime_ns, status.st_mode & 0o7777,
        status.st_uid, status.st_gid, status.st_dev, status.st_ino,
    )  # fmt: skip


def permissions(entry: Entry, rights: Rights) -> int:
    """The permission bits that `entry` gets. Folders keep setgid and sticky, which only say how things in them are shared."""
    kept = 0o7777 if rights.setid else (0o3777 if entry.kind == "dir" else 0o1777)
    return entry.mode & kept


def is_temporary(name: bytes) -> bool:
    return name.startswith(TEMPORARY_PREFIX) and name.endswith(TEMPORARY_SUFFIX)


def temporary_name() -> bytes:
    return TEMPORARY_PREFIX + os.urandom(8).hex().encode() + TEMPORARY_SUFFIX


def solid_runs(piece: bytes | memoryview) -> Iterator[tuple[int, memoryview]]:
    """The parts of `piece` that hold anything but zeros, with their offsets: what a sparse file needs written."""
    view = memoryview(piece)
    start = -1
    for at in range(0, len(view), HOLE):
        block = view[at : at + HOLE]
        if block[0] == 0 and block == _ZEROS[: len(block)]:
            if start >= 0:
                yield start, view[start:at]
            start = -1
        elif start < 0:
            start = at
    if start >= 0:
        yield start, view[start:]


def check_space(error: OSError, root: Path) -> None:
    """Raise `NoSpace` when `error` says that the disk is full: that ends a restore, other errors end one file."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        raise NoSpace(
            f"The disk of {root} is full.",
            hint="Free space there or restore to another folder, then restore again: what is already right is kept.",
        ) from error


def free_space_of(root: Path) -> int | None:
    import shutil

    folder = root
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None
