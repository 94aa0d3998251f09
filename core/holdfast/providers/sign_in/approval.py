"""An application password made by the browser: WordPress' own page asks the user and brings the password back (apis.md 2.3).

With a loopback address to come back to where the site accepts one (WordPress 7.0 and later, or a local site); else, and whenever the
browser shows an error, the user pastes what WordPress shows. The version cannot be asked for, so both ways are offered at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import msgspec

from holdfast.errors import AuthRejected, RemoteError, UsageError
from holdfast.providers.http import Credential, check_base, must_be_https, origin
from holdfast.providers.sign_in.application_passwords import APP_ID, NEW_PASSWORD_NAME, clean_password, wordpress_credential
from holdfast.providers.wordpress import SiteIndex


class Approval(msgspec.Struct, frozen=True):
    """What to open in the browser. `address` comes back to us, `by_hand` shows the password to copy."""

    address: str
    by_hand: str
    site: str


def approval(index: SiteIndex, root: str, callback: str = "", *, name: str = NEW_PASSWORD_NAME) -> Approval:
    """The pages to open for the site with `index` at the REST root `root`; `callback` is where the browser shall come back to.

    AuthRejected (AUTH-OFF) where application passwords are switched off; RemoteError when the page is on another host.
    """
    if not index.authorization:
        raise AuthRejected(
            "This site offers no application passwords.",
            code="AUTH-OFF",
            hint="Allow them in the security plugin, and serve the site by https.",
        )
    if not same_site(index.authorization, root):
        raise RemoteError("The site wants its users to sign in on another host.", code="SITE-MOVED", hint="Paste an application password.")
    must_be_https(index.authorization, root)
    asked = {"app_name": name, "app_id": APP_ID}
    back = {"success_url": callback, "reject_url": f"{callback}?success=false"} if callback else {}
    return Approval(_with(index.authorization, {**asked, **back}), _with(index.authorization, asked), index.home or index.url)


def approved(asked: Approval, came: Mapping[str, str] | str, *, user: str = "") -> Credential:
    """The credential that the browser brought, or that the user pasted: the password itself (then `user` is needed) or the whole address.

    AuthRejected when the user said no; RemoteError when it came from another site than the one asked for.
    """
    if isinstance(came, str):
        if "://" not in came:
            return wordpress_credential(user, came)
        came = dict(parse_qsl(urlsplit(came.strip()).query))
    if came.get("success") == "false" or "error" in came:
        off = came.get("error") == "disabled"
        raise AuthRejected(
            "Application passwords are switched off on this site." if off else "The sign-in was refused in the browser.",
            code="AUTH-OFF" if off else "SIGN-IN-REFUSED",
            hint="Allow them in the security plugin." if off else "Start again, or paste an application password.",
        )
    if not came.get("password") or not came.get("user_login"):
        raise UsageError("That holds no password.", code="PASSWORD", hint="Paste the password that WordPress shows.")
    if not same_site(came.get("site_url", ""), asked.site):
        raise RemoteError("The browser came back from another site than the one asked for.", code="SIGN-IN-MIXED", hint="Start again.")
    return Credential("basic", came["user_login"], clean_password(came["password"]))


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are on the same host, with or without www."""
    try:
        return origin(one)[1].removeprefix("www.") == origin(other)[1].removeprefix("www.")
    except UsageError:
        return False


def _with(address: str, params: Mapping[str, str]) -> str:
    pieces = urlsplit(check_base(address, allow_http=True))
    query = [*parse_qsl(pieces.query, keep_blank_values=True), *params.items()]
    return urlunsplit((pieces.scheme, pieces.netloc, pieces.path, urlencode(query), ""))
