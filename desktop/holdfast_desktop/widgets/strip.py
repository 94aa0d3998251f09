"""The strip of the last thirty days: one bar a day, told apart by shape as well as by colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from holdfast_desktop.theme.theme import theme

BAR, GAP = 4.0, 2.0


def strip_width(days: int) -> int:
    return round(days * (BAR + GAP) - GAP)


def paint_strip(painter: QPainter, place: QRectF, outcomes: Sequence[str]) -> None:
    """`outcomes`: one word a day, oldest first, empty = nothing ran. Drawn from the right edge of `place`.

    Good days are full bars, warnings full bars with a gap, failures a short bar with a dot above it, days without a run a line.
    """
    t = theme().tokens
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    left = place.right() - len(outcomes) * (BAR + GAP) + GAP
    for number, outcome in enumerate(outcomes):
        x = left + number * (BAR + GAP)
        if x < place.left():
            continue
        for colour, top, height in _shapes(outcome, place.height()):
            painter.setBrush(QColor(getattr(t, colour)))
            painter.drawRoundedRect(QRectF(x, place.top() + top, BAR, height), 1.5, 1.5)
    painter.restore()


def _shapes(outcome: str, h: float) -> list[tuple[str, float, float]]:
    """(token, top, height) of the pieces of one bar."""
    if outcome == "success":
        return [("ok_fill", 0, h)]
    if outcome == "warning":
        return [("warning_fill", 0, h * 0.3), ("warning_fill", h * 0.3 + 2, h * 0.7 - 2)]
    if outcome in {"failed", "abandoned"}:
        return [("error_fill", 0, BAR), ("error_fill", h * 0.5, h * 0.5)]
    if outcome in {"cancelled", "missed"}:
        return [("control_border", h * 0.6, h * 0.4)]
    return [("border", h - 3, 3)]
