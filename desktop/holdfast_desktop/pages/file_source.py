"""Fills a tree with the files of a backup from the door: folder by folder, piece by piece, and what a search finds."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QObject

from holdfast.app import FileView, FoundFile
from holdfast.errors import as_failure
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.widgets.file_tree import FileTree
from holdfast_desktop.wording.errors import ErrorWords, Fix, fix

PIECE = 500
"""So many entries of a folder at once: more than any window shows."""
FOUND = 500


class FileSource(QObject):
    """Serves `tree` for as long as that lives."""

    def __init__(self, desk: Desk, tree: FileTree) -> None:
        super().__init__(tree)
        self._desk, self._tree = desk, tree
        self._site = self._backup = ""
        tree.wanted.connect(self._fill)
        tree.searched.connect(self._search)
        tree.acted.connect(self._act)

    def show_backup(self, site: str, backup: str) -> None:
        """From now on the files of this one; empty `backup`: of none."""
        self._site, self._backup = site, backup
        if backup:
            self._tree.restart()
        else:
            self._tree.clear()

    def is_showing(self, site: str, backup: str) -> bool:
        return (site, backup) == (self._site, self._backup)

    def _fill(self, path: str, offset: int) -> None:
        site, backup = self._site, self._backup
        if not backup:
            return

        def got(rows: Sequence[FileView]) -> None:
            if self.is_showing(site, backup):
                self._tree.show_rows(path, rows, more=len(rows) == PIECE)

        def failed(error: Exception) -> None:
            if self.is_showing(site, backup):
                self._failed(error)

        work = self._desk.app.backups.files(site, backup, path, offset=offset, limit=PIECE)
        self._desk.tasks.start(work, got, failed, self._tree)

    def _search(self, text: str) -> None:
        site, backup = self._site, self._backup

        def got(found: Sequence[FoundFile]) -> None:
            if self.is_showing(site, backup):
                rows = [_row(one, backup) for one in found if any(backup in version.backups for version in one.versions)]
                above = _common([row.path for row in rows])
                self._tree.show_found(
                    text, [msgspec.structs.replace(row, name=row.path[len(above) :]) for row in rows], len(found) == FOUND
                )

        work = self._desk.app.backups.find(text, site=site or None, limit=FOUND, kinds=("file", "symlink", "dir"))
        self._desk.tasks.start(work, got, self._failed, self._tree)

    def _failed(self, error: Exception) -> None:
        words = self._desk.words_of(as_failure(error), self._site)
        way = likely_fix(words)
        self._tree.say("circle-alert", words.title, words.body, way.action, way.label, severity="error")

    def _act(self, action: str) -> None:
        if action == "retry":
            self.show_backup(self._site, self._backup)
        else:
            self._desk.action_wanted.emit(action, self._site)


def likely_fix(words: ErrorWords) -> Fix:
    """The button of a view that could not be filled: the fix of the error, else another try."""
    return next((one for one in words.fixes if one.action != "show_activity"), fix("retry"))


def _row(found: FoundFile, backup: str) -> FileView:
    version = next(one for one in found.versions if backup in one.backups)
    return FileView(found.path, found.path.rpartition("/")[2], found.kind, version.size, version.modified_at)


def _common(paths: Sequence[str]) -> str:
    """The folders that all of these have in common, with the slash at their end."""
    if not paths:
        return ""
    first, last = min(paths), max(paths)
    same = next((place for place, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    return first[: first.rfind("/", 0, same) + 1]
