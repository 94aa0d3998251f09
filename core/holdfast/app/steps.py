"""A job of several steps: each a request of its own, one after the other, and one outcome at the end.

What is to be done is an async generator that is handed `Steps`; between two steps the program may be killed, so each of them finds out by
itself what an earlier run has done already.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping
from typing import Any

import msgspec

from holdfast.app.handles import JobHandle
from holdfast.app.home import Home
from holdfast.app.moving import moving
from holdfast.app.results import value_of
from holdfast.app.stories import After, Story, begin, turn_for
from holdfast.errors import Cancelled, HoldfastError, as_failure
from holdfast.jobs.messages import AnyEvent, AnyRequest, Finished, Noted, Progressed, Started
from holdfast.records import Job
from holdfast.state.entries import new_id

log = logging.getLogger(__name__)

_NOTES = 200


class Steps:
    """Handed to the program of a job: performs requests under the job's id, one at a time."""

    def __init__(self, home: Home, job: str, site: str) -> None:
        self.home = home
        self.job = job
        self.site = site
        self.result: dict[str, Any] = {}
        """What the job gives; also when it fails."""
        self.warnings: list[str] = []
        self.finished: Finished | None = None
        """How the last step ended."""
        self._cancel: Callable[[], None] | None = None
        self._stopped = False
        self._begin, self._end, self._reached = 0.0, 100.0, 0.0

    def stop(self) -> None:
        self._stopped = True
        if self._cancel is not None:
            self._cancel()

    def check(self) -> None:
        """`Cancelled` when the job was asked to stop."""
        if self._stopped:
            raise Cancelled("Stopped on request. The next run goes on from here.")

    def share(self, begin: float, end: float) -> None:
        """Which part of the whole, in percent, the next step is."""
        self._begin, self._end = begin, end

    def warn(self, code: str, message: str, **details: Any) -> Noted:
        """A remark, to be yielded."""
        self.warnings.append(message)
        return Noted(job=self.job, site=self.site, code=code, message=message, details=details)

    def common(self) -> dict[str, Any]:
        return self.home.common(self.job, self.site)

    async def perform(self, request: AnyRequest) -> AsyncGenerator[AnyEvent, None]:
        """The events of a step, without its beginning and its end: see `finished` and `value`."""
        self.check()
        self.finished = None
        async with turn_for(request, self.home, lambda: self._stopped):
            self.check()
            run = self.home.runner.start(request)
            self._cancel = run.cancel
            try:
                async with contextlib.aclosing(moving(self.home, request, run.events())) as events:
                    async for event in events:
                        if isinstance(event, Finished):
                            self.finished = event
                        elif isinstance(event, Progressed):
                            yield self._scaled(event)
                        elif isinstance(event, Noted):
                            if len(self.warnings) < _NOTES:
                                self.warnings.append(event.message)
                                yield event
                        elif not isinstance(event, Started):
                            yield event
            finally:
                self._cancel = None
                if self.finished is None:
                    run.cancel()

    def value(self) -> dict[str, Any]:
        """The result of the last step, or its failure raised."""
        return value_of(self.finished)

    def _scaled(self, event: Progressed) -> Progressed:
        within = event.percent or 0.0
        self._reached = max(self._reached, round(self._begin + (self._end - self._begin) * within / 100, 1))
        return msgspec.structs.replace(event, percent=self._reached)


Program = Callable[[Steps], AsyncGenerator[AnyEvent, None]]


class StepsStory(Story):
    """A story with a program in the place of one request."""

    def __init__(self, home: Home, job: Job, program: Program, after: After | None, told: Mapping[str, str]) -> None:
        async def never(_: str) -> AnyRequest:
            raise RuntimeError("a job of steps has no single request")

        super().__init__(home, job, never, after)
        self._steps = Steps(home, job.id, job.site)
        self._program = program
        self._told = told

    def stop(self) -> None:
        super().stop()
        self._steps.stop()

    async def _work(self) -> AsyncIterator[AnyEvent]:
        steps, job = self._steps, self._job
        yield Started(job=job.id, site=job.site, verb=job.verb, **self._told)
        failure = None
        try:
            steps.check()
            async for event in self._program(steps):
                yield event
        except HoldfastError as error:
            failure = as_failure(error)
        except Exception as error:
            log.exception("a job of steps broke off")
            failure = as_failure(error)
        outcome = "warning" if steps.warnings else "success"
        if failure is not None:
            outcome = "cancelled" if failure.kind == Cancelled.kind else "failed"
        yield Finished(job=job.id, site=job.site, outcome=outcome, result=steps.result, warnings=tuple(steps.warnings), failure=failure)


async def start_steps(
    home: Home,
    verb: str,
    program: Program,
    *,
    site: str = "",
    site_id: str = "",
    storage: str = "",
    after: After | None = None,
    trigger: str = "user",
    job: str = "",
    told: Mapping[str, str] = {},
) -> JobHandle:
    """Write the row, then begin. `job`: its id, when that is known before; `told`: what else `Started` says."""
    row = Job(id=job or new_id(), verb=verb, site=site, storage=storage, trigger=trigger)
    return await begin(home, StepsStory(home, row, program, after, told), row, site_id)
