"""Add a site by its address: what is there, sign in, its name; or an account whose sites are ticked. The first backup at the end.

At most six fields. Nothing is stored before the sign-in was tried (the door sees to that); what is wrong is said here, not beside.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from holdfast_desktop.dialogs.connect_choices import KnownAccount, NewServiceSite, SignInChoice
from holdfast_desktop.dialogs.install_picker import InstallPicker
from holdfast_desktop.dialogs.sheet import Sheet, field, labelled
from holdfast_desktop.theme.controls import IconLabel, button, card, column, label, row, set_card
from holdfast_desktop.wording import services
from holdfast_desktop.wording.errors import ErrorWords
from holdfast_desktop.wording.tr import tr, tr_n

ADDRESS, SIGN_IN, INSTALLS, DONE = range(4)
SHARED = {"wp-engine"}
"""Systems where one account has many sites and one address serves all: sites are ticked instead of typed."""


class ConnectSite(Sheet):
    """Signals ask, methods answer: `detect_wanted(address)` by `show_found` or `refused`; `installs_wanted(SignInChoice)` by
    `show_installs` or `refused`; `submitted([NewServiceSite])` by `show_done` or `refused`."""

    detect_wanted = Signal(str)
    installs_wanted = Signal(object)
    submitted = Signal(object)
    given_up = Signal()
    """What was asked for is not wanted any more."""
    folder_wanted = Signal()
    back_up_wanted = Signal(object)

    def __init__(self, accounts: Sequence[KnownAccount] = (), taken: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__("connectDialog", tr("Add a site"), " ", parent, width=600)
        self.message.setObjectName("wizardMessage")
        self._accounts = list(accounts)
        self._taken = {name.casefold() for name in taken}
        self._found: Mapping[str, Any] | None = None
        self._system = ""
        self._connected: tuple[str, ...] = ()
        self._steps = QStackedWidget()
        for step in (self._address_step(), self._sign_in_step(), self._installs_step(), self._done_step()):
            self._steps.addWidget(step)
        self._steps.setMinimumHeight(330)
        self.body.addWidget(self._steps)
        self._folder = button("wizardFolder", tr("A folder on this computer…"), "ghost", "folder", clicked=self._go_to_folder)
        self._back = button("wizardBack", tr("Back"), clicked=self._go_back)
        self._next = button("wizardNext", tr("Find"), "primary", clicked=self._forward)
        self._finish = button("wizardFinish", tr("Connect"), "primary", clicked=self._submit)
        self._now = button("wizardBackUpNow", tr("Back up now"), "primary", "database-backup", self._back_up)
        self.footer_left(self._folder)
        self.buttons(self._back, self._next, self._finish, self._now)
        self._go(ADDRESS)

    # step 1: the address

    def _address_step(self) -> QWidget:
        holder, self._address = field("wizardAddress", tr("Address of the site"), hint="yoga-mitte.example")
        self._address.textChanged.connect(self._address_changed)
        self._result = card("wizardResult", "neutral")
        self._result_icon = IconLabel("hourglass", size=20)
        self._result_title = label(role="strong", name="wizardSystem", wrap=True)
        self._result_text = label(tone="secondary", name="wizardResultText", wrap=True)
        texts = column(self._result_title, self._result_text, gap=4)
        box = row(column(self._result_icon, None), texts, gap=12, margins=(14, 12, 14, 12))
        box.setStretch(1, 1)
        self._result.setLayout(box)
        self._systems = QWidget()
        self._systems.setObjectName("wizardSystems")
        self._systems_box = QVBoxLayout(self._systems)
        self._systems_box.setContentsMargins(2, 0, 0, 0)
        self._systems_box.setSpacing(2)
        self._group = QButtonGroup(self)
        self._hint = label(
            tr("A bare name is enough: Holdfast looks for Backup Copilot Pro, SafeGuard and General Bots there, and signs in nowhere."),
            "caption",
            wrap=True,
        )
        at_engine = button("wizardWpEngine", tr("My sites are at WP Engine"), "link", clicked=lambda: self._choose_system("wp-engine"))
        step = QWidget()
        step.setLayout(column(holder, self._hint, self._result, self._systems, None, row(at_engine, None), gap=10))
        self._result.hide()
        self._systems.hide()
        return step

    def set_address(self, address: str) -> None:
        self._address.setText(address)

    def _address_changed(self) -> None:
        self._found = None
        self._result.hide()
        self._systems.hide()
        self._hint.show()
        self.given_up.emit()
        self._enable()

    def _detect(self) -> None:
        address = self._address.text().strip()
        if not address:
            return self.complain(tr("Type the address of the site."), self._address)
        self._busy(tr("Looking at {address}…", address=address))
        self._next.setEnabled(False)
        self.detect_wanted.emit(address)

    def _busy(self, text: str) -> None:
        self.complain("")
        self._hint.hide()
        self._show_result("neutral", "hourglass", "", text, "")

    def _show_result(self, kind: str, icon: str, severity: str, title: str, text: str) -> None:
        set_card(self._result, kind)
        self._result_icon.set(icon, severity)
        self._result_title.setText(title)
        self._result_text.setText(text)
        self._result_text.setVisible(bool(text))
        self._result.show()

    def show_found(self, found: Mapping[str, Any]) -> None:
        """The answer of detection: {root, url, systems: [{system, ready, why}], sign_in, warnings, name}."""
        there = [one for one in found.get("systems", ()) if one.get("why") != "PLUGIN-MISSING"]
        ready = [str(one["system"]) for one in there if one.get("ready")]
        lines = [tr("Address: {url}", url=str(found.get("url") or ""))]
        lines += [
            f"{services.system_label(str(o['system']))}: {services.system_state(str(o.get('why') or ''))}" for o in there if not o["ready"]
        ]
        lines += [services.warning_words(str(w["code"]), str(w["message"]), str(w["hint"])) for w in found.get("warnings", ())]
        self._found = found if ready else None
        warned = bool(found.get("warnings"))
        kind = "warning" if warned or not ready else "ok"
        icon = "triangle-alert" if kind == "warning" else "circle-check"
        self._show_result(kind, icon, kind, services.found_title(found), "\n".join(lines))
        self._show_systems(ready)
        self._enable()
        (self._next if ready else self._address).setFocus()

    def _show_systems(self, ready: Sequence[str]) -> None:
        for old in self._group.buttons():
            self._group.removeButton(old)
            old.setParent(None)
            old.deleteLater()
        for system in ready:
            one = QRadioButton(services.system_label(system))
            one.setObjectName("wizardSystem" + "".join(part.capitalize() for part in system.split("-")))
            one.setProperty("system", system)
            self._group.addButton(one)
            self._systems_box.addWidget(one)
        if ready:
            self._group.buttons()[0].setChecked(True)
        self._systems.setVisible(len(ready) > 1)

    def _choose_system(self, system: str) -> None:
        self._found = None
        self._system = system
        self._go(SIGN_IN)

    # step 2: signing in

    def _sign_in_step(self) -> QWidget:
        self._way = QComboBox()
        self._way.setObjectName("wizardWay")
        self._way.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._way.currentIndexChanged.connect(lambda _: self._way_changed())
        self._help = label("", "caption", wrap=True, name="wizardWayHelp")
        self._user_holder, self._user = field("wizardUser", tr("User name"))
        self._secret_holder, self._secret = field("wizardSecret", tr("Application password"), secret=True)
        self._code_holder, self._code = field("wizardCode", tr("Code of the second factor"), hint="123456")
        self._code_holder.hide()
        self._name_holder, self._name = field("wizardName", tr("Name in Holdfast"))
        self._plain = QCheckBox(tr("Send the password although the site has no https"))
        self._plain.setObjectName("wizardAllowHttp")
        step = QWidget()
        step.setLayout(
            column(
                labelled(tr("Sign in"), self._way), self._help, self._user_holder, self._secret_holder, self._code_holder, self._plain,
                self._name_holder, None, gap=10,
            )
        )  # fmt: skip
        for one in (self._user, self._secret, self._name):
            one.textChanged.connect(self._enable)
        return step

    def _fill_sign_in(self) -> None:
        """The ways for the chosen system, stored accounts first among them."""
        offered = [str(way) for way in (self._found or {}).get("sign_in", ())]
        self._way.blockSignals(True)
        self._way.clear()
        for way in services.ways_of(self._system, offered):
            self._way.addItem(services.way_label(way), way)
        for account in self._accounts:
            if account.system == self._system:
                words = f"{account.name} ({account.user})" if account.user else account.name
                self._way.addItem(tr("With the stored account {account}", account=words), f"account:{account.name}")
        self._way.blockSignals(False)
        codes = {str(one["code"]) for one in (self._found or {}).get("warnings", ())}
        self._plain.setVisible("HTTP-ONLY" in codes)
        self._plain.setChecked(False)
        if not self._name.text():
            self._name.setText(self._free_name(_host_of(self._address.text())))
        self._way_changed()

    def _way_changed(self) -> None:
        way = self._chosen_way()
        stored = way.startswith("account:")
        self._help.setText("" if stored else services.way_help(self._system, way))
        self._help.setVisible(bool(self._help.text()))
        self._user_holder.setVisible(not stored and services.needs_user(way))
        self._secret_holder.setVisible(not stored and services.needs_secret(way))
        self._code_holder.hide()
        self._name_holder.setVisible(self._system not in SHARED)
        for holder, edit, text in (
            (self._user_holder, self._user, services.user_label(way)),
            (self._secret_holder, self._secret, services.secret_label(way)),
        ):
            edit.setAccessibleName(text)
            for heading in holder.findChildren(QLabel):
                heading.setText(text)
        self._finish.setText(tr("Open the browser") if services.by_browser(way) else tr("Connect"))
        self._enable()

    def _chosen_way(self) -> str:
        return str(self._way.currentData() or "")

    def _sign_in(self) -> SignInChoice:
        way = self._chosen_way()
        account = way.removeprefix("account:") if way.startswith("account:") else ""
        found = self._found or {}
        base = next((a.url for a in self._accounts if account and a.name == account), "")
        url = base if self._system in SHARED else str(found.get("root") or self._address.text().strip())
        return SignInChoice(
            self._system, url, "" if account else way, account, self._user.text().strip(), self._secret.text(),
            "" if self._code_holder.isHidden() else self._code.text().strip(), self._plain.isVisible() and self._plain.isChecked(),
        )  # fmt: skip

    def _missing(self) -> tuple[str, QLineEdit] | None:
        """What the sign-in lacks."""
        if not self._user_holder.isHidden() and not self._user.text().strip():
            return tr("“{label}” is needed.", label=services.user_label(self._chosen_way())), self._user
        if not self._secret_holder.isHidden() and not self._secret.text().strip():
            return tr("“{label}” is needed.", label=services.secret_label(self._chosen_way())), self._secret
        if self._system not in SHARED and not self._name.text().strip():
            return tr("Give the site a name."), self._name
        if self._system not in SHARED and self._name.text().strip().casefold() in self._taken:
            return tr("There is a site with this name already."), self._name
        return None

    # step 3: the sites of an account

    def _installs_step(self) -> QWidget:
        self._installs = InstallPicker()
        self._installs.changed.connect(self._enable)
        return self._installs

    def show_installs(self, installs: Sequence[Mapping[str, Any]], account: str, added: Sequence[str] = ()) -> None:
        """{id, name, environment, domain, status_word}; `added`: ids of those that are in Holdfast already."""
        self._account = account
        self._installs.show_installs(installs, added)
        self._go(INSTALLS)
        if not installs:
            self.complain(tr("This account has no sites, or API access is off for it."))

    # step 4: done

    def _done_step(self) -> QWidget:
        self._done = card("wizardDone", "ok")
        self._done_title = label(role="section", name="wizardDoneTitle", wrap=True)
        self._done_text = label(name="wizardDoneText", wrap=True)
        box = row(column(IconLabel("circle-check", "ok", 24), None), column(self._done_title, self._done_text, gap=6), gap=14)
        box.setContentsMargins(18, 16, 18, 16)
        box.setStretch(1, 1)
        self._done.setLayout(box)
        self._done_hint = label(tone="secondary", name="wizardDoneHint", wrap=True)
        step = QWidget()
        step.setLayout(
            column(
                self._done,
                self._done_hint,
                label(tr("Its first backup can start now; it runs on the site itself."), wrap=True),
                None,
                gap=12,
            )
        )
        return step

    def show_done(self, sites: Sequence[str], text: str = "") -> None:
        self._connected = tuple(sites)
        title = (
            tr("{site} is connected", site=sites[0])
            if len(sites) == 1
            else tr_n("{n} site is connected", "{n} sites are connected", len(sites))
        )
        self._done_title.setText(title)
        self._done_text.setText(text)
        self._done_text.setVisible(bool(text))
        self._go(DONE)
        if len(sites) > 1:
            self._done_text.setText("\n".join(sites[:8]))
            self._done_text.show()

    def show_identity(self, text: str, hint: str) -> None:
        """Who signed in, once that is known."""
        self._done_text.setText(text)
        self._done_text.show()
        self._done_hint.setText(hint)

    def show_problems(self, lines: Sequence[str]) -> None:
        """Some of many could not be added."""
        self.complain("\n".join(lines), tone="error")

    # told from outside

    def refused(self, words: ErrorWords) -> None:
        """The door said no: what, and what to do."""
        step = self._steps.currentIndex()
        if step == ADDRESS:
            self._show_result("error", "circle-x", "error", words.title, words.body)
            self._next.setEnabled(True)
            self._address.setFocus()
            return
        self._working(False)
        self.complain(f"{words.title}. {words.body}".replace("..", ".").strip())
        if words.code == "AUTH-2FA":
            self._code_holder.show()
            self._code.setFocus()
        elif words.code.startswith("AUTH-"):
            (self._secret if self._secret.isVisible() else self._way).setFocus()
            self._secret.selectAll()

    def waiting_for_browser(self) -> None:
        self.complain(tr("Waiting for you to approve Holdfast in the browser… Nothing is stored before."), tone="running")

    # moving

    def _forward(self) -> None:
        if self._steps.currentIndex() == ADDRESS:
            if self._found is None:
                self._detect()
            else:
                self._system = next((str(one.property("system")) for one in self._group.buttons() if one.isChecked()), "")
                self._go(SIGN_IN)
        else:
            missing = self._missing()
            if missing is not None:
                return self.complain(*missing)
            self._working(True)
            self.installs_wanted.emit(self._sign_in())

    def _go_back(self) -> None:
        self.given_up.emit()
        self._working(False)
        self._go(max(ADDRESS, self._steps.currentIndex() - 1))

    def _go_to_folder(self) -> None:
        self.reject()
        self.folder_wanted.emit()

    def _go(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self.intro.setText(
            (
                tr("A site with a backup service of its own: type its address."),
                tr("Sign in to {system}.", system=services.system_label(self._system)),
                tr("Tick the sites that Holdfast shall look after."),
                "",
            )[step]
        )
        self.intro.setVisible(step != DONE)
        self.complain("")
        if step == SIGN_IN:
            self._fill_sign_in()
        many = self._system in SHARED
        self._folder.setVisible(step == ADDRESS)
        self._back.setVisible(step in {SIGN_IN, INSTALLS})
        self._next.setVisible(step == ADDRESS or (step == SIGN_IN and many))
        self._finish.setVisible(step == INSTALLS or (step == SIGN_IN and not many))
        self._now.setVisible(step == DONE)
        if step == DONE and (close := self.findChild(QPushButton, "dialogCancel")) is not None:
            close.setText(tr("Later"))
        shown = {ADDRESS: self._next, SIGN_IN: self._next if many else self._finish, INSTALLS: self._finish, DONE: self._now}[step]
        shown.setDefault(True)
        first = {ADDRESS: self._address, SIGN_IN: self._way, INSTALLS: self._installs.list, DONE: self._now}[step]
        if step == SIGN_IN:
            first = next((one for one in (self._user, self._secret) if not one.parentWidget().isHidden()), self._way)  # type: ignore[union-attr]
        first.setFocus()
        self._enable()

    def _enable(self) -> None:
        if not hasattr(self, "_now"):
            return
        step = self._steps.currentIndex()
        if step == ADDRESS:
            self._next.setText(tr("Continue") if self._found is not None else tr("Find"))
            self._next.setEnabled(bool(self._address.text().strip()))
        elif step == SIGN_IN:
            self._next.setText(tr("Show its sites"))
            self._next.setEnabled(True)
            self._finish.setEnabled(True)
        elif step == INSTALLS:
            ticked = len(self._installs.ticked())
            self._finish.setText(tr_n("Add {n} site", "Add {n} sites", ticked) if ticked else tr("Add"))
            self._finish.setEnabled(ticked > 0)

    def _working(self, on: bool) -> None:
        for one in (self._next, self._finish):
            one.setEnabled(not on)
        if on:
            self.complain(tr("Trying the sign-in…"), tone="running")

    def _submit(self) -> None:
        if self._steps.currentIndex() == INSTALLS:
            return self._submit_installs()
        missing = self._missing()
        if missing is not None:
            return self.complain(*missing)
        self._working(True)
        self.submitted.emit([NewServiceSite(self._name.text().strip(), self._sign_in())])

    def _submit_installs(self) -> None:
        emails = self._installs.emails()
        if not emails or any("@" not in one for one in emails):
            return self.complain(tr("Give at least one e-mail address."), self._installs.emails_edit)
        sign_in = SignInChoice(self._system, "", "", account=self._account)
        chosen = []
        for one in self._installs.ticked():
            name = self._free_name(str(one.get("name") or one.get("domain") or one["id"]))
            self._taken.add(name.casefold())
            chosen.append(NewServiceSite(name, sign_in, str(one["id"]), emails))
        self._working(True)
        self.submitted.emit(chosen)

    def _back_up(self) -> None:
        self.back_up_wanted.emit(self._connected)
        self.accept()

    def _free_name(self, name: str) -> str:
        free, number = name, 2
        while free and free.casefold() in self._taken:
            free, number = f"{name} {number}", number + 1
        return free


def _host_of(typed: str) -> str:
    """The name to propose for what was typed: its host without www."""
    rest = typed.strip().partition("://")[2] or typed.strip()
    return rest.split("/")[0].split("?")[0].rpartition("@")[2].split(":")[0].removeprefix("www.")
