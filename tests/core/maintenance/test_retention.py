"""The retention rules, word for word and against restic's own answers."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.errors import UsageError
from holdfast.records import RetentionPolicy
from holdfast.retention import Decision, Duration, apply_policy, kept_dates, parse_duration, parse_policy, policy_text


class Point(msgspec.Struct, frozen=True):
    """The little that the rules look at."""

    id: str
    when: datetime
    tags: tuple[str, ...] = ()


NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def points(*ages_in_hours: float) -> list[Point]:
    return [Point(f"{n:02}", NOW - timedelta(hours=age)) for n, age in enumerate(ages_in_hours)]


def kept(decision: Decision[Point]) -> dict[str, tuple[str, ...]]:
    return {k.snapshot.id: k.reasons for k in decision.keep}


def test_named_policies_are_those_of_the_contract() -> None:
    assert parse_policy("light") == RetentionPolicy(daily=7, weekly=4)
    assert parse_policy("standard") == RetentionPolicy(daily=7, weekly=5, monthly=12)
    assert parse_policy("long") == RetentionPolicy(daily=14, weekly=8, monthly=24, yearly=5)


def test_rules_are_read_one_by_one() -> None:
    assert parse_policy("last=3, daily=7,within=1y5m7d2h,within-daily=30d,tag=keep,yearly=-1,monthly=all") == RetentionPolicy(
        last=3, daily=7, within="1y5m7d2h", within_daily="30d", tags=("keep",), yearly=-1, monthly=-1
    )
    assert parse_policy("").is_empty()


@pytest.mark.parametrize(
    "text", ["lite", "last", "last=", "last=x", "last=-2", "last=1,last=2", "within=5", "within=d", "within=-1d", "within=1d1d", "tag="]
)
def test_what_is_not_a_policy_is_refused_with_a_hint(text: str) -> None:
    with pytest.raises(UsageError) as error:
        parse_policy(text)
    assert error.value.hint


counts = st.integers(-1, 400)
durations = st.builds(Duration, *[st.integers(0, 50)] * 4).map(str)
policies = st.builds(
    RetentionPolicy,
    counts, counts, counts, counts, counts, counts, durations, durations, durations, durations, durations, durations,
    st.lists(st.sampled_from(["keep", "a", "b"]), max_size=2).map(tuple),
)  # fmt: skip


@given(policies)
def test_text_of_a_policy_reads_back(policy: RetentionPolicy) -> None:
    assert parse_policy(policy_text(policy)) == policy


def test_months_count_back_as_go_does() -> None:
    """31 October minus one month is 31 September, which is 1 October."""
    assert parse_duration("1m").before(datetime(2026, 10, 31, 5, tzinfo=UTC)) == datetime(2026, 10, 1, 5, tzinfo=UTC)
    assert parse_duration("9999y").before(NOW) is None


def test_an_empty_policy_keeps_everything() -> None:
    decision = apply_policy(points(1, 2, 3), RetentionPolicy(), NOW)
    assert len(decision.keep) == 3
    assert decision.remove == ()


def test_a_policy_that_would_keep_nothing_is_refused() -> None:
    with pytest.raises(UsageError) as error:
        apply_policy(points(1, 2), RetentionPolicy(tags=("keep",)), NOW)
    assert error.value.code == "FORGET-ALL"
    assert apply_policy([], RetentionPolicy(last=1), NOW) == Decision((), ())


def test_the_oldest_of_a_group_fills_what_is_left_of_a_count() -> None:
    decision = apply_policy(points(1, 2, 3), RetentionPolicy(daily=3), NOW)
    assert kept(decision) == {"00": ("daily snapshot",), "02": ("oldest daily snapshot",)}


def test_days_are_those_of_the_place_where_the_backup_was_made() -> None:
    """23:30 and 00:30 at UTC+2 are two days there and one in UTC."""
    there = timezone(timedelta(hours=2))
    first = Point("first", datetime(2026, 5, 1, 23, 30, tzinfo=there))
    second = Point("second", datetime(2026, 5, 2, 0, 30, tzinfo=there))
    third = Point("third", datetime(2026, 5, 2, 8, 30, tzinfo=there))
    assert set(kept(apply_policy([first, second, third], RetentionPolicy(daily=2), NOW))) == {"third", "first"}


def test_within_counts_from_the_newest_that_is_not_in_the_future_and_is_strict() -> None:
    decision = apply_policy(points(-1000, 10, 34, 33.5), RetentionPolicy(within="1d"), NOW)
    assert set(kept(decision)) == {"00", "01", "03"}


def test_minus_one_never_ends() -> None:
    decision = apply_policy(points(*range(0, 24 * 40, 24)), RetentionPolicy(daily=-1), NOW)
    assert decision.remove == ()


def test_tags_keep_without_counting_and_all_of_a_list_are_needed() -> None:
    snapshots = [Point("a", NOW, ()), Point("b", NOW - timedelta(1), ("x",)), Point("c", NOW - timedelta(2), ("x", "y"))]
    assert kept(apply_policy(snapshots, RetentionPolicy(last=1, tags=("x,y", "")), NOW)) == {
        "a": ("has tags []", "last snapshot"),
        "c": ("has tags [x, y]",),
    }


def test_a_calendar_of_what_stays() -> None:
    """Backups of every day, thinned out after each: what is there at the end of a day."""
    first, until = date(2026, 1, 1), date(2026, 3, 31)
    assert kept_dates(parse_policy("last=3"), first, until) == (date(2026, 3, 29), date(2026, 3, 30), date(2026, 3, 31))
    light = kept_dates(parse_policy("light"), first, until)
    assert light[-7:] == tuple(until - timedelta(days=back) for back in range(6, -1, -1))
    assert all(day.weekday() == 6 for day in light[1:-7])  # the last backup of each week; the very first one stays while weeks are free
    assert len(kept_dates(parse_policy(""), first, until)) == 90
    assert kept_dates(parse_policy("monthly=-1"), first, until)[1:] == (date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31))
    assert kept_dates(parse_policy("last=4"), first, until, timedelta(hours=6)) == (until,)
    assert kept_dates(parse_policy("light"), until, first) == ()
    with pytest.raises(UsageError):
        kept_dates(parse_policy("tag=keep"), first, until)
    with pytest.raises(UsageError):
        kept_dates(parse_policy("light"), first, until, timedelta())
