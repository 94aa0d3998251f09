"""Thin backups out by a policy, or remove chosen ones. A plan first, then exactly that plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.forget import forget, plan_forget, plan_removal
from holdfast.jobs.messages import Delete, Forget
from holdfast.progress import Progress
from holdfast.retention import parse_policy
from holdfast.worker.cataloguing import note_removed
from holdfast.worker.opening import known_snapshots, open_repository
from holdfast.worker.prune import prune_now
from holdfast.worker.space import tell_space

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository


def run(request: Forget | Delete, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Result: {"plan": {policy, groups: [{site, name, covers, keep: […], remove: […], stop}]}, "removed": [ids], "stopped": [sites]},
    with `prune` also "prune". A dry run stops at the plan."""
    if isinstance(request, Delete):
        return _delete(request, progress, cancelled)
    policy = request.rules if request.rules is not None else parse_policy(request.policy)
    repository = open_repository(request, cancelled, progress)
    plan = plan_forget(
        repository,
        policy,
        site=request.site_id or None,
        trusted_before=request.trusted_before,
        trusted=request.trusted,
        progress=progress,
    )
    result: dict[str, Any] = {"plan": msgspec.to_builtins(plan), "removed": [], "stopped": []}
    if request.dry_run:
        return result
    done = forget(repository, plan, confirmed=request.confirmed, progress=progress, cancelled=cancelled)
    for name in done.stopped:
        progress.remark("FORGET-STOPPED", f"The backups of {name} were left alone: look at the plan, then confirm it.", site=name)
    note_removed(repository, request.cache, done.removed)
    result |= {"removed": list(done.removed), "stopped": list(done.stopped)}
    if request.prune:
        result["prune"] = prune_now(repository, progress, cancelled, known=known_snapshots(request))
        tell_space(repository, request, progress)
    return result


def _delete(request: Delete, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    repository = open_repository(request, cancelled, progress)
    ids = list(request.backups) or _of_site(repository, request.site_id)
    done = forget(repository, plan_removal(repository, ids), confirmed=True, progress=progress, cancelled=cancelled)
    note_removed(repository, request.cache, done.removed)
    return {"removed": list(done.removed)}


def _of_site(repository: Repository, site_id: str) -> list[str]:
    return [one.id for one in repository.snapshots(on_damaged=lambda *_: None) if site_id and one.our_tags.site == site_id]
