"""Colours, icons and pictures: contrast, completeness, and that they follow the theme while the program runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

import holdfast_desktop
from holdfast_desktop.theme.controls import button
from holdfast_desktop.theme.palette import make_palette
from holdfast_desktop.theme.sheet import make_sheet
from holdfast_desktop.theme.theme import theme
from holdfast_desktop.theme.tokens import DARK, DARK_STRONG, LIGHT, LIGHT_STRONG, Tokens, contrast
from holdfast_resources import icons, styles_folder

SOURCES = sorted(Path(holdfast_desktop.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("t", [LIGHT, DARK, LIGHT_STRONG, DARK_STRONG], ids=["light", "dark", "light-strong", "dark-strong"])
def test_text_is_legible(t: Tokens) -> None:
    """WCAG 2 AA: 4.5 for text, 3 for the edges of controls, bars and disabled text."""
    pairs = [
        (t.text, t.surface, 4.5), (t.text, t.window, 4.5), (t.text, t.selected, 4.5), (t.text, t.hover, 4.5), (t.secondary, t.surface, 4.5),
        (t.secondary, t.sunken, 4.5), (t.on_accent, t.accent, 4.5), (t.accent, t.surface, 4.5), (t.control_border, t.surface, 3.0),
        (t.accent_hover, t.surface, 4.5), (t.on_accent, t.accent_hover, 4.5), (t.on_accent, t.error.text, 4.5), (t.text, t.sunken, 4.5),
        (t.secondary, t.window, 4.5), (t.secondary, t.selected, 4.5), (t.accent, t.window, 3.0), (t.accent, t.selected, 3.0),
        (t.disabled, t.surface, 3.0), (t.ok_fill, t.surface, 2.9), (t.error_fill, t.surface, 2.9),
    ]  # fmt: skip
    pairs += [(t.tone(s).text, t.tone(s).tint, 4.5) for s in ("ok", "warning", "error", "running", "neutral")]
    pairs += [(colour, t.surface, 4.5) for colour in t.chart]
    pairs += [(t.tone(s).text, t.surface, 4.5) for s in ("ok", "warning", "error", "running", "neutral")]
    too_weak = [(a, b, round(contrast(a, b), 2)) for a, b, least in pairs if contrast(a, b) < least]
    assert not too_weak


def test_every_icon_named_in_the_code_is_in_the_set() -> None:
    """A name with a typing error would only be noticed when its page is opened."""
    known = set(icons())
    word = re.compile(
        r'(?:icon=|IconLabel\(|Look\(|set_icon\([^,]+, |\.icon\(|icon_button\("\w+", |FactCard\("\w+", tr\("[^"]+"\), )"([a-z0-9-]+)"'
    )
    named = {(path.name, name) for path in SOURCES for name in word.findall(path.read_text("utf-8"))}
    assert len(named) > 20
    assert not {(file, name) for file, name in named if name not in known}


def test_icons_carry_their_licence() -> None:
    text = (Path(styles_folder()).parent / "icons" / "LICENSE").read_text("utf-8")
    assert "ISC License" in text
    assert "MIT License" in text


@pytest.mark.parametrize("t", [LIGHT, DARK], ids=["light", "dark"])
def test_pictures_of_the_style_sheet_exist_in_the_colours_of_the_tokens(t: Tokens) -> None:
    folder = Path(styles_folder())
    named = set(re.findall(r"url\(styles:([^)]+)\)", make_sheet(t)))
    assert named
    for name in named:
        colours = set(re.findall(r"#[0-9A-Fa-f]{6}", (folder / name).read_text("utf-8")))
        assert colours <= {t.on_accent, t.secondary}, name


def test_no_colour_is_written_outside_the_tokens() -> None:
    """Else one of the two themes would be wrong. The tray paints on a panel of unknown colour and has its own."""
    allowed = {"tokens.py", "tray.py"}
    assert not [p.name for p in SOURCES if p.name not in allowed and re.search(r'"#[0-9A-Fa-f]{6}', p.read_text("utf-8"))]


def _middle(control: object) -> QColor:
    image = control.icon().pixmap(QSize(32, 32)).toImage()  # type: ignore[attr-defined]  # QPushButton
    colours = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    strongest: QColor = max(colours, key=lambda c: c.alpha())
    return strongest


def _like(colour: QColor, wanted: str) -> bool:
    """The same but for the rounding of half-transparent edges."""
    other = QColor(wanted)
    return all(abs(a - b) < 4 for a, b in zip(colour.getRgb()[:3], other.getRgb()[:3], strict=True))  # type: ignore[index]  # a tuple


def test_a_change_of_the_system_reaches_icons_and_palette_at_once(dressed: QApplication) -> None:
    made = button("some", "Some", icon="plus")
    try:
        theme().choose("system")
        theme().system_is_dark(True)
        assert theme().tokens is DARK
        assert dressed.palette().window().color() == QColor(DARK.window)
        assert _like(_middle(made), DARK.secondary)
        theme().system_is_dark(False)
        assert _like(_middle(made), LIGHT.secondary)
    finally:
        theme().system_is_dark(None)
        theme().choose("light")


def test_what_the_user_chose_outranks_the_system(dressed: QApplication) -> None:
    theme().choose("light")
    theme().system_is_dark(True)
    assert theme().tokens is LIGHT
    assert dressed.palette() == make_palette(LIGHT)
    theme().system_is_dark(None)


@pytest.mark.parametrize(("plain", "strong"), [(LIGHT, LIGHT_STRONG), (DARK, DARK_STRONG)], ids=["light", "dark"])
def test_more_contrast_when_the_system_asks_for_it(dressed: QApplication, plain: Tokens, strong: Tokens) -> None:
    """Edges of controls and secondary text reach what WCAG asks of text at its strictest."""
    try:
        theme().choose("dark" if plain is DARK else "light")
        theme().system_is_strong(True)
        assert theme().tokens is strong
        assert min(contrast(strong.control_border, strong.surface), contrast(strong.secondary, strong.surface)) >= 7
        assert contrast(strong.border, strong.surface) >= 3
        theme().system_is_strong(False)
        assert theme().tokens is plain
    finally:
        theme().system_is_strong(None)
        theme().choose("light")


def test_nothing_moves_by_itself() -> None:
    """So that there is nothing to turn off for whom motion makes ill."""
    moving = re.compile(r"QPropertyAnimation|QVariantAnimation|QTimeLine|setAnimated\(True")
    assert not [p.name for p in SOURCES if moving.search(p.read_text("utf-8"))]
