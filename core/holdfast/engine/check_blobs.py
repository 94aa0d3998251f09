"""Reads many blobs in the order in which they lie in their packs, and proves each against its id.

Prune, check and repair read whole levels of a tree at once: pieces that lie close together come with one call to the storage, and on
remote storages several calls are under way at a time.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.errors import Damaged, HoldfastError, NotFound
from holdfast.repository.packs import pack_name

if TYPE_CHECKING:
    from holdfast.engine.prune_table import BlobTable
    from holdfast.repository.repository import Repository
    from holdfast.storage.base import Storage

_GAP = 128 << 10
"""Pieces closer together than this are read in one go."""
_PIECE = 24 << 20
"""Largest single read."""


class _Span(msgspec.Struct):
    """Neighbouring rows of one pack, read with one call."""

    pack: str
    start: int
    end: int
    rows: list[int]


def forget_copies(repository: Repository, *kinds: str) -> None:
    """Let go of copies kept nearby of all files of these kinds: what is judged next is what the storage itself holds."""
    for kind in kinds:
        for file_id in repository.file_ids(kind):
            repository.storage.distrust(f"{kind}/{file_id}")


class BlobReader:
    """Reads rows of a table."""

    def __init__(self, repository: Repository, table: BlobTable) -> None:
        self._repository = repository
        self._storage: Storage = repository.storage
        self._table = table

    def read(self, rows: Sequence[int], cancelled: Cancellation | None = None) -> Iterator[tuple[int, bytes | HoldfastError, bytes]]:
        """Each row with its plain content and its sealed bytes, or with the error for it (`Damaged`, `NotFound`, ``SHORT``) and nothing.

        A piece that does not fit is loaded a second time before it is called damaged. Other errors of the storage are raised.
        """
        for span, loaded in self._load_all(self._spans(rows)):
            if cancelled is not None:
                cancelled.check()
            for row in span.rows:
                yield row, *self._open(row, span, loaded)

    def _open(self, row: int, span: _Span, loaded: bytes | HoldfastError) -> tuple[bytes | HoldfastError, bytes]:
        blob = self._table.entry(row)
        if isinstance(loaded, bytes):
            at = blob.offset - span.start
            sealed = loaded[at : at + blob.length]
            try:
                return self._repository.open_blob(blob.id, sealed, blob.plain_length), sealed
            except Damaged:
                pass
        self._storage.distrust(pack_name(span.pack))
        again = self._load(span.pack, blob.offset, blob.length)
        if isinstance(again, HoldfastError):
            return again, b""
        try:
            return self._repository.open_blob(blob.id, again, blob.plain_length), again
        except Damaged as error:
            return error, b""

    def _load(self, pack: str, start: int, length: int) -> bytes | HoldfastError:
        try:
            return self._storage.load(pack_name(pack), start, length)
        except NotFound as error:
            return error
        except HoldfastError as error:
            if error.code != "SHORT":
                raise
            return error

    def _spans(self, rows: Sequence[int]) -> Iterator[_Span]:
        import numpy as np

        table = self._table
        chosen = np.asarray(rows, np.int64)
        chosen = chosen[np.lexsort((table.offset[chosen], table.pack[chosen]))]
        span: _Span | None = None
        columns = (chosen, table.pack[chosen], table.offset[chosen], table.length[chosen])
        for row, number, start, length in zip(*(column.tolist() for column in columns), strict=True):
            pack, end = table.packs[number], start + length
            if span is not None and span.pack == pack and start - span.end <= _GAP and end - span.start <= _PIECE:
                span.rows.append(row)
                span.end = max(span.end, end)
                continue
            if span is not None:
                yield span
            span = _Span(pack, start, end, [row])
        if span is not None:
            yield span

    def _load_all(self, spans: Iterator[_Span]) -> Iterator[tuple[_Span, bytes | HoldfastError]]:
        if not self._storage.traits.remote:
            for span in spans:
                yield span, self._load(span.pack, span.start, span.end - span.start)
            return
        connections = self._storage.traits.connections
        waiting: deque[tuple[_Span, Future[bytes | HoldfastError]]] = deque()
        with ThreadPoolExecutor(connections, thread_name_prefix="blob-reader") as pool:
            try:
                for span in spans:
                    waiting.append((span, pool.submit(self._load, span.pack, span.start, span.end - span.start)))
                    if len(waiting) > connections:
                        first, future = waiting.popleft()
                        yield first, future.result()
                for first, future in waiting:
                    yield first, future.result()
            finally:
                pool.shutdown(wait=False, cancel_futures=True)
