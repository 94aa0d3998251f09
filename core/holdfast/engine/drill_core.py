"""Is WordPress' core complete and untouched? Every file of it is compared with the first good backup of the same version.

Both sides come from the repository: folders with the same tree id are the same, so that an unchanged core costs nothing. The first backup
of a version cannot be compared with anything of its own site; another site's of the same version helps then, and only warns: hosters patch.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from holdfast.cancellation import Cancellation
from holdfast.engine.drill_records import DrillCheck, some
from holdfast.engine.restore_stream import ContentReader
from holdfast.engine.restore_trees import BlobFinder, Trees
from holdfast.errors import Damaged, NotFound

if TYPE_CHECKING:
    from holdfast.repository.ids import BlobId
    from holdfast.repository.repository import Repository
    from holdfast.repository.snapshots import Snapshot
    from holdfast.repository.trees import Node

FolderOf = Callable[["Snapshot"], str]
"""The site's own folder inside a backup."""
FOLDERS = (b"wp-admin", b"wp-includes")
_MUST = (
    "wp-load.php", "wp-settings.php", "wp-includes/version.php", "wp-includes/load.php", "wp-includes/functions.php",
    "wp-includes/plugin.php", "wp-includes/post.php", "wp-admin/index.php", "wp-admin/admin.php", "wp-admin/includes/admin.php",
)  # fmt: skip
_VERSION = re.compile(rb"^\s*\$wp_version\s*=\s*['\"]([^'\"]{1,40})['\"]", re.MULTILINE)
_OTHERS = 40
"""How many backups of other sites are asked for their version."""
_CODE = (b".php", b".js", b".css", b".phtml", b".inc")
"""Only such a file that is too much counts: error logs and the like appear in any folder."""


class CoreFiles:
    """Compares cores within one repository."""

    def __init__(self, repository: Repository, folder_of: FolderOf, cancelled: Cancellation) -> None:
        self._repository = repository
        self._folder_of = folder_of
        self._cancelled = cancelled
        finder = BlobFinder(repository, cancelled=cancelled, index=repository.loaded_index)
        self._trees = Trees(repository, finder)
        self._reader = ContentReader(repository, finder)
        self._versions: dict[tuple[BlobId, ...], str] = {}

    def check(self, snapshot: Snapshot, core: Path, inside: str, version: str) -> DrillCheck:
        """`core`: where it was restored to; `inside`: its path below the site's folder ("" or ``wp``)."""
        missing = [name for name in _MUST if not (core / name).is_file()]
        first, same_site = self._first(snapshot, inside, version)
        files = _count(core)
        numbers = {"files": files, "changed": 0}
        if first is None:
            if missing:
                return DrillCheck("core", "warning", f"WordPress {version} lacks {some(missing)}", numbers | {"missing": len(missing)})
            return DrillCheck(
                "core", "ok", f"WordPress {version}, {files} files, the first of this version: nothing to compare with", numbers
            )
        since = first.when.date().isoformat()
        try:
            found = sorted(self._differences(snapshot, first, inside))
        except Damaged:  # what this backup holds was read already: it is the other one
            told = f"WordPress {version}, {files} files; the backup of {since} to compare with cannot be read any more"
            return DrillCheck("core", "warning", told, numbers)
        if found:
            what = "changed, missing or added since the backup of" if same_site else "not as in another site's backup of"
            detail = f"WordPress {version}: {len(found)} core files {what} {since}: {some(found)}"
            return DrillCheck("core", "failed" if same_site else "warning", detail, numbers | {"changed": len(found)})
        return DrillCheck("core", "ok", f"WordPress {version}, {files} files as in the first backup of this version ({since})", numbers)

    # -- which backup to compare with

    def _first(self, snapshot: Snapshot, inside: str, version: str) -> tuple[Snapshot | None, bool]:
        tags = snapshot.our_tags
        earlier = sorted(
            (s for s in self._repository.snapshots(on_damaged=lambda *_: None) if s.id != snapshot.id and not s.our_tags.partial),
            key=lambda s: s.when,
        )
        own = [s for s in earlier if tags.site and s.our_tags.site == tags.site]
        for one in own:
            if one.when < snapshot.when and self._version(one, inside) == version:
                return one, True
        if any(self._version(one, inside) == version for one in own):
            return None, True  # this one is the first
        others = [s for s in earlier if s.our_tags.site and s.our_tags.site != tags.site]
        return next((one for one in others[-_OTHERS:] if self._version(one, inside) == version), None), False

    def _version(self, snapshot: Snapshot, inside: str) -> str:
        self._cancelled.check()
        try:
            node = self._locate(snapshot, inside, b"wp-includes/version.php")
            if node is None or node.type != "file":
                return ""
            ids = tuple(node.blob_ids())
            if ids not in self._versions:
                text = b"".join(self._reader.stream(ids, cancelled=self._cancelled))
                self._versions[ids] = match[1].decode("ascii", "replace") if (match := _VERSION.search(text)) else ""
            return self._versions[ids]
        except (NotFound, Damaged):
            return ""

    def _locate(self, snapshot: Snapshot, inside: str, path: bytes) -> Node | None:
        parts = [self._folder_of(snapshot).encode("utf-8", "surrogateescape").strip(b"/"), inside.encode("utf-8", "surrogateescape"), path]
        return self._trees.locate(snapshot, b"/".join(part for part in parts if part))

    # -- what differs

    def _differences(self, snapshot: Snapshot, first: Snapshot, inside: str) -> Iterator[str]:
        for name in FOLDERS:
            try:
                before = self._locate(first, inside, name)
            except NotFound:
                continue
            try:
                now = self._locate(snapshot, inside, name)
            except NotFound:
                now = None
            if before is not None:
                yield from self._compare(name, now, before)

    def _compare(self, path: bytes, now: Node | None, before: Node | None) -> Iterator[str]:
        self._cancelled.check()
        if now is not None and before is not None and now.type == before.type == "dir":
            if now.subtree_id() == before.subtree_id():
                return
            ours, theirs = ({node.raw_name: node for node in self._trees.one(folder.subtree_id())} for folder in (now, before))
            for name in sorted(ours.keys() | theirs.keys()):
                yield from self._compare(path + b"/" + name, ours.get(name), theirs.get(name))
        elif before is None:
            if now is not None and (now.type == "dir" or now.raw_name.lower().endswith(_CODE)):
                yield path.decode(errors="replace")
        elif now is None or now.type != before.type or (now.type == "file" and list(now.blob_ids()) != list(before.blob_ids())):
            yield path.decode(errors="replace")


def _count(core: Path) -> int:
    return sum(path.is_file() for name in FOLDERS for path in (core / name.decode()).rglob("*"))
