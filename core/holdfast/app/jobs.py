"""The noun *job*: one run of a request, what it says while it runs, and the history of all."""

from __future__ import annotations

import contextlib
import logging
import time
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from holdfast.app.home import Home, value_of
from holdfast.app.views import Page
from holdfast.errors import Cancelled, HoldfastError, NotFound, as_failure
from holdfast.jobs.messages import AnyEvent, AnyRequest, Finished, Progressed, Started
from holdfast.jobs.waiting import make_channel, running_loop
from holdfast.records import Job
from holdfast.state.entries import new_id

if TYPE_CHECKING:
    import asyncio

    from holdfast.jobs.runner import Run

log = logging.getLogger(__name__)

Prepare = Callable[[str], Awaitable[AnyRequest]]
"""Makes the request of a job (whose id it is given): reads records and secrets. What it raises ends the job as failed."""
After = Callable[[Finished], Awaitable[Finished]]
"""Called when the work has ended, before anybody hears of it: remembers what it told."""


class JobHandle:
    """A job under way. Iterate it for its events (any number of iterators, each sees all from `Started` on); the last is `Finished`.

    A reader that is slow gets the newest `Progressed` only. Without an event loop the job goes on while somebody iterates or waits.
    """

    def __init__(self, job: str, verb: str, site: str, story: AsyncGenerator[AnyEvent, None], stop: Callable[[], None]) -> None:
        self.id = job
        self.verb = verb
        self.site = site
        self._story = story
        self._stop = stop
        self._replay: list[AnyEvent] = []
        self._readers: list[deque[AnyEvent]] = []
        self._finished: Finished | None = None
        self._pump: asyncio.Task[None] | None = None
        self._news: asyncio.Event | None = None
        if running_loop() is not None:
            import asyncio

            self._news = asyncio.Event()
            self._pump = asyncio.create_task(self._run(), name=f"job {job[:8]}")

    async def __aiter__(self) -> AsyncIterator[AnyEvent]:
        own = deque(self._replay)
        self._readers.append(own)
        try:
            while True:
                while not own:
                    await self._more()
                event = own.popleft()
                yield event
                if self._ends(event):
                    return
        finally:
            self._readers.remove(own)

    async def result(self) -> Finished:
        """Wait for the end. Never raises for a job that failed: see `Finished.outcome` and `.failure`."""
        while self._finished is None:
            await self._more()
        return self._finished

    async def value(self) -> dict[str, Any]:
        """Wait for the end; the result, or the failure raised as its `HoldfastError`."""
        return value_of(await self.result())

    def cancel(self) -> None:
        """Ask it to stop; it ends within about two seconds, as ``cancelled``. May be called again, and from any thread."""
        self._stop()

    async def closed(self) -> None:
        """Wait until nothing of it is left: its end is told a moment before its worker is gone."""
        await self.result()
        if self._pump is not None:
            import asyncio

            await asyncio.wait([self._pump])
        else:
            await self._story.aclose()

    @property
    def finished(self) -> Finished | None:
        """How it ended; None while it runs."""
        return self._finished

    def _ends(self, event: AnyEvent) -> bool:
        return isinstance(event, Finished) and event.job == self.id

    async def _more(self) -> None:
        """Wait until there is something new."""
        if self._news is not None:
            await self._news.wait()
        else:
            self._take(await anext(self._story))

    async def _run(self) -> None:
        try:
            async with contextlib.aclosing(self._story) as story:
                async for event in story:
                    self._take(event)
        except Exception as error:
            log.exception("the story of job %s broke off", self.id)
            if self._finished is None:  # whoever waits must not wait for ever
                self._take(Finished(job=self.id, site=self.site, outcome="failed", failure=as_failure(error)))

    def _take(self, event: AnyEvent) -> None:
        for events in (self._replay, *self._readers):
            if isinstance(event, Progressed) and events and isinstance(events[-1], Progressed) and events[-1].job == event.job:
                events[-1] = event
            else:
                events.append(event)
        if self._ends(event) and isinstance(event, Finished):
            self._finished = event
        if self._news is not None:
            import asyncio

            news, self._news = self._news, asyncio.Event()
            news.set()


class _Story:
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
        self._looked = time.monotonic()

    def stop(self) -> None:
        self._stop_asked = True
        if self._run is not None:
            self._run.cancel()

    def _stopped(self) -> bool:
        return self._stop_asked

    async def events(self) -> AsyncGenerator[AnyEvent, None]:
        try:
            async with turn(self._home, self._stopped):
                async for event in self._work():
                    if isinstance(event, Finished):
                        told: AnyEvent = await self._end(event)
                    else:
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
        self._run = self._home.runner.start(request)
        if self._stopped():
            self._run.cancel()
        async for event in self._run.events():
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
        try:
            await self._home.ask(lambda: self._home.history.end(finished))
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
        if isinstance(event, Progressed) and event.phase != self._step and now - self._stepped >= 1.0:
            self._step, self._stepped = event.phase, now
            with contextlib.suppress(HoldfastError):
                await self._home.ask(lambda: self._home.history.step(self._job.id, self._step))
        if now - self._looked >= 1.0:
            self._looked = now
            with contextlib.suppress(HoldfastError):
                if self._job.id in await self._home.ask(self._home.history.cancels_asked):
                    self.stop()


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
    await home.ask(lambda: home.history.begin(job, site_id=site_id))
    story = _Story(home, job, prepare, after)
    handle = JobHandle(job.id, verb, site, story.events(), story.stop)
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
        | ({"backup": end.result["backup"]} if "backup" in end.result else {})
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


class Jobs:
    """`Holdfast.jobs`."""

    def __init__(self, home: Home) -> None:
        self._home = home

    async def running(self) -> Sequence[Job]:
        """Jobs of all programs of this home that run now."""
        return await self._home.ask(self._running)

    def _running(self) -> list[Job]:
        self._home.history.close_abandoned()
        return self._home.history.running()

    async def history(self, *, site: str | None = None, outcome: str | None = None, limit: int = 50, page: int = 1) -> Page[Job]:
        """Newest first, those that run now included. `site` may be one that was removed since."""

        def read() -> Page[Job]:
            known = self._home.sites.find(site) if site is not None else None
            jobs, total = self._home.history.page(
                site_id=known.id if known is not None else None,
                site=site if known is None else None,
                outcome=outcome,
                limit=limit,
                offset=(page - 1) * limit,
            )
            return Page(tuple(jobs), total)

        return await self._home.ask(read)

    async def show(self, job: str) -> Job:
        """By id or an unambiguous beginning of one."""
        found = await self._home.ask(lambda: self._home.history.get(job))
        if found is None:
            raise NotFound(f"There is no job {job!r}.", code="NO-JOB", hint="holdfast activity list")
        return found

    async def log(self, job: str) -> str:
        """What the job wrote to its log; empty when there is none (any more)."""
        path = self._home.paths.job_log((await self.show(job)).id)
        return await self._home.ask(lambda: path.read_text("utf-8", "replace") if path.exists() else "")

    async def cancel(self, job: str) -> None:
        """Stop a job of this program, or of another one of this home (by its row, which that program watches)."""
        handle = self._home.live.get(job)
        if handle is not None:
            handle.cancel()
            return
        found = await self.show(job)
        await self._home.ask(lambda: self._home.history.ask_cancel(found.id))

    def handle(self, job: str) -> JobHandle | None:
        """The handle of a job of this program that runs now."""
        return self._home.live.get(job)

    def subscribe(self, listener: Callable[[AnyEvent], None]) -> Callable[[], None]:
        """Hear every event of every job of this program, on the loop's thread. Returns the function that ends it."""
        self._home.listeners.append(listener)
        return lambda: self._home.listeners.remove(listener) if listener in self._home.listeners else None
