"""What makes sense in a schedule, and what does not: pure. Every refusal says what to write instead."""

from __future__ import annotations

import os
import re
from collections.abc import Collection

import msgspec

from holdfast.errors import Unsupported, UsageError
from holdfast.records import NETWORK_SYSTEMS, Schedule, Site
from holdfast.scheduling import Cron, zone_of
from holdfast.scheduling.slots import HOURS, WEEKDAYS
from holdfast.state.entries import check_name

EVERY = (*HOURS, "daily", "weekly", "monthly", "login")
WHEN = ("every", "cron", "at", "on", "timezone")
"""The fields that say when."""
_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])", re.ASCII)
_LOCAL_TYPES = ("full", "incremental", "database", "files")


def checked(schedule: Schedule) -> Schedule:
    """`schedule` with its words in one form. UsageError for what cannot be, or does not go together."""
    if bool(schedule.every) == bool(schedule.cron):
        raise UsageError("A schedule needs either --every or --cron.", hint='--every daily, or --cron "30 2 * * mon-fri"')
    if schedule.every and schedule.every not in EVERY:
        raise UsageError(f"There is no schedule every {schedule.every!r}.", hint=f"Known: {', '.join(EVERY)}; or --cron.")
    if schedule.cron:
        Cron.read(schedule.cron)
        schedule = msgspec.structs.replace(schedule, cron=" ".join(schedule.cron.split()))
    zone_of(schedule.timezone)
    for name, number in (("--keep", schedule.keep), ("--keep-days", schedule.keep_days)):
        if number is not None and number < 1:
            raise UsageError(f"{name} is at least 1.")
    if schedule.how not in {"auto", "create", "fetch"}:
        raise UsageError(f"{schedule.how!r} is no way to make a backup.", hint="auto, create or fetch.")
    if schedule.download:
        schedule = msgspec.structs.replace(schedule, download=os.path.abspath(os.path.expanduser(schedule.download)))
    return msgspec.structs.replace(schedule, at=_at(schedule), on=_on(schedule))


def suits(schedule: Schedule, site: Site) -> None:
    """UsageError or Unsupported when this site cannot be backed up in this way."""
    if site.system in NETWORK_SYSTEMS:
        return
    foreign = {
        "--site-storage": schedule.site_storage, "--cloud-upload": schedule.cloud_upload is not None,
        "--cloud-provider": schedule.cloud_provider, "--notify": schedule.notify is not None,
    }  # fmt: skip
    for option, given in foreign.items():
        if given:
            raise UsageError(f"{option} is for sites with a backup service of their own; {site.name!r} is not one.")
    if schedule.keep is not None or schedule.keep_days is not None:
        policy = f"last={schedule.keep}" if schedule.keep is not None else f"within={schedule.keep_days}d"
        raise UsageError(
            "How many backups stay is said of the site, not of a schedule.", hint=f"holdfast site edit {site.name} --retention {policy}"
        )
    if site.system == "archives":
        if schedule.type or schedule.how == "create":
            raise Unsupported(f"The archives of {site.name!r} are made by another program; they can be fetched.", hint="Leave out --type.")
    elif schedule.how == "fetch":
        raise Unsupported(f"{site.name!r} makes no backups by itself that could be fetched.", hint="Leave out --how.")
    elif schedule.type and schedule.type not in _LOCAL_TYPES:
        raise Unsupported(f"Holdfast makes no backups of type {schedule.type}.", hint=f"Types: {', '.join(_LOCAL_TYPES)}.")


def named(schedule: Schedule, whose: str, taken: Collection[str]) -> str:
    """The given name, or one that is made of what it is and not among `taken` (in small letters)."""
    if schedule.name:
        check_name(schedule.name, "schedule")
        return schedule.name
    first = f"{whose} {schedule.every or 'cron'}"[:90]
    names = [first, *(f"{first} {number}" for number in range(2, len(taken) + 3))]
    return next(name for name in names if name.lower() not in taken)


def _at(schedule: Schedule) -> str:
    if not schedule.at:
        return ""
    if schedule.cron or schedule.every == "login":
        raise UsageError(f"A schedule {'by cron' if schedule.cron else 'at login'} has no --at.", hint="Leave out --at.")
    match = _TIME.fullmatch(schedule.at.strip())
    if match is None:
        raise UsageError(f"{schedule.at!r} is no time of day.", hint="HH:MM, for example 02:30.")
    hour, minute = int(match[1]), int(match[2])
    if hour and schedule.every in HOURS:
        raise UsageError("By the hour only the minutes count.", hint=f"--at 00:{minute:02d}: always {minute} minutes past the hour.")
    return f"{hour:02d}:{minute:02d}"


def _on(schedule: Schedule) -> str:
    on = schedule.on.strip().lower()
    if not on:
        return ""
    if schedule.every == "weekly":
        if on[:3] in WEEKDAYS and on.isalpha():
            return on[:3]
        raise UsageError(f"{schedule.on!r} is no day of the week.", hint=f"--on {'|'.join(WEEKDAYS)}")
    if schedule.every == "monthly":
        if on == "last" or (on.isascii() and on.isdigit() and 1 <= int(on) <= 28):
            return on if on == "last" else str(int(on))
        raise UsageError(f"{schedule.on!r} is no day that every month has.", hint="--on 1 to 28, or last.")
    raise UsageError("Only a weekly or monthly schedule has a day (--on).", hint='For other days: --cron "30 2 * * mon,thu"')
