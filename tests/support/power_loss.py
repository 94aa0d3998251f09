"""Power loss, simulated: what a disk may hold after the power went at any moment (reliability.md, case P2).

`Recorder` stands between `holdfast.storage.disk` and the operating system and notes every call that changes something, in order.
`Replay` then tells what the disk may hold when the power goes after the first n of them. A file's bytes are safe once the file was
synced, a name (made, renamed or removed) once its folder was; everything else may be there or not. Three answers are asked for: all
unsynced is lost, nothing is lost, and chance decides for each file and name.

The recorded process is not disturbed: calls go to the real operating system as well.
"""

from __future__ import annotations

import os
import random
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import msgspec
import pytest

from holdfast.storage import disk

Loss = Literal["all unsynced", "nothing", "chance"]


class Operation(msgspec.Struct, frozen=True):
    """One call. `file` numbers what was made (the inode); `path` and `other` are names."""

    what: Literal["create", "write", "sync file", "sync folder", "rename", "link", "unlink"]
    file: int = 0
    path: str = ""
    other: str = ""
    data: bytes = b""


class Recorder:
    """Stands for the module `os` in `holdfast.storage.disk`; `record` puts it there."""

    def __init__(self) -> None:
        self.log: list[Operation] = []
        self._open: dict[int, tuple[int, str]] = {}
        self._mutex = threading.RLock()
        self._made = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def open(self, path: str, flags: int, mode: int = 0o777) -> int:
        with self._mutex:
            descriptor = os.open(path, flags, mode)
            number = 0
            if flags & os.O_CREAT:
                self._made += 1
                number = self._made
                self.log.append(Operation("create", number, path))
            self._open[descriptor] = (number, path)
            return descriptor

    def close(self, descriptor: int) -> None:
        with self._mutex:
            self._open.pop(descriptor, None)
            os.close(descriptor)

    def write(self, descriptor: int, data: bytes) -> int:
        with self._mutex:
            written = os.write(descriptor, data)
            self.log.append(Operation("write", self._open[descriptor][0], data=bytes(data[:written])))
            return written

    def writev(self, descriptor: int, parts: list[bytes]) -> int:
        with self._mutex:
            written = os.writev(descriptor, parts)
            self.log.append(Operation("write", self._open[descriptor][0], data=b"".join(parts)[:written]))
            return written

    def fsync(self, descriptor: int) -> None:
        with self._mutex:
            os.fsync(descriptor)
            number, path = self._open[descriptor]
            self.log.append(Operation("sync file", number) if number else Operation("sync folder", path=path))

    def replace(self, old: str, new: str) -> None:
        self._do(lambda: os.replace(old, new), Operation("rename", path=old, other=new))

    rename = replace

    def link(self, old: str, new: str) -> None:
        self._do(lambda: os.link(old, new), Operation("link", path=old, other=new))

    def unlink(self, path: str) -> None:
        self._do(lambda: os.unlink(path), Operation("unlink", path=path))

    def _do(self, call: Callable[[], None], operation: Operation) -> None:
        with self._mutex:
            call()
            self.log.append(operation)


class _Contents:
    """A file's bytes, and how many of them are on the disk."""

    def __init__(self, data: bytes = b"", safe: int = 0) -> None:
        self.data = bytearray(data)
        self.safe = safe


class Replay:
    """What the disk may hold after the first operations of a log. Paths are relative to the repository's folder."""

    def __init__(self, root: Path, before: dict[str, bytes], log: list[Operation]) -> None:
        self._root = str(root)
        self.before = before
        self.log = log

    def states(self, dice: random.Random, points: list[int] | None = None) -> Iterator[tuple[int, Loss, dict[str, bytes]]]:
        """For each point (default: every prefix of the log) the three possible disks, as files by relative path."""
        wanted = set(range(len(self.log) + 1) if points is None else points)
        files: dict[int, _Contents] = {-n: _Contents(data, len(data)) for n, data in enumerate(self.before.values(), 1)}
        now = {os.path.join(self._root, name): -n for n, name in enumerate(self.before, 1)}
        safe = dict(now)
        for point in range(len(self.log) + 1):
            if point:
                _apply(self.log[point - 1], files, now, safe)
            if point in wanted:
                yield point, "all unsynced", self._disk(safe, lambda file: bytes(files[file].data[: files[file].safe]))
                yield point, "nothing", self._disk(now, lambda file: bytes(files[file].data))
                yield point, "chance", self._disk(_mixed(now, safe, dice), lambda file: _cut(files[file], dice))

    def _disk(self, names: dict[str, int], read: Callable[[int], bytes]) -> dict[str, bytes]:
        return {os.path.relpath(path, self._root): read(file) for path, file in names.items()}


def _apply(operation: Operation, files: dict[int, _Contents], now: dict[str, int], safe: dict[str, int]) -> None:
    match operation.what:
        case "create":
            files[operation.file] = _Contents()
            now[operation.path] = operation.file
        case "write":
            files[operation.file].data += operation.data
        case "sync file":
            files[operation.file].safe = len(files[operation.file].data)
        case "rename":
            now[operation.other] = now.pop(operation.path)
        case "link":
            now[operation.other] = now[operation.path]
        case "unlink":
            now.pop(operation.path)
        case "sync folder":
            inside = [path for path in {*now, *safe} if os.path.dirname(path) == operation.path]
            for path in inside:
                if path in now:
                    safe[path] = now[path]
                else:
                    safe.pop(path)


def _mixed(now: dict[str, int], safe: dict[str, int], dice: random.Random) -> dict[str, int]:
    """Each name that is not safe yet: as it is now, or as it was."""
    result = {}
    for path in sorted({*now, *safe}):
        file = dice.choice([now, safe]).get(path)
        if file is not None:
            result[path] = file
    return result


def _cut(contents: _Contents, dice: random.Random) -> bytes:
    return bytes(contents.data[: dice.randint(contents.safe, len(contents.data))])


def files_below(root: Path) -> dict[str, bytes]:
    """What is in a folder now, by relative path."""
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def record(root: Path, work: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> Replay:
    """Do `work`, which writes below `root` through `LocalStorage`, and return what may be left of it at any moment."""
    before = files_below(root)
    recorder = Recorder()
    with monkeypatch.context() as patch:
        patch.setattr(disk, "os", recorder)
        work()
    return Replay(root, before, recorder.log)
