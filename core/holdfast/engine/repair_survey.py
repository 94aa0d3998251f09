"""What can be known of a repository whose index is damaged or gone: readable index files, and the packs' own headers.

Every pack ends with a list of what it holds, so the index can always be made again. `rescue_index` does that in memory: a restore
from a damaged repository needs no repair first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.prune_index import list_packs, load_table
from holdfast.engine.prune_table import BlobTable
from holdfast.errors import Damaged, HoldfastError, NotFound
from holdfast.progress import SILENT, Progress, Totals
from holdfast.repository.index import Index
from holdfast.repository.packs import PackContents, pack_name
from holdfast.repository.repository import Repository


class Survey(msgspec.Struct, frozen=True):
    """What index files and headers say."""

    table: BlobTable
    """What the readable index files list."""
    index_files: dict[str, list[str]]
    index_damaged: tuple[str, ...]
    listed: dict[str, int]
    """The packs in the storage and their sizes."""
    vanished: tuple[str, ...]
    """Packs that an index file lists and the storage does not."""
    headers: dict[str, PackContents]
    """From the packs themselves: those that no index lists, or with another size, or in two ways."""
    headless: tuple[str, ...]
    """Packs that needed a look at their header, and it cannot be read."""

    def contents(self) -> Iterator[PackContents]:
        """Every pack that is there, by what is most to be trusted: its own header, else the index."""
        yield from self.headers.values()
        for pack in self.table.packs:
            if pack in self.listed and pack not in self.headers:
                yield PackContents(pack, self.table.blobs_of(pack))


def survey(repository: Repository, progress: Progress = SILENT, cancelled: Cancellation | None = None) -> Survey:
    """Read the index files and list the packs; read the headers of those packs that the index does not describe right.

    Raises Damaged when the storage does not list what it has.
    """
    damaged: list[str] = []
    table, files = load_table(repository, lambda file_id, _: damaged.append(file_id), cancelled)
    listed = list_packs(repository)
    vanished = tuple(sorted(pack for pack in table.packs if pack not in listed))
    _require_gone(repository, vanished)
    sizes = dict(zip(table.packs, table.pack_sizes().tolist(), strict=True))
    doubtful = sorted(pack for pack, size in listed.items() if sizes.get(pack) != size or pack in table.conflicts)
    headers = {}
    for done, (pack, contents) in enumerate(_read_headers(repository, doubtful, listed, cancelled)):
        if contents is not None:
            headers[pack] = contents
        progress.totals(Totals("index", files_done=done + 1, files_total=len(doubtful)))
    return Survey(
        table=table,
        index_files=files,
        index_damaged=tuple(damaged),
        listed=listed,
        vanished=vanished,
        headers=headers,
        headless=tuple(pack for pack in doubtful if pack not in headers),
    )


def rescue_index(repository: Repository, progress: Progress = SILENT, cancelled: Cancellation | None = None) -> Index:
    """A usable index whatever happened to the index files, made in memory; nothing in the storage changes.

    Call it when `Repository.load_index` raises Damaged, or blobs are missing from it. Blobs that are in no readable pack are missing
    here too. Raises storage errors, and Damaged when the storage does not list what it has.
    """
    return Index(survey(repository, progress, cancelled).contents())


def _require_gone(repository: Repository, packs: Iterable[str]) -> None:
    """A pack that is there although it is not listed: the storage's listings cannot be trusted, and nothing may be built on them."""
    for pack in packs:
        if repository.storage.exists(pack_name(pack)):
            raise Damaged(f"The storage holds the pack {pack[:12]} but does not list it.", hint="Check the storage, then try again.")


def _read_headers(
    repository: Repository, packs: Iterable[str], sizes: dict[str, int], cancelled: Cancellation | None
) -> Iterator[tuple[str, PackContents | None]]:
    def read(pack: str) -> tuple[str, PackContents | None]:
        if cancelled is not None:
            cancelled.check()
        return pack, read_header(repository, pack, sizes[pack])

    with ThreadPoolExecutor(repository.storage.traits.connections, thread_name_prefix="header-reader") as pool:
        try:
            yield from pool.map(read, packs)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def read_header(repository: Repository, pack: str, size: int) -> PackContents | None:
    """What a pack's own header lists; None when it cannot be told, also on a second reading."""
    for _ in range(2):
        try:
            return repository.read_pack_contents(pack, size)
        except NotFound:
            return None
        except HoldfastError as error:
            if not isinstance(error, Damaged) and error.code != "SHORT":
                raise
            repository.storage.distrust(pack_name(pack))
    return None
