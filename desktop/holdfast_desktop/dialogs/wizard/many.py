"""Several sites at once: addresses are pasted or come from a file, all are looked at, and each row tells how it stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHeaderView, QPlainTextEdit, QSizePolicy, QTableView, QWidget

from holdfast_desktop.dialogs.wizard.choices import free_name, host_of
from holdfast_desktop.dialogs.wizard.step import Missing, Step
from holdfast_desktop.models.new_sites import OPEN, NewRow, NewSitesModel
from holdfast_desktop.models.site_lists import ListedSite, read_list
from holdfast_desktop.theme.controls import button, column, dress_table, label, row
from holdfast_desktop.wording.tr import tr, tr_n


class ManyStep(Step):
    """`look_wanted([keys])`: find out what is there; answered row by row through `model.change`. `add_wanted([keys])`: try these again.
    `sign_in_wanted(key)`: a person says how this one is signed in."""

    look_wanted = Signal(object)
    file_wanted = Signal(str)
    add_wanted = Signal(object)
    sign_in_wanted = Signal(str)
    skipped = Signal()

    def __init__(self, taken: Sequence[str]) -> None:
        super().__init__()
        self._taken = {name.casefold() for name in taken}
        self.adding = False
        """The last part: rows are added, approvals come one after another."""
        self.model = NewSitesModel()
        self.model.dataChanged.connect(lambda *_: self._moved())
        self.model.modelReset.connect(self._moved)
        self._text = QPlainTextEdit()
        self._text.setObjectName("wizardAddresses")
        self._text.setAccessibleName(tr("Addresses, one on each line"))
        self._text.setPlaceholderText("yoga-mitte.example\nshop.example\n/srv/www/atelier")
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(92)
        self._look = button("wizardFindAll", tr("Find all"), icon="search", clicked=self.read_text)
        self._file = button("wizardImport", tr("From a file…"), icon="folder-open", clicked=self._choose_file)
        self._paste = QWidget()
        heading = label(tr("Addresses or folders, one on each line"), "strong")
        note = label(tr("A file: CSV with name, url, user, password, or a list exported from MainWP."), "caption", wrap=True)
        self._paste.setLayout(column(heading, self._text, row(self._look, self._file, note, gap=8), gap=6))
        self.table = QTableView()
        self.table.setModel(self.model)
        dress_table(self.table, "wizardRows", 3)
        self.table.setEditTriggers(QTableView.EditTrigger.DoubleClicked | QTableView.EditTrigger.EditKeyPressed)
        self.table.setAccessibleName(tr("Sites to add"))
        header = self.table.horizontalHeader()
        for place, width in enumerate((140, 160, 150)):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
            self.table.setColumnWidth(place, width)
        self.table.setMinimumHeight(160)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self._count = label("", "caption", name="wizardCount", wrap=True)
        self._retry = button("wizardRetry", tr("Try again what failed"), icon="refresh-cw", clicked=self._try_again)
        self._remove = button("wizardRemoveRow", tr("Leave out"), icon="x", clicked=self._leave_out)
        self._sign_in = button("wizardRowSignIn", tr("Sign in…"), icon="key-round", clicked=self._ask_sign_in)
        self._skip = button("wizardSkip", tr("Not this one now"), clicked=self.skipped.emit)
        foot = row(self._count, None, self._skip, self._sign_in, self._retry, self._remove, gap=8)
        foot.setStretch(0, 1)
        self._paste.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        box = column(self._paste, self.table, foot, gap=8)
        box.setStretch(1, 1)
        self.setLayout(box)
        self._moved()

    # told from outside

    def set_text(self, text: str) -> None:
        self._text.setPlainText(text)

    def add_sites(self, sites: Sequence[ListedSite]) -> None:
        """Rows for those that are not there yet, looked at at once; what was found before stays."""
        there = {one.site.key() for one in self.model.rows}
        taken = self._taken | {one.name.casefold() for one in self.model.rows}
        rows = list(self.model.rows)
        for site in sites:
            if site.key() in there:
                continue
            name = free_name(site.name or host_of(site.url) or site.path.rstrip("/").rpartition("/")[2], taken)
            taken.add(name.casefold())
            rows.append(NewRow(site, name))
        self.model.show_rows(rows)
        fresh = [one.site.key() for one in self.model.having("new")]
        if fresh:
            self.look_wanted.emit(fresh)

    def show_adding(self, adding: bool) -> None:
        self.adding = adding
        self._paste.setVisible(not adding)
        self._moved()

    def read_text(self) -> None:
        sites = read_list(self._text.toPlainText())
        self.add_sites(sites)

    # the step

    def intro(self) -> str:
        if self.adding:
            return tr("Each site is signed in and added in its turn. One that fails stops no other.")
        return tr("All are looked at at once. What cannot be added now stays here with its reason.")

    def first(self) -> QWidget:
        return self.table if self.adding or self.model.rows else self._text

    def missing(self) -> Missing | None:
        if not self.model.rows:
            return tr("Paste some addresses, or choose a file."), None
        if self.model.having("looking", "new"):
            return tr("Some are still being looked at."), None
        if not self.to_add():
            return tr("None of them can be added. The reasons stand in the table."), None
        names = [one.name.casefold() for one in self.to_add()]
        twice = next((one.name for one in self.to_add() if names.count(one.name.casefold()) > 1 or one.name.casefold() in self._taken), "")
        if twice and not self.adding:
            return tr("The name {name} is there twice. Press F2 in the table to change one.", name=twice), None
        return None

    def to_add(self) -> list[NewRow]:
        return self.model.having(*OPEN)

    # inside

    def _moved(self) -> None:
        self._enable()
        self.changed.emit()

    def _say(self) -> None:
        """How many there are; of a chosen row that failed the whole reason, for which the table has no room."""
        rows, chosen = self.model.rows, self._chosen()
        added, open_rows = len(self.model.having("added")), len(self.to_add())
        if len(chosen) == 1 and chosen[0].state in {"unknown", "failed"}:
            self._count.setText(chosen[0].words)
        elif self.adding:
            self._count.setText(tr_n("{done} of {n} site added", "{done} of {n} sites added", added + open_rows, done=added))
        elif rows:
            self._count.setText(tr_n("{ready} of {n} site can be added", "{ready} of {n} sites can be added", len(rows), ready=open_rows))
        else:
            self._count.setText("")

    def _enable(self) -> None:
        chosen = self._chosen()
        self._say()
        self._text.setFixedHeight(56 if self.model.rows else 92)
        failed = self.model.having("failed", "skipped") if self.adding else self.model.having("unknown")
        self._retry.setVisible(bool(failed))
        self._remove.setVisible(bool(self.model.rows) and not self.adding)
        self._remove.setEnabled(bool(chosen))
        self._skip.setVisible(self.adding and bool(self.model.having("approval")))
        open_one = len(chosen) == 1 and chosen[0].state in {"failed", "skipped"} and not chosen[0].is_folder()
        self._sign_in.setVisible(self.adding and open_one)

    def _chosen(self) -> list[NewRow]:
        return [self.model.rows[index.row()] for index in self.table.selectionModel().selectedRows()]

    def _try_again(self) -> None:
        if self.adding:
            self.add_wanted.emit([one.site.key() for one in self.model.having("failed", "skipped")])
        else:
            self.look_wanted.emit([one.site.key() for one in self.model.having("unknown")])

    def _leave_out(self) -> None:
        self.model.remove([index.row() for index in self.table.selectionModel().selectedRows()])

    def _ask_sign_in(self) -> None:
        self.sign_in_wanted.emit(self._chosen()[0].site.key())

    def _choose_file(self) -> None:
        chooser = QFileDialog(self, tr("A list of sites"), "", tr("Lists (*.csv *.txt *.tsv)"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(self.file_wanted)
        chooser.open()
