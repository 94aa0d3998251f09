"""Repair: makes the index right again and saves what can be read of damaged packs. A plan first, then exactly that plan.

Copy on write: what is readable goes into new packs, then a new index is written and read back, and only then the old index files go,
and packs that were proved bad: their bytes are not those that their name was made from. A pack that cannot be proved bad stays, and so
does a damaged snapshot unless its removal is asked for. Blobs that are lost stay lost (check names the files); the next backup of a
site that still has those files stores them again.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.check_blobs import forget_copies
from holdfast.engine.check_packs import PackReading, choose_packs, read_packs
from holdfast.engine.check_records import ALL, ReadData
from holdfast.engine.prune import move_blob
from holdfast.engine.prune_index import delete_old_index, write_index
from holdfast.engine.repair_survey import Survey, read_header, rescue_index, survey
from holdfast.errors import Busy, HoldfastError, InternalError, UsageError
from holdfast.progress import SILENT, Progress, Totals
from holdfast.repository.locks import Lock
from holdfast.repository.packs import BlobInPack, PackContents, pack_name
from holdfast.repository.repository import Repository

__all__ = ["RepairOptions", "RepairPlan", "RepairResult", "Salvage", "plan_repair", "repair", "rescue_index"]


class RepairOptions(msgspec.Struct, frozen=True):
    """How far a repair goes."""

    read_data: ReadData | None = ALL
    """Which packs to read whole: damage inside of one shows only so. None finds what listing and headers show."""
    packs: tuple[str, ...] = ()
    """Packs to read whole in any case: those that a check called damaged."""
    drop_snapshots: bool = False
    """Also remove the files of snapshots that cannot be read (their backups are lost either way; prune refuses while they are there)."""


class Salvage(msgspec.Struct, frozen=True):
    """A pack that was proved bad: how many of its blobs move into a new pack, and how many have no whole copy anywhere."""

    pack: str
    saved: int
    lost: int


class RepairPlan(msgspec.Struct, frozen=True):
    """What `repair` would do. Ids are sorted."""

    repository: str
    options: RepairOptions
    index_damaged: tuple[str, ...]
    """Index files that cannot be read; they go once a new index is there."""
    index_corrected: tuple[str, ...]
    """Packs that the index lists wrong, twice in two ways, or not at all; they are listed by their own headers."""
    index_doubled: tuple[str, ...]
    """Packs that two index files list in the same way; one goes."""
    vanished: tuple[str, ...]
    """Packs that the index lists and the storage does not have; they are listed no more."""
    salvage: tuple[Salvage, ...]
    unreadable: tuple[str, ...]
    """Packs that nothing is known about: no index lists them and their own list cannot be read. They stay where they are."""
    snapshots_damaged: tuple[str, ...]
    """Snapshots that cannot be read. They stay unless `drop_snapshots`."""

    @property
    def is_empty(self) -> bool:
        index = self.index_damaged or self.index_corrected or self.index_doubled or self.vanished
        return not (index or self.salvage or (self.options.drop_snapshots and self.snapshots_damaged))


class RepairResult(msgspec.Struct, frozen=True):
    """What was done, by which plan."""

    plan: RepairPlan
    packs_written: int
    packs_deleted: int
    snapshots_deleted: int


class _State(msgspec.Struct):
    survey: Survey
    headers: dict[str, PackContents]
    """Good packs that the index lists wrong or not at all."""
    readings: dict[str, PackReading]
    """Packs that were proved bad."""
    entries: dict[str, tuple[BlobInPack, ...]]
    """What was in them, as far as index or header tell."""


def plan_repair(
    repository: Repository, options: RepairOptions | None = None, *, progress: Progress = SILENT, cancelled: Cancellation | None = None
) -> RepairPlan:
    """What could be repaired. Changes nothing and takes no lock."""
    return _plan(repository, options or RepairOptions(), progress, cancelled)[0]


def repair(
    repository: Repository,
    plan: RepairPlan | None = None,
    *,
    options: RepairOptions | None = None,
    progress: Progress = SILENT,
    cancelled: Cancellation | None = None,
) -> RepairResult:
    """Do `plan`, or without one what `plan_repair(repository, options)` says under the exclusive lock.

    A plan is made anew under the lock; Busy (code ``PLAN-CHANGED``) when it is not the same any more.
    """
    if plan is not None and plan.repository != repository.id:
        raise UsageError("The plan was made for another repository.", code="PLAN-CHANGED")
    with repository.lock(exclusive=True, progress=progress, cancelled=cancelled) as lock:
        fresh, state = _plan(repository, plan.options if plan else options or RepairOptions(), progress, cancelled)
        if plan is not None and plan != fresh:
            hint = "Look at the new plan, then confirm it."
            raise Busy("The repository has changed since the plan was made.", code="PLAN-CHANGED", hint=hint)
        return _Repair(repository, lock, fresh, state, progress, cancelled or Cancellation()).do()


def _plan(repository: Repository, options: RepairOptions, progress: Progress, cancelled: Cancellation | None) -> tuple[RepairPlan, _State]:
    forget_copies(repository, "snapshots", "index")
    snapshots: list[str] = []
    repository.snapshots(on_damaged=lambda snapshot_id, _: snapshots.append(snapshot_id))
    found = survey(repository, progress, cancelled)
    state = _read_suspects(repository, found, options, progress, cancelled)
    bad, corrected = set(state.readings), set(state.headers)
    plan = RepairPlan(
        repository=repository.id,
        # what was found is named, so that doing the plan does not read everything again
        options=RepairOptions(read_data=None, packs=tuple(sorted(bad | corrected)), drop_snapshots=options.drop_snapshots),
        index_damaged=found.index_damaged,
        index_corrected=tuple(sorted(corrected)),
        index_doubled=tuple(sorted(found.table.doubled - corrected - bad - set(found.vanished))),
        vanished=found.vanished,
        salvage=tuple(_salvage(state)),
        unreadable=tuple(pack for pack in found.headless if pack not in state.entries),
        snapshots_damaged=tuple(snapshots),
    )
    return plan, state


def _read_suspects(
    repository: Repository, found: Survey, options: RepairOptions, progress: Progress, cancelled: Cancellation | None
) -> _State:
    """Read packs whole, and divide them: proved bad, listed wrong by the index, or good."""
    state = _State(found, dict(found.headers), {}, {contents.id: contents.blobs for contents in found.contents()})
    suspects = sorted({*_suspects(found, options)} & set(state.entries))
    for done, reading in enumerate(read_packs(repository, ((pack, state.entries[pack]) for pack in suspects), cancelled)):
        progress.totals(Totals("read", files_done=done + 1, files_total=len(suspects)))
        if reading.missing:
            continue
        if not reading.hash_fits:
            state.readings[reading.id] = reading
            state.headers.pop(reading.id, None)
        elif reading.header and (contents := read_header(repository, reading.id, reading.size)) is not None:
            state.headers[reading.id] = contents
            state.entries[reading.id] = contents.blobs
    return state


def _suspects(found: Survey, options: RepairOptions) -> Sequence[str]:
    """The packs to read whole: without readable header, named by the caller, and those of `read_data`."""
    chosen = choose_packs(list(found.listed), options.read_data) if options.read_data else []
    return [*found.headless, *(pack for pack in options.packs if pack in found.listed), *chosen]


def _salvage(state: _State) -> list[Salvage]:
    elsewhere = {(b.kind, b.id) for pack, blobs in state.entries.items() if pack not in state.readings for b in blobs}
    result = []
    saved: set[tuple[str, bytes]] = set()
    for pack, reading in sorted(state.readings.items()):
        good = {(b.kind, b.id) for b in _readable(state.entries[pack], reading)} - elsewhere - saved
        saved |= good
        result.append(Salvage(pack, len(good), 0))
    safe = elsewhere | saved
    lost = {pack: len({(b.kind, b.id) for b in reading.bad} - safe) for pack, reading in state.readings.items()}
    return [msgspec.structs.replace(item, lost=lost[item.pack]) for item in result]


def _readable(blobs: Sequence[BlobInPack], reading: PackReading) -> list[BlobInPack]:
    bad = {blob.offset for blob in reading.bad}
    return [blob for blob in blobs if blob.offset not in bad]


class _Repair:
    """One run, its lock held."""

    def __init__(
        self, repository: Repository, lock: Lock, plan: RepairPlan, state: _State, progress: Progress, cancelled: Cancellation
    ) -> None:
        self._repository = repository
        self._lock = lock
        self._plan = plan
        self._state = state
        self._progress = progress
        self._cancelled = cancelled

    def do(self) -> RepairResult:
        plan, found = self._plan, self._state.survey
        bad = set(self._state.readings)
        new_packs = self._save_what_is_readable()
        corrected = [self._state.headers[pack] for pack in plan.index_corrected]
        gone = {*plan.vanished, *plan.index_corrected, *bad}
        added = [*corrected, *new_packs]
        change = write_index(self._repository, self._lock, found.table, found.index_files, gone, added, plan.index_damaged)
        self._require_readable(change.new, new_packs)
        delete_old_index(self._repository, self._lock, change)
        for pack in sorted(bad):
            self._lock.check()
            self._repository.storage.delete(pack_name(pack))
        if not plan.is_empty:
            self._repository.load_index()  # whoever goes on with this repository must not look into packs that are gone
        dropped = plan.snapshots_damaged if plan.options.drop_snapshots else ()
        for snapshot_id in dropped:
            self._lock.check()
            self._repository.remove_snapshot(snapshot_id)
        return RepairResult(plan, len(new_packs), len(bad), len(dropped))

    def _save_what_is_readable(self) -> list[PackContents]:
        """The whole blobs of bad packs, in new packs; those that a good pack holds as well are left out."""
        state = self._state
        done = {(b.kind, b.id) for pack, blobs in state.entries.items() if pack not in state.readings for b in blobs}
        with self._repository.pack_writer(cancelled=self._cancelled) as writer:
            for number, (pack, reading) in enumerate(sorted(state.readings.items())):
                self._cancelled.check()
                self._lock.check()
                self._progress.totals(Totals("copy", files_done=number, files_total=len(state.readings), current=pack[:12]))
                whole = self._repository.storage.load(pack_name(pack))
                for blob in _readable(state.entries[pack], reading):
                    if (blob.kind, blob.id) not in done:
                        done.add((blob.kind, blob.id))
                        sealed = whole[blob.offset : blob.offset + blob.length]
                        move_blob(writer, blob, self._repository.open_blob(blob.id, sealed, blob.plain_length), sealed)
            return writer.flush()

    def _require_readable(self, index_files: Sequence[str], new_packs: Sequence[PackContents]) -> None:
        """Read the new index and the new packs back; anything odd stops the repair before anything is deleted."""
        for file_id in index_files:
            self._repository.storage.distrust(f"index/{file_id}")  # the storage's answer counts, not a copy kept nearby
        try:
            listed = [pack.id for file_id in index_files for pack in self._repository.load_index_file(file_id)]
        except HoldfastError as error:
            raise _stopped() from error
        readings = read_packs(self._repository, ((pack.id, pack.blobs) for pack in new_packs), self._cancelled)
        if len(set(listed)) != len(listed) or not all(reading.is_good for reading in readings):
            raise _stopped()


def _stopped() -> InternalError:
    return InternalError(
        "What the repair wrote could not be read back as it should be, so nothing was deleted.",
        code="VERIFY",
        hint="Check this computer's memory and the storage, then try again.",
    )
