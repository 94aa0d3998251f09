"""Repositories that no honest program writes: trees from raw JSON."""

from __future__ import annotations

import json

from holdfast.repository.ids import blob_id
from holdfast.repository.repository import Repository
from holdfast.repository.snapshots import Snapshot
from holdfast.repository.trees import Node
from tests.support.repositories import TIME, store_blobs

COMMON = {"mtime": TIME, "atime": TIME, "ctime": TIME, "uid": 0, "gid": 0}


def folder_node(name: str, tree: bytes) -> Node:
    return Node(name=name, type="dir", mode=0o755 | 1 << 31, **COMMON, content=None, subtree=blob_id(tree).hex())  # type: ignore[arg-type]


def raw_file(name: str, plain: bytes, **more: object) -> dict[str, object]:
    return {"name": name, "type": "file", "mode": 0o644, **COMMON, "size": len(plain), "content": [blob_id(plain).hex()], **more}


def raw_link(name: str, target: str) -> dict[str, object]:
    return {"name": name, "type": "symlink", "mode": 0o777 | 1 << 27, **COMMON, "linktarget": target, "content": None}


def raw_folder(name: str, tree: bytes) -> dict[str, object]:
    return {"name": name, "type": "dir", "mode": 0o755 | 1 << 31, **COMMON, "content": None, "subtree": blob_id(tree).hex()}


def raw_tree(*nodes: dict[str, object]) -> bytes:
    return json.dumps({"nodes": list(nodes)}).encode() + b"\n"


def store_raw(repository: Repository, tree: bytes, *trees: bytes, contents: tuple[bytes, ...] = (b"evil",)) -> Snapshot:
    """A snapshot whose root is `tree`."""
    store_blobs(repository, *[("data", content) for content in contents], *[("tree", data) for data in (tree, *trees)])
    return repository.snapshot(repository.save_snapshot(Snapshot(time=TIME, tree=blob_id(tree).hex(), paths=("/",))))
