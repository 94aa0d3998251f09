"""Fetching a backup from a site: a fresh link, the bytes (resumed where an earlier run stopped), and its name only when all of it is there
and the archive was read to its end."""

from __future__ import annotations

import asyncio
import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.fetching import Bandwidth, download
from holdfast.errors import Unsupported
from holdfast.jobs.messages import DownloadFromSite, LinkToBackup, Request
from holdfast.progress import Progress
from holdfast.providers.base import Link
from holdfast.sources.archive_check import EVERYTHING, ArchiveVerdict, Expected, check_archive
from holdfast.sources.archive_rules import Rules
from holdfast.worker.asking_up import ask, sharing

_RULES = Rules(portable=False)
"""A site on Linux may have names that other systems would take for one; here nothing is unpacked."""
_LEFT_OUT = {
    "no-database": "There is no database in this backup.",
    "database-cut": "The database dump in this backup ends in its middle.",
    "no-wp-config": "There is no wp-config.php in this backup.",
    "links-left-out": "The archive holds links that lead out of it; they are not to be unpacked.",
}


def run(request: DownloadFromSite, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Result: {"path", "size", "sha256", "resumed_from"}. The bytes move here; for links the site is asked where the account's budget is
    (see `holdfast.worker.asking_up`)."""
    with sharing() as among:
        return asyncio.run(_download(request, _Share(request.limit * 1024, among), progress, cancelled))


class _Share(Bandwidth):
    """This download's part of a limit that is for all of them."""

    def __init__(self, rate: int, among: Callable[[], int]) -> None:
        super().__init__(rate)
        self._whole = rate
        self._among = among

    async def take(self, size: int) -> None:
        self._rate = self._whole // self._among()
        await super().take(size)


async def _download(request: DownloadFromSite, bandwidth: Bandwidth, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    links = _Links(request, progress, cancelled)
    folder, name = _target(request)

    def check(path: Path) -> ArchiveVerdict:
        try:
            return check_archive(path, expects=_expected(links.kind), rules=_RULES, progress=progress, cancelled=cancelled)
        except Unsupported as error:  # encrypted, or of a form we do not know: it is the user's all the same
            return ArchiveVerdict("warning", error.message, (f"not-checked: {error.message}",))

    await links.ask()  # first of all: a site that says no leaves nothing behind
    folder.mkdir(parents=True, exist_ok=True)
    done = await download(
        links.next,
        folder,
        name,
        base=request.access.url,
        identity=f"{request.site} {request.backup}",
        sign=lambda _: links.headers,
        check=check,
        bandwidth=bandwidth,
        ca_file=request.access.ca_file,
        progress=progress,
        cancelled=cancelled,
    )
    for code in done.verdict.warnings if done.verdict is not None else ():
        progress.remark(code.partition(":")[0].upper(), _LEFT_OUT.get(code, code))
    digest = await asyncio.to_thread(_digest, done.path)
    return {"path": os.fspath(done.path), "size": done.size, "sha256": digest, "resumed_from": done.resumed_from}


class _Links:
    """The links to one backup, one after the other."""

    def __init__(self, request: DownloadFromSite, progress: Progress, cancelled: Cancellation) -> None:
        words = {name: getattr(request, name) for name in Request.__struct_fields__}
        self._request = LinkToBackup(**words, access=request.access, backup=request.backup)
        self._progress = progress
        self._cancelled = cancelled
        self._unused: Link | None = None
        self.headers: dict[str, str] = {}
        """For a link that is a route of the site itself."""
        self.kind = "full"

    async def next(self) -> Link:
        """One that was not used yet."""
        if self._unused is None:
            await self.ask()
        link, self._unused = self._unused, None
        assert link is not None  # noqa: S101 - just asked for
        return link

    async def ask(self) -> None:
        told = await asyncio.to_thread(ask, self._request, self._progress, self._cancelled)
        self._unused = msgspec.convert(told["link"], Link)
        self.headers = told["headers"]
        self.kind = str(told["backup"].get("type") or "full")


def _expected(kind: str) -> frozenset[Expected]:
    """What should be in it, by the backup's type."""
    if kind in {"database", "files"}:
        only: Expected = "database" if kind == "database" else "files"
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
