"""When what is due. Pure but for `waking` and `zones`: a schedule, a zone and the time go in, slots come out.

A slot is one due time of one schedule for one site. Its key is the local date and time it stands for ("2026-11-21T10:00"), or, where a
schedule goes by the hour or faster, the hour of UTC ("2026-11-21T09Z"); the table of decided keys (`holdfast.state.schedules`) makes
sure that each is decided once, whatever clock, zone or laptop did meanwhile.
"""

from __future__ import annotations

from holdfast.scheduling.cron import Cron
from holdfast.scheduling.slots import Due, Slot, due, login_slot, next_slots, period_of, since_of, slots
from holdfast.scheduling.waking import Waker
from holdfast.scheduling.zones import machine_zone, zone_of

__all__ = ["Cron", "Due", "Slot", "Waker", "due", "login_slot", "machine_zone", "next_slots", "period_of", "since_of", "slots", "zone_of"]
