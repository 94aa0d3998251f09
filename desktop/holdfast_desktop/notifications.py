"""Notices of the desktop: what needs attention, once; and when it is well again. Quiet when good.

What is worth one is decided by `holdfast.telling.notices`, the same for the window and for an agent, and remembered in the home. They go
over the message bus on Linux (the tray's own would swap our icon while they are up), through the tray elsewhere.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from holdfast.telling.notices import Notice
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.wording.notices import notice_words

EVERY_MS = 60_000

Send = Callable[[str, str], None]
"""(title, text)"""


class Notifications(QObject):
    """Looks when the desk knows a newer status. `away()`: is the window out of sight? Only then is a notice of use; what is seen in the
    window counts as told. `elsewhere`: shows a notice where there is no message bus (the tray's balloon)."""

    def __init__(self, desk: Desk, away: Callable[[], bool], elsewhere: Send | None = None) -> None:
        super().__init__()
        self._desk, self._away, self._elsewhere = desk, away, elsewhere
        self._looking = self._again = False
        desk.refreshed.connect(self._look)
        self._timer = QTimer(self)  # what is overdue, or was not tried again, ends in no event of its own
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        if self._looking:
            self._again = True
            return
        self._looking = True
        self._desk.tasks.start(self._desk.app.notices.look(), self._found, lambda _error: self._found(None), within=self)

    def _found(self, notice: Notice | None) -> None:
        self._looking = False
        if notice is not None and self._away():
            self._show(notice)
        if self._again:
            self._again = False
            self._look()

    def _show(self, notice: Notice) -> None:
        title, text = notice_words(notice)
        if sys.platform == "linux":
            self._desk.tasks.start(self._desk.app.notices.show(notice, title, text), within=self)
        elif self._elsewhere is not None:
            self._elsewhere(title, text)
