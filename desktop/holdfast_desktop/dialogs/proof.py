"""What the last drill of a site showed, check by check, how well that proves it, and how old the proof is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from holdfast_desktop.dialogs.sheet import Sheet
from holdfast_desktop.theme.controls import IconLabel, button, label, row, set_tone
from holdfast_desktop.wording.core_sentences import sentence
from holdfast_desktop.wording.proof import check_look, check_title, proof_look
from holdfast_desktop.wording.tr import tr


class ProofSheet(Sheet):
    """`drill_wanted`: another one, now."""

    drill_wanted = Signal()

    def __init__(
        self, site: str, proof: Mapping[str, Any], proven_at: datetime | None, now: datetime, drills: bool, parent: QWidget | None = None
    ) -> None:
        """`drills`: whether this computer can drill this site."""
        intro = tr("A drill restores a backup to a scratch place and looks whether everything arrived. It touches nothing of the site.")
        super().__init__("proofDialog", tr("How well is {site} proven?", site=site), intro, parent, width=560)
        look, words = proof_look(proof, proven_at, now)
        self._line = label(words, "strong", name="proofLine", wrap=True)
        set_tone(self._line, look.severity if look.severity != "neutral" else "")
        head = row(IconLabel(look.icon, look.severity if look.severity != "neutral" else "", 20), self._line, gap=10)
        head.setStretch(1, 1)
        self.body.addLayout(head)
        self._said = label(
            tr("Looking for its evidence…") if proof else tr("It was never drilled."), tone="secondary", name="proofSaid", wrap=True
        )
        self.body.addWidget(self._said)
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(2, 1)
        self.body.addWidget(self._table)
        self.body.addStretch(1)
        act = button("proofDrill", tr("Drill now"), "primary", "flask-conical", self._drill)
        act.setVisible(drills)
        self.buttons(act, cancel=tr("Close"))

    def show_checks(self, checks: Sequence[Mapping[str, Any]]) -> None:
        """As a drill's result has them; empty: they are not known any more."""
        self._said.setText("" if checks else tr("What it looked at in detail is not kept any more."))
        self._said.setVisible(not checks)
        for place, check in enumerate(checks):
            look = check_look(str(check.get("outcome", "")))
            name = str(check.get("name", ""))
            self._grid.addWidget(IconLabel(look.icon, look.severity if look.severity != "neutral" else ""), place, 0)
            self._grid.addWidget(label(f"{check_title(name)} · {look.word}", name=f"proofCheck{place}"), place, 1)
            self._grid.addWidget(
                label(sentence(str(check.get("detail", ""))), tone="secondary", name=f"proofDetail{place}", wrap=True), place, 2
            )
        self.refit()

    def _drill(self) -> None:
        self.accept()
        self.drill_wanted.emit()
