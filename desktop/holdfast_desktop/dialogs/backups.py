"""Dialogs about backups: what deleting removes, what a policy would keep."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from holdfast_desktop.dialogs.sheet import Sheet, labelled
from holdfast_desktop.theme.controls import button, label
from holdfast_desktop.wording.retention import POLICIES, policy_words
from holdfast_desktop.wording.tr import tr, tr_n


def stop_words(stop: str) -> str:
    """Why a plan of retention stops for a person (empty: it does not)."""
    words = {
        "SHRUNK": tr("This looks like a mistake: the newest backup holds less than half of the files of one before."),
        "MANY": tr("This looks like a mistake: most backups would go at once."),
    }
    return words.get(stop, stop)


class Delete(Sheet):
    """Shows exactly what goes before it goes."""

    def __init__(self, site: str, lines: Sequence[str], kept: int, parent: QWidget | None = None) -> None:
        """`lines`: one per backup. `kept`: how many of them are marked to be kept forever."""
        super().__init__(
            "deleteDialog", tr_n("Delete {n} backup of {site}?", "Delete {n} backups of {site}?", len(lines), site=site), parent=parent
        )
        shown = label("\n".join(lines[:10]), name="deleteList", wrap=True)
        self.body.addWidget(shown)
        if len(lines) > 10:
            self.body.addWidget(label(tr_n("and {n} more", "and {n} more", len(lines) - 10), tone="secondary"))
        if kept:
            self.body.addWidget(
                label(
                    tr_n("{n} of them is marked to be kept forever.", "{n} of them are marked to be kept forever.", kept),
                    tone="warning",
                    wrap=True,
                )
            )
        self.body.addWidget(
            label(
                tr("This cannot be undone. Their space comes back with the next “Free space” of the storage."), tone="secondary", wrap=True
            )
        )
        words = tr_n("Delete {n} backup", "Delete {n} backups", len(lines))
        self.buttons(button("deleteConfirm", words, "danger", "trash-2", self.accept), cancel=tr("Keep"))


class Retention(Sheet):
    """Which backups a policy keeps and which it would remove; nothing is removed before "Remove"."""

    preview_wanted = Signal(str)
    applied = Signal(str, bool, bool)
    """(policy, remove now, although the plan looks like a mistake)"""

    def __init__(self, subject: str, policy: str, parent: QWidget | None = None) -> None:
        super().__init__(
            "retentionDialog",
            tr("How long backups of {name} stay", name=subject),
            tr("Backups marked “keep forever” always stay."),
            parent,
            width=640,
        )
        self._policy = QComboBox()
        self._policy.setObjectName("retentionPolicy")
        for word in POLICIES:
            self._policy.addItem(policy_words(word), word)
        self._policy.addItem(tr("Own rule…"), "own")
        self._own = QLineEdit()
        self._own.setObjectName("retentionOwn")
        self._own.setPlaceholderText("last=3,daily=7,weekly=4,monthly=12")
        self._own.setAccessibleName(tr("Own rule"))
        self.body.addWidget(labelled(tr("Rule"), self._policy))
        self._policy.setSizePolicy(self._own.sizePolicy())
        self.body.addWidget(self._own)
        self._summary = label(role="strong", name="retentionSummary", wrap=True)
        self._removed = label(tone="secondary", name="retentionRemoved", wrap=True)
        self.body.addWidget(self._summary)
        self.body.addWidget(self._removed)
        self._now = QCheckBox(tr("Also remove these backups now"))
        self._now.setObjectName("retentionNow")
        self._stop = label(tone="warning", name="retentionStop", wrap=True)
        self.body.addWidget(self._stop)
        self._sure = QCheckBox(tr("I have looked: this is what I want"))
        self._sure.setObjectName("retentionConfirm")
        self._sure.toggled.connect(self._allow_removing)
        self.body.addWidget(self._sure)
        self.body.addWidget(self._now)
        self._save = button("retentionSave", tr("Save rule"), "primary", clicked=self._apply)
        self._preview = button("retentionPreview", tr("Preview"), icon="eye", clicked=self._ask)
        self.footer_left(self._preview)
        self.buttons(self._save)
        place = self._policy.findData(policy) if policy else 1
        self._policy.setCurrentIndex(place if place >= 0 else self._policy.count() - 1)
        if place < 0:
            self._own.setText(policy)
        self._own.setVisible(place < 0)
        self._policy.currentIndexChanged.connect(self._changed)
        self._own.textChanged.connect(lambda _: self._forget_preview())
        self._forget_preview()

    def policy(self) -> str:
        word = str(self._policy.currentData())
        return self._own.text().strip() if word == "own" else word

    def ask(self) -> None:
        self._ask()

    def _changed(self) -> None:
        self._own.setVisible(self._policy.currentData() == "own")
        self._forget_preview()
        if self._policy.currentData() != "own":
            self._ask()

    def _ask(self) -> None:
        if self.policy():
            self._summary.setText(tr("Working it out…"))
            self.preview_wanted.emit(self.policy())

    def _forget_preview(self) -> None:
        self._summary.setText("")
        self._removed.setText("")
        self._removable = False
        self._sure.setChecked(False)
        self._sure.hide()
        self._stop.hide()
        self._allow_removing()
        self.complain("")

    def _allow_removing(self) -> None:
        """A plan that looks like a mistake is done only when the person says that it is none."""
        self._now.setEnabled(self._removable and (self._sure.isHidden() or self._sure.isChecked()))
        if not self._now.isEnabled():
            self._now.setChecked(False)

    def show_plan(self, keep: int, remove: Sequence[str], stop: str = "") -> None:
        """`remove`: a line for each backup that would go. `stop`: the plan's own word for why it looks like a mistake."""
        kept = tr_n("{n} backup stays", "{n} backups stay", keep)
        gone = tr_n("{n} would be removed", "{n} would be removed", len(remove))
        self._summary.setText(f"{kept} · {gone}")
        more = [tr_n("and {n} more", "and {n} more", len(remove) - 8)] if len(remove) > 8 else []
        self._removed.setText("\n".join([*remove[:8], *more]))
        self._removable = bool(remove)
        self._sure.setVisible(bool(stop and remove))
        self._sure.setChecked(False)
        self._allow_removing()
        self._stop.setText(stop_words(stop))
        self._stop.setVisible(bool(stop and remove))
        self.complain("")
        self.refit()

    def refused(self, text: str) -> None:
        self._summary.setText("")
        self.complain(text, self._own if self._own.isVisible() else None)

    def _apply(self) -> None:
        if not self.policy():
            return self.complain(tr("Write a rule first."), self._own)
        self.applied.emit(self.policy(), self._now.isChecked(), self._sure.isChecked())
        self.accept()
