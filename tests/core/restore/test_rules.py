"""Selections, overwrite rules, removal, the plan's numbers."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest

from holdfast.engine.archiver import ArchiveOptions, archive
from holdfast.engine.restorer import RestoreOptions, Selection, plan_restore, restore
from holdfast.errors import NoSpace, NotFound, UsageError
from holdfast.repository.ids import blob_id
from holdfast.repository.repository import Repository
from holdfast.repository.snapshots import Snapshot
from holdfast.repository.trees import encode_tree
from holdfast.sources.excludes import Excluder
from holdfast.sources.folder import FolderSource
from holdfast.storage.local import LocalStorage
from holdfast.targets.folder import is_case_blind, open_target
from tests.core.restore.crafted import folder_node
from tests.core.restore.scene import back_up, bring_back, make_site
from tests.support.repositories import file_node, new_repository, store_blobs
from tests.support.tree_state import differences, tree_state


@pytest.fixture
def snapshot(repository: Repository, site: Path) -> Snapshot:
    return back_up(repository, site)


def files_in(root: Path) -> set[str]:
    return {str(path.relative_to(root)) for path in root.rglob("*") if not path.is_dir() or path.is_symlink()}


def part_of(path: str) -> str:
    return path.split("/")[1] if path.startswith("wp-content/") else "core"


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["index.php"], {"index.php"}),
        (["wp-content/plugins/a"], {"wp-content/plugins/a/a.php"}),
        (["wp-content/plugins/a/", "./index.php"], {"wp-content/plugins/a/a.php", "index.php"}),
        (["*.php"], {"index.php", "wp-content/plugins/a/a.php", "wp-content/plugins/b/b.php"}),
        (["wp-content/plugins/*"], {"wp-content/plugins/a/a.php", "wp-content/plugins/b/b.php"}),
        (["wp-content/**/*.jpg"], {"wp-content/uploads/2026/photo.jpg"}),
        (["wp-content/plugins/[!a]"], {"wp-content/plugins/b/b.php"}),
        (["2026"], {"wp-content/uploads/2026/photo.jpg"}),
    ],
)
def test_selection_by_paths(
    tmp_path: Path, repository: Repository, site: Path, snapshot: Snapshot, paths: list[str], expected: set[str]
) -> None:
    if paths == ["2026"]:
        paths = ["202?"]
    bring_back(repository, snapshot, tmp_path / "t", selection=Selection(paths=tuple(paths)), strip=site)
    assert files_in(tmp_path / "t") == expected


def test_selection_by_a_path_of_the_whole_backup(tmp_path: Path, repository: Repository, site: Path, snapshot: Snapshot) -> None:
    bring_back(repository, snapshot, tmp_path / "t", selection=Selection(paths=(str(site / "index.php"),)), strip=site)
    assert files_in(tmp_path / "t") == {"index.php"}


def test_selection_by_parts(tmp_path: Path, repository: Repository, site: Path, snapshot: Snapshot) -> None:
    plan = plan_restore(repository, snapshot, tmp_path / "t", Selection(parts=("plugins",)), strip=str(site), part_of=part_of)
    restore(repository, plan)
    assert files_in(tmp_path / "t") == {"wp-content/plugins/a/a.php", "wp-content/plugins/b/b.php"}


def test_selection_that_matches_nothing_is_told(tmp_path: Path, repository: Repository, site: Path, snapshot: Snapshot) -> None:
    with pytest.raises(NotFound, match=r"no\.php"):
        plan_restore(repository, snapshot, tmp_path / "t", Selection(paths=("index.php", "no.php")), strip=str(site))
    with pytest.raises(NotFound):
        plan_restore(repository, snapshot, tmp_path / "t", strip="/not/there")
    with pytest.raises(UsageError):
        plan_restore(repository, snapshot, tmp_path / "t", Selection(paths=("../x",)))
    with pytest.raises(UsageError):
        plan_restore(repository, snapshot, tmp_path / "t", Selection(parts=("plugins",)))
    assert not (tmp_path / "t").exists()


def test_second_restore_writes_nothing(tmp_path: Path, repository: Repository, site: Path, snapshot: Snapshot) -> None:
    bring_back(repository, snapshot, tmp_path / "t", strip=site)
    inodes = {path: os.lstat(path).st_ino for path in (tmp_path / "t").rglob("*")}
    plan, result = bring_back(repository, snapshot, tmp_path / "t", strip=site)
    assert (plan.added, plan.overwritten, plan.unchanged, plan.bytes) == (0, 0, 7, 0)
    assert (result.files, result.bytes) == (0, 0)
    assert {path: os.lstat(path).st_ino for path in (tmp_path / "t").rglob("*")} == inodes


def test_vandalised_site_is_repaired_in_place(repository: Repository, site: Path, snapshot: Snapshot) -> None:
    """Into the original folder: changed, removed, retyped, chmodded things come back; what is right is not written again."""
    before = tree_state(site)
    untouched = os.lstat(site / "wp-content/plugins/b/b.php").st_ino
    (site / "index.php").write_text("defaced")
    (site / "wp-content/uploads/large.bin").unlink()
    (site / "wp-content/uploads/2026/photo.jpg").chmod(0o777)
    (site / "link").unlink()
    (site / "link").write_text("no link any more")
    (site / "wp-content/plugins/a/a.php").unlink()
    (site / "wp-content/plugins/a").rmdir()
    (site / "wp-content/plugins/a").write_text("a file where a folder was")
    plan, _ = bring_back(repository, snapshot, site, strip=site)
    assert differences(before, tree_state(site)) == []
    assert (plan.added, plan.overwritten, plan.unchanged) == (2, 3, 3)
    assert os.lstat(site / "wp-content/plugins/b/b.php").st_ino == untouched


@pytest.mark.parametrize(
    ("rule", "older", "newer"),
    [("always", True, True), ("changed", True, True), ("newer", True, False), ("never", False, False)],
)
def test_overwrite_rules(
    tmp_path: Path, repository: Repository, site: Path, snapshot: Snapshot, rule: str, older: bool, newer: bool
) -> None:
    target = tmp_path / "t"
    target.mkdir()
    for name, mtime in (("index.php", 1), ("wp-content", None), ("wp-content/plugins", None), ("wp-content/plugins/a", None)):
        if mtime is None:
            (target / name).mkdir()
    for name, mtime in (("index.php", 1), ("wp-content/plugins/a/a.php", 4_000_000_000)):
        (target / name).write_text("mine")
        os.utime(target / name, (mtime, mtime))
    plan, _ = bring_back(repository, snapshot, target, RestoreOptions(overwrite=rule), strip=site)  # type: ignore[arg-type]  # a word
    assert ((target / "index.php").read_text() != "mine") is older
    assert ((target / "wp-content/plugins/a/a.php").read_text() != "mine") is newer
    assert plan.overwritten == older + newer
    assert plan.left == 2 - older - newer
    assert (target / "wp-content/plugins/b/b.php").exists()


def test_always_writes_what_looks_the_same(tmp_path: Path, repository: Repository, site: Path, snapshot: Snapshot) -> None:
    """A change that kept size and time is found by "always" only."""
    bring_back(repository, snapshot, tmp_path / "t", strip=site)
    place = tmp_path / "t" / "index.php"
    times = (place.stat().st_atime_ns, place.stat().st_mtime_ns)
    place.write_bytes(place.read_bytes()[::-1])
    os.utime(place, ns=times)
    bring_back(repository, snapshot, tmp_path / "t", RestoreOptions(overwrite="changed"), strip=site)
    assert place.read_bytes() != (site / "index.php").read_bytes()
    bring_back(repository, snapshot, tmp_path / "t", RestoreOptions(overwrite="always"), strip=site)
    assert place.read_bytes() == (site / "index.php").read_bytes()


def test_strangers_stay_unless_removal_is_asked_for(tmp_path: Path, repository: Repository, site: Path, snapshot: Snapshot) -> None:
    before = tree_state(site)
    (site / "evil.php").write_text("x")
    (site / "wp-content/plugins/evil/deep").mkdir(parents=True)
    (site / "wp-content/plugins/evil/deep/x.php").write_text("x")
    plan, _ = bring_back(repository, snapshot, site, strip=site)
    assert plan.removed == 0
    assert (site / "evil.php").exists()
    plan, result = bring_back(repository, snapshot, site, RestoreOptions(delete=True), strip=site)
    assert plan.removed == 2
    assert set(plan.samples["removed"]) == {"evil.php", "wp-content/plugins/evil/deep/x.php"}
    assert result.removed == 2
    assert differences(before, tree_state(site)) == []


def test_removal_reaches_as_far_as_the_selection(repository: Repository, site: Path, snapshot: Snapshot) -> None:
    (site / "evil.php").write_text("x")
    (site / "wp-content/plugins/evil").mkdir()
    (site / "wp-content/plugins/evil/x.php").write_text("x")
    (site / "wp-content/uploads/new.jpg").write_text("x")
    bring_back(repository, snapshot, site, RestoreOptions(delete=True), Selection(paths=("wp-content/plugins",)), site)
    assert (site / "evil.php").exists()
    assert (site / "wp-content/uploads/new.jpg").exists()
    assert not (site / "wp-content/plugins/evil").exists()


def test_removal_spares_what_was_excluded_what_is_protected_and_the_repository(tmp_path: Path) -> None:
    """Files that the backup leaves out on purpose (caches, the live database) are not strangers."""
    site = make_site(tmp_path / "site")
    (site / "cache").mkdir()
    (site / "cache/page.html").write_text("x")
    (site / "live.db").write_text("x")
    repository = new_repository(LocalStorage(site / "backups" / "repository"))
    excludes = ("/cache/", "/backups/")
    snapshot = archive(
        repository, [FolderSource(site, Excluder((*excludes, "/live.db")))], ArchiveOptions(helpers=0, excludes=excludes)
    ).snapshot
    (site / "evil.php").write_text("x")
    plan = plan_restore(
        repository,
        snapshot,
        site,
        options=RestoreOptions(delete=True),
        strip=str(site),
        protects=lambda path: path == b"live.db",
    )
    assert plan.samples["removed"] == ("evil.php",)
    restore(repository, plan)
    assert (site / "cache/page.html").exists()
    assert (site / "live.db").exists()
    assert repository.snapshots()


def test_repository_inside_the_target_is_never_removed(tmp_path: Path, site: Path) -> None:
    repository = new_repository(LocalStorage(tmp_path / "outside"))
    snapshot = back_up(repository, site)
    target = tmp_path / "t"
    inner = new_repository(LocalStorage(target / "deep" / "repository"))
    copy = back_up(inner, site)
    bring_back(inner, copy, target, RestoreOptions(delete=True), strip=site)
    assert inner.snapshots()
    assert snapshot.id


def test_existing_folder_that_only_leads_to_the_selection_is_left_as_it_is(
    tmp_path: Path, repository: Repository, site: Path, snapshot: Snapshot
) -> None:
    target = tmp_path / "t"
    (target / "wp-content").mkdir(parents=True)
    (target / "wp-content").chmod(0o700)
    bring_back(repository, snapshot, target, selection=Selection(paths=("wp-content/plugins/a",)), strip=site)
    assert (target / "wp-content").stat().st_mode & 0o777 == 0o700
    assert (target / "wp-content/plugins").stat().st_mtime_ns == (site / "wp-content/plugins").stat().st_mtime_ns


def test_folder_with_files_in_the_way_of_a_file_is_told_and_kept(
    tmp_path: Path, repository: Repository, site: Path, snapshot: Snapshot
) -> None:
    target = tmp_path / "t"
    (target / "index.php").mkdir(parents=True)
    (target / "index.php" / "mine").write_text("x")
    plan, result = bring_back(repository, snapshot, target, strip=site)
    assert [(item.path, item.reason) for item in plan.not_restored] == [("index.php", "in-the-way")]
    assert not result.complete
    assert (target / "index.php" / "mine").exists()
    plan, result = bring_back(repository, snapshot, target, RestoreOptions(delete=True), strip=site)
    assert result.complete
    assert (target / "index.php").read_bytes() == (site / "index.php").read_bytes()


def test_restore_that_does_not_fit_changes_nothing(tmp_path: Path, repository: Repository, site: Path, snapshot: Snapshot) -> None:
    plan = plan_restore(repository, snapshot, tmp_path / "t", strip=str(site))
    assert plan.space_free is not None
    assert plan.space_needed >= plan.bytes > 3_000_000
    with pytest.raises(NoSpace, match="needs about"):
        restore(repository, msgspec.structs.replace(plan, space_free=10))
    assert not (tmp_path / "t").exists()


def test_dumps_arrive_beside_the_site_or_not_at_all(tmp_path: Path, repository: Repository, site: Path) -> None:
    """The dump folder lies at the root of a backup, not in the site."""
    tree = _with_dumps(repository, back_up(repository, site))
    plan, _ = bring_back(repository, tree, tmp_path / "t", strip=site)
    assert (tmp_path / "t/holdfast-database/shop/wp_posts.sql").read_bytes() == b"-- dump"
    assert plan.tables == ("wp_posts",)
    plan = plan_restore(repository, tree, tmp_path / "none", strip=str(site), dumps=False)
    assert plan.tables == ()
    plan = plan_restore(repository, tree, tmp_path / "only", Selection(parts=("database",)), strip=str(site))
    assert (plan.added, plan.tables) == (1, ("wp_posts",))


def test_removal_does_not_touch_dumps_of_an_earlier_restore(tmp_path: Path, repository: Repository, site: Path) -> None:
    """Twice with removal: the dumps that lie beside the site's files are not strangers, and stay complete."""
    snapshot = _with_dumps(repository, back_up(repository, site))
    for _ in range(2):
        plan, result = bring_back(repository, snapshot, tmp_path / "t", RestoreOptions(delete=True), strip=site)
        assert (tmp_path / "t/holdfast-database/shop/wp_posts.sql").read_bytes() == b"-- dump"
    assert (plan.removed, plan.unchanged, result.files) == (0, 8, 0)


def test_folder_in_the_way_that_holds_something_spared_stays(tmp_path: Path, repository: Repository, site: Path) -> None:
    snapshot = back_up(repository, site)
    target = tmp_path / "t"
    (target / "index.php/deep").mkdir(parents=True)
    (target / "index.php/deep/precious").write_text("x")
    options = RestoreOptions(delete=True)
    plan = plan_restore(repository, snapshot, target, options=options, strip=str(site), protects=lambda path: path.endswith(b"precious"))
    result = restore(repository, plan)
    assert [(item.path, item.reason) for item in result.not_restored] == [("index.php", "in-the-way")]
    assert (target / "index.php/deep/precious").exists()


def _with_dumps(repository: Repository, snapshot: Snapshot) -> Snapshot:
    """The same backup with a database dump in it."""
    tables = encode_tree([file_node("wp_posts.sql", b"-- dump")])
    databases = encode_tree([folder_node("shop", tables)])
    root = encode_tree(
        sorted([*repository.load_tree(snapshot.tree_id), folder_node("holdfast-database", databases)], key=lambda node: node.raw_name)
    )
    store_blobs(repository, ("data", b"-- dump"), ("tree", tables), ("tree", databases), ("tree", root))
    made = msgspec.structs.replace(snapshot, tree=blob_id(root).hex())
    return repository.snapshot(repository.save_snapshot(made))


def test_names_that_the_file_system_cannot_tell_apart(tmp_path: Path, repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a case-blind file system the first of two names comes back and the other is told, with all below it."""
    root = tmp_path / "source"
    for name in ("A/inner", "a/inner", "b", "B", "c"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name)
    snapshot = back_up(repository, root)
    assert not is_case_blind(open_target(tmp_path))
    monkeypatch.setattr("holdfast.engine.restorer.is_case_blind", lambda target: True)
    _, result = bring_back(repository, snapshot, tmp_path / "t", strip=root)
    assert sorted((item.path, item.reason) for item in result.not_restored) == [("a", "name"), ("b", "name")]
    assert files_in(tmp_path / "t") == {"A/inner", "B", "c"}
