"""The operating system calls of `LocalStorage`, and all that differs between systems about them. Raises `OSError` only."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
from pathlib import Path

from holdfast.storage import direct
from holdfast.storage.names import Parts, total_size

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_READ = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_PIECES = 1024
"""IOV_MAX of Linux and macOS: how many pieces one `writev` takes."""
_CANNOT_SYNC = {errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS, errno.ENOTTY}
"""What file systems answer that do not know fsync (some network and FUSE ones): the bytes are as safe as they get there."""
_CANNOT_LINK = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV, errno.EACCES}
_WRITE_BITS = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def write_new(path: str, parts: Parts, mode: int) -> None:
    """Make `path` hold `parts`, on the disk when this returns, without write permission. It must not be there before."""
    descriptor = os.open(path, _NEW, mode)
    try:
        if total_size(parts) < direct.FROM or not direct.write(descriptor, parts):
            _write_all(descriptor, parts)
        if os.fstat(descriptor).st_size != total_size(parts):
            raise OSError(errno.EIO, "the file has another length than what was written", path)
        _make_read_only(descriptor, mode)
        sync(descriptor)
    finally:
        os.close(descriptor)


def read(path: str, offset: int, length: int | None) -> bytes:
    """Up to `length` bytes from `offset` (None: to the end); fewer when the file ends before. ValueError: `offset` is past the end."""
    descriptor = os.open(path, _READ)
    try:
        size = os.fstat(descriptor).st_size
        if offset > size:
            raise ValueError(offset)
        wanted = size - offset if length is None else min(length, size - offset)
        if (large := direct.read(descriptor, offset, wanted)) is not None:
            return large
        if offset:
            os.lseek(descriptor, offset, os.SEEK_SET)
        data = os.read(descriptor, wanted)
        if len(data) < wanted:  # Linux reads at most 2 GiB at once; some network file systems give less than asked for
            pieces = [data]
            while wanted > (got := sum(map(len, pieces))) and (piece := os.read(descriptor, wanted - got)):
                pieces.append(piece)
            data = b"".join(pieces)
        return data
    finally:
        os.close(descriptor)


def sync(descriptor: int) -> None:
    """Bring an open file, or an open folder's entries, to the disk itself."""
    try:
        if sys.platform == "darwin":
            import fcntl

            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)  # fsync leaves the bytes in the drive's own memory there
        else:
            os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise


def sync_folder(path: str) -> None:
    """Bring names made or removed in `path` to the disk. Windows does so by itself and cannot be asked."""
    if sys.platform == "win32":
        return
    descriptor = os.open(path, _READ)
    try:
        sync(descriptor)
    finally:
        os.close(descriptor)


def move_over(old: str, new: str) -> None:
    """Rename, replacing `new`."""
    if sys.platform == "win32" and os.path.exists(new):
        os.chmod(new, stat.S_IWRITE)
    os.replace(old, new)


def move_if_free(old: str, new: str) -> None:
    """Rename; FileExistsError when `new` is there. One of several that try at once wins."""
    if sys.platform == "win32":
        os.rename(old, new)
        return
    try:
        os.link(old, new)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _CANNOT_LINK:
            raise
        if os.path.lexists(new):  # no hard links here (exFAT, some shares): as close as this file system lets us come
            raise FileExistsError(errno.EEXIST, "is there already", new) from None
        os.replace(old, new)
    else:
        os.unlink(old)


def remove(path: str) -> None:
    """Delete a file, also one without write permission. FileNotFoundError when it is not there."""
    if sys.platform == "win32":
        os.chmod(path, stat.S_IWRITE)
    os.unlink(path)


def free_space(path: Path) -> int | None:
    """Bytes this user can still write there."""
    try:
        return shutil.disk_usage(path).free
    except OSError:
        return None


def total_space(path: Path) -> int | None:
    """Bytes of the whole file system there."""
    try:
        return shutil.disk_usage(path).total
    except OSError:
        return None


def _write_all(descriptor: int, parts: Parts) -> None:
    if not hasattr(os, "writev"):
        for part in parts:
            rest = memoryview(part).cast("B")
            while rest:
                rest = rest[os.write(descriptor, rest) :]
        return
    waiting = [part for part in parts if len(part)]
    at = 0
    while at < len(waiting):
        written = os.writev(descriptor, waiting[at : at + _PIECES])
        while at < len(waiting) and written >= total_size(waiting[at : at + 1]):
            written -= total_size(waiting[at : at + 1])
            at += 1
        if written:
            waiting[at] = memoryview(waiting[at]).cast("B")[written:]


def _make_read_only(descriptor: int, mode: int) -> None:
    if not hasattr(os, "fchmod"):
        return
    try:
        os.fchmod(descriptor, mode & ~_WRITE_BITS)
    except OSError as error:  # file systems without modes refuse; restic goes on too
        if error.errno not in _CANNOT_SYNC | {errno.EPERM, errno.EACCES}:
            raise
