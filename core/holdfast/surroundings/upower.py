"""UPower's word on the battery. ``DisplayDevice`` is all batteries as one; its Type 2 is a battery."""

from __future__ import annotations

from holdfast.surroundings.base import Power
from holdfast.surroundings.bus import Bus, BusError, Place

SERVICE = "org.freedesktop.UPower"
UPOWER: Place = (SERVICE, "/org/freedesktop/UPower", SERVICE)
DISPLAY: Place = (SERVICE, "/org/freedesktop/UPower/devices/DisplayDevice", "org.freedesktop.UPower.Device")
_BATTERY = 2


def look(bus: Bus) -> Power:
    """BusError when there is no UPower."""
    on_battery = bus.properties(UPOWER).get("OnBattery")
    try:
        device = bus.properties(DISPLAY)
    except BusError:
        device = {}
    percent = device.get("Percentage") if device.get("IsPresent", True) and device.get("Type", _BATTERY) == _BATTERY else None
    return Power(on_battery if isinstance(on_battery, bool) else None, float(percent) if isinstance(percent, int | float) else None)
