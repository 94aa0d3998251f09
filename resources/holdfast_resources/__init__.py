"""Data files of the product (icons) and the few lines that read them. No Qt here.

The icons are from Lucide (ISC; some from Feather, MIT): see ``icons/LICENSE``. They are drawn with ``currentColor``, so the reader
chooses the colour.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def icons() -> dict[str, str]:
    """All icons, name -> SVG text. Read once, so that nobody who draws later has to touch the disk."""
    folder = files("holdfast_resources") / "icons"
    return {entry.name.removesuffix(".svg"): entry.read_text("utf-8") for entry in folder.iterdir() if entry.name.endswith(".svg")}


def styles_folder() -> str:
    """The folder of the pictures that the style sheet names (``styles:check-light.svg`` and the like)."""
    return str(files("holdfast_resources") / "styles")


def translations(language: str) -> bytes:
    """The window's texts in a language, a Qt ``.ts`` file. FileNotFoundError for one that there is not."""
    return (files("holdfast_resources") / "i18n" / f"holdfast_{language}.ts").read_bytes()


def app_icon() -> str:
    """The file of the program's own icon, an SVG in its own colours."""
    return str(files("holdfast_resources") / "app" / "holdfast.svg")
