"""B1 and B3 in the terminal: what was lost on the way is told, and a site that lost most of its files keeps its old backups."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.site_folder import content, make_files
from tests.support.terminal import HoldfastCommand


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return make_files(tmp_path / "site", files=30, large=50_000)


@pytest.fixture
def holdfast(tmp_path: Path, site: Path) -> HoldfastCommand:
    command = HoldfastCommand(tmp_path / "hf-home")
    command("storage", "add", "disk", str(tmp_path / "repository"))
    command("site", "add", "shop", "--path", str(site), "--database", "none")
    return command


def made(holdfast: HoldfastCommand) -> list[str]:
    return [backup["id"] for backup in holdfast("backup", "list", "shop").last["items"]]


def test_b1_unreadable_files_end_with_3_and_are_named(holdfast: HoldfastCommand, site: Path, tmp_path: Path) -> None:
    """B1: saved, a warning with the names, exit code 3; all that could be read comes back."""
    hidden, folder = site / "part-1" / "file-1.txt", site / "part-2"
    for path in (hidden, folder):
        path.chmod(0)
    wanted = {name: digest for name, digest in content(site).items() if name != "part-1/file-1.txt" and not name.startswith("part-2/")}
    # The superuser reads everything, unless it is made to do without that.
    humble = (
        [] if os.geteuid() else ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search"]
    )
    done = subprocess.run(
        [*humble, *holdfast.arguments("backup", "create", "shop")], capture_output=True, text=True, env=holdfast.environment(), check=False
    )
    for path in (hidden, folder):
        path.chmod(0o700)
    assert done.returncode == 3, done.stdout + done.stderr
    assert '"outcome":"warning"' in done.stdout.splitlines()[-1]
    assert str(hidden) in done.stdout
    assert str(folder) in done.stdout
    holdfast("backup", "restore", "shop", "latest", "--to", str(tmp_path / "back"), "--yes")
    assert content(tmp_path / "back") == wanted


def test_b3_a_missing_folder_is_a_failure_and_no_empty_backup(holdfast: HoldfastCommand, site: Path) -> None:
    """B3, first part."""
    holdfast("backup", "create", "shop")
    before = made(holdfast)
    site.rename(site.with_name("unmounted"))
    ran = holdfast("backup", "create", "shop", expect=5)
    assert ran.last["outcome"] == "failed"
    assert made(holdfast) == before


def test_b3_an_empty_mount_pushes_out_no_backup_until_a_person_confirms(holdfast: HoldfastCommand, site: Path, tmp_path: Path) -> None:
    """B3, second part: saved as a warning; forget and prune leave the site alone, also in a script, until it is confirmed."""
    wanted = content(site)
    good = holdfast("backup", "create", "shop").last["result"]["backup"]["id"]
    for path in site.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    ran = holdfast("backup", "create", "shop", expect=3)
    assert ran.last["outcome"] == "warning"
    assert "half of the files" in ran.out
    holdfast("backup", "create", "shop", expect=None)  # more of the same makes it no more plausible
    ran = holdfast("backup", "forget", "shop", "--keep-last", "1", "--prune", "--yes", expect=3)
    assert ran.last["result"]["stopped"] == ["shop"]
    holdfast("backup", "restore", "shop", good, "--to", str(tmp_path / "back"), "--yes")
    assert content(tmp_path / "back") == wanted
    holdfast("backup", "forget", "shop", "--keep-last", "1", "--yes", "--confirmed")
    assert good not in made(holdfast)
