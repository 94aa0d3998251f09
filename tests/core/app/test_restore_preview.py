"""What a person is told before a restore, and the way back after it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from holdfast.app import Holdfast
from holdfast.worker.restore_versions import version_key
from tests.core.app.conftest import Scene


def write_plugin(site: Path, version: str, name: str = "forms", title: str = "Forms") -> None:
    folder = site / "wp-content" / "plugins" / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "helper.php").write_text("<?php // no plugin")
    (folder / f"{name}.php").write_text(f"<?php\n/**\n * Plugin Name: {title}\n * Version: {version}\n */\n")


def write_wordpress(site: Path, version: str) -> None:
    (site / "wp-includes").mkdir(parents=True, exist_ok=True)
    (site / "wp-load.php").write_text("<?php")
    (site / "wp-includes" / "version.php").write_text(f"<?php\n$wp_version = '{version}';\n")
    theme = site / "wp-content" / "themes" / "atelier"
    theme.mkdir(parents=True, exist_ok=True)
    (theme / "style.css").write_text(f"/*\nTheme Name: Atelier\nVersion: {version}\n*/\n")


def test_a_preview_names_what_is_newer_on_the_site_than_in_the_backup(ready: Scene) -> None:
    write_wordpress(ready.site, "6.7.1")
    write_plugin(ready.site, "2.9")
    write_plugin(ready.site, "1.0", "same", "Same")
    write_plugin(ready.site, "5.0", "older", "Older")

    async def story(app: Holdfast) -> None:
        first = (await (await app.backups.create(["shop"])).value())["backup"]["id"]
        write_wordpress(ready.site, "6.8")
        write_plugin(ready.site, "2.10")
        write_plugin(ready.site, "4.9", "older", "Older")
        write_plugin(ready.site, "1.1", "fresh", "Not in the backup")
        plan = await app.backups.restore_plan("shop", first)
        assert {(one["kind"], one["name"], one["now"], one["backup"]) for one in plan["newer_on_site"]} == {
            ("core", "WordPress", "6.8", "6.7.1"),
            ("plugin", "Forms", "2.10", "2.9"),
            ("theme", "Atelier", "6.8", "6.7.1"),
        }
        assert (await app.backups.restore_plan("shop", first, to=ready.folder / "elsewhere"))["newer_on_site"] == []

    ready.run(story)


def test_a_preview_names_only_what_the_restore_sets_back(ready: Scene) -> None:
    """A restore of a part, or one that leaves what is there, does not touch the rest; a named pipe among the plugins holds nothing up."""
    write_wordpress(ready.site, "6.7.1")
    write_plugin(ready.site, "2.9")
    uploads = ready.site / "wp-content" / "uploads"
    uploads.mkdir()
    (uploads / "photo.jpg").write_text("as it was")

    async def story(app: Holdfast) -> None:
        first = (await (await app.backups.create(["shop"])).value())["backup"]["id"]
        write_wordpress(ready.site, "6.8")
        write_plugin(ready.site, "2.10")
        (uploads / "photo.jpg").write_text("changed since then")
        os.mkfifo(ready.site / "wp-content" / "plugins" / "forms" / "a.php")

        async def newer(**words: Any) -> list[str]:
            plan = await app.backups.restore_plan("shop", first, **words)
            assert plan["overwritten"] + plan["left"] > 0
            return [one["name"] for one in plan["newer_on_site"]]

        assert await newer(only=["uploads"]) == []
        assert await newer(paths=[str(uploads / "photo.jpg")]) == []
        assert await newer(overwrite="never") == []
        assert await newer(only=["plugins"]) == ["Forms"]

    ready.run(story)


def test_a_restored_file_is_taken_away_again_by_the_safety_backup(ready: Scene) -> None:
    """A file that was gone comes back; undoing that with what the safety backup has removes it, and nothing made since."""
    lost = ready.site / "css" / "style.css"

    async def story(app: Holdfast) -> None:
        first = (await (await app.backups.create(["shop"])).value())["backup"]["id"]
        lost.unlink()
        done = await (await app.backups.restore("shop", first, paths=[str(lost)], safety_backup=True)).value()
        assert lost.exists()
        assert done["paths"] == [str(lost)]
        (ready.site / "css" / "since.css").write_text("made since")
        safety = done["safety_backup"]["id"]
        plan = await app.backups.restore_plan("shop", safety, paths=done["paths"], delete=True)
        assert (plan["removed"], plan["overwritten"], plan["added"]) == (1, 0, 0)
        await (await app.backups.restore("shop", safety, paths=done["paths"], delete=True, safety_backup=False)).value()
        assert sorted(os.listdir(lost.parent)) == ["since.css"]

    ready.run(story)


def test_a_folder_of_many_files_is_handed_out_in_parts(ready: Scene) -> None:
    for number in range(30):
        (ready.site / f"File-{number:02d}.txt").write_text("x")

    async def story(app: Holdfast) -> None:
        await (await app.backups.create(["shop"])).value()
        first = [f.name for f in await app.backups.files("shop", "latest", "", limit=10)]
        assert first[:2] == ["css", "File-00.txt"], "folders first"
        rest = [f.name for f in await app.backups.files("shop", "latest", "", offset=10, limit=100)]
        whole = [f.name for f in await app.backups.files("shop", "latest", "")]
        assert sorted(first + rest) == sorted(whole)

    ready.run(story)


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("2.9", "2.10"),
        ("1.0-beta2", "1.0"),
        ("1.0-rc1", "1.0"),
        ("1.0", "1.0.1"),
        ("6.7.1", "6.8"),
        ("1.0-alpha", "1.0-beta"),
        ("1", "1.0.0.1"),
    ],
)
def test_versions_are_ordered_as_php_orders_them(older: str, newer: str) -> None:
    assert version_key(older) < version_key(newer)
    assert version_key("1.0") == version_key("1")
