"""What is worth a look between two backups of one site. Folders that are the same in both are not read, so it costs what has changed."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from holdfast.cancellation import Cancellation
from holdfast.engine.diff import Change, compare_trees
from holdfast.engine.restore_trees import BlobFinder, Trees
from holdfast.errors import NotFound
from holdfast.watchfulness import EXAMPLES, MOST_PATHS, CoreChange, Facts

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository
    from holdfast.repository.snapshots import Snapshot
    from holdfast.repository.trees import Node

_VERSION = b"wp-includes/version.php"
_LOOKED_INTO = 60
"""Folders that are looked into for a WordPress, at most."""
_LEVELS = 3
_MAY_HOLD_DUMPS = re.compile(rb"data|db|sql|dump|backup", re.IGNORECASE)
_DUMP = re.compile(rb"\.(?:sql|sqlite3?)(?:\.(?:gz|zst|bz2|xz))?$|-db\.gz$", re.IGNORECASE)
_PROGRAM = re.compile(r"(?:^|(?:^|/)(?:wp-content|app|content|files)/)uploads/(?:.*/)?[^/]*\.(?:php\d?|phtml|phar|pht)$", re.IGNORECASE)
"""A PHP file below the folder where WordPress puts what people upload (also of Bedrock, and in an archive of that folder alone)."""
_CORE = re.compile(r"(?:wp-admin|wp-includes)/|(?:index|xmlrpc|wp-(?!config)[a-z-]+)\.php$")


class Site:
    """A site as it lies in one backup: its folder, and WordPress in it."""

    def __init__(self, repository: Repository, snapshot: Snapshot, path: str, cancelled: Cancellation | None = None) -> None:
        """`path`: the site's folder in the backup, as `site_path` gives it; NotFound when it is not there."""
        self.trees = Trees(repository, BlobFinder(repository, cancelled=cancelled, index=repository.index))
        node = self.trees.locate(snapshot, os.fsencode(path).strip(b"/"))
        self.tree = snapshot.tree_id if node is None else node.subtree_id()
        self.dump = False
        """Does a dump of a database lie among the files?"""
        self.wordpress: bytes | None = None
        """Its folder below the site's; empty = the same."""
        self.version = ""
        """A mark of the file that tells its version."""
        self._look()

    def _look(self) -> None:
        """WordPress, and dumps, in the first levels; nearest first."""
        waiting = [(b"", self.tree)]
        looked = 0
        for _ in range(_LEVELS):
            below: list[tuple[bytes, bytes]] = []
            for path, tree in waiting[: _LOOKED_INTO - looked]:
                looked += 1
                nodes = self.trees.one(tree)
                self.dump = self.dump or any(node.type == "file" and _DUMP.search(node.raw_name) for node in nodes)
                folders = {node.raw_name: node for node in nodes if node.type == "dir"}
                if self.wordpress is None and b"wp-includes" in folders and self._is_wordpress(path, folders[b"wp-includes"]):
                    folders = {name: node for name, node in folders.items() if _MAY_HOLD_DUMPS.search(name)}
                below += [(path + b"/" + name if path else name, node.subtree_id()) for name, node in folders.items()]
            waiting = below

    def _is_wordpress(self, path: bytes, includes: Node) -> bool:
        version = next((node for node in self.trees.one(includes.subtree_id()) if node.raw_name == b"version.php"), None)
        if version is None:
            return False
        self.wordpress, self.version = path, _mark(version)
        return True


def compare_sites(before: Site, after: Site, *, cancelled: Cancellation | None = None) -> Facts:
    """Facts with everything that a comparison tells; the rest is the caller's."""
    found = _Found(after, before.version != after.version)
    for old, new, change in compare_trees(after.trees, before.tree, after.tree, cancelled=cancelled):
        if change.kind == "file":
            found.take(change, old, new)
    return Facts(
        backup="",
        changed=found.changed,
        changed_examples=tuple(found.examples),
        php=tuple(found.php),
        php_total=found.php_total,
        php_gone=tuple(found.php_gone),
        core=tuple(found.core),
        core_total=found.core_total,
        new_version=found.new_version,
    )


class _Found:
    """Collects what is worth telling."""

    def __init__(self, site: Site, new_version: bool) -> None:
        self.new_version = new_version
        self._core_at = None if site.wordpress is None else os.fsdecode(site.wordpress + b"/" if site.wordpress else b"")
        self.changed = self.php_total = self.core_total = 0
        self.examples: list[str] = []
        self.php: list[str] = []
        self.php_gone: list[str] = []
        self.core: list[CoreChange] = []

    def take(self, change: Change, old: Node | None, new: Node | None) -> None:
        path = change.path.lstrip("/")
        is_core = self._core_at is not None and path.startswith(self._core_at) and bool(_CORE.match(path[len(self._core_at) :]))
        if is_core and not self.new_version:
            self.core_total += 1
            if len(self.core) < MOST_PATHS:
                self.core.append(CoreChange(_shown(path), _mark(old), _mark(new)))
        if change.what in {"changed", "type"} and not (is_core and self.new_version):
            self.changed += 1
            if len(self.examples) < EXAMPLES:
                self.examples.append(_shown(path))
        if change.what in {"added", "removed"} and _PROGRAM.search(path):
            self._program(_shown(path), change.what == "added")

    def _program(self, path: str, added: bool) -> None:
        if not added:
            if len(self.php_gone) < MOST_PATHS:
                self.php_gone.append(path)
            return
        self.php_total += 1
        if len(self.php) < MOST_PATHS:
            self.php.append(path)


def has_folder(trees: Trees, snapshot: Snapshot, path: str) -> bool:
    """Is there a folder with something in it?"""
    try:
        node = trees.locate(snapshot, os.fsencode(path).strip(b"/"))
    except NotFound:
        return False
    return node is not None and node.type == "dir" and bool(trees.one(node.subtree_id()))


def _mark(node: Node | None) -> str:
    """Tells two contents apart; empty for a file that is not there."""
    if node is None or node.type != "file":
        return "" if node is None else node.type
    import hashlib

    return hashlib.blake2b("".join(node.content or ()).encode(), digest_size=8).hexdigest()


def _shown(path: str) -> str:
    """As text that JSON takes: bytes that are no UTF-8 as escapes."""
    return os.fsencode(path).decode(errors="backslashreplace")
