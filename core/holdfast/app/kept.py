"""Copies of backups that were made elsewhere, as the storages hold them; and the one record that a backup and its copy are.

The catalogues know every copy by its tags: the site's id and ``remote``, the backup's id where it was made.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence

import msgspec

from holdfast.app.home import Home
from holdfast.app.looking import Looking, Scope
from holdfast.errors import HoldfastError, NotFound
from holdfast.records import Backup, Site, StorageEntry
from holdfast.state.catalogue import catalogue_path

log = logging.getLogger(__name__)


class Kept(msgspec.Struct, frozen=True):
    """A copy. `copy` is the record under its id in the repository; `remote` the backup's id where it was made."""

    storage: StorageEntry
    copy: Backup
    remote: str


class KeptCopies:
    def __init__(self, home: Home, looking: Looking) -> None:
        self._home = home
        self._looking = looking

    async def of(self, site: Site, *, refresh: bool | None = False) -> list[Kept]:
        """Whole copies of a site's backups, newest first, over all storages. `refresh`: see `Backups.list`; for the site's own storage."""
        found: list[Kept] = []
        for storage in await self._home.ask(self._home.storages.all):
            found += await self._in(storage, site, refresh)
        unique = {one.remote: one for one in reversed(found)}.values()
        return sorted(unique, key=lambda one: one.copy.created_at.timestamp() if one.copy.created_at else 0.0, reverse=True)

    async def _in(self, storage: StorageEntry, site: Site, refresh: bool | None) -> list[Kept]:
        own = site.storage.lower() == storage.name.lower()
        path = catalogue_path(self._home.paths.cache, storage.repository_id)
        if not own and not await self._home.ask(path.exists):
            return []  # nothing was ever kept there from this computer
        scope = Scope(site.name, storage, site)
        if refresh is not False:
            try:
                await self._looking.refresh(scope, refresh)
            except HoldfastError as error:
                log.info("%s cannot be looked into now: %s", storage.name, error.code)
        try:
            backups = await self._looking.backups(scope)
        except HoldfastError as error:
            log.info("the copies in %s cannot be told now: %s", storage.name, error.code)
            return []
        return [Kept(storage, one, str(one.metadata.get("remote") or one.id)) for one in backups if one.status == "completed"]

    async def find(self, site: Site, word: str, *, refresh: bool | None = None) -> Kept | None:
        """By the backup's id, an unambiguous beginning of it or of its copy's, or ``latest`` (the newest copy)."""
        copies = await self.of(site, refresh=refresh)
        if word == "latest":
            return copies[0] if copies else None
        exact = [one for one in copies if word in (one.remote, one.copy.id)]
        near = [one for one in copies if len(word) >= 4 and (one.remote.startswith(word) or one.copy.id.startswith(word.lower()))]
        chosen = exact or near
        return chosen[0] if len(chosen) == 1 else None

    async def need(self, site: Site, word: str) -> Kept:
        """NotFound NOT-KEPT, with the way to keep it."""
        found = await self.find(site, word)
        if found is None:
            raise NotFound(
                f"There is no copy of the backup {word!r} of {site.name!r} in a storage of yours.",
                code="NOT-KEPT",
                hint=f"Keep one first: holdfast backup download {site.name} {word} --keep-in STORAGE",
            )
        return found

    def scope(self, site: Site, kept: Kept) -> Scope:
        return Scope(site.name, kept.storage, site)


def one_record(site: Site, kept: Kept, there: Backup | None = None) -> Backup:
    """A backup and its copy as one: the id is the site's, the copy's is ``metadata["snapshot"]``."""
    copy = kept.copy
    about = {name: value for name, value in copy.metadata.items() if name in _OF_COPY}
    about |= {"snapshot": copy.id, "kept_in": kept.storage.name, "kept_size": copy.size}
    if there is None:
        own = {name: value for name, value in copy.metadata.items() if name not in _INTERNAL}
        return msgspec.structs.replace(
            copy, id=kept.remote, site=site.name, system=site.system, locations=("storage",), metadata={**own, **about}, downloadable=True
        )
    return msgspec.structs.replace(
        there,
        locations=(*there.locations, *(("storage",) if "storage" not in there.locations else ())),
        metadata={**there.metadata, **about},
        verified_at=copy.verified_at,
        proven_at=copy.proven_at,
        downloadable=True,
    )


_OF_COPY = ("keep", "added", "files")
_INTERNAL = frozenset({"remote", "remote_type", "archives", "system", "site_id", "job", "paths", "program", "partial"})


def merged(site: Site, there: Sequence[Backup], copies: Sequence[Kept]) -> list[Backup]:
    """All backups of a site, each once."""
    by_id = {one.remote: one for one in copies}
    found = [one_record(site, by_id.pop(one.id), one) if one.id in by_id else one for one in there]
    return found + [one_record(site, one) for one in by_id.values()]
