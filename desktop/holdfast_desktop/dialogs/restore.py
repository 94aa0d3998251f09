"""Restore in steps: what, where to, what it will do, and for a live site the site's name typed before anything is changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QStandardPaths, Signal
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHeaderView,
    QLineEdit,
    QRadioButton,
    QStackedWidget,
    QTreeView,
    QWidget,
)

from holdfast.records import PARTS, Backup
from holdfast_desktop.dialogs.sheet import Sheet, field, labelled
from holdfast_desktop.models.files import FileTreeModel
from holdfast_desktop.theme.controls import IconLabel, button, card, column, label, row, set_card
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.states import part_word, type_word
from holdfast_desktop.wording.times import duration, exact, relative
from holdfast_desktop.wording.tr import tr, tr_n

WHAT, WHERE, PREVIEW = range(3)


@dataclass(frozen=True)
class RestoreChoice:
    """What the user chose. `to` None = over the live site; `paths` and `only` empty = everything."""

    backup: str
    to: str | None
    only: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    overwrite: str = "changed"
    delete: bool = False
    safety_backup: bool = True


class Restore(Sheet):
    """`files_wanted(backup, path)` fills the tree, `plan_wanted(RestoreChoice)` asks for the preview, `submitted` starts it."""

    plan_wanted = Signal(object)
    submitted = Signal(object)

    def __init__(
        self, site: str, live_path: str, backups: Sequence[Backup], chosen: str, now: datetime, tree: FileTreeModel,
        paths: Sequence[str] = (), delegate: QAbstractItemDelegate | None = None, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """`tree`: a checkable model that whoever opens this fills."""
        super().__init__("restoreDialog", tr("Restore {site}", site=site), parent=parent, width=680)
        self.intro.show()
        self._site, self._live, self._tree, self._now = site, live_path, tree, now
        self._given_paths = tuple(paths)
        self._steps = QStackedWidget()
        self._steps.addWidget(self._what_step(backups, chosen, now, delegate))
        self._steps.addWidget(self._where_step())
        self._steps.addWidget(self._preview_step())
        self._steps.setMinimumHeight(360)
        self.body.addWidget(self._steps)
        self._back = button("restoreBack", tr("Back"), clicked=lambda: self._go(self._steps.currentIndex() - 1))
        self._next = button("restoreNext", tr("Continue"), "primary", clicked=self._forward)
        self._start = button("restoreStart", tr("Restore"), "primary", "rotate-ccw", self._submit)
        self.buttons(self._back, self._next, self._start)
        self._go(WHERE if paths else WHAT)

    # step 1

    def _what_step(self, backups: Sequence[Backup], chosen: str, now: datetime, delegate: QAbstractItemDelegate | None) -> QWidget:
        self._backup = QComboBox()
        self._backup.setObjectName("restoreBackup")
        for backup in backups:
            words = f"{exact(backup.created_at)} · {relative(backup.created_at, now)} · {type_word(backup.type)}"
            self._backup.addItem(words + (f" · {backup.label}" if backup.label else ""), backup.id)
        self._backup.setCurrentIndex(max(0, self._backup.findData(chosen)))
        self._backup.currentIndexChanged.connect(lambda _: self._what_changed())
        self._all = QRadioButton(tr("Everything"))
        self._all.setObjectName("restoreAll")
        self._some = QRadioButton(tr("Parts of the site"))
        self._some.setObjectName("restoreSome")
        self._files = QRadioButton(tr("Files and folders"))
        self._files.setObjectName("restoreFiles")
        kinds = QButtonGroup(self)
        self._parts = QWidget()
        self._parts.setObjectName("restoreParts")
        self._part_boxes: dict[str, QCheckBox] = {}
        boxes = column(gap=2, margins=(26, 0, 0, 0))
        for part in PARTS:
            box = QCheckBox(part_word(part))
            box.setObjectName(f"restorePart{part.capitalize()}")
            box.toggled.connect(self._enable)
            self._part_boxes[part] = box
            boxes.addWidget(box)
        self._parts.setLayout(boxes)
        self._view = self._tree_view(delegate)
        for kind in (self._all, self._some, self._files):
            kinds.addButton(kind)
            kind.toggled.connect(self._what_changed)
        step = QWidget()
        layout = column(labelled(tr("Backup"), self._backup), 4, self._all, self._some, self._parts, self._files, self._view, gap=6)
        layout.addStretch(1)
        step.setLayout(layout)
        self._backup.setSizePolicy(self._backup.sizePolicy().horizontalPolicy().Expanding, self._backup.sizePolicy().verticalPolicy())
        self._all.setChecked(True)
        return step

    def _tree_view(self, delegate: QAbstractItemDelegate | None) -> QTreeView:
        view = QTreeView()
        view.setObjectName("fileTree")
        view.setAccessibleName(tr("Files of the backup"))
        view.setModel(self._tree)
        if delegate is not None:
            view.setItemDelegate(delegate)
        view.setUniformRowHeights(True)
        view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        view.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        view.header().setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        view.header().setStretchLastSection(False)
        view.setMinimumHeight(180)
        self._tree.ticked.connect(self._enable)
        view.clicked.connect(self._toggle_row)
        return view

    def _toggle_row(self, index: QModelIndex) -> None:
        if index.column() != 0:
            self._view.setExpanded(index.siblingAtColumn(0), not self._view.isExpanded(index.siblingAtColumn(0)))

    def _what_changed(self) -> None:
        self._parts.setVisible(self._some.isChecked())
        files = self._files.isChecked()
        self._view.setVisible(files)
        if files:
            self._tree.restart()
        if hasattr(self, "_next"):
            self._enable()

    # step 2

    def _where_step(self) -> QWidget:
        self._to_folder = QRadioButton(tr("To a folder (the site itself stays as it is)"))
        self._to_folder.setObjectName("restoreToFolder")
        self._to_live = QRadioButton(tr("Over the live site"))
        self._to_live.setObjectName("restoreToLive")
        group = QButtonGroup(self)
        for choice in (self._to_folder, self._to_live):
            group.addButton(choice)
            choice.toggled.connect(self._where_changed)
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation) or str(Path.home())
        self._target = QLineEdit(str(Path(folder) / f"{_safe(self._site)}-restored"))
        self._target.setObjectName("restoreTarget")
        self._target.setAccessibleName(tr("Folder to restore to"))
        self._target.textChanged.connect(self._enable)
        self._browse = button("restoreBrowse", tr("Choose…"), icon="folder-open", clicked=self._choose_folder)
        self._live_words = label(tr("Files and database in {path} become what they were.", path=self._live), tone="secondary", wrap=True)
        self._overwrite = QComboBox()
        self._overwrite.setObjectName("restoreOverwrite")
        for word, text in (
            ("changed", tr("Replace files that differ")),
            ("newer", tr("Replace only files older than the backup's")),
            ("never", tr("Never replace, only add what is missing")),
            ("always", tr("Write every file anew")),
        ):
            self._overwrite.addItem(text, word)
        self._delete = QCheckBox(tr("Remove files that are not in the backup"))
        self._delete.setObjectName("restoreDelete")
        self._safety = QCheckBox(tr("Make a safety backup first"))
        self._safety.setObjectName("restoreSafety")
        self._safety.setChecked(True)
        step = QWidget()
        step.setLayout(
            column(
                self._to_folder, row(self._target, self._browse, margins=(26, 0, 0, 0)),
                self._to_live, row(self._live_words, margins=(26, 0, 0, 0)), 8,
                labelled(tr("Files that are there already"), self._overwrite), self._delete,
                label(tr("Without this tick, files made after the backup stay where they are."), "caption", wrap=True),
                self._safety, None, gap=8,
            )
        )  # fmt: skip
        self._overwrite.setSizePolicy(
            self._overwrite.sizePolicy().horizontalPolicy().Expanding, self._overwrite.sizePolicy().verticalPolicy()
        )
        self._to_folder.setChecked(True)
        self._to_live.setEnabled(bool(self._live))
        self._where_changed()
        return step

    def _where_changed(self) -> None:
        live = self._to_live.isChecked()
        for one in (self._target, self._browse):
            one.setEnabled(not live)
        self._live_words.setEnabled(live)
        self._safety.setVisible(live)
        if hasattr(self, "_next"):
            self._enable()

    def _choose_folder(self) -> None:
        chooser = QFileDialog(self, tr("Folder to restore to"), self._target.text())
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.fileSelected.connect(self._target.setText)
        chooser.open()

    # step 3

    def _preview_step(self) -> QWidget:
        self._preview = card("restorePreview", "neutral")
        self._preview_icon = IconLabel("hourglass", size=20)
        self._preview_title = label(role="strong", name="restorePreviewTitle", wrap=True)
        self._preview_text = label(name="restorePreviewText", wrap=True)
        texts = column(self._preview_title, self._preview_text, gap=6)
        box = row(column(self._preview_icon, None), texts, gap=12, margins=(16, 14, 16, 14))
        box.setStretch(1, 1)
        self._preview.setLayout(box)
        self._confirm, self._host = field("restoreHostName", tr("Type the name of the site to go on: {site}", site=self._site))
        self._host.textChanged.connect(self._enable)
        step = QWidget()
        step.setLayout(column(self._preview, self._confirm, None, gap=16))
        return step

    def show_plan(self, plan: Mapping[str, Any]) -> None:
        """The answer to `plan_wanted`: what the restore would do."""
        space, free = plan.get("space_needed"), plan.get("space_free")
        short = isinstance(space, int) and isinstance(free, int) and space > free
        self._ready = not short
        set_card(self._preview, "error" if short else "warning" if self._choice().to is None else "running")
        self._preview_icon.set("circle-x" if short else "info", "error" if short else "warning" if self._choice().to is None else "running")
        self._preview_title.setText(tr("Into {target}", target=str(plan.get("target") or "")))
        self._preview_text.setText("\n".join(plan_lines(plan)))
        self._enable()

    def plan_failed(self, title: str, text: str) -> None:
        self._ready = False
        set_card(self._preview, "error")
        self._preview_icon.set("circle-x", "error")
        self._preview_title.setText(title)
        self._preview_text.setText(text)
        self._enable()

    # moving

    _ready = False

    def tree_view(self) -> QTreeView:
        return self._view

    def backup(self) -> str:
        return str(self._backup.currentData() or "")

    def _forward(self) -> None:
        self._go(self._steps.currentIndex() + 1)

    def _go(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self.intro.setText((tr("Step 1 of 3: what"), tr("Step 2 of 3: where to"), tr("Step 3 of 3: what will happen"))[step])
        self._back.setVisible(step > WHAT)
        self._next.setVisible(step < PREVIEW)
        self._start.setVisible(step == PREVIEW)
        (self._start if step == PREVIEW else self._next).setDefault(True)
        if step == PREVIEW:
            self._ask_plan()
        self._enable()

    def _ask_plan(self) -> None:
        self._ready = False
        set_card(self._preview, "neutral")
        self._preview_icon.set("hourglass")
        self._preview_title.setText(tr("Looking at what is there…"))
        self._preview_text.setText("")
        live = self._to_live.isChecked()
        self._confirm.setVisible(live)
        self._host.clear()
        self.plan_wanted.emit(self._choice())

    def _enable(self) -> None:
        if self._steps.currentIndex() == WHAT:
            nothing = (self._some.isChecked() and not self._only()) or (self._files.isChecked() and not self._tree.selection())
            self._next.setEnabled(not nothing and bool(self.backup()))
        elif self._steps.currentIndex() == WHERE:
            self._next.setEnabled(self._to_live.isChecked() or bool(self._target.text().strip()))
        else:
            named = not self._to_live.isChecked() or self._host.text().strip().casefold() == self._site.casefold()
            self._start.setEnabled(self._ready and named)

    def _only(self) -> tuple[str, ...]:
        return tuple(part for part, box in self._part_boxes.items() if box.isChecked()) if self._some.isChecked() else ()

    def _choice(self) -> RestoreChoice:
        paths = self._given_paths or (tuple(self._tree.selection()) if self._files.isChecked() else ())
        live = self._to_live.isChecked()
        return RestoreChoice(
            self.backup(), None if live else self._target.text().strip(), self._only(), paths, str(self._overwrite.currentData()),
            self._delete.isChecked(), self._safety.isChecked() if live else False,
        )  # fmt: skip

    def _submit(self) -> None:
        self.submitted.emit(self._choice())
        self.accept()


def plan_lines(plan: Mapping[str, Any]) -> list[str]:
    """What a plan would do, a line for each kind of change."""

    def n(key: str) -> int:
        return int(plan.get(key) or 0)

    lines = [
        tr_n("{n} file is added", "{n} files are added", n("added")),
        tr_n("{n} file is replaced", "{n} files are replaced", n("overwritten")),
        tr_n("{n} file stays as it is", "{n} files stay as they are", n("unchanged")),
    ]
    if n("left"):
        lines.append(tr_n("{n} newer or other file is left alone", "{n} newer or other files are left alone", n("left")))
    if n("removed"):
        lines.append(
            tr_n("{n} file that is not in the backup is removed", "{n} files that are not in the backup are removed", n("removed"))
        )
    tables = plan.get("tables") or ()
    if tables:
        lines.append(tr_n("{n} table of the database is replaced", "{n} tables of the database are replaced", len(tables)))
    age = plan.get("backup_age_seconds")
    if isinstance(age, int | float):
        lines.append(tr("The backup is {age} old", age=_age(float(age))))
    if plan.get("space_needed") is not None:
        lines.append(tr("{needed} are needed, {free} are free", needed=size(plan.get("space_needed")), free=size(plan.get("space_free"))))
    return lines


def _age(seconds: float) -> str:
    days = int(seconds // 86400)
    return tr_n("{n} day", "{n} days", days) if days else duration(seconds)


def _safe(name: str) -> str:
    return "".join(c if c.isalnum() or c in "-._" else "-" for c in name)
