"""What listens at the other end of webhooks and pings: an HTTP server on loopback that remembers what it got and answers as it is told."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple


class Got(NamedTuple):
    """One request. Header names are lower case."""

    path: str
    headers: dict[str, str]
    body: bytes


class Sink:
    """Answers `statuses` one after the other, the last of them for ever; each after `delay` seconds."""

    def __init__(self, *statuses: int, delay: float = 0.0, headers: dict[str, str] | None = None, port: int = 0) -> None:
        self.statuses = list(statuses) or [200]
        self.delay = delay
        self.released = threading.Event()
        """Cleared by a test that wants no answer given until it is set."""
        self.released.set()
        self.got: list[Got] = []
        self._headers = headers or {}
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", port), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        return self._server.server_port

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def close(self) -> None:
        self.released.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> Sink:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def wait(self, count: int, seconds: float = 90.0) -> list[Got]:
        """The first requests, once there are `count`."""
        until(lambda: len(self.got) >= count, seconds)
        return self.got[:count]

    def _take(self, got: Got) -> int:
        with self._lock:
            self.got.append(got)
            return self.statuses.pop(0) if len(self.statuses) > 1 else self.statuses[0]

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        sink = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length", 0)))
                status = sink._take(Got(self.path, {name.lower(): value for name, value in self.headers.items()}, body))
                time.sleep(sink.delay)
                sink.released.wait(60)
                try:
                    self.send_response(status)
                    for name, value in sink._headers.items():
                        self.send_header(name, value)
                    self.send_header("content-length", "0")
                    self.end_headers()
                except OSError:
                    pass  # whoever asked has gone

            do_GET = do_POST

            def log_message(self, format: str, *args: object) -> None:
                pass

        return Handler


def until(true: Callable[[], bool], seconds: float = 90.0) -> None:
    """Wait for something that comes soon; AssertionError when it does not."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)
