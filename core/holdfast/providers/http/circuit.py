"""A site that fails again and again is left in peace for five minutes (apis.md 6.1); refused passwords sooner, because security plugins
count them and lock the address out."""

from __future__ import annotations

from holdfast.errors import AuthRejected, HoldfastError, NetworkError, RemoteError
from holdfast.providers.http.clock import Clock, SystemClock

FAILURES, REJECTIONS, REST = 5, 3, 300.0


class Circuit:
    """One per client. `check` before a call, `record` after it."""

    def __init__(self, clock: Clock | None = None) -> None:
        self._clock = clock or SystemClock()
        self._failures = self._rejections = 0
        self._until = 0.0
        self._last: HoldfastError | None = None

    @property
    def rests_for(self) -> float:
        """Seconds for which the site is not asked any more; 0 when it is."""
        return max(self._until - self._clock.monotonic(), 0.0)

    def check(self) -> None:
        """Raise the last failure again while the site rests; ``details["rests_for"]`` says how long."""
        rest = self.rests_for
        if rest <= 0 or self._last is None:
            return
        last = self._last
        raise type(last)(
            last.message,
            code=last.code,
            hint=last.hint,
            retryable=last.retryable,
            **{**last.details, "rests_for": round(rest), "lost": False},
        )

    def record(self, error: HoldfastError | None) -> None:
        """A call ended well (None) or with `error`. What only concerns one call (404, 409 …) shows that the site is alive."""
        if error is not None and error.details.get("held_back"):
            return  # nothing was asked
        if isinstance(error, AuthRejected):
            self._rejections += 1
        elif isinstance(error, NetworkError) or (isinstance(error, RemoteError) and error.retryable):
            self._failures += 1
        else:
            self._failures = self._rejections = 0
            self._until = 0.0
            return
        if self._failures >= FAILURES or self._rejections >= REJECTIONS:
            self._until = self._clock.monotonic() + REST
            self._last = error
