"""A simulated line: slow, far away, cut again and again. Time is counted, not waited for, so that hours of it pass in a moment.

It is an httpx transport: bytes arrive at the line's rate, half a round trip after they were sent, and what is on its way when the line is
cut is lost (and counts as sent). A cut is seen at once (reset) or not at all: then httpx's own time limit for reading ends it.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import httpx

PIECE = 16_384
ETAG = '"strong"'


class SimulatedTime:
    """A `Clock`."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def now(self) -> float:
        return 1_795_000_000 + self.seconds

    def monotonic(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        self.seconds += seconds


class SimulatedLine(httpx.AsyncBaseTransport):
    """Serves `content` with Range and a strong ETag. `rate` in bytes a second, `cut_every` and `round_trip` in seconds."""

    def __init__(self, content: bytes, rate: float, round_trip: float, cut_every: float, *, silent: bool) -> None:
        self.content = content
        self.time = SimulatedTime()
        self.rate, self.round_trip, self.cut_every, self.silent = rate, round_trip, cut_every, silent
        self.sent = 0
        self.connections = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.connections += 1
        self.time.seconds += 4 * self.round_trip  # TCP, TLS, request
        start = 0
        match = re.fullmatch(r"bytes=(\d+)-", request.headers.get("range", ""))
        headers = {"ETag": ETAG, "Content-Type": "application/zip"}
        if match and request.headers.get("if-range") == ETAG:
            start = int(match[1])
            headers["Content-Range"] = f"bytes {start}-{len(self.content) - 1}/{len(self.content)}"
        headers["Content-Length"] = str(len(self.content) - start)
        silence = request.extensions["timeout"]["read"]
        return httpx.Response(206 if start else 200, headers=headers, stream=_Body(self, start, silence))


class _Body(httpx.AsyncByteStream):
    def __init__(self, line: SimulatedLine, start: int, silence: float) -> None:
        self._line, self._start, self._silence = line, start, silence

    async def __aiter__(self) -> AsyncIterator[bytes]:
        line = self._line
        end = (line.time.seconds // line.cut_every + 1) * line.cut_every
        for at in range(self._start, len(line.content), PIECE):
            piece = line.content[at : at + PIECE]
            if line.time.seconds + len(piece) / line.rate > end:
                on_its_way = int(line.rate * line.round_trip / 2) + PIECE
                line.sent += min(on_its_way, len(line.content) - at)
                if line.silent:
                    line.time.seconds = max(line.time.seconds, end) + self._silence
                    raise httpx.ReadTimeout("simulated")
                line.time.seconds = max(line.time.seconds, end)
                raise httpx.ReadError("simulated")
            line.time.seconds += len(piece) / line.rate
            line.sent += len(piece)
            yield piece
