"""What a screen reader finds in the real program: every page, tab and dialog is walked, and nothing in it is mute."""

from __future__ import annotations

from functools import partial

import pytest

from tests.support.assistive import FOCUSED, SELECTED, SHOWING, Eyes, Gone, Thing
from tests.support.session import Session

NAMED = frozenset(
    {
        "push button", "button menu", "toggle button", "check box", "radio button", "combo box", "text", "password text", "spin button",
        "table", "tree", "tree table", "list", "menu", "menu item", "page tab", "progress bar", "slider",
    }
)  # fmt: skip
"""Roles of what can be used, or holds what can be chosen."""


def mute(shown: Thing) -> list[str]:
    """What can be used below `shown` and has no name."""
    found = []
    for thing in shown.walk():
        try:
            if thing.role() in NAMED and not thing.name().strip():
                found.append(f"{thing.role()} {thing.id()}")
            if thing.role() == "combo box" and not (thing.labels() or thing.description()):
                found.append(f"{thing.id()} tells its choice, but not what of")
        except Gone:
            continue
    return found


def windows(eyes: Eyes) -> list[Thing]:
    """The program's windows, dialogs and menus that show."""
    return [child for program in eyes.programs() for child in program.children() if child.has(SHOWING)]


@pytest.fixture
def ready(desk: Session) -> Session:
    """Two backups of one site, with a schedule."""
    site = desk.folder / "site"
    site.mkdir()
    (site / "index.html").write_text("hello")
    desk.terminal("storage", "add", "disk", str(desk.folder / "backups"))
    desk.terminal("site", "add", "shop", "--path", str(site), "--storage", "disk")
    desk.terminal("schedule", "add", "shop", "--every", "weekly")
    desk.terminal("backup", "create", "shop")
    desk.start("--show", "--no-schedules")
    return desk


def go(on: Session, page: str, landmark: str) -> Thing:
    on.eyes.one(f"nav{page}").press()
    return on.eyes.one(landmark)


def test_every_page_can_be_read(ready: Session) -> None:
    """Painted rows, cells and days carry their words; a status is a text of its own."""
    eyes = ready.eyes
    assert "shop, " in " ".join(eyes.one("siteRows").texts())
    assert eyes.one("verdictTitle").name()
    window, wrong = eyes.one("mainWindow"), []
    wrong += mute(window)
    go(ready, "Backups", "backupsTable")
    eyes.until(lambda: "Stored" in eyes.one("backupsTable").texts(), "no backup is listed")
    wrong += mute(window)
    eyes.one("backupsCalendar").press()
    days = eyes.one("monthGrid").texts()
    assert sum(": " in day for day in days) == 42
    assert any("1 backup" in day for day in days), days
    eyes.one("backupsHowFile").press()
    eyes.one("findText" if eyes.all("findText") else "fileSearch")
    wrong += mute(window)
    go(ready, "Activity", "activityTable")
    eyes.until(lambda: "Done" in eyes.one("activityTable").texts(), "no run is listed")
    wrong += mute(window)
    go(ready, "Storage", "storageTable")
    eyes.until(lambda: "disk" in eyes.one("storageTable").texts(), "no storage is listed")
    eyes.until(lambda: eyes.one("storageChart").description(), "the chart tells nothing")
    wrong += mute(window)
    assert not wrong


def test_every_tab_of_a_site_and_every_section_of_the_settings(ready: Session) -> None:
    """Chosen as an assistive program does: by toggling, not by a click."""
    eyes, wrong = ready.eyes, []
    go(ready, "Sites", "sitesTable").focus()
    eyes.until(lambda: "shop" in eyes.one("sitesTable").texts(), "the site is not in the table")
    ready.screen.keys("Return")
    tabs = [thing for thing in eyes.one("siteTabs").walk() if thing.role() == "page tab"]
    assert len(tabs) == 6
    for tab in tabs:
        tab.press()
        eyes.until(partial(tab.has, SELECTED), f"{tab.name()} does not come to the front")
        wrong += mute(eyes.one("siteTabs"))
    eyes.one("navSettings").press()
    shown = {"Limits": "settingsPoll", "Appearance": "settingsTheme", "General": "settingsAutostart"}
    for section in ("Limits", "Notifications", "Security", "Appearance", "Updates", "Diagnostics", "General"):
        eyes.one(f"settingsTo{section}").press()
        if section in shown:
            eyes.one(shown[section])
        wrong += mute(eyes.one("settingsScroll"))
    assert not wrong


DIALOGS = {
    "Overview": ["F1", "ctrl+k", "ctrl+n"],
    "Backups": ["ctrl+r", "backupDownload", "backupDelete"],
    "Activity": ["activityReport"],
    "Storage": ["addStorage", "storageRetention", "storageKeys", "storageEdit", "storageKit", "storageDrill", "storageCheckData"],
    "Sites": ["F2", "Delete", "sitesSchedule", "sitesTag"],
}
"""By page: a key, or the name of the button that opens it."""
KEYS = frozenset({"F1", "F2", "Delete", "ctrl+k", "ctrl+n", "ctrl+r"})
TABLES = {"Overview": "siteRows", "Backups": "backupsTable", "Activity": "activityTable", "Storage": "storageTable", "Sites": "sitesTable"}


@pytest.mark.parametrize("page", DIALOGS)
def test_every_dialog_can_be_read_and_gives_the_keyboard_back(ready: Session, page: str) -> None:
    """The keyboard is in it at once, Escape closes it, and afterwards the keyboard is where it was."""
    eyes = ready.eyes

    def dialogs() -> list[Thing]:
        return [one for one in windows(eyes) if one.role() == "dialog"]

    def focused(inside: list[Thing]) -> list[str]:
        return [thing.id() for one in inside for thing in one.walk() if thing.has(FOCUSED)]

    table, wrong = go(ready, page, TABLES[page]), []
    table.focus()
    eyes.until(partial(table.has, FOCUSED), "the table takes no keys")
    before = focused([eyes.one("mainWindow")])
    for way in DIALOGS[page]:
        ready.screen.keys(way) if way in KEYS else eyes.one(way).press()
        shown = eyes.until(dialogs, f"{way} opens nothing")
        assert eyes.until(partial(focused, shown), f"{way}: the keyboard is nowhere")
        wrong += [f"{way}: {one}" for one in mute(shown[0])]
        ready.screen.keys("Escape")
        eyes.until(lambda: not dialogs(), f"{way}: Escape closes nothing")
        eyes.until(lambda: focused([eyes.one("mainWindow")]) == before, f"{way}: the keyboard is not where it was")
    assert not wrong
