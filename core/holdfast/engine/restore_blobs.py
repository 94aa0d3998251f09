"""Reads every one of a set of blobs, pack by pack, to find out which cannot be read any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from holdfast.cancellation import Cancellation
from holdfast.engine.restore_crew import choose_crew
from holdfast.engine.restore_reading import PackReader, Piece
from holdfast.engine.restore_trees import BlobFinder
from holdfast.engine.restore_work import PackTask
from holdfast.progress import SILENT, Progress, Totals
from holdfast.targets.folder import Rights

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository


def unreadable(
    repository: Repository,
    finder: BlobFinder,
    blobs: Iterable[bytes],
    progress: Progress = SILENT,
    cancelled: Cancellation | None = None,
    helpers: int | None = None,
) -> set[bytes]:
    """Those of the data `blobs` that have no copy which can be read and has the content its id says. Reads each once."""
    packs: dict[str, list[Piece]] = {}
    bad: set[bytes] = set()
    total = count = 0
    for blob in dict.fromkeys(blobs):
        place = finder.find(blob, "data")
        if place is None:
            bad.add(blob)
            continue
        packs.setdefault(place.pack_id, []).append(Piece(blob, place.offset, place.length, place.plain_length))
        total += place.plain_length or place.length
        count += 1
    crew = choose_crew(repository, None, Rights(), helpers, (count, total), cancelled or Cancellation(), progress=progress)
    done = read = 0
    try:
        for task, outcome in crew.run(_tasks(packs)):
            bad.update(task.pieces[number].id for number in outcome.unread)
            done += len(task.pieces)
            read += outcome.written
            progress.totals(Totals("check", 0, 1, done, count, read, total, task.pack[:12]))
    finally:
        crew.close()
    reader = PackReader(repository.storage, repository.key)
    return {blob for blob in bad if not _has_other_copy(blob, finder, reader)}


def _tasks(packs: dict[str, list[Piece]]) -> Iterator[PackTask]:
    for pack_id, pieces in packs.items():
        yield PackTask(pack_id, tuple(pieces), (), ())


def _has_other_copy(blob: bytes, finder: BlobFinder, reader: PackReader) -> bool:
    for place in finder.find_all(blob, "data")[1:]:
        for _, plain in reader.read(place.pack_id, [Piece(blob, place.offset, place.length, place.plain_length)]):
            if plain is not None:
                return True
    return False
