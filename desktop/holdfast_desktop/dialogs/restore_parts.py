"""Second step of a restore: everything, parts of the site, or single files out of the tree."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QSizePolicy, QWidget

from holdfast_desktop.dialogs.restore_choice import RestoreFacts
from holdfast_desktop.models.files import FileTreeModel
from holdfast_desktop.theme.controls import column, label, row
from holdfast_desktop.wording.states import part_word
from holdfast_desktop.wording.tips import plain_name
from holdfast_desktop.wording.tr import tr, tr_n

GIVEN_SHOWN = 6


class PartsStep(QWidget):
    """`changed` after each choice, `files_wanted` when the tree is looked at for the first time."""

    changed = Signal()
    files_wanted = Signal()

    def __init__(self, facts: RestoreFacts, tree: QWidget, model: FileTreeModel, given: Sequence[str], only: Sequence[str] = ()) -> None:
        """`tree` shows `model`, a checkable one. `given`: files that were chosen before; `only`: parts that are ticked to begin with."""
        super().__init__()
        self._tree, self._model, self._given = tree, model, tuple(given)
        self._why_no_files = ""
        self._all = self._kind("restoreAll", tr("Everything in the backup"))
        self._some = self._kind("restoreSome", tr("Parts of the site"))
        self._files = self._kind("restoreFiles", tr("Single files and folders"))
        self._those = self._kind("restoreGiven", tr_n("The chosen file", "The {n} chosen files and folders", max(1, len(given))))
        group = QButtonGroup(self)
        for kind in (self._those, self._all, self._some, self._files):
            group.addButton(kind)
        self._given_list = label(_listed(given), tone="secondary", name="restoreGivenList", wrap=True)
        self._parts = QWidget()
        self._parts.setObjectName("restoreParts")
        self._boxes = {part: self._box(part) for part in facts.parts}
        self._parts.setLayout(column(*self._boxes.values(), gap=2, margins=(26, 0, 0, 0)))
        self._whole = label(tr("This service restores a backup as a whole: its parts cannot be chosen."), tone="secondary", wrap=True)
        self._whole.setObjectName("restoreWhole")
        self._no_files = label(tone="secondary", name="restoreNoFiles", wrap=True)
        tree.setMinimumHeight(220)
        self._count = label(tone="secondary", name="restoreChosen")
        self.setLayout(
            column(
                self._those, row(self._given_list, margins=(26, 0, 0, 0)), self._all, self._some, self._parts, self._whole, self._files,
                self._no_files, tree, self._count, gap=6,
            )
        )  # fmt: skip
        box = self.layout()
        assert box is not None  # noqa: S101 - set above
        self._filler = QWidget()
        self._filler.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        box.addWidget(self._filler)
        model.ticked.connect(self._choice_changed)
        for part in only:
            if part in self._boxes:
                self._boxes[part].setChecked(True)
        (self._those if given else self._some if only and self._boxes else self._all).setChecked(True)
        self.allow_files("")

    def _kind(self, name: str, words: str) -> QRadioButton:
        made = QRadioButton(words)
        made.setObjectName(name)
        made.toggled.connect(lambda on: self._choice_changed() if on else None)
        return made

    def _box(self, part: str) -> QCheckBox:
        made = QCheckBox(part_word(part))
        made.setObjectName(f"restorePart{part.capitalize()}")
        made.toggled.connect(self._choice_changed)
        return made

    def allow_files(self, why_not: str) -> None:
        """Whether the chosen backup lets single files be chosen; `why_not` in words, empty when it does."""
        self._why_no_files = why_not
        self._files.setEnabled(not why_not)
        self._those.setEnabled(not why_not)
        if why_not and (self._files.isChecked() or self._those.isChecked()):
            self._all.setChecked(True)
        self._choice_changed()

    def restart(self) -> None:
        """Another backup: what was looked at of the one before is not what is shown."""
        if self._files.isChecked():
            self.files_wanted.emit()

    def _choice_changed(self) -> None:
        if not hasattr(self, "_filler"):
            return
        files = self._files.isChecked()
        for one in (self._those, self._given_list):
            one.setVisible(bool(self._given))
        self._some.setVisible(bool(self._boxes))
        self._parts.setVisible(bool(self._boxes) and self._some.isChecked())
        self._whole.setVisible(not self._boxes)
        self._no_files.setText(self._why_no_files)
        self._no_files.setVisible(bool(self._why_no_files))
        self._tree.setVisible(files)
        self._filler.setVisible(not files)
        self._count.setVisible(files)
        if files and not self._model.is_loaded():
            self.files_wanted.emit()
        number = len(self._model.selection()) if files else 0
        self._count.setText(
            tr_n("{n} file or folder chosen", "{n} files and folders chosen", number) if number else tr("Nothing chosen yet")
        )
        self.changed.emit()

    # what was chosen

    def only(self) -> tuple[str, ...]:
        return tuple(part for part, box in self._boxes.items() if box.isChecked()) if self._some.isChecked() else ()

    def paths(self) -> tuple[str, ...]:
        if self._those.isChecked():
            return self._given
        return tuple(self._model.selection()) if self._files.isChecked() else ()

    def is_ready(self) -> bool:
        if self._files.isChecked():
            return bool(self._model.selection()) and self._model.is_settled()
        return not self._some.isChecked() or bool(self.only())

    def words(self) -> str:
        """What is restored, in a few words."""
        if self._those.isChecked() or self._files.isChecked():
            return tr_n("{n} chosen file or folder", "{n} chosen files and folders", len(self.paths()))
        return ", ".join(part_word(part) for part in self.only()) or tr("everything in the backup")


def _listed(paths: Sequence[str]) -> str:
    more = len(paths) - GIVEN_SHOWN
    lines = [plain_name(path) for path in paths[:GIVEN_SHOWN]]
    return "\n".join([*lines, *([tr_n("and {n} more", "and {n} more", more)] if more > 0 else [])])
