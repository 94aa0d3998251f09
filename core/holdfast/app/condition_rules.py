"""Which condition for a scheduled run is not met: pure. Facts, settings and the time in; reasons with codes and numbers out.

What is not known never holds a run up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import msgspec

from holdfast.errors import UsageError
from holdfast.state.settings import Settings, hours_in
from holdfast.surroundings.base import Facts, Network
from holdfast.verdict import Reason

MB = 1_000_000


class Need(msgspec.Struct, frozen=True):
    """What a run needs of the network."""

    addresses: tuple[str, ...] = ()
    """What it must reach (URLs); none: it stays on this computer."""
    size: int | None = None
    """Bytes it will move over the internet, by what earlier runs moved; None: not known."""

    def goes_far(self) -> bool:
        """Over the internet, and not only to this computer or a neighbour of it."""
        return any(not is_near(one) for one in self.addresses)


def unmet(need: Need, facts: Facts, settings: Settings, now: datetime, *, moved_today: int = 0) -> Sequence[Reason]:
    """`now` in the zone of this computer. First what does not depend on the network."""
    reasons = [*_of_time(facts, settings, now), *_of_power(facts, settings)]
    if need.goes_far():
        reasons += [*_of_network(need, facts.network, settings), *_of_budget(need, settings, now, moved_today)]
    return reasons


def _of_time(facts: Facts, settings: Settings, now: datetime) -> Iterator[Reason]:
    until = quiet_until(settings.quiet_hours, now)
    if until is not None:
        yield Reason("QUIET-HOURS", details={"until": until.isoformat()})
    if facts.session_began is not None:
        free = facts.session_began + timedelta(minutes=settings.minutes_after_login)
        if facts.session_began <= now < free:  # a log-in in the future is a clock that was set back
            yield Reason("JUST-LOGGED-IN", details={"until": free.isoformat(), "minutes": settings.minutes_after_login})


def quiet_until(quiet_hours: str, now: datetime) -> datetime | None:
    """When the quiet hours that `now` lies in end; None outside of all, and for a text that a hand wrote wrongly into the file."""
    ends = []
    try:
        hours = hours_in(quiet_hours)
    except UsageError:
        return None
    for begin, end in hours:
        clock = now.time()
        inside = begin <= clock < end if begin < end else clock >= begin or clock < end
        if inside:
            tomorrow = begin > end and clock >= begin
            ends.append(datetime.combine(now.date() + timedelta(days=tomorrow), end, tzinfo=now.tzinfo))
    return max(ends, default=None)


def _of_power(facts: Facts, settings: Settings) -> Iterator[Reason]:
    power, level = facts.power, settings.battery_level
    if not power.on_battery or level == 0:
        return
    if level == 100 or (power.percent is not None and power.percent < level):
        yield Reason("BATTERY", details={"percent": power.percent, "level": level})


def _of_network(need: Need, network: Network, settings: Settings) -> Iterator[Reason]:
    named = {"network": network.name} if network.name else {}
    if network.reach == "none":
        yield Reason("OFFLINE")
        return
    if network.reach == "portal":
        yield Reason("CAPTIVE", details=named)
        return
    large = need.size is None or need.size >= settings.large_mb * MB
    if network.metered and (settings.metered == "never" or (settings.metered == "small" and large)):
        yield Reason("METERED", details={**named, "bytes": need.size, "allowed": settings.metered})
    known = network.name or network.id
    if large and settings.networks and known and not {network.name, network.id} & set(settings.networks):
        yield Reason("NETWORK-NOT-CHOSEN", details={**named, "bytes": need.size, "chosen": list(settings.networks)})


def _of_budget(need: Need, settings: Settings, now: datetime, moved_today: int) -> Iterator[Reason]:
    """A run larger than a whole day's budget goes when it is the day's first: else it never would."""
    budget = settings.daily_transfer_mb * MB
    if budget and moved_today and moved_today + (need.size or 0) >= budget:
        midnight = datetime.combine(now.date() + timedelta(days=1), datetime.min.time(), tzinfo=now.tzinfo)
        details = {"moved": moved_today, "budget": budget, "bytes": need.size, "until": midnight.isoformat()}
        yield Reason("BUDGET-SPENT", details=details)


def is_near(address: str) -> bool:
    """Whether an address (a URL) is this computer or in the network it is in: nothing of the internet is needed or spent."""
    try:
        host = (urlsplit(address).hostname or "").rstrip(".").lower()
    except ValueError:
        return False
    if host == "localhost" or host.endswith((".localhost", ".local")):
        return True
    import ipaddress

    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        return False
    return number.is_loopback or number.is_private or number.is_link_local


def address_of_location(location: str) -> str:
    """The URL of the server of a remote storage; empty for a folder. ``s3:https://host/bucket``, ``s3://host/…``, ``s3:host/…``."""
    kind, colon, rest = location.partition(":")
    if kind != "s3" or not colon:
        return ""
    if not rest.startswith(("http://", "https://")):
        rest = "https://" + rest.lstrip("/")
    parts = urlsplit(rest)
    return f"{parts.scheme}://{parts.netloc}"
