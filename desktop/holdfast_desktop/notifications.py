"""Notices of the desktop: what needs attention, once; and when it is well again. Quiet when good.

What is worth one is decided by `holdfast.telling.notices`, the same for the window and for an agent, and remembered in the home. They go
over the message bus on Linux (the tray's own would swap our icon while they are up), through the tray elsewhere.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from holdfast.telling.notices import Notice
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.wording.notices import notice_fix, notice_words
from holdfast_desktop.wording.tr import tr

EVERY_MS = 60_000

Send = Callable[[str, str], None]
"""(title, text)"""
SHOW, FIX = "default", "fix"
"""What a click on the notice itself means to the specification, and our button."""
WITHOUT_WINDOW = frozenset({"back_up", "retry", "resume", "unlock"})
"""Fixes that ask nothing: the window may stay where it is."""


class Notifications(QObject):
    """Looks when the desk knows a newer status. `away()`: is the window out of sight? Only then is a notice of use; what is seen in the
    window counts as told. `elsewhere`: shows a notice where there is no message bus (the tray's balloon). `show_wanted` when somebody
    wants to see what a notice is about."""

    show_wanted = Signal()
    _chosen = Signal(str)
    """A button of a notice, brought from the thread of the bus to the window's."""

    def __init__(self, desk: Desk, away: Callable[[], bool], elsewhere: Send | None = None) -> None:
        super().__init__()
        self._desk, self._away, self._elsewhere = desk, away, elsewhere
        self._looking = self._again = False
        self._last: Notice | None = None
        self._chosen.connect(self._act)
        desk.app.notices.chosen = self._chosen.emit
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
        self._last = notice
        title, text = notice_words(notice)
        if sys.platform == "linux":
            self._desk.tasks.start(self._desk.app.notices.show(notice, title, text, buttons(notice)), within=self)
        elif self._elsewhere is not None:
            self._elsewhere(title, text)

    def _act(self, chosen: str) -> None:
        """A button of the notice that stands."""
        if self._last is None:
            return
        fix, subject = notice_fix(self._last), self._last.problems[0].subject if self._last.problems else ""
        if chosen == FIX and fix is not None:
            if fix.action not in WITHOUT_WINDOW:
                self.show_wanted.emit()
            self._desk.action_wanted.emit(fix.action, subject)
            return
        self.show_wanted.emit()
        if len(self._last.problems) == 1 and subject and not subject.startswith("@"):
            self._desk.site_wanted.emit(subject)
        else:
            self._desk.page_wanted.emit("overview")


def buttons(notice: Notice) -> list[tuple[str, str]]:
    """Show, and the fix that most likely helps when the notice is about one thing. A click on the notice itself shows, too."""
    fix = notice_fix(notice)
    found = [(SHOW, tr("Show")), ("show", tr("Show"))]
    return [*found, (FIX, fix.label)] if fix is not None else found
