"""From an address to the REST root of the WordPress behind it, without credentials."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from urllib.parse import parse_qs, urlsplit, urlunsplit

import msgspec

from holdfast.errors import HoldfastError, RemoteError, UsageError
from holdfast.providers.discovery.typed import Typed, above
from holdfast.providers.http import Answer, Looker, error_of, failed, join, must_be_https, origin, resolve
from holdfast.providers.http.failures import hidden_from_visitors
from holdfast.providers.wordpress import INDEX_FIELDS, SiteIndex, index_of

REDIRECTS = 5
_API = "https://api.w.org/"
_TAG = re.compile(r"<link\b[^>]{0,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\b(rel|href)\s*=\s*("([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_HEADER = re.compile(r"<([^<>]{1,2000})>([^<]*)")
_DEAD_ENDS = ("/wp-login.php", "/wp-admin/install.php")
"""Being sent there is an answer in itself."""
_TELLING = frozenset(
    {
        "REST-HIDDEN",
        "SITE-BLOCKED",
        "SITE-LOGIN",
        "SITE-GUARDED",
        "SITE-MAINTENANCE",
        "SITE-DATABASE",
        "SITE-5XX",
        "SITE-TIMEOUT",
        "RATE-LIMIT",
    }
)
"""Failures that say more about the site than "no WordPress here"."""


class Root(msgspec.Struct, frozen=True):
    """A REST root and what it told."""

    address: str
    index: SiteIndex
    junk: bool = False


class Way(msgspec.Struct, frozen=True):
    """The last address of a way over redirects, and what it answered."""

    address: str
    answer: Answer
    redirects: int


async def find_root(
    looker: Looker, typed: Typed, headers: Callable[[str], dict[str, str]] | None = None, reached: Callable[[str], None] = lambda _: None
) -> Root:
    """The REST root for what was typed. `headers` may sign the question to a root (sites that hide it from visitors). `reached` is told
    the address of the page that answered, before the root is looked for.

    Raises what tells most: NetworkError, or the failure of the most likely root, or RemoteError NOT-WORDPRESS.
    """
    front = await _front(looker, typed)
    reached(front.address)
    told: list[HoldfastError] = []
    for candidate in _candidates(front, typed):
        try:
            return await _root(looker, candidate, headers)
        except UsageError:
            continue  # the page names something that is no address
        except HoldfastError as error:
            told.append(error)
            if error.code in {"SITE-BLOCKED", "REST-HIDDEN"} or "signed" in error.details or error.kind == "network":
                break  # the others would say the same
    raise _most_telling(told, front.answer)


async def follow(looker: Looker, address: str, headers: dict[str, str] | None = None) -> Way:
    """GET with at most five redirects by hand; RemoteError for more, for a circle, and for a way from https to http."""
    seen = {address}
    for redirects in range(REDIRECTS + 1):
        answer = await looker.get(address, headers=headers)
        target = answer.headers.get("location", "")
        if not 300 <= answer.status < 400 or not target or answer.status == 304:
            return Way(address, answer, redirects)
        following = resolve(address, target)
        if not following or urlsplit(following).path.endswith(_DEAD_ENDS) or (headers and origin(following) != origin(address)):
            return Way(address, answer, redirects)  # and a signed question stays where it was meant to go
        must_be_https(following, address)
        if following in seen:
            break
        seen.add(following)
        address = following
    raise RemoteError(
        f"{origin(address)[1]} redirects without an end.", code="SITE-MOVED", hint="Open the address in a browser to see where it leads."
    )


async def _front(looker: Looker, typed: Typed) -> Way:
    """The page behind what was typed: https first, plain http where https is not spoken at all; never past a bad certificate."""
    first = "http" if typed.scheme_given and typed.address.startswith("http://") else "https"
    try:
        return await follow(looker, typed.with_scheme(first))
    except HoldfastError as error:
        spoken = error.code == "TLS-BAD" and "certificate" in error.details
        if typed.scheme_given or spoken or error.code in {"NET-DNS", "SITE-MOVED"} or urlsplit(typed.address).port in {443}:
            raise
        try:
            return await follow(looker, typed.with_scheme("http"))
        except HoldfastError:
            raise error from None


def _candidates(front: Way, typed: Typed) -> list[str]:
    """Possible roots, the likeliest first. Where the page sends visitors to another host (to sign in, say), the typed host's as well."""
    linked = _linked(front)
    base = _directory(front.address)
    found = [linked] if linked else []
    up: str | None = base
    for _ in range(2):
        if up is not None:
            found += [f"{up}wp-json/", f"{up}index.php?rest_route=/"]
            up = above(up)
    if origin(front.address)[1] != origin(typed.address)[1]:
        found.append(f"{typed.address}wp-json/")
    return list(dict.fromkeys(found))


def _linked(front: Way) -> str:
    """The root that the page names in its Link header or in its HTML; "" for none."""
    for address, parameters in _HEADER.findall(front.answer.headers.get("link", "")[:8000]):
        if _API in parameters:
            return _as_https(resolve(front.address, address), front.address)
    for tag in _TAG.findall(front.answer.page):
        attributes = {name.lower(): unescape(a or b or c) for name, _, a, b, c in _ATTRIBUTE.findall(tag)}
        if attributes.get("rel", "").strip() == _API and attributes.get("href"):
            return _as_https(resolve(front.address, attributes["href"]), front.address)
    return ""


def _as_https(root: str, page: str) -> str:
    """A site behind a proxy may call itself http although its pages came by https."""
    try:
        if origin(page)[0] == "https" and origin(root)[0] == "http" and origin(root)[1] == origin(page)[1]:
            return urlunsplit(urlsplit(root)._replace(scheme="https", netloc=urlsplit(page).netloc))
    except UsageError:
        pass
    return root


async def _root(looker: Looker, address: str, headers: Callable[[str], dict[str, str]] | None) -> Root:
    """The index behind a possible root, over redirects (to www, to a trailing slash)."""
    asked = join(address, "", {"_fields": INDEX_FIELDS})
    way = await follow(looker, asked, headers(asked) if headers else None)
    if failed(way.answer):
        hidden = hidden_from_visitors(way.answer)
        if hidden and headers and headers(asked):
            hidden = error_of(way.answer)
            hidden.details["signed"] = True
        raise hidden or error_of(way.answer)
    index = index_of(way.answer)
    return Root(_without_fields(way.address, address), index, way.answer.junk)


def _without_fields(landed: str, asked: str) -> str:
    """The root itself again, where the way ended."""
    pieces = urlsplit(landed)
    route = parse_qs(pieces.query).get("rest_route", [""])[0]
    if route:
        return urlunsplit((pieces.scheme, pieces.netloc, pieces.path, "rest_route=/", ""))
    if "rest_route" in asked and "rest_route" not in landed:
        return urlunsplit((pieces.scheme, pieces.netloc, pieces.path, "", ""))
    return urlunsplit((pieces.scheme, pieces.netloc, pieces.path.rstrip("/") + "/", "", ""))


def _directory(address: str) -> str:
    """The directory of a page."""
    pieces = urlsplit(address)
    path = pieces.path if pieces.path.endswith("/") or "." not in pieces.path.rpartition("/")[2] else pieces.path.rpartition("/")[0]
    return urlunsplit((pieces.scheme, pieces.netloc, path.rstrip("/") + "/", "", ""))


def _most_telling(told: list[HoldfastError], front: Answer) -> HoldfastError:
    for error in told:
        if error.kind == "network" or error.code in _TELLING or error.details.pop("signed", False):
            return error
    if failed(front, expects_json=False):
        error = error_of(front)
        if error.code in _TELLING:
            return error
    return RemoteError(
        f"No WordPress with a REST interface was found at {front.host}.",
        code="NOT-WORDPRESS",
        hint="Check the address; or the REST interface is switched off by a plugin or a firewall.",
        http=front.status,
    )
