"""A repository or a target that means harm: nothing is ever written outside the target (H2, H3)."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from holdfast.engine.restorer import RestoreOptions, plan_restore, restore
from holdfast.errors import Damaged, HoldfastError
from holdfast.repository.repository import Repository
from tests.core.restore.crafted import raw_file, raw_folder, raw_link, raw_tree, store_raw
from tests.core.restore.scene import EXACT, back_up, bring_back


@pytest.mark.parametrize("name", ["../x", "/x", "a/b", "..", ".", "", "x\\x00y", "\\x2e\\x2e", "\\x2e\\x2e/x", "..\\x2fx"])
@pytest.mark.parametrize("kind", ["file", "symlink", "dir"])
def test_name_that_leads_outside(tmp_path: Path, repository: Repository, name: str, kind: str) -> None:
    """H2: at the top and one folder deep; the good part of the backup still restores."""
    inner = raw_tree(raw_file("inner", b"evil"))
    bad = {"file": raw_file(name, b"evil"), "symlink": raw_link(name, "/etc/passwd"), "dir": raw_folder(name, inner)}[kind]
    deep = raw_tree(bad)
    snapshot = store_raw(repository, raw_tree(raw_folder("deep", deep), raw_file("good", b"evil")), deep, inner)
    target = tmp_path / "outer" / "target"
    _, result = bring_back(repository, snapshot, target)
    assert [item.path for item in result.not_restored] == ["deep"]
    assert sorted(path.name for path in target.rglob("*")) == ["deep", "good"]
    assert sorted(os.listdir(tmp_path / "outer")) == ["target"]
    with pytest.raises(Damaged):
        bring_back(repository, store_raw(repository, deep), target)


def test_link_then_a_file_through_it(tmp_path: Path, repository: Repository) -> None:
    """H2: the same name as a link and as a folder, in both orders; and a link that another node's path would pass."""
    outside = tmp_path / "outside"
    outside.mkdir()
    inner = raw_tree(raw_file("inner", b"evil"))
    for nodes in (
        [raw_link("x", str(outside)), raw_folder("x", inner)],
        [raw_folder("x", inner), raw_link("x", str(outside))],
    ):
        deep = raw_tree(*nodes)
        snapshot = store_raw(repository, raw_tree(raw_folder("deep", deep)), deep, inner)
        bring_back(repository, snapshot, tmp_path / "target")
    assert list(outside.iterdir()) == []


def test_link_of_an_earlier_backup_is_replaced_by_a_folder(tmp_path: Path, repository: Repository) -> None:
    """H2 over two restores: the first leaves a link, the second has a folder of that name."""
    outside = tmp_path / "outside"
    outside.mkdir()
    inner = raw_tree(raw_file("inner", b"evil"))
    bring_back(repository, store_raw(repository, raw_tree(raw_link("x", str(outside)))), tmp_path / "target")
    bring_back(repository, store_raw(repository, raw_tree(raw_folder("x", inner)), inner), tmp_path / "target")
    assert list(outside.iterdir()) == []
    assert (tmp_path / "target/x/inner").read_bytes() == b"evil"


def test_rights_are_handed_out_only_when_asked(tmp_path: Path, repository: Repository) -> None:
    """H2: setuid, setgid, attributes, device nodes."""
    device = {**raw_file("disk", b"evil"), "type": "dev", "mode": 0o666 | 1 << 26, "device": 0x801, "content": None}
    tree = raw_tree(
        raw_file("suid", b"evil", mode=0o755 | 1 << 23 | 1 << 22, extended_attributes=[{"name": "user.x", "value": "eA=="}]), device
    )
    snapshot = store_raw(repository, tree)
    _, result = bring_back(repository, snapshot, tmp_path / "t", RestoreOptions())
    assert (tmp_path / "t/suid").stat().st_mode & 0o7777 == 0o755
    assert os.listxattr(tmp_path / "t/suid") == []
    assert [(item.path, item.reason) for item in result.not_restored] == [("disk", "unsupported")]
    bring_back(repository, snapshot, tmp_path / "asked", EXACT)
    assert (tmp_path / "asked/suid").stat().st_mode & 0o7777 == 0o6755


@pytest.mark.parametrize(
    "change",
    [
        {"content": ["zz"]},
        {"content": ["00" * 31]},
        {"size": 10**15},
        {"size": 1},
        {"mtime": "9999-12-31T23:59:59.999999999Z"},
        {"mtime": "0001-01-01T00:00:00Z"},
        {"uid": 4_294_967_295},
        {"links": 3, "inode": 5},
        {"type": "irregular"},
        {"type": "nonsense"},
        {"content": None},
        {"extended_attributes": [{"name": "no dot", "value": "eA=="}]},
    ],
)
def test_odd_values_do_no_harm(tmp_path: Path, repository: Repository, change: dict[str, object]) -> None:
    """H2: one odd node; the other file of the folder is restored, or a typed error is raised."""
    tree = raw_tree(raw_file("good", b"evil"), raw_file("odd", b"evil", **change))
    snapshot = store_raw(repository, tree)
    try:
        bring_back(repository, snapshot, tmp_path / "t", EXACT)
    except HoldfastError:
        return
    assert (tmp_path / "t/good").read_bytes() == b"evil"
    assert not list((tmp_path / "t").glob(".holdfast*"))


def test_links_planted_everywhere_in_the_target(tmp_path: Path, repository: Repository, site: Path) -> None:
    """H3: every folder and file that is there already is a link to somewhere precious."""
    snapshot = back_up(repository, site)
    outside = tmp_path / "outside"
    (outside / "a").mkdir(parents=True)
    (outside / "precious").write_text("mine")
    target = tmp_path / "t"
    (target / "wp-content/plugins").mkdir(parents=True)
    (target / "wp-content/uploads").symlink_to(outside)
    (target / "wp-content/plugins/a").symlink_to(outside / "a")
    (target / "index.php").symlink_to(outside / "precious")
    (target / "link").symlink_to(outside / "precious")
    plan, result = bring_back(repository, snapshot, target, strip=site)
    assert result.not_restored == ()
    assert (outside / "precious").read_text() == "mine"
    assert sorted(path.name for path in outside.rglob("*")) == ["a", "precious"]
    assert (target / "wp-content/uploads/large.bin").read_bytes() == (site / "wp-content/uploads/large.bin").read_bytes()
    assert plan.overwritten >= 3


def test_links_planted_while_the_restore_runs(tmp_path: Path, repository: Repository) -> None:
    """H3, raced: folders of the target are exchanged for links all the time."""
    site = tmp_path / "source"
    for number in range(40):
        (site / f"folder{number % 4}" / f"sub{number}").mkdir(parents=True)
        for file in range(8):
            (site / f"folder{number % 4}" / f"sub{number}" / f"{file}.php").write_bytes(b"%d %d" % (number, file))
    snapshot = back_up(repository, site)
    outside = tmp_path / "outside"
    outside.mkdir()
    target = tmp_path / "t"
    stop = threading.Event()

    def attack() -> None:
        while not stop.is_set():
            for number in range(4):
                place, aside = target / f"folder{number}", target / f"aside{number}"
                try:
                    place.rename(aside)
                    place.symlink_to(outside)
                    place.unlink()
                    aside.rename(place)
                except OSError:
                    continue

    attacker = threading.Thread(target=attack)
    attacker.start()
    try:
        plan = plan_restore(repository, snapshot, target, options=RestoreOptions(helpers=2), strip=str(site))
        try:
            restore(repository, plan)
        except HoldfastError:
            pass
    finally:
        stop.set()
        attacker.join()
    assert list(outside.iterdir()) == []
