"""The list of who is told: webhooks and pings, each with its state, a test, and a way to end it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from holdfast.secret import Secret
from holdfast_desktop.dialogs.receiver import Kind, NewReceiver, ReceiverSheet, SecretOnce
from holdfast_desktop.dialogs.sheet import Question
from holdfast_desktop.event_loop import is_there
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.told import told
from holdfast_desktop.theme.controls import IconLabel, button, column, icon_button, label, line, row
from holdfast_desktop.wording.core_sentences import sentence
from holdfast_desktop.wording.times import relative
from holdfast_desktop.wording.tr import tr, tr_n

if TYPE_CHECKING:
    from holdfast.app.telling import EndpointAdded, EndpointView, Tested

EVENTS = ("backup.completed", "backup.failed", "restore.completed", "restore.failed", "drill.failed")
"""As `holdfast.telling.endpoints.EVENTS`; said here so that opening Settings imports nothing that sends."""


class Receivers(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("receivers")
        self._desk = desk
        self._known: Sequence[EndpointView] = ()
        self._none = label(tr("Nobody is told yet."), tone="secondary", name="receiversNone", wrap=True)
        self._box = QVBoxLayout()
        self._box.setSpacing(0)
        add = row(
            button("receiverAddWebhook", tr("Add webhook…"), icon="plus", clicked=lambda: self.add("webhook")),
            button("receiverAddPing", tr("Add ping…"), icon="plus", clicked=lambda: self.add("ping")),
            None,
        )
        whole = column(self._none, self._box, add, gap=8)
        self.setLayout(whole)

    def shown(self) -> None:
        self._desk.do(self._desk.app.telling.list(), self.show_receivers)

    def show_receivers(self, known: Sequence[EndpointView]) -> None:
        self._known = known
        while (item := self._box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self._none.setVisible(not known)
        for place, one in enumerate(known):
            if place:
                self._box.addWidget(line())
            self._box.addWidget(self._row(place, one))

    def _row(self, place: int, one: EndpointView) -> QWidget:
        made = QWidget()
        made.setObjectName(f"receiver{place}")
        words, severity = state_words(one)
        icon = {"error": "circle-x", "warning": "triangle-alert", "ok": "circle-check"}.get(severity, "circle-dashed")
        told = tr("told {when}", when=relative(one.last_at, self._desk.now())) if one.last_at is not None else tr("not told yet")
        where = [one.host, ", ".join(one.sites) or tr("all sites"), told]
        texts = column(
            label(one.name, "strong", name="receiverTitle", wrap=True),
            label(" · ".join(where), "caption", wrap=True),
            label(words, "caption", severity, name="receiverState", wrap=True),
            gap=2,
        )
        test = button("receiverTest", tr("Test"), icon="circle-check", clicked=lambda: self.test(one.name))
        remove = icon_button("receiverRemove", "trash-2", tr("Remove {name}", name=one.name), lambda: self.remove(one))
        change = icon_button("receiverEdit", "pencil", tr("Change {name}", name=one.name), lambda: self.edit(one))
        test.setAccessibleName(tr("Test {name}", name=one.name))
        box = row(column(IconLabel(icon, severity), None), texts, test, change, remove, gap=12, margins=(0, 8, 0, 8))
        box.setStretch(1, 1)
        made.setLayout(box)
        return made

    # doing

    def add(self, kind: Kind) -> None:
        def work(new: NewReceiver) -> Awaitable[EndpointAdded]:
            return self._desk.app.telling.add(
                new.kind, new.name, Secret(new.address), secret=Secret(new.secret) if new.secret else None, events=new.events,
                sites=new.sites, ca_file=new.ca_file,
            )  # fmt: skip

        self._open(kind, work)

    def edit(self, one: EndpointView) -> None:
        def work(new: NewReceiver) -> Awaitable[EndpointAdded]:
            return self._desk.app.telling.edit(
                one.name, address=Secret(new.address) if new.address else None, secret=Secret(new.secret) if new.secret else None,
                events=new.events if one.kind == "webhook" else None, sites=new.sites, ca_file=new.ca_file or None,
            )  # fmt: skip

        self._open(one.kind, work, one)

    def _open(self, kind: Kind, work: Callable[[NewReceiver], Awaitable[EndpointAdded]], known: EndpointView | None = None) -> None:
        sites, taken = [s.name for s in self._desk.sites()], [one.name for one in self._known]
        dialog = ReceiverSheet(kind, sites, EVENTS, taken, self.window(), known)

        async def done(new: NewReceiver) -> EndpointAdded:
            return await work(new)

        def added(answer: EndpointAdded) -> None:
            if is_there(dialog):
                dialog.accept()
            self.shown()
            if answer.secret is not None:
                SecretOnce(answer.endpoint.name, answer.secret.reveal(), self.window()).open()

        def refused(error: Exception) -> None:
            if is_there(dialog):
                dialog.refused(told(self._desk, error))
            else:
                self._desk.failed(error)

        dialog.submitted.connect(lambda new: self._desk.tasks.start(done(new), added, refused))
        dialog.open()

    def test(self, name: str) -> None:
        def tested(answer: Tested) -> None:
            self.shown()
            self._desk.say(tr("{name} took it", name=answer.name), tr("It answered {status} after {seconds} s.", status=answer.status,
                           seconds=round(answer.seconds, 1)))  # fmt: skip

        def failed(error: Exception) -> None:
            self.shown()
            self._desk.say(tr("{name} was not told", name=name), told(self._desk, error), "error")

        self._desk.tasks.start(self._desk.app.telling.test(name), tested, failed)

    def remove(self, one: EndpointView) -> None:
        dropped = tr_n("{n} message that waits is dropped.", "{n} messages that wait are dropped.", one.waiting) if one.waiting else ""
        dialog = Question(
            tr("Tell {name} nothing any more?", name=one.name),
            f"{tr('Its address is removed from your password store.')} {dropped}".strip(),
            [("remove", tr("Remove"), "danger")],
            self.window(),
            name="removeReceiverDialog",
        )
        dialog.accepted.connect(lambda: self._desk.do(self._desk.app.telling.remove(one.name), lambda _: self.shown()))
        dialog.open()


def state_words(one: EndpointView) -> tuple[str, str]:
    """How it stands with a receiver, and how bad that is."""
    if one.disabled:
        return tr("It wants nothing any more (it answered 410). A test that it takes switches it on again."), "error"
    if one.trouble:
        return tr("Last time: {trouble}", trouble=sentence(one.trouble)), "warning"
    if one.waiting:
        return tr_n("{n} message waits to be sent", "{n} messages wait to be sent", one.waiting), "warning"
    return (tr("Works"), "ok") if one.last_at is not None else (tr("Try it with “Test”."), "secondary")
