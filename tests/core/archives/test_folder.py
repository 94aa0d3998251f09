"""A folder of archives, listed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from holdfast.errors import NotFound
from holdfast.sources.archive_folder import list_archives
from holdfast.sources.archive_sets import recognise
from tests.support.archive_samples import make_tar, make_zip


def test_files_are_listed_by_relative_names_and_links_are_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "drop"
    (folder / "one" / "two").mkdir(parents=True)
    make_zip(folder / "a.zip")
    make_tar(folder / "one" / "two" / "b.tar.gz")
    make_zip(tmp_path / "outside.zip")
    (folder / "link.zip").symlink_to(tmp_path / "outside.zip")
    (folder / "up").symlink_to(tmp_path)
    listed = list_archives(folder)
    assert [one.name for one in listed] == ["a.zip", "one/two/b.tar.gz"]
    assert listed[0].size == (folder / "a.zip").stat().st_size
    sets = recognise(listed, datetime.now(UTC) + timedelta(hours=1))
    assert [one.complete for one in sets] == [True, True]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        list_archives(tmp_path / "nowhere")
