"""The panel beside a list of backups: what the chosen one is, and its files."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHeaderView, QTreeView, QVBoxLayout, QWidget

from holdfast.app import FileView
from holdfast.errors import as_failure
from holdfast.records import Backup
from holdfast_desktop.models.files import FileTreeModel
from holdfast_desktop.pages.backup_columns import proof_words
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.flows import Flows
from holdfast_desktop.theme.controls import button, label, row
from holdfast_desktop.widgets.cards import Facts
from holdfast_desktop.widgets.delegate import RowDelegate
from holdfast_desktop.widgets.states import Stateful
from holdfast_desktop.wording.errors import failure_words
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
        self._tree = FileTreeModel(parent=self)
        self._tree.wanted.connect(self._fill)
        self.view = QTreeView()
        self.view.setObjectName("fileTree")
        self.view.setAccessibleName(tr("Files of the backup"))
        self.view.setProperty("flat", "true")
        self.view.setModel(self._tree)
        self.view.setUniformRowHeights(True)
        self.view.setItemDelegate(RowDelegate(self.view, separators=False, height=28))
        self.view.setColumnHidden(2, True)
        self.view.header().setStretchLastSection(False)
        self.view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.view.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.view.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self._get = button("fileGet", tr("Save…"), "ghost", "download", self._do_get)
        self._restore = button("fileRestore", tr("Restore…"), "ghost", "rotate-ccw", self._do_restore)
        self._states = Stateful(self.view, "filesEmpty", primary=False)
        self._states.acted.connect(lambda action: desk.action_wanted.emit(action, self._backup.site if self._backup else ""))
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 8, 12)
        box.setSpacing(12)
        box.addWidget(self._title)
        box.addWidget(self._facts)
        self._head = QWidget()
        self._head.setLayout(row(label(tr("Files"), "strong"), None, self._get, self._restore, gap=2))
        box.addWidget(self._head)
        box.addWidget(self._states, 1)
        self.show_backup(None)

    def show_backup(self, backup: Backup | None) -> None:
        same = backup is not None and self._backup is not None and backup.id == self._backup.id
        self._backup = backup
        for one in (self._facts, self._head, self._title):
            one.setVisible(backup is not None)
        if backup is None:
            self._title.setText("")
            self._tree.clear()
            self._states.say("archive", "", tr("Choose one backup to see what is in it."))
            self._enable()
            return
        self._title.setText(exact(backup.created_at))
        self._facts.show_facts(_facts(backup))
        if not same:
            self._states.show_content()
            self._tree.restart()
        self._enable()

    def _fill(self, path: str) -> None:
        backup = self._backup
        if backup is None:
            return

        def got(rows: Sequence[FileView]) -> None:
            if self._backup is backup or (self._backup is not None and self._backup.id == backup.id):
                self._tree.set_children(path, rows)
                self._states.show_content()

        def failed(error: Exception) -> None:
            words = failure_words(as_failure(error), backup.site)
            fix = words.fixes[0] if words.fixes else None
            self._states.say("circle-alert", words.title, words.body, fix.action if fix else "", fix.label if fix else "", "error")

        if not path:
            self._states.loading()
        self._desk.tasks.start(self._desk.app.backups.files(backup.site, backup.id, path), got, failed)

    def _chosen(self) -> list[str]:
        rows = [self._tree.row_at(index) for index in self.view.selectionModel().selectedRows()]
        return [row.path for row in rows if row is not None]

    def _enable(self) -> None:
        chosen = self._chosen() if self._backup is not None else []
        self._get.setEnabled(len(chosen) == 1)
        self._restore.setEnabled(bool(chosen))

    def _do_get(self) -> None:
        if self._backup is not None:
            for path in self._chosen()[:1]:
                self._flows.get_file(self._backup.site, self._backup.id, path)

    def _do_restore(self) -> None:
        if self._backup is not None and self._chosen():
            self._flows.restore(self._backup.site, self._backup.id, self._chosen())


def _facts(backup: Backup) -> list[tuple[str, str, str]]:
    facts = [
        ("factContents", tr("Contents"), type_word(backup.type)),
        ("factState", tr("State"), proof_words(backup)),
        ("factSize", tr("Size"), size(backup.size)),
        ("factTook", tr("Took"), duration(backup.duration)),
        ("factLabel", tr("Label"), backup.label or "–"),
        ("factId", tr("Number"), backup.id[:12]),
    ]
    return facts
