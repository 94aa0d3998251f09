"""The index files as prune and repair see them: read into one table, and rewritten in two steps, so that the new ones are there
before an old one goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.prune_table import BlobTable
from holdfast.errors import Damaged, HoldfastError, NotFound
from holdfast.repository.ids import is_file_id
from holdfast.repository.index_files import BLOBS_PER_FILE
from holdfast.repository.locks import Lock
from holdfast.repository.packs import PackContents
from holdfast.repository.repository import Repository

SMALL = BLOBS_PER_FILE // 1000
"""An index file with fewer packs than this is merged with others when the index changes."""


def list_packs(repository: Repository) -> dict[str, int]:
    """Every pack in the storage with its size; files with other names are none."""
    found = ((info.name.rpartition("/")[2], info.size) for info in repository.storage.list("data"))
    return {pack_id: size for pack_id, size in found if is_file_id(pack_id)}


def load_table(
    repository: Repository, on_damaged: Callable[[str, HoldfastError], None] | None = None, cancelled: Cancellation | None = None
) -> tuple[BlobTable, dict[str, list[str]]]:
    """All index files as a table, and the packs that each file lists. A damaged file is told to `on_damaged`, or raises Damaged."""
    table = BlobTable()
    files: dict[str, list[str]] = {}
    for file_id in repository.file_ids("index"):
        if cancelled is not None:
            cancelled.check()
        try:
            packs = repository.load_index_file(file_id)
        except NotFound:
            continue  # replaced by another program since it was listed (only when nobody holds an exclusive lock)
        except Damaged as error:
            if on_damaged is None:
                raise
            on_damaged(file_id, error)
            continue
        files[file_id] = [pack.id for pack in packs]
        for pack in packs:
            table.add(pack)
    return table.finish(), files


class IndexChange(msgspec.Struct, frozen=True):
    """New index files that are written, and the old ones that go by them."""

    old: tuple[str, ...]
    new: tuple[str, ...]


def write_index(
    repository: Repository,
    lock: Lock,
    table: BlobTable,
    files: Mapping[str, list[str]],
    gone: set[str],
    added: Sequence[PackContents],
    damaged: Iterable[str] = (),
) -> IndexChange:
    """Write index files for `added` packs and for what stays of the files that change. Nothing is deleted yet.

    A file changes when it names a pack in `gone` or one that an earlier file names too, or when it is small and others change anyway.
    `damaged` are files that cannot be read. Afterwards every pack is listed by exactly one file that stays, and wholly.
    """
    old = [*_changing(files, gone, bool(gone or added)), *damaged]
    kept_elsewhere = {pack for file_id, packs in files.items() if file_id not in old for pack in packs}
    stay = dict.fromkeys(pack for file_id in old for pack in files.get(file_id, ()) if pack not in gone and pack not in kept_elsewhere)
    lock.check()
    return IndexChange(tuple(old), tuple(repository.save_index([*(PackContents(pack, table.blobs_of(pack)) for pack in stay), *added])))


def delete_old_index(repository: Repository, lock: Lock, change: IndexChange) -> None:
    """The second half of `write_index`."""
    if change.old:
        lock.confirm()
    for file_id in change.old:
        if file_id not in change.new:
            repository.storage.delete(f"index/{file_id}")


def _changing(files: Mapping[str, list[str]], gone: set[str], merge: bool) -> Iterator[str]:
    seen: set[str] = set()
    for file_id, packs in files.items():
        # few packs to a file: merged while we are at it, so that index files do not pile up with every small backup
        small = merge and len(packs) < SMALL
        if small or not packs or not gone.isdisjoint(packs) or not seen.isdisjoint(packs):
            yield file_id
        seen.update(packs)
