"""File names as the repository writes them: Go's `strconv.Quote` without the quotes, so that any bytes survive in JSON.

Python's `str.isprintable` and Go's `IsPrint` agree except for code points that only one side's Unicode tables know yet.
"""

from __future__ import annotations

import re

from holdfast.errors import Damaged

_SHORT = {7: "\\a", 8: "\\b", 9: "\\t", 10: "\\n", 11: "\\v", 12: "\\f", 13: "\\r", 34: '\\"', 92: "\\\\"}
_ESCAPE = re.compile(
    rb"""\\(?:([abfnrtv\\"])|x([0-9a-fA-F]{2})|([0-7]{3})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))|([^\\"\n]+)""",
)
_LONG = {b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v", b"\\": b"\\", b'"': b'"'}


def quote(name: bytes) -> str:
    """The text that stands for a name; printable text without ``"`` and ``\\`` stands for itself."""
    try:
        text = name.decode()
    except UnicodeDecodeError:
        text = name.decode(errors="surrogateescape")
    if text.isprintable() and '"' not in text and "\\" not in text:
        return text
    return "".join([_quote_rune(rune) for rune in text])


def _quote_rune(rune: str) -> str:
    code = ord(rune)
    if code in _SHORT:
        return _SHORT[code]
    if rune.isprintable():
        return rune
    if 0xDC80 <= code <= 0xDCFF:  # a byte that is not UTF-8
        return f"\\x{code - 0xDC00:02x}"
    if code < 0x20 or code == 0x7F:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def unquote(text: str) -> bytes:
    """The name's bytes; `Damaged` when the escapes are wrong. Go's other escapes (octal) are understood too."""
    try:
        raw = text.encode()
    except UnicodeEncodeError:
        raise _damaged(text) from None
    if b"\\" not in raw and b'"' not in raw and b"\n" not in raw:
        return raw
    parts: list[bytes] = []
    position = 0
    while position < len(raw):
        match = _ESCAPE.match(raw, position)
        if match is None:
            raise _damaged(text)
        parts.append(_unescape(match, text))
        position = match.end()
    return b"".join(parts)


def _unescape(match: re.Match[bytes], text: str) -> bytes:
    short, byte, octal, rune4, rune8, plain = match.groups()
    if plain is not None:
        return bytes(plain)
    if short is not None:
        return _LONG[short]
    if byte is not None:
        return bytes([int(byte, 16)])
    if octal is not None and int(octal, 8) < 256:
        return bytes([int(octal, 8)])
    if octal is None:
        code = int(rune4 or rune8, 16)
        if code < 0x110000 and not 0xD800 <= code < 0xE000:
            return chr(code).encode()
    raise _damaged(text)


def _damaged(text: str) -> Damaged:
    return Damaged(f"The repository holds a file name that cannot be read: {text[:80]!r}.")
