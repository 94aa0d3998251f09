# ruff: noqa: E501 - samples are as wide as they are
"""A WordPress recognised from its folder, and found where such folders usually are."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import pytest

from holdfast.errors import UsageError
from holdfast.secret import Secret
from holdfast.sources.databases import files_to_exclude, locate, open_database
from holdfast.sources.databases.sqlite import SqliteSource
from holdfast.sources.find_sites import find_sites
from holdfast.sources.wordpress import part_of, recognise

CONFIG = "<?php define('DB_NAME', 'wp'); define('DB_USER', 'u'); define('DB_PASSWORD', 'p'); define('DB_HOST', 'localhost'); $table_prefix = 'x_';"


def install(folder: Path, config: str = CONFIG) -> Path:
    """The files by which a WordPress is known."""
    (folder / "wp-includes").mkdir(parents=True)
    (folder / "wp-load.php").touch()
    (folder / "wp-includes" / "version.php").write_text("<?php\n$wp_version = '6.7.1';\n$wp_db_version = 58975;\n")
    if config:
        (folder / "wp-config.php").write_text(config)
    return folder


def test_an_ordinary_install(tmp_path: Path) -> None:
    site = recognise(install(tmp_path))
    assert site is not None
    assert (site.version, site.core, site.table_prefix, site.multisite) == ("6.7.1", tmp_path, "x_", False)
    assert (site.plugins, site.themes, site.uploads) == tuple(tmp_path / "wp-content" / n for n in ("plugins", "themes", "uploads"))
    access = site.access()
    assert (access.database, access.user, access.password.reveal(), access.host, access.socket) == ("wp", "u", "p", "", "")


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("index.php", "core"), ("wp-admin/about.php", "core"), ("wp-includes/js/x.js", "core"), ("wp-config.php", "other"),
        ("wp-content/plugins/a/b.php", "plugins"), ("wp-content/mu-plugins/c.php", "plugins"), ("wp-content/themes/t/style.css", "themes"),
        ("wp-content/uploads/2024/a.jpg", "uploads"), ("wp-content/object-cache.php", "other"), ("notes.txt", "other"), (".htaccess", "other"),
    ],
)  # fmt: skip
def test_parts(tmp_path: Path, path: str, part: str) -> None:
    site = recognise(install(tmp_path))
    assert site is not None
    assert part_of(path, site) == part


def test_a_core_in_a_folder_of_its_own_and_moved_parts(tmp_path: Path) -> None:
    install(tmp_path / "wp", "")
    (tmp_path / "wp-config.php").write_text(
        CONFIG + "define('WP_CONTENT_DIR', __DIR__ . '/content'); define('UPLOADS', '../media'); define('MULTISITE', true);"
    )
    site = recognise(tmp_path)
    assert site is not None
    assert (site.core, site.content, site.uploads, site.multisite) == (tmp_path / "wp", tmp_path / "content", tmp_path / "media", True)
    assert [part_of(p, site) for p in ("media/a.png", "content/plugins/x.php", "wp/wp-admin/a.php", "index.php")] == [
        "uploads",
        "plugins",
        "core",
        "other",
    ]


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1", "db.example:3307", "localhost:/tmp/my.sock", "[::1]:3306", "::1", "h:/a:b.sock", "localhost:3307"]
)
def test_the_forms_of_db_host(tmp_path: Path, host: str) -> None:
    site = recognise(install(tmp_path, CONFIG.replace("localhost", host)))
    assert site is not None
    access = site.access()
    assert (access.host, access.port, access.socket) == {
        "localhost": ("", 0, ""), "127.0.0.1": ("127.0.0.1", 0, ""), "db.example:3307": ("db.example", 3307, ""),
        "localhost:/tmp/my.sock": ("", 0, "/tmp/my.sock"), "[::1]:3306": ("::1", 3306, ""), "::1": ("::1", 0, ""), "h:/a:b.sock": ("h", 0, "/a:b.sock"),
        "localhost:3307": ("localhost", 3307, ""),
    }[host]  # fmt: skip


def test_what_the_configuration_does_not_tell_is_named(tmp_path: Path) -> None:
    site = recognise(
        install(
            tmp_path, "<?php define('DB_NAME', 'n'); define('DB_USER', 'u'); define('DB_PASSWORD', getenv('PW')); define('DB_HOST', 'h');"
        )
    )
    assert site is not None
    with pytest.raises(UsageError, match="DB_PASSWORD comes from the environment variable PW"):
        site.access()
    assert site.access(Secret("given")).password == Secret("given")


def test_a_password_of_the_site_serves_an_address_given_by_hand(tmp_path: Path) -> None:
    site = recognise(install(tmp_path))
    for user, password in (("u", Secret("p")), ("other", Secret(""))):
        found = locate(f"mysql://{user}@127.0.0.1:33060/wp", site=site)
        assert not isinstance(found, Path)
        assert found is not None
        assert found.password == password


def test_no_configuration_is_still_a_wordpress(tmp_path: Path) -> None:
    site = recognise(install(tmp_path, ""))
    assert site is not None
    assert site.problem
    with pytest.raises(UsageError, match=r"wp-config\.php"):
        open_database("auto", site=site)


def test_the_sqlite_drop_in(tmp_path: Path) -> None:
    install(tmp_path)
    content = tmp_path / "wp-content"
    (content / "database").mkdir(parents=True)
    sqlite3.connect(content / "database" / ".ht.sqlite").close()
    (content / "database" / ".ht.sqlite").touch()
    plain = recognise(tmp_path)
    assert plain is not None
    assert plain.sqlite is None
    (content / "db.php").write_text("<?php /* Plugin Name: SQLite integration (Drop-in) */")
    site = recognise(tmp_path)
    assert site is not None
    assert site.sqlite == content / "database" / ".ht.sqlite"
    assert isinstance(open_database("auto", site=site), SqliteSource)
    assert files_to_exclude("auto", site=site)[0] == site.sqlite


def test_folders_that_are_none(tmp_path: Path) -> None:
    assert recognise(tmp_path) is None
    assert recognise(tmp_path / "missing") is None
    (tmp_path / "file").touch()
    assert recognise(tmp_path / "file") is None


def test_sites_are_found_where_they_usually_are(tmp_path: Path) -> None:
    install(tmp_path / "Local Sites" / "shop" / "app" / "public")
    install(tmp_path / "Sites" / "client" / "blog")
    install(tmp_path / "Sites" / "deep" / "a" / "b" / "c")
    install(tmp_path / "work" / "ddev-project" / "web" / "wp")
    install(tmp_path / "elsewhere" / "local-site" / "app" / "public")
    (tmp_path / "Sites" / "loop").symlink_to(tmp_path / "Sites")
    (tmp_path / ".ddev").mkdir()
    (tmp_path / ".ddev" / "project_list.yaml").write_text(f"project:\n  approot: {tmp_path}/work/ddev-project\n  used_host_ports: []\n")
    (tmp_path / ".config" / "Local").mkdir(parents=True)
    (tmp_path / ".config" / "Local" / "sites.json").write_text('{"a1": {"path": "~/elsewhere/local-site"}, "b": 7}')
    install(tmp_path / "parked" / "valet-site")
    (tmp_path / ".config" / "valet").mkdir()
    (tmp_path / ".config" / "valet" / "config.json").write_text(f'{{"paths": ["{tmp_path}/parked", 7, "relative"]}}')

    found = find_sites(tmp_path, seconds=20)

    ours = {(f.name, f.program) for f in found if f.path.is_relative_to(tmp_path)}
    assert ours == {("shop", "Local"), ("blog", ""), ("ddev-project", "DDEV"), ("local-site", "Local"), ("valet-site", "Valet")}


def test_looking_ends_in_time(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"d{number}" / "e").mkdir(parents=True)
    started = time.monotonic()
    find_sites(tmp_path, places=(("", tmp_path, 3),), seconds=0.0)
    assert time.monotonic() - started < 1


def test_localhost_is_the_socket_of_the_program_that_runs_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Local runs a server of its own for each site."""
    monkeypatch.setenv("HOME", str(tmp_path))
    install(tmp_path / "Local Sites" / "shop" / "app" / "public")
    data = tmp_path / ".config" / "Local"
    (data / "run" / "Xa1" / "mysql").mkdir(parents=True)
    (data / "run" / "Xa1" / "mysql" / "mysqld.sock").touch()
    (data / "sites.json").write_text('{"other": {"path": "~/Local Sites/sho"}, "Xa1": {"path": "~/Local Sites/shop"}}')
    site = recognise(tmp_path / "Local Sites" / "shop" / "app" / "public")
    assert site is not None
    assert site.access().socket == str(data / "run" / "Xa1" / "mysql" / "mysqld.sock")
