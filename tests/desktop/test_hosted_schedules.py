"""The window's program runs what is due, unless it is told not to; another program of the home goes first."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from holdfast.records import Schedule
from holdfast.state.database import Database
from holdfast.state.entries import sites_of
from holdfast.state.schedules import schedules_of
from holdfast.state.schema import MIGRATIONS
from tests.support.screen import end_group
from tests.support.terminal import HoldfastCommand


def made_due(folder: Path) -> HoldfastCommand:
    """A home with a site whose backup of today is due."""
    command = HoldfastCommand(folder / "home")
    site = folder / "site"
    site.mkdir()
    (site / "index.html").write_text("hello")
    password = folder / "password"
    password.write_text("repository password\n")
    password.chmod(0o600)
    command("storage", "add", "disk", str(folder / "repository"), "--secret-file", str(password))
    command("site", "add", "shop", "--system", "folder", "--path", str(site), "--database", "none", "--storage", "disk")
    database = Database(command.home / "state.db", MIGRATIONS)
    long_ago = datetime.now(UTC) - timedelta(days=2)
    shop = sites_of(database).get("shop")
    sites_of(database).put(msgspec.structs.replace(shop, created_at=long_ago))
    schedules_of(database).put(
        Schedule(id="plan", name="plan", site=shop.id, every="daily", at="00:00", created_at=long_ago, counts_from=long_ago)
    )
    database.close()
    return command


@contextmanager
def window(command: HoldfastCommand, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    environment = {**command.environment(), "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(command.home.parent)}
    environment.pop("PYTHONWARNINGS")
    program = subprocess.Popen(
        [sys.executable, "-m", "holdfast_desktop", "--home", str(command.home), *words],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield program
    finally:
        end_group(program)


def triggers(command: HoldfastCommand) -> list[tuple[str, str]]:
    return [(one["trigger"], one["outcome"]) for one in command("activity", "list").last["items"] if one["verb"] == "backup"]


def until(true: Callable[[], bool], seconds: float = 90) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.3)


def test_what_is_due_runs_while_the_window_is_open(tmp_path: Path) -> None:
    command = made_due(tmp_path)
    with window(command) as program:
        until(lambda: triggers(command) == [("schedule", "success")])
        refused = command("schedule", "run-due", expect=6)
        assert refused.last["failure"]["code"] == "HOME-LOCKED" and str(program.pid) in refused.last["failure"]["message"]
        program.send_signal(signal.SIGTERM)
        assert program.wait(60) == 0
    assert command("schedule", "run-due").last["result"] == {"sites": []}


def test_no_schedules_starts_nothing(tmp_path: Path) -> None:
    command = made_due(tmp_path)
    with window(command, "--no-schedules") as program:
        time.sleep(4)
        assert triggers(command) == []
        assert program.poll() is None
        ran = command("schedule", "run-due")
        assert [one["outcome"] for one in ran.last["result"]["sites"]] == ["success"]
        os.kill(program.pid, signal.SIGTERM)
        assert program.wait(60) == 0
