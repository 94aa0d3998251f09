"""Where a backup can be fetched from: asked by a worker that moves bytes, answered where the account's budget is."""

from __future__ import annotations

from typing import Any

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.errors import Busy, Unsupported
from holdfast.jobs.messages import LinkToBackup
from holdfast.progress import Progress, Totals
from holdfast.providers.base import Link, Provider
from holdfast.worker.network import Voice, credential_of, must, opened, perform, record_of

_LONGEST_WAIT = 60.0


def run(request: LinkToBackup, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Result: {"link": Link, "headers": what the link is to be asked with, "backup": Backup}. A secret."""
    voice = Voice(request, progress)
    return perform(lambda: link(request, voice), cancelled)


async def link(request: LinkToBackup, voice: Voice) -> dict[str, Any]:
    async with opened(request.access, voice) as provider:
        capabilities = await provider.capabilities()
        must(capabilities, "download", "download")
        if capabilities.download == "bucket":
            raise Unsupported(
                "This site's backups lie in your own S3 bucket; they are fetched from there.",
                hint="`holdfast site storages` names bucket and path.",
                code="IN-BUCKET",
            )
        backup = await provider.details(request.backup)
        found = await _found(provider, request, voice)
        voice.gave_link(found.url, request.backup)
        headers = (voice.latest or credential_of(request.access.sign_in)).headers() if found.signed_in else {}
        return {"link": msgspec.to_builtins(found), "headers": headers, "backup": record_of(backup, request)}


async def _found(provider: Provider, request: LinkToBackup, voice: Voice) -> Link:
    """Waits for systems that make an archive first."""
    asked = 0
    while True:
        asked += 1
        try:
            return await provider.link(request.backup)
        except Busy as error:
            if error.code != "ARCHIVE-PENDING":
                raise
            voice.totals(Totals("archive", current=error.message))
            told = min(max(float(error.details.get("retry_after") or 10.0), 1.0), _LONGEST_WAIT)
            await voice.clock.sleep((5.0 if asked == 1 else told) * voice.pace)
