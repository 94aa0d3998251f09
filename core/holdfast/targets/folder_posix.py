"""A folder as a target on POSIX systems: every level below the root is opened from its parent, without following links.

So a link that is planted in the target (even while the restore runs) can make a file fail, but can never lead a write outside: a
path is walked with ``openat(O_NOFOLLOW | O_DIRECTORY)``, and the last part is only ever created exclusively, renamed or unlinked.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from holdfast.entries import Entry
from holdfast.errors import StorageError, Unsupported
from holdfast.targets.folder_base import (
    HOLE,
    Existing,
    NotReplaced,
    Rights,
    check_space,
    existing_from,
    free_space_of,
    is_temporary,
    permissions,
    solid_runs,
    temporary_name,
)
from holdfast.targets.folder_names import split_path

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_OPEN_FOLDERS = 128
_RACES = 8
"""How often a folder that is replaced under our hands is tried again."""


class PosixTarget:
    """See `holdfast.targets.folder_base.Target`. `create` makes the root itself (its path is the user's word: links in it count)."""

    def __init__(self, root: Path, *, create: bool = True) -> None:
        self.root = root
        self.created = create and not root.exists()
        if create:
            root.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._root_fd = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        self._open: dict[bytes, int] = {}

    # -- folders

    def _folder(self, path: bytes) -> int:
        """A descriptor of the folder at `path`, kept for the next call."""
        if not path:
            return self._root_fd
        found = self._open.pop(path, None)
        if found is None:
            parent, name = _parent(path)
            found = os.open(name, _FOLDER, dir_fd=self._folder(parent))
            while len(self._open) >= _OPEN_FOLDERS:
                os.close(self._open.pop(next(iter(self._open))))
        self._open[path] = found
        return found

    def _forget(self, path: bytes) -> None:
        """Close what is open at `path` and below, before it is removed."""
        below = path + b"/"
        for known in [known for known in self._open if known == path or known.startswith(below)]:
            os.close(self._open.pop(known))

    def _place(self, path: bytes) -> tuple[int, bytes]:
        """The open folder that `path` lies in, and its last part."""
        split_path(path)
        parent, name = _parent(path)
        return self._folder(parent), name

    def look(self, path: bytes) -> Existing | None:
        try:
            if not path:
                return existing_from(os.fstat(self._root_fd))
            folder, name = self._place(path)
            return existing_from(os.stat(name, dir_fd=folder, follow_symlinks=False))
        except OSError as error:
            if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG):
                return None
            raise

    def names(self, path: bytes) -> list[tuple[bytes, Existing]]:
        split_path(path)
        try:
            with os.scandir(self._folder(path)) as found:
                entries = [(os.fsencode(entry.name), entry) for entry in found]
                return [(name, existing_from(entry.stat(follow_symlinks=False))) for name, entry in entries if not is_temporary(name)]
        except OSError as error:
            if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG):
                return []
            raise

    def sweep(self, path: bytes) -> int:
        split_path(path)
        folder = self._folder(path)
        with os.scandir(folder) as found:
            left = [entry.name for entry in found if is_temporary(os.fsencode(entry.name)) and entry.is_file(follow_symlinks=False)]
        for name in left:
            os.unlink(name, dir_fd=folder)
        return len(left)

    def make_folder(self, path: bytes) -> bool:
        folder, name = self._place(path)
        for _ in range(_RACES):
            try:
                os.mkdir(name, 0o700, dir_fd=folder)
            except FileExistsError:
                status = os.stat(name, dir_fd=folder, follow_symlinks=False)
                if stat.S_ISDIR(status.st_mode):
                    self._make_writable(path, status)
                    return False
                os.unlink(name, dir_fd=folder)
            else:
                return True
        raise StorageError(f"{os.fsdecode(path)} keeps being replaced by something else while it is restored.", code="RACED")

    def _make_writable(self, path: bytes, status: os.stat_result) -> None:
        """A folder of ours that may not be written gets its last mode in `finish_folder`; until then it must take files."""
        if status.st_mode & 0o700 != 0o700 and status.st_uid == os.geteuid() != 0:
            os.fchmod(self._folder(path), stat.S_IMODE(status.st_mode) | 0o700)

    def finish_folder(self, path: bytes, entry: Entry, rights: Rights) -> list[str]:
        split_path(path)
        return _set_metadata(self._folder(path), entry, rights)

    # -- files

    def write(self, path: bytes, entry: Entry, rights: Rights, content: Sequence[bytes | memoryview]) -> list[str]:
        folder, name = self._place(path)
        temporary = temporary_name()
        problems: list[str] = []

        def fill(fd: int) -> None:
            _write_all(fd, content, entry.size)
            problems.extend(_set_metadata(fd, entry, rights))

        self._new_file(folder, temporary, fill)
        self._name(folder, temporary, name)
        return problems

    def begin(self, path: bytes, size: int) -> bytes:
        folder, _ = self._place(path)
        temporary = temporary_name()
        self._new_file(folder, temporary, lambda fd: os.ftruncate(fd, size))
        return _joined(_parent(path)[0], temporary)

    def write_piece(self, temporary: bytes, offset: int, piece: bytes | memoryview) -> None:
        folder, name = self._place(temporary)
        fd = os.open(name, os.O_WRONLY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=folder)
        try:
            for start, run in solid_runs(piece):
                _pwrite_all(fd, run, offset + start)
        except OSError as error:
            check_space(error, self.root)
            raise
        finally:
            os.close(fd)

    def commit(self, temporary: bytes, path: bytes, entry: Entry, rights: Rights, size: int | None = None) -> list[str]:
        folder, unfinished = self._place(temporary)
        fd = os.open(unfinished, os.O_WRONLY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=folder)
        try:
            if size is not None:
                os.ftruncate(fd, size)
            problems = _set_metadata(fd, entry, rights)
        finally:
            os.close(fd)
        self._name(folder, unfinished, _parent(path)[1])
        return problems

    def discard(self, temporary: bytes) -> None:
        try:
            folder, name = self._place(temporary)
            os.unlink(name, dir_fd=folder)
        except OSError as error:
            if error.errno not in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP):
                raise

    def refresh(self, path: bytes, entry: Entry, rights: Rights) -> list[str]:
        folder, name = self._place(path)
        # O_NONBLOCK: should a fifo have taken the file's place, opening it must not wait for a writer.
        fd = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=folder)
        try:
            return _set_metadata(fd, entry, rights) if stat.S_ISREG(os.fstat(fd).st_mode) else []
        finally:
            os.close(fd)

    def _new_file(self, folder: int, name: bytes, fill: Callable[[int], None]) -> None:
        """Create `name` exclusively and fill it; after an error it is gone again."""
        fd = -1
        try:
            fd = os.open(name, _NEW, 0o600, dir_fd=folder)
            fill(fd)
        except BaseException as error:
            if fd >= 0:
                os.unlink(name, dir_fd=folder)
            if isinstance(error, OSError):
                check_space(error, self.root)
            raise
        finally:
            if fd >= 0:
                os.close(fd)

    def _name(self, folder: int, temporary: bytes, name: bytes) -> None:
        """Rename over whatever is there: a file or link is replaced; a folder only when it is empty."""
        try:
            try:
                os.rename(temporary, name, src_dir_fd=folder, dst_dir_fd=folder)
            except IsADirectoryError:
                os.rmdir(name, dir_fd=folder)
                os.rename(temporary, name, src_dir_fd=folder, dst_dir_fd=folder)
        except BaseException as error:
            os.unlink(temporary, dir_fd=folder)
            if isinstance(error, OSError) and error.errno in (errno.ENOTEMPTY, errno.EEXIST, errno.EISDIR):
                raise NotReplaced(f"A folder that is not empty stands where {os.fsdecode(name)} belongs; it was left alone.") from error
            raise

    # -- links and special files

    def link(self, path: bytes, entry: Entry, rights: Rights) -> list[str]:
        return self._special(path, entry, rights, lambda name, folder: os.symlink(entry.link_target, name, dir_fd=folder))

    def hard_link(self, path: bytes, first: bytes) -> None:
        source, source_name = self._place(first)
        there = os.stat(source_name, dir_fd=source, follow_symlinks=False)
        folder, name = self._place(path)
        before = self.look(path)
        if before is not None and (before.device_id, before.inode) == (there.st_dev, there.st_ino):
            return  # rename() between two names of one file does nothing and would leave the temporary name
        temporary = temporary_name()
        os.link(source_name, temporary, src_dir_fd=source, dst_dir_fd=folder, follow_symlinks=False)
        self._name(folder, temporary, name)

    def special(self, path: bytes, entry: Entry, rights: Rights) -> list[str]:
        if entry.kind == "fifo":
            return self._special(path, entry, rights, lambda name, folder: os.mkfifo(name, 0o600, dir_fd=folder))
        if entry.kind in ("dev", "chardev") and rights.setid:
            mode = 0o600 | (stat.S_IFBLK if entry.kind == "dev" else stat.S_IFCHR)
            return self._special(path, entry, rights, lambda name, folder: os.mknod(name, mode, entry.device, dir_fd=folder))
        raise Unsupported(f"{os.fsdecode(path)} is a {entry.kind}, which is not restored.")

    def _special(self, path: bytes, entry: Entry, rights: Rights, make: Callable[[bytes, int], None]) -> list[str]:
        folder, name = self._place(path)
        temporary = temporary_name()
        try:
            make(temporary, folder)
        except OSError as error:
            check_space(error, self.root)
            raise
        problems = _set_metadata_by_name(folder, temporary, entry, rights)
        self._name(folder, temporary, name)
        return problems

    def remove(self, path: bytes) -> None:
        self._forget(path)
        try:
            folder, name = self._place(path)
            try:
                os.unlink(name, dir_fd=folder)
            except (IsADirectoryError, PermissionError):  # the second is what macOS says of a folder
                shutil.rmtree(name, dir_fd=folder)
        except FileNotFoundError:
            pass

    def free_space(self) -> int | None:
        return free_space_of(self.root)

    def settle(self) -> None:
        if self._root_fd < 0:
            return
        try:
            import ctypes

            if ctypes.CDLL(None).syncfs(self._root_fd) == 0:  # Linux: this file system only
                return
        except (ImportError, OSError, AttributeError):
            pass
        os.sync()

    def close(self) -> None:
        for fd in self._open.values():
            os.close(fd)
        self._open.clear()
        if self._root_fd >= 0:
            os.close(self._root_fd)
            self._root_fd = -1


def _parent(path: bytes) -> tuple[bytes, bytes]:
    parent, _, name = path.rpartition(b"/")
    return parent, name


def _joined(folder: bytes, name: bytes) -> bytes:
    return folder + b"/" + name if folder else name


def _write_all(fd: int, content: Sequence[bytes | memoryview], size: int) -> None:
    """Write the pieces one after the other; long runs of zeros become holes."""
    if size < HOLE:
        for piece in content:
            _write_plain(fd, piece)
        return
    at = 0
    for piece in content:
        for start, run in solid_runs(piece):
            _pwrite_all(fd, run, at + start)
        at += len(piece)
    os.ftruncate(fd, at)


def _write_plain(fd: int, piece: bytes | memoryview) -> None:
    written = os.write(fd, piece)
    while written < len(piece):
        written += os.write(fd, memoryview(piece)[written:])


def _pwrite_all(fd: int, run: memoryview, offset: int) -> None:
    written = 0
    while written < len(run):
        written += os.pwrite(fd, run[written:], offset + written)


def _set_metadata(fd: int, entry: Entry, rights: Rights) -> list[str]:
    """Owner, attributes, mode, times, in this order: changing the owner clears setuid, everything changes the times."""
    problems: list[str] = []
    if rights.owner:
        _attempt(problems, "owner", lambda: os.fchown(fd, entry.uid, entry.gid))
    if rights.xattrs:
        for name, value in entry.xattrs:
            _attempt(problems, f"extended attribute {name}", partial(_set_xattr, fd, name, value))
    os.fchmod(fd, permissions(entry, rights))
    os.utime(fd, ns=_times(entry))
    return problems


def _set_metadata_by_name(folder: int, name: bytes, entry: Entry, rights: Rights) -> list[str]:
    """The same for what cannot be opened: links and special files. `name` is our own temporary name."""
    problems: list[str] = []
    if rights.owner:
        _attempt(problems, "owner", lambda: os.chown(name, entry.uid, entry.gid, dir_fd=folder, follow_symlinks=False))
    if entry.kind != "symlink":
        # chmod cannot be told not to follow on Linux; the name is ours, unguessable and was just made exclusively.
        _attempt(problems, "mode", lambda: os.chmod(name, permissions(entry, rights), dir_fd=folder))
    _attempt(problems, "times", lambda: os.utime(name, ns=_times(entry), dir_fd=folder, follow_symlinks=False))
    return problems


def _attempt(problems: list[str], what: str, action: Callable[[], None]) -> None:
    try:
        action()
    except OSError as error:
        problems.append(f"{what}: {error.strerror}")


def _set_xattr(fd: int, name: str, value: bytes) -> None:
    if not hasattr(os, "setxattr"):
        raise OSError(errno.ENOTSUP, "not supported on this system")
    os.setxattr(fd, name, value)


def _times(entry: Entry) -> tuple[int, int]:
    return (entry.mtime_ns if entry.atime_ns is None else entry.atime_ns), entry.mtime_ns
