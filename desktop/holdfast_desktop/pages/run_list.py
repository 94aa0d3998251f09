"""A table of runs, and all that is known of the chosen one: beside it where there is room, else in a line below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QHeaderView, QTableView, QVBoxLayout, QWidget

from holdfast.records import Job
from holdfast_desktop.dialogs.texts import TextSheet
from holdfast_desktop.event_loop import in_thread
from holdfast_desktop.models.rows import RowsModel, SortedRows
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.retrying import retrying_of
from holdfast_desktop.pages.run_panel import RunPanel
from holdfast_desktop.pages.run_rows import reason_of, run_columns, took_place, whole_text
from holdfast_desktop.pages.site_flows import write_text
from holdfast_desktop.theme.controls import button, dress_table, label, row
from holdfast_desktop.widgets.delegate import RowDelegate
from holdfast_desktop.widgets.states import Stateful
from holdfast_desktop.wording.jobs import verb_words
from holdfast_desktop.wording.times import exact
from holdfast_desktop.wording.tr import tr

ROOM_FOR_PANEL = 860


class RunList(QWidget):
    """`acted(word)`: of the message in place of the table."""

    acted = Signal(str)

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
        self.states.acted.connect(self.acted)
        self._panel = RunPanel(desk)
        self._panel.log_wanted.connect(self._show_log)
        self._panel.save_wanted.connect(self._save_log)
        self._reason = label(tone="secondary", name="runReason", wrap=True)
        self._log = button("activityLog", tr("Show log"), "plain", "file-text", self._show_log)
        self._below = QWidget()
        line = row(self._reason, self._log, gap=12)
        line.setStretch(0, 1)
        self._below.setLayout(line)
        both = row(self.states, self._panel, gap=16)
        both.setStretch(0, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(both, 1)
        box.addWidget(self._below)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._selected())
        self.view.doubleClicked.connect(lambda _: self._show_log())
        for key in ("Return", "Enter", "Space"):
            shortcut = QShortcut(QKeySequence(key), self.view)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self._show_log)
        self._retrying: list[str] = []
        desk.jobs_moved.connect(self._moved)
        self._selected()

    def _moved(self) -> None:
        """What runs says when it tries again; counted down while it is seen."""
        if not self.isVisible():
            return
        retrying = [retrying_of(self._desk, self._desk.live.get(job.id)) for job in self._model.rows() if not job.outcome]
        if retrying != self._retrying:
            self._retrying = retrying
            self._model.set_rows(self._model.rows())
            self._selected()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside = self.width() >= ROOM_FOR_PANEL and bool(self._model.rows())
        self._panel.setVisible(beside)
        self._below.setVisible(not beside and bool(self._model.rows()))
        last = len(self._model.columns) - 1
        if self.view.isColumnHidden(last) == beside:
            return
        self.view.setColumnHidden(last, beside)  # the panel says it, and more
        fixed, wide = QHeaderView.ResizeMode.Interactive, QHeaderView.ResizeMode.Stretch
        self.view.horizontalHeader().setSectionResizeMode(1, wide if beside else fixed)
        if not beside:
            self.view.setColumnWidth(1, self._model.columns[1].width)

    # what is shown

    def show_rows(self, rows: Sequence[Job]) -> None:
        self._model.set_rows(rows)
        if rows:
            self.states.show_content()
        else:
            self.states.say(
                "activity",
                tr("Nothing has run yet"),
                tr("Runs, skips and their reasons will appear here."),
                "schedules",
                tr("Open schedule"),
            )
        self._arrange()
        self._selected()

    def failed(self, title: str, text: str) -> None:
        """The runs could not be told."""
        if not self._model.rows():
            self.states.say("circle-alert", title, text, "retry", tr("Try again"), "error")

    def rows(self) -> Sequence[Job]:
        """Those that are shown now, in their order."""
        return [self._sorted.row_at(self._sorted.index(place, 0)) for place in range(self._sorted.rowCount())]

    def filter(self, text: str) -> None:
        self._sorted.filter(text)
        if self._model.rows() and not self._sorted.rowCount():
            self.states.say("funnel-x", tr("No run fits the filter"), "", "clear", tr("Clear filter"))
        elif self._model.rows():
            self.states.show_content()

    # the chosen one

    def _chosen(self) -> Job | None:
        chosen = self.view.selectionModel().selectedRows()
        job = self._sorted.row_at(chosen[0]) if chosen else None
        return job if isinstance(job, Job) else None

    def _selected(self) -> None:
        job = self._chosen()
        self._log.setEnabled(job is not None and took_place(job))
        self._reason.setText("" if job is None else reason_of(job, self._desk.now()))
        self._panel.show_job(job)

    def _show_log(self) -> None:
        job = self._chosen()
        if job is None or not took_place(job):
            return

        def got(text: str) -> None:
            title = f"{verb_words(job.verb)} · {exact(job.started_at)}"
            TextSheet(title, whole_text(job, text) or tr("There is no log of this run."), self.window()).open()

        self._desk.do(self._desk.app.jobs.log(job.id), got)

    def _save_log(self) -> None:
        job = self._chosen()
        if job is None:
            return
        chooser = QFileDialog(self, tr("Export the log of this run"), "", tr("Text (*.txt)"))
        chooser.setObjectName("runLogChooser")
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.selectFile(f"holdfast-{job.verb}-{job.id[:8]}.txt")
        chooser.fileSelected.connect(lambda path: self._desk.do(self._saved(job, path), lambda _: self._desk.say(tr("Saved"), path)))
        chooser.open()

    async def _saved(self, job: Job, path: str) -> None:
        text = whole_text(job, await self._desk.app.jobs.log(job.id))
        await in_thread(write_text, path, text + "\n")
