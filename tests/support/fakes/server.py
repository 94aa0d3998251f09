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

import contextlib
import fnmatch
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, ClassVar, Self, TypeVar, cast
from urllib.parse import parse_qsl, unquote, urlsplit

from tests.support.fakes.clocks import SimulatedClock
from tests.support.fakes.faults import FAULTS
from tests.support.fakes.messages import Reply, Request, html, json_reply, send, serve_file

__all__ = ["FAULTS", "FakeServer", "Reply", "Request", "html", "json_reply", "route", "serve_file", "wait_until"]

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
        self._host, self.port = host, self._http.server_address[1]
        self.url = f"{'https' if tls else 'http'}://{host}:{self.port}"
        self._thread = threading.Thread(target=self._accept, daemon=True)

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

    def _accept(self) -> None:
        """`serve_forever` looks for its end now and then; this one is woken, as there are thousands of servers in a run."""
        while True:
            try:
                connection, address = self._http.get_request()
            except OSError:
                continue
            if self.released.is_set():
                connection.close()
                return
            self._http.process_request(connection, address)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.released.set()
        with contextlib.suppress(OSError):
            socket.create_connection((self._host, self.port), 5).close()
        self._thread.join(5)
        self._http.server_close()


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
            send(self, server.released, server.respond(request))

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = handle_any

        def log_message(self, *args: Any) -> None:
            """Quiet."""

        def date_time_string(self, timestamp: float | None = None) -> str:
            return super().date_time_string(server.clock.now() if timestamp is None else timestamp)

    return Handler


def wait_until(condition: Callable[[], bool], seconds: float = 60.0) -> None:
    """Wait for something that another thread does."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.01)
