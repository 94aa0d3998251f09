"""Schedules as they are handed out, with what the state of this computer knows of them. Blocks: called within `Home.ask`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from holdfast.app.home import Home
from holdfast.errors import UsageError
from holdfast.records import HALVES, Schedule, Site
from holdfast.scheduling import Slot, next_slots, period_of, zone_of
from holdfast.state.remembered import recall
from holdfast.state.schedules import ALL_SITES, Decision
from holdfast.verdict import Reason

LOOK_BACK = timedelta(days=14)
"""So long it is told why a slot did not run."""
LAST_SEEN = "schedules on site"
"""The fact that holds what a site's own schedules were when they were seen last."""


class ScheduleView(msgspec.Struct, frozen=True):
    """Field names are the terminal's contract (Schedule). Of one that lives on the site `next_run_at` is the truth; its `at` is in whatever
    zone the site means."""

    id: str
    name: str = ""
    site: str = ""
    where: str = "site"
    every: str = ""
    cron: str = ""
    at: str = ""
    type: str = "full"
    keep: int | None = None
    keep_days: int | None = None
    site_storage: str = ""
    enabled: bool = True
    next_run_at: datetime | None = None
    last_run_at: datetime | None = None
    last_outcome: str = ""
    extra: dict[str, Any] = {}
    """Of one on a site: what else its service says."""
    tag: str = ""
    on: str = ""
    timezone: str = ""
    """Empty: the zone in which this computer is."""
    keep_in: str = ""
    download: str = ""
    how: str = "auto"
    cloud_upload: bool | None = None
    cloud_provider: str = ""
    notify: bool | None = None
    next_runs: tuple[datetime, ...] = ()
    """The next five; filled by `show`."""
    sites: tuple[str, ...] = ()
    """The sites that it runs for now (one, or those with its tag)."""


class NextRun(msgspec.Struct, frozen=True):
    """One run that is to come. `at`: when it is due; it runs later when something speaks against it then."""

    at: datetime
    schedule: str
    """The id."""
    name: str
    site: str
    where: str = "local"
    paused_until: datetime | None = None
    """A pause holds at that time."""
    waiting: str = ""
    """It is due already; the code of what it waits for."""


def sites_of(schedule: Schedule, sites: Iterable[Site]) -> list[Site]:
    """Those that it runs for."""
    return [site for site in sites if (site.id == schedule.site if schedule.site else schedule.tag in site.tags)]


def coming(home: Home, schedule: Schedule, site: Site, now: datetime, count: int) -> list[Slot]:
    """Its next slots for one site; those that were decided already (the clock was set back, the laptop went west) are left out."""
    zone = zone_of(schedule.timezone)
    decided = home.slots.decided(schedule.id, now - timedelta(days=1), site.id)
    return [slot for slot in next_slots(schedule, site.id, now, zone, count + len(decided)) if slot.key not in decided][:count]


def local_view(
    home: Home, schedule: Schedule, sites: Sequence[Site], last: dict[tuple[str, str], Decision], now: datetime, count: int = 1
) -> ScheduleView:
    """`last`: of `Slots.last`. With several sites: the soonest next run and the latest last one."""
    own = sites_of(schedule, sites)
    held = home.pauses.all(now)
    pauses = {site.id: max((held[one] for one in (site.id, ALL_SITES) if one in held), default=now) for site in own}
    times = sorted({max(slot.due_at, pauses[site.id]) for site in own for slot in coming(home, schedule, site, now, count)})[:count]
    runs = [last[schedule.id, site.id] for site in own if (schedule.id, site.id) in last]
    newest = max(runs, key=lambda run: run.decided_at, default=None)
    same = (
        "id", "name", "tag", "every", "cron", "at", "on", "timezone", "keep", "keep_days", "site_storage", "cloud_upload", "cloud_provider",
        "notify", "keep_in", "download", "how", "enabled",
    )  # fmt: skip
    return ScheduleView(
        **{name: getattr(schedule, name) for name in same},
        type=schedule.type,
        where="local",
        site=own[0].name if schedule.site and own else "",
        next_run_at=times[0] if times else None,
        last_run_at=newest.decided_at if newest is not None else None,
        last_outcome=_outcome(home, newest),
        next_runs=tuple(times) if count > 1 else (),
        sites=tuple(site.name for site in own),
    )


def _outcome(home: Home, run: Decision | None) -> str:
    """Of the job that ran for a slot; empty while it runs."""
    if run is None:
        return ""
    job = home.history.get(run.job) if run.job else None
    return job.outcome if job is not None else str(run.details.get("outcome", ""))


class Expected(msgspec.Struct, frozen=True):
    """What the schedules of a site let expect."""

    next_run_at: datetime | None = None
    """When nothing speaks against it; not before a pause is over."""
    overdue_after: timedelta | None = None
    """An older backup is overdue; None: no schedule says."""
    paused_until: datetime | None = None
    whole_overdue_after: timedelta | None = None
    """The same of a backup that holds more than the database or the files alone, by the schedules that make such."""
    whole_since: datetime | None = None
    """Since when there is such a schedule; None: not known."""


_LEAST, _MOST = timedelta(days=2), timedelta(days=7)


def expectations(home: Home, sites: Iterable[Site], now: datetime) -> dict[str, Expected]:
    """By site id: of all its schedules, those of this computer and those that were seen on the site last."""
    schedules = [one for one in home.schedules.all() if one.enabled]
    seen, held = recall(home.database, LAST_SEEN), home.pauses.all(now)
    found: dict[str, Expected] = {}
    for site in sites:
        paused = max((held[one] for one in (site.id, ALL_SITES) if one in held), default=None)
        own = [one for one in schedules if sites_of(one, [site])]
        theirs = [msgspec.convert(one, ScheduleView) for one in seen.get(site.id, {}).get("items", ()) if one["enabled"]]
        times = [slot.due_at for one in own for slot in coming(home, one, site, now, 1)]
        times = [max(at, paused) if paused is not None else at for at in times]
        times += [one.next_run_at for one in theirs if one.next_run_at is not None and one.next_run_at > now]
        periods = [(one.type, period_of(one, now, UTC)) for one in own] + [(one.type, _period_there(one, now)) for one in theirs]
        since = [one.counts_from or one.created_at for one in own if one.type not in HALVES]
        found[site.id] = Expected(
            min(times, default=None),
            _overdue(one for _, one in periods),
            paused,
            _overdue(one for kind, one in periods if kind not in HALVES),
            min((at for at in since if at is not None), default=None),
        )
    return found


def _overdue(periods: Iterable[timedelta | None]) -> timedelta | None:
    shortest = min((one for one in periods if one is not None), default=None)
    return None if shortest is None else shortest + min(max(shortest, _LEAST), _MOST)


def _period_there(view: ScheduleView, now: datetime) -> timedelta | None:
    """A site may have words and cron of its own."""
    every = {"hourly": "1hour"}.get(view.every, view.every)
    try:
        return period_of(Schedule(id="", name="", every=every, cron="" if every else view.cron), now, UTC) if every or view.cron else None
    except UsageError:
        return None


def coming_runs(home: Home, now: datetime, count: int) -> list[NextRun]:
    """The next `count` of each schedule for each of its sites, and what waits."""
    held, sites = home.pauses.all(now), home.sites.all()
    runs: list[NextRun] = []
    for schedule in home.schedules.all():
        for site in sites_of(schedule, sites) if schedule.enabled else ():
            paused = max((held[one] for one in (site.id, ALL_SITES) if one in held), default=None)
            for slot in coming(home, schedule, site, now, count):
                held_then = paused if paused is not None and slot.due_at < paused else None
                runs.append(NextRun(slot.due_at, schedule.id, schedule.name, site.name, paused_until=held_then))
            for one in home.slots.of(site.id, now - LOOK_BACK):
                if one.state == "waiting" and one.slot.schedule == schedule.id:
                    waits = one.reason or "DUE"
                    runs.append(NextRun(one.slot.due_at, schedule.id, schedule.name, site.name, paused_until=paused, waiting=waits))
    return runs


def slot_reasons(home: Home, site: Site, now: datetime) -> tuple[list[Reason], list[Reason]]:
    """What slots of a site wait for, and why others did not run lately; each with ``slot``, ``due_at`` and ``state``."""
    waiting: list[Reason] = []
    passed: list[Reason] = []
    for one in home.slots.of(site.id, now - LOOK_BACK):
        about = {"slot": one.slot.key, "due_at": one.slot.due_at.isoformat(), "state": one.state}
        if one.state == "waiting":
            told = one.details.get("reasons") or [{"code": one.reason or "DUE"}]
            waiting += [Reason(str(why["code"]), details={**why.get("details", {}), **about}) for why in told]
        elif one.state in {"missed", "skipped"}:
            passed.append(Reason(one.reason or one.state.upper(), details={**one.details, **about}))
    return waiting, passed


def waiting_reasons(home: Home, now: datetime) -> tuple[tuple[str, Reason], ...]:
    """(site, why a run of it that is due waits) of all sites."""
    if not home.schedules.all():
        return ()
    return tuple((site.name, reason) for site in home.sites.all() for reason in slot_reasons(home, site, now)[0])


def not_due(home: Home, site: Site, schedules: Iterable[Schedule], now: datetime) -> list[Reason]:
    """Nothing is due, and until when."""
    times = [slot.due_at for one in schedules for slot in coming(home, one, site, now, 1)]
    return [Reason("NOT-DUE", details={"next_run_at": min(times).isoformat()} if times else {})]
