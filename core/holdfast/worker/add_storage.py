"""Create a repository at a place, or adopt the one that is there."""

from __future__ import annotations

from typing import Any

from holdfast.cancellation import Cancellation
from holdfast.errors import AuthRejected, HoldfastError, NotFound
from holdfast.jobs.messages import AddStorage
from holdfast.progress import Progress
from holdfast.repository.repository import Repository
from holdfast.storage.base import Storage
from holdfast.worker.cataloguing import sync
from holdfast.worker.opening import open_place
from holdfast.worker.recovery_kit import make_kit


def run(request: AddStorage, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Result: {"created": bool, "repository_id", "location" (as it is to be kept), "recovery_kit" (HTML), "sites": [names]}."""
    storage = open_place(request.access, cancelled, progress)
    repository, created = _create_or_adopt(storage, request)
    sites: list[str] = []
    if not created:
        snapshots = repository.snapshots(on_damaged=lambda _, error: progress.remark("BACKUP-DAMAGED", error.message))
        sites = sorted({one.our_tags.name for one in snapshots if one.our_tags.name})
    if request.cache:
        _catalogue(repository, request.cache, progress, cancelled)
    return {
        "created": created,
        "repository_id": repository.id,
        "location": storage.location,
        "recovery_kit": make_kit(repository, request.access, with_password=request.password_made),
        "sites": sites,
    }


def _create_or_adopt(storage: Storage, request: AddStorage) -> tuple[Repository, bool]:
    try:
        return _adopt(storage, request), False
    except NotFound as error:
        if error.code != "REPO-NOT-FOUND" or request.must_exist:
            raise
    storage.create()
    return Repository.create(storage, request.access.password), True


def _adopt(storage: Storage, request: AddStorage) -> Repository:
    if request.password_made and storage.exists("config"):
        raise AuthRejected(
            f"There is a repository in {storage.location} already; its password is needed to open it.",
            code="REPO-PASSWORD",
            hint="Give its password (--secret-file, or when asked), or choose another place.",
        )
    return Repository.open(storage, request.access.password)


def _catalogue(repository: Repository, cache: str, progress: Progress, cancelled: Cancellation) -> None:
    """A first look; what fails here is made up for later."""
    try:
        sync(repository, cache, progress=progress, cancelled=cancelled)
    except HoldfastError as error:
        progress.remark("CATALOGUE", f"The list of files in this storage is not complete yet: {error.message}")
