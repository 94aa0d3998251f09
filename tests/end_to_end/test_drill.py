"""Drills of a real WordPress: proven at the level that was really reached, and five ways in which a backup is bad, each caught.

Debian's WordPress, a MariaDB that the drill starts by itself, PHP's own server.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.mariadb import MariaDb
from tests.support.terminal import HoldfastCommand
from tests.support.wordpress import WordPress

_ATTACHMENTS = """
INSERT INTO hf_posts (post_author, post_date, post_date_gmt, post_content, post_title, post_excerpt, post_status, post_name, to_ping, pinged,
  post_modified, post_modified_gmt, post_content_filtered, post_type) SELECT 1, NOW(), NOW(), '', CONCAT('picture ', seq), '', 'inherit', '',
  '', '', NOW(), NOW(), '', 'attachment' FROM seq_0_to_19;
INSERT INTO hf_postmeta (post_id, meta_key, meta_value)
  SELECT ID, '_wp_attached_file', CONCAT('2026/11/bild-ü', SUBSTRING(post_title, 9), '.jpg') FROM hf_posts WHERE post_type = 'attachment';
"""


class Desk:
    """One site, backed up into one repository."""

    def __init__(self, folder: Path, mariadb: MariaDb) -> None:
        self.folder = folder
        self.site = WordPress(folder / "site", mariadb, posts=12)
        self.site.sql(_ATTACHMENTS)
        self.home = folder / "home"
        self.holdfast = HoldfastCommand(self.home)
        self.holdfast("storage", "add", "disk", str(folder / "repository"))
        self.holdfast("site", "add", "café", "--path", str(self.site.folder), "--storage", "disk", "--preset", "wordpress")

    def back_up(self) -> str:
        made = self.holdfast("backup", "create", "café", expect=None).last
        assert made["outcome"] in {"success", "warning"}, made
        return str(made["result"]["backup"]["id"])

    def drill(self, backup: str = "latest", *more: str) -> dict[str, Any]:
        last = self.holdfast("backup", "drill", "café", backup, *more, expect=None).last
        assert not list((self.home / "cache" / "drills").glob("*")), "the scratch folder is removed"
        assert not leftovers()
        return last


def leftovers() -> list[str]:
    """Servers of drills that still run."""
    said = subprocess.run(["ps", "-eo", "args="], capture_output=True, check=True).stdout.decode("utf-8", "replace")
    return [line for line in said.splitlines() if "holdfast-drill-" in line and ("mariadbd" in line or "php" in line)]


def checks(finished: dict[str, Any]) -> dict[str, tuple[str, str]]:
    assert "checks" in finished["result"], finished
    return {check["name"]: (check["outcome"], check["detail"]) for check in finished["result"]["checks"]}


def numbers(finished: dict[str, Any], name: str) -> dict[str, int]:
    (found,) = [check["numbers"] for check in finished["result"]["checks"] if check["name"] == name]
    return dict(found)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, mariadb: MariaDb) -> Iterator[Desk]:
    yield Desk(tmp_path_factory.mktemp("drill"), mariadb)


def test_a_good_wordpress_boots(desk: Desk) -> None:
    good = desk.back_up()
    finished = desk.drill(good)
    assert finished["outcome"] == "success", checks(finished)
    assert (finished["result"]["verdict"], finished["result"]["level"]) == ("proven", "boots")
    assert set(checks(finished)) == {"restored", "content", "core", "wp-config", "database", "tables", "uploads", "loaded", "boots"}
    served = numbers(finished, "boots")
    assert (served["status"], served["posts"], served["plugins"]) == (200, desk.site.published(), 1)
    assert numbers(finished, "loaded")["posts"] == desk.site.published()
    assert numbers(finished, "uploads")["looked_for"] == 20
