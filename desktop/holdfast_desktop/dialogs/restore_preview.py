"""Fourth and fifth step of a restore: what it will do, and for a live site the host's name typed before anything is changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLabel, QSizePolicy, QWidget

from holdfast_desktop.dialogs.sheet import field, labelled
from holdfast_desktop.theme.controls import IconLabel, card, column, label, row, set_card
from holdfast_desktop.wording.restores import newer_lines, plan_counts, plan_lines, sample_lines, tile_words
from holdfast_desktop.wording.sizes import count
from holdfast_desktop.wording.tr import tr


class PreviewStep(QWidget):
    """`rule_changed` when what happens to files that are there should be another: the plan is asked for anew."""

    rule_changed = Signal()

    def __init__(self, delete: bool = False) -> None:
        super().__init__()
        self.ready = False
        self.counts: Mapping[str, int] = {}
        """What the plan counted, by the names of `wording.restores.tile_words`."""
        self._card, self._icon, self._title, self._text, inner = _card("restorePreview")
        self._tiles = QWidget()
        self._numbers: dict[str, tuple[QWidget, QLabel]] = {}
        tiles = row(gap=24)
        for name, words in tile_words().items():
            number = label("", "section", name=f"restore{name.capitalize()}")
            holder = QWidget()
            holder.setLayout(column(number, label(words, "caption", tone="secondary", wrap=True), None, gap=0))
            self._numbers[name] = (holder, number)
            tiles.addWidget(holder, 1)
        self._tiles.setLayout(tiles)
        inner.insertWidget(1, self._tiles)
        self._newer = label(tone="warning", name="restoreNewer", wrap=True)
        self._samples = label(tone="secondary", role="caption", name="restoreSamples", wrap=True)
        self._overwrite = QComboBox()
        self._overwrite.setObjectName("restoreOverwrite")
        for word, words in (
            ("changed", tr("Replace files that differ")),
            ("newer", tr("Replace only files older than the backup's")),
            ("never", tr("Never replace, only add what is missing")),
            ("always", tr("Write every file anew")),
        ):
            self._overwrite.addItem(words, word)
        self._rule = labelled(tr("Files that are there already"), self._overwrite)
        self._overwrite.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._delete = QCheckBox(tr("Remove files that are not in the backup"))
        self._delete.setObjectName("restoreDelete")
        self._delete.setChecked(delete)
        self._delete_words = label(
            tr("Without this tick, files made after the backup stay where they are: also those of plugins added since."),
            "caption",
            wrap=True,
        )
        self._safety = QCheckBox(tr("Make a safety backup first"))
        self._safety.setObjectName("restoreSafety")
        self._safety.setChecked(True)
        self._safety_words = label(tr("The restore begins only when it went well, and can be undone with it."), "caption", wrap=True)
        self._files_rules = QWidget()
        self._files_rules.setLayout(column(self._rule, self._delete, row(self._delete_words, margins=(26, 0, 0, 0)), gap=4))
        self._safety_rules = QWidget()
        self._safety_rules.setLayout(column(self._safety, row(self._safety_words, margins=(26, 0, 0, 0)), gap=2))
        self.setLayout(column(self._card, self._newer, self._samples, self._files_rules, self._safety_rules, None, gap=10))
        self._overwrite.currentIndexChanged.connect(lambda _: self.rule_changed.emit())
        self._delete.toggled.connect(lambda _: self.rule_changed.emit())

    def offer(self, files_rules: bool, safety: bool) -> None:
        """Which rules there are for the chosen target."""
        self._files_rules.setVisible(files_rules)
        self._safety_rules.setVisible(safety)

    def overwrite(self) -> str:
        return str(self._overwrite.currentData())

    def delete(self) -> bool:
        return self._delete.isChecked()

    def safety(self) -> bool:
        return self._safety.isChecked()

    # what is shown

    def wait(self) -> None:
        self._say("neutral", "hourglass", tr("Looking at what is there…"), [])

    def fail(self, title: str, text: str) -> None:
        self._say("error", "circle-x", title, [text])

    def show_plan(self, plan: Mapping[str, Any], live: bool) -> None:
        """The plan of a restore to a folder or over a site of this computer."""
        space, free = plan.get("space_needed"), plan.get("space_free")
        short = isinstance(space, int) and isinstance(free, int) and space > free
        kind = "error" if short else "warning" if live else "running"
        lines = plan_lines(plan, live)
        self._say(kind, "circle-x" if short else "info", tr("Into {target}", target=str(plan.get("target") or "")), lines)
        self.counts = plan_counts(plan)
        for name, (holder, number) in self._numbers.items():
            number.setText(count(self.counts[name]))
            holder.setVisible(self.counts[name] > 0 or name in {"added", "replaced"})
        self._tiles.show()
        newer = newer_lines(plan.get("newer_on_site") or ())
        self._newer.setText("\n".join(newer))
        self._newer.setVisible(bool(newer))
        samples = sample_lines(plan.get("samples") or {})
        self._samples.setText("\n".join(samples))
        self._samples.setVisible(bool(samples))
        self.ready = not short

    def show_words(self, title: str, lines: Sequence[str], kind: str = "warning") -> None:
        """What a service will do, where nothing can be counted before."""
        shown = [f"• {line}" for line in lines] if len(lines) > 2 else lines
        self._say(kind, "triangle-alert" if kind == "warning" else "info", title, shown)
        self.ready = True

    def _say(self, kind: str, icon: str, title: str, lines: Sequence[str]) -> None:
        self.ready = False
        self.counts = {}
        set_card(self._card, kind)
        self._icon.set(icon, "" if kind == "neutral" else kind)
        self._title.setText(title)
        self._text.setText("\n".join(lines))
        self._text.setVisible(bool(lines))
        for one in (self._tiles, self._newer, self._samples):
            one.hide()


class ConfirmStep(QWidget):
    """`changed` with every letter."""

    changed = Signal()

    def __init__(self, host: str) -> None:
        super().__init__()
        self._host = host
        self._card, self._icon, self._title, self._text, _ = _card("restoreConfirm")
        set_card(self._card, "warning")
        self._icon.set("triangle-alert", "warning")
        holder, self._typed = field("restoreHostName", tr("Type the name of the site to go on: {site}", site=host))
        self._typed.textChanged.connect(lambda _: self.changed.emit())
        self.setLayout(column(self._card, holder, None, gap=16))

    def begin(self, title: str, lines: Sequence[str]) -> None:
        self._title.setText(title)
        self._text.setText("\n".join(lines))
        self._typed.clear()
        self._typed.setFocus()

    def is_named(self) -> bool:
        return self._typed.text().strip().casefold() == self._host.casefold()


def _card(name: str) -> tuple[QFrame, IconLabel, QLabel, QLabel, Any]:
    """A card with a glyph, a title and lines; the column they are in comes last."""
    frame = card(name, "neutral")
    icon = IconLabel("hourglass", size=20)
    title = label(role="strong", name=f"{name}Title", wrap=True)
    text = label(name=f"{name}Text", wrap=True)
    inner = column(title, text, gap=8)
    box = row(column(icon, None), inner, gap=12, margins=(16, 14, 16, 14))
    box.setStretch(1, 1)
    frame.setLayout(box)
    return frame, icon, title, text, inner
