"""Space comes back by itself: after scheduled runs, where enough of it is unused to be worth the work.

At most once a week for each storage, and only once something was forgotten there. Never while a job of ours works with the storage, never
on battery, over a metered line or in quiet hours; with the lowest priority. Other programs are safe: prune takes the repository's exclusive
lock, and where somebody holds another one it is put off for a day. Where old backups wait for a person (`scheduled_retention.STOPPED`)
nothing goes.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from holdfast.app import condition_rules
from holdfast.app.condition_rules import Need, address_of_location
from holdfast.app.handles import JobHandle
from holdfast.app.home import Home
from holdfast.app.scheduled_retention import FORGOTTEN, STOPPED, all_trusted
from holdfast.app.steps import Program, Steps, start_steps
from holdfast.errors import HoldfastError
from holdfast.jobs.messages import AnyEvent, Noted, Prune
from holdfast.records import StorageEntry
from holdfast.scheduling import machine_zone
from holdfast.state.remembered import note, recall, remember

LOOKED = "looked whether to prune"
"""Fact about a storage: when it is looked at again."""
EVERY = timedelta(days=7)
AFTER_BUSY = timedelta(days=1)
PART, MUCH = 0.05, 2_000_000_000
"""Worth it: so much of all that is stored, or so many bytes."""
_TRAFFIC = 3
"""So many bytes may be read over a line to free one."""


def is_worth_it(plan: Mapping[str, Any], *, far: bool) -> bool:
    """By the numbers of a plan (`holdfast.engine.prune.PrunePlan`). `far`: packs that are rewritten come and go over a line."""
    freed, stored = int(plan["bytes_freed"]), int(plan["bytes_before"])
    if plan.get("alarm") or freed <= 0 or (far and int(plan["bytes_repacked"]) > _TRAFFIC * freed):
        return False
    return freed >= MUCH or freed >= PART * stored


def against(home: Home, storage: StorageEntry, facts: Any, now: datetime) -> bool:
    """Whether something speaks against work in the background with this storage now. `facts`: see `holdfast.surroundings`."""
    address = address_of_location(storage.location)
    if facts.power.on_battery or (address and facts.network.metered):
        return True
    need = Need((address,) if address else ())
    return bool(condition_rules.unmet(need, facts, home.settings, now.astimezone(machine_zone())))


def _waits(stopped: Mapping[str, Any] | None, trusted: datetime | None) -> bool:
    """Old backups of a site wait for a person. Who has confirmed since that it became smaller has looked."""
    if stopped is None or not stopped.get("codes"):
        return False
    return not (set(stopped["codes"]) == {"SHRUNK"} and trusted is not None and trusted > datetime.fromisoformat(str(stopped["at"])))


class BackgroundPrune:
    """`Holdfast.background_prune`."""

    def __init__(self, home: Home) -> None:
        self._home = home

    async def after_runs(self, now: datetime | None = None) -> Sequence[JobHandle]:
        """Job(s) with the trigger "schedule", one for each storage whose turn it is. Result {"plan": …, "worth": bool} and what `prune`
        gives; one that finds the storage in use ends well, with {"busy": true}."""
        moment = now or datetime.now(UTC)
        due = await self._home.ask(partial(self._due, moment))
        if not due:
            return ()
        facts = await self._home.ask(self._home.surroundings.look)
        return [await self._begin(one, moment) for one in due if not against(self._home, one, facts, moment)]

    def _due(self, now: datetime) -> list[StorageEntry]:
        database = self._home.database
        forgotten, looked, stopped = recall(database, FORGOTTEN), recall(database, LOOKED), recall(database, STOPPED)
        busy = {job.storage for job in self._home.history.running()}
        trusted = all_trusted(self._home)
        waiting = {self._home.storage_name(site) for site in self._home.sites.all() if _waits(stopped.get(site.id), trusted.get(site.id))}

        def is_due(storage: StorageEntry) -> bool:
            again = looked.get(storage.id, {}).get("again", "")
            return storage.id in forgotten and (not again or datetime.fromisoformat(again) <= now)

        return [one for one in self._home.storages.all() if is_due(one) and one.name not in busy | waiting]

    async def _begin(self, storage: StorageEntry, now: datetime) -> JobHandle:
        await self._home.ask(partial(self._again, storage, now + EVERY))
        return await start_steps(self._home, "prune", self._story(storage, now), storage=storage.name, trigger="schedule")

    def _again(self, storage: StorageEntry, when: datetime) -> None:
        remember(self._home.database, storage.id, LOOKED, {"again": when.isoformat()})

    def _story(self, storage: StorageEntry, now: datetime) -> Program:
        async def program(steps: Steps) -> AsyncGenerator[AnyEvent, None]:
            try:
                async for event in self._work(steps, storage):
                    yield event
            except HoldfastError as error:
                if error.kind != "busy":
                    raise
                steps.result["busy"] = True
                await self._home.ask(partial(self._again, storage, now + AFTER_BUSY))
                yield Noted(job=steps.job, code="PRUNE-LATER", message=error.message)

        return program

    async def _work(self, steps: Steps, storage: StorageEntry) -> AsyncGenerator[AnyEvent, None]:
        words = {**steps.common(), "low_priority": True}
        steps.share(0, 30)
        async for event in steps.perform(Prune(**words, access=await self._home.access(storage), dry_run=True)):
            yield event
        plan = steps.value()["plan"]
        steps.result |= {"plan": plan, "worth": is_worth_it(plan, far=bool(address_of_location(storage.location)))}
        if not steps.result["worth"]:
            return
        steps.share(30, 100)
        async for event in steps.perform(Prune(**words, access=await self._home.access(storage))):
            yield event
        steps.result |= steps.value()
        await self._home.ask(partial(self._done, storage))

    def _done(self, storage: StorageEntry) -> None:
        with self._home.database.write() as connection:
            connection.execute("DELETE FROM facts WHERE subject = ? AND name = ?", (storage.id, FORGOTTEN))
        note(self._home.database, "prune", storage.name, "success", by="schedule")
