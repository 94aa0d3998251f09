"""The tags of one site or several: known ones to tick, new ones to write. What only some of them have stays so unless it is ticked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from holdfast_desktop.dialogs.sheet import Sheet, field
from holdfast_desktop.theme.controls import button, column, label
from holdfast_desktop.wording.tr import tr


class TagsSheet(Sheet):
    """After `accepted`: `tags_of(site)` is what it has from then on."""

    def __init__(self, title: str, before: Mapping[str, Sequence[str]], known: Sequence[str], parent: QWidget | None = None) -> None:
        """`before`: the tags of each site now; `known`: those of all sites."""
        super().__init__("tagsDialog", title, tr("Schedules and reports can be for all sites with a tag."), parent, width=440)
        self._before = before
        self._boxes: dict[str, QCheckBox] = {}
        boxes = column(gap=2)
        for number, tag in enumerate(known):
            box = QCheckBox(tag.replace("&", "&&"))
            box.setObjectName(f"tag{number}")
            having = sum(tag in tags for tags in before.values())
            if 0 < having < len(before):
                box.setTristate(True)
                box.setCheckState(Qt.CheckState.PartiallyChecked)
            else:
                box.setChecked(having > 0)
            self._boxes[tag] = box
            boxes.addWidget(box)
        if not known:
            boxes.addWidget(label(tr("No site has a tag yet."), tone="secondary"))
        self.body.addLayout(boxes)
        holder, self.fresh = field("tagsNew", tr("New tags, with commas"), hint=tr("shop, mitte"))
        self.body.addWidget(holder)
        self.body.addStretch(1)
        self.buttons(button("tagsAccept", tr("Save"), "primary", clicked=self.accept))

    def tags_of(self, site: str) -> tuple[str, ...]:
        kept = list(self._before[site])
        for tag, box in self._boxes.items():
            state = box.checkState()
            if state == Qt.CheckState.Checked and tag not in kept:
                kept.append(tag)
            elif state == Qt.CheckState.Unchecked and tag in kept:
                kept.remove(tag)
        fresh = [part.strip() for part in self.fresh.text().split(",") if part.strip()]
        return tuple(dict.fromkeys([*kept, *fresh]))
