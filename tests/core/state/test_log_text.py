"""H4: what stands in a log is text, whatever names a site or a file system has."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.state.logs import harmless, log_to_file


def test_h4_a_hostile_name_stays_in_its_line(tmp_path: Path) -> None:
    """H4: no escape sequence, no forged line, no turned direction, no log filled by one name; other scripts stay readable."""
    log_to_file(tmp_path)
    logging.getLogger("holdfast.test").warning(
        "backup of %s", "a\x1b[2J\r\n2026-11-21T00:00:00Z INFO all is well\u202eexe.gpj 株式会社 " + "x" * 10**6
    )
    text = (tmp_path / "holdfast.log").read_text("utf-8")
    assert len(text) < 50_000
    assert [line for line in text.splitlines() if line.startswith("2026-11-21T00:00:00Z")] == []
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\\x1b[2J" in text
    assert "株式会社" in text


def test_h4_a_traceback_stays_readable(tmp_path: Path) -> None:
    """H4: its lines are kept, indented."""
    log_to_file(tmp_path)
    try:
        raise ValueError("one\ntwo")
    except ValueError:
        logging.getLogger("holdfast.test").exception("it failed")
    lines = (tmp_path / "holdfast.log").read_text("utf-8").splitlines()
    assert any("Traceback" in line for line in lines)
    assert all(line.startswith("    ") for line in lines[1:])


@pytest.mark.parametrize("text", ["plain", "ümläut 😀", "", "two\nlines"])
def test_h4_what_is_harmless_stays(text: str) -> None:
    assert harmless(text).replace("\n    ", "\n") == text


@given(st.text())
def test_h4_any_text_is_printable(text: str) -> None:
    assert all(line.isprintable() for line in harmless(text).split("\n"))
