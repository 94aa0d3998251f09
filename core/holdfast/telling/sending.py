"""One request to an address that is told, and what its answer means.

Redirects are never followed, environment variables and netrc never read, cookies never kept, certificates always verified; of the answer
only the status and ``Retry-After`` are read. No message here holds the address: it may be a key.
"""

from __future__ import annotations

import asyncio
import logging
import socket
import ssl
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

import msgspec

from holdfast import __version__
from holdfast.telling.endpoints import checked_address

if TYPE_CHECKING:
    import httpx

SECONDS = 20.0
"""One try, from the name's resolution to the status line, at most."""
_CONNECT_SECONDS = 10.0
_LONGEST_RETRY_AFTER = 3600.0
BACK_OFF = (5.0, 60.0, 300.0, 1800.0, 7200.0, 18_000.0, 36_000.0, 50_400.0, 72_000.0)
"""Seconds between tries, about two days in all; what was not taken then is given up."""


class Outgoing(msgspec.Struct, frozen=True):
    """What is sent. Holds the address: for this module alone, never for a log."""

    address: str
    body: str
    headers: dict[str, str] = {}
    ca_file: str = ""


class Answer(msgspec.Struct, frozen=True):
    """`status` 0: there was none, and `trouble` says why (a word for people, without the address)."""

    status: int = 0
    trouble: str = ""
    retry_after: float | None = None

    @property
    def taken(self) -> bool:
        return 200 <= self.status < 300

    @property
    def gone(self) -> bool:
        """The receiver wants nothing any more."""
        return self.status == 410


def next_wait(attempts: int, answer: Answer) -> float | None:
    """Seconds until the next try after `attempts` tries; None when it is given up."""
    if attempts > len(BACK_OFF):
        return None
    wait = BACK_OFF[attempts - 1]
    return wait if answer.retry_after is None else max(wait, answer.retry_after)


async def send(outgoing: Outgoing, *, seconds: float = SECONDS) -> Answer:
    """Try once. Never raises but for cancellation, and UsageError for an address that must not be used."""
    address = checked_address(outgoing.address)
    try:
        async with (
            asyncio.timeout(seconds),
            _client(outgoing.ca_file) as client,
            client.stream("POST", address, content=outgoing.body.encode(), headers=outgoing.headers) as response,
        ):
            return _answer(response)
    except Exception as error:  # whatever httpx, ssl and the socket may raise: all of it is "not taken"
        return Answer(trouble=_trouble(error))


def _client(ca_file: str) -> httpx.AsyncClient:
    import httpx

    for name in ("httpx", "httpcore"):  # httpx logs whole addresses at INFO
        logging.getLogger(name).setLevel(logging.WARNING)
    context = httpx.create_ssl_context(trust_env=False)
    context.load_default_certs()
    if ca_file:
        context.load_verify_locations(cafile=ca_file)
    return httpx.AsyncClient(
        verify=context,
        trust_env=False,
        follow_redirects=False,
        timeout=httpx.Timeout(SECONDS, connect=_CONNECT_SECONDS),
        headers={"User-Agent": f"Holdfast/{__version__}", "Accept": "*/*"},
    )


def _answer(response: httpx.Response) -> Answer:
    status = response.status_code
    if 200 <= status < 300:
        return Answer(status)
    return Answer(status, f"it answered {status}" + (" (moved)" if 300 <= status < 400 else ""), _retry_after(response))


def _retry_after(response: httpx.Response) -> float | None:
    import time

    word = response.headers.get("retry-after", "").strip()
    try:
        seconds = float(word) if word.isdigit() else parsedate_to_datetime(word).timestamp() - time.time()
    except (ValueError, TypeError, OverflowError):
        return None
    return min(max(seconds, 0.0), _LONGEST_RETRY_AFTER)


def _trouble(error: BaseException) -> str:
    causes = list(_causes(error))
    if any(isinstance(one, ssl.SSLError) for one in causes):
        return "its certificate is not trusted, or it does not speak https"
    if any(isinstance(one, socket.gaierror) for one in causes):
        return "its name cannot be found"
    if any(isinstance(one, TimeoutError) or "Timeout" in type(one).__name__ for one in causes):
        return "it did not answer in time"
    if any(isinstance(one, FileNotFoundError | PermissionError) for one in causes):
        return "the file of its certificate authority cannot be read"
    return "it cannot be reached"


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__
