"""Scheduled runs that did not take place, or wait: what became of slots, with the reasons. Blocks: within `Home.ask`."""

from __future__ import annotations

from datetime import datetime

import msgspec

from holdfast.app.home import Home
from holdfast.state.schedules import Decision
from holdfast.verdict import Reason


class NoRun(msgspec.Struct, frozen=True):
    """A slot for which nothing ran (``missed``, ``skipped``), or nothing ran yet (``waiting``). `reason` carries ``state``, ``slot`` and
    ``due_at`` in its details, as the reasons of `Schedules.why` do."""

    site: str
    schedule: str
    """Its name; empty when it was removed since."""
    due_at: datetime
    state: str
    reason: Reason
    id: str = ""


def no_runs(home: Home, since: datetime, site: str | None = None) -> list[NoRun]:
    """Of all sites or one, newest first. Several reasons of one slot are one `NoRun`: that with the worst, which comes first."""
    names = {one.id: one.name for one in home.schedules.all()}
    found = [
        _no_run(one, owner.name, names)
        for owner in home.sites.all()
        if site is None or owner.name.lower() == site.lower()
        for one in home.slots.of(owner.id, since)
        if one.state in {"missed", "skipped", "waiting"}
    ]
    return sorted(found, key=lambda one: one.due_at, reverse=True)


def _no_run(one: Decision, site: str, names: dict[str, str]) -> NoRun:
    about = {"slot": one.slot.key, "due_at": one.slot.due_at.isoformat(), "state": one.state}
    told = one.details.get("reasons") or [{"code": one.reason or one.state.upper(), "details": one.details}]
    reason = Reason(str(told[0]["code"]), details={**told[0].get("details", {}), **about})
    number = f"{one.slot.schedule}:{one.slot.site}:{one.slot.key}"
    return NoRun(site, names.get(one.slot.schedule, ""), one.slot.due_at, one.state, reason, number)
