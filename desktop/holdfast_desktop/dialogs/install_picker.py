"""The sites of an account, to be ticked many at once, and who is mailed when a backup of theirs is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QWidget

from holdfast_desktop.dialogs.sheet import field
from holdfast_desktop.theme.controls import column, label, row
from holdfast_desktop.wording.tr import tr

ROW = 32


class InstallPicker(QWidget):
    """`changed`: others are ticked, or the addresses are others."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = QListWidget()
        self.list.setObjectName("wizardInstalls")
        self.list.setAccessibleName(tr("Sites of the account"))
        self.list.itemChanged.connect(lambda _: self.changed.emit())
        self._all = QCheckBox(tr("All"))
        self._all.setObjectName("wizardInstallsAll")
        self._all.clicked.connect(self._tick_all)
        holder, self.emails_edit = field("wizardEmails", tr("Mail when a backup is done, to"), hint="mira@example.org")
        self.emails_edit.textChanged.connect(lambda _: self.changed.emit())
        note = label(tr("WP Engine demands an address and sends a mail there after every backup."), "caption", wrap=True)
        self.setLayout(column(row(label(tr("Sites of the account"), "strong"), None, self._all), self.list, holder, note, gap=8))

    def show_installs(self, installs: Sequence[Mapping[str, Any]], added: Sequence[str]) -> None:
        """Those in production are ticked; those of `added` (ids) cannot be."""
        self.list.clear()
        for one in installs:
            self.list.addItem(_item(one, str(one["id"]) in added))

    def _tick_all(self, on: bool) -> None:
        for item in self._items():
            if item.flags() & Qt.ItemFlag.ItemIsEnabled:
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(place) for place in range(self.list.count())]

    def ticked(self) -> list[Mapping[str, Any]]:
        return [item.data(0x0100) for item in self._items() if item.checkState() == Qt.CheckState.Checked]

    def emails(self) -> tuple[str, ...]:
        return tuple(part for part in self.emails_edit.text().replace(",", " ").replace(";", " ").split() if part)


def _item(one: Mapping[str, Any], added: bool) -> QListWidgetItem:
    parts = [str(one.get("name") or one["id"]), str(one.get("domain") or ""), str(one.get("environment") or "")]
    item = QListWidgetItem(" · ".join(part for part in [*parts, tr("added already") if added else ""] if part))
    item.setData(0x0100, dict(one))
    item.setSizeHint(QSize(100, ROW))
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    production = str(one.get("environment") or "production") == "production"
    item.setCheckState(Qt.CheckState.Checked if production and not added else Qt.CheckState.Unchecked)
    if added:
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
    return item
