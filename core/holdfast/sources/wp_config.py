"""What a site's ``wp-config.php`` says, read without running PHP.

Understood: both kinds of quotes, heredocs, comments that hold old values, constants put together from others and from ``__DIR__``,
``if (!defined(...))``, ``const X = ...``, included files, ``getenv``/``$_ENV``/``$_SERVER`` with defaults, Docker's ``getenv_docker`` with
secret files, Bedrock's ``config/application.php`` with ``.env``, Debian's ``/etc/wordpress/config-<host>.php``, a file one level above the
core. What cannot be known is reported by name, with the reason; nothing is guessed.

The files of a site are not trusted: only files of the site, of the folder above it, ``/etc/wordpress`` and ``/run/secrets`` are opened.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

import msgspec

from holdfast.errors import Forbidden, NotFound
from holdfast.secret import Secret
from holdfast.sources.php_config import follow
from holdfast.sources.php_state import State, read_text
from holdfast.sources.php_values import Missing, Unknown, Value, text, truth

_REQUIRED = ("DB_NAME", "DB_USER", "DB_PASSWORD", "DB_HOST")
_DEBIAN = re.compile(r"['\"](/[^'\"]*/config-)['\"]\s*\.")


class NotKnown(msgspec.Struct, frozen=True):
    """A setting that could not be read."""

    name: str
    why: str
    hint: str


class WpConfig(msgspec.Struct, frozen=True):
    """The settings that matter for a backup; None = not set in the file, or in `unknown`."""

    path: Path
    followed: tuple[Path, ...]
    """All files that were read, this one first."""
    name: str | None = None
    user: str | None = None
    password: Secret | None = None
    host: str | None = None
    character_set: str | None = None
    table_prefix: str | None = None
    content_dir: str | None = None
    plugin_dir: str | None = None
    mu_plugin_dir: str | None = None
    uploads: str | None = None
    home: str | None = None
    site_url: str | None = None
    multisite: bool = False
    sqlite_dir: str | None = None
    sqlite_file: str | None = None
    sqlite: bool = False
    """DB_ENGINE says sqlite."""
    unknown: tuple[NotKnown, ...] = ()
    notes: tuple[str, ...] = ()
    """What was passed over: files that could not be followed."""
    unseen_environment: tuple[str, ...] = ()
    """Environment variables that were asked for and are not set here; where the file gives a default, that was taken."""


def find_config(core: Path) -> Path | None:
    """Where WordPress itself looks: in its own folder, or one level above when no other WordPress is there."""
    here = core / "wp-config.php"
    if _is_file(here):
        return here
    above = core.parent / "wp-config.php"
    return above if _is_file(above) and not _is_file(core.parent / "wp-settings.php") else None


def read_wp_config(path: Path, *, core: Path | None = None, host: str = "", environment: Mapping[str, str] | None = None) -> WpConfig:
    """Read `path`. `core` is the folder of wp-load.php (ABSPATH); `host` the site's host name where the file asks for it; `environment`
    stands for the web server's (default: this process'). Raises `NotFound`, `Forbidden`."""
    path = Path(os.path.abspath(path))
    core = Path(os.path.abspath(core)) if core is not None else path.parent
    state = State(
        constants={"ABSPATH": f"{core}/", "WPINC": "wp-includes"},
        environment=os.environ if environment is None else environment,
        server={"DOCUMENT_ROOT": str(path.parent), **({"HTTP_HOST": host, "SERVER_NAME": host} if host else {})},
        allowed=lambda file, code: _allowed(file, code, path.parent, core),
    )
    try:
        by_debian = _debian_file(read_text(path), host)
        if isinstance(by_debian, Path):
            follow(state, by_debian)
        follow(state, path)
    except FileNotFoundError:
        raise NotFound(f"There is no file {path}.", code="WP-CONFIG", hint="Choose the folder that holds the WordPress.") from None
    except OSError as error:
        raise Forbidden(f"{path} cannot be read ({error.strerror or error}).", code="WP-CONFIG", hint="Check its permissions.") from None
    if isinstance(by_debian, str):  # Debian's own defaults stand in this file, but the site's file may say otherwise
        state.notes[:] = [by_debian]
        state.constants.update({name: Unknown(f"is in a file of its own: {by_debian}") for name in _REQUIRED})
    return _record(path, state)


def _allowed(file: Path, code: bool, folder: Path, core: Path) -> bool:
    """PHP code may also come from the folder above and from /etc/wordpress, plain files (secrets, .env) from the site and /run/secrets."""
    try:
        real = file.resolve()
    except (OSError, RuntimeError, ValueError):
        return False
    roots = [folder, core, Path("/run/secrets")]
    if code or file.name.startswith(".env"):
        roots += [folder.parent, Path("/etc/wordpress")]
    return any(real.is_relative_to(root.resolve()) for root in roots)


def _debian_file(source: str, host: str) -> Path | str | None:
    """Debian's scheme: which of its ``config-*.php`` is meant; a sentence when that is not clear, None when it is not this scheme."""
    scheme = _DEBIAN.search(source)
    if scheme is None or "DEBIAN_FILE" not in source:
        return None
    start = Path(scheme[1])
    for name in (host.lower(), host.lower().partition(".")[2]) if host else ():
        if re.fullmatch(r"[a-z0-9.-]+", name) and _is_file(start.parent / f"{start.name}{name}.php"):
            return start.parent / f"{start.name}{name}.php"
    try:
        found = sorted(p for p in start.parent.iterdir() if p.name.startswith(start.name) and p.suffix == ".php")
    except OSError:
        found = []
    if len(found) == 1:
        return found[0]
    return f"{start.parent} holds {len(found)} files {start.name}*.php; the site's address says which one counts"


def _record(path: Path, state: State) -> WpConfig:
    unknown: list[NotKnown] = []

    def setting(name: str, value: Value) -> str | None:
        if value is None:
            return None
        known = text(value)
        if isinstance(known, Unknown):
            unknown.append(NotKnown(name, known.why, _hint(name, value)))
            return None
        return _bytes_joined(known)

    def constant(name: str) -> str | None:
        if name not in state.constants:
            if name in _REQUIRED and not _wants_sqlite(state):
                why = "; ".join(state.notes) or "is not set in the file"
                unknown.append(NotKnown(name, why, _hint(name, None)))
            return None
        return setting(name, "" if state.constants[name] is None else state.constants[name])

    password = constant("DB_PASSWORD")
    return WpConfig(
        path=path,
        followed=tuple(dict.fromkeys(state.followed)),
        name=constant("DB_NAME"),
        user=constant("DB_USER"),
        password=None if password is None else Secret(password),
        host=constant("DB_HOST"),
        character_set=constant("DB_CHARSET"),
        table_prefix=setting("$table_prefix", state.variables.get("$table_prefix")),
        content_dir=constant("WP_CONTENT_DIR"),
        plugin_dir=constant("WP_PLUGIN_DIR"),
        mu_plugin_dir=constant("WPMU_PLUGIN_DIR"),
        uploads=constant("UPLOADS"),
        home=constant("WP_HOME"),
        site_url=constant("WP_SITEURL"),
        multisite=truth(state.constants.get("MULTISITE")) is True or "SUBDOMAIN_INSTALL" in state.constants,
        sqlite_dir=constant("DB_DIR") or constant("FQDBDIR"),
        sqlite_file=constant("DB_FILE") or constant("FQDB"),
        sqlite=_wants_sqlite(state),
        unknown=tuple(unknown),
        notes=tuple(state.notes),
        unseen_environment=tuple(sorted(state.unseen)),
    )  # fmt: skip


def _wants_sqlite(state: State) -> bool:
    return any(str(state.constants.get(name, "")).lower() == "sqlite" for name in ("DB_ENGINE", "DATABASE_TYPE", "DB_TYPE"))


def _hint(name: str, value: Value) -> str:
    if isinstance(value, Missing):
        return f"Set the environment variable {value.variable}, or give the database by hand: --database mysql://USER@HOST/DATABASE."
    return "Give the database by hand: --database mysql://USER@HOST/DATABASE --database-secret-file FILE." if name.startswith("DB_") else ""


def _bytes_joined(value: str) -> str:
    """Bytes that were spelled one by one and only together make a character."""
    return value.encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
