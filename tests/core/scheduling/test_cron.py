"""cron(5) as people write it."""

from __future__ import annotations

from datetime import date, time

import pytest

from holdfast.errors import UsageError
from holdfast.scheduling import Cron

SUNDAY, MONDAY, SATURDAY = date(2026, 11, 22), date(2026, 11, 23), date(2026, 11, 21)


@pytest.mark.parametrize("word", ["0", "7", "sun", "SUN", "6-7", "fri-sun"])
def test_sunday_has_two_numbers_and_a_name(word: str) -> None:
    cron = Cron.read(f"0 3 * * {word}")
    assert cron.falls_on(SUNDAY)
    assert not cron.falls_on(MONDAY)


def test_lists_ranges_and_steps() -> None:
    cron = Cron.read("5,10-12,*/20 0-23/6,23 * jan-mar,dec *")
    assert cron.minutes == (0, 5, 10, 11, 12, 20, 40)
    assert cron.hours == (0, 6, 12, 18, 23)
    assert cron.months == {1, 2, 3, 12}
    assert next(cron.times()) == time(0, 0)


def test_one_of_two_restricted_days_is_enough() -> None:
    either = Cron.read("0 3 13 * sat")
    assert either.falls_on(SATURDAY)
    assert either.falls_on(date(2026, 11, 13))
    assert not either.falls_on(SUNDAY)
    both = Cron.read("0 3 */2 * sat")
    assert both.falls_on(SATURDAY)
    assert not both.falls_on(MONDAY)


@pytest.mark.parametrize(
    "text",
    ["", "0 3 * *", "0 3 * * * *", "60 3 * * *", "0 24 * * *", "0 3 0 * *", "0 3 * 13 *", "0 3 * * 8", "0 3 * * moon", "*/0 * * * *",
     "5-1 * * * *", "a b c d e", "0 3 31 2 *", "0 3 30 feb *", "-1 * * * *", "1,,2 * * * *", "² * * * *", "*/ * * * *"],
)  # fmt: skip
def test_what_cannot_be_read_is_said(text: str) -> None:
    with pytest.raises(UsageError):
        Cron.read(text)


def test_a_29th_of_february_is_a_day() -> None:
    assert Cron.read("0 3 29 2 *").falls_on(date(2028, 2, 29))
