"""Paths as people and JSON have them. A name that is no UTF-8 is shown with ``\\xNN`` for each byte that is none; read back, it is the same
name again."""

from __future__ import annotations

import os
import re

_BYTE = re.compile(rb"\\x([89a-f][0-9a-f])")


def shown(path: str | bytes) -> str:
    """Text that any JSON can hold, from what `os.fsdecode` gives."""
    return os.fsencode(path).decode(errors="backslashreplace")


def meant(path: str) -> str:
    """The other way round: text as `os.fsdecode` would give it."""
    return os.fsdecode(_BYTE.sub(lambda match: bytes([int(match[1], 16)]), os.fsencode(path)))
