"""Activity: every run with its result and reason, and those that did not take place; filters; the log of one; reports for clients."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtWidgets import QComboBox, QFileDialog, QSizePolicy, QWidget

from holdfast.errors import as_failure
from holdfast.records import Job
from holdfast_desktop.event_loop import in_thread
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.page import Page
from holdfast_desktop.pages.report_flow import make_report
from holdfast_desktop.pages.run_list import RunList
from holdfast_desktop.pages.run_rows import LOOK_BACK, as_lines, newest_first, row_of
from holdfast_desktop.pages.site_flows import write_text
from holdfast_desktop.theme.controls import button, column, row
from holdfast_desktop.widgets.header import Chips, search_field
from holdfast_desktop.wording.tr import tr

SHOWN = 500


class ActivityPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "activity")
        self._asked = 0
        self._sites = _choice("activitySite", tr("Site"), [("", tr("All sites"))])
        self._sites.currentIndexChanged.connect(lambda _: self._load())
        self._since = _choice(
            "activitySince",
            tr("Since"),
            [("", tr("Any time")), ("0", tr("Today")), ("7", tr("Last 7 days")), ("30", tr("Last 30 days")), ("90", tr("Last 90 days"))],
        )
        self._since.currentIndexChanged.connect(lambda _: self._load())
        self._results = Chips(
            "activityResult",
            [
                ("all", tr("All")),
                ("failed", tr("Failed")),
                ("warning", tr("Warnings")),
                ("success", tr("Done")),
                ("skipped", tr("Did not run")),
            ],
        )
        self._results.chosen.connect(lambda _: self._load())
        self.search = search_field("activitySearch", tr("Filter runs"))
        self.search.setMinimumWidth(140)
        self.search.setMaximumWidth(240)
        self.runs = RunList(desk, with_site=True)
        self.runs.acted.connect(self._acted)
        self.search.textChanged.connect(self.runs.filter)
        self._export = button("activityExport", tr("Export list…"), "plain", "save", self._do_export)
        self._report = button("activityReport", tr("Report…"), "plain", "printer", self._do_report)
        body = QWidget()
        filters = row(self._results, None, self._since, self._sites, gap=8)
        body.setLayout(column(filters, self.runs, gap=12, margins=(24, 16, 24, 16)))
        self.build(tr("Activity"), body, [self.search, self._report, self._export])
        self.runs.states.loading()
        desk.refreshed.connect(self._sites_known)
        desk.job_ended.connect(lambda _: self._load())

    def show_site(self, name: str) -> None:
        self._sites_known()
        self._sites.setCurrentIndex(max(0, self._sites.findData(name)))

    def catch_up(self) -> None:
        self._sites_known()

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

    # what is shown

    def _load(self) -> None:
        if not self.isVisible():
            return
        self._asked += 1
        asked = self._asked

        def got(rows: Sequence[Job]) -> None:
            if asked != self._asked:
                return
            self.runs.show_rows(rows)
            self.runs.filter(self.search.text() if self.search is not None else "")
            if not rows and self._is_filtered():
                self.runs.states.say("funnel-x", tr("No run fits the filter"), "", "clear", tr("Clear filter"))

        def failed(error: Exception) -> None:
            words = self.desk.words_of(as_failure(error))
            self.runs.failed(words.title, words.body)

        self.desk.tasks.start(self._rows(self._results.value(), self._sites.currentData() or None, self._from()), got, failed)

    async def _rows(self, result: str, site: str | None, since: datetime | None) -> list[Job]:
        """Runs and slots for which none ran, newest first."""
        jobs = self.desk.app.jobs
        runs: list[Job] = []
        if result != "skipped":
            wanted = {"all": (None,), "failed": ("failed", "abandoned")}.get(result, (result,))
            pages = await asyncio.gather(*(jobs.history(site=site, outcome=one, limit=SHOWN, since=since) for one in wanted))
            runs = [job for page in pages for job in page.items]
        if result in {"all", "skipped"}:
            runs += [row_of(one) for one in await jobs.no_runs(since or self.desk.now() - LOOK_BACK, site=site)]
        return newest_first(runs)

    def _from(self) -> datetime | None:
        days = str(self._since.currentData() or "")
        if not days:
            return None
        midnight = self.desk.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        return midnight - timedelta(days=int(days))

    def _is_filtered(self) -> bool:
        return bool(self._results.value() != "all" or self._sites.currentData() or self._since.currentData())

    def _acted(self, action: str) -> None:
        if action == "schedules":
            self.desk.page_wanted.emit("sites")
        elif action == "retry":
            self._load()
        else:
            self._clear()

    def _clear(self) -> None:
        for one in (self._sites, self._since):
            one.blockSignals(True)
            one.setCurrentIndex(0)
            one.blockSignals(False)
        if self.search is not None:
            self.search.clear()
        self._results.choose("all")

    # files

    def _do_report(self) -> None:
        make_report(self.desk, self.window(), str(self._sites.currentData() or ""))

    def _do_export(self) -> None:
        chooser = QFileDialog(self, tr("Export the list of runs"), "", tr("Text (*.tsv)"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.selectFile("holdfast-activity.tsv")
        text = as_lines(self.runs.rows(), self.desk.now())
        chooser.fileSelected.connect(
            lambda path: self.desk.do(in_thread(write_text, path, text), lambda _: self.desk.say(tr("Saved"), path))
        )
        chooser.open()


def _choice(name: str, meaning: str, choices: Sequence[tuple[str, str]]) -> QComboBox:
    made = QComboBox()
    made.setObjectName(name)
    made.setAccessibleName(meaning)
    made.setAccessibleDescription(meaning)
    for word, words in choices:
        made.addItem(words, word)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(8)
    return made
