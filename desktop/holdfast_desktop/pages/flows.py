"""Flows: what takes more than one click and can start on several pages. Each opens a dialog, asks the door, and tells the desk.

One class so that pages have one thing to call; the flows about backups and those about storages are in modules of their own.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from holdfast.app import FolderFacts, SiteView
from holdfast.errors import HoldfastError
from holdfast.records import Backup
from holdfast.secret import Secret
from holdfast_desktop.dialogs.add_site import AddSite, NewSite
from holdfast_desktop.dialogs.sheet import Prompt
from holdfast_desktop.dialogs.texts import ShortcutsSheet, TextSheet
from holdfast_desktop.event_loop import is_there
from holdfast_desktop.pages.backup_flows import BackupFlows
from holdfast_desktop.pages.connect_flows import ConnectFlows
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.restore_flows import RestoreFlows
from holdfast_desktop.pages.service_flows import ServiceFlows
from holdfast_desktop.pages.site_flows import SiteFlows
from holdfast_desktop.pages.storage_flows import StorageFlows
from holdfast_desktop.wording.tr import tr


class Flows(QObject):
    """`job_started` opens the drawer: the user wants to see what he just started."""

    job_started = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._backups = BackupFlows(desk, window, self.job_started.emit)
        self.sites = SiteFlows(desk, window)
        self._storages = StorageFlows(desk, window, self.job_started.emit)
        self._connect = ConnectFlows(desk, window, self.add_folder, self._back_up_some)
        self.add_site = self._connect.add
        self._services = ServiceFlows(desk, window, self.job_started.emit)
        self.back_up_with_options = self._services.back_up_with_options
        self.download_newest = self._services.download_newest
        self.fetch = self._services.fetch
        self._restores = RestoreFlows(desk, window, self.job_started.emit)
        self.restore = self._restores.restore
        self.undo_restore = self._restores.undo
        self.open_live = self._restores.open_live
        self.save_files = self._backups.save_files
        self.get_file = self._backups.get_file
        self.compare = self._backups.compare
        self.toggle_keep = self._backups.toggle_keep
        self.retention = self._backups.retention
        self.verify = self._backups.verify
        self.drill = self._backups.drill
        self.add_storage = self._storages.add
        self.recovery_kit = self._storages.recovery_kit
        self.test_storage = self._storages.test
        self.free_space = self._storages.free_space
        self.enter_passphrase = self._storages.enter_passphrase
        self.remove_lock = self._storages.remove_lock
        self.remove_storage = self._storages.remove
        self.rename_storage = self._storages.rename
        self.check = self._storages.check
        self.repair = self._storages.repair
        self.measure = self._storages.measure

    def newest_of_all(self) -> None:
        """Asked for here, done for all by `Bulk`."""
        self._desk.action_wanted.emit("download_all", "")

    # what differs for sites with a service of their own

    def download(self, site: str, backup: Backup) -> None:
        (self._services.download if self._desk.is_service(site) else self._backups.download)(site, backup)

    def delete(self, site: str, backups: Sequence[Backup]) -> None:
        (self._services.delete if self._desk.is_service(site) else self._backups.delete)(site, backups)

    def compare_restored(self, site: str) -> None:
        """What the last restore of a site changed."""
        self._restores.compare(site, self.compare)

    # sites

    def add_folder(self) -> None:
        """A site of this computer; without a storage the dialog for one comes first."""
        storages = [s.name for s in self._desk.storages()]
        if not storages:
            self.add_storage(then=self.add_folder)
            return
        dialog = AddSite(storages, [s.name for s in self._desk.sites()], self._window)

        def look(path: str) -> None:
            self._desk.tasks.start(self._desk.app.sites.inspect_folder(path), dialog.show_facts, failed, dialog)

        def failed(error: Exception) -> None:
            dialog.look_failed(str(error), error.hint if isinstance(error, HoldfastError) else "")

        def found(facts: object) -> None:
            if isinstance(facts, tuple | list):
                dialog.set_found([f for f in facts if isinstance(f, FolderFacts)])

        def new_storage() -> None:
            self.add_storage(then=storage_added, parent=dialog)

        def storage_added() -> None:
            if is_there(dialog):
                dialog.set_storages([s.name for s in self._desk.storages()])

        dialog.look_wanted.connect(look)
        dialog.storage_wanted.connect(new_storage)
        dialog.submitted.connect(lambda chosen: self._add_site(dialog, chosen))
        self._desk.tasks.start(self._desk.app.sites.find_local(), found, lambda _: None, dialog)
        dialog.open()

    def _add_site(self, dialog: AddSite, chosen: NewSite) -> None:
        def added(site: SiteView) -> None:
            if is_there(dialog):
                dialog.accept()
            self._desk.refresh()
            if chosen.back_up_now:
                self.back_up(site.name)
            else:
                self._desk.say(tr("{site} was added", site=site.name))

        work = self._desk.app.sites.add(
            chosen.name,
            path=chosen.path,
            storage=chosen.storage,
            database=chosen.database,
            database_password=Secret(chosen.database_secret) if chosen.database_secret else None,
            excludes=chosen.excludes,
            presets=chosen.presets,
        )
        self._desk.tasks.start(work, added, lambda error: dialog.refused(str(error)) if is_there(dialog) else self._desk.failed(error))

    def _back_up_some(self, sites: Sequence[str]) -> None:
        self._desk.back_up(list(sites))
        self.job_started.emit()

    def back_up(self, site: str, kind: str = "", label: str = "") -> None:
        """`kind` empty: what is usual for the site."""
        self._desk.back_up([site], type=kind, label=label)
        self.job_started.emit()

    def back_up_with_label(self, site: str) -> None:
        dialog = Prompt(
            "labelDialog",
            tr("Back up {site}", site=site),
            tr("The label helps you to find this backup again."),
            tr("Label"),
            tr("Back up now"),
            parent=self._window,
        )
        dialog.accepted.connect(lambda: self.back_up(site, label=dialog.value()))
        dialog.open()

    def rename_site(self, site: str) -> None:
        taken = {s.name.casefold() for s in self._desk.sites()} - {site.casefold()}

        def valid(name: str) -> str:
            if not name:
                return tr("Give the site a name.")
            return tr("There is a site with this name already.") if name.casefold() in taken else ""

        dialog = Prompt(
            "renameDialog",
            tr("Rename {site}", site=site),
            tr("Its backups stay with it."),
            tr("Name"),
            tr("Rename"),
            text=site,
            valid=valid,
            parent=self._window,
        )

        def renamed() -> None:
            new = dialog.value()
            self._desk.do(self._desk.app.sites.edit(site, new_name=new), lambda _: self._renamed(new), site)

        dialog.accepted.connect(renamed)
        dialog.open()

    def _renamed(self, name: str) -> None:
        self._desk.changed("")
        self._desk.site_wanted.emit(name)

    def remove_site(self, site: str) -> None:
        if self._desk.is_service(site):
            return self._services.remove_site(site)
        self.sites.remove(site)

    # small things

    def show_details(self, text: str, title: str = "") -> None:
        TextSheet(title or tr("Details"), text, self._window).open()

    def show_shortcuts(self) -> None:
        ShortcutsSheet(self._window).open()

    def show_in_folder(self, path: str) -> None:
        """Open the file manager at `path` (the folder itself, or the one that holds the file)."""
        import os.path

        folder = path if not os.path.splitext(path)[1] else os.path.dirname(path)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(folder)):
            self._desk.say(tr("It is here"), path, "running")
