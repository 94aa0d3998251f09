"""One run of the archiver: its state, and the loop that keeps this process and the helpers busy."""

from __future__ import annotations

import os
import stat
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from operator import itemgetter

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.engine.archiver_crew import Crew
from holdfast.engine.archiver_lock import LateLock
from holdfast.engine.archiver_nodes import file_head, name_json, special_node
from holdfast.engine.archiver_queue import Waiting, WorkQueue
from holdfast.engine.archiver_tasks import Counts, Done
from holdfast.engine.archiver_tree import OpenFolder, TreeBuilder, store_root
from holdfast.engine.helpers_memory import keep_freed_memory
from holdfast.engine.parent import Known, ParentFolder, choose_parents, find_folder, load_folder, unchanged_node
from holdfast.errors import HoldfastError, UsageError
from holdfast.progress import Progress, Totals
from holdfast.repository.ids import BlobId
from holdfast.repository.locks import Lock
from holdfast.repository.nodes import node_from_entry
from holdfast.repository.repository import Repository
from holdfast.repository.snapshots import Snapshot, Summary, snapshot_time
from holdfast.repository.trees import encode_node
from holdfast.sources.base import Skipped, StreamSource
from holdfast.sources.folder import Folder, FolderSource, skipped_for
from holdfast.sources.metadata import read_xattrs

CHECKPOINT_EVERY = 300.0
"""Seconds between index files in mid-backup."""
SCAN_AHEAD = 200_000
"""Entries scanned before the repository is open, and files that may wait, at most."""
TELL_EVERY = 0.1
"""Seconds between progress totals."""
MOST_REMARKS = 1000


class ArchiveRun:
    """See the module. Call `open`, `prepare`, `work`, `finish` in this order, and `close` in any case."""

    def __init__(
        self,
        sources: Sequence[FolderSource | StreamSource],
        kind: str,
        progress: Progress,
        cancelled: Cancellation,
        helpers: int | None,
    ) -> None:
        keep_freed_memory()  # before the first thread: each would keep what it freed for itself
        self._folders = _without_nested([source for source in sources if isinstance(source, FolderSource)])
        self._streams = [source for source in sources if not isinstance(source, FolderSource)]
        self._kind = kind
        self._progress = progress
        self._cancelled = cancelled
        self._most_helpers = helpers
        self._scan = self._scan_all()
        self._scanned: deque[Folder] = deque()
        self._scan_ended = False
        self._queue = WorkQueue()
        self._heads: dict[bytes, list[bytes]] = {}
        self._expected: dict[bytes, tuple[OpenFolder, int]] = {}
        self._nodes: dict[bytes, bytes] = {}
        self._parents: list[Snapshot] = []
        self._started = self._last_pump = self._last_told = self._last_checkpoint = time.monotonic()
        self._counts = Counts()
        self._tree_blobs = 0
        self._files_seen = self._bytes_seen = self._files_done = self._bytes_done = 0
        self._files_new = self._files_changed = self._files_unmodified = 0
        self._estimate = 0
        self._bytes_told = 0
        self._crew_is_there = False
        self._phase = "scan"
        self._files_before = 0
        self._lock = LateLock(cancelled)
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="archiver")
        self.skipped: list[Skipped] = []

    # ---- the steps

    def open(self, repository: Repository | Callable[[], Repository], lock_wait: float) -> Repository:
        """The repository; folders are scanned while it is being opened. Begins to lock it."""
        for source in self._folders:
            if source.path.parent == source.path:
                raise UsageError("The whole file system cannot be backed up as one source.", hint="Name the folders that matter.")
            source.root()
        if isinstance(repository, Repository):
            self._repository = repository
        else:
            opening = self._beside.submit(repository)
            entries = 0
            while not opening.done() and entries < SCAN_AHEAD and (folder := next(self._scan, None)) is not None:
                self._scanned.append(folder)
                entries += len(folder.files) + 1
                self._cancelled.check()
            if self._kind not in ("full", "database"):
                self._write_heads(opening)
            self._repository = opening.result()
        self._lock.begin(self._repository, self._beside, self._progress, lock_wait)
        return self._repository

    def _write_heads(self, opening: Future[Repository]) -> None:
        """Prepare the comparison while the repository is being opened: the time is there."""
        for folder in self._scanned:
            if opening.done():
                return
            self._heads[folder.path] = [file_head(name_json(name), status) if _is_file(status) else b"" for name, status in folder.files]

    def lock(self) -> Lock:
        """The lock, once it is in force: see `LateLock.held`."""
        return self._lock.held()

    def prepare(self, site: str, hostname: str, parent: str | None) -> None:
        """Choose what to compare with, load the index."""
        repository = self._repository
        snapshots = repository.snapshots(on_damaged=lambda _id, error: self._progress.remark(error.code, error.message))
        paths = [str(source.path) for source in self._folders]
        if parent is not None:
            self._parents = [repository.snapshot(parent)]
        else:
            self._parents = choose_parents(snapshots, self._kind, site, hostname, paths)
        before = self._parents or choose_parents(snapshots, "incremental", site, hostname, paths)
        if before and not before[0].our_tags.partial and before[0].summary is not None and self._folders:
            self._files_before = before[0].summary.total_files_processed
        index = repository.load_index(self._cancelled)
        self._known = Known(repository)
        self._crew = Crew(repository, index, self._most_helpers, self._pump, self._cancelled, self._progress.retrying)
        self._crew_is_there = True
        self._stored_trees: set[BlobId] = set()
        self._builder = TreeBuilder(self._store_tree)
        for stream in self._streams:
            self._estimate += stream.estimate() or 0

    def work(self) -> None:
        """Read and store everything. Raises `Cancelled`."""
        for folder in self._scan_folders():
            self._enter(folder)
            if len(self._queue) > SCAN_AHEAD:
                self._step()
            self._pump()
        for open_folder, place in list(self._expected.values()):  # could not be opened: told already
            self._builder.filled(open_folder, place, b"")
        self._expected.clear()
        self._scan_ended = True
        self._queue.close_batch()
        if self._streams:
            self.lock()  # a stream can be read only once, so nothing may make us begin again
        for stream in self._streams:
            self._save_stream(stream)
        while self._queue.files:
            self._step()
        self._tell(force=True)

    def finish(self, started: datetime, *, partial: bool) -> BlobId:
        """Store the root and everything that is still open, then the index. Returns the tree's id."""
        self._phase = "index"
        self._crew.finish(drop=partial)
        if partial:
            self._builder.close_all()
        tree_id = store_root(self._builder, {**self._builder.roots, **self._nodes}, int(started.timestamp() * 1e9))
        packs = self._crew.flush(lambda: self.lock().check())
        self.lock().check()
        self._repository.save_index(packs)
        self._phase = "snapshot"
        self._tell(force=True)
        return tree_id

    def keep_what_is_durable(self) -> None:
        """After an error: list the packs that are stored, so that the next run need not store their blobs again."""
        try:
            self._checkpoint()
        except HoldfastError:
            pass  # the first error is the one to tell

    def close(self) -> None:
        """Let go of helpers, threads and the lock; whatever is not stored by now is given up."""
        self._lock.give_up()
        if self._crew_is_there:
            self._crew.close()
        self._scan.close()
        self._lock.release()
        self._beside.shutdown()

    # ---- what came of it

    @property
    def anything_stored(self) -> bool:
        return self._counts.blobs > 0 or self._files_unmodified > 0

    @property
    def parent_id(self) -> str | None:
        return self._parents[0].id if self._parents else None

    @property
    def paths(self) -> tuple[str, ...]:
        paths = [str(source.path) for source in self._folders]
        folders = {os.fsencode(path) for path in paths}
        streams = {b"/" + path.split(b"/")[1] for path in self._nodes if path not in folders}
        return (*paths, *sorted(map(os.fsdecode, streams)))

    @property
    def shrunk(self) -> bool:
        return self._files_seen * 2 < self._files_before

    @property
    def file_counts(self) -> dict[str, int]:
        return {"files": self._files_seen, "files_before": self._files_before}

    def summary(self, started: datetime) -> Summary:
        builder = self._builder
        return Summary(
            backup_start=snapshot_time(started),
            backup_end=snapshot_time(datetime.now(UTC)),
            files_new=self._files_new,
            files_changed=self._files_changed,
            files_unmodified=self._files_unmodified,
            dirs_new=builder.folders_new,
            dirs_changed=builder.folders_changed,
            dirs_unmodified=builder.folders_unmodified,
            data_blobs=self._counts.blobs,
            tree_blobs=self._tree_blobs,
            data_added=self._counts.added,
            data_added_packed=self._counts.packed,
            total_files_processed=self._files_done,
            total_bytes_processed=self._bytes_done,
        )

    # ---- scanning and comparing

    def _scan_all(self) -> Generator[Folder, None, None]:
        for source in self._folders:
            yield from source.scan(self._skip)

    def _scan_folders(self) -> Iterator[Folder]:
        for source in self._folders:
            if not stat.S_ISDIR((status := source.root()).st_mode):
                self._enter_single(os.fsencode(source.path), status)
        while self._scanned:
            yield self._scanned.popleft()
        yield from self._scan

    def _enter_single(self, path: bytes, status: os.stat_result) -> None:
        """A source that is no folder."""
        name = os.path.basename(path)
        if not stat.S_ISREG(status.st_mode):
            self._nodes[path] = self._special(path, name, status)
            self._files_seen += 1
            self._files_done += 1
            return
        holder = OpenFolder(Folder(path, status), None, 0, [])
        holder.nodes = [None]
        holder.missing = -1  # never closed: its only node is taken over as a root
        self._files_seen += 1
        self._bytes_seen += status.st_size
        self._queue.add(os.path.dirname(path), name, Waiting(holder, 0, status.st_size, True))

    def _enter(self, folder: Folder) -> None:
        above, place = self._expected.pop(folder.path, (None, 0))
        opened = OpenFolder(folder, above, place, self._parents_of(folder, above))
        items: list[tuple[bytes, os.stat_result | None]] = [*folder.files, *[(name, None) for name in folder.folders]]
        items.sort(key=itemgetter(0))
        nodes = opened.nodes
        prefix = folder.path if folder.path.endswith(b"/") else folder.path + b"/"
        heads = iter(self._heads.pop(folder.path, ()))
        for number, (name, status) in enumerate(items):
            if status is None:
                self._expected[prefix + name] = (opened, number)
                nodes.append(None)
                continue
            head = next(heads, b"")
            if _is_file(status):
                nodes.append(self._enter_file(opened, number, name, status, head))
            else:
                nodes.append(self._special(prefix + name, name, status))
                self._files_done += 1
        self._files_seen += len(folder.files)
        opened.missing = nodes.count(None)
        self._builder.opened(opened)

    def _enter_file(self, folder: OpenFolder, place: int, name: bytes, status: os.stat_result, head: bytes) -> bytes | None:
        """The node of an unchanged file; None for one that was queued. `head` may be empty."""
        size = status.st_size
        self._bytes_seen += size
        is_new = True
        if folder.parents:
            text = name_json(name)
            head = head or file_head(text, status)
            for parent in folder.parents:
                if (old := parent.nodes.get(text)) is None:
                    continue
                is_new = False
                if (node := unchanged_node(old, head, status, self._known)) is not None:
                    self._files_unmodified += 1
                    self._files_done += 1
                    self._bytes_done += size
                    return node
        self._queue.add(folder.folder.path, name, Waiting(folder, place, size, is_new))
        return None

    def _parents_of(self, folder: Folder, above: OpenFolder | None) -> list[ParentFolder]:
        found: list[ParentFolder] = []
        if above is None:
            candidates = [find_folder(self._repository, snapshot.tree_id, folder.path) for snapshot in self._parents]
        else:
            name = folder.path.rpartition(b"/")[2]
            trees = dict.fromkeys(tree for parent in above.parents if (tree := parent.subtree(name)) is not None)
            candidates = [load_folder(self._repository, tree) for tree in trees]
        for candidate in candidates:
            if candidate is not None and all(candidate.tree_id != other.tree_id for other in found):
                found.append(candidate)
        return found

    def _special(self, path: bytes, name: bytes, status: os.stat_result) -> bytes:
        """The node of what is neither file nor folder; empty when it vanished."""
        try:
            target = os.readlink(path) if stat.S_ISLNK(status.st_mode) else b""
        except OSError as error:
            self._skip(skipped_for(path, error))
            return b""
        return special_node(name, status, read_xattrs(path, follow=False), target)

    def _skip(self, skipped: Skipped) -> None:
        self.skipped.append(skipped)
        if len(self.skipped) <= MOST_REMARKS:
            self._progress.remark(f"FILE-{skipped.reason.upper()}", skipped.message, path=skipped.path, reason=skipped.reason)

    # ---- storing

    def _store_tree(self, content: bytes, tree_id: BlobId) -> None:
        if tree_id in self._stored_trees or self._repository.index.has(tree_id, "tree"):
            return
        self._stored_trees.add(tree_id)
        self._tree_blobs += 1
        self._counts.added += len(content)
        self._counts.packed += self._crew.writer.add("tree", tree_id, content)

    def _save_stream(self, stream: StreamSource) -> None:
        saver = self._crew.saver
        for file in stream.files(self._skip):
            saver.counts = Counts()
            save = saver.save_pieces if getattr(file, "cut", False) else saver.save_stream
            size, ids = save(self._pumped(file.chunks()))
            entry = msgspec.structs.replace(file.entry, size=size, name=file.path.rpartition(b"/")[2])
            self._nodes[file.path] = encode_node(node_from_entry(entry, content=[bytes.fromhex(one) for one in ids]))
            self._add_counts(saver.counts)
            self._files_seen += 1
            self._files_done += 1
            self._files_new += 1
            self._bytes_done += size
            self._pump()

    def _pumped(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            self._pump()
            yield piece

    def _step(self) -> None:
        """Do a piece of work in this thread, or wait for the others."""
        self._pump(force=True)
        if (batch := self._queue.take(large_first=False)) is not None:
            self._done(self._crew.work(batch))
        elif self._queue.files:
            for done in self._crew.done(0.1):
                self._done(done)

    def _pump(self, *, force: bool = False) -> None:
        """Keep everything going: stop when asked to, tell progress, give work to others and take what they bring."""
        now = time.monotonic()
        if not force and now - self._last_pump < 0.01:
            return
        self._last_pump = now
        self._cancelled.check()
        self._lock.check()
        self._tell()
        if now - self._last_checkpoint > CHECKPOINT_EVERY:
            self._checkpoint()
        for done in self._crew.done(0):
            self._done(done)
        self._crew.help(self._queue)

    def _done(self, done: Done) -> None:
        files = self._queue.files.pop(done.number)
        self._add_counts(done.counts)
        self._bytes_done += done.counts.bytes_read
        for trouble in done.troubles:
            self._skip(Skipped(os.fsdecode(trouble.path), trouble.reason, trouble.message))
        for file, node in zip(files, done.nodes, strict=True):
            if node:
                self._files_done += 1
                if file.is_new:
                    self._files_new += 1
                else:
                    self._files_changed += 1
            if file.folder.missing == -1:
                if node:
                    self._nodes[file.folder.folder.path] = node
            else:
                self._builder.filled(file.folder, file.place, node)

    def _add_counts(self, counts: Counts) -> None:
        total = self._counts
        total.blobs += counts.blobs
        total.added += counts.added
        total.packed += counts.packed

    def _checkpoint(self) -> None:
        self._last_checkpoint = time.monotonic()
        if packs := self._crew.durable():
            self.lock().check()
            self._repository.save_index(packs)

    def _tell(self, *, force: bool = False) -> None:
        now = time.monotonic()
        if not force and now - self._last_told < TELL_EVERY:
            return
        self._last_told = now
        done = self._bytes_told = max(self._bytes_told, self._bytes_done + self._crew.moved)
        self._progress.totals(
            Totals(
                phase="transfer" if self._scan_ended and self._phase == "scan" else self._phase,
                files_done=self._files_done,
                files_total=self._files_seen if self._scan_ended else None,
                bytes_done=done,
                bytes_total=max(self._bytes_seen + self._estimate, done) if self._scan_ended else None,
            )
        )


def _is_file(status: os.stat_result) -> bool:
    return status.st_mode & 0o170000 == stat.S_IFREG


def _without_nested(folders: Sequence[FolderSource]) -> list[FolderSource]:
    """Sources that lie in no other source."""
    kept: list[FolderSource] = []
    for source in sorted(folders, key=lambda one: len(one.path.parts)):
        if not any(source.path == other.path or other.path in source.path.parents for other in kept):
            kept.append(source)
    return kept
