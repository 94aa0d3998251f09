"""Backups come here: as files, into a storage; newest ones, all that is new, old archives."""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator, Sequence
from pathlib import Path

import msgspec

from holdfast.app.archive_places import ArchiveSet
from holdfast.app.backups_base import BackupsBase, absolute, made_elsewhere
from holdfast.app.bucket_keys import set_bucket_key
from holdfast.app.handles import JobHandle
from holdfast.app.kept import Kept, one_record
from holdfast.app.steps import Program, Steps, start_steps
from holdfast.app.stories import group
from holdfast.errors import HoldfastError, NotFound, Unsupported, UsageError
from holdfast.jobs.messages import AnyEvent, Export
from holdfast.records import Site, StorageEntry
from holdfast.secret import Secret


class Fetching(BackupsBase):
    """Used by `Backups`."""

    async def download(
        self,
        site: str,
        backup: str,
        *,
        to: str | Path | None = None,
        paths: Sequence[str] = (),
        only: Sequence[str] = (),
        keep_in: str | None = None,
    ) -> JobHandle:
        """Job. An archive: `to` ends in .zip or .tar.zst, or is a folder (then a .zip is made in it). Result {"path", "size", "sha256"}.

        Of a site whose backups others make also (or only) into the storage `keep_in` (None: its own, when there is no `to`); the result has
        {"backup"} then. What is kept already comes from there, without asking the site."""
        own = await self._elsewhere(site)
        if own is None:
            if keep_in or to is None:
                raise UsageError("A backup that Holdfast made is in its storage; name the file or folder to write.", hint="--to PATH")
            return await self._on_backup("download", site, backup, Export, to=absolute(to), paths=tuple(paths), only=tuple(only))
        if paths or only:
            if to is None or keep_in or await self._kept.find(own, backup) is None:
                raise Unsupported("A site's own backups are fetched whole.", hint="Leave out --path and --only, or keep it first.")
            return await self._on_backup("download", site, backup, Export, to=absolute(to), paths=tuple(paths), only=tuple(only))
        return await self._downloading(own, backup, "" if to is None else absolute(to), keep_in)

    async def download_newest(
        self,
        sites: Sequence[str] = (),
        *,
        all_sites: bool = False,
        tag: str = "",
        to: str | Path | None = None,
        keep_in: str | None = None,
    ) -> JobHandle:
        """Jobs as one: the newest backup of each site, into the folder `to` or a storage, or both. One bad site stops no other."""
        chosen = await self._home.ask(lambda: self._choose(sites, all_sites, tag))
        folder = "" if to is None else absolute(to).rstrip(os.sep) + os.sep
        return group("download", [await self._downloading(site, "latest", folder, keep_in) for site in chosen])

    async def fetch(self, sites: Sequence[str] = (), *, all_sites: bool = False, tag: str = "", keep_in: str | None = None) -> JobHandle:
        """Job(s). What each site (or the program behind it) made since the last time: brought here, checked, taken in. Result {"fetched":
        [Backup…], "failed": [{id, failure}…]}. With `all_sites` or `tag`: of those whose backups others make."""
        chosen = await self._home.ask(lambda: self._choose(sites, all_sites, tag))
        if all_sites or tag:
            chosen = [site for site in chosen if made_elsewhere(site)]
        if len(chosen) == 1 and not made_elsewhere(chosen[0]):
            raise Unsupported(
                f"{chosen[0].name!r} is backed up by Holdfast itself: nothing is to be fetched.",
                hint=f"holdfast backup create {chosen[0].name}",
            )
        handles = [await self._fetch(site, keep_in) for site in chosen]
        return handles[0] if len(handles) == 1 and not all_sites and not tag else group("fetch", handles)

    async def import_files(self, site: str, files: Sequence[str | Path], *, keep_in: str | None = None) -> JobHandle:
        """Job. Old archives of this machine into a storage, each with its own date. Result {"imported": [Backup…], "failed": […]}."""
        found = await self._home.ask(lambda: self._home.sites.get(site))
        storage = await self._storage(found, keep_in)
        paths = [absolute(one) for one in files]
        return await start_steps(
            self._home,
            "import",
            self._keeping.importing(found, paths, storage),
            site=found.name,
            site_id=found.id,
            storage=storage.name,
        )

    async def set_bucket_key(self, site: str, key: str, secret: Secret, *, endpoint: str = "") -> None:
        """The user's own key to the bucket in which a site's backups lie (SafeGuard with S3), for all that brings them here. `endpoint`:
        for a store that is not AWS, where the site does not name it."""
        await set_bucket_key(self._home, await self._home.ask(lambda: self._home.sites.get(site)), key, secret, endpoint=endpoint)

    # ---- inside

    async def _fetch(self, site: Site, keep_in: str | None) -> JobHandle:
        async def program(steps: Steps) -> AsyncGenerator[AnyEvent, None]:
            if not made_elsewhere(site):
                raise Unsupported(f"{site.name!r} is backed up by Holdfast itself.")
            storage = await self._storage(site, keep_in)
            async for event in self._keeping.fetching(site, storage)(steps):
                yield event

        return await start_steps(self._home, "fetch", program, site=site.name, site_id=site.id, storage=keep_in or site.storage)

    async def _storage(self, site: Site, keep_in: str | None) -> StorageEntry:
        storage = await self._keeping.storage_for(site, keep_in)
        if storage is None and made_elsewhere(site):
            raise UsageError(
                f"The site {site.name!r} has no storage of yours to take its backups into.",
                code="NO-STORAGE",
                hint=f"Name one: --keep-in STORAGE, or for good: holdfast site edit {site.name} --storage NAME",
            )
        return storage if storage is not None else await self._home.ask(lambda: self._home.storage_of(site))

    async def _downloading(self, site: Site, word: str, to: str, keep_in: str | None) -> JobHandle:
        return await start_steps(
            self._home, "download", self._program(site, word, to, keep_in), site=site.name, site_id=site.id, storage=keep_in or ""
        )

    def _program(self, site: Site, word: str, to: str, keep_in: str | None) -> Program:
        async def program(steps: Steps) -> AsyncGenerator[AnyEvent, None]:
            storage = await self._storage(site, keep_in) if keep_in or not to else None
            if not made_elsewhere(site):
                work = self._given_back(steps, site, None, word, to)
            elif site.system == "archives":
                work = self._set(steps, site, word, to, storage or await self._storage(site, None))
            else:
                work = self._remote(steps, site, word, to, storage)
            async for event in work:
                yield event

        return program

    async def _remote(self, steps: Steps, site: Site, word: str, to: str, storage: StorageEntry | None) -> AsyncGenerator[AnyEvent, None]:
        kept = await self._kept.find(site, word) if word != "latest" else None
        if kept is None:
            try:
                backup = await self.network.show(site, word)
            except HoldfastError as error:
                kept = await self._kept.find(site, word) if error.kind in _OFFLINE else None
                if kept is None:
                    raise
                yield steps.warn("OFFLINE", f"The site cannot be asked ({error.message}); this is the newest copy that is kept.")
            else:
                kept = await self._kept.find(site, backup.id, refresh=False)
        if kept is None or (storage is not None and kept.storage.id != storage.id):
            if kept is not None:
                backup = await self.network.show(site, kept.remote)
            async for event in self._keeping.bring(steps, site, backup, storage, to=to):
                yield event
            return
        async for event in self._given_back(steps, site, kept, word, to):
            yield event

    async def _set(self, steps: Steps, site: Site, word: str, to: str, storage: StorageEntry) -> AsyncGenerator[AnyEvent, None]:
        """A set is kept first; a file of it comes from there."""
        kept = await self._kept.find(site, word) if word != "latest" else None
        if kept is None:
            one = _chosen(await self._keeping.places.sets(site), word)
            if one is None:
                raise NotFound(f"There is no set {word!r} of {site.name!r}.", code="NO-BACKUP", hint=f"holdfast backup list {site.name}")
            kept = await self._kept.find(site, one.id, refresh=False)
            if kept is None:
                async for event in self._keeping.bring_set(steps, site, one, storage, end=60 if to else 100):
                    yield event
                kept = await self._kept.find(site, one.id, refresh=False)
        if to or not steps.result:
            async for event in self._given_back(steps, site, kept, word, to):
                yield event

    async def _given_back(self, steps: Steps, site: Site, kept: Kept | None, word: str, to: str) -> AsyncGenerator[AnyEvent, None]:
        """From the storage. Without `to` it is there, and that is all."""
        if kept is None:
            scope = await self._looking.scope(site.name)
            storage, copy = scope.storage, (await self._looking.backup(scope, word)).id
        else:
            storage, copy = kept.storage, kept.copy.id
            steps.result["backup"] = msgspec.to_builtins(one_record(site, kept))
        if not to:
            return
        steps.share(60 if kept is not None and site.system == "archives" else 0, 100)
        async for event in steps.perform(Export(**steps.common(), access=await self._home.access(storage), backup=copy, to=to)):
            yield event
        steps.result |= steps.value()


_OFFLINE = frozenset({"network", "rate_limited", "remote", "auth", "forbidden", "not_found"})


def _chosen(sets: Sequence[ArchiveSet], word: str) -> ArchiveSet | None:
    if word == "latest":
        return max((one for one in sets if one.complete and one.readable), key=lambda one: one.time, default=None)
    found = [one for one in sets if one.id == word] or [one for one in sets if len(word) >= 4 and one.id.startswith(word)]
    return found[0] if len(found) == 1 else None
