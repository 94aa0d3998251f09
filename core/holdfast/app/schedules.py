"""The noun *schedule*: those that this computer runs, and those that a site's own service runs (their id is ``SITE/ID``), in one list."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from typing import Any, Literal

import msgspec

from holdfast.app.clock_standing import let_go
from holdfast.app.home import Home
from holdfast.app.schedule_rules import WHEN, checked, named, suits
from holdfast.app.schedule_views import NextRun, ScheduleView, coming_runs, local_view, not_due, sites_of, slot_reasons
from holdfast.app.schedules_on_site import SchedulesOnSite
from holdfast.errors import HoldfastError, NotFound, UsageError
from holdfast.records import Schedule, Site
from holdfast.scheduling import next_slots, zone_of
from holdfast.state.entries import new_id
from holdfast.state.remembered import note
from holdfast.state.schedules import ALL_SITES
from holdfast.verdict import Reason

Where = Literal["local", "site"]
Against = Callable[[Site, Schedule], Awaitable[Sequence[Reason]]]
"""What speaks against running now."""
_LOCAL_ONLY = ("on", "timezone", "keep_in", "download", "how")
_SERVICE = {"cloud_upload": "cloud_upload", "cloud_provider": "provider", "notify": "send_notification"}
"""Names of ours, and of `Capabilities.schedule`."""


class Schedules:
    """`Holdfast.schedules`. A schedule is named by its id, an unambiguous beginning of one, or its name."""

    def __init__(self, home: Home, on_site: SchedulesOnSite) -> None:
        self._home = home
        self._on_site = on_site
        self.against: Against | None = None
        """Set by the door: the conditions."""
        self.holder: Callable[[], Awaitable[str]] | None = None
        """Set by the door: who runs the schedules of this home now."""
        self.changed: Callable[[], None] = lambda: None
        """Set by the door: the clock looks anew."""

    # ---- looking

    async def list(self, site: str | None = None) -> Sequence[ScheduleView]:
        """Those that this computer runs, by name; of one site: those that run for it. Reads this computer only."""

        def read() -> Sequence[ScheduleView]:
            sites = self._home.sites.all()
            only = self._home.sites.get(site) if site is not None else None
            found = [one for one in self._home.schedules.all() if only is None or sites_of(one, [only])]
            if not found:
                return []
            last, now = self._home.slots.last(), _now()
            return [local_view(self._home, one, sites, last, now) for one in found]

        return await self._home.ask(read)

    async def list_all(self, site: str | None = None) -> tuple[Sequence[ScheduleView], Sequence[tuple[str, HoldfastError]]]:
        """Local ones first, then those on sites, which are asked; with the sites that could not be asked. Of one site that cannot be asked
        the error is raised; one whose service has no schedules of its own, or not for this user, is among those that could not be asked."""
        local = await self.list(site)
        try:
            there, failed = await self._on_site.listed(site)
        except HoldfastError as error:
            if error.kind != "unsupported" or site is None:
                raise
            there, failed = (), ((site, error),)
        return [*local, *there], failed

    async def show(self, schedule: str) -> ScheduleView:
        """One, with its next five runs. NotFound NO-SCHEDULE."""
        if "/" in schedule:
            return await self._on_site.show(schedule)
        return await self._home.ask(lambda: self._view(self._find(schedule), 5))

    async def next(self, count: int = 5) -> tuple[Sequence[NextRun], Sequence[tuple[str, HoldfastError]]]:
        """The next `count` runs of all schedules, soonest first; what is due and waits comes first. Of one on a site only its next run is
        known. With the sites that could not be asked."""
        if count < 1:
            raise UsageError("At least one run.")
        runs = await self._home.ask(lambda: coming_runs(self._home, _now(), count))
        there, failed = await self._on_site.listed()
        theirs = [
            NextRun(one.next_run_at, one.id, one.name, one.site, "site") for one in there if one.enabled and one.next_run_at is not None
        ]
        return sorted([*runs, *theirs], key=lambda run: (not run.waiting, run.at))[:count], failed

    async def preview(self, site: str | None = None, *, tag: str = "", count: int = 5, **words: Any) -> Sequence[datetime]:
        """The next `count` times of one that is not saved yet, for a site (its name) or a tag; `words`: fields of `Schedule`. Over several
        sites each time that any of them is due. UsageError, NotFound. What it would cost: `Conditions.cost_of_plan`."""

        def read() -> Sequence[datetime]:
            sites, now = self._sites(site, tag), _now()
            fields = {name: value for name, value in words.items() if name in Schedule.__struct_fields__}
            wanted = checked(Schedule(**{"id": "", "name": "", **fields, "site": sites[0].id if site is not None else "", "tag": tag}))
            zone = zone_of(wanted.timezone)
            return sorted({slot.due_at for one in sites for slot in next_slots(wanted, one.id, now, zone, count)})[:count]

        return await self._home.ask(read)

    async def why(self, site: str) -> Sequence[Reason]:
        """Why no scheduled backup of this site runs now, and what became of those that did not run lately (their reasons carry ``slot``).

        Codes beside those of the conditions: NO-SCHEDULE, SCHEDULE-OFF, NO-CLOCK (nothing runs the schedules now), PAUSED, NOT-DUE (with
        ``next_run_at``), and of slots that passed COALESCED and others."""
        found = await self._home.ask(lambda: self._home.sites.get(site))
        own = await self._home.ask(lambda: [one for one in self._home.schedules.all() if sites_of(one, [found])])
        enabled = [one for one in own if one.enabled]
        if not own:
            return [Reason("NO-SCHEDULE")]
        if not enabled:
            return [Reason("SCHEDULE-OFF", details={"schedules": [one.name for one in own]})]
        waiting, passed = await self._home.ask(lambda: slot_reasons(self._home, found, _now()))
        reasons = [*([Reason("NO-CLOCK")] if self.holder is not None and not await self.holder() else []), *waiting]
        if not waiting:
            reasons += await self._against_all(found, enabled)
            reasons += await self._home.ask(lambda: not_due(self._home, found, enabled, _now()))
        return [*reasons, *passed]

    async def _against_all(self, site: Site, schedules: Sequence[Schedule]) -> Sequence[Reason]:
        until = await self._home.ask(lambda: self._home.pauses.paused_until(site.id))
        found = [Reason("PAUSED", details={"until": until.isoformat()})] if until is not None else []
        if self.against is not None:
            for schedule in schedules:
                for reason in await self.against(site, schedule):
                    if reason.code not in {one.code for one in found}:
                        found.append(reason)
        return found

    # ---- changing

    async def add(
        self,
        site: str | None = None,
        *,
        tag: str = "",
        where: Where = "local",
        every: str = "",
        cron: str = "",
        at: str = "",
        on: str = "",
        timezone: str = "",
        type: str = "",
        keep: int | None = None,
        keep_days: int | None = None,
        name: str = "",
        enabled: bool = True,
        site_storage: str = "",
        cloud_upload: bool | None = None,
        cloud_provider: str = "",
        notify: bool | None = None,
        keep_in: str = "",
        download: str = "",
        how: Literal["auto", "create", "fetch"] = "auto",
        extra: dict[str, Any] | None = None,
    ) -> ScheduleView:
        """Make one for a site, or for every site that has `tag` (now or later). ``where="site"``: on the site itself, by its service;
        `extra`: further fields of its `Capabilities.schedule`. UsageError says what does not fit together."""
        words: dict[str, Any] = {
            "every": every, "cron": cron, "at": at, "on": on, "timezone": timezone, "type": type, "keep": keep, "keep_days": keep_days,
            "name": name, "enabled": enabled, "site_storage": site_storage, "cloud_upload": cloud_upload, "cloud_provider": cloud_provider,
            "notify": notify, "keep_in": keep_in, "download": download, "how": how,
        }  # fmt: skip
        if (site is None) == (not tag):
            raise UsageError("A schedule is for one site, or for all sites with a tag.", hint="holdfast schedule add shop --every daily")
        if where == "site":
            if site is None:
                raise UsageError("A schedule on a site is made site by site.", hint="Name the site.")
            return await self._on_site.add(site, **_for_site({**words, "type": type or "full"}, extra))
        if extra:
            raise UsageError(f"Only a schedule on the site takes {', '.join(sorted(extra))}.")
        now = _now()

        def save() -> ScheduleView:
            sites = self._sites(site, tag)
            wanted = Schedule(id=new_id(), site=sites[0].id if site is not None else "", tag=tag, created_at=now, counts_from=now, **words)
            wanted = self._fit(checked(wanted), sites)
            taken = {one.name.lower() for one in self._home.schedules.all()}
            made = msgspec.structs.replace(wanted, name=named(wanted, tag or sites[0].name, taken))
            self._home.schedules.put(made)
            note(self._home.database, "schedule added", made.name, **_when(made))
            return self._view(made, 5)

        view = await self._home.ask(save)
        self.changed()
        return view

    async def edit(self, schedule: str, *, extra: dict[str, Any] | None = None, **words: Any) -> ScheduleView:
        """Change what is given (names as in `add`, without site, tag and where; None = not given), leave the rest. A new time counts from
        now on: what is past is not made up for. One on a site: where its service can only make a new one and delete the old one the id is
        another one afterwards (see `replaces`)."""
        given = {name: value for name, value in words.items() if value is not None}
        if given.get("every") and given.get("cron"):
            raise UsageError("A schedule needs either --every or --cron.")
        if "/" in schedule:
            return await self._on_site.edit(schedule, **_for_site(given, extra))
        if extra:
            raise UsageError(f"Only a schedule on the site takes {', '.join(sorted(extra))}.")
        if not given:
            raise UsageError("Nothing to change was given.", hint="holdfast schedule edit --help")

        def save() -> ScheduleView:
            old = self._find(schedule)
            sites = sites_of(old, self._home.sites.all())
            new = self._fit(checked(msgspec.structs.replace(old, **_instead(old, given))), sites)
            if any(getattr(old, field) != getattr(new, field) for field in WHEN) or (new.enabled and not old.enabled):
                new = msgspec.structs.replace(new, counts_from=_now())
            self._home.schedules.put(new)
            let_go(self._home, schedule=new.id)
            note(self._home.database, "schedule changed", new.name, changed=sorted(given), **_when(new))
            return self._view(new, 5)

        view = await self._home.ask(save)
        self.changed()
        return view

    async def replaces(self, schedule: str) -> bool:
        """Whether `edit` makes a new schedule and then deletes the old one, as the site cannot change any. To be asked before."""
        return "/" in schedule and await self._on_site.replaces(schedule)

    async def remove(self, schedule: str) -> None:
        """Backups that it made stay. NotFound NO-SCHEDULE."""
        if "/" in schedule:
            await self._on_site.remove(schedule)
            return

        def forget() -> None:
            found = self._find(schedule)
            self._home.schedules.remove(found)
            self._home.slots.forget(found.id)
            note(self._home.database, "schedule removed", found.name)

        await self._home.ask(forget)
        self.changed()

    async def pause(self, site: str | None = None, *, until: datetime) -> datetime:
        """No schedule of this computer runs for a site (None: for any) before `until`, a moment of the wall clock; what falls due meanwhile
        is caught up once afterwards. Schedules on sites go on. UsageError for a moment that is past."""
        if until <= _now():
            raise UsageError("That moment is past.", hint="holdfast schedule pause --for 4h")

        def save() -> None:
            self._home.pauses.pause(self._home.sites.get(site).id if site is not None else ALL_SITES, until)
            note(self._home.database, "schedules paused", site or "all sites", until=until.astimezone(UTC).isoformat())

        await self._home.ask(save)
        self.changed()
        return until

    async def resume(self, site: str | None = None) -> None:
        """End the pause of a site, or every pause; what was held because keys were refused runs again, too. A pause for all sites holds
        for each: it ends for all or not at all (UsageError)."""

        def save() -> None:
            found = self._home.sites.get(site) if site is not None else None
            held = self._home.pauses.all()
            if found is not None and found.id not in held and ALL_SITES in held:
                raise UsageError("All sites are paused; one of them cannot be resumed alone.", hint="holdfast schedule resume")
            self._home.pauses.resume(found.id if found is not None else ALL_SITES)
            let_go(self._home, site=found.id if found is not None else "")
            note(self._home.database, "schedules resumed", site or "all sites")

        await self._home.ask(save)
        self.changed()

    async def pauses(self) -> dict[str, datetime]:
        """The pauses that hold, by name of the site; the one for all under an empty name."""

        def read() -> dict[str, datetime]:
            names = {site.id: site.name for site in self._home.sites.all()} | {ALL_SITES: ""}
            return {names[site]: until for site, until in self._home.pauses.all().items() if site in names}

        return await self._home.ask(read)

    # ---- within `ask`

    def _find(self, word: str) -> Schedule:
        known = self._home.schedules.all()
        found = [one for one in known if one.id == word or one.name.lower() == word.lower()]
        found = found or ([one for one in known if one.id.startswith(word.lower())] if len(word) >= 4 else [])
        if len(found) == 1:
            return found[0]
        hint = "holdfast schedule list shows them; one on a site looks like SITE/ID."
        raise NotFound(f"{'More than one' if found else 'No'} schedule is meant by {word!r}.", code="NO-SCHEDULE", hint=hint)

    def _view(self, schedule: Schedule, count: int = 1) -> ScheduleView:
        return local_view(self._home, schedule, self._home.sites.all(), self._home.slots.last(), _now(), count)

    def _sites(self, site: str | None, tag: str) -> Sequence[Site]:
        if site is not None:
            return [self._home.sites.get(site)]
        found = [one for one in self._home.sites.all() if tag in one.tags]
        if not found:
            raise NotFound(f"No site has the tag {tag!r}.", code="NO-SITE", hint="holdfast site edit NAME --tag T")
        return found

    def _fit(self, schedule: Schedule, sites: Sequence[Site]) -> Schedule:
        """With the storage's name as it is written. Errors: NotFound for its storage; what does not suit a site."""
        if schedule.keep_in:
            schedule = msgspec.structs.replace(schedule, keep_in=self._home.storages.get(schedule.keep_in).name)
        if schedule.site:
            for site in sites:
                suits(schedule, site)
        return schedule


def _instead(old: Schedule, given: dict[str, Any]) -> dict[str, Any]:
    """The two ways to say when take each other's place; what does not go with the new one goes, unless it is given."""
    gone: dict[str, Any] = {}
    if given.get("cron"):
        gone = {"every": "", "at": "", "on": ""}
    elif given.get("every") and given["every"] != old.every:
        gone = {"cron": "", "on": ""}
        if given["every"] not in {"daily", "weekly", "monthly"} or old.every not in {"daily", "weekly", "monthly"}:
            gone["at"] = ""
    return gone | given


def _for_site(words: dict[str, Any], extra: dict[str, Any] | None) -> dict[str, Any]:
    """The arguments of one on a site. UsageError for what only this computer can do."""
    wrong = [name for name in _LOCAL_ONLY if words.get(name) not in {None, "", "auto"}]
    if wrong:
        raise UsageError(
            f"A schedule on the site takes no {wrong[0].replace('_', '-')}.", hint="Without --where site this computer runs it."
        )
    more = {there: words[here] for here, there in _SERVICE.items() if words.get(here) not in {None, ""}}
    plain = {name: value for name, value in words.items() if name not in _LOCAL_ONLY and name not in _SERVICE}
    return plain | {"extra": {**more, **(extra or {})}}


def _when(schedule: Schedule) -> dict[str, str]:
    told = {name: getattr(schedule, name) for name in WHEN}
    return {name: value for name, value in told.items() if value}


def _now() -> datetime:
    return datetime.now(UTC)
