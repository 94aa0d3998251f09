"""The noun *job*: one run of a request, what runs now, and the history of all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from holdfast.app.handles import JobHandle
from holdfast.app.home import Home
from holdfast.app.past_slots import NoRun, no_runs
from holdfast.app.views import Page
from holdfast.errors import NotFound
from holdfast.jobs.messages import AnyEvent
from holdfast.records import Job

_RUNS = 5
"""So many runs say what is usual."""


class Jobs:
    """`Holdfast.jobs`."""

    def __init__(self, home: Home) -> None:
        self._home = home

    async def running(self) -> Sequence[Job]:
        """Jobs of all programs of this home that run now."""
        return await self._home.ask(self._running)

    def _running(self) -> list[Job]:
        self._home.close_abandoned()
        return self._home.history.running()

    async def no_runs(self, since: datetime, *, site: str | None = None) -> Sequence[NoRun]:
        """Scheduled runs that were due after `since` and did not take place, or wait, with the reasons; newest first."""
        return await self._home.ask(lambda: no_runs(self._home, since, site))

    async def history(
        self, *, site: str | None = None, outcome: str | None = None, limit: int = 50, page: int = 1, since: datetime | None = None
    ) -> Page[Job]:
        """Newest first, those that run now included. `site` may be one that was removed since; `since`: begun then or later."""

        def read() -> Page[Job]:
            known = self._home.sites.find(site) if site is not None else None
            jobs, total = self._home.history.page(
                site_id=known.id if known is not None else None,
                site=site if known is None else None,
                outcome=outcome,
                limit=limit,
                offset=(page - 1) * limit,
                since=since,
            )
            return Page(tuple(jobs), total)

        return await self._home.ask(read)

    async def show(self, job: str) -> Job:
        """By id or an unambiguous beginning of one."""
        found = await self._home.ask(lambda: self._home.history.get(job))
        if found is None:
            raise NotFound(f"There is no job {job!r}.", code="NO-JOB", hint="holdfast activity list")
        return found

    async def usual(self, site: str, verb: str) -> Mapping[str, float]:
        """How long a run of `verb` for a site (its name; empty: of none) usually takes: phase -> seconds, in the order in which they come.

        The middle of the last five runs that went well; empty while there was none. A phase that most runs do without is left out.
        """

        def read() -> Mapping[str, float]:
            known = self._home.sites.find(site) if site else None
            return _middle(self._home.history.phases(known.id if known is not None else "", verb, _RUNS)) if known or not site else {}

        return await self._home.ask(read)

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


def _middle(runs: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """`runs`: newest first; one without a phase spent no time in it."""
    order = dict.fromkeys(phase for run in runs for phase in run)
    middles = {phase: sorted(run.get(phase, 0.0) for run in runs)[len(runs) // 2] for phase in order}
    return {phase: seconds for phase, seconds in middles.items() if seconds > 0}
