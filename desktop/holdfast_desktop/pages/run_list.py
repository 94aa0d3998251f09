"""A table of runs, and what the chosen one said."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from holdfast.records import Job
from holdfast_desktop.dialogs.texts import TextSheet
from holdfast_desktop.models.rows import Column, RowsModel, SortedRows
from holdfast_desktop.pages.desk import Desk, details_of
from holdfast_desktop.theme.controls import button, dress_table, label, row
from holdfast_desktop.widgets.delegate import RowDelegate
from holdfast_desktop.widgets.states import Stateful
from holdfast_desktop.wording.errors import error_words
from holdfast_desktop.wording.jobs import result_line, verb_icon, verb_words
from holdfast_desktop.wording.states import outcome_look
from holdfast_desktop.wording.times import exact, relative
from holdfast_desktop.wording.tr import tr


class RunList(QWidget):
    def __init__(self, desk: Desk, with_site: bool = False) -> None:
        super().__init__()
        self._desk = desk
        self._model = RowsModel[Job](run_columns(desk, with_site), key=lambda j: j.id)
        self._sorted = SortedRows(self._model, self)
        self.view = QTableView()
        self.view.setModel(self._sorted)
        dress_table(self.view, "activityTable", stretch=len(self._model.columns) - 1)
        self.view.setAccessibleName(tr("Runs"))
        self.view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.view.setItemDelegate(RowDelegate(self.view))
        self.view.setSortingEnabled(True)
        self.view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        for place, column in enumerate(self._model.columns):
            if column.width:
                self.view.horizontalHeader().setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
                self.view.setColumnWidth(place, column.width)
        self.states = Stateful(self.view, "activityEmpty", primary=False)
        self._reason = label(tone="secondary", name="runReason", wrap=True)
        self._log = button("activityLog", tr("Show log"), "plain", "file-text", self._show_log)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.states, 1)
        line = row(self._reason, self._log, gap=12)
        line.setStretch(0, 1)
        box.addLayout(line)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._selected())
        self.view.doubleClicked.connect(lambda _: self._show_log())
        self._selected()

    def show_rows(self, rows: Sequence[Job]) -> None:
        self._model.set_rows(rows)
        if rows:
            self.states.show_content()
        else:
            self.states.say("activity", tr("Nothing has run yet"), tr("Runs, skips and their reasons will appear here."))
        self._selected()

    def rows(self) -> Sequence[Job]:
        return self._model.rows()

    def filter(self, text: str) -> None:
        self._sorted.filter(text)

    def _chosen(self) -> Job | None:
        chosen = self.view.selectionModel().selectedRows()
        job = self._sorted.row_at(chosen[0]) if chosen else None
        return job if isinstance(job, Job) else None

    def _selected(self) -> None:
        job = self._chosen()
        self._log.setEnabled(job is not None)
        self._reason.setText("" if job is None else reason_of(job))

    def _show_log(self) -> None:
        job = self._chosen()
        if job is None:
            return

        def got(text: str) -> None:
            failure = job.failure or {}
            head = details_of(
                str(failure.get("code", "")),
                str(failure.get("message", "")),
                str(failure.get("hint", "")),
                dict(failure.get("details") or {}),
            )
            whole = "\n\n".join(part for part in (head, "\n".join(job.warnings), text) if part)
            TextSheet(
                f"{verb_words(job.verb)} · {exact(job.started_at)}", whole or tr("There is no log of this run."), self.window()
            ).open()

        self._desk.do(self._desk.app.jobs.log(job.id), got)


def reason_of(job: Job) -> str:
    """What the chosen run has to say, in a sentence or two."""
    if job.failure:
        subject = job.site or job.storage
        words = error_words(
            str(job.failure.get("code", "")), str(job.failure.get("message", "")), str(job.failure.get("hint", "")),
            job.failure.get("details") or {}, subject,
        )  # fmt: skip
        return f"{words.title}. {words.body}"
    return " · ".join(job.warnings[:3])


def _seconds(job: Job) -> float | None:
    return (job.ended_at - job.started_at).total_seconds() if job.ended_at and job.started_at else None


def run_columns(desk: Desk, with_site: bool) -> list[Column[Job]]:
    columns = [
        Column[Job](
            tr("When"), lambda j: relative(j.started_at, desk.now()), sort=lambda j: j.started_at.timestamp() if j.started_at else None,
            tip=lambda j: exact(j.started_at), width=120,
        ),
        Column[Job](tr("What"), lambda j: verb_words(j.verb), icon=lambda j: verb_icon(j.verb), width=140),
        Column[Job](
            tr("Result"), lambda j: outcome_look(j.outcome).word, icon=lambda j: outcome_look(j.outcome).icon,
            tone=lambda j: outcome_look(j.outcome).severity, width=180,
        ),
        Column[Job](tr("Details"), lambda j: _details(j), tip=reason_of, tone=lambda _: "secondary"),
    ]  # fmt: skip
    if with_site:
        columns.insert(1, Column[Job](tr("Site"), lambda j: j.site or j.storage, width=210))
    return columns


def _details(job: Job) -> str:
    return result_line(job.verb, job.outcome, job.result, _seconds(job)) if job.outcome in {"success", "warning"} else reason_of(job)
