"""logind: since when the user is logged in, and the lock that keeps the computer awake.

The lock is of the kind ``block`` on ``sleep:idle``: it holds off sleep by itself, not the lid (logind's LidSwitchIgnoreInhibited is on
unless somebody turned it off), and it is gone with its file descriptor, so no crash leaves it behind.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime

from holdfast.surroundings.bus import Bus, BusError, Place

SERVICE = "org.freedesktop.login1"
MANAGER: Place = (SERVICE, "/org/freedesktop/login1", "org.freedesktop.login1.Manager")


def session_began(bus: Bus) -> datetime | None:
    """When the session that the user sees began (or the user's first, where none has a screen). BusError when there is no logind, or the
    user is not logged in."""
    (path,) = bus.call(MANAGER, "GetUser", "u", os.getuid())
    user = bus.properties((SERVICE, str(path), "org.freedesktop.login1.User"))
    began = user.get("Timestamp")
    display = user.get("Display")
    if isinstance(display, tuple) and len(display) == 2 and display[1] != "/":
        try:
            began = bus.properties((SERVICE, str(display[1]), "org.freedesktop.login1.Session")).get("Timestamp", began)
        except BusError:
            pass  # it ended between the two questions
    return datetime.fromtimestamp(began / 1e6, UTC) if isinstance(began, int) and began > 0 else None


def take_lock(bus: Bus, why: str) -> int:
    """The descriptor that is the lock: closing it lets go. `bus` must take descriptors. BusError when it is not granted."""
    (descriptor,) = bus.call(MANAGER, "Inhibit", "ssss", "sleep:idle", "Holdfast", why, "block")
    return int(descriptor.to_raw_fd())
