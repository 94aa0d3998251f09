"""Dialogs of the Service tab: a schedule on the site, a staging copy, roles on it, a webhook. Their fields come from the capabilities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from holdfast_desktop.dialogs.options_form import OptionsForm
from holdfast_desktop.dialogs.sheet import Sheet, field
from holdfast_desktop.theme.controls import button, label
from holdfast_desktop.wording.services import event_words
from holdfast_desktop.wording.tr import tr


class FormSheet(Sheet):
    """A form and one action. `submitted(values)`: answer by `accept`, or `refused` with what is wrong."""

    submitted = Signal(object)

    def __init__(
        self,
        name: str,
        title: str,
        intro: str,
        fields: Sequence[Mapping[str, Any]],
        action: str,
        *,
        given: Mapping[str, Any] | None = None,
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, title, intro, parent, width=520)
        self.form = OptionsForm(fields, given)
        self.body.addWidget(self.form)
        if note:
            self.body.addWidget(label(note, "caption", wrap=True))
        self.body.addStretch(1)
        self._act = button(f"{name}Accept", action, "primary", clicked=self._submit)
        self.buttons(self._act)

    def _submit(self) -> None:
        wrong, control = self.form.wrong()
        if wrong:
            return self.complain(wrong, control)
        self._act.setEnabled(False)
        self.complain(tr("Asking the site…"), tone="running")
        self.submitted.emit(self.form.all_values())

    def refused(self, text: str) -> None:
        self._act.setEnabled(True)
        self.complain(text)


class WebhookSheet(Sheet):
    """`submitted(address, events, secret)`: as `FormSheet`."""

    submitted = Signal(str, object, str)

    def __init__(self, site: str, events: Sequence[str], secret: str, parent: QWidget | None = None) -> None:
        super().__init__(
            "webhookDialog",
            tr("Webhook of {site}", site=site),
            tr("The site tells an address of yours when something happened. It keeps no list that could be shown here: mind doubles."),
            parent,
            width=540,
        )
        holder, self._url = field("webhookUrl", tr("Address to tell"), hint="https://hooks.example.org/holdfast")
        secret_holder, self._secret = field("webhookSecret", tr("Secret that signs what it tells"), secret, secret=True)
        self.body.addWidget(holder)
        self.body.addWidget(secret_holder)
        self.body.addWidget(label(tr("Events"), "strong"))
        self._events: dict[str, QCheckBox] = {}
        for event in events:
            box = QCheckBox(event_words(event))
            box.setObjectName("webhookEvent" + "".join(part.capitalize() for part in event.split(".")))
            box.setChecked(True)
            self._events[event] = box
            self.body.addWidget(box)
        self._act = button("webhookAdd", tr("Add webhook"), "primary", clicked=self._submit)
        self.buttons(self._act)

    def _submit(self) -> None:
        url, events = self._url.text().strip(), [event for event, box in self._events.items() if box.isChecked()]
        if not url.startswith(("https://", "http://")):
            return self.complain(tr("The address begins with https://."), self._url)
        if len(self._secret.text()) < 16:
            return self.complain(tr("The secret needs 16 characters at least."), self._secret)
        if not events:
            return self.complain(tr("Choose at least one event."))
        self._act.setEnabled(False)
        self.complain(tr("Asking the site…"), tone="running")
        self.submitted.emit(url, events, self._secret.text())

    def refused(self, text: str) -> None:
        self._act.setEnabled(True)
        self.complain(text)
