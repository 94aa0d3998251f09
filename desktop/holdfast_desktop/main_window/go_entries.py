"""Everything that can be gone to: pages, sites, actions, settings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from holdfast_desktop.dialogs.go_to import Goal
from holdfast_desktop.main_window.lazy_pages import settings_page
from holdfast_desktop.wording.services import where_words
from holdfast_desktop.wording.states import status_look
from holdfast_desktop.wording.tr import tr

if TYPE_CHECKING:
    from holdfast_desktop.main_window.window import MainWindow


def goals_of(window: MainWindow, pages: Sequence[tuple[str, str, str]]) -> list[Goal]:
    """Pages first, then sites, what can be done with each, what can be done with all, settings."""
    return [*_pages(window, pages), *_sites(window), *_actions(window), *_on_sites(window), *_settings(window)]


def _pages(window: MainWindow, pages: Sequence[tuple[str, str, str]]) -> list[Goal]:
    kind = tr("Page")
    return [
        Goal(f"page {name}", title, kind, icon, partial(window.go, name), f"Ctrl+{n}") for n, (name, icon, title) in enumerate(pages, 1)
    ]


def _sites(window: MainWindow) -> list[Goal]:
    return [
        Goal(
            f"site {site.name}", site.name, status_look(site.status).word, "globe", partial(window.open_site, site.name),
            more=" ".join((tr("Site"), site.client, site.url, where_words(site.system, site.storage), *site.tags)),
        )
        for site in window.desk.sites()
    ]  # fmt: skip


def _actions(window: MainWindow) -> list[Goal]:
    flows, kind = window.flows, tr("Action")
    known: list[tuple[str, str, str, Callable[[], object], str]] = [
        ("backUpAll", tr("Back up all sites"), "database-backup", window.bulk.back_up, "Ctrl+Shift+B"),
        ("downloadNewest", tr("Download the newest backup of all sites"), "download", window.bulk.download, ""),
        ("addSite", tr("Add a site"), "plus", flows.add_site, "Ctrl+N"),
        ("addStorage", tr("Add a storage"), "plus", flows.add_storage, ""),
        ("pause", tr("Pause or resume the schedules"), "pause", window.pause_or_resume, "Ctrl+P"),
        ("jobs", tr("Show jobs"), "activity", window.drawer.go_to_jobs, "Ctrl+J"),
        ("shortcuts", tr("Keyboard shortcuts"), "info", flows.show_shortcuts, "F1"),
        ("refresh", tr("Refresh"), "refresh-cw", window.desk.refresh, "F5"),
        ("sidebar", tr("Collapse or expand the sidebar"), "layout-dashboard", window.fold_sidebar, ""),
        ("quit", tr("Quit Holdfast"), "log-out", window.leaving.emit, "Ctrl+Q"),
    ]
    return [Goal(f"action {name}", text, kind, icon, go, keys) for name, text, icon, go, keys in known]


def _on_sites(window: MainWindow) -> list[Goal]:
    """The words of an action before the name, so that typing both finds it."""
    kind, act = tr("Action"), window.act
    goals = []
    for site in window.desk.sites():
        name = site.name
        goals.append(Goal(f"back up {name}", tr("Back up {site}", site=name), kind, "database-backup", partial(act, "back_up", name)))
        if site.last_backup_at is not None:
            goals += [
                Goal(
                    f"download {name}",
                    tr("Download the newest of {site}", site=name),
                    kind,
                    "download",
                    partial(act, "download_newest", name),
                ),
                Goal(f"restore {name}", tr("Restore {site}", site=name), kind, "rotate-ccw", partial(act, "restore", name)),
            ]
    return goals


def _settings(window: MainWindow) -> list[Goal]:
    """By name once that page was made, which takes a while: until then `search_settings` leads there."""
    page = settings_page(window.pages.made("settings"))
    kind = tr("Setting")
    if page is None:
        return []
    return [
        Goal(f"setting {section} {title}", title, kind, "settings", partial(_search, window, title)) for title, section in page.titles()
    ]


def search_settings(window: MainWindow, text: str) -> Goal:
    """The last of what fits: whatever was typed may be a setting."""
    words = tr("Search the settings for “{text}”", text=text.strip())
    return Goal("search settings", words, tr("Settings"), "search", partial(_search, window, text.strip()))


def _search(window: MainWindow, text: str) -> None:
    window.go("settings")
    page = settings_page(window.page())
    if page is not None:
        page.search_for(text)
