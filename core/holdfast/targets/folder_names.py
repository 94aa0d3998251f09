"""Which names a restore may create: pure rules, no I/O.

Names come out of a repository and are therefore untrusted: a name is one part of a path and nothing else.
POSIX forbids only ``/`` and NUL; Windows forbids much more (Microsoft, "Naming Files, Paths, and Namespaces"); Windows and macOS
fold case, macOS also Unicode normal forms, so that two names of one folder may be one file there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from holdfast.errors import Damaged

_WINDOWS_FORBIDDEN = frozenset('<>:"/\\|?*')
_WINDOWS_DEVICES = frozenset(
    ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"] + [device + digit for device in ("COM", "LPT") for digit in "123456789¹²³"]
)
_WINDOWS_LONGEST = 255
"""UTF-16 code units in one part of a path."""


def name_problem(name: bytes) -> str:
    """Why `name` cannot be one part of a path on any system, or "" when it can."""
    if not name:
        return "an empty name"
    if name in (b".", b".."):
        return "a name that leads to another folder"
    if b"/" in name:
        return "a name with a path separator in it"
    if b"\0" in name:
        return "a name with a NUL byte in it"
    return ""


def split_path(path: bytes) -> list[bytes]:
    """The parts of a path below a target's root; b"" is the root itself. Raises `Damaged` for a path that could lead elsewhere."""
    if not path:
        return []
    parts = path.split(b"/")
    for part in parts:
        if problem := name_problem(part):
            raise Damaged(f"The backup holds {problem}: {path!r}. It is not restored.", code="UNSAFE-NAME")
    return parts


def windows_problem(name: str) -> str:
    """Why Windows would refuse or change `name`, or ""."""
    if any(character in _WINDOWS_FORBIDDEN or ord(character) < 32 for character in name):
        return "a character that Windows does not allow"
    if name[-1:] in (".", " "):
        return "a trailing dot or space, which Windows drops"
    if name.split(".", 1)[0].rstrip(" ").upper() in _WINDOWS_DEVICES:
        return "the name of a Windows device"
    if len(name.encode("utf-16-le", "surrogatepass")) // 2 > _WINDOWS_LONGEST:
        return "more than 255 characters"
    return ""


def extended(path: str) -> str:
    """An absolute Windows path in the form that may be longer than 260 characters; the same when it is in that form already.
    (Microsoft, "Maximum Path Length Limitation": the form is taken as it is, so it must hold no ``/``, ``.`` or ``..``.)"""
    if path.startswith(("\\\\?\\", "\\\\.\\")):
        return path
    path = path.replace("/", "\\")
    return "\\\\?\\UNC\\" + path[2:] if path.startswith("\\\\") else "\\\\?\\" + path


def folded(name: str) -> str:
    """The form under which a case-blind file system finds `name`."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def collisions(names: Iterable[str]) -> dict[str, str]:
    """Of the names of one folder, those that a case-blind file system takes for an earlier one: later name -> earlier name."""
    first: dict[str, str] = {}
    later: dict[str, str] = {}
    for name in names:
        kept = first.setdefault(folded(name), name)
        if kept != name:
            later[name] = kept
    return later
