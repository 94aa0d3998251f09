"""The strip of days of a sample site."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from holdfast.app.views import DayMark


def day_marks(outcomes: Sequence[str], now: datetime) -> tuple[DayMark, ...]:
    """A mark a day, oldest first, the last of today."""
    today = now.astimezone().date()
    return tuple(DayMark((today - timedelta(days=back)).isoformat(), word) for back, word in enumerate(reversed(outcomes)))[::-1]
