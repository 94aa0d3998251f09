"""Slots: which there are, and which one is due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from holdfast.records import Schedule
from holdfast.scheduling import due, next_slots, slots

BERLIN = ZoneInfo("Europe/Berlin")


def made(**words: object) -> Schedule:
    return Schedule(id="s", name="s", site="site", **words)  # type: ignore[arg-type]  # a test's words


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_daily_at_a_time_of_the_zone() -> None:
    found = next_slots(made(every="daily", at="02:30"), "site", at("2026-11-21T12:00"), BERLIN, 3)
    assert [one.key for one in found] == ["2026-11-22T02:30", "2026-11-23T02:30", "2026-11-24T02:30"]
    assert found[0].due_at == at("2026-11-22T01:30")


def test_without_a_time_sites_are_spread_from_ten_on() -> None:
    schedule = made(every="daily")
    first = {next_slots(schedule, f"site {n}", at("2026-11-21T12:00"), UTC, 1)[0].due_at for n in range(25)}
    assert len(first) > 15
    assert min(first) >= at("2026-11-22T10:00")
    assert max(first) < at("2026-11-22T12:00")


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ({"every": "weekly", "on": "fri", "at": "08:00"}, ["2026-11-27T08:00", "2026-12-04T08:00"]),
        ({"every": "weekly", "at": "08:00"}, ["2026-11-23T08:00", "2026-11-30T08:00"]),
        (
            {"every": "monthly", "on": "last", "at": "08:00"},
            ["2026-11-30T08:00", "2026-12-31T08:00", "2027-01-31T08:00", "2027-02-28T08:00"],
        ),
        ({"every": "monthly", "on": "28", "at": "08:00"}, ["2026-11-28T08:00", "2026-12-28T08:00"]),
        ({"every": "6hours", "at": "00:15"}, ["2026-11-21T12Z", "2026-11-21T18Z", "2026-11-22T00Z"]),
        ({"cron": "0 3 29 2 *"}, ["2028-02-29T03:00"]),
        ({"cron": "*/30 * * * *"}, ["2026-11-21T12:30Z", "2026-11-21T13:00Z"]),
        ({"every": "login"}, []),
    ],
)
def test_each_kind(words: dict[str, object], keys: list[str]) -> None:
    found = next_slots(made(**words), "site", at("2026-11-21T12:00"), BERLIN, max(1, len(keys)))
    assert [one.key for one in found] == keys


def test_missed_ones_are_caught_up_by_one_run() -> None:
    schedule = made(every="daily", at="10:00", counts_from=at("2026-11-01T12:00"))
    decided = {one.key for one in slots(schedule, "site", at("2026-11-01T12:00"), at("2026-11-17T12:00"), BERLIN)}
    found = due(schedule, "site", at("2026-11-21T12:00"), BERLIN, decided)
    assert found is not None
    assert found.slot.key == "2026-11-21T10:00"
    assert found.late
    assert [one.key for one in found.missed] == ["2026-11-18T10:00", "2026-11-19T10:00", "2026-11-20T10:00"]
    everything = decided | {found.slot.key} | {one.key for one in found.missed}
    assert due(schedule, "site", at("2026-11-21T12:00") + timedelta(hours=1), BERLIN, everything) is None
