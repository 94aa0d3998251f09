"""A worker process: one request on stdin, events on stdout, until `Finished`; or, when its first line is `ServeNetwork`, any number of
requests at once until its parent closes the pipe (`holdfast.worker.serving`).

Traps that this minds (architecture.md): stdin is read with `os.read` in a daemon thread (a thread blocked in ``sys.stdin.buffer``
aborts Python at exit); events go to a private copy of descriptor 1, and 1 itself points at stderr, so that a stray print of some
library cannot break the stream.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.jobs.messages import (
    Answered,
    AnyEvent,
    AnyRequest,
    Cancel,
    Down,
    Finished,
    ServeNetwork,
    Share,
    decode_request,
    encode_line,
    verb_of,
)
from holdfast.jobs.performing import perform
from holdfast.state.files import private_umask

if TYPE_CHECKING:
    from holdfast.worker.asking_up import Parent

GIVE_UP_AFTER = 60.0
"""Seconds after our parent went away (or closed our stdin) within which we must be done."""


def main() -> int:
    """Serve one request; the exit code is 0 when `Finished` could be told, whatever it says. Or serve the network: 0."""
    private_umask()
    out = _take_stdout()
    requests = _messages()
    request = next(requests, None)
    if isinstance(request, ServeNetwork):
        return _serve_network(requests, out)
    if request is None or isinstance(request, Cancel | Answered | Share):
        return 2
    _prepare(request)
    from holdfast.worker import asking_up
    from holdfast.worker import perform as body

    parent = asking_up.Parent()
    asking_up.use(parent)
    cancelled = Cancellation()
    threading.Thread(target=_listen, args=(requests, cancelled, parent), name="stdin", daemon=True).start()
    finished = perform(request, body, lambda event: _write(out, event, cancelled), cancelled)
    return 0 if isinstance(finished, Finished) else 1


def _serve_network(requests: Iterator[Down], out: int) -> int:
    import faulthandler

    from holdfast.state.logs import log_with
    from holdfast.worker import perform as body
    from holdfast.worker.serving import JobLogs, Serving

    faulthandler.enable()
    log_with(JobLogs())
    lock, gone = threading.Lock(), Cancellation()

    def emit(event: AnyEvent) -> None:
        with lock:
            _write(out, event, gone)

    Serving(body, emit).serve(_known_secrets(requests))
    return 0


def _known_secrets(requests: Iterator[Down]) -> Iterator[Down]:
    """`requests`, each only after the log knows what it must not show of it."""
    from holdfast.state.logs import REDACTOR

    for request in requests:
        for secret in secrets_in(request):
            REDACTOR.know(secret)
        yield request


def _take_stdout() -> int:
    """Our own descriptor for events; whatever else is printed goes to stderr."""
    private = os.dup(1)
    os.set_inheritable(private, False)
    os.dup2(2, 1)
    if os.name == "nt":
        import msvcrt

        msvcrt.setmode(private, os.O_BINARY)  # type: ignore[attr-defined,unused-ignore]  # exists on Windows only
    return private


def _messages() -> Iterator[Down]:
    """The lines of stdin, until it ends or something on it is no message."""
    held: list[bytes] = []
    while piece := os.read(0, 1 << 16):
        *lines, rest = piece.split(b"\n")
        for line in lines:
            whole = b"".join([*held, line])
            held = []
            try:
                yield decode_request(whole)
            except (msgspec.DecodeError, msgspec.ValidationError):
                # Not the error's text: it may quote the line, and the line may hold a secret.
                print("a line on stdin is no request", file=sys.stderr)
                return
        held.append(rest)


def _listen(requests: Iterator[Down], cancelled: Cancellation, parent: Parent) -> None:
    """Cancel when we are told to, or when our parent went away: nobody would read what we say."""
    for message in requests:
        if isinstance(message, Cancel):
            cancelled.cancel()
        elif isinstance(message, Answered | Share):
            parent.take(message)
    cancelled.cancel()
    timer = threading.Timer(GIVE_UP_AFTER, os._exit, args=(70,))
    timer.daemon = True
    timer.start()


def _write(out: int, event: AnyEvent, cancelled: Cancellation) -> None:
    line = memoryview(encode_line(event))
    try:
        while line:
            line = line[os.write(out, line) :]
    except BrokenPipeError:
        cancelled.cancel()


def _prepare(request: AnyRequest) -> None:
    """Log, crash file, priority."""
    import faulthandler

    from holdfast.repository.locks import survive_hangups
    from holdfast.state.logs import log_to_stderr

    faulthandler.enable()
    survive_hangups()
    log_to_stderr(secrets=secrets_in(request))
    if request.low_priority and hasattr(os, "nice"):
        os.nice(5)
    import logging

    logging.getLogger(__name__).info("worker %d: %s %s", os.getpid(), verb_of(request), request.site)


def secrets_in(value: object) -> list[str]:
    """Every secret inside a request, for the redaction of logs."""
    from holdfast.secret import Secret

    if isinstance(value, Secret):
        return [value.reveal()]
    if isinstance(value, dict):
        return [found for one in value.values() for found in secrets_in(one)]
    if isinstance(value, msgspec.Struct):
        return [found for name in value.__struct_fields__ for found in secrets_in(getattr(value, name))]
    return []
