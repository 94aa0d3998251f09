"""The room that the steps have."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolled_steps(inside: QWidget) -> QScrollArea:
    """Steps that are higher than the window scroll; the buttons stay in sight."""
    area = QScrollArea()
    area.setObjectName("wizardSteps")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(area.focusPolicy().NoFocus)
    inside.setObjectName("scrollBody")
    area.setWidget(inside)
    area.setMinimumHeight(432)
    return area
