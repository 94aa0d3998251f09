"""Conditions that are not met and costs of plans, as the terminal words them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from holdfast.app.condition_rules import MB, Need, unmet
from holdfast.app.costs import Cheaper, Cost
from holdfast.cli.condition_words import costs, sentence
from holdfast.cli.schedule_words import sentence_of
from holdfast.state.settings import Settings
from holdfast.surroundings.base import Facts, Network, Power

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=ZoneInfo("UTC"))


@pytest.mark.parametrize(
    ("code", "details", "expected"),
    [
        ("OFFLINE", {"host": "shop.example", "why": "silent"}, "It waits until shop.example can be reached: it does not answer."),
        ("OFFLINE", {}, ""),
        ("CAPTIVE", {"network": "Hotel"}, "The network Hotel wants a sign-in on a page of its own first."),
        ("BATTERY", {"percent": 12.4, "level": 40}, "The battery is at 12 %; it waits for mains power or 40 %. Setting: battery_level."),
        ("BATTERY", {"percent": None, "level": 100}, "It waits for mains power. Setting: battery_level."),
        (
            "METERED",
            {"network": "Phone", "bytes": 900 * MB, "allowed": "small"},
            "It waits for a network that is not paid by the byte for so much (about 900.0 MB): the network Phone is. Setting: metered.",
        ),
        (
            "BUDGET-SPENT",
            {"moved": 4_200 * MB, "budget": 5_000 * MB, "bytes": 1_200 * MB, "until": "2026-11-22T00:00:00+00:00"},
            "4.2 GB of the 5.0 GB a day are spent (about 1.2 GB); it waits for tomorrow. Setting: daily_transfer_mb.",
        ),
        ("BATTERY", {"percent": None, "level": 30}, ""),  # of another version
        ("METERED", {}, ""),
        ("SOMETHING", {}, ""),
    ],
)
def test_a_condition_is_said_with_its_numbers(code: str, details: dict[str, Any], expected: str) -> None:
    assert sentence(code, details) == expected


def test_whatever_the_rules_say_has_a_sentence() -> None:
    facts = Facts(Network("full", True, "Phone\x1b[31m"), Power(True, 12.0), NOW - timedelta(minutes=1))
    settings = Settings(networks=("Home",), daily_transfer_mb=1000, quiet_hours="11:00-13:00", battery_level=40, minutes_after_login=5)
    reasons = unmet(Need(("https://shop.example",), 900 * MB), facts, settings, NOW, moved_today=200 * MB)
    assert len(reasons) == 6
    for reason in reasons:
        told = sentence(reason.code, reason.details)
        assert told.endswith(".")
        assert "\x1b" not in told
        assert sentence_of(reason.code, reason.details) == told
        assert sentence_of(reason.code, {}) != reason.code  # also without numbers


@pytest.mark.parametrize(
    "code", ["RETRY", "INTERRUPTED", "REFUSED", "STOPPED", "CHANGED", "BACKED-UP-ELSEWHERE", "TURN", "RUNNING", "DUE", "COALESCED"]
)
def test_whatever_the_clock_decides_has_a_sentence(code: str) -> None:
    assert sentence_of(code, {}) != code


def test_what_a_plan_costs() -> None:
    cost = Cost(31_000 * MB, 15_500.0, sites=25, unknown=1, rate=2.0 * MB, cheaper=Cheaper(5_000 * MB, 2_500.0, estimated=True))
    assert costs(cost) == [
        "Needs about 31.0 GB a day (4 h 18 min) on your line, without 1 site whose size is not known yet.",
        "The database daily and everything weekly needs 5.0 GB a day (42 min) (the size of the database is an estimate).",
    ]
    assert costs(Cost(sites=2, unknown=2)) == ["What it needs of your line is known after the first backup."]
    assert costs(Cost(5 * MB, None, sites=1)) == ["Needs about 5.0 MB a day on your line."]
    assert costs(Cost()) == []
