"""Bringing the catalogue of files up to date with the repository.

Only what is new is read: snapshots that the catalogue does not list, and of these only folders whose tree it does not know. Trouble
with the catalogue's own disk never becomes trouble of a backup.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.errors import Damaged, HoldfastError, NotFound
from holdfast.progress import SILENT, Progress, Totals
from holdfast.repository.ids import BlobId
from holdfast.repository.names import unquote
from holdfast.repository.snapshots import decode_snapshot
from holdfast.state.catalogue import Catalogue, Node, catalogue_path, reset
from holdfast.worker.describing import as_catalogued

if TYPE_CHECKING:
    from holdfast.repository.repository import Repository
    from holdfast.repository.snapshots import Snapshot

log = logging.getLogger(__name__)

_FLUSH_AT = 20_000
"""Entries that are held before they are written."""


class _Named(msgspec.Struct, gc=False):
    """The part of a node that the catalogue keeps; three times faster to read than the whole."""

    name: str
    type: str
    mode: int = 0
    mtime: str = ""
    size: int = 0
    linktarget: str = ""
    content: list[str] | None = None
    subtree: str | None = None


class _Tree(msgspec.Struct, gc=False):
    nodes: list[_Named] | None = None


_decoder = msgspec.json.Decoder(_Tree)


def sync(
    repository: Repository, cache: str, *, rebuild: bool = False, progress: Progress = SILENT, cancelled: Cancellation | None = None
) -> bool:
    """Make the catalogue say what the repository holds; True when something was new. Damaged folders are left out, and told."""
    path = catalogue_path(cache, repository.id)
    if rebuild:
        reset(path)
    catalogue = Catalogue.open(path)
    try:
        return _Syncing(repository, catalogue, progress, cancelled or Cancellation()).run()
    finally:
        catalogue.close()


def note_backup(repository: Repository, cache: str, snapshot: Snapshot, progress: Progress = SILENT) -> None:
    """Enter a backup that was just made. Never raises: the next sync makes up for what fails here, and a remark tells it."""
    if not cache:
        return
    try:
        catalogue = Catalogue.open(catalogue_path(cache, repository.id))
        try:
            catalogue.put_snapshots([as_catalogued(snapshot)])
            catalogue.put_fact("key_id", repository.key_id)
            _Syncing(repository, catalogue, SILENT, Cancellation()).add_trees(snapshot.id, snapshot.tree_id)
        finally:
            catalogue.close()
    except (HoldfastError, OSError) as error:
        log.warning("the backup is safe, but the catalogue of files could not be written: %s", error)
        progress.remark("CATALOGUE", f"The backup is safe, but the list of its files could not be written on this computer: {error}.")


def note_removed(repository: Repository, cache: str, ids: Sequence[str]) -> None:
    """Take backups out that were just removed. Never raises."""
    if not cache or not ids:
        return
    try:
        catalogue = Catalogue.open(catalogue_path(cache, repository.id))
        try:
            catalogue.remove_snapshots(ids)
            catalogue.sweep()
        finally:
            catalogue.close()
    except (HoldfastError, OSError) as error:
        log.warning("the catalogue of files could not be written: %s", error)


class _Syncing:
    def __init__(self, repository: Repository, catalogue: Catalogue, progress: Progress, cancelled: Cancellation) -> None:
        self._repository = repository
        self._catalogue = catalogue
        self._progress = progress
        self._cancelled = cancelled

    def run(self) -> bool:
        listed = set(self._repository.file_ids("snapshots"))
        known = self._catalogue.snapshot_ids()
        gone, new = known - listed, sorted(listed - known)
        if gone:
            self._catalogue.remove_snapshots(gone)
            self._catalogue.sweep()
        self._enter(new)
        unfinished = self._catalogue.unfinished()
        for done, (snapshot, tree) in enumerate(unfinished):
            self._progress.totals(Totals("list", files_done=done, files_total=len(unfinished), current=snapshot[:8]))
            self.add_trees(snapshot, tree)
        self._catalogue.put_fact("key_id", self._repository.key_id)
        self._catalogue.mark_synced()
        return bool(gone or new)

    def _enter(self, ids: Sequence[str]) -> None:
        """List first, look into them later: a list is what people wait for."""
        found = []
        for one in ids:
            self._cancelled.check()
            try:
                found.append(as_catalogued(decode_snapshot(self._repository.load_file("snapshots", one), one)))
            except NotFound:
                continue  # removed since it was listed
            except Damaged as error:
                self._progress.remark("BACKUP-DAMAGED", f"The backup {one[:8]} cannot be read: {error.message}")
        if found:
            self._catalogue.put_snapshots(found)

    def add_trees(self, snapshot: str, root: BlobId) -> None:
        held: list[tuple[BlobId, list[Node]]] = []
        count = 0
        try:
            for tree, nodes in self._new_trees(root):
                held.append((tree, nodes))
                count += len(nodes) + 1
                if count >= _FLUSH_AT:
                    self._catalogue.put_trees(held)
                    held, count = [], 0
        except (Damaged, NotFound) as error:
            log.warning("the folders of the backup %s are not all known: %s", snapshot[:8], error.message)
            self._catalogue.put_trees(held)
            return
        self._catalogue.put_trees(held, root_of=snapshot)

    def _new_trees(self, root: BlobId) -> Iterator[tuple[BlobId, list[Node]]]:
        """Folders that the catalogue does not know, each after the folders in it."""
        if self._catalogue.known_trees([root]):
            return
        done: set[BlobId] = set()
        opened = {root: self._load(root)}
        stack = [root]
        while stack:
            tree = stack[-1]
            nodes = opened[tree]
            inner = list(
                {node.subtree for node in nodes if node.subtree is not None and node.subtree not in done and node.subtree not in opened}
            )
            missing = set(inner) - self._catalogue.known_trees(inner) if inner else set()
            done.update(set(inner) - missing)
            if missing:
                self._cancelled.check()
                for one in missing:
                    opened[one] = self._load(one)
                stack.extend(missing)
                continue
            stack.pop()
            if tree not in done:
                done.add(tree)
                yield tree, opened[tree]
            opened[tree] = []

    def _load(self, tree: BlobId) -> list[Node]:
        try:
            nodes = _decoder.decode(self._repository.load_blob(tree, "tree")).nodes
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise Damaged("A folder in the repository cannot be read: it is not a tree.") from error
        return [_node(node) for node in nodes or ()]


def _node(node: _Named) -> Node:
    name = node.name
    if "\\" in name:
        name = unquote(name).decode(errors="backslashreplace")
    is_file = node.type == "file"
    return Node(
        name,
        node.type,
        node.size if is_file else None,
        node.mtime,
        _posix_bits(node.mode),
        node.linktarget,
        bytes.fromhex(node.subtree) if node.subtree is not None else None,
        _mark(node.content) if is_file and node.content is not None else None,
    )


def _posix_bits(mode: int) -> int:
    """Permission bits, setuid, setgid and sticky, from Go's file mode."""
    return mode & 0o777 | (mode >> 23 & 1) << 11 | (mode >> 22 & 1) << 10 | (mode >> 20 & 1) << 9


def _mark(content: list[str]) -> bytes:
    """Eight bytes that tell two contents apart."""
    if len(content) == 1:
        return bytes.fromhex(content[0][:16])
    return hashlib.blake2b("".join(content).encode(), digest_size=8).digest()
