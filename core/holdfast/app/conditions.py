"""What the computer is in, and which condition that is not met keeps a scheduled run waiting: each a reason with code and numbers.

Codes: PAUSED, QUIET-HOURS, JUST-LOGGED-IN, BATTERY, OFFLINE, CAPTIVE, METERED, NETWORK-NOT-CHOSEN, BUDGET-SPENT, KEY-LOCKED. Nothing here
asks on its own: it is asked by the clock's tick, and the system's signals (`listen`) wake the clock.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime, tzinfo
from typing import Any
from urllib.parse import urlsplit

import msgspec

from holdfast.app import condition_rules, costs, moving
from holdfast.app.archive_places import ARCHIVES
from holdfast.app.condition_rules import Need, address_of_location
from holdfast.app.home import Home
from holdfast.app.schedule_rules import checked
from holdfast.errors import HoldfastError
from holdfast.jobs.messages import Reach, ReachTarget
from holdfast.jobs.waiting import running_loop
from holdfast.records import NETWORK_SYSTEMS, Schedule, Site, StorageEntry
from holdfast.scheduling import machine_zone
from holdfast.state import traffic
from holdfast.state.credentials.base import SecretName
from holdfast.state.traffic import Moved
from holdfast.surroundings.base import Change, Facts, Listener
from holdfast.verdict import Reason

REACHED_SECONDS = 60.0
"""So long a server that answered is believed to answer."""
FAILED_SECONDS = (20.0, 300.0)
"""When one that does not answer is asked again: soon, then twice as late each time, up to this."""
GIVE_IT_A_TRY = 3600.0
"""A server that is silent so long although the internet is there: the run may go, and say what is wrong."""
ZONE_SECONDS = 5.0
LOCKED_SECONDS = 600.0
"""A locked store of secrets is not asked more often: each time it may put a prompt before the user."""


class Conditions:
    """`Holdfast.conditions`."""

    def __init__(self, home: Home, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._home = home
        self._servers = _Servers(clock)
        self._clock = clock
        self._locked_at: float | None = None
        self._zone_read: tuple[float, tzinfo] | None = None
        self._sizes: dict[tuple[str, costs.Kind], tuple[tuple[int, int], int | None]] = {}

    async def facts(self) -> Facts:
        """How things are now. Takes a few milliseconds, seconds where a service of the system hangs."""
        return await self._home.ask(self._home.surroundings.look)

    def logged_in_at(self) -> datetime | None:
        """When the user logged in; None: not known. Blocks as `facts` does: from a thread."""
        return self._home.surroundings.look().session_began

    async def unmet(self, site: Site, schedule: Schedule, /, *, now: datetime, may_prompt: bool = True) -> Sequence[Reason]:
        """What speaks against running now; nothing = it may run. Servers are looked at only when nothing else speaks against it, and then
        whether the store of secrets is locked; that may put a prompt before the user, so it is not tried without `may_prompt`."""
        found = await self._home.ask(lambda: self._read(site, schedule, now))
        reasons = [] if found.paused is None else [Reason("PAUSED", details={"until": found.paused.isoformat()})]
        reasons += condition_rules.unmet(found.need, found.facts, self._home.settings, now.astimezone(found.zone), moved_today=found.moved)
        if not reasons:
            reasons += await self._unreached(found.targets, found.facts)
        if not reasons:
            reasons += await self._locked(may_prompt)
        return reasons

    def awake(self, why: str = "") -> AbstractAsyncContextManager[bool]:
        """The computer does not fall asleep by itself meanwhile (setting `keep_awake`). Jobs do this by themselves while bytes move."""
        return moving.awake(self._home, why or "Backing up")

    async def cost(self, schedule: Schedule) -> costs.Cost:
        """What a schedule (also one that is not saved yet) moves over the internet on an average day, by what earlier runs moved."""

        def read() -> costs.Cost:
            far = [
                site
                for site in costs.sites_of(self._home, schedule)
                if Need(tuple(one.url for one in self._targets(site, schedule))).goes_far()
            ]
            return costs.cost_of(self._home, schedule, far, datetime.now(UTC), machine_zone())

        return await self._home.ask(read)

    async def cost_of_plan(self, site: str | None = None, *, tag: str = "", every: str = "", cron: str = "", **words: Any) -> costs.Cost:
        """The same before there is a schedule, for a site (by name) or a tag; `words`: further fields of `Schedule`.
        UsageError, NotFound."""

        def read() -> Schedule:
            known = self._home.sites.get(site).id if site is not None else ""
            fields = {name: value for name, value in words.items() if name in Schedule.__struct_fields__}
            return checked(Schedule(**{"id": "", "name": "", **fields, "site": known, "tag": tag, "every": every, "cron": cron}))

        return await self.cost(await self._home.ask(read))

    async def cost_of_new(self, size: int, *, every: str = "", cron: str = "", has_database_type: bool = False, **words: Any) -> costs.Cost:
        """The same for a site that is not there yet and whose whole backups, of `size` bytes, will come here over the internet. `words`:
        further fields of `Schedule`. UsageError."""

        def read() -> costs.Cost:
            fields = {name: value for name, value in words.items() if name in Schedule.__struct_fields__}
            wanted = checked(Schedule(**{"id": "", "name": "", **fields, "every": every, "cron": cron}))
            return costs.cost_of_size(
                self._home, wanted, size, has_database_type=has_database_type, now=datetime.now(UTC), zone=machine_zone()
            )

        return await self._home.ask(read)

    async def moved_today(self) -> dict[str, Moved]:
        """What jobs moved over the internet today, by network (its id; empty = not known)."""
        return await self._home.ask(lambda: traffic.on_day(self._home.database, _day(datetime.now(machine_zone()))))

    def listen(self, heard: Callable[[Change], None]) -> Listener:
        """Call `heard` at each change of the network or the power, before sleep and after it: on the loop of the caller where it runs on
        one, else from a thread. Close the listener at the end; that takes no longer than two seconds."""
        loop = running_loop()

        def tell(change: Change) -> None:
            if change in {"network", "wake"}:
                self._servers.forget()
            if loop is None:
                heard(change)
                return
            try:
                loop.call_soon_threadsafe(heard, change)
            except RuntimeError:
                pass  # the loop has ended meanwhile

        return self._home.surroundings.listen(tell)

    # ---- what a run needs

    def _read(self, site: Site, schedule: Schedule, now: datetime) -> _Found:
        settings, facts = self._home.settings, self._home.surroundings.look()
        targets, zone = self._targets(site, schedule), self._zone()
        need = Need(tuple(one.url for one in targets))
        counts = need.goes_far() and (
            settings.daily_transfer_mb or settings.networks or (facts.network.metered and settings.metered == "small")
        )
        if counts:  # a tick every 30 s, for many sites: only what is needed is looked up
            need = Need(need.addresses, self._size(site, costs.kind_of(schedule.type)))
        moved = 0
        if settings.daily_transfer_mb:
            moved = sum(one.both for one in traffic.on_day(self._home.database, _day(now.astimezone(zone))).values())
        return _Found(facts, targets, need, moved, self._home.pauses.paused_until(site.id, now), zone)

    def _zone(self) -> tzinfo:
        """Reading it takes longer than all the rest: one answer serves a pass."""
        if self._zone_read is None or self._clock() - self._zone_read[0] > ZONE_SECONDS:
            self._zone_read = self._clock(), machine_zone()
        return self._zone_read[1]

    def _size(self, site: Site, kind: costs.Kind) -> int | None:
        """As long as nothing is written into the database, nothing was learnt."""
        generation = self._home.database.generation()
        known = self._sizes.get((site.id, kind))
        if known is None or known[0] != generation:
            known = generation, costs.expected_size(self._home, site, kind)
            self._sizes[site.id, kind] = known
        return known[1]

    def _targets(self, site: Site, schedule: Schedule) -> list[ReachTarget]:
        """The servers that a run needs: that of the site's service, that of the storage."""
        found = []
        if site.system in NETWORK_SYSTEMS:
            account = next((one for one in self._home.accounts.all() if one.id == site.account), None)
            ca_file = str(account.options.get("ca_file", "")) if account is not None else ""
            found.append(ReachTarget(site.url, ca_file))
        elif site.system == "archives":
            found.append(ReachTarget(address_of_location(str(site.options.get(ARCHIVES, ""))), str(site.options.get("ca_file", ""))))
        storage = self._storage(site, schedule)
        if storage is not None:
            found.append(ReachTarget(address_of_location(storage.location), str(storage.options.get("ca_file", ""))))
        return [one for one in dict.fromkeys(found) if one.url]

    def _storage(self, site: Site, schedule: Schedule) -> StorageEntry | None:
        name = schedule.keep_in or self._home.storage_name(site)
        return self._home.storages.find(name) if name else None

    # ---- looking at servers and keys

    async def _unreached(self, targets: Sequence[ReachTarget], facts: Facts) -> list[Reason]:
        open_ones = [one for one in targets if self._servers.is_to_be_asked(one.url)]
        if open_ones:
            try:
                told = await self._home.query(Reach(**self._home.common(), targets=tuple(open_ones)))
            except HoldfastError:
                return []  # nobody could look: that says nothing about the servers
            for address, word in told["reached"].items():
                self._servers.note(address, str(word))
        return [reason for one in targets if (reason := self._servers.against(one.url, facts)) is not None]

    async def _locked(self, may_prompt: bool) -> list[Reason]:
        """Whether the store of secrets is locked. It is asked when nothing is known, and then seldom."""
        if not may_prompt:
            return [] if self._home.secrets_locked is None else [Reason("KEY-LOCKED")]
        if self._home.secrets_opened:
            self._locked_at = None
            return []
        if self._locked_at is None or self._clock() - self._locked_at >= LOCKED_SECONDS:
            self._locked_at = None
            try:
                await self._home.secret_call(lambda store: store.get(SecretName("none", "password", "none")))
            except HoldfastError as error:
                if error.code != "KEY-LOCKED":
                    return []  # the run will say it
                self._locked_at = self._clock()
        return [] if self._locked_at is None else [Reason("KEY-LOCKED")]


class _Found(msgspec.Struct, frozen=True):
    facts: Facts
    targets: list[ReachTarget]
    need: Need
    moved: int
    paused: datetime | None
    zone: tzinfo


class _Servers:
    """How each server answered last."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._known: dict[str, _Answer] = {}

    def is_to_be_asked(self, address: str) -> bool:
        known = self._known.get(address)
        return known is None or self._clock() >= known.again_at

    def note(self, address: str, word: str) -> None:
        now, before = self._clock(), self._known.get(address)
        if word == "yes":
            self._known[address] = _Answer(word, now, now + REACHED_SECONDS, FAILED_SECONDS[0])
            return
        failing = before is not None and before.word != "yes"
        wait = min(before.wait * 2, FAILED_SECONDS[1]) if before is not None and failing else FAILED_SECONDS[0]
        self._known[address] = _Answer(word, before.since if before is not None and failing else now, now + wait, wait)

    def against(self, address: str, facts: Facts) -> Reason | None:
        known = self._known.get(address)
        if known is None or known.word == "yes":
            return None
        internet = facts.network.reach == "full"
        if internet and (known.word == "stranger" or self._clock() - known.since >= GIVE_IT_A_TRY):
            return None  # the fault is the server's: the run says which
        details = {"host": urlsplit(address).hostname or address, "why": known.word}
        return Reason("CAPTIVE" if known.word == "stranger" else "OFFLINE", details=details)

    def forget(self) -> None:
        """The network is another one: ask anew; how long a server has been silent stays known."""
        self._known = {address: _Answer(one.word, one.since, 0.0, FAILED_SECONDS[0]) for address, one in self._known.items()}


class _Answer:
    def __init__(self, word: str, since: float, again_at: float, wait: float) -> None:
        self.word, self.since, self.again_at, self.wait = word, since, again_at, wait


def _day(local: datetime) -> str:
    return local.date().isoformat()
