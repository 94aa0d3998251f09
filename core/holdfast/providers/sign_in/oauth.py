"""OAuth 2.0 for a program on a desk (RFC 6749, 7636, 8252): the system's browser, a loopback address with any port, PKCE with S256, state.

Backup Copilot Pro names ``/oauth/authorize`` and ``/oauth/token`` at the site's root, a client secret, and neither PKCE nor refresh; both
are sent and used anyway where they work (apis.md 3.2, 6.2). A client secret in a program is no secret: it is kept like one per site.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import msgspec

from holdfast.errors import AuthRejected, HoldfastError, RemoteError, UsageError
from holdfast.providers import values
from holdfast.providers.http import NOBODY, Budget, Client, Clock, Credential, Observer, Renewal, SystemClock, check_base
from holdfast.secret import Secret

if TYPE_CHECKING:
    import httpx

SCOPES = "backup:read backup:write"
_NO_SECRET = Secret("")
_EARLY = 60.0
"""Seconds before its end at which a token counts as expired."""


class OAuthApp(msgspec.Struct, frozen=True):
    """A registered client of one site."""

    authorize_url: str
    token_url: str
    client_id: str
    client_secret: Secret = Secret("")
    scope: str = SCOPES
    allow_http: bool = False
    ca_file: str = ""

    @classmethod
    def of_site(
        cls, home: str, client_id: str, client_secret: Secret = _NO_SECRET, *, allow_http: bool = False, ca_file: str = ""
    ) -> OAuthApp:
        """Backup Copilot Pro's addresses at the root of the site."""
        base = check_base(home, allow_http=allow_http).partition("?")[0].rstrip("/")
        if not client_id.strip():
            raise UsageError("A client id is needed.", code="CLIENT-ID", hint="The plugin's settings show it.")
        return cls(
            f"{base}/oauth/authorize", f"{base}/oauth/token", client_id.strip(), client_secret, allow_http=allow_http, ca_file=ca_file
        )


class Attempt(msgspec.Struct, frozen=True):
    """One way through the browser. `address` is to be opened; the rest is needed when it comes back."""

    address: str
    redirect_uri: str
    state: Secret
    verifier: Secret


def attempt(app: OAuthApp, redirect_uri: str) -> Attempt:
    """A fresh attempt that comes back to `redirect_uri` (a loopback address)."""
    state, verifier = secrets.token_urlsafe(32), secrets.token_urlsafe(48)
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    query = {
        "client_id": app.client_id,
        "redirect_uri": redirect_uri,
        "response_type": "code",
        "scope": app.scope,
        "state": state,
        "code_challenge": challenge,
        "code_challenge_method": "S256",
    }
    return Attempt(f"{app.authorize_url}?{urlencode(query)}", redirect_uri, Secret(state), Secret(verifier))


def code_of(tried: Attempt, came: Mapping[str, str] | str) -> Secret:
    """The code that the browser brought (its query, or the whole address as pasted). AuthRejected when refused, or not our attempt."""
    query = dict(parse_qsl(urlsplit(came.strip()).query)) if isinstance(came, str) else came
    if not hmac.compare_digest(query.get("state", "").encode(), tried.state.reveal().encode()):
        raise AuthRejected("The browser came back with another sign-in than the one asked for.", code="SIGN-IN-MIXED", hint="Start again.")
    if "error" in query:
        said = values.text(query.get("error_description") or query["error"], 200)
        raise AuthRejected(f"The sign-in was refused: {said}.", code="SIGN-IN-REFUSED", hint="Start again.")
    if not query.get("code"):
        raise AuthRejected("The browser came back without a code.", code="SIGN-IN-REFUSED", hint="Start again.")
    return Secret(query["code"])


async def exchange(
    app: OAuthApp,
    tried: Attempt,
    code: Secret,
    *,
    clock: Clock | None = None,
    transport: httpx.AsyncBaseTransport | None = None,
    observer: Observer | None = None,
) -> Credential:
    """The code for a token. AuthRejected when the site takes it not."""
    form = {
        "grant_type": "authorization_code",
        "code": code.reveal(),
        "redirect_uri": tried.redirect_uri,
        "code_verifier": tried.verifier.reveal(),
    }
    return await _ask(app, form, Credential("bearer"), clock or SystemClock(), transport, observer)


def renewal(
    app: OAuthApp, *, clock: Clock | None = None, transport: httpx.AsyncBaseTransport | None = None, observer: Observer | None = None
) -> Renewal:
    """What a client calls when its token is refused or at its end: a new one by the refresh token, or AuthRejected (AUTH-EXPIRED)."""

    async def renew(old: Credential) -> Credential:
        if not old.refresh:
            raise _expired(app)
        form = {"grant_type": "refresh_token", "refresh_token": old.refresh.reveal()}
        try:
            return await _ask(app, form, old, clock or SystemClock(), transport, observer)
        except AuthRejected as error:
            raise _expired(app, **error.details) from None

    return renew


async def _ask(
    app: OAuthApp,
    form: dict[str, str],
    old: Credential,
    clock: Clock,
    transport: httpx.AsyncBaseTransport | None,
    observer: Observer | None,
) -> Credential:
    form["client_id"] = app.client_id
    if app.client_secret:
        form["client_secret"] = app.client_secret.reveal()
    base, path = _split(app.token_url)
    client = Client(
        base,
        NOBODY,
        ca_file=app.ca_file,
        allow_http=app.allow_http,
        budget=Budget(clock=clock),
        clock=clock,
        transport=transport,
        observer=observer,
    )
    async with client:
        try:
            answer = await client.send("POST", path, form=form, headers={"Accept": "application/json"})
        except HoldfastError as error:
            said = [value for name, value in form.items() if name in {"code", "refresh_token", "client_secret", "code_verifier"}]
            raise _without(error, said) from None
    token = answer.mapping().get("access_token")
    if not isinstance(token, str) or not token or values.text(answer.mapping().get("token_type") or "bearer").lower() != "bearer":
        raise RemoteError(f"{client.host} gave no token that can be used.", code="OAUTH", hint="Use an application password instead.")
    lasts = values.number(answer.mapping().get("expires_in"))
    until = datetime.fromtimestamp(clock.now(), UTC) + timedelta(seconds=max(lasts - _EARLY, 0.0)) if lasts and lasts < 1e9 else None
    fresh = answer.mapping().get("refresh_token")
    return Credential(
        "bearer",
        old.user,
        Secret(token),
        Secret(fresh) if isinstance(fresh, str) and fresh else old.refresh,
        until,
        app.token_url,
        app.client_id,
    )


def _split(token_url: str) -> tuple[str, str]:
    """The host's address and the path on it: the audit trail names paths. An address with a query stays in one piece."""
    pieces = urlsplit(token_url)
    if pieces.query or not pieces.path.strip("/"):
        return token_url, ""
    return f"{pieces.scheme}://{pieces.netloc}/", pieces.path.lstrip("/")


def _expired(app: OAuthApp, **details: Any) -> AuthRejected:
    host = urlsplit(app.token_url).hostname
    return AuthRejected(f"The sign-in at {host} has expired.", code="AUTH-EXPIRED", hint="Sign in again.", **details)


def _without(error: HoldfastError, forms: list[str]) -> HoldfastError:
    """`error` without what was sent in the form, should the server have echoed it."""
    for said in forms:
        error.message = error.message.replace(said, "***")
        error.details = {name: value.replace(said, "***") if isinstance(value, str) else value for name, value in error.details.items()}
    error.args = (error.message,)
    return error
