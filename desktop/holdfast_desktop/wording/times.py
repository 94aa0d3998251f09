"""Moments and durations as words: relative in lists, exact in tooltips, coarse for time left."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QDateTime, QLocale

from holdfast_desktop.wording.tr import tr, tr_n

MINUTE, HOUR, DAY = 60, 3600, 86400


def relative(moment: datetime | None, now: datetime) -> str:
    """``5 min ago``, ``yesterday``, ``12 Nov``; "never" for None."""
    if moment is None:
        return tr("never")
    seconds = (now - moment).total_seconds()
    days = (now.astimezone().date() - moment.astimezone().date()).days
    if seconds < -MINUTE:
        return exact(moment)
    if seconds < MINUTE:
        return tr("just now")
    if seconds < HOUR:
        return tr("{n} min ago", n=int(seconds // MINUTE))
    if seconds < 12 * HOUR or days == 0:
        return tr("{n} h ago", n=int(seconds // HOUR))
    if days == 1:
        return tr("yesterday")
    if days < 14:
        return tr_n("{n} day ago", "{n} days ago", days)
    return day(moment, with_year=moment.astimezone().year != now.astimezone().year)


def coming(moment: datetime | None, now: datetime) -> str:
    """``today, 16:30``, ``tomorrow, 10:00``, ``Mon, 10:00``, ``12 Dec, 10:00``; "not planned" for None."""
    if moment is None:
        return tr("not planned")
    if moment <= now:
        return tr("now")
    days = (moment.astimezone().date() - now.astimezone().date()).days
    if days == 0:
        return tr("today, {time}", time=clock(moment))
    if days == 1:
        return tr("tomorrow, {time}", time=clock(moment))
    if days < 7:
        return f"{QLocale().toString(_qt(moment).date(), 'ddd')}, {clock(moment)}"
    return f"{day(moment, with_year=moment.astimezone().year != now.astimezone().year)}, {clock(moment)}"


def exact(moment: datetime | None) -> str:
    """The local date and time as the locale writes them."""
    return "" if moment is None else QLocale().toString(_qt(moment), QLocale.FormatType.ShortFormat)


def day(moment: datetime, with_year: bool = True) -> str:
    """``12 Nov 2026``, or ``12 Nov``."""
    order = tr("d MMM yyyy", "Qt's letters for a date") if with_year else tr("d MMM", "Qt's letters for a date")
    return QLocale().toString(_qt(moment).date(), order)


def day_of(one: date, today: date) -> str:
    """``12 November``; with its year where that is another one than today's."""
    order = tr("d MMMM", "Qt's letters for a date") if one.year == today.year else tr("d MMMM yyyy", "Qt's letters for a date")
    return QLocale().toString(QDate(one.year, one.month, one.day), order)


def clock(moment: datetime) -> str:
    """``14:05``, or ``2:05 PM`` where that is the custom."""
    return QLocale().toString(_qt(moment).time(), QLocale.FormatType.ShortFormat)


def duration(seconds: float | None) -> str:
    """``42 s``, ``3 min 12 s``, ``1 h 5 min``; a dash for None."""
    if seconds is None:
        return "–"
    if seconds < 10:
        return tr(
            "{n} s", n=QLocale().toString(float(seconds), "f", 1) if 0 < seconds < 9.95 and seconds != int(seconds) else round(seconds)
        )
    whole = round(seconds)
    if whole < MINUTE:
        return tr("{n} s", n=whole)
    if whole < HOUR:
        return tr("{m} min {s} s", m=whole // MINUTE, s=whole % MINUTE)
    return tr("{h} h {m} min", h=whole // HOUR, m=whole % HOUR // MINUTE)


def time_left(seconds: float | None) -> str:
    """Coarse steps, because a finer number would be a guess: ``about 2 min left``. Empty for None."""
    if seconds is None:
        return ""
    if seconds < 50:
        return tr("under a minute left")
    minutes = round(seconds / MINUTE)
    if minutes < 10:
        return tr("about {n} min left", n=max(1, minutes))
    if minutes < 55:
        return tr("about {n} min left", n=round(minutes / 5) * 5)
    hours = seconds / HOUR
    if hours < 1.75:
        return tr("about 1 h left") if hours < 1.25 else tr("about 1½ h left")
    return tr("about {n} h left", n=round(hours))


def _qt(moment: datetime) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))


def month_title(day: date) -> str:
    """``November 2026``"""
    return QLocale().toString(QDate(day.year, day.month, 1), "MMMM yyyy")


def day_name(day: date) -> str:
    """``Friday, 20 November 2026`` as the locale writes it."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def day_short(day: date) -> str:
    """``Fri``"""
    return QLocale().toString(QDate(day.year, day.month, day.day), "ddd")
