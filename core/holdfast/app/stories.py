"""What happens to a job between its row in the history and its end: its turn, its request, its events; and several jobs as one."""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

import msgspec

from holdfast.app import telling_jobs
from holdfast.app.handles import JobHandle
from holdfast.app.home import Home
from holdfast.app.moving import moving
from holdfast.errors import Cancelled, HoldfastError, as_failure
from holdfast.jobs.messages import AnyEvent, AnyRequest, Finished, ForParent, OnNetwork, Progressed, Started
from holdfast.jobs.waiting import make_channel, running_loop
from holdfast.records import Job
from holdfast.state.entries import new_id

if TYPE_CHECKING:
    from holdfast.jobs.runner import Run

log = logging.getLogger(__name__)

Prepare = Callable[[str], Awaitable[AnyRequest]]
"""Makes the request of a job (whose id it is given): reads records and secrets. What it raises ends the job as failed."""
After = Callable[[Finished], Awaitable[Finished]]
"""Called when the work has ended, before anybody hears of it: remembers what it told."""


class Story:
    """One job from its row in the history to its end."""

    def __init__(self, home: Home, job: Job, prepare: Prepare, after: After | None) -> None:
        self._home = home
        self._job = job
        self._prepare = prepare
        self._after = after
        self._run: Run | None = None
        self._stop_asked = False
        self._step = ""
        self._stepped = 0.0
        self._phases = Phases()
        self._looked = time.monotonic()

    def stop(self) -> None:
        self._stop_asked = True
        if self._run is not None:
            self._run.cancel()

    def _stopped(self) -> bool:
        return self._stop_asked

    async def events(self) -> AsyncGenerator[AnyEvent, None]:
        try:
            async for event in self._work():
                if isinstance(event, ForParent):
                    await self._home.heard(event)
                    continue
                if isinstance(event, Finished):
                    ended = await self._end(event)
                    await telling_jobs.heard(self._home, ended, self._job)
                    told: AnyEvent = ended
                else:
                    if isinstance(event, Started):
                        await telling_jobs.began(self._home, self._job)
                    await self._follow(event)
                    told = event
                self._home.tell(told)
                yield told
        finally:
            self._home.live.pop(self._job.id, None)

    async def _work(self) -> AsyncIterator[AnyEvent]:
        try:
            if self._stopped():
                raise Cancelled("Stopped before it began.")
            self._home.runner.warm(self._job.verb)
            request = await self._prepare(self._job.id)
        except HoldfastError as error:
            for failed in self._failed(error):
                yield failed
            return
        except Exception as error:
            log.exception("a job cannot be prepared")
            for failed in self._failed(error):
                yield failed
            return
        async with turn_for(request, self._home, self._stopped):
            self._run = self._home.runner.start(request)
            if self._stopped():
                self._run.cancel()
            async with contextlib.aclosing(moving(self._home, request, self._run.events())) as events:
                async for event in events:
                    yield event

    def _failed(self, error: Exception) -> tuple[Started, Finished]:
        outcome = "cancelled" if isinstance(error, Cancelled) else "failed"
        return (
            Started(job=self._job.id, site=self._job.site, verb=self._job.verb),
            Finished(job=self._job.id, site=self._job.site, outcome=outcome, failure=as_failure(error)),
        )

    async def _end(self, finished: Finished) -> Finished:
        """The row is closed whatever else fails; what follows a success must not turn it into a failure."""
        try:
            if self._after is not None:
                finished = await self._after(finished)
        except Exception:
            log.exception("the end of job %s could not be remembered in full", self._job.id)
        if self._job.trigger == "schedule" and finished.failure is not None and finished.failure.code == "KEY-LOCKED":
            # Nobody was there to unlock anything: it was missed, and it waits for its next try.
            finished = msgspec.structs.replace(finished, outcome="missed")
        try:
            await self._home.ask(lambda: self._home.history.end(finished, self._phases.ended()))
        except HoldfastError as error:
            log.error("the history of job %s cannot be written: %s", self._job.id, error.message)
            note = f"The end of this job could not be written into the history: {error.message}"
            finished = msgspec.structs.replace(
                finished, outcome="warning" if finished.outcome == "success" else finished.outcome, warnings=(*finished.warnings, note)
            )
        return finished

    async def _follow(self, event: AnyEvent) -> None:
        """Keep the row's step up to date, at most once a second, and see whether another program asks for a stop."""
        now = time.monotonic()
        if isinstance(event, Progressed):
            self._phases.see(event.phase)
        if isinstance(event, Progressed) and event.phase != self._step and now - self._stepped >= 1.0:
            self._step, self._stepped = event.phase, now
            with contextlib.suppress(HoldfastError):
                await self._home.ask(lambda: self._home.history.step(self._job.id, self._step))
        if now - self._looked >= 1.0:
            self._looked = now
            with contextlib.suppress(HoldfastError):
                if self._job.id in await self._home.ask(self._home.history.cancels_asked):
                    self.stop()


class Phases:
    """How long each phase of a run takes. One that comes again (another step of the same kind) goes on counting. `clock`: seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seconds: dict[str, float] = {}
        self._phase = ""
        self._since = 0.0

    def see(self, phase: str) -> None:
        if phase == self._phase:
            return
        self._count()
        self._phase = phase

    def ended(self) -> dict[str, float]:
        """In the order in which they came. What happens after this counts for none."""
        self._count()
        self._phase = ""
        return dict(self._seconds)

    def _count(self) -> None:
        now = self._clock()
        if self._phase:
            self._seconds[self._phase] = self._seconds.get(self._phase, 0.0) + now - self._since
        self._since = now


def turn_for(request: AnyRequest, home: Home, stopped: Callable[[], bool]) -> contextlib.AbstractAsyncContextManager[None]:
    """What only asks a site and waits takes no turn: twenty sites at work must not wait for each other, or for this machine's disk."""
    return contextlib.nullcontext() if isinstance(request, OnNetwork) else turn(home, stopped)


@contextlib.asynccontextmanager
async def turn(home: Home, stopped: Callable[[], bool]) -> AsyncIterator[None]:
    """Wait until fewer than `settings.concurrent_jobs` of this program are at work, or until the job is stopped while it waits."""
    if running_loop() is None:
        yield
        return
    import asyncio

    if home.turns is None:
        home.turns = asyncio.Semaphore(home.settings.concurrent_jobs)
    got = False
    while not got and not stopped():
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(0.5):
                got = await home.turns.acquire()
    try:
        yield
    finally:
        if got:
            home.turns.release()


async def start(
    home: Home,
    verb: str,
    prepare: Prepare,
    *,
    site: str = "",
    site_id: str = "",
    storage: str = "",
    after: After | None = None,
    trigger: str = "user",
) -> JobHandle:
    """Write the row, then begin."""
    job = Job(id=new_id(), verb=verb, site=site, storage=storage, trigger=trigger)
    return await begin(home, Story(home, job, prepare, after), job, site_id)


async def begin(home: Home, story: Story, job: Job, site_id: str = "") -> JobHandle:
    """Write the row of `job`, then let its story begin."""
    await home.ask(lambda: home.history.begin(job, site_id=site_id))
    handle = JobHandle(job.id, job.verb, job.site, story.events(), story.stop)
    home.live[job.id] = handle
    return handle


def group(verb: str, handles: Sequence[JobHandle]) -> JobHandle:
    """Several jobs as one: all their events, then one `Finished` that sums up. None of them stops another."""
    job = new_id()

    def stop() -> None:
        for handle in handles:
            handle.cancel()

    return JobHandle(job, verb, "", _all_events(job, verb, handles), stop)


async def _all_events(job: str, verb: str, handles: Sequence[JobHandle]) -> AsyncGenerator[AnyEvent, None]:
    yield Started(job=job, verb=verb)
    if running_loop() is None:
        for handle in handles:
            async for event in handle:
                yield event
    else:
        async for event in _merged(handles):
            yield event
    ends = [await handle.result() for handle in handles]
    rows = [
        {"site": end.site, "outcome": end.outcome}
        | {name: end.result[name] for name in ("backup", "path", "fetched", "failed") if name in end.result}
        | ({"failure": msgspec.to_builtins(end.failure)} if end.failure is not None else {})
        for end in ends
    ]
    yield Finished(job=job, outcome=_sum_up([end.outcome for end in ends]), result={"sites": rows})


async def _merged(handles: Sequence[JobHandle]) -> AsyncIterator[AnyEvent]:
    import asyncio

    channel = make_channel()

    async def forward(handle: JobHandle) -> None:
        async for event in handle:
            channel.put(event)

    async with asyncio.TaskGroup() as tasks:
        for handle in handles:
            tasks.create_task(forward(handle))
        left = len(handles)
        while left:
            event: AnyEvent = await channel.get()
            left -= isinstance(event, Finished)
            yield event


def _sum_up(outcomes: Sequence[str]) -> str:
    """All failed: failed. Some: warning. The rest by the worst of them."""
    if outcomes and all(one == "failed" for one in outcomes):
        return "failed"
    if any(one in {"failed", "warning"} for one in outcomes):
        return "warning"
    return "cancelled" if "cancelled" in outcomes else "success"
