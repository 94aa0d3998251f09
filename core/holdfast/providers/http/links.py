"""Where download addresses may lead: they come from a site, not from the user (reliability.md 4). Their form: `address.check_link`."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable

from holdfast.errors import NetworkError, RemoteError
from holdfast.providers.http.address import check_link, origin

Resolver = Callable[[str], Awaitable[list[str]]]


async def check_destination(address: str, base: str, *, resolver: Resolver | None = None) -> None:
    """Judge a download link of the site at `base` just before it is fetched.

    RemoteError (BAD-LINK) when its form is bad, when it leads to plain http on another host, or to this machine or a private network
    where the site itself is not. NetworkError when its host cannot be found.
    """
    scheme, host, _ = origin(check_link(address, base))
    own_host = origin(base)[1]
    if host == own_host:
        return
    if scheme == "http":
        raise _bad(own_host, "leads to plain http on another host")
    resolve = resolver or _resolved
    inner = [one for one in await resolve(host) if not _is_public(one)]
    if inner and all(_is_public(one) for one in await resolve(own_host)):
        raise _bad(own_host, "leads into a private network")


def _bad(host: str, why: str) -> RemoteError:
    return RemoteError(f"The download link of {host} {why}; it was not followed.", code="BAD-LINK", hint="Ask who runs the site.")


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
