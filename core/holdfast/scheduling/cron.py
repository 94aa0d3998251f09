"""Five fields as in cron(5): minute, hour, day of month, month, day of week; lists, ranges, steps, names; 0 and 7 are Sunday.

As in cron(5): when both days are restricted (neither field begins with ``*``), one of them is enough.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time

import msgspec

from holdfast.errors import UsageError

_MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_DAYS = {name: number for number, name in enumerate("sun mon tue wed thu fri sat".split())}
_FIELDS: tuple[tuple[str, int, int, dict[str, int]], ...] = (
    ("minute", 0, 59, {}),
    ("hour", 0, 23, {}),
    ("day of the month", 1, 31, {}),
    ("month", 1, 12, _MONTHS),
    ("day of the week", 0, 7, _DAYS),
)
_WORDS = {
    "@hourly": "0 * * * *", "@daily": "0 0 * * *", "@midnight": "0 0 * * *", "@weekly": "0 0 * * 0", "@monthly": "0 0 1 * *",
    "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *",
}  # fmt: skip
_HINT = 'Five fields: minute hour day month weekday, for example "30 2 * * mon-fri".'


class Cron(msgspec.Struct, frozen=True):
    """A read expression. `days` are those of the month, `weekdays` 0 (Sunday) to 6."""

    minutes: tuple[int, ...]
    hours: tuple[int, ...]
    days: frozenset[int]
    months: frozenset[int]
    weekdays: frozenset[int]
    either_day: bool
    """Both days are restricted: one of them is enough."""

    @classmethod
    def read(cls, text: str) -> Cron:
        """UsageError names the field that cannot be read, or says that no day of any year fits."""
        fields = _WORDS.get(text.strip().lower(), text).split()
        if len(fields) != 5:
            raise UsageError(f"{text!r} has {len(fields)} fields; cron has five.", code="BAD-CRON", hint=_HINT)
        minutes, hours, days, months, weekdays = (_field(word, *rule) for word, rule in zip(fields, _FIELDS, strict=True))
        read = cls(
            minutes=tuple(sorted(minutes)),
            hours=tuple(sorted(hours)),
            days=frozenset(days),
            months=frozenset(months),
            weekdays=frozenset(day % 7 for day in weekdays),
            either_day=not fields[2].startswith("*") and not fields[4].startswith("*"),
        )
        if not read._ever():
            raise UsageError(f"No day of any year fits {text!r}.", code="BAD-CRON", hint="The month has no such day.")
        return read

    @property
    def by_the_hour(self) -> bool:
        """It runs in every hour of the day, so that hours of UTC are what it counts."""
        return len(self.hours) == 24

    def falls_on(self, day: date) -> bool:
        if day.month not in self.months:
            return False
        in_month, in_week = day.day in self.days, day.isoweekday() % 7 in self.weekdays
        return in_month or in_week if self.either_day else in_month and in_week

    def times(self) -> Iterator[time]:
        """The times of a day on which it falls, in order."""
        return (time(hour, minute) for hour in self.hours for minute in self.minutes)

    def _ever(self) -> bool:
        longest = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
        return self.either_day or any(min(self.days) <= longest.get(month, 31) for month in self.months)


def _field(word: str, name: str, low: int, high: int, names: dict[str, int]) -> set[int]:
    found: set[int] = set()
    for piece in word.lower().split(","):
        span, slash, step_word = piece.partition("/")
        step = int(step_word) if step_word.isascii() and step_word.isdigit() else 0
        if slash and step < 1:
            raise _bad(piece, name, low, high)
        if span == "*":
            first, last = low, high
        else:
            start, dash, end = span.partition("-")
            first = _number(start, piece, name, low, high, names)
            last = _number(end, piece, name, low, high, names) if dash else high if slash else first
            if names is _DAYS and dash and last == 0 and first > 0:
                last = 7  # fri-sun
        if first > last:
            raise _bad(piece, name, low, high)
        found.update(range(first, last + 1, step or 1))
    return found


def _number(word: str, piece: str, name: str, low: int, high: int, names: dict[str, int]) -> int:
    if word in names:
        return names[word]
    if word.isascii() and word.isdigit() and low <= int(word) <= high:
        return int(word)
    raise _bad(piece, name, low, high)


def _bad(piece: str, name: str, low: int, high: int) -> UsageError:
    return UsageError(f"{piece!r} cannot be read as the {name} ({low} to {high}).", code="BAD-CRON", hint=_HINT)
