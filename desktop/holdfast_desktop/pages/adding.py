"""How chosen sites come into Holdfast: the site, then its schedules. What failed half-way goes on where it was when it is tried again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from holdfast.app import SiteView
from holdfast.secret import Secret
from holdfast_desktop.dialogs.wizard.choices import AUTO, SHARED, NewSite, Place, SignInChoice, Template
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.wording.plans import PRESETS


class Adding:
    """Of one wizard. `names`: of the sites that are there now."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.names: list[str] = []
        self._scheduled: set[tuple[str, int]] = set()

    async def add(self, site: NewSite, template: Template, tried: Any = None) -> str:
        """Add one with its schedules; `tried`: the sign-in as it was tried. Its name."""
        if site.name not in self.names:
            await self._add(site, template, tried)
            self.names.append(site.name)
        for number, timing in enumerate(template.timings):
            if (site.name, number) not in self._scheduled:
                words = {key: value for key, value in asdict(timing).items() if value}
                await self._desk.app.schedules.add(site.name, **words)
                self._scheduled.add((site.name, number))
        return site.name

    async def _add(self, site: NewSite, template: Template, tried: Any) -> SiteView:
        kept: dict[str, Any] = {"storage": template.storage, "retention": template.retention if template.storage else ""}
        if site.kind == "service":
            return await self._desk.app.sites.add(site.name, **kept, **_service(site, tried))
        if site.kind == "archives":
            place = site.place or Place("")
            return await self._desk.app.sites.add(
                site.name,
                **kept,
                system="archives",
                archives=place.location,
                options=place.options or None,
                access_secret=Secret(place.access_secret) if place.access_secret else None,
            )
        presets = template.presets if template.presets is not None else PRESETS
        return await self._desk.app.sites.add(
            site.name,
            **kept,
            path=site.path,
            database=site.database or AUTO,
            database_password=Secret(site.database_secret) if site.database_secret else None,
            excludes=template.excludes,
            presets=("wordpress",) if set(presets) == set(PRESETS) else presets,
        )


def _service(site: NewSite, tried: Any) -> Mapping[str, Any]:
    choice = site.sign_in or SignInChoice("", "", "")
    words: dict[str, Any] = {"system": choice.system}
    if choice.account:
        words |= {"account": choice.account} | ({} if choice.system in SHARED else {"url": choice.url})
    else:
        words |= {"sign_in": tried.sign_in}
    if site.install:
        words |= {"install": site.install, "notification_emails": site.emails}
    return words
