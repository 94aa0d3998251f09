"""What goes into the bundle for whoever helps: every file of it can be read, and left out, before anything is saved."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QSplitter, QWidget

from holdfast_desktop.dialogs.sheet import Sheet
from holdfast_desktop.theme.controls import button, label
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.tr import tr, tr_n

ALWAYS = "README.txt"


class BundlePreview(Sheet):
    """`save_wanted(texts)`: the files that are ticked, by name."""

    save_wanted = Signal(object)

    def __init__(self, texts: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(
            "bundleDialog",
            tr("What the bundle holds"),
            tr("Passwords and keys are taken out, addresses and folders masked. Nothing is sent: you save it and hand it on."),
            parent,
            width=820,
        )
        self._texts = texts
        self._files = QListWidget()
        self._files.setObjectName("bundleFiles")
        self._files.setAccessibleName(tr("Files of the bundle"))
        for name, text in texts.items():
            item = QListWidgetItem(name)
            item.setToolTip(f"{name} · {size(len(text.encode()))}")
            item.setFlags(
                item.flags() | Qt.ItemFlag.ItemIsUserCheckable
                if name != ALWAYS
                else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            )
            item.setCheckState(Qt.CheckState.Checked)
            self._files.addItem(item)
        self._files.setSpacing(3)
        self._files.setMinimumWidth(220)
        self._view = QPlainTextEdit()
        self._view.setObjectName("bundleText")
        self._view.setAccessibleName(tr("Text of the file"))
        self._view.setReadOnly(True)
        self._view.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._view.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._view.setMinimumHeight(320)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self._files)
        split.addWidget(self._view)
        split.setStretchFactor(1, 1)
        self.body.addWidget(split, 1)
        self._count = label(tone="secondary", name="bundleCount")
        self.footer_left(self._count)
        self.buttons(button("bundleSave", tr("Save as…"), "primary", "save", lambda: self.save_wanted.emit(self.chosen())))
        self._files.currentItemChanged.connect(lambda item, _: self._view.setPlainText(texts.get(item.text(), "") if item else ""))
        self._files.itemChanged.connect(lambda _: self._say_count())
        self._files.setCurrentRow(0)
        self._say_count()

    def chosen(self) -> dict[str, str]:
        items = [self._files.item(n) for n in range(self._files.count())]
        return {one.text(): self._texts[one.text()] for one in items if one.checkState() == Qt.CheckState.Checked}

    def _say_count(self) -> None:
        texts = self.chosen()
        total = size(sum(len(text.encode()) for text in texts.values()))
        self._count.setText(tr_n("{n} file, {size}", "{n} files, {size}", len(texts), size=total))
