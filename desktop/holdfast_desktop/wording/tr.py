"""Translation: every text of the window goes through one of these functions.

The English text in the code is the key. ``python -m tests.support.translations`` collects the texts from the sources into
``resources/holdfast_resources/i18n/holdfast_*.ts``; `holdfast_desktop.wording.language` reads the file of the user's language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QLocale


class Catalogue:
    """The texts of one language: of each key its translation, or its forms for one, two… things. This one says all in English."""

    def __init__(
        self,
        texts: Mapping[str, str] | None = None,
        forms: Mapping[str, tuple[str, ...]] | None = None,
        form: Callable[[int], int] = lambda n: 0 if n == 1 else 1,
    ) -> None:
        self._texts = texts or {}
        self._forms = forms or {}
        self._form = form

    def text(self, text: str, meaning: str) -> str:
        return self._texts.get(key_of(text, meaning), text)

    def counted(self, one: str, many: str, n: int) -> str:
        forms = self._forms.get(many)
        return forms[self._form(n)] if forms else one if n == 1 else many


def key_of(text: str, meaning: str) -> str:
    """What a text is found by in a catalogue."""
    return f"{text}\x04{meaning}" if meaning else text


_catalogue = Catalogue()


def use(catalogue: Catalogue) -> None:
    """What is said from now on is said by `catalogue`. Texts that stand in the window already stay."""
    global _catalogue
    _catalogue = catalogue


def tr(text: str, meaning: str = "", /, **values: object) -> str:
    """`text` in the user's language, its ``{names}`` filled in afterwards. `meaning`, a word or two, tells texts apart that are the same
    in English and not elsewhere; it is never shown."""
    translated = _catalogue.text(text, meaning)
    return translated.format(**values) if values else translated


def tr_n(one: str, many: str, n: int, /, **values: object) -> str:
    """The form for `n` things; ``{n}`` is the number, grouped as the locale does."""
    return _catalogue.counted(one, many, n).format(n=QLocale().toString(n), **values)


def told(text: str) -> str:
    """A sentence that came as data (what a service offers), where it is one of those that are known; else as it is."""
    return _catalogue.text(text, "") if text else ""
