"""Backups are looked at: lists, single ones, the files in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import msgspec

from holdfast.app.backups_base import BackupsBase
from holdfast.app.kept import merged, one_record
from holdfast.app.views import FileView, FoundFile, Page
from holdfast.errors import HoldfastError, NotFound, Unsupported
from holdfast.jobs.messages import Compare
from holdfast.records import Backup, Site
from holdfast.state.remembered import recall, remember


class LookingAt(BackupsBase):
    """Used by `Backups`."""

    async def _merged(self, site: Site, type: str | None, site_storage: str | None, refresh: bool | None) -> tuple[list[Backup], str]:
        """What the site has and what the storages have of it, each backup once; and a word where only the latter can be told."""
        copies = await self._kept.of(site, refresh=refresh)
        note = ""
        there: Sequence[Backup] = ()
        try:
            if refresh is False:
                there = await self._home.ask(lambda: self._remembered(site, type))
            else:
                there = await self._there(site, type, site_storage)
                if type is None and site_storage is None:
                    await self._home.ask(lambda: self._remember(site, there))
        except HoldfastError as error:
            if refresh or not copies or error.kind not in _UNREACHABLE:
                raise
            note = f"Only the copies in your storages are listed: {error.message}"
        if site_storage is not None:
            copies = [one for one in copies if one.copy.metadata.get("site_storage") == site_storage]
        return merged(site, there, copies), note

    async def list(
        self,
        site: str,
        *,
        type: str | None = None,
        status: str | None = None,
        location: str | None = None,
        order_by: Literal["created_at", "size"] = "created_at",
        order: Literal["asc", "desc"] = "desc",
        limit: int | None = None,
        page: int = 1,
        refresh: bool | None = None,
        site_storage: str | None = None,
    ) -> Page[Backup]:
        """Of a site with a service of its own: what it has now, over all its pages, and the copies that are kept of it; `Page.note` says
        when only the latter can be told. With `refresh` False what was seen last. Else from the catalogue, newest first.

        `refresh`: None looks into the storage when it is a disk or was never read, and answers from the catalogue when it
        cannot be reached; True always looks (and raises); False never does."""
        own = await self._elsewhere(site)
        if own is not None:
            everything, note = await self._merged(own, type, site_storage, refresh)
            return _page(everything, type, status, location, order_by, order, limit, page, note)
        if site_storage is not None:
            raise Unsupported("Storage providers of a site are known where it has a backup service of its own.")
        scope = await self._looking.scope(site)
        await self._looking.refresh(scope, refresh)
        found = await self._looking.backups(scope)
        return _page(found, type, status, location, order_by, order, limit, page)

    def _remember(self, site: Site, there: Sequence[Backup]) -> None:
        """For whoever wants to see something at once."""
        newest = sorted(there, key=_made, reverse=True)[:_REMEMBERED]
        remember(self._home.database, site.id, "listed", {"items": msgspec.to_builtins(newest)})

    def _remembered(self, site: Site, type: str | None) -> Sequence[Backup]:
        fact = recall(self._home.database, "listed").get(site.id)
        found = [] if fact is None else msgspec.convert(fact["items"], list[Backup])
        return [msgspec.structs.replace(one, site=site.name) for one in found if type is None or one.type == type]

    async def _there(self, site: Site, type: str | None, site_storage: str | None) -> Sequence[Backup]:
        if site.system == "archives":
            return await self._keeping.places.backups(site)
        found = await self.network.list(
            site, type=type, status=None, location=None, site_storage=site_storage, order_by="created_at", order="desc", limit=None, page=1
        )
        return found.items

    async def dependants(self, site: str, backup: str) -> Sequence[Backup]:
        """Backups on the site that are of no use once this one is deleted; empty for sites of this machine."""
        own = await self.on_network(site)
        return () if own is None else await self.network.dependants(own, backup)

    async def show(self, site: str, backup: str) -> Backup:
        own = await self._elsewhere(site)
        if own is not None:
            return await self._show(own, backup)
        return await self._looking.backup(await self._looking.scope(site), backup)

    async def _show(self, site: Site, word: str) -> Backup:
        """Where it is made first; a copy when that cannot be asked or has it no longer."""
        try:
            if site.system == "archives":
                there = _chosen(await self._keeping.places.backups(site), word)
                if there is None:
                    raise NotFound(
                        f"There is no set {word!r} of {site.name!r}.", code="NO-BACKUP", hint=f"holdfast backup list {site.name}"
                    )
            else:
                there = await self.network.show(site, word)
        except HoldfastError as error:
            if error.kind not in _UNREACHABLE and not isinstance(error, NotFound):
                raise
            kept = await self._kept.find(site, word)
            if kept is None:
                raise
            return one_record(site, kept)
        kept = next((one for one in await self._kept.of(site) if one.remote == there.id), None)
        return there if kept is None else one_record(site, kept, there)

    async def files(self, site: str, backup: str, path: str = "/", *, offset: int = 0, limit: int | None = None) -> Sequence[FileView]:
        """The entries of one folder of a backup, by name. ``/`` is the root of the backup, where the absolute paths begin; an empty
        `path`, or one without a leading ``/``, is the site's own folder and below. With `limit` so many from the `offset`-th on,
        folders first: for a folder with very many."""
        scope, found = await self._which(site, backup)
        return await self._looking.files(scope, found, path, offset, limit)

    async def find(
        self, pattern: str, *, site: str | None = None, limit: int = 200, kinds: Sequence[str] = ("file", "symlink")
    ) -> Sequence[FoundFile]:
        """Search over all backups of one site or of all, from the catalogues. `pattern`: a part of a name, or a glob (``*.php``,
        ``uploads/**/logo.png``); letter case does not matter."""
        return await self._looking.find(pattern, None if site is None else await self._scope(site), limit, kinds)

    async def diff(self, site: str, old: str, new: str) -> dict[str, Any]:
        """What changed between two backups: see `holdfast.worker.diff` for the names."""
        scope, first = await self._which(site, old)
        other, second = await self._which(site, new)
        if other.storage.id != scope.storage.id:
            raise Unsupported("These two backups are in different storages.")
        return await self._home.query(
            Compare(**self._home.common(site=scope.site_name), access=await self._home.access(scope.storage), old=first.id, new=second.id)
        )


_REMEMBERED = 300
_UNREACHABLE = frozenset({"network", "rate_limited", "remote", "auth", "forbidden", "unsupported", "busy"})
"""Kinds of failures that say nothing about the copies."""


def _chosen(backups: Sequence[Backup], word: str) -> Backup | None:
    if word == "latest":
        return max((one for one in backups if one.status == "completed"), key=_made, default=None)
    found = [one for one in backups if one.id == word] or [one for one in backups if len(word) >= 4 and one.id.startswith(word)]
    return found[0] if len(found) == 1 else None


def _made(backup: Backup) -> float:
    return backup.created_at.timestamp() if backup.created_at else 0.0


def _page(
    backups: Sequence[Backup],
    type: str | None,
    status: str | None,
    location: str | None,
    order_by: str,
    order: str,
    limit: int | None,
    page: int,
    note: str = "",
) -> Page[Backup]:
    found = [
        b
        for b in backups
        if (type is None or b.type == type) and (status is None or b.status == status) and (location is None or location in b.locations)
    ]
    found.sort(key=_made if order_by == "created_at" else lambda b: float(b.size or 0), reverse=order == "desc")
    begin = (page - 1) * limit if limit else 0
    return Page(tuple(found[begin : begin + limit] if limit else found), len(found), note)
