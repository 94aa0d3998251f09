"""The recovery kit: a printable page that tells how to get everything back with restic alone."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from holdfast.cancellation import Cancellation
from holdfast.engine.recovery_kit import as_html, recovery_kit
from holdfast.jobs.messages import RecoveryKit, RepositoryAccess
from holdfast.progress import Progress
from holdfast.worker.opening import open_repository

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository


def run(request: RecoveryKit, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Result: {"html"}. It holds the password when that was asked for: it goes down the pipe and into no file of ours."""
    repository = open_repository(request, cancelled, progress)
    return {"html": make_kit(repository, request.access, with_password=request.with_password)}


def make_kit(repository: Repository, access: RepositoryAccess, *, with_password: bool) -> str:
    kit = recovery_kit(
        repository,
        access.name,
        datetime.now(UTC),
        location=repository.storage.location,
        region=str(access.options.get("region") or ""),
        passphrase=access.password if with_password else None,
    )
    return as_html(kit)
