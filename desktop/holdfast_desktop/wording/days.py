"""The strip of the last days in words, for who does not see it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from holdfast_desktop.wording.times import day_of
from holdfast_desktop.wording.tr import tr, tr_n


def days_words(outcomes: Sequence[str], last: date) -> str:
    """``30 days: 27 backed up, 1 failed on 12 November, 2 missed``. `outcomes`: one word a day, oldest first, up to the day `last`;
    empty = nothing ran."""
    if not outcomes:
        return ""
    first = last - timedelta(days=len(outcomes) - 1)

    def when(*wanted: str) -> list[date]:
        return [first + timedelta(days=place) for place, outcome in enumerate(outcomes) if outcome in wanted]

    good, warned, failed = when("success"), when("warning"), when("failed", "abandoned")
    missed, stopped, empty = when("missed"), when("cancelled"), when("")
    parts = [tr_n("{n} backed up", "{n} backed up", len(good))] if good else []
    if warned:
        parts.append(tr_n("{n} with warnings", "{n} with warnings", len(warned)))
    if len(failed) == 1:
        parts.append(tr("1 failed on {day}", day=day_of(failed[0], last)))
    elif failed:
        parts.append(tr("{n} failed, the last on {day}", n=len(failed), day=day_of(failed[-1], last)))
    if missed:
        parts.append(tr_n("{n} missed", "{n} missed", len(missed)))
    if stopped:
        parts.append(tr_n("{n} cancelled", "{n} cancelled", len(stopped)))
    if empty:
        parts.append(tr_n("{n} without a backup", "{n} without a backup", len(empty)))
    return tr_n("{n} day: {what}", "{n} days: {what}", len(outcomes), what=", ".join(parts))
