"""What a folder holds, as a value that two folders can be compared by: content, mode, owner, times, links, attributes."""

from __future__ import annotations

import os
import stat
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple


class State(NamedTuple):
    """One entry. `links` names the first path of the same file, so hard links are compared too."""

    mode: int
    owner: tuple[int, int]
    mtime_ns: int
    content: str
    xattrs: tuple[tuple[str, bytes], ...]
    links: bytes
    device: int


def tree_state(root: Path, *, sockets: bool = False) -> dict[bytes, State]:
    """Every entry below `root` by its relative path. Sockets are left out unless asked for: backups skip them."""
    base = os.fsencode(root)
    result: dict[bytes, State] = {}
    first: dict[tuple[int, int], bytes] = {}
    for folder, folders, files in os.walk(base):
        for name in sorted(folders + files):
            path = os.path.join(folder, name)
            info = os.lstat(path)
            if stat.S_ISSOCK(info.st_mode) and not sockets:
                continue
            relative = os.path.relpath(path, base)
            is_file = stat.S_ISREG(info.st_mode)
            result[relative] = State(
                mode=info.st_mode,
                owner=(info.st_uid, info.st_gid),
                mtime_ns=info.st_mtime_ns,
                content=_content(path, info.st_mode),
                xattrs=tuple(sorted((a, os.getxattr(path, a, follow_symlinks=False)) for a in os.listxattr(path, follow_symlinks=False))),
                links=first.setdefault((info.st_dev, info.st_ino), relative) if is_file else b"",
                device=info.st_rdev if stat.S_ISCHR(info.st_mode) or stat.S_ISBLK(info.st_mode) else 0,
            )
    return result


def _content(path: bytes, mode: int) -> str:
    if stat.S_ISLNK(mode):
        return repr(os.readlink(path))
    if not stat.S_ISREG(mode):
        return ""
    with open(path, "rb") as file:
        return sha256(file.read()).hexdigest()


def differences(left: dict[bytes, State], right: dict[bytes, State]) -> list[str]:
    """What differs, for a failing test to say: missing and added paths, and the fields that changed."""
    found = [f"only left: {path!r}" for path in sorted(left.keys() - right.keys())]
    found += [f"only right: {path!r}" for path in sorted(right.keys() - left.keys())]
    for path in sorted(left.keys() & right.keys()):
        for field in State._fields:
            a, b = getattr(left[path], field), getattr(right[path], field)
            if a != b:
                found.append(f"{path!r}: {field} {a!r} != {b!r}")
    return found
