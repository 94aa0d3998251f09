"""What the verbs of the noun *backup* share: whose backups are meant, and how a job on one of them begins."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from holdfast.app.handles import JobHandle
from holdfast.app.home import Home
from holdfast.app.keeping_many import KeepingMany
from holdfast.app.kept import KeptCopies
from holdfast.app.looking import Looking, Scope
from holdfast.app.network_backups import NetworkBackups
from holdfast.app.stories import After, Prepare, start
from holdfast.errors import NotFound
from holdfast.jobs.messages import AnyRequest, Finished
from holdfast.records import NETWORK_SYSTEMS, Backup, Site
from holdfast.state.remembered import note, remember


class BackupsBase:
    """The part of `Holdfast.backups` that all its stories stand on."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._looking = Looking(home)
        self.network = NetworkBackups(home)
        """Backups that sites make by themselves."""
        self._kept = KeptCopies(home, self._looking)
        self._keeping = KeepingMany(home, self._kept, self.network)

    async def on_network(self, site: str) -> Site | None:
        """The site, when it has a backup service of its own; None for all others. NotFound."""
        if site.startswith("@"):
            return None
        found = await self._home.ask(lambda: self._home.sites.get(site))
        return found if found.system in NETWORK_SYSTEMS else None

    async def _elsewhere(self, site: str) -> Site | None:
        """The site, when others make its backups: a service of its own, or another program. NotFound."""
        if site.startswith("@"):
            return None
        found = await self._home.ask(lambda: self._home.sites.get(site))
        return found if made_elsewhere(found) else None

    async def _which(self, site: str, backup: str) -> tuple[Scope, Backup]:
        """Whose, and which, as the repository knows it. NotFound, with the way to keep it where it is on the site only."""
        own = await self._elsewhere(site)
        if own is None:
            scope = await self._looking.scope(site)
            return scope, await self._looking.backup(scope, backup)
        kept = await self._kept.need(own, backup)
        return self._kept.scope(own, kept), kept.copy

    async def _scope(self, site: str) -> Scope:
        """The storage with a site's backups; of a site that has none of its own, the one that holds its copies."""
        own = await self._elsewhere(site)
        if own is None or own.storage:
            return await self._looking.scope(site)
        places = {one.storage.id: one.storage for one in await self._kept.of(own)}
        if len(places) != 1:
            return await self._looking.scope(site)  # says what is missing
        return Scope(site, next(iter(places.values())), own)

    def _choose(self, names: Sequence[str], all_sites: bool, tag: str) -> list[Site]:
        everything = self._home.sites.all()
        if all_sites:
            chosen = everything
        elif tag:
            chosen = [site for site in everything if tag in site.tags]
        else:
            chosen = [self._home.sites.get(name) for name in dict.fromkeys(names)]
        if not chosen:
            raise NotFound(
                f"No site carries the tag {tag!r}." if tag else "There is no site yet.", code="NO-SITE", hint="holdfast site list"
            )
        return chosen

    async def _on_backup(self, verb: str, site: str, backup: str, kind: Any, *, remembered: str = "", **words: Any) -> JobHandle:
        scope, found = await self._which(site, backup)

        async def prepare(job: str) -> AnyRequest:
            request: AnyRequest = kind(
                **self._home.common(job, scope.site_name), access=await self._home.access(scope.storage), backup=found.id, **words
            )
            return request

        async def after(finished: Finished) -> Finished:
            if remembered and finished.outcome == "success":
                await self._home.ask(lambda: remember(self._home.database, found.id, remembered, {"job": finished.job}))
            return finished

        return await self._begin(verb, prepare, scope, after)

    async def _begin(self, verb: str, prepare: Prepare, scope: Scope, after: After | None) -> JobHandle:
        return await start(
            self._home, verb, prepare, site=scope.site_name, site_id=scope.site_id or "", storage=scope.storage.name, after=after
        )

    def _noting(self, action: str, scope: Scope) -> After:
        async def after(finished: Finished) -> Finished:
            await self._note(action, scope, finished.outcome, removed=finished.result.get("removed", []))
            return finished

        return after

    async def _note(self, action: str, scope: Scope, outcome: str, **details: Any) -> None:
        await self._home.ask(lambda: note(self._home.database, action, scope.word, outcome, **details))


def made_elsewhere(site: Site) -> bool:
    return site.system in NETWORK_SYSTEMS or site.system == "archives"


def absolute(path: str | Path) -> str:
    """Absolute, but with a slash at its end kept: it says that a folder is meant."""
    text = os.path.abspath(Path(path).expanduser())
    return text + os.sep if str(path).endswith(("/", os.sep)) and not text.endswith(os.sep) else text
