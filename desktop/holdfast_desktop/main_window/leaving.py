"""Quitting while jobs run: what is left of each when it is stopped is said first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from holdfast_desktop.dialogs.sheet import Question
from holdfast_desktop.models.live_jobs import LiveJob
from holdfast_desktop.wording.jobs import remains_words
from holdfast_desktop.wording.tr import tr, tr_n


def ask_about_jobs(
    window: QWidget, running: Sequence[LiveJob], stop: Callable[[], object], finish: Callable[[], object], stay: Callable[[], object]
) -> None:
    """Asked once: a second call brings the question to the front."""
    asked = window.findChild(Question, "quitDialog")
    if asked is not None and asked.isVisible():
        return asked.raise_()
    dialog = Question(
        tr_n("{n} job is still running", "{n} jobs are still running", len(running)),
        "\n".join(dict.fromkeys(remains_words(job.verb) for job in running)),
        [("stop", tr("Stop safely and quit"), "plain"), ("finish", tr("Finish first, then quit"), "primary")],
        window,
        cancel=tr("Stay"),
        name="quitDialog",
    )
    dialog.accepted.connect(lambda: (stop if dialog.chosen == "stop" else finish)())
    dialog.rejected.connect(stay)
    dialog.open()
