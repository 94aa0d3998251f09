"""Tokens -> QPalette, for everything the style paints by itself."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from holdfast_desktop.theme.tokens import Tokens


def make_palette(t: Tokens) -> QPalette:
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette()
    colours = {
        role.Window: t.window,
        role.WindowText: t.text,
        role.Base: t.surface,
        role.AlternateBase: t.sunken,
        role.Text: t.text,
        role.Button: t.surface,
        role.ButtonText: t.text,
        role.BrightText: t.on_accent,
        role.ToolTipBase: t.text,
        role.ToolTipText: t.surface,
        role.Highlight: t.selected,
        role.HighlightedText: t.text,
        role.Accent: t.accent,
        role.Link: t.accent,
        role.LinkVisited: t.accent,
        role.PlaceholderText: t.secondary,
        role.Light: t.surface,
        role.Midlight: t.border,
        role.Mid: t.border,
        role.Dark: t.control_border,
        role.Shadow: t.border,
    }
    for which, colour in colours.items():
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, which, QColor(t.disabled))
    return palette
