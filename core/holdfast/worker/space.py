"""How much room a storage has left, told to the parent once a job has changed that. Never trouble of the job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from holdfast.jobs.messages import SpaceLeft, StorageRequest
from holdfast.progress import Progress

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository


def tell_space(repository: Repository, request: StorageRequest, progress: Progress) -> None:
    """Where the place cannot say (a bucket) nothing is told."""
    free, total = repository.storage.free_space(), repository.storage.total_space()
    if free is not None and total:
        progress.tell(SpaceLeft(job=request.job, site=request.site, repository_id=repository.id, free=free, total=total))
