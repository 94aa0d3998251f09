"""Is everything there and whole? For a storage, or for one backup with every byte it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.errors import Damaged
from holdfast.jobs.messages import Check, Verify
from holdfast.jobs.performing import Ending
from holdfast.progress import Progress
from holdfast.worker.opening import open_repository
from holdfast.worker.texts import shown

if TYPE_CHECKING:
    from holdfast.engine.check import CheckResult


def run(request: Check | Verify, progress: Progress, cancelled: Cancellation) -> Ending:
    """A check's result: the names of `holdfast.engine.check.CheckResult`. A verification's: {"snapshot", "files", "blobs", "bytes",
    "damaged": [{path, reason, message}…]}. Both with "good"; where damage was found, the job has failed."""
    return _verify(request, progress, cancelled) if isinstance(request, Verify) else _check(request, progress, cancelled)


def _check(request: Check, progress: Progress, cancelled: Cancellation) -> Ending:
    from holdfast.engine.check import ALL, check, parse_read_data

    reading = ALL if request.read_data else parse_read_data(request.sample) if request.sample else None
    result = check(open_repository(request, cancelled, progress), reading, progress=progress, cancelled=cancelled)
    facts = {**msgspec.to_builtins(result), "good": result.is_good}
    return Ending(facts, None if result.is_good else _damage(result, request.access.name).failure())


def _damage(result: CheckResult, storage: str) -> Damaged:
    return Damaged(
        f"The check of {storage or 'the storage'} found {len(result.problems)} damaged parts; {len(result.affected)} backups are affected.",
        hint="The others are intact. `holdfast storage repair --dry-run` shows what can be mended.",
        problems=len(result.problems),
        backups=[one.id for one in result.affected],
        sites=sorted({one.name or one.site for one in result.affected}),
    )


def _verify(request: Verify, progress: Progress, cancelled: Cancellation) -> Ending:
    from holdfast.engine.verify import verify

    repository = open_repository(request, cancelled, progress)
    result = verify(repository, repository.snapshot(request.backup), progress, cancelled)
    damaged = [{"path": shown(one.path), "reason": one.reason, "message": one.message} for one in result.damaged]
    facts: dict[str, Any] = {**msgspec.to_builtins(msgspec.structs.replace(result, damaged=())), "damaged": damaged, "good": result.good}
    if result.good:
        return Ending(facts)
    failure = Damaged(
        f"{len(damaged)} files of the backup {result.snapshot[:8]} cannot be restored as they were.",
        hint="The rest of it is whole. Other backups may have these files; `holdfast storage check --read-data` looks at all of them.",
        files=[one["path"] for one in damaged[:100]],
    )
    return Ending(facts, failure.failure())
