"""A simulated quarter of a laptop's life, and a week of it with many sites: every slot accounted for, none twice."""

from __future__ import annotations

import asyncio
import gc
import os
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from holdfast.records import Site
from holdfast.scheduling import Slot, slots
from holdfast.verdict import Reason
from tests.core.clock.world import GOOD, Outcome, World, failing

SYDNEY, BERLIN, NEW_YORK = (ZoneInfo(name) for name in ("Australia/Sydney", "Europe/Berlin", "America/New_York"))
JOURNEY = (
    (datetime(2026, 9, 28, tzinfo=UTC), SYDNEY),
    (datetime(2026, 10, 12, 3, tzinfo=UTC), BERLIN),
    (datetime(2026, 10, 29, 16, tzinfo=UTC), NEW_YORK),
)
"""Clocks go forward in Sydney on 4 October, back in Berlin on 25 October and in New York on 1 November."""
BEGIN, END = JOURNEY[0][0], datetime(2026, 12, 28, tzinfo=UTC)
PLANS: dict[str, dict[str, str]] = {
    "daily": {"every": "daily"},
    "night": {"cron": "30 2 * * *"},
    "four-hours": {"every": "4hours"},
    "weekly": {"every": "weekly", "on": "sun", "at": "03:00"},
    "monthly": {"every": "monthly", "on": "last"},
    "flaky": {"every": "daily", "at": "09:00"},
}
FINAL = {"run", "late", "skipped", "missed"}


def zone_at(moment: datetime) -> tzinfo:
    return [zone for since, zone in JOURNEY if since <= moment][-1]


@pytest.fixture
def quick_folder() -> Iterator[Path]:
    """In memory where the system has such a place: a quarter is ten thousand transactions."""
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="holdfast-quarter-", dir=memory if memory.is_dir() else None))
    yield folder
    shutil.rmtree(folder)


class Life:
    """What happens to the laptop; the same each time."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.chance = random.Random(4)
        self.crashes = 0
        self.fell_due: dict[str, set[str]] = {name: set() for name in PLANS}
        """Keys by schedule that fell due by clocks that went on as they did, awake or asleep."""
        world.against = self._against
        world.outcome = self._outcome

    def _against(self, site: Site) -> list[Reason]:
        day = (self.world.now - BEGIN).days
        return [Reason("OFFLINE")] if day % 11 in {4, 5} else []

    def _outcome(self, site: Site, slot: Slot) -> Outcome:
        return failing("remote", "SITE-DOWN") if site.name == "flaky" and self.chance.random() < 0.5 else GOOD

    async def live(self, step: timedelta) -> None:
        world, now = self.world, BEGIN
        crash_days = [day + self.chance.randrange(5) for day in range(0, 91, 7)]
        while now < END:
            before, now = now, now + step
            world.zone = zone_at(now)
            self._note(before, now)
            local = now.astimezone(world.zone)
            if not 7 <= local.hour < 23:
                continue  # asleep: what runs stands still
            for one in list(world.running):
                one.end()
            await world.settle()
            await world.tick(now)
            if world.running and crash_days and (now - BEGIN).days >= crash_days[0]:
                crash_days.pop(0)
                self.crashes += 1
                await world.crash()
        for one in list(world.running):
            one.end()
        await world.settle()

    def _note(self, since: datetime, until: datetime) -> None:
        for name in PLANS:
            schedule = self.world.home.schedules.get(name)
            self.fell_due[name] |= {one.key for one in slots(schedule, schedule.site, since, until, self.world.zone)}


def test_a_quarter_of_a_laptops_life(quick_folder: Path) -> None:
    """Sleep every night, three zones, clocks forward and back, offline days, a flaky site, a crash a week: each slot is run, late, or
    skipped with a reason, and none twice."""
    asyncio.run(_quarter(quick_folder))


async def _quarter(folder: Path) -> None:
    world = World(folder / "home", BEGIN, SYDNEY, at_once=False)
    await world.start()
    try:
        for name, words in PLANS.items():
            world.schedule(name, site=world.site(name).id, **words)
        life = Life(world)
        await life.live(timedelta(minutes=20))
        _account_for_all(world, life)
    finally:
        await world.stop()


def _account_for_all(world: World, life: Life) -> None:
    assert life.crashes == 13
    good = Counter((schedule, key) for schedule, _, key, outcome in world.log if outcome == "success")
    assert max(good.values()) == 1, "none twice"
    for name in PLANS:
        rows = world.rows(name)
        newest = max(rows)
        missing = {key for key in life.fell_due[name] if key not in rows}
        assert not missing, f"{name}: nobody decided {sorted(missing)[:5]}"
        open_ones = {key for key, (state, reason) in rows.items() if state not in FINAL or reason == "RUNNING"}
        assert open_ones <= {newest}, "only the newest may wait still"
        for key, (state, reason) in rows.items():
            assert state in {"run", "late"} or reason, f"{name} {key} is {state} without a reason"
            ran = good[(f"plan-{name}", key)]
            assert ran == (state in {"run", "late"} and not reason), f"{name} {key}: {state} {reason}, ran {ran} times"
    states = Counter(state for state, _ in world.rows("daily").values())
    assert states["run"] + states["late"] >= 70, states
    nights = world.rows("night")
    assert {state for state, _ in nights.values()} <= {"late", "skipped", "waiting"}, "it sleeps at half past two"
    assert {"2026-10-04T02:30", "2026-10-25T02:30"} <= set(nights)
    assert Counter(key[:10] for key in nights).most_common(1)[0][1] == 1, "once per local day"
    reasons = {reason for name in PLANS for state, reason in world.rows(name).values() if state == "skipped"}
    assert reasons <= {"OFFLINE", "COALESCED", "RUNNING", "INTERRUPTED", "TURN"}, reasons


class Week(Life):
    """E2: seven days of 20 sites with faults: half the sites fail at times, the network goes, the program dies each day."""

    def _against(self, site: Site) -> list[Reason]:
        return [Reason("OFFLINE")] if 13 <= self.world.now.hour < 15 else []

    def _outcome(self, site: Site, slot: Slot) -> Outcome:
        broken = int(site.name[-2:]) % 2
        faults = [failing("remote", "SITE-DOWN"), failing("network", "TIMED-OUT"), failing("busy", "KEY-LOCKED"), ("warning", None)]
        return self.chance.choice(faults) if broken and self.chance.random() < 0.4 else GOOD


def held() -> tuple[int, int]:
    """Memory of this process in bytes, and its open files."""
    gc.collect()
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS")), len(os.listdir("/proc/self/fd"))


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_e2_seven_days_of_20_sites_with_faults(quick_folder: Path) -> None:
    """E2: memory grows by less than a fifth after the first day, no file stays open, and every slot is accounted for."""
    asyncio.run(_seven_days(quick_folder))


async def _seven_days(folder: Path) -> None:
    world = World(folder / "home", BEGIN, BERLIN, at_once=False)
    await world.start()
    try:
        names = [f"site{number:02}" for number in range(20)]
        for number, name in enumerate(names):
            world.schedule(name, site=world.site(name).id, every="1hour" if number % 3 else "daily")
        week = Week(world)
        measured: list[tuple[int, int]] = []
        now = BEGIN
        for day in range(7):
            while now < BEGIN + timedelta(days=day + 1):
                now += timedelta(minutes=1)
                for one in [one for one in world.running if week.chance.random() < 0.5]:
                    one.end()
                await world.settle()
                await world.tick(now)
            await world.crash()
            measured.append(held())
        for one in list(world.running):
            one.end()
        await world.settle()
        memory, files = zip(*measured, strict=True)
        grown = f"{memory[0] / 1e6:.1f} MB after a day, {memory[-1] / 1e6:.1f} MB after seven"
        print(f"\nE2: {len(world.log)} jobs; memory {grown}; files {files}")
        assert memory[-1] < 1.2 * memory[0]
        assert max(files) <= files[0] + 1
        good = Counter((schedule, key) for schedule, _, key, outcome in world.log if outcome in {"success", "warning"})
        assert max(good.values()) == 1
        for name in names:
            schedule = world.home.schedules.get(name)
            rows = world.rows(name)
            assert {one.key for one in slots(schedule, schedule.site, BEGIN, now, BERLIN)} == set(rows)
            undecided = [key for key, (state, reason) in rows.items() if state not in FINAL or reason == "RUNNING"]
            assert undecided in ([], [max(rows)])
            assert all(reason for state, reason in rows.values() if state in {"skipped", "missed"})
    finally:
        await world.stop()
