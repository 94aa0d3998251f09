"""T1, T3 and T4 with the real program under libfaketime: a laptop that sleeps, is off, or has a clock that is wrong.

The steady clock stays the real one, as when a computer sleeps.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

import pytest

from holdfast.app import Holdfast
from holdfast.app.conditions import Conditions
from holdfast.engine.archiver import ArchiveOptions, archive
from holdfast.records import Schedule, Site
from holdfast.repository.repository import Repository
from holdfast.secret import Secret
from holdfast.sources.folder import FolderSource
from holdfast.state.schedules import Decision
from holdfast.storage.base import StorageAddress
from holdfast.storage.local import LocalStorage
from tests.core.app.conftest import PASSPHRASE, REPOSITORY, Scene, ready, scene
from tests.core.reliability.test_locks import clock, turn_clock
from tests.support.engine_process import PASSWORD, EngineProcess
from tests.support.repositories import QUICK
from tests.support.restic import Restic
from tests.support.s3_server import MOTO_KEYS, moto_server
from tests.support.site_folder import make_files

__all__ = ["ready", "scene"]


def environment(scene: Scene, shift: str) -> dict[str, str]:
    passphrase = scene.folder / "passphrase"
    passphrase.write_text(PASSPHRASE.reveal())
    passphrase.chmod(0o600)
    return {**os.environ, "TZ": "UTC", "HOLDFAST_VAULT_PASSPHRASE_FILE": str(passphrase), **clock(scene.folder, shift)}


class Agent:
    """`holdfast agent` on a clock that `turn_clock` moves."""

    def __init__(self, scene: Scene, shift: str) -> None:
        command = [sys.executable, "-m", "holdfast", "--home", str(scene.home), "--json", "agent"]
        self.process = subprocess.Popen(command, env=environment(scene, shift), cwd=REPOSITORY, stdout=subprocess.PIPE, text=True)
        self._lines: SimpleQueue[dict[str, Any]] = SimpleQueue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(json.loads(line))

    def event(self, name: str, seconds: float, verb: str = "backup") -> dict[str, Any] | None:
        """The next event of this name about this verb (drills come by themselves afterwards); None when there is none in time."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            try:
                told = self._lines.get(timeout=left)
            except Empty:
                return None
            if told.get("event") == name and told.get("verb", verb) == verb:
                return told
        return None

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(60)
        assert self.process.stdout is not None
        self.process.stdout.close()


@contextmanager
def agent(scene: Scene, shift: str) -> Iterator[Agent]:
    running = Agent(scene, shift)
    try:
        yield running
    finally:
        running.stop()


def decisions(scene: Scene) -> list[Decision]:
    async def read(app: Holdfast) -> list[Decision]:
        site = (await app.sites.show("shop")).id
        return app._home.slots.of(site, datetime(2000, 1, 1, tzinfo=UTC))

    found: list[Decision] = scene.run(read)
    return found


def test_t3_asleep_over_a_due_time_and_off_for_three_days(ready: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """T3: the run begins within a minute after waking, once, and is shown as late; after three days off one run stands for all."""
    monkeypatch.setenv("TZ", "UTC")
    due = datetime.now(UTC) + timedelta(hours=2)

    async def plan(app: Holdfast) -> None:
        await app.schedules.add("shop", every="daily", at=f"{due:%H:%M}")

    ready.run(plan)
    with agent(ready, "+0") as asleep:
        assert asleep.event("started", 5) is None
        turn_clock(ready.folder, "+5h")
        assert asleep.event("started", 60) is not None
        finished = asleep.event("finished", 60)
        assert finished is not None
        assert finished["outcome"] == "success"
        assert asleep.event("started", 2) is None
    assert [(one.slot.key, one.state) for one in decisions(ready)] == [(f"{due:%Y-%m-%dT%H:%M}", "late")]
    with agent(ready, "+77h") as back:
        assert back.event("started", 60) is not None
        assert back.event("finished", 60) is not None
    told = {one.slot.key: one.state for one in decisions(ready)}
    days = [f"{due + timedelta(days=n):%Y-%m-%dT%H:%M}" for n in range(4)]
    assert told == {days[0]: "late", days[1]: "skipped", days[2]: "skipped", days[3]: "late"}


def command(scene: Scene, shift: str, *words: str) -> tuple[int, dict[str, Any]]:
    """One command of the terminal at another time; its exit code and last document."""
    line = [sys.executable, "-m", "holdfast", "--home", str(scene.home), "--json", *words]
    ran = subprocess.run(line, env=environment(scene, shift), cwd=REPOSITORY, capture_output=True, text=True, timeout=300, check=False)
    lines = [text for text in ran.stdout.splitlines() if text]
    assert lines, ran.stderr
    last: dict[str, Any] = json.loads(lines[-1])
    return ran.returncode, last


@pytest.mark.parametrize("shift", ["+2h", pytest.param("-2h", marks=pytest.mark.long)])
def test_t4_a_server_with_another_clock(scene: Scene, shift: str) -> None:
    """T4: two hours apart: backups, forget and prune work, what is pruned is decided without the server's times, and doctor says so."""
    with moto_server() as url:
        import boto3

        boto3.client(
            "s3", endpoint_url=url, aws_access_key_id="testing", aws_secret_access_key="testing", region_name="us-east-1"
        ).create_bucket(Bucket="backups")

        async def set_up(app: Holdfast) -> None:
            options = {"access_key": MOTO_KEYS[0], "path_style": True}
            await app.storages.add(
                "cloud",
                f"s3:{url}/backups/shop",
                Secret("repository password"),
                options=options,
                secrets={"access_secret": Secret(MOTO_KEYS[1])},
            )
            await app.sites.add("shop", path=scene.site, database="none", storage="cloud")
            await (await app.backups.create(["shop"])).value()

        scene.run(set_up)
        (scene.site / "more.bin").write_bytes(os.urandom(50_000))
        code, made = command(scene, shift, "backup", "create", "shop")
        assert (code, made["outcome"]) == (0, "success")
        code, _ = command(scene, shift, "backup", "forget", "shop", "--keep-last", "1", "--yes")
        assert code == 0
        code, pruned = command(scene, shift, "storage", "prune", "cloud")
        assert (code, pruned["outcome"]) == (0, "success")
        code, checked = command(scene, shift, "storage", "check", "cloud", "--read-data")
        assert (code, checked["outcome"]) == (0, "success")
        _, told = command(scene, shift, "doctor")
        clocks = [one for one in told.get("findings", told.get("items", ())) if one["check"] == "clock"]
        assert [one["outcome"] for one in clocks] == ["failed"]
        assert "clock" in clocks[0]["message"]

    async def left(app: Holdfast) -> int:
        return len((await app.backups.list("shop", refresh=False)).items)

    assert scene.run(left) == 1


def test_t1_conditions_ask_the_wall_clock_for_a_pause(ready: Scene) -> None:
    """T1: a pause ends at a moment of the wall clock; one set while the clock was ahead is over when anybody ends it."""

    async def story(app: Holdfast) -> None:
        until = datetime.now(UTC) + timedelta(hours=4)
        await app.schedules.pause(until=until)
        site: Site = app._home.sites.get("shop")
        schedule = Schedule(id="s", name="s", site=site.id, every="daily")
        conditions = Conditions(app._home)
        before = await conditions.unmet(site, schedule, now=until - timedelta(seconds=1))
        after = await conditions.unmet(site, schedule, now=until + timedelta(seconds=1))
        assert "PAUSED" in [reason.code for reason in before]
        assert "PAUSED" not in [reason.code for reason in after]

    ready.run(story)


@pytest.mark.parametrize("jump", ["+1h", "-1h", "+1d", "-1d", "@1970-01-02 00:00:00", "@2038-01-20 00:00:00"])
def test_t1_the_clock_jumps_in_the_middle_of_a_backup(tmp_path: Path, jump: str) -> None:
    """T1: it ends as a whole backup with the time at which it began, or stops and says why (its lock may have been lost meanwhile); no lock
    stays, and the next run is there once."""
    place = tmp_path / "repository"
    Repository.create(LocalStorage(place), Secret(PASSWORD), kdf=QUICK)
    source = make_files(tmp_path / "source", files=1, large=24_000_000)
    began = datetime.now(UTC)
    address = StorageAddress(str(place), {"limit_upload": 30_000_000})
    process = EngineProcess(address, "backup", source=str(source), helpers=0, environment=clock(tmp_path, "+0"))
    while not any(path.is_file() for path in (place / "data").rglob("*")):
        assert process.process.poll() is None, process.result()
        time.sleep(0.01)
    turn_clock(tmp_path, jump)
    result = process.result()
    repository = Repository.open(LocalStorage(place), Secret(PASSWORD))
    times = [one.when for one in repository.snapshots()]
    if result["outcome"] == "failed":
        assert (result["code"], times) == ("LOCK-LOST", [])
    else:
        assert len(times) == 1
        assert abs(times[0] - began) < timedelta(minutes=10)
    assert [path for path in (place / "locks").iterdir() if len(path.name) == 64] == []
    archive(repository, [FolderSource(source)], ArchiveOptions(hostname="host", helpers=0))
    Restic(place, PASSWORD, tmp_path / "restic").check()
    assert len(Repository.open(LocalStorage(place), Secret(PASSWORD)).snapshots()) == len(times) + 1
