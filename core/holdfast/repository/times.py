"""Times as the repository writes them: RFC 3339 with up to nine decimals (Go's `RFC3339Nano`), and back to nanoseconds.

We write UTC with ``Z``; what restic wrote carries its host's offset.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

from holdfast.errors import Damaged

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST = -62167219200  # 0000-01-01T00:00:00Z, the first second that RFC 3339 can tell
_LAST = 253402300799  # 9999-12-31T23:59:59Z
_YEAR_0_DAYS = 366
_PATTERN = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,30}))?(?:Z|([+-])(\d\d):(\d\d))", re.ASCII)


@lru_cache(maxsize=65536)
def _seconds_text(seconds: int) -> str:
    seconds = min(max(seconds, _FIRST), _LAST)
    if seconds < _FIRST + _YEAR_0_DAYS * 86400:  # year 0 is beyond datetime; it is a leap year, like year 4
        return "0000" + _seconds_text(seconds + (366 + 3 * 365) * 86400)[4:]
    moment = _EPOCH + timedelta(seconds=seconds)
    return f"{moment.year:04d}-{moment.month:02d}-{moment.day:02d}T{moment.hour:02d}:{moment.minute:02d}:{moment.second:02d}"


def format_time(nanoseconds: int) -> str:
    """Nanoseconds since 1970 as RFC 3339 in UTC. Years outside 0-9999 become the nearest that can be written."""
    seconds, fraction = divmod(nanoseconds, 1_000_000_000)
    if fraction:
        return f"{_seconds_text(seconds)}.{fraction:09d}".rstrip("0") + "Z"
    return _seconds_text(seconds) + "Z"


@lru_cache(maxsize=65536)
def parse_time(text: str) -> int:
    """Nanoseconds since 1970; `Damaged` when it is no time. Decimals beyond the ninth are cut."""
    year, month, day, hour, minute, second, fraction, offset = _fields(text)
    extra_days = 0
    if year == 0:
        year, extra_days = 4, -(366 + 3 * 365)
    try:
        days = datetime(year, month, day, tzinfo=UTC).toordinal() - _EPOCH.toordinal() + extra_days
    except ValueError:
        raise _damaged(text) from None
    return ((days * 24 + hour) * 3600 + minute * 60 + second - offset) * 1_000_000_000 + fraction


def parse_moment(text: str) -> datetime:
    """An aware datetime in the offset that the text has (retention counts days in it), cut to microseconds."""
    year, month, day, hour, minute, second, fraction, offset = _fields(text)
    zone = timezone(timedelta(seconds=offset)) if offset else UTC
    try:
        return datetime(year, month, day, hour, minute, second, fraction // 1000, tzinfo=zone)
    except ValueError:
        raise _damaged(text) from None


def format_moment(moment: datetime) -> str:
    """An aware datetime as RFC 3339 in UTC."""
    delta = moment - _EPOCH
    return format_time((delta.days * 86400 + delta.seconds) * 1_000_000_000 + delta.microseconds * 1000)


def _fields(text: str) -> tuple[int, int, int, int, int, int, int, int]:
    match = _PATTERN.fullmatch(text)
    if match is None:
        raise _damaged(text)
    year, month, day, hour, minute, second, fraction, sign, offset_hours, offset_minutes = match.groups()
    offset = (int(offset_hours) * 3600 + int(offset_minutes) * 60) * (-1 if sign == "-" else 1) if sign else 0
    if int(hour) > 23 or int(minute) > 59 or int(second) > 59 or abs(offset) >= 86400:
        raise _damaged(text)
    nanoseconds = int(fraction[:9].ljust(9, "0")) if fraction else 0
    return int(year), int(month), int(day), int(hour), int(minute), int(second), nanoseconds, offset


def _damaged(text: str) -> Damaged:
    return Damaged(f"The repository holds a time that cannot be read: {text[:40]!r}.")
