"""The clock: runs what is due, exactly once for each slot, and says of every slot what became of it.

A pass reads the schedules, finds for each site the newest slot that is due (older ones are decided: they went into it), asks what speaks
against running it now, and starts what may run: most overdue and smallest first (`clock_order`), few at once. What may not run yet waits,
with its reasons in the row of its slot. What follows when a job has ended is decided by `clock_fates`.

One clock runs per home: whoever holds the lock ``scheduler`` (`holdfast.state.home_lock`). A slot that was claimed by a program that died
is found by the next pass: its job is closed as abandoned, and it waits for another try.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING, Any, Protocol

import msgspec

from holdfast.app.clock_fates import BACK_OFF, Ended, Fate, fate, not_before
from holdfast.app.clock_order import Standing, in_order
from holdfast.app.clock_standing import Key, Moment, Survey, settle, survey
from holdfast.app.handles import JobHandle
from holdfast.app.home import Home
from holdfast.errors import HoldfastError, as_failure
from holdfast.jobs.messages import Finished
from holdfast.records import NETWORK_SYSTEMS, Schedule, Site
from holdfast.scheduling import Slot, Waker
from holdfast.state.home_lock import HomeLock
from holdfast.surroundings.base import Change, Listener
from holdfast.surroundings.nothing import Nothing
from holdfast.verdict import Reason

if TYPE_CHECKING:
    import asyncio

    from holdfast.cancellation import Cancellation

log = logging.getLogger(__name__)

LIGHT_AT_ONCE = 16
"""So many sites are waited for at once that make their backups by themselves; what moves bytes of theirs takes turns like all jobs."""


class Runs(Protocol):
    """Starts the job of a slot (`Backups.run_scheduled`)."""

    def __call__(self, schedule: Schedule, site: Site, slot: Slot, /) -> Awaitable[JobHandle]: ...


class Against(Protocol):
    """What speaks against running now (`Conditions.unmet`); nothing = it may run."""

    def __call__(self, site: Site, schedule: Schedule, /, *, now: datetime) -> Awaitable[Sequence[Reason]]: ...


class Elsewhere(Protocol):
    """Whether another computer has made this slot's backup already: why it is skipped; None = no."""

    def __call__(self, site: Site, schedule: Schedule, slot: Slot, /) -> Awaitable[Reason | None]: ...


async def nothing_against(site: Site, schedule: Schedule, /, *, now: datetime) -> Sequence[Reason]:
    """No conditions: what is due may run."""
    return ()


class SlotTold(msgspec.Struct, frozen=True, tag="slot", tag_field="event"):
    """What the clock decided of a slot. `state`: started, run, late, skipped, missed or waiting."""

    site: str
    schedule: str
    key: str
    state: str
    reason: str = ""
    job: str = ""
    name: str = ""
    """The site's, now; `site` is its id."""


class Quiet(msgspec.Struct, frozen=True):
    """A pass found nothing to do: until `until`, unless the clock or the zone was set, or something was changed."""

    since: datetime
    until: datetime | None
    zone: str
    generation: tuple[int, int]

    def lasts(self, now: datetime, zone: str, generation: tuple[int, int]) -> bool:
        return now >= self.since and (self.until is None or now < self.until) and zone == self.zone and generation == self.generation


class Clock:
    """`Holdfast.clock`."""

    def __init__(
        self,
        home: Home,
        *,
        run: Runs,
        against: Against,
        elsewhere: Elsewhere,
        logged_in: Callable[[], datetime | None],
        zone: Callable[[], tzinfo],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """`logged_in`: when the user did (asked in a thread), `zone`: the machine's now."""
        self._home = home
        self._run, self._against, self._elsewhere = run, against, elsewhere
        self._logged_in, self._zone, self._now = logged_in, zone, now
        self._lock: HomeLock | None = None
        self._live: dict[Key, Standing] = {}
        self._handles: dict[Key, JobHandle] = {}
        self._ending: set[asyncio.Task[None]] = set()
        self._full: set[bool] = set()
        self._leaving = False
        self._waker: Waker | None = None
        self._quiet: Quiet | None = None
        self._told: list[Callable[[SlotTold], None]] = []
        self._names: dict[str, str] = {}
        """Of sites by id, as the last pass found them."""
        self.listen: Callable[[Callable[[Change], None]], Listener] = lambda heard: Nothing()
        """Set by the door: where changes of network and power, and the end of sleep, are heard."""
        self.tidy: Callable[[], Awaitable[Sequence[JobHandle]]] | None = None
        """Set by the door: what may follow once nothing runs any more (`BackgroundPrune.after_runs`)."""
        self._tidying: list[JobHandle] = []

    # ---- for others

    async def holder(self) -> str:
        """Who runs the schedules of this home now, for people: ``this program``, ``process 123``, or empty."""
        if self._lock is not None:
            return "this program"
        return await self._home.ask(lambda: _holder(HomeLock(self._home.paths.data)))

    def wake(self) -> None:
        """Look now: a schedule was changed, the computer woke up, a network came. Does nothing where the clock does not run."""
        self._quiet = None
        if self._waker is not None:
            self._waker.wake()

    def subscribe(self, listener: Callable[[SlotTold], None]) -> Callable[[], None]:
        """Hear what is decided of slots. Returns the function that ends it."""
        self._told.append(listener)
        return lambda: self._told.remove(listener) if listener in self._told else None

    async def run(self, stop: Cancellation | None = None) -> None:
        """Run what is due until `stop`, or until cancelled. Busy HOME-LOCKED, with who holds it, when another program does it. What runs
        when it is stopped is stopped too, and tried again by the next clock."""
        async with self._held(), _told_of(stop) as stopped:
            waker = Waker(self.tick)
            self._waker = waker
            listener = self.listen(lambda change: None if change == "sleep" else self.wake())
            try:
                async with waker:
                    await stopped.wait()
            finally:
                self._waker = None
                await self._home.ask(listener.close)
                await self.leave()

    async def run_due(self, stop: Cancellation | None = None) -> Sequence[Finished]:
        """All that is due and may run now, to its end, in the order in which it began. Busy HOME-LOCKED."""
        import asyncio

        moment, handles = self._now(), list[JobHandle]()
        async with self._held(), _told_of(stop) as stopped:
            stopping = asyncio.create_task(stopped.wait())
            try:
                while not stopped.is_set():
                    handles += await self.pass_once(moment)
                    if not self._ending:
                        break
                    await asyncio.wait([*self._ending, stopping], return_when=asyncio.FIRST_COMPLETED)
            finally:
                stopping.cancel()
                await self.leave()
        return [await handle.result() for handle in handles]

    async def leave(self) -> None:
        """Stop what runs, and write down that it waits for another try."""
        import asyncio

        self._leaving = True
        for handle in [*self._handles.values(), *self._tidying]:
            handle.cancel()
        if self._ending:
            await asyncio.wait(self._ending)

    @property
    def live(self) -> frozenset[Key]:
        """The slots that this program runs now."""
        return frozenset(self._live)

    # ---- one pass

    async def pass_once(self, now: datetime | None = None) -> Sequence[JobHandle]:
        """Start what is due at `now` and may run, as many as go at once; the jobs. Of everything else the row of its slot says why it
        waits. Busy HOME-LOCKED."""
        async with self._held():
            moment, live = now or self._now(), self.live
            found, (zone, generation) = await self._home.ask(lambda: self._survey(moment, live))
            for slot, decided in found.decided:
                self._tell(slot, decided)
            self._full.clear()
            ordered = in_order((one for one in found.standing if one.key not in self._live), moment)
            handles = [await self._take_up(one, moment) for one in ordered]
            self._quiet = None if found.standing else Quiet(moment, found.next_at, zone, generation)
            return [handle for handle in handles if handle is not None]

    def _survey(self, now: datetime, live: frozenset[Key]) -> tuple[Survey, tuple[str, tuple[int, int]]]:
        """With the facts that it was made by: what is changed from here on is seen by the next tick."""
        zone, generation = self._zone(), self._home.database.generation()
        self._names = {site.id: site.name for site in self._home.sites.all()}
        return survey(self._home, Moment(now, zone, self._logged_in), live), (str(zone), generation)

    async def tick(self) -> datetime | None:
        """At each wake-up: a pass, unless nothing can have changed since the last one found nothing. When to wake next at the latest."""
        now = self._now()
        try:
            if self._quiet is None or not self._quiet.lasts(now, *await self._home.ask(self._facts)):
                await self.pass_once(now)
        except HoldfastError as error:
            log.warning("the schedules could not be looked through: %s", error.message)
        except Exception:  # whatever it is: the next tick must come
            log.exception("the schedules could not be looked through")
        return self._quiet.until if self._quiet is not None else None

    def _facts(self) -> tuple[str, tuple[int, int]]:
        return str(self._zone()), self._home.database.generation()

    async def _take_up(self, one: Standing, now: datetime) -> JobHandle | None:
        """Run it, or say why not."""
        wait = not_before(one.details)
        if wait is not None and wait > now and wait - now <= max(BACK_OFF):  # further away only when the clock was set back
            return None
        reasons = await self._reasons(one, now)
        if reasons:
            await self._wait(one, reasons)
            return None
        there = await self._elsewhere(one.site, one.schedule, one.slot)
        if there is not None:
            await self._decide(one, Fate("skipped", there.code, dict(there.details)))
            return None
        return await self._begin(one)

    async def _reasons(self, one: Standing, now: datetime) -> Sequence[Reason]:
        if one.paused_until is not None:
            return [Reason("PAUSED", details={"until": one.paused_until.isoformat()})]
        if one.refusals.hold is not None:
            return [one.refusals.hold]
        if one.running or any(live.site.id == one.site.id for live in self._live.values()):
            return [Reason("RUNNING")]
        against = await self._against(one.site, one.schedule, now=now)
        if against:
            return against
        return () if self._has_room(one.site) else [Reason("TURN")]

    def _has_room(self, site: Site) -> bool:
        """Once one of a pass must wait for its turn, all after it do: whoever ends meanwhile makes room for the first of them."""
        light = site.system in NETWORK_SYSTEMS
        same = sum((live.site.system in NETWORK_SYSTEMS) == light for live in self._live.values())
        if same >= (LIGHT_AT_ONCE if light else self._home.settings.concurrent_jobs):
            self._full.add(light)
        return light not in self._full

    async def _wait(self, one: Standing, reasons: Sequence[Reason]) -> None:
        told = [{"code": reason.code, **({"details": reason.details} if reason.details else {})} for reason in reasons]
        if one.state == "waiting" and one.reason == reasons[0].code and one.details.get("reasons") == told:
            return
        await self._decide(one, Fate("waiting", reasons[0].code, {**one.details, **_kept(one), "reasons": told}))

    async def _begin(self, one: Standing) -> JobHandle | None:
        import asyncio

        self._live[one.key] = one
        try:
            if not await self._home.ask(lambda: self._home.slots.claim(one.slot, late=one.late, details=_kept(one))):
                self._live.pop(one.key)
                return None  # another program was quicker
            handle = await self._run(one.schedule, one.site, one.slot)
        except HoldfastError as error:
            await self._end(one, Ended("failed", as_failure(error)))
            return None
        except BaseException:
            self._live.pop(one.key, None)  # the next pass finds that nothing came of the claim
            raise
        self._handles[one.key] = handle
        task = asyncio.create_task(self._see_to_its_end(one, handle), name=f"slot {one.site.name}")
        self._ending.add(task)
        task.add_done_callback(self._ending.discard)
        await self._home.ask(lambda: self._home.slots.attach(one.slot, handle.id))
        self._tell(one.slot, Fate("waiting"), state="started", job=handle.id)
        return handle

    async def _see_to_its_end(self, one: Standing, handle: JobHandle) -> None:
        finished = await handle.result()
        await self._end(one, Ended(finished.outcome, finished.failure, finished.job))
        self.wake()
        if not (self._live or self._leaving or self._tidying):
            await self._tidy()

    async def _tidy(self) -> None:
        try:
            self._tidying = list(await self.tidy()) if self.tidy is not None else []
            for job in self._tidying:
                if self._leaving:
                    job.cancel()
                await job.result()
        except HoldfastError as error:
            log.warning("what follows the runs could not begin: %s", error.message)
        finally:
            self._tidying = []

    async def _end(self, one: Standing, ended: Ended) -> None:
        decided = fate(ended, late=one.late, before={**one.details, **_kept(one)}, now=self._now(), leaving=self._leaving)
        try:
            await self._home.ask(lambda: settle(self._home, one.slot, ended, one.refusals, decided))
            self._tell(one.slot, decided)
        except HoldfastError as error:  # a later pass finds the end in the history
            log.error("the slot %s of %s cannot be written: %s", one.slot.key, one.site.name, error.message)
        finally:
            self._live.pop(one.key, None)
            self._handles.pop(one.key, None)

    async def _decide(self, one: Standing, decided: Fate) -> None:
        await self._home.ask(lambda: self._home.slots.decide(one.slot, decided.state, decided.reason, decided.details))
        self._tell(one.slot, decided)

    def _tell(self, slot: Slot, decided: Fate, *, state: str = "", job: str = "") -> None:
        told = SlotTold(
            slot.site,
            slot.schedule,
            slot.key,
            state or decided.state,
            decided.reason,
            job or str(decided.details.get("job", "")),
            self._names.get(slot.site, ""),
        )
        for listener in list(self._told):
            listener(told)

    # ---- holding the home

    @asynccontextmanager
    async def _held(self) -> AsyncIterator[None]:
        """Be the only clock of this home; within one that is, nothing."""
        if self._lock is not None:
            yield
            return
        lock = HomeLock(self._home.paths.data)
        await self._home.ask(lock.__enter__)
        self._lock, self._leaving = lock, False
        try:
            yield
        finally:
            self._lock = None
            lock.release()


@asynccontextmanager
async def _told_of(stop: Cancellation | None) -> AsyncIterator[asyncio.Event]:
    """An event of this loop that is set when `stop` is."""
    import asyncio

    stopped, loop = asyncio.Event(), asyncio.get_running_loop()

    def tell() -> None:
        loop.call_soon_threadsafe(stopped.set)

    forget = stop.when_cancelled(tell) if stop is not None else lambda: None
    try:
        yield stopped
    finally:
        forget()


def _kept(one: Standing) -> dict[str, Any]:
    """What the row of a slot keeps whatever happens: how often it was tried, and since when its backup is due."""
    tried = {"tries": one.details["tries"]} if "tries" in one.details else {}
    return {**tried, "since": one.since.isoformat(timespec="seconds")}


def _holder(lock: HomeLock) -> str:
    """Reads only: who tries the lock might keep another one from taking it."""
    pid = lock.holder()
    return f"process {pid}" if pid else ""
