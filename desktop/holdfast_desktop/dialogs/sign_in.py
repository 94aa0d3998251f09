"""Another credential for a site that is there already."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as data_field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QWidget

from holdfast_desktop.dialogs.sheet import Sheet, field, labelled
from holdfast_desktop.theme.controls import button, label
from holdfast_desktop.wording import services
from holdfast_desktop.wording.tr import tr


@dataclass(frozen=True)
class NewSignIn:
    way: str
    user: str
    secret: str = data_field(repr=False)


class SignInAgain(Sheet):
    """`submitted(NewSignIn)`: answer by closing, or `refused`."""

    submitted = Signal(object)

    def __init__(self, site: str, system: str, user: str, parent: QWidget | None = None) -> None:
        super().__init__(
            "signInDialog", tr("Sign in to {site} again", site=site), tr("It is tried on the site; only what works is stored."), parent, 520
        )
        self._system = system
        self._way = QComboBox()
        self._way.setObjectName("signInWay")
        self._way.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for way in services.ways_of(system, ()):
            if way != "oauth":
                self._way.addItem(services.way_label(way), way)
        self._help = label("", "caption", wrap=True, name="signInHelp")
        self._user_holder, self._user = field("signInUser", tr("User name"), user)
        self._secret_holder, self._secret = field("signInSecret", tr("Password"), secret=True)
        for widget in (labelled(tr("Sign in"), self._way), self._help, self._user_holder, self._secret_holder):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._save = button("signInTry", tr("Try and store"), "primary", clicked=self._submit)
        self.buttons(self._save)
        self._way.currentIndexChanged.connect(lambda _: self._way_changed())
        self._way_changed()
        (self._secret if user else self._user).setFocus()

    def _way_changed(self) -> None:
        way = str(self._way.currentData())
        self._help.setText(services.way_help(self._system, way))
        self._user_holder.setVisible(services.needs_user(way))
        self._secret_holder.setVisible(services.needs_secret(way))
        self._save.setText(tr("Open the browser") if services.by_browser(way) else tr("Try and store"))
        for holder, edit, text in (
            (self._user_holder, self._user, services.user_label(way)),
            (self._secret_holder, self._secret, services.secret_label(way)),
        ):
            edit.setAccessibleName(text)
            for heading in holder.findChildren(QLabel):
                heading.setText(text)

    def _submit(self) -> None:
        way = str(self._way.currentData())
        if services.needs_user(way) and not self._user.text().strip():
            return self.complain(tr("“{label}” is needed.", label=services.user_label(way)), self._user)
        if services.needs_secret(way) and not self._secret.text().strip():
            return self.complain(tr("“{label}” is needed.", label=services.secret_label(way)), self._secret)
        self._save.setEnabled(False)
        waiting = tr("Waiting for you to approve Holdfast in the browser…") if services.by_browser(way) else tr("Trying the sign-in…")
        self.complain(waiting, tone="running")
        self.submitted.emit(NewSignIn(way, self._user.text().strip() if services.needs_user(way) else "", self._secret.text()))

    def refused(self, text: str) -> None:
        self._save.setEnabled(True)
        self.complain(text, self._secret)
