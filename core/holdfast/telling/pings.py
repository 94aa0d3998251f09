"""Pings as Healthchecks and its kin take them (https://healthchecks.io/docs/http_api/): a POST to the check's address, with ``/start``,
``/fail`` or ``/log`` behind it; ``rid`` ties the start of a run to its end; the body is kept with the ping, up to 100 kB of it.
"""

from __future__ import annotations

import uuid
from typing import Literal
from urllib.parse import urlsplit, urlunsplit

Signal = Literal["start", "success", "fail", "log"]
LARGEST_BODY = 20_000
"""Bytes of a log's tail that are told."""


def address_of(base: str, signal: Signal, run: str = "") -> str:
    """Where `signal` goes. `run`: the id of the job; told only where it is a UUID, as others are refused."""
    pieces = urlsplit(base)
    path = pieces.path.rstrip("/") + ("" if signal == "success" else f"/{signal}")
    query = "&".join(part for part in (pieces.query, f"rid={run}" if _is_uuid(run) else "") if part)
    return urlunsplit((pieces.scheme, pieces.netloc, path, query, ""))


def tail(text: str, most: int = LARGEST_BODY) -> str:
    """The last whole lines of `text` within `most` bytes."""
    raw = text.encode()
    if len(raw) <= most:
        return text
    cut = raw[-most:].decode(errors="ignore")
    return "…\n" + cut.partition("\n")[2]


def _is_uuid(word: str) -> bool:
    try:
        return str(uuid.UUID(word)) == word.lower()
    except ValueError:
        return False
