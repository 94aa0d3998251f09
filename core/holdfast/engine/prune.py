"""Prune: frees the space of what no backup uses any more. A plan first (`plan_prune`), then exactly that plan (`prune`).

The order keeps the repository whole wherever it stops: new packs, then a new index, then the old index files go, then the old packs;
all of it under an exclusive lock. It refuses when anything cannot be read that could say what is needed: a snapshot, an index file, a
tree; when the storage lists fewer packs than the index knows; or when a needed pack has the wrong size.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.check_blobs import BlobReader
from holdfast.engine.check_walk import TreeWalk
from holdfast.engine.prune_index import delete_old_index, list_packs, load_table, write_index
from holdfast.engine.prune_rules import PackUse, PruneOptions, Verdicts, decide, pack_uses, used_rows
from holdfast.engine.prune_table import BlobTable
from holdfast.errors import Busy, Damaged, HoldfastError, UsageError
from holdfast.progress import SILENT, Progress, Totals
from holdfast.repository.locks import Lock
from holdfast.repository.pack_writer import PackWriter
from holdfast.repository.packs import BlobInPack, PackContents, SealedBlob, pack_name
from holdfast.repository.repository import Repository

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["PruneOptions", "PrunePlan", "PruneResult", "plan_prune", "prune"]

DEFAULTS = PruneOptions()


class PrunePlan(msgspec.Struct, frozen=True):
    """What `prune` would do. Pack ids are sorted; sizes are bytes as stored."""

    repository: str
    options: PruneOptions
    snapshots: int
    unindexed: tuple[str, ...]
    """Packs that no index knows: left behind by something that was interrupted."""
    remove: tuple[str, ...]
    """Packs of which nothing is used."""
    repack: tuple[str, ...]
    """Packs whose used blobs move into new packs."""
    keep: int
    """How many packs stay as they are."""
    bytes_before: int
    bytes_freed: int
    """How much smaller the repository's packs will be, about: the headers of new packs are not known yet."""
    bytes_repacked: int
    """How much must be read to rewrite packs; the used part of it is written again."""
    unused_after: int
    """Unused bytes that stay, because rewriting for them costs more than it frees."""
    duplicates: int
    """Bytes of second copies of used blobs, now."""
    alarm: str = ""
    """Why a person must confirm it first: ``NO-BACKUPS`` when there are packs and not one backup; or empty."""

    @property
    def is_empty(self) -> bool:
        return not (self.unindexed or self.remove or self.repack)


class PruneResult(msgspec.Struct, frozen=True):
    """What was done, by which plan."""

    plan: PrunePlan
    packs_deleted: int
    packs_written: int
    bytes_deleted: int
    bytes_written: int

    @property
    def bytes_freed(self) -> int:
        return self.bytes_deleted - self.bytes_written


class _State(msgspec.Struct):
    """What a plan was made from."""

    table: BlobTable
    index_files: dict[str, list[str]]
    """The packs that each index file lists."""
    listed: dict[str, int]
    """The packs in the storage and their sizes."""
    used_row: Any
    """Per row of the table: this copy of its blob counts (a numpy array of bool)."""


def plan_prune(
    repository: Repository,
    options: PruneOptions = DEFAULTS,
    *,
    known_snapshots: Iterable[str] = (),
    progress: Progress = SILENT,
    cancelled: Cancellation | None = None,
) -> PrunePlan:
    """What could be freed. Changes nothing and takes no lock, so another program's work may make the plan out of date.

    `known_snapshots`: ids that the caller has seen and did not forget; when the storage has one of them and does not list it, its
    listings cannot be trusted. Raises Damaged when it cannot be told for sure what is needed.
    """
    return _plan(repository, options, known_snapshots, progress, cancelled)[0]


def prune(
    repository: Repository,
    plan: PrunePlan | None = None,
    *,
    options: PruneOptions = DEFAULTS,
    known_snapshots: Iterable[str] = (),
    confirmed: bool = False,
    progress: Progress = SILENT,
    cancelled: Cancellation | None = None,
) -> PruneResult:
    """Do `plan`, or without one what `plan_prune(repository, options)` says under the lock.

    A plan is made anew under the lock. Raises Busy (code ``PLAN-CHANGED``) when it is not the same any more, Busy when the repository is
    in use, UsageError (code ``PRUNE-UNCONFIRMED``) when the plan has an alarm and it is not `confirmed`, Damaged as `plan_prune` does.
    """
    if plan is not None and plan.repository != repository.id:
        raise UsageError("The plan was made for another repository.", code="PLAN-CHANGED")
    with repository.lock(exclusive=True, progress=progress, cancelled=cancelled) as lock:
        fresh, state = _plan(repository, plan.options if plan else options, known_snapshots, progress, cancelled)
        if plan is not None and plan != fresh:
            hint = "Look at the new plan, then confirm it."
            raise Busy("The repository has changed since the plan was made.", code="PLAN-CHANGED", hint=hint)
        if fresh.alarm and not confirmed:
            raise UsageError(
                "There is not one backup in this repository, so all of its data would be deleted.",
                code="PRUNE-UNCONFIRMED",
                hint="If that is meant, confirm it. If backups should be there, check the storage first.",
            )
        return _Pruning(repository, lock, state, progress, cancelled or Cancellation()).do(fresh)


def _plan(
    repository: Repository, options: PruneOptions, known: Iterable[str], progress: Progress, cancelled: Cancellation | None
) -> tuple[PrunePlan, _State]:
    import numpy as np

    try:
        snapshots = repository.snapshots()
        _require_listed(repository, {snapshot.id for snapshot in snapshots}, known)
        table, files = load_table(repository, cancelled=cancelled)
    except Damaged as error:
        raise _refusal(f"{error.message}") from error
    listed = list_packs(repository)
    walk = TreeWalk(repository, table).run((s.tree_id for s in snapshots), progress=progress, cancelled=cancelled)
    _require_sound(table, walk, listed)
    used_row = used_rows(table, walk.used)
    uses = pack_uses(table, used_row)
    _require_sizes(uses, listed)
    verdicts = decide(uses, listed, options)
    copies: NDArray[Any] = walk.used[table.blob] & ~used_row
    duplicates = int(np.sum(table.length[copies], dtype=np.int64))
    plan = _figures(repository, options, len(snapshots), uses, listed, verdicts, duplicates)
    return plan, _State(table, files, listed, used_row)


def _figures(
    repository: Repository,
    options: PruneOptions,
    snapshots: int,
    uses: list[PackUse],
    listed: Mapping[str, int],
    verdicts: Verdicts,
    duplicates: int,
) -> PrunePlan:
    use = {u.id: u for u in uses}
    gone = sum(listed[pack] for pack in (*verdicts.unindexed, *verdicts.remove))
    return PrunePlan(
        repository=repository.id,
        options=options,
        snapshots=snapshots,
        unindexed=verdicts.unindexed,
        remove=verdicts.remove,
        repack=verdicts.repack,
        keep=len(verdicts.keep),
        bytes_before=sum(listed.values()),
        bytes_freed=gone + sum(use[pack].unused for pack in verdicts.repack),
        bytes_repacked=sum(use[pack].size for pack in verdicts.repack),
        unused_after=sum(use[pack].unused for pack in verdicts.keep),
        duplicates=duplicates,
        alarm="NO-BACKUPS" if listed and not snapshots else "",
    )


def _require_listed(repository: Repository, listed: set[str], known: Iterable[str]) -> None:
    for snapshot_id in known:
        if snapshot_id not in listed and repository.storage.exists(f"snapshots/{snapshot_id}"):
            raise _refusal(f"The storage holds the backup {snapshot_id[:8]} but does not list it, so its listings cannot be trusted")


def _require_sound(table: BlobTable, walk: TreeWalk, listed: Mapping[str, int]) -> None:
    """Refuse unless every tree was read, every blob is in the index and every pack of the index is listed."""
    if table.conflicts:
        raise _refusal(f"Index files contradict each other about {len(table.conflicts)} packs")
    if walk.missing:
        raise _refusal(f"{len(walk.missing)} pieces that backups need are missing")
    if walk.unreadable:
        raise _refusal(f"{len(walk.unreadable)} folders of backups cannot be read")
    absent = [pack for pack in table.packs if pack not in listed]
    if absent:
        raise _refusal(f"The storage lists {len(absent)} packs fewer than the index knows (the first is {absent[0][:12]})")


def _require_sizes(uses: list[PackUse], listed: Mapping[str, int]) -> None:
    for use in uses:
        if use.used_blobs and use.size != listed[use.id]:
            raise _refusal(f"The pack {use.id[:12]} is needed and has {listed[use.id]:,} bytes instead of {use.size:,}")


def _refusal(why: str) -> Damaged:
    return Damaged(
        f"{why.rstrip('.')}. Nothing was deleted.",
        code="PRUNE-REFUSED",
        hint="`holdfast storage check` says what is affected, `holdfast storage repair` mends the index and what can be saved.",
    )


class _Pruning:
    """One run, its lock held."""

    def __init__(self, repository: Repository, lock: Lock, state: _State, progress: Progress, cancelled: Cancellation) -> None:
        self._repository = repository
        self._lock = lock
        self._state = state
        self._progress = progress
        self._cancelled = cancelled

    def do(self, plan: PrunePlan) -> PruneResult:
        state = self._state
        self._delete_packs(plan.unindexed)
        written = self._repack(plan)
        gone = {*plan.remove, *plan.repack}
        change = write_index(self._repository, self._lock, state.table, state.index_files, gone, written)
        delete_old_index(self._repository, self._lock, change)
        # from here on only packs go that no index names: cancelling leaves them to the next run
        self._delete_packs(sorted(gone))
        self._lock.check()
        self._repository.storage.sweep()
        if change.old:
            self._repository.load_index()  # whoever goes on with this repository must not look into packs that are gone
        deleted = [*plan.unindexed, *gone]
        return PruneResult(
            plan,
            packs_deleted=len(deleted),
            packs_written=len(written),
            bytes_deleted=sum(state.listed[pack] for pack in deleted),
            bytes_written=sum(pack.size for pack in written),
        )

    def _repack(self, plan: PrunePlan) -> list[PackContents]:
        """Move the blobs that count out of the packs to rewrite; every one is verified on its way."""
        import numpy as np

        if not plan.repack:
            return []
        table = self._state.table
        numbers = [table.number[pack] for pack in plan.repack]
        rows = np.flatnonzero(np.isin(table.pack, numbers) & self._state.used_row).tolist()
        total = int(np.sum(table.length[rows], dtype=np.int64))
        done = 0
        with self._repository.pack_writer(cancelled=self._cancelled) as writer:
            for row, plain, sealed in BlobReader(self._repository, table).read(rows, self._cancelled):
                blob = table.entry(row)
                if isinstance(plain, HoldfastError):
                    raise _refusal(f"A piece in the pack {table.packs[table.pack[row]][:12]} cannot be read") from plain
                self._lock.check()
                move_blob(writer, blob, plain, sealed)
                done += blob.length
                self._progress.totals(Totals("copy", bytes_done=done, bytes_total=total))
            return writer.flush()

    def _delete_packs(self, packs: Sequence[str]) -> None:
        for done, pack in enumerate(packs):
            self._cancelled.check()
            self._lock.check()
            self._repository.storage.delete(pack_name(pack))
            self._progress.totals(Totals("delete", files_done=done + 1, files_total=len(packs)))


def move_blob(writer: PackWriter, blob: BlobInPack, plain: bytes, sealed: bytes) -> None:
    """Into a new pack: as it is, or compressed when it was not. It has just been verified."""
    if blob.plain_length:
        writer.add_sealed(SealedBlob(blob.id, blob.kind, sealed, len(plain)))
    else:
        writer.add(blob.kind, blob.id, plain)
