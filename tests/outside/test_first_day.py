"""A first day with the program, as a person would: add sites, back up, look, download, restore, pause, quit, start again."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.end_to_end.test_api_sites import time_passing
from tests.support.assistive import ENABLED, Thing
from tests.support.fakes.backup_copilot import FakeBackupCopilot
from tests.support.fakes.clocks import SimulatedClock
from tests.support.fakes.general_bots import FakeGeneralBots
from tests.support.fakes.safeguard import FakeSafeGuard
from tests.support.fakes.server import FakeServer
from tests.support.fakes.wp_engine import FakeWPEngine
from tests.support.session import Session

PASSWORD = "abcd efgh ijkl mnop qrst uvwx"


def enabled(on: Session, name: str) -> Thing:
    """The control under this name, once it can be used."""
    return on.eyes.until(lambda: next((one for one in on.eyes.all(name) if one.has(ENABLED)), None), f"{name} cannot be used")


def choose(on: Session, name: str, words: str) -> None:
    """The entry of a combo box that has these words: opened, and clicked where it lies (AT-SPI cannot choose it)."""

    def entry() -> Thing | None:
        shown = (thing for program in on.eyes.programs() for thing in program.walk() if thing.role() == "list item")
        return next((thing for thing in shown if words.casefold() in thing.name().casefold()), None)

    if words.casefold() in enabled(on, name).name().casefold():
        return
    enabled(on, name).press()
    found = on.eyes.until(entry, f"{name} has no {words}")
    time.sleep(0.5)  # a list that has just come takes no click
    on.screen.click(*found.middle())
    on.eyes.until(lambda: words.casefold() in on.eyes.one(name).name().casefold(), f"{name} did not take {words}")


def forward(on: Session, until: str) -> None:
    """Continue in the wizard, until a control with this name shows."""
    enabled(on, "wizardNext").press()
    on.eyes.one(until)


def add_folder(on: Session, folder: str) -> None:
    """The very first site: a folder, a storage that is made on the way, the recovery kit seen."""
    on.eyes.one("overviewEmptyButton").press()
    on.eyes.one("wizardAddress").write(folder)
    on.eyes.until(lambda: "ound" in on.eyes.one("wizardSystem").name(), "the folder was not looked at")
    forward(on, "wizardStorage")
    enabled(on, "wizardPath").write(str(on.folder / "Backups"))
    forward(on, "wizardSchedule")
    forward(on, "wizardReview")
    enabled(on, "recoveryKept").press()
    enabled(on, "wizardFinish").press()


def add_address(on: Session, address: str, way: str, user: str, secret: str, name: str) -> None:
    """A site with a service of its own."""
    on.eyes.one("overviewEmptyButton").press()
    on.eyes.one("wizardAddress").write(address)
    enabled(on, "wizardNext").press()  # Find
    on.eyes.until(lambda: on.eyes.one("wizardNext").name() == "Continue", "nothing was found there")
    forward(on, "wizardWay")
    choose(on, "wizardWay", way)
    if user:
        on.eyes.one("wizardUser").write(user)
    on.eyes.one("wizardSecret").write(secret)
    forward(on, "wizardStorage")
    on.eyes.one("wizardName").write(name)
    choose(on, "wizardStorage", "on the site")
    forward(on, "wizardSchedule")
    forward(on, "wizardReview")
    enabled(on, "wizardFinish").press()


def backups(on: Session, site: str) -> list[Any]:
    """What the terminal lists; nothing while the site is not there yet."""
    told = on.terminal("backup", "list", site, expect=None)[-1]
    found: list[Any] = told.get("items", [])
    return found


def test_a_folder_from_the_empty_window_to_the_restored_file(desk: Session) -> None:
    """The window opens empty; a site is added, backed up, looked into, restored live; paused from the tray, left, started again."""
    site = desk.folder / "shop"
    (site / "uploads").mkdir(parents=True)
    (site / "index.html").write_text("the first words")
    (site / "uploads" / "photo.jpg").write_bytes(os.urandom(300_000))
    program = desk.start("--show")
    add_folder(desk, str(site))
    desk.eyes.until(lambda: "safe" in desk.eyes.one("verdictTitle").name(), "the first backup was not made")
    assert [one["every"] for one in desk.terminal("schedule", "list")[-1]["items"]] == ["daily"]

    desk.eyes.one("navBackups").press()
    desk.eyes.until(lambda: "index.html" in desk.eyes.one("fileTree").texts(), "the files of the backup do not show")
    (site / "index.html").write_text("what a mistake")
    enabled(desk, "backupRestore").press()
    for _ in range(2):
        enabled(desk, "restoreNext").press()
    enabled(desk, "restoreToLive").press()
    enabled(desk, "restoreNext").press()
    desk.eyes.one("restorePreview")
    enabled(desk, "restoreNext").press()
    desk.eyes.one("restoreHostName").write("shop")
    enabled(desk, "restoreStart").press()
    desk.eyes.until(lambda: (site / "index.html").read_text() == "the first words", "the site was not restored")
    desk.eyes.until(lambda: len(backups(desk, "shop")) == 2, "no safety backup was made")

    tray = desk.tray()
    tray.choose("Pause", "Until tomorrow")
    desk.eyes.until(lambda: "Paused" in tray.tooltip(), "the tray does not say that all is paused")
    tray.choose("Quit")
    assert program.wait(30) == 0
    tray.close()
    again = desk.start("--show")
    desk.eyes.one("navOverview").press()
    desk.eyes.until(lambda: "aused" in " ".join(desk.eyes.one("mainWindow").texts()), "the pause was forgotten")
    desk.screen.keys("ctrl+q")
    with contextlib.suppress(Exception):
        again.wait(15)
    assert again.poll() == 0


SERVICES: dict[str, tuple[type[FakeServer], str, str, str]] = {
    "backup-copilot": (FakeBackupCopilot, "application password", "ada", PASSWORD),
    "safeguard": (FakeSafeGuard, "application password", "root", PASSWORD),
    "general-bots": (FakeGeneralBots, "key", "", "gb_admin"),
}


@contextmanager
def served(system: str) -> Iterator[tuple[str, FakeServer]]:
    """(address, server) of a fake whose clock runs fast."""
    with SERVICES[system][0](clock=SimulatedClock(datetime.now(UTC))) as server, time_passing(server, 60):
        yield getattr(server, "home", server.url), server


@pytest.mark.parametrize("system", SERVICES)
def test_a_site_with_a_service(desk: Session, system: str) -> None:
    """Found behind its address, signed in to, backed up there by the wizard's last tick, listed in the window."""
    _, way, user, secret = SERVICES[system]
    with served(system) as (address, _server):
        desk.terminal("settings", "set", "poll_seconds", "0.25")
        desk.start("--show", "--no-schedules")
        add_address(desk, address, way, user, secret, "hosted")
        desk.eyes.until(lambda: [one["status"] for one in backups(desk, "hosted")] == ["completed"], "no backup on the site", 90)
        desk.eyes.one("navBackups").press()
        desk.eyes.until(lambda: any("hosted" in text for text in desk.eyes.one("backupsTable").texts()), "the backup is not listed")


@pytest.mark.long
def test_the_sites_of_an_account(desk: Session) -> None:
    """WP Engine asks for patience between calls: a minute."""
    with FakeWPEngine(clock=SimulatedClock(datetime.now(UTC))) as server, time_passing(server, 60):
        desk.terminal("settings", "set", "poll_seconds", "0.25")
        secret = desk.folder / "secret"
        secret.write_text("api-password")
        desk.terminal(
            "account", "add", "host", "--system", "wp-engine", "--user", "api-user", "--secret-file", str(secret), "--url", server.base
        )
        desk.start("--show", "--no-schedules")
        desk.eyes.one("overviewEmptyButton").press()
        enabled(desk, "wizardWpEngine").press()
        choose(desk, "wizardWay", "host")
        forward(desk, "wizardInstallsAll")
        enabled(desk, "wizardInstallsAll").press()
        enabled(desk, "wizardEmails").write("mira@b.example")
        forward(desk, "wizardStorage")
        choose(desk, "wizardStorage", "on the site")
        forward(desk, "wizardSchedule")
        forward(desk, "wizardReview")
        enabled(desk, "wizardFinish").press()
        desk.eyes.until(lambda: len(server.backups) == 2, "no backups were asked for", 120)
