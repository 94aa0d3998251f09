"""Who does the tasks of a restore: this process (with a few threads when the storage is far away), or helper processes beside it (as
many as there are processors).

Helpers are started by `multiprocessing` with the spawn method and get key, address and target through a pipe; they open both by
themselves. One ends when its pipe closes, so none outlives the restorer for longer than a task.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from multiprocessing import connection
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.helpers import cores
from holdfast.engine.helpers_memory import keep_freed_memory
from holdfast.engine.restore_standby import Standby, start_helper
from holdfast.engine.restore_work import PackOutcome, PackTask, Worker, place_of
from holdfast.errors import Failure, InternalError, StorageError, as_failure, from_failure
from holdfast.progress import SILENT, Progress, Retry
from holdfast.secret import decode_secret, encode_secret
from holdfast.storage.base import StorageAddress
from holdfast.targets.folder import Rights, open_target

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from holdfast.repository.repository import Repository
    from holdfast.targets.folder import Target

_QUEUE = 2
"""Tasks given to a helper at a time, so that it never waits for the restorer."""
_SMALL_BYTES = 24 << 20
_SMALL_FILES = 1000
"""Up to this much is done in this process: helpers take a quarter of a second to start."""
_FAR_BYTES = 512 << 20
_FAR_FILES = 10_000
"""The same over a network: threads of this process wait as well as helpers do, and nothing has to be started."""
_FAR_HELPERS = 4
"""At least this many over a network, where they mostly wait."""


class Crew(Protocol):
    def run(self, tasks: Iterator[PackTask]) -> Iterator[tuple[PackTask, PackOutcome]]:
        """Do all tasks, in any order. Tasks are asked for as workers become free. Raises `Cancelled` and what ends a restore."""

    def close(self) -> list[PackTask]:
        """End helpers, also in the middle of a task; the tasks that were not finished."""


def choose_crew(
    repository: Repository,
    target: Target | None,
    rights: Rights,
    wanted: int | None,
    size: tuple[int, int],
    cancelled: Cancellation,
    standby: Standby | None = None,
    progress: Progress = SILENT,
) -> Crew:
    """Helpers when there is enough to do (`size`: files, bytes) and the storage can be opened by another process. Without a target
    blobs are read and nothing is written. `progress` hears of what helpers try again."""
    address = repository.storage.address()
    files, total = size
    count = wanted if wanted is not None else max(cores(), _FAR_HELPERS if repository.storage.traits.remote else 1)
    far = repository.storage.traits.remote
    small = files <= (_FAR_FILES if far else _SMALL_FILES) and total <= (_FAR_BYTES if far else _SMALL_BYTES)
    if address is None or count == 0 or (wanted is None and (count == 1 or small)):
        if far:
            return Threads(repository, target, rights, cancelled)
        return OneWorker(Worker(repository.storage, repository.key, target, rights), cancelled)
    return Helpers(repository, address, target, rights, count, cancelled, standby, progress)


class OneWorker:
    """Everything in this process, one task after the other."""

    def __init__(self, worker: Worker, cancelled: Cancellation) -> None:
        self._worker = worker
        self._cancelled = cancelled

    def run(self, tasks: Iterator[PackTask]) -> Iterator[tuple[PackTask, PackOutcome]]:
        for task in tasks:
            yield task, self._worker.do(task, self._cancelled)

    def close(self) -> list[PackTask]:
        return []


def _threads(repository: Repository) -> int:
    """Packs at a time: each may have two ranges under way."""
    return max(1, min(4, repository.storage.traits.connections // 2 + 1))


class Threads:
    """Threads of this process, for storages that are far away: while one waits, another writes."""

    def __init__(self, repository: Repository, target: Target | None, rights: Rights, cancelled: Cancellation) -> None:
        self._cancelled = cancelled
        self._given_up = Cancellation()
        count = _threads(repository)
        self._targets: list[Target] = []
        place = place_of(target)
        while target is not None and len(self._targets) < count:  # each is for one thread
            self._targets.append(_opened_again(target.root.absolute(), place))
        own: list[Target | None] = [*self._targets] or [None] * count
        self._idle = [Worker(repository.storage, repository.key, one, rights) for one in own]
        self._pool = ThreadPoolExecutor(count, thread_name_prefix="holdfast-restore")
        self._doing: dict[Future[PackOutcome], tuple[PackTask, Worker]] = {}

    def run(self, tasks: Iterator[PackTask]) -> Iterator[tuple[PackTask, PackOutcome]]:
        more = True
        while more or self._doing:
            while more and self._idle:
                if (task := next(tasks, None)) is None:
                    more = False
                    break
                worker = self._idle.pop()
                self._doing[self._pool.submit(worker.do, task, self._given_up)] = (task, worker)
            self._cancelled.check()
            done, _ = wait(self._doing, 0.2, FIRST_COMPLETED)
            for future in done:
                outcome = future.result()
                task, worker = self._doing.pop(future)
                self._idle.append(worker)
                yield task, outcome

    def close(self) -> list[PackTask]:
        self._given_up.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._close_targets()
        return [task for task, _ in self._doing.values()]

    def _close_targets(self) -> None:
        while self._targets:
            self._targets.pop().close()


def _opened_again(root: Path, place: tuple[int, int]) -> Target:
    """The same target once more; it must not lead elsewhere, should its path do so meanwhile."""
    target = open_target(root, create=False)
    if place_of(target) != place:
        target.close()
        raise StorageError("The folder that is restored to was exchanged for another one meanwhile.", code="RACED")
    return target


class _Start(msgspec.Struct, array_like=True):
    """The first message to a helper."""

    address: StorageAddress
    key: tuple[bytes, bytes, bytes]
    root: bytes | None
    place: tuple[int, int]
    """Device and inode of the root: a helper must not write elsewhere, should the path lead elsewhere meanwhile."""
    rights: Rights


class _Failed(msgspec.Struct, array_like=True, tag=True):
    failure: bytes


class _Done(msgspec.Struct, array_like=True, tag=True):
    outcome: PackOutcome


class _Pausing(msgspec.Struct, array_like=True, tag=True):
    retry: Retry | None


class _Helper:
    """One helper, seen from the restorer. Outcomes come in the order of its tasks."""

    def __init__(self, process: BaseProcess, pipe: Connection) -> None:
        self.process = process
        self.pipe = pipe
        self.tasks: list[PackTask] = []


class Helpers:
    """Helper processes; close them in any case."""

    def __init__(
        self,
        repository: Repository,
        address: StorageAddress,
        target: Target | None,
        rights: Rights,
        count: int,
        cancelled: Cancellation,
        standby: Standby | None = None,
        progress: Progress = SILENT,
    ) -> None:
        self._progress = progress
        key = repository.key
        root = os.fsencode(target.root.absolute()) if target is not None else None
        start = _Start(address, (key.encrypt, key.mac_k, key.mac_r), root, place_of(target), rights)
        message = msgspec.msgpack.encode(start, enc_hook=encode_secret)
        self._cancelled = cancelled
        self._helpers: list[_Helper] = []
        for number in range(count):
            helper = _Helper(*((standby.take() if standby is not None else None) or start_helper(number)))
            self._helpers.append(helper)
            try:
                helper.pipe.send_bytes(message)
            except OSError:
                self.close()
                raise _died(helper) from None

    def run(self, tasks: Iterator[PackTask]) -> Iterator[tuple[PackTask, PackOutcome]]:
        more = True
        while True:
            if more:
                more = self._give(tasks)
            working = {helper.pipe: helper for helper in self._helpers if helper.tasks}
            if not working:
                return
            self._cancelled.check()
            for pipe in connection.wait(list(working), 0.2):
                helper = working[pipe]  # type: ignore[index]  # wait gives back the objects it was given
                said = _received(helper)
                if isinstance(said, _Pausing):
                    self._progress.retrying(said.retry)
                else:
                    yield helper.tasks.pop(0), said

    def _give(self, tasks: Iterator[PackTask]) -> bool:
        """Fill the helpers' queues, the idlest first; False when there are no more tasks."""
        for level in range(_QUEUE):
            for helper in self._helpers:
                if len(helper.tasks) > level:
                    continue
                task = next(tasks, None)
                if task is None:
                    return False
                helper.tasks.append(task)
                try:
                    helper.pipe.send_bytes(msgspec.msgpack.encode(task))
                except OSError:
                    raise _died(helper) from None
        return True

    def close(self) -> list[PackTask]:
        unfinished = [task for helper in self._helpers for task in helper.tasks]
        for helper in self._helpers:
            if helper.tasks:
                helper.process.terminate()
            helper.pipe.close()
        for helper in self._helpers:
            helper.process.join(timeout=2)
            if helper.process.is_alive():
                helper.process.kill()
                helper.process.join()
            helper.process.close()
        self._helpers = []
        return unfinished


def _received(helper: _Helper) -> PackOutcome | _Pausing:
    try:
        message = _from_helper.decode(helper.pipe.recv_bytes())
    except (EOFError, OSError):
        raise _died(helper) from None
    if isinstance(message, _Failed):
        raise from_failure(msgspec.json.decode(message.failure, type=Failure))
    return message.outcome if isinstance(message, _Done) else message


def _died(helper: _Helper) -> InternalError:
    helper.process.join(timeout=1)
    return InternalError(
        f"A helper of the restore ended unexpectedly (exit code {helper.process.exitcode}).",
        code="HELPER-DIED",
        hint="Was the computer out of memory? Start the restore again; what is already right is kept.",
        retryable=True,
    )


_from_helper: msgspec.msgpack.Decoder[_Done | _Pausing | _Failed] = msgspec.msgpack.Decoder(_Done | _Pausing | _Failed)


# ---- in the helper


def helper_main(pipe: Connection) -> None:
    """A helper's life."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the restorer, which ends us
    try:
        _work(pipe)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        pass  # the restorer is gone, or wants no more
    except BaseException as error:  # whatever it is ends the run there
        try:
            pipe.send_bytes(msgspec.msgpack.encode(_Failed(msgspec.json.encode(as_failure(error)))))
        except OSError:
            pass
    finally:
        pipe.close()


class _Outbox(Progress):
    """What is said to the restorer: by this thread, and by those that read packs and try again."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._lock = threading.Lock()

    def send(self, message: _Done | _Pausing) -> None:
        with self._lock:
            self._pipe.send_bytes(msgspec.msgpack.encode(message))

    def retrying(self, retry: Retry | None) -> None:
        self.send(_Pausing(retry))


def _work(pipe: Connection) -> None:
    from holdfast.repository.crypto import MasterKey
    from holdfast.storage.opening import open_storage

    start = msgspec.msgpack.decode(pipe.recv_bytes(), type=_Start, dec_hook=decode_secret)
    keep_freed_memory()
    target = _opened_again(Path(os.fsdecode(start.root)), start.place) if start.root is not None else None
    outbox = _Outbox(pipe)
    worker = Worker(open_storage(start.address, progress=outbox), MasterKey(*start.key), target, start.rights)
    decoder = msgspec.msgpack.Decoder(PackTask)
    while True:
        outcome = worker.do(decoder.decode(pipe.recv_bytes()))
        outbox.send(_Done(outcome))
