"""Tokens that are renewed, when several requests of this process use the same one: a refresh token often serves once only, so the first to
need it renews, and all others go on with what it got."""

from __future__ import annotations

import hashlib
import threading

from holdfast.providers.http import Credential, Renewal
from holdfast.providers.http.places import Places

_became: dict[str, Credential] = {}
"""Digest of a credential that was renewed -> what it became."""
_turns: dict[str, Places] = {}
_lock = threading.Lock()


def newest(credential: Credential) -> Credential:
    """What `credential`, perhaps stored a while ago, has become meanwhile."""
    with _lock:
        while (later := _became.get(_digest(credential))) is not None:
            credential = later
        return credential


def one_at_a_time(renew: Renewal) -> Renewal:
    """`renew`, asked once for each credential however many ask; a failure is told to who asked, and the next one tries again."""

    async def again(old: Credential) -> Credential:
        key = _digest(old)
        with _lock:
            turn = _turns.setdefault(key, Places(1))
        async with turn:
            if (known := newest(old)) is not old:
                return known
            fresh = await renew(old)
            with _lock:
                _became[key] = fresh
                _became.pop(_digest(fresh), None)  # the newest is never an old one, even if a server gives one twice
            return fresh

    return again


def _digest(credential: Credential) -> str:
    words = "\0".join((credential.kind, credential.user, credential.secret.reveal(), credential.refresh.reveal()))
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()
