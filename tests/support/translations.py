"""Collects the window's texts from the sources into the translators' files: ``python -m tests.support.translations [--check]``.

The files are Qt's ``.ts`` (https://doc.qt.io/qt-6/linguist-ts-file-format.html), one context, ordered by the place in the sources,
without line numbers, so that they change only where texts do. What is translated stays; a text that is gone goes with its translation.
Prints what has no translation yet.
"""

from __future__ import annotations

import argparse
import ast
import string
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "desktop" / "holdfast_desktop"
OFFERS = ROOT / "core" / "holdfast" / "providers"
"""Sentences of the services' capabilities; the window shows them through `told`."""
LISTS = (SOURCES / "wording" / "core_said.py", SOURCES / "wording" / "core_said_seldom.py")
"""Sentences of the core, in lists; the window shows them through `sentence`."""
FOLDER = ROOT / "resources" / "holdfast_resources" / "i18n"
LANGUAGES = {"de": 2}
"""Language -> how many forms a counted text has."""


Key = tuple[str, str, bool]
"""The text, its meaning, whether it is counted."""


@dataclass(frozen=True)
class Message:
    source: str
    meaning: str = ""
    one: str = ""
    """The singular, of a counted text; `source` is its plural."""
    places: tuple[str, ...] = ()
    forms: tuple[str, ...] = field(default=())
    """The translation; several for a counted text; none: not translated yet."""

    @property
    def key(self) -> Key:
        return self.source, self.meaning, bool(self.one)


class Wrong(Exception):
    """A call that cannot be collected."""


def collect() -> list[Message]:
    """Every text of the window, of what the services offer, and of what the core says to people. Wrong, with all places, where a call hides
    its text."""
    found: dict[Key, Message] = {}
    faults: list[str] = []
    for path in sorted(SOURCES.rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        for message in _in_window(ast.parse(path.read_text("utf-8")), place, faults):
            _add(found, message, place)
    for path in sorted(OFFERS.rglob("offers.py")):
        place = path.relative_to(ROOT).as_posix()
        for text in _in_offers(ast.parse(path.read_text("utf-8"))):
            _add(found, Message(text), place)
    for path in LISTS:
        for text in _in_lists(ast.parse(path.read_text("utf-8"))):
            _add(found, Message(text), path.relative_to(ROOT).as_posix())
    if faults:
        raise Wrong("\n".join(faults))
    return list(found.values())


def _add(found: dict[Key, Message], message: Message, place: str) -> None:
    known = found.get(message.key)
    if known is None:
        found[message.key] = replace(message, places=(place,))
    elif place not in known.places:
        found[message.key] = replace(known, places=(*known.places, place))


def _in_window(tree: ast.Module, place: str, faults: list[str]) -> Iterator[Message]:
    inside = {id(n) for f in ast.walk(tree) if isinstance(f, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) for n in ast.walk(f)}
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"tr", "tr_n"}):
            continue
        texts = [a.value if isinstance(a, ast.Constant) and isinstance(a.value, str) else None for a in node.args]
        where = f"{place}:{node.lineno}"
        if id(node) not in inside:
            faults.append(f"{where}: said when the module is loaded, before the language is known")
        counted = node.func.id == "tr_n"
        if not texts or texts[0] is None or (len(texts) > 1 and texts[1] is None) or (counted and len(texts) != 3):
            faults.append(f"{where}: the text is not written out in the call")
            continue
        text, second = texts[0], (texts[1] or "") if len(texts) > 1 else ""
        yield Message(second, one=text) if counted else Message(text, second)


def _in_offers(tree: ast.Module) -> Iterator[str]:
    """Labels, help and reasons: the strings that begin like one, without explanations in the code and parts of longer ones."""
    left = {id(part) for n in ast.walk(tree) if isinstance(n, ast.Expr | ast.JoinedStr) for part in ast.walk(n)}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in left else None
        if isinstance(text, str) and text[:1].isupper() and not text.isupper():
            yield text


def _in_lists(tree: ast.Module) -> Iterator[str]:
    """The strings of the module's tuples."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple):
            yield from (one.value for one in node.value.elts if isinstance(one, ast.Constant) and isinstance(one.value, str))


def names(text: str) -> set[str]:
    """The ``{names}`` in a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def path_of(language: str) -> Path:
    return FOLDER / f"holdfast_{language}.ts"


def read(language: str) -> dict[Key, Message]:
    """What is in the file of a language."""
    path = path_of(language)
    found: dict[Key, Message] = {}
    for node in ET.fromstring(path.read_bytes()).iter("message") if path.exists() else ():
        translation = node.find("translation")
        assert translation is not None
        texts = tuple(f.text or "" for f in translation.iter("numerusform")) or ((translation.text,) if translation.text else ())
        if translation.get("type"):
            texts = ()
        places = tuple(p.get("filename", "") for p in node.iter("location"))
        one = node.findtext("extracomment", "").removeprefix("One: ") if node.get("numerus") else ""
        message = Message(node.findtext("source", ""), node.findtext("comment", ""), one, places, texts)
        found[message.key] = message
    return found


def write(language: str, messages: list[Message]) -> None:
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>", f'<TS version="2.1" language="{language}" sourcelanguage="en">']
    lines += ["<context>", "    <name>Holdfast</name>"]
    for one in messages:
        lines.append('    <message numerus="yes">' if one.one else "    <message>")
        lines += [f'        <location filename="{escape(place)}"/>' for place in one.places]
        lines.append(f"        <source>{escape(one.source)}</source>")
        lines += [f"        <comment>{escape(one.meaning)}</comment>"] if one.meaning else []
        lines += [f"        <extracomment>One: {escape(one.one)}</extracomment>"] if one.one else []
        opening = "<translation>" if one.forms else '<translation type="unfinished">'
        if one.one:
            forms = one.forms or ("",) * LANGUAGES[language]
            lines.append(f"        {opening}")
            lines += [f"            <numerusform>{escape(form)}</numerusform>" for form in forms]
            lines.append("        </translation>")
        else:
            lines.append(f"        {opening}{escape(one.forms[0]) if one.forms else ''}</translation>")
        lines.append("    </message>")
    path_of(language).write_text("\n".join([*lines, "</context>", "</TS>", ""]), "utf-8")


def merged(language: str) -> list[Message]:
    """The texts of the sources with what the file has of them."""
    known = read(language)
    return [replace(m, forms=known[m.key].forms) if m.key in known else m for m in collect()]


def main() -> int:
    parser = argparse.ArgumentParser(prog="translations", description="Collect the texts of the window for translators.")
    parser.add_argument("--check", action="store_true", help="change nothing; fail when something would, or is not translated")
    given = parser.parse_args()
    wrong = 0
    for language in LANGUAGES:
        messages = merged(language)
        missing = [m for m in messages if not m.forms]
        stale = list(read(language).values()) != messages
        if not given.check:
            write(language, messages)
        for message in missing:
            print(f"{language}: {message.places[0]}: {message.source!r}")
        print(
            f"{language}: {len(messages)} texts, {len(missing)} not translated" + (", file not up to date" if stale and given.check else "")
        )
        wrong += len(missing) + stale
    return 1 if given.check and wrong else 0


if __name__ == "__main__":
    sys.exit(main())
