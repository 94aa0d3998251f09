"""The words of a schedule's form: how often, on which day, what, and how. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from holdfast_desktop.wording.services import remote_type_word
from holdfast_desktop.wording.times import clock, day_name
from holdfast_desktop.wording.tr import tr
from holdfast_desktop.wording.waiting import weekdays

Choices = list[tuple[str, str]]
"""(word of the door, words for people)"""


def every_choices() -> Choices:
    """How often; ``cron`` stands for a line of cron."""
    return [
        ("1hour", tr("Every hour")),
        ("2hours", tr("Every 2 hours")),
        ("4hours", tr("Every 4 hours")),
        ("6hours", tr("Every 6 hours")),
        ("8hours", tr("Every 8 hours")),
        ("12hours", tr("Every 12 hours")),
        ("daily", tr("Every day")),
        ("weekly", tr("Every week")),
        ("monthly", tr("Every month")),
        ("login", tr("When you log in")),
        ("cron", tr("By a line of cron")),
    ]


def month_days() -> Choices:
    return [*((str(n), tr("on day {n}", n=n)) for n in range(1, 29)), ("last", tr("on the last day"))]


def day_choices(every: str) -> Choices:
    """The days that a weekly or monthly one may have; else none."""
    return {"weekly": weekdays, "monthly": month_days}.get(every, list)()


def takes_time(every: str) -> bool:
    return every not in {"login", "cron"}


def time_help(every: str) -> str:
    """What the time means, and what happens without one."""
    if every.endswith(("hour", "hours")):
        return tr("Of the time only the minutes count: 00:15 runs a quarter past.")
    if every in {"daily", "weekly", "monthly"}:
        return tr("Without a time it runs once the computer is on, from 10:00. What is missed is caught up once.")
    if every == "login":
        return tr("It runs a few minutes after you log in, once a day at most.")
    return tr("Five fields: minute, hour, day, month, weekday. For example 30 2 * * mon-fri.")


def type_choices(system: str, offers: Mapping[str, Any]) -> Choices:
    """What a run may take, for a kind of site. Empty: nothing to choose."""
    usual = ("", tr("As usual"))
    if system == "archives":
        return []
    if system == "folder":
        return [
            usual,
            ("database", tr("Only the database")),
            ("files", tr("Only the files")),
            ("full", tr("Everything, every file read anew")),
        ]
    return [usual, *((str(word), remote_type_word(str(word))) for word in offers.get("types") or ())]


def how_choices() -> Choices:
    return [
        ("auto", tr("As the service allows")),
        ("create", tr("Have the site make a backup")),
        ("fetch", tr("Fetch what the site made by itself")),
    ]


def keep_in_choices(storages: Sequence[str], own: str) -> Choices:
    """`own`: the storage that the site names itself."""
    first = tr("As the site says: {storage}", storage=own) if own else tr("On the site only")
    return [("", first), *((name, name) for name in storages)]


def origin_words(where: str, tag: str) -> str:
    """Where a schedule comes from and who runs it."""
    if where != "local":
        return tr("the site")
    return tr("tag “{tag}”").replace("{tag}", tag) if tag else tr("this computer")


def run_words(moment: datetime) -> str:
    """A coming run: ``Saturday, 21 November 2026, 10:05``."""
    local = moment.astimezone()
    return tr("{day}, {time}", day=day_name(local.date()), time=clock(moment))
