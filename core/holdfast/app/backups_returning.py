"""What is in a backup is brought back: single files, an archive, the whole site; and it is proven that it could be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from holdfast.app.backups_base import BackupsBase, absolute, made_elsewhere
from holdfast.app.due_drills import due_drills, provable
from holdfast.app.handles import JobHandle
from holdfast.app.looking import Scope, is_disk
from holdfast.app.proving import proofs, remember_drill
from holdfast.app.stories import start
from holdfast.errors import Unsupported, UsageError
from holdfast.jobs.messages import AnyRequest, Drill, Finished, Get, Restore, Verify
from holdfast.records import HALVES, PARTS, Backup, Site
from holdfast.secret import Secret

Overwrite = Literal["always", "changed", "newer", "never"]


class Returning(BackupsBase):
    """Used by `Backups`."""

    async def get(self, site: str, backup: str, path: str, *, to: str | Path) -> JobHandle:
        """Job. One file (or a folder, as a folder). Result {"path", "size", "sha256"}."""
        return await self._on_backup("get", site, backup, Get, path=path, to=absolute(to))

    async def verify(self, site: str, backup: str) -> JobHandle:
        """Job. Read every byte of this backup and compare it with its hash. Result: what `storages.check` gives, for this backup."""
        return await self._on_backup("verify", site, backup, Verify, remembered="verified")

    async def drill(self, site: str, backup: str = "latest", *, level: str = "", trigger: str = "user") -> JobHandle:
        """Job. Really restore to a scratch folder and look at it. ``latest``: the newest that holds the whole site, if any. `level`:
        read, loaded or boots; empty = as far as this computer can.
        Result {"verdict", "level", "checks": [{"name", "outcome", "detail", "numbers"}]}."""
        scope, found = await self._which(site, backup)
        if backup == "latest" and found.type in HALVES and scope.site_id:
            whole = (await self._home.ask(lambda: provable(self._home, [scope.storage]))).get(scope.site_id)
            if whole is not None and whole.type not in HALVES:
                scope, found = await self._which(site, whole.id)

        async def prepare(job: str) -> AnyRequest:
            access = await self._home.access(scope.storage)
            return Drill(**self._home.common(job, scope.site_name), access=access, backup=found.id, level=level)

        async def after(finished: Finished) -> Finished:
            await self._home.ask(lambda: remember_drill(self._home, scope.site_id or "", found.id, finished))
            return finished

        site_id, storage = scope.site_id or "", scope.storage.name
        return await start(
            self._home, "drill", prepare, site=scope.site_name, site_id=site_id, storage=storage, after=after, trigger=trigger
        )

    async def drills_due(self, now: datetime | None = None) -> Sequence[Site]:
        """Sites whose newest backup should be drilled now, the least proven first: by the setting `drill_days`."""
        return await self._home.ask(lambda: due_drills(self._home, now or datetime.now(UTC)))

    async def proof(self, site: str) -> dict[str, Any]:
        """What the last drill of a site showed: {"verdict", "level", "at", "backup", "numbers", "not_good", "proven_at"}; {} = never."""
        found = await self._home.ask(lambda: self._home.sites.get(site))
        return (await self._home.ask(lambda: proofs(self._home))).get(found.id, {})

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
        attributes: bool = False,
    ) -> dict[str, Any]:
        """What `restore` with the same words would do; see `holdfast.worker.restore` for the names, and "backup_id". Changes nothing."""
        scope, found = await self._newest_too(site, backup)
        words = _restore_words(only, paths, overwrite, delete, attributes)
        request = await self._restore_request("", scope, found, to, words, dry_run=True)
        plan: dict[str, Any] = (await self._home.query(request))["plan"]
        return plan | {"backup_id": found.id}

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
        attributes: bool = False,
        database: str | None = None,
        database_password: Secret | None = None,
        safety_backup: bool | None = None,
        dry_run: bool = False,
        test_copy: bool = False,
        options: Mapping[str, Any] | None = None,
    ) -> JobHandle:
        """Job. On a site with a service of its own: `only` and `options` by its capabilities; result {"backup_id", "confirmed", …}.

        Else `to`: None = back over the site itself (files and database), else a folder (the database then comes as its dump
        files, unless `database` names one to load into). `safety_backup`: None = the setting, when the live site is restored. `only`:
        parts (core, plugins, themes, uploads, database). `attributes`: extended attributes, setuid and setgid bits and device nodes,
        too. Result {"backup_id", "confirmed", "files", "bytes", "tables"}, with
        "safety_backup" when one was made; with `dry_run` {"plan": …}. `test_copy`: the folder is a copy to try out, so that its
        ``wp-config.php`` is given a database of another name (`holdfast.worker.restore_copy`); result with "detached"."""
        own = await self.on_network(site)
        if own is not None and to is None:
            if paths or delete or attributes or database or dry_run:
                raise Unsupported(
                    "A site's own backups are restored on the site itself, as its service does it.", hint="--only PART limits it."
                )
            return await self.network.restore(own, (await self.network.show(own, backup)).id, parts=only, options=options or {})
        if options:
            raise UsageError("These options are for sites with a backup service of their own.")
        scope, found = await self._newest_too(site, backup)
        words = _restore_words(only, paths, overwrite, delete, attributes)
        words |= {"database": database or "", "database_password": database_password, "test_copy": test_copy and to is not None}
        words["safety_backup"] = (
            to is None and not dry_run and (self._home.settings.safety_backup if safety_backup is None else safety_backup)
        )
        if to is None and scope.site is None:
            raise UsageError("A whole storage cannot be restored in place.", hint="Name the site, or a folder to restore to.")
        if to is None and scope.site is not None and made_elsewhere(scope.site):
            raise UsageError("What another program archived has no place of its own here.", hint="Name a folder: --to DIR")

        async def prepare(job: str) -> AnyRequest:
            return await self._restore_request(job, scope, found, to, words, dry_run=dry_run)

        async def after(finished: Finished) -> Finished:
            if not dry_run:
                await self._note("restored", scope, finished.outcome, backup=found.id, to=str(to or ""))
            return finished

        return await self._begin("restore", prepare, scope, after)

    async def _newest_too(self, site: str, backup: str) -> tuple[Scope, Backup]:
        """As `_which`; ``latest`` is what the storage holds now, however far away it is: a restore needs it anyway."""
        scope, found = await self._which(site, backup)
        if backup == "latest" and not is_disk(scope.storage.location):
            await self._looking.sync(scope.storage)
            scope, found = await self._which(site, backup)
        return scope, found

    async def _restore_request(
        self, job: str, scope: Scope, backup: Backup, to: str | Path | None, words: dict[str, Any], *, dry_run: bool
    ) -> Restore:
        return Restore(
            **self._home.common(job, scope.site_name),
            access=await self._home.access(scope.storage),
            backup=backup.id,
            source=await self._home.source(scope.site) if scope.site is not None and not made_elsewhere(scope.site) else None,
            target="" if to is None else absolute(to),
            dry_run=dry_run,
            **words,
        )


def _restore_words(only: Sequence[str], paths: Sequence[str], overwrite: str, delete: bool, attributes: bool) -> dict[str, Any]:
    if unknown := [part for part in only if part not in PARTS]:
        raise UsageError(f"{unknown[0]!r} is no part of a site of this computer.", hint=f"Parts: {', '.join(PARTS)}.")
    return {"only": tuple(only), "paths": tuple(paths), "overwrite": overwrite, "delete": delete, "attributes": attributes}
