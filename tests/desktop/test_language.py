"""The window in the user's language: which one, and that German has every text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from holdfast_desktop.wording import language
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.tr import Catalogue, tr, tr_n, use
from holdfast_resources import translations
from tests.support.translations import LANGUAGES, Message, collect, merged, names, path_of, read


@pytest.fixture(autouse=True)
def english_afterwards(dressed: QApplication) -> Iterator[None]:
    yield
    language.speak("en")
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


@pytest.fixture(scope="module")
def texts() -> list[Message]:
    return collect()


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_file_of_a_language_is_what_the_sources_say(code: str) -> None:
    """`python -m tests.support.translations` brings it up to date."""
    assert list(read(code).values()) == merged(code)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_text_is_translated_in_all_its_forms(code: str, texts: list[Message]) -> None:
    known = read(code)
    missing = [m.source for m in texts if m.key not in known or not known[m.key].forms]
    assert not missing
    half = [m.source for m in known.values() if m.one and (len(m.forms) != LANGUAGES[code] or not all(m.forms))]
    assert not half


@pytest.mark.parametrize("code", LANGUAGES)
def test_translations_keep_the_places_and_the_edges_of_their_texts(code: str) -> None:
    """A place that is lost hides a name or a number; one too many is an error in the user's face. Edges: blanks, dots, newlines."""
    odd = []
    for message in read(code).values():
        for number, form in enumerate(message.forms):
            allowed = [names(message.source)]
            if message.one:
                allowed += [names(message.source) - {"n"}, names(message.one)] if number == 0 else []
            if names(form) not in allowed:
                odd.append((message.source, form))
            for edge in (r"^\s*", r"\s*$", r"…?$", r":?$"):
                if re.search(edge, message.source).group() != re.search(edge, form).group():  # type: ignore[union-attr]  # they match anything
                    odd.append((message.source, form))
    assert not odd


@pytest.mark.parametrize("code", LANGUAGES)
def test_german_writes_its_own_quotes_and_dashes(code: str) -> None:
    wrong = [form for m in read(code).values() for form in m.forms if re.search(r'["“][^„“"]*”|" ', form)]
    assert not wrong


def test_a_text_without_a_translation_is_said_in_english() -> None:
    use(Catalogue({"Overview": "Übersicht"}, {"{n} sites": ("{n} Website", "{n} Websites")}))
    assert tr("Overview") == "Übersicht"
    assert tr("Something new") == "Something new"
    assert tr_n("{n} site", "{n} sites", 1) == "1 Website"
    assert tr_n("{n} job", "{n} jobs", 2) == "2 jobs"


def test_a_meaning_tells_texts_apart_that_english_does_not() -> None:
    use(Catalogue({"Open": "Öffnen", "Open\x04state": "Offen"}))
    assert tr("Open") == "Öffnen"
    assert tr("Open", "state") == "Offen"
    assert tr("Open", "not in the catalogue") == "Open"


def test_unfinished_translations_are_not_used() -> None:
    content = (
        b'<TS version="2.1" language="de"><context><name>Holdfast</name>'
        b'<message><source>One</source><translation type="unfinished">Eins?</translation></message>'
        b"<message><source>A &amp; B</source><translation>A &amp; B &lt;de&gt;</translation></message>"
        b"</context></TS>"
    )
    use(language.read_catalogue(content, language.FORMS["de"]))
    assert tr("One") == "One"
    assert tr("A & B") == "A & B <de>"


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [(["de-AT", "en"], "de"), (["fr-FR", "de_DE"], "de"), (["en-US", "de"], "en"), (["ja"], "en"), (["C"], "en"), ([], "en")],
)
def test_the_system_says_which_language(wanted: list[str], spoken: str) -> None:
    assert language.system_language(wanted) == spoken


def test_german_reaches_numbers_dates_and_the_texts_of_qt() -> None:
    assert language.speak("de") == "de"
    assert QLocale().language() == QLocale.Language.German
    assert size(6_100_000) == "6,1 MB"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    assert tr("Overview") == "Übersicht"
    assert language.speak("en") == "en"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert tr("Overview") == "Overview"


def test_a_language_that_is_not_spoken_is_that_of_the_system() -> None:
    assert language.speak("xx") == language.system_language()


def test_each_language_has_its_file_and_its_rule_for_numbers() -> None:
    for code in language.LANGUAGES:
        if code != language.ENGLISH:
            assert translations(code) == path_of(code).read_bytes()
            assert len({language.FORMS[code](n) for n in range(200)}) == LANGUAGES[code]
