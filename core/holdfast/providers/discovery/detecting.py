"""What a site is, for somebody who wants to add it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

import msgspec

from holdfast.errors import HoldfastError, RemoteError
from holdfast.providers.discovery.looking import Root, find_root
from holdfast.providers.discovery.typed import Typed, understand
from holdfast.providers.http import Answer, Credential, Looker, error_of, failed, is_local, join, origin
from holdfast.providers.registry import PROVIDERS
from holdfast.providers.wordpress import SiteIndex, index_of

if TYPE_CHECKING:
    import httpx


class Found(msgspec.Struct, frozen=True):
    """A system: `ready` when a sign-in is all that is missing; else `why` is PLUGIN-MISSING, AUTH-OFF or NO-API."""

    system: str
    ready: bool
    why: str = ""


class Warned(msgspec.Struct, frozen=True):
    """Something to know: HTTP-ONLY, AUTH-OFF, JUNK (text before the JSON), ROOT-ELSEWHERE, HOME-ELSEWHERE, HTTPS-TAKEN, PLUGIN-MISSING."""

    code: str
    message: str
    hint: str = ""


class Detected(msgspec.Struct, frozen=True):
    """`root` is what the client takes as base; `sign_in` has the words of ``site add --auth``, and "browser" where approval is possible."""

    root: str
    url: str
    namespaces: tuple[str, ...]
    systems: tuple[Found, ...]
    sign_in: tuple[str, ...]
    warnings: tuple[Warned, ...] = ()
    name: str = ""
    index: SiteIndex = SiteIndex()


async def detect(
    typed: str,
    *,
    credential: Credential | None = None,
    ca_file: str = "",
    seconds: float = 10.0,
    transport: httpx.AsyncBaseTransport | None = None,
    reached: Callable[[str], None] = lambda _: None,
) -> Detected:
    """What is behind `typed`; `reached` hears on the way of the page that answered (its address). Nothing is signed, unless `credential` is
    given for a site that hides its interface from visitors: then only questions to a root on the very host that was typed.

    UsageError for no address; NetworkError (NET-DNS, NET-REFUSED, NET-TIMEOUT, TLS-BAD …) with its remedy; RemoteError or AuthRejected
    with the codes of `holdfast.providers.http.failures`; RemoteError NOT-WORDPRESS when nothing known is there.
    """
    wanted = understand(typed)
    if origin(wanted.address)[1] == origin(PROVIDERS["wp-engine"].url)[1]:
        return _wp_engine()
    async with Looker(ca_file=ca_file, seconds=seconds, transport=transport) as looker:
        try:
            root = await find_root(looker, wanted, _signer(wanted, credential), reached)
        except RemoteError as error:
            bots = await _bots(looker, wanted) if error.code == "NOT-WORDPRESS" else None
            if bots is None:
                raise
            return bots
        root, taken = await _by_https(looker, root)
    return _told(wanted, root, taken)


def _told(wanted: Typed, root: Root, https_taken: bool) -> Detected:
    index = root.index
    open_door = index.application_passwords
    systems = []
    for one in PROVIDERS.values():
        if one.namespace:
            there = one.namespace in index.namespaces
            ready = there and (open_door or "oauth" in one.sign_in)
            systems.append(Found(one.name, ready, "" if ready else "AUTH-OFF" if there else "PLUGIN-MISSING"))
    sign_in = ["application-password", "browser"] if open_door else []
    if any(one.namespace in index.namespaces and "oauth" in one.sign_in for one in PROVIDERS.values()):
        sign_in.append("oauth")
    return Detected(
        root.address,
        index.home or index.url or root.address,
        index.namespaces,
        tuple(systems),
        tuple(sign_in),
        tuple(_warnings(wanted, root, https_taken)),
        index.name,
        index,
    )


def _warnings(wanted: Typed, root: Root, https_taken: bool) -> list[Warned]:
    index, host = root.index, origin(root.address)[1]
    found = []
    if origin(root.address)[0] == "http" and not is_local(host):
        found.append(
            Warned("HTTP-ONLY", f"{host} speaks only plain http: passwords could be read on the way.", "Get a certificate for the site.")
        )
    if https_taken:
        found.append(Warned("HTTPS-TAKEN", f"{host} was typed with http; https works and is used."))
    if not index.application_passwords:
        hint = "Serve the site by https, or allow them in the security plugin (Wordfence, Really Simple Security, WP Cerber …)."
        found.append(Warned("AUTH-OFF", f"Application passwords are switched off on {host}.", hint))
    if root.junk:
        found.append(
            Warned("JUNK", f"{host} prints text before its data, probably PHP warnings.", "Switch WP_DEBUG_DISPLAY off on the site.")
        )
    if _bare(host) != _bare(origin(wanted.address)[1]):
        found.append(
            Warned("ROOT-ELSEWHERE", f"The site's interface is on {host}, not on the host that was typed.", "Go on only if that is yours.")
        )
    if index.home and _host(index.home) not in {"", _bare(host)}:
        found.append(Warned("HOME-ELSEWHERE", f"The site calls itself {index.home}.", "Check that this is the right site."))
    if not any(one.namespace in index.namespaces for one in PROVIDERS.values() if one.namespace):
        found.append(
            Warned(
                "PLUGIN-MISSING",
                f"No backup plugin that Holdfast knows is active on {host}.",
                "Activate it, or back the site up by Holdfast's own engine.",
            )
        )
    return found


async def _by_https(looker: Looker, root: Root) -> tuple[Root, bool]:
    """The same root by https where that works with a valid certificate."""
    pieces = urlsplit(root.address)
    if pieces.scheme == "https" or pieces.port or is_local(pieces.hostname or ""):
        return root, False
    secure = urlunsplit(pieces._replace(scheme="https"))
    try:
        answer = await looker.get(join(secure, "", {"_fields": "namespaces,home,url"}))
        if not failed(answer) and set(index_of(answer).namespaces) == set(root.index.namespaces):
            return msgspec.structs.replace(root, address=secure), True
    except HoldfastError:
        pass
    return root, False


async def _bots(looker: Looker, wanted: Typed) -> Detected | None:
    """A bot server answers in its own way where WordPress knows nothing; None when it is none."""
    base = wanted.address if wanted.scheme_given or not is_local(origin(wanted.address)[1]) else wanted.with_scheme("http")
    try:
        answer = await looker.get(join(base, "api/v1/backup/list"))
        if not _is_bots(answer):
            login = await looker.get(join(base, "api/auth/me"))
            if not _is_bots(login):
                return None
            found = Found("general-bots", False, "NO-API")
        else:
            found = Found("general-bots", True)
    except HoldfastError:
        return None
    return Detected(base, base, (), (found,), PROVIDERS["general-bots"].sign_in)


def _is_bots(answer: Answer) -> bool:
    return answer.status in {401, 403} and error_of(answer).details.get("server_code") in {
        "missing_token", "invalid_token", "expired_token", "insufficient_permissions", "unauthorized",
    }  # fmt: skip


def _wp_engine() -> Detected:
    known = PROVIDERS["wp-engine"]
    return Detected(known.url, known.url, (), (Found("wp-engine", True),), known.sign_in)


def _signer(wanted: Typed, credential: Credential | None) -> Callable[[str], dict[str, str]] | None:
    """Headers for questions to a root: only by https (or to a local name), only to the host that was typed."""
    if credential is None:
        return None

    def headers(address: str) -> dict[str, str]:
        scheme, host, _ = origin(address)
        own = _bare(host) == _bare(origin(wanted.address)[1]) and (scheme == "https" or is_local(host))
        return credential.headers() if own else {}

    return headers


def _bare(host: str) -> str:
    return host.lower().removeprefix("www.")


def _host(address: str) -> str:
    try:
        return _bare(origin(address)[1])
    except HoldfastError:
        return ""
