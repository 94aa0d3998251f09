"""FaultProxy: an HTTP reverse proxy that fails by dice with a fixed seed, or by order. Stands between a client and a real server.

The client's Host header goes through unchanged, so that signatures stay right.
"""

from __future__ import annotations

import contextlib
import http.client
import random
import socket
import struct
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Literal
from urllib.parse import urlsplit

Kind = Literal["500", "503", "slow", "reset", "lost", "flip", "cut", "lie", "hang"]
"""500, 503: that answer, nothing done · slow: a pause first · reset: the connection is cut before · lost: done, but the connection is
cut instead of an answer · flip: one bit of the answer's body · cut: half the body, then the connection ends · lie: half the body and
headers that fit it · hang: nothing, until the proxy stops or `release` is called."""


@dataclass
class Rule:
    """Strikes requests that `matches` (method, path), with `chance`, at most `times` (None: always)."""

    kind: Kind
    chance: float = 1.0
    times: int | None = None
    matches: Callable[[str, str], bool] = lambda method, path: True
    seconds: float = 0.2


class FaultProxy:
    """``with FaultProxy(server.url, Rule("503", 0.3), seed=1) as proxy: … proxy.url``"""

    def __init__(self, target: str, *rules: Rule, seed: int = 0) -> None:
        parts = urlsplit(target)
        self.host, self.target_port = parts.hostname or "127.0.0.1", parts.port or 80
        self.rules = list(rules)
        self.struck: Counter[str] = Counter()
        self.requests = 0
        self._random = random.Random(seed)
        self._lock = threading.Lock()
        self._released = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self._server.daemon_threads = True
        self._server.proxy = self  # type: ignore[attr-defined]  # how http.server hands things to its handlers
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> FaultProxy:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, name="fault proxy", daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.release()
        self._server.shutdown()
        self._server.server_close()

    def release(self) -> None:
        """Let those that hang go on (they are cut)."""
        self._released.set()

    def pick(self, method: str, path: str) -> Rule | None:
        """The rule that strikes this request."""
        with self._lock:
            self.requests += 1
            for rule in self.rules:
                if rule.times != 0 and rule.matches(method, path) and self._random.random() < rule.chance:
                    if rule.times is not None:
                        rule.times -= 1
                    self.struck[rule.kind] += 1
                    return rule
        return None

    def flipped(self, data: bytes) -> bytes:
        """`data` with one bit changed."""
        if not data:
            return data
        changed = bytearray(data)
        with self._lock:
            changed[self._random.randrange(len(changed))] ^= 1 << self._random.randrange(8)
        return bytes(changed)

    def wait(self) -> None:
        self._released.wait()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        with contextlib.suppress(OSError, http.client.HTTPException):
            self._forward()
            return
        self.close_connection = True

    do_PUT = do_HEAD = do_DELETE = do_POST = do_GET

    def log_message(self, format: str, *args: object) -> None:
        pass

    @property
    def proxy(self) -> FaultProxy:
        found: FaultProxy = self.server.proxy  # type: ignore[attr-defined]
        return found

    def _forward(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        rule = self.proxy.pick(self.command, self.path)
        kind = rule.kind if rule else ""
        if kind == "hang":
            self.proxy.wait()
        if kind in {"reset", "hang"}:
            return self._cut()
        if kind in {"500", "503"}:
            code = b"InternalError" if kind == "500" else b"SlowDown"
            return self._answer(int(kind), [], b"<Error><Code>" + code + b"</Code></Error>")
        if kind == "slow" and rule:
            time.sleep(rule.seconds)
        status, headers, data = self._ask(body)
        if kind == "lost":
            return self._cut()
        if kind == "flip":
            data = self.proxy.flipped(data)
        elif kind == "lie":
            data = data[: len(data) // 2]
            headers = [(name, value) for name, value in headers if name.lower() != "content-length"]
        elif kind == "cut":
            self._answer(status, headers, data[: len(data) // 2])
            return self._cut()
        return self._answer(status, headers, data)

    def _ask(self, body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
        connection = http.client.HTTPConnection(self.proxy.host, self.proxy.target_port, timeout=120)
        try:
            connection.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
            for name, value in self.headers.items():
                if name.lower() not in {"expect", "connection"}:
                    connection.putheader(name, value)
            connection.endheaders(body or None)
            answer = connection.getresponse()
            hop = {"connection", "transfer-encoding", "keep-alive"}
            return answer.status, [(n, v) for n, v in answer.getheaders() if n.lower() not in hop], answer.read()
        finally:
            connection.close()

    def _answer(self, status: int, headers: list[tuple[str, str]], data: bytes) -> None:
        self.send_response_only(status)
        for name, value in headers:
            self.send_header(name, value)
        if not any(name.lower() == "content-length" for name, _ in headers) and status not in {204, 304}:
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)
            self.wfile.flush()

    def _cut(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)
