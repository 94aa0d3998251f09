"""A language for tests: every translated text is accented, a good third longer, and between brackets; what is not did not go through
translation."""

from __future__ import annotations

import re
import unicodedata

from holdfast_desktop.wording.tr import Catalogue

BEGIN, END = "⟦", "⟧"
_ACCENTS = str.maketrans("aeiouAEIOUcnsyz", "áéíóúÁÉÍÓÚçñšýž")
_PLACES = re.compile(r"(\{\w+\})")


def accented(text: str) -> str:
    """``Backups`` -> ``⟦Báçkúpš×××⟧``; the ``{places}`` stay."""
    parts = [part if n % 2 else part.translate(_ACCENTS) for n, part in enumerate(_PLACES.split(text))]
    letters = sum(unicodedata.category(c)[0] == "L" for c in _PLACES.sub("", text))
    edge = len(text) - len(text.lstrip())
    return f"{text[:edge]}{BEGIN}{''.join(parts).strip()}{'×' * max(1, round(letters * 0.35))}{END}"


class Pseudo(Catalogue):
    def text(self, text: str, meaning: str) -> str:
        return accented(text)

    def counted(self, one: str, many: str, n: int) -> str:
        return accented(one if n == 1 else many)


def untranslated(text: str) -> str:
    """What is left of `text` without all that was translated; translated texts may hold others."""
    depth, left = 0, []
    for character in text:
        depth += character == BEGIN
        if not depth:
            left.append(character)
        depth -= character == END
    return "".join(left)
