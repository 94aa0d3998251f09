"""Times as the repository writes them: RFC 3339 with up to nine decimals (Go's `RFC3339Nano`), and back to nanoseconds.

We write UTC with ``Z``; what restic wrote carries its host's offset. Only whole days are cached: files share few of them.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache

from holdfast.errors import Damaged

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_DAY = _EPOCH.toordinal()
_BILLION = 1_000_000_000
_FIRST_DAY = -719528  # 0000-01-01, the first day that RFC 3339 can tell
_LAST_DAY = 2932896  # 9999-12-31
_FOUR_YEARS = 3 * 365 + 366
"""Year 0 is beyond `datetime`; it is a leap year, like year 4."""
_PATTERN = re.compile(
    r"(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,30}))?"
    r"(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))",
    re.ASCII,
)


def format_time(nanoseconds: int) -> str:
    """Nanoseconds since 1970 as RFC 3339 in UTC. Days outside the years 0-9999 become the first or last one."""
    seconds, fraction = divmod(nanoseconds, _BILLION)
    days, rest = divmod(seconds, 86400)
    minutes, second = divmod(rest, 60)
    hour, minute = divmod(minutes, 60)
    if fraction:
        return f"{_day_text(days)}T{hour:02d}:{minute:02d}:{second:02d}.{fraction:09d}".rstrip("0") + "Z"
    return f"{_day_text(days)}T{hour:02d}:{minute:02d}:{second:02d}Z"


@lru_cache(maxsize=16384)
def _day_text(days: int) -> str:
    if days < _FIRST_DAY + 366:
        return "0000" + _day_text(max(days, _FIRST_DAY) + _FOUR_YEARS)[4:]
    return date.fromordinal(min(days, _LAST_DAY) + _EPOCH_DAY).isoformat()


def parse_time(text: str) -> int:
    """Nanoseconds since 1970; `Damaged` when it is no time. Decimals beyond the ninth are cut."""
    day, hour, minute, second, fraction, offset = _fields(text)
    return ((_day_number(day) * 24 + hour) * 3600 + minute * 60 + second - offset) * _BILLION + fraction


@lru_cache(maxsize=16384)
def _day_number(text: str) -> int:
    try:
        if text.startswith("0000"):
            return date.fromisoformat("0004" + text[4:]).toordinal() - _EPOCH_DAY - _FOUR_YEARS
        return date.fromisoformat(text).toordinal() - _EPOCH_DAY
    except ValueError:
        raise _damaged(text) from None


def parse_moment(text: str) -> datetime:
    """An aware datetime in the offset that the text has (retention counts days in it), cut to microseconds.

    `Damaged` for a time that `datetime` cannot tell (year 0).
    """
    day, hour, minute, second, fraction, offset = _fields(text)
    zone = timezone(timedelta(seconds=offset)) if offset else UTC
    try:
        year, month, day_of_month = date.fromisoformat(day).timetuple()[:3]
        return datetime(year, month, day_of_month, hour, minute, second, fraction // 1000, tzinfo=zone)
    except ValueError:
        raise _damaged(text) from None


def format_moment(moment: datetime) -> str:
    """An aware datetime as RFC 3339 in UTC."""
    delta = moment - _EPOCH
    return format_time((delta.days * 86400 + delta.seconds) * _BILLION + delta.microseconds * 1000)


def _fields(text: str) -> tuple[str, int, int, int, int, int]:
    """Day, hour, minute, second, nanosecond, offset in seconds."""
    match = _PATTERN.fullmatch(text)
    if match is None:
        raise _damaged(text)
    day, hour, minute, second, fraction, sign, offset_hours, offset_minutes = match.groups()
    offset = 0
    if sign:
        offset = (int(offset_hours) * 3600 + int(offset_minutes) * 60) * (-1 if sign == "-" else 1)
    nanoseconds = int(fraction[:9].ljust(9, "0")) if fraction else 0
    return day, int(hour), int(minute), int(second), nanoseconds, offset


def _damaged(text: str) -> Damaged:
    return Damaged(f"The repository holds a time that cannot be read: {text[:40]!r}.")
