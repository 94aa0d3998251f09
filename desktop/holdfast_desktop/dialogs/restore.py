"""Restore in five steps: from when, what, where to, what it will do, and for a live site the host's name typed before anything changes.

One dialog for sites of this computer and for sites with a service of their own: what such a service cannot do is said at the third
step, before it is needed (`restore_rules`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from holdfast.records import Backup
from holdfast_desktop.dialogs.restore_choice import RestoreChoice, RestoreFacts, Target
from holdfast_desktop.dialogs.restore_parts import PartsStep
from holdfast_desktop.dialogs.restore_preview import ConfirmStep, PreviewStep
from holdfast_desktop.dialogs.restore_rules import is_ours, why_not, why_not_files
from holdfast_desktop.dialogs.restore_target import TargetStep
from holdfast_desktop.dialogs.sheet import Sheet
from holdfast_desktop.models.files import FileTreeModel
from holdfast_desktop.theme.controls import button, label, row, set_tone
from holdfast_desktop.theme.theme import restyle
from holdfast_desktop.wording.restores import service_lines, start_words
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.times import exact, relative
from holdfast_desktop.wording.tr import tr

POINT, PARTS, TARGET, PREVIEW, CONFIRM = range(5)
WIDTH, HEIGHT = 780, 430


class Restore(Sheet):
    """`files_wanted(Backup)` asks for the tree of that backup, `plan_wanted(RestoreChoice)` for the preview, `submitted` starts it.

    The first step is a widget of whoever opens this; what is chosen there is told by `choose`."""

    files_wanted = Signal(object)
    plan_wanted = Signal(object)
    submitted = Signal(object)

    def __init__(
        self, facts: RestoreFacts, point: QWidget, tree: QWidget, model: FileTreeModel, now: datetime, *, paths: Sequence[str] = (),
        verbs: Mapping[str, str] | None = None, start: RestoreChoice | None = None, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """`tree` shows `model`, a checkable one. `paths`: files that were chosen before. `verbs`: why the service does not download or
        restore. `start`: everything is chosen already (an undo): the preview comes first."""
        super().__init__("restoreDialog", tr("Restore {site}", site=facts.site), parent=parent, width=WIDTH)
        self._facts, self._now, self._verbs = facts, now, verbs or {}
        self._backup: Backup | None = None
        self._tree_of = ""
        given, only = (start.paths, start.only) if start is not None else (tuple(paths), ())
        self._parts = PartsStep(facts, tree, model, given, only)
        self._target = TargetStep(facts, start.target if start is not None else None)
        self._preview = PreviewStep(delete=start is not None and start.delete)
        self._confirm = ConfirmStep(facts.host)
        self._steps = QStackedWidget()
        for step in (point, self._parts, self._target, self._preview, self._confirm):
            self._steps.addWidget(step)
        self._steps.setMinimumHeight(HEIGHT)
        self._trail = self._make_trail()
        self.body.addWidget(self._trail)
        self.body.addWidget(self._steps, 1)
        self._back = button("restoreBack", tr("Back"), clicked=lambda: self._go(self.step() - 1))
        self._next = button("restoreNext", tr("Continue"), "primary", clicked=self._forward)
        self._start = button("restoreStart", tr("Restore"), "danger", "rotate-ccw", self._submit)
        self.buttons(self._back, self._next, self._start)
        self._parts.changed.connect(self._enable)
        self._parts.files_wanted.connect(self._ask_files)
        self._target.changed.connect(self._enable)
        self._preview.rule_changed.connect(self._ask_plan)
        self._confirm.changed.connect(self._enable)
        self._first = PREVIEW if start is not None else POINT
        self._go(PARTS if paths else POINT)
        point.setFocus()

    def _make_trail(self) -> QWidget:
        """Where one is: the names of the steps in a row."""
        titles = (tr("When"), tr("What"), tr("Where to"), tr("Preview"), tr("Confirm"))
        self._names = [label(words, name=f"restoreStep{place}") for place, words in enumerate(titles, 1)]
        holder = QWidget()
        holder.setObjectName("restoreSteps")
        box = row(gap=10)
        for place, name in enumerate(self._names):
            if place:
                self._mark = label("›", tone="secondary")
                box.addWidget(self._mark)
            box.addWidget(name)
        box.addStretch(1)
        holder.setLayout(box)
        return holder

    # the first step, by whoever made it

    def choose(self, backup: Backup | None) -> None:
        """The point that is chosen; None: none on that day."""
        other = backup is not None and (self._backup is None or backup.id != self._backup.id)
        self._backup = backup
        if other:
            self._parts.allow_files(why_not_files(self._facts, backup))
            self._parts.restart()
        self._enable()

    def backup(self) -> Backup | None:
        return self._backup

    def preview_at_once(self) -> None:
        """For an undo: nothing is left to choose."""
        self._go(PREVIEW)

    def _ask_files(self) -> None:
        if self._backup is not None and self._backup.id != self._tree_of:
            self._tree_of = self._backup.id
            self.files_wanted.emit(self._backup)

    # the plan

    def show_plan(self, plan: Mapping[str, Any]) -> None:
        """The answer to `plan_wanted`."""
        self._preview.show_plan(plan, self._is_live())
        self._enable()

    def plan_failed(self, title: str, text: str) -> None:
        self._preview.fail(title, text)
        self._enable()

    def _ask_plan(self) -> None:
        if self.step() != PREVIEW:
            return
        self._preview.wait()
        target, choice = self._target.target(), self.choice()
        own = not self._facts.has_service
        fetched = not own and target == "folder" and not is_ours(self._facts, self._backup)
        self._preview.offer(
            (choice.to is not None and not fetched) or (own and target == "live"), target == "live" and self._facts.can_save_before
        )
        if fetched:
            self._show_download(choice)
        elif choice.to is None and not own:
            self._show_service(target)
        else:
            self.plan_wanted.emit(choice)
        self._enable()

    def _show_download(self, choice: RestoreChoice) -> None:
        backup = self._backup
        lines = [tr("The whole backup is downloaded as an archive: {size}.", size=size(backup.size))] if backup and backup.size else []
        self._preview.show_words(tr("Into {target}", target=choice.to or ""), [*lines, tr("The site itself is not touched.")], "running")

    def _show_service(self, target: Target) -> None:
        made, then = self._facts.password_made, self._backup.created_at if self._backup is not None else None
        parts = self._parts.only()
        lost = made is not None and then is not None and made > then and (not parts or "database" in parts)
        age = (self._now - then).total_seconds() if then is not None else None
        staging = target == "staging"
        words = service_lines(parts, self._facts.confirms, not self._facts.can_save_before, lost and not staging, staging, age)
        self._preview.show_words(self._becomes(), words)

    def _becomes(self) -> str:
        when = exact(self._backup.created_at) if self._backup is not None else ""
        return tr("{host} becomes what it was on {when}", host=self._facts.host, when=when)

    # moving

    def step(self) -> int:
        return self._steps.currentIndex()

    def _is_live(self) -> bool:
        return self._target.target() == "live"

    def _forward(self) -> None:
        wrong, control = self._target.wrong() if self.step() == TARGET else ("", None)
        self.complain(wrong, control)
        if not wrong:
            self._go(self.step() + 1)

    def _go(self, step: int) -> None:
        if step == TARGET:
            some = bool(self._parts.paths()), bool(self._parts.only())
            self._target.offer(why_not(self._facts, self._backup, *some, self._verbs))
        self._steps.setCurrentIndex(step)
        if step == PREVIEW:
            self._ask_plan()
        elif step == CONFIRM:
            self._confirm.begin(self._becomes(), self._confirm_lines())
        self._show_step()
        self._enable()

    def _confirm_lines(self) -> list[str]:
        lines = [tr("What comes back: {what}.", what=self._parts.words())]
        if self._facts.can_save_before:
            safe = self._preview.safety()
            lines.append(
                tr("A safety backup is made first.") if safe else tr("No safety backup is made: this cannot be undone with one click.")
            )
        if self._preview.delete() and not self._facts.has_service:
            lines.append(tr("Files that are not in the backup are removed."))
        return lines

    def _show_step(self) -> None:
        step, last = self.step(), CONFIRM if self._is_live() else PREVIEW
        for place, name in enumerate(self._names):
            name.setProperty("role", "strong" if place == step else "body")
            set_tone(name, "running" if place == step else "" if place < step else "secondary")
            restyle(name)
        self._trail.setAccessibleName(tr("Step {n} of {all}", n=step + 1, all=last + 1))
        self._back.setVisible(step > self._first)
        self._next.setVisible(step < last)
        self._start.setVisible(step == last)
        leading = self._start if step == last else self._next
        leading.setDefault(True)
        if step == PREVIEW:
            leading.setFocus()
        backup = self._backup
        self.intro.setVisible(step > POINT and backup is not None)
        if backup is not None:
            parts = [
                exact(backup.created_at),
                relative(backup.created_at, self._now),
                size(backup.size) if backup.size else "",
                backup.label,
            ]
            self.intro.setText(" · ".join(part for part in parts if part))

    def _enable(self) -> None:
        if not hasattr(self, "_start"):
            return
        step = self.step()
        if step in (TARGET, PREVIEW):
            for one in (self._names[CONFIRM], self._mark):
                one.setVisible(self._is_live())
        ready = {
            POINT: self._backup is not None,
            PARTS: self._parts.is_ready(),
            TARGET: self._target.is_ready(),
            PREVIEW: self._preview.ready,
            CONFIRM: self._confirm.is_named(),
        }
        self._next.setEnabled(ready[step])
        self._start.setEnabled(ready[step])
        self._start.setText(self._start_words())
        kind = "danger" if self._target.to() is None else "primary"
        if self._start.property("kind") != kind:
            self._start.setProperty("kind", kind)
            restyle(self._start)

    def _start_words(self) -> str:
        if self._facts.has_service and self._target.to() is None:
            return tr("Restore on the site")
        if self._facts.has_service and not self._preview.counts:
            return tr("Download")
        return start_words(self._preview.counts)

    # what was chosen

    def choice(self) -> RestoreChoice:
        target = self._target.target()
        live = target == "live"
        return RestoreChoice(
            backup=self._backup.id if self._backup is not None else "",
            to=self._target.to(),
            only=self._parts.only(),
            paths=self._parts.paths(),
            overwrite=self._preview.overwrite(),
            delete=self._preview.delete(),
            safety_backup=live and self._facts.can_save_before and self._preview.safety(),
            target=target,
            database=self._target.database(),
            database_secret=self._target.database_secret(),
            options=self._target.options(),
        )

    def _submit(self) -> None:
        self.submitted.emit(self.choice())
        self.accept()
