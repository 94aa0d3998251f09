"""The receiver of webhooks that the window hosts while it is switched on: a job that waits; each event is a hint to ask the site again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from holdfast.errors import HoldfastError
from holdfast.jobs.messages import AnyEvent, Finished, Listening, Received
from holdfast_desktop.wording.core_sentences import sentence
from holdfast_desktop.wording.services import event_words
from holdfast_desktop.wording.tr import tr

if TYPE_CHECKING:
    from holdfast.app import JobHandle
    from holdfast_desktop.pages.desk import Desk

PORT = 8791
"""The same at every start, so that a tunnel finds it again."""


class Hearing(QObject):
    """`changed`: on, off, or somewhere else."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._handle: JobHandle | None = None
        self._address = ""
        self._why = ""
        self._wanted = False

    def is_on(self) -> bool:
        return self._wanted

    def words(self) -> str:
        """Where it hears, or why it does not."""
        if self._address:
            return self._address
        return tr("starting…") if self._wanted else self._why or tr("switched off")

    def turn(self, on: bool) -> None:
        self._wanted, self._why = on, ""
        if on and self._handle is None:
            self._desk.tasks.start(self._desk.app.services.listen(port=PORT), self._began, self._failed)
        elif not on and self._handle is not None:
            self._handle.cancel()
        self.changed.emit()

    def _began(self, handle: JobHandle) -> None:
        self._handle = handle
        self._desk.tasks.start(self._follow(handle))
        if not self._wanted:
            handle.cancel()

    async def _follow(self, handle: JobHandle) -> None:
        async for event in handle:
            if isinstance(event, Listening):
                self._address = event.address
                self.changed.emit()
        self._ended(await handle.result())

    def _failed(self, error: Exception) -> None:
        self._wanted = False
        code = error.code if isinstance(error, HoldfastError) else ""
        self._why = tr("No site has a webhook yet: add one under Service.") if code == "NO-WEBHOOK" else str(error)
        self.changed.emit()

    def _ended(self, finished: Finished) -> None:
        self._handle, self._address, self._wanted = None, "", False
        self._why = sentence(finished.failure.message) if finished.failure is not None and finished.outcome == "failed" else ""
        self.changed.emit()

    # events

    def is_of(self, event: AnyEvent) -> bool:
        """Whether it is the receiver's own: that is no work to show in the drawer."""
        return getattr(event, "verb", "") == "listen" or (self._handle is not None and event.job == self._handle.id)

    def heard(self, event: Listening | Received) -> None:
        if isinstance(event, Received):
            self._desk.say(tr("{site} tells: {event}", site=event.site, event=event_words(event.kind)), "", "running")
            self._desk.changed(event.site)
