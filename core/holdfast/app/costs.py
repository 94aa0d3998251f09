"""What a plan costs, by what earlier runs moved: bytes and time a day on this line, and what is cheaper. Blocks: within `Home.ask`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo
from typing import Literal

import msgspec

from holdfast.app.home import Home
from holdfast.app.judging import NEWEST, OFFERS
from holdfast.records import NETWORK_SYSTEMS, Schedule, Site
from holdfast.scheduling import slots
from holdfast.state import traffic
from holdfast.state.remembered import recall

Kind = Literal["all", "database", "files"]
"""What a run takes: everything, or one half."""
_LAST = 5
_DAYS = 28
_GUESSED_SHARE = 0.1
"""Of everything that a database is, where no backup of one was ever made."""
_WORTH_SAYING = 0.7
"""A proposal that saves less is none."""


class Cheaper(msgspec.Struct, frozen=True):
    """The database daily and everything weekly. `estimated`: the size of the database is a guess."""

    bytes_per_day: int
    seconds_per_day: float | None = None
    estimated: bool = False


class Cost(msgspec.Struct, frozen=True):
    """What a schedule moves over the internet on an average day."""

    bytes_per_day: int = 0
    seconds_per_day: float | None = None
    """None: how fast this line is has not been learnt yet."""
    sites: int = 0
    unknown: int = 0
    """Sites of which no size is known: they are not in the sum."""
    rate: float | None = None
    """Bytes a second that earlier transfers made."""
    cheaper: Cheaper | None = None


def kind_of(type: str) -> Kind:
    return "database" if type == "database" else "files" if type == "files" else "all"


def sites_of(home: Home, schedule: Schedule) -> list[Site]:
    return [site for site in home.sites.all() if (schedule.tag in site.tags if schedule.tag else site.id == schedule.site)]


def expected_size(home: Home, site: Site, kind: Kind) -> int | None:
    """Bytes that a run of `kind` will move over the internet: the middle of the last ones. None: there is nothing to go by."""
    moved = traffic.of_jobs(home.database, site.id)
    jobs, _ = home.history.page(site_id=site.id, site=None, outcome=None, limit=200, offset=0)
    sizes = [
        moved[job.id].both
        for job in jobs
        if job.id in moved and job.outcome in {"success", "warning"} and job.verb == "backup" and kind_of(_type_in(job.result)) == kind
    ][:_LAST]
    if sizes:
        return sorted(sizes)[len(sizes) // 2]
    newest = recall(home.database, NEWEST).get(site.id, {}).get("backup") if site.system in NETWORK_SYSTEMS else None
    if isinstance(newest, dict) and isinstance(newest.get("size"), int) and kind_of(str(newest.get("type", ""))) == kind:
        return int(newest["size"])
    return None


def _type_in(result: dict[str, object]) -> str:
    backup = result.get("backup")
    return str(backup.get("type", "")) if isinstance(backup, dict) else ""


def runs_a_day(schedule: Schedule, now: datetime, zone: tzinfo) -> float:
    """On an average of four weeks; one that runs at login once."""
    if schedule.every == "login":
        return 1.0
    return sum(1 for _ in slots(schedule, schedule.site, now, now + timedelta(days=_DAYS), zone)) / _DAYS


def cost_of(home: Home, schedule: Schedule, sites: Sequence[Site], now: datetime, zone: tzinfo) -> Cost:
    """`sites`: those of the schedule whose runs go over the internet."""
    runs, kind = runs_a_day(schedule, now, zone), kind_of(schedule.type)
    sizes = {site.id: expected_size(home, site, kind) for site in sites}
    each_day = sum(size * runs for size in sizes.values() if size is not None)
    fetching = sum(site.system in NETWORK_SYSTEMS or site.system == "archives" for site in sites)
    rate = traffic.rate(home.database, "received" if 2 * fetching >= len(sites) else "sent")
    return Cost(
        bytes_per_day=round(each_day),
        seconds_per_day=_time(each_day, rate),
        sites=len(sites),
        unknown=sum(size is None for size in sizes.values()),
        rate=rate,
        cheaper=_cheaper(home, sites, sizes, each_day, rate) if kind == "all" and runs >= 1 else None,
    )


def cost_of_size(home: Home, schedule: Schedule, size: int, *, has_database_type: bool, now: datetime, zone: tzinfo) -> Cost:
    """The same for a site that is not there yet: `size` bytes come over the internet with each whole backup of it."""
    rate = traffic.rate(home.database, "received")
    each_day = size * runs_a_day(schedule, now, zone)
    needed = (size + 6 * size * _GUESSED_SHARE) / 7
    cheaper = None
    if has_database_type and kind_of(schedule.type) == "all" and each_day >= size and needed <= each_day * _WORTH_SAYING:
        cheaper = Cheaper(round(needed), _time(needed, rate), estimated=True)
    return Cost(round(each_day), _time(each_day, rate), sites=1, rate=rate, cheaper=cheaper)


def _cheaper(home: Home, sites: Sequence[Site], sizes: dict[str, int | None], each_day: float, rate: float | None) -> Cheaper | None:
    """Only sites whose service makes backups of the database alone can save: others keep their daily whole."""
    offers = recall(home.database, OFFERS)
    needed, estimated = 0.0, False
    for site in sites:
        size = sizes[site.id]
        if size is None:
            continue
        if "database" not in offers.get(site.id, {}).get("types", ()):
            needed += size
            continue
        database = expected_size(home, site, "database")
        estimated = estimated or database is None
        needed += (size + 6 * (size * _GUESSED_SHARE if database is None else database)) / 7
    if not each_day or needed > each_day * _WORTH_SAYING:
        return None
    return Cheaper(round(needed), _time(needed, rate), estimated)


def _time(size: float, rate: float | None) -> float | None:
    return None if rate is None else round(size / rate, 1)
