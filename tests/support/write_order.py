"""P1 from outside: what a program does to a repository's folder, seen by strace, against the rules for durable writing.

A file appears under its final name only after its bytes are synced; its folder is synced before anything that relies on it appears;
packs before the index that lists them, the index before the snapshot; an old lock or key goes after its successor is durable.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

_CALLS = "fsync,fdatasync,rename,renameat,renameat2,link,linkat"
_SYNC = re.compile(r"^\d+\s+(?:fsync|fdatasync)\(\d+<(?P<path>[^>]*)>\)\s+= 0")
_APPEAR = re.compile(r"^\d+\s+(?:rename|link)[a-z0-9]*\((?P<arguments>.*)\)\s+= 0")
_RESUMED = re.compile(r"^(\d+)\s+<\.\.\. \w+ resumed>(.*)$")
_UNFINISHED = re.compile(r"^(\d+)\s+(.*) <unfinished \.\.\.>$")
_NEEDS = {"index": ("data",), "snapshots": ("data", "index"), "config": ("keys",)}
"""What must be durable before a file of a kind appears."""


class Audit:
    """`appeared`: the files in the order they got their final names; `violations`: what broke a rule."""

    def __init__(self, root: Path) -> None:
        self.root = str(root)
        self.appeared: list[str] = []
        self.violations: list[str] = []
        self._synced: set[str] = set()
        self._unsynced_folders: dict[str, str] = {}

    def read(self, lines: Sequence[str]) -> None:
        """Go through a trace. A call that was interrupted counts when it returned."""
        begun: dict[str, str] = {}
        for line in lines:
            if match := _UNFINISHED.match(line):
                begun[match[1]] = match[2]
                continue
            if match := _RESUMED.match(line):
                line = f"{match[1]} {begun.pop(match[1], '')}{match[2]}"
            if match := _SYNC.match(line):
                self._sync(match["path"])
            elif match := _APPEAR.match(line):
                paths = re.findall(r'"([^"]*)"', match["arguments"])
                self._appear(paths[0], paths[1])

    def _sync(self, path: str) -> None:
        self._synced.add(path)
        self._unsynced_folders.pop(path, None)

    def _appear(self, temporary: str, path: str) -> None:
        if not path.startswith(f"{self.root}/"):
            return
        name = path.removeprefix(f"{self.root}/")
        if temporary not in self._synced:
            self.violations.append(f"{name} appeared before its bytes were synced")
        for kind in _NEEDS.get(name.partition("/")[0], ()):
            for folder, first in self._unsynced_folders.items():
                if first.startswith(kind):
                    self.violations.append(f"{name} appeared before the folder {folder} of {first} was synced")
        self._unsynced_folders.setdefault(path.rpartition("/")[0], name)
        self.appeared.append(name)

    def finish(self) -> None:
        """At the end nothing but locks may wait for its folder's sync."""
        for folder, first in self._unsynced_folders.items():
            if not first.startswith("locks"):
                self.violations.append(f"the folder {folder} of {first} was never synced")


def audit(command: Sequence[str], root: Path, scratch: Path, environment: Mapping[str, str] | None = None) -> Audit:
    """Run a program under strace (its children too) and judge what it did in the repository `root`."""
    trace = scratch / "trace"
    traced = ["strace", "-f", "-y", "-s", "4096", "-e", f"trace={_CALLS}", "-o", str(trace), *command]
    subprocess.run(traced, check=True, env=environment, timeout=170)
    result = Audit(root)
    result.read(trace.read_text(errors="replace").splitlines())
    result.finish()
    return result
