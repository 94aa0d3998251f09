"""What deserves a second look in a backup, with real repositories: shown with numbers and examples until it is gone or confirmed."""

from __future__ import annotations

import os
import shutil
import zipfile
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from holdfast.app import Holdfast
from holdfast.secret import Secret
from holdfast.verdict import Reason
from holdfast.watchfulness import CHANGED, CORE, MOST_PATHS, NO_DATABASE, PHP, SHRUNK, SMALLER, CoreChange, Facts, Standing, confirm, fold
from tests.core.app.conftest import Scene

CORE_FILES = {
    "index.php": "<?php require 'wp-blog-header.php';",
    "wp-load.php": "<?php // load",
    "wp-admin/admin.php": "<?php // admin",
    "wp-includes/version.php": "<?php $wp_version = '6.5';",
    "wp-includes/functions.php": "<?php // functions",
}


class WordPress:
    """The smallest folder that is one, with an SQLite database beside it."""

    def __init__(self, scene: Scene) -> None:
        self.folder = scene.site
        for name, text in CORE_FILES.items():
            self.write(name, text)
        self.write("wp-config.php", "<?php // configuration")
        for number in range(20):
            self.write(f"wp-content/uploads/2026/{number}.jpg", f"picture {number}")

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


@pytest.fixture
def blog(scene: Scene) -> WordPress:
    made = WordPress(scene)

    async def story(app: Holdfast) -> None:
        await app.storages.add("disk", str(scene.repository), Secret("repository password"))
        await app.sites.add("blog", path=scene.site, database="sqlite:data.sqlite", storage="disk")

    scene.run(story)
    return made


def look(scene: Scene, **words: Any) -> dict[str, Reason]:
    """Back up; what is shown of it then, by code."""

    async def story(app: Holdfast) -> dict[str, Reason]:
        await (await app.backups.create(["blog"], **words)).value()
        return await shown(app)

    found: dict[str, Reason] = scene.run(story)
    return found


async def shown(app: Holdfast) -> dict[str, Reason]:
    view = await app.sites.show("blog")
    found = {one.code: one for one in view.reasons if one.code in {SHRUNK, SMALLER, NO_DATABASE, CHANGED, PHP, CORE}}
    assert not found or view.status == "warning"
    return found


def confirmed(scene: Scene) -> list[str]:
    return [one.code for one in scene.run(lambda app: app.sites.confirm("blog"))]


def test_quiet_while_all_is_as_ever(scene: Scene, blog: WordPress) -> None:
    """New pictures, a changed theme, a removed file: nothing of that is worth a word."""
    assert look(scene) == {}
    blog.write("wp-content/uploads/2026/new.jpg", "new")
    blog.write("wp-content/themes/one/style.css", "a")
    (scene.site / "css" / "style.css").unlink()
    assert look(scene) == {}
    assert confirmed(scene) == []


def test_a_site_that_shrank_by_half_stays_shown_until_it_is_back(scene: Scene, blog: WordPress) -> None:
    """B3: not only the run that saw it says so."""
    look(scene)
    away = scene.folder / "away"
    shutil.move(scene.site / "wp-content", away)
    first = look(scene)[SHRUNK]
    assert first.details["after"] * 2 < first.details["before"]
    second = look(scene)
    assert second[SHRUNK].details["before"] == first.details["before"]
    shutil.move(away, scene.site / "wp-content")
    assert look(scene) == {}


def test_a_site_whose_files_are_there_and_have_nothing_in_them(scene: Scene, blog: WordPress) -> None:
    """As many files as ever, and hardly a byte: shown until half of them is back. Without a database of its own it is weighed anew."""
    film = scene.site / "wp-content" / "uploads" / "film.mp4"
    film.write_bytes(os.urandom(3 << 20))
    assert look(scene) == {}
    assert look(scene, type="files") == {}
    film.write_bytes(b"")
    first = look(scene)
    assert first.keys() == {SMALLER}
    assert first[SMALLER].details["after"] * 2 < 3 << 20 < first[SMALLER].details["before"]
    assert look(scene, type="files").keys() == {SMALLER}
    film.write_bytes(os.urandom(2 << 20))
    assert look(scene) == {}


def test_a_shrunk_site_that_was_meant(scene: Scene, blog: WordPress) -> None:
    look(scene)
    shutil.rmtree(scene.site / "wp-content")
    assert SHRUNK in look(scene)
    assert confirmed(scene) == [SHRUNK]
    assert scene.run(shown) == {}
    assert look(scene) == {}
    assert any(row.action == "site confirmed" for row in scene.run(lambda app: app.audit()).items)


def test_a_wordpress_without_its_database(scene: Scene, blog: WordPress) -> None:
    """A6: shown until there is one, and not again once somebody said that it is meant; a backup of files alone promises none."""
    assert look(scene, type="files") == {}

    async def without(app: Holdfast) -> None:
        await app.sites.edit("blog", database="none")

    async def with_one(app: Holdfast) -> None:
        await app.sites.edit("blog", database="sqlite:data.sqlite")

    scene.run(without)
    assert look(scene).keys() == {NO_DATABASE}
    assert look(scene).keys() == {NO_DATABASE}
    scene.run(with_one)
    assert look(scene) == {}
    scene.run(without)
    assert look(scene).keys() == {NO_DATABASE}
    assert confirmed(scene) == [NO_DATABASE]
    assert look(scene) == {}


def test_a_plain_folder_needs_no_database(scene: Scene) -> None:
    async def story(app: Holdfast) -> None:
        await app.storages.add("disk", str(scene.repository), Secret("repository password"))
        await app.sites.add("blog", path=scene.site, database="none", storage="disk")

    scene.run(story)
    assert look(scene) == {}


def test_new_programs_among_the_uploads(scene: Scene, blog: WordPress) -> None:
    """They stay shown over later backups, by their paths, until they are gone."""
    look(scene)
    blog.write("wp-content/uploads/2026/shell.php", "<?php eval($_POST['x']);")
    blog.write("wp-content/uploads/a/b/.x.PHTML", "<?php")
    blog.write("wp-content/plugins/forms/uploads/ok.php", "<?php // a plugin's own")
    found = look(scene)[PHP]
    assert (found.details["count"], sorted(found.details["examples"])) == (
        2,
        ["wp-content/uploads/2026/shell.php", "wp-content/uploads/a/b/.x.PHTML"],
    )
    (scene.site / "wp-content/uploads/2026/shell.php").unlink()
    assert look(scene)[PHP].details["examples"] == ["wp-content/uploads/a/b/.x.PHTML"]
    shutil.rmtree(scene.site / "wp-content/uploads/a")
    assert look(scene) == {}


def test_changed_files_of_wordpress_itself(scene: Scene, blog: WordPress) -> None:
    """A changed and an added file are shown until they are as before; the configuration is the user's own."""
    look(scene)
    blog.write("wp-includes/functions.php", "<?php // and a back door")
    blog.write("wp-admin/extra.php", "<?php")
    blog.write("wp-config.php", "<?php // changed by its owner")
    found = look(scene)[CORE]
    assert sorted(found.details["examples"]) == ["wp-admin/extra.php", "wp-includes/functions.php"]
    blog.write("wp-includes/functions.php", CORE_FILES["wp-includes/functions.php"])
    assert look(scene)[CORE].details["examples"] == ["wp-admin/extra.php"]
    (scene.site / "wp-admin/extra.php").unlink()
    assert look(scene) == {}


def test_an_update_of_wordpress_is_no_finding(scene: Scene, blog: WordPress) -> None:
    """Another version: its files may change, and what stood before is overwritten by it."""
    look(scene)
    blog.write("wp-includes/functions.php", "<?php // a back door")
    assert CORE in look(scene)
    blog.write("wp-includes/version.php", "<?php $wp_version = '6.6';")
    blog.write("wp-includes/functions.php", "<?php // new functions")
    blog.write("index.php", "<?php // new index")
    assert look(scene) == {}


def test_thousands_of_changed_files(scene: Scene, blog: WordPress) -> None:
    """As after something went over all of them; added files are no changed files."""
    folder = scene.site / "wp-content" / "many"
    folder.mkdir()
    look(scene)
    for number in range(1200):
        (folder / f"{number}.txt").write_text("before")
    assert look(scene) == {}
    for number in range(1200):
        (folder / f"{number}.txt").write_text("after it")
    found = look(scene)[CHANGED]
    assert (found.details["count"], len(found.details["examples"])) == (1200, 10)
    assert look(scene)[CHANGED].details["count"] == 1200
    assert confirmed(scene) == [CHANGED]
    assert look(scene) == {}


def test_kept_archives_are_watched_too(scene: Scene) -> None:
    """A site whose own plugin drops archives: the same five things, from what was taken in; an old one taken in late changes nothing."""
    place = scene.folder / "archives"
    place.mkdir()
    now = datetime.now(UTC).replace(microsecond=0)

    def drop(hour: int, changes: dict[str, str]) -> None:
        path = place / f"blog-{hour:02}.zip"
        files = {**CORE_FILES, "wp-config.php": "<?php", "database.sql": "CREATE TABLE a (b INT);\n-- Dump completed\n", **changes}
        with zipfile.ZipFile(path, "w") as packed:
            for name, text in files.items():
                packed.writestr(name, text)
        made = (now - timedelta(hours=20 - hour)).timestamp()
        os.utime(path, (made, made))

    async def add(app: Holdfast) -> None:
        await app.storages.add("disk", str(scene.repository), Secret("repository password"))
        await app.sites.add("blog", system="archives", archives=str(place), storage="disk")

    async def fetch(app: Holdfast) -> dict[str, Reason]:
        await (await app.backups.fetch(["blog"])).result()
        return await shown(app)

    scene.run(add)
    drop(5, {})
    assert scene.run(fetch) == {}
    drop(6, {"wp-content/uploads/x.php": "<?php", "wp-includes/functions.php": "<?php // changed"})
    found = scene.run(fetch)
    assert {code: one.details["examples"] for code, one in found.items()} == {
        PHP: ["wp-content/uploads/x.php"],
        CORE: ["wp-includes/functions.php"],
    }
    drop(1, {"wp-includes/functions.php": "<?php // of old"})
    assert scene.run(fetch) == found
    drop(7, {"wp-includes/functions.php": CORE_FILES["wp-includes/functions.php"]})
    assert scene.run(fetch) == {}


# ---- the rules alone


def facts(number: int, **words: Any) -> Facts:
    return Facts(backup=f"b{number}", against=f"b{number - 1}", **words)


def test_more_paths_than_can_be_followed_are_counted() -> None:
    paths = tuple(f"uploads/{number}.php" for number in range(MOST_PATHS))
    standing = fold(Standing(), facts(1, php=paths, php_total=MOST_PATHS + 500))
    assert standing.findings[PHP].count == MOST_PATHS + 500
    standing = fold(standing, facts(2, php_gone=(*paths, "uploads/other.php")))
    assert standing.findings[PHP].count == 499


def test_what_was_confirmed_is_shown_again_when_it_happens_again() -> None:
    standing = fold(Standing(), facts(1, core=(CoreChange("wp-admin/a.php", "1", "2"),), core_total=1))
    standing = confirm(standing, datetime.now(UTC))
    assert standing.findings == {}
    standing = fold(standing, facts(2, core=(CoreChange("wp-admin/a.php", "2", "3"),), core_total=1))
    assert standing.findings[CORE].count == 1
    assert fold(standing, facts(3, core=(CoreChange("wp-admin/a.php", "3", "2"),), core_total=1)).findings == {}


def test_a_backup_of_the_database_alone_says_nothing_of_files() -> None:
    standing = fold(Standing(), facts(1, files=1, files_before=100))
    assert fold(standing, facts(2, database=True)).findings.keys() == {SHRUNK}
