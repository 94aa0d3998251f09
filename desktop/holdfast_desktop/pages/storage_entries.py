"""What is given about a storage: name, place, keys of a bucket, passphrases; and taking it out of Holdfast, or settings out of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from holdfast.app import KeyView, StorageAdded
from holdfast.errors import as_failure
from holdfast.secret import Secret
from holdfast_desktop.dialogs.edit_storage import EditStorage, StorageChange
from holdfast_desktop.dialogs.sheet import Prompt, Question
from holdfast_desktop.dialogs.storage_keys import Keys, NewPassphrase
from holdfast_desktop.dialogs.taken import TakePlan
from holdfast_desktop.event_loop import is_there
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.told import told
from holdfast_desktop.wording.tr import tr, tr_n

if TYPE_CHECKING:
    from holdfast.app.adopting import Taken


class StorageEntries:
    def __init__(self, desk: Desk, window: QWidget, show_kit: Callable[[StorageAdded], object]) -> None:
        """`show_kit`: of a passphrase that was made just now."""
        self._desk = desk
        self._window = window
        self._show_kit = show_kit

    def rename(self, name: str) -> None:
        taken = {one.name.casefold() for one in self._desk.storages()} - {name.casefold()}

        def valid(text: str) -> str:
            if not text:
                return tr("Give the storage a name.")
            return tr("There is a storage with this name already.") if text.casefold() in taken else ""

        title, action = tr("Rename {site}", site=name), tr("Rename")
        dialog = Prompt("renameDialog", title, "", tr("Name"), action, text=name, valid=valid, parent=self._window)
        dialog.accepted.connect(
            lambda: self._desk.do(self._desk.app.storages.edit(name, new_name=dialog.value()), lambda _: self._desk.changed(), name)
        )
        dialog.open()

    def edit(self, name: str) -> None:
        view = self._desk.storage(name)
        if view is None:
            return
        dialog = EditStorage(name, view.location, view.options, [one.name for one in self._desk.storages()], self._window)

        def submitted(change: StorageChange) -> None:
            given: dict[str, Any] = {"new_name": change.new_name, "location": change.location, "options": change.options}
            if change.access_secret:
                given["secrets"] = {"access_secret": Secret(change.access_secret)}
            self._desk.tasks.start(self._desk.app.storages.edit(name, **given), saved, refused)

        def saved(_: object) -> None:
            if is_there(dialog):
                dialog.accept()
            self._desk.changed("")

        def refused(error: Exception) -> None:
            if is_there(dialog):
                dialog.refused(told(self._desk, error, name))
            else:
                self._desk.failed(error, name)

        dialog.submitted.connect(submitted)
        dialog.open()

    def enter_passphrase(self, name: str) -> None:
        dialog = Prompt(
            "passphraseDialog",
            tr("Passphrase of {name}", name=name),
            tr("It is tried first and then kept in your password store."),
            tr("Passphrase"),
            tr("Save"),
            secret=True,
            valid=lambda text: "" if text else tr("Enter the passphrase."),
            parent=self._window,
        )
        dialog.accepted.connect(
            lambda: self._desk.do(
                self._desk.app.storages.edit(name, password=Secret(dialog.value())), lambda _: self._desk.changed(""), name
            )
        )
        dialog.open()

    # passphrases

    def keys(self, name: str) -> None:
        """Which passphrases open it."""
        dialog = Keys(name, self._window)

        def ask() -> None:
            self._desk.tasks.start(self._desk.app.storages.keys.list(name), dialog.show_keys, failed, dialog)

        def failed(error: Exception) -> None:
            dialog.failed(told(self._desk, error, name), as_failure(error).code == "KEY-LOCKED")

        def unlock() -> None:
            self._desk.tasks.start(self._desk.app.unlock_secrets(), lambda _: ask(), failed, dialog)

        dialog.add_wanted.connect(lambda: self._add_key(name, dialog, ask))
        dialog.change_wanted.connect(lambda: self._change_key(name, dialog, ask))
        dialog.remove_wanted.connect(lambda key: self._remove_key(name, key, dialog, ask))
        dialog.unlock_wanted.connect(unlock)
        ask()
        dialog.open()

    def _add_key(self, name: str, parent: QWidget, then: Callable[[], object]) -> None:
        dialog = NewPassphrase(
            tr("One more passphrase for {name}", name=name),
            tr("It opens the same backups. Holdfast does not keep it: write it down, or hand it on."),
            tr("Add"),
            may_make=False,
            parent=parent,
        )

        def added(_: KeyView) -> None:
            dialog.accept()
            self._desk.say(tr("{name} has one more passphrase", name=name))
            then()

        def submitted(text: str, _made: bool) -> None:
            work = self._desk.app.storages.keys.add(name, Secret(text))
            self._desk.tasks.start(work, added, lambda error: dialog.refused(told(self._desk, error, name)), dialog)

        dialog.submitted.connect(submitted)
        dialog.open()

    def _change_key(self, name: str, parent: QWidget, then: Callable[[], object]) -> None:
        dialog = NewPassphrase(
            tr("Another passphrase for {name}", name=name),
            tr("The one in use opens nothing afterwards: a recovery kit that you saved before is worthless then."),
            tr("Change"),
            may_make=True,
            parent=parent,
        )

        def changed(answer: StorageAdded) -> None:
            if is_there(dialog):
                dialog.accept()
            if is_there(parent):
                then()
            self._show_kit(answer)  # whatever was closed meanwhile: a passphrase that was made must be seen

        def refused(error: Exception) -> None:
            if is_there(dialog):
                dialog.refused(told(self._desk, error, name))
            else:
                self._desk.failed(error, name)

        def submitted(text: str, _made: bool) -> None:
            self._desk.tasks.start(self._desk.app.storages.keys.change(name, Secret(text) if text else None), changed, refused)

        dialog.submitted.connect(submitted)
        dialog.open()

    def _remove_key(self, name: str, key: KeyView, parent: QWidget, then: Callable[[], object]) -> None:
        who = "@".join(one for one in (key.username, key.hostname) if one) or key.id[:8]
        dialog = Question(
            tr("Take the passphrase of {who} away?", who=who),
            tr("Whoever has only this one cannot open {name} any more. The backups stay.", name=name),
            [("remove", tr("Take it away"), "danger")],
            parent,
            name="removeKeyDialog",
        )

        def removed(_: object) -> None:
            self._desk.say(tr("The passphrase of {who} opens {name} no more", who=who, name=name))
            if is_there(parent):
                then()

        dialog.accepted.connect(lambda: self._desk.do(self._desk.app.storages.keys.remove(name, key.id), removed, name))
        dialog.open()

    # leaving, and coming from elsewhere

    def remove(self, name: str) -> None:
        view = self._desk.storage(name)
        if view is None:
            return
        if view.sites:
            return self._still_used(name, view.sites)
        remain = tr_n("{n} backup stays at {place}.", "{n} backups stay at {place}.", view.backups or 0, place=view.location)
        dialog = Question(
            tr("Remove {name} from Holdfast?", name=name),
            f"{remain} {tr('You can add it again with its passphrase: is its recovery kit saved?')}",
            [("remove", tr("Remove"), "danger")],
            self._window,
            name="removeStorageDialog",
        )
        dialog.accepted.connect(lambda: self._desk.do(self._desk.app.storages.remove(name), lambda _: self._desk.changed(""), name))
        return dialog.open()

    def _still_used(self, name: str, sites: Sequence[str]) -> None:
        shown = ", ".join(sites[:6]) + (" …" if len(sites) > 6 else "")
        text = tr_n(
            "{n} site makes its backups there: {sites}. Give it another storage first.",
            "{n} sites make their backups there: {sites}. Give them another storage first.",
            len(sites),
            sites=shown,
        )
        dialog = Question(
            tr("{name} is in use", name=name),
            text,
            [("sites", tr("Show sites"), "primary")],
            self._window,
            tr("Close"),
            "storageUsedDialog",
        )
        dialog.accepted.connect(lambda: self._desk.page_wanted.emit("sites"))
        dialog.open()

    def adopt(self, name: str) -> None:
        """Bring in what another computer sealed into this storage, after its plan was seen."""

        def planned(plan: Taken) -> None:
            dialog = TakePlan(tr("Settings in {name}", name=name), plan, self._window)
            dialog.accepted.connect(lambda: self._desk.do(self._desk.app.adopting.adopt(name), taken, name))
            dialog.open()

        def taken(answer: Taken) -> None:
            coming = sum(change.action in {"added", "changed"} for change in answer.changes)
            self._desk.changed("")
            left = tr_n("{n} thing is left for you: secrets do not travel.", "{n} things are left for you: secrets do not travel.",
                        len(answer.needs)) if answer.needs else ""  # fmt: skip
            self._desk.say(
                tr_n("{n} thing was brought in", "{n} things were brought in", coming), left, "warning" if answer.needs else "ok"
            )

        self._desk.do(self._desk.app.adopting.adopt(name, dry_run=True), planned, name)
