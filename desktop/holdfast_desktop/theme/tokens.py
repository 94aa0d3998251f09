"""The visual tokens of the design, light and dark. Every colour of the program is one of these; contrast pairs are tested."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Severity = Literal["ok", "warning", "error", "running", "neutral"]
SchemeWord = Literal["light", "dark"]


@dataclass(frozen=True)
class Tone:
    """One severity: text (and glyph) colour, and the tint behind it."""

    text: str
    tint: str


@dataclass(frozen=True)
class Tokens:
    scheme: SchemeWord
    window: str
    surface: str
    sunken: str
    hover: str
    selected: str
    border: str
    control_border: str
    text: str
    secondary: str
    disabled: str
    accent: str
    accent_hover: str
    on_accent: str
    ok: Tone
    warning: Tone
    error: Tone
    running: Tone
    neutral: Tone
    ok_fill: str
    warning_fill: str
    error_fill: str
    chart: tuple[str, ...]

    def tone(self, severity: str) -> Tone:
        """The tone of a severity word; an unknown word is neutral."""
        tone = getattr(self, severity, self.neutral)
        return tone if isinstance(tone, Tone) else self.neutral


LIGHT = Tokens(
    scheme="light",
    window="#F6F7F9",
    surface="#FFFFFF",
    sunken="#ECEFF3",
    hover="#EDF0F5",
    selected="#DCE7FB",
    border="#DDE1E8",
    control_border="#7B8698",
    text="#1B2230",
    secondary="#535D6E",
    disabled="#8C95A4",
    accent="#1F5FD0",
    accent_hover="#184EAE",
    on_accent="#FFFFFF",
    ok=Tone("#17703F", "#E3F4EA"),
    warning=Tone("#855300", "#FFF3DA"),
    error=Tone("#B3261E", "#FCE8E6"),
    running=Tone("#1F5FD0", "#E4EDFC"),
    neutral=Tone("#5B6576", "#ECEFF3"),
    ok_fill="#4A9A6C",
    warning_fill="#C98A1B",
    error_fill="#CF4A40",
    chart=("#1F5FD0", "#B4530A", "#17703F", "#8A3FB0", "#00727F", "#B3265E"),
)

DARK = Tokens(
    scheme="dark",
    window="#14171C",
    surface="#1C2027",
    sunken="#0F1216",
    hover="#262C36",
    selected="#20355C",
    border="#323945",
    control_border="#748093",
    text="#E8EBF0",
    secondary="#A9B2C1",
    disabled="#6A7484",
    accent="#7DA8FF",
    accent_hover="#9ABCFF",
    on_accent="#0B1526",
    ok=Tone("#5CCB8B", "#12301F"),
    warning=Tone("#F0B84C", "#33270C"),
    error=Tone("#FF8B80", "#3D1815"),
    running=Tone("#7DA8FF", "#182A4D"),
    neutral=Tone("#A9B2C1", "#262C36"),
    ok_fill="#3B8A61",
    warning_fill="#C08A2C",
    error_fill="#D9594E",
    chart=("#7DA8FF", "#F0A15C", "#5CCB8B", "#CF9BF0", "#4FC9D6", "#FF8FB3"),
)


def strengthened(t: Tokens) -> Tokens:
    """For whoever asks the system for more contrast: edges as strong as text, and nothing fainter than secondary text was."""
    return replace(t, border=t.control_border, control_border=t.text, secondary=t.text, disabled=t.secondary)


LIGHT_STRONG, DARK_STRONG = strengthened(LIGHT), strengthened(DARK)


@dataclass(frozen=True)
class Spacing:
    """Distances in logical pixels."""

    xs: int = 4
    s: int = 8
    m: int = 12
    l: int = 16  # noqa: E741 - the step's name in the design
    xl: int = 24
    xxl: int = 32


SPACE = Spacing()
RADIUS_CONTROL = 6
RADIUS_CARD = 10
CONTROL_HEIGHT = 32
ROW_HEIGHT = 36
SIDEBAR_WIDTH = 208


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast of two ``#RRGGBB`` colours, 1 to 21."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
