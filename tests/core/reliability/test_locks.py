"""L3 and L4 with real processes: killed, on "another computer" (a host name of its own), with other clocks, frozen for half an hour.

The clock of a process is libfaketime's; its steady clock stays the real one, as when a computer sleeps.
"""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from holdfast.engine.archiver import ArchiveOptions, archive
from holdfast.errors import Busy
from holdfast.repository.repository import Repository
from holdfast.secret import Secret
from holdfast.sources.folder import FolderSource
from holdfast.storage.base import StorageAddress
from holdfast.storage.local import LocalStorage
from tests.support.engine_process import PASSWORD, EngineProcess
from tests.support.repositories import QUICK
from tests.support.restic import Restic
from tests.support.site_folder import make_files


@pytest.fixture
def place(tmp_path: Path) -> Path:
    Repository.create(LocalStorage(tmp_path / "repository"), Secret(PASSWORD), kdf=QUICK)
    return tmp_path / "repository"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return make_files(tmp_path / "site", files=20, large=100_000)


def locks(place: Path) -> list[str]:
    return [path.name for path in (place / "locks").iterdir() if len(path.name) == 64]


def clock(folder: Path, shift: str) -> dict[str, str]:
    """The environment of a process whose wall clock is `shift` away; `turn_clock` moves it while it runs."""
    (library,) = Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1")
    turn_clock(folder, shift)
    return {
        "LD_PRELOAD": str(library),
        "FAKETIME_TIMESTAMP_FILE": str(folder / "clock"),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "DONT_FAKE_MONOTONIC": "1",
        "FAKETIME_DONT_RESET": "1",
    }


def turn_clock(folder: Path, shift: str) -> None:
    new = folder / "clock-new"
    new.write_text(shift + "\n")
    new.replace(folder / "clock")


def crashed_holder(place: Path, folder: Path, shift: str, *, elsewhere: bool) -> str:
    """A process that held an exclusive lock `shift` ago and was killed; the lock's name."""
    prefix = ("unshare", "--uts", "sh", "-c", 'hostname elsewhere && exec "$@"', "sh") if elsewhere else ()
    holder = EngineProcess(LocalStorage(place).address(), "hold", prefix=prefix, environment=clock(folder, shift), exclusive=True)
    while not locks(place):
        assert holder.process.poll() is None, holder.result()
        time.sleep(0.01)
    holder.kill()
    holder.result()
    (name,) = locks(place)
    return name


def back_up(place: Path, site: Path) -> None:
    repository = Repository.open(LocalStorage(place), Secret(PASSWORD))
    archive(repository, [FolderSource(site)], ArchiveOptions(hostname="host", helpers=0))


def test_l3_a_lock_of_a_killed_process_of_this_computer_is_no_obstacle(place: Path, site: Path, tmp_path: Path) -> None:
    """L3, first variant: removed, however young."""
    crashed_holder(place, tmp_path, "+0", elsewhere=False)
    back_up(place, site)
    assert locks(place) == []
    Restic(place, PASSWORD, tmp_path / "restic").check()


def test_l3_an_old_lock_of_another_computer_is_asked_about(place: Path, site: Path, tmp_path: Path) -> None:
    """L3, second variant, 31 minutes: nothing is removed by itself; the error names host, age and the command that removes it."""
    lock = crashed_holder(place, tmp_path, "-31m", elsewhere=True)
    with pytest.raises(Busy) as caught:
        back_up(place, site)
    assert (caught.value.code, caught.value.retryable) == ("LOCK-STALE", False)
    assert "elsewhere" in caught.value.message
    assert "31 minutes" in caught.value.hint
    assert "storage unlock" in caught.value.hint
    assert locks(place) == [lock]


def test_l3_a_young_lock_of_another_computer_refuses(place: Path, site: Path, tmp_path: Path) -> None:
    """L3, third variant, 5 minutes."""
    lock = crashed_holder(place, tmp_path, "-5m", elsewhere=True)
    with pytest.raises(Busy) as caught:
        back_up(place, site)
    assert (caught.value.code, caught.value.retryable) == ("REPO-LOCKED", True)
    assert locks(place) == [lock]
    assert Repository.open(LocalStorage(place), Secret(PASSWORD)).snapshots() == []


@pytest.mark.parametrize("gone", [True, False], ids=["unlocked", "left"])
def test_l4_a_backup_that_slept_half_an_hour_stops(place: Path, tmp_path: Path, gone: bool) -> None:
    """L4: frozen for 31 minutes in mid-backup, its lock removed by another or still there: no snapshot, and the reason is told."""
    source = make_files(tmp_path / "source", files=1, large=24_000_000)
    address = StorageAddress(str(place), {"limit_upload": 30_000_000})
    process = EngineProcess(address, "backup", source=str(source), helpers=0, environment=clock(tmp_path, "+0"))
    while not any(path.is_file() for path in (place / "data").rglob("*")):
        assert process.process.poll() is None, process.result()
        time.sleep(0.01)
    os.kill(process.process.pid, signal.SIGSTOP)
    turn_clock(tmp_path, "+31m")
    if gone:
        Restic(place, PASSWORD, tmp_path / "restic").run("unlock", "--remove-all")
    os.kill(process.process.pid, signal.SIGCONT)
    result = process.result()
    assert (result["outcome"], result["code"]) == ("failed", "LOCK-LOST")
    repository = Repository.open(LocalStorage(place), Secret(PASSWORD))
    assert repository.snapshots() == []
    assert locks(place) == []
    back_up(place, source)
    Restic(place, PASSWORD, tmp_path / "restic").check()
