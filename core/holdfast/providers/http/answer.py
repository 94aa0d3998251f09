"""What a server answered: read with a limit, parsed tolerantly, believed in nothing."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

import msgspec

from holdfast.providers import values

LARGEST_BODY = 8 * 2**20
"""Bytes of an answer that are read; a list of 100 backups takes about 50 KB."""

_JUNK_LARGEST, _JUNK_WINDOW, _JUNK_STARTS = 2**21, 65_536, 50
_LINE = re.compile(rb"[\n>\xbf][{\[]")


class Answer(msgspec.Struct, frozen=True):
    """One answer. `headers` have lower-case names. `body` is the parsed JSON, None when there is none or `parsed` is False."""

    status: int
    headers: Mapping[str, str]
    raw: bytes
    method: str = "GET"
    host: str = ""
    path: str = ""
    body: Any = None
    parsed: bool = False
    junk: bool = False
    """True: text (PHP warnings, a byte order mark) stood before the JSON."""
    received_at: float = 0.0
    """Seconds since 1970, by our clock."""

    @property
    def date(self) -> datetime | None:
        """The server's clock."""
        return values.http_date(self.headers.get("date"))

    def theirs(self, ours: datetime) -> datetime:
        """A moment of our clock on the server's; unchanged when the server does not tell its own."""
        date = self.date
        return ours if date is None else ours + timedelta(seconds=date.timestamp() - self.received_at)

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300

    @property
    def kind(self) -> str:
        """The media type, lower case, without parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def page(self) -> str:
        """The first part of a body that is no JSON, as text."""
        return "" if self.parsed else self.raw[:200_000].decode("utf-8", "replace")

    def mapping(self) -> dict[str, Any]:
        """The body as an object; {} for anything else."""
        return values.mapping(self.body)


def parse(raw: bytes) -> tuple[Any, bool, bool]:
    """(value, parsed, junk): whole JSON, also behind a byte order mark or behind text such as PHP's warnings."""
    try:
        raw.decode()
    except UnicodeDecodeError:
        raw = raw.decode("utf-8", "replace").encode()  # an old database: the text suffers, the numbers are worth having
    value, found = _json(raw)
    if found or len(raw) > _JUNK_LARGEST:
        return value, found, False
    for start in _starts(raw[:_JUNK_WINDOW]):
        value, found = _json(raw[start:])
        if found:
            return value, True, True
    return None, False, False


def _starts(window: bytes) -> Iterator[int]:
    """Where JSON may begin behind other text: at the first brace, and wherever a line or an HTML tag has just ended.

    Nowhere else, and never in a body that begins as JSON: the end of a document that was cut off must not pass for a whole one.
    """
    if window.lstrip()[:1] in (b"{", b"[", b'"', b""):
        return
    first = window.find(b"{")
    behind = (found.end() - 1 for found in _LINE.finditer(window))
    yield from itertools.islice(itertools.chain([first] if first >= 0 else [], behind), _JUNK_STARTS)


def _json(raw: bytes) -> tuple[Any, bool]:
    try:
        return msgspec.json.decode(raw), True
    except (msgspec.DecodeError, RecursionError, ValueError):
        return None, False
