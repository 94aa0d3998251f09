"""Says aloud, to whoever uses a screen reader, how a job ended and what went wrong (Qt's announcement event, since 6.8)."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from holdfast_desktop.models.live_jobs import LiveJob
from holdfast_desktop.wording.errors import ErrorWords
from holdfast_desktop.wording.jobs import verb_words
from holdfast_desktop.wording.states import outcome_look
from holdfast_desktop.wording.tr import tr


def ended_words(job: LiveJob) -> str:
    """``yoga-mitte.example, Backup: Done``"""
    state, operation = outcome_look(job.outcome).word, verb_words(job.verb)
    if not job.site:
        return tr("{operation}: {state}", operation=operation, state=state)
    return tr("{site}, {operation}: {state}", site=job.site, operation=operation, state=state)


def announce_end(speaker: QObject, job: LiveJob) -> None:
    """How `job` ended."""
    announce(speaker, ended_words(job), urgent=job.outcome == "failed")


def announce_trouble(speaker: QObject, words: ErrorWords) -> None:
    """What went wrong; nothing where nothing did."""
    if words.severity in {"error", "warning"}:
        announce(speaker, words.title, urgent=True)


def announce(speaker: QObject, words: str, urgent: bool = False) -> None:
    """`speaker`: the window, or the application while there is none. Costs nothing where nobody listens."""
    event = QAccessibleAnnouncementEvent(speaker, words)
    level = QAccessible.AnnouncementPoliteness
    event.setPoliteness(level.Assertive if urgent else level.Polite)
    QAccessible.updateAccessibility(event)
