"""Notices of the desktop: what is worth one now, remembered in the state, so that a problem is told once, by one program of the home."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import msgspec

from holdfast.app.home import Home
from holdfast.app.views import StatusView
from holdfast.errors import HoldfastError, Unsupported
from holdfast.jobs.waiting import aside
from holdfast.state.remembered import revise
from holdfast.state.schedules import RUNNING
from holdfast.telling import session_bus
from holdfast.telling.notices import Notice, Problem, Told, judge, problems_of, wanted

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
        now, found = datetime.now(UTC), list[Notice | None]()

        def change(value: dict[str, Any]) -> dict[str, Any]:
            told, notice = judge(msgspec.convert(value, Told), problems_of(sites, storages), fine, now, tried_again=tried_again)
            found.append(notice)
            kept: dict[str, Any] = msgspec.to_builtins(told)
            return kept

        await self._home.ask(lambda: revise(self._home.database, _SUBJECT, _NAME, change))
        settings = self._home.settings
        return wanted(found[0], settings.quiet_about) if settings.notify else None

    async def show(self, notice: Notice, title: str, text: str) -> bool:
        """Over the session's bus; False when nobody shows notices here."""
        if not session_bus.is_there():
            return False
        urgent = notice.kind == "problems"
        number = self._number if notice.replaces else 0
        try:
            self._number = await aside(lambda: session_bus.notify(number, title, text, urgent=urgent), seconds=5.0, name="notice")
        except Exception:  # no service, a service that hangs, a bus that is gone: nobody sees a notice, and nothing else suffers
            return False
        return True

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
