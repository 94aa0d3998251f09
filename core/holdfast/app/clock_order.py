"""In which order the clock runs what is due: pure.

First by whole days since a backup fell due and was not made, most days first; among equals the smallest site, one of unknown size last,
then by name. So after a week off many sites are safe again soon, and no large one waits behind small ones for more than a day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import msgspec

from holdfast.app.clock_fates import Refusals
from holdfast.records import Schedule, Site
from holdfast.scheduling import Slot


class Standing(msgspec.Struct, frozen=True):
    """A slot that is due and not decided."""

    slot: Slot
    schedule: Schedule
    site: Site
    late: bool
    since: datetime
    """When the oldest slot fell due that this one stands for."""
    size: int | None = None
    """Of the site's last backup; None = not known."""
    state: str = ""
    reason: str = ""
    details: dict[str, Any] = {}
    """As its row has them; empty when it has none yet."""
    running: bool = False
    """Something else is done with the site now."""
    refusals: Refusals = Refusals()
    paused_until: datetime | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        return self.slot.schedule, self.slot.site, self.slot.key

    def days(self, now: datetime) -> int:
        """Whole days overdue."""
        return max(0, (now - self.since).days)


def in_order(standing: Iterable[Standing], now: datetime) -> list[Standing]:
    """As the module says."""
    unknown = float("inf")
    return sorted(
        standing,
        key=lambda one: (-one.days(now), one.size if one.size is not None else unknown, one.site.name.lower(), one.slot.due_at),
    )
