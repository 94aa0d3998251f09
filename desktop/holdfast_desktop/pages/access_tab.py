"""How Holdfast signs in to a site: who, how, whether it works; another password, another address, leaving."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from holdfast.app import AccountView, SiteView
from holdfast.errors import as_failure
from holdfast_desktop.pages.access_flows import AccessFlows
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.flows import Flows
from holdfast_desktop.pages.page import scrolled
from holdfast_desktop.theme.controls import IconLabel, button, card, column, label, row, set_card
from holdfast_desktop.widgets.cards import Facts
from holdfast_desktop.wording.services import auth_label, hint_words, identity_words, system_label
from holdfast_desktop.wording.times import exact
from holdfast_desktop.wording.tr import tr


class AccessTab(QWidget):
    def __init__(self, desk: Desk, flows: Flows) -> None:
        super().__init__()
        self._desk = desk
        self._doing = AccessFlows(desk, self)
        self._site: SiteView | None = None
        self._account: AccountView | None = None
        self._accounts: Sequence[AccountView] = ()
        self._facts = Facts()
        self._test = button("accessTest", tr("Test"), "plain", "key-round", self.test)
        self._sign_in = button("accessSignIn", tr("Sign in again…"), "plain", clicked=self._do_sign_in)
        self._address = button("accessAddress", tr("Change address…"), "plain", clicked=self._do_address)
        self._other = button("accessAccount", tr("Other account…"), "plain", clicked=self._do_account)
        self._mails = button("accessMails", tr("Mail…"), "plain", clicked=self._do_mails)
        self._copies = button("accessCopiesChoose", tr("Keep copies…"), "plain", "hard-drive", self._do_copies)
        self._rotate = button("accessRotate", tr("New password…"), "plain", "refresh-cw", self._do_rotate)
        self._remove = button("accessRemove", tr("Remove…"), "ghost", "trash-2", lambda: flows.remove_site(self._name()))
        self._answer = card("accessAnswer", "neutral")
        self._answer_icon = IconLabel("hourglass", size=20)
        self._answer_title = label(role="strong", name="accessAnswerTitle", wrap=True)
        self._answer_text = label(name="accessAnswerText", wrap=True)
        box = row(column(self._answer_icon, None), column(self._answer_title, self._answer_text, gap=4), gap=12, margins=(14, 12, 14, 12))
        box.setStretch(1, 1)
        self._answer.setLayout(box)
        self._answer.hide()
        frame = card()
        frame.setLayout(
            column(
                label(tr("How Holdfast signs in"), "section"), self._facts, 4,
                row(self._test, self._sign_in, self._other, self._rotate, None),
                row(self._address, self._mails, self._copies, None, self._remove),
                gap=10, margins=(20, 16, 20, 18),
            )
        )  # fmt: skip
        inner = QWidget()
        inner.setLayout(column(frame, self._answer, None, gap=12, margins=(0, 16, 24, 16)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inner, "siteAccess"))
        self._doing.answered.connect(self._show_answer)

    def _name(self) -> str:
        return self._site.name if self._site is not None else ""

    def show_site(self, site: SiteView | None) -> None:
        """None: a site without a service."""
        if (site.name if site else "") != self._name():
            self._answer.hide()
        before, self._site = self._site, site
        if site is None:
            return
        if before is None or (before.account, before.name) != (site.account, site.name):
            self._account = None
        self._desk.tasks.start(self._desk.app.accounts.list(), self._got_accounts, lambda _: None)
        self._show()

    def _got_accounts(self, accounts: Sequence[AccountView]) -> None:
        self._accounts = accounts
        if self._site is not None:
            self._account = next((one for one in accounts if one.name == self._site.account), None)
            self._show()

    def _show(self) -> None:
        site, account = self._site, self._account
        if site is None:
            return
        mails = ", ".join(str(one) for one in site.options.get("notification_emails") or ())
        others = [name for name in (account.sites if account else ()) if name != site.name]
        facts = [
            ("accessSystem", tr("Service"), system_label(site.system)),
            ("accessUrl", tr("Address"), site.url),
            ("accessInstall", tr("Install"), str(site.options.get("install") or "")),
            ("accessUser", tr("User"), account.user if account else ""),
            ("accessHow", tr("Signs in by"), auth_label(account.auth) if account else ""),
            ("accessSince", tr("Since"), exact(account.created_at) if account else ""),
            ("accessOthers", tr("Also used by"), ", ".join(others)),
            ("accessEmails", tr("Mail goes to"), mails),
            ("accessCopies", tr("Copies kept in"), site.storage or tr("no storage of yours")),
        ]
        self._facts.show_facts([fact for fact in facts if fact[2]])
        self._mails.setVisible(bool(mails))
        rotates = account is not None and account.auth == "basic"
        self._rotate.setEnabled(rotates)
        self._rotate.setToolTip(
            tr("Makes a new application password on the site, tries and stores it, and revokes the old one.")
            if rotates
            else tr("Only application passwords can be exchanged from here.")
        )

    # doing

    def test(self) -> None:
        """Try the stored sign-in; nothing is changed."""
        name = self._name()
        self._say("neutral", "hourglass", "", tr("Trying the sign-in…"), "")

        def got(told: Mapping[str, Any]) -> None:
            if name != self._name():
                return
            identity = told.get("identity") or {}
            hint = hint_words(str(identity.get("hint") or ""))
            tone = "warning" if hint else "ok"
            self._say(tone, "triangle-alert" if hint else "circle-check", tone, identity_words(identity), hint)
            self._desk.refresh()

        def failed(error: Exception) -> None:
            words = self._desk.words_of(as_failure(error), name)
            self._say("error", "circle-x", "error", words.title, words.body)

        self._desk.tasks.start(self._desk.app.sites.test_service(name), got, failed, self)

    def _do_sign_in(self) -> None:
        if self._site is not None:
            self._doing.sign_in(self._site, self._account)

    def _do_address(self) -> None:
        if self._site is not None:
            self._doing.change_address(self._site)

    def _do_mails(self) -> None:
        if self._site is not None:
            self._doing.change_mails(self._site)

    def _do_copies(self) -> None:
        if self._site is not None:
            self._doing.choose_copies(self._site)

    def _do_rotate(self) -> None:
        if self._site is not None:
            others = [name for name in (self._account.sites if self._account else ()) if name != self._site.name]
            self._doing.rotate(self._site, others)

    def _do_account(self) -> None:
        if self._site is not None:
            self._doing.change_account(self._site, self._accounts)

    def _show_answer(self, tone: str, title: str, text: str) -> None:
        icon = {"ok": "circle-check", "warning": "triangle-alert", "error": "circle-x"}.get(tone, "hourglass")
        self._say(tone, icon, tone if tone != "neutral" else "", title, text)

    def _say(self, kind: str, icon: str, severity: str, title: str, text: str) -> None:
        set_card(self._answer, kind)
        self._answer_icon.set(icon, severity)
        self._answer_title.setText(title)
        self._answer_text.setText(text)
        self._answer_text.setVisible(bool(text))
        self._answer.show()
