"""All of one run, beside the table: its result, its steps, its warnings, what went wrong in words, and its log."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from holdfast.records import Job
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.page import scrolled
from holdfast_desktop.pages.run_rows import began_by, failure_of, reason_of, said_now, seconds_of, took_place
from holdfast_desktop.theme.controls import IconLabel, button, column, label, row, set_tone
from holdfast_desktop.widgets.cards import Facts
from holdfast_desktop.widgets.tool_row import ToolRow
from holdfast_desktop.wording.jobs import phase_words, verb_words
from holdfast_desktop.wording.named import plan_name
from holdfast_desktop.wording.states import outcome_look
from holdfast_desktop.wording.times import duration, exact
from holdfast_desktop.wording.tr import tr, tr_n

WIDTH = 320
WARNINGS = 20


class RunPanel(QFrame):
    log_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("runPanel")
        self.setProperty("card", "true")
        self.setFixedWidth(WIDTH)
        self._desk = desk
        self._job: Job | None = None
        self._title = label(role="section", name="runTitle", wrap=True)
        self._glyph = IconLabel("circle-check")
        self._result = label(name="runResult", wrap=True)
        self._said = label(name="runSaid", wrap=True)
        self._facts = Facts()
        self._steps_title = label(tr("Steps"), "strong")
        self._steps = Facts()
        self._warnings_title = label(role="strong", name="runWarningsTitle")
        self._warnings = label(name="runWarnings", tone="secondary", wrap=True)
        self._fix = button("runFix", "", "plain", clicked=self._act)
        state = row(column(self._glyph, None), self._result, gap=8)
        state.setStretch(1, 1)
        inner = QWidget()
        inner.setLayout(
            column(
                self._title, state, self._said, row(self._fix, None), self._facts, 4, self._steps_title, self._steps,
                4, self._warnings_title, self._warnings, None, gap=8, margins=(16, 14, 12, 8),
            )
        )  # fmt: skip
        self._log = button("runLog", tr("Show log"), "plain", "file-text", self.log_wanted.emit)
        self._save = button("runLogSave", tr("Export log…"), "ghost", "save", self.save_wanted.emit)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 10)
        box.setSpacing(8)
        box.addWidget(scrolled(inner, "runPanelScroll"), 1)
        box.addLayout(row(ToolRow(self._log, self._save, None, folding=(self._save, self._log)), margins=(16, 0, 12, 0)))

    def show_job(self, job: Job | None) -> None:
        """None: nothing is chosen."""
        self._job = job
        for one in (self._log, self._save):
            one.setEnabled(job is not None and took_place(job))
        if job is None:
            self._empty()
            return
        look, failure, now = outcome_look(job.outcome), failure_of(job), self._desk.now()
        self._title.setText(verb_words(job.verb))
        self._glyph.set(look.icon, look.severity)
        self._glyph.show()
        self._result.setText(failure.title if failure is not None else look.word)
        set_tone(self._result, look.severity)
        said = reason_of(job, now) if not took_place(job) else said_now(self._desk, job)
        self._said.setText(failure.body if failure is not None else said)
        self._said.setVisible(bool(self._said.text()))
        fixes = failure.fixes if failure is not None else ()
        fix = next((one for one in fixes if one.action not in {"show_activity", "show_files"}), None)
        self._fix.setProperty("fixAction", fix.action if fix is not None else "")
        self._fix.setText(fix.label if fix is not None else "")
        self._fix.setVisible(fix is not None)
        self._show_facts(job)

    def _empty(self) -> None:
        self._title.setText(tr("No run is chosen"))
        self._result.setText(tr("Choose one to see what it did."))
        set_tone(self._result, "secondary")
        self._glyph.hide()
        self._facts.show_facts([])
        self._steps.show_facts([])
        for one in (self._said, self._fix, self._steps_title, self._warnings_title, self._warnings):
            one.hide()

    def _show_facts(self, job: Job) -> None:
        due = not took_place(job)
        seconds = seconds_of(job)
        facts = [
            ("runSite", tr("Site"), job.site),
            ("runStorage", tr("Storage"), job.storage),
            ("runBegan", tr("Was due") if due else tr("Began"), exact(job.started_at)),
            ("runTook", tr("Took"), duration(seconds) if seconds is not None else ""),
            ("runBy", tr("How"), began_by(job)),
            ("runSchedule", tr("Schedule"), plan_name(str(job.result.get("schedule") or ""), (job.site,)) if due else ""),
            ("runStep", tr("Is at"), phase_words(job.step, job.verb) if job.step and not job.outcome else ""),
            ("runId", tr("Number"), job.id[:8] if not due else ""),
        ]
        self._facts.show_facts([fact for fact in facts if fact[2]])
        steps = [(f"runStep{n}", phase_words(name, job.verb), duration(took)) for n, (name, took) in enumerate(job.phases.items())]
        self._steps.show_facts(steps)
        self._steps_title.setVisible(bool(steps))
        count = len(job.warnings)
        self._warnings_title.setText(tr_n("{n} warning", "{n} warnings", count))
        self._warnings.setText("\n".join(job.warnings[:WARNINGS]) + ("\n…" if count > WARNINGS else ""))
        for one in (self._warnings_title, self._warnings):
            one.setVisible(bool(count))

    def _act(self) -> None:
        if self._job is not None:
            subject = self._job.site or f"@{self._job.storage}"
            self._desk.action_wanted.emit(str(self._fix.property("fixAction") or ""), subject)
