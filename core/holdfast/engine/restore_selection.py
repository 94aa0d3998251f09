"""Which paths of a backup a selection means: pure, on bytes."""

from __future__ import annotations

import os
import re

from holdfast.engine.restore_records import DATABASE_PART, DUMPS, PartOf, Selection
from holdfast.errors import UsageError

_GLOB = re.compile(rb"[*?\[]")


class Matcher:
    """Answers for paths in the backup, relative to its root (no leading slash): wanted, and worth descending into?"""

    def __init__(self, selection: Selection, root: bytes = b"", part_of: PartOf | None = None) -> None:
        """`root`: the site's root in the backup, without slashes at the ends. `UsageError` for parts without `part_of`."""
        if any(part != DATABASE_PART for part in selection.parts) and part_of is None:
            raise UsageError("Parts can be chosen for a WordPress only.", hint="Choose folders with --path instead.")
        self.everything = selection.is_everything()
        self._root = root
        self._parts = frozenset(selection.parts)
        self._part_of = part_of
        self._plain: list[bytes] = []
        self._globs: list[re.Pattern[bytes]] = []
        self._names: list[re.Pattern[bytes]] = []
        self._seen: set[bytes] = set()
        self._given: dict[bytes, str] = {}
        for path in selection.paths:
            self._add(path)

    def _add(self, given: str) -> None:
        path = os.fsencode(given)
        absolute = path.startswith(b"/")
        cleaned = b"/".join(part for part in path.split(b"/") if part not in (b"", b"."))
        if b".." in cleaned.split(b"/"):
            raise UsageError(f"A path of a backup cannot lead upwards: {given}")
        if _GLOB.search(cleaned) and not absolute and b"/" not in cleaned:
            self._names.append(_pattern(cleaned))
            self._given[self._names[-1].pattern] = given
            return
        full = cleaned if absolute or not self._root else (self._root + b"/" + cleaned if cleaned else self._root)
        if _GLOB.search(full):
            self._globs.append(_pattern(full))
            self._given[self._globs[-1].pattern] = given
        else:
            self._plain.append(full)
            self._given[full] = given

    def wants(self, path: bytes) -> bool:
        """True when `path` itself is meant: by its name, or because a folder above it is."""
        if self.everything:
            return True
        found = [plain for plain in self._plain if path == plain or not plain or path.startswith(plain + b"/")]
        found += [glob.pattern for glob in self._globs if _prefix_matches(glob, path)]
        found += [name.pattern for name in self._names if any(name.fullmatch(part) for part in self._below_root(path).split(b"/"))]
        self._seen.update(found)
        return bool(found) or self._in_parts(path)

    def descends(self, folder: bytes) -> bool:
        """True when something below `folder` may be meant."""
        if self.everything or self._globs or self._names or self._parts:
            return True
        return any(plain.startswith(folder + b"/") for plain in self._plain) or not folder or self.wants(folder)

    def unmatched(self) -> list[str]:
        """Paths, as they were given, that matched nothing that was asked about."""
        return [given for key, given in self._given.items() if key not in self._seen]

    def _below_root(self, path: bytes) -> bytes:
        return path[len(self._root) + 1 :] if self._root and path.startswith(self._root + b"/") else path

    def _in_parts(self, path: bytes) -> bool:
        if not self._parts:
            return False
        if path == DUMPS or path.startswith(DUMPS + b"/"):
            return DATABASE_PART in self._parts
        below = self._below_root(path)
        if self._part_of is None or below in (b"", path if self._root else b""):
            return False
        return self._part_of(os.fsdecode(below)) in self._parts


def _prefix_matches(glob: re.Pattern[bytes], path: bytes) -> bool:
    """A glob that matches a folder means everything below it too."""
    end = len(path)
    while end > 0:
        if glob.fullmatch(path, 0, end):
            return True
        end = path.rfind(b"/", 0, end)
    return False


def _pattern(glob: bytes) -> re.Pattern[bytes]:
    """A regular expression for a whole path: ``*`` and ``?`` stay within one part, ``**`` does not."""
    result = b""
    at = 0
    while at < len(glob):
        piece, at = _translate(glob, at)
        result += piece
    return re.compile(result, re.DOTALL)


def _translate(glob: bytes, at: int) -> tuple[bytes, int]:
    if glob.startswith(b"**/", at):
        return rb"(?:[^/]+/)*", at + 3
    if glob.startswith(b"**", at):
        return rb".*", at + 2
    character = glob[at : at + 1]
    if character == b"*":
        return rb"[^/]*", at + 1
    if character == b"?":
        return rb"[^/]", at + 1
    end = glob.find(b"]", at + 2) if character == b"[" else -1
    if end > 0:
        inside = glob[at + 1 : end].replace(b"\\", rb"\\").replace(b"[", rb"\[")
        return rb"(?!/)[" + (b"^" + inside[1:] if inside[:1] in b"!^" else inside) + b"]", end + 1
    return re.escape(character), at + 1
