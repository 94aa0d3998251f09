"""Signing in by the browser: a person says yes on the site's own page, no password is typed into Holdfast."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import msgspec

from holdfast.app.home import Home
from holdfast.errors import RemoteError
from holdfast.jobs.messages import CredentialRenewed, ForParent, PageToOpen, SignIn, SignInByBrowser
from holdfast.secret import Secret

SECONDS = 600.0
"""How long a person may take."""
_NOTHING = Secret("")


class BrowserSignIn(msgspec.Struct, frozen=True):
    """What the browser brought, for `Sites.add(sign_in=…)` and `Accounts.add(sign_in=…)`. Not stored yet; its secrets do not show."""

    system: str
    url: str
    """The REST root."""
    user: str
    sign_in: SignIn
    ca_file: str = ""
    allow_http: bool = False


async def sign_in_by_browser(
    home: Home,
    system: str,
    url: str,
    *,
    open_page: Callable[[str], None],
    by_hand: Callable[[str], None] | None = None,
    kind: str = "application-password",
    client_id: str = "",
    client_secret: Secret | None = None,
    ca_file: str = "",
    allow_http: bool = False,
    seconds: float = SECONDS,
) -> BrowserSignIn:
    """See `Sites.browser_sign_in`."""
    brought: list[SignIn] = []

    def hear(event: ForParent) -> None:
        if isinstance(event, PageToOpen):
            if by_hand is not None and event.by_hand:
                by_hand(event.by_hand)
            open_page(event.address)
        elif isinstance(event, CredentialRenewed):
            brought.append(event.sign_in)

    told = await home.query(
        SignInByBrowser(
            **home.common(), system=system, url=url, kind=cast("Any", kind), client_id=client_id,
            client_secret=client_secret or _NOTHING, ca_file=ca_file, allow_http=allow_http, seconds=seconds,
        ),
        hear,
    )  # fmt: skip
    if not brought:
        raise RemoteError("The sign-in ended without a password.", code="SIGN-IN-REFUSED", hint="Start again.")
    return BrowserSignIn(system, told["url"], told["user"], brought[-1], ca_file, allow_http)


async def approval_page(home: Home, system: str, url: str, *, ca_file: str = "", allow_http: bool = False) -> str:
    """See `Sites.approval_page`."""
    request = SignInByBrowser(**home.common(), system=system, url=url, paste=True, ca_file=ca_file, allow_http=allow_http)
    return str((await home.query(request))["page"])
