"""Addresses: built by functions, never by adding strings, because a REST root may already carry a query (``/index.php?rest_route=/``)."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit, urlunsplit

from holdfast.errors import RemoteError, UsageError

_LOCAL_SUFFIXES = (".localhost", ".local", ".test", ".internal", ".lan", ".home.arpa")


def join(base: str, path: str, params: Mapping[str, object] | None = None) -> str:
    """The address of `path` (already quoted, see `part`) under `base`, for both forms of a WordPress REST root and for plain APIs."""
    if "://" in path or path.startswith("//"):
        raise UsageError("A path was expected, not an address.", code="ADDRESS")
    pieces = urlsplit(base)
    # without a path the base is meant as it is, with or without its slash
    query = parse_qsl(pieces.query, keep_blank_values=True)
    path = path.lstrip("/")
    if any(name == "rest_route" for name, _ in query):
        query = [(name, value.rstrip("/") + "/" + unquote(path) if name == "rest_route" else value) for name, value in query]
        target = pieces.path
    else:
        target = f"{pieces.path.rstrip('/')}/{path}" if path else pieces.path
    query += _pairs(params or {})
    return urlunsplit((pieces.scheme, pieces.netloc, target, urlencode(query), ""))


def resolve(base: str, target: str) -> str:
    """Where a link or a Location of the page `base` leads, without its fragment; "" when that is no http(s) address."""
    try:
        found = urljoin(base, target.strip()).partition("#")[0]
        origin(found)
        pieces = urlsplit(found)
    except (ValueError, UsageError):
        return ""
    return "" if pieces.username or pieces.password else found


def part(value: str) -> str:
    """One part of a path from a server's word. RemoteError for one that could reach another address."""
    if value in {"", ".", ".."} or len(value) > 200 or any(c in "/\\" or ord(c) < 32 or ord(c) == 127 for c in value):
        raise RemoteError("The server uses an id that cannot be part of an address.", code="BAD-ID")
    return quote(value, safe="-_.~:@")


def check_link(address: object, base: str) -> str:
    """A whole address that a server gave to download from, when it may be used: https (http too where `base` is http), without a user.

    RemoteError (BAD-LINK) otherwise.
    """
    try:
        if not isinstance(address, str) or len(address) > 8000 or any(ord(c) <= 32 or ord(c) == 127 for c in address):
            raise ValueError
        pieces = urlsplit(address)
        if pieces.scheme not in {"https", urlsplit(base).scheme} or not pieces.hostname or "@" in pieces.netloc or pieces.port == 0:
            raise ValueError
    except ValueError:
        raise RemoteError("The server gave an address to download from that is not safe to use.", code="BAD-LINK") from None
    return address


def origin(address: str) -> tuple[str, str, int]:
    """Scheme, host and port; two addresses with the same origin may see the same credential. UsageError for what is no http(s) address."""
    try:
        pieces = urlsplit(address)
        port = pieces.port
    except ValueError:
        raise UsageError("That is not a web address.", code="ADDRESS", hint="Give an address such as https://example.org.") from None
    if pieces.scheme not in {"http", "https"} or not pieces.hostname:
        raise UsageError("That is not a web address.", code="ADDRESS", hint="Give an address such as https://example.org.")
    return pieces.scheme, pieces.hostname, port or (443 if pieces.scheme == "https" else 80)


def check_base(address: str, *, allow_http: bool = False) -> str:
    """`address` when credentials may be sent to it; UsageError for plain http (but for local names) and for secrets in the address."""
    scheme, host, _ = origin(address)
    pieces = urlsplit(address)
    if pieces.username or pieces.password:
        raise UsageError("The address holds a user or password.", code="SECRET-IN-URL", hint="Give the address without them.")
    if scheme == "http" and not allow_http and not is_local(host):
        raise UsageError(
            f"{host} is addressed by plain http: everybody on the way could read the password.",
            code="HTTP-REFUSED",
            hint="Use https, or allow plain http for this site (--allow-http).",
        )
    return urlunsplit((scheme, pieces.netloc, pieces.path or "/", pieces.query, ""))


def is_local(host: str) -> bool:
    """Loopback, or a name that is only used for development on local networks."""
    if is_loopback(host):
        return True
    return host.lower().rstrip(".").endswith(_LOCAL_SUFFIXES)


def is_loopback(host: str) -> bool:
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def shown(address: str) -> str:
    """An address for messages and the audit trail: without user, query and fragment, where secrets may stand."""
    try:
        pieces = urlsplit(address)
        host = pieces.hostname or ""
        port = f":{pieces.port}" if pieces.port else ""
    except ValueError:
        return ""
    route = dict(parse_qsl(pieces.query)).get("rest_route", "")
    return f"{pieces.scheme}://{f'[{host}]' if ':' in host else host}{port}{pieces.path}" + (f"?rest_route={route}" if route else "")


def _pairs(params: Mapping[str, object]) -> list[tuple[str, str]]:
    """None is left out; flags as text; several values as one comma-separated text."""
    found = []
    for name, value in params.items():
        match value:
            case None:
                continue
            case bool():
                found.append((name, "true" if value else "false"))
            case list() | tuple():
                found.append((name, ",".join(f"{one}" for one in value)))
            case _:
                found.append((name, f"{value}"))
    return found
