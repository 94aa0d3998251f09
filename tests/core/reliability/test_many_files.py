"""B4 at its largest: two million names. They are hard links to some files, since what counts here is their number."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from holdfast.engine.archiver import ArchiveOptions, archive
from holdfast.engine.browse import walk
from holdfast.repository.repository import Repository
from holdfast.secret import Secret
from holdfast.sources.folder import FolderSource
from holdfast.storage.local import LocalStorage
from tests.support.engine_process import PASSWORD
from tests.support.repositories import QUICK
from tests.support.restic import Restic

FOLDERS, EACH = 1000, 2000


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_b4_two_million_files(tmp_path: Path) -> None:
    """B4: backed up, found unchanged the second time, all names listed by restic, one folder restored."""
    site, place = tmp_path / "site", tmp_path / "repository"
    for folder in range(FOLDERS):
        path = site / f"{folder:04}"
        path.mkdir(parents=True)
        first = path / "0"
        first.write_bytes(b"%d" % folder)
        for number in range(1, EACH):
            os.link(first, path / str(number))
    Repository.create(LocalStorage(place), Secret(PASSWORD), kdf=QUICK)
    try:
        first_run, second_run = (
            archive(Repository.open(LocalStorage(place), Secret(PASSWORD)), [FolderSource(site)], ArchiveOptions()).snapshot
            for _ in range(2)
        )
        assert first_run.summary is not None
        assert second_run.summary is not None
        assert first_run.summary.total_files_processed == FOLDERS * EACH
        assert second_run.summary.files_unmodified == FOLDERS * EACH
        assert (second_run.summary.files_new, second_run.summary.files_changed) == (0, 0)
        restic = Restic(place, PASSWORD, tmp_path / "restic")
        restic.run("check", "--read-data", timeout=1800)
        with subprocess.Popen(restic.command("ls", second_run.id), env=restic.environment, stdout=subprocess.PIPE) as counting:
            assert counting.stdout is not None
            assert sum(line.startswith(b"/") for line in counting.stdout) == FOLDERS * (EACH + 1) + len(site.parts) - 1
        assert counting.returncode == 0
        repository = Repository.open(LocalStorage(place), Secret(PASSWORD))
        assert sum(1 for _ in walk(repository, second_run.tree_id)) == FOLDERS * (EACH + 1) + len(site.parts) - 1
        restic.run("restore", second_run.id, "--include", f"{site}/0007", "--target", tmp_path / "back", timeout=1800)
        assert len(os.listdir(tmp_path / "back" / site.relative_to("/") / "0007")) == EACH
    finally:
        shutil.rmtree(site)
