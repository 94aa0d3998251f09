"""The half file of a download: ``<name>.part`` beside its target, and ``<name>.part.json`` that says what it is half of.

Only one program writes it at a time. It counts as a beginning only for the same backup and a strong ETag (RFC 9110, 8.8.3): anything else
starts again from nothing.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from pathlib import Path

import msgspec

from holdfast.engine.fetching_names import numbered
from holdfast.errors import Busy, HoldfastError, NoSpace, NotFound, StorageError

_MOST_NUMBERS = 1000


class _State(msgspec.Struct, frozen=True):
    identity: str
    etag: str
    total: int | None


class Partial:
    """Open from the start; `close` keeps it for the next time. Sizes in bytes."""

    def __init__(self, folder: Path, name: str, identity: str) -> None:
        """`name` is harmless (`safe_name`); `identity` says which backup this is. Raises `NotFound`, `Busy`, `StorageError`."""
        self.folder = folder
        self.name = name
        self.path = folder / f"{name}.part"
        self._state_path = folder / f"{name}.part.json"
        self._identity = identity
        self._file = _open(self.path)
        self.size = os.fstat(self._file).st_size
        self.etag = ""
        """Strong; "" for none, then nothing can be resumed."""
        self.total: int | None = None
        """What the server says; None when it does not."""
        state = self._load()
        if state is not None and state.identity == identity and state.etag:
            self.etag, self.total = state.etag, state.total
        elif self.size:
            self.restart()
        if self.total is not None and self.size > self.total:
            self.restart()

    def begin(self, etag: str, total: int | None) -> None:
        """What is downloaded now. Must be at its beginning."""
        self.etag, self.total = etag, total
        new = self._state_path.with_name(f"{self._state_path.name}.new")
        with _told(self.folder):
            new.unlink(missing_ok=True)
            descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(msgspec.json.encode(_State(self._identity, etag, total)))
            os.replace(new, self._state_path)

    def append(self, pieces: Sequence[bytes]) -> None:
        """More of it. `NoSpace`, `StorageError`: what was written before stays."""
        views = [memoryview(piece) for piece in pieces if piece]
        with _told(self.folder):
            while views:
                done = _write(self._file, views, self.size)
                self.size += done
                while views and done >= len(views[0]):
                    done -= len(views.pop(0))
                if done:
                    views[0] = views[0][done:]

    def restart(self) -> None:
        """Away with what is there."""
        with _told(self.folder):
            os.ftruncate(self._file, 0)
        self.size, self.etag, self.total = 0, "", None

    def finish(self) -> Path:
        """It is whole: on the disk, under its own name or, where that is taken, a numbered one."""
        with _told(self.folder):
            os.fsync(self._file)
            target = self._take_name()
            self.path.unlink(missing_ok=True)
            self._state_path.unlink(missing_ok=True)
            _sync_folder(self.folder)
        return target

    def discard(self) -> None:
        """It is of no use."""
        self.path.unlink(missing_ok=True)
        self._state_path.unlink(missing_ok=True)

    def close(self) -> None:
        if self._file >= 0:
            if not self.size:
                self.discard()
            os.close(self._file)
            self._file = -1

    def _take_name(self) -> Path:
        for number in range(1, _MOST_NUMBERS):
            target = self.folder / (self.name if number == 1 else numbered(self.name, number))
            try:
                os.link(self.path, target)  # unlike rename, never takes another's place
            except FileExistsError:
                continue
            except OSError:  # a file system without links
                if target.exists():
                    continue
                os.rename(self.path, target)
            return target
        raise StorageError(f"There are too many files named {self.name} in {self.folder}.", code="NAME-TAKEN", hint="Tidy that folder up.")

    def _load(self) -> _State | None:
        try:
            return msgspec.json.decode(self._state_path.read_bytes(), type=_State)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return None


def _open(path: Path) -> int:
    try:
        file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0), 0o600)
    except FileNotFoundError:
        raise NotFound(f"There is no folder {path.parent}.", code="FOLDER", hint="Make it, or choose another.") from None
    except OSError as error:
        raise StorageError(f"{path} cannot be written: {error.strerror}.", hint="Choose another folder.") from None
    try:
        if not stat.S_ISREG(os.fstat(file).st_mode):
            raise StorageError(f"{path} is no file.", hint="Move it away.")
        if hasattr(os, "fchmod"):
            os.fchmod(file, 0o600)
        _lock(file, path)
    except BaseException:
        os.close(file)
        raise
    return file


def _write(file: int, views: Sequence[memoryview], at: int) -> int:
    if hasattr(os, "pwritev"):
        return os.pwritev(file, views, at)
    os.lseek(file, at, os.SEEK_SET)
    return os.write(file, views[0])


def _lock(file: int, path: Path) -> None:
    try:
        import fcntl
    except ImportError:
        return  # Windows
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise Busy(f"{path.name} is being downloaded already.", code="DOWNLOAD-RUNNING", hint="Wait until that download ends.") from None
    except OSError:
        return  # a file system without locks


class _told:
    """What the system refuses becomes our error."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, OSError):
            raise refused(error, self._folder) from None


def refused(error: OSError, folder: Path) -> HoldfastError:
    if error.errno in (28, 122, 27):  # ENOSPC, EDQUOT, EFBIG
        free = free_space(folder)
        left = "" if free is None else f" {free >> 20} MiB are free."
        return NoSpace(
            f"The disk of {folder} is full.{left}", code="SPACE-LOCAL", hint="Make room and download again: it goes on where it stopped."
        )
    return StorageError(f"{folder} cannot be written: {error.strerror}.")


def free_space(folder: Path) -> int | None:
    """Bytes free for us there; None when the system does not say."""
    import shutil

    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def _sync_folder(folder: Path) -> None:
    try:
        file = os.open(folder, os.O_RDONLY)
    except OSError:
        return  # Windows
    try:
        os.fsync(file)
    except OSError:
        pass
    finally:
        os.close(file)
