"""Archives as real programs make them: GNU tar, Info-ZIP, WordPress."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from holdfast.cancellation import Cancellation
from holdfast.errors import NoSpace
from holdfast.sources.archive_check import check_archive
from holdfast.sources.archive_reading import open_archive
from holdfast.sources.archive_source import ArchiveSource
from tests.core.archives.test_fetching import CONTENT, FakeDownloads, Scene
from tests.support.archive_samples import SITE
from tests.support.tmpfs import fill, small_disk
from tests.support.wordpress import PACKAGE

LONG = "wp-content/" + "long-folder-name/" * 12 + "file with ümlaut.txt"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    for name, content in {**SITE, LONG: b"long"}.items():
        path = site / name
        if name.endswith("/"):
            path.mkdir(parents=True, exist_ok=True)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        path.chmod(0o640)
        os.utime(path, (1_700_000_001, 1_700_000_001))
    return site


def contents(path: Path) -> dict[str, tuple[bytes, int, int]]:
    archive = open_archive(path, cancelled=Cancellation())
    try:
        return {
            member.path.decode(): (b"".join(content), member.mode, member.mtime_ns)
            for member, content in archive.members()
            if member.kind == "file"
        }
    finally:
        archive.close()


def expected(site: Path) -> dict[str, tuple[bytes, int, int]]:
    files = [path for path in site.rglob("*") if path.is_file()]
    return {str(path.relative_to(site)): (path.read_bytes(), 0o640, 1_700_000_001 * 10**9) for path in files}


@pytest.mark.parametrize("form", ["gnu", "pax", "posix", "ustar", "oldgnu"])
def test_gnu_tar(site: Path, tmp_path: Path, form: str) -> None:
    if form == "ustar":
        (site / LONG).unlink()  # a name that this form cannot hold
    path = tmp_path / "backup.tar.gz"
    subprocess.run(["tar", "-C", str(site), f"--format={form}", "-czf", str(path), "."], check=True)
    assert contents(path) == expected(site)
    assert check_archive(path).state == "good"


def test_info_zip(site: Path, tmp_path: Path) -> None:
    path = tmp_path / "backup.zip"
    subprocess.run(["zip", "-qr", str(path), "."], cwd=site, check=True)
    assert contents(path) == expected(site)
    assert check_archive(path).state == "good"


def test_the_zip_of_wordpress(site: Path, tmp_path: Path) -> None:
    """PclZip comes with every WordPress, and backup plugins fall back on it. Its times are local."""
    path = tmp_path / "backup.zip"
    code = "require $argv[1]; $z = new PclZip($argv[2]); exit($z->create($argv[3], PCLZIP_OPT_REMOVE_PATH, $argv[3]) ? 0 : 1);"
    command = ["php", "-d", "error_reporting=0", "-r", code, str(PACKAGE / "wp-admin/includes/class-pclzip.php"), str(path), str(site)]
    subprocess.run(command, check=True)
    assert {name: content for name, (content, _, _) in contents(path).items()} == {name: one[0] for name, one in expected(site).items()}
    assert check_archive(path).state == "good"


def test_a_pipe_in_place_of_an_archive_does_not_hang(tmp_path: Path) -> None:
    from holdfast.errors import Unsupported

    os.mkfifo(tmp_path / "a.zip")
    with pytest.raises(Unsupported):
        next(ArchiveSource(tmp_path / "a.zip").files(lambda _: None))


def test_a_full_disk_is_told_before_anything_is_downloaded(tmp_path: Path) -> None:
    """N4"""
    with small_disk(tmp_path / "disk", "24m") as disk, FakeDownloads() as server:
        filler = fill(disk, leave=1 << 20)
        scene = Scene(server, disk)
        with pytest.raises(NoSpace) as caught:
            scene.run()
        assert caught.value.details["free"] < 2 << 20
        assert [path.name for path in disk.iterdir()] == ["filler"]
        filler.unlink()
        assert scene.run().path.read_bytes() == CONTENT
