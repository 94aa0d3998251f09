"""Blobs in, finished packs out: two open packs of each kind, each blob into a random one of them.

Random, because one file's blobs in a row would show an observer of the storage where the file was cut (restic#5291).
Finished packs are stored by background threads; how many wait is bounded, so memory is too.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from holdfast.cancellation import Cancellation
from holdfast.repository.compression import LEVEL, Compressor, Decompressor
from holdfast.repository.crypto import Sealer
from holdfast.repository.ids import BlobId, BlobKind
from holdfast.repository.packs import TARGET_SIZE, PackBuilder, PackContents, SealedBlob, new_memory, pack_name
from holdfast.storage.base import Storage

OPEN_PACKS = 2


class PackWriter:
    """Writes new packs. `add` may be called from several threads; one writer per process is the fast way.

    `on_pack` is called (in a saving thread) with each pack once it is durable. An error while storing is raised by the next `add`
    or by `flush`. When `cancelled` is set, `add` does not wait for slow storages any more: the caller is about to stop.
    Without `flush`, blobs of open packs are lost; `close` (or leaving the ``with`` block) abandons them.
    """

    def __init__(
        self,
        storage: Storage,
        sealers: Callable[[], Sealer],
        *,
        target_size: int = TARGET_SIZE,
        level: int = LEVEL,
        on_pack: Callable[[PackContents], None] | None = None,
        cancelled: Cancellation | None = None,
    ) -> None:
        self._storage = storage
        self._sealers = sealers
        self._target = target_size
        self._level = level
        self._on_pack = on_pack
        self._cancelled = cancelled or Cancellation()
        self._random = random.Random()  # noqa: S311 - hides an order, keeps no secret
        self._local = threading.local()
        self._mutex = threading.Lock()
        self._open: dict[BlobKind, list[PackBuilder]] = {k: [self._new(k) for _ in range(OPEN_PACKS)] for k in ("data", "tree")}
        self._saved: list[PackContents] = []
        threads = max(1, storage.traits.connections - 1) if storage.traits.remote else 1
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="pack-saver")
        self._slots = threading.Semaphore(threads + 1)
        self._saving: set[Future[None]] = set()
        self._failure: BaseException | None = None

    def __enter__(self) -> PackWriter:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, kind: BlobKind, blob_id: BlobId, plain: bytes | memoryview) -> int:
        """Seal, verify and pack one blob; returns its sealed length. The caller has checked that it is new."""
        try:
            tools = self._local.tools
        except AttributeError:
            tools = self._local.tools = (self._sealers(), Compressor(self._level), Decompressor())
        sealer, compressor, decompressor = tools
        whole = plain if type(plain) is bytes else bytes(plain)
        packed = compressor.compress(whole)
        return self._into_a_pack(kind, len(packed), lambda pack: pack.add(sealer, decompressor, blob_id, whole, packed))

    def add_sealed(self, blob: SealedBlob) -> None:
        """Pack a blob that is sealed already (prune moves blobs as they are, after checking them)."""

        def add(pack: PackBuilder) -> int:
            pack.add_sealed(blob)
            return len(blob.sealed)

        self._into_a_pack(blob.kind, len(blob.sealed), add)

    def _into_a_pack(self, kind: BlobKind, size: int, add: Callable[[PackBuilder], int]) -> int:
        if self._failure is not None:
            self._raise_failure()
        if size >= self._target:
            pack = self._new(kind)
            length = add(pack)
            self._save_later(pack)
            return length
        number = self._random.getrandbits(1)
        while True:
            pack = self._open[kind][number]
            with pack.turn:
                if pack is not self._open[kind][number]:
                    continue  # another thread filled it meanwhile
                length = add(pack)
                full = pack.is_full(self._target)
                if full:
                    self._open[kind][number] = self._new(kind)
            if full:
                self._save_later(pack)
            return length

    def _new(self, kind: BlobKind) -> PackBuilder:
        return PackBuilder(kind, new_memory(self._target))

    def flush(self) -> list[PackContents]:
        """Store what is open, wait until everything is durable, and return all packs stored since the last `flush`."""
        for pack in self._merge_open():
            self._save_later(pack)
        for future in list(self._saving):
            future.result()
        if self._failure is not None:
            self._raise_failure()
        with self._mutex:
            saved, self._saved = self._saved, []
        return saved

    def take_saved(self) -> list[PackContents]:
        """The packs that became durable since the last call; does not wait (for an index in mid-backup)."""
        with self._mutex:
            saved, self._saved = self._saved, []
        return saved

    def close(self) -> None:
        """Wait for what is being stored and let go of threads; open packs are abandoned."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _merge_open(self) -> list[PackBuilder]:
        """The open packs of each kind as one each: small packs cost more than an observer learns from their union."""
        result: list[PackBuilder] = []
        for kind, packs in list(self._open.items()):
            first, *others = packs
            self._open[kind] = [self._new(kind) for _ in range(OPEN_PACKS)]
            for other in others:
                first.take(other)
            if len(first):
                result.append(first)
        return result

    def _save_later(self, pack: PackBuilder) -> None:
        while not self._slots.acquire(timeout=0.2):
            if self._failure is not None:
                self._raise_failure()
            if self._cancelled.is_set():
                break  # one pack more than planned waits in memory; nobody will add many more
        future = self._pool.submit(self._save, pack)
        self._saving.add(future)
        future.add_done_callback(self._saving.discard)

    def _save(self, pack: PackBuilder) -> None:
        try:
            if self._failure is not None:
                return
            contents, data = pack.finish(self._sealers())
            name = pack_name(contents.id)
            if pack.kind == "tree":
                self._storage.keep_near([name])
            self._storage.save(name, [data])
            with self._mutex:
                self._saved.append(contents)
            if self._on_pack is not None:
                self._on_pack(contents)
        except BaseException as error:  # handed to the thread that adds
            self._failure = error
        finally:
            self._slots.release()

    def _raise_failure(self) -> None:
        assert self._failure is not None  # noqa: S101 - both callers looked
        raise self._failure
