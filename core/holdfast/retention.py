"""Which snapshots a retention policy keeps, and why: restic's ``forget`` rules as pure functions.

The rules (restic ``internal/data/snapshot_policy.go``, checked against restic itself in the tests): snapshots of one group are looked
at from new to old. Each counting rule (``last``, ``hourly`` … ``yearly``) puts a snapshot into a bucket, computed in the time offset
stored *in the snapshot*, and keeps it when the bucket differs from the one kept last, or when it is the oldest of the group, until
the rule's count is used up (-1 never is). The ``within`` rules reach back from the newest snapshot that is not in the future,
strictly. Tags keep without counting. A rule set that would keep nothing of a group is refused; an empty one keeps everything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Generic, Protocol, TypeVar

import msgspec

from holdfast.errors import UsageError
from holdfast.records import RetentionPolicy

NAMED_POLICIES = {
    "light": RetentionPolicy(daily=7, weekly=4),
    "standard": RetentionPolicy(daily=7, weekly=5, monthly=12),
    "long": RetentionPolicy(daily=14, weekly=8, monthly=24, yearly=5),
}

_COUNTS = ("last", "hourly", "daily", "weekly", "monthly", "yearly")
_WITHINS = ("within", "within_hourly", "within_daily", "within_weekly", "within_monthly", "within_yearly")
_POLICY_HINT = "Use light, standard, long, or rules such as last=3,daily=7,within=1y5m7d2h."


class Dated(Protocol):
    """What the rules need to know of a snapshot."""

    @property
    def id(self) -> str: ...
    @property
    def when(self) -> datetime:
        """Aware, in the offset in which it was stored."""

    @property
    def tags(self) -> tuple[str, ...]: ...


S = TypeVar("S", bound=Dated)


class Kept(msgspec.Struct, Generic[S], frozen=True):
    """A snapshot that stays, with restic's words for each rule that keeps it."""

    snapshot: S
    reasons: tuple[str, ...]


class Decision(msgspec.Struct, Generic[S], frozen=True):
    """What a policy says about one group, newest first."""

    keep: tuple[Kept[S], ...]
    remove: tuple[S, ...]


class Duration(msgspec.Struct, frozen=True):
    """A calendar length as restic writes it: ``1y5m7d2h``."""

    years: int = 0
    months: int = 0
    days: int = 0
    hours: int = 0

    def __str__(self) -> str:
        parts = ((self.years, "y"), (self.months, "m"), (self.days, "d"), (self.hours, "h"))
        return "".join(f"{number}{unit}" for number, unit in parts if number)

    def before(self, moment: datetime) -> datetime | None:
        """`moment` minus this length, as Go's ``AddDate`` does it (31 October - 1 month = 1 October); None = before year 1."""
        months = moment.year * 12 + moment.month - 1 - self.years * 12 - self.months
        try:
            first = moment.replace(year=months // 12, month=months % 12 + 1, day=1)
            return first + timedelta(days=moment.day - 1 - self.days) - timedelta(hours=self.hours)
        except (ValueError, OverflowError):
            return None


def parse_duration(text: str) -> Duration:
    """`text` such as ``1y5m7d2h`` (any of them, each once). UsageError for anything else."""
    pairs = re.findall(r"([0-9]{1,6})([ymdh])", text)
    units = [unit for _, unit in pairs]
    if not pairs or "".join(n + u for n, u in pairs) != text.strip() or len(set(units)) != len(units):
        raise UsageError(f"“{text}” is not a length of time.", hint="Write years, months, days and hours like 1y5m7d2h.")
    numbers = {unit: int(number) for number, unit in pairs}
    return Duration(numbers.get("y", 0), numbers.get("m", 0), numbers.get("d", 0), numbers.get("h", 0))


def parse_policy(text: str) -> RetentionPolicy:
    """A policy by name or by rules: ``last=3,daily=7,within=1y5m7d2h,tag=keep``; ``-1`` or ``all`` = every one; "" keeps everything.

    UsageError with a hint for anything else.
    """
    text = text.strip()
    if text in NAMED_POLICIES:
        return NAMED_POLICIES[text]
    values: dict[str, int | str] = {}
    tags: list[str] = []
    for rule in filter(None, (part.strip() for part in text.split(","))):
        name, separator, value = (part.strip() for part in rule.partition("="))
        name = name.removeprefix("keep-").replace("-", "_")
        if name == "tag" and value:
            tags.append(value)
        elif name in _COUNTS and name not in values:
            values[name] = _parse_count(rule, value)
        elif name in _WITHINS and name not in values:
            values[name] = str(parse_duration(value))
        else:
            raise UsageError(f"“{rule}” is not a retention rule{'' if separator else ' or the name of a policy'}.", hint=_POLICY_HINT)
    return msgspec.convert({**values, "tags": tags}, RetentionPolicy)


def _parse_count(rule: str, value: str) -> int:
    if value in {"-1", "all", "unlimited"}:
        return -1
    if not re.fullmatch(r"[0-9]{1,9}", value):
        raise UsageError(f"“{rule}” needs a whole number, or -1 for all.", hint=_POLICY_HINT)
    return int(value)


def policy_text(policy: RetentionPolicy) -> str:
    """The shortest text that `parse_policy` reads back as `policy`."""
    for name, known in NAMED_POLICIES.items():
        if policy == known:
            return name
    rules = [f"{name.replace('_', '-')}={value}" for name in (*_COUNTS, *_WITHINS) if (value := getattr(policy, name))]
    return ",".join([*rules, *(f"tag={tag}" for tag in policy.tags)])


def apply_policy(snapshots: Iterable[S], policy: RetentionPolicy, now: datetime | None = None) -> Decision[S]:
    """Divide the snapshots of one group into those that stay and those that go.

    Raises UsageError when the policy is not empty and would keep none of them.
    """
    group = sorted(snapshots, key=lambda s: (s.when, s.id), reverse=True)
    if policy.is_empty():
        return Decision(tuple(Kept(s, ("policy is empty",)) for s in group), ())
    rules = _rules(policy, _latest(group, now or datetime.now(UTC)))
    keep: list[Kept[S]] = []
    remove: list[S] = []
    for number, snapshot in enumerate(group):
        oldest = number == len(group) - 1
        reasons = tuple(filter(None, (rule.reason(snapshot, number, oldest) for rule in rules)))
        if reasons:
            keep.append(Kept(snapshot, reasons))
        else:
            remove.append(snapshot)
    if remove and not keep:
        raise UsageError(
            "The retention policy would keep none of these backups.",
            code="FORGET-ALL",
            hint="Add a rule that keeps at least one, such as last=1; single backups can be deleted by their id.",
        )
    return Decision(tuple(keep), tuple(remove))


class _Simulated(msgspec.Struct, frozen=True):
    id: str
    when: datetime
    tags: tuple[str, ...] = ()


def kept_dates(policy: RetentionPolicy, first: date, until: date, every: timedelta = timedelta(days=1)) -> tuple[date, ...]:
    """For a calendar: the days whose backups are still there at the end of `until`, oldest first, when from `first` on one is made each
    `every` (at noon the first time) and the policy is applied after each. UsageError as `apply_policy` for a policy that would keep none,
    and for an `every` that is not positive."""
    if every <= timedelta(0):
        raise UsageError("Backups are made some time apart.")
    moment, last = datetime.combine(first, time(12), UTC), datetime.combine(until, time(23, 59), UTC)
    standing: list[_Simulated] = []
    while moment <= last:
        standing.append(_Simulated(moment.isoformat(), moment))
        standing = [one.snapshot for one in apply_policy(standing, policy, moment + timedelta(seconds=1)).keep]
        moment += every
    return tuple(sorted({one.when.date() for one in standing}))


def _latest(group: Sequence[S], now: datetime) -> datetime | None:
    """The time of the newest snapshot that is not in the future."""
    return next((s.when for s in group if s.when < now), None)


Bucket = Callable[[datetime, int], int]

_BUCKETS: dict[str, Bucket] = {
    "last": lambda _time, number: number,
    "hourly": lambda t, _: ((t.year * 100 + t.month) * 100 + t.day) * 100 + t.hour,
    "daily": lambda t, _: (t.year * 100 + t.month) * 100 + t.day,
    "weekly": lambda t, _: t.isocalendar().year * 100 + t.isocalendar().week,
    "monthly": lambda t, _: t.year * 100 + t.month,
    "yearly": lambda t, _: t.year,
}


class _TagRule:
    """Keeps what has all tags of one list; the empty tag stands for "has no tags"."""

    def __init__(self, tags: str) -> None:
        self._tags = tags.split(",")
        self._reason = f"has tags [{', '.join(self._tags)}]"

    def reason(self, snapshot: Dated, number: int, oldest: bool) -> str:
        """Why the snapshot stays; empty when this rule does not keep it."""
        for tag in self._tags:
            if not tag and not snapshot.tags:
                return self._reason
            if tag not in snapshot.tags:
                return ""
        return self._reason


class _WithinRule:
    """Keeps everything younger than `since` (None: whatever its age)."""

    def __init__(self, duration: Duration, since: datetime | None) -> None:
        self._reason = f"within {duration}"
        self._since = since

    def reason(self, snapshot: Dated, number: int, oldest: bool) -> str:
        return self._reason if self._since is None or snapshot.when > self._since else ""


class _BucketRule:
    """Keeps the first of each bucket, and the oldest of all, until `count` is used up (-1: never) or the age is beyond `since`."""

    def __init__(self, reason: str, bucket: Bucket, count: int = -1, since: datetime | None = None) -> None:
        self._reason = reason
        self._bucket = bucket
        self._left = count
        self._since = since
        self._kept = -1

    def reason(self, snapshot: Dated, number: int, oldest: bool) -> str:
        if self._left == 0 or (self._since is not None and snapshot.when <= self._since):
            return ""
        value = self._bucket(snapshot.when, number)
        if value == self._kept:
            return f"oldest {self._reason}" if oldest else ""
        self._kept = value
        self._left -= 1  # -1 counts away from zero and so never ends
        return self._reason


def _rules(policy: RetentionPolicy, latest: datetime | None) -> list[_TagRule | _WithinRule | _BucketRule]:
    """The policy's rules in restic's order, which is the order of the reasons."""
    rules: list[_TagRule | _WithinRule | _BucketRule] = [_TagRule(tags) for tags in policy.tags]
    since = {name: _reach(getattr(policy, name), latest) for name in _WITHINS if getattr(policy, name)}
    rules += [_WithinRule(duration, start) for name, (duration, start) in since.items() if name == "within" and duration != Duration()]
    rules += [_BucketRule(f"{name} snapshot", _BUCKETS[name], count) for name in _COUNTS if (count := getattr(policy, name))]
    for name, (duration, start) in since.items():
        kind = name.removeprefix("within_")
        if kind in _BUCKETS and duration != Duration():
            rules.append(_BucketRule(f"{kind} within {duration}", _BUCKETS[kind], since=start))
    return rules


def _reach(text: str, latest: datetime | None) -> tuple[Duration, datetime | None]:
    """A length of time, and the moment up to which it reaches back from `latest`."""
    duration = parse_duration(text)
    return duration, None if latest is None else duration.before(latest)
