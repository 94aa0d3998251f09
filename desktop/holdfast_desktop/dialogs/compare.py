"""What changed between two backups: open at once, filled when the answer comes, filtered as you type."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemDelegate, QFrame, QHeaderView, QLabel, QStackedWidget, QTableView, QWidget

from holdfast_desktop.dialogs.sheet import Sheet
from holdfast_desktop.models.rows import Column, RowsModel, SortedRows
from holdfast_desktop.theme.controls import column, dress_table, label, row, set_tone
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.tips import plain_name
from holdfast_desktop.wording.tr import tr, tr_n

Change = Mapping[str, Any]
KINDS = ("added", "removed", "changed", "moved")
HEIGHT = 340


class Compare(Sheet):
    def __init__(
        self, title: str, intro: str, search: QWidget, delegate: type[QAbstractItemDelegate] | None = None, parent: QWidget | None = None
    ) -> None:
        """`search`: the field to filter with; who made it connects it with `filter`."""
        super().__init__("compareDialog", title, intro, parent, width=820)
        self._root = ""
        self._model = RowsModel(compare_columns(lambda path: path.removeprefix(self._root)), key=lambda r: (r[0], r[1].get("path")))
        self._sorted = SortedRows(self._model, self)
        self._view = QTableView()
        self._view.setModel(self._sorted)
        dress_table(self._view, "compareTable", stretch=1)
        self._view.setAccessibleName(title)
        if delegate is not None:
            self._view.setItemDelegate(delegate(self._view))
        header = self._view.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        for place, width in ((0, 190), (2, 100), (3, 100)):
            self._view.setColumnWidth(place, width)
        self._view.setSortingEnabled(True)
        self._view.sortByColumn(1, Qt.SortOrder.AscendingOrder)
        self._counts: dict[str, QLabel] = {
            kind: label("", "strong", tone, name=f"compare{kind.capitalize()}")
            for kind, tone in (("added", "ok"), ("removed", "error"), ("changed", "warning"))
        }
        self._bytes = label(tone="secondary", name="compareBytes")
        self._told = label(tone="secondary", name="compareState", wrap=True)
        self._more = label(role="caption", tone="warning", name="compareMore", wrap=True)
        self._more.hide()
        search.setMaximumWidth(220)
        content = QFrame()
        head = row(*self._counts.values(), self._bytes, None, search, gap=16)
        content.setLayout(column(head, self._view, self._more, gap=12))
        self._stack = QStackedWidget()
        waiting = QFrame()
        waiting.setLayout(column(None, self._told, None))
        self._stack.addWidget(waiting)
        self._stack.addWidget(content)
        self._stack.setMinimumHeight(HEIGHT)
        self.body.addWidget(self._stack, 1)
        self.buttons(cancel=tr("Close"))
        self._say(tr("Comparing…"))

    def _say(self, text: str, tone: str = "secondary") -> None:
        self._told.setText(text)
        set_tone(self._told, tone)
        self._stack.setCurrentIndex(0)

    def fail(self, title: str, text: str) -> None:
        self._say("\n".join(part for part in (title, text) if part), "error")

    def show_difference(self, difference: Mapping[str, Any]) -> None:
        """The answer of `backups.diff`."""
        rows = [(kind, item) for kind in KINDS for item in difference.get(kind) or ()]
        self._root = _common([str(item.get("path", "")) for _, item in rows])
        self._model.set_rows(rows)
        totals = difference.get("totals") or {}

        def n(kind: str) -> int:
            return int(totals.get(kind, len(difference.get(kind) or ())))

        words = {
            "added": tr_n("{n} added", "{n} added", n("added")),
            "removed": tr_n("{n} removed", "{n} removed", n("removed")),
            "changed": tr_n("{n} changed", "{n} changed", n("changed")),
        }
        for kind, shown in self._counts.items():
            shown.setText(words[kind])
        if "bytes_added" in totals:
            more, less = size(int(totals["bytes_added"])), size(int(totals["bytes_removed"]))
            self._bytes.setText(tr("{more} more, {less} less", more=more, less=less))
        left = sum(n(kind) for kind in ("added", "removed", "changed")) - len(rows)
        self._more.setText(tr_n("{n} more change is counted but not listed.", "{n} more changes are counted but not listed.", max(left, 0)))
        self._more.setVisible(left > 0)
        if rows:
            self._stack.setCurrentIndex(1)
        else:
            self._say(tr("Nothing changed between these two."))

    def filter(self, text: str) -> None:
        self._sorted.filter(text)


def _common(paths: Sequence[str]) -> str:
    """The folder that all of these have in common, with a slash at its end."""
    if len(paths) < 2:
        return ""
    first, last = min(paths), max(paths)
    same = next((place for place, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    return first[: first.rfind("/", 0, same) + 1]


def compare_columns(short: Callable[[str], str] = str) -> list[Column[tuple[str, Change]]]:
    """`short`: how a path is shown."""
    words = {"added": tr("Added", "file"), "removed": tr("Removed"), "changed": tr("Changed"), "moved": tr("Moved")}
    icons = {"added": "plus", "removed": "circle-minus", "changed": "pencil", "moved": "arrow-right"}
    tones = {"added": "ok", "removed": "error", "changed": "warning", "moved": "running"}

    def what(item: tuple[str, Change]) -> str:
        if item[0] == "changed" and item[1].get("what") == "metadata":
            return tr("Rights or time")
        return words[item[0]]

    return [
        Column(tr("Change", "noun"), what, icon=lambda r: icons[r[0]], tone=lambda r: tones[r[0]]),
        Column(tr("File"), lambda r: plain_name(short(str(r[1].get("path", "")))), tip=lambda r: str(r[1].get("path", ""))),
        Column(
            tr("Before"),
            lambda r: _size(r[1].get("size_before")),
            sort=lambda r: r[1].get("size_before"),
            number=True,
            tone=lambda _: "secondary",
        ),
        Column(tr("After"), lambda r: _size(r[1].get("size_after")), sort=lambda r: r[1].get("size_after"), number=True),
    ]


def _size(value: object) -> str:
    return size(value) if isinstance(value, int) else ""
