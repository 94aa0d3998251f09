"""What a backup of a site reads, and what it leaves out by itself; how odd names travel."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from holdfast.errors import UsageError
from holdfast.jobs.messages import RepositoryAccess, SourceAccess
from holdfast.secret import Secret
from holdfast.sources.folder import FolderSource
from holdfast.worker.sites import SiteSources, our_places, site_sources
from holdfast.worker.texts import meant, shown


def make_site(folder: Path) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text("x")
    sqlite3.connect(folder / "data.db").execute("CREATE TABLE t (x)").connection.close()
    for name in ("data.db-wal", "data.db.before-20260101-000000", "other.db"):
        (folder / name).write_text("x")
    return folder


def sources_of(folder: Path, kind: str = "incremental", *, database: str = "sqlite:data.db", places: tuple[str, ...] = ()) -> SiteSources:
    return site_sources(SourceAccess(site_id="1", site_name="shop", path=str(folder), database=database), kind, places=places)


def files_of(found: SiteSources) -> set[str]:
    folder = next(source for source in found.sources if isinstance(source, FolderSource))
    return {os.fsdecode(name) for one in folder.scan(lambda _: None) for name, _ in one.files}


def test_live_databases_and_what_is_kept_beside_them_are_not_read_as_files(tmp_path: Path) -> None:
    found = sources_of(make_site(tmp_path / "site"))
    assert files_of(found) == {"index.html", "other.db"}
    assert found.parts == ("files", "database")


@pytest.mark.parametrize("linked", [False, True])
def test_a_repository_inside_the_site_is_not_backed_up_into_itself(tmp_path: Path, linked: bool) -> None:
    site = make_site(tmp_path / "site")
    (site / "backups [1]" / "data").mkdir(parents=True)
    (site / "backups [1]" / "config").write_text("x")
    place = site / "backups [1]"
    if linked:
        (tmp_path / "link").symlink_to(site)
        place = tmp_path / "link" / "backups [1]"
    access = RepositoryAccess(location=str(place), password=Secret("x"))
    assert our_places(access, "") == [str(place)]
    assert "config" not in files_of(sources_of(site, places=tuple(our_places(access, ""))))


def test_kinds_choose_what_is_read(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    assert sources_of(site, "database").parts == ("database",)
    assert sources_of(site, "files").parts == ("files",)
    assert len(sources_of(site, "full").sources) == 2
    with pytest.raises(UsageError):
        sources_of(site, "database", database="none")


@pytest.mark.parametrize("name", [b"plain", "grün ☃".encode(), b"bad \xff\x80 bytes", b"back\\slash", b"line\nbreak"])
def test_every_name_survives_being_text(name: bytes) -> None:
    text = shown(name)
    text.encode()
    assert os.fsencode(meant(text)) == name
