"""One section of the Service tab: a heading, what it shows, its buttons; or the reason why the service has no such thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHeaderView, QPushButton, QTableView, QVBoxLayout, QWidget

from holdfast_desktop.models.rows import Column, RowsModel, SortedRows
from holdfast_desktop.theme.controls import IconLabel, card, column, dress_table, label, row, set_tone
from holdfast_desktop.theme.tokens import ROW_HEIGHT
from holdfast_desktop.widgets.delegate import RowDelegate
from holdfast_desktop.wording.services import can, why_not_words
from holdfast_desktop.wording.tr import tr

SHOWN = 6
HEADER = 34


class Section(QFrame):
    """`verb`: what the service must offer for this section to work."""

    def __init__(self, name: str, title: str, verb: str, content: QWidget, buttons: Sequence[tuple[QPushButton, str]] = ()) -> None:
        """`buttons`: with the verb that each needs."""
        super().__init__()
        self.setObjectName(name)
        self.setProperty("card", "true")
        self._verb, self._content, self._buttons = verb, content, buttons
        self._title = label(title, "section")
        self._said = label(tone="secondary", name=f"{name}Said", wrap=True)
        self._icon = IconLabel("info")
        line = QWidget()
        said = row(column(self._icon, None), self._said, gap=8)
        said.setStretch(1, 1)
        line.setLayout(said)
        self._line = line
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 14, 20, 16)
        box.setSpacing(10)
        box.addLayout(row(self._title, None, *(one for one, _ in buttons), gap=8))
        box.addWidget(line)
        box.addWidget(content)
        self.say("")

    def show_offers(self, offers: Mapping[str, Any]) -> bool:
        """Show what the service offers here; False when there is nothing to ask it."""
        why = why_not_words(offers, self._verb)
        expected = self._verb in (offers.get("why_not") or {})
        self.setVisible(not why or expected)
        self._title.setEnabled(not why)
        self._content.setVisible(not why)
        for one, verb in self._buttons:
            reason = why_not_words(offers, verb)
            one.setVisible(not why or can(offers, verb))
            one.setProperty("offered", not reason)
            one.setEnabled(not reason)
            one.setToolTip(reason)
        if why:
            self.say(why)
        return not why

    def say(self, text: str, tone: str = "secondary") -> None:
        """A sentence in place of (or above) the content: loading, empty, failed."""
        self._said.setText(text)
        set_tone(self._said, tone)
        self._icon.set("circle-alert" if tone == "error" else "info", tone if tone == "error" else "")
        self._line.setVisible(bool(text))

    def asking(self) -> None:
        self.say(tr("Asking the site…"))


class RowsSection(Section):
    """A section with a small table, as tall as its rows."""

    def __init__(
        self,
        name: str,
        title: str,
        verb: str,
        columns: Sequence[Column[Any]],
        buttons: Sequence[tuple[QPushButton, str]],
        empty: str,
        of_one: Sequence[QPushButton] = (),
    ) -> None:
        """`of_one`: buttons that need a chosen row."""
        self._empty, self._of_one = empty, of_one
        self._model = RowsModel[Any](columns, key=lambda one: getattr(one, "id", None) or repr(one))
        self._sorted = SortedRows(self._model)
        self.view = QTableView()
        self.view.setModel(self._sorted)
        dress_table(self.view, f"{name}Table", stretch=0)
        self.view.setProperty("flat", "true")
        self.view.setAccessibleName(title)
        self.view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.view.setItemDelegate(RowDelegate(self.view))
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        for place, made in enumerate(columns):
            if made.width:
                self.view.horizontalHeader().setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
                self.view.setColumnWidth(place, made.width)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        super().__init__(name, title, verb, self.view, buttons)
        self._sorted.setParent(self)
        self._enable()

    def show_rows(self, rows: Sequence[Any]) -> None:
        self._model.set_rows(rows)
        self.say("" if rows else self._empty)
        self.view.setVisible(bool(rows))
        self.view.setFixedHeight(HEADER + min(max(len(rows), 1), SHOWN) * ROW_HEIGHT + 2)
        if rows and not self.view.selectionModel().hasSelection():
            self.view.selectRow(0)
        self._enable()

    def failed(self, text: str) -> None:
        self.say(text, "error")
        self.view.setVisible(False)
        self._model.set_rows([])
        self._enable()

    def chosen(self) -> Any:
        """The chosen row, or None."""
        rows = self.view.selectionModel().selectedRows()
        return self._sorted.row_at(rows[0]) if rows else None

    def _enable(self) -> None:
        for one in self._of_one:
            one.setEnabled(bool(one.property("offered")) and self.chosen() is not None)


class LineSection(Section):
    """A section with one line of text."""

    def __init__(self, name: str, title: str, verb: str, buttons: Sequence[tuple[QPushButton, str]] = ()) -> None:
        self.text = label(name=f"{name}Text", wrap=True)
        super().__init__(name, title, verb, self.text, buttons)

    def show_text(self, text: str) -> None:
        self.say("")
        self.text.setText(text)
        self.text.show()

    def failed(self, text: str) -> None:
        self.say(text, "error")
        self.text.hide()


def offers_card(name: str) -> tuple[QFrame, QVBoxLayout]:
    frame = card(name)
    box = column(gap=6, margins=(20, 14, 20, 16))
    frame.setLayout(box)
    return frame, box
