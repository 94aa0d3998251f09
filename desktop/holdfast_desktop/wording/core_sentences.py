"""Sentences of the core that reach the window as they are: errors without words of their own, hints, what the doctor found.

The core speaks English, for the terminal and for records. What is listed here is said in the user's language; what is not, in English.
A ``{place}`` stands for whatever the core puts there. A test holds each against the core's sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QLocale

from holdfast_desktop.wording.core_said import SAID
from holdfast_desktop.wording.core_said_seldom import SELDOM
from holdfast_desktop.wording.sizes import count, size
from holdfast_desktop.wording.tr import told

SENTENCES = (*SAID, *SELDOM)

_COUNTED = {"bytes", "files", "of", "tables", "rows", "posts", "pages", "n"}
"""Places that hold numbers of things; ``bytes`` is said as a size, with its unit."""

_MEASURED = {"size", "seconds"}
"""Places that hold decimals."""

_NOT_OTHER_SENTENCES = r"(?!(?:The|An?|This|That|There|No|It|One|Something) )"
"""What a sentence that begins with a name or path does not begin with: others would be said half in English."""


def sentence(text: str) -> str:
    """A sentence of the core in the user's language, where it is known."""
    known = told(text)
    if known != text or not text:
        return known
    for pattern, template in _templates(text[:3]):
        if found := pattern.fullmatch(text):
            said = told(template)
            return text if said == template else _filled(said, {name: _said(name, value) for name, value in found.groupdict().items()})
    return text


def _said(name: str, value: str) -> str:
    """What stands in a place: a number as the locale writes it, text without the quotes of Python, and a sentence where it is one."""
    if value.isdecimal() and name in _COUNTED:
        return size(int(value)) if name == "bytes" else count(int(value))
    if name in _MEASURED and re.fullmatch(r"\d+\.\d+", value):
        return QLocale().toString(float(value), "f", len(value.partition(".")[2]))
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        value = value[1:-1]
    return sentence(value)


def _filled(text: str, values: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda place: values[place[1]], text)


@lru_cache(maxsize=256)
def _templates(beginning: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Those that may begin so, the most definite first."""
    fitting = [one for one in SENTENCES if "{" in one and _may_begin(one.partition("{")[0], beginning)]
    fitting.sort(key=lambda one: -len(re.sub(r"\{\w+\}", "", one)))
    return tuple((re.compile("".join(_pieces(one)), re.DOTALL), one) for one in fitting)


def _may_begin(fixed: str, beginning: str) -> bool:
    length = min(len(fixed), len(beginning))
    return fixed[:length] == beginning[:length]


def _pieces(template: str) -> Iterator[str]:
    for number, piece in enumerate(re.split(r"\{(\w+)\}", template)):
        beginning = _NOT_OTHER_SENTENCES if number == 1 and template.startswith("{") else ""
        yield f"(?P<{piece}>{beginning}.+?)" if number % 2 else re.escape(piece)
