"""Check: is everything there and whole that the backups need; if not, which backups and which files of them are affected.

Always: snapshots, index files, the list of packs against the index, and every tree. With `read_data` also every byte of all packs or
of some. Nothing found stops the check: it goes on past damage and names all of it. Changes nothing; a shared lock keeps prune out
while backups may go on.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any

from holdfast.cancellation import Cancellation
from holdfast.engine.check_affected import affected_backups
from holdfast.engine.check_blobs import forget_copies
from holdfast.engine.check_packs import PackReading, choose_packs, choose_turn, read_packs
from holdfast.engine.check_records import ALL, AffectedBackup, CheckResult, Note, Problem, ReadData, parse_read_data
from holdfast.engine.check_walk import TreeWalk
from holdfast.engine.prune_index import list_packs, load_table
from holdfast.errors import Forbidden
from holdfast.progress import SILENT, Progress, Totals
from holdfast.repository.repository import Repository
from holdfast.repository.snapshots import Snapshot

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["ALL", "AffectedBackup", "CheckResult", "Note", "Problem", "ReadData", "check", "parse_read_data"]


def check(
    repository: Repository,
    read_data: ReadData | None = None,
    *,
    progress: Progress = SILENT,
    cancelled: Cancellation | None = None,
) -> CheckResult:
    """Look at the whole repository; see the module. Raises storage errors, Busy (somebody prunes) and Cancelled, never Damaged."""
    with _shared_lock(repository, progress, cancelled):
        return _Check(repository, progress, cancelled or Cancellation()).run(read_data)


def _shared_lock(repository: Repository, progress: Progress, cancelled: Cancellation | None) -> AbstractContextManager[object]:
    try:
        return repository.lock(exclusive=False, progress=progress, cancelled=cancelled)
    except Forbidden:  # a storage that can only be read can be checked too
        progress.remark("CHECK-UNLOCKED", "The storage cannot be written to, so the check runs without a lock.")
        return nullcontext()


class _Check:
    def __init__(self, repository: Repository, progress: Progress, cancelled: Cancellation) -> None:
        self._repository = repository
        self._progress = progress
        self._cancelled = cancelled
        self._problems: list[Problem] = []
        self._notes: list[Note] = []
        self._bytes_read = 0
        self._packs_read = 0
        self._read_to: int | None = None

    def run(self, read_data: ReadData | None) -> CheckResult:
        snapshots = self._snapshots()
        table, _ = load_table(self._repository, lambda i, e: self._problem("index-damaged", i, e.message), self._cancelled)
        self._table = table
        self._note_index()
        listed = list_packs(self._repository)
        self._good_row: NDArray[np.bool_] = self._compare_packs(listed)
        walk = TreeWalk(self._repository, table).run(
            (s.tree_id for s in snapshots), thorough=True, progress=self._progress, cancelled=self._cancelled
        )
        self._note_walk(walk)
        if read_data is not None:
            self._read(listed, read_data)
        affected = self._affected(snapshots, walk)
        return CheckResult(
            problems=tuple(self._problems),
            notes=tuple(self._notes),
            affected=affected,
            snapshots=len(snapshots),
            trees=walk.trees,
            blobs=len(table.distinct),
            packs=len(listed),
            packs_read=self._packs_read,
            bytes_read=self._bytes_read,
            bytes_total=sum(listed.values()),
            read_to=self._read_to,
        )

    def _problem(self, kind: Any, object_id: str, detail: str = "") -> None:
        self._problems.append(Problem(kind, object_id, detail))

    def _snapshots(self) -> list[Snapshot]:
        self._progress.totals(Totals("list"))
        forget_copies(self._repository, "snapshots", "index")
        return self._repository.snapshots(on_damaged=lambda i, e: self._problem("snapshot-damaged", i, e.message))

    def _note_index(self) -> None:
        for pack in sorted(self._table.conflicts):
            self._problem("index-conflict", pack, "Two index files describe this pack differently.")
        for pack in sorted(self._table.doubled):
            self._notes.append(Note("index-doubled", pack))

    def _compare_packs(self, listed: dict[str, int]) -> NDArray[np.bool_]:
        """Packs of the index against those of the storage; per row of the table, whether the blob can be there at all."""
        import numpy as np

        table = self._table
        sizes = np.array([listed.get(pack, -1) for pack in table.packs], np.int64)
        expected = table.pack_sizes()
        for number in np.flatnonzero(sizes != expected).tolist():
            if sizes[number] < 0:
                self._problem("pack-missing", table.packs[number])
            elif table.packs[number] not in table.conflicts:
                self._problem("pack-size", table.packs[number], f"{sizes[number]} bytes instead of {expected[number]}")
        for pack in sorted(set(listed) - set(table.packs)):
            self._notes.append(Note("pack-unindexed", pack))
        ends = table.offset.astype(np.int64) + table.length
        return np.asarray(ends <= sizes[table.pack], np.bool_) if len(table) else np.zeros(0, np.bool_)

    def _note_walk(self, walk: TreeWalk) -> None:
        for key in sorted(walk.missing):
            self._problem("blob-missing", key[1:].hex(), "data" if key[:1] == b"d" else "tree")
        for key, reason in sorted(walk.unreadable.items()):
            self._problem("tree-damaged", key[1:].hex(), reason)
        for key, oddities in sorted(walk.oddities.items()):
            self._problem("tree-odd", key[1:].hex(), "; ".join(oddities))

    def _read(self, listed: dict[str, int], which: ReadData) -> None:
        table = self._table
        present = [pack for pack in table.packs if pack in listed]
        if which.turn is not None:
            chosen, self._read_to = choose_turn({pack: listed[pack] for pack in present}, which.turn)
        else:
            chosen = choose_packs(present, which)
        total = sum(listed[pack] for pack in chosen)
        for reading in read_packs(self._repository, ((pack, table.blobs_of(pack)) for pack in chosen), self._cancelled):
            self._note_reading(reading)
            self._packs_read += 1
            self._bytes_read += reading.size
            self._progress.totals(
                Totals("read", files_done=self._packs_read, files_total=len(chosen), bytes_done=self._bytes_read, bytes_total=total)
            )

    def _note_reading(self, reading: PackReading) -> None:
        if reading.read_again:
            self._notes.append(Note("read-again", reading.id, "The first reading was wrong, the second right."))
        if reading.missing:
            self._problem("pack-missing", reading.id)
        elif not reading.hash_fits:
            self._problem(
                "pack-damaged", reading.id, f"{len(reading.bad)} pieces of it are lost" if reading.bad else "All of its pieces are whole."
            )
        elif reading.header:
            self._problem("pack-header", reading.id, reading.header)
        for blob in reading.bad:
            self._problem("blob-damaged", blob.id.hex(), blob.kind)
        if reading.bad:
            number = self._table.number[reading.id]
            offsets = [blob.offset for blob in reading.bad]
            for row in self._table.rows_of(number):
                if self._table.offset[row] in offsets:
                    self._good_row[row] = False

    def _affected(self, snapshots: list[Snapshot], walk: TreeWalk) -> tuple[AffectedBackup, ...]:
        """Backups that need what has no whole copy."""
        import numpy as np

        table = self._table
        whole = np.bincount(table.blob[self._good_row], minlength=len(table.distinct)) > 0
        lost = np.flatnonzero(walk.used & ~whole)
        bad = {table.key_bytes(int(table.first_row[number])) for number in lost} | walk.missing | set(walk.unreadable)
        if not bad:
            return ()
        self._progress.totals(Totals("check", current="affected"))
        self._repository.load_index(self._cancelled, on_damaged=lambda *_: None)
        return affected_backups(self._repository, snapshots, bad, self._cancelled)
