"""Backups that were made elsewhere come into a storage of the user's: brought here, checked, taken in; each step finds what an earlier run
of the program has done already, so that nothing comes twice."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec

from holdfast.app import accounts
from holdfast.app.archive_places import ArchivePlaces, ArchiveSet, record_of
from holdfast.app.bucket_keys import access_to_bucket
from holdfast.app.handing_over import hand_over
from holdfast.app.home import Home
from holdfast.app.kept import Kept, KeptCopies, one_record
from holdfast.app.network_backups import NetworkBackups
from holdfast.app.results import as_record
from holdfast.app.steps import Steps
from holdfast.errors import Damaged, Unsupported
from holdfast.jobs.messages import AnyEvent, ArchiveFile, DownloadFromSite, FetchArchives, FetchFromBucket, LookAtSite, TakeIn
from holdfast.records import NETWORK_SYSTEMS, Backup, Site, StorageEntry
from holdfast.state import keeping

_INCOMING = "incoming"
_ABANDONED_SECONDS = 30 * 86_400


Give = Callable[[Backup, Sequence[Path]], Awaitable[Sequence[Path]]]
"""Hands the files of a backup, which are Holdfast's so far, over to the user: where they are now."""


class Keeping:
    """Used by the stories of `Backups`."""

    def __init__(self, home: Home, kept: KeptCopies, network: NetworkBackups) -> None:
        self._home = home
        self._kept = kept
        self._network = network
        self.places = ArchivePlaces(home)

    async def storage_for(self, site: Site, keep_in: str | None) -> StorageEntry | None:
        """The named one, else the site's own; None when it has none. NotFound."""
        if keep_in or site.storage:
            return await self._home.ask(lambda: self._home.storages.get(keep_in or site.storage))
        if site.system in NETWORK_SYSTEMS:
            return None
        return await self._home.ask(lambda: self._home.storage_of(site))

    # ---- one backup

    async def bring(
        self,
        steps: Steps,
        site: Site,
        backup: Backup,
        storage: StorageEntry | None,
        *,
        to: str = "",
        give: Give | None = None,
        begin: float = 0.0,
        end: float = 100.0,
    ) -> AsyncGenerator[AnyEvent, None]:
        """From a site with a service of its own into `storage`, or to the file or folder `to`, or both. Adds to the result {"backup"} and,
        with `to`, {"path", "size", "sha256"}. `give`, in the place of `to`: takes its files at the end."""
        known = await self._kept.find(site, backup.id, refresh=False) if storage is not None else None
        if known is not None and storage is not None and known.storage.id == storage.id and not to and give is None:
            steps.result["backup"] = msgspec.to_builtins(one_record(site, known, backup))
            return
        if await self._is_in_bucket(site):
            async for event in self._bring_from_bucket(steps, site, backup, storage, to=to, give=give, begin=begin, end=end):
                yield event
            return
        if storage is None and give is None:
            steps.share(begin, end)
            async for event in steps.perform(await self._download(steps, site, backup, to)):
                yield event
            steps.result |= {"backup": msgspec.to_builtins(backup)} | steps.value()
            return
        middle = begin + (end - begin) * 0.6
        spool = self.spool(site, backup.id) / "backup.zip"
        came = not await self._home.ask(spool.exists)  # it has its name only when it is whole and was checked
        if came:
            steps.share(begin, middle)
            await self._home.ask(lambda: spool.parent.mkdir(parents=True, exist_ok=True, mode=0o700))
            async for event in steps.perform(await self._download(steps, site, backup, os.fspath(spool))):
                yield event
            got = steps.value()
            steps.result |= {"sha256": got["sha256"]} if to else {}
        steps.share(middle, end)
        if storage is None:
            steps.result["backup"] = msgspec.to_builtins(backup)
        else:
            request = TakeIn(
                **steps.common(),
                access=await self._home.access(storage),
                site_id=site.id,
                remote=backup.id,
                files=(ArchiveFile(os.fspath(spool), expects=_expects(backup)),),
                checked=came,
                remove=not to and give is None,
                hostname=urlsplit(site.url).hostname or "",
                **_about(site, backup),
            )
            async for event in self._taken(steps, site, backup, storage, request):
                yield event
        if give is not None:
            await self._hand_over(steps, site, backup, [spool], give)
        elif to:  # last, so that whoever is stopped before finds it in the storage
            path = await self._home.ask(lambda: hand_over(spool, to, f"{backup.id}.zip"))
            steps.result |= {"path": os.fspath(path), "size": await self._home.ask(lambda: path.stat().st_size)}

    async def _hand_over(self, steps: Steps, site: Site, backup: Backup, files: Sequence[Path], give: Give) -> None:
        """Last of all, so that whoever is stopped before finds it in the storage."""
        paths = await give(backup, files)
        steps.result |= {"path": os.fspath(paths[0]), "paths": [os.fspath(one) for one in paths]}
        await self._home.ask(lambda: self._remember(site, backup.id))

    async def _bring_from_bucket(
        self,
        steps: Steps,
        site: Site,
        backup: Backup,
        storage: StorageEntry | None,
        *,
        to: str,
        give: Give | None,
        begin: float,
        end: float,
    ) -> AsyncGenerator[AnyEvent, None]:
        """As `bring`, from where the site put it: the user's own bucket, with the user's own key."""
        asked = LookAtSite(**steps.common(), access=await accounts.access_to(self._home, site), question="bucket", subject=backup.id)
        steps.share(begin, begin)
        async for event in steps.perform(asked):
            yield event
        bucket: dict[str, Any] = steps.value()["bucket"]
        middle = end if storage is None else begin + (end - begin) * 0.6
        steps.share(begin, middle)
        folder = to or os.fspath(self.spool(site, backup.id))
        access = await access_to_bucket(self._home, site, bucket)
        async for event in steps.perform(
            FetchFromBucket(**steps.common(), access=access, bucket=bucket, to=folder, kind=backup.type, ours=not to)
        ):
            yield event
        paths: list[str] = steps.value()["paths"]
        steps.result |= {"backup": msgspec.to_builtins(backup)} | ({"path": paths[0] if len(paths) == 1 else folder} if to else {})
        if storage is None:
            if give is not None:
                await self._hand_over(steps, site, backup, [Path(one) for one in paths], give)
            return
        steps.share(middle, end)
        keys = ["site", *(f"site-{number}" for number in range(2, len(paths) + 1))]
        request = TakeIn(
            **steps.common(),
            access=await self._home.access(storage),
            site_id=site.id,
            remote=backup.id,
            files=tuple(ArchiveFile(path, key, _expects(backup)) for path, key in zip(paths, keys, strict=True)),
            checked=True,
            remove=not to and give is None,
            hostname=urlsplit(site.url).hostname or "",
            **_about(site, backup),
        )
        async for event in self._taken(steps, site, backup, storage, request):
            yield event
        if give is not None:
            await self._hand_over(steps, site, backup, [Path(one) for one in paths], give)

    async def _is_in_bucket(self, site: Site) -> bool:
        return (await self.offers(site)).get("download") == "bucket"

    async def bring_set(
        self, steps: Steps, site: Site, one: ArchiveSet, storage: StorageEntry, *, begin: float = 0.0, end: float = 100.0
    ) -> AsyncGenerator[AnyEvent, None]:
        """A set of a place of archives into `storage`. Adds {"backup"} to the result."""
        backup = record_of(site, one)
        if not one.readable:
            raise Unsupported(f"{one.id}: {backup.error}", hint="Keep the file as it is: back its folder up as a site of its own.")
        if not one.complete:
            raise Damaged(f"The set {one.id} is not complete. {backup.error}", code="SET-INCOMPLETE", hint="Wait until it is written.")
        middle = begin + (end - begin) * 0.5
        steps.share(begin, middle)
        access = await self.places.access(site)
        far = access.location.startswith("s3:")
        folder = self.spool(site, one.id)
        names = tuple(part.name for part in one.parts)
        async for event in steps.perform(FetchArchives(**steps.common(), access=access, names=names, to=os.fspath(folder))):
            yield event
        paths: list[str] = steps.value()["paths"]
        async for event in self.take_in_set(steps, site, one, paths, storage, remove=far, begin=middle, end=end):
            yield event

    async def take_in_set(
        self,
        steps: Steps,
        site: Site,
        one: ArchiveSet,
        paths: Sequence[str],
        storage: StorageEntry,
        *,
        remote: str = "",
        remove: bool = False,
        begin: float = 0.0,
        end: float = 100.0,
    ) -> AsyncGenerator[AnyEvent, None]:
        """Files of this machine that are one backup."""
        backup = record_of(site, one)
        backup = msgspec.structs.replace(backup, id=remote or backup.id)
        files = tuple(ArchiveFile(path, part.key, part.expects) for path, part in zip(paths, one.parts, strict=True))
        steps.share(begin, end)
        request = TakeIn(
            **steps.common(),
            access=await self._home.access(storage),
            site_id=site.id,
            remote=backup.id,
            files=files,
            leave_out_links=one.leave_out_links,
            remove=remove,
            hostname=urlsplit(site.url).hostname or "",
            **_about(site, backup),
        )
        async for event in self._taken(steps, site, backup, storage, request):
            yield event

    async def _taken(
        self, steps: Steps, site: Site, backup: Backup, storage: StorageEntry, request: TakeIn
    ) -> AsyncGenerator[AnyEvent, None]:
        async for event in steps.perform(request):
            yield event
        try:
            copy = as_record(Backup, steps.value()["backup"])
        except Damaged:
            if request.remove:  # to be fetched anew
                await self._home.ask(lambda: _unlink(request))
            raise
        there = backup if backup.locations else None
        steps.result["backup"] = msgspec.to_builtins(one_record(site, Kept(storage, copy, backup.id), there))
        await self._home.ask(lambda: self._remember(site, backup.id))

    def _remember(self, site: Site, backup: str) -> None:
        keeping.note_taken(self._home.database, site.id, [backup])
        try:
            self.spool(site, backup).rmdir()
        except OSError:
            pass  # it was never made, or is not empty

    async def _download(self, steps: Steps, site: Site, backup: Backup, to: str) -> DownloadFromSite:
        return DownloadFromSite(
            **steps.common(),
            access=await accounts.access_to(self._home, site),
            backup=backup.id,
            to=to,
            limit=self._home.settings.download_limit,
        )

    def sweep(self) -> None:
        """What was on its way here and has not moved for a month will not come. Blocks."""
        for folder in (self._home.paths.cache / _INCOMING).glob("*/*"):
            try:
                if time.time() - max(one.stat().st_mtime for one in (folder, *folder.iterdir())) > _ABANDONED_SECONDS:
                    shutil.rmtree(folder)
            except OSError:
                continue  # somebody else was faster, or it is no folder

    def spool(self, site: Site, backup: str) -> Path:
        """Where what is on its way waits; the same for the same backup in every run."""
        return self._home.paths.cache / _INCOMING / site.id / hashlib.sha256(backup.encode()).hexdigest()[:16]

    async def offers(self, site: Site) -> dict[str, Any]:
        from holdfast.app.judging import OFFERS
        from holdfast.state.remembered import recall

        return await self._home.ask(lambda: recall(self._home.database, OFFERS).get(site.id, {}))

    async def _is_costly(self, site: Site) -> bool:
        return (await self.offers(site)).get("download") == "archive"

    async def _can_download(self, site: Site) -> bool:
        offers = await self.offers(site)
        return not offers or "download" in offers.get("verbs", ())

    async def must_download(self, site: Site) -> None:
        """Unsupported before a backup is made that could not be kept."""
        if not await self._can_download(site):
            raise Unsupported(f"The service of {site.name!r} offers no download, so its backups cannot be kept.")


def _unlink(request: TakeIn) -> None:
    for file in request.files:
        Path(file.path).unlink(missing_ok=True)


def _about(site: Site, backup: Backup) -> dict[str, Any]:
    """What the copy remembers of the backup."""
    facts = {name: str(value) for name, value in backup.metadata.items() if isinstance(value, str | int | float) and len(str(value)) <= 200}
    return {
        "kind": backup.type,
        "label": backup.label,
        "made_at": backup.created_at or backup.completed_at or datetime.now(UTC),
        "metadata": dict(list(facts.items())[:20]) | {"system": site.system},
    }


def _expects(backup: Backup) -> tuple[str, ...]:
    return (backup.type,) if backup.type in {"database", "files"} else ("database", "files")
