"""Which condition of a scheduled run is not met: the rules, case by case."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from holdfast.app.condition_rules import MB, Need, address_of_location, is_near, quiet_until, unmet
from holdfast.state.settings import Settings
from holdfast.surroundings.base import Facts, Network, Power

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=ZoneInfo("Europe/Berlin"))
SITE = "https://shop.example"
SMALL, LARGE, UNKNOWN = Need((SITE,), 5 * MB), Need((SITE,), 900 * MB), Need((SITE,))
HERE, NEIGHBOUR = Need(), Need(("https://192.168.1.5:9000",), 900 * MB)
HOME, HOTEL, PHONE = Network("full", False, "Home", "uuid-1"), Network("portal", False, "Hotel"), Network("full", True, "Phone", "uuid-2")


def codes(need: Need, facts: Facts, *, now: datetime = NOW, moved: int = 0, **settings: Any) -> list[str]:
    return [reason.code for reason in unmet(need, facts, Settings(**settings), now, moved_today=moved)]


NETWORK_CASES: list[tuple[Need, Network, dict[str, Any], list[str]]] = [
    (SMALL, HOME, {}, []),
    (LARGE, HOME, {}, []),
    (LARGE, Network(), {"networks": ("Home",)}, []),  # nothing is known: nothing is held up
    (SMALL, Network("none"), {}, ["OFFLINE"]),
    (HERE, Network("none"), {}, []),
    (NEIGHBOUR, Network("none"), {}, []),  # whether it can be reached is looked at
    (SMALL, Network("limited"), {}, []),
    (SMALL, HOTEL, {}, ["CAPTIVE"]),
    (HERE, HOTEL, {}, []),
    (SMALL, Network("portal", True), {}, ["CAPTIVE"]),
    (SMALL, PHONE, {}, ["METERED"]),
    (LARGE, PHONE, {}, ["METERED"]),
    (HERE, PHONE, {}, []),
    (SMALL, PHONE, {"metered": "small"}, []),
    (LARGE, PHONE, {"metered": "small"}, ["METERED"]),
    (UNKNOWN, PHONE, {"metered": "small"}, ["METERED"]),  # a first backup is a whole one
    (LARGE, PHONE, {"metered": "small", "large_mb": 1000}, []),
    (UNKNOWN, PHONE, {"metered": "always"}, []),
    (LARGE, HOME, {"networks": ("Home",)}, []),
    (LARGE, HOME, {"networks": ("uuid-1",)}, []),
    (LARGE, HOME, {"networks": ("Office", "Lab")}, ["NETWORK-NOT-CHOSEN"]),
    (UNKNOWN, HOME, {"networks": ("Office",)}, ["NETWORK-NOT-CHOSEN"]),
    (SMALL, HOME, {"networks": ("Office",)}, []),
    (NEIGHBOUR, HOME, {"networks": ("Office",)}, []),
    (LARGE, PHONE, {"networks": ("Home",)}, ["METERED", "NETWORK-NOT-CHOSEN"]),
]


@pytest.mark.parametrize(("need", "network", "settings", "expected"), NETWORK_CASES)
def test_network(need: Need, network: Network, settings: dict[str, Any], expected: list[str]) -> None:
    assert codes(need, Facts(network), **settings) == expected


@pytest.mark.parametrize(
    ("power", "level", "expected"),
    [
        (Power(), 30, []),
        (Power(False, 5), 30, []),
        (Power(True, 31), 30, []),
        (Power(True, 29), 30, ["BATTERY"]),
        (Power(True, None), 30, []),
        (Power(True, None), 100, ["BATTERY"]),
        (Power(True, 100), 100, ["BATTERY"]),
        (Power(True, 1), 0, []),
    ],
)
def test_battery(power: Power, level: int, expected: list[str]) -> None:
    """A backup of this computer to its own disk drains the battery too."""
    for need in (HERE, SMALL):
        assert codes(need, Facts(HOME, power), battery_level=level) == expected


@pytest.mark.parametrize(
    ("began", "minutes", "expected"),
    [
        (NOW - timedelta(minutes=2), 3, ["JUST-LOGGED-IN"]),
        (NOW - timedelta(minutes=3), 3, []),
        (NOW, 0, []),
        (NOW + timedelta(hours=1), 3, []),  # the clock was set back
        (None, 3, []),
    ],
)
def test_minutes_after_login(began: datetime | None, minutes: int, expected: list[str]) -> None:
    assert codes(HERE, Facts(session_began=began), minutes_after_login=minutes) == expected


@pytest.mark.parametrize(
    ("hours", "clock", "until"),
    [
        ("", "12:00", None),
        ("09:00-17:00", "12:00", "2026-11-21 17:00"),
        ("09:00-17:00", "09:00", "2026-11-21 17:00"),
        ("09:00-17:00", "17:00", None),
        ("22:00-07:00", "23:30", "2026-11-22 07:00"),
        ("22:00-07:00", "06:59", "2026-11-21 07:00"),
        ("22:00-07:00", "12:00", None),
        ("22:00-07:00, 12:00-13:30", "12:10", "2026-11-21 13:30"),
        ("12:00-12:20,12:10-13:00", "12:15", "2026-11-21 13:00"),
        ("whenever", "12:00", None),  # written into the file by hand
    ],
)
def test_quiet_hours(hours: str, clock: str, until: str | None) -> None:
    now = datetime.fromisoformat(f"2026-11-21 {clock}").replace(tzinfo=NOW.tzinfo)
    found = quiet_until(hours, now)
    assert (found and found.strftime("%Y-%m-%d %H:%M")) == until
    assert ("QUIET-HOURS" in codes(HERE, Facts(), now=now, quiet_hours=hours)) == (until is not None)


@pytest.mark.parametrize(
    ("need", "moved", "budget", "expected"),
    [
        (LARGE, 0, 0, []),
        (SMALL, 100, 500, []),
        (LARGE, 100, 500, ["BUDGET-SPENT"]),
        (LARGE, 0, 500, []),  # more than a whole day's: as the first of a day, or never
        (UNKNOWN, 499, 500, []),
        (UNKNOWN, 500, 500, ["BUDGET-SPENT"]),
        (HERE, 900, 500, []),
        (NEIGHBOUR, 900, 500, []),
    ],
)
def test_daily_budget(need: Need, moved: int, budget: int, expected: list[str]) -> None:
    assert codes(need, Facts(HOME), moved=moved * MB, daily_transfer_mb=budget) == expected


def test_every_reason_says_its_numbers() -> None:
    """All at once, each by itself: a person sees all that has to change."""
    facts = Facts(PHONE, Power(True, 12.0), NOW - timedelta(minutes=1))
    settings = Settings(networks=("Home",), daily_transfer_mb=1000, quiet_hours="11:00-13:00", battery_level=40, minutes_after_login=5)
    told = {one.code: one.details for one in unmet(LARGE, facts, settings, NOW, moved_today=200 * MB)}
    assert told == {
        "QUIET-HOURS": {"until": "2026-11-21T13:00:00+01:00"},
        "JUST-LOGGED-IN": {"until": "2026-11-21T12:04:00+01:00", "minutes": 5},
        "BATTERY": {"percent": 12.0, "level": 40},
        "METERED": {"network": "Phone", "bytes": 900 * MB, "allowed": "never"},
        "NETWORK-NOT-CHOSEN": {"network": "Phone", "bytes": 900 * MB, "chosen": ["Home"]},
        "BUDGET-SPENT": {"moved": 200 * MB, "budget": 1000 * MB, "bytes": 900 * MB, "until": "2026-11-22T00:00:00+01:00"},
    }


@pytest.mark.parametrize(
    ("address", "near"),
    [
        ("http://localhost:8080", True),
        ("https://127.0.0.1:1", True),
        ("https://[::1]/x", True),
        ("https://shop.localhost", True),
        ("https://nas.local:9000", True),
        ("https://10.1.2.3", True),
        ("https://192.168.0.9", True),
        ("https://8.8.8.8", False),
        ("https://shop.example", False),
        ("https://[nonsense", False),
    ],
)
def test_what_is_near_needs_no_internet(address: str, near: bool) -> None:
    assert is_near(address) is near


@pytest.mark.parametrize(
    ("location", "address"),
    [
        ("/media/disk/backups", ""),
        ("C:\\Backups", ""),
        ("s3:https://s3.example:9000/bucket/prefix", "https://s3.example:9000"),
        ("s3:http://127.0.0.1:1/b", "http://127.0.0.1:1"),
        ("s3:s3.example/bucket", "https://s3.example"),
        ("s3://s3.example/bucket", "https://s3.example"),
    ],
)
def test_the_server_of_a_storage(location: str, address: str) -> None:
    assert address_of_location(location) == address


def test_utc_now_is_read_on_the_clock_of_this_computer() -> None:
    """The caller gives `now` in the zone of the computer: quiet hours are hours of that clock."""
    noon = datetime(2026, 7, 1, 10, 30, tzinfo=UTC)
    assert codes(HERE, Facts(), now=noon, quiet_hours="12:00-13:00") == []
    assert codes(HERE, Facts(), now=noon.astimezone(NOW.tzinfo), quiet_hours="12:00-13:00") == ["QUIET-HOURS"]
