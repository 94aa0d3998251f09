"""From what a request says to an open storage and an open repository."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from holdfast.cancellation import Cancellation
from holdfast.errors import HoldfastError, UsageError
from holdfast.jobs.messages import RepositoryAccess, StorageRequest
from holdfast.progress import SILENT, Progress
from holdfast.storage.base import Storage, StorageAddress
from holdfast.storage.opening import LocalPlace, open_storage, parse_location

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository
    from holdfast.state.catalogue import Catalogue

T = TypeVar("T")
log = logging.getLogger(__name__)


def address_of(access: RepositoryAccess) -> StorageAddress:
    """The storage's address, with the limits (KiB a second) as it wants them (bytes)."""
    limits = {
        name: limit * 1024 for name, limit in (("limit_upload", access.upload_limit), ("limit_download", access.download_limit)) if limit
    }
    remote = not isinstance(parse_location(access.location), LocalPlace)
    return StorageAddress(access.location, {**access.options, **(limits if remote else {})}, access.secrets)


def open_place(access: RepositoryAccess, cancelled: Cancellation, progress: Progress = SILENT) -> Storage:
    """The storage alone."""
    return open_storage(address_of(access), cancelled=cancelled, progress=progress)


def open_repository(request: StorageRequest, cancelled: Cancellation, progress: Progress = SILENT) -> Repository:
    """The open repository of a request, with a cache around a remote storage.

    Errors: as `Repository.open`; UsageError REPO-CHANGED when another repository is there than the one that was added.
    """
    from holdfast.repository.repository import Repository

    access = request.access
    storage = open_place(access, cancelled, progress)
    if request.cache and access.repository_id and storage.traits.remote:
        from holdfast.storage.cache import CacheStorage

        storage = CacheStorage(storage, Path(request.cache) / access.repository_id)
    repository = Repository.open(storage, access.password, key_hint=_key_hint(request))
    if access.repository_id and repository.id != access.repository_id:
        raise UsageError(
            f"{access.location} holds another repository than the one that was added as {access.name!r}.",
            code="REPO-CHANGED",
            hint="Is another disk mounted there? If the repository was made anew, remove the storage and add it again.",
        )
    return repository


def known_snapshots(request: StorageRequest) -> set[str]:
    """The backups that this computer has seen there, by its catalogue: prune compares them with what the storage lists."""
    return _catalogued(request, lambda catalogue: catalogue.snapshot_ids()) or set()


def _key_hint(request: StorageRequest) -> str | None:
    """The key that opened it last: with several, the others need not be tried."""
    return _catalogued(request, lambda catalogue: catalogue.fact("key_id")) or None


def _catalogued(request: StorageRequest, read: Callable[[Catalogue], T]) -> T | None:
    """What the catalogue says; None when there is none that can be read."""
    if not request.cache or not request.access.repository_id:
        return None
    from holdfast.state.catalogue import catalogue_path, open_if_there

    try:
        catalogue = open_if_there(catalogue_path(request.cache, request.access.repository_id))
        if catalogue is None:
            return None
        try:
            return read(catalogue)
        finally:
            catalogue.close()
    except HoldfastError:
        return None
