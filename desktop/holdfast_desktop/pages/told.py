"""An error in words, for a dialog that shows it beside its field in place of the notice bar."""

from __future__ import annotations

from holdfast.errors import as_failure
from holdfast_desktop.pages.desk import Desk


def told(desk: Desk, error: Exception, subject: str = "") -> str:
    """What happened, and on the next line what it means and what helps."""
    words = desk.words_of(as_failure(error), subject)
    return "\n".join(part for part in (words.title, words.body) if part)
