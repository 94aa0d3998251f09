"""NetworkManager's word on the network. Numbers as in its D-Bus reference: NMState, NMConnectivityState, NMMetered."""

from __future__ import annotations

from typing import Any

from holdfast.surroundings.base import Network, Reach
from holdfast.surroundings.bus import Bus, BusError, Place

SERVICE = "org.freedesktop.NetworkManager"
MANAGER: Place = (SERVICE, "/org/freedesktop/NetworkManager", SERVICE)

_CONNECTIVITY: dict[int, Reach] = {1: "none", 2: "portal", 3: "limited", 4: "full"}
_OFF_STATES = (10, 20, 30, 40)
"""Asleep, disconnected, disconnecting, connecting."""
_METERED = {1: True, 2: False, 3: True, 4: False}
"""Yes, no, and its two guesses."""


def look(bus: Bus) -> Network:
    """BusError when there is no NetworkManager."""
    told = bus.properties(MANAGER)
    name, identity = _connection(bus, told)
    return Network(reach=_reach(told), metered=_METERED.get(told.get("Metered", 0)), name=name, id=identity)


def _reach(told: dict[str, Any]) -> Reach:
    if told.get("State") in _OFF_STATES:
        return "none"
    reach = _CONNECTIVITY.get(told.get("Connectivity", 0), "unknown")
    # It is connected: that its own look at the internet failed does not mean that a site cannot be reached.
    return "limited" if reach == "none" else reach


def _connection(bus: Bus, told: dict[str, Any]) -> tuple[str, str]:
    """Name and UUID of the connection that carries the traffic."""
    path = str(told.get("PrimaryConnection", "/"))
    if path == "/":
        return "", ""
    try:
        active = bus.properties((SERVICE, path, "org.freedesktop.NetworkManager.Connection.Active"))
    except BusError:  # it went down between the two questions
        return "", ""
    return str(active.get("Id", "")), str(active.get("Uuid", ""))
