"""The content of files in order, as a stream (get, export, drill): read ahead in threads, verified, blob by blob.

A restore goes pack by pack instead, because it may write files in any order (`restore_packs`).
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from holdfast.cancellation import Cancellation
from holdfast.engine.restore_reading import PackReader, Piece
from holdfast.engine.restore_trees import BlobFinder
from holdfast.errors import Damaged
from holdfast.repository.crypto import OVERHEAD

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository

_T = TypeVar("_T")
_R = TypeVar("_R")
BATCH_BYTES = 4 << 20
BATCH_BLOBS = 256


class ContentReader:
    """Reads blobs by id, many at once. May be used from several threads."""

    def __init__(self, repository: Repository, finder: BlobFinder) -> None:
        self._repository = repository
        self._finder = finder
        self._local = threading.local()

    def read(self, ids: Iterable[bytes]) -> dict[bytes, bytes]:
        """The content of each blob. `Damaged` (details: blob) when one has no copy that can be read."""
        result: dict[bytes, bytes] = {}
        copies = {blob: list(self._finder.find_all(blob, "data")) for blob in dict.fromkeys(ids)}
        while copies:
            by_pack: dict[str, list[Piece]] = {}
            for blob, places in copies.items():
                if not places:
                    short = blob.hex()
                    raise Damaged(f"A part of its content ({short[:12]}) is missing or damaged in the repository.", blob=short)
                place = places.pop(0)
                by_pack.setdefault(place.pack_id, []).append(Piece(blob, place.offset, place.length, place.plain_length))
            for pack_id, pieces in by_pack.items():
                for piece, plain in self._reader().read(pack_id, pieces):
                    if plain is not None:
                        result[piece.id] = plain
                        del copies[piece.id]
        return result

    def sizes(self, blob: bytes) -> tuple[int, int]:
        """(content, as stored) of a blob by the index; (0, 0) when it is nowhere."""
        place = self._finder.find(blob, "data")
        if place is None:
            return 0, 0
        return place.plain_length or place.length - OVERHEAD, place.length - OVERHEAD

    def batches(self, ids: Iterable[bytes]) -> Iterator[list[bytes]]:
        """`ids` in order, in groups that are worth reading together."""
        group: list[bytes] = []
        total = 0
        for blob in ids:
            group.append(blob)
            total += self.sizes(blob)[0]
            if total >= BATCH_BYTES or len(group) >= BATCH_BLOBS:
                yield group
                group, total = [], 0
        if group:
            yield group

    def stream(self, ids: Iterable[bytes], threads: int = 2, cancelled: Cancellation | None = None) -> Iterator[bytes]:
        """The contents one after the other, read ahead."""

        def load(group: list[bytes]) -> list[bytes]:
            found = self.read(group)
            return [found[blob] for blob in group]

        for contents in in_order(load, self.batches(ids), threads, cancelled):
            yield from contents

    def _reader(self) -> PackReader:
        try:
            reader: PackReader = self._local.reader
        except AttributeError:
            reader = self._local.reader = PackReader(self._repository.storage, self._repository.key)
        return reader


def in_order(work: Callable[[_T], _R], things: Iterable[_T], threads: int, cancelled: Cancellation | None = None) -> Iterator[_R]:
    """`map` in threads, results in order, a few ahead of the reader."""
    source = iter(things)
    with ThreadPoolExecutor(threads, thread_name_prefix="holdfast-read") as pool:
        waiting: deque[Future[_R]] = deque(pool.submit(work, thing) for thing in islice(source, threads + 1))
        try:
            while waiting:
                if cancelled is not None:
                    cancelled.check()
                result = waiting.popleft().result()
                for thing in islice(source, 1):
                    waiting.append(pool.submit(work, thing))
                yield result
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
