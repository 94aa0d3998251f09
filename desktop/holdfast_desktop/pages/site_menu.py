"""What can be done with a site, as a context menu: the same on every list of sites; and the same as a command of the terminal."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.theme.theme import theme
from holdfast_desktop.wording.tr import tr


def fill_site_menu(menu: QMenu, desk: Desk, site: str) -> None:
    known = desk.site(site)
    has_backup = known is not None and known.last_backup_at is not None
    for name, icon, text, action, enabled in (
        ("siteMenuBackUp", "database-backup", tr("Back up now"), "back_up", True),
        ("siteMenuDownload", "download", tr("Download newest"), "download_newest", has_backup),
        ("siteMenuRestore", "rotate-ccw", tr("Restore…"), "restore", has_backup),
    ):
        entry = menu.addAction(theme().icon(icon), text)
        entry.setObjectName(name)
        entry.setEnabled(enabled)
        entry.triggered.connect(partial(desk.action_wanted.emit, action, site))
    menu.addSeparator()
    opening = menu.addAction(tr("Open site"))
    opening.setObjectName("siteMenuOpen")
    opening.triggered.connect(partial(desk.site_wanted.emit, site))
    add_commands(menu, desk, commands(site))


def add_commands(menu: QMenu, desk: Desk, lines: Sequence[tuple[str, str]], name: str = "siteMenuCommands") -> None:
    """A submenu that copies what the terminal would be told. `lines`: (what it does, the line)."""
    copying = menu.addMenu(tr("Copy as command"))
    copying.setObjectName(name)
    for text, words in lines:
        copying.addAction(text).triggered.connect(partial(copy_command, desk, words))


def commands(site: str) -> list[tuple[str, str]]:
    """(what it does, the line of the terminal)"""
    name = shlex.quote(site)
    return [
        (tr("Back up now"), f"holdfast backup create {name}"),
        (tr("List backups"), f"holdfast backup list {name}"),
        (tr("Download newest"), f"holdfast backup download {name} latest --to ."),
        (tr("Why does no backup run now?"), f"holdfast schedule why {name}"),
    ]


def backup_commands(site: str, backups: Sequence[str], ours: bool) -> list[tuple[str, str]]:
    """The same for one backup of `site` (by ids), or for two of `ours`, older first; empty where the terminal has nothing for them."""
    name = shlex.quote(site)
    ids = [shlex.quote(one) for one in backups]
    if len(ids) == 2 and ours:
        return [(tr("Compare"), f"holdfast backup diff {name} {ids[0]} {ids[1]}")]
    if len(ids) != 1:
        return []
    both = [
        (tr("Download"), f"holdfast backup download {name} {ids[0]} --to ."),
        (tr("Show what restoring would do"), f"holdfast backup restore {name} {ids[0]} --dry-run"),
    ]
    return [(tr("List its files"), f"holdfast backup files {name} {ids[0]}"), *both] if ours else both


def copy_command(desk: Desk, words: str) -> None:
    QGuiApplication.clipboard().setText(words)
    desk.say(tr("Copied"), words)
