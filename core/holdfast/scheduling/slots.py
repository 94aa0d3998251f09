"""Slots of a schedule: which there are, which come next, which one is due."""

from __future__ import annotations

import calendar
import hashlib
from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice, pairwise

import msgspec

from holdfast.records import Schedule
from holdfast.scheduling.cron import Cron
from holdfast.scheduling.zones import moment_of

LATE_AFTER = timedelta(minutes=5)
"""What runs so much after its time is shown as late."""
LOOK_BACK = timedelta(days=100)
"""How far back slots are looked for that nobody decided: a laptop that lay in a drawer."""
ZONES_APART = timedelta(hours=29)
"""Whoever goes east passes over local times: from UTC-12 to UTC+14, and the spread over the sites."""
EARLIEST = datetime(2026, 1, 1, tzinfo=UTC)
"""A clock that shows less is wrong (an empty battery, no network yet): nothing is due until it is set."""
FIRST_TIME = time(10)
"""Laptops are switched on by then."""
STAGGER = {"daily": 120, "weekly": 120, "monthly": 120}
"""Minutes over which the sites of schedules without a time of their own are spread."""
HOURS = {"1hour": 1, "2hours": 2, "4hours": 4, "6hours": 6, "8hours": 8, "12hours": 12}
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FAR = timedelta(days=366 * 9)
"""A 29th of February comes at least once in so long."""


class Slot(msgspec.Struct, frozen=True):
    """One due time of a schedule for one site. `schedule` and `site` are ids."""

    schedule: str
    site: str
    key: str
    """The local date and time, or the hour of UTC (see the package)."""
    due_at: datetime


class Due(msgspec.Struct, frozen=True):
    """`slot` is to run now; `missed` are older ones that nobody ran: this run stands for them."""

    slot: Slot
    late: bool
    missed: tuple[Slot, ...] = ()


def slots(schedule: Schedule, site_id: str, since: datetime, until: datetime, zone: tzinfo) -> Iterator[Slot]:
    """Those with `since` < due_at <= `until`, in order. A schedule at login has none: its slots come from logins (`login_slot`)."""
    if schedule.every == "login":
        return
    for key, moment in _times(schedule, site_id, since, until, zone):
        if since < moment <= until:
            yield Slot(schedule.id, site_id, key, moment)


def next_slots(schedule: Schedule, site_id: str, now: datetime, zone: tzinfo, count: int = 5) -> list[Slot]:
    """The next `count` after `now`; empty for one that is switched off."""
    if not schedule.enabled:
        return []
    return list(islice(slots(schedule, site_id, now, now + _FAR, zone), count))


def due(
    schedule: Schedule, site_id: str, now: datetime, zone: tzinfo, decided_keys: Collection[str], since: datetime | None = None
) -> Due | None:
    """The newest slot up to `now` that is not in `decided_keys`; older ones of these are `missed`.

    `since`: slots up to it are not looked at; without it `since_of`. None when nothing is due, or the clock cannot be right.
    """
    if not schedule.enabled or now < EARLIEST:
        return None
    begin = since_of(schedule, now) if since is None else since
    open_slots = [slot for slot in slots(schedule, site_id, begin, now, zone) if slot.key not in decided_keys]
    if not open_slots:
        return None
    *older, newest = open_slots
    trusted = schedule.counts_from is None or schedule.counts_from <= now
    return Due(newest, now - newest.due_at > LATE_AFTER, tuple(older) if trusted else ())


def since_of(schedule: Schedule, now: datetime, newest: datetime | None = None) -> datetime:
    """From when on slots count: since the schedule is as it is, at most `LOOK_BACK`. `newest`: when the newest decided slot up to now was
    due; what lies further back than zones are apart has been decided as well.

    A schedule from the future was made while the clock was wrong: then that is no reason to wait until the future comes.
    """
    start = schedule.counts_from or schedule.created_at
    oldest = now - LOOK_BACK if newest is None else max(now - LOOK_BACK, newest - ZONES_APART)
    return oldest if start is None or start > now else max(start, oldest)


def period_of(schedule: Schedule, now: datetime, zone: tzinfo) -> timedelta | None:
    """The longest time between two runs; None at login."""
    if schedule.every in HOURS:
        return timedelta(hours=HOURS[schedule.every])
    if schedule.every:
        return {"daily": timedelta(days=1), "weekly": timedelta(days=7), "monthly": timedelta(days=31)}.get(schedule.every)
    times = [slot.due_at for slot in islice(slots(schedule, "", now, now + _FAR, zone), 8)]
    return max((later - earlier for earlier, later in pairwise(times)), default=None)


def login_slot(schedule: Schedule, site_id: str, logged_in_at: datetime) -> Slot:
    """The slot of one login; the same login gives the same key."""
    return Slot(schedule.id, site_id, f"login {logged_in_at.astimezone(UTC):%Y-%m-%dT%H:%MZ}", logged_in_at.astimezone(UTC))


def _times(schedule: Schedule, site_id: str, since: datetime, until: datetime, zone: tzinfo) -> Iterator[tuple[str, datetime]]:
    if schedule.every in HOURS:
        yield from _by_the_hour(schedule, site_id, since, until, zone)
        return
    cron = Cron.read(schedule.cron) if schedule.cron else None
    if cron is not None and cron.by_the_hour:
        yield from _cron_by_the_hour(cron, since, until, zone)
        return
    at, spread = _time_of_day(schedule, site_id)
    # A day more on each side: the zone's date is not that of UTC, and a spread may reach over midnight.
    day = since.astimezone(zone).date() - timedelta(days=1)
    last = until.astimezone(zone).date() + timedelta(days=1)
    while day <= last:
        if cron.falls_on(day) if cron is not None else _falls_on(schedule, day):
            for moment in cron.times() if cron is not None else (at,):
                local = datetime.combine(day, moment)
                yield f"{local:%Y-%m-%dT%H:%M}", moment_of(local, zone) + spread
        day += timedelta(days=1)


def _by_the_hour(schedule: Schedule, site_id: str, since: datetime, until: datetime, zone: tzinfo) -> Iterator[tuple[str, datetime]]:
    """Hours of UTC; the minute is one of the zone's clocks, which differ from UTC by half an hour in places."""
    minute = _minutes(schedule.at) % 60 if schedule.at else chance(schedule.id, site_id, 60)
    step = HOURS[schedule.every]
    hour = since.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    hour -= timedelta(hours=hour.hour % step)
    while hour <= until:
        offset = int((hour.astimezone(zone).utcoffset() or timedelta()).total_seconds() // 60)
        yield f"{hour:%Y-%m-%dT%HZ}", hour + timedelta(minutes=(minute - offset) % 60)
        hour += timedelta(hours=step)


def _cron_by_the_hour(cron: Cron, since: datetime, until: datetime, zone: tzinfo) -> Iterator[tuple[str, datetime]]:
    """Every hour that is: the doubled one in autumn counts twice, the missing one in spring not at all."""
    hour = since.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    while hour <= until:
        for minute in range(60):
            moment = hour + timedelta(minutes=minute)
            local = moment.astimezone(zone)
            if local.minute in cron.minutes and cron.falls_on(local.date()):
                yield f"{moment:%Y-%m-%dT%H:%MZ}", moment
        hour += timedelta(hours=1)


def _time_of_day(schedule: Schedule, site_id: str) -> tuple[time, timedelta]:
    if schedule.at:
        minutes = _minutes(schedule.at)
        return time(minutes // 60, minutes % 60), timedelta()
    return FIRST_TIME, timedelta(minutes=chance(schedule.id, site_id, STAGGER.get(schedule.every, 1)))


def _falls_on(schedule: Schedule, day: date) -> bool:
    if schedule.every == "weekly":
        return WEEKDAYS[day.weekday()] == (schedule.on or "mon")
    if schedule.every == "monthly":
        last = calendar.monthrange(day.year, day.month)[1]
        return day.day == (last if schedule.on == "last" else int(schedule.on or 1))
    return True


def _minutes(at: str) -> int:
    hours, _, minutes = at.partition(":")
    return int(hours) * 60 + int(minutes)


def chance(schedule_id: str, site_id: str, of: int) -> int:
    """The same number below `of` each time for this pair; spread evenly over many."""
    return int.from_bytes(hashlib.sha256(f"{schedule_id} {site_id}".encode()).digest()[:4], "big") % of
