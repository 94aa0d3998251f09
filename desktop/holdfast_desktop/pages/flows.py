"""Flows: what takes more than one click and can start on several pages. Each opens a dialog, asks the door, and tells the desk.

One class so that pages have one thing to call; the flows about backups and those about storages are in modules of their own.
"""

from __future__ import annotations

import os.path
from collections.abc import Sequence

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from holdfast.records import Backup
from holdfast_desktop.dialogs.sheet import Prompt
from holdfast_desktop.dialogs.texts import ShortcutsSheet, TextSheet
from holdfast_desktop.event_loop import in_thread
from holdfast_desktop.pages.add_flows import AddFlows
from holdfast_desktop.pages.backup_flows import BackupFlows
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
        self._restores = RestoreFlows(desk, window, self.job_started.emit)
        self.restore = self._restores.restore
        self.undo_restore = self._restores.undo
        self.open_live = self._restores.open_live
        self._adding = AddFlows(desk, window, self._back_up_some, self._storages.add)
        self.add_site = self._adding.add
        self.duplicate_site = self._adding.duplicate
        self.import_archives = self._adding.import_archives
        self.adopt = self._adding.adopt
        self._services = ServiceFlows(desk, window, self.job_started.emit)
        self.back_up_with_options = self._services.back_up_with_options
        self.download_newest = self._services.download_newest
        self.fetch = self._services.fetch
        self.get_file = self._backups.get_file
        self.save_files = self._backups.save_files
        self.compare = self._backups.compare
        self.toggle_keep = self._backups.toggle_keep
        self.retention = self._storages.retention_of_site
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
        """Open the file manager at `path` (the folder itself, or the one that holds the file; a folder's name may have dots, too)."""

        def found(is_folder: bool) -> None:
            folder = path if is_folder else os.path.dirname(path)
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(folder)):
                self._desk.say(tr("It is here"), path, "running")

        self._desk.do(in_thread(os.path.isdir, path), found)
