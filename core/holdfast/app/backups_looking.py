"""Backups are looked at: lists, single ones, the files in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from holdfast.app.backups_base import BackupsBase
from holdfast.app.views import FileView, FoundFile, Page
from holdfast.errors import Unsupported
from holdfast.jobs.messages import Compare
from holdfast.records import Backup


class LookingAt(BackupsBase):
    """Used by `Backups`."""

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
        """Of a site with a service of its own: what it has now, over all its pages. Else from the catalogue, newest first.

        `refresh`: None looks into the storage when it is a disk or was never read, and answers from the catalogue when it
        cannot be reached; True always looks (and raises); False never does."""
        own = await self.on_network(site)
        if own is not None:
            return await self.network.list(
                own,
                type=type,
                status=status,
                location=location,
                site_storage=site_storage,
                order_by=order_by,
                order=order,
                limit=limit,
                page=page,
            )
        if site_storage is not None:
            raise Unsupported("Storage providers of a site are known where it has a backup service of its own.")
        scope = await self._looking.scope(site)
        await self._looking.refresh(scope, refresh)
        found = await self._looking.backups(scope)
        found = [
            b
            for b in found
            if (type is None or b.type == type) and (status is None or b.status == status) and (location is None or location in b.locations)
        ]
        if order_by == "size":
            found.sort(key=lambda b: b.size or 0, reverse=True)
        if order == "asc":
            found.reverse()
        begin = (page - 1) * limit if limit else 0
        return Page(tuple(found[begin : begin + limit] if limit else found), len(found))

    async def dependants(self, site: str, backup: str) -> Sequence[Backup]:
        """Backups on the site that are of no use once this one is deleted; empty for sites of this machine."""
        own = await self.on_network(site)
        return () if own is None else await self.network.dependants(own, backup)

    async def show(self, site: str, backup: str) -> Backup:
        own = await self.on_network(site)
        if own is not None:
            return await self.network.show(own, backup)
        return await self._looking.backup(await self._looking.scope(site), backup)

    async def files(self, site: str, backup: str, path: str = "/") -> Sequence[FileView]:
        """The entries of one folder of a backup, by name. ``/`` is the root of the backup, where the absolute paths begin; an empty
        `path`, or one without a leading ``/``, is the site's own folder and below."""
        scope = await self._looking.scope(site)
        return await self._looking.files(scope, await self._looking.backup(scope, backup), path)

    async def find(
        self, pattern: str, *, site: str | None = None, limit: int = 200, kinds: Sequence[str] = ("file", "symlink")
    ) -> Sequence[FoundFile]:
        """Search over all backups of one site or of all, from the catalogues. `pattern`: a part of a name, or a glob (``*.php``,
        ``uploads/**/logo.png``); letter case does not matter."""
        return await self._looking.find(pattern, site, limit, kinds)

    async def diff(self, site: str, old: str, new: str) -> dict[str, Any]:
        """What changed between two backups: see `holdfast.worker.diff` for the names."""
        scope = await self._looking.scope(site)
        first, second = await self._looking.backup(scope, old), await self._looking.backup(scope, new)
        return await self._home.query(
            Compare(**self._home.common(site=scope.site_name), access=await self._home.access(scope.storage), old=first.id, new=second.id)
        )
