"""Core files against the first backup of the same version: of the same site it fails, of another one it warns."""

from __future__ import annotations

from pathlib import Path

from holdfast.engine.drill import DrillCheck, drill
from holdfast.repository.repository import Repository
from holdfast.repository.snapshots import Snapshot
from tests.core.restore.scene import back_up
from tests.core.restore.test_reading import _wordpress


def core_of(repository: Repository, snapshot: Snapshot, scratch: Path, site: Path) -> DrillCheck:
    result = drill(repository, snapshot, scratch, strip=str(site), folder_of=lambda one: (one.paths or ("",))[0])
    return next(check for check in result.checks if check.name == "core")


def test_the_first_of_a_version_then_the_same_then_changed(tmp_path: Path, repository: Repository) -> None:
    site = _wordpress(tmp_path / "wp")
    first = core_of(repository, back_up(repository, site, site="one"), tmp_path / "s", site)
    assert (first.outcome, "nothing to compare with" in first.detail) == ("ok", True)
    (site / "wp-admin/error_log").write_text("a log is no code")
    same = core_of(repository, back_up(repository, site, site="one"), tmp_path / "s", site)
    assert (same.outcome, "as in the first backup" in same.detail) == ("ok", True)
    (site / "wp-includes/post.php").write_text("<?php eval($_GET['x']);")
    (site / "wp-includes/load.php").unlink()
    changed = core_of(repository, back_up(repository, site, site="one"), tmp_path / "s", site)
    assert (changed.outcome, changed.numbers["changed"]) == ("failed", 2)
    assert changed.detail.endswith("wp-includes/load.php, wp-includes/post.php")
    (site / "wp-includes/version.php").write_text("<?php\n$wp_version = '6.9';\n")
    newer = core_of(repository, back_up(repository, site, site="one"), tmp_path / "s", site)
    assert newer.outcome == "warning"  # another version, not complete, nothing to compare with


def test_another_site_of_the_same_version_only_warns(tmp_path: Path, repository: Repository) -> None:
    back_up(repository, _wordpress(tmp_path / "other"), site="other")
    site = _wordpress(tmp_path / "wp")
    (site / "wp-includes/post.php").write_text("<?php // patched by the hoster")
    found = core_of(repository, back_up(repository, site, site="one"), tmp_path / "s", site)
    assert (found.outcome, found.numbers["changed"]) == ("warning", 1)
