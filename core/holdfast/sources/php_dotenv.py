"""``.env`` files as phpdotenv reads them: ``KEY=value``, quotes, comments, ``export``, ``${OTHER}``."""

from __future__ import annotations

import re
from collections.abc import Mapping

_LINE = re.compile(
    r"^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.]*)[ \t]*=[ \t]*"
    r"(?:'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"|([^\r\n]*))",
    re.MULTILINE,
)
_REFERENCE = re.compile(r"\$\{([\w.]+)\}")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_NAMED = {"n": "\n", "r": "\r", "t": "\t"}


def parse_dotenv(source: str, known: Mapping[str, str]) -> dict[str, str]:
    """The variables; `known` are those that references may name besides earlier lines. Never raises."""
    found: dict[str, str] = {}

    def value_of(match: re.Match[str]) -> str:
        return (found.get(match[1]) or known.get(match[1], ""))[:4096]

    for name, single, double, plain in (m.groups() for m in _LINE.finditer(source)):
        if single is not None:
            found[name] = single.replace("\\'", "'")
        elif double is not None:
            found[name] = _ESCAPE.sub(lambda m: _NAMED.get(m[1], m[1]), _REFERENCE.sub(value_of, double))
        else:
            found[name] = _REFERENCE.sub(value_of, re.split(r"(?:^|\s)#", plain or "", maxsplit=1)[0].strip())
    return found
