"""What the newest backup of a site holds: a bar for each part, and the largest folders, which can be left out from here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from holdfast.app.contents import Contents, FolderSize
from holdfast_desktop.models.rows import Column
from holdfast_desktop.pages.service_section import RowsSection
from holdfast_desktop.theme.controls import button, column, label, tabular
from holdfast_desktop.widgets.bar import Bar
from holdfast_desktop.wording.sizes import count, size
from holdfast_desktop.wording.states import part_word
from holdfast_desktop.wording.times import exact
from holdfast_desktop.wording.tr import tr


class PartsCard(QFrame):
    """Bars, longest first. Each bar has its numbers beside it, so it says nothing by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("contentsParts")
        self.setProperty("card", "true")
        self._title = label(tr("In the newest backup"), "section", name="contentsPartsTitle")
        self._said = label(tone="secondary", name="contentsSaid", wrap=True)
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self.setLayout(column(self._title, self._said, self._table, gap=4, margins=(20, 14, 20, 16)))

    def say(self, text: str) -> None:
        self._said.setText(text)
        self._table.hide()

    def show_contents(self, found: Contents) -> None:
        if not found.known:
            return self.say(tr("The list of its files was not read yet. It is read with the next look into the storage."))
        files, whole, when = count(found.files), size(found.bytes), exact(found.created_at)
        self._said.setText(tr("{files} files, {size}, from {when}", files=files, size=whole, when=when))
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for place, (part, share) in enumerate(sorted(found.parts.items(), key=lambda pair: -pair[1])):
            bar = Bar(f"contentsPart{part.capitalize()}")
            bar.set_percent(100 * share / found.bytes if found.bytes else 0)
            bar.setAccessibleName(part_word(part))
            number = label(size(share), name=f"contentsSize{part.capitalize()}")
            number.setFont(tabular(number.font()))
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(label(part_word(part)), place, 0)
            self._grid.addWidget(bar, place, 1)
            self._grid.addWidget(number, place, 2)
        self._table.show()


class FoldersSection(RowsSection):
    """`left_out(pattern)`: the chosen folder as a pattern."""

    left_out = Signal(str)

    def __init__(self) -> None:
        leave = button("folderLeaveOut", tr("Leave out"), "ghost", "circle-minus", self._leave_out)
        leave.setProperty("offered", True)
        self._leave = leave
        super().__init__(
            "contentsFolders", tr("Largest folders"), "", folder_columns(), [(leave, "")], tr("Nothing to show yet."), (leave,)
        )

    def offer_leaving_out(self, offered: bool) -> None:
        """Only of sites of this computer can something be left out."""
        self._leave.setVisible(offered)

    def _leave_out(self) -> None:
        found = self.chosen()
        if isinstance(found, FolderSize):
            self.left_out.emit(f"/{found.path}/")


def folder_columns() -> list[Column[FolderSize]]:
    return [
        Column(tr("Folder"), lambda one: one.path, icon=lambda _: "folder", tip=lambda one: one.path),
        Column(tr("Files"), lambda one: count(one.files), sort=lambda one: one.files, number=True, width=90),
        Column(tr("Size"), lambda one: size(one.bytes), sort=lambda one: one.bytes, number=True, width=100),
    ]
