"""One tiny HTTP server for what comes back to us: the browser after a sign-in, and webhooks.

One request a connection, small headers, a small body with Content-Length, ten seconds for all of it, at most 32 connections. On loopback
only requests that name loopback as their host are heard, so that no web page can reach it under a name of its own (DNS rebinding).
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Self
from urllib.parse import parse_qsl, urlsplit

import msgspec

from holdfast.errors import NetworkError, StorageError

LARGEST_BODY = 65_536
_LARGEST_HEAD = 16_384
_CONNECTIONS = 32


class Heard(msgspec.Struct, frozen=True):
    """A request. Header names are lower case."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes


class Told(msgspec.Struct, frozen=True):
    """What is answered."""

    status: int
    page: str = ""
    location: str = ""


class Listener:
    """An async context manager. `address` is known inside. `handler` is called on the loop and must not take long."""

    def __init__(self, handler: Callable[[Heard], Told], *, host: str = "127.0.0.1", port: int = 0, seconds: float = 10.0) -> None:
        self._handler, self._host, self._port, self._seconds = handler, host, port, seconds
        self._server: asyncio.Server | None = None
        self._places = asyncio.Semaphore(_CONNECTIONS)
        self._serving: set[asyncio.Task[None]] = set()

    @property
    def port(self) -> int:
        return self._port

    @property
    def address(self) -> str:
        """Without a slash at the end."""
        return f"http://{f'[{self._host}]' if ':' in self._host else self._host}:{self._port}"

    async def __aenter__(self) -> Self:
        try:
            self._server = await asyncio.start_server(self._serve, self._host, self._port, limit=_LARGEST_HEAD)
        except OSError as error:
            raise StorageError(
                f"Port {self._port} of {self._host} cannot be listened on ({error.strerror}).", code="PORT", hint="Choose another port."
            ) from None
        self._port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._server is None:
            return
        # A server that is closed between letting somebody in and making a connection of it leaves the socket open: let nobody in first.
        with contextlib.suppress(NotImplementedError):  # Windows
            for socket in self._server.sockets:
                asyncio.get_running_loop().remove_reader(socket.fileno())
        for _ in range(10):  # turns of the loop, until who was let in just now is on the list
            await asyncio.sleep(0)
        self._server.close()
        for one in self._serving:
            one.cancel()
        if self._serving:
            await asyncio.wait(self._serving, timeout=2)
        await asyncio.sleep(0)  # closed connections let go of their sockets with the loop's next turn

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - a coroutine of the loop
        self._serving.add(task)
        task.add_done_callback(self._serving.discard)
        try:
            async with self._places, asyncio.timeout(self._seconds):
                writer.write(_encoded(await self._answer(reader)))
                await writer.drain()
        except (TimeoutError, OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass
        except asyncio.CancelledError:
            writer.transport.abort()  # the door is shut: whoever is still here has nothing more to say
        finally:
            writer.close()

    async def _answer(self, reader: asyncio.StreamReader) -> Told:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
        except asyncio.LimitOverrunError:
            return Told(431)
        parsed = _head(head)
        if parsed is None:
            return Told(400)
        method, target, headers = parsed
        if not self._is_for_us(headers.get("host", "")):
            return Told(421)
        if "transfer-encoding" in headers:
            return Told(411)
        length = headers.get("content-length", "0")
        if not (length.isascii() and length.isdigit() and len(length) < 12):
            return Told(400)
        if int(length) > LARGEST_BODY:
            return Told(413)
        body = await reader.readexactly(int(length))
        return self._handler(Heard(method, target.path, dict(parse_qsl(target.query)), headers, body))

    def _is_for_us(self, host: str) -> bool:
        if self._host not in {"127.0.0.1", "::1", "localhost"}:
            return True
        return host in {f"{name}:{self._port}" for name in ("127.0.0.1", "localhost", "[::1]")}


class Callback:
    """Waits for a browser to come back, once, on a path that nobody can guess; an async context manager.

    The answer sends the browser on to a clean address, so that what came in the query stays in no history.
    """

    def __init__(self, *, page: str = "Done. You can close this page and go back to Holdfast.") -> None:
        self._page = page
        self._path = f"/{secrets.token_urlsafe(24)}"
        self._done = f"/{secrets.token_urlsafe(8)}"
        self._listener = Listener(self._hear)
        self._came: asyncio.Queue[dict[str, str]] = asyncio.Queue(1)
        self._used = False
        self._shown = asyncio.Event()

    @property
    def address(self) -> str:
        """Where the browser is to be sent."""
        return self._listener.address + self._path

    async def wait(self, seconds: float = 300.0) -> dict[str, str]:
        """The query with which the browser came. NetworkError (SIGN-IN-TIMEOUT) when nobody came in time."""
        try:
            async with asyncio.timeout(seconds):
                query = await self._came.get()
        except TimeoutError:
            raise NetworkError(
                "Nobody signed in within the time.", code="SIGN-IN-TIMEOUT", hint="Start again, or paste the password.", retryable=False
            ) from None
        with contextlib.suppress(TimeoutError):  # let the browser fetch the clean page before the door closes
            async with asyncio.timeout(1):
                await self._shown.wait()
        return query

    def _hear(self, heard: Heard) -> Told:
        if heard.method == "GET" and heard.path == self._done:
            self._shown.set()
            return Told(200, self._page)
        if heard.method != "GET" or not secrets.compare_digest(heard.path.encode(), self._path.encode()):
            return Told(404)
        if self._used:
            return Told(410)
        self._used = True
        self._came.put_nowait(dict(heard.query))
        return Told(303, location=self._done)

    async def __aenter__(self) -> Self:
        await self._listener.__aenter__()
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self._listener.__aexit__(kind, error, trace)


def _head(head: bytes) -> tuple[str, _Target, dict[str, str]] | None:
    try:
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, version = first.split(" ")
        pieces = urlsplit(target)
    except ValueError:
        return None
    headers: dict[str, str] = {}
    for line in lines:
        name, found, value = line.partition(":")
        if not found:
            continue
        if name.strip().lower() in headers:  # two lengths or two signatures: whoever sends that means no good
            return None
        headers[name.strip().lower()] = value.strip()
    return (method, _Target(pieces.path, pieces.query), headers) if version.startswith("HTTP/1.") and target.startswith("/") else None


class _Target(msgspec.Struct, frozen=True):
    path: str
    query: str


_REASONS = {
    200: "OK",
    202: "Accepted",
    303: "See Other",
    400: "Bad Request",
    401: "Unauthorized",
    404: "Not Found",
    405: "Method Not Allowed",
}
_REASONS |= {409: "Conflict", 410: "Gone", 411: "Length Required", 413: "Content Too Large", 421: "Misdirected Request"}


def _encoded(told: Told) -> bytes:
    page = (
        "<!doctype html><meta charset=utf-8><meta name=referrer content=no-referrer><title>Holdfast</title>"
        f"<body style='font-family:sans-serif;margin:4em'><p>{told.page}</p>"
    )
    body = page.encode() if told.page else b""
    lines = [
        f"HTTP/1.1 {told.status} {_REASONS.get(told.status, 'Status')}",
        "Content-Type: text/html; charset=utf-8",
        f"Content-Length: {len(body)}",
        "Cache-Control: no-store",
        "Referrer-Policy: no-referrer",
        "X-Content-Type-Options: nosniff",
        "Connection: close",
        *([f"Location: {told.location}"] if told.location else []),
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body
