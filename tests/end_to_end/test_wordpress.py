"""A real WordPress, backed up, vandalised and brought back: files by the engine, the database by a real server, the page by PHP."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.support.mariadb import MariaDb, checksums
from tests.support.terminal import HoldfastCommand
from tests.support.wordpress import PASSWORD, WordPress

DEFACED = "<html>HACKED BY NOBODY</html>"


@pytest.fixture
def wordpress(tmp_path: Path, mariadb: MariaDb) -> WordPress:
    return WordPress(tmp_path / "site", mariadb)


def vandalise(site: WordPress) -> None:
    """What a bad day leaves behind: the plugin half gone, the entry page defaced, uploads deleted, posts changed, a table dropped."""
    shutil.rmtree(site.folder / "wp-content" / "plugins" / "greeter" / "inc")
    shutil.rmtree(site.folder / "wp-content" / "uploads")
    (site.folder / "index.php").write_text(DEFACED)
    (site.folder / "wp-includes" / "version.php").unlink()
    (site.folder / "wp-content" / "themes" / "mini" / "index.php").write_text("<?php eval($_GET['x']);")
    (site.folder / "wp-content" / "shell.php").write_text("<?php system($_GET['x']);")
    site.sql("DELETE FROM hf_posts WHERE ID % 2 = 0; UPDATE hf_posts SET post_content = 'spam'; DROP TABLE hf_options;")
    site.sql("INSERT INTO hf_users (user_login) VALUES ('intruder'); CREATE TABLE hf_backdoor (x TEXT);")


def shown(page: str) -> list[str]:
    """What a visitor reads."""
    return re.findall(r"<h[12]>.*?</h[12]>|<p>.*?</p>", page, re.DOTALL)


def test_a_vandalised_wordpress_is_served_again(wordpress: WordPress, mariadb: MariaDb, tmp_path: Path) -> None:
    """Back up, destroy, restore: the page, every file, every table and the count of posts are as they were."""
    holdfast = HoldfastCommand(tmp_path / "home")
    holdfast("storage", "add", "disk", str(tmp_path / "repository"))
    holdfast("site", "add", "café", "--path", str(wordpress.folder), "--storage", "disk", "--preset", "wordpress")

    with wordpress.serve() as server:
        status, page = server.get("/")
        assert status == 200
        assert "Post number 40" in page
        assert "Greetings from the plugin" in page
        posts, tables, files = wordpress.published(), checksums(mariadb, wordpress.database), wordpress.files()
        assert posts == wordpress.posts + 1  # WordPress greets the world by itself

        made = holdfast("backup", "create", "café").last
        assert made["outcome"] == "success", made
        assert set(made["result"]["backup"]["components"]) == {"core", "plugins", "themes", "uploads", "database"}

        vandalise(wordpress)
        assert "HACKED" in server.get("/")[1]

        restored = holdfast("backup", "restore", "café", made["result"]["backup"]["id"], "--delete", "--yes", expect=None).last
        assert restored["outcome"] == "success", restored
        assert restored["result"]["tables"] == len(tables)

        assert server.get("/")[0] == 200
        assert shown(server.get("/")[1]) == shown(page)
        assert wordpress.published() == posts
        assert checksums(mariadb, wordpress.database) == tables
        assert wordpress.files() == files
        assert checksums(mariadb, restored["result"]["kept_database"])["hf_backdoor"]

    written = b"".join(
        p.read_bytes() for p in (tmp_path / "home").rglob("*") if p.is_file() and p.suffix in {".log", ".jsonl", ".db", ".json"}
    )
    assert PASSWORD.encode() not in written
