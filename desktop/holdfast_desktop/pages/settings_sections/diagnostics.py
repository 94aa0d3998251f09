"""Diagnostics: the doctor, the bundle for whoever helps, logs, and settings carried to another computer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from holdfast_desktop.dialogs.bundle import BundlePreview
from holdfast_desktop.dialogs.taken import TakePlan
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.settings_sections.rows import Fields, Section, cards, group, plain
from holdfast_desktop.theme.controls import IconLabel, button, column, label, row
from holdfast_desktop.wording.core_sentences import sentence
from holdfast_desktop.wording.doctor import check_title
from holdfast_desktop.wording.times import exact
from holdfast_desktop.wording.tr import tr, tr_n

if TYPE_CHECKING:
    from holdfast.app.adopting import Taken
    from holdfast.app.diagnosing import Diagnosis
    from holdfast.app.diagnosing_local import Finding

LOOKS = {"ok": ("circle-check", "ok"), "warning": ("triangle-alert", "warning"), "failed": ("circle-x", "error")}


class Diagnostics:
    def __init__(self, desk: Desk, fields: Fields) -> None:
        self._desk = desk
        self._diagnosis: Diagnosis | None = None
        self._examine = button("settingsDoctor", tr("Look now"), "primary", "list-checks", self.examine)
        self._bundle = button("settingsBundle", tr("Preview…"), icon="eye", clicked=self._preview)
        logs = button("settingsLogs", tr("Open folder"), icon="folder-open", clicked=self._open_logs)
        carry = group(
            button("settingsExport", tr("Export…"), icon="save", clicked=self._export),
            button("settingsImport", tr("Import…"), icon="folder-open", clicked=self._import),
            name="settingsCarry",
        )
        safe = label("holdfast-desktop --no-schedules", tone="secondary", name="settingsSafeMode")
        safe.setTextInteractionFlags(safe.textInteractionFlags().TextSelectableByMouse)
        self.findings = Findings()
        self._examined = plain(
            tr("Look at this computer, the stores and the storages"),
            tr("Changes nothing. Tries every storage, and asks servers what time it is."),
            self._examine,
        )
        doctor = Section(tr("Doctor"), self._examined)
        box = doctor.layout()
        if box is not None:
            box.addWidget(self.findings)
        self.sections = (
            doctor,
            Section(
                tr("For whoever helps"),
                plain(
                    tr("Bundle"),
                    tr("What the doctor found, logs and versions, without secrets. You see all of it before it is saved."),
                    self._bundle,
                ),
                plain(tr("Logs"), tr("Of the program, and one for each job."), logs),
                fields.number("log_days", "settingsLogDays", tr("Keep logs for"), "", (1, 3650), unit=tr(" days")),
            ),
            Section(
                tr("Another computer"),
                plain(
                    tr("Carry settings"),
                    tr("Sites, storages, accounts, schedules and settings as one file, without secrets. Bringing it in removes nothing."),
                    carry,
                ),
            ),
            Section(
                tr("Safe mode"),
                plain(
                    tr("Start without schedules"),
                    tr("Nothing runs by itself then: to look around after trouble. What you start runs."),
                    safe,
                ),
            ),
        )

    def page(self) -> QWidget:
        return cards(*self.sections)

    # the doctor

    def examine(self) -> None:
        self._examine.setEnabled(False)
        self._examined.complain("")
        self.findings.say(tr("Looking…"))

        def failed(error: Exception) -> None:
            self._examine.setEnabled(True)
            self.findings.say("")
            self._desk.failed(error)

        self._desk.tasks.start(self._desk.app.doctor(), self._found, failed)

    def _found(self, diagnosis: Diagnosis) -> None:
        self._diagnosis = diagnosis
        self._examine.setEnabled(True)
        self.findings.show_findings(diagnosis)

    def _preview(self) -> None:
        self._bundle.setEnabled(False)

        async def gather() -> Mapping[str, str]:
            diagnosis = self._diagnosis or await self._desk.app.doctor()
            return await self._desk.app.diagnostics(diagnosis)

        def gathered(texts: Mapping[str, str]) -> None:
            self._bundle.setEnabled(True)
            dialog = BundlePreview(texts, self._bundle.window())
            dialog.save_wanted.connect(lambda chosen: self._save_bundle(dialog, chosen))
            dialog.open()

        def failed(error: Exception) -> None:
            self._bundle.setEnabled(True)
            self._desk.failed(error)

        self._desk.tasks.start(gather(), gathered, failed)

    def _save_bundle(self, dialog: BundlePreview, texts: Mapping[str, str]) -> None:
        def chosen(path: str) -> None:
            def saved(where: object) -> None:
                dialog.accept()
                self._desk.say(tr("The bundle was saved"), str(where))

            self._desk.tasks.start(self._desk.app.save_diagnostics(texts, path), saved, lambda error: dialog.complain(str(error)), dialog)

        self._choose(tr("Save the bundle"), "holdfast-diagnostics.zip", tr("Archives (*.zip)"), chosen, dialog)

    def _open_logs(self) -> None:
        folder = str(self._desk.app.logs_folder)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(folder)):
            self._desk.say(tr("It is here"), folder, "running")

    # carrying settings

    def _export(self) -> None:
        def chosen(path: str) -> None:
            def done(records: int) -> None:
                self._desk.say(tr_n("{n} record was exported", "{n} records were exported", records), path)

            self._desk.do(self._desk.app.adopting.export(path), done)

        self._choose(tr("Export settings"), "holdfast-settings.json", tr("Settings (*.json)"), chosen)

    def _import(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chooser = QFileDialog(self._bundle.window(), tr("Import settings"), folder, tr("Settings (*.json)"))
        chooser.setObjectName("importDialog")
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(self.plan_import)
        chooser.open()

    def plan_import(self, path: str) -> None:
        """Show what this file would bring; it is brought in when the person says so."""

        def planned(plan: Taken) -> None:
            dialog = TakePlan(tr("What this file brings"), plan, self._bundle.window())
            dialog.accepted.connect(lambda: self._desk.do(self._desk.app.adopting.bring(path), self._brought))
            dialog.open()

        self._desk.do(self._desk.app.adopting.bring(path, dry_run=True), planned)

    def _brought(self, taken: Taken) -> None:
        count = sum(one.action in {"added", "changed"} for one in taken.changes)
        self._desk.changed("")
        self._desk.do(self._desk.app.settings.get(), self._desk.settings_changed.emit)
        todo = tr_n(
            "{n} thing is left for you: secrets do not travel.", "{n} things are left for you: secrets do not travel.", len(taken.needs)
        )
        self._desk.say(
            tr_n("{n} thing was brought in", "{n} things were brought in", count),
            todo if taken.needs else "",
            "warning" if taken.needs else "ok",
        )

    def _choose(self, title: str, name: str, filters: str, chosen: object, parent: QWidget | None = None) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chooser = QFileDialog(parent or self._bundle.window(), title, folder, filters)
        chooser.setObjectName("saveDialog")
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.selectFile(name)
        chooser.fileSelected.connect(chosen)
        chooser.open()


class Findings(QWidget):
    """What the doctor found: what is wrong first, what is in order as one line."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("doctorFindings")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(10)
        self.hide()

    def say(self, text: str) -> None:
        self._clear()
        self.setVisible(bool(text))
        if text:
            self._box.addWidget(label(text, tone="secondary", name="doctorState"))

    def show_findings(self, diagnosis: Diagnosis) -> None:
        bad = [one for one in diagnosis.findings if one.outcome in {"failed", "warning"}]
        fine = [one for one in diagnosis.findings if one.outcome == "ok"]
        unknown = [one for one in diagnosis.findings if one.outcome == "unknown"]
        titles = {
            "failed": tr_n("{n} thing is wrong or doubtful", "{n} things are wrong or doubtful", len(bad)),
            "warning": tr_n("{n} thing is doubtful", "{n} things are doubtful", len(bad)),
            "ok": tr("All is in order"),
        }
        self._clear()
        icon, tone = LOOKS.get(diagnosis.status, LOOKS["ok"])
        heading = label(titles[diagnosis.status], "strong", tone, name="doctorState")
        when = label(tr("looked {when}", when=exact(diagnosis.made_at)), "caption")
        self._box.addLayout(row(IconLabel(icon, tone), heading, when, None))
        for one in sorted(bad, key=lambda finding: finding.outcome != "failed"):
            self._box.addLayout(_line(one))
        for one in [*unknown, *fine]:
            self._box.addLayout(_line(one))
        self.show()

    def _clear(self) -> None:
        clear(self._box)


def _line(finding: Finding) -> QVBoxLayout:
    icon, tone = LOOKS.get(finding.outcome, ("circle-dashed", ""))
    title = tr("{check}: {name}", check=check_title(finding.check), name=finding.subject) if finding.subject else check_title(finding.check)
    texts = column(label(title, name="doctorFinding", wrap=True), label(sentence(finding.message), "caption", wrap=True), gap=0)
    if finding.hint:
        texts.addWidget(label(sentence(finding.hint), "caption", wrap=True))
    line = row(column(IconLabel(icon, tone), None), texts, gap=8)
    line.setStretch(1, 1)
    return column(line)


def clear(box: object) -> None:
    """Take everything out of a layout, also what is in layouts within it."""
    from PySide6.QtWidgets import QLayout

    if not isinstance(box, QLayout):
        return
    while (item := box.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
