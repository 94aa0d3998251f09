"""The parent's end of the pipe: something that performs requests and tells what happens.

`ProcessRunner` gives each request a process of its own, or the one that asks sites (architecture.md, Where work runs); `InProcessRunner`
a thread of this one, for the terminal and for tests. Both tell the same events.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import AsyncIterator, Callable
from typing import Protocol

from holdfast.cancellation import Cancellation
from holdfast.jobs.messages import AnyEvent, AnyRequest, Finished
from holdfast.jobs.performing import Body, perform
from holdfast.jobs.waiting import Channel, make_channel

log = logging.getLogger(__name__)


class Run(Protocol):
    """One request being performed."""

    def events(self) -> AsyncIterator[AnyEvent]:
        """`Started`, then any number of `Progressed` and `Noted`, then `Finished`, whatever happens. To be called once."""

    def cancel(self) -> None:
        """Ask it to stop; from any thread, any number of times."""


class Runner(Protocol):
    def start(self, request: AnyRequest) -> Run:
        """Begin. Never raises for what goes wrong in the work: that is told by `Finished`."""

    def warm(self, verb: str) -> None:
        """A request of this verb will follow soon: get ready beside whatever the caller does until then. Returns at once."""

    async def close(self) -> None:
        """The program ends: let go of what is kept for later requests. None is under way any more."""


class InProcessRunner:
    """Performs requests with `body` in a thread each. Works on an event loop and without one (`holdfast.jobs.waiting.drive`)."""

    def __init__(self, body: Body, warm: Callable[[str], None] | None = None) -> None:
        """`warm`: imports what a verb needs (`holdfast.worker.warm`)."""
        self._body = body
        self._warm = warm

    def warm(self, verb: str) -> None:
        # Fetching secrets waits for D-Bus or for a key derivation: time in which another thread can import.
        if self._warm is not None:
            threading.Thread(target=self._warm, args=(verb,), name="warm", daemon=True).start()

    def start(self, request: AnyRequest) -> Run:
        return _ThreadRun(request, self._body)

    async def close(self) -> None:
        pass


class _ThreadRun:
    def __init__(self, request: AnyRequest, body: Body) -> None:
        self._cancelled = Cancellation()
        self._channel: Channel[AnyEvent] = make_channel()
        # A daemon: when a person insists on leaving (a second Ctrl-C) the program must not wait for it.
        self._thread = threading.Thread(
            target=perform, args=(request, body, self._channel.put, self._cancelled), name=f"job {request.job[:8]}", daemon=True
        )
        self._thread.start()

    async def events(self) -> AsyncIterator[AnyEvent]:
        while True:
            event = await self._channel.get()
            yield event
            if isinstance(event, Finished):
                return

    def cancel(self) -> None:
        self._cancelled.cancel()
