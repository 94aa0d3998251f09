"""T2 and journeys: local times that come twice, or never."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from holdfast.records import Schedule
from holdfast.scheduling import due, machine_zone, slots, zone_of
from holdfast.scheduling.zones import moment_of

CHANGES = [
    # zone, a time that is skipped or doubled on the day, the day, when it is to run (UTC)
    ("Europe/Berlin", "02:30", date(2026, 3, 29), "2026-03-29T01:00"),
    ("Europe/Berlin", "02:30", date(2026, 10, 25), "2026-10-25T00:30"),
    ("America/New_York", "02:30", date(2026, 3, 8), "2026-03-08T07:00"),
    ("America/New_York", "01:30", date(2026, 11, 1), "2026-11-01T05:30"),
    ("Australia/Lord_Howe", "02:15", date(2026, 10, 4), "2026-10-03T15:30"),
    ("Australia/Lord_Howe", "01:45", date(2026, 4, 5), "2026-04-04T14:45"),
]
"""Lord Howe's clocks change by half an hour only."""


def live(schedule: Schedule, zone: tzinfo, begin: datetime, end: datetime, step: timedelta) -> list[tuple[datetime, str]]:
    """A clock that looks every `step`: when it ran which slot."""
    decided: set[str] = set()
    ran: list[tuple[datetime, str]] = []
    now = begin
    while now <= end:
        found = due(schedule, "site", now, zone, decided)
        if found is not None:
            ran.append((now, found.slot.key))
            decided |= {found.slot.key, *(one.key for one in found.missed)}
        now += step
    return ran


@pytest.mark.parametrize("words", ["every", "cron"])
@pytest.mark.parametrize(("name", "at", "day", "runs_at"), CHANGES)
def test_t2_a_job_of_the_changed_hour_runs_once_on_each_local_day(name: str, at: str, day: date, runs_at: str, words: str) -> None:
    """T2: both changes in three zones; the skipped time runs at the first moment after, the doubled one once, at its first."""
    zone = ZoneInfo(name)
    noon = datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=12)
    begin, end = noon - timedelta(days=3), noon + timedelta(days=3)
    hour, minute = at.split(":")
    when = {"every": "daily", "at": at} if words == "every" else {"cron": f"{int(minute)} {int(hour)} * * *"}
    schedule = Schedule(id="s", name="s", site="site", counts_from=begin, **when)  # type: ignore[arg-type]  # a test's words
    ran = live(schedule, zone, begin, end, timedelta(minutes=5))
    days = [moment.astimezone(zone).date() for moment, _ in ran]
    assert sorted(set(days)) == days, "once a day, in order"
    assert {day + timedelta(days=n) for n in range(-2, 3)} <= set(days)
    on_the_day = next(moment for moment, _ in ran if moment.astimezone(zone).date() == day)
    assert on_the_day == datetime.fromisoformat(runs_at).replace(tzinfo=UTC)


@pytest.mark.parametrize(("name", "at", "day", "runs_at"), CHANGES)
def test_t2_what_runs_by_the_hour_runs_in_every_hour_there_is(name: str, at: str, day: date, runs_at: str) -> None:
    """A doubled hour has two runs and a skipped one none, by the word and by cron; a quarter of an hour too."""
    zone = ZoneInfo(name)
    begin = datetime.combine(day, datetime.min.time(), UTC) - timedelta(days=1)
    end = begin + timedelta(days=3)
    for when, hours in (({"every": "1hour", "at": "00:15"}, 1.0), ({"cron": "15 * * * *"}, 1.0), ({"cron": "*/15 * * * *"}, 0.25)):
        schedule = Schedule(id="s", name="s", site="site", **when)  # type: ignore[arg-type]  # a test's words
        found = list(slots(schedule, "site", begin, end, zone))
        assert len({one.key for one in found}) == len(found)
        between = {later.due_at - earlier.due_at for earlier, later in pairwise(found)}
        if name != "Australia/Lord_Howe":  # where minutes of the clock jump too
            assert between == {timedelta(hours=hours)}
            assert len(found) == 72 / hours


def test_a_time_that_no_clock_shows_is_the_first_moment_after() -> None:
    """Also where a whole day is left out (Samoa crossed the date line)."""
    for name, local, moment in (
        ("Europe/Berlin", "2026-03-29T02:59", "2026-03-29T01:00"),
        ("Pacific/Apia", "2011-12-30T12:00", "2011-12-30T10:00"),
        ("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30"),
    ):
        assert moment_of(datetime.fromisoformat(local), ZoneInfo(name)) == datetime.fromisoformat(moment).replace(tzinfo=UTC)


def test_going_west_runs_no_slot_twice_and_going_east_leaves_none_out() -> None:
    schedule = Schedule(id="s", name="s", site="site", every="daily", at="10:00", counts_from=datetime(2026, 11, 20, tzinfo=UTC))
    berlin, new_york, tokyo = (ZoneInfo(name) for name in ("Europe/Berlin", "America/New_York", "Asia/Tokyo"))
    morning = datetime(2026, 11, 21, 9, 1, tzinfo=UTC)
    decided = {one.key for one in slots(schedule, "site", datetime(2026, 11, 20, tzinfo=UTC), morning, berlin)}
    assert decided == {"2026-11-20T10:00", "2026-11-21T10:00"}
    for hours in range(1, 20):
        assert due(schedule, "site", morning + timedelta(hours=hours), new_york, decided) is None
    found = due(schedule, "site", morning + timedelta(hours=17), tokyo, decided)
    assert found is not None
    assert found.slot.key == "2026-11-22T10:00"


def test_a_zone_of_its_own_does_not_travel() -> None:
    schedule = Schedule(id="s", name="s", site="site", every="daily", at="10:00", timezone="Europe/Berlin")
    found = next(
        slots(schedule, "site", datetime(2026, 11, 21, tzinfo=UTC), datetime(2026, 11, 22, tzinfo=UTC), zone_of(schedule.timezone))
    )
    assert found.due_at == datetime(2026, 11, 21, 9, tzinfo=UTC)


def test_the_zone_of_the_machine_is_read_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, hours in (("Asia/Tokyo", 9), ("America/New_York", -5)):
        monkeypatch.setenv("TZ", name)
        assert datetime(2026, 11, 21, tzinfo=UTC).astimezone(machine_zone()).utcoffset() == timedelta(hours=hours)
