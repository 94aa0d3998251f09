"""Tolerant readers for what servers send: each takes any JSON value and gives ours or nothing; none of them ever raises.

Words, names and ids stay hostile text (they may hold markup or a path); what is taken away is what no label ever needs: control
characters, the marks that turn the direction of writing, lone surrogates, and length. Forms of times, sizes and status words that were
seen are in the design notes (apis.md, points 9 to 13 and table 3.4).
"""

from __future__ import annotations

import html
import math
import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, Literal

Status = Literal["queued", "running", "completed", "failed", "deleted", "unknown"]

_STATUS: dict[str, Status] = {
    **dict.fromkeys(("requested", "queued", "pending", "scheduled", "accepted"), "queued"),
    **dict.fromkeys(("in_progress", "running", "initiated", "creating", "uploading", "processing", "started", "restoring"), "running"),
    **dict.fromkeys(("completed", "complete", "success", "succeeded", "finished", "done", "verified"), "completed"),
    **dict.fromkeys(("failed", "error", "aborted", "cancelled", "canceled", "expired", "verification_failed"), "failed"),
    "deleted": "deleted",
}  # fmt: skip
_UNITS = {"": 0, "b": 0, "byte": 0, "bytes": 0}  # power of two
_UNITS |= {f"{letter}{rest}": 10 * (power + 1) for power, letter in enumerate("kmgt") for rest in ("", "b", "ib")}
_SIZE = re.compile(r"([0-9]{1,18}(?:\.[0-9]{1,9})?)\s?([a-z]{0,5})", re.IGNORECASE | re.ASCII)
_NUMBER = re.compile(r"[+-]?[0-9]{1,18}(?:\.[0-9]{1,18})?", re.ASCII)
_TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")
_LARGEST = 2**63 - 1
_TRUE, _FALSE = {"true", "1", "yes", "on"}, {"false", "0", "no", "off", ""}


def text(value: object, limit: int = 200) -> str:
    """A label on one line, at most `limit` characters; "" for anything that is neither text nor a number."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    said = (value if isinstance(value, str) else f"{value}")[: limit * 8]
    said = "".join(" " if c in "\t\r\n\u2028\u2029" else c for c in said if c in "\t\r\n\u2028\u2029" or _harmless(c))
    said = " ".join(said.split())
    return said if len(said) <= limit else said[: limit - 1] + "…"


def plain(value: object, limit: int = 300) -> str:
    """A message for people, of which some servers send HTML: tags out, entities resolved, then as `text`."""
    if not isinstance(value, str):
        return text(value, limit)
    return text(html.unescape(_TAG.sub(" ", value[: limit * 8])), limit)


def identifier(value: object) -> str:
    """An id as text ("42" for 42); "" when there is none. Not cut: an id that is too long is none."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    said = value if isinstance(value, str) else f"{value}"
    return said if said == said.strip() and len(said) <= 200 and all(_harmless(c) for c in said) else ""


def moment(value: object) -> datetime | None:
    """An aware UTC time from ISO 8601 in its many forms (naive = UTC), epoch seconds or milliseconds; None for null and zero dates."""
    try:
        if isinstance(value, bool):
            return None
        if isinstance(value, str):
            return _moment_of_text(value.strip())
        if isinstance(value, int | float) and math.isfinite(value):
            return _moment_of_number(float(value))
    except (ValueError, OverflowError, OSError):
        pass
    return None


def http_date(value: object) -> datetime | None:
    """The time of a Date, Retry-After or Last-Modified header, where it is a date."""
    if not isinstance(value, str) or len(value) > 60:
        return None
    try:
        found = parsedate_to_datetime(value)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def size(value: object) -> int | None:
    """Bytes, from a number or words such as "50.0 MB" (a MB of 1024 x 1024 bytes, as WordPress and PHP write it)."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _bytes(value)
    if not isinstance(value, str) or len(value) > 40:
        return None
    match = _SIZE.fullmatch(value.strip().replace(",", "").replace("\u00a0", " "))
    if match is None or match[2].lower() not in _UNITS:
        return None
    amount = float(match[1]) if "." in match[1] else int(match[1])
    return _bytes(amount * 2 ** _UNITS[match[2].lower()])


def number(value: object) -> float | None:
    """A finite number, also when it came as text."""
    if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
        value = float(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        found = float(value)
    except OverflowError:
        return None
    return found if math.isfinite(found) else None


def whole(value: object, least: int = 0) -> int | None:
    """A whole number from `least` to 2**63 - 1, also when it came as text or as 3.0."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value if least <= value <= _LARGEST else None
    if isinstance(value, str) and value.strip().isascii() and value.strip().isdigit() and len(value) < 25:
        return whole(int(value), least)
    found = number(value)
    return int(found) if found is not None and found.is_integer() and least <= found < _LARGEST else None


def percent(value: object) -> float | None:
    """0.0 to 100.0, also from "67%"; None outside."""
    found = number(value.strip().removesuffix("%") if isinstance(value, str) else value)
    return found if found is not None and 0 <= found <= 100 else None


def flag(value: object) -> bool | None:
    """True or False, also from 0, 1, "true", "no"; None for everything else."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int) and value in (0, 1):
        return bool(value)
    word = value.strip().lower() if isinstance(value, str) else None
    return True if word in _TRUE else False if word in _FALSE else None


def status(word: object) -> Status:
    """Our word for a server's; what is not known is `unknown`, never `completed`."""
    if not isinstance(word, str):
        return "unknown"
    return _STATUS.get(word.strip().lower().replace(" ", "_").replace("-", "_"), "unknown")


def mapping(value: object) -> dict[str, Any]:
    """An object; {} for PHP's empty array and for anything else."""
    return value if isinstance(value, dict) else {}


def sequence(value: object) -> list[Any]:
    """An array; PHP's array with gaps comes as an object with numbers for keys and is taken as well."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and value and all(isinstance(key, str) and key.isdigit() for key in value):
        return list(value.values())
    return []


def words(value: object, limit: int = 50) -> tuple[str, ...]:
    """Short words: an array of text, an object of flags ({"database": true}), or one comma-separated text."""
    if isinstance(value, Mapping) and not sequence(value):
        found = [text(name, 60) for name, on in value.items() if flag(on)]
    elif isinstance(value, str):
        found = [text(word, 60) for word in value[:4000].split(",")]
    else:
        found = [text(word, 60) for word in sequence(value)[:limit]]
    return tuple(dict.fromkeys(word for word in found if word))[:limit]


def find(body: object, *path: str) -> Any:
    """`body["a"]["b"]`, or None as soon as something on the way is missing."""
    for name in path:
        if not isinstance(body, dict) or name not in body:
            return None
        body = body[name]
    return body


def first(body: object, *names: str) -> Any:
    """The value of the first of `names` that the object has with something in it; None without."""
    if isinstance(body, dict):
        for name in names:
            if body.get(name) not in (None, ""):
                return body[name]
    return None


def scalar(value: object) -> str | int | float | bool | None:
    """A plain value as it is, text cut and cleaned; None for everything else."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return text(value, 500) or None
    if isinstance(value, int):
        return value if abs(value) < 2**63 else None
    return number(value) if isinstance(value, float) else None


def flat(value: object, limit: int = 60) -> dict[str, Any]:
    """An object with its plain values only."""
    found = ((text(name, 60), scalar(one)) for name, one in list(mapping(value).items())[:limit])
    return {name: one for name, one in found if name and one is not None}


def reason(told: object) -> str:
    """Why something failed, "" when no field that was ever seen for it says so."""
    for path in (("error", "message"), ("error",), ("error_message",), ("message",), ("data", "error"), ("progress", "error")):
        if said := plain(find(told, *path)):
            return said
    return ""


def _harmless(char: str) -> bool:
    return char == " " or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co"} or char in "\u200c\u200d"


def _moment_of_text(said: str) -> datetime | None:
    if not said or said.startswith("0000") or len(said) > 40:
        return None
    if re.fullmatch(r"[0-9]{9,16}(\.[0-9]{1,9})?", said, re.ASCII):
        return _moment_of_number(float(said))
    for suffix in (" UTC", " GMT"):
        said = said.removesuffix(suffix)
    said = re.sub(r" (?=[+-][0-9]{2}:?[0-9]{2}$)", "", said)
    try:
        found = datetime.fromisoformat(said)
    except ValueError:
        return http_date(said)
    found = (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    return found if found.year > 1970 or found.timestamp() > 0 else None


def _moment_of_number(value: float) -> datetime | None:
    seconds = value / 1000 if value > 1e11 else value
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds) if seconds > 0 else None


def _bytes(value: float) -> int | None:
    return int(value) if isinstance(value, int | float) and math.isfinite(value) and 0 <= value <= _LARGEST else None
