"""What every verb is handed: the output, the home, and how to follow a job, ask a question, stop on Ctrl-C."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from holdfast.cli.output import Output
from holdfast.errors import UsageError
from holdfast.jobs.messages import Finished

if TYPE_CHECKING:
    from holdfast.app import Holdfast, JobHandle

EXIT_OF_KIND = {
    "usage": 2, "not_found": 5, "auth": 4, "forbidden": 4, "busy": 6, "unsupported": 7, "network": 8, "rate_limited": 8, "remote": 8,
    "damaged": 9, "cancelled": 130, "storage": 1, "space": 1, "internal": 1,
}  # fmt: skip


class Terminal:
    """One command. `app` is open while its verb runs."""

    def __init__(self, out: Output, app: Holdfast, home: Path | None) -> None:
        self.out = out
        self.app = app
        self.home = home

    async def follow(self, job: JobHandle) -> Finished:
        """Print the job's events until it ends; Ctrl-C and SIGTERM ask it to stop and wait for its end."""
        try:
            with _stopping(job):
                async for event in job:
                    if not isinstance(event, Finished):
                        self.out.event(event)
        finally:
            self.out.clear_bar()  # nothing is drawn any more, whatever ended it
        finished = await job.result()
        if self.out.json:
            self.out.event(finished)
        return finished

    def finish(self, finished: Finished) -> int:
        """Explain a failure; the exit code of a job."""
        if finished.failure is not None:
            self.out.explain(finished.failure)
        return exit_of(finished)

    def confirm(self, question: str, *, yes: bool) -> None:
        """Go on only when the user said so; UsageError where nobody can be asked."""
        if yes:
            return
        if not sys.stdin.isatty() or self.out.json:
            raise UsageError(f"{question} Nobody is there to answer.", hint="Add --yes to go on, or --dry-run to see the plan.")
        self.out.clear_bar()
        answer = input(f"{question} [y/N] ").strip().lower()
        if answer not in {"y", "yes"}:
            raise UsageError("Nothing was changed.")


def exit_of(finished: Finished) -> int:
    """0 success, 3 with warnings, 130 cancelled, otherwise by the failure's kind; 3 when some sites of many failed, but not all."""
    if finished.outcome == "success":
        return 0
    if finished.outcome == "cancelled":
        return 130
    if finished.failure is not None:
        return EXIT_OF_KIND.get(finished.failure.kind, 1)
    return 3 if finished.outcome == "warning" else 1


@contextmanager
def _stopping(job: JobHandle) -> Iterator[None]:
    def stop(*_: object) -> None:
        job.cancel()

    handlers: dict[int, Any] = {signal.SIGINT: stop, signal.SIGTERM: stop}
    if hasattr(signal, "SIGHUP"):
        # `restic unlock` sends it to see whether the holder of a lock lives; by default that would end us.
        handlers[signal.SIGHUP] = lambda *_: None
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
