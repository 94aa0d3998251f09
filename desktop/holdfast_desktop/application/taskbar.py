"""How far the jobs are, at the program's icon in the desktop's taskbar or dock (Linux).

Signal ``com.canonical.Unity.LauncherEntry.Update(s app_uri, a{sv} properties)`` of any object path; Plasma, Ubuntu's dock, Dash to Dock and
others listen. They forget it by themselves when the program leaves the bus.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage

from holdfast_desktop.pages.desk import Desk

PATH, INTERFACE = "/org/holdfast/desktop", "com.canonical.Unity.LauncherEntry"
ENTRY = "application://holdfast-desktop.desktop"
EVERY_MS = 1000


class Taskbar(QObject):
    """Follows `desk`; told at most once a second, and only what changed. Waits for nothing. `bus`: None = the session's."""

    def __init__(self, desk: Desk, bus: QDBusConnection | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._shown: int | None = None
        """The percent that the taskbar shows; None = no bar."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.refresh)
        if sys.platform != "linux":
            return
        self._bus = bus or QDBusConnection.sessionBus()
        if self._bus.isConnected():
            desk.jobs_moved.connect(self._soon)

    def _soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def refresh(self) -> None:
        percent = self._desk.live.percent()
        shown = None if percent is None else round(percent)
        if shown == self._shown:
            return
        self._shown = shown
        signal = QDBusMessage.createSignal(PATH, INTERFACE, "Update")
        signal.setArguments([ENTRY, {"progress": (shown or 0) / 100, "progress-visible": shown is not None}])
        self._bus.send(signal)
