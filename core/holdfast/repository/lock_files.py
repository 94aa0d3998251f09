"""Lock files: their JSON, and whether whoever wrote one still runs (restic design document, "Locks"; `internal/restic/lock.go`)."""

from __future__ import annotations

import getpass
import os
import socket
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from holdfast.errors import Damaged, NotFound
from holdfast.process_ids import is_running
from holdfast.repository.ahead import Ahead
from holdfast.repository.ids import is_file_id
from holdfast.repository.times import format_moment, parse_time

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository

STALE_AFTER = 30 * 60.0
_CLOCK_SLACK = 60.0


class LockFile(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A lock's JSON."""

    time: str
    exclusive: bool
    hostname: str
    username: str
    pid: int
    uid: int = 0
    gid: int = 0


_decoder = msgspec.json.Decoder(LockFile)


def decode_lock(plain: bytes) -> LockFile:
    """`Damaged` when it is no lock."""
    try:
        lock = _decoder.decode(plain)
        parse_time(lock.time)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, Damaged):
        raise Damaged("A lock of the repository cannot be read.", code="LOCK-UNREADABLE") from None
    return lock


class LockInfo(msgspec.Struct, frozen=True):
    """A lock as found. `lock` is None when it cannot be read. `age` in seconds."""

    id: str
    lock: LockFile | None = None
    age: float = 0.0

    @property
    def is_own_host(self) -> bool:
        return self.lock is not None and self.lock.hostname == socket.gethostname()

    @property
    def is_dead(self) -> bool:
        """Surely left over: of this computer, and its process is gone (or the number belongs to a process that began later)."""
        return self.lock is not None and self.is_own_host and not _runs(self.lock.pid, parse_time(self.lock.time) / 1e9)

    @property
    def is_old(self) -> bool:
        return self.age > STALE_AFTER


def list_locks(repository: Repository, without: str | None = None) -> list[LockInfo]:
    """All locks but `without`; empty files are ignored (an upload that failed)."""
    result = []
    listed = [info.name.removeprefix("locks/") for info in repository.storage.list("locks") if info.size]
    wanted = [lock_id for lock_id in listed if is_file_id(lock_id) and lock_id != without]
    ahead = Ahead(repository.storage)
    files = [(lock_id, ahead.do(partial(repository.load_file, "locks", lock_id))) for lock_id in wanted]
    ahead.end()
    for lock_id, load in files:
        try:
            lock = decode_lock(load())
        except NotFound:
            continue
        except Damaged:
            result.append(LockInfo(lock_id))
        else:
            result.append(LockInfo(lock_id, lock, time.time() - parse_time(lock.time) / 1e9))
    return result


def remove_lock(repository: Repository, lock_id: str) -> None:
    """Remove a lock on the user's word (`holdfast storage unlock`)."""
    repository.storage.delete(f"locks/{lock_id}")


def encode_lock(exclusive: bool, now: float) -> bytes:
    """The JSON of a lock of this process. `now`: seconds since 1970."""
    getuid: Callable[[], int] = getattr(os, "getuid", lambda: 0)
    getgid: Callable[[], int] = getattr(os, "getgid", lambda: 0)
    return msgspec.json.encode(
        LockFile(
            time=format_moment(datetime.fromtimestamp(now, UTC)),
            exclusive=exclusive,
            hostname=socket.gethostname(),
            username=_username(),
            pid=os.getpid(),
            uid=getuid(),
            gid=getgid(),
        )
    )


def _username() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _runs(pid: int, since: float) -> bool:
    """False when the process that wrote a lock at `since` (seconds since 1970) is surely gone."""
    if pid <= 0:
        return True
    if not is_running(pid):
        return False
    started = _started(pid)
    return started is None or started < since + _CLOCK_SLACK


def _started(pid: int) -> float | None:
    """When a process began, in seconds since 1970; None where that cannot be told (outside Linux)."""
    try:
        after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        boot = next(line for line in Path("/proc/stat").read_text().splitlines() if line.startswith("btime "))
        return float(boot.split()[1]) + int(after_name[19]) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError, StopIteration):
        return None
