"""Tries again what may succeed later by itself: errors whose `retryable` is true.

Waits grow exponentially with full jitter. Two clocks end it: how long this call has failed, and how long nothing at all has
succeeded (so that the calls that follow a server's death, for tidying up, do not each wait in full).
"""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

import msgspec

from holdfast.cancellation import Cancellation, never
from holdfast.errors import Cancelled, HoldfastError, StorageError
from holdfast.progress import SILENT, Progress, Retry
from holdfast.storage.base import FileInfo, Storage
from holdfast.storage.names import Parts
from holdfast.storage.paging import Pages
from holdfast.storage.patience import Patience
from holdfast.storage.wrapper import Wrapper

T = TypeVar("T")
_log = logging.getLogger(__name__)


class RetryPolicy(msgspec.Struct, frozen=True):
    """Seconds. The n-th wait is random between 0 and ``first * 2**n``, at most `most`. No try begins after `total`, so that with
    the last try's own time limits all is over within 15 minutes, also when a helper process fails first and then its parent."""

    first: float = 0.5
    most: float = 60.0
    total: float = 7 * 60.0


class RetryStorage(Wrapper):
    """`retries` counts what was tried again, for the log and for tests. `cancelled` ends waits at once and, a moment later, calls that
    hang; then `Cancelled` is raised. `progress` hears of each pause, from any thread."""

    def __init__(
        self, inner: Storage, policy: RetryPolicy | None = None, *, cancelled: Cancellation | None = None, progress: Progress = SILENT
    ) -> None:
        super().__init__(inner)
        self.policy = policy or RetryPolicy()
        self.retries = 0
        self._progress = progress
        self._cancelled = cancelled or never()
        self._run: Callable[[Callable[[], T]], T] = Patience(cancelled).run if cancelled is not None and inner.traits.remote else _directly
        self._failing_since: float | None = None

    def create(self) -> None:
        self._persist("create", lambda: self.inner.create())

    def save(self, name: str, parts: Parts, *, only_new: bool = False) -> None:
        before = self.retries
        try:
            self._persist(name, lambda: self.inner.save(name, parts, only_new=only_new))
        except StorageError as error:
            # our own first try may have arrived although its answer did not
            if error.code != "EXISTS" or self.retries == before or self.load(name) != b"".join(parts):
                raise

    def load(self, name: str, offset: int = 0, length: int | None = None) -> bytes:
        return self._persist(name, lambda: self.inner.load(name, offset, length))

    def size(self, name: str) -> int:
        return self._persist(name, lambda: self.inner.size(name))

    def list(self, prefix: str) -> Iterator[FileInfo]:
        listing = self._persist(prefix, lambda: self.inner.list(prefix))
        if isinstance(listing, Pages):
            return self._page_by_page(prefix, listing)
        return iter(self._persist(prefix, lambda: [*self.inner.list(prefix)]))

    def delete(self, name: str) -> None:
        self._persist(name, lambda: self.inner.delete(name))

    def _page_by_page(self, prefix: str, pages: Pages) -> Iterator[FileInfo]:
        while page := self._persist(prefix, pages.next_page):
            yield from page

    def _persist(self, what: str, call: Callable[[], T]) -> T:
        """The result of `call`, tried again as long as it makes sense."""
        began = time.monotonic()
        number = 0
        try:
            while True:
                try:
                    result: T = self._run(call)
                except HoldfastError as error:
                    wait = self._wait_after(error, began, number)
                    if wait is None:
                        raise
                    _log.info("%s failed (%s), tried again in %.1f s", what, error.code, wait)
                    self._progress.retrying(Retry(round(wait, 1), number + 2, None, error.code, error.message))
                else:
                    self._failing_since = None
                    return result
                self.retries += 1
                number += 1
                if self._cancelled.wait(wait):
                    raise Cancelled()
        finally:
            if number:
                self._progress.retrying(None)

    def _wait_after(self, error: HoldfastError, began: float, number: int) -> float | None:
        """Seconds to wait before the next try; None: there is to be none."""
        if not error.retryable:
            return None
        now = time.monotonic()
        if self._failing_since is None:
            self._failing_since = now
        left = self.policy.total - (now - min(began, self._failing_since))
        wait = random.uniform(0, min(self.policy.most, self.policy.first * 2 ** min(number, 30)))  # noqa: S311 - spreads load, hides nothing
        return wait if wait < left else None


def _directly(call: Callable[[], T]) -> T:
    return call()
