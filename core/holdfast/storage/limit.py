"""Not faster than, and not more at once than: rate and concurrency limits."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from holdfast.cancellation import Cancellation, never
from holdfast.errors import Cancelled
from holdfast.storage.base import Storage
from holdfast.storage.names import Parts, total_size
from holdfast.storage.wrapper import Wrapper


class TokenBucket:
    """Lets `rate` bytes a second through, taken together over all threads that use it. `burst` bytes may pass at once after a rest.

    Who takes more than there is goes into debt, and the next one waits: the average is right for pieces of any size.
    """

    def __init__(self, rate: float, *, burst: float | None = None, cancelled: Cancellation | None = None) -> None:
        self.rate = rate
        self._burst = burst if burst is not None else rate / 4
        self._cancelled = cancelled or never()
        self._lock = threading.Lock()
        self._there = self._burst
        self._when = time.monotonic()

    def take(self, amount: int) -> None:
        """Wait until `amount` bytes may move. Raises `Cancelled`."""
        with self._lock:
            now = time.monotonic()
            self._there = min(self._burst, self._there + (now - self._when) * self.rate) - amount
            self._when = now
            wait = -self._there / self.rate
        if wait > 0 and self._cancelled.wait(wait):
            raise Cancelled()


class LimitStorage(Wrapper):
    """Any storage, slowed down file by file. (S3 takes the buckets itself and moves evenly, see `S3Storage`.)"""

    def __init__(
        self, inner: Storage, *, upload: TokenBucket | None = None, download: TokenBucket | None = None, connections: int | None = None
    ) -> None:
        super().__init__(inner)
        self._upload, self._download = upload, download
        self._slots = threading.BoundedSemaphore(connections) if connections else None

    def save(self, name: str, parts: Parts, *, only_new: bool = False) -> None:
        with self._slot():
            if self._upload:
                self._upload.take(total_size(parts))
            self.inner.save(name, parts, only_new=only_new)

    def load(self, name: str, offset: int = 0, length: int | None = None) -> bytes:
        with self._slot():
            data = self.inner.load(name, offset, length)
            if self._download:
                self._download.take(len(data))
            return data

    def size(self, name: str) -> int:
        with self._slot():
            return self.inner.size(name)

    def delete(self, name: str) -> None:
        with self._slot():
            self.inner.delete(name)

    @contextmanager
    def _slot(self) -> Iterator[None]:
        if self._slots is None:
            yield
        else:
            with self._slots:
                yield
