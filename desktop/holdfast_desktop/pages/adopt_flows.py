"""The flow of a new computer: open the storage, look what another computer sealed there, and bring it in when the person agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from holdfast.app import StorageAdded
from holdfast.errors import HoldfastError
from holdfast.secret import Secret
from holdfast_desktop.dialogs.add_storage import NewStorage
from holdfast_desktop.dialogs.adopt import AdoptBackups
from holdfast_desktop.dialogs.taken import TakePlan, need_words, noun_word
from holdfast_desktop.event_loop import is_there
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.wording.core_sentences import sentence
from holdfast_desktop.wording.tr import tr, tr_n

if TYPE_CHECKING:
    from holdfast.app.adopting import Taken


class AdoptFlows:
    def __init__(self, desk: Desk, window: QWidget) -> None:
        self._desk, self._window = desk, window

    def open(self, parent: QWidget | None = None) -> None:
        dialog = AdoptBackups({one.name.casefold() for one in self._desk.storages()}, parent or self._window)

        async def look(wanted: NewStorage) -> tuple[StorageAdded, Taken | None]:
            """Where it was opened before, it is not opened twice."""
            known = next((one for one in self._desk.storages() if one.location == wanted.location), None)
            app = self._desk.app
            if known is None:
                added = await app.storages.add(
                    wanted.name,
                    wanted.location,
                    Secret(wanted.password),
                    options=wanted.options or None,
                    secrets={"access_secret": Secret(wanted.access_secret)} if wanted.access_secret else None,
                    must_exist=True,
                )
            else:
                added = StorageAdded(known, False)
            self._desk.status = await app.status()
            return added, await self._plan(added.storage.name)

        def opened(found: tuple[StorageAdded, Taken | None]) -> None:
            if is_there(dialog):
                dialog.accept()
            self._desk.changed("")
            self._show(*found)

        def refused(error: Exception) -> None:
            if not is_there(dialog):
                return self._desk.failed(error)
            code = error.code if isinstance(error, HoldfastError) else ""
            hint = error.hint if isinstance(error, HoldfastError) else ""
            if code == "REPO-NOT-FOUND":
                return dialog.refused(tr("There are no backups of Holdfast or restic at this place. Choose the folder that holds them."))
            words = tr("The passphrase does not open it. It stands on the recovery kit.") if code.startswith(("AUTH", "REPO-PASS")) else ""
            dialog.refused(words or f"{sentence(str(error))} {sentence(hint)}".strip(), of_passphrase=bool(words))

        dialog.submitted.connect(lambda wanted: self._desk.tasks.start(look(wanted), opened, refused))
        dialog.open()

    async def _plan(self, storage: str) -> Taken | None:
        """What would come; None where no computer has sealed anything there."""
        try:
            return await self._desk.app.adopting.adopt(storage, dry_run=True)
        except HoldfastError as error:
            if error.code == "NOTHING-SEALED":
                return None
            raise

    def _show(self, added: StorageAdded, plan: Taken | None) -> None:
        name = added.storage.name
        if plan is None:
            n = len(added.found_sites)
            words = tr_n(
                "{n} site has backups there: {list}.", "{n} sites have backups there: {list}.", n, list=", ".join(added.found_sites)
            )
            more = tr("No settings of another computer are in it; add the sites by hand, and their backups are theirs again.")
            return self._desk.say(tr("{name} was opened", name=name), f"{words} {more}" if n else more)
        dialog = TakePlan(tr("Bring back what {computer} had?", computer=plan.computer or tr("another computer")), plan, self._window)
        dialog.accepted.connect(lambda: self._desk.do(self._desk.app.adopting.adopt(name), self._brought, name))
        dialog.open()

    def _brought(self, taken: Taken) -> None:
        self._desk.changed("")
        todo = "\n".join(f"{noun_word(one.noun)} {one.name}: {need_words(one.what)}" for one in taken.needs[:6])
        added = sum(change.noun == "site" and change.action == "added" for change in taken.changes)
        self._desk.say(tr_n("{n} site came back", "{n} sites came back", added), todo, "warning" if todo else "ok")
