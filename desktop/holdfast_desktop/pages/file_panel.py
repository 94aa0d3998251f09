"""The panel beside a list of backups: what the chosen one is, and its files."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout

from holdfast.records import Backup
from holdfast_desktop.pages.backup_columns import proof_words
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.file_source import FileSource
from holdfast_desktop.pages.flows import Flows
from holdfast_desktop.theme.controls import button, label
from holdfast_desktop.widgets.cards import Facts
from holdfast_desktop.widgets.file_tree import FileTree
from holdfast_desktop.widgets.tool_row import ToolRow
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.states import type_word
from holdfast_desktop.wording.times import duration, exact
from holdfast_desktop.wording.tr import tr

WIDTH = 300


class FilePanel(QFrame):
    def __init__(self, desk: Desk, flows: Flows) -> None:
        super().__init__()
        self.setObjectName("detailPanel")
        self.setMinimumWidth(WIDTH)
        self._desk, self._flows = desk, flows
        self._backup: Backup | None = None
        self._title = label(role="section", name="panelTitle", wrap=True)
        self._facts = Facts()
        self.tree = FileTree()
        self.view = self.tree.view
        self._source = FileSource(desk, self.tree)
        self.tree.chosen_changed.connect(self._enable)
        self.tree.opened.connect(lambda path: flows.get_file(self._site(), self._id(), path))
        self._get = button(
            "fileGet", tr("Save…"), "ghost", "download", self.save, tr("Save the chosen files to a folder or archive (Ctrl+S)")
        )
        self._restore = button("fileRestore", tr("Restore…"), "ghost", "rotate-ccw", self._do_restore)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 12, 12)
        box.setSpacing(12)
        box.addWidget(self._title)
        box.addWidget(self._facts)
        self._head = ToolRow(label(tr("Files"), "strong"), None, self._get, self._restore, folding=(self._get, self._restore), gap=2)
        box.addWidget(self._head)
        box.addWidget(self.tree, 1)
        shortcut = QShortcut(QKeySequence("Ctrl+S"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.save)
        self.show_backup(None)

    def _site(self) -> str:
        return self._backup.site if self._backup is not None else ""

    def _id(self) -> str:
        return self._backup.id if self._backup is not None else ""

    def show_backup(self, backup: Backup | None) -> None:
        same = backup is not None and self._source.is_showing(backup.site, backup.id)
        self._backup = backup
        for one in (self._facts, self._head, self._title, self.tree.search):
            one.setVisible(backup is not None)
        if backup is None:
            self._title.setText("")
            self._source.show_backup("", "")
            self.tree.say("archive", "", tr("Choose one backup to see what is in it."))
        else:
            self._title.setText(exact(backup.created_at))
            self._facts.show_facts(_facts(backup))
            if not same:
                self._source.show_backup(backup.site, backup.id)
        self._enable()

    def _chosen(self) -> list[str]:
        return [row.path for row in self.tree.chosen()] if self._backup is not None else []

    def _enable(self) -> None:
        for one in (self._get, self._restore):
            one.setEnabled(bool(self._chosen()))

    def save(self) -> None:
        """The chosen files, where the user says."""
        rows = self.tree.chosen()
        if self._backup is None or not rows:
            return
        if len(rows) == 1 and rows[0].kind == "file":
            self._flows.get_file(self._site(), self._id(), rows[0].path)
        else:
            self._flows.save_files(self._site(), self._backup, [row.path for row in rows])

    def _do_restore(self) -> None:
        if self._backup is not None and self._chosen():
            self._flows.restore(self._backup.site, self._backup.id, self._chosen())


def _facts(backup: Backup) -> list[tuple[str, str, str]]:
    return [
        ("factContents", tr("Contents"), type_word(backup.type)),
        ("factState", tr("State"), proof_words(backup)),
        ("factSize", tr("Size"), size(backup.size)),
        ("factTook", tr("Took"), duration(backup.duration)),
        ("factLabel", tr("Label"), backup.label or "–"),
        ("factId", tr("Number"), backup.id[:12]),
    ]
