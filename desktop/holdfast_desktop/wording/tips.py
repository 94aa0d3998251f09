"""Texts of tool tips. Names come from sites, archives and file systems: they are shown, never rendered."""

from __future__ import annotations

from html import escape
from unicodedata import category


def plain_tip(text: str) -> str:
    """`text` for a tool tip. Qt would take a name such as ``<img src=…>.jpg`` for markup."""
    return f"<p style='white-space:pre-wrap'>{escape(text)}</p>" if "<" in text or "&" in text else text


def breakable(path: str) -> str:
    """`path` for a label that wraps: it may go on in the next line after each slash."""
    return path.replace("/", "/\u200b")


def plain_name(name: str) -> str:
    """`name` of a file as a cell shows it: what turns the direction of writing or moves the cursor becomes a visible mark, so that
    ``invoice\\u202efdp.exe`` does not look like a PDF."""
    if name.isprintable():
        return name
    return "".join("\ufffd" if category(c) in {"Cc", "Cf"} and c not in "\u200c\u200d" else c for c in name)
