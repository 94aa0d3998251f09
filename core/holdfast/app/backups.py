"""The noun *backup*: made, listed, looked into, brought back, thinned out.

Wherever `site` stands, ``@STORAGE`` means everything in that storage, also what other programs put there. Wherever `backup` stands,
an id, an unambiguous prefix of one, or ``latest``.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, cast

import msgspec

from holdfast.app.handles import JobHandle
from holdfast.app.home import Home
from holdfast.app.looking import Looking, Scope
from holdfast.app.network_backups import NetworkBackups
from holdfast.app.results import as_record
from holdfast.app.stories import After, Prepare, group, start
from holdfast.app.views import FileView, FoundFile, Page
from holdfast.errors import NotFound, Unsupported, UsageError
from holdfast.jobs.messages import AnyRequest, BackUp, Compare, Delete, Drill, Export, Finished, Forget, Get, Keep, Restore, Verify
from holdfast.records import NETWORK_SYSTEMS, PARTS, Backup, BackupType, RetentionPolicy, Site
from holdfast.secret import Secret
from holdfast.state import remote_jobs
from holdfast.state.remembered import move_facts, note, remember

Overwrite = Literal["always", "changed", "newer", "never"]


class Backups:
    """`Holdfast.backups`."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._looking = Looking(home)
        self.network = NetworkBackups(home)
        """Backups that sites make by themselves."""

    # ---- making

    async def create(
        self,
        sites: Sequence[str] = (),
        *,
        all_sites: bool = False,
        tag: str = "",
        type: BackupType | str = "",
        label: str = "",
        metadata: Mapping[str, str] | None = None,
        include: Sequence[Literal["files", "database"]] = (),
        trigger: str = "user",
        options: Mapping[str, Any] | None = None,
        wait: bool = True,
    ) -> JobHandle:
        """Job(s). `type` empty: incremental for sites of this machine, else the first that the site's service names. `options` (names of
        its `Capabilities.create`) and `wait` (False: end when the site has taken it on) are for sites with a service of their own.

        One site: its own job, result {"backup": Backup}. Several (names, all, or by tag): one handle whose events are those of
        all jobs, and whose Finished sums up: {"sites": [{site, outcome, backup|failure}]}; one bad site stops no other."""
        chosen = await self._home.ask(lambda: [(site, self._home.storage_name(site)) for site in self._choose(sites, all_sites, tag)])

        more = dict(options or {})
        local = [site.name for site, _ in chosen if site.system not in NETWORK_SYSTEMS]
        if local and (more or not wait) and len(chosen) == 1:
            raise UsageError(
                f"{local[0]!r} is a site of this computer: it has no options of a service.", hint="holdfast backup create --help"
            )

        def story_of(site: Site) -> tuple[Prepare, After | None]:
            if site.system not in NETWORK_SYSTEMS:
                return prepare_for(site), None
            own = more | ({"metadata": dict(metadata)} if metadata else {})
            if include:
                own |= {f"include_{part}": part in include for part in ("files", "database")}
            return self.network.creating(site, type=type, label=label, options=own, wait=wait)

        def prepare_for(site: Site) -> Prepare:
            async def prepare(job: str) -> AnyRequest:
                storage = await self._home.ask(lambda: self._home.storage_of(site))
                return BackUp(
                    **self._home.common(job, site.name),
                    access=await self._home.access(storage),
                    source=await self._home.source(site),
                    kind=cast("BackupType", type or "incremental"),
                    label=label,
                    metadata=dict(metadata or {}),
                    include=tuple(include),
                )

            return prepare

        handles = []
        for site, storage in chosen:
            prepare, after = story_of(site)
            handles.append(
                await start(self._home, "backup", prepare, site=site.name, site_id=site.id, storage=storage, after=after, trigger=trigger)
            )
        return handles[0] if len(handles) == 1 and not all_sites and not tag else group("backup", handles)

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

    # ---- looking

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

    async def on_network(self, site: str) -> Site | None:
        """The site, when it has a backup service of its own; None for all others. NotFound."""
        if site.startswith("@"):
            return None
        found = await self._home.ask(lambda: self._home.sites.get(site))
        return found if found.system in NETWORK_SYSTEMS else None

    async def watch(self, site: str, backup: str = "") -> JobHandle:
        """Job. Follow a backup or restore that runs on a site with a service of its own: see `NetworkBackups.watch`."""
        own = await self.on_network(site)
        if own is None:
            raise Unsupported(f"{site!r} is backed up by Holdfast itself.", hint="What runs now: holdfast activity list")
        return await self.network.watch(own, "" if backup == "latest" else backup)

    async def resume(self) -> Sequence[JobHandle]:
        """Jobs, one for each that an earlier run of the program began on a site and did not see to its end."""
        open_rows = await self._home.ask(lambda: remote_jobs.open_jobs(self._home.database))
        mine = {job.id for job in await self._home.ask(self._home.history.running)}
        sites = {one.id: one for one in await self._home.ask(self._home.sites.all)}
        rows = [row for row in open_rows if row.job not in mine and row.site_id in sites]
        return [await self.network.resume(sites[row.site_id], row) for row in rows]

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

    # ---- bringing back

    async def get(self, site: str, backup: str, path: str, *, to: str | Path) -> JobHandle:
        """Job. One file (or a folder, as a folder). Result {"path", "size", "sha256"}."""
        return await self._on_backup("get", site, backup, Get, path=path, to=_absolute(to))

    async def download(self, site: str, backup: str, *, to: str | Path, paths: Sequence[str] = (), only: Sequence[str] = ()) -> JobHandle:
        """Job. An archive: `to` ends in .zip or .tar.zst, or is a folder (then a .zip is made in it). Result {"path", "size", "sha256"}."""
        own = await self.on_network(site)
        if own is not None:
            if paths or only:
                raise Unsupported("A site's own backups are fetched whole.", hint="Leave out --path and --only.")
            return await self.network.download(own, (await self.network.show(own, backup)).id, _absolute(to))
        return await self._on_backup("download", site, backup, Export, to=_absolute(to), paths=tuple(paths), only=tuple(only))

    async def verify(self, site: str, backup: str) -> JobHandle:
        """Job. Read every byte of this backup and compare it with its hash. Result: what `storages.check` gives, for this backup."""
        return await self._on_backup("verify", site, backup, Verify, remembered="verified")

    async def drill(self, site: str, backup: str = "latest") -> JobHandle:
        """Job. Really restore to a scratch folder and look at it. Result {"verdict", "level", "checks"}."""
        return await self._on_backup("drill", site, backup, Drill, remembered="proven")

    async def restore_plan(
        self,
        site: str,
        backup: str,
        *,
        to: str | Path | None = None,
        only: Sequence[str] = (),
        paths: Sequence[str] = (),
        overwrite: Overwrite = "changed",
        delete: bool = False,
    ) -> dict[str, Any]:
        """What `restore` with the same words would do; see `holdfast.worker.restore` for the names. Changes nothing."""
        scope = await self._looking.scope(site)
        found = await self._looking.backup(scope, backup)
        words = _restore_words(only, paths, overwrite, delete)
        request = await self._restore_request("", scope, found, to, words, dry_run=True)
        plan: dict[str, Any] = (await self._home.query(request))["plan"]
        return plan

    async def restore(
        self,
        site: str,
        backup: str,
        *,
        to: str | Path | None = None,
        only: Sequence[str] = (),
        paths: Sequence[str] = (),
        overwrite: Overwrite = "changed",
        delete: bool = False,
        database: str | None = None,
        database_password: Secret | None = None,
        safety_backup: bool | None = None,
        dry_run: bool = False,
        options: Mapping[str, Any] | None = None,
    ) -> JobHandle:
        """Job. On a site with a service of its own: `only` and `options` by its capabilities; result {"backup_id", "confirmed", …}.

        Else `to`: None = back over the site itself (files and database), else a folder (the database then comes as its dump
        files, unless `database` names one to load into). `safety_backup`: None = the setting, when the live site is restored. `only`:
        parts (core, plugins, themes, uploads, database). Result {"backup_id", "confirmed", "files", "bytes", "tables"}, with
        "safety_backup" when one was made; with `dry_run` {"plan": …}."""
        own = await self.on_network(site)
        if own is not None:
            if to is not None or paths or delete or database or dry_run:
                raise Unsupported(
                    "A site's own backups are restored on the site itself, as its service does it.", hint="--only PART limits it."
                )
            return await self.network.restore(own, (await self.network.show(own, backup)).id, parts=only, options=options or {})
        if options:
            raise UsageError("These options are for sites with a backup service of their own.")
        scope = await self._looking.scope(site)
        found = await self._looking.backup(scope, backup)
        words = _restore_words(only, paths, overwrite, delete)
        words |= {"database": database or "", "database_password": database_password}
        words["safety_backup"] = (
            to is None and not dry_run and (self._home.settings.safety_backup if safety_backup is None else safety_backup)
        )
        if to is None and scope.site is None:
            raise UsageError("A whole storage cannot be restored in place.", hint="Name the site, or a folder to restore to.")

        async def prepare(job: str) -> AnyRequest:
            return await self._restore_request(job, scope, found, to, words, dry_run=dry_run)

        async def after(finished: Finished) -> Finished:
            if not dry_run:
                await self._note("restored", scope, finished.outcome, backup=found.id, to=str(to or ""))
            return finished

        return await self._begin("restore", prepare, scope, after)

    async def _restore_request(
        self, job: str, scope: Scope, backup: Backup, to: str | Path | None, words: dict[str, Any], *, dry_run: bool
    ) -> Restore:
        return Restore(
            **self._home.common(job, scope.site_name),
            access=await self._home.access(scope.storage),
            backup=backup.id,
            source=await self._home.source(scope.site) if scope.site is not None else None,
            target="" if to is None else _absolute(to),
            dry_run=dry_run,
            **words,
        )

    # ---- thinning out

    async def keep(self, site: str, backup: str) -> Backup:
        """Protect from `forget`. The backup's id changes (it is stored anew): the new record is returned."""
        return await self._set_keep(site, backup, True)

    async def unkeep(self, site: str, backup: str) -> Backup:
        return await self._set_keep(site, backup, False)

    async def _set_keep(self, site: str, backup: str, keep: bool) -> Backup:
        scope = await self._looking.scope(site)
        found = await self._looking.backup(scope, backup)
        request = Keep(**self._home.common(site=scope.site_name), access=await self._home.access(scope.storage), backup=found.id, keep=keep)
        changed = as_record(Backup, (await self._home.query(request))["backup"])
        await self._home.ask(lambda: move_facts(self._home.database, found.id, changed.id))
        await self._note("kept" if keep else "no longer kept", scope, "done", backup=changed.id)
        return msgspec.structs.replace(changed, site=scope.site_name or changed.site)

    async def delete(self, site: str, backups: Sequence[str], *, delete_cloud: bool = False) -> JobHandle:
        """Job. Remove exactly these. Their space comes back with the next prune. Result {"removed": [ids]}. `delete_cloud`: the copy that a
        site's own service put into the cloud as well."""
        own = await self.on_network(site)
        if own is not None:
            return await self.network.delete(own, backups, {"delete_cloud": True} if delete_cloud else {})
        if delete_cloud:
            raise Unsupported("There is no cloud copy of backups that Holdfast made.")
        scope = await self._looking.scope(site)
        ids = tuple([(await self._looking.backup(scope, one)).id for one in backups])
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
        scope = await self._looking.scope(site)
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

    # ---- inside

    async def _on_backup(self, verb: str, site: str, backup: str, kind: Any, *, remembered: str = "", **words: Any) -> JobHandle:
        scope = await self._looking.scope(site)
        found = await self._looking.backup(scope, backup)

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


def _restore_words(only: Sequence[str], paths: Sequence[str], overwrite: str, delete: bool) -> dict[str, Any]:
    if unknown := [part for part in only if part not in PARTS]:
        raise UsageError(f"{unknown[0]!r} is no part of a site of this computer.", hint=f"Parts: {', '.join(PARTS)}.")
    return {"only": tuple(only), "paths": tuple(paths), "overwrite": overwrite, "delete": delete}


def _absolute(path: str | Path) -> str:
    """Absolute, but with a slash at its end kept: it says that a folder is meant."""
    text = os.path.abspath(Path(path).expanduser())
    return text + os.sep if str(path).endswith(("/", os.sep)) and not text.endswith(os.sep) else text
