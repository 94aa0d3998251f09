"""A program of its own: walks the whole window over the real door and tells, as JSON, what its thread opened and how long it stood still.

Every page, tab, section of the settings and larger dialog is visited, on a home with a site that was backed up twice. Its own process,
since an audit hook cannot be taken away again, and one that runs inside Qt's calls may end the interpreter.
Started as ``python -m tests.desktop.blocking_probe HOME``. Prints ``{"blocking": [...], "workers": …, "worker_ms": …, "longest_ms": …,
"walked": [...]}``; which place stood still longest goes to standard error. `workers` were started meanwhile: asyncio does that on its
own thread, with the log of the worker and its pipes; `worker_ms` is the longest time that took.
"""

from __future__ import annotations

import asyncio
import faulthandler
import json
import os
import subprocess
import sys
import time
from _thread import get_ident
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import FrameType
from typing import Any

from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QTabWidget, QWidget

from holdfast.app import Holdfast, demo
from holdfast_desktop.application.run import make_application
from holdfast_desktop.event_loop import make_loop
from holdfast_desktop.main_window import MainWindow
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.settings import ICONS, SettingsPage
from holdfast_desktop.theme.theme import theme
from tests.desktop import adding, restoring
from tests.desktop.stage import Stage
from tests.support.fake_holdfast import FakeHoldfast
from tests.support.stalls import Stalls

BLOCKING = frozenset(
    {"open", "sqlite3.connect", "socket.connect", "subprocess.Popen", "os.system", "os.listdir", "os.scandir", "socket.getaddrinfo"}
)
MODULES = (".py", ".pyc", ".so", ".zip")
"""Modules that are imported late do not count: they are opened once."""
IMPORTING = "importlib"
SPAWNING = ("jobs/piping.py", "spawn")
DEEP = 24

watching = False
opened: list[str] = []
spawned: list[float] = []
at = ""
window_thread = get_ident()


def hook(event: str, arguments: tuple[object, ...]) -> None:
    """Does almost nothing: it is called from everywhere."""
    if watching and event in BLOCKING and get_ident() == window_thread and not _belongs_to_a_start():
        opened.append(f"{at}: {event} {arguments[0]!r}")


def _belongs_to_a_start() -> bool:
    """Whether a module is being looked for, or a worker started."""
    frame: FrameType | None = sys._getframe(2)
    for _ in range(DEEP):
        if frame is None:
            return False
        if IMPORTING in frame.f_code.co_filename:
            return True
        if frame.f_code.co_name == SPAWNING[1] and frame.f_code.co_filename.endswith(SPAWNING[0]):
            return True
        frame = frame.f_back
    return False


class TimedPopen(subprocess.Popen[bytes]):
    """Notes how long the window's thread took to start a process."""

    def __init__(self, *given: Any, **named: Any) -> None:
        began = time.perf_counter()
        super().__init__(*given, **named)
        if get_ident() == window_thread:
            spawned.append((time.perf_counter() - began) * 1000)


class Walk:
    """Goes from place to place, each under the hook and the watch for stalls."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.window = stage, stage.window
        self.longest: dict[str, float] = {}

    async def to(self, place: str, go: Callable[[], object], rest: Callable[[], Awaitable[object]] | None = None) -> None:
        global watching, at
        at, watching = place, True
        with Stalls() as stalls:
            go()
            await asyncio.sleep(0.15)
            if rest is not None:
                await rest()
            self.window.grab()
        watching = False
        self.longest[place] = stalls.longest

    async def dialog(self, place: str, go: Callable[[], object], walk: Callable[[QDialog], Awaitable[object]] | None = None) -> None:
        """Opened, walked through, and closed."""

        async def rest() -> None:
            await self.stage.until(lambda: any(one.isVisible() for one in self.window.findChildren(QDialog)))
            shown = self.stage.dialog()
            if walk is not None:
                await walk(shown)
            await asyncio.sleep(0.1)
            shown.grab()
            for one in [one for one in self.window.findChildren(QDialog) if one.isVisible()]:
                one.done(0)
            await asyncio.sleep(0.05)

        await self.to(place, go, rest)

    def click(self, name: str, within: QWidget | None = None) -> None:
        self.stage.find(QPushButton, name, within).click()


async def pages(walk: Walk) -> None:
    window = walk.window
    for page in window.pages:
        await walk.to(page, lambda page=page: window.go(page))  # type: ignore[misc]  # bound now
    settings = window.pages["settings"]
    assert isinstance(settings, SettingsPage)
    for section in ICONS:
        await walk.to(f"settings {section}", lambda section=section: settings.show_section(section))  # type: ignore[misc]  # bound now
    await walk.to("settings search", lambda: settings.search_for("backup"))
    window.go("backups")
    search = walk.stage.find(QLineEdit, "fileSearch", window.pages["backups"])
    await walk.to("search of backups", lambda: search.setText("index"))
    search.clear()


async def site(walk: Walk) -> None:
    window = walk.window
    await walk.to("site", lambda: window.open_site(demo.SITE))
    tabs = walk.stage.find(QTabWidget, "siteTabs")
    for place in [n for n in range(tabs.count()) if tabs.isTabVisible(n)]:
        await walk.to(f"site {tabs.tabText(place)}", lambda place=place: tabs.setCurrentIndex(place))  # type: ignore[misc]  # bound now


async def dialogs(walk: Walk, folder: Path) -> None:
    stage, window = walk.stage, walk.window
    flows, backups = window.flows, (await stage.desk.app.backups.list(demo.SITE)).items
    await walk.dialog("restore", lambda: flows.restore(demo.SITE, backups[0].id), lambda one: restoring.preview(stage, one, "Live"))
    await walk.dialog("compare", lambda: flows.compare(demo.SITE, *backups[:2]))
    await walk.dialog("go to anything", window.go_to_anything)
    await walk.dialog("shortcuts", flows.show_shortcuts)
    await walk.dialog("rename", lambda: flows.rename_site(demo.SITE))
    await walk.dialog("remove", lambda: flows.remove_site(demo.SITE))
    await walk.dialog("delete", lambda: flows.delete(demo.SITE, backups[:1]))
    await walk.dialog("keeping of a site", lambda: flows.retention(demo.SITE))
    await walk.dialog("add storage", flows.add_storage)
    await walk.dialog("wizard", flows.add_site, lambda one: wizard(walk, one, folder))
    window.go("activity")
    await walk.dialog("report", lambda: walk.click("activityReport"))
    window.go("storage")
    await asyncio.sleep(0.3)
    for name in ("storageRetention", "storageKeys", "storageEdit", "storageKit"):
        buttons = [one for one in window.findChildren(QPushButton, name) if one.isVisible() and one.isEnabled()]
        assert buttons, f"no {name} to click"
        await walk.dialog(name, buttons[0].click)


async def wizard(walk: Walk, dialog: QDialog, folder: Path) -> None:
    """With a folder, up to the last step."""
    await adding.found(walk.stage, dialog, str(folder))
    for _ in range(3):
        adding.next_button(walk.stage, dialog).click()
        await asyncio.sleep(0.3)


async def visit(home: Path) -> Walk:
    door = Holdfast(home)
    desk = Desk(door)
    window = MainWindow(desk)
    walk = Walk(Stage(FakeHoldfast(), window, desk))
    await walk.to("start", window.show)
    async with door:
        await demo.prepare(door, home / "demo")
        for _ in range(2):
            await (await door.backups.create([demo.SITE])).value()
            demo.change(home / "demo")
        await walk.to("first answers", window.begin)
        desk.refresh()
        await walk.stage.until(lambda: bool(desk.sites()))
        await pages(walk)
        await site(walk)
        await dialogs(walk, demo.site_folder(home / "demo"))
        window.hide()
        await desk.close()
    return walk


def main() -> None:
    faulthandler.enable()
    app = make_application(sys.argv[:1])
    theme().start(app, "light")
    loop = make_loop(app)
    subprocess.Popen = TimedPopen  # type: ignore[misc, assignment]  # asyncio asks for it by this name
    sys.addaudithook(hook)
    walk = loop.run_until_complete(visit(Path(sys.argv[1])))
    blocking = [line for line in opened if not line.rstrip("'").endswith(MODULES)]
    for place, longest in sorted(walk.longest.items(), key=lambda one: -one[1])[:5]:
        print(f"{place}: the window stood still for {longest:.0f} ms", file=sys.stderr)
    told = {
        "blocking": blocking,
        "workers": len(spawned),
        "worker_ms": max(spawned, default=0.0),
        "longest_ms": max(walk.longest.values()),
        "walked": list(walk.longest),
    }
    print(json.dumps(told), flush=True)
    os._exit(0)  # nothing is taken down under the hook


if __name__ == "__main__":
    main()
