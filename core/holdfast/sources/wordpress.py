"""A WordPress recognised from its folder: what it is, where its parts are, which database it uses. Nothing is run, nothing is asked.

The folder may be the web root with the core in it, a web root with the core in a subdirectory (``wp/``, ``wordpress/``), or a Bedrock
project (``web/wp`` and ``web/app``).
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import msgspec

from holdfast.errors import HoldfastError, UsageError
from holdfast.mysql.access import Access, from_db_host
from holdfast.mysql.sockets import socket_near
from holdfast.secret import Secret
from holdfast.sources.php_state import read_text
from holdfast.sources.wp_config import WpConfig, find_config, read_wp_config

Part = Literal["core", "plugins", "themes", "uploads", "other"]
_VERSION = re.compile(r"^\s*\$wp_version\s*=\s*['\"]([^'\"]{1,40})['\"]", re.MULTILINE)
_USUAL = ("", "web/wp", "wp", "wordpress", "public", "public/wp", "app/public", "public_html", "htdocs", "web", "docroot", "blog", "cms")
_CORE_FILES = frozenset(
    "index.php wp-activate.php wp-blog-header.php wp-comments-post.php wp-cron.php wp-links-opml.php wp-load.php wp-login.php wp-mail.php"
    " wp-settings.php wp-signup.php wp-trackback.php xmlrpc.php license.txt readme.html wp-config-sample.php wp-admin wp-includes".split()
)


class WordPressSite(msgspec.Struct, frozen=True):
    """Where everything of one WordPress is. Paths are absolute; those of parts need not exist."""

    root: Path
    """The folder that was given, and is backed up."""
    core: Path
    version: str
    content: Path
    plugins: Path
    mu_plugins: Path
    themes: Path
    uploads: Path
    table_prefix: str = "wp_"
    multisite: bool = False
    sqlite: Path | None = None
    config: WpConfig | None = None
    problem: str = ""
    """Why the configuration could not be read, when it could not."""

    def access(self, password: Secret | None = None) -> Access:
        """How to reach the site's MySQL. Raises `UsageError` naming what the configuration does not tell."""
        config = self.config
        if config is None:
            raise UsageError(
                f"The WordPress in {self.root} has no wp-config.php that can be read{': ' + self.problem if self.problem else ''}.",
                code="WP-CONFIG", hint="Give the database by hand: --database mysql://USER@HOST/DATABASE, or --database none.",
            )  # fmt: skip
        found = password or config.password
        missing = [u for u in config.unknown if u.name.startswith("DB_") and not (u.name == "DB_PASSWORD" and found)]
        if config.name is None or config.user is None or config.host is None or found is None:
            names = ", ".join(u.name for u in missing) or "its database"
            why = f": {missing[0].name} {missing[0].why}" if missing else ""
            hint = missing[0].hint if missing else "Give the database by hand: --database mysql://USER@HOST/DATABASE."
            raise UsageError(f"{config.path} does not tell {names}{why}.", code="WP-CONFIG", hint=hint)
        access = from_db_host(config.host, database=config.name, user=config.user, password=found)
        if access.host or access.socket:
            return access
        return msgspec.structs.replace(access, socket=socket_near(self.root))


def recognise(path: Path, *, host: str = "", environment: Mapping[str, str] | None = None) -> WordPressSite | None:
    """The WordPress in `path`, or None. Never raises: a configuration that cannot be read is `problem`. For `host` and `environment`
    see `read_wp_config`."""
    root = Path(os.path.abspath(path))
    for place in _USUAL:
        core = root / place if place else root
        version = _version(core)
        if version:
            return _site(root, core, version, host, environment)
    return None


def _version(core: Path) -> str:
    try:
        if not (core / "wp-load.php").is_file() and not (core / "wp-settings.php").is_file():
            return ""
        match = _VERSION.search(read_text(core / "wp-includes" / "version.php"))
    except OSError:
        return ""
    return match[1] if match else ""


def _site(root: Path, core: Path, version: str, host: str, environment: Mapping[str, str] | None) -> WordPressSite:
    config: WpConfig | None = None
    problem = ""
    found = find_config(core)
    if found is None:
        problem = "there is none"
    else:
        try:
            config = read_wp_config(found, core=core, host=host, environment=environment)
        except HoldfastError as error:
            problem = error.message
    content = _folder(config.content_dir if config else None, core / "wp-content")
    return WordPressSite(
        root=root,
        core=core,
        version=version,
        content=content,
        plugins=_folder(config.plugin_dir if config else None, content / "plugins"),
        mu_plugins=_folder(config.mu_plugin_dir if config else None, content / "mu-plugins"),
        themes=content / "themes",
        uploads=_folder(config.uploads if config else None, content / "uploads", core),
        table_prefix=(config.table_prefix if config else None) or "wp_",
        multisite=bool(config and config.multisite),
        sqlite=_sqlite(content, config),
        config=config,
        problem=problem,
    )


def _folder(setting: str | None, default: Path, base: Path | None = None) -> Path:
    """UPLOADS is relative to ABSPATH; the others are absolute."""
    if not setting or "\0" in setting:
        return default
    return Path(os.path.normpath((base or default.parent) / setting))


def _sqlite(content: Path, config: WpConfig | None) -> Path | None:
    """The file of WordPress' SQLite integration: the drop-in db.php, or DB_ENGINE, says that it is used."""
    folder = _folder(config.sqlite_dir if config else None, content / "database")
    file = folder / ((config.sqlite_file if config else None) or ".ht.sqlite")
    try:
        drop_in = "sqlite" in read_text(content / "db.php").lower()
    except OSError:
        drop_in = False
    wanted = drop_in or bool(config and config.sqlite)
    return file if wanted and (file.is_file() or bool(config and config.sqlite)) else None


def part_of(relative: str, site: WordPressSite) -> Part:
    """Which part of the site a path belongs to. `relative` is a file below `site.root`, with ``/``."""
    path = site.root / relative
    for part, folders in (("uploads", (site.uploads,)), ("plugins", (site.plugins, site.mu_plugins)), ("themes", (site.themes,))):
        if any(path.is_relative_to(folder) for folder in folders):
            return part  # type: ignore[return-value]  # the words are parts
    if path.is_relative_to(site.content) or not path.is_relative_to(site.core):
        return "other"
    inside = path.relative_to(site.core).parts
    return "core" if inside and inside[0] in _CORE_FILES else "other"
