"""Forget: which backups of which site go by a retention policy, shown as a plan first, then done under an exclusive lock.

Backups are grouped by their site, and within it by what they cover: a backup of the database alone must not push out one of the
whole site. Backups of other programs are grouped as restic does, by host and paths. A backup tagged ``keep`` stays. A partial one
(an interrupted run) does not count; it stays only while there is no complete one after it. Forgetting frees no space: prune does.

When a run looks like a mistake, the group is stopped and waits for a person: the newest backup holds less than half of the files of
an earlier one (an empty mount, a wiped folder), or more than half of many backups would go at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.errors import Busy, UsageError
from holdfast.progress import SILENT, Progress, Totals
from holdfast.records import RetentionPolicy
from holdfast.repository.repository import Repository
from holdfast.repository.snapshots import Snapshot
from holdfast.repository.tags import KEEP
from holdfast.retention import apply_policy, policy_text

MANY = 10
"""From so many removals of one group on, more than half of it is implausible."""
COVERS = {"database": "database", "files": "files"}
"""What a backup type covers; all others cover the whole site."""


class PlannedBackup(msgspec.Struct, frozen=True):
    """One backup in a plan. `reasons` say why it stays, or why it goes when that is not simply the policy."""

    id: str
    time: str
    type: str = ""
    label: str = ""
    reasons: tuple[str, ...] = ()


class ForgetGroup(msgspec.Struct, frozen=True):
    """What happens to the backups of one site (or host and paths). Newest first."""

    site: str
    name: str
    covers: str
    keep: tuple[PlannedBackup, ...]
    remove: tuple[PlannedBackup, ...]
    stop: str = ""
    """Why a person must confirm this group first: ``SHRUNK``, ``MANY``, or empty."""


class ForgetPlan(msgspec.Struct, frozen=True):
    """What `forget` would do. Shown, then handed back."""

    repository: str
    policy: str
    groups: tuple[ForgetGroup, ...]

    @property
    def removals(self) -> int:
        return sum(len(group.remove) for group in self.groups)

    @property
    def stops(self) -> tuple[ForgetGroup, ...]:
        return tuple(group for group in self.groups if group.stop)


class ForgetResult(msgspec.Struct, frozen=True):
    """What was done. `stopped`: names of sites whose backups were left alone because nobody confirmed."""

    removed: tuple[str, ...]
    stopped: tuple[str, ...] = ()


def plan_forget(
    repository: Repository,
    policy: RetentionPolicy,
    *,
    site: str | None = None,
    now: datetime | None = None,
    trusted_before: datetime | None = None,
    trusted: Mapping[str, datetime] = {},
    progress: Progress = SILENT,
) -> ForgetPlan:
    """What `policy` says about all backups, or those of the site with this id. An empty policy keeps everything.

    `trusted_before`: a person confirmed at this time that the site has become smaller, so backups before the one that was
    the newest then are not compared with. `trusted`: the same by site id.
    Raises UsageError (code ``FORGET-ALL``) when the policy would keep nothing of a group.
    """
    snapshots = repository.snapshots(on_damaged=lambda _, error: progress.remark("BACKUP-UNREADABLE", error.message))
    groups = []
    for (group_site, covers), members in sorted(_grouped(snapshots).items()):
        if site is None or site == group_site:
            groups.append(_plan_group(group_site, covers, members, policy, now, trusted.get(group_site, trusted_before)))
    return ForgetPlan(repository.id, policy_text(policy), tuple(groups))


def plan_removal(repository: Repository, ids: Iterable[str]) -> ForgetPlan:
    """A plan that removes exactly these backups (ids or their beginnings). Raises NotFound, and UsageError for one that is kept."""
    chosen = {snapshot.id: snapshot for snapshot in map(repository.snapshot, ids)}
    for snapshot in chosen.values():
        if snapshot.our_tags.keep:
            hint = "Take the mark away first (unkeep)."
            raise UsageError(f"The backup {snapshot.id[:8]} is marked to be kept.", code="BACKUP-KEPT", hint=hint)
    groups = [
        ForgetGroup(site, _name(members), covers, (), tuple(_planned(s, ("chosen",)) for s in members))
        for (site, covers), members in sorted(_grouped(chosen.values()).items())
    ]
    return ForgetPlan(repository.id, "", tuple(groups))


def forget(
    repository: Repository,
    plan: ForgetPlan,
    *,
    confirmed: bool = False,
    progress: Progress = SILENT,
    cancelled: Cancellation | None = None,
) -> ForgetResult:
    """Remove what `plan` removes, under an exclusive lock. Groups with a stop are left alone unless `confirmed`.

    Raises Busy when the repository is in use, or (code ``PLAN-CHANGED``) when a backup that the plan keeps has gone meanwhile.
    """
    _require_same(repository, plan.repository)
    chosen = [group for group in plan.groups if confirmed or not group.stop]
    stopped = tuple(group.name or group.site for group in plan.groups if group.stop and group.remove and not confirmed)
    doomed = [backup.id for group in chosen for backup in group.remove]
    if not doomed:
        return ForgetResult((), stopped)
    with repository.lock(exclusive=True, progress=progress, cancelled=cancelled) as lock:
        present = set(repository.file_ids("snapshots"))
        if not present.issuperset(backup.id for group in chosen for backup in group.keep):
            hint = "Look at the new plan, then confirm it."
            raise Busy("Backups that the plan keeps are gone meanwhile.", code="PLAN-CHANGED", hint=hint)
        removed = []
        for done, snapshot_id in enumerate(doomed):
            if cancelled is not None:
                cancelled.check()
            progress.totals(Totals("delete", files_done=done, files_total=len(doomed), current=snapshot_id[:8]))
            if snapshot_id in present:
                lock.check()
                repository.remove_snapshot(snapshot_id)
                removed.append(snapshot_id)
    return ForgetResult(tuple(removed), stopped)


def _require_same(repository: Repository, planned_for: str) -> None:
    if repository.id != planned_for:
        raise UsageError("The plan was made for another repository.", code="PLAN-CHANGED")


def _grouped(snapshots: Iterable[Snapshot]) -> dict[tuple[str, str], list[Snapshot]]:
    """By site and what they cover; newest first. Backups without a site: by host and paths."""
    groups: dict[tuple[str, str], list[Snapshot]] = {}
    for snapshot in sorted(snapshots, key=lambda s: (s.time_ns, s.id), reverse=True):
        tags = snapshot.our_tags
        if tags.site:
            key = (tags.site, COVERS.get(tags.type, "everything"))
        else:
            key = (f"{snapshot.hostname}:{':'.join(sorted(snapshot.paths or ()))}", "everything")
        groups.setdefault(key, []).append(snapshot)
    return groups


def _plan_group(
    site: str, covers: str, members: Sequence[Snapshot], policy: RetentionPolicy, now: datetime | None, trusted_before: datetime | None
) -> ForgetGroup:
    complete = [s for s in members if not s.our_tags.partial]
    if not policy.is_empty():
        policy = msgspec.structs.replace(policy, tags=tuple(dict.fromkeys((*policy.tags, KEEP))))
    decision = apply_policy(complete, policy, now)
    keep = {kept.snapshot.id: kept.reasons for kept in decision.keep}
    remove: dict[str, tuple[str, ...]] = {s.id: () for s in decision.remove}
    newest = complete[0].time_ns if complete else 0
    for partial in (s for s in members if s.our_tags.partial):
        if policy.is_empty() or partial.our_tags.keep or partial.time_ns > newest:
            keep[partial.id] = ("partial, the next backup goes on from it",)
        else:
            remove[partial.id] = ("partial, a complete one followed",)
    return ForgetGroup(
        site=site,
        name=_name(members),
        covers=covers,
        keep=tuple(_planned(s, keep[s.id]) for s in members if s.id in keep),
        remove=tuple(_planned(s, remove[s.id]) for s in members if s.id in remove),
        stop=_stop(complete, len(decision.remove), trusted_before),
    )


def _stop(complete: Sequence[Snapshot], removals: int, trusted_before: datetime | None) -> str:
    """Whether removing so many of these backups looks like a mistake."""
    if not removals:
        return ""
    files = [s.summary.total_files_processed for s in _compared(complete, trusted_before) if s.summary]
    if files and complete[0].summary and complete[0].summary.total_files_processed * 2 < max(files):
        return "SHRUNK"
    return "MANY" if removals >= MANY and removals * 2 > len(complete) else ""


def _compared(complete: Sequence[Snapshot], trusted_before: datetime | None) -> Sequence[Snapshot]:
    """Newest first, as given: what was made since a person looked, and the one that was the newest then; without that all."""
    if trusted_before is None:
        return complete
    newer = [one for one in complete if one.when > trusted_before]
    return complete[: len(newer) + 1]


def _planned(snapshot: Snapshot, reasons: tuple[str, ...]) -> PlannedBackup:
    tags = snapshot.our_tags
    return PlannedBackup(snapshot.id, snapshot.time, tags.type, tags.label, reasons)


def _name(members: Sequence[Snapshot]) -> str:
    """The name that people know the group by: the newest backup's."""
    return members[0].our_tags.name or ", ".join(members[0].paths or ())
