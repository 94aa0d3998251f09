"""Something is wanted of a site by a worker that moves bytes: asked of its parent, who has the network worker ask, because that one owns
every account's budget. In a program without processes it is asked right here."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any

from holdfast.cancellation import Cancellation
from holdfast.errors import Cancelled, from_failure
from holdfast.jobs.messages import Answered, Asked, Finished, OnNetwork, Share
from holdfast.jobs.performing import Ending
from holdfast.progress import Progress

Result = dict[str, Any]
Ask = Callable[[OnNetwork, Progress, Cancellation], Result]


class Parent:
    """The way up of one worker process. `take` is called by whoever reads its stdin."""

    def __init__(self) -> None:
        self.among = 1
        """How many downloads share the limit of bandwidth, as it told last."""
        self._waiting: dict[int, Future[Finished]] = {}
        self._number = 0
        self._lock = threading.Lock()

    def ask(self, request: OnNetwork, progress: Progress, cancelled: Cancellation) -> Result:
        """The result; its failure raised. `Cancelled` as soon as the worker is told to stop."""
        answer: Future[Finished] = Future()
        with self._lock:
            self._number += 1
            number = self._number
            self._waiting[number] = answer
        take_back = cancelled.when_cancelled(lambda: _give(answer, None))
        try:
            progress.tell(Asked(job=request.job, site=request.site, number=number, request=request))
            finished = answer.result()
        finally:
            take_back()
            self._waiting.pop(number, None)
        for warning in finished.warnings:
            progress.remark("SITE", warning)
        if finished.failure is not None:
            raise from_failure(finished.failure)
        return finished.result

    def take(self, message: Answered | Share) -> None:
        if isinstance(message, Share):
            self.among = max(message.among, 1)
            return
        waiting = self._waiting.get(message.number)
        if waiting is not None:
            _give(waiting, message.finished)


def _give(answer: Future[Finished], finished: Finished | None) -> None:
    try:
        if finished is None:
            answer.set_exception(Cancelled())
        else:
            answer.set_result(finished)
    except Exception:  # noqa: S110 - the other one was first
        pass


_parent: Parent | None = None
_lock = threading.Lock()


def use(parent: Parent) -> None:
    """From now on this process has a parent to ask."""
    global _parent
    _parent = parent


_downloads = 0


@contextmanager
def sharing() -> Iterator[Callable[[], int]]:
    """Around a download: how many share the limit of bandwidth now, here or in the processes of the parent."""
    global _downloads
    with _lock:
        _downloads += 1
    try:
        yield lambda: _parent.among if _parent is not None else max(_downloads, 1)
    finally:
        with _lock:
            _downloads -= 1


def ask(request: OnNetwork, progress: Progress, cancelled: Cancellation) -> Result:
    """See the module. Blocks: not for an event loop's thread."""
    if _parent is not None:
        return _parent.ask(request, progress, cancelled)
    from holdfast.worker import perform

    told = perform(request, progress, cancelled)
    if not isinstance(told, Ending):
        return told
    if told.failure is not None:
        raise from_failure(told.failure)
    return told.result
