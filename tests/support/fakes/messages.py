"""What goes over the wire: a request as it came, a reply as it shall go, and how it is sent (whole, cut off, slowly, not at all)."""

from __future__ import annotations

import base64
import binascii
import contextlib
import hashlib
import json
import re
import socket
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Event
from typing import Any
from urllib.parse import parse_qsl

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


def send(handler: BaseHTTPRequestHandler, released: Event, reply: Reply) -> None:
    if reply.how == "reset":
        _reset_connection(handler)
        return
    length = length_of(reply)
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
            if reply.pace and released.wait(reply.pace):
                break
        if reply.chunked and reply.how == "whole":
            handler.wfile.write(b"0\r\n\r\n")
    if reply.how == "cut" or left > 0:
        handler.close_connection = True


def length_of(reply: Reply) -> int:
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
