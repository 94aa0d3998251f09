"""Events that sites send: verified over the raw body, never believed further than "read that backup again".

Both vendors sign with HMAC-SHA256 over the raw body: ``X-BKPC-Signature: <hex>`` and ``X-SafeGuard-Signature: sha256=<hex>``. There is no
delivery id; the time stands inside the signed body. So: right signature, at most five minutes old, never seen before (apis.md 6.3).
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec

from holdfast.providers import values
from holdfast.providers.http import Clock, SystemClock
from holdfast.secret import Secret

LARGEST_BODY = 65_536
WINDOW = 300.0
"""Seconds that an event may be old, or ahead of our clock."""
_REMEMBERED = 86_400.0
_WAITING = 1000
_HEADERS = ("x-bkpc-signature", "x-safeguard-signature")


class Hook(msgspec.Struct, frozen=True):
    """A site that may send events, and the secret that it signs with."""

    site: str
    secret: Secret


class Event(msgspec.Struct, frozen=True):
    """A hint: something happened to `backup` of `site`. Everything but `site` is the sender's word."""

    site: str
    kind: str
    at: datetime
    backup: str = ""
    site_url: str = ""


def signature(secret: Secret, body: bytes) -> str:
    """The hex signature of a raw body."""
    return hmac.new(secret.reveal().encode(), body, hashlib.sha256).hexdigest()


def verified(hooks: Sequence[Hook], headers: Mapping[str, str], body: bytes) -> Hook | None:
    """The hook whose secret signed `body`, in constant time for each; None when none did. Header names are lower case."""
    given = [headers[name].strip().removeprefix("sha256=").lower().encode("utf-8", "replace") for name in _HEADERS if name in headers]
    found = None
    for hook in hooks:
        wanted = signature(hook.secret, body).encode()
        matching = sum(hmac.compare_digest(wanted, one) for one in given)
        if hook.secret and matching:
            found = found or hook
    return found


class Receiver:
    """Judges deliveries at once and puts events into a queue; a full queue drops the oldest, as polling finds everything anyway."""

    def __init__(self, hooks: Sequence[Hook], *, clock: Clock | None = None) -> None:
        self.hooks = list(hooks)
        self.events: asyncio.Queue[Event] = asyncio.Queue(_WAITING)
        self._clock = clock or SystemClock()
        self._seen: dict[bytes, float] = {}

    def receive(self, method: str, headers: Mapping[str, str], body: bytes) -> int:
        """The HTTP status to answer: 202 taken, 400 no event or stale, 401 not signed by a known secret, 405, 409 seen before, 413."""
        if method != "POST":
            return 405
        if len(body) > LARGEST_BODY:
            return 413
        hook = verified(self.hooks, headers, body)
        if hook is None:
            return 401
        event = _event(hook, body)
        now = self._clock.now()
        if event is None or abs(now - event.at.timestamp()) > WINDOW:
            return 400
        if self._is_replay(hook, body, now):
            return 409
        if self.events.full():
            self.events.get_nowait()
        self.events.put_nowait(event)
        return 202

    def _is_replay(self, hook: Hook, body: bytes, now: float) -> bool:
        self._seen = {digest: until for digest, until in self._seen.items() if until > now}
        digest = hashlib.sha256(hook.site.encode() + b"\0" + body).digest()
        if digest in self._seen:
            return True
        self._seen[digest] = now + _REMEMBERED
        return False


def _event(hook: Hook, body: bytes) -> Event | None:
    try:
        told = msgspec.json.decode(body)
    except (msgspec.DecodeError, RecursionError, ValueError):
        return None
    kind, at = values.text(values.find(told, "event"), 60), values.moment(values.find(told, "timestamp"))
    if not kind or at is None:
        return None
    backup = values.identifier(values.first(values.find(told, "data"), "uuid", "id"))
    return Event(hook.site, kind, at, backup, values.text(values.find(told, "site_url"), 300))
