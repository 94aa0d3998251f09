"""Backups are kept for good, removed, thinned out."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from functools import partial
from typing import Any

import msgspec

from holdfast.app import written_files
from holdfast.app.backups_base import BackupsBase, made_elsewhere
from holdfast.app.handles import JobHandle
from holdfast.app.kept import Kept, one_record
from holdfast.app.looking import Scope
from holdfast.app.results import as_record
from holdfast.app.scheduled_retention import FORGOTTEN, SMALLER, all_trusted, plan_for, policy_of, thin_files
from holdfast.app.steps import Steps, start_steps
from holdfast.errors import NotFound, Unsupported, UsageError
from holdfast.jobs.messages import AnyEvent, AnyRequest, Delete, Forget, Keep
from holdfast.records import Backup, RetentionPolicy, Site
from holdfast.retention import parse_policy, policy_text
from holdfast.state.remembered import move_facts, remember


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
        what looks like a mistake (a site that lost half its files) is thinned out too.

        Of a site also the files that its schedules wrote into folders: {"files": [`FolderPlan`…], "removed_files": [paths]}."""
        scope, own = await self._thinned(site)
        storage = scope.storage if scope is not None else None
        whose = scope.site if scope is not None else own
        text = policy if isinstance(policy, str) else policy_of(self._home, whose, storage)
        rules = policy if isinstance(policy, RetentionPolicy) else parse_policy(text or self._home.settings.retention)

        async def program(steps: Steps) -> AsyncGenerator[AnyEvent, None]:
            steps.result |= {"plan": {"policy": policy_text(rules), "groups": []}, "removed": [], "stopped": []}
            if scope is not None:
                trusted = await self._home.ask(lambda: all_trusted(self._home))
                request = Forget(
                    **steps.common(),
                    access=await self._home.access(scope.storage),
                    rules=rules,
                    site_id=scope.site_id or "",
                    dry_run=dry_run,
                    prune=prune,
                    confirmed=confirmed,
                    trusted=trusted,
                )
                async for event in steps.perform(request):
                    yield event
                steps.result |= steps.value()
                if steps.result["removed"]:
                    await self._home.ask(lambda: remember(self._home.database, scope.storage.id, FORGOTTEN, {}))
            if whose is not None:
                async for event in self._files(steps, whose, rules, dry_run=dry_run, confirmed=confirmed):
                    yield event
                if confirmed and not dry_run:
                    await self._home.ask(lambda: remember(self._home.database, whose.id, SMALLER, {}))

        return await start_steps(
            self._home,
            "forget",
            program,
            site=whose.name if whose is not None else "",
            site_id=whose.id if whose is not None else "",
            storage=storage.name if storage is not None else "",
            after=None if dry_run or scope is None else self._noting("backups forgotten", scope),
        )

    async def retention_preview(self, site: str, policy: RetentionPolicy | str | None = None) -> dict[str, Any]:
        """What a policy would remove of a site's backups and files, for a person to see before it is chosen: {"plan": {policy, groups},
        "files": [`FolderPlan`…]}. Changes nothing, and leaves no job in the history. UsageError for a policy that cannot be read, or that
        would keep nothing."""
        scope, own = await self._thinned(site)
        storage = scope.storage if scope is not None else None
        whose = scope.site if scope is not None else own
        text = policy if isinstance(policy, str) and policy else policy_of(self._home, whose, storage)
        rules = policy if isinstance(policy, RetentionPolicy) else parse_policy(text)
        result: dict[str, Any] = {"plan": {"policy": policy_text(rules), "groups": []}, "files": []}
        if scope is not None:
            access = await self._home.access(scope.storage)
            trusted = await self._home.ask(lambda: all_trusted(self._home))
            words = self._home.common(site=scope.site_name)
            request = Forget(**words, access=access, rules=rules, site_id=scope.site_id or "", dry_run=True, trusted=trusted)
            result["plan"] = (await self._home.query(request))["plan"]
        if whose is not None:
            result["files"] = msgspec.to_builtins(await self._home.ask(lambda: plan_for(self._home, whose, rules)))
        return result

    async def _thinned(self, site: str) -> tuple[Scope | None, Site | None]:
        """The storage with a site's backups, or, of a site that has only files, the site."""
        own = None if site.startswith("@") else await self._home.ask(lambda: self._home.sites.get(site))
        try:
            return await self._scope(site), own
        except (Unsupported, NotFound):
            if own is None or not await self._home.ask(lambda: written_files.standing(self._home.database, own.id)):
                raise
            return None, own

    async def _files(
        self, steps: Steps, site: Site, rules: RetentionPolicy, *, dry_run: bool, confirmed: bool
    ) -> AsyncGenerator[AnyEvent, None]:
        if dry_run or rules.is_empty():
            plans, done = await self._home.ask(lambda: plan_for(self._home, site, rules)), written_files.FilesRemoved()
        else:
            work = partial(thin_files, self._home, site, rules, confirmed=confirmed)
            plans, done = await self._home.ask(work, seconds=3600.0)
        steps.result |= {"files": msgspec.to_builtins(plans), "removed_files": list(done.removed)}
        for folder in done.stopped:
            yield steps.warn("FORGET-STOPPED", f"The files in {folder} were left alone: look at the plan, then confirm it.", folder=folder)
