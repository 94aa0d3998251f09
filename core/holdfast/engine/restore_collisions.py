"""Names that a case-blind file system cannot tell apart (Windows, macOS, sticks): the first comes, the later are told. Pure."""

from __future__ import annotations

import os
from collections.abc import Iterable

import msgspec

from holdfast.engine.restore_records import Item, NotRestored, Work, text
from holdfast.targets.folder_names import collisions


def without_collisions(work: Work) -> tuple[Work, list[NotRestored]]:
    """`work` without what would land on another's name, and what that is."""
    inside: dict[bytes, list[str]] = {}
    for item in _items(work):
        folder, _, name = item.path.rpartition(b"/")
        inside.setdefault(folder, []).append(os.fsdecode(name))
    lost: dict[bytes, str] = {}
    for folder, names in inside.items():
        for later, earlier in collisions(names).items():
            lost[folder + b"/" + os.fsencode(later) if folder else os.fsencode(later)] = earlier
    if not lost:
        return work, []
    kept = msgspec.structs.replace(
        work,
        folders=tuple(item for item in work.folders if not _is_lost(item.path, lost)),
        files=tuple(item for item in work.files if not _is_lost(item.path, lost)),
        hard_links=tuple(pair for pair in work.hard_links if not _is_lost(pair[0].path, lost)),
        special=tuple(item for item in work.special if not _is_lost(item.path, lost)),
    )
    return kept, [NotRestored(text(path), "name", f"This file system takes its name for that of {name}.") for path, name in lost.items()]


def _items(work: Work) -> Iterable[Item]:
    yield from work.folders
    yield from work.files
    yield from (item for item, _ in work.hard_links)
    yield from work.special


def _is_lost(path: bytes, lost: dict[bytes, str]) -> bool:
    """True for a path that collides or lies below one that does."""
    end = len(path)
    while end > 0:
        if path[:end] in lost:
            return True
        end = path.rfind(b"/", 0, end)
    return False
