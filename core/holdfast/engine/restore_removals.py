"""Which things that a backup does not have a restore removes from its target, when asked to, and what it spares.

Spared is whatever the backup left out on purpose (its excludes: caches, the live database), what the caller names, and the repository
itself, should it lie in the target.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from holdfast.engine.restore_trees import joined
from holdfast.sources.excludes import PRESETS, Excluder
from holdfast.targets.folder import Existing, Target

Protects = Callable[[bytes], bool]
"""True for a path below the target that is never removed, whatever the backup holds."""


class Removals:
    """Collects `paths`: files, links and folders that go with all they hold."""

    def __init__(self, target: Target, excludes: tuple[str, ...], repository: str, protects: Protects | None) -> None:
        """`repository`: the folder of a local repository, or ""."""
        presets = [word.removeprefix("preset:") for word in excludes if word.startswith("preset:")]
        self._target = target
        self._excluder = Excluder(excludes, [preset for preset in presets if preset in PRESETS])
        self._repository = _inside(target.root, repository)
        self._spared = protects
        self.paths: list[bytes] = []

    def remove(self, place: bytes, existing: Existing) -> list[bytes]:
        """Remove `place` as far as nothing in it is spared; the files (not folders) that go."""
        if self._protects(place, existing.kind == "dir"):
            return []
        if existing.kind != "dir":
            self.paths.append(place)
            return [place]
        before = len(self.paths)
        inside = self._target.names(place)
        files = [path for name, below in inside for path in self.remove(joined(place, name), below)]
        gone = set(self.paths[before:])
        if all(joined(place, name) in gone for name, _ in inside):
            self.paths[before:] = [place]
        return files

    def remove_whole(self, place: bytes) -> bool:
        """Remove a folder that stands in the way, unless something in it is spared; whether it goes."""
        if self._holds_spared(place):
            return False
        self.paths.append(place)
        return True

    def _holds_spared(self, folder: bytes) -> bool:
        if self._protects(folder, True):
            return True
        for name, below in self._target.names(folder):
            path = joined(folder, name)
            if self._holds_spared(path) if below.kind == "dir" else self._protects(path, False):
                return True
        return False

    def _protects(self, place: bytes, is_folder: bool) -> bool:
        repository = self._repository
        if repository is not None and (repository == b"." or place == repository or place.startswith(repository + b"/")):
            return True
        if self._spared is not None and self._spared(place):
            return True
        return bool(self._excluder) and self._excluder.excludes_path(place, is_folder)


def _inside(root: Path, repository: str) -> bytes | None:
    """Where the repository lies below `root`; None when it does not."""
    if not repository:
        return None
    top, place = os.path.realpath(root), os.path.realpath(repository)
    return os.fsencode(os.path.relpath(place, top)) if (place + os.sep).startswith(top.rstrip(os.sep) + os.sep) else None
