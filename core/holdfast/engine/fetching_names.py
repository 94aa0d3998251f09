"""Names from a server made harmless: pure."""

from __future__ import annotations

import re
import unicodedata

_FORBIDDEN = re.compile(r'[<>:"|?*]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?", re.IGNORECASE | re.DOTALL)
_OURS = re.compile(r"\.part(\.json)?$", re.IGNORECASE)
_ENDING = re.compile(r"(\.tar|\.sql)?\.[A-Za-z0-9]{1,8}$")
_LONGEST = 180
"""Bytes of UTF-8: file systems take 255, and ``.part.json`` and a number come behind it."""


def safe_name(given: str, fallback: str = "backup") -> str:
    """A file name for any system out of what a server says: the last part of a path, without what could mean something to a shell's
    eye, a screen (controls, changes of direction) or another file system; never empty, never hidden, at most 180 bytes."""
    text = unicodedata.normalize("NFC", given.encode(errors="replace").decode()).replace("\\", "/").rstrip("/").rpartition("/")[2]
    text = "".join([c for c in text if unicodedata.category(c)[0] not in "C" and unicodedata.category(c) not in ("Zl", "Zp")])
    text = _FORBIDDEN.sub("_", text).strip(". ")
    while _OURS.search(text):
        text = _OURS.sub("", text).strip(". ")
    text = _shortened(text).strip(". ")
    if not text:
        return fallback
    if text[0] in "-~" or _RESERVED.fullmatch(text):
        return f"_{text}"
    return text


def numbered(name: str, number: int) -> str:
    """The name to take when `name` is taken: ``shop (2).tar.gz``."""
    stem, ending = _parts(name)
    return f"{stem} ({number}){ending}"


def _parts(name: str) -> tuple[str, str]:
    match = _ENDING.search(name)
    return (name[: match.start()], match[0]) if match and match.start() else (name, "")


def _shortened(name: str) -> str:
    if len(name.encode()) <= _LONGEST:
        return name
    stem, ending = _parts(name)
    return stem.encode()[: _LONGEST - len(ending)].decode(errors="ignore") + ending
