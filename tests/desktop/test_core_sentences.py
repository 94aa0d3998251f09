"""What the core says reaches the window in its language."""

from __future__ import annotations

import ast
import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from holdfast.errors import StorageError, UsageError
from holdfast_desktop.wording import language
from holdfast_desktop.wording.core_said_seldom import OF_THE_SYSTEM
from holdfast_desktop.wording.core_sentences import SENTENCES, sentence
from holdfast_desktop.wording.errors import failure_words
from holdfast_desktop.wording.named import field_word, plan_name

CORE = Path(__file__).resolve().parents[2] / "core" / "holdfast"


@pytest.fixture
def german(dressed: object) -> Iterator[None]:
    language.speak("de")
    yield
    language.speak("en")


def _said_by_the_core() -> str:
    """All strings of the core, one per line, what is filled in as a place."""
    return "\n".join(_as_one(node) for path in CORE.rglob("*.py") for node in ast.walk(ast.parse(path.read_text("utf-8"))))


def _as_one(node: ast.AST) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def test_each_sentence_of_the_list_is_one_of_the_core() -> None:
    """A sentence that the core changes has to be changed in the list, or it is English again."""
    said = _said_by_the_core()
    gone = [
        one
        for one in SENTENCES
        if not re.search("^" + r"[^\n]*".join(re.escape(p) for p in re.split(r"\{\w+\}", one)) + "$", said, re.MULTILINE)
        and one not in _PUT_TOGETHER
    ]
    assert not gone


_PUT_TOGETHER = {
    "Another Holdfast is doing this already.", "Another Holdfast (process {id}) is doing this already.",
    "There is a storage {name} already.", "There is an account {name} already.", "There is no storage {name}.",
    "{name} cannot be the name of a site.", "{name} cannot be the name of a storage.",
    "{host}: its clock is {span} ahead of ours.", "{host}: its clock is {span} behind ours.",
    "{tables} tables with {rows} rows were loaded into a private server and counted; {posts} posts and {pages} pages are published",
    "all of {files} uploads that posts refer to are there",
    "{host} is busy with another job.",
    "read, not loaded: {why}", "that is how far this drill was to go",
}  # fmt: skip
"""Which the core puts together from several strings."""


def test_reasons_of_the_system_are_those_of_the_system() -> None:
    known = {os.strerror(number) for number in errno.errorcode}
    assert set(OF_THE_SYSTEM) <= known


@pytest.mark.parametrize(
    ("english", "said"),
    [
        ("Choose another name.", "Wählen Sie einen anderen Namen."),
        ("There is a site 'Café No. 3' already.", "Es gibt schon eine Website „Café No. 3“."),
        ("/srv/a b.zip cannot be written: Permission denied.", "/srv/a b.zip kann nicht geschrieben werden: Zugriff verweigert."),
        ("files.example: its clock is 4 minutes behind ours.", "files.example: Die Uhr dort geht 4 Minuten gegenüber der hiesigen nach."),
        ("Something that the list does not know.", "Something that the list does not know."),
        ("A key file of the repository cannot be read.", "A key file of the repository cannot be read."),
        ("1.2 GB are free on the disk of /srv.", "Auf dem Datenträger von /srv sind 1,2 GB frei."),
        ("it answered 503", "antwortete mit 503"),
        ("keyring (Secret Service)", "Schlüsselbund (Secret Service)"),
        ("", ""),
    ],
)
def test_a_sentence_is_said_in_german_with_what_is_in_it(german: None, english: str, said: str) -> None:
    assert sentence(english) == said


@pytest.mark.parametrize(
    "text", ["There is a site '{n}' already.", "{}: reached, and its password opens the repository.", "There is no file {0}."]
)
def test_braces_in_names_are_only_braces(german: None, text: str) -> None:
    assert sentence(text) != text
    assert re.findall(r"\{\w*\}", sentence(text)) == re.findall(r"\{\w*\}", text)


def test_an_error_without_words_of_its_own_is_told_in_german(german: None) -> None:
    words = failure_words(UsageError("There is a storage 'NAS' already.", hint="Choose another name.").failure())
    assert (words.title, words.body) == ("Es gibt schon einen Speicher „NAS“.", "Wählen Sie einen anderen Namen.")
    words = failure_words(StorageError("/mnt/nas is odd.").failure())
    assert words.title == "/mnt/nas is odd."


def test_in_english_it_stays_as_it_is() -> None:
    assert sentence("There is a site 'shop' already.") == "There is a site 'shop' already."
    assert plan_name("shop daily 2", ("shop", "")) == "shop daily 2"


def test_a_schedule_that_the_core_named_is_said_in_german_and_a_given_name_is_kept(german: None) -> None:
    assert plan_name("shop daily 2", ("shop", "")) == "shop täglich 2"
    assert plan_name("Café Morgenrot 6hours", {"Café Morgenrot"}) == "Café Morgenrot 6-stündlich"
    assert plan_name("nightly daily", ("shop",)) == "nightly daily"
    assert field_word("retention") == "wie lange Sicherungen bleiben"
    assert field_word("something_new") == "something_new"
