"""Download addresses come from a site, not from the user: where they may lead (reliability.md 4, SSRF)."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from holdfast.errors import NetworkError, RemoteError, UsageError
from holdfast.providers.http.address import origin

Resolver = Callable[[str], Awaitable[list[str]]]


async def check_link(address: str, site: str, *, resolver: Resolver | None = None) -> None:
    """RemoteError (BAD-LINK) for a link of `site` (its root or base address) that must not be fetched: no https where the site has it, a
    user inside, or a host on this machine or a private network where the site itself is not. NetworkError when its host cannot be found.
    """
    try:
        scheme, host, _ = origin(address)
        pieces = urlsplit(address)
    except (UsageError, ValueError):
        raise _bad(site, "is no web address") from None
    if pieces.username or pieces.password:
        raise _bad(site, "holds a user or password")
    own_scheme, own_host, _ = origin(site)
    if scheme == "http" and (own_scheme == "https" or host != own_host):
        raise _bad(site, "leads to plain http")
    if host == own_host:
        return
    resolve = resolver or _resolved
    inner = [one for one in await resolve(host) if not _is_public(one)]
    if inner and all(_is_public(one) for one in await resolve(own_host)):
        raise _bad(site, "leads into a private network")


def _bad(site: str, why: str) -> RemoteError:
    return RemoteError(
        f"The download link of {origin(site)[1]} {why}; it was not followed.", code="BAD-LINK", hint="Ask who runs the site."
    )


def _is_public(address: str) -> bool:
    """Whether `address` is one of the open internet; also behind the forms that carry an IPv4 address inside an IPv6 one."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inside = found.ipv4_mapped or found.sixtofour
        if found in ipaddress.ip_network("64:ff9b::/96"):
            inside = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inside is not None:
            return _is_public(str(inside))
    return found.is_global and not found.is_multicast


async def _resolved(host: str) -> list[str]:
    try:
        told = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise NetworkError(
            f"{host} cannot be found.", code="NET-DNS", hint="Check the network connection; the link may be out of date."
        ) from None
    return [str(one[4][0]) for one in told]
