"""Whatever clock, zone and laptop do: every slot is decided once, and a run never comes twice (T1, T3)."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.records import Schedule
from holdfast.scheduling import Due, Slot, due, since_of, slots
from holdfast.state.database import Database
from holdfast.state.schedules import Slots
from holdfast.state.schema import MIGRATIONS
from holdfast.state.trimming import trim_slots

ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Tokyo", "Pacific/Honolulu", "Pacific/Auckland", "UTC")
BEGIN = datetime(2026, 10, 20, 12, tzinfo=UTC)
"""Before both changes of autumn."""


class Laptop:
    """The real table of slots and a clock that may show anything. A restart opens the database anew."""

    def __init__(self, folder: Path, schedule: Schedule) -> None:
        self.schedule = schedule
        self.path = folder / "state.db"
        self.slots = Slots(Database(self.path, MIGRATIONS, durable=False))
        self.ran: list[tuple[Slot, bool]] = []

    def look(self, now: datetime, zone: str) -> Due | None:
        self.slots.take_back(now)
        since = since_of(self.schedule, now, self.slots.newest("s", "site", now))
        found = due(self.schedule, "site", now, ZoneInfo(zone), self.slots.decided("s", since, "site"), since)
        if found is None:
            return None
        self.slots.decide_all(list(found.missed), "skipped", "COALESCED", {"into": found.slot.key})
        assert self.slots.claim(found.slot, late=found.late)
        assert not self.slots.claim(found.slot), "a second program"
        self.slots.decide(found.slot, "late" if found.late else "run")
        self.ran.append((found.slot, found.late))
        return found

    def restart(self) -> None:
        self.slots._database.close()
        self.slots = Slots(Database(self.path, MIGRATIONS, durable=False))

    def states(self) -> dict[str, str]:
        return {one.slot.key: one.state for one in self.slots.of("site", datetime(1970, 1, 2, tzinfo=UTC))}


SCHEDULES = st.sampled_from(
    [
        {"every": "daily", "at": "02:30"}, {"every": "daily"}, {"every": "4hours"}, {"every": "weekly", "on": "sun", "at": "02:30"},
        {"every": "monthly", "on": "last"}, {"cron": "30 2,14 * * *"}, {"cron": "0 * * * *"}, {"every": "12hours", "at": "00:20"},
    ]
)  # fmt: skip
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("pass"), st.integers(1, 3 * 24 * 60)),  # minutes of real time: asleep, off, or awake
        st.tuples(st.just("clock"), st.sampled_from([-86_400, -3600, -60, 60, 3600, 86_400])),  # the clock is set, seconds
        st.tuples(st.just("zone"), st.sampled_from(ZONES)),
        st.tuples(st.just("restart"), st.none()),
    ),
    max_size=40,
)


@given(words=SCHEDULES, steps=STEPS)
def test_t1_every_slot_is_decided_exactly_once(
    tmp_path_factory: pytest.TempPathFactory, words: dict[str, str], steps: list[tuple[str, object]]
) -> None:
    """T1: after any sequence of clock steps, zone changes, restarts and sleep no slot has run twice, and at a quiet end no slot of the past
    is left open: each is run, late, or skipped because a newer one stands for it."""
    schedule = Schedule(id="s", name="s", site="site", created_at=BEGIN, counts_from=BEGIN, **words)  # type: ignore[arg-type]  # a test's words
    laptop = Laptop(tmp_path_factory.mktemp("laptop"), schedule)
    real, off, zone = BEGIN, timedelta(), "Europe/Berlin"
    for what, value in steps:
        if what == "pass":
            real += timedelta(minutes=int(str(value)))
        elif what == "clock":
            off += timedelta(seconds=int(str(value)))
        elif what == "zone":
            zone = str(value)
        else:
            laptop.restart()
        laptop.look(real + off, zone)
    keys = [slot.key for slot, _ in laptop.ran]
    assert len(keys) == len(set(keys)), "a slot ran twice"
    now = real + off
    while laptop.look(now, zone) is not None:
        pass
    states = laptop.states()
    for slot in slots(schedule, "site", BEGIN, now, ZoneInfo(zone)):
        if slot.key not in states:
            newest = max(one.due_at for one, _ in laptop.ran if one.due_at <= now)
            assert slot.due_at <= newest - timedelta(hours=29), f"{slot.key} was forgotten"
    laptop.slots._database.close()
    shutil.rmtree(laptop.path.parent)


FAR_STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("pass"), st.integers(1, 3 * 24 * 60)),
        st.tuples(st.just("clock"), st.sampled_from([-800 * 86_400, -450 * 86_400, -86_400, 86_400, 450 * 86_400, 800 * 86_400])),
        st.tuples(st.just("zone"), st.sampled_from(ZONES)),
        st.tuples(st.just("trim"), st.none()),
    ),
    max_size=20,
)


@given(words=SCHEDULES, steps=FAR_STEPS)
def test_t1_what_is_trimmed_never_runs_again(
    tmp_path_factory: pytest.TempPathFactory, words: dict[str, str], steps: list[tuple[str, object]]
) -> None:
    """T1: old slots are forgotten at any time, also while the clock is wrong by years: nothing runs twice, whatever date comes back."""
    schedule = Schedule(id="s", name="s", site="site", created_at=BEGIN, counts_from=BEGIN, **words)  # type: ignore[arg-type]  # a test's words
    laptop = Laptop(tmp_path_factory.mktemp("laptop"), schedule)
    now, zone = BEGIN, "Europe/Berlin"
    for what, value in steps:
        if what == "pass":
            now += timedelta(minutes=int(str(value)))
        elif what == "clock":
            now += timedelta(seconds=int(str(value)))
        elif what == "zone":
            zone = str(value)
        else:
            trim_slots(laptop.slots._database, now)
        laptop.look(now, zone)
    keys = [slot.key for slot, _ in laptop.ran]
    assert len(keys) == len(set(keys)), "a slot ran twice"
    laptop.slots._database.close()
    shutil.rmtree(laptop.path.parent)


def test_a_year_of_slots_stays_and_older_ones_go(tmp_path: Path) -> None:
    schedule = Schedule(id="s", name="s", site="site", every="daily", at="10:00", counts_from=BEGIN)
    laptop = Laptop(tmp_path, schedule)
    for day in range(1, 421):
        laptop.look(BEGIN + timedelta(days=day), "UTC")
    waits = Slot("s", "site", "waits", BEGIN)
    laptop.slots.decide(waits, "waiting", "OFFLINE")
    laptop.slots.claim(Slot("s", "site", "runs", BEGIN))
    now = BEGIN + timedelta(days=420)
    assert trim_slots(laptop.slots._database, now) > 0
    assert trim_slots(laptop.slots._database, now) == 0
    left = laptop.states()
    assert {"waits", "runs"} <= set(left)
    assert 400 <= len(left) <= 400 + 2 + 7
    assert laptop.look(now, "UTC") is None


@pytest.mark.parametrize("jump", [timedelta(hours=1), timedelta(hours=-1), timedelta(days=1), timedelta(days=-1)])
@pytest.mark.parametrize("at_minute", [-30, 0, 30])
def test_t1_a_clock_that_jumps_and_comes_back_costs_no_run(tmp_path: Path, jump: timedelta, at_minute: int) -> None:
    """T1: the clock is wrong for three hours around a due time: five days have five runs, none twice."""
    schedule = Schedule(id="s", name="s", site="site", every="daily", at="10:00", counts_from=datetime(2026, 11, 16, 12, tzinfo=UTC))
    laptop = Laptop(tmp_path, schedule)
    wrong_from = datetime(2026, 11, 19, 10, tzinfo=UTC) + timedelta(minutes=at_minute)
    now = datetime(2026, 11, 16, 12, tzinfo=UTC)
    while now < datetime(2026, 11, 21, 12, tzinfo=UTC):
        shown = now + jump if wrong_from <= now < wrong_from + timedelta(hours=3) else now
        laptop.look(shown, "UTC")
        now += timedelta(minutes=10)
    keys = [slot.key for slot, _ in laptop.ran]
    assert sorted(keys) == [f"2026-11-{day}T10:00" for day in range(17, 22)]


@pytest.mark.parametrize("year", [1970, 2038])
def test_t1_a_clock_of_another_age_costs_no_run(tmp_path: Path, year: int) -> None:
    """T1: 1970 cannot be: nothing is due. In 2038 one run stands for all before, and the slot that falls
    due there runs; back in time the slots of today run as ever."""
    schedule = Schedule(id="s", name="s", site="site", every="daily", at="10:00", counts_from=datetime(2026, 11, 16, 12, tzinfo=UTC))
    laptop = Laptop(tmp_path, schedule)
    for day in range(17, 24):
        for hour in range(24):
            now = datetime(2026, 11, day, hour, tzinfo=UTC)
            laptop.look(now.replace(year=year) if day == 19 and 8 <= hour <= 12 else now, "UTC")
    keys = [slot.key for slot, _ in laptop.ran]
    assert [key for key in keys if key.startswith("2026")] == [f"2026-11-{day}T10:00" for day in range(17, 24)]
    assert len(keys) == len(set(keys)) == (7 if year == 1970 else 9)


def test_a_schedule_made_while_the_clock_was_ahead_runs_when_it_is_right_again() -> None:
    made = datetime(2038, 1, 1, tzinfo=UTC)
    schedule = Schedule(id="s", name="s", site="site", every="daily", at="10:00", created_at=made, counts_from=made)
    found = due(schedule, "site", datetime(2026, 11, 21, 12, tzinfo=UTC), UTC, set())
    assert found is not None
    assert found.slot.key == "2026-11-21T10:00"
    assert found.missed == ()


def test_t3_three_days_off_are_caught_up_once_and_shown_as_late(tmp_path: Path) -> None:
    """T3: by the hour too: one run, the rest is skipped with a reason."""
    schedule = Schedule(id="s", name="s", site="site", every="1hour", at="00:05", counts_from=BEGIN)
    laptop = Laptop(tmp_path, schedule)
    laptop.look(BEGIN + timedelta(minutes=6), "UTC")
    laptop.restart()
    back = BEGIN + timedelta(days=3, minutes=50)
    laptop.look(back, "UTC")
    laptop.look(back + timedelta(seconds=30), "UTC")
    assert [late for _, late in laptop.ran] == [False, True]
    states = laptop.states()
    assert len(states) == 73
    assert sorted(set(states.values())) == ["late", "run", "skipped"]
    assert list(states.values()).count("skipped") == 71


def test_a_slot_that_waits_is_not_decided(tmp_path: Path) -> None:
    schedule = Schedule(id="s", name="s", site="site", every="daily", at="10:00", counts_from=BEGIN)
    laptop = Laptop(tmp_path, schedule)
    slot = next(slots(schedule, "site", BEGIN, BEGIN + timedelta(days=2), UTC))
    laptop.slots.decide(slot, "waiting", "OFFLINE")
    assert laptop.slots.decided("s", BEGIN) == set()
    assert laptop.slots.claim(slot, "job")
    laptop.slots.decide(slot, "waiting", "OFFLINE")
    assert [one.state for one in laptop.slots.of("site", BEGIN)] == ["run"]
    laptop.slots.release(slot)
    assert laptop.slots.claim(slot)
