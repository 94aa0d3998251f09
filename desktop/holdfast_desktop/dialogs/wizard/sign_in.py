"""The step that signs in: one way is preselected, the others are a list away. The test runs by itself when one goes on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QSizePolicy, QWidget

from holdfast_desktop.dialogs.sheet import field, labelled
from holdfast_desktop.dialogs.wizard.choices import SHARED, KnownAccount, SignInChoice
from holdfast_desktop.dialogs.wizard.step import Missing, Step
from holdfast_desktop.theme.controls import button, column, label, row
from holdfast_desktop.wording import services
from holdfast_desktop.wording.core_sentences import sentence
from holdfast_desktop.wording.errors import ErrorWords
from holdfast_desktop.wording.tr import tr

ENGINE_PAGE = "https://my.wpengine.com/profile/api_access"


class SignInStep(Step):
    page_wanted = Signal(str, str)
    """(system, address of the site): open the page where the password is made; the address may be the page itself."""

    def __init__(self, accounts: Sequence[KnownAccount]) -> None:
        super().__init__()
        self._accounts = list(accounts)
        self._system, self._found, self._typed = "", {}, ""  # type: tuple[str, Mapping[str, Any], str]
        self._way = QComboBox()
        self._way.setObjectName("wizardWay")
        self._way.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._way.currentIndexChanged.connect(lambda _: self._way_changed())
        self._help = label("", "caption", wrap=True, name="wizardWayHelp")
        self._page = button("wizardOpenPage", tr("Open that page"), "link", "external-link", self._open_page)
        self._user_holder, self._user = field("wizardUser", tr("User name"))
        self._secret_holder, self._secret = field("wizardSecret", tr("Application password"), secret=True)
        self._code_holder, self._code = field("wizardCode", tr("Code of the second factor"), hint="123456")
        self._code_holder.hide()
        self._plain = QCheckBox(tr("Send the password although the site has no https"))
        self._plain.setObjectName("wizardAllowHttp")
        self._kept = label("", "caption", wrap=True, name="wizardKeptIn")
        self.setLayout(
            column(
                labelled(tr("Sign in"), self._way), self._help, row(self._page, None), self._user_holder, self._secret_holder,
                self._code_holder, self._plain, self._kept, None, gap=10,
            )
        )  # fmt: skip
        for one in (self._user, self._secret):
            one.textChanged.connect(self.changed)
        order = (self._way, self._user, self._secret, self._code, self._plain, self._page)  # who pastes goes from field to field
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def set_kept_in(self, words: str) -> None:
        """Where secrets go, for people."""
        self._kept.setText(
            tr("The password goes into your password store and nowhere else: {place}.", place=sentence(words)) if words else ""
        )
        self._kept.setVisible(bool(words))

    def show_system(self, system: str, found: Mapping[str, Any] | None, typed: str) -> None:
        """The ways for `system`, stored accounts among them. What was typed for the same system stays."""
        if (system, found or {}, typed) == (self._system, self._found, self._typed):
            return
        self._system, self._found, self._typed = system, found or {}, typed
        offered = [] if system in SHARED else [str(way) for way in self._found.get("sign_in", ())]
        self._way.blockSignals(True)
        self._way.clear()
        for way in services.ways_of(system, offered):
            self._way.addItem(services.way_label(way), way)
        for account in self._accounts:
            if account.system == system:
                words = f"{account.name} ({account.user})" if account.user else account.name
                self._way.addItem(tr("With the stored account {account}", account=words), f"account:{account.name}")
        self._way.blockSignals(False)
        codes = {str(one["code"]) for one in self._found.get("warnings", ())}
        self._plain.setVisible("HTTP-ONLY" in codes)
        self._plain.setChecked(False)
        self._way_changed()

    # the step

    def intro(self) -> str:
        system = services.system_label(self._system)
        if self._system in SHARED:  # its account is stored to ask for its sites, and forgotten when none is added
            return tr("Sign in to {system}. It is tried at once.", system=system)
        return tr("Sign in to {system}. It is tried at once; nothing is stored before the end.", system=system)

    def first(self) -> QWidget:
        return next((edit for holder, edit in self._edits() if not holder.isHidden()), self._way)

    def missing(self) -> Missing | None:
        way = self.way()
        if not self._user_holder.isHidden() and not self._user.text().strip():
            return tr("“{label}” is needed.", label=services.user_label(way)), self._user
        if not self._secret_holder.isHidden() and not self._secret.text().strip():
            return tr("“{label}” is needed.", label=services.secret_label(way)), self._secret
        return None

    def way(self) -> str:
        return str(self._way.currentData() or "")

    def by_browser(self) -> bool:
        return services.by_browser(self.way())

    def choice(self) -> SignInChoice:
        way = self.way()
        account = way.removeprefix("account:") if way.startswith("account:") else ""
        base = next((a.url for a in self._accounts if account and a.name == account), "")
        url = base if self._system in SHARED else str(self._found.get("root") or self._typed)
        return SignInChoice(
            self._system,
            url,
            "" if account else way,
            account,
            "" if self._user_holder.isHidden() else self._user.text().strip(),
            "" if self._secret_holder.isHidden() else self._secret.text(),
            "" if self._code_holder.isHidden() else self._code.text().strip(),
            not self._plain.isHidden() and self._plain.isChecked(),
        )

    def refused(self, words: ErrorWords) -> None:
        """The keyboard goes where it can be mended."""
        if words.code == "AUTH-2FA":
            self._code_holder.show()
            self._code.setFocus()
        elif words.code.startswith("AUTH-"):
            (self._way if self._secret_holder.isHidden() else self._secret).setFocus()
            self._secret.selectAll()

    # inside

    def _edits(self) -> tuple[tuple[QWidget, QLineEdit], ...]:
        return (self._user_holder, self._user), (self._secret_holder, self._secret)

    def _way_changed(self) -> None:
        way = self.way()
        stored = way.startswith("account:")
        self._help.setText("" if stored else services.way_help(self._system, way))
        self._help.setVisible(bool(self._help.text()))
        self._page.setVisible(way == "application-password" or (way == "basic" and self._system == "wp-engine"))
        self._user_holder.setVisible(not stored and services.needs_user(way))
        self._secret_holder.setVisible(not stored and services.needs_secret(way))
        self._code_holder.hide()
        for holder, edit, text in (
            (self._user_holder, self._user, services.user_label(way)),
            (self._secret_holder, self._secret, services.secret_label(way)),
        ):
            edit.setAccessibleName(text)
            for heading in holder.findChildren(QLabel):
                heading.setText(text)
        self.changed.emit()

    def _open_page(self) -> None:
        url = ENGINE_PAGE if self._system in SHARED else str(self._found.get("root") or self._typed)
        self.page_wanted.emit(self._system, url)
