"""Looking at addresses without any credential: discovery, and probes."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Self

from holdfast.errors import RemoteError
from holdfast.providers.http.address import origin
from holdfast.providers.http.answer import Answer, parse
from holdfast.providers.http.certificate import explained
from holdfast.providers.http.clock import SystemClock
from holdfast.providers.http.transport import failure_of, foreign, open_client, timed_out

if TYPE_CHECKING:
    import httpx

_LONGEST_PAGE = 2**20
"""Bytes of a page that are read; more is left unread, as the head of a page is what matters."""


class Looker:
    """An async context manager. Sends no credential but what a call is handed; follows no redirect; tries once."""

    def __init__(self, *, ca_file: str = "", seconds: float = 10.0, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._ca_file, self._seconds, self._transport = ca_file, seconds, transport
        self._client: httpx.AsyncClient | None = None

    async def get(self, address: str, *, headers: Mapping[str, str] | None = None) -> Answer:
        """The answer, whatever its status; NetworkError when there is none. A body is cut after a megabyte."""
        return await self.ask("GET", address, headers=headers)

    async def ask(self, method: str, address: str, *, content: bytes | None = None, headers: Mapping[str, str] | None = None) -> Answer:
        """As `get`, with any method and a body."""
        _, host, port = origin(address)
        try:
            async with asyncio.timeout(self._seconds * 2):
                return await self._read(method, address, host, content, headers or {})
        except TimeoutError:
            raise timed_out(host, sent=True) from None
        except foreign() as error:
            raise await explained(failure_of(error, host), host, port) from None

    async def _read(self, method: str, address: str, host: str, content: bytes | None, headers: Mapping[str, str]) -> Answer:
        if self._client is None:
            self._client = open_client(ca_file=self._ca_file, read_seconds=self._seconds, transport=self._transport)
        raw = bytearray()
        async with self._client.stream(method, address, content=content, headers=dict(headers)) as response:
            told = {name.lower(): value for name, value in response.headers.items()}
            async for piece in response.aiter_bytes():
                raw += piece
                if len(raw) > _LONGEST_PAGE:
                    break
        body, parsed, junk = parse(bytes(raw[:_LONGEST_PAGE]))
        path = response.url.path
        return Answer(response.status_code, told, bytes(raw), method, host, path, body, parsed, junk, received_at=SystemClock().now())

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._client is not None:
            await self._client.aclose()


def must_be_https(address: str, reference: str) -> None:
    """RemoteError when a way leads from https to plain http."""
    if origin(reference)[0] == "https" and origin(address)[0] == "http":
        raise RemoteError(
            f"{origin(reference)[1]} sends from https to plain http.",
            code="SITE-MOVED",
            hint="Let the host repair the redirect; Holdfast does not go from https to http.",
        )
