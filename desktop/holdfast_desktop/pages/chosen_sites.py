"""What can be done with the sites that are chosen in the table, as its context menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu

from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.flows import Flows
from holdfast_desktop.pages.pausing import add_pausing, pause_for, resume
from holdfast_desktop.pages.site_menu import add_commands, commands
from holdfast_desktop.theme.theme import theme
from holdfast_desktop.wording.tr import tr, tr_n
from holdfast_desktop.wording.waiting import pause_choices

Todo = Callable[[], object]


def fill_menu(menu: QMenu, desk: Desk, flows: Flows, chosen: Sequence[str], schedule: Todo) -> None:
    """`schedule`: plan all of them anew."""
    name, single = chosen[0], len(chosen) == 1
    known = desk.site(name)
    takes_archives = single and known is not None and bool(known.storage)
    entries: list[tuple[str, str, str, bool, Todo]] = [
        ("siteOpen", tr("Open"), "arrow-right", single, lambda: desk.site_wanted.emit(name)),
        ("siteBackUp", tr("Back up now"), "database-backup", True, lambda: desk.back_up(chosen)),
        ("siteDownload", tr("Download newest"), "download", True, lambda: flows.download_newest(chosen)),
        ("siteSchedule", tr("Schedule…"), "calendar-clock", True, schedule),
        ("siteTags", tr("Tags…"), "pencil", True, lambda: flows.sites.tag(chosen)),
        ("siteExport", tr("Export…"), "save", True, lambda: flows.sites.export(chosen)),
        ("siteDrill", tr("Drill"), "flask-conical", single and not desk.is_service(name), lambda: flows.drill(name)),
        ("siteImport", tr("Import archives…"), "archive", takes_archives, lambda: flows.import_archives(name)),
        ("siteDuplicate", tr("Duplicate…"), "copy", single, lambda: flows.duplicate_site(name)),
        ("siteRename", tr("Rename…"), "square-pen", single, lambda: flows.rename_site(name)),
        ("siteRemove", tr("Remove…"), "trash-2", single, lambda: flows.remove_site(name)),
    ]
    for word, text, icon, enabled, action in entries:
        item = menu.addAction(theme().icon(icon), text)
        item.setObjectName(word)
        item.setEnabled(enabled)
        item.triggered.connect(lambda _checked=False, do=action: do())
    menu.addSeparator()
    if single:
        add_pausing(menu, desk, name)
        add_commands(menu, desk, commands(name))
    else:
        fill_pauses(menu.addMenu(tr("Pause schedules")), desk, chosen)


def fill_pauses(menu: QMenu, desk: Desk, chosen: Sequence[str]) -> None:
    """Pause all of them for a while, and resume those that are paused."""
    if len(chosen) == 1:
        return add_pausing(menu, desk, chosen[0])
    for name, words, _ in pause_choices(desk.now()):
        entry = menu.addAction(words)
        entry.setObjectName(f"pause{name.capitalize()}")
        entry.triggered.connect(partial(_pause_each, desk, chosen, name))
    held = [site for site in chosen if site in desk.pauses]
    if held:
        menu.addSeparator()
        entry = menu.addAction(tr_n("Resume {n} site", "Resume {n} sites", len(held)))
        entry.setObjectName("resumeSchedules")
        entry.triggered.connect(partial(_resume_each, desk, held))


def _pause_each(desk: Desk, sites: Sequence[str], until: str) -> None:
    for site in sites:
        pause_for(desk, site, until)


def _resume_each(desk: Desk, sites: Sequence[str]) -> None:
    for site in sites:
        resume(desk, site)
