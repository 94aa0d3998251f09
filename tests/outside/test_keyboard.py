"""A first day without a mouse: keys only, and after each of them something has the focus."""

from __future__ import annotations

from functools import partial

from tests.support.assistive import ENABLED, FOCUSED, SHOWING, Gone, Thing
from tests.support.session import Session

MOST_TABS = 30
ITEMS = frozenset({"cell", "list item", "tree item"})


def front(on: Session) -> Thing:
    """The dialog that is open, or the window."""
    shown = [one for program in on.eyes.programs() for one in program.children() if one.has(SHOWING)]
    found = [one for one in shown if one.role() == "dialog"] or [one for one in shown if one.id().endswith("mainWindow")]
    return found[-1]


def focused(on: Session) -> str:
    """The object name of what has the keyboard. Rows and cells call themselves focused in a table that is not, too."""
    try:
        return next((thing.id().rpartition(".")[2] for thing in front(on).walk() if thing.has(FOCUSED) and thing.role() not in ITEMS), "")
    except (Gone, IndexError):
        return ""


def tab_to(on: Session, name: str) -> None:
    """Tab until it has the keyboard; it is never nowhere on the way."""
    way = [on.eyes.until(partial(focused, on), "the keyboard is nowhere")]
    while way[-1] != name:
        assert len(way) < MOST_TABS, f"Tab does not come to {name}: {way}"
        on.screen.keys("Tab")
        way.append(on.eyes.until(partial(focused, on), f"the keyboard is nowhere after {way}"))


def type_in(on: Session, name: str, text: str) -> None:
    tab_to(on, name)
    on.screen.keys("ctrl+a")
    on.screen.run("xdotool", "type", "--delay", "8", text)
    on.eyes.until(lambda: on.eyes.one(name).text() == text, f"{name} does not hold what was typed")


def enter(on: Session, default: str, until: str) -> None:
    """Enter, once the button that it stands for can be used; then something else shows."""
    on.eyes.until(lambda: on.eyes.one(default).has(ENABLED), f"{default} cannot be used")
    on.screen.keys("Return")
    on.eyes.one(until)


def press(on: Session, name: str, until: str) -> None:
    """Tab to a button and press it; then something else shows."""
    on.eyes.until(lambda: on.eyes.one(name).has(ENABLED), f"{name} cannot be used")
    tab_to(on, name)
    on.screen.keys("space")
    on.eyes.one(until)


def test_from_the_empty_window_to_a_restored_file_and_a_pause(desk: Session) -> None:
    site, eyes, keys = desk.folder / "shop", desk.eyes, desk.screen.keys
    site.mkdir()
    (site / "index.html").write_text("the first words")
    desk.start("--show")
    eyes.one("overviewEmptyButton")
    eyes.until(partial(focused, desk), "the keyboard is nowhere in the empty window")
    keys("ctrl+n")
    eyes.until(lambda: focused(desk) == "wizardAddress", "the wizard does not begin with the address")
    type_in(desk, "wizardAddress", str(site))
    eyes.until(lambda: "ound" in eyes.one("wizardSystem").name(), "the folder was not looked at")
    enter(desk, "wizardNext", "wizardStorage")
    type_in(desk, "wizardPath", str(desk.folder / "Backups"))
    enter(desk, "wizardNext", "wizardSchedule")
    enter(desk, "wizardNext", "wizardReview")
    tab_to(desk, "recoveryKept")
    keys("space")
    eyes.until(lambda: eyes.one("wizardFinish").has(ENABLED), "the wizard cannot be finished")
    keys("Return")
    eyes.until(lambda: "safe" in eyes.one("verdictTitle").name(), "the first backup was not made")
    assert focused(desk), "the wizard took the keyboard with it"

    (site / "index.html").write_text("what a mistake")
    keys("ctrl+3")
    eyes.until(lambda: "Stored" in eyes.one("backupsTable").texts(), "no backup is listed")
    tab_to(desk, "backupsTable")
    keys("ctrl+r")
    eyes.one("restoreNext")
    press(desk, "restoreNext", "restoreAll")
    press(desk, "restoreNext", "restoreToLive")
    tab_to(desk, "restoreToFolder")
    for _ in range(4):  # arrows go through the choices, as everywhere
        if focused(desk) != "restoreToLive":
            keys("Down")
    eyes.until(lambda: focused(desk) == "restoreToLive", "the arrows do not come to the live site")
    press(desk, "restoreNext", "restorePreview")
    press(desk, "restoreNext", "restoreHostName")
    type_in(desk, "restoreHostName", "shop")
    eyes.until(lambda: eyes.one("restoreStart").has(ENABLED), "the restore cannot be started")
    tab_to(desk, "restoreStart")
    keys("space")
    eyes.until(lambda: (site / "index.html").read_text() == "the first words", "the site was not restored")
    eyes.until(lambda: focused(desk) == "backupsTable", "the keyboard is not back in the table")

    keys("ctrl+1", "ctrl+p")
    keys("Return")
    eyes.until(lambda: "aused" in " ".join(eyes.one("mainWindow").texts()), "nothing says that schedules are paused")
