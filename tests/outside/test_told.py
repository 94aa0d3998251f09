"""What reaches somebody who does not look at the window: announcements for a screen reader, notices of the desktop, the tray."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.hearing import Ears, Notices
from tests.support.session import Session, session


@pytest.fixture
def ready(desk: Session) -> Session:
    """One site with a first backup."""
    site = desk.folder / "site"
    site.mkdir()
    (site / "index.html").write_text("hello")
    desk.terminal("storage", "add", "disk", str(desk.folder / "backups"))
    desk.terminal("site", "add", "shop", "--path", str(site), "--storage", "disk")
    desk.terminal("backup", "create", "shop")
    return desk


@pytest.fixture
def ears(ready: Session) -> Iterator[Ears]:
    made = Ears(ready.address)
    yield made
    made.close()


def take_site_away(on: Session) -> Path:
    """The next backup fails."""
    away = on.folder / "away"
    shutil.move(on.folder / "site", away)
    return away


def test_the_end_of_a_job_is_announced_good_or_bad(ready: Session, ears: Ears) -> None:
    ready.start("--show", "--no-schedules")
    ready.eyes.one("backUpAll").press()
    assert "shop" in ears.wait_for("Done")
    take_site_away(ready)
    ready.eyes.one("backUpAll").press()
    assert "shop" in ears.wait_for("Failed")


def test_a_failure_while_the_window_is_hidden(ready: Session) -> None:
    """One notice with two buttons; a click on it brings the window. The tray says it, too, and says when all is well again."""
    overheard = Notices(ready.address)
    ready.start("--hidden", "--no-schedules")
    tray = ready.tray()
    ready.eyes.until(lambda: "backed up" in tray.tooltip(), "the tray does not say that all is well")
    well = tray.picture()
    away = take_site_away(ready)
    tray.choose("Back up now", "All sites")
    title, buttons = overheard.next()
    assert "shop" in title
    assert len(buttons) == 2
    ready.eyes.until(lambda: "attention" in tray.tooltip() and tray.picture() != well, "the tray says nothing of the failure")
    assert not ready.eyes.all("verdictTitle")
    subprocess.run(["dunstctl", "action", "0"], env=ready.environment, check=True, timeout=20, capture_output=True)
    ready.eyes.one("siteTitle")
    shutil.move(away, ready.folder / "site")
    tray.choose("Back up now", "All sites")
    ready.eyes.until(lambda: "backed up" in tray.tooltip(), "the tray does not say that all is well again")
    assert tray.picture() == well
    tray.close()
    overheard.close()


def test_the_icon_comes_into_a_tray_that_is_there_later_than_the_program(tmp_path: Path) -> None:
    """At a log-in both start at once, and Qt itself looks for a tray only once."""
    with session(tmp_path, panel=False) as desk:
        desk.start("--show", "--no-schedules")
        desk.eyes.one("overviewEmptyButton")  # by now the icon was made: it comes before the first question
        desk.start_panel()
        tray = desk.tray()
        desk.eyes.until(lambda: tray.tooltip(), "the icon has lost its words")
        tray.choose("Settings")
        desk.eyes.one("settingsSearch")
        tray.close()
