"""The content of files: hands packs to a crew, puts large files together, and tries once more what did not come out right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from holdfast.cancellation import Cancellation
from holdfast.engine.restore_crew import Crew, choose_crew
from holdfast.engine.restore_packs import LargeFile, Packing
from holdfast.engine.restore_reading import PackReader, Piece
from holdfast.engine.restore_records import Item, NotRestored, RestorePlan
from holdfast.engine.restore_standby import Standby
from holdfast.engine.restore_trees import BlobFinder
from holdfast.engine.restore_work import PackOutcome, PackTask, notes, problem_of
from holdfast.errors import Damaged, HoldfastError
from holdfast.progress import Progress, Totals
from holdfast.targets.folder import Target

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository


class FileWriter:
    """Writes the files of a plan. `lost` are paths of files that are not there; `files` and `bytes` count what is."""

    def __init__(
        self,
        repository: Repository,
        plan: RestorePlan,
        target: Target,
        progress: Progress,
        cancelled: Cancellation,
        standby: Standby | None = None,
    ) -> None:
        self._repository = repository
        self._plan = plan
        self._items = plan.work.files
        self._target = target
        self._progress = progress
        self._cancelled = cancelled
        self._rights = plan.options.rights()
        self._standby = standby
        self._crew: Crew | None = None
        self._begun: set[bytes] = set()
        self._not_restored: list[NotRestored] = []
        self.lost: set[bytes] = set()
        self.files = 0
        self.bytes = 0

    def start(self) -> None:
        """Start helpers, so that they are ready when folders are made and packs are sorted."""
        if self._items:
            size = (len(self._items), self._plan.bytes)
            wanted = self._plan.options.helpers
            self._crew = choose_crew(
                self._repository, self._target, self._rights, wanted, size, self._cancelled, self._standby, self._progress
            )

    def run(self) -> list[NotRestored]:
        """Write all files; what is not (wholly) there."""
        if not self._items:
            return []
        self._finder = BlobFinder(self._repository, self._progress, self._cancelled)
        self._reader = PackReader(self._repository.storage, self._repository.key)
        self._packing = Packing(self._items, self._finder)
        for number in self._packing.empty:
            self._write_empty(self._items[number])
        again = set(self._packing.missing)
        assert self._crew is not None  # noqa: S101 - start() came first
        for task, outcome in self._crew.run(self._tasks()):
            again |= self._take(task, outcome)
        self._crew.close()
        for number in sorted(again):
            self._cancelled.check()
            self._not_restored += self.write_singly(self._items[number])
        return self._not_restored

    def close(self) -> None:
        """End helpers and remove what is unfinished, theirs too."""
        unfinished = self._crew.close() if self._crew is not None else []
        for folder in {file.path.rpartition(b"/")[0] for task in unfinished for file in task.small}:
            try:
                self._target.sweep(folder)
            except (OSError, HoldfastError):
                continue
        for temporary in self._begun:
            try:
                self._target.discard(temporary)
            except (OSError, HoldfastError):
                continue

    def _tasks(self) -> Iterator[PackTask]:
        for pack_id in self._packing.packs():
            self._cancelled.check()
            for number in self._packing.files_of(pack_id):
                self._begin(self._packing.large[number])
            task = self._packing.task(pack_id)
            if task.pieces:
                yield task

    def _begin(self, file: LargeFile) -> None:
        if file.temporary or file.failed:
            return
        try:
            file.temporary = self._target.begin(file.item.path, file.size)
            self._begun.add(file.temporary)
        except (OSError, HoldfastError) as error:
            file.failed = True
            self._lose(file.item, error)

    def _take(self, task: PackTask, outcome: PackOutcome) -> set[int]:
        """Enter what was done for a pack. Returns the files that have to be tried another way."""
        self.files += outcome.files
        self.bytes += outcome.written
        self.lost.update(outcome.lost)
        self._not_restored += outcome.not_restored
        unread = set(outcome.unread)
        again = {file.number for file in task.small if file.piece in unread} if unread else set()
        failed = {part.file for part in task.parts if part.piece in unread} | set(outcome.wrong)
        for number in failed:
            file = self._packing.large[number]
            if not file.failed:
                file.failed = True
                self._discard(file.temporary)
                again.add(number)
        for number, pieces in outcome.parts.items():
            file = self._packing.large[number]
            file.done += pieces
            if file.done == file.pieces and not file.failed:
                self._commit(file)
        self._tell(task.small[-1].path if task.small else b"")
        return again

    def _commit(self, file: LargeFile) -> None:
        item = file.item
        try:
            problems = self._target.commit(file.temporary, item.path, item.entry, self._rights)
        except (OSError, HoldfastError) as error:
            self._lose(item, error)
            return
        self._begun.discard(file.temporary)
        self.files += 1
        self._not_restored += notes(item.path, item.entry, file.size, problems)

    def _write_empty(self, item: Item) -> None:
        try:
            problems = self._target.write(item.path, item.entry, self._rights, ())
        except (OSError, HoldfastError) as error:
            self._lose(item, error)
            return
        self.files += 1
        self._not_restored += notes(item.path, item.entry, 0, problems)

    def write_singly(self, item: Item) -> list[NotRestored]:
        """Write one file blob after blob, from any copy of each that can be read; what is not (wholly) there of it."""
        temporary = b""
        size = 0
        try:
            temporary = self._target.begin(item.path, 0)
            self._begun.add(temporary)
            for blob in item.content:
                self._cancelled.check()
                plain = self._blob(blob)
                self._target.write_piece(temporary, size, plain)
                size += len(plain)
            problems = self._target.commit(temporary, item.path, item.entry, self._rights, size)
        except (OSError, HoldfastError) as error:
            self._discard(temporary)
            self.lost.add(item.path)
            return [problem_of(item.path, error)]
        self._begun.discard(temporary)
        self.files += 1
        self.bytes += size
        self.lost.discard(item.path)
        return notes(item.path, item.entry, size, problems)

    def _blob(self, blob: bytes) -> bytes:
        for place in self._finder.find_all(blob, "data"):
            piece = Piece(blob, place.offset, place.length, place.plain_length)
            for _, plain in self._reader.read(place.pack_id, [piece]):
                if plain is not None:
                    return plain
        raise Damaged(f"A part of its content ({blob.hex()[:12]}) is missing or damaged in the repository.")

    def _lose(self, item: Item, error: OSError | HoldfastError) -> None:
        self._not_restored.append(problem_of(item.path, error))
        self.lost.add(item.path)

    def _discard(self, temporary: bytes) -> None:
        if temporary:
            self._target.discard(temporary)
            self._begun.discard(temporary)

    def _tell(self, current: bytes) -> None:
        shown = current.decode(errors="backslashreplace")
        self._progress.totals(Totals("write", 0, 1, self.files, len(self._items), self.bytes, self._plan.bytes, shown))
