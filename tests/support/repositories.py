"""Repositories for tests: in memory unless told otherwise, and with a key derivation that costs nothing."""

from __future__ import annotations

from holdfast.repository.ids import BlobId, BlobKind, blob_id
from holdfast.repository.key_files import Kdf
from holdfast.repository.packs import PackContents
from holdfast.repository.repository import Repository
from holdfast.repository.snapshots import Snapshot
from holdfast.repository.trees import Node, encode_tree
from holdfast.secret import Secret
from holdfast.storage.base import Storage
from holdfast.storage.memory import MemoryStorage

QUICK = Kdf(n=16, r=1, p=1)
PASSWORD = Secret("correct horse & Batterie-Öl")
POLYNOMIAL = 0x3DA3358B4DC173
"""An irreducible one, so that no test waits for another to be found."""
TIME = "2026-03-29T01:59:59.123456789+01:00"


def new_repository(storage: Storage | None = None) -> Repository:
    """A new, empty repository."""
    return Repository.create(storage or MemoryStorage(), PASSWORD, kdf=QUICK, polynomial=POLYNOMIAL)


def store_blobs(repository: Repository, *blobs: tuple[BlobKind, bytes]) -> list[PackContents]:
    """Store blobs in new packs, with an index."""
    with repository.pack_writer() as writer:
        for kind, plain in blobs:
            writer.add(kind, blob_id(plain), plain)
        packs = writer.flush()
    repository.save_index(packs)
    return packs


def file_node(name: str, *content: bytes) -> Node:
    """A file's node; `content` are its blobs."""
    return Node(
        name=name,
        type="file",
        mode=0o644,
        mtime=TIME,
        atime=TIME,
        ctime=TIME,
        uid=0,
        gid=0,
        size=sum(map(len, content)),
        content=[blob_id(part).hex() for part in content],
    )


def store_snapshot(repository: Repository, files: dict[str, bytes], **fields: object) -> Snapshot:
    """A snapshot of a single folder."""
    tree = encode_tree([file_node(name, content) for name, content in sorted(files.items())])
    store_blobs(repository, *[("data", content) for content in files.values()], ("tree", tree))
    values: dict[str, object] = {"time": TIME, "tree": blob_id(tree).hex(), "paths": ("/site",), **fields}
    return repository.snapshot(repository.save_snapshot(Snapshot(**values)))  # type: ignore[arg-type]  # the caller's words


def tree_of(repository: Repository, tree_id: BlobId) -> dict[str, bytes]:
    """The files of a single folder with their content."""
    return {n.name: b"".join(repository.load_blob(i, "data") for i in n.blob_ids()) for n in repository.load_tree(tree_id)}
