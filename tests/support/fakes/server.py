"""The common base of the fake servers: threaded HTTP/1.1 on loopback, routes by decorator, a log of requests, faults to switch on by name.

class FakeThing(FakeServer):
    @route("GET", "/things/{id}")
    def thing(self, request: Request) -> Reply:
        return Reply.of({"id": request.names["id"]})

with FakeThing() as server:
    server.switch_on("status", times=2, on="GET /things/*", status=503)
    ...
    assert server.log[-1].path == "/things/7"

A fault is used up by `times` requests that match `on` ("METHOD path-pattern", fnmatch; default all). Faults: see `FAULTS`.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import fnmatch
import hashlib
import json
import re
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, ClassVar, Self, TypeVar, cast
from urllib.parse import parse_qsl, unquote, urlsplit

from tests.support.fakes import pages
from tests.support.fakes.clocks import SimulatedClock

_PIECE = 262_144


@dataclass
class Request:
    """A request as it came. `names` are the parts that the route named."""

    method: str
    path: str
    query: dict[str, str]
    headers: Mapping[str, str]
    body: bytes
    names: dict[str, str] = field(default_factory=dict)

    def json(self) -> Any:
        """The body as JSON; {} for none."""
        return json.loads(self.body) if self.body else {}

    @property
    def target(self) -> str:
        """The path, or with plain permalinks the route in the query."""
        return self.query.get("rest_route", self.path)

    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body.decode()))

    @property
    def login(self) -> tuple[str, str] | None:
        """(user, password) of Basic authentication."""
        word = self.headers.get("authorization", "")
        if not word.startswith("Basic "):
            return None
        try:
            user, found, password = base64.b64decode(word[6:]).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            return None
        return (user, password) if found else None

    @property
    def token(self) -> str:
        """The bearer token, "" for none."""
        return (
            self.headers.get("authorization", "").removeprefix("Bearer ")
            if self.headers.get("authorization", "").startswith("Bearer ")
            else ""
        )


@dataclass
class Reply:
    """An answer. `how`: "whole", "reset" (connection reset before a byte), "cut" (closed after `cut_at` bytes)."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    content: bytes | Path | None = None
    """A download, of which `length` bytes from `start` on are sent."""
    start: int = 0
    length: int | None = None
    how: str = "whole"
    cut_at: int = 0
    repeat: int = 0
    """Send `body` this many times instead (bodies too large to hold)."""
    pace: float = 0.0
    """Seconds between pieces of 1 KB."""
    chunked: bool = False

    @classmethod
    def of(cls, body: object, status: int = 200, **headers: str) -> Reply:
        """JSON; header names with _ for -."""
        every = {"Content-Type": "application/json; charset=UTF-8", **{name.replace("_", "-"): value for name, value in headers.items()}}
        return cls(status, json.dumps(body).encode(), every)


Handler = Callable[[Any, Request], Reply]
_F = TypeVar("_F", bound=Callable[..., Reply])


def route(method: str, path: str) -> Callable[[_F], _F]:
    """Marks a method as the handler of ``GET /things/{id}``; `id` then stands in `request.names`."""

    def mark(handler: _F) -> _F:
        handler.__dict__.setdefault("routes", []).append((method, path))
        return handler

    return mark


@dataclass
class Fault:
    name: str
    times: int
    on: str
    options: dict[str, Any]

    def takes(self, request: Request) -> bool:
        method, _, pattern = self.on.partition(" ")
        return self.times > 0 and fnmatch.fnmatchcase(request.method, method) and fnmatch.fnmatchcase(request.target, pattern or "*")


class FakeServer:
    """A context manager; `url` is its base without a slash at the end. `prefix` stands before every route ("/blog/wp-json")."""

    _handlers_by_route: ClassVar[list[tuple[str, re.Pattern[str], str]]] = []

    def __init__(
        self, *, prefix: str = "", clock: SimulatedClock | None = None, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1"
    ) -> None:
        self.clock = clock or SimulatedClock()
        self.prefix = prefix
        self.log: list[Request] = []
        self.faults: list[Fault] = []
        self.released = threading.Event()
        """Set on closing: what hangs lets go."""
        self._lock = threading.RLock()
        self._http = _Threads((host, 0), _handler_for(self))
        if tls is not None:
            self._http.socket = tls.wrap_socket(self._http.socket, server_side=True, do_handshake_on_connect=False)
        self.port = self._http.server_address[1]
        self.url = f"{'https' if tls else 'http'}://{host}:{self.port}"
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        found = {name: getattr(cls, name) for name in dir(cls)}
        cls._handlers_by_route = [
            (method, re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(path))), name)
            for name, handler in found.items()
            for method, path in getattr(handler, "routes", [])
        ]
        # fixed words before named parts: /backup/list before /backup/{id}
        cls._handlers_by_route.sort(key=lambda one: (one[1].groups, -len(one[1].pattern)))

    # --- what tests do

    def switch_on(self, name: str, *, times: int = 1, on: str = "* *", **options: Any) -> None:
        """The next `times` requests that match `on` meet this fault."""
        if name not in FAULTS:
            raise KeyError(name)
        self.faults.append(Fault(name, times, on, options))

    @property
    def now(self) -> datetime:
        """Simulated time, aware."""
        return self.clock.time

    def advance(self, seconds: float) -> None:
        """Let simulated time pass."""
        self.clock.advance(seconds)

    def switch_off(self) -> None:
        self.faults.clear()

    def asked(self, on: str) -> list[Request]:
        """The requests so far that match "METHOD path-pattern"."""
        return [one for one in self.log if Fault("", 1, on, {}).takes(one)]

    # --- what fakes override

    def before(self, request: Request) -> Reply | None:
        """Asked before any route (signing in, rate limits); a reply ends it."""
        return None

    def answer(self, request: Request) -> Reply:
        """The reply without faults: `before`, the route, `decorate`. May be overridden as a whole."""
        reply = self.before(request) or self._routed(request)
        self.decorate(request, reply)
        return reply

    def missing(self, request: Request) -> Reply:
        """The answer where there is no route."""
        return Reply.of(
            {"code": "rest_no_route", "message": "No route was found matching the URL and request method.", "data": {"status": 404}}, 404
        )

    def decorate(self, request: Request, reply: Reply) -> None:
        """A last chance to add headers."""

    # --- how it works

    def respond(self, request: Request) -> Reply:
        """One request to its reply, faults included."""
        with self._lock:
            self.log.append(request)
            fault = next((one for one in self.faults if one.takes(request)), None)
            if fault is not None:
                fault.times -= 1
        if fault is None:
            return self.act(request)
        return FAULTS[fault.name](self, request, fault.options)

    def act(self, request: Request) -> Reply:
        """The reply without faults. One at a time, as the state of the fake is plain data."""
        with self._lock:
            return self.answer(request)

    def _routed(self, request: Request) -> Reply:
        path = self.inner_path(request)
        if path is not None:
            for method, pattern, name in self._handlers_by_route:
                match = pattern.fullmatch(path) if method == request.method else None
                if match:
                    request.names = {key: unquote(value) for key, value in match.groupdict().items()}
                    return cast(Reply, getattr(self, name)(request))
        return self.missing(request)

    def inner_path(self, request: Request) -> str | None:
        """The path that routes see; None when the request is outside of the prefix."""
        return request.path[len(self.prefix) :] if request.path.startswith(self.prefix) else None

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.released.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join(5)


def json_reply(status: int, body: object, headers: Mapping[str, str] | None = None) -> Reply:
    return Reply(status, json.dumps(body).encode(), {"Content-Type": "application/json; charset=UTF-8", **(headers or {})})


def html(status: int, page: str, headers: Mapping[str, str] | None = None) -> Reply:
    return Reply(status, page.encode(), {"Content-Type": "text/html; charset=UTF-8", **(headers or {})})


def serve_file(
    request: Request,
    content: bytes | Path,
    kind: str = "application/octet-stream",
    *,
    etag: str | None = None,
    name: str = "",
    ranges: bool = True,
) -> Reply:
    """A download: Range and If-Range as in RFC 9110, a strong ETag, Content-Disposition when it has a name. A large file is a Path."""
    size = len(content) if isinstance(content, bytes) else content.stat().st_size
    etag = etag or f'"{_etag(content)}"'
    headers = {"Content-Type": kind, "ETag": etag}
    if name:
        headers["Content-Disposition"] = f'attachment; filename="{name}"'
    if not ranges:
        return Reply(headers=headers, content=content)
    headers["Accept-Ranges"] = "bytes"
    match = re.fullmatch(r"bytes=(\d*)-(\d*)", request.headers.get("range", ""))
    if not match or not (match[1] or match[2]) or request.headers.get("if-range", etag) != etag:
        return Reply(headers=headers, content=content)
    start = int(match[1]) if match[1] else max(size - int(match[2]), 0)
    end = min(int(match[2]), size - 1) if match[1] and match[2] else size - 1
    if start >= size or end < start:
        return Reply(416, headers={"Content-Range": f"bytes */{size}"})
    headers["Content-Range"] = f"bytes {start}-{end}/{size}"
    return Reply(206, headers=headers, content=content, start=start, length=end - start + 1)


def _etag(content: bytes | Path) -> str:
    told = content if isinstance(content, bytes) else f"{content}{content.stat().st_mtime_ns}".encode()
    return hashlib.sha256(told).hexdigest()[:16]


# --- faults: (server, request, options) -> reply. Those that act first say so.


def _status(server: FakeServer, request: Request, options: dict[str, Any]) -> Reply:
    body = options.get("body", {"code": "some_error", "message": "Something went wrong.", "data": {"status": options["status"]}})
    headers = {"Content-Type": "application/json"} | options.get("headers", {})
    return Reply(options["status"], body if isinstance(body, bytes) else json.dumps(body).encode(), headers)


def _page(page: str, status: int, **headers: str) -> Callable[[FakeServer, Request, dict[str, Any]], Reply]:
    def reply(server: FakeServer, request: Request, options: dict[str, Any]) -> Reply:
        return html(options.get("status", status), page, {**headers, **options.get("headers", {})})

    return reply


def _body(server: FakeServer, request: Request, options: dict[str, Any]) -> Reply:
    """200 with exactly these bytes."""
    return Reply(
        options.get("status", 200), options["body"], {"Content-Type": options.get("type", "application/json")} | options.get("headers", {})
    )


def _hang(server: FakeServer, request: Request, options: dict[str, Any]) -> Reply:
    """Nothing for `seconds` of real time, or until the server closes."""
    server.released.wait(options.get("seconds", 3600))
    return Reply(how="reset")


def _reset(server: FakeServer, request: Request, options: dict[str, Any]) -> Reply:
    return Reply(how="reset")


def _drop(server: FakeServer, request: Request, options: dict[str, Any]) -> Reply:
    """Acts, then the answer is lost."""
    server.act(request)
    return Reply(how="reset")


def _late(server: FakeServer, request: Request, options: dict[str, Any]) -> Reply:
    """Acts, then takes `seconds` of real time to answer."""
    reply = server.act(request)
    server.released.wait(options.get("seconds", 1.0))
    return reply


def _replaced(server: FakeServer, request: Request, options: dict[str, Any]) -> Reply:
    """Acts, then a gateway answers with `status` in its place."""
    server.act(request)
    return html(options.get("status", 504), pages.GATEWAY)


def _truncated(server: FakeServer, request: Request, options: dict[str, Any]) -> Reply:
    """Acts; the connection closes after `at` bytes of the body (half of it)."""
    reply = server.act(request)
    reply.how, reply.cut_at = "cut", options.get("at", _length(reply) // 2)
    return reply


def _junk(server: FakeServer, request: Request, options: dict[str, Any]) -> Reply:
    """Acts; text stands before the JSON."""
    reply = server.act(request)
    reply.body = options.get("junk", pages.PHP_WARNING.encode()) + reply.body
    return reply


def _wrong_types(server: FakeServer, request: Request, options: dict[str, Any]) -> Reply:
    """Acts; every value of the answer becomes one of another type."""
    reply = server.act(request)
    reply.body = json.dumps(_twisted(json.loads(reply.body or b"null"))).encode()
    return reply


def _edit(server: FakeServer, request: Request, options: dict[str, Any]) -> Reply:
    """Acts; `change(body)` gives the JSON that is sent instead."""
    reply = server.act(request)
    reply.body = json.dumps(options["change"](json.loads(reply.body or b"null"))).encode()
    return reply


def _headers(server: FakeServer, request: Request, options: dict[str, Any]) -> Reply:
    """Acts; `headers` are added."""
    reply = server.act(request)
    reply.headers |= options["headers"]
    return reply


def _redirect(server: FakeServer, request: Request, options: dict[str, Any]) -> Reply:
    return Reply(options.get("status", 301), headers={"Location": options["to"]})


def _huge(server: FakeServer, request: Request, options: dict[str, Any]) -> Reply:
    """`size` bytes (1 GB) of JSON text, with Content-Length or chunked."""
    return Reply(
        body=b'"' + b"x" * (2**20 - 1), headers={"Content-Type": "application/json"}, repeat=options.get("size", 2**30) // 2**20,
        chunked=options.get("chunked", False),
    )  # fmt: skip


def _slow(server: FakeServer, request: Request, options: dict[str, Any]) -> Reply:
    """Acts; the body comes in pieces of 1 KB, `pace` seconds apart."""
    reply = server.act(request)
    reply.pace = options.get("pace", 0.01)
    return reply


def _too_many(server: FakeServer, request: Request, options: dict[str, Any]) -> Reply:
    """429; `headers` hold the form of Retry-After, none by default."""
    return Reply.of(
        {"code": "rate_limit_exceeded", "message": "Too many requests", "data": {"status": 429}}, 429, **options.get("headers", {})
    )


def _twisted(value: Any) -> Any:
    match value:
        case dict():
            return {name: _twisted(one) for name, one in value.items()}
        case list():
            return {"0": value[0] if value else None, "x": 5}
        case bool() | None:
            return [1, "two"]
        case int() | float():
            return {"number": value}
        case _:
            return 12.5


FAULTS: dict[str, Callable[[FakeServer, Request, dict[str, Any]], Reply]] = {
    "status": _status,
    "body": _body,
    "html": _page(pages.HOME, 200),
    "login-page": _page(pages.LOGIN, 200),
    "maintenance": _page(pages.MAINTENANCE, 503, **{"Retry-After": "600"}),
    "critical": _page(pages.CRITICAL, 500),
    "database-error": _page(pages.DATABASE, 500),
    "cloudflare": _page(pages.CLOUDFLARE, 403, **{"cf-mitigated": "challenge"}),
    "firewall": _page(pages.FIREWALL, 403),
    "gateway": _page(pages.GATEWAY, 504),
    "hang": _hang,
    "reset": _reset,
    "drop-answer": _drop,
    "late": _late,
    "gateway-after-acting": _replaced,
    "truncated": _truncated,
    "junk": _junk,
    "wrong-types": _wrong_types,
    "edit": _edit,
    "headers": _headers,
    "redirect": _redirect,
    "huge": _huge,
    "slow": _slow,
    "too-many": _too_many,
}


class _Threads(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that hang up are part of the tests."""


def _handler_for(server: FakeServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        timeout = 30

        def handle_any(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            pieces = urlsplit(self.path)
            request = Request(
                self.command,
                pieces.path,
                dict(parse_qsl(pieces.query, keep_blank_values=True)),
                {name.lower(): value for name, value in self.headers.items()},
                self.rfile.read(length),
            )
            _send(self, server, server.respond(request))

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = handle_any

        def log_message(self, *args: Any) -> None:
            """Quiet."""

        def date_time_string(self, timestamp: float | None = None) -> str:
            return super().date_time_string(server.clock.now() if timestamp is None else timestamp)

    return Handler


def _send(handler: BaseHTTPRequestHandler, server: FakeServer, reply: Reply) -> None:
    if reply.how == "reset":
        _reset_connection(handler)
        return
    length = _length(reply)
    handler.send_response(reply.status)
    for name, value in reply.headers.items():
        handler.send_header(name, value)
    if reply.chunked:
        handler.send_header("Transfer-Encoding", "chunked")
    elif reply.status not in (204, 304) and "Content-Length" not in reply.headers:
        handler.send_header("Content-Length", f"{length}")
    handler.end_headers()
    if handler.command == "HEAD":
        return
    left = reply.cut_at if reply.how == "cut" else length
    with contextlib.suppress(OSError):
        for piece in _pieces(reply):
            part = piece[:left]
            handler.wfile.write(f"{len(part):x}\r\n".encode() + part + b"\r\n" if reply.chunked else part)
            left -= len(part)
            if left <= 0:
                break
            if reply.pace and server.released.wait(reply.pace):
                break
        if reply.chunked and reply.how == "whole":
            handler.wfile.write(b"0\r\n\r\n")
    if reply.how == "cut" or left > 0:
        handler.close_connection = True


def _length(reply: Reply) -> int:
    if reply.content is None:
        return len(reply.body) * max(reply.repeat, 1)
    if reply.length is not None:
        return reply.length
    return len(reply.content) if isinstance(reply.content, bytes) else reply.content.stat().st_size


def _pieces(reply: Reply) -> Iterator[bytes]:
    size = 1024 if reply.pace else _PIECE
    if reply.content is None:
        for _ in range(max(reply.repeat, 1)):
            yield from _cut(reply.body, size)
    elif isinstance(reply.content, bytes):
        yield from _cut(reply.content[reply.start :], size)
    else:
        with reply.content.open("rb") as file:
            file.seek(reply.start)
            while piece := file.read(size):
                yield piece


def _cut(body: bytes, size: int) -> Iterator[bytes]:
    for start in range(0, len(body), size):
        yield body[start : start + size]


def _reset_connection(handler: BaseHTTPRequestHandler) -> None:
    handler.close_connection = True
    with contextlib.suppress(OSError):
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        handler.connection.close()


def wait_until(condition: Callable[[], bool], seconds: float = 5.0) -> None:
    """Wait for something that another thread does."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.01)
