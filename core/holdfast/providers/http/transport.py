"""The only place that knows httpx: making connections, and turning every exception of httpx, httpcore and the socket below into ours.

Redirects are never followed, environment variables and netrc never read, cookies never kept, certificates always verified.
"""

from __future__ import annotations

import functools
import importlib.util
import logging
import os
import socket
import ssl
import sys
from collections.abc import Iterator
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TYPE_CHECKING, Any

from holdfast import __version__
from holdfast.errors import HoldfastError, NetworkError, RemoteError, UsageError

if TYPE_CHECKING:
    import httpx

USER_AGENT = f"Holdfast/{__version__}"
CONNECT_SECONDS = 10.0
_IDLE_SECONDS = 4.0

_CERTIFICATE = {
    10: "it has expired",
    9: "it is not valid yet",
    18: "it is self-signed",
    19: "it is self-signed",
    20: "its issuer is not known",
    21: "its issuer is not known",
    62: "it was made for another name",
    64: "it was made for another address",
}


def tls_context(ca_file: str = "") -> ssl.SSLContext:
    """Verifies always: the authorities of the system and of certifi, and those in `ca_file`. UsageError for an unusable file."""
    try:
        return _tls_context(ca_file, os.stat(ca_file).st_mtime_ns if ca_file else 0)
    except OSError:
        raise UsageError(f"{ca_file} cannot be read.", code="CA-FILE", hint="Give a PEM file with the authority's certificate.") from None


@functools.lru_cache(maxsize=16)
def _tls_context(ca_file: str, _changed_at: int) -> ssl.SSLContext:
    """Shared by all clients: reading the authorities takes longer than a request."""
    import httpx

    context = httpx.create_ssl_context(trust_env=False)
    context.load_default_certs()
    if ca_file:
        try:
            context.load_verify_locations(cafile=ca_file)
        except ssl.SSLError:
            raise UsageError(
                f"{ca_file} holds no certificate that can be read.",
                code="CA-FILE",
                hint="Give a PEM file with the authority's certificate.",
            ) from None
    return context


def open_client(
    *, ca_file: str = "", keep_alive: bool = True, read_seconds: float = 30.0, transport: httpx.AsyncBaseTransport | None = None
) -> httpx.AsyncClient:
    """A client of httpx with our rules and no credential. Used connections are not reused after 4 s of idleness, or never."""
    import httpx

    if importlib.util.find_spec("sniffio") is None:
        # httpcore looks for it on the disk anew at every request; this says for good that it is not there
        sys.modules.setdefault("sniffio", None)  # type: ignore[arg-type]  # None is what the import system takes for "not there"
    for name in ("httpx", "httpcore"):  # httpx logs whole addresses at INFO
        logging.getLogger(name).setLevel(logging.WARNING)
    return httpx.AsyncClient(
        transport=transport or _transport(ca_file, keep_alive=keep_alive),
        trust_env=False,
        follow_redirects=False,
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        timeout=httpx.Timeout(read_seconds, connect=CONNECT_SECONDS, pool=None),
        headers={"User-Agent": USER_AGENT, "Accept": "application/json, */*;q=0.1", "Accept-Encoding": "identity"},
    )


def _transport(ca_file: str, *, keep_alive: bool) -> httpx.AsyncHTTPTransport:
    import httpx

    from holdfast.providers.http.large_reads import LargeReads

    limits = httpx.Limits(max_connections=None, max_keepalive_connections=4 if keep_alive else 0, keepalive_expiry=_IDLE_SECONDS)
    made = httpx.AsyncHTTPTransport(verify=tls_context(ca_file), trust_env=False, limits=limits)
    pool: Any = made._pool  # httpx hands no backend on; its absence is noticed by a test
    pool._network_backend = LargeReads(pool._network_backend)
    return made


def foreign() -> tuple[type[BaseException], ...]:
    """Everything that a call through httpx may raise besides cancellation; `failure_of` turns it into ours."""
    import httpx

    return (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, httpx.CookieConflict, OSError, ssl.SSLError, UnicodeError)


def failure_of(error: BaseException, host: str) -> HoldfastError:
    """Our error for a foreign one. ``details["sent"]`` tells whether the request may have reached the server."""
    import httpx

    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return certificate_failure(host, getattr(cause, "verify_code", 0), getattr(cause, "verify_message", ""))
        if isinstance(cause, socket.gaierror):
            return NetworkError(f"{host} cannot be found.", code="NET-DNS", hint="Check the address, or the domain's renewal.", sent=False)
    match error:
        case httpx.ConnectTimeout() | httpx.PoolTimeout():
            return timed_out(host, sent=False)
        case httpx.TimeoutException() | TimeoutError():
            return timed_out(host, sent=True)
        case httpx.ConnectError() | httpx.ProxyError() | ConnectionRefusedError():
            return _not_connected(error, host)
        case httpx.UnsupportedProtocol() | httpx.InvalidURL() | httpx.LocalProtocolError() | UnicodeError():
            return RemoteError(f"A request to {host} could not be formed.", code="ADDRESS", hint="Check the address.", sent=False)
        case httpx.NetworkError() | httpx.RemoteProtocolError() | httpx.TransportError() | OSError():
            return NetworkError(f"The connection to {host} broke.", code="NET-RESET", hint="Check the network connection.", sent=True)
        case _:  # decoding, and whatever httpx may grow
            return RemoteError(f"The answer of {host} could not be read.", code="NOT-JSON", hint="Try again later.", sent=True)


def timed_out(host: str, *, sent: bool) -> HoldfastError:
    return NetworkError(
        f"{host} did not answer in time.", code="NET-TIMEOUT", hint="Check that the site is up; Holdfast tries again.", sent=sent
    )


def certificate_failure(host: str, verify_code: int, verify_message: str) -> HoldfastError:
    why = _CERTIFICATE.get(verify_code, verify_message or "it could not be verified")
    return NetworkError(
        f"The certificate of {host} is not trusted: {why}. Nothing was sent.",
        code="TLS-BAD",
        hint="Let the host renew it. For a certificate authority of your own, give its file (--ca-file).",
        retryable=False,
        sent=False,
        certificate=why,
    )


def _not_connected(error: BaseException, host: str) -> HoldfastError:
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLError):
            return NetworkError(
                f"No secure connection to {host} could be made.",
                code="TLS-BAD",
                hint="The server does not speak https at this address, or an outdated form of it.",
                retryable=False,
                sent=False,
            )
        if isinstance(cause, ConnectionRefusedError):
            return NetworkError(f"{host} refused the connection.", code="NET-REFUSED", hint="Check the address and the port.", sent=False)
    return NetworkError(f"{host} cannot be reached.", code="NET-UNREACHABLE", hint="Check the address and your network.", sent=False)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """`error` and everything behind it."""
    waiting, seen = [error], set()
    while waiting:
        one = waiting.pop(0)
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        if isinstance(one, BaseExceptionGroup):
            waiting += one.exceptions
        waiting += [one.__cause__, one.__context__]
