"""How the terminal words numbers and times. Pure functions."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from holdfast.progress import Retry


def size(count: int | None) -> str:
    """Bytes for people, decimal units: ``1.3 GB``."""
    if count is None:
        return "–"
    value = float(count)
    for unit in ("B", "kB", "MB", "GB"):
        if abs(value) < 1000:
            return f"{value:.0f} {unit}" if unit == "B" else f"{value:.1f} {unit}"
        value /= 1000
    return f"{value:.1f} TB"


def duration(seconds: float | None) -> str:
    """A span of time for people: ``8 s``, ``3 min``, ``2 h 05 min``."""
    if seconds is None:
        return "–"
    if seconds < 10:
        return f"{seconds:.1f} s"
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 5400:
        return f"{seconds / 60:.0f} min"
    return f"{int(seconds // 3600)} h {int(seconds % 3600 // 60):02d} min"


def left(seconds: float | None) -> str:
    """Time left in coarse steps; a precise number would only pretend."""
    if seconds is None:
        return ""
    if seconds < 60:
        return "under a minute left"
    if seconds < 3600:
        return f"about {round(seconds / 60)} min left"
    return f"about {round(seconds / 3600)} h left"


def retrying(retry: Retry, seconds: float) -> str:
    """``retrying in 12 s (attempt 2 of 5): example.org did not answer in time``; `seconds`: until then."""
    words = (
        "trying again" if seconds <= 0 else f"retrying in {math.ceil(seconds)} s" if seconds < 90 else f"retrying in {duration(seconds)}"
    )
    which = f" (attempt {retry.attempt} of {retry.attempts})" if retry.attempts is not None else ""
    return f"{words}{which}: {retry.message.rstrip('.')}"


def moment(when: datetime | None) -> str:
    """A time in this computer's zone, to the minute."""
    return "–" if when is None else when.astimezone().strftime("%Y-%m-%d %H:%M")


def ago(when: datetime | None, now: datetime | None = None) -> str:
    """How long ago, in one unit."""
    if when is None:
        return "never"
    seconds = ((now or datetime.now(UTC)) - when).total_seconds()
    for limit, unit, name in ((90, 1, "s"), (5400, 60, "min"), (129600, 3600, "h"), (float("inf"), 86400, "days")):
        if seconds < limit:
            return f"{max(0, round(seconds / unit))} {name} ago"
    raise AssertionError("unreachable")


def proof(proven_at: datetime | None, last: Mapping[str, Any], now: datetime | None = None) -> str:
    """Since when a site is proven, at which level, and what its last drill said when that was something else."""
    if not last and proven_at is None:
        return "never proven"
    words = "never proven" if proven_at is None else ago(proven_at, now)
    if last.get("verdict") == "proven":
        return f"{words}, level {last.get('level', '')}"
    if not last:
        return words
    when = ago(datetime.fromisoformat(str(last["at"])), now)
    named = ", ".join(last.get("not_good", ()))
    return f"{words}; last drill {when}: {last['verdict']}" + (f" ({named})" if named else "")


def plural(count: int, one: str, many: str | None = None) -> str:
    """``1 file``, ``2 files``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def value(told: object) -> str:
    """What a site tells of something, for people: ``yes``, ``a, b``, ``3=full, 7=developer``, a local time; nothing is ``–``."""
    match told:
        case _ if told in (None, "", [], {}, ()):
            return "–"
        case bool():
            return "yes" if told else "no"
        case Mapping():
            return ", ".join(f"{key}={value(one)}" for key, one in told.items())
        case list() | tuple():
            return ", ".join(value(one) for one in told)
        case float() if told.is_integer():
            return str(int(told))
        case datetime():
            return moment(told)
        case _:
            return str(told)


def printable(text: str) -> str:
    """`text` without control characters and direction overrides: a name from a backup cannot steer the terminal."""
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


def outcome_of(row: Mapping[str, Any]) -> str:
    """What became of one of many: ``added``, or why not."""
    failure = row.get("failure")
    return "added" if failure is None else printable(f"{failure['message']} {failure['hint']}".strip())
