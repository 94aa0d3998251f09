"""Whether servers can be reached from here: a connection and, for https, its handshake; nothing is asked, nothing is signed."""

from __future__ import annotations

import asyncio
import ssl
from typing import Any
from urllib.parse import urlsplit

from holdfast.cancellation import Cancellation
from holdfast.errors import UsageError
from holdfast.jobs.messages import Reach
from holdfast.progress import Progress
from holdfast.worker.network import perform

SECONDS = 8.0
_X509_EXPIRED = (9, 10)
"""X509_V_ERR_CERT_NOT_YET_VALID, X509_V_ERR_CERT_HAS_EXPIRED: the right server all the same."""


def run(request: Reach, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """{"reached": {address: word}}; `word`: yes, stranger (another one answers in its place: a captive portal does that), no-name,
    refused, silent, unreachable."""

    async def all_of_them() -> dict[str, Any]:
        words = await asyncio.gather(*(reach(one.url, one.ca_file) for one in request.targets))
        return {"reached": {one.url: word for one, word in zip(request.targets, words, strict=True)}}

    return perform(all_of_them, cancelled)


async def reach(url: str, ca_file: str = "") -> str:
    """One of the words of `run`."""
    try:
        parts = urlsplit(url)
        secure = parts.scheme != "http"
        host, port = parts.hostname or "", parts.port or (443 if secure else 80)
    except ValueError:
        return "unreachable"
    try:
        async with asyncio.timeout(SECONDS):
            return await _connect(host, port, ca_file if secure else None)
    except TimeoutError:
        return "silent"


async def _connect(host: str, port: int, ca_file: str | None) -> str:
    import socket

    from holdfast.providers.http.transport import tls_context

    try:
        context = None if ca_file is None else await asyncio.to_thread(tls_context, ca_file)
    except UsageError:
        return "yes"  # an unusable file of authorities: the run says it better than waiting for ever
    try:
        _, writer = await asyncio.open_connection(host, port, ssl=context, happy_eyeballs_delay=0.25)
    except ssl.SSLCertVerificationError as error:
        return "yes" if error.verify_code in _X509_EXPIRED else "stranger"
    except ssl.SSLError:
        return "stranger"
    except socket.gaierror:
        return "no-name"
    except ConnectionRefusedError:
        return "refused"
    except (OSError, ValueError):  # no host in it, or no name that can be one
        return "unreachable"
    writer.transport.abort()  # a farewell would have to be waited for
    return "yes"
