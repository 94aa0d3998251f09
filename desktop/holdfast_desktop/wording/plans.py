"""Plans in words: when backups are made, what that costs, how long they stay, what is left out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.times import day_name
from holdfast_desktop.wording.tr import tr, tr_n

PRESETS = ("caches", "backups", "logs", "development", "staging")
KEEPS = ("light", "standard", "long")


class When(Protocol):
    """The words of a schedule."""

    @property
    def every(self) -> str: ...
    @property
    def cron(self) -> str: ...
    @property
    def at(self) -> str: ...
    @property
    def on(self) -> str: ...
    @property
    def type(self) -> str: ...


def preset_words(preset: str) -> str:
    words = {
        "caches": tr("Caches"),
        "backups": tr("Archives of other backup plugins"),
        "logs": tr("Logs"),
        "development": tr("node_modules, .git and the like"),
        "staging": tr("Staging copies"),
    }
    return words.get(preset, preset)


def day_words(on: str) -> str:
    """A day of the week by the words of a schedule (mon … sun)."""
    days = {
        "mon": tr("Monday"), "tue": tr("Tuesday"), "wed": tr("Wednesday"), "thu": tr("Thursday"), "fri": tr("Friday"),
        "sat": tr("Saturday"), "sun": tr("Sunday"),
    }  # fmt: skip
    return days.get(on, on)


def timing_words(when: When) -> str:
    """One sentence about when."""
    sentence = _when(when)
    if when.type == "database":
        return tr("The database: {when}", when=sentence)
    return sentence


def _when(when: When) -> str:
    if when.cron:
        return tr("By the cron expression {cron}", cron=when.cron)
    if when.every == "daily":
        return tr("Every day at {time}", time=when.at) if when.at else tr("Once a day when this computer is on, from 10:00")
    if when.every == "weekly":
        day = day_words(when.on or "mon")
        return tr("Every {day} at {time}", day=day, time=when.at) if when.at else tr("Every {day} when this computer is on", day=day)
    words = {"6hours": tr("Every six hours"), "login": tr("Each time that you log in"), "monthly": tr("Once a month")}
    return words.get(when.every, when.every) or tr("Only when you say so")


def timings_words(timings: Sequence[When]) -> str:
    return "; ".join(timing_words(one) for one in timings) if timings else tr("Only when you say so")


def cost_words(bytes_per_day: int, seconds_per_day: float | None) -> str:
    """What a plan takes of the line."""
    if seconds_per_day is None:
        return tr("Needs about {size} a day on your line.", size=size(bytes_per_day))
    minutes = max(1, round(seconds_per_day / 60))
    if minutes < 90:
        return tr_n(
            "Needs about {size} a day on your line, {n} minute.",
            "Needs about {size} a day on your line, {n} minutes.",
            minutes,
            size=size(bytes_per_day),
        )
    hours = round(minutes / 60)
    return tr_n(
        "Needs about {size} a day on your line, {n} hour.",
        "Needs about {size} a day on your line, {n} hours.",
        hours,
        size=size(bytes_per_day),
    )


def cheaper_words(bytes_per_day: int) -> str:
    return tr("The database daily and everything weekly: {size} a day", size=size(bytes_per_day))


def keep_title(policy: str) -> str:
    return {"light": tr("Light"), "standard": tr("Standard"), "long": tr("Long")}.get(policy, policy)


def keep_words(policy: str) -> str:
    """A retention by its name; rules that have no name are said as they are written."""
    words = {
        "light": tr("The last 7 days and 4 weeks stay"),
        "standard": tr("The last 7 days, 5 weeks and 12 months stay"),
        "long": tr("The last 14 days, 8 weeks, 24 months and 5 years stay"),
        "": tr("Every backup stays"),
    }
    return words.get(policy) or tr("What stays: {rules}", rules=policy)


def exist_words(kept: Sequence[date], in_a_year: bool) -> str:
    """How many backups will be there."""
    n = len(kept)
    oldest = day_name(kept[0]) if kept else ""
    if in_a_year:
        return tr_n("In a year {n} backup exists.", "In a year {n} backups exist; the oldest is of {day}.", n, day=oldest)
    return tr_n("In a month {n} backup exists.", "In a month {n} backups exist; the oldest is of {day}.", n, day=oldest)
