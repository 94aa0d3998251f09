"""A home whose clock lives in made-up time: jobs end when the world says so, the network comes and goes, the program dies at will.

Slots, schedules, history and locks are the real ones; only what a job does, and what speaks against it, is made up.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any

from holdfast.app.clock import Clock
from holdfast.app.handles import JobHandle
from holdfast.app.home import Home
from holdfast.errors import Failure
from holdfast.jobs.messages import AnyEvent, Finished, Started
from holdfast.records import Backup, Job, Schedule, Site, StorageEntry
from holdfast.scheduling import Slot
from holdfast.state.catalogue import Catalogue, CatalogueSnapshot, catalogue_path
from holdfast.state.entries import new_id
from holdfast.verdict import Reason

Outcome = tuple[str, Failure | None]
GOOD: Outcome = ("success", None)


def failing(kind: str, code: str) -> Outcome:
    return "failed", Failure(kind=kind, code=code, message="It did not work.", hint="", retryable=True, details={})


class Running:
    """A job at work; `end` lets it end."""

    def __init__(self, schedule: Schedule, site: Site, slot: Slot, outcome: Outcome) -> None:
        self.schedule, self.site, self.slot, self.outcome = schedule, site, slot, outcome
        self.gate = asyncio.Event()
        self.began_at: datetime

    def end(self, outcome: Outcome | None = None) -> None:
        self.outcome = outcome or self.outcome
        self.gate.set()


class World:
    """`at_once`: jobs end by themselves. `outcome` says how the next one ends; `against` what speaks against a site."""

    def __init__(self, folder: Path, now: datetime, zone: tzinfo, *, at_once: bool = True) -> None:
        self.folder, self.now, self.zone, self.at_once = folder, now, zone, at_once
        self.outcome: Callable[[Site, Slot], Outcome] = lambda site, slot: GOOD
        self.against: Callable[[Site], Sequence[Reason]] = lambda site: ()
        self.elsewhere: Callable[[Site, Slot], Reason | None] = lambda site, slot: None
        self.logged_in: datetime | None = None
        self.running: list[Running] = []
        self.log: list[tuple[str, str, str, str]] = []
        """(schedule, site's name, key, outcome) of every job that ended."""
        self.order: list[str] = []
        """Names of sites, as their jobs began."""

    async def start(self) -> None:
        """The program starts."""
        self.home = Home(self.folder, None, None)
        await self.home.open()
        self.clock = Clock(
            self.home,
            run=self._run,
            against=self._against,
            elsewhere=self._elsewhere,
            logged_in=lambda: self.logged_in,
            zone=lambda: self.zone,
            now=lambda: self.now,
        )

    async def stop(self) -> None:
        """The program ends in order."""
        await self.clock.leave()
        await self.home.close()

    async def crash(self) -> None:
        """kill -9: what ran goes on nowhere, its rows stay open and belong to a process that is gone."""
        for task in [one for one in asyncio.all_tasks() if one.get_name().startswith(("slot ", "job "))]:
            task.cancel()
        await asyncio.sleep(0)
        self.running.clear()
        with self.home.database.write() as connection:
            connection.execute("UPDATE jobs SET pid = 4194303, pid_mark = 'gone' WHERE outcome = ''")
        self.home.live.clear()
        await self.home.close()
        await self.start()

    def site(self, name: str, *, tags: tuple[str, ...] = (), system: Any = "folder") -> Site:
        return self.home.sites.put(Site(id=f"id-{name}", name=name, system=system, tags=tags, created_at=self.now - timedelta(days=30)))

    def schedule(self, name: str, **words: Any) -> Schedule:
        words = {"created_at": self.now, "counts_from": self.now} | words
        return self.home.schedules.put(Schedule(id=f"plan-{name}", name=name, **words))

    def clock_sizes(self, sizes: dict[str, int | None]) -> None:
        """A catalogue that knows one backup of each site of known size."""
        entry = self.home.storages.put(StorageEntry(id="id-disk", name="disk", location="/nowhere", repository_id="ab" * 32))
        catalogue = Catalogue.open(catalogue_path(self.home.paths.cache, entry.repository_id))
        known = {name: size for name, size in sizes.items() if size is not None}
        catalogue.put_snapshots(
            CatalogueSnapshot(name, "2026-09-01T00:00:00.000000Z", f"id-{name}", name, b"", "", Backup(id=name, site=name, size=size))
            for name, size in known.items()
        )
        catalogue.close()

    async def tick(self, now: datetime | None = None) -> None:
        """The clock wakes up; what ends at once has ended afterwards, and what follows on that has begun."""
        self.now = now or self.now
        ended = -1
        while ended < len(self.log):
            ended = len(self.log)
            await self.clock.tick()
            await self.settle()

    async def settle(self) -> None:
        """Until every job that was let go has told its end, and its slot knows."""
        while len(self.clock.live) > sum(not one.gate.is_set() for one in self.running) or any(one.gate.is_set() for one in self.running):
            await asyncio.sleep(0.0003)

    def rows(self, schedule: str = "") -> dict[str, tuple[str, str]]:
        """Key -> state and reason, of the slots of a schedule."""
        rows = self.home.database.read("SELECT key, state, reason FROM slots WHERE schedule LIKE ? ORDER BY key", (f"plan-{schedule}%",))
        return {row[0]: (row[1], row[2]) for row in rows}

    async def _against(self, site: Site, schedule: Schedule, /, *, now: datetime) -> Sequence[Reason]:
        return self.against(site)

    async def _elsewhere(self, site: Site, schedule: Schedule, slot: Slot, /) -> Reason | None:
        return self.elsewhere(site, slot)

    async def _run(self, schedule: Schedule, site: Site, slot: Slot, /) -> JobHandle:
        job = Job(id=new_id(), verb="backup", site=site.name, trigger="schedule")
        await self.home.ask(lambda: self.home.history.begin(job, site_id=site.id))
        one = Running(schedule, site, slot, self.outcome(site, slot))
        one.began_at = self.now
        if self.at_once:
            one.gate.set()
        self.running.append(one)
        self.order.append(site.name)

        def stop() -> None:
            one.end(("cancelled", None))

        return JobHandle(job.id, "backup", site.name, self._story(job, one), stop)

    async def _story(self, job: Job, one: Running) -> AsyncGenerator[AnyEvent, None]:
        yield Started(job=job.id, site=job.site, verb="backup")
        await one.gate.wait()
        outcome, failure = one.outcome
        finished = Finished(job=job.id, site=job.site, outcome=outcome, failure=failure)
        await self.home.ask(lambda: self.home.history.end(finished))
        self.log.append((one.schedule.id, one.site.name, one.slot.key, outcome))
        self.running.remove(one)
        yield finished
