"""A window over a made-up Holdfast, and the steps that scenes and tests take on it."""

from __future__ import annotations

import asyncio
import os
import shutil
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, cast

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog, QTabWidget, QWidget

from holdfast.app import Holdfast
from holdfast_desktop.main_window import MainWindow
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.wording.tr import tr
from tests.support.fake_holdfast import NOW, FakeHoldfast

MIRA = "/home/mira"

Go = Callable[["Stage"], Awaitable[QWidget | None]]
PATIENCE = 2.0
"""Seconds that `settle` gives to answers that are late; some are made never to come."""


class NotShown(AssertionError):
    """What a scene looked for is not to be seen."""


@dataclass
class Stage:
    """A window over a made-up Holdfast."""

    fake: FakeHoldfast
    window: MainWindow
    desk: Desk
    dialogs: list[QDialog] = field(default_factory=list)

    async def settle(self, seconds: float = 0.05) -> None:
        """Let answers arrive. Never by ``processEvents``: tasks that are due inside it would be lost (qasync)."""
        await asyncio.sleep(seconds)
        end = time.monotonic() + PATIENCE  # on a busy machine the time may pass before the answers came
        while len(self.desk.tasks) and not self.desk.live.running() and time.monotonic() < end:  # jobs take the time they take
            await asyncio.sleep(0.005)
        for _ in range(60):
            await asyncio.sleep(0)

    async def until(self, true: Callable[[], bool], seconds: float = 90.0) -> None:
        """Wait for something that takes real time. What is not to be seen for a moment, as it is drawn anew, is waited for as well."""
        end = time.monotonic() + seconds
        while True:
            try:
                if true():
                    return
            except NotShown:
                if time.monotonic() >= end:
                    raise
            assert time.monotonic() < end, "it did not happen in time"
            await asyncio.sleep(0.05)

    def find(self, kind: type[Any], name: str, within: QWidget | None = None) -> Any:
        """The visible control with this object name."""
        found = [w for w in (within or self.window).findChildren(kind, name) if w.isVisible()]
        if not found:
            raise NotShown(f"no visible {kind.__name__} called {name}")
        return found[0]

    def dialog(self) -> QDialog:
        """The dialog that is open now."""
        shown = [w for w in self.window.findChildren(QDialog) if w.isVisible()]
        assert shown, "no dialog is open"
        return shown[-1]

    async def close(self) -> None:
        for dialog in self.window.findChildren(QDialog):
            dialog.done(0)
        self.window.hide()
        await self.desk.close()
        await self.fake.__aexit__()
        self.window.deleteLater()
        await asyncio.sleep(0)


def at_home_of_mira() -> None:
    """Folders and disks that the window tells of are those of the made-up user, not of who draws. For a process that only draws."""
    os.environ["HOME"] = MIRA
    shutil.disk_usage = lambda path: shutil._ntuple_diskusage(2_000_000_000_000, 1_909_000_000_000, 91_000_000_000)
    folders = {
        QStandardPaths.StandardLocation.DownloadLocation: "Downloads",
        QStandardPaths.StandardLocation.DocumentsLocation: "Documents",
    }
    QStandardPaths.writableLocation = staticmethod(lambda place: f"{MIRA}/{folders.get(place, '')}".rstrip("/"))  # type: ignore[method-assign]  # on purpose


async def raise_stage(fake: FakeHoldfast, size: tuple[int, int] | None = None) -> Stage:
    """A window over `fake`, shown, with its first answers in."""
    desk = Desk(cast(Holdfast, fake), lambda: NOW)
    window = MainWindow(desk)
    if size:
        window.resize(*size)
    window.show()
    window.begin()
    desk.refresh()
    stage = Stage(fake, window, desk)
    await stage.settle()
    return stage


@dataclass(frozen=True)
class Scene:
    """`go` brings the stage there; the widget it returns (None: the window) is what is looked at."""

    name: str
    fake: Callable[[], FakeHoldfast]
    go: Go
    size: tuple[int, int] | None = None


def page(name: str) -> Go:
    async def go(stage: Stage) -> None:
        stage.window.go(name)
        await stage.settle(0.2)

    return go


def site_page(name: str) -> Go:
    async def go(stage: Stage) -> None:
        stage.window.open_site(name)
        await stage.settle(0.1)

    return go


async def show_tab(stage: Stage, site: str, title: str) -> None:
    """A tab of a site's page, by its words."""
    stage.window.open_site(site)
    await stage.settle(0.1)
    tabs = stage.find(QTabWidget, "siteTabs")
    tabs.setCurrentIndex(next(n for n in range(tabs.count()) if tabs.tabText(n) == tr(title)))
    await stage.settle(0.2)


def tab_of(site: str, title: str) -> Go:
    async def go(stage: Stage) -> None:
        await show_tab(stage, site, title)

    return go


def opens(start: Callable[[Stage], object]) -> Go:
    """A dialog that one call opens."""

    async def go(stage: Stage) -> QWidget:
        start(stage)
        await stage.settle(0.1)
        return stage.dialog()

    return go


async def nothing(stage: Stage) -> None:
    await stage.settle()
