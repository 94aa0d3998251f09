"""Flows: what takes more than one click and can start on several pages. Each opens a dialog, asks the door, and tells the desk.

One class so that pages have one thing to call; its parts, with their dialogs, are imported when one of their verbs is first needed.
"""

from __future__ import annotations

import os.path
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from holdfast.records import Backup
from holdfast_desktop.dialogs.sheet import Prompt
from holdfast_desktop.dialogs.texts import ShortcutsSheet, TextSheet
from holdfast_desktop.event_loop import in_thread
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.wording.tr import tr

if TYPE_CHECKING:
    from holdfast_desktop.pages.add_flows import AddFlows
    from holdfast_desktop.pages.backup_flows import BackupFlows
    from holdfast_desktop.pages.restore_flows import RestoreFlows
    from holdfast_desktop.pages.service_flows import ServiceFlows
    from holdfast_desktop.pages.site_flows import SiteFlows
    from holdfast_desktop.pages.storage_flows import StorageFlows


def _of(part: str, verb: str) -> Callable[..., None]:
    """A verb of a part that is imported and made when the verb is called first; handing it to a button costs nothing."""

    def do(flows: Flows, *given: object, **named: object) -> None:
        getattr(getattr(flows, part), verb)(*given, **named)

    return do


class Flows(QObject):
    """`job_started` opens the drawer: the user wants to see what he just started."""

    job_started = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window

    restore, undo_restore, open_live = _of("_restores", "restore"), _of("_restores", "undo"), _of("_restores", "open_live")
    add_site, duplicate_site = _of("_adding", "add"), _of("_adding", "duplicate")
    import_archives, adopt = _of("_adding", "import_archives"), _of("_adding", "adopt")
    back_up_with_options = _of("_services", "back_up_with_options")
    download_newest, fetch = _of("_services", "download_newest"), _of("_services", "fetch")
    get_file, save_files, compare = _of("_backups", "get_file"), _of("_backups", "save_files"), _of("_backups", "compare")
    toggle_keep, verify, drill = _of("_backups", "toggle_keep"), _of("_backups", "verify"), _of("_backups", "drill")
    retention, add_storage = _of("_storages", "retention_of_site"), _of("_storages", "add")
    recovery_kit, test_storage = _of("_storages", "recovery_kit"), _of("_storages", "test")
    free_space, enter_passphrase = _of("_storages", "free_space"), _of("_storages", "enter_passphrase")
    remove_lock, remove_storage = _of("_storages", "remove_lock"), _of("_storages", "remove")
    rename_storage, check = _of("_storages", "rename"), _of("_storages", "check")
    repair, measure = _of("_storages", "repair"), _of("_storages", "measure")

    @cached_property
    def _backups(self) -> BackupFlows:
        from holdfast_desktop.pages.backup_flows import BackupFlows

        return BackupFlows(self._desk, self._window, self.job_started.emit)

    @cached_property
    def sites(self) -> SiteFlows:
        from holdfast_desktop.pages.site_flows import SiteFlows

        return SiteFlows(self._desk, self._window)

    @cached_property
    def _storages(self) -> StorageFlows:
        from holdfast_desktop.pages.storage_flows import StorageFlows

        return StorageFlows(self._desk, self._window, self.job_started.emit)

    @cached_property
    def _restores(self) -> RestoreFlows:
        from holdfast_desktop.pages.restore_flows import RestoreFlows

        return RestoreFlows(self._desk, self._window, self.job_started.emit)

    @cached_property
    def _adding(self) -> AddFlows:
        from holdfast_desktop.pages.add_flows import AddFlows

        return AddFlows(self._desk, self._window, self._back_up_some, self.add_storage)

    @cached_property
    def _services(self) -> ServiceFlows:
        from holdfast_desktop.pages.service_flows import ServiceFlows

        return ServiceFlows(self._desk, self._window, self.job_started.emit)

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
