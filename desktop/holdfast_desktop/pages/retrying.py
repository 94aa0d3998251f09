"""What a job that runs is about to try again, in words: for the drawer, the tray and the runs of Activity."""

from __future__ import annotations

import time

from holdfast.errors import Failure
from holdfast_desktop.models.live_jobs import LiveJob
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.wording.jobs import retrying_words


def retrying_of(desk: Desk, job: LiveJob | None, now: float | None = None) -> str:
    """``Retrying in 12 s (attempt 2 of 5): example.org does not answer``; empty when nothing is. `now`: monotonic seconds."""
    now = time.monotonic() if now is None else now
    if job is None or job.progress.retry is None or job.state(now) != "retrying":
        return ""
    retry = job.progress.retry
    failure = Failure("", retry.code, retry.message, details={"host": retry.host} if retry.host else {})
    return retrying_words(job.seconds_to_retry(now), retry.attempt, retry.attempts, desk.words_of(failure, job.site).title)
