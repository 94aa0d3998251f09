"""A worker process and this end of its pipe. Needs an asyncio loop.

Cancelling has four steps, each only when the one before did not help: a message, closing the worker's stdin, terminate, kill.
A worker that goes without a `Finished` (killed, out of memory, crashed) gets one here: failed, WORKER-DIED.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from typing import IO

import msgspec

from holdfast.errors import Cancelled, Failure, InternalError
from holdfast.jobs.command import worker_command, worker_process_options
from holdfast.jobs.messages import AnyEvent, AnyRequest, Cancel, Finished, Noted, Started, decode_event, encode_line, verb_of
from holdfast.jobs.runner import Run

log = logging.getLogger(__name__)

LINE_LIMIT = 256 << 20
"""The longest line: a result may list every changed file of a comparison."""

CLOSE_AFTER = 5.0
TERMINATE_AFTER = 15.0
KILL_AFTER = 20.0
"""Seconds after a cancel. The worker itself promises to stop within two; what it may still have to do is save a partial backup."""


class ProcessRunner:
    """Performs each request in a worker process of its own. `start` must be called on a running loop."""

    def __init__(self, command: list[str] | None = None) -> None:
        self._command = command

    def warm(self, verb: str) -> None:
        pass  # a process that waits for its request would have to be ended when none comes

    def start(self, request: AnyRequest) -> Run:
        return _ProcessRun(request, self._command or worker_command())


class _ProcessRun:
    def __init__(self, request: AnyRequest, command: list[str]) -> None:
        self._request = request
        self._command = command
        self._loop = asyncio.get_running_loop()
        self._cancel_asked = asyncio.Event()
        self._started = False
        self._warnings: list[str] = []

    def cancel(self) -> None:
        self._loop.call_soon_threadsafe(self._cancel_asked.set)

    async def events(self) -> AsyncIterator[AnyEvent]:
        try:
            process = await self._spawn()
        except OSError as error:
            log.exception("a worker cannot be started")
            yield self._started_event()
            yield self._died(f"The process for this job could not be started ({error.strerror}).")
            return
        killer = asyncio.create_task(self._stop_when_asked(process))
        try:
            async for event in self._lines(process):
                yield event
                if isinstance(event, Finished):
                    return
            code = await process.wait()
            if not self._started:
                yield self._started_event()
            yield self._died(_words(code), exit_code=code)
        finally:
            killer.cancel()
            await _see_off(process)

    async def _spawn(self) -> Process:
        errors = _open_log(self._request.log)
        try:
            process = await asyncio.create_subprocess_exec(
                *self._command,
                stdin=PIPE,
                stdout=PIPE,
                stderr=errors if errors is not None else DEVNULL,
                limit=LINE_LIMIT,
                **worker_process_options(),
            )
        finally:
            if errors is not None:
                errors.close()
        await _send(process, encode_line(self._request))
        return process

    async def _lines(self, process: Process) -> AsyncIterator[AnyEvent]:
        stdout = process.stdout
        if stdout is None:
            return
        while line := await stdout.readline():
            try:
                event = decode_event(line)
            except (msgspec.DecodeError, msgspec.ValidationError):
                log.warning("a worker wrote something that is no event (%d bytes)", len(line))
                continue
            self._started = self._started or isinstance(event, Started)
            if isinstance(event, Noted):
                self._warnings.append(event.message)
            yield event

    async def _stop_when_asked(self, process: Process) -> None:
        await self._cancel_asked.wait()
        await _send(process, encode_line(Cancel(job=self._request.job)))
        await asyncio.sleep(CLOSE_AFTER)
        if process.stdin is not None:
            process.stdin.close()
        await asyncio.sleep(TERMINATE_AFTER - CLOSE_AFTER)
        _signal(process, terminate=True)
        await asyncio.sleep(KILL_AFTER - TERMINATE_AFTER)
        _signal(process, terminate=False)

    def _started_event(self) -> Started:
        return Started(job=self._request.job, site=self._request.site, verb=verb_of(self._request))

    def _died(self, message: str, **details: object) -> Finished:
        asked = self._cancel_asked.is_set()
        failure = Cancelled().failure() if asked else _worker_died(message, details)
        return Finished(
            job=self._request.job,
            site=self._request.site,
            outcome="cancelled" if asked else "failed",
            failure=failure,
            warnings=tuple(self._warnings),
        )


def _worker_died(message: str, details: dict[str, object]) -> Failure:
    return InternalError(
        message,
        code="WORKER-DIED",
        hint="Earlier backups are not affected, and what was stored is used again. Try again; the job's log says more.",
        retryable=True,
        **details,
    ).failure()


def _words(code: int) -> str:
    if code >= 0:
        return f"The process that worked on this ended by itself (exit {code})."
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = str(-code)
    return f"The process that worked on this was ended from outside ({name}); the system does so when memory runs out."


def _open_log(path: str) -> IO[bytes] | None:
    if not path:
        return None
    try:
        return os.fdopen(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600), "ab")
    except OSError:
        log.warning("the job's log cannot be opened", exc_info=True)
        return None


async def _send(process: Process, line: bytes) -> None:
    if process.stdin is None:
        return
    try:
        process.stdin.write(line)
        await process.stdin.drain()
    except (BrokenPipeError, ConnectionResetError):
        pass  # it is gone already; its end is told by whoever reads its events


def _signal(process: Process, *, terminate: bool) -> None:
    try:
        if terminate:
            process.terminate()
        else:
            process.kill()
    except ProcessLookupError:
        pass


async def _see_off(process: Process) -> None:
    """No worker outlives its run: it has said its last word, so a moment suffices."""
    if process.stdin is not None:
        process.stdin.close()
    try:
        async with asyncio.timeout(3):
            await process.wait()
    except TimeoutError:
        _signal(process, terminate=False)
        await process.wait()
