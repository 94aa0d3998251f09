"""Notices of the desktop: what is worth one now, remembered in the state, so that a problem is told once, by one program of the home."""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable, Callable, Collection, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec

from holdfast.app.home import Home
from holdfast.app.views import StatusView
from holdfast.errors import HoldfastError, Unsupported
from holdfast.jobs.waiting import aside
from holdfast.state.remembered import revise
from holdfast.state.schedules import RUNNING
from holdfast.telling import session_bus
from holdfast.telling.notices import Notice, Problem, Told, judge, problems_of, wanted

if TYPE_CHECKING:
    from holdfast.telling.popups import Popups

_SUBJECT, _NAME = "desktop", "notices"
_TRIED_AGAIN = frozenset({"RETRY", "INTERRUPTED", RUNNING})
"""Why a slot waits whose job failed (`clock_fates`), or that was not decided yet: its job has ended in this moment."""
_FINE = frozenset({"ok", "running", "paused", "warning"})


class Notices:
    """`Holdfast.notices`. Words are the caller's: the window's, or the terminal's for an agent."""

    def __init__(self, home: Home, status: Callable[[], Awaitable[StatusView]]) -> None:
        self._home = home
        self._status = status
        self._number = 0
        """Of the notice that stands on the desktop, for the next to replace."""
        self._standing: frozenset[str] = frozenset()
        """Keys of the problems that it tells."""
        self._popups: Popups | None = None
        self.chosen: Callable[[str], None] = lambda _action: None
        """Hears the word of a button that was chosen; on a thread of its own."""

    async def look(self) -> Notice | None:
        """What to show now; None when there is nothing new. Counts as told whether or not it is shown (somebody who looks at the window
        has seen it). Ask when a job has ended, and now and then."""
        view = await self._status()
        sites = [(site.name, site.status, [_problem(site.name, one) for one in site.reasons]) for site in view.sites]
        storages = [
            _problem(name, one) for name, one in view.attention if name.startswith("@") and one.code in {"REPO-DAMAGED", "SPACE-LOW"}
        ]
        fine = [site.name for site in view.sites if site.status in _FINE]
        waiting = await self._home.ask(lambda: {one.slot.site for one in self._home.slots.open() if one.reason in _TRIED_AGAIN})
        tried_again = [site.name for site in view.sites if site.id in waiting]
        now, found, open_now = datetime.now(UTC), list[Notice | None](), list[str]()

        def change(value: dict[str, Any]) -> dict[str, Any]:
            told, notice = judge(msgspec.convert(value, Told), problems_of(sites, storages), fine, now, tried_again=tried_again)
            found.append(notice)
            open_now[:] = told.open
            kept: dict[str, Any] = msgspec.to_builtins(told)
            return kept

        await self._home.ask(lambda: revise(self._home.database, _SUBJECT, _NAME, change))
        await self._withdraw_if_over(open_now)
        settings = self._home.settings
        return wanted(found[0], settings.quiet_about) if settings.notify else None

    async def show(self, notice: Notice, title: str, text: str, actions: Sequence[tuple[str, str]] = ()) -> bool:
        """Over the session's bus; False when nobody shows notices here. `actions`: (word, label) of its buttons; the word of one that is
        chosen goes to `chosen`. A notice of troubles is taken away once none of them is left."""
        if not session_bus.is_there():
            return False
        urgent = notice.kind == "problems"
        number = self._number if notice.replaces else 0
        try:
            self._number = await aside(lambda: self._notify(number, title, text, urgent, actions), seconds=5.0, name="notice")
        except Exception:  # no service, a service that hangs, a bus that is gone: nobody sees a notice, and nothing else suffers
            return False
        self._standing = frozenset(problem.key for problem in notice.problems) if urgent else frozenset()
        return True

    def _notify(self, replaces: int, title: str, text: str, urgent: bool, actions: Sequence[tuple[str, str]]) -> int:
        if not actions:
            return session_bus.notify(replaces, title, text, urgent=urgent)
        return self._buttons().notify(replaces, title, text, urgent=urgent, actions=actions)

    def _buttons(self) -> Popups:
        if self._popups is None:
            from holdfast.telling.popups import Popups

            self._popups = Popups(lambda _number, action: self.chosen(action))
        return self._popups

    async def _withdraw_if_over(self, open_now: Collection[str]) -> None:
        if self._standing and not self._standing & set(open_now):
            self._standing = frozenset()
            number, popups = self._number, self._buttons()
            with contextlib.suppress(Exception):  # as in `show`
                await aside(lambda: popups.withdraw(number), seconds=5.0, name="notice")

    def close(self) -> None:
        """Hear of no button any more; notices that stand stay."""
        if self._popups is not None:
            self._popups.close()
            self._popups = None

    async def test(self, title: str, text: str) -> None:
        """Show a notice now. Unsupported where there is none."""
        try:
            if not session_bus.is_there():
                raise OSError("there is no session bus")
            await aside(lambda: session_bus.notify(0, title, text), seconds=5.0, name="notice")
        except HoldfastError:
            raise
        except Exception as error:
            raise Unsupported(
                "This desktop shows no notices to programs of the terminal.", code="NO-NOTICES", hint="The window shows its own."
            ) from error


def _problem(subject: str, reason: Any) -> Problem:
    return Problem(subject, reason.code, reason.message, reason.details)
