"""What fix buttons, menus and keys ask for by a word, done on the page that can."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from holdfast_desktop.pages.confirming import confirm_findings
from holdfast_desktop.pages.site_help import copy_host_rule, open_plugins
from holdfast_desktop.wording.tr import tr

if TYPE_CHECKING:
    from holdfast_desktop.main_window.window import MainWindow


class Deeds:
    def __init__(self, window: MainWindow) -> None:
        self._w = window

    def act(self, action: str, subject: str) -> None:
        """Do what a fix button says for `subject` (a site, or @storage)."""
        site, storage = ("", subject[1:]) if subject.startswith("@") else (subject, "")
        held = self._w.desk.site(site)
        place = storage or (held.storage if held else "") or (site if self._w.desk.storage(site) else "")
        doing: dict[str, Callable[[], object]] = {
            "add_site": self._w.flows.add_site,
            "adopt": self._w.flows.adopt,
            "duplicate_site": lambda: self._w.flows.duplicate_site(site),
            "import_archives": lambda: self._w.flows.import_archives(site),
            "add_storage": self._w.flows.add_storage,
            "back_up": lambda: self._w.desk.back_up([site]),
            "back_up_all": self._w.bulk.back_up,
            "download_all": self._w.bulk.download,
            "download_newest": lambda: self._w.flows.download_newest([site]),
            "retry_failed": self._w.bulk.retry,
            "bring_back": lambda: self._w.flows.sites.bring_back(subject),
            "restore": lambda: self.restore(site),
            "recovery_kit": lambda: self._w.flows.recovery_kit(place),
            "undo_restore": lambda: self._w.flows.undo_restore(site),
            "compare_restored": lambda: self._w.flows.compare_restored(site),
            "open_plugins": lambda: open_plugins(self._w.desk, site),
            "copy_rule": lambda: copy_host_rule(self._w.desk, site),
            "open_live": lambda: self._w.flows.open_live(site),
            "resume": lambda: self._w.desk.back_up([site]),
            "retry": lambda: self._w.desk.back_up([site]) if held else self._w.page().refresh(),
            "unlock": self._w.desk.unlock,
            "show_activity": lambda: self.show_activity(site),
            "show_files": lambda: self.show_activity(site),
            "edit_site": lambda: self._w.open_site(site),
            "edit_storage": lambda: self._show_storage(place),
            "free_space": lambda: self._w.flows.free_space(place),
            "passphrase": lambda: self._w.flows.enter_passphrase(place),
            "remove_lock": lambda: self._w.flows.remove_lock(place),
            "check": lambda: self._w.flows.check(place),
            "repair": lambda: self._w.flows.repair(place),
            "drill": lambda: self._w.flows.drill(site),
            "choose_folder": lambda: self._w.go("backups"),
            "sign_in": lambda: self._show_access(site),
            "confirm": lambda: confirm_findings(self._w.desk, self._w, site),
            "test_site": lambda: self._show_access(site, test=True),
            "watch": lambda: self._w.desk.do_job(self._w.desk.app.backups.watch(site), subject=site),
        }
        if action in doing:
            doing[action]()

    def restore(self, site: str) -> None:
        """Its newest backup."""
        known = self._w.desk.site(site)
        if known is not None and known.last_backup is not None:
            self._w.flows.restore(site, known.last_backup.id)
        else:
            self._w.desk.say(tr("There is nothing to restore yet"), tr("{site} has no completed backup.", site=site), "warning")

    def show_activity(self, site: str) -> None:
        from holdfast_desktop.pages.activity import ActivityPage

        page = self._w.pages["activity"]
        self._w.go("activity")
        if isinstance(page, ActivityPage):
            page.show_site(site)

    def _show_access(self, site: str, test: bool = False) -> None:
        """How Holdfast signs in to a site; with `test` it is tried at once."""
        from holdfast_desktop.pages.sites import SitesPage

        sites = self._w.pages["sites"]
        self._w.open_site(site)
        if isinstance(sites, SitesPage):
            sites.detail.test_access() if test else sites.detail.show_access()

    def _show_storage(self, name: str) -> None:
        from holdfast_desktop.pages.storage import StoragePage

        page = self._w.pages["storage"]
        self._w.go("storage")
        if isinstance(page, StoragePage):
            page.choose(name)
