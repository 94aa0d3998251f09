"""Activity: every run with its result and reason; filters; the log of one."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from holdfast.app import Page as RowsPage
from holdfast.records import Job
from holdfast_desktop.event_loop import in_thread
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.page import Page
from holdfast_desktop.pages.run_list import RunList, reason_of
from holdfast_desktop.theme.controls import button, column, row
from holdfast_desktop.widgets.header import Chips, search_field
from holdfast_desktop.wording.jobs import verb_words
from holdfast_desktop.wording.states import outcome_look
from holdfast_desktop.wording.times import exact
from holdfast_desktop.wording.tr import tr

SHOWN = 300


class ActivityPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "activity")
        self._asked = 0
        self._sites = QComboBox()
        self._sites.setObjectName("activitySite")
        self._sites.setAccessibleName(tr("Site"))
        self._sites.setFixedWidth(240)
        self._sites.addItem(tr("All sites"), "")
        self._sites.currentIndexChanged.connect(lambda _: self._load())
        self._results = Chips(
            "activityResult",
            [("all", tr("All")), ("failed", tr("Failed")), ("warning", tr("Warnings")), ("success", tr("Done"))],
        )
        self._results.chosen.connect(lambda _: self._load())
        self.search = search_field("activitySearch", tr("Filter runs"))
        self.search.setFixedWidth(240)
        self.runs = RunList(desk, with_site=True)
        self.search.textChanged.connect(self.runs.filter)
        self._export = button("activityExport", tr("Export…"), "plain", "save", self._do_export)
        body = QWidget()
        body.setLayout(column(row(self._sites, 4, self._results, None, gap=8), self.runs, gap=12, margins=(24, 16, 24, 16)))
        self.build(tr("Activity"), body, [self.search, self._export])
        desk.refreshed.connect(self._sites_known)
        desk.job_ended.connect(lambda _: self._load())

    def show_site(self, name: str) -> None:
        self._sites_known()
        self._sites.setCurrentIndex(max(0, self._sites.findData(name)))

    def shown(self) -> None:
        self._load()

    def refresh(self) -> None:
        super().refresh()
        self._load()

    def _sites_known(self) -> None:
        names = sorted((s.name for s in self.desk.sites()), key=str.casefold)
        known = [self._sites.itemData(n) for n in range(1, self._sites.count())]
        if names == known:
            return
        before = self._sites.currentData()
        self._sites.blockSignals(True)
        self._sites.clear()
        self._sites.addItem(tr("All sites"), "")
        for name in names:
            self._sites.addItem(name, name)
        self._sites.setCurrentIndex(max(0, self._sites.findData(before)))
        self._sites.blockSignals(False)

    def _load(self) -> None:
        if not self.isVisible():
            return
        self._asked += 1
        asked = self._asked
        outcome = self._results.value()

        def got(page: RowsPage[Job]) -> None:
            if asked == self._asked:
                self.runs.show_rows(page.items)
                filtered = outcome != "all" or self._sites.currentData()
                if not page.items and filtered:
                    self.runs.states.say("funnel-x", tr("No run fits the filter"))

        work = self.desk.app.jobs.history(
            site=self._sites.currentData() or None, outcome=None if outcome == "all" else outcome, limit=SHOWN
        )
        self.desk.tasks.start(work, got)

    def _do_export(self) -> None:
        chooser = QFileDialog(self, tr("Export the list of runs"), "", tr("Text (*.tsv)"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.selectFile("holdfast-activity.tsv")
        lines = [
            "\t".join((exact(j.started_at), j.site or j.storage, verb_words(j.verb), outcome_look(j.outcome).word, reason_of(j)))
            for j in self.runs.rows()
        ]
        chooser.fileSelected.connect(
            lambda path: self.desk.do(in_thread(_write, path, "\n".join(lines) + "\n"), lambda _: self.desk.say(tr("Saved"), path))
        )
        chooser.open()


def _write(path: str, text: str) -> None:
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
