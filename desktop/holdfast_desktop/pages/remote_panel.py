"""The panel beside a list of backups for one that a site made by itself: everything that is known about it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from holdfast.records import Backup
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.file_panel import WIDTH, FilePanel
from holdfast_desktop.pages.flows import Flows
from holdfast_desktop.pages.page import scrolled
from holdfast_desktop.theme.controls import column, label
from holdfast_desktop.widgets.cards import Facts
from holdfast_desktop.widgets.late import Late
from holdfast_desktop.wording.services import backup_status_words, is_service, remote_type_word, system_label
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.states import part_word
from holdfast_desktop.wording.times import duration, exact
from holdfast_desktop.wording.tr import tr

_OURS = {"status_word", "site_storage", "holdfast_job", "label"}
"""What the metadata says of us, or what another line says already."""


class BackupPanel(QStackedWidget):
    """Files of a backup of ours, or facts of one that a site has."""

    def __init__(self, desk: Desk, flows: Flows) -> None:
        super().__init__()
        self._files = FilePanel(desk, flows)
        self._remote = Late(RemotePanel)
        self.addWidget(self._files)
        self.addWidget(self._remote)
        self.setMinimumWidth(WIDTH)

    def show_backup(self, backup: Backup | None, on_service: bool = False) -> None:
        """`on_service`: what to show when no backup is chosen."""
        remote = is_service(backup.system) if backup is not None else on_service
        self.setCurrentWidget(self._remote if remote else self._files)
        if remote:
            self._remote.now().show_backup(backup)
        else:
            self._files.show_backup(backup)


class RemotePanel(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("detailPanel")
        self._title = label(role="section", name="panelTitle", wrap=True)
        self._facts = Facts()
        self._notes_title = label(tr("Notes kept with it"), "strong")
        self._notes = Facts()
        self._nothing = label(tr("Choose one backup to see what is known about it."), tone="secondary", name="remoteNothing", wrap=True)
        inner = QWidget()
        inner.setLayout(
            column(self._title, self._facts, 4, self._notes_title, self._notes, self._nothing, None, gap=12, margins=(16, 16, 12, 12))
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scrolled(inner, "remoteDetails"))
        self.show_backup(None)

    def show_backup(self, backup: Backup | None) -> None:
        for one in (self._title, self._facts):
            one.setVisible(backup is not None)
        self._nothing.setVisible(backup is None)
        notes = _notes(backup) if backup is not None else []
        self._notes_title.setVisible(bool(notes))
        self._notes.setVisible(bool(notes))
        if backup is not None:
            self._title.setText(exact(backup.created_at))
            self._facts.show_facts(remote_facts(backup))
            self._notes.show_facts(notes)


def remote_facts(backup: Backup) -> list[tuple[str, str, str]]:
    """(object name, title, value); only what is known."""
    word = str(backup.metadata.get("status_word") or "")
    facts = [
        ("factContents", tr("Contents"), remote_type_word(backup.type)),
        ("factState", tr("State"), backup_status_words(backup.status, word)),
        ("factError", tr("Reason"), backup.error or ""),
        ("factMadeBy", tr("Made by"), system_label(backup.system)),
        ("factSize", tr("Size"), size(backup.size) if backup.size is not None else ""),
        ("factTook", tr("Took"), duration(backup.duration) if backup.duration is not None else ""),
        ("factDone", tr("Done"), exact(backup.completed_at)),
        ("factLabel", tr("Label"), backup.label),
        ("factParts", tr("Parts"), ", ".join(part_word(part) for part in backup.components)),
        ("factSiteStorage", tr("Kept by the site in"), str(backup.metadata.get("site_storage") or "")),
        ("factPlaces", tr("Copies"), places_words(backup)),
        ("factParent", tr("Builds on"), backup.parent_id or ""),
        ("factId", tr("Number"), backup.id),
    ]
    return [fact for fact in facts if fact[2]]


def places_words(backup: Backup) -> str:
    """Where it is besides the site; empty when nowhere."""
    words = {"storage": tr("in a storage of yours"), "file": tr("on this computer")}
    return ", ".join(words[place] for place in backup.locations if place in words)


def _notes(backup: Backup) -> list[tuple[str, str, str]]:
    told = [(str(key), value) for key, value in backup.metadata.items() if key not in _OURS and value not in (None, "", [], {})]
    return [(f"note{number}", key.replace("_", " "), str(value)) for number, (key, value) in enumerate(told[:12])]
