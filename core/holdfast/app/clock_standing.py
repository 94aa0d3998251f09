"""What stands due: the schedules, the table of slots and the history in, one `Standing` for each slot that is to run out.

On the way every other slot is decided: those that a newer one stands for, those whose schedule is another one now, and those that were
claimed by a program that died. Blocks: called within `Home.ask`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, tzinfo
from typing import NamedTuple

import msgspec

from holdfast.app.clock_fates import Ended, Fate, Refusals, coalesced, fate
from holdfast.app.clock_order import Standing
from holdfast.app.home import Home
from holdfast.app.judging import newest_backups
from holdfast.errors import Failure
from holdfast.records import Schedule, Site
from holdfast.scheduling import Due, Slot, due, login_slot, next_slots, since_of, slots, zone_of
from holdfast.state.remembered import forget_facts, recall, remember
from holdfast.state.schedules import RUNNING, Decision

REFUSED = "keys refused"
"""A fact about ``SCHEDULE/SITE`` (ids): `Refusals`."""
LOGIN_LOOK = timedelta(minutes=5)
"""So often it is asked whether somebody has logged in, where a schedule goes by that."""
Key = tuple[str, str, str]
"""Schedule, site, key of a slot."""


class Survey(NamedTuple):
    standing: list[Standing]
    decided: list[tuple[Slot, Fate]]
    """What was decided on the way."""
    next_at: datetime | None
    """When the next slot falls due; None when there is none, or something stands."""


class Moment(msgspec.Struct, frozen=True):
    """When and where a survey is made. `zone`: the machine's; `logged_in`: since when the user is, asked only where it matters."""

    now: datetime
    zone: tzinfo
    logged_in: Callable[[], datetime | None] = lambda: None


def subject(schedule: str, site: str) -> str:
    """Of the fact `REFUSED`."""
    return f"{schedule}/{site}"


def meant(schedule: Schedule, site: Site) -> bool:
    """Is this site one of the schedule's?"""
    return site.id == schedule.site if schedule.site else bool(schedule.tag) and schedule.tag in site.tags


def survey(home: Home, moment: Moment, live: frozenset[Key]) -> Survey:
    """`live`: the slots that this program runs now."""
    return _Surveying(home, moment, live).all()


def settle(home: Home, slot: Slot, ended: Ended, refusals: Refusals, decided: Fate) -> None:
    """Write what became of a slot that was claimed, and how often its keys were refused."""
    after = refusals.after(ended)
    if after != refusals:
        remember(home.database, subject(slot.schedule, slot.site), REFUSED, msgspec.to_builtins(after))
    if decided.state == "waiting":
        home.slots.again(slot, decided.reason, decided.details)
    else:
        home.slots.decide(slot, decided.state, decided.reason, decided.details)


def let_go(home: Home, *, schedule: str = "", site: str = "") -> None:
    """Whatever is held for this schedule, this site (ids), or, without either, at all, runs again: the user has looked after it."""
    for word in recall(home.database, REFUSED):
        of_schedule, _, of_site = word.partition("/")
        if (not schedule or schedule == of_schedule) and (not site or site == of_site):
            forget_facts(home.database, word)


class _Surveying:
    def __init__(self, home: Home, moment: Moment, live: frozenset[Key]) -> None:
        self._home, self._moment, self._now, self._live = home, moment, moment.now, live
        self._decided: list[tuple[Slot, Fate]] = []
        self._refusals = recall(home.database, REFUSED)
        self._login: tuple[datetime | None] | None = None

    def all(self) -> Survey:
        home = self._home
        schedules = [one for one in home.schedules.all() if one.enabled]
        sites = home.sites.all()
        self._bury()
        home.slots.take_back(self._now)
        rows = {_key(row.slot): row for row in home.slots.open()}
        standing: list[Standing] = []
        for schedule in schedules:
            for site in sites:
                if meant(schedule, site):
                    standing += self._one(schedule, site, rows)
        self._drop(rows, schedules, {_key(one.slot) for one in standing})
        if len(standing) > 1:
            standing = self._with_sizes(standing)
        busy = {job.site for job in home.history.running()} if standing else set()
        standing = [msgspec.structs.replace(one, running=one.site.name in busy) for one in standing]
        next_at = None if standing else self._next(schedules, sites)
        return Survey(standing, self._decided, next_at)

    def _bury(self) -> None:
        """Slots that were claimed by a program that died, or that could not write their end."""
        claimed = [row for row in self._home.slots.open() if row.reason == RUNNING and row.state != "waiting"]
        orphans = [row for row in claimed if _key(row.slot) not in self._live]
        if not orphans:
            return
        self._home.close_abandoned()
        for row in orphans:
            job = self._home.history.get(row.job) if row.job else None
            if job is not None and not job.outcome:
                continue  # its program lives
            failure = msgspec.convert(job.failure, Failure) if job is not None and job.failure is not None else None
            ended = Ended(job.outcome if job is not None else "abandoned", failure, row.job)
            self._settle(row, ended)

    def _settle(self, row: Decision, ended: Ended) -> None:
        decided = fate(ended, late=row.state == "late", before=row.details, now=self._now)
        settle(self._home, row.slot, ended, self._refused(row.slot), decided)
        self._decided.append((row.slot, decided))

    def _refused(self, slot: Slot) -> Refusals:
        """A backup by hand that went well since ends it."""
        fact = self._refusals.get(subject(slot.schedule, slot.site))
        if fact is None:
            return Refusals()
        refused = Refusals(int(fact["times"]), str(fact["code"]))
        if refused.hold is not None:
            good, _ = self._home.history.page(site_id=slot.site, site=None, outcome="success", limit=20, offset=0)
            since = datetime.fromisoformat(str(fact["at"]))
            if any(job.verb == "backup" and job.started_at is not None and job.started_at > since for job in good):
                return Refusals()
        return refused

    def _one(self, schedule: Schedule, site: Site, rows: Mapping[Key, Decision]) -> list[Standing]:
        found = self._due(schedule, site, rows)
        if found is None:
            return []
        for slot in found.missed:
            row = rows.get(_key(slot))
            words = (row.state, row.reason, row.details) if row is not None else ("", "", {})
            self._decide(slot, coalesced(*words, into=found.slot.key))
        row = rows.get(_key(found.slot))
        details = row.details if row is not None else {}
        oldest = found.missed[0].due_at if found.missed else found.slot.due_at
        return [
            Standing(
                found.slot,
                schedule,
                site,
                found.late,
                min(oldest, datetime.fromisoformat(details["since"])) if "since" in details else oldest,
                state=row.state if row is not None else "",
                reason=row.reason if row is not None else "",
                details=details,
                refusals=self._refused(found.slot),
                paused_until=self._home.pauses.paused_until(site.id, self._now),
            )
        ]

    def _due(self, schedule: Schedule, site: Site, rows: Mapping[Key, Decision]) -> Due | None:
        if schedule.every == "login":
            return self._at_login(schedule, site, rows)
        home, now = self._home, self._now
        since = since_of(schedule, now, home.slots.newest(schedule.id, site.id, now))
        if site.created_at is not None and site.created_at <= now:
            since = max(since, site.created_at)
        return due(schedule, site.id, now, self._zone(schedule), home.slots.decided(schedule.id, since, site.id), since)

    def _at_login(self, schedule: Schedule, site: Site, rows: Mapping[Key, Decision]) -> Due | None:
        """A login is due once; one that was not run before the next one is told in that."""
        if self._login is None:
            self._login = (self._moment.logged_in(),)
        (at,) = self._login
        if at is None or at > self._now or at < since_of(schedule, self._now):
            return None
        slot = login_slot(schedule, site.id, at)
        if slot.key in self._home.slots.decided(schedule.id, at - timedelta(minutes=1), site.id):
            return None
        older = [
            r.slot for k, r in rows.items() if k[:2] == (schedule.id, site.id) and r.state == "waiting" and r.slot.due_at < slot.due_at
        ]
        return Due(slot, False, tuple(older))

    def _drop(self, rows: Mapping[Key, Decision], schedules: list[Schedule], standing: set[Key]) -> None:
        """Slots that wait, but are no slots of any schedule any more: it was changed, or switched off, or the site left it."""
        known = standing | {_key(slot) for slot, _ in self._decided}
        by_id = {one.id: one for one in schedules}
        for key, row in rows.items():
            if row.state != "waiting" or key in known or row.slot.due_at > self._now:
                continue
            schedule = by_id.get(row.slot.schedule)
            if schedule is not None and schedule.every == "login":
                continue  # nobody has logged in since
            if schedule is None or row.slot.key not in self._coming(schedule, row.slot.site):
                self._decide(row.slot, coalesced(row.state, "CHANGED", row.details, into=""))

    def _coming(self, schedule: Schedule, site: str) -> set[str]:
        """Whoever travels west meets the same local time again: its slot waits for it."""
        return {one.key for one in slots(schedule, site, self._now, self._now + timedelta(hours=26), self._zone(schedule))}

    def _decide(self, slot: Slot, decided: Fate) -> None:
        self._home.slots.decide(slot, decided.state, decided.reason, decided.details)
        self._decided.append((slot, decided))

    def _with_sizes(self, standing: list[Standing]) -> list[Standing]:
        sizes = {site_id: backup.size for site_id, backup in newest_backups(self._home, self._home.storages.all()).items()}
        return [msgspec.structs.replace(one, size=sizes.get(one.site.id)) for one in standing]

    def _next(self, schedules: list[Schedule], sites: list[Site]) -> datetime | None:
        coming = [
            slot.due_at
            for schedule in schedules
            for site in sites
            if meant(schedule, site)
            for slot in next_slots(schedule, site.id, self._now, self._zone(schedule), count=1)
        ]
        if any(one.every == "login" for one in schedules):
            coming.append(self._now + LOGIN_LOOK)
        return min(coming, default=None)

    def _zone(self, schedule: Schedule) -> tzinfo:
        return zone_of(schedule.timezone) if schedule.timezone else self._moment.zone


def _key(slot: Slot) -> Key:
    return slot.schedule, slot.site, slot.key
