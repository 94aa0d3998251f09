"""Trees are byte for byte those of restic run under TZ=UTC, for every file type and hostile name."""

from __future__ import annotations

from pathlib import Path

import pytest

from holdfast.repository.repository import Repository
from holdfast.repository.trees import Node, decode_tree, encode_tree
from holdfast.secret import Secret
from holdfast.storage.local import LocalStorage
from tests.interop.plain_archiver import PlainArchiver
from tests.support.hostile_tree import make_hostile_tree
from tests.support.restic import INSTALLED, NEWER, Restic

VERSIONS = [INSTALLED, *(pytest.param(version, marks=pytest.mark.long) for version in NEWER)]


def _subtree(repository: Repository, root: Path, tree_id: bytes) -> bytes:
    for part in root.parts[1:]:
        (node,) = [node for node in repository.load_tree(tree_id) if node.raw_name == part.encode()]
        tree_id = node.subtree_id()
    return tree_id


def _all_trees(repository: Repository, tree_id: bytes) -> dict[bytes, list[Node]]:
    found: dict[bytes, list[Node]] = {}
    waiting = [tree_id]
    while waiting:
        tree_id = waiting.pop()
        found[tree_id] = repository.load_tree(tree_id)
        waiting += [node.subtree_id() for node in found[tree_id] if node.type == "dir"]
    return found


@pytest.mark.parametrize("version", VERSIONS)
def test_every_tree_has_the_id_that_restic_gives_it(tmp_path: Path, version: str) -> None:
    """The ids of all folders are equal, whoever writes; and reading a tree and writing it again changes no byte."""
    root = tmp_path / "hostile & <tree>"
    make_hostile_tree(root, old_go=version == INSTALLED)
    restic = Restic(tmp_path / "repository", "pass", tmp_path / "scratch", version=version)
    restic.init()
    theirs_id = restic.backup(root, options=("--ignore-inode",))
    repository = Repository.open(LocalStorage(tmp_path / "repository"), Secret("pass"))
    theirs = _all_trees(repository, _subtree(repository, root, repository.snapshot(theirs_id).tree_id))

    ours = PlainArchiver(repository)
    with repository.lock(exclusive=False):
        snapshot = ours.archive(root)
    ours_root = _subtree(repository, root, snapshot.tree_id)

    ours_trees = _all_trees(repository, ours_root)
    for tree_id in ours_trees.keys() - theirs.keys():
        print([node for node in ours_trees[tree_id] if all(node not in nodes for nodes in theirs.values())])
    assert ours_trees.keys() == theirs.keys()
    assert len(theirs) > 15
    for tree_id, nodes in theirs.items():
        raw = repository.load_blob(tree_id, "tree")
        assert encode_tree(nodes) == raw
        assert encode_tree(decode_tree(raw)) == raw
    restic.check()
