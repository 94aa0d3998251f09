"""How long a server asks to be left alone, in every form of it: Retry-After in seconds or as a date, RateLimit-Reset (a delta, IETF drafts,
also inside RateLimit), X-RateLimit-Reset (an epoch or a delta)."""

from __future__ import annotations

import re

from holdfast.providers import values
from holdfast.providers.http.answer import Answer

LONGEST = 3600.0
"""No server's word makes us wait longer than an hour."""


def asked_wait(answer: Answer) -> float | None:
    """Seconds from now, 1 to an hour; None when the server does not say. Dates and epochs are read against the server's own clock."""
    found = _retry_after(answer)
    if found is None:
        found = reset_in(answer)
    return None if found is None else min(max(found, 1.0), LONGEST)


def reset_in(answer: Answer) -> float | None:
    """Seconds until the window of the rate limit starts anew, as told; not limited here."""
    delta = values.number(answer.headers.get("ratelimit-reset"))
    if delta is None:
        inside = re.search(r"(?:^|[;,\s])(?:t|reset)=(\d{1,9})", answer.headers.get("ratelimit", ""))
        delta = float(inside[1]) if inside else None
    if delta is not None and delta <= 1e9:
        return max(delta, 0.0)
    epoch = values.number(answer.headers.get("x-ratelimit-reset"))
    if epoch is None:
        return None
    if epoch <= 1e9:
        return max(epoch, 0.0)
    return max((epoch / 1000 if epoch > 1e11 else epoch) - server_now(answer), 0.0)


def limit_told(answer: Answer) -> tuple[int | None, int | None]:
    """(limit, remaining) of the window, None where not told."""
    found = []
    for name in ("limit", "remaining"):
        word = answer.headers.get(f"x-ratelimit-{name}") or answer.headers.get(f"ratelimit-{name}") or ""
        found.append(values.whole(word.partition(",")[0].partition(";")[0].strip()))
    return found[0], found[1]


def server_now(answer: Answer) -> float:
    """The server's clock, by its Date header; ours without one."""
    date = answer.date
    return date.timestamp() if date else answer.received_at


def _retry_after(answer: Answer) -> float | None:
    word = answer.headers.get("retry-after", "").strip()
    seconds = values.number(word)
    if seconds is not None:
        return seconds if seconds >= 0 else None
    when = values.http_date(word)
    return None if when is None else when.timestamp() - server_now(answer)
