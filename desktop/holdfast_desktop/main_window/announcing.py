"""Says aloud, to whoever uses a screen reader, how a job ended and what went wrong (Qt's announcement event, since 6.8)."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from holdfast_desktop.models.live_jobs import LiveJob
from holdfast_desktop.wording.jobs import verb_words
from holdfast_desktop.wording.states import outcome_look
from holdfast_desktop.wording.tr import tr


def ended_words(job: LiveJob) -> str:
    """``yoga-mitte.example, Backup: Done``"""
    state, operation = outcome_look(job.outcome).word, verb_words(job.verb)
    if not job.site:
        return tr("{operation}: {state}", operation=operation, state=state)
    return tr("{site}, {operation}: {state}", site=job.site, operation=operation, state=state)


def announce(window: QWidget, words: str, urgent: bool = False) -> None:
    """Costs nothing where nobody listens."""
    event = QAccessibleAnnouncementEvent(window, words)
    level = QAccessible.AnnouncementPoliteness
    event.setPoliteness(level.Assertive if urgent else level.Polite)
    QAccessible.updateAccessibility(event)
