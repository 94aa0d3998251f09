"""The flow that adds a site by its address: detection, signing in, the sites of an account, the first backup."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from holdfast.app import SiteView
from holdfast.errors import HoldfastError, as_failure
from holdfast.secret import Secret
from holdfast_desktop.dialogs.connect_choices import NewServiceSite, SignInChoice
from holdfast_desktop.dialogs.connect_site import SHARED, ConnectSite
from holdfast_desktop.event_loop import is_there
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.wording.services import hint_words, identity_words, verb_title
from holdfast_desktop.wording.site_errors import site_failure_words
from holdfast_desktop.wording.tr import tr


async def by_browser(desk: Desk, choice: SignInChoice) -> Any:
    """What the person's browser brings; cancelling the task gives up."""
    oauth = choice.way == "oauth"
    return await desk.app.sites.browser_sign_in(
        choice.system,
        choice.url,
        open_page=lambda page: open_page(page),
        kind="oauth" if oauth else "application-password",
        client_id=choice.user if oauth else "",
        client_secret=Secret(choice.secret) if oauth else None,
        allow_http=choice.allow_http,
    )


def open_page(address: str) -> None:
    """In the browser of this computer; only what a browser is for."""
    url = QUrl(address)
    if url.scheme() in {"https", "http"}:
        QDesktopServices.openUrl(url)


class ConnectFlows:
    """`add_folder`: opens the other way in."""

    def __init__(self, desk: Desk, window: QWidget, add_folder: Callable[[], object], back_up: Callable[[Sequence[str]], object]) -> None:
        self._desk = desk
        self._window = window
        self._add_folder = add_folder
        self._back_up = back_up

    def add(self, address: str = "") -> None:
        """Open the dialog; stored accounts come as soon as the door told them."""

        def opened(accounts: Sequence[Any]) -> None:
            dialog = ConnectSite(accounts, [s.name for s in self._desk.sites()], self._window)
            _Connecting(self._desk, dialog)
            dialog.folder_wanted.connect(self._add_folder)
            dialog.back_up_wanted.connect(self._back_up)
            if address:
                dialog.set_address(address)
            dialog.open()

        self._desk.tasks.start(self._desk.app.accounts.list(), opened, lambda _: opened(()))


class _Connecting:
    """The door's side of one dialog."""

    def __init__(self, desk: Desk, dialog: ConnectSite) -> None:
        self._desk, self._dialog = desk, dialog
        self._task: asyncio.Task[Any] | None = None
        dialog.detect_wanted.connect(self._detect)
        dialog.installs_wanted.connect(self._installs)
        dialog.submitted.connect(self._submit)
        dialog.given_up.connect(self._give_up)
        dialog.finished.connect(lambda _: self._give_up())

    def _give_up(self) -> None:
        """Nobody waits for it any more: a detection or an approval in the browser ends."""
        if self._task is not None and not self._task.done():
            self._task.cancel()
        self._task = None

    def _refused(self, subject: str) -> Callable[[Exception], None]:
        return lambda error: self._dialog.refused(site_failure_words(as_failure(error), subject, known=False))

    def _detect(self, address: str) -> None:
        self._give_up()
        work = self._desk.app.sites.network.detect(address)
        self._task = self._desk.tasks.start(work, self._dialog.show_found, self._refused(address), self._dialog)

    # an account with many sites

    def _installs(self, choice: SignInChoice) -> None:
        async def ask() -> tuple[str, Sequence[Mapping[str, Any]], list[str]]:
            account = choice.account or await self._new_account(choice)
            there = [str(s.options.get("install", "")) for s in self._desk.sites() if s.system == choice.system]
            return account, await self._desk.app.accounts.reaches(account), there

        def got(answer: tuple[str, Sequence[Mapping[str, Any]], list[str]]) -> None:
            self._dialog.show_installs(answer[1], answer[0], answer[2])

        self._task = self._desk.tasks.start(ask(), got, self._refused(choice.user), self._dialog)

    async def _new_account(self, choice: SignInChoice) -> str:
        accounts = self._desk.app.accounts
        taken = {one.name.casefold() for one in await accounts.list()}
        name, number = choice.user, 2
        while name.casefold() in taken:
            name, number = f"{choice.user} {number}", number + 1
        await accounts.add(name, system=choice.system, user=choice.user, secret=Secret(choice.secret), auth=choice.way, url=choice.url)
        return name

    # adding

    def _submit(self, wanted: Sequence[NewServiceSite]) -> None:
        """One, or many of one account: one that fails stops no other."""

        async def add_all() -> tuple[list[SiteView], list[tuple[str, Exception]]]:
            added: list[SiteView] = []
            failed: list[tuple[str, Exception]] = []
            for one in wanted:
                try:
                    added.append(await self._add(one))
                except HoldfastError as error:
                    failed.append((one.name, error))
            return added, failed

        def ended(answer: tuple[list[SiteView], list[tuple[str, Exception]]]) -> None:
            added, failed = answer
            self._desk.refresh()
            if not is_there(self._dialog):
                return
            lines = [site_failure_words(as_failure(error), name, known=False) for name, error in failed]
            if not added:
                self._dialog.refused(lines[0])
                return
            self._dialog.show_done([site.name for site in added])
            if failed:
                self._dialog.show_problems([f"{name}: {words.title}" for (name, _), words in zip(failed, lines, strict=True)])
            if len(added) == 1:
                self._tell_identity(added[0].name)

        if any(one.sign_in.way in {"browser", "oauth"} for one in wanted):
            self._dialog.waiting_for_browser()
        self._task = self._desk.tasks.start(add_all(), ended, self._refused(wanted[0].name))

    async def _add(self, one: NewServiceSite) -> SiteView:
        choice = one.sign_in
        words: dict[str, Any] = {"system": choice.system}
        if choice.way in {"browser", "oauth"}:
            words["sign_in"] = await by_browser(self._desk, choice)
        elif choice.account:
            words["account"] = choice.account
        else:
            words |= {"user": choice.user, "auth": choice.way, "secret": Secret(choice.secret), "allow_http": choice.allow_http}
            words |= {"code": Secret(choice.code)} if choice.code else {}
        if choice.system not in SHARED and "sign_in" not in words:
            words["url"] = choice.url
        if one.install:
            words |= {"install": one.install, "notification_emails": one.emails}
        return await self._desk.app.sites.add(one.name, **words)

    def _tell_identity(self, site: str) -> None:
        """Who signed in, and whether a lesser account would do."""

        def got(told: Mapping[str, Any]) -> None:
            identity = told.get("identity") or {}
            verbs = (told.get("capabilities") or {}).get("verbs") or ()
            text = identity_words(identity)
            able = [verb_title(word) for word in ("create", "download", "restore", "delete", "schedules.create") if word in verbs]
            if able:
                text += "\n" + tr("What it can do: {list}", list=", ".join(able))
            self._dialog.show_identity(text, hint_words(str(identity.get("hint") or "")))

        self._desk.tasks.start(self._desk.app.sites.test_service(site), got, lambda _: None, self._dialog)
