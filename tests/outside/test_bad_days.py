"""What a bad day does to the running program: killed, its workers killed, its password store locked or gone; and the tray in between."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import threading
import time
from pathlib import Path

import pytest

from tests.support.session import Session

HOSTILE = "\u202e<b>Shop gpj.exe \x1b[31m"


@pytest.fixture
def ready(desk: Session) -> Session:
    """One site with a first backup; the storage's passphrase is in the real keyring."""
    site = desk.folder / "site"
    site.mkdir()
    for number in range(200):
        (site / f"page-{number}.html").write_bytes(os.urandom(20_000))
    desk.terminal("storage", "add", "disk", str(desk.folder / "backups"))
    desk.terminal("site", "add", "shop", "--path", str(site), "--storage", "disk")
    desk.terminal("backup", "create", "shop")
    return desk


def verdict(on: Session) -> str:
    return on.eyes.one("verdictTitle").name()


def backups(on: Session) -> int:
    return len(on.terminal("backup", "list", "shop")[-1]["items"])


def reads(film: Path, of: subprocess.Popen[bytes]) -> int | None:
    """The process that `of` has started and that has `film` open."""
    with contextlib.suppress(OSError):  # what was looked at has ended meanwhile: the next look is a moment away
        for tasks in Path(f"/proc/{of.pid}/task").glob("*/children"):
            for pid in tasks.read_text().split():
                if any(os.readlink(one) == str(film) for one in Path(f"/proc/{pid}/fd").iterdir()):
                    return int(pid)
    return None


def stop_a_new_worker(on: Session, program: subprocess.Popen[bytes]) -> int:
    """Ask for a backup and stop the process that makes it in the middle of a large file; its number."""
    film = on.folder / "site" / "film.mp4"
    film.write_bytes(os.urandom(150_000_000))
    stopped: list[int] = []

    def watch() -> None:
        end = time.monotonic() + 60
        while not stopped and time.monotonic() < end:
            if worker := reads(film, program):
                os.kill(worker, signal.SIGSTOP)
                stopped.append(worker)
            time.sleep(0.001)

    watching = threading.Thread(target=watch)
    watching.start()
    on.eyes.one("backUpAll").press()
    watching.join()
    assert stopped, "no worker has read the film"
    return stopped[0]


def test_k6_killed_during_a_job(ready: Session) -> None:
    """kill -9 of the program: the run is shown as interrupted, the schedule is there, and the next backup is whole."""
    ready.terminal("schedule", "add", "shop", "--every", "weekly")
    program = ready.start("--show", "--no-schedules")
    ready.eyes.one("siteRows")
    worker = stop_a_new_worker(ready, program)
    program.kill()
    program.wait(10)
    os.kill(worker, signal.SIGCONT)
    again = ready.start("--show", "--no-schedules")
    ready.eyes.one("navActivity").press()
    table = ready.eyes.one("activityTable")
    ready.eyes.until(lambda: any("nterrupted" in text for text in table.texts()), "the run is not shown as interrupted")
    ready.eyes.one("navOverview").press()
    ready.eyes.one("backUpAll").press()
    ready.eyes.until(lambda: backups(ready) >= 2 and "safe" in verdict(ready), "no backup after the crash")
    assert len(ready.terminal("schedule", "list")[-1]["items"]) == 1
    assert ready.terminal("storage", "check", "disk", "--read-data")[-1]["outcome"] == "success"
    again.terminate()
    assert again.wait(30) == 0


def test_a_worker_that_is_killed_takes_nothing_with_it(ready: Session) -> None:
    program = ready.start("--show", "--no-schedules")
    ready.eyes.one("siteRows")
    os.kill(stop_a_new_worker(ready, program), signal.SIGKILL)
    ready.eyes.until(lambda: "safe" not in verdict(ready), "the failure is not shown")
    assert program.poll() is None
    ready.eyes.one("backUpAll").press()
    ready.eyes.until(lambda: backups(ready) == 2 and "safe" in verdict(ready), "no backup after the crash")


def test_x1_a_locked_keyring_is_shown_and_everything_else_goes_on(ready: Session) -> None:
    """Locked and killed under the running program: it says so, its pages open, and after the next log-in the backup is made."""
    ready.keyring.lock()
    ready.start("--show", "--no-schedules")
    ready.eyes.one("siteRows")
    ready.eyes.one("backUpAll").press()
    ready.eyes.until(lambda: any("nlock" in text for text in ready.eyes.one("mainWindow").texts()), "nothing offers to unlock")
    for page in ("navBackups", "navActivity", "navStorage", "navSettings", "navOverview"):
        ready.eyes.one(page).press()
    ready.keyring.kill()
    ready.eyes.one("navSites").press()
    assert ready.eyes.one("sitesTable").texts()
    ready.keyring.log_in_again()
    ready.eyes.one("navOverview").press()
    ready.eyes.one("backUpAll").press()
    ready.eyes.until(lambda: backups(ready) == 2 and "safe" in verdict(ready), "no backup after the log-in")


def test_the_tray_pauses_and_quits_and_a_pause_outlives_the_program(ready: Session) -> None:
    program = ready.start("--hidden")
    tray = ready.tray()
    ready.eyes.until(lambda: "backed up" in tray.tooltip(), tray.tooltip())
    tray.choose("Pause", "For 4 hours")
    ready.eyes.until(lambda: any(line.text.startswith("Resume") for line in tray.entries()), "the tray does not offer to resume")
    tray.choose("Quit")
    assert program.wait(30) == 0
    tray.close()
    ready.start("--hidden")
    tray = ready.tray()
    ready.eyes.until(lambda: any(line.text.startswith("Resume") for line in tray.entries()), "the pause was forgotten")
    tray.choose("Resume")
    ready.eyes.until(lambda: not any(line.text.startswith("Resume") for line in tray.entries()), "still paused")
    tray.choose("Open")
    ready.eyes.one("verdictTitle")
    tray.choose("Back up now", "All sites")
    ready.eyes.until(lambda: backups(ready) == 2, "the tray backs nothing up")
    tray.close()


def test_h4_a_hostile_name_is_plain_text_for_a_screen_reader(desk: Session) -> None:
    """Markup, a turned direction of writing and a terminal's colours, in the name of a site and of a file."""
    site = desk.folder / "site"
    site.mkdir()
    (site / f"{HOSTILE}.html").write_text("hello")
    desk.terminal("storage", "add", "disk", str(desk.folder / "backups"))
    desk.terminal("site", "add", "<b>Shop", "--path", str(site), "--storage", "disk")
    desk.terminal("backup", "create", "<b>Shop")
    desk.start("--show", "--no-schedules")
    desk.eyes.one("navSites").press()
    desk.eyes.until(lambda: "<b>Shop" in desk.eyes.one("sitesTable").texts(), "the site is not in the table")
    desk.eyes.one("navBackups").press()
    desk.eyes.until(lambda: len(desk.eyes.one("backupsTable").texts()) > 1, "no backup is listed")
    desk.eyes.one("backupsTable").focus()
    desk.screen.keys("Home")
    desk.screen.keys("Return")
    shown = desk.eyes.until(
        lambda: [text for text in desk.eyes.one("fileTree").texts() if "<b>Shop gpj" in text], "the file is not in the tree"
    )
    assert not any(sign in text for text in shown for sign in "\u202e\x1b")
