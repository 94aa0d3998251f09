"""One holder per home: who may run the schedules, who owns the tray. The operating system lets go when a process dies."""

from __future__ import annotations

import os
from pathlib import Path
from types import TracebackType

from holdfast.errors import Busy
from holdfast.state.files import make_private_file
from holdfast.state.processes import is_alive, process_mark


class HomeLock:
    """A lock file that says who holds it. Use as a context manager; Busy (HOME-LOCKED) when another process does."""

    def __init__(self, folder: Path, name: str = "scheduler") -> None:
        self._path = folder / f"{name}.lock"
        self._descriptor: int | None = None

    def __enter__(self) -> HomeLock:
        if not self.acquire():
            holder = self.holder()
            raise Busy(
                f"Another Holdfast{f' (process {holder})' if holder else ''} is doing this already.",
                code="HOME-LOCKED",
                hint="Close it, or let it do the work.",
                retryable=False,
            )
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.release()

    def acquire(self) -> bool:
        """Take the lock; False when another process holds it."""
        make_private_file(self._path)
        descriptor = os.open(self._path, os.O_RDWR)
        if not _lock(descriptor):
            os.close(descriptor)
            return False
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()} {process_mark(os.getpid())}".encode())
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        if self._descriptor is not None:
            os.ftruncate(self._descriptor, 0)
            os.close(self._descriptor)
            self._descriptor = None

    def holder(self) -> int | None:
        """The process that holds it, by what it wrote. None when nobody does: also when it died without letting go, and its number went
        to another program since, or the computer was started anew."""
        try:
            pid, _, mark = self._path.read_text("ascii").partition(" ")
            return int(pid) if is_alive(int(pid), mark) else None
        except (OSError, ValueError):
            return None


def _lock(descriptor: int) -> bool:
    try:
        if os.name == "nt":
            import msvcrt

            # A byte far behind the text: Windows locks what others then cannot read.
            os.lseek(descriptor, 1 << 20, os.SEEK_SET)
            getattr(msvcrt, "locking")(descriptor, getattr(msvcrt, "LK_NBLCK"), 1)  # noqa: B009 - exist on Windows only
            os.lseek(descriptor, 0, os.SEEK_SET)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
