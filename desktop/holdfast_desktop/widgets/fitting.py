"""Leaves out the less important columns of a table where there is no room for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QTableView

from holdfast_desktop.theme.controls import fit_titles


class FittingColumns(QObject):
    """`expendable`: columns in the order in which they go. Column `stretch` keeps at least `least` pixels."""

    def __init__(self, view: QTableView, stretch: int, expendable: Sequence[int], least: int = 150) -> None:
        super().__init__(view)
        self._view, self._stretch, self._expendable, self._least = view, stretch, tuple(expendable), least
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return False

    def fit(self) -> None:
        view = self._view
        fit_titles(view.horizontalHeader())
        widths = {n: view.horizontalHeader().sectionSize(n) or self._kept(n) for n in range(view.model().columnCount())}
        for column in self._expendable:
            widths[column] = self._kept(column)
        hidden: set[int] = set()
        for going in (None, *self._expendable):
            if going is not None:
                hidden.add(going)
            taken = sum(w for n, w in widths.items() if n != self._stretch and n not in hidden)
            if view.viewport().width() - taken >= max(self._least, view.horizontalHeader().sectionSizeHint(self._stretch)):
                break
        for column in self._expendable:
            if view.isColumnHidden(column) != (column in hidden):
                view.setColumnHidden(column, column in hidden)

    def _kept(self, column: int) -> int:
        """The width a column has when it is shown."""
        if not self._view.isColumnHidden(column):
            self._view.setProperty(f"width{column}", self._view.horizontalHeader().sectionSize(column))
        return int(self._view.property(f"width{column}") or 100)
