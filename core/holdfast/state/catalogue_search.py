"""Search for files over all backups of a repository, from its catalogue.

Names are matched once for each distinct folder, however many backups hold it; then only the folders that lead to a match are walked,
each once. So the cost follows what changed between backups, not how many there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from holdfast.state.catalogue import Catalogue
from holdfast.state.database import Database

_MATCHES_LIMIT = 20_000


class Version(msgspec.Struct, frozen=True):
    """One content of a path, and the backups that hold it, newest first."""

    size: int | None
    mtime: str
    backups: tuple[str, ...]
    first_seen: str
    last_seen: str


class Found(msgspec.Struct, frozen=True):
    """One path that matched, with its versions, newest first."""

    site_id: str
    site: str
    path: str
    kind: str
    versions: tuple[Version, ...]


class _Match(msgspec.Struct, frozen=True, gc=False):
    name: str
    kind: str
    size: int | None
    mtime: str
    content: bytes | None


def search(
    catalogue: Catalogue, pattern: str, *, site_id: str | None = None, limit: int = 200, kinds: Sequence[str] = ("file", "symlink")
) -> list[Found]:
    """Paths that match `pattern`, by path, at most `limit`.

    Without ``* ? [`` the pattern is a part of a name; with them a glob of a whole name; with a ``/`` a glob of the end of a path
    (``**`` spans folders). Letter case does not matter.
    """
    database = catalogue.database
    by_path = re.compile(_path_glob(pattern), re.IGNORECASE | re.DOTALL) if "/" in pattern else None
    matches = _matching_nodes(database, pattern.rsplit("/", 1)[-1], kinds)
    if not matches:
        return []
    walker = _Walker(matches, _folders_above(database, matches))
    return _gather(walker, _roots(database, site_id), by_path, limit)


def _matching_nodes(database: Database, name: str, kinds: Sequence[str]) -> dict[int, list[_Match]]:
    glob = (name if re.search(r"[*?\[]", name) else f"*{name}*").replace("**", "*")
    marks = ",".join("?" * len(kinds))
    # GLOB minds letter case, so both sides are in lower case; SQLite's lower() knows ASCII only, hence the second try.
    rows = database.read(
        f"SELECT tree, name, kind, size, mtime, content FROM nodes WHERE (lower(name) GLOB ? OR name GLOB ?) AND kind IN ({marks}) LIMIT ?",  # noqa: S608 - only marks
        (glob.lower(), glob, *kinds, _MATCHES_LIMIT),
    )
    found: dict[int, list[_Match]] = {}
    for tree, *rest in rows:
        found.setdefault(tree, []).append(_Match(*rest))
    return found


def _folders_above(database: Database, matches: Iterable[int]) -> dict[int, list[tuple[str, int]]]:
    """For each folder from which a match can be reached: the folders in it that lead on."""
    rows = database.read(
        "WITH RECURSIVE up (tree) AS (SELECT value FROM json_each(?) "
        "UNION SELECT nodes.tree FROM nodes JOIN up ON nodes.subtree = up.tree) "
        "SELECT nodes.tree, nodes.name, nodes.subtree FROM nodes JOIN up ON nodes.subtree = up.tree",
        (msgspec.json.encode(list(matches)).decode(),),
    )
    found: dict[int, list[tuple[str, int]]] = {}
    for tree, name, subtree in rows:
        found.setdefault(tree, []).append((name, subtree))
    return found


def _roots(database: Database, site_id: str | None) -> list[tuple[str, str, str, str, int]]:
    """(snapshot, time, site id, site, root), newest first."""
    where, values = ("AND site_id = ?", (site_id,)) if site_id is not None else ("", ())
    rows = database.read(
        f"SELECT id, time, site_id, site, root FROM snapshots WHERE root IS NOT NULL {where} ORDER BY time DESC",  # noqa: S608 - our own words
        values,
    )
    return [(row[0], row[1], row[2], row[3], row[4]) for row in rows]


class _Walker:
    """Answers for a folder: which paths below it match. Each folder is walked once."""

    def __init__(self, matches: dict[int, list[_Match]], folders: dict[int, list[tuple[str, int]]]) -> None:
        self._matches = matches
        self._folders = folders
        self._known: dict[int, list[tuple[str, _Match]]] = {}

    def below(self, tree: int) -> list[tuple[str, _Match]]:
        """(path without a leading slash, match). Recursion ends: folders are named by their content, so none can hold itself."""
        known = self._known.get(tree)
        if known is None:
            known = [(match.name, match) for match in self._matches.get(tree, ())]
            for name, subtree in self._folders.get(tree, ()):
                known += [(f"{name}/{path}", match) for path, match in self.below(subtree)]
            self._known[tree] = known
        return known


class _Gathered:
    """What is known of one path so far; backups come newest first."""

    def __init__(self, site: str, kind: str) -> None:
        self.site = site
        self.kind = kind
        self.versions: dict[object, tuple[_Match, list[tuple[str, str]]]] = {}

    def add(self, match: _Match, snapshot: str, time: str) -> None:
        content = match.content if match.content is not None else (match.size, match.mtime)
        self.versions.setdefault((content, match.kind), (match, []))[1].append((snapshot, time))

    def as_versions(self) -> tuple[Version, ...]:
        return tuple(
            Version(match.size, match.mtime, tuple(snapshot for snapshot, _ in seen), seen[-1][1], seen[0][1])
            for match, seen in self.versions.values()
        )


def _gather(walker: _Walker, roots: list[tuple[str, str, str, str, int]], by_path: re.Pattern[str] | None, limit: int) -> list[Found]:
    gathered: dict[tuple[str, str], _Gathered] = {}
    for snapshot, time, site_id, site, root in roots:
        for path, match in walker.below(root):
            full = "/" + path
            one = gathered.get((site_id, full))
            if one is None:
                if by_path is not None and not by_path.fullmatch(full):
                    continue
                if len(gathered) >= limit:
                    continue
                one = gathered[site_id, full] = _Gathered(site, match.kind)
            one.add(match, snapshot, time)
    found = [Found(site_id, one.site, path, one.kind, one.as_versions()) for (site_id, path), one in gathered.items()]
    return sorted(found, key=lambda f: (f.site.lower(), f.path))


def _path_glob(pattern: str) -> str:
    """A regular expression for a whole path, from a glob of its end."""
    lead = "" if pattern.startswith("/") else "(?:.*/)?"
    text = pattern.removeprefix("/")
    parts = []
    for piece in re.findall(r"\*\*/|\*\*|\*|\?|\[[^\]]+\]|[^*?\[]+|\[", text):
        if piece == "**/":
            parts.append("(?:[^/]+/)*")
        elif piece == "**":
            parts.append(".*")
        elif piece == "*":
            parts.append("[^/]*")
        elif piece == "?":
            parts.append("[^/]")
        elif len(piece) > 1 and piece.startswith("[") and piece.endswith("]"):
            inside = piece[1:-1].replace("\\", "\\\\")
            parts.append(f"[^{inside[1:]}]" if inside.startswith("!") else f"[{inside}]")
        else:
            parts.append(re.escape(piece))
    return "/" + lead + "".join(parts)
