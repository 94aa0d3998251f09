"""What deleting backups removes, before it is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from holdfast_desktop.dialogs.sheet import Sheet
from holdfast_desktop.theme.controls import button, label
from holdfast_desktop.wording.tr import tr, tr_n


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
