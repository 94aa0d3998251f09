"""Schedules that live on a site: what is changed of one, and days and backups counted for each other."""

from __future__ import annotations

from typing import Any

import msgspec

from holdfast.errors import NotFound, Unsupported, UsageError
from holdfast.providers.base import Capabilities, RemoteSchedule

Result = dict[str, Any]


def no_schedule(subject: str) -> NotFound:
    return NotFound(f"The site has no schedule {subject!r}.", code="NO-SCHEDULE", hint="holdfast schedule list SITE shows them.")


def changed_schedule(old: RemoteSchedule, changes: Result) -> RemoteSchedule:
    """`old` with what is given; the two ways to say when, and the two to say how many, take each other's place."""
    given = dict(changes)
    given |= {"cron": ""} if given.get("frequency") else {"frequency": "", "time": ""} if given.get("cron") else {}
    if (given.get("keep") is None) != (given.get("keep_days") is None):
        given = {"keep": None, "keep_days": None} | {k: v for k, v in given.items() if v is not None or k not in {"keep", "keep_days"}}
    given["extra"] = {**old.extra, **given.get("extra", {})}
    return msgspec.structs.replace(old, **given)


def in_days(wanted: RemoteSchedule, capabilities: Capabilities) -> RemoteSchedule:
    """A site that runs by cron and counts days, and a person who counts backups: the days in which so many are made."""
    known = {field.name for field in capabilities.schedule}
    if wanted.keep is None or wanted.keep_days is not None or "keep" in known or "keep_days" not in known or not wanted.cron:
        return wanted
    return msgspec.structs.replace(wanted, keep=None, keep_days=max(1, round(wanted.keep * _days_between(wanted.cron))))


def _days_between(cron: str) -> float:
    """About how many days lie between two runs; 1 for what cannot be read."""
    fields = cron.split()
    if len(fields) != 5:
        return 1.0
    _, hour, day, _, weekday = fields
    if day != "*":
        return 30.0 / _runs(day, 30)
    if weekday not in {"*", "?"}:
        return 7.0 / _runs(weekday, 7)
    return 1.0 / _runs(hour, 24)


def _runs(field: str, of: int) -> int:
    """How often one field of cron fits in a whole turn of `of`."""
    count = 0
    for piece in field.split(","):
        span, _, step = piece.partition("/")
        first, dash, last = span.partition("-")
        width = (
            of if span in {"*", "?"} else int(last) - int(first) + 1 if dash and first.isdigit() and last.isdigit() else of if step else 1
        )
        count += max(1, width // int(step) if step.isdigit() and int(step) else width)
    return max(1, min(count, of))


def check_schedule(wanted: RemoteSchedule, capabilities: Capabilities) -> None:
    if wanted.type not in capabilities.types:
        raise Unsupported(f"This site makes no backups of type {wanted.type}.", hint=f"Types: {', '.join(capabilities.types)}.")
    if wanted.frequency and not capabilities.frequencies:
        raise UsageError("This system wants a schedule in cron's five fields.", hint='--cron "0 2 * * *"')
