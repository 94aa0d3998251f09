"""This end of the pipe to the one network worker of a program: many requests at once, by the ids of their jobs. Needs an asyncio loop.

The worker is started with the first request and ends with the program. When it dies it is started again, and each request that was on it
goes on as `holdfast.jobs.again` says. A job that does not hear its cancel ends here after a while, and the deaf worker is replaced.
"""

from __future__ import annotations

import asyncio
import logging
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Coroutine
from typing import Any

import msgspec

from holdfast.errors import Cancelled
from holdfast.jobs.again import MOST, Seen, again
from holdfast.jobs.messages import AnyEvent, Asked, Cancel, Finished, Noted, OnNetwork, Progressed, ServeNetwork, Started, verb_of
from holdfast.jobs.piping import lines, see_off, send, signal_to, spawn, words_of, worker_died

log = logging.getLogger(__name__)

DEAF_AFTER = 20.0
"""Seconds after a cancel in which a job must end; it promises two."""


class NetworkWorker:
    """Lives as long as the program: `close` it on the same loop."""

    def __init__(self, command: list[str], log_path: str = "") -> None:
        self._command = command
        self._log = log_path
        self._line: _Line | None = None
        self._starting = asyncio.Lock()
        self._closed = False
        self._beside: set[asyncio.Task[None]] = set()

    def start(self, request: OnNetwork) -> NetworkRun:
        return NetworkRun(self, request)

    async def line(self) -> _Line:
        """The pipe to a worker that lives. OSError when none can be started."""
        async with self._starting:
            if self._closed:
                raise OSError("the program ends")
            if self._line is None or self._line.gone:
                self._line = _Line(await spawn(self._command, self._log, ServeNetwork()))
                self.beside(self._line.read())
            return self._line

    def beside(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._beside.add(task)
        task.add_done_callback(self._beside.discard)

    async def close(self) -> None:
        """End the worker; what still runs on it is cancelled."""
        async with self._starting:
            self._closed = True
            if self._line is not None:
                await see_off(self._line.process, 12.0)
        if self._beside:
            await asyncio.wait(self._beside)


class _Line:
    """One worker process and who listens to it."""

    def __init__(self, process: Process) -> None:
        self.process = process
        self.gone = False
        self.words = ""
        self.listeners: dict[str, asyncio.Queue[AnyEvent | None]] = {}

    async def read(self) -> None:
        """Until it is gone: each event to its job's queue, then None to all that are left."""
        async for event in lines(self.process):
            queue = self.listeners.get(event.job)
            if queue is not None and not isinstance(event, Asked):
                queue.put_nowait(event)
        self.gone = True
        self.words = words_of(await self.process.wait())
        if self.listeners:
            log.warning("the network worker is gone with %d jobs on it: %s", len(self.listeners), self.words)
        for queue in self.listeners.values():
            queue.put_nowait(None)


class NetworkRun:
    """A `holdfast.jobs.runner.Run`."""

    def __init__(self, worker: NetworkWorker, request: OnNetwork) -> None:
        self._worker = worker
        self._request = request
        self._loop = asyncio.get_running_loop()
        self._line: _Line | None = None
        self._queue: asyncio.Queue[AnyEvent | None] = asyncio.Queue()
        self._stopping = False
        self._timer: asyncio.TimerHandle | None = None
        self._started = self._finished = False
        self._percent: float | None = None
        self._warnings: list[str] = []
        self._seen = Seen()

    def cancel(self) -> None:
        self._loop.call_soon_threadsafe(self._stop)

    def _stop(self) -> None:
        if self._stopping:
            return
        self._stopping = True
        if self._line is not None:
            self._tell_to_stop(self._line)

    def _tell_to_stop(self, line: _Line) -> None:
        self._worker.beside(send(line.process, Cancel(job=self._request.job)))
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self._loop.call_later(DEAF_AFTER, self._replace, line)

    def _replace(self, line: _Line) -> None:
        log.warning("the network worker did not hear a cancel for %.0f s: it is replaced", DEAF_AFTER)
        signal_to(line.process, terminate=False)

    async def events(self) -> AsyncIterator[AnyEvent]:
        try:
            request: OnNetwork | None = self._request
            for _ in range(1 + MOST):
                if request is None or self._stopping:
                    break
                async for event in self._once(request):
                    yield event
                    if isinstance(event, Finished):
                        return
                request = again(self._request, self._seen)
            if not self._started:
                yield Started(job=self._request.job, site=self._request.site, verb=verb_of(self._request))
            yield self._died()
        finally:
            self._leave()

    async def _once(self, request: OnNetwork) -> AsyncIterator[AnyEvent]:
        """One attempt: until `Finished`, or until the worker is gone."""
        try:
            line = await self._worker.line()
        except OSError:
            log.exception("the network worker cannot be started")
            return
        self._line, self._queue = line, asyncio.Queue()
        line.listeners[request.job] = self._queue
        if line.gone:
            return
        await send(line.process, request)
        if self._stopping:
            self._tell_to_stop(line)
        while (event := await self._queue.get()) is not None:
            if (told := self._noticed(event)) is not None:
                yield told

    def _noticed(self, event: AnyEvent) -> AnyEvent | None:
        """`event` as it is to be told: a second attempt neither starts anew nor goes back."""
        self._seen.look(event)
        match event:
            case Started():
                first, self._started = not self._started, True
                if not first:
                    return None
                return msgspec.structs.replace(event, verb=verb_of(self._request))
            case Progressed() if event.percent is not None:
                self._percent = max(self._percent or 0.0, event.percent)
                return msgspec.structs.replace(event, percent=self._percent)
            case Noted():
                self._warnings.append(event.message)
            case Finished():
                self._finished = True
                earlier = [one for one in self._warnings if one not in event.warnings]
                outcome = "warning" if earlier and event.outcome == "success" else event.outcome
                return msgspec.structs.replace(event, outcome=outcome, warnings=(*earlier, *event.warnings))
        return event

    def _leave(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        line, self._line = self._line, None
        if line is None or line.gone:
            return
        if line.listeners.get(self._request.job) is not self._queue:
            return  # a next request of the same job listens
        del line.listeners[self._request.job]
        if not self._finished and not self._stopping:  # whoever gives up reading gives up the work
            self._worker.beside(send(line.process, Cancel(job=self._request.job)))

    def _died(self) -> Finished:
        if self._stopping:
            failure = Cancelled("Stopped on request. What runs on the site goes on there.").failure()
        else:
            told = self._line.words if self._line is not None else ""
            failure = worker_died(told or "The process that asks sites could not be started.", unclear=self._seen.changed)
        return Finished(
            job=self._request.job,
            site=self._request.site,
            outcome="cancelled" if self._stopping else "failed",
            failure=failure,
            warnings=tuple(self._warnings),
        )
