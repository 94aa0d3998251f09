"""Fetching a backup from a site: a fresh link, the bytes into ``.part``, and its name only when all of it is there."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from holdfast.cancellation import Cancellation
from holdfast.errors import Busy, Damaged, HoldfastError, NoSpace, RemoteError, Unsupported
from holdfast.jobs.messages import DownloadFromSite
from holdfast.progress import Progress, Totals
from holdfast.providers.base import Link, Provider
from holdfast.providers.http import check_link
from holdfast.providers.http.transport import failure_of, foreign, open_client
from holdfast.worker.network import Voice, credential_of, host_of, must, opened, perform

_PIECE = 1 << 20
_TRIES = 3
_KEPT_FREE = 64 << 20


def run(request: DownloadFromSite, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Result: {"path", "size", "sha256"}."""
    voice = Voice(request, progress)
    return perform(lambda: _download(request, voice), cancelled)


async def _download(request: DownloadFromSite, voice: Voice) -> dict[str, Any]:
    async with opened(request.access, voice) as provider:
        capabilities = await provider.capabilities()
        must(capabilities, "download", "download")
        if capabilities.download == "bucket":
            raise Unsupported(
                "This site's backups lie in your own S3 bucket; they cannot be fetched from there yet.",
                hint="Fetch it with the tool of your storage; `holdfast site storages` names bucket and path.",
            )
        for attempt in range(1, _TRIES + 1):
            link = await _link(provider, request.backup, voice)
            try:
                return await _fetched(request, link, voice)
            except HoldfastError as error:
                # a link lives for an hour or less: a refused one is asked for anew
                expired = error.details.get("http") in {403, 404, 410} or error.retryable
                if attempt == _TRIES or not expired:
                    raise
                await voice.clock.sleep(2.0 * attempt)
    raise AssertionError("unreachable")


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


async def _fetched(request: DownloadFromSite, link: Link, voice: Voice) -> dict[str, Any]:
    address = check_link(link.url, request.access.url)
    target = _target(request, link)
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    headers = credential_of(request.access.sign_in).headers() if link.signed_in else {}
    client = open_client(ca_file=request.access.ca_file, keep_alive=False, read_seconds=60.0)
    digest, size = hashlib.sha256(), 0
    try:
        async with client, client.stream(link.method, address, headers={**headers, "Accept-Encoding": "identity"}) as response:
            if response.status_code != 200:
                raise RemoteError(
                    f"The download was refused with status {response.status_code}.",
                    code="DOWNLOAD-REFUSED",
                    hint="Try again; a new link is asked for each time.",
                    http=response.status_code,
                )
            told = response.headers.get("content-length", "")
            total = int(told) if told.isdigit() else link.size
            _must_fit(target.parent, total)
            with _open_part(part) as file:
                async for piece in response.aiter_raw(_PIECE):
                    file.write(piece)
                    digest.update(piece)
                    size += len(piece)
                    voice.totals(Totals("transfer", bytes_done=size, bytes_total=total))
                file.flush()
                os.fsync(file.fileno())
    except foreign() as error:
        raise failure_of(error, host_of(address)) from None
    if told.isdigit() and size != int(told):
        raise Damaged(f"Only {size:,} of {int(told):,} bytes arrived.", code="DOWNLOAD-SHORT", retryable=True)
    os.replace(part, target)
    return {"path": os.fspath(target), "size": size, "sha256": digest.hexdigest()}


def _open_part(path: Path) -> BinaryIO:
    return os.fdopen(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb")


def _target(request: DownloadFromSite, link: Link) -> Path:
    to = Path(request.to)
    if not (request.to.endswith(os.sep) or to.is_dir()):
        return to
    return free_name(to / safe_name(link.name or f"{request.backup}.zip"), Path.exists)


def safe_name(said: str) -> str:
    """A file name from a server's word: no folder, no dot at its beginning, nothing that a shell or Windows would read otherwise."""
    name = re.sub(r"[^\w.-]+", "_", re.split(r"[/\\]", said)[-1], flags=re.ASCII).lstrip(".-")[:150]
    return name or "backup.zip"


def free_name(wanted: Path, taken: Callable[[Path], bool]) -> Path:
    """`wanted`, or the same with a number where that is taken: a download never overwrites."""
    number, found = 1, wanted
    while taken(found):
        number += 1
        found = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
    return found


def _must_fit(folder: Path, size: int | None) -> None:
    free = shutil.disk_usage(folder).free
    if size is not None and size + _KEPT_FREE > free:
        raise NoSpace(f"{folder} has {free:,} bytes free; the backup has {size:,}.", code="SPACE-LOCAL", hint="Choose another folder.")
