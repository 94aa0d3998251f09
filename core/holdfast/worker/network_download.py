"""Fetching a backup from a site: a fresh link, the bytes (resumed where an earlier run stopped), and its name only when all of it is there
and the archive was read to its end."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

from holdfast.cancellation import Cancellation
from holdfast.engine.fetching import Bandwidth, download
from holdfast.errors import Busy, Unsupported
from holdfast.jobs.messages import DownloadFromSite
from holdfast.progress import Progress, Totals
from holdfast.providers.base import Link, Provider, RemoteBackup
from holdfast.sources.archive_check import EVERYTHING, ArchiveVerdict, Expected, check_archive
from holdfast.worker.network import Voice, credential_of, must, opened, perform

_LEFT_OUT = {
    "no-database": "There is no database in this backup.",
    "database-cut": "The database dump in this backup ends in its middle.",
    "no-wp-config": "There is no wp-config.php in this backup.",
    "links-left-out": "The archive holds links that lead out of it; they are not to be unpacked.",
}


def run(request: DownloadFromSite, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Result: {"path", "size", "sha256", "resumed_from"}."""
    voice = Voice(request, progress)
    return perform(lambda: _download(request, voice, cancelled), cancelled)


async def _download(request: DownloadFromSite, voice: Voice, cancelled: Cancellation) -> dict[str, Any]:
    async with opened(request.access, voice) as provider:
        capabilities = await provider.capabilities()
        must(capabilities, "download", "download")
        if capabilities.download == "bucket":
            raise Unsupported(
                "This site's backups lie in your own S3 bucket; they cannot be fetched from there yet.",
                hint="Fetch it with the tool of your storage; `holdfast site storages` names bucket and path.",
            )
        backup = await provider.details(request.backup)
        folder, name = _target(request)
        folder.mkdir(parents=True, exist_ok=True)

        def check(path: Path) -> ArchiveVerdict:
            try:
                return check_archive(path, expects=_expected(backup), progress=voice.progress, cancelled=cancelled)
            except Unsupported as error:  # encrypted, or of a form we do not know: it is the user's all the same
                return ArchiveVerdict("warning", error.message, (f"not-checked: {error.message}",))

        done = await download(
            lambda: _link(provider, request.backup, voice),
            folder,
            name,
            base=request.access.url,
            identity=f"{request.site} {request.backup}",
            sign=lambda _: credential_of(request.access.sign_in).headers(),
            check=check,
            bandwidth=Bandwidth(request.limit * 1024),
            ca_file=request.access.ca_file,
            progress=voice.progress,
            cancelled=cancelled,
        )
    for code in done.verdict.warnings if done.verdict is not None else ():
        voice.remark(code.partition(":")[0].upper(), _LEFT_OUT.get(code, code))
    return {"path": os.fspath(done.path), "size": done.size, "sha256": _digest(done.path), "resumed_from": done.resumed_from}


def _expected(backup: RemoteBackup) -> frozenset[Expected]:
    """What should be in it, by its type."""
    if backup.type in {"database", "files"}:
        only: Expected = "database" if backup.type == "database" else "files"
        return frozenset({only})
    return EVERYTHING


def _target(request: DownloadFromSite) -> tuple[Path, str]:
    to = Path(request.to)
    if request.to.endswith(os.sep) or to.is_dir():
        return to, f"{request.backup}.zip"
    return to.parent, to.name


def _digest(path: Path) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


async def _link(provider: Provider, backup: str, voice: Voice) -> Link:
    """Waits for systems that make an archive first."""
    asked = 0
    while True:
        asked += 1
        try:
            return await provider.link(backup)
        except Busy as error:
            if error.code != "ARCHIVE-PENDING":
                raise
            voice.totals(Totals("archive", current=error.message))
            await voice.clock.sleep(5.0 if asked == 1 else min(max(float(error.details.get("retry_after") or 10.0), 1.0), 60.0))
