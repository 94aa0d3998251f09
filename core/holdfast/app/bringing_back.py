"""A site that was removed comes back, for a month: its record and its schedules are kept, its backups were never touched.

Not kept are secrets (a typed database password has to be given again), and sites with a service of their own: their sign-in is gone.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from holdfast.app.home import Home
from holdfast.errors import NotFound, UsageError
from holdfast.records import Schedule, Site
from holdfast.state.remembered import forget_facts, note, recall, remember

REMOVED = "removed site"
KEPT_FOR = timedelta(days=30)


def keep_removed(home: Home, site: Site) -> None:
    """Before its record goes. Blocks: within `Home.ask`."""
    schedules = [one for one in home.schedules.all() if one.site == site.id]
    remember(home.database, _subject(site.id), REMOVED, {"site": msgspec.to_builtins(site), "schedules": msgspec.to_builtins(schedules)})


def removed(home: Home, now: datetime | None = None) -> dict[str, dict[str, Any]]:
    """What can come back, by name; the newest of each. Older than `KEPT_FOR` is forgotten. Blocks."""
    since = (now or datetime.now(UTC)) - KEPT_FOR
    found: dict[str, dict[str, Any]] = {}
    for subject, fact in sorted(recall(home.database, REMOVED).items(), key=lambda pair: str(pair[1]["at"])):
        if datetime.fromisoformat(str(fact["at"])) < since:
            forget_facts(home.database, subject)
        else:
            found[str(fact["site"]["name"])] = fact
    return found


def bring_back(home: Home, name: str) -> Site:
    """The record and the schedules, which count from now. NotFound; UsageError when its name is taken. Blocks."""
    fact = next((fact for known, fact in removed(home).items() if known.lower() == name.lower()), None)
    if fact is None:
        raise NotFound(f"No site {name!r} was removed in the last {KEPT_FOR.days} days.", code="NO-SITE", hint="Add it anew.")
    if home.sites.find(name) is not None:
        raise UsageError(f"There is a site {name!r} already.", hint="Rename that one first.")
    site = msgspec.convert(fact["site"], Site)
    home.sites.put(site)
    taken = {one.name.lower() for one in home.schedules.all()}
    for schedule in msgspec.convert(fact["schedules"], list[Schedule]):
        if schedule.name.lower() not in taken:
            home.schedules.put(msgspec.structs.replace(schedule, counts_from=datetime.now(UTC)))
    forget_facts(home.database, _subject(site.id))
    note(home.database, "site brought back", site.name)
    return site


def _subject(site_id: str) -> str:
    return f"removed:{site_id}"
