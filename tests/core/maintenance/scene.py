"""A small repository with backups whose content is known, and the oracle that all of them are still there.

Backups are written by a tiny archiver over the repository's own `PackWriter`: whole trees from a dict of paths, without a scan.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from holdfast.entries import Entry
from holdfast.repository.ids import BlobId, BlobKind, blob_id
from holdfast.repository.key_files import Kdf
from holdfast.repository.nodes import node_from_entry
from holdfast.repository.pack_writer import PackWriter
from holdfast.repository.repository import Repository
from holdfast.repository.snapshots import Snapshot, Summary, snapshot_time
from holdfast.repository.tags import SnapshotTags
from holdfast.repository.trees import encode_tree
from holdfast.secret import Secret
from holdfast.storage.base import Storage
from holdfast.storage.local import LocalStorage
from tests.support.restic import Restic

PASSWORD = "a passphrase for tests"
CHEAP = Kdf(n=1024, r=8, p=1)
EPOCH = datetime(2026, 1, 1, 12, tzinfo=UTC)
SITE = SnapshotTags(site="11111111-1111-4111-8111-111111111111", name="Shop", type="full")
Files = Mapping[str, bytes]


class Scene:
    """`backups` maps each snapshot's id to the files that it must give back."""

    def __init__(self, path: Path, storage: Storage | None = None, pack_size: int = 64 << 10) -> None:
        self.path = path / "repository"
        self.scratch = path
        self.storage = storage or LocalStorage(self.path)
        self.repository = Repository.create(self.storage, Secret(PASSWORD), kdf=CHEAP)
        self.restic = Restic(self.path, PASSWORD, path / "restic")
        self.backups: dict[str, Files] = {}
        self._pack_size = pack_size

    def again(self) -> Repository:
        """The repository opened anew, with nothing remembered."""
        return Repository.open(LocalStorage(self.path) if isinstance(self.storage, LocalStorage) else self.storage, Secret(PASSWORD))

    def backup(self, files: Files, *, when: datetime | None = None, tags: SnapshotTags | None = SITE, summary: bool = True) -> str:
        """Store a backup of `files` (paths like ``wp/index.php``); returns its id."""
        snapshot_id = archive(self.repository, files, when or EPOCH + timedelta(days=len(self.backups)), tags, self._pack_size, summary)
        self.backups[snapshot_id] = dict(files)
        return snapshot_id

    def verify(self, *, restic_restores: int = 2) -> None:
        """The oracle: restic finds no error in any byte, every backup gives its files back, and the newest few also by restic."""
        self.restic.check()
        repository = self.again()
        assert set(repository.file_ids("snapshots")) == set(self.backups)
        repository.load_index()
        for snapshot_id, files in self.backups.items():
            assert read_back(repository, repository.snapshot(snapshot_id)) == files
        for snapshot_id in list(self.backups)[-restic_restores:] if restic_restores else []:
            target = self.scratch / "restored"
            self.restic.restore(snapshot_id, target)
            found = {str(p.relative_to(target)): p.read_bytes() for p in target.rglob("*") if p.is_file()}
            assert found == self.backups[snapshot_id]
            shutil.rmtree(target)

    def packs(self) -> dict[str, Path]:
        return {p.name: p for p in (self.path / "data").glob("*/*") if len(p.name) == 64}

    def damage(self, path: Path, content: bytes) -> None:
        """Overwrite a file of the repository."""
        path.chmod(0o600)
        path.write_bytes(content)


def archive(
    repository: Repository, files: Files, when: datetime, tags: SnapshotTags | None, pack_size: int = 64 << 10, summary: bool = True
) -> str:
    """Store one backup: packs, then index, then snapshot."""
    index = repository.load_index()
    with PackWriter(repository.storage, repository.sealer, target_size=pack_size) as writer:
        new: set[tuple[str, bytes]] = set()

        def store(kind: BlobKind, plain: bytes) -> BlobId:
            identity = blob_id(plain)
            if (kind, identity) not in new and not index.has(identity, kind):
                new.add((kind, identity))
                writer.add(kind, identity, plain)
            return identity

        def folder(prefix: str) -> BlobId:
            names = sorted({path[len(prefix) :].partition("/")[0] for path in files if path.startswith(prefix)}, key=str.encode)
            nodes = []
            for name in names:
                path = prefix + name
                if path in files:
                    data = files[path]
                    content = [store("data", data[i : i + 20_000]) for i in range(0, len(data), 20_000)]
                    nodes.append(node_from_entry(Entry(name.encode(), "file", 0o100644, size=len(data), links=1), content))
                else:
                    nodes.append(node_from_entry(Entry(name.encode(), "dir", 0o40755), subtree=folder(path + "/")))
            return store("tree", encode_tree(nodes))

        root = folder("")
        repository.save_index(writer.flush())
    size = sum(map(len, files.values()))
    text = snapshot_time(when)
    figures = Summary(backup_start=text, backup_end=text, total_files_processed=len(files), total_bytes_processed=size) if summary else None
    return repository.save_snapshot(
        Snapshot(
            time=text,
            tree=root.hex(),
            paths=("/",),
            hostname="laptop",
            tags=tags.to_tags() if tags else (),
            program_version="holdfast test",
            summary=figures,
        )
    )


def read_back(repository: Repository, snapshot: Snapshot) -> dict[str, bytes]:
    """Every file of a backup, read by us and proved blob by blob."""
    files: dict[str, bytes] = {}
    waiting = [("", snapshot.tree_id)]
    while waiting:
        prefix, tree = waiting.pop()
        for node in repository.load_tree(tree):
            path = prefix + node.raw_name.decode()
            if node.type == "dir":
                waiting.append((path + "/", node.subtree_id()))
            else:
                files[path] = b"".join(repository.load_blob(blob, "data") for blob in node.blob_ids())
    return files
