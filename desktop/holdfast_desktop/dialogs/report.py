"""A report for a client: whose sites, which month, and where the page goes. Once it is written it can be opened from here."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QWidget

from holdfast_desktop.dialogs.folder_chooser import choose_folder
from holdfast_desktop.dialogs.sheet import Sheet, labelled
from holdfast_desktop.theme.controls import button
from holdfast_desktop.wording.times import month_title
from holdfast_desktop.wording.tr import tr

MONTHS = 13


class ReportSheet(Sheet):
    """`submitted(client, site, month, file)`: one of client and site. Answer by `written`, or `refused`."""

    submitted = Signal(str, str, str, str)
    open_wanted = Signal(str)
    """A file or a folder."""

    def __init__(self, clients: Sequence[str], sites: Sequence[str], now: datetime, folder: str, parent: QWidget | None = None) -> None:
        intro = tr("One page to send or print: what was backed up, what was proven, and what went wrong.")
        super().__init__("reportDialog", tr("Monthly report"), intro, parent, width=500)
        self._file = ""
        self.whose = _combo("reportWhose")
        for client in clients:
            self.whose.addItem(tr("All sites of {client}").replace("{client}", client), (client, ""))
        for site in sites:
            self.whose.addItem(site, ("", site))
        self.month = _combo("reportMonth")
        for back in range(MONTHS):
            place = now.astimezone().year * 12 + now.astimezone().month - 1 - back
            first = now.astimezone().date().replace(year=place // 12, month=place % 12 + 1, day=1)
            self.month.addItem(month_title(first), first.strftime("%Y-%m"))
        self.month.setCurrentIndex(1)
        self.folder = QLineEdit(folder)
        self.folder.setObjectName("reportFolder")
        choose = button("reportChoose", tr("Choose…"), "plain", "folder-open", self._choose)
        self.body.addWidget(labelled(tr("For"), self.whose))
        self.body.addWidget(labelled(tr("Month"), self.month))
        self.body.addWidget(labelled(tr("Folder"), self.folder, choose))
        self.body.addStretch(1)
        self._show = button(
            "reportShow", tr("Open folder"), "plain", "folder-open", lambda: self.open_wanted.emit(os.path.dirname(self._file))
        )
        self._open = button("reportOpen", tr("Open report"), "plain", "external-link", lambda: self.open_wanted.emit(self._file))
        self._act = button("reportAccept", tr("Make report"), "primary", clicked=self._submit)
        for one in (self._show, self._open):
            one.hide()
        self.buttons(self._show, self._open, self._act, cancel=tr("Close"))
        if not self.whose.count():
            self._act.setEnabled(False)
            self.complain(tr("There is no site yet."), tone="secondary")

    def _choose(self) -> None:
        choose_folder(self, tr("Where to put the report"), self.folder.text(), self.folder.setText)

    def _submit(self) -> None:
        folder = self.folder.text().strip()
        if not folder:
            return self.complain(tr("Choose a folder."), self.folder)
        client, site = self.whose.currentData()
        month = str(self.month.currentData())
        self._file = os.path.join(os.path.expanduser(folder), f"{_plain(client or site)}-{month}.html")
        self._act.setEnabled(False)
        self.complain(tr("Writing the report…"), tone="running")
        self.submitted.emit(client, site, month, self._file)

    def _show_folder(self) -> None:
        self.open_wanted.emit(os.path.dirname(self._file))

    def written(self) -> None:
        self._act.setEnabled(True)
        self.complain(tr("Written: {file}").replace("{file}", self._file), tone="ok")
        for one in (self._show, self._open):
            one.show()
        self.refit()

    def refused(self, text: str) -> None:
        self._act.setEnabled(True)
        self.complain(text)


def _plain(name: str) -> str:
    """A name as a file's: nothing that a file system minds."""
    return "".join(c if c.isalnum() or c in "-._" else "-" for c in name).strip("-.") or "report"


def _combo(name: str) -> QComboBox:
    made = QComboBox()
    made.setObjectName(name)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(20)
    return made
