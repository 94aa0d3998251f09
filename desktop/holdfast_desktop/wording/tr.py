"""Translation: every text of the window goes through one of these two functions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

CONTEXT = "Holdfast"


def tr(text: str, /, **values: object) -> str:
    """`text` in the user's language, its ``{names}`` filled in afterwards."""
    translated = QCoreApplication.translate(CONTEXT, text)
    return translated.format(**values) if values else translated


def tr_n(one: str, many: str, n: int, /, **values: object) -> str:
    """The form for `n` things; ``{n}`` is the number, grouped as the locale does."""
    source = many.replace("{n}", "%n")
    translated = QCoreApplication.translate(CONTEXT, source, None, n)
    if translated == source.replace("%n", str(n)):  # nobody translated it: English has two forms
        translated = one if n == 1 else many
    return translated.replace("%n", "{n}").format(n=QLocale().toString(n), **values)
