"""What is done about a site's sign-in: another password, a new one made on the site, another address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from holdfast.app import AccountView, SiteView
from holdfast.errors import as_failure
from holdfast.secret import Secret
from holdfast_desktop.dialogs.sheet import Choice, Prompt, Question
from holdfast_desktop.dialogs.sign_in import NewSignIn, SignInAgain
from holdfast_desktop.event_loop import is_there
from holdfast_desktop.pages.connect_flows import open_page
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.theme.controls import ButtonKind
from holdfast_desktop.wording.services import system_label
from holdfast_desktop.wording.tr import tr


class AccessFlows(QObject):
    """`answered(tone, title, text)`: what to show beside the facts."""

    answered = Signal(str, str, str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._parent = parent

    def sign_in(self, site: SiteView, account: AccountView | None) -> None:
        """Another credential: tried on the site, and stored only when it does."""
        dialog = SignInAgain(site.name, site.system, account.user if account else "", self._parent.window())

        def submitted(choice: NewSignIn) -> None:
            task = self._desk.tasks.start(self._signed_in(site, choice), done, refused)
            dialog.rejected.connect(task.cancel)

        def done(_: SiteView) -> None:
            if is_there(dialog):
                dialog.accept()
            self._desk.refresh()
            self.answered.emit("ok", tr("The new sign-in works and is stored"), "")

        def refused(error: Exception) -> None:
            words = self._desk.words_of(as_failure(error), site.name)
            if is_there(dialog):
                dialog.refused(f"{words.title}. {words.body}")
            else:
                self._desk.failed(error, site.name)

        dialog.submitted.connect(submitted)
        dialog.open()

    async def _signed_in(self, site: SiteView, choice: NewSignIn) -> SiteView:
        if choice.way == "browser":
            brought = await self._desk.app.sites.browser_sign_in(site.system, site.url, open_page=open_page)
            return await self._desk.app.sites.edit(site.name, sign_in=brought)
        return await self._desk.app.sites.edit(site.name, user=choice.user, secret=Secret(choice.secret), auth=choice.way)

    def change_address(self, site: SiteView) -> None:
        dialog = Prompt(
            "addressDialog",
            tr("Address of {site}", site=site.name),
            tr("The sign-in is tried there before it is stored."),
            tr("Address"),
            tr("Change"),
            text=site.url,
            valid=lambda text: "" if text else tr("Type the address of the site."),
            parent=self._parent.window(),
        )
        dialog.accepted.connect(lambda: self._edit(site.name, tr("The address is changed"), url=dialog.value()))
        dialog.open()

    def change_mails(self, site: SiteView) -> None:
        dialog = Prompt(
            "mailsDialog",
            tr("Mail of {site}", site=site.name),
            tr("The service mails these addresses after every backup and restore. Separate them with commas."),
            tr("Addresses"),
            tr("Change"),
            text=", ".join(str(one) for one in site.options.get("notification_emails") or ()),
            valid=lambda text: "" if text and all("@" in one for one in _parts(text)) else tr("Give at least one e-mail address."),
            parent=self._parent.window(),
        )
        dialog.accepted.connect(lambda: self._edit(site.name, tr("The addresses are changed"), notification_emails=_parts(dialog.value())))
        dialog.open()

    def choose_copies(self, site: SiteView) -> None:
        """The storage of ours that takes in what the site makes; none = it stays on the site alone."""
        storages = [one.name for one in self._desk.storages()]
        if not storages:
            self.answered.emit("warning", tr("There is no storage yet"), tr("Add one under Storage first."))
            return
        none = [("none", tr("Nowhere"), "plain")] if site.storage else []
        choices = [*none, *((str(number), name, "plain") for number, name in enumerate(storages[:5]))]
        dialog = Question(
            tr("Where to keep copies of what {site} makes?", site=site.name),
            tr("After each backup the archive is downloaded, checked and unpacked there; daily archives share what did not change."),
            cast("list[tuple[str, str, ButtonKind]]", choices),
            self._parent.window(),
            name="copiesDialog",
        )

        def chosen() -> None:
            storage = "" if dialog.chosen == "none" else storages[int(dialog.chosen)]
            self._edit(site.name, tr("Copies go to {storage}", storage=storage) if storage else tr("No copies are kept"), storage=storage)

        dialog.accepted.connect(chosen)
        dialog.open()

    def _edit(self, site: str, title: str, **changes: Any) -> None:
        def done(_: SiteView) -> None:
            self._desk.refresh()
            self.answered.emit("ok", title, "")

        self.answered.emit("neutral", tr("One moment…"), "")
        self._desk.tasks.start(self._desk.app.sites.edit(site, **changes), done, lambda error: self._failed(error, site))

    def change_account(self, site: SiteView, accounts: Sequence[AccountView]) -> None:
        """Another stored credential of the same service: tried on the site first."""
        others = [one for one in accounts if one.system == site.system and one.name != site.account]
        if not others:
            none = tr("There is no other stored sign-in for {service}", service=system_label(site.system))
            self.answered.emit("warning", none, tr("“Sign in again…” takes a new one."))
            return
        dialog = Choice(
            "accountDialog",
            tr("Which sign-in is for {site}?", site=site.name),
            tr("It is tried on the site before it is stored."),
            tr("Stored sign-in"),
            tr("Use it"),
            [(one.name, f"{one.name} · {one.user}" if one.user else one.name) for one in others],
            self._parent.window(),
        )
        dialog.accepted.connect(
            lambda: self._edit(site.name, tr("The site is signed in to with {account}", account=dialog.value()), account=dialog.value())
        )
        dialog.open()

    def rotate(self, site: SiteView, sharing: Sequence[str] = ()) -> None:
        """`sharing`: the sites that sign in with the same password. A restore that runs there would be signed out half-way."""
        self._desk.do(
            self._restoring({site.name, *sharing}), lambda busy: self._ask_to_rotate(site, sharing, busy), site.name, self._parent
        )

    async def _restoring(self, sites: set[str]) -> list[str]:
        return [job.site for job in await self._desk.app.jobs.running() if job.verb == "restore" and job.site in sites]

    def _ask_to_rotate(self, site: SiteView, sharing: Sequence[str], busy: Sequence[str]) -> None:
        text = tr("Holdfast makes a new application password on the site, tries it, stores it, and then revokes the old one.")
        text += " " + tr("Other programs that use the old one are signed out.")
        if sharing:
            text += "\n\n" + tr("The same sign-in is used for {sites}; they get the new one too.").replace("{sites}", ", ".join(sharing))
        words = tr("New password")
        if busy:
            warning = tr("A restore runs on {names} now. It could not be followed to its end. Better wait until it is done.")
            text += "\n\n" + warning.replace("{names}", ", ".join(busy))
            words = tr("New password all the same")
        dialog = Question(
            tr("Give {site} a new password?", site=site.name),
            text,
            [("rotate", words, "danger" if busy else "primary")],
            self._parent.window(),
            cancel=tr("Wait") if busy else "",
            name="rotateDialog",
        )

        def done(told: Mapping[str, Any]) -> None:
            if told.get("revoked"):
                self.answered.emit("ok", tr("The site has a new password"), tr("It is tried and stored; the old one is revoked."))
            else:
                text = tr("It is tried and stored, but the old one is still valid on the site.") + " " + str(told.get("why") or "")
                self.answered.emit("warning", tr("The site has a new password"), text)
            self._desk.refresh()

        def confirmed() -> None:
            self.answered.emit("neutral", tr("Making a new password…"), "")
            self._desk.tasks.start(self._rotated(site.name), done, lambda error: self._failed(error, site.name))

        dialog.accepted.connect(confirmed)
        dialog.open()

    async def _rotated(self, name: str) -> Mapping[str, Any]:
        network = self._desk.app.sites.network
        return await network.rotate(await network.network_site(name))

    def _failed(self, error: Exception, site: str) -> None:
        words = self._desk.words_of(as_failure(error), site)
        self.answered.emit("error", words.title, words.body)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.replace(";", ",").replace(" ", ",").split(",") if part)
