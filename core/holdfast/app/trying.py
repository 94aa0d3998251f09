"""A sign-in is tried before there is a site: what it may do there, and how large a backup is. Nothing is stored."""

from __future__ import annotations

from typing import Any

import msgspec

from holdfast.app import accounts
from holdfast.app.browser_sign_in import BrowserSignIn
from holdfast.app.home import Home
from holdfast.errors import HoldfastError
from holdfast.jobs.messages import LookAtSite
from holdfast.secret import Secret

_WHOLE = ("full", "")


class SignInTried(msgspec.Struct, frozen=True):
    """A sign-in that works. `sign_in` is what `Sites.add` and `Accounts.add` take to store it; its secrets do not show."""

    sign_in: BrowserSignIn
    identity: dict[str, Any]
    capabilities: dict[str, Any]
    newest_size: int | None = None
    """Bytes of the newest whole backup that the site has; None = it has none, or did not tell."""


async def try_sign_in(
    home: Home,
    system: str,
    *,
    url: str = "",
    user: str = "",
    secret: Secret | None = None,
    auth: str = "",
    code: Secret | None = None,
    account: str = "",
    allow_http: bool = False,
    ca_file: str = "",
    sign_in: BrowserSignIn | None = None,
) -> SignInTried:
    """See `Sites.try_sign_in`."""
    if account:
        known = await home.ask(lambda: home.accounts.get(account))
        what_signs = (await accounts.access_of(home, known, url or known.url, {})).sign_in
    else:
        known, what_signs = accounts.credential_for(
            "tried", sign_in, system=system, user=user, secret=secret, auth=auth, url=url, ca_file=ca_file, allow_http=allow_http,
            code=code,
        )  # fmt: skip
    tried = await accounts.try_account(home, known, what_signs, url or known.url, {}, find_root=sign_in is None)
    given = BrowserSignIn(
        system, tried.url, known.user, tried.sign_in, str(known.options.get("ca_file", "")), bool(known.options.get("allow_http", False))
    )
    access = accounts.access_with(known, tried.sign_in, tried.url, {})
    return SignInTried(given, tried.identity, tried.capabilities, await _newest(home, msgspec.structs.replace(access, account="")))


async def _newest(home: Home, access: Any) -> int | None:
    """A site that does not tell is no reason to refuse a sign-in that works."""
    try:
        items = (await home.query(LookAtSite(**home.common(), access=access, question="list")))["items"]
    except HoldfastError:
        return None
    sizes = [
        (str(one.get("created_at") or ""), int(one["size"])) for one in items if one.get("size") and str(one.get("type") or "") in _WHOLE
    ]
    return max(sizes)[1] if sizes else None
