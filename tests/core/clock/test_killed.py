"""K6: kill -9 of the program while a scheduled job is at work, with real processes."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from holdfast.records import Schedule
from holdfast.state.database import Database
from holdfast.state.entries import sites_of
from holdfast.state.schedules import schedules_of
from holdfast.state.schema import MIGRATIONS
from tests.support.terminal import HoldfastCommand


class Laptop:
    """A home with a site that takes a while, whose schedules are all due."""

    def __init__(self, folder: Path, megabytes: int) -> None:
        self.command = HoldfastCommand(folder / "home")
        site = folder / "site"
        site.mkdir()
        for number in range(megabytes):
            (site / f"{number}.bin").write_bytes(os.urandom(1 << 20))
        password = folder / "password"
        password.write_text("repository password\n")
        password.chmod(0o600)
        self.command("storage", "add", "disk", str(folder / "repository"), "--secret-file", str(password))
        added = self.command("site", "add", "shop", "--system", "folder", "--path", str(site), "--database", "none", "--storage", "disk")
        self.site_id = str(added.last.get("id") or added.last["site"]["id"])

    def plan(self, name: str) -> None:
        """One schedule alone, whose slot of today or yesterday is due."""
        database = Database(self.command.home / "state.db", MIGRATIONS)
        plans = schedules_of(database)
        for one in plans.all():
            plans.remove(one)
        long_ago = datetime.now(UTC) - timedelta(days=2)
        sites = sites_of(database)
        for site in sites.all():
            sites.put(msgspec.structs.replace(site, created_at=long_ago))
        plans.put(
            Schedule(id=f"plan-{name}", name=name, site=self.site_id, every="daily", at="00:00", created_at=long_ago, counts_from=long_ago)
        )
        database.close()

    def start(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            self.command.arguments("agent"),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=self.command.environment(),
            start_new_session=True,
        )

    def slots(self, name: str) -> list[tuple[str, str]]:
        database = Database(self.command.home / "state.db", MIGRATIONS)
        rows = database.read("SELECT state, reason FROM slots WHERE schedule = ? ORDER BY due_at", (f"plan-{name}",))
        database.close()
        return [(row[0], row[1]) for row in rows]

    def jobs(self) -> list[dict[str, Any]]:
        """The backups in the history, newest first."""
        found: list[dict[str, Any]] = self.command("activity", "list").last["items"]
        return [one for one in found if one["verb"] == "backup"]


def until(agent: subprocess.Popen[str], *wanted: str) -> dict[str, Any]:
    """Read what it tells until an event of this name."""
    assert agent.stdout is not None
    for line in agent.stdout:
        event: dict[str, Any] = json.loads(line)
        if event["event"] in wanted:
            return event
    raise AssertionError(f"the agent ended ({agent.wait()}) without telling {wanted}")


def one_round(laptop: Laptop, name: str, delay: float) -> str:
    """How the killed run is told."""
    laptop.plan(name)
    agent = laptop.start()
    until(agent, "started")
    time.sleep(delay)
    agent.send_signal(signal.SIGKILL)
    agent.wait()
    assert agent.stdout is not None
    agent.stdout.close()
    killed = laptop.jobs()[0]
    assert laptop.command("schedule", "show", name).last["enabled"] is True, "the schedule is intact"
    assert laptop.slots(name)[-1][0] in {"run", "late", "waiting"}

    again = laptop.start()
    finished = until(again, "finished") if killed["outcome"] == "abandoned" else None
    again.send_signal(signal.SIGTERM)
    assert again.wait(60) == 0
    assert again.stdout is not None
    again.stdout.close()
    newest = laptop.jobs()[0]
    if finished is not None:
        assert killed["failure"]["code"] == "INTERRUPTED"
        assert finished["outcome"] == "success", finished
        assert (newest["outcome"], newest["trigger"]) == ("success", "schedule")
        assert newest["id"] != killed["id"]
    assert laptop.slots(name)[-1] == ("late", ""), "decided once"
    return str(killed["outcome"])


def test_k6_killed_during_a_scheduled_job(tmp_path: Path) -> None:
    """Shown as interrupted, the schedule is intact, the run is tried again and goes well; SIGTERM ends the agent in order."""
    laptop = Laptop(tmp_path, 40)
    assert one_round(laptop, "one", 0.05) == "abandoned"


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_k6_killed_twenty_times(tmp_path: Path) -> None:
    """20 kills at chance moments of the job; afterwards every backup of the repository is whole."""
    laptop, chance = Laptop(tmp_path, 60), random.Random(6)
    told = [one_round(laptop, f"round{number}", chance.uniform(0, 1.5)) for number in range(20)]
    assert told.count("abandoned") >= 10, told
    assert set(told) <= {"abandoned", "success"}
    assert laptop.command("storage", "check", "disk", "--read-data", timeout=600).last["outcome"] == "success"
