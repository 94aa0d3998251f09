"""Who reads and stores files: this process, a thread of it for long files, and helper processes once there is much to do.

The thread costs nothing to start and long files suit threads (every library lets go of the interpreter for large blobs). Small files
need processes; one takes a quarter of a second of a core to start.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from holdfast.cancellation import Cancellation
from holdfast.engine.archiver_blobs import BlobSaver
from holdfast.engine.archiver_queue import WorkQueue
from holdfast.engine.archiver_tasks import Batch, Done, Packs
from holdfast.engine.helpers_claims import LocalClaims
from holdfast.engine.helpers_memory import collect_rarely
from holdfast.progress import Retry
from holdfast.repository.index import Index
from holdfast.repository.packs import PackContents
from holdfast.repository.repository import Repository

if TYPE_CHECKING:
    from holdfast.engine.helpers import HelperPool

HELPERS_FROM_BYTES = 96 << 20
HELPERS_FROM_FILES = 5000
"""Helpers are started when small files of this many bytes, or this many files, have changed."""
_SWITCH_INTERVAL = 0.0005
"""Seconds a thread may keep the interpreter while another waits (Python's default is ten times that)."""


class Crew:
    """Takes batches from a `WorkQueue` and gives back `Done`. Call `close` in any case."""

    def __init__(
        self,
        repository: Repository,
        index: Index,
        most_helpers: int | None,
        between: Callable[[], None],
        cancelled: Cancellation,
        retrying: Callable[[Retry | None], None] = lambda _: None,
    ) -> None:
        """`most_helpers`: None = by the number of cores, 0 = none. `between` is called now and then while this process works;
        `retrying` with what helpers try again."""
        self._retrying = retrying
        self._repository = repository
        self._most_helpers = most_helpers
        self.writer = repository.pack_writer(cancelled=cancelled)
        self._claims = LocalClaims(index)
        polynomial = repository.config.polynomial
        self.saver = BlobSaver(self.writer, polynomial, self._claims, between)
        self._side_saver = BlobSaver(self.writer, polynomial, self._claims, self._check_side)
        self._side_executor: ThreadPoolExecutor | None = None
        self._side: Future[Done] | None = None
        self._stopped = False
        self._pool: HelperPool | None = None
        self._packs: list[PackContents] = []
        self._switch_interval = 0.0
        self._gc_threshold = gc.get_threshold()

    def help(self, queue: WorkQueue) -> None:
        """Give others what they can take."""
        if self._pool is None and (queue.small_bytes >= HELPERS_FROM_BYTES or queue.files_added >= HELPERS_FROM_FILES):
            self._start_helpers()
        if self._pool is not None:
            for helper in self._pool.wanting():
                if (batch := queue.take(large_first=True)) is None:
                    return
                self._pool.give(helper, batch)
        elif self._side is None and (batch := queue.take_large()) is not None:
            self._start_side(batch)

    def work(self, batch: Batch) -> Done:
        """Do a batch in this thread."""
        self._get_ready()
        return self.saver.save_batch(batch)

    def done(self, timeout: float) -> list[Done]:
        """What others have done meanwhile; waits up to `timeout` seconds for the first. Raises what ended a helper."""
        result: list[Done] = []
        if self._side is not None and (self._side.done() or (timeout and self._pool is None)):
            try:
                result.append(self._side.result(timeout))
                self._side = None
            except TimeoutError:
                pass
        if self._pool is not None:
            for said in self._pool.receive(0 if result else timeout):
                if isinstance(said, Packs):
                    self._packs += said.packs
                else:
                    result.append(said)
        return result

    @property
    def moved(self) -> int:
        """Bytes of long files that are done though the files are not."""
        savers = sum(saver.counts.bytes_read + saver.moved for saver in (self.saver, self._side_saver) if saver.moved)
        return savers + (sum(helper.moved for helper in self._pool.helpers) if self._pool is not None else 0)

    def finish(self, *, drop: bool) -> None:
        """No more batches will come; helpers begin to store what they hold. `drop`: also give up batches that are not done."""
        self._stopped = drop
        if self._pool is not None:
            self._pool.finish(drop=drop)

    def durable(self) -> list[PackContents]:
        """The packs that became durable since the last call."""
        packs = self._packs + self.writer.take_saved()
        self._packs = []
        return packs

    def flush(self, keep_alive: Callable[[], None]) -> list[PackContents]:
        """After `finish`: store everything that is open, wait until it is durable, and return all packs not yet returned. Calls
        `keep_alive` about once a second."""
        self._wait_side()
        self._packs += self.writer.flush()
        while self._pool is not None and not self._pool.all_ended:
            keep_alive()
            self.done(1.0)
        return self.durable()

    def close(self) -> None:
        """End helpers and threads; what is not stored by now is given up."""
        self._stopped = True
        if self._pool is not None:
            self._pool.close()
            self._pool = None
        self._wait_side()
        if self._side_executor is not None:
            self._side_executor.shutdown()
        self.writer.close()
        if self._switch_interval:
            sys.setswitchinterval(self._switch_interval)
            self._switch_interval = 0.0
            gc.set_threshold(*self._gc_threshold)

    def _get_ready(self) -> None:
        if not self._switch_interval:
            self._switch_interval = sys.getswitchinterval()
            sys.setswitchinterval(_SWITCH_INTERVAL)
            self._gc_threshold = collect_rarely()

    def _start_helpers(self) -> None:
        if self._most_helpers == 0:
            return
        from holdfast.engine.helpers import HelperPool, cores

        address = self._repository.storage.address()
        count = cores() - 1 if self._most_helpers is None else self._most_helpers
        if address is None or count <= 0:
            self._most_helpers = 0
            return
        known = [*self._repository.index.ids("data"), *self._claims.claimed.copy()]
        self._pool = HelperPool(self._repository, address, count, known, len(known), self._retrying)
        self.saver.claims = self._side_saver.claims = self._pool.claims

    def _start_side(self, batch: Batch) -> None:
        self._get_ready()
        if self._side_executor is None:
            self._side_executor = ThreadPoolExecutor(1, thread_name_prefix="long-files")
        self._side = self._side_executor.submit(self._side_saver.save_batch, batch)

    def _wait_side(self) -> None:
        """Let the thread end its file, or give it up when `_stopped`."""
        if self._side is not None:
            try:
                self._side.result()
            except Exception:  # told by `done`; here the run is being given up
                if not self._stopped:
                    raise
            self._side = None

    def _check_side(self) -> None:
        if self._stopped:
            raise Dropped


class Dropped(Exception):
    """The file in hand is not wanted any more."""
