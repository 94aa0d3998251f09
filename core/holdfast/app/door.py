"""`Holdfast` itself: a home, a runner, and one attribute per noun."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from holdfast.app.backups import Backups
from holdfast.app.jobs import Jobs
from holdfast.app.settings import SettingsDoor
from holdfast.app.sites import Sites
from holdfast.app.storages import Storages
from holdfast.app.views import AuditEntry, Page, StatusView
from holdfast.secret import Secret

if TYPE_CHECKING:
    from holdfast.jobs.runner import Runner

PassphrasePrompt = Callable[[str], "Secret | None"]
"""Asks a person for the passphrase of the vault (the text says for what); None = the person declined. Called in a thread."""


class Home:
    """What the nouns share: paths, settings, database, secrets, runner, jobs under way."""


class Holdfast:
    """See the package. `home`: one folder for everything, None = the platform's folders. `runner`: None = worker processes."""

    def __init__(self, home: Path | None = None, *, runner: Runner | None = None, ask_passphrase: PassphrasePrompt | None = None) -> None:
        self._home = Home()
        self.sites = Sites(self._home)
        self.storages = Storages(self._home)
        self.backups = Backups(self._home)
        self.jobs = Jobs(self._home)
        self.settings = SettingsDoor(self._home)

    async def __aenter__(self) -> Holdfast:
        """Open the home: folders, settings, database (Unsupported when a newer Holdfast made it); closes what a crash left open."""
        raise NotImplementedError

    async def __aexit__(self, *exc: object) -> None:
        """Wait for nothing, leave nothing behind: running jobs are cancelled and waited for."""
        raise NotImplementedError

    async def status(self) -> StatusView:
        """The verdict over everything, worst first. Reads this computer only."""
        raise NotImplementedError

    async def unlock_secrets(self, passphrase: Secret | None = None) -> None:
        """Try the store of secrets again: a locked keyring (the system may prompt), or the vault with `passphrase`. Busy KEY-LOCKED."""
        raise NotImplementedError

    async def audit(self, *, limit: int = 100, page: int = 1) -> Page[AuditEntry]:
        """What was changed, newest first."""
        raise NotImplementedError
