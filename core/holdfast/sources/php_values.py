"""Values of a configuration file as far as they can be known without running it, and the functions that such files call.

A value is a `str`, `int`, `float`, `bool`, `None`, a `dict` (array or object), or one of two that stand for "not known": `Unknown` with the
reason, and `Missing`, an environment variable that this process does not have (the web server may). `Missing` counts as absent in
conditions, so that ``getenv('X') ?: 'y'`` gives ``'y'``; as a final value it is reported by name.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import TypeAlias
from urllib.parse import urlsplit

import msgspec


class Unknown(msgspec.Struct, frozen=True, gc=False):
    why: str


class Missing(msgspec.Struct, frozen=True, gc=False):
    variable: str


Value: TypeAlias = "str | int | float | bool | dict[str, Value] | Unknown | Missing | None"
NOT_KNOWN = (Unknown, Missing)
MAX_TEXT = 1 << 20


def truth(value: Value) -> bool | None:
    """PHP's idea of true; None when it cannot be known."""
    if isinstance(value, Unknown):
        return None
    return not (isinstance(value, Missing) or value in (None, False, 0, "", "0") or value == {})


def text(value: Value) -> str | Unknown:
    """As a string, the way PHP joins it."""
    if isinstance(value, Unknown):
        return value
    if isinstance(value, Missing):
        return Unknown(f"comes from the environment variable {value.variable}")
    if isinstance(value, bool) or value is None:
        return "1" if value else ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return "Array" if isinstance(value, dict) else str(value)[:MAX_TEXT]


def joined(left: Value, right: Value) -> Value:
    first, second = text(left), text(right)
    if isinstance(first, Unknown):
        return first
    return second if isinstance(second, Unknown) else (first + second)[:MAX_TEXT]


def same(left: Value, right: Value, strict: bool) -> Value:
    """``===`` or ``==`` as far as configuration files need them."""
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return left if isinstance(left, Unknown) else right
    if isinstance(left, Missing) or isinstance(right, Missing):
        left = False if isinstance(left, Missing) else left
        right = False if isinstance(right, Missing) else right
    if strict:
        return type(left) is type(right) and left == right
    if isinstance(left, bool) or isinstance(right, bool) or left is None or right is None:
        return truth(left) == truth(right)
    return left == right or (not isinstance(left, dict) and not isinstance(right, dict) and text(left) == text(right))


def item(container: Value, key: Value) -> Value:
    if isinstance(container, dict):
        name = text(key)
        return name if isinstance(name, Unknown) else container.get(name)
    return container if isinstance(container, NOT_KNOWN) else None


def dirname(path: str, levels: int = 1) -> str:
    for _ in range(min(levels, 100)):
        path = posixpath.dirname(path.rstrip("/")) or ("/" if path.startswith("/") else ".")
    return path


def parse_url(url: str) -> Value:
    """PHP's parse_url for an address such as DATABASE_URL."""
    try:
        parts = urlsplit(url)
        found: dict[str, Value] = {"scheme": parts.scheme, "host": parts.hostname or "", "path": parts.path}
        if parts.port:
            found["port"] = parts.port
    except ValueError:
        return False
    if parts.username is not None:
        found["user"] = parts.username
    if parts.password is not None:
        found["pass"] = parts.password
    if parts.query:
        found["query"] = parts.query
    return {k: v for k, v in found.items() if v != ""}


def _trimmed(how: str) -> Callable[[list[str]], Value]:
    def trim(arguments: list[str]) -> Value:
        characters = arguments[1] if len(arguments) > 1 else " \t\n\r\0\x0b"
        result: str = getattr(arguments[0], how)(characters)
        return result

    return trim


def _substr(arguments: list[str]) -> Value:
    subject, start = arguments[0], int(arguments[1])
    tail = subject[start:] if start >= 0 else subject[max(len(subject) + start, 0) :]
    return tail if len(arguments) < 3 else tail[: int(arguments[2])]


def _sprintf(arguments: list[str]) -> Value:
    form, *values = arguments
    pieces = form.split("%s")
    if len(pieces) - 1 != len(values) or "%" in "".join(pieces):
        return Unknown("is put together in a way that Holdfast does not follow")
    return "".join(a + b for a, b in zip(pieces, [*values, ""], strict=True))


ON_TEXT: dict[str, Callable[[list[str]], Value]] = {
    "trim": _trimmed("strip"),
    "rtrim": _trimmed("rstrip"),
    "chop": _trimmed("rstrip"),
    "ltrim": _trimmed("lstrip"),
    "strtolower": lambda a: a[0].lower(),
    "strtoupper": lambda a: a[0].upper(),
    "ucfirst": lambda a: a[0][:1].upper() + a[0][1:],
    "dirname": lambda a: dirname(a[0], int(a[1]) if len(a) > 1 else 1),
    "basename": lambda a: posixpath.basename(a[0].rstrip("/")).removesuffix(a[1] if len(a) > 1 else "\0"),
    "realpath": lambda a: posixpath.normpath(a[0]),
    "str_replace": lambda a: a[2].replace(a[0], a[1])[:MAX_TEXT] if a[0] else a[2],
    "substr": _substr,
    "strlen": lambda a: len(a[0].encode("utf-8", "surrogateescape")),
    "strval": lambda a: a[0],
    "intval": lambda a: int(a[0]),
    "sprintf": _sprintf,
    "parse_url": lambda a: parse_url(a[0]) if len(a) == 1 else Unknown("is taken apart in a way that Holdfast does not follow"),
    "urldecode": lambda a: _unquoted(a[0], plus=True),
    "rawurldecode": lambda a: _unquoted(a[0], plus=False),
    "untrailingslashit": lambda a: a[0].rstrip("/\\"),
    "trailingslashit": lambda a: a[0].rstrip("/\\") + "/",
    "str_starts_with": lambda a: a[0].startswith(a[1]),
    "str_ends_with": lambda a: a[0].endswith(a[1]),
    "str_contains": lambda a: a[1] in a[0],
    "base64_decode": lambda a: _from_base64(a[0]),
}
"""Pure functions that take strings; called only when all arguments are known. May raise ValueError or IndexError on odd arguments."""


def _unquoted(value: str, *, plus: bool) -> Value:
    from urllib.parse import unquote, unquote_plus

    return (unquote_plus if plus else unquote)(value)


def _from_base64(value: str) -> Value:
    import base64

    return base64.b64decode(value + "=" * (-len(value) % 4)).decode("utf-8", "surrogateescape")
