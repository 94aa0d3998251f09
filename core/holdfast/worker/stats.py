"""How large a repository is, and what compression and deduplication save."""

from __future__ import annotations

from typing import Any

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.stats import stats
from holdfast.jobs.messages import Stats
from holdfast.progress import Progress
from holdfast.worker.opening import open_repository
from holdfast.worker.space import tell_space


def run(request: Stats, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Result: the names of `holdfast.engine.stats.Stats`, with "free_space" (bytes, or null)."""
    repository = open_repository(request, cancelled, progress)
    result: dict[str, Any] = msgspec.to_builtins(stats(repository, progress=progress, cancelled=cancelled))
    tell_space(repository, request, progress)
    return result | {"free_space": repository.storage.free_space()}
