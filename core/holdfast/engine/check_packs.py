"""Reads packs whole and proves every byte: the file against its name, its header against the index, every blob against its id."""

from __future__ import annotations

import os
import random
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.check_records import TURN, ReadData
from holdfast.errors import Damaged, HoldfastError, NotFound
from holdfast.repository.packs import BlobInPack, PackContents, pack_name, parse_pack

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository


class PackReading(msgspec.Struct, frozen=True):
    """What reading one pack whole showed."""

    id: str
    size: int
    missing: bool = False
    hash_fits: bool = True
    header: str = ""
    """What is wrong with the header, or empty."""
    bad: tuple[BlobInPack, ...] = ()
    """Blobs of the index that are not there or not what they should be."""
    read_again: bool = False
    """The first reading was wrong and the second right: the transfer's fault, not the pack's."""

    @property
    def is_good(self) -> bool:
        return not (self.missing or self.header or self.bad) and self.hash_fits


def choose_packs(packs: Sequence[str], which: ReadData) -> list[str]:
    """The packs that a check reads, in the order of their names. At least one where there are any."""
    chosen = [pack for pack in sorted(packs) if int(pack[:8], 16) % which.parts == which.part - 1]
    if which.percent < 100 and chosen:
        count = max(1, round(len(chosen) * which.percent / 100))
        chosen = sorted(random.sample(chosen, count))
    return chosen


def choose_turn(sizes: Mapping[str, int], turn: tuple[int, int, int]) -> tuple[list[str], int]:
    """The packs whose turn it is, in order, and the point of the circle that is then reached."""
    point, share, most = turn
    ahead = sorted((pack for pack in sizes if _way(pack, point) < share), key=lambda pack: _way(pack, point))
    chosen: list[str] = []
    room = most
    for pack in ahead:
        room -= sizes[pack]
        if most and room < 0:
            return chosen, int(pack[:8], 16)
        chosen.append(pack)
    return chosen, (point + share) % TURN


def _way(pack: str, point: int) -> int:
    return (int(pack[:8], 16) - point) % TURN


def read_pack(repository: Repository, pack_id: str, blobs: Sequence[BlobInPack]) -> PackReading:
    """Read and prove one pack. `blobs`: what the index says is in it."""
    data = _load(repository, pack_id)
    again = False
    if data is None or sha256(data).hexdigest() != pack_id:
        second = _load(repository, pack_id)
        again = second is not None and sha256(second).hexdigest() == pack_id
        data = second if second is not None else data
    if data is None:
        return PackReading(pack_id, 0, missing=True, hash_fits=False, bad=tuple(blobs))
    return PackReading(
        pack_id,
        len(data),
        hash_fits=again or sha256(data).hexdigest() == pack_id,
        header=_header_problem(repository, pack_id, data, blobs),
        bad=tuple(blob for blob in blobs if not _is_whole(repository, data, blob)),
        read_again=again,
    )


def read_packs(
    repository: Repository, packs: Iterable[tuple[str, Sequence[BlobInPack]]], cancelled: Cancellation | None = None
) -> Iterator[PackReading]:
    """Read these packs, several at a time; the readings come in the order of `packs`."""
    threads = max(repository.storage.traits.connections if repository.storage.traits.remote else 1, min(4, os.cpu_count() or 1))
    waiting: deque[Future[PackReading]] = deque()
    with ThreadPoolExecutor(threads, thread_name_prefix="pack-reader") as pool:
        try:
            for pack_id, blobs in packs:
                waiting.append(pool.submit(read_pack, repository, pack_id, blobs))
                while len(waiting) > threads:
                    yield _next(waiting, cancelled)
            while waiting:
                yield _next(waiting, cancelled)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _next(waiting: deque[Future[PackReading]], cancelled: Cancellation | None) -> PackReading:
    if cancelled is not None:
        cancelled.check()
    return waiting.popleft().result()


def _load(repository: Repository, pack_id: str) -> bytes | None:
    repository.storage.distrust(pack_name(pack_id))  # a copy kept nearby proves nothing about the storage
    try:
        return repository.storage.load(pack_name(pack_id))
    except NotFound:
        return None
    except HoldfastError as error:
        if error.code != "SHORT":
            raise
        return None


def _header_problem(repository: Repository, pack_id: str, data: bytes, blobs: Sequence[BlobInPack]) -> str:
    try:
        found = parse_pack(data, len(data), repository.sealer(), pack_id)
    except Damaged as error:
        return error.message
    if not isinstance(found, PackContents) or sorted(found.blobs, key=_order) != sorted(blobs, key=_order):
        return "Its table of contents is not what the index says."
    return ""


def _order(blob: BlobInPack) -> tuple[int, bytes]:
    return blob.offset, blob.id


def _is_whole(repository: Repository, data: bytes, blob: BlobInPack) -> bool:
    sealed = memoryview(data)[blob.offset : blob.offset + blob.length]
    if len(sealed) != blob.length:
        return False
    try:
        repository.open_blob(blob.id, sealed, blob.plain_length)
    except Damaged:
        return False
    return True
