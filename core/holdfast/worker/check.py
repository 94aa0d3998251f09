"""Is everything there and whole? For a storage, or for one backup with every byte it needs."""

from __future__ import annotations

import msgspec

from holdfast.engine.check import ALL, CheckResult, check, parse_read_data
from holdfast.errors import Damaged
from holdfast.jobs.messages import Check, Verify
from holdfast.jobs.performing import Ending
from holdfast.progress import Cancellation, Progress
from holdfast.worker.opening import open_repository


def run(request: Check | Verify, progress: Progress, cancelled: Cancellation) -> Ending:
    """Result: the names of `holdfast.engine.check.CheckResult`, with "good": bool; a check that found damage has failed."""
    if isinstance(request, Verify):
        from holdfast.worker.verify import verify_one

        return verify_one(request, progress, cancelled)
    reading = ALL if request.read_data else parse_read_data(request.sample) if request.sample else None
    result = check(open_repository(request, cancelled), reading, progress=progress, cancelled=cancelled)
    return ending_of(result, request.access.name)


def ending_of(result: CheckResult, storage: str) -> Ending:
    facts = {**msgspec.to_builtins(result), "good": result.is_good}
    if result.is_good:
        return Ending(facts)
    sites = sorted({one.name or one.site for one in result.affected})
    damaged = Damaged(
        f"The check of {storage or 'the storage'} found {len(result.problems)} damaged parts; {len(result.affected)} backups are affected.",
        hint="The others are intact. `holdfast storage repair --dry-run` shows what can be mended.",
        problems=len(result.problems),
        backups=[one.id for one in result.affected],
        sites=sites,
    )
    return Ending(facts, damaged.failure())
