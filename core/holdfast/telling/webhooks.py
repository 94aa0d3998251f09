"""Webhooks in the Standard Webhooks form (https://github.com/standard-webhooks/standard-webhooks, spec/standard-webhooks.md).

Headers ``webhook-id`` (the same in every try), ``webhook-timestamp`` (of the try, seconds) and ``webhook-signature``:
``v1,`` and the base64 of HMAC-SHA256 over ``id.timestamp.body``. The secret is ``whsec_`` and the base64 of 24 to 64 random bytes.
The body is ``{"type", "timestamp", "data"}``.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import secrets
from datetime import UTC, datetime
from typing import Any

import msgspec

from holdfast.errors import UsageError
from holdfast.secret import Secret

PREFIX = "whsec_"
_FEWEST, _MOST = 24, 64


def new_secret() -> Secret:
    return Secret(PREFIX + base64.b64encode(secrets.token_bytes(32)).decode())


def checked_secret(secret: Secret) -> Secret:
    """UsageError when it is none of this form."""
    _key(secret)
    return secret


def message_id() -> str:
    return f"msg_{secrets.token_hex(16)}"


def body_of(kind: str, at: datetime, data: dict[str, Any]) -> str:
    """The body, as it is signed and sent."""
    moment = at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return msgspec.json.encode({"type": kind, "timestamp": moment, "data": data}).decode()


def headers_of(secret: Secret, message: str, body: str, now: float) -> dict[str, str]:
    """What goes with `body` when it is sent `now` (seconds since the epoch)."""
    stamp = str(int(now))
    digest = hmac.new(_key(secret), f"{message}.{stamp}.{body}".encode(), hashlib.sha256).digest()
    return {
        "webhook-id": message,
        "webhook-timestamp": stamp,
        "webhook-signature": f"v1,{base64.b64encode(digest).decode()}",
        "content-type": "application/json",
    }


def _key(secret: Secret) -> bytes:
    text = secret.reveal()
    try:
        key = base64.b64decode(text.removeprefix(PREFIX), validate=True) if text.startswith(PREFIX) else b""
    except (binascii.Error, ValueError):
        key = b""
    if not _FEWEST <= len(key) <= _MOST:
        raise UsageError(
            "The secret of a webhook is whsec_ and the base64 of 24 to 64 bytes.", hint="Leave it out: one is made and shown once."
        )
    return key
