"""What all worker processes share at this end of the pipe: starting one, writing a line, reading events, seeing it off."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from typing import IO

import msgspec

from holdfast.errors import Failure, InternalError
from holdfast.jobs.command import worker_process_options
from holdfast.jobs.messages import AnyEvent, Asked, Down, decode_event, encode_line

log = logging.getLogger(__name__)

LINE_LIMIT = 256 << 20
"""The longest line: a result may list every changed file of a comparison."""


async def spawn(command: list[str], log_path: str, first: Down) -> Process:
    """A worker that was told its first line. OSError when it cannot be started."""
    errors = _open_log(log_path)
    try:
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=PIPE,
            stdout=PIPE,
            stderr=errors if errors is not None else DEVNULL,
            limit=LINE_LIMIT,
            **worker_process_options(),
        )
    finally:
        if errors is not None:
            errors.close()
    await send(process, first)
    return process


async def send(process: Process, message: Down) -> None:
    """Write a line; one to a worker that is gone is lost, and whoever reads its events hears of that."""
    if process.stdin is None:
        return
    try:
        process.stdin.write(encode_line(message))
        await process.stdin.drain()
    except (BrokenPipeError, ConnectionResetError):
        pass


async def lines(process: Process) -> AsyncIterator[AnyEvent | Asked]:
    """Its events, until it is gone."""
    stdout = process.stdout
    if stdout is None:
        return
    while line := await stdout.readline():
        try:
            yield decode_event(line)
        except (msgspec.DecodeError, msgspec.ValidationError):
            log.warning("a worker wrote something that is no event (%d bytes)", len(line))


def signal_to(process: Process, *, terminate: bool) -> None:
    try:
        if terminate:
            process.terminate()
        else:
            process.kill()
    except ProcessLookupError:
        pass


async def see_off(process: Process, seconds: float = 3.0) -> None:
    """No worker outlives its work: its pipe is closed, and it is killed when it does not go."""
    if process.stdin is not None:
        process.stdin.close()
    try:
        async with asyncio.timeout(seconds):
            await process.wait()
    except TimeoutError:
        signal_to(process, terminate=False)
        await process.wait()


def worker_died(message: str, *, unclear: bool = False, **details: object) -> Failure:
    """`unclear`: a site may have done what was asked; nobody knows."""
    hint = "Earlier backups are not affected, and what was stored is used again. Try again; the job's log says more."
    if unclear:
        hint = "Whether the site has done what was asked is not known: look there before you try again."
        details["unclear"] = True
    return InternalError(message, code="WORKER-DIED", hint=hint, retryable=not unclear, **details).failure()


def words_of(code: int) -> str:
    """How it ended, for people."""
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
