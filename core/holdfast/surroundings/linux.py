"""Linux: NetworkManager, UPower and logind over the system's bus, each of which may be absent; the kernel's list of routes."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from holdfast.surroundings import logind, network_manager, upower
from holdfast.surroundings.base import Change, Facts, Network, Power
from holdfast.surroundings.bus import Bus, BusError, Signal, SignalThread

log = logging.getLogger(__name__)
T = TypeVar("T")

FRESH_SECONDS = 5.0
"""One look serves all questions within this time: a pass over many sites asks the services once."""

_RULES: tuple[dict[str, str], ...] = (
    {"path": network_manager.MANAGER[1], "interface": "org.freedesktop.DBus.Properties", "member": "PropertiesChanged"},
    {"path": upower.UPOWER[1], "interface": "org.freedesktop.DBus.Properties", "member": "PropertiesChanged"},
    {"path": logind.MANAGER[1], "interface": logind.MANAGER[2], "member": "PrepareForSleep"},
)


class Linux:
    """A `Surroundings`. `bus`: the address of the system's bus, or of one of a test; `routes`: the kernel's tables."""

    def __init__(self, bus: str = "SYSTEM", *, routes: Path = Path("/proc/net")) -> None:
        self._address = bus
        self._routes = routes
        self._lock = threading.Lock()
        self._last: tuple[float, Facts] | None = None

    def look(self) -> Facts:
        with self._lock:
            if self._last is None or time.monotonic() - self._last[0] > FRESH_SECONDS:
                self._last = time.monotonic(), self._look()
            return self._last[1]

    def _look(self) -> Facts:
        try:
            with Bus(self._address) as bus:
                network = self._network(bus)
                power = _or(Power(), lambda: upower.look(bus))
                began: datetime | None = _or(None, lambda: logind.session_began(bus))
        except BusError as error:
            log.debug("no system bus: %s", error)
            return Facts(network=self._by_routes(Network()))
        return Facts(network, power, began)

    def _network(self, bus: Bus) -> Network:
        return self._by_routes(_or(Network(), lambda: network_manager.look(bus)))

    def _by_routes(self, told: Network) -> Network:
        """The kernel knows better whether there is a way out: NetworkManager may not manage the line that carries it, or be absent."""
        way_out = has_way_out(self._routes)
        if told.reach == "none" and way_out:
            return Network(metered=told.metered)
        if told.reach == "unknown" and way_out is False:
            return Network("none", told.metered)
        return told

    @contextmanager
    def awake(self, why: str) -> Iterator[bool]:
        try:
            with Bus(self._address, descriptors=True) as bus:
                lock = logind.take_lock(bus, why)
        except BusError as error:
            log.debug("the computer is not kept awake: %s", error)
            yield False
            return
        try:
            yield True
        finally:
            os.close(lock)

    def listen(self, heard: Callable[[Change], None]) -> SignalThread:
        def on(signal: Signal) -> None:
            change = _meaning(signal)
            if change is not None:
                with self._lock:
                    self._last = None
                heard(change)

        return SignalThread(self._address, _RULES, on)


def _meaning(signal: Signal) -> Change | None:
    """Only what may change an answer: NetworkManager also tells of scans, UPower of every percent."""
    if signal.member == "PrepareForSleep":
        return "sleep" if signal.body[:1] == (True,) else "wake"
    if signal.member != "PropertiesChanged" or len(signal.body) < 2 or not isinstance(signal.body[1], dict):
        return None
    names = set(signal.body[1])
    if signal.body[0] == network_manager.SERVICE and names & {"State", "Connectivity", "Metered", "PrimaryConnection"}:
        return "network"
    return "power" if signal.body[0] == upower.SERVICE and "OnBattery" in names else None


def has_way_out(routes: Path) -> bool | None:
    """Whether the kernel has a default route; None when it cannot be read. See proc(5), /proc/net/route and ipv6_route."""
    found = None
    for name, is_default in (("route", _is_default), ("ipv6_route", _is_default_6)):
        try:
            lines = (routes / name).read_text(encoding="ascii", errors="replace").splitlines()
        except OSError:
            continue
        found = bool(found) or any(is_default(line.split()) for line in lines)
    return found


def _is_default(fields: list[str]) -> bool:
    """Interface, destination, gateway, flags, …, mask at 7; flag 1 = up."""
    return len(fields) > 7 and fields[1] == fields[7] == "00000000" and bool(int(fields[3], 16) & 1)


def _is_default_6(fields: list[str]) -> bool:
    """Destination, its prefix length, …, flags at 8, interface at 9; the loopback has one that leads nowhere."""
    return len(fields) > 9 and fields[0] == "0" * 32 and fields[1] == "00" and fields[9] != "lo"


def _or(otherwise: T, ask: Callable[[], T]) -> T:
    """The answer, or `otherwise` when nobody gives one. A service that hangs costs its time limit once."""
    try:
        return ask()
    except BusError as error:
        log.debug("a service of the system does not answer: %s", error)
        return otherwise
