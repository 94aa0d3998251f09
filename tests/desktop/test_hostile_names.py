"""H4: names of files, backups and sites are text: nothing in them is rendered, fetched, or turns the direction of writing."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as QtText
from PySide6.QtWidgets import QApplication

import holdfast_desktop
from holdfast_desktop.theme.controls import label
from holdfast_desktop.wording.tips import plain_name, plain_tip

HOSTILE = (
    "<b>bold</b>.jpg",
    "<img src='http://tracker.example/x.png'>.jpg",
    "<a href='file:///etc/passwd'>readme</a>",
    "<script>alert(1)</script>",
    "&lt;b&gt;",
)
SOURCES = sorted(Path(holdfast_desktop.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("name", HOSTILE)
def test_h4_markup_in_a_name_stays_text(dressed: QApplication, name: str) -> None:
    """H4: in a label, and in a tool tip, which Qt would render by itself."""
    shown = label(name)
    assert shown.textFormat() == Qt.TextFormat.PlainText
    assert shown.text() == name
    tip = plain_tip(name)
    assert not QtText.mightBeRichText(tip) or escape(name) in tip


def test_h4_a_name_does_not_turn_the_direction_of_writing() -> None:
    """H4: nor move the cursor; other scripts stay as they are."""
    assert plain_name("invoice\u202efdp.exe") == "invoice\ufffdfdp.exe"
    assert plain_name("a\x1b[31m\nb\u2066c") == "a\ufffd[31m\ufffdb\ufffdc"
    for name in ("株式会社みどり", "лавка", "عربي", "क\u200dष", "x" * 10_000):
        assert plain_name(name) == name


def test_h4_no_text_of_the_window_is_rendered_as_markup() -> None:
    """H4: every label is made by the one function that says "plain"; nothing else that renders is used; every tip of a name goes through
    `plain_tip`."""
    for source in SOURCES:
        code = source.read_text("utf-8")
        assert not re.search(r"\bsetHtml\(|\bQTextBrowser\b|\bQMessageBox\b|RichText\b|MarkdownText", code), source
        if source.name != "controls.py":
            assert not re.search(r"\bQLabel\(", code), source
        for told in re.findall(r"ToolTipRole:\n\s+return (.+)", code):
            assert told.startswith(("plain_tip(", "tr(")), (source, told)
