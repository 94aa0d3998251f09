"""The network worker: one long-living process that asks sites and waits for them, many jobs at once, each in a thread that sleeps.

It owns every credential's budget (`holdfast.providers.registry.shared_budget`), as all questions to sites come through here. It never moves
bytes of backups and imports nothing that could.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from contextvars import ContextVar

from holdfast.cancellation import Cancellation
from holdfast.jobs.messages import Answered, AnyEvent, AnyRequest, Cancel, Down, ServeNetwork, Share, verb_of
from holdfast.jobs.performing import Body, perform

log = logging.getLogger(__name__)

STOP_SECONDS = 10.0
"""Within which everything has to be done once the parent is gone."""

job_log: ContextVar[str] = ContextVar("job_log", default="")
"""The log file of the job that this thread (or its event loop) works for."""


class Serving:
    """The jobs under way. `emit` may be called from any thread."""

    def __init__(self, body: Body, emit: Callable[[AnyEvent], None]) -> None:
        self._body = body
        self._emit = emit
        self._jobs: dict[str, tuple[Cancellation, threading.Thread]] = {}
        self._lock = threading.Lock()

    def serve(self, messages: Iterable[Down]) -> None:
        """Until `messages` end; then all jobs are cancelled and waited for."""
        for message in messages:
            match message:
                case Cancel():
                    self._cancel(message.job)
                case ServeNetwork() | Answered() | Share():
                    pass
                case _:
                    self._begin(message)
        with self._lock:
            left = list(self._jobs.values())
        for cancelled, _ in left:
            cancelled.cancel()
        for _, thread in left:
            thread.join(STOP_SECONDS)

    def _begin(self, request: AnyRequest) -> None:
        cancelled = Cancellation()
        # A daemon: one that hangs must not keep the process when its parent has gone.
        thread = threading.Thread(target=self._work, args=(request, cancelled), name=f"job {request.job[:8]}", daemon=True)
        with self._lock:
            self._jobs[request.job] = cancelled, thread
        thread.start()

    def _cancel(self, job: str) -> None:
        with self._lock:
            known = self._jobs.get(job)
        if known is not None:
            known[0].cancel()

    def _work(self, request: AnyRequest, cancelled: Cancellation) -> None:
        job_log.set(request.log)
        log.info("%s %s", verb_of(request), request.site)
        try:
            perform(request, self._body, self._emit, cancelled)
        finally:
            with self._lock:
                if self._jobs.get(request.job, (None,))[0] is cancelled:  # else a next request of the same job has begun
                    del self._jobs[request.job]


class JobLogs(logging.Handler):
    """Writes into the log of the job that is worked for; nowhere when it has none."""

    def emit(self, record: logging.LogRecord) -> None:
        path = job_log.get()
        if not path:
            return
        try:
            with open(path, "a", encoding="utf-8") as file:
                file.write(self.format(record) + "\n")
        except OSError:
            self.handleError(record)
