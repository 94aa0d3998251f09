"""Restore on the site itself, through its service: what, how, and what it means said before; the host's name typed at the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QRadioButton, QSizePolicy, QStackedWidget, QWidget

from holdfast.records import Backup
from holdfast_desktop.dialogs.options_form import OptionsForm
from holdfast_desktop.dialogs.sheet import Sheet, field, labelled
from holdfast_desktop.theme.controls import IconLabel, button, card, column, label, row
from holdfast_desktop.wording.services import remote_type_word, why_not_words
from holdfast_desktop.wording.states import part_word
from holdfast_desktop.wording.times import exact, relative
from holdfast_desktop.wording.tr import tr

WHAT, CONFIRM = range(2)
_BRINGS_ITS_OWN = "create_checkpoint"
"""The option of services that make a backup before by themselves."""


@dataclass(frozen=True)
class RemoteRestoreChoice:
    """`parts` empty = everything. `safety`: a backup is made first, and the restore begins only when that went well."""

    backup: str
    parts: tuple[str, ...]
    options: Mapping[str, Any]
    safety: bool


class RemoteRestore(Sheet):
    submitted = Signal(object)

    def __init__(
        self,
        site: str,
        host: str,
        backups: Sequence[Backup],
        chosen: str,
        offers: Mapping[str, Any],
        now: datetime,
        password_made: datetime | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`host`: what has to be typed. `password_made`: since when the credential exists; None = not known."""
        super().__init__("restoreDialog", tr("Restore {site}", site=site), " ", parent, width=640)
        self._site, self._host_name, self._offers, self._now = site, host, offers, now
        self._password_made = password_made
        self._backups = {backup.id: backup for backup in backups}
        self._steps = QStackedWidget()
        self._steps.addWidget(self._what_step(backups, chosen))
        self._steps.addWidget(self._confirm_step())
        self._steps.setMinimumHeight(360)
        self.body.addWidget(self._steps)
        self._back = button("restoreBack", tr("Back"), clicked=lambda: self._go(WHAT))
        self._next = button("restoreNext", tr("Continue"), "primary", clicked=self._forward)
        self._start = button("restoreStart", tr("Restore on the site"), "danger", "rotate-ccw", self._submit)
        self.buttons(self._back, self._next, self._start)
        self._go(WHAT)

    def _what_step(self, backups: Sequence[Backup], chosen: str) -> QWidget:
        self._backup = QComboBox()
        self._backup.setObjectName("restoreBackup")
        self._backup.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for backup in backups:
            words = f"{exact(backup.created_at)} · {relative(backup.created_at, self._now)} · {remote_type_word(backup.type)}"
            self._backup.addItem(words + (f" · {backup.label}" if backup.label else ""), backup.id)
        self._backup.setCurrentIndex(max(0, self._backup.findData(chosen)))
        self._all = QRadioButton(tr("Everything in the backup"))
        self._all.setObjectName("restoreAll")
        self._some = QRadioButton(tr("Only these parts"))
        self._some.setObjectName("restoreSome")
        group = QButtonGroup(self)
        self._part_boxes: dict[str, QCheckBox] = {}
        boxes = column(gap=2, margins=(26, 0, 0, 0))
        for part in self._offers.get("parts") or ():
            box = QCheckBox(part_word(str(part)))
            box.setObjectName(f"restorePart{str(part).capitalize()}")
            box.toggled.connect(self._enable)
            self._part_boxes[str(part)] = box
            boxes.addWidget(box)
        self._parts = QWidget()
        self._parts.setObjectName("restoreParts")
        self._parts.setLayout(boxes)
        for kind in (self._all, self._some):
            group.addButton(kind)
            kind.toggled.connect(self._what_changed)
        self._all.setChecked(True)
        self._form = OptionsForm(self._offers.get("restore") or ())
        whole = label(tr("This service restores a backup as a whole: single files or parts cannot be chosen."), tone="secondary", wrap=True)
        whole.setObjectName("restoreWhole")
        step = QWidget()
        layout = column(labelled(tr("Backup"), self._backup), 4, gap=8)
        if self._part_boxes:
            files = label(tr("Single files cannot be chosen through this service: download the backup for that."), "caption", wrap=True)
            for widget in (self._all, self._some, self._parts, files):
                layout.addWidget(widget)
        else:
            layout.addWidget(whole)
        layout.addWidget(self._form)
        layout.addStretch(1)
        step.setLayout(layout)
        return step

    def _what_changed(self) -> None:
        if hasattr(self, "_parts"):
            self._parts.setVisible(self._some.isChecked())
        self._enable()

    def _confirm_step(self) -> QWidget:
        self._preview = card("restorePreview", "warning")
        self._preview_title = label(role="strong", name="restorePreviewTitle", wrap=True)
        self._preview_text = label(name="restorePreviewText", wrap=True)
        texts = column(self._preview_title, self._preview_text, gap=8)
        box = row(column(IconLabel("triangle-alert", "warning", 20), None), texts, gap=12, margins=(16, 14, 16, 14))
        box.setStretch(1, 1)
        self._preview.setLayout(box)
        self._safety = QCheckBox(tr("Make a safety backup first, and restore only when it went well"))
        self._safety.setObjectName("restoreSafety")
        fields = {str(one["name"]) for one in self._offers.get("restore") or ()}
        self._safety_offered = not why_not_words(self._offers, "create") and _BRINGS_ITS_OWN not in fields
        self._safety.setChecked(self._safety_offered)
        self._safety.setVisible(self._safety_offered)
        holder, self._host = field("restoreHostName", tr("Type the name of the site to go on: {site}", site=self._host_name))
        self._host.textChanged.connect(self._enable)
        step = QWidget()
        step.setLayout(column(self._preview, self._safety, holder, None, gap=14))
        return step

    def _lines(self) -> list[str]:
        """What will happen, and what this service does not do."""
        backup = self._backups.get(str(self._backup.currentData()))
        parts = self._chosen_parts()
        words = ", ".join(part_word(part) for part in parts)
        lines = [tr("What is on the site now is replaced: {parts}.", parts=words) if parts else tr("What is on the site now is replaced.")]
        lines.append(tr("Visitors may see a maintenance page meanwhile. With the database, posts and orders made since are lost."))
        if not self._offers.get("confirms_restore"):
            lines.append(
                tr("The service accepts a restore, but never says whether it went well: it will end as “accepted, not confirmed”.")
            )
        made, then = self._password_made, backup.created_at if backup is not None else None
        if made is not None and then is not None and made > then and _touches_users(parts):
            lines.append(
                tr("Holdfast's password was made after this backup: it will be gone from the site afterwards. Then sign "
                   "in again under Access.")
            )  # fmt: skip
        return lines

    def _chosen_parts(self) -> tuple[str, ...]:
        return tuple(part for part, box in self._part_boxes.items() if box.isChecked()) if self._some.isChecked() else ()

    def _forward(self) -> None:
        wrong, control = self._form.wrong()
        if wrong:
            return self.complain(wrong, control)
        self._go(CONFIRM)

    def _go(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self.complain("")
        self.intro.setText((tr("Step 1 of 2: what"), tr("Step 2 of 2: what will happen"))[step])
        self._back.setVisible(step == CONFIRM)
        self._next.setVisible(step == WHAT)
        self._start.setVisible(step == CONFIRM)
        (self._start if step == CONFIRM else self._next).setDefault(True)
        if step == CONFIRM:
            backup = self._backups.get(str(self._backup.currentData()))
            when = exact(backup.created_at) if backup is not None else ""
            self._preview_title.setText(tr("{host} becomes what it was on {when}", host=self._host_name, when=when))
            self._preview_text.setText("\n\n".join(self._lines()))
            self._host.clear()
            self._host.setFocus()
        self._enable()

    def _enable(self) -> None:
        if not hasattr(self, "_start"):
            return
        self._next.setEnabled(bool(self._backup.currentData()) and (self._all.isChecked() or bool(self._chosen_parts())))
        self._start.setEnabled(self._host.text().strip().casefold() == self._host_name.casefold())

    def _submit(self) -> None:
        safety = self._safety_offered and self._safety.isChecked()
        self.submitted.emit(RemoteRestoreChoice(str(self._backup.currentData()), self._chosen_parts(), self._form.values(), safety))
        self.accept()


def _touches_users(parts: Sequence[str]) -> bool:
    """Users and their passwords are in the database."""
    return not parts or "database" in parts
