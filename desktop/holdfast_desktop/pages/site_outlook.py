"""A strip below a site's name: its next backup and why none runs now, its pause, and how well it is proven."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from holdfast.app import SiteView
from holdfast.records import Job
from holdfast.verdict import Reason
from holdfast_desktop.dialogs.proof import ProofSheet
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.pausing import resume
from holdfast_desktop.theme.controls import IconLabel, button, column, label, row, set_tone
from holdfast_desktop.widgets.elided import ElidedLabel
from holdfast_desktop.wording.proof import proof_look, proof_tip
from holdfast_desktop.wording.times import exact
from holdfast_desktop.wording.tips import plain_tip
from holdfast_desktop.wording.tr import tr
from holdfast_desktop.wording.waiting import next_line, paused_until, why_words

REASONS_SHOWN = 8


class SiteOutlook(QWidget):
    """The reasons are asked for when somebody wants to see them: to know them costs a look at the network."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("siteOutlook")
        self._desk = desk
        self._name = ""
        self._glyph = IconLabel("calendar-clock")
        self._next = ElidedLabel(name="siteNextRun")
        self._resume = button("siteResume", tr("Resume"), "link", clicked=self._resumed)
        self._why = button("siteWhyNot", tr("Why not now?"), "link", clicked=self._toggle)
        self._proof_glyph = IconLabel("flask-conical")
        self._proof = ElidedLabel(name="siteProof")
        self._evidence = button("siteEvidence", tr("Evidence…"), "link", clicked=self._show_proof)
        self._reasons = QFrame()
        self._reasons.setObjectName("siteReasons")
        self._lines = QVBoxLayout(self._reasons)
        self._lines.setContentsMargins(22, 0, 0, 4)
        self._lines.setSpacing(4)
        self._reasons.hide()
        strip = row(self._glyph, self._next, 8, self._resume, self._why, None, self._proof_glyph, self._proof, self._evidence, gap=6)
        self.setLayout(column(strip, self._reasons, gap=4, margins=(24, 10, 24, 0)))

    def show_site(self, site: SiteView) -> None:
        """Show what is known of `site`; the reasons that are open stay open while it is the same one, and are asked for anew."""
        now, waiting = self._desk.now(), self._desk.waiting(site.name)
        paused = paused_until(site.reasons)
        look, words = next_line(site.next_run_at, now, waiting, paused)
        self._glyph.set(look.icon, look.severity if look.severity != "neutral" else "")
        self._next.setText(words)
        self._next.setToolTip(plain_tip(exact(site.next_run_at)))
        set_tone(self._next, look.severity if look.severity == "warning" else "secondary")
        self._resume.setVisible(paused is not None)
        proof, told = proof_look(site.proof, site.proven_at, now)
        self._proof_glyph.set(proof.icon, proof.severity if proof.severity != "neutral" else "")
        self._proof.setText(told)
        self._proof.setToolTip(plain_tip(proof_tip(site.proof, site.proven_at)))
        set_tone(self._proof, proof.severity if proof.severity != "neutral" else "secondary")
        if site.name != self._name:
            self._name = site.name
            self._close()
        elif self._reasons.isVisibleTo(self):
            self._ask()

    def _show_proof(self) -> None:
        """What its last drill showed, check by check; another one from there."""
        site = self._desk.site(self._name)
        if site is None:
            return
        drills = not self._desk.is_service(site.name)
        dialog = ProofSheet(site.name, site.proof, site.proven_at, self._desk.now(), drills, self.window())
        dialog.drill_wanted.connect(lambda: self._desk.action_wanted.emit("drill", site.name))
        job = str(site.proof.get("job") or "")
        if job:
            work = self._desk.app.jobs.show(job)
            self._desk.tasks.start(work, lambda found: dialog.show_checks(_checks_of(found)), lambda _: dialog.show_checks(()), dialog)
        elif site.proof:
            dialog.show_checks(())
        dialog.open()

    def _toggle(self) -> None:
        if self._reasons.isVisibleTo(self):
            self._close()
        else:
            self._ask()

    def _close(self) -> None:
        self._reasons.hide()
        self._why.setText(tr("Why not now?"))

    def _ask(self) -> None:
        name = self._name

        def got(reasons: Sequence[Reason]) -> None:
            if name == self._name:
                self._show_reasons(reasons)

        self._desk.do(self._desk.app.schedules.why(name), got, name, self)

    def _show_reasons(self, reasons: Sequence[Reason]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        lines = list(dict.fromkeys(why_words(one, self._desk.now()) for one in reasons)) or [tr("Nothing speaks against it.")]
        for number, words in enumerate(lines[:REASONS_SHOWN]):
            self._lines.addWidget(label(words, tone="secondary", name=f"siteReason{number}", wrap=True))
        self._reasons.show()
        self._why.setText(tr("Hide reasons"))

    def _resumed(self) -> None:
        resume(self._desk, None if self._desk.pauses.get("") is not None else self._name)


def _checks_of(job: Job) -> Sequence[Mapping[str, Any]]:
    """Of a drill: its result; of one that failed they are in the failure."""
    details = (job.failure or {}).get("details") or {}
    found = job.result.get("checks") or details.get("checks") or ()
    return [one for one in found if isinstance(one, Mapping)]
