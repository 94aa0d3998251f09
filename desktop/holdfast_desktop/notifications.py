"""Notices of the desktop: a backup failed, or works again. Quiet when good.

Sent over D-Bus by ourselves on Linux (the tray's own would swap our icon while they are up), through the tray elsewhere. Several in a
short time become one, by replacing the one before.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject

from holdfast_desktop.event_loop import in_thread
from holdfast_desktop.models.live_jobs import LiveJob
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.wording.errors import failure_words
from holdfast_desktop.wording.jobs import verb_words
from holdfast_desktop.wording.tr import tr, tr_n

log = logging.getLogger(__name__)

BUNDLE_SECONDS = 600.0
SECONDS = 2.0

Send = Callable[[str, str], None]
"""(title, text)"""


class Notifications(QObject):
    """Listens to jobs as they end. `away()`: is the window out of sight? Only then is a notice of use."""

    def __init__(self, desk: Desk, away: Callable[[], bool], clock: Callable[[], float], send: Send | None = None) -> None:
        super().__init__()
        self._away, self._clock = away, clock
        self._send = send or self._send_over_bus
        self._failed: dict[str, float] = {}
        self._number = 0
        self._desk = desk
        desk.job_ended.connect(self._ended)

    def _ended(self, job: LiveJob) -> None:
        now = self._clock()
        if job.outcome == "failed" and job.failure is not None:
            self._failed[job.site or job.verb] = now
            if self._away():
                self._tell_failures(job, now)
        elif job.outcome == "success" and job.site in self._failed and job.verb == "backup":
            del self._failed[job.site]
            if self._away():
                self._send(tr("{site} is safe again", site=job.site), tr("The backup went well this time."))

    def _tell_failures(self, job: LiveJob, now: float) -> None:
        recent = [name for name, when in self._failed.items() if now - when < BUNDLE_SECONDS]
        if len(recent) > 1:
            self._send(tr_n("{n} job failed", "{n} jobs failed", len(recent)), ", ".join(recent))
        elif job.failure is not None:
            words = failure_words(job.failure, job.site)
            self._send(f"{job.site or tr('Holdfast')}: {verb_words(job.verb)}", words.title)

    def _send_over_bus(self, title: str, text: str) -> None:
        if sys.platform != "linux":
            return

        def sent(number: int) -> None:
            self._number = number

        self._desk.tasks.start(in_thread(notify, self._number, title, text), sent, lambda error: log.info("no notice was shown: %s", error))


def notify(replaces: int, title: str, text: str) -> int:
    """Show a notice in place of the notice `replaces` (0: a new one); its number. Blocks for two seconds at most."""
    from jeepney import DBusAddress, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    address = DBusAddress("/org/freedesktop/Notifications", "org.freedesktop.Notifications", "org.freedesktop.Notifications")
    arguments: tuple[object, ...] = (
        "Holdfast",
        replaces,
        "holdfast-desktop",
        title,
        text,
        [],
        {"desktop-entry": ("s", "holdfast-desktop")},
        -1,
    )
    with open_dbus_connection() as bus:
        reply = bus.send_and_get_reply(new_method_call(address, "Notify", "susssasa{sv}i", arguments), timeout=SECONDS)
    return int(reply.body[0])
