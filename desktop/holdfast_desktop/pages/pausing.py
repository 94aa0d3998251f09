"""Pausing the schedules for a while and resuming them, from the menus of the tray and of a site."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QMenu

from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.wording.tr import tr
from holdfast_desktop.wording.waiting import pause_choices, pause_words, resume_words


def pause(desk: Desk, site: str | None, until: datetime) -> None:
    """`site` None: all, and what runs now is stopped where the user wants it so. Says until when."""

    def paused(end: datetime) -> None:
        desk.refresh()
        desk.say(
            f"{site or tr('All sites')}: {pause_words(end, desk.now())}", tr("What falls due is caught up once afterwards."), "running"
        )

    desk.do(desk.app.schedules.pause(site, until=until), paused, site or "")
    if site is None and desk.pause_stops:
        for job in desk.live.running():
            desk.cancel(job.id)


def pause_for(desk: Desk, site: str | None, name: str) -> None:
    """One of `pause_choices`, counted from now: the menu may have been open for a while."""
    pause(desk, site, next(end for choice, _, end in pause_choices(desk.now()) if choice == name))


def resume(desk: Desk, site: str | None) -> None:
    def resumed(_: None) -> None:
        desk.refresh()
        desk.say(tr("Schedules go on"))

    desk.do(desk.app.schedules.resume(site), resumed, site or "")


def add_pausing(menu: QMenu, desk: Desk, site: str | None = None) -> None:
    """An entry that ends the pause, or a submenu that begins one. A pause of all sites is ended for all, whichever menu it is."""
    now, of_all = desk.now(), desk.pauses.get("")
    held = max((end for name, end in desk.pauses.items() if name in {"", site or ""} and end > now), default=None)
    if held is not None:
        words = resume_words(held, now)
        if site is not None and of_all is not None:
            words = tr("Resume all sites")
        action = menu.addAction(words)
        action.setObjectName("resumeSchedules")
        action.triggered.connect(lambda: resume(desk, None if of_all is not None else site))
        return
    inner = menu.addMenu(tr("Pause schedules"))
    inner.setObjectName("pauseMenu")
    for name, words, _ in pause_choices(now):
        entry = inner.addAction(words)
        entry.setObjectName(f"pause{name.capitalize()}")
        entry.triggered.connect(partial(pause_for, desk, site, name))
    if site is None:
        inner.addSeparator()
        stopping = inner.addAction(tr("Also stop what runs now"))
        stopping.setObjectName("pauseStops")
        stopping.setCheckable(True)
        stopping.setChecked(desk.pause_stops)
        stopping.toggled.connect(desk.set_pause_stops)
