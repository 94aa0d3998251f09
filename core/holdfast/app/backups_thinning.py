"""Backups are kept for good, removed, thinned out."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from holdfast.app.backups_base import BackupsBase, made_elsewhere
from holdfast.app.handles import JobHandle
from holdfast.app.kept import Kept, one_record
from holdfast.app.results import as_record
from holdfast.errors import Unsupported, UsageError
from holdfast.jobs.messages import AnyRequest, Delete, Forget, Keep
from holdfast.records import Backup, RetentionPolicy
from holdfast.state.remembered import move_facts


class Thinning(BackupsBase):
    """Used by `Backups`."""

    async def keep(self, site: str, backup: str) -> Backup:
        """Protect from `forget`. The backup's id changes (it is stored anew): the new record is returned."""
        return await self._set_keep(site, backup, True)

    async def unkeep(self, site: str, backup: str) -> Backup:
        return await self._set_keep(site, backup, False)

    async def _set_keep(self, site: str, backup: str, keep: bool) -> Backup:
        scope, found = await self._which(site, backup)
        request = Keep(**self._home.common(site=scope.site_name), access=await self._home.access(scope.storage), backup=found.id, keep=keep)
        changed = as_record(Backup, (await self._home.query(request))["backup"])
        await self._home.ask(lambda: move_facts(self._home.database, found.id, changed.id))
        await self._note("kept" if keep else "no longer kept", scope, "done", backup=changed.id)
        changed = msgspec.structs.replace(changed, site=scope.site_name or changed.site)
        if scope.site is None or not made_elsewhere(scope.site):
            return changed
        return one_record(scope.site, Kept(scope.storage, changed, str(found.metadata.get("remote") or found.id)))

    async def delete(self, site: str, backups: Sequence[str], *, delete_cloud: bool = False, where: str = "") -> JobHandle:
        """Job. Remove exactly these. Their space comes back with the next prune. Result {"removed": [ids]}. `delete_cloud`: the copy that a
        site's own service put into the cloud as well. `where`: "storage" for the copy of what a site made (else that of the site)."""
        own = await self.on_network(site)
        if own is not None and where != "storage":
            return await self.network.delete(own, backups, {"delete_cloud": True} if delete_cloud else {})
        if delete_cloud:
            raise Unsupported("There is no cloud copy of backups that Holdfast made.")
        which = [await self._which(site, one) for one in backups]
        scope = which[0][0] if which else await self._scope(site)
        if any(one.storage.id != scope.storage.id for one, _ in which):
            raise UsageError("These backups are in different storages.", hint="Remove those of one storage after the other.")
        ids = tuple(found.id for _, found in which)
        if not ids:
            raise UsageError("Name at least one backup.")

        async def prepare(job: str) -> AnyRequest:
            return Delete(**self._home.common(job, scope.site_name), access=await self._home.access(scope.storage), backups=ids)

        return await self._begin("delete", prepare, scope, self._noting("backups deleted", scope))

    async def forget(
        self,
        site: str,
        *,
        policy: RetentionPolicy | str | None = None,
        dry_run: bool = False,
        prune: bool = False,
        confirmed: bool = False,
    ) -> JobHandle:
        """Job. Apply a retention policy (None: the site's, else its storage's, else the setting). Result {"plan": …, "removed": [ids]};
        with `prune` also {"prune": …}. `site` may be @STORAGE: then each site by itself. `confirmed`: a person saw the plan, so that
        what looks like a mistake (a site that lost half its files) is thinned out too."""
        scope = await self._scope(site)
        text = policy if isinstance(policy, str) else (scope.site.retention if scope.site else "") or scope.storage.retention
        rules = policy if isinstance(policy, RetentionPolicy) else None

        async def prepare(job: str) -> AnyRequest:
            return Forget(
                **self._home.common(job, scope.site_name),
                access=await self._home.access(scope.storage),
                policy=text or self._home.settings.retention,
                rules=rules,
                site_id=scope.site_id or "",
                dry_run=dry_run,
                prune=prune,
                confirmed=confirmed,
            )

        return await self._begin("forget", prepare, scope, None if dry_run else self._noting("backups forgotten", scope))
