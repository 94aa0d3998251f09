"""Feeds the drawer with the jobs that the desk knows, and does what its rows ask for."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from holdfast_desktop.main_window.job_words import WAITS, ended_line, idle_words, running_line, title_of, waiting_line
from holdfast_desktop.pages.retrying import retrying_of
from holdfast_desktop.wording.tr import tr

if TYPE_CHECKING:
    from holdfast_desktop.main_window.window import MainWindow
    from holdfast_desktop.models.live_jobs import LiveJob


class JobFeed:
    def __init__(self, window: MainWindow) -> None:
        self._w = window

    def show(self) -> None:
        """What runs, what waits, what ended today."""
        desk, now = self._w.desk, time.monotonic()
        running = [running_line(job, now, retrying_of(desk, job, now)) for job in desk.live.running()]
        waiting = desk.status.waiting if desk.status else ()
        running += [waiting_line(site, reason, desk.now()) for site, reason in waiting]
        ended = [ended_line(job, desk.is_service(job.site), now, desk.storage_of(job.site)) for job in desk.live.finished(earlier=True)]
        self._w.drawer.show_lines(running, ended, idle_words(desk.sites(), desk.now()))

    def act(self, action: str, job_id: str) -> None:
        """What a row's button says."""
        desk, flows = self._w.desk, self._w.flows
        job = desk.live.get(job_id)
        if action == "begin":
            return desk.back_up([job_id.removeprefix(WAITS)])
        if action == "back_up_all":
            return self._w.act(action, "")
        if job is None:
            return
        if action == "log":
            desk.do(desk.app.jobs.log(job.id), partial(self._show_log, title_of(job)), job.site)
        elif action == "resume":
            self._resume(job)
        elif action == "show_in_folder":
            flows.show_in_folder(str(job.result.get("path") or job.result.get("target") or ""))
        elif action == "show_backups":
            self._w.open_site(job.site)
        else:
            self._w.deeds.show_activity(job.site)

    def _resume(self, job: LiveJob) -> None:
        """What was interrupted, begun again: it goes on from what it has."""
        self._w.flows.fetch([job.site]) if job.verb == "fetch" else self._w.desk.back_up([job.site])

    def _show_log(self, title: str, text: str) -> None:
        self._w.flows.show_details(text or tr("This job has written no log."), title)

    def cancel_focused(self) -> None:
        """The job whose row has the keyboard, or the only one; with several the drawer opens for choosing."""
        job = self._w.drawer.focused_job()
        if job and not job.startswith(WAITS):
            self._w.desk.cancel(job)
        elif self._w.desk.live.running():
            self._w.drawer.go_to_jobs()
