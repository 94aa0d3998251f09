"""A folder as a target where POSIX calls are missing (Windows): the same rules with whole paths, checked level by level.

Windows has no ``openat``; making a link there needs a right that most users lack, so each level is looked at before it is used and
must be a real folder. Names that Windows would refuse or quietly change raise `OSError`, so that the file is told and the rest goes on.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Sequence
from pathlib import Path

from holdfast.entries import Entry
from holdfast.errors import Unsupported
from holdfast.targets.folder_base import (
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
from holdfast.targets.folder_names import extended, split_path, windows_problem


class PlainTarget:
    """See `holdfast.targets.folder_base.Target`. `windows_names` is on where Windows' name rules hold."""

    def __init__(self, root: Path, *, create: bool = True, windows_names: bool = os.name == "nt") -> None:
        self.root = Path(extended(os.path.abspath(root))) if os.name == "nt" else root
        self.created = create and not root.exists()
        if create:
            root.mkdir(parents=True, exist_ok=True)
        self._windows_names = windows_names

    def _path(self, path: bytes) -> Path:
        """The real path, when every level above its last part is a real folder."""
        parts = split_path(path)
        at = self.root
        for part in parts:
            if at != self.root and not stat.S_ISDIR(os.lstat(at).st_mode):
                raise NotADirectoryError(errno.ENOTDIR, "a link or file stands where a folder belongs", str(at))
            name = os.fsdecode(part)
            if self._windows_names and (problem := windows_problem(name)):
                raise OSError(errno.EINVAL, f"the name has {problem}", name)
            at = at / name
        return at

    def look(self, path: bytes) -> Existing | None:
        try:
            return existing_from(os.lstat(self._path(path)))
        except (FileNotFoundError, NotADirectoryError):
            return None

    def names(self, path: bytes) -> list[tuple[bytes, Existing]]:
        here = self.look(path)
        if here is None or here.kind != "dir":
            return []
        found = [(os.fsencode(item.name), item) for item in self._path(path).iterdir()]
        return [(name, existing_from(os.lstat(item))) for name, item in found if not is_temporary(name)]

    def sweep(self, path: bytes) -> int:
        left = [item for item in self._path(path).iterdir() if is_temporary(os.fsencode(item.name)) and not item.is_dir()]
        for item in left:
            _unlink(item)
        return len(left)

    def make_folder(self, path: bytes) -> bool:
        place = self._path(path)
        try:
            place.mkdir()
        except FileExistsError:
            if stat.S_ISDIR(os.lstat(place).st_mode):
                return False
            _unlink(place)
            place.mkdir()
        return True

    def finish_folder(self, path: bytes, entry: Entry, rights: Rights) -> list[str]:
        return _set_metadata(self._path(path), entry, rights)

    def write(self, path: bytes, entry: Entry, rights: Rights, content: Sequence[bytes | memoryview]) -> list[str]:
        temporary = self.begin(path, sum(len(piece) for piece in content))
        try:
            at = 0
            for piece in content:
                self.write_piece(temporary, at, piece)
                at += len(piece)
            return self.commit(temporary, path, entry, rights)
        except BaseException:
            self.discard(temporary)
            raise

    def begin(self, path: bytes, size: int) -> bytes:
        folder, _, _ = path.rpartition(b"/")
        name = temporary_name()
        temporary = folder + b"/" + name if folder else name
        self._path(path)  # the final name must be legal too
        try:
            with open(self._path(temporary), "xb") as file:
                file.truncate(size)
        except OSError as error:
            check_space(error, self.root)
            raise
        return temporary

    def write_piece(self, temporary: bytes, offset: int, piece: bytes | memoryview) -> None:
        try:
            with open(self._path(temporary), "r+b") as file:
                for start, run in solid_runs(piece):
                    file.seek(offset + start)
                    file.write(run)
        except OSError as error:
            check_space(error, self.root)
            raise

    def commit(self, temporary: bytes, path: bytes, entry: Entry, rights: Rights, size: int | None = None) -> list[str]:
        source, place = self._path(temporary), self._path(path)
        if size is not None:
            os.truncate(source, size)
        if place.is_dir() and not place.is_symlink():
            try:
                place.rmdir()
            except OSError as error:
                raise NotReplaced(f"A folder that is not empty stands where {place.name} belongs; it was left alone.") from error
        if place.exists() and not os.access(place, os.W_OK):
            place.chmod(stat.S_IWRITE | stat.S_IREAD)
        os.replace(source, place)
        return _set_metadata(place, entry, rights)

    def discard(self, temporary: bytes) -> None:
        try:
            _unlink(self._path(temporary))
        except (FileNotFoundError, NotADirectoryError):
            pass

    def refresh(self, path: bytes, entry: Entry, rights: Rights) -> list[str]:
        place = self._path(path)
        return _set_metadata(place, entry, rights) if stat.S_ISREG(os.lstat(place).st_mode) else []

    def link(self, path: bytes, entry: Entry, rights: Rights) -> list[str]:
        place = self._path(path)
        temporary = place.with_name(os.fsdecode(temporary_name()))
        temporary.symlink_to(os.fsdecode(entry.link_target))
        os.replace(temporary, place)
        return []

    def hard_link(self, path: bytes, first: bytes) -> None:
        place = self._path(path)
        temporary = place.with_name(os.fsdecode(temporary_name()))
        temporary.hardlink_to(self._path(first))
        os.replace(temporary, place)
        if temporary.exists():  # both names were one file already
            temporary.unlink()

    def special(self, path: bytes, entry: Entry, rights: Rights) -> list[str]:
        raise Unsupported(f"{os.fsdecode(path)} is a {entry.kind}, which this system does not have.")

    def remove(self, path: bytes) -> None:
        place = self._path(path)
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        elif os.path.lexists(place):
            _unlink(place)

    def free_space(self) -> int | None:
        return free_space_of(self.root)

    def settle(self) -> None:
        """Windows has no call for a whole volume without administrator's rights; its own interval (a second or two) has to do."""

    def close(self) -> None:
        pass


def _unlink(place: Path) -> None:
    if os.name == "nt":  # a read-only file cannot be removed there
        place.chmod(stat.S_IWRITE | stat.S_IREAD)
    place.unlink()


def _set_metadata(place: Path, entry: Entry, rights: Rights) -> list[str]:
    problems: list[str] = []
    atime = entry.mtime_ns if entry.atime_ns is None else entry.atime_ns
    try:
        os.utime(place, ns=(atime, entry.mtime_ns))
        place.chmod(permissions(entry, rights))
    except OSError as error:
        problems.append(f"mode and times: {error.strerror}")
    return problems
