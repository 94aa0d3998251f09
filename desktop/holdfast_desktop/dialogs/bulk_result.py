"""How a run over many sites ended, site by site."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTableView, QWidget

from holdfast.errors import Failure
from holdfast_desktop.dialogs.sheet import Sheet
from holdfast_desktop.models.rows import Column, RowsModel
from holdfast_desktop.theme.controls import button, dress_table
from holdfast_desktop.widgets.delegate import RowDelegate
from holdfast_desktop.wording.states import outcome_look
from holdfast_desktop.wording.tr import tr, tr_n


@dataclass(frozen=True)
class BulkRow:
    """How it ended for one site."""

    site: str
    outcome: str
    failure: Failure | None = None
    path: str = ""


ORDER = ("failed", "abandoned", "missed", "cancelled", "warning", "success")


class BulkResult(Sheet):
    """`retry_wanted` closes it."""

    retry_wanted = Signal()

    def __init__(
        self, what: Literal["backup", "download"], rows: Sequence[BulkRow], why: Callable[[BulkRow], str], parent: QWidget | None = None
    ) -> None:
        title = tr("Back up all") if what == "backup" else tr("Download newest")
        failed = sum(row.outcome not in {"success", "warning"} for row in rows)
        good = len(rows) - failed
        intro = tr_n("{good} of {n} site went well.", "{good} of {n} sites went well.", len(rows), good=good)
        super().__init__("bulkResult", title, intro, parent, width=660)
        columns: list[Column[BulkRow]] = [
            Column(tr("Site"), lambda r: r.site, icon=lambda r: outcome_look(r.outcome).icon, tone=_tone, tip=lambda r: r.site),
            Column(tr("Result"), lambda r: why(r) or r.path or outcome_look(r.outcome).word, tone=lambda _: "secondary", tip=why),
        ]
        model: RowsModel[BulkRow] = RowsModel(columns, key=lambda r: r.site, parent=self)
        model.set_rows(sorted(rows, key=lambda r: (ORDER.index(r.outcome) if r.outcome in ORDER else 0, r.site.casefold())))
        table = QTableView()
        table.setModel(model)
        dress_table(table, "bulkTable", stretch=1)
        table.setAccessibleName(title)
        table.setItemDelegate(RowDelegate(table))
        table.setColumnWidth(0, 280)
        table.setMinimumHeight(min(420, 40 + 36 * len(rows)))
        self.body.addWidget(table)
        if failed:
            again = button("bulkRetry", tr_n("Retry failed ({n})", "Retry failed ({n})", failed), "primary", clicked=self._again)
            self.buttons(again, cancel=tr("Close"))
        else:
            self.buttons(cancel=tr("Close"))

    def _again(self) -> None:
        self.accept()
        self.retry_wanted.emit()


def _tone(row: BulkRow) -> str:
    return outcome_look(row.outcome).severity
