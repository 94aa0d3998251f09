"""What all pages share: the door, the newest status, the jobs of this session, and ways to say what happened.

The desk asks the door again when a job ends and when a page says that something changed; pages listen to `refreshed` and show what is
there. Nothing here waits on the window's thread.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from holdfast.errors import Failure, HoldfastError, as_failure
from holdfast.jobs.messages import AnyEvent, Finished, Listening, Received, Started
from holdfast.records import Backup, Job
from holdfast.verdict import Reason
from holdfast_desktop.event_loop import Tasks
from holdfast_desktop.models.live_jobs import LiveJob, LiveJobs, recorded
from holdfast_desktop.pages.hearing import Hearing
from holdfast_desktop.wording.errors import ErrorWords, details_of, failure_words, reason_words, without_again
from holdfast_desktop.wording.services import is_service
from holdfast_desktop.wording.site_errors import site_failure_words, site_reason_words
from holdfast_desktop.wording.tr import tr, tr_n

if TYPE_CHECKING:
    from holdfast.app import Holdfast, JobHandle, Page, SiteView, StatusView, StorageView

T = TypeVar("T")
UPDATES_MS = 250
"""The drawer and the tray follow jobs at most this often."""
TODAY_SHOWN = 60


class Desk(QObject):
    """One per window."""

    refreshed = Signal()
    """`status` is newer."""
    refresh_failed = Signal(object)
    """ErrorWords: the status could not be asked; the last one stands, if there is one."""
    jobs_moved = Signal()
    """Jobs of this session moved on; at most four times a second."""
    job_ended = Signal(object)
    """A LiveJob, as it ended."""
    backups_changed = Signal(str)
    """The backups of this site (or ``@storage``; empty: of any) are others now."""
    said = Signal(object, str, str)
    """(ErrorWords, subject, details) for the notice bar."""
    site_wanted = Signal(str)
    page_wanted = Signal(str)
    settings_changed = Signal(object)
    """The settings, after one of them was changed."""
    action_wanted = Signal(str, str)
    """(a fix's action, subject): asked for on one page, done by whoever can."""
    bulk_wanted = Signal(str, object)
    """(backup or download, names of sites; None: all): more than one site at once."""

    def __init__(self, app: Holdfast, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        super().__init__()
        self.app = app
        self.tasks = Tasks(self.failed)
        self.status: StatusView | None = None
        self.asked_at: datetime | None = None
        """When `status` was true."""
        self.stale = False
        """The last question for it failed."""
        self.trouble: ErrorWords | None = None
        """Why it failed."""
        self.pauses: Mapping[str, datetime] = {}
        """The pauses that hold, by name of the site; the one for all under an empty name."""
        self.live = LiveJobs()
        self.now = clock
        self.cancelling: set[str] = set()
        self.pause_stops = False
        """A pause of all sites also stops the jobs that run."""
        self._seen: dict[str, tuple[float, Page[Backup]]] = {}
        self._moved = False
        self._refreshing = False
        self._again = False
        self._timer = QTimer(self)
        self._timer.setInterval(UPDATES_MS)
        self._timer.timeout.connect(self._tick)
        self._unsubscribe = app.jobs.subscribe(self._heard)
        self.hearing = Hearing(self)
        """The receiver of webhooks, when it is switched on."""

    async def close(self) -> None:
        self._timer.stop()
        self._unsubscribe()
        await self.tasks.stop()

    # what is known

    def sites(self) -> Sequence[SiteView]:
        return self.status.sites if self.status else ()

    def storages(self) -> Sequence[StorageView]:
        return self.status.storages if self.status else ()

    def site(self, name: str) -> SiteView | None:
        return next((s for s in self.sites() if s.name == name), None)

    def storage(self, name: str) -> StorageView | None:
        return next((s for s in self.storages() if s.name == name), None)

    def waiting_of(self) -> Mapping[str, Sequence[Reason]]:
        """The same for all sites whose runs wait, in one look."""
        found: dict[str, list[Reason]] = {}
        for site, reason in self.status.waiting if self.status else ():
            found.setdefault(site, []).append(reason)
        return found

    def waiting(self, name: str) -> Sequence[Reason]:
        """What a scheduled run of this site that is due waits for; empty when none is due."""
        return [reason for site, reason in self.status.waiting if site == name] if self.status else []

    def is_service(self, name: str) -> bool:
        """Whether this site has a backup service of its own."""
        site = self.site(name)
        return site is not None and is_service(site.system)

    def offers(self, name: str) -> dict[str, Any]:
        """What the site's service offers, as it was seen last; empty for sites of this computer."""
        site = self.site(name)
        return dict(site.offers) if site is not None and is_service(site.system) else {}

    def words_of(self, failure: Failure, subject: str = "") -> ErrorWords:
        """A failure in words, for what it is about."""
        return (
            site_failure_words(failure, subject) if self.is_service(subject) else failure_words(failure, subject, self.storage_of(subject))
        )

    def reason_of(self, reason: Reason, subject: str) -> ErrorWords:
        """Why a site (or @storage) needs attention."""
        if self.is_service(subject):
            return site_reason_words(reason, subject)
        return reason_words(reason, subject.lstrip("@"), self.storage_of(subject))

    def storage_of(self, site: str) -> str:
        """Where the backups of a site are kept; empty where nobody knows."""
        known = self.site(site)
        return known.storage if known is not None else ""

    # backups of sites with a service: asking costs a call to the site

    def seen(self, site: str, max_age: float | None = None) -> Page[Backup] | None:
        """The backups of `site` as it told them last in this session; None when it did not, or longer than `max_age` seconds ago."""
        found = self._seen.get(site)
        if found is None or (max_age is not None and time.monotonic() - found[0] > max_age):
            return None
        return found[1]

    async def ask_site(self, site: str) -> Page[Backup]:
        """Ask a site with a service for its backups, and remember the answer."""
        page = await self.app.backups.list(site)
        self._seen[site] = (time.monotonic(), page)
        return page

    # the status

    def refresh(self) -> None:
        """Ask the door for the status; one question at a time."""
        if self._refreshing:
            self._again = True
            return
        self._refreshing = True
        self.tasks.start(self._ask_status(), self._got_status, self._status_failed)

    async def _ask_status(self) -> tuple[StatusView, Mapping[str, datetime]]:
        return await self.app.status(), await self.app.schedules.pauses()

    def _got_status(self, found: tuple[StatusView, Mapping[str, datetime]]) -> None:
        self.status, self.pauses = found
        self.asked_at, self.stale, self.trouble = self.now(), False, None
        self._asked()
        self.refreshed.emit()

    def _status_failed(self, error: Exception) -> None:
        self.stale = True
        self.trouble = self.words_of(as_failure(error))
        self._asked()
        self.refresh_failed.emit(self.trouble)
        self.failed(error)

    def _asked(self) -> None:
        self._refreshing = False
        if self._again:
            self._again = False
            self.refresh()

    # doing things

    def do(self, work: Awaitable[T], done: Callable[[T], object] | None = None, subject: str = "", within: QObject | None = None) -> None:
        """Start `work`; an error is told in the notice bar. `within`: as in `Tasks.start`."""

        async def run() -> T:
            return await work

        self.tasks.start(run(), done, lambda error: self.failed(error, subject), within)

    def do_job(
        self, work: Awaitable[JobHandle], done: Callable[[Finished], object] | None = None, subject: str = "", again: bool = False
    ) -> None:
        """Start a job; it shows in the drawer by its events. `done` gets its end. `again`: as in `failed`."""

        async def run() -> Finished:
            handle = await work
            await self.announce()
            return await handle.result()

        self.tasks.start(run(), done, lambda error: self.failed(error, subject, again))

    def resume(self) -> None:
        """Follow what an earlier run of the program began on sites and did not see to its end."""

        def going_on(handles: Sequence[JobHandle]) -> None:
            if handles:
                self.tasks.start(self.announce())
                self.say(
                    tr_n("{n} job goes on where it was", "{n} jobs go on where they were", len(handles)),
                    tr("The sites worked on while Holdfast was closed."),
                    "running",
                )

        self.tasks.start(self.app.backups.resume(), going_on)

    async def announce(self) -> None:
        """Show the jobs of this program that wait for their turn; they tell nothing before it comes."""
        for job in await self.app.jobs.running():
            if self.app.jobs.handle(job.id) is not None:
                self.live.begin(job.id, job.verb, job.site, time.monotonic())
        self._wake()

    def back_up(self, sites: Sequence[str] = (), *, all_sites: bool = False, **given: Any) -> None:
        """One site, several, or all: one bad site stops no other."""
        if not sites and not all_sites:
            return
        if (all_sites or len(sites) > 1) and not given:
            return self.bulk_wanted.emit("backup", None if all_sites else list(sites))
        one = sites[0] if len(sites) == 1 else ""
        self.do_job(self.app.backups.create(list(sites), all_sites=all_sites, **given), subject=one, again=True)

    def set_pause_stops(self, stops: bool) -> None:
        self.pause_stops = stops

    def cancel(self, job: str) -> None:
        self.live.stopping(job)
        self._wake()
        self.do(self.app.jobs.cancel(job))

    def unlock(self) -> None:
        self.do(self.app.unlock_secrets(), lambda _: self.changed(""))

    def changed(self, backups_of: str | None = None) -> None:
        """Something was changed through the door: ask again."""
        if backups_of is not None:
            if backups_of:
                self._seen.pop(backups_of, None)
            else:
                self._seen.clear()
            self.backups_changed.emit(backups_of)
        self.refresh()

    # saying things

    def failed(self, error: Exception, subject: str = "", again: bool = False) -> None:
        """Tell an error in words; what is not ours goes to the log too. `again`: a backup of `subject` failed, which "Try again" can make;
        after anything else that button would start a backup that nobody asked for."""
        if not isinstance(error, HoldfastError):
            import logging

            logging.getLogger(__name__).error("unexpected error in the window", exc_info=error)
        failure = as_failure(error)
        words = self.words_of(failure, subject)
        words = words if again or not subject else without_again(words)
        self.said.emit(words, subject, details_of(failure.code, failure.message, failure.hint, failure.details))

    def say(self, title: str, text: str = "", severity: str = "ok") -> None:
        self.said.emit(ErrorWords(title, text, severity, ()), "", "")

    # events

    def _heard(self, event: AnyEvent) -> None:
        if isinstance(event, Listening | Received):
            return self.hearing.heard(event)
        if self.hearing.is_of(event):
            return
        job = self.live.apply(event, time.monotonic())
        self._wake()
        if isinstance(event, Started) and job.site:
            self._learn(job)
        if isinstance(event, Finished):
            self._after(job)

    def _learn(self, job: LiveJob) -> None:
        """How long the phases of this job took the last times, for its percent and the time left."""

        def learnt(usual: Mapping[str, float]) -> None:
            self.live.learn(job.id, usual)

        self.tasks.start(self.app.jobs.usual(job.site, job.verb), learnt, lambda _: None)

    def remember_today(self) -> None:
        """The jobs that ended today, also those of other programs of this home, so that the drawer can tell them."""

        def found(page: Page[Job]) -> None:
            wall, now = self.now(), time.monotonic()
            for row in page.items:
                if row.ended_at is None or row.ended_at.astimezone().date() != wall.astimezone().date():
                    continue
                ended = recorded(row, wall, now)
                if ended is not None:
                    self.live.add_ended(ended)
            self.jobs_moved.emit()

        self.tasks.start(self.app.jobs.history(limit=TODAY_SHOWN), found, lambda _: None)

    def _after(self, job: LiveJob) -> None:
        self.job_ended.emit(job)
        self.changed(
            job.site if job.verb in {"backup", "delete", "forget", "drill", "verify", "restore", "download", "fetch", "import"} else None
        )
        if job.failure is not None and job.outcome == "failed":
            failure = job.failure
            words = self.words_of(failure, job.site)
            words = words if job.verb == "backup" else without_again(words)
            self.said.emit(words, job.site, details_of(failure.code, failure.message, failure.hint, failure.details))

    def _wake(self) -> None:
        self._moved = True
        if not self._timer.isActive():
            self._timer.start()
            self.jobs_moved.emit()

    def _tick(self) -> None:
        if self.live.running():
            self._moved = True
        else:
            self._timer.stop()
        if self._moved:
            self._moved = False
            self.jobs_moved.emit()
