"""Worker processes and this end of their pipes. Needs an asyncio loop.

What only asks sites goes to the one network worker (`holdfast.jobs.network`); everything else has a process of its own, which may ask
sites through this program (`Asked`) while it moves bytes.

Cancelling has four steps, each only when the one before did not help: a message, closing the worker's stdin, terminate, kill.
A worker that goes without a `Finished` (killed, out of memory, crashed) gets one here: failed, WORKER-DIED.
"""

from __future__ import annotations

import asyncio
import logging
from asyncio.subprocess import Process
from collections.abc import AsyncIterator

import msgspec

from holdfast.errors import Cancelled
from holdfast.jobs.command import worker_command
from holdfast.jobs.messages import (
    Answered,
    AnyEvent,
    AnyRequest,
    Asked,
    Called,
    Cancel,
    CredentialRenewed,
    DownloadFromSite,
    Finished,
    Noted,
    OnNetwork,
    Progressed,
    Share,
    Started,
    verb_of,
)  # fmt: skip
from holdfast.jobs.network import NetworkRun, NetworkWorker
from holdfast.jobs.piping import lines, see_off, send, signal_to, spawn, words_of, worker_died
from holdfast.jobs.runner import Run

log = logging.getLogger(__name__)

CLOSE_AFTER = 5.0
TERMINATE_AFTER = 15.0
KILL_AFTER = 20.0
"""Seconds after a cancel. The worker itself promises to stop within two; what it may still have to do is save a partial backup."""


class ProcessRunner:
    """Performs each request in a worker process of its own, or in the network worker. `start` must be called on a running loop; `close` at
    the end, on the same."""

    def __init__(self, command: list[str] | None = None, *, log: str = "") -> None:
        """`log`: the file for what the network worker says of itself (a crash); jobs have their own."""
        self._command = command
        self._log = log
        self._network: NetworkWorker | None = None
        self._downloads: dict[str, Process] = {}
        """Those that share the limit of bandwidth."""

    def warm(self, verb: str) -> None:
        pass  # a process that waits for its request would have to be ended when none comes

    def start(self, request: AnyRequest) -> Run:
        if isinstance(request, OnNetwork):
            return self._ask_network(request)
        return _ProcessRun(request, self._command or worker_command(), self)

    def _ask_network(self, request: OnNetwork) -> NetworkRun:
        if self._network is None:
            self._network = NetworkWorker(self._command or worker_command(), self._log)
        return self._network.start(request)

    def start_network(self, request: OnNetwork) -> NetworkRun:
        """For a worker that asks."""
        return self._ask_network(request)

    async def downloads_changed(self, job: str, process: Process | None) -> None:
        """A download has begun or (None) ended: each gets its share of the limit."""
        if process is not None:
            self._downloads[job] = process
        else:
            self._downloads.pop(job, None)
        for one, worker in list(self._downloads.items()):
            await send(worker, Share(job=one, among=len(self._downloads)))

    async def close(self) -> None:
        network, self._network = self._network, None
        if network is not None:
            await network.close()


class _ProcessRun:
    def __init__(self, request: AnyRequest, command: list[str], runner: ProcessRunner) -> None:
        self._request = request
        self._command = command
        self._runner = runner
        self._loop = asyncio.get_running_loop()
        self._cancel_asked = asyncio.Event()
        self._started = False
        self._warnings: list[str] = []
        self._told: asyncio.Queue[AnyEvent | None] = asyncio.Queue()
        self._answering: set[asyncio.Task[None]] = set()

    def cancel(self) -> None:
        self._loop.call_soon_threadsafe(self._cancel_asked.set)

    async def events(self) -> AsyncIterator[AnyEvent]:
        try:
            process = await spawn(self._command, self._request.log, self._request)
        except OSError as error:
            log.exception("a worker cannot be started")
            yield self._started_event()
            yield self._died(f"The process for this job could not be started ({error.strerror}).")
            return
        limited = isinstance(self._request, DownloadFromSite) and self._request.limit > 0
        if limited:
            await self._runner.downloads_changed(self._request.job, process)
        tasks = [asyncio.create_task(self._stop_when_asked(process)), asyncio.create_task(self._read(process))]
        try:
            while (event := await self._told.get()) is not None:
                yield event
                if isinstance(event, Finished):
                    return
            code = await process.wait()
            if not self._started:
                yield self._started_event()
            yield self._died(words_of(code), exit_code=code)
        finally:
            for task in (*tasks, *self._answering):
                task.cancel()
            await asyncio.wait([*tasks, *self._answering])
            if limited:
                await self._runner.downloads_changed(self._request.job, None)
            await see_off(process)

    async def _read(self, process: Process) -> None:
        async for event in lines(process):
            if isinstance(event, Asked):
                task = asyncio.create_task(self._answer(process, event))
                self._answering.add(task)
                task.add_done_callback(self._answering.discard)
                continue
            self._started = self._started or isinstance(event, Started)
            if isinstance(event, Noted):
                self._warnings.append(event.message)
            self._told.put_nowait(event)
        self._told.put_nowait(None)

    async def _answer(self, process: Process, asked: Asked) -> None:
        """Have the network worker ask; what it tells meanwhile belongs to this job."""
        job = self._request.job
        run = self._runner.start_network(msgspec.structs.replace(asked.request, job=f"{job}.{asked.number}"))
        events = run.events()
        try:
            async for event in events:
                if isinstance(event, Finished):
                    answer = msgspec.structs.replace(event, job=job)
                    await send(process, Answered(job=job, number=asked.number, finished=answer))
                elif isinstance(event, Called | CredentialRenewed | Progressed):
                    self._told.put_nowait(msgspec.structs.replace(event, job=job))
        finally:
            await events.aclose()  # type: ignore[attr-defined]  # it is a generator: see Run.events

    async def _stop_when_asked(self, process: Process) -> None:
        await self._cancel_asked.wait()
        await send(process, Cancel(job=self._request.job))
        await asyncio.sleep(CLOSE_AFTER)
        if process.stdin is not None:
            process.stdin.close()
        await asyncio.sleep(TERMINATE_AFTER - CLOSE_AFTER)
        signal_to(process, terminate=True)
        await asyncio.sleep(KILL_AFTER - TERMINATE_AFTER)
        signal_to(process, terminate=False)

    def _started_event(self) -> Started:
        return Started(job=self._request.job, site=self._request.site, verb=verb_of(self._request))

    def _died(self, message: str, exit_code: int | None = None) -> Finished:
        asked = self._cancel_asked.is_set()
        failure = Cancelled().failure() if asked else worker_died(message, exit_code=exit_code)
        return Finished(
            job=self._request.job,
            site=self._request.site,
            outcome="cancelled" if asked else "failed",
            failure=failure,
            warnings=tuple(self._warnings),
        )
