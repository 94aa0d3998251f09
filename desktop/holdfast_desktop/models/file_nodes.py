"""The rows behind `FileTreeModel`: what they are, and how ticks add up. Plain data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import Qt


class FileRow(Protocol):
    """What the model needs to know of a file; the door's FileView is one."""

    @property
    def path(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def size(self) -> int | None: ...
    @property
    def modified_at(self) -> datetime | None: ...


@dataclass(eq=False, slots=True)
class Node:
    """One row of the tree."""

    row: FileRow | None
    parent: Node | None
    place: int = 0
    children: list[Node] | None = None
    """None: never answered."""
    asked: bool = False
    more: bool = False
    """There are entries that were not handed over yet."""
    rest: Qt.CheckState = Qt.CheckState.Unchecked
    """How entries that come later are ticked."""
    tick: Qt.CheckState = Qt.CheckState.Unchecked
    deepest: FileRow | None = None
    """The folder whose entries stand below this row, when folders between hold nothing else."""

    def is_folder(self) -> bool:
        return self.row is None or self.row.kind == "dir"

    def path(self) -> str:
        return "" if self.row is None else self.row.path

    def inner_path(self) -> str:
        """The folder whose entries stand below this row."""
        return self.deepest.path if self.deepest is not None else self.path()

    def name(self) -> str:
        if self.row is None or self.deepest is None:
            return "" if self.row is None else self.row.name
        above = self.row.path[: len(self.row.path) - len(self.row.name)]
        return self.deepest.path.removeprefix(above)


def tick_below(node: Node, state: Qt.CheckState) -> None:
    """`node` and everything in it, also what comes later."""
    node.tick = node.rest = state
    for child in node.children or ():
        tick_below(child, state)


def sum_of(node: Node) -> Qt.CheckState:
    """How a folder is ticked by what is in it."""
    states = {child.tick for child in node.children or ()} | ({node.rest} if node.more else set())
    return states.pop() if len(states) == 1 else Qt.CheckState.PartiallyChecked


def collect(node: Node, found: list[str]) -> None:
    """Into `found` the fewest paths that name what is ticked below `node`."""
    for child in node.children or ():
        if child.tick == Qt.CheckState.Checked:
            found.append(child.path())
        elif child.tick == Qt.CheckState.PartiallyChecked:
            collect(child, found)


def is_unread(node: Node) -> bool:
    """Something is ticked below `node` that was not read yet, so that its path is not known."""
    if node.tick != Qt.CheckState.PartiallyChecked and node.row is not None:
        return False
    if node.rest == Qt.CheckState.Checked and (node.more or node.children is None):
        return True
    return any(is_unread(child) for child in node.children or ())
