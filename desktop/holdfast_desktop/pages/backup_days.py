"""Backups by their day, as the month calendar shows them: how many, and how the worst of them stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from holdfast.records import Backup
from holdfast_desktop.pages.backup_columns import is_kept, is_partial
from holdfast_desktop.widgets.month_calendar import DayMark
from holdfast_desktop.wording.tr import tr, tr_n


def day_of(backup: Backup) -> date | None:
    """The local day on which it was made."""
    return backup.created_at.astimezone().date() if backup.created_at is not None else None


def by_day(backups: Iterable[Backup]) -> dict[date, list[Backup]]:
    found: dict[date, list[Backup]] = {}
    for one in backups:
        day = day_of(one)
        if day is not None:
            found.setdefault(day, []).append(one)
    return found


def day_marks(backups: Iterable[Backup]) -> Mapping[date, DayMark]:
    """For `MonthCalendar.show_marks`."""
    return {day: day_mark(found) for day, found in by_day(backups).items()}


def day_mark(backups: Sequence[Backup]) -> DayMark:
    """One day with these backups (at least one): the worst of them gives glyph and colour."""
    number = len(backups)
    words = tr_n("{n} backup", "{n} backups", number)
    failed = sum(one.status == "failed" for one in backups)
    partial = sum(is_partial(one) for one in backups)
    running = sum(one.status in {"running", "queued"} for one in backups)
    if failed:
        return DayMark(number, "circle-x", "error", tr("{backups}, {n} failed", backups=words, n=failed))
    if partial:
        return DayMark(number, "triangle-alert", "warning", tr("{backups}, {n} incomplete", backups=words, n=partial))
    if running:
        return DayMark(number, "refresh-cw", "running", tr("{backups}, running", backups=words))
    if any(is_kept(one) for one in backups):
        return DayMark(number, "pin", "ok", tr("{backups}, kept forever", backups=words))
    if any(one.proven_at is not None for one in backups):
        return DayMark(number, "shield-check", "ok", tr("{backups}, proven", backups=words))
    return DayMark(number, "circle-check", "ok", tr("{backups}, complete", backups=words))
