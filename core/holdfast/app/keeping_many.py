"""Many backups that were made elsewhere, one after the other: what is new since the last time, and old archives. One that is bad stops no
other."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from functools import partial

import msgspec

from holdfast.app.archive_places import ArchiveSet
from holdfast.app.keeping import Give, Keeping
from holdfast.app.steps import Program, Steps
from holdfast.errors import HoldfastError, NotFound, Unsupported, UsageError, as_failure
from holdfast.jobs.messages import AnyEvent
from holdfast.records import Backup, Site, StorageEntry
from holdfast.state import keeping

_STOPS_ALL = frozenset({"cancelled", "auth", "busy", "space", "storage", "usage"})
"""Kinds of failures that the next backup of a site would meet too."""
_OF_THE_BACKUP = frozenset({"damaged", "unsupported"})
"""Kinds that will be the same the next time; a bad line will not."""


class KeepingMany(Keeping):
    """Used by the stories of `Backups`."""

    # ---- all that is new

    def fetching(self, site: Site, storage: StorageEntry | None, give: Give | None = None) -> Program:
        """What the site made since the last time, oldest first. Result {"fetched": [Backup…], "failed": [{id, failure}…]}; one that is bad
        stops no other. `storage` None: only to `give`, for sites with a service of their own."""

        async def program(steps: Steps) -> AsyncGenerator[AnyEvent, None]:
            steps.result |= {"fetched": [], "failed": []}
            todo = await self._new(site)
            problems: list[HoldfastError] = []
            for number, one in enumerate(todo):
                begin, end = 100.0 * number / len(todo), 100.0 * (number + 1) / len(todo)
                name = one.id
                try:
                    if not isinstance(one, ArchiveSet):
                        work = self.bring(steps, site, one, storage, give=give, begin=begin, end=end)
                    elif storage is not None:
                        work = self.bring_set(steps, site, one, storage, begin=begin, end=end)
                    else:
                        raise UsageError(f"The archives of {site.name!r} need a storage to be taken into.", code="NO-STORAGE")
                    async for event in work:
                        yield event
                except HoldfastError as error:
                    if error.kind in _STOPS_ALL:
                        raise
                    problems.append(error)
                    steps.result["failed"].append({"id": name, "failure": msgspec.to_builtins(as_failure(error))})
                    if error.kind in _OF_THE_BACKUP:
                        await self._home.ask(partial(keeping.note_failed, self._home.database, site.id, name))
                    yield steps.warn("FETCH-FAILED", f"{name}: {error.message}", id=name)
                    continue
                steps.result["fetched"].append(steps.result.pop("backup"))
            if problems and not steps.result["fetched"]:
                raise problems[0]

        return program

    async def _new(self, site: Site) -> list[Backup | ArchiveSet]:
        await self._home.ask(self.sweep)
        seen = await self._home.ask(lambda: keeping.seen(self._home.database, site.id))
        kept = {one.remote for one in await self._kept.of(site, refresh=True)}
        if site.system == "archives":
            return [one for one in await self.places.sets(site) if one.complete and seen.wants(one.id) and one.id not in kept]
        there = await self._network.all(site)
        wanted = [one for one in there if one.status == "completed" and seen.wants(one.id) and one.id not in kept]
        if not seen.taken and not kept and await self._is_costly(site) and len(wanted) > 1:
            # Each download makes the host pack an archive and send mail: what was there before the first time stays there.
            *old, newest = sorted(wanted, key=_made)
            await self._home.ask(lambda: keeping.note_taken(self._home.database, site.id, [one.id for one in old]))
            wanted = [newest]
        if wanted and not await self._can_download(site):
            raise Unsupported(
                f"The backups of {site.name!r} cannot be fetched: its service offers no download.",
                hint="Back the site up with Holdfast itself, from its folder.",
            )
        return [*sorted(wanted, key=_made)]

    # ---- old archives

    def importing(self, site: Site, files: Sequence[str], storage: StorageEntry) -> Program:
        """Files of this machine, with their own dates. Result {"imported": [Backup…], "failed": [{id, failure}…]}."""

        async def program(steps: Steps) -> AsyncGenerator[AnyEvent, None]:
            steps.result |= {"imported": [], "failed": []}
            sets = await self.places.among(tuple(files), site.name)
            left = set(files) - {part.name for one in sets for part in one.parts}
            for path in sorted(left):
                problem = NotFound(f"{path} is no archive by its name.", code="NOT-ARCHIVE")
                steps.result["failed"].append({"id": path, "failure": msgspec.to_builtins(as_failure(problem))})
                yield steps.warn("IMPORT-FAILED", problem.message)
            problems: list[HoldfastError] = []
            for number, one in enumerate(sets):
                begin, end = 100.0 * number / len(sets), 100.0 * (number + 1) / len(sets)
                remote = one.id.rpartition("/")[2]
                if one.missing:
                    yield steps.warn("SET-INCOMPLETE", f"{remote}: not there: {', '.join(one.missing)}")
                try:
                    if not one.readable:
                        raise Unsupported(f"{remote}: Holdfast cannot look into archives of this form.")
                    paths = [part.name for part in one.parts]
                    async for event in self.take_in_set(steps, site, one, paths, storage, remote=remote, begin=begin, end=end):
                        yield event
                except HoldfastError as error:
                    if error.kind in _STOPS_ALL:
                        raise
                    problems.append(error)
                    steps.result["failed"].append({"id": remote, "failure": msgspec.to_builtins(as_failure(error))})
                    yield steps.warn("IMPORT-FAILED", f"{remote}: {error.message}", id=remote)
                    continue
                steps.result["imported"].append(steps.result.pop("backup"))
            if problems and not steps.result["imported"]:
                raise problems[0]
            if not sets:
                raise NotFound(
                    "None of these files is an archive.", code="NOT-ARCHIVE", hint="zip, tar, tar.gz, tar.zst and .sql.gz are known."
                )

        return program


def _made(backup: Backup) -> float:
    return backup.created_at.timestamp() if backup.created_at else 0.0
