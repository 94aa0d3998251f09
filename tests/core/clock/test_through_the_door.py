"""The clock with everything real behind it: repositories, workers, the terminal."""

from __future__ import annotations

import signal
import socket
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from holdfast.app.clock_elsewhere import OtherComputers, made_of
from holdfast.records import Backup, Schedule
from holdfast.scheduling import Slot
from holdfast.state.database import Database
from holdfast.state.entries import sites_of
from holdfast.state.schedules import schedules_of
from holdfast.state.schema import MIGRATIONS
from tests.support.strict_s3 import StrictS3
from tests.support.terminal import HoldfastCommand

LONG_AGO = datetime.now(UTC) - timedelta(days=2)


class Office:
    """A home with a storage; sites whose backup of today is due."""

    def __init__(self, folder: Path, location: str = "", *more: str) -> None:
        self.folder = folder
        self.command = HoldfastCommand(folder / "home")
        password = self.secret("password", "repository password")
        self.command("storage", "add", "disk", location or str(folder / "repository"), "--secret-file", password, *more)

    def secret(self, name: str, text: str) -> str:
        """A file that holds it."""
        file = self.folder / name
        file.write_text(text + "\n")
        file.chmod(0o600)
        return str(file)

    def site(self, name: str, *, there: bool = True) -> str:
        path = self.folder / name
        path.mkdir(exist_ok=True)
        (path / "index.html").write_text(name)
        self.command("site", "add", name, "--system", "folder", "--path", str(path), "--database", "none", "--storage", "disk")
        if not there:
            path.rename(path.with_name(name + "-moved"))
        return self.made_due(name)

    def made_due(self, name: str) -> str:
        database = Database(self.command.home / "state.db", MIGRATIONS)
        site = sites_of(database).get(name)
        sites_of(database).put(msgspec.structs.replace(site, created_at=LONG_AGO))
        schedules_of(database).put(
            Schedule(id=f"plan-{name}", name=name, site=site.id, every="daily", at="00:00", created_at=LONG_AGO, counts_from=LONG_AGO)
        )
        database.close()
        return site.id

    def forget_slots(self) -> None:
        """As if another day had begun."""
        database = Database(self.command.home / "state.db", MIGRATIONS)
        with database.write() as connection:
            connection.execute("DELETE FROM slots")
        database.close()

    def slots(self) -> list[tuple[str, str, str]]:
        database = Database(self.command.home / "state.db", MIGRATIONS)
        rows = database.read("SELECT schedule, state, reason FROM slots WHERE key LIKE ?", (f"{datetime.now().astimezone():%Y-%m-%d}%",))
        database.close()
        return [(row[0], row[1], row[2]) for row in rows]


def test_run_due_tells_each_site_and_all_of_them(tmp_path: Path) -> None:
    """3 when some failed, 0 when nothing is left to do; one bad site stops no other."""
    office = Office(tmp_path)
    office.site("good")
    office.site("gone", there=False)
    ran = office.command("schedule", "run-due", expect=3)
    assert {one["site"]: one["outcome"] for one in ran.last["result"]["sites"]} == {"good": "success", "gone": "failed"}
    assert ran.last["outcome"] == "warning"
    rows = {schedule: (state, reason) for schedule, state, reason in office.slots()}
    assert rows["plan-good"] == ("late", "")
    assert rows["plan-gone"][0] in {"waiting", "late"} and rows["plan-gone"][1]
    again = office.command("schedule", "run-due")
    assert again.last["result"] == {"sites": []}


def test_a_locked_vault_is_missed_and_not_failed(tmp_path: Path) -> None:
    """Nobody is there to type the passphrase; with it the same slot runs."""
    office = Office(tmp_path)
    office.site("shop")
    environment = {k: v for k, v in office.command.environment().items() if k != "HOLDFAST_VAULT_PASSPHRASE_FILE"}
    words = office.command.arguments("schedule", "run-due")
    done = subprocess.run(words, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120, check=False)
    ((_, state, reason),) = office.slots()
    assert (state, reason) == ("waiting", "KEY-LOCKED"), done.stdout
    assert all(one["outcome"] == "missed" for one in office.command("activity", "list").last["items"] if one["trigger"] == "schedule")
    database = Database(office.command.home / "state.db", MIGRATIONS)
    with database.write() as connection:
        connection.execute("UPDATE slots SET details = '{}' WHERE state = 'waiting'")  # the five minutes are over
    database.close()
    assert [one["outcome"] for one in office.command("schedule", "run-due").last["result"]["sites"]] == ["success"]


def test_the_agent_says_what_it_does_and_a_second_one_who_holds_the_home(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.site("shop")
    agent = subprocess.Popen(
        office.command.arguments("agent", as_json=False), env=office.command.environment(), stdout=subprocess.PIPE, text=True
    )
    assert agent.stdout is not None
    try:
        told = []
        for line in agent.stdout:
            told.append(line)
            if line.rstrip().endswith("shop: done"):
                break
        assert any(line.rstrip().endswith("shop: backup begins") for line in told)
        second = office.command("agent", expect=6)
        assert second.last["failure"]["code"] == "HOME-LOCKED"
        assert str(agent.pid) in second.last["failure"]["message"]
    finally:
        agent.send_signal(signal.SIGTERM)
        assert agent.wait(60) == 0
        agent.stdout.close()


def test_s3_a_revoked_key_holds_the_schedule_after_three_runs(tmp_path: Path) -> None:
    """S3: each run says what to do, once; the fourth is not begun; a key that works again and `schedule resume` let it go on."""
    with StrictS3() as s3:
        s3.keys = {"AKKEY": "the right secret"}
        s3.bucket("backups")
        (tmp_path / "key").write_text("the right secret")
        (tmp_path / "key").chmod(0o600)
        keys = ("--access-key", "AKKEY", "--access-secret-file", str(tmp_path / "key"), "--path-style")
        office = Office(tmp_path, f"s3:{s3.url}/backups", *keys)
        command = office.command
        office.site("shop")
        s3.keys = {}
        for _ in range(3):
            failed = command("schedule", "run-due", expect=None).last
            (end,) = failed["result"]["sites"]
            assert end["failure"]["kind"] in {"auth", "forbidden"} and end["failure"]["hint"], end
            assert command("schedule", "run-due").last["result"] == {"sites": []}, "not tried again"
            office.forget_slots()
        assert command("schedule", "run-due").last["result"] == {"sites": []}
        assert office.slots()[-1][1:] == ("waiting", "REFUSED")
        s3.keys = {"AKKEY": "the right secret"}
        command("schedule", "resume")
        assert [one["outcome"] for one in command("schedule", "run-due").last["result"]["sites"]] == ["success"]


@pytest.mark.parametrize("theirs_is_newer", [True, False])
def test_a_backup_by_another_computer_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, theirs_is_newer: bool) -> None:
    """The catalogue is brought up to date from the shared repository; only what ended after the slot was due counts."""
    import asyncio

    from holdfast.app.home import Home
    from holdfast.jobs.runner import InProcessRunner
    from holdfast.secret import Secret
    from holdfast.worker import perform

    office = Office(tmp_path)
    site_id = office.site("shop")
    office.command("backup", "create", "shop")
    monkeypatch.setattr(socket, "gethostname", lambda: "the-other-laptop")
    due = datetime.now(UTC) + timedelta(minutes=-5 if theirs_is_newer else 5)

    async def ask() -> str:
        home = Home(office.command.home, InProcessRunner(perform), lambda _: Secret("correct horse battery staple"))
        await home.open()
        try:
            site = home.sites.get("shop")
            found = await OtherComputers(home)(site, Schedule("plan-shop", "plan"), Slot("plan-shop", site_id, "today", due))
            return "" if found is None else f"{found.code} {found.details['backup'] != ''}"
        finally:
            await home.close()

    assert asyncio.run(ask()) == ("BACKED-UP-ELSEWHERE True" if theirs_is_newer else "")


@pytest.mark.parametrize(
    ("theirs", "metadata", "ours", "counts"),
    [
        ("incremental", {}, "", True),
        ("full", {}, "database", True),
        ("database", {}, "database", True),
        ("database", {}, "", False),
        ("files", {}, "full", False),
        ("files", {}, "database", False),
        ("incremental", {"safety": "1"}, "", False),
    ],
)
def test_half_a_backup_by_another_computer_stands_for_no_whole_one(theirs: str, metadata: dict[str, str], ours: str, counts: bool) -> None:
    made = Backup(id="theirs", site="shop", type=theirs, created_at=LONG_AGO + timedelta(hours=1), metadata=metadata)
    found = made_of([made], Slot("plan", "shop", "then", LONG_AGO), ours)
    assert (found is not None) == counts
