"""Signing in to a bot server by e-mail and password: ``/api/auth/login``, the second factor, and new tokens without asking again.

Source: the server's code as of May 2026 (apis.md 4). Each function takes a `Client` without a credential; none stores anything.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec

from holdfast.errors import AuthRejected, HoldfastError, RemoteError
from holdfast.providers import values
from holdfast.providers.http import Answer, Client, Credential
from holdfast.secret import Secret


class NeedsCode(msgspec.Struct, frozen=True):
    """The password was right; a code of the second factor is wanted as well."""

    session: Secret


async def log_in(client: Client, email: str, password: Secret) -> Credential | NeedsCode:
    """AuthRejected for a wrong password."""
    answer = await _send(client, "api/auth/login", {"email": email, "password": password.reveal()}, password)
    session = _text(answer, "session_token")
    if session and not _text(answer, "access_token"):
        return NeedsCode(Secret(session))
    return _credential(answer, email, client)


async def verify_code(client: Client, email: str, needed: NeedsCode, code: str) -> Credential:
    """AuthRejected for a wrong code."""
    body = {"session_token": needed.session.reveal(), "code": code.strip()}
    return _credential(await _send(client, "api/auth/2fa/verify", body, needed.session), email, client)


async def renew(client: Client, credential: Credential) -> Credential:
    """A new token for an expired one. AuthRejected when the server wants the password again."""
    if not credential.refresh:
        raise AuthRejected(f"The sign-in at {client.host} has expired.", code="AUTH-EXPIRED", hint="Sign in again.")
    answer = await _send(client, "api/auth/refresh", {"refresh_token": credential.refresh.reveal()}, credential.refresh)
    fresh = _credential(answer, credential.user, client)
    return fresh if fresh.refresh else msgspec.structs.replace(fresh, refresh=credential.refresh)


async def _send(client: Client, path: str, body: dict[str, str], secret: Secret) -> Answer:
    """A server that repeats the secret in its refusal does not get it into our messages."""
    try:
        return await client.send("POST", path, json=body)
    except HoldfastError as error:
        if not secret or secret.reveal() not in str(error.failure()):
            raise
        raise type(error)(f"{client.host} refused the sign-in.", code=error.code, http=error.details.get("http")) from None


def _credential(answer: Answer, email: str, client: Client) -> Credential:
    token = _text(answer, "access_token", "session_id")
    if not token:
        raise RemoteError(f"{client.host} gave no token.", code="NOT-UNDERSTOOD", hint="Use an API key or a token instead.")
    seconds = values.number(_find(answer, "expires_in"))
    until = None
    if seconds is not None and 0 < seconds < 1e9:
        until = datetime.fromtimestamp(answer.received_at, UTC) + timedelta(seconds=seconds)
    return Credential("bearer", email, Secret(token), Secret(_text(answer, "refresh_token")), until)


def _find(answer: Answer, *names: str) -> object:
    body = answer.mapping()
    return values.first(values.mapping(body.get("data")) or body, *names)


def _text(answer: Answer, *names: str) -> str:
    """A token: one line that can stand in a header."""
    found = _find(answer, *names)
    return found if isinstance(found, str) and len(found) <= 8000 and found.isascii() and found.isprintable() and " " not in found else ""
