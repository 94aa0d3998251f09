"""FarLine: a TCP proxy that makes a server on loopback seem far away, and notes the HTTP requests that pass.

A stand-in for distance only: every byte arrives half a round trip later in each direction, and a new connection costs one round trip
more, as TCP's handshake does. Its rate is not limited, and nothing is lost.
"""

from __future__ import annotations

import asyncio
import re
import threading
import time
from collections import Counter
from types import TracebackType
from urllib.parse import urlsplit

import msgspec

_REQUEST = re.compile(rb"(GET|PUT|HEAD|DELETE|POST) (\S+) HTTP/1\.[01]\r\n")


class Passed(msgspec.Struct, frozen=True):
    """A request as it left the client; `moment` by the steady clock."""

    method: str
    path: str
    moment: float


class FarLine:
    """``with FarLine(server.url, latency=0.03) as line: … line.url, line.take()``. `latency`: seconds of a whole round trip."""

    def __init__(self, target: str, latency: float = 0.0) -> None:
        parts = urlsplit(target)
        self._host, self._port = parts.hostname or "127.0.0.1", parts.port or 80
        self._latency = latency
        self._loop = asyncio.new_event_loop()
        self._requests: list[Passed] = []
        self._connections = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self.url = ""

    def __enter__(self) -> FarLine:
        ready = threading.Event()
        self._thread = threading.Thread(target=self._serve, args=(ready,), name="far line", daemon=True)
        self._thread.start()
        ready.wait()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def take(self) -> tuple[list[Passed], int]:
        """The requests since the last call, and how many connections they came over."""
        requests, self._requests = self._requests, []
        connections, self._connections = self._connections, 0
        return requests, connections

    def _serve(self, ready: threading.Event) -> None:
        loop = self._loop
        asyncio.set_event_loop(loop)
        server = loop.run_until_complete(asyncio.start_server(self._accept, "127.0.0.1", 0, limit=1 << 20))
        self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        ready.set()
        loop.run_forever()
        server.close()
        tasks = asyncio.all_tasks(loop)
        for task in tasks:
            task.cancel()
        loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        loop.close()

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = self._loop.create_task(self._connected(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._connections += 1
        far_reader, far_writer = await asyncio.open_connection(self._host, self._port, limit=1 << 20)
        await asyncio.wait(
            [
                self._loop.create_task(self._carry(reader, far_writer, self._latency, note=True)),
                self._loop.create_task(self._carry(far_reader, writer, 0.0, note=False)),
            ]
        )

    async def _carry(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, handshake: float, *, note: bool) -> None:
        """Pass everything on, each piece when its time has come, until `source` ends."""
        on_the_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        arriving = self._loop.create_task(self._arrive(on_the_way, sink))
        while True:
            try:
                piece = await source.read(1 << 18)
            except OSError:  # cut off
                piece = b""
            if note and (found := _REQUEST.match(piece)):
                self._requests.append(Passed(found[1].decode(), found[2].decode(errors="replace"), time.monotonic()))
            on_the_way.put_nowait((self._loop.time() + self._latency / 2 + handshake, piece))
            handshake = 0.0
            if not piece:
                break
        await arriving

    async def _arrive(self, on_the_way: asyncio.Queue[tuple[float, bytes]], sink: asyncio.StreamWriter) -> None:
        while True:
            due, piece = await on_the_way.get()
            if (left := due - self._loop.time()) > 0:
                await asyncio.sleep(left)
            if not piece or sink.is_closing():
                sink.close()
                return
            sink.write(piece)


def kinds(requests: list[Passed]) -> Counter[str]:
    """How many requests of each method."""
    return Counter(request.method for request in requests)
