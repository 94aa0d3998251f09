"""The language of the window, and with it how numbers and dates are written.

A catalogue is a Qt ``.ts`` file, as Qt Linguist writes it, read at start: German takes some milliseconds, English has none. Qt's own
texts (buttons of its dialogs, menus of its fields) come from the ``qtbase`` catalogue that is installed with Qt.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from xml.parsers import expat

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from holdfast_desktop.wording.tr import Catalogue, key_of, use
from holdfast_resources import translations

ENGLISH = "en"
LANGUAGES: dict[str, str] = {ENGLISH: "English", "de": "Deutsch"}
"""Code -> the language's own name."""
FORMS: dict[str, Callable[[int], int]] = {"de": lambda n: 0 if n == 1 else 1}
"""Which of a text's forms a number takes."""


def system_language(wanted: Sequence[str] | None = None) -> str:
    """The first language the user's system asks for that the window speaks, else English. `wanted`: codes such as ``de-AT``."""
    for one in QLocale.system().uiLanguages() if wanted is None else wanted:
        code = one.replace("_", "-").partition("-")[0]
        if code in LANGUAGES:
            return code
    return ENGLISH


def speak(chosen: str = "") -> str:
    """Speak `chosen` (empty, ``system`` or unknown: as the system does) from now on; the code of what is spoken. Before the window is
    built: what stands there already is not said again."""
    language = chosen if chosen in LANGUAGES else system_language()
    use(Catalogue() if language == ENGLISH else read_catalogue(translations(language), FORMS[language]))
    _write_numbers_for(language)
    _teach_qt(language)
    return language


def _write_numbers_for(language: str) -> None:
    """Numbers and dates as the system writes them, unless its words for days and months would be of another language."""
    system = QLocale.system()
    wanted = QLocale.codeToLanguage(language)
    if system.language() == wanted:
        QLocale.setDefault(system)
    elif system.language() == QLocale.Language.C:
        QLocale.setDefault(QLocale(wanted, QLocale.Country.UnitedKingdom) if language == ENGLISH else QLocale(wanted))
    else:
        QLocale.setDefault(QLocale(wanted, system.territory()))


_qt: QTranslator | None = None


def _teach_qt(language: str) -> None:
    global _qt
    if _qt is not None:
        QCoreApplication.removeTranslator(_qt)
        _qt = None
    if language != ENGLISH:
        _qt = QTranslator()
        if _qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            QCoreApplication.installTranslator(_qt)


def read_catalogue(content: bytes, form: Callable[[int], int]) -> Catalogue:
    """The finished translations of a ``.ts`` file."""
    reader = _Reader()
    reader.read(content)
    return Catalogue(reader.texts, reader.forms, form)


class _Reader:
    """Only what a catalogue needs: places in the sources and notes for translators are passed over."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.forms: dict[str, tuple[str, ...]] = {}
        self._new()

    def _new(self) -> None:
        self._source = self._meaning = self._translation = ""
        self._numbered: list[str] = []
        self._ready = True
        self._text: list[str] = []

    def read(self, content: bytes) -> None:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._begin
        parser.CharacterDataHandler = lambda data: self._text.append(data)
        parser.EndElementHandler = self._end
        parser.Parse(content, True)

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._text = []
        if name == "message":
            self._new()
        elif name == "translation":
            self._ready = "type" not in attributes  # unfinished, vanished or obsolete

    def _end(self, name: str) -> None:
        if name == "source":
            self._source = "".join(self._text)
        elif name == "comment":
            self._meaning = "".join(self._text)
        elif name == "numerusform":
            self._numbered.append("".join(self._text))
        elif name == "translation" and not self._numbered:
            self._translation = "".join(self._text)
        elif name == "message" and self._ready:
            if self._numbered:
                self.forms[self._source] = tuple(self._numbered)
            elif self._translation:
                self.texts[key_of(self._source, self._meaning)] = self._translation
