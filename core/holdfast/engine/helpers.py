"""Helper processes: as many as the machine has cores, less the archiver's own. They read, cut, hash, seal, pack and store files.

They are started when there is enough to do, by `multiprocessing` with the spawn method (a frozen program needs
``multiprocessing.freeze_support()`` in its entry, nothing else). Key and address travel through a pipe. Each opens the storage by
itself. A helper ends when its pipe closes, so none outlives the archiver for longer than a batch.
"""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from multiprocessing import connection, get_context, shared_memory
from typing import TYPE_CHECKING

import msgspec

from holdfast.engine.archiver_tasks import Batch, Done, Failed, Finish, Moving, Packs, Pausing
from holdfast.engine.helpers_claims import ClaimTable, room_of_each, table_size
from holdfast.errors import Failure, InternalError, as_failure, from_failure
from holdfast.progress import Progress, Retry
from holdfast.repository.crypto import MasterKey
from holdfast.secret import decode_secret, encode_secret
from holdfast.storage.base import StorageAddress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from holdfast.engine.archiver_blobs import BlobSaver
    from holdfast.repository.ids import BlobId
    from holdfast.repository.repository import Repository

QUEUE = 3
"""Batches given to a helper at a time, so that it never waits for the archiver."""


class Start(msgspec.Struct, array_like=True):
    """The first message to a helper."""

    address: StorageAddress
    encrypt: bytes
    mac_k: bytes
    mac_r: bytes
    polynomial: int
    claims: str
    """Name of the shared memory with the claim table."""
    room: int
    """How many ids this helper may add to it."""


def cores() -> int:
    """Processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


class Helper:
    """One helper, seen from the archiver."""

    def __init__(self, process: BaseProcess, pipe: Connection) -> None:
        self.process = process
        self.pipe = pipe
        self.outstanding = 0
        self.moved = 0
        """Bytes of the batch it works on that are done."""
        self.ended = False


class HelperPool:
    """Helpers and the claim table they share with the archiver. Close it in any case."""

    def __init__(
        self,
        repository: Repository,
        address: StorageAddress,
        count: int,
        known: Iterable[BlobId],
        known_count: int,
        retrying: Callable[[Retry | None], None] = lambda _: None,
    ) -> None:
        """`retrying` hears what helpers try again, while `receive` is called."""
        self._retrying = retrying
        self._memory = shared_memory.SharedMemory(create=True, size=table_size(known_count))
        room = room_of_each(known_count, count + 1)
        self.claims = ClaimTable(buffer_of(self._memory), room)
        self.claims.fill(known)
        key = repository.key
        start = Start(address, key.encrypt, key.mac_k, key.mac_r, repository.config.polynomial, self._memory.name, room)
        message = msgspec.msgpack.encode(start, enc_hook=encode_secret)
        context = get_context("spawn")
        self.helpers: list[Helper] = []
        for number in range(count):
            ours, theirs = context.Pipe()
            process = context.Process(target=helper_main, args=(theirs,), name=f"holdfast-helper-{number}", daemon=True)
            process.start()
            theirs.close()
            ours.send_bytes(message)
            self.helpers.append(Helper(process, ours))

    def wanting(self) -> Iterator[Helper]:
        """The helpers that can take another batch, the idlest first."""
        for level in range(QUEUE):
            for helper in self.helpers:
                if helper.outstanding <= level:
                    yield helper

    def give(self, helper: Helper, batch: Batch) -> None:
        helper.outstanding += 1
        self._send(helper, msgspec.msgpack.encode(batch))

    def finish(self, *, drop: bool) -> None:
        """Ask all helpers to store what they hold and end; their last word is a `Packs` with `last`."""
        for helper in self.helpers:
            self._send(helper, msgspec.msgpack.encode(Finish(drop)))

    def _send(self, helper: Helper, message: bytes) -> None:
        try:
            helper.pipe.send_bytes(message)
        except OSError:
            raise _died(helper) from None

    def receive(self, timeout: float) -> list[Done | Packs]:
        """What helpers have said. Raises the error that ended a helper."""
        waiting = {helper.pipe: helper for helper in self.helpers if not helper.ended}
        said: list[Done | Packs] = []
        for pipe in connection.wait(list(waiting), timeout):
            helper = waiting[pipe]  # type: ignore[index]  # wait gives back the objects it was given
            try:
                message = _from_helper.decode(helper.pipe.recv_bytes())
            except (EOFError, OSError):
                raise _died(helper) from None
            if isinstance(message, Failed):
                helper.ended = True
                raise from_failure(msgspec.json.decode(message.failure, type=Failure))
            if isinstance(message, Moving):
                helper.moved = message.bytes
                continue
            if isinstance(message, Pausing):
                self._retrying(message.retry)
                continue
            if isinstance(message, Done):
                helper.moved = 0
                helper.outstanding -= 1
            elif message.last:
                helper.ended = True
            said.append(message)
        return said

    @property
    def all_ended(self) -> bool:
        return all(helper.ended for helper in self.helpers)

    def close(self) -> None:
        """End all helpers, those that work too, and free the table."""
        for helper in self.helpers:
            helper.pipe.close()
        for helper in self.helpers:
            if not helper.ended:
                helper.process.terminate()
            helper.process.join(timeout=5)
            if helper.process.is_alive():
                helper.process.kill()
                helper.process.join()
            helper.process.close()
        self.claims.close()
        self._memory.close()
        self._memory.unlink()


def buffer_of(memory: shared_memory.SharedMemory) -> memoryview:
    """The bytes of shared memory that is open."""
    assert memory.buf is not None  # noqa: S101 - None only after close
    return memory.buf


def _died(helper: Helper) -> InternalError:
    helper.ended = True
    helper.process.join(timeout=1)
    return InternalError(
        f"A helper of the backup ended unexpectedly (exit code {helper.process.exitcode}).",
        code="HELPER-DIED",
        hint="Your earlier backups are not affected. Was the computer out of memory? Start the backup again.",
        retryable=True,
    )


_from_helper = msgspec.msgpack.Decoder(Done | Packs | Moving | Pausing | Failed)
_to_helper = msgspec.msgpack.Decoder(Batch | Finish)


# ---- in the helper


def helper_main(pipe: Connection) -> None:
    """A helper's life."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the archiver, which tells us
    try:
        _work(pipe)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        pass  # the archiver is gone
    except BaseException as error:  # whatever it is ends the run there
        try:
            pipe.send_bytes(msgspec.msgpack.encode(Failed(msgspec.json.encode(as_failure(error)))))
        except OSError:
            pass
    finally:
        pipe.close()


def _work(pipe: Connection) -> None:
    from holdfast.engine.archiver_blobs import BlobSaver
    from holdfast.engine.helpers_memory import collect_rarely, keep_freed_memory
    from holdfast.repository.crypto import Sealer
    from holdfast.repository.pack_writer import PackWriter
    from holdfast.storage.opening import open_storage

    keep_freed_memory()
    collect_rarely()
    start = msgspec.msgpack.decode(pipe.recv_bytes(), type=Start, dec_hook=decode_secret)
    key = MasterKey(start.encrypt, start.mac_k, start.mac_r)
    memory = shared_memory.SharedMemory(start.claims)
    claims = ClaimTable(buffer_of(memory), start.room)
    try:
        outbox = _Outbox(pipe)
        with PackWriter(open_storage(start.address, progress=outbox), lambda: Sealer(key)) as writer:
            inbox = _Inbox(pipe, outbox)
            saver = BlobSaver(writer, start.polynomial, claims, inbox.between)
            inbox.saver = saver
            while (batch := inbox.next()) is not None:
                try:
                    done = saver.save_batch(batch)
                except _Dropped:
                    break
                outbox.send(done)
                if packs := writer.take_saved():
                    outbox.send(Packs(packs))
            outbox.send(Packs(writer.flush(), last=True))
    finally:
        claims.close()
        memory.close()


class _Dropped(Exception):
    """The file in hand is not wanted any more."""


class _Outbox(Progress):
    """What is said to the archiver: by this thread, and by those that store packs and try again."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._lock = threading.Lock()

    def send(self, message: Done | Packs | Moving | Pausing) -> None:
        with self._lock:
            self._pipe.send_bytes(msgspec.msgpack.encode(message))

    def retrying(self, retry: Retry | None) -> None:
        self.send(Pausing(retry))


class _Inbox:
    """What the archiver sent, in order; looked into also while a long file is read."""

    def __init__(self, pipe: Connection, outbox: _Outbox) -> None:
        self._pipe = pipe
        self._outbox = outbox
        self._waiting: deque[Batch] = deque()
        self._finish: Finish | None = None
        self._looked = 0.0
        self.saver: BlobSaver | None = None

    def next(self) -> Batch | None:
        """The next batch; None when there will be no more."""
        self._look()
        while not self._waiting and self._finish is None:
            self._take()
        return self._waiting.popleft() if self._waiting else None

    def between(self) -> None:
        """Called while a long file is read."""
        now = time.monotonic()
        if now - self._looked < 0.2:
            return
        self._looked = now
        self._look()
        if self._finish is not None and self._finish.drop:
            raise _Dropped
        if self.saver is not None:
            self._outbox.send(Moving(self.saver.counts.bytes_read + self.saver.moved))

    def _look(self) -> None:
        while self._finish is None and self._pipe.poll(0):
            self._take()

    def _take(self) -> None:
        message = _to_helper.decode(self._pipe.recv_bytes())
        if isinstance(message, Batch):
            self._waiting.append(message)
            return
        self._finish = message
        if message.drop:
            self._waiting.clear()
