"""Hearing what sites tell by webhook, until cancelled. An event is rightly signed, fresh and new, and still only a hint: the backup is
asked for through the site's own service, and what that says is told on (apis.md 6.3).

Answered at once, asked later: each site has its own row of hints and its own connection, so one that hangs holds up no other. Hints about
the same backup that come while one is being asked for are asked for once.
"""

from __future__ import annotations

import asyncio
from typing import Any

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.errors import HoldfastError, as_failure
from holdfast.jobs.messages import Listen, Listened, Listening, LookAtSite, Received
from holdfast.progress import Progress
from holdfast.providers.base import Provider, RemoteBackup
from holdfast.providers.http import Clock, SystemClock
from holdfast.providers.listener import Heard, Listener, Told
from holdfast.providers.webhooks import Event, Hook, Receiver
from holdfast.worker.network import Voice, host_of, opened, perform, record_of

Result = dict[str, Any]
_HINTS = 200
"""How many hints of one site may wait; the oldest go first, as a look at the newest backup makes up for them."""


def run(request: Listen, progress: Progress, cancelled: Cancellation) -> Result:
    """Ends by being cancelled only. Tells `Listening`, then `Received` for each event."""
    return perform(lambda: listen(request, progress), cancelled)


async def listen(request: Listen, progress: Progress, clock: Clock | None = None) -> Result:
    clock = clock or SystemClock()
    receiver = Receiver([Hook(one.site, one.secret) for one in request.sites], clock=clock)

    def hear(heard: Heard) -> Told:
        return Told(receiver.receive(heard.method, heard.headers, heard.body))

    rows = {one.site: _Row(request, one, progress, clock) for one in request.sites}
    async with Listener(hear, host=request.host, port=request.port) as listener, asyncio.TaskGroup() as tasks:
        progress.tell(Listening(job=request.job, address=listener.address))
        for row in rows.values():
            tasks.create_task(row.work())
        while True:
            event = await receiver.events.get()
            rows[event.site].add(event)


class _Row:
    """What one site has told and was not asked about yet."""

    def __init__(self, request: Listen, site: Listened, progress: Progress, clock: Clock) -> None:
        self._request = LookAtSite(job=request.job, site=site.site, access=site.access, question="details")
        self._voice = Voice(self._request, progress, clock=clock)
        self._progress = progress
        self._waiting: dict[tuple[str, str], Event] = {}
        self._news = asyncio.Event()

    def add(self, event: Event) -> None:
        self._waiting.pop((event.backup, event.kind), None)
        self._waiting[event.backup, event.kind] = event
        if len(self._waiting) > _HINTS:
            del self._waiting[next(iter(self._waiting))]
        self._news.set()

    async def work(self) -> None:
        """One connection for all of them: a token that is renewed meanwhile stays known."""
        async with opened(self._request.access, self._voice) as provider:
            while True:
                await self._news.wait()
                self._news.clear()
                events, self._waiting = list(self._waiting.values()), {}
                found: dict[str, Received] = {}
                for event in events:
                    if event.backup not in found:
                        found[event.backup] = await self._asked(provider, event)
                    self._progress.tell(msgspec.structs.replace(found[event.backup], kind=event.kind, at=event.at))
                self._voice.sum_up_reads(host_of(self._request.access.url))

    async def _asked(self, provider: Provider, event: Event) -> Received:
        said = Received(job=self._request.job, site=self._request.site, kind=event.kind, at=event.at, subject=event.backup)
        try:
            backup = await provider.details(event.backup) if event.backup else await _newest(provider)
        except HoldfastError as error:
            return msgspec.structs.replace(said, failure=as_failure(error))
        return said if backup is None else msgspec.structs.replace(said, backup=record_of(backup, self._request))


async def _newest(provider: Provider) -> RemoteBackup | None:
    items = (await provider.page(1, 20)).items
    return max(items, key=lambda one: one.created_at.timestamp() if one.created_at else 0.0, default=None)
