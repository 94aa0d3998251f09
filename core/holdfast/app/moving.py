"""While bytes of a job move: the computer is kept awake, and what goes over the internet is counted."""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any, Literal

from holdfast.app.condition_rules import address_of_location, is_near
from holdfast.app.home import Home
from holdfast.errors import HoldfastError
from holdfast.jobs.messages import (
    AnyEvent,
    AnyRequest,
    BackUp,
    DownloadFromSite,
    FetchArchives,
    FetchFromBucket,
    Finished,
    OnNetwork,
    Progressed,
    StorageRequest,
    TakeIn,
    verb_of,
)
from holdfast.state import traffic
from holdfast.state.traffic import Moved

log = logging.getLogger(__name__)

_READS = frozenset({"restore", "download", "get", "verify", "check", "drill", "prune"})
"""Verbs of a storage whose bytes come from it."""


async def moving(home: Home, request: AnyRequest, events: AsyncIterator[AnyEvent]) -> AsyncGenerator[AnyEvent, None]:
    """The same events. What only asks sites moves nothing."""
    if isinstance(request, OnNetwork):
        async for event in events:
            yield event
        return
    meter, finished = Meter(request), None
    async with awake(home, f"{verb_of(request)} {request.site}".strip()):
        try:
            async for event in events:
                meter.see(event)
                if isinstance(event, Finished):
                    finished = event
                    break
                yield event
        finally:
            moved = meter.moved()
            if moved is not None:
                await _count(home, request.job, moved)
    if finished is not None:  # only now: whoever hears it may not come back for more
        yield finished
    async for event in events:
        yield event


@asynccontextmanager
async def awake(home: Home, why: str) -> AsyncIterator[bool]:
    """The computer does not fall asleep by itself meanwhile; False when it cannot be kept from it, or the user does not want it."""
    if not home.settings.keep_awake:
        yield False
        return
    lock, given_up = home.surroundings.awake(why), threading.Event()

    def enter() -> bool:
        held = lock.__enter__()
        if given_up.is_set():  # nobody waits for it any more
            lock.__exit__(None, None, None)
        return held

    try:
        held = await home.ask(enter)
    except HoldfastError:  # the system does not answer
        given_up.set()
        yield False
        return
    except BaseException:
        given_up.set()
        raise
    try:
        yield held
    finally:
        lock.__exit__(None, None, None)  # closes a descriptor: no reason to leave this thread


class Meter:
    """How many bytes a request moves over the internet, by what its events tell.

    A backup that fails tells nothing of what it had stored by then; that is not counted.
    """

    def __init__(self, request: AnyRequest) -> None:
        self.way: Literal["received", "sent", ""] = _way(request)
        self._download = isinstance(request, DownloadFromSite)
        self._began = time.monotonic()
        self._first: int | None = None
        self._most = 0
        self._phase = ""
        self._last = self._began
        self._result: dict[str, Any] = {}

    def see(self, event: AnyEvent) -> None:
        if isinstance(event, Finished):
            self._result = event.result
            self._last = max(self._last, time.monotonic()) if not self._download else self._last
        elif isinstance(event, Progressed) and self.way == "received":
            self._phase = self._phase or event.phase
            if event.phase != self._phase:  # what is read after a download is on this disk already
                return
            if self._first is None:
                self._first, self._began = (event.bytes_done if self._download else 0), time.monotonic()
            if event.bytes_done > self._most:
                self._most, self._last = event.bytes_done, time.monotonic()

    def moved(self) -> Moved | None:
        """None for what stays on this computer or in its network."""
        if not self.way:
            return None
        seconds = max(self._last - self._began, 0.0)
        if self.way == "sent":
            return Moved(sent=_added(self._result), seconds=seconds)
        received = self._most - (self._first or 0)
        if self._download and "size" in self._result:
            received = int(self._result["size"]) - int(self._result.get("resumed_from") or 0)
        return Moved(received=max(received, 0), seconds=seconds)


def _way(request: AnyRequest) -> Literal["received", "sent", ""]:
    if isinstance(request, DownloadFromSite):
        address = request.access.url
    elif isinstance(request, StorageRequest):
        address = address_of_location(request.access.location)
    else:
        return ""
    if not address or is_near(address):
        return ""
    if isinstance(request, BackUp | TakeIn):
        return "sent"
    if isinstance(request, DownloadFromSite | FetchArchives | FetchFromBucket) or verb_of(request) in _READS:
        return "received"
    return ""


def _added(result: dict[str, Any]) -> int:
    """What a backup put into its storage, as it is stored."""
    backup = result.get("backup")
    metadata = backup.get("metadata") if isinstance(backup, dict) else None
    added = metadata.get("added") if isinstance(metadata, dict) else None
    return added if isinstance(added, int) else 0


async def _count(home: Home, job: str, moved: Moved) -> None:
    def write() -> None:
        network = home.surroundings.look().network
        day = datetime.now().astimezone().date().isoformat()
        traffic.count(home.database, job, day, network.id or network.name, moved)

    with contextlib.suppress(HoldfastError):
        await home.ask(write)
