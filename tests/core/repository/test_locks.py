"""restic's lock protocol: conflicts, stale locks (L3), unreadable ones (L5), refresh, and locks that are lost (L4)."""

from __future__ import annotations

import os
import socket
import subprocess
import threading
import time as real_time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import msgspec
import pytest

from holdfast.cancellation import Cancellation
from holdfast.errors import Busy, Cancelled, NetworkError
from holdfast.progress import Progress
from holdfast.repository import lock_files, locks
from holdfast.repository.locks import LockFile, decode_lock, list_locks, remove_lock
from holdfast.repository.repository import Repository
from holdfast.repository.snapshots import Snapshot
from holdfast.repository.times import format_moment
from holdfast.storage.faulty import Fault, FaultyStorage
from holdfast.storage.memory import MemoryStorage
from tests.support.repositories import PASSWORD, TIME, new_repository

HERE = socket.gethostname()


class _Clock:
    """Stands in for the module `time`: wall and steady clock, moved by the test."""

    def __init__(self) -> None:
        self.wall, self.steady = real_time.time(), real_time.monotonic()

    def time(self) -> float:
        return self.wall

    def monotonic(self) -> float:
        return self.steady

    def run(self, seconds: float) -> None:
        self.wall += seconds
        self.steady += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> _Clock:
    """The refresh thread sleeps for good: these tests call what it would call."""
    clock = _Clock()
    monkeypatch.setattr(locks, "time", clock)
    monkeypatch.setattr(locks, "_POLL", 3600.0)
    return clock


@pytest.fixture
def repository() -> Repository:
    return new_repository()


@pytest.fixture
def dead_pid() -> int:
    """The number of a process that has ended."""
    child = subprocess.Popen(["true"])
    child.wait()
    return child.pid


class _Remarks(Progress):
    def __init__(self) -> None:
        self.codes: list[str] = []

    def remark(self, code: str, message: str, **details: object) -> None:
        self.codes.append(code)


def _foreign(repository: Repository, *, exclusive: bool = True, host: str = "elsewhere", pid: int = 4711, minutes: float = 1) -> str:
    """A lock of another program, `minutes` old."""
    moment = datetime.fromtimestamp(real_time.time() - minutes * 60, UTC)
    lock = LockFile(time=format_moment(moment), exclusive=exclusive, hostname=host, username="u", pid=pid)
    return repository.save_file("locks", msgspec.json.encode(lock))


def _locks(repository: Repository) -> list[str]:
    return [info.name for info in repository.storage.list("locks")]


def test_a_lock_says_who_holds_it_and_is_gone_afterwards(repository: Repository) -> None:
    """Our real process number and host: `restic unlock` on this computer would remove anything else."""
    with repository.lock(exclusive=True) as held:
        (info,) = list_locks(repository)
        assert info.id == held.id
        assert info.lock is not None
        assert (info.lock.pid, info.lock.hostname, info.lock.exclusive) == (os.getpid(), HERE, True)
        assert abs(info.age) < 5
        held.check()
        held.confirm()
    assert _locks(repository) == []


@pytest.mark.parametrize(
    ("theirs", "ours", "allowed"), [(False, False, True), (False, True, False), (True, False, False), (True, True, False)]
)
def test_exclusive_suffers_no_other(repository: Repository, theirs: bool, ours: bool, allowed: bool) -> None:
    """A refused lock leaves nothing behind, and names who is in the way."""
    lock_id = _foreign(repository, exclusive=theirs)
    if allowed:
        with repository.lock(exclusive=ours):
            assert len(_locks(repository)) == 2
    else:
        with pytest.raises(Busy) as caught:
            repository.lock(exclusive=ours)
        assert caught.value.code == "REPO-LOCKED"
        assert caught.value.retryable
        assert caught.value.details["host"] == "elsewhere"
        assert caught.value.details["lock"] == lock_id
    assert _locks(repository) == [f"locks/{lock_id}"]


class _Racing(MemoryStorage):
    """Another program's lock appears right after ours was written."""

    rival: tuple[str, bytes] | None = None

    def save(self, name: str, parts: Sequence[bytes | bytearray | memoryview], *, only_new: bool = False) -> None:
        super().save(name, parts, only_new=only_new)
        if name.startswith("locks/") and self.rival:
            self.files[self.rival[0]] = self.rival[1]


def test_two_at_the_same_moment_are_noticed_by_the_second_look() -> None:
    """The first look saw nothing; ours is withdrawn."""
    storage = _Racing()
    repository = new_repository(storage)
    name = f"locks/{_foreign(repository)}"
    storage.rival = (name, storage.files.pop(name))
    with pytest.raises(Busy):
        repository.lock(exclusive=False)
    assert _locks(repository) == [name]


def test_l3_dead_process_of_this_computer_is_removed_and_said(repository: Repository, dead_pid: int) -> None:
    remarks = _Remarks()
    stale = _foreign(repository, host=HERE, pid=dead_pid)
    with repository.lock(exclusive=True, progress=remarks):
        assert f"locks/{stale}" not in _locks(repository)
    assert remarks.codes == ["LOCK-REMOVED"]


def test_l3_a_process_number_used_again_is_dead(repository: Repository) -> None:
    """Our own number, but the lock is older than this process: its writer is gone."""
    age = real_time.time() - (lock_files._started(os.getpid()) or 0)
    _foreign(repository, host=HERE, pid=os.getpid(), minutes=age / 60 + 10)
    with repository.lock(exclusive=True):
        assert len(_locks(repository)) == 1


def test_l3_a_living_process_of_this_computer_is_respected(repository: Repository) -> None:
    """However old its lock is (it may be asleep, or stopped)."""
    with subprocess.Popen(["sleep", "60"]) as child:
        try:
            _foreign(repository, host=HERE, pid=child.pid, minutes=0)
            with pytest.raises(Busy):
                repository.lock(exclusive=True)
        finally:
            child.kill()
    assert len(_locks(repository)) == 1


@pytest.mark.parametrize(("minutes", "code"), [(5, "REPO-LOCKED"), (29, "REPO-LOCKED"), (31, "LOCK-STALE"), (600, "LOCK-STALE")])
def test_l3_another_computers_lock_is_never_removed_unasked(repository: Repository, dead_pid: int, minutes: float, code: str) -> None:
    """Young: refused. Old: the error asks, naming host, age and lock; only the user's yes removes it."""
    lock_id = _foreign(repository, pid=dead_pid, minutes=minutes)
    with pytest.raises(Busy) as caught:
        repository.lock(exclusive=True)
    error = caught.value
    assert error.code == code
    assert error.details["host"] == "elsewhere"
    assert abs(error.details["age"] - minutes * 60) < 60
    assert "elsewhere" in error.message
    assert _locks(repository) == [f"locks/{lock_id}"]
    remove_lock(repository, error.details["lock"])
    repository.lock(exclusive=True).release()


def test_l5_an_empty_lock_file_counts_as_nothing(repository: Repository) -> None:
    """A failed upload left it; restic ignores it too."""
    repository.storage.save("locks/" + "a" * 64, [b""])
    repository.storage.save("locks/not-an-id", [b"x"])
    with repository.lock(exclusive=True):
        pass


def test_l5_a_garbage_lock_asks(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may be half written, so it is looked at again; then the error names it, and nothing is removed."""
    monkeypatch.setattr(locks, "UNREADABLE_RETRIES", (0.01, 0.01))
    repository.storage.save("locks/" + "b" * 64, [b"garbage"])
    with pytest.raises(Busy) as caught:
        repository.lock(exclusive=False)
    assert caught.value.code == "LOCK-UNREADABLE"
    assert caught.value.details["lock"] == "b" * 64
    remove_lock(repository, "b" * 64)
    repository.lock(exclusive=True).release()


def test_l5_a_lock_that_was_half_written_is_waited_for(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole at the second look, and a shared one: we may go on."""
    lock_id = _foreign(repository, exclusive=False)
    storage = repository.storage
    assert isinstance(storage, MemoryStorage)
    name = f"locks/{lock_id}"
    whole = storage.files[name]
    storage.files[name] = whole[:20]
    monkeypatch.setattr(locks, "UNREADABLE_RETRIES", (0.3,))
    threading.Timer(0.1, lambda: storage.files.update({name: whole})).start()
    repository.lock(exclusive=False).release()


def test_waiting_for_a_lock(repository: Repository) -> None:
    """`wait` goes on trying; a cancellation ends it at once."""
    lock_id = _foreign(repository)
    threading.Timer(0.5, lambda: remove_lock(repository, lock_id)).start()
    repository.lock(exclusive=True, wait=20).release()
    _foreign(repository)
    cancelled = Cancellation()
    threading.Timer(0.2, cancelled.cancel).start()
    start = real_time.monotonic()
    with pytest.raises(Cancelled):
        repository.lock(exclusive=True, wait=20, cancelled=cancelled)
    assert real_time.monotonic() - start < 2


def test_a_refresh_writes_anew_before_it_deletes(repository: Repository, clock: _Clock) -> None:
    with repository.lock(exclusive=False) as held:
        before = held.id
        clock.run(300)
        held.refresh()
        assert held.id != before
        assert _locks(repository) == [f"locks/{held.id}"]
        clock.run(22 * 60)
        held.check()
    assert _locks(repository) == []


def test_the_thread_refreshes_by_itself(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "_POLL", 0.02)
    monkeypatch.setattr(locks, "REFRESH_EVERY", 0.05)
    with repository.lock(exclusive=False) as held:
        seen: set[str] = set()
        deadline = real_time.monotonic() + 10
        while len(seen) < 4 and real_time.monotonic() < deadline:
            seen.add(held.id)
            real_time.sleep(0.01)
        held.check()
    assert len(seen) == 4
    assert _locks(repository) == []


def test_l4_a_lock_unrefreshed_for_too_long_stops_the_work(repository: Repository, clock: _Clock) -> None:
    """Awake all the time, but the network was gone: at 22.5 minutes we stop, before others may call it stale at 30."""
    with repository.lock(exclusive=False) as held:
        clock.run(22 * 60)
        held.check()
        clock.run(40)
        with pytest.raises(Busy) as caught:
            held.check()
        assert caught.value.code == "LOCK-LOST"
        held.refresh()
        with pytest.raises(Busy):
            held.check()


def test_l4_a_computer_that_slept_stops_the_work(repository: Repository, clock: _Clock) -> None:
    """The steady clock stands still in standby, the wall clock does not. No snapshot is written any more."""
    with repository.lock(exclusive=False) as held:
        clock.wall += 31 * 60
        with pytest.raises(Busy):
            repository.save_snapshot(Snapshot(time=TIME, tree="a" * 64, paths=()))
        with pytest.raises(Busy):
            held.check()
    assert list(repository.storage.list("snapshots")) == []


@pytest.mark.parametrize("jump", [10 * 60, -3600, -86400])
def test_l4_a_clock_that_is_set_makes_us_look_again(repository: Repository, clock: _Clock, jump: float) -> None:
    """The lock is still there: go on. It is gone: somebody thought it stale, so stop."""
    with repository.lock(exclusive=False) as held:
        clock.wall += jump
        held.check()
        clock.run(60)
        held.check()
        clock.wall += jump
        repository.storage.delete(f"locks/{held.id}")
        with pytest.raises(Busy) as caught:
            held.check()
        assert "removed" in caught.value.message


def test_l4_a_vanished_lock_stops_the_work_before_the_snapshot(repository: Repository) -> None:
    """Somebody ran `restic unlock --remove-all`."""
    with repository.lock(exclusive=False) as held:
        repository.storage.delete(f"locks/{held.id}")
        held.check()
        with pytest.raises(Busy) as caught:
            repository.save_snapshot(Snapshot(time=TIME, tree="a" * 64, paths=()))
        assert caught.value.code == "LOCK-LOST"
    assert list(repository.storage.list("snapshots")) == []


def test_l4_a_vanished_lock_is_not_written_again(repository: Repository, clock: _Clock) -> None:
    """A refresh must not bring back a lock that others took for gone."""
    with repository.lock(exclusive=False) as held:
        repository.storage.delete(f"locks/{held.id}")
        clock.run(300)
        held.refresh()
        assert _locks(repository) == []
        with pytest.raises(Busy):
            held.check()


def _seconds(limit: float) -> Iterator[None]:
    end = real_time.monotonic() + limit
    while real_time.monotonic() < end:
        yield
        real_time.sleep(0.02)


def test_l4_refreshes_that_fail_are_tried_again_until_it_is_too_late(monkeypatch: pytest.MonkeyPatch) -> None:
    """The storage refuses every save after the first lock; the thread notices by itself that time is up."""
    monkeypatch.setattr(locks, "_POLL", 0.02)
    monkeypatch.setattr(locks, "REFRESH_EVERY", 0.05)
    monkeypatch.setattr(locks, "LOST_AFTER", 1.0)
    monkeypatch.setattr(locks, "RETRY_AFTER", 0.1)
    inner = MemoryStorage()
    new_repository(inner)
    storage = FaultyStorage(inner)
    repository = Repository.open(storage, PASSWORD)
    with repository.lock(exclusive=False) as held:
        storage.faults.append(Fault("error", "save", "locks/", error=NetworkError))
        for _ in _seconds(10):
            if held._lost:
                break
        with pytest.raises(Busy):
            held.check()
        assert storage.struck["error"] > 2
    assert _locks(repository) == []


def test_one_lock_at_a_time(repository: Repository) -> None:
    """A second one from the same object would be a mistake in the program."""
    with repository.lock(exclusive=False), pytest.raises(Exception, match="already"):
        repository.lock(exclusive=False)
    repository.lock(exclusive=True).release()


@pytest.mark.parametrize("plain", [b"", b"{}", b"[]", b'{"time":"x","exclusive":true,"hostname":"","username":"","pid":1}'])
def test_what_is_no_lock_is_unreadable(plain: bytes) -> None:
    with pytest.raises(Exception, match="cannot be read"):
        decode_lock(plain)


def test_absurd_process_numbers_are_taken_as_alive() -> None:
    for pid in (-1, 0, 1, 10**30):
        assert lock_files._runs(pid, real_time.time())
