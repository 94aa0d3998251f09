"""K6 for a whole scheduled run: killed with -9 after each of its writes into the state, it goes on when its slot is started again.

The state is written before and after every step, so that these are all the places where two runs can differ in what they find.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from holdfast.app import Holdfast
from holdfast.secret import Secret
from holdfast.state import written_files
from holdfast.state.database import Database
from holdfast.state.schema import MIGRATIONS
from tests.core.app.conftest import PASSPHRASE, Scene
from tests.core.runs.test_scheduled_runs import left_open, restic, run
from tests.support.fakes.backup_copilot import FakeBackupCopilot
from tests.support.fakes.clocks import SimulatedClock

PROGRAM = """
import os, signal, sys
from contextlib import contextmanager
from pathlib import Path
from holdfast.app import Holdfast, drive
from holdfast.jobs.runner import InProcessRunner
from holdfast.secret import Secret
from holdfast.state.database import Database
from holdfast.worker import perform
from tests.core.runs.test_scheduled_runs import run

home, passphrase, folder, last = sys.argv[1:]
writes, whole = 0, Database.write

@contextmanager
def counted(self):
    global writes
    with whole(self) as connection:
        yield connection
    if self.path.name == "state.db":
        writes += 1
        if writes == int(last):
            os.kill(os.getpid(), signal.SIGKILL)

async def main():
    global writes
    async with Holdfast(Path(home), runner=InProcessRunner(perform), ask_passphrase=lambda _: Secret(passphrase)) as app:
        Database.write = counted
        end = await run(app, keep_in="disk", download=folder)
        assert end.outcome == "success", end.failure
    print(writes)

drive(main())
"""


@pytest.fixture
def site() -> Iterator[FakeBackupCopilot]:
    with FakeBackupCopilot(clock=SimulatedClock(datetime.now(UTC))) as site:
        site.takes = 0
        yield site


def prepare(scene: Scene, site: FakeBackupCopilot) -> None:
    scene.paths.settings.write_bytes(msgspec.json.encode({"poll_seconds": 0.05}))

    async def story(app: Holdfast) -> None:
        await app.storages.add("disk", str(scene.repository), Secret("repository password"))
        await app.sites.add("shop", system="backup-copilot", url=site.home, user="ada", secret=Secret("abcd efgh ijkl mnop qrst uvwx"))

    scene.run(story)


def begun(scene: Scene, folder: Path, last: int) -> subprocess.CompletedProcess[str]:
    """A program that is killed after its write number `last` (0: never)."""
    words = [sys.executable, "-c", PROGRAM, str(scene.home), PASSPHRASE.reveal(), str(folder), str(last)]
    return subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)


def killed_and_resumed(scene: Scene, site: FakeBackupCopilot, folder: Path, last: int) -> bool:
    """Whether it was killed at all; checks that nothing is missing and nothing there twice."""
    prepare(scene, site)
    first = begun(scene, folder, last)
    killed = first.returncode == -signal.SIGKILL
    assert killed or first.returncode == 0, first.stderr
    end: Any = scene.run(lambda app: run(app, keep_in="disk", download=str(folder))) if killed else None
    if end is not None:
        assert end.outcome == "success", (last, end.failure or end.warnings)
    assert left_open(scene) == ([], []), last
    assert len(site.asked("POST */backup/create")) == len(site.backups) == 1, last
    (made,) = site.backups.values()
    assert [one.read_bytes() for one in folder.iterdir()] == [made.archive.read_bytes()], (last, list(folder.iterdir()))
    judge = restic(scene)
    assert len(judge.snapshots()) == 1, last
    assert not list((scene.paths.cache / "incoming").glob("*/*/*")), last
    database = Database(scene.paths.database, MIGRATIONS)
    try:
        assert [one.path for one in written_files.written(database)] == [str(one) for one in folder.iterdir()]
    finally:
        database.close()
    return killed


@pytest.mark.parametrize("last", [1, 3, 5, 8, 10, 12, 14, 16, 23])
def test_k6_a_run_that_was_killed_goes_on(scene: Scene, site: FakeBackupCopilot, tmp_path: Path, last: int) -> None:
    """K6: asked for once, stored once, one file."""
    assert killed_and_resumed(scene, site, tmp_path / "files", last)


@pytest.mark.long
def test_k6_after_every_write(scene: Scene, tmp_path_factory: pytest.TempPathFactory) -> None:
    """K6: as above, until a run is through before it is killed."""
    last, killed = 0, True
    while killed:
        last += 1
        folder = tmp_path_factory.mktemp(f"killed-{last}")
        with FakeBackupCopilot(clock=SimulatedClock(datetime.now(UTC))) as site:
            site.takes = 0
            killed = killed_and_resumed(Scene(folder), site, folder / "files", last)
    assert last > 15
