"""Schedules that live on a site and are kept by its own service. Their id is ``SITE/ID``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from holdfast.app.network_sites import NetworkSites
from holdfast.app.schedule_views import LAST_SEEN, ScheduleView
from holdfast.errors import HoldfastError, NotFound, UsageError
from holdfast.records import NETWORK_SYSTEMS


class SchedulesOnSite:
    """Used by `Schedules`."""

    def __init__(self, sites: NetworkSites) -> None:
        self._sites = sites

    async def listed(self, site: str | None = None) -> tuple[Sequence[ScheduleView], Sequence[tuple[str, HoldfastError]]]:
        """The schedules of one site (errors are raised), or of all that have any: then with the sites that could not be asked."""
        if site is not None:
            return await self._of(site), ()
        found: list[ScheduleView] = []
        failed: list[tuple[str, HoldfastError]] = []
        for one in await self._sites.all():
            if one.system not in NETWORK_SYSTEMS:
                continue
            try:
                found += await self._of(one.name)
            except HoldfastError as error:
                if error.kind != "unsupported":
                    failed.append((one.name, error))
        return found, failed

    async def _of(self, site: str) -> Sequence[ScheduleView]:
        found = [_view(site, one) for one in (await self._sites.look(site, "schedules"))["items"]]
        await self._sites.remember(site, LAST_SEEN, {"items": [msgspec.to_builtins(one) for one in found]})
        return found

    async def add(
        self,
        site: str,
        *,
        every: str = "",
        cron: str = "",
        at: str = "",
        type: str = "full",
        keep: int | None = None,
        keep_days: int | None = None,
        name: str = "",
        enabled: bool = True,
        site_storage: str = "",
        extra: dict[str, Any] | None = None,
    ) -> ScheduleView:
        """Make a schedule on the site. `extra`: further fields of `Capabilities.schedule` (cloud_upload, send_notification …)."""
        if bool(every) == bool(cron):
            raise UsageError("A schedule needs either --every or --cron.")
        wanted = {
            "id": "", "name": name or f"Holdfast {every or cron}", "frequency": every, "cron": cron, "time": at, "type": type,
            "enabled": enabled, "keep": keep, "keep_days": keep_days, "site_storage": site_storage, "extra": extra or {},
        }  # fmt: skip
        return _view(site, (await self._sites.change(site, "schedule.create", options=wanted))["schedule"])

    async def show(self, schedule: str) -> ScheduleView:
        """By its id ``SITE/ID``. NotFound when the site has no such schedule."""
        site, number = split(schedule)
        found = next((one for one in await self._of(site) if one.id == f"{site}/{number}"), None)
        if found is None:
            raise NotFound(f"The site has no schedule {number!r}.", code="NO-SCHEDULE", hint=f"holdfast schedule list {site}")
        return found

    async def edit(
        self,
        schedule: str,
        *,
        every: str | None = None,
        cron: str | None = None,
        at: str | None = None,
        type: str | None = None,
        keep: int | None = None,
        keep_days: int | None = None,
        name: str | None = None,
        enabled: bool | None = None,
        site_storage: str | None = None,
        extra: dict[str, Any] | None = None,
    ) -> ScheduleView:
        """Change what is given of the schedule ``SITE/ID``, leave the rest. Where the site can only make a new one and delete the old one
        the id is another one afterwards; see `replaces`. Unsupported where the site's service cannot change schedules."""
        site, number = split(schedule)
        if every and cron:
            raise UsageError("A schedule needs either --every or --cron.")
        given = {
            "frequency": every, "cron": cron, "time": at, "type": type, "keep": keep, "keep_days": keep_days, "name": name,
            "enabled": enabled, "site_storage": site_storage, "extra": extra or None,
        }  # fmt: skip
        changes = {key: value for key, value in given.items() if value is not None}
        if not changes:
            raise UsageError("Nothing to change was given.", hint="holdfast schedule edit --help")
        return _view(site, (await self._sites.change(site, "schedule.update", number, options=changes))["schedule"])

    async def replaces(self, schedule: str) -> bool:
        """Whether `edit` makes a new schedule and then deletes the old one, as the site cannot change any. To be asked before."""
        site, _ = split(schedule)
        capabilities = (await self._sites.look(site, "capabilities"))["capabilities"]
        return (await self._sites.network_site(site)).system == "safeguard" and "schedules.update" in capabilities["verbs"]

    async def remove(self, schedule: str) -> None:
        """By its id ``SITE/ID``. NotFound when the site has no such schedule."""
        site, number = split(schedule)
        await self._sites.change(site, "schedule.delete", number)


def split(schedule: str) -> tuple[str, str]:
    """Names of sites hold no slash, ids of theirs may."""
    site, slash, number = schedule.partition("/")
    if not slash or not site or not number:
        raise UsageError(f"{schedule!r} is no schedule's id.", hint="It looks like SITE/ID; holdfast schedule list shows them.")
    return site, number


def _view(site: str, told: dict[str, Any]) -> ScheduleView:
    words = {
        "id": f"{site}/{told['id']}", "name": told.get("name", ""), "site": site, "every": told.get("frequency", ""),
        "at": told.get("time", ""), "last_outcome": told.get("last_status", ""),
    }  # fmt: skip
    same = ("cron", "type", "keep", "keep_days", "site_storage", "enabled", "next_run_at", "last_run_at", "extra")
    return msgspec.convert(words | {name: told[name] for name in same if name in told}, ScheduleView)
