"""The client's own programs: where they are, whose they are, which options they know.

MariaDB's and MySQL's programs share names (Debian's ``mysqldump`` is MariaDB's), so `--version` is asked. Besides the PATH the folders of
the usual local bundles are searched.
"""

from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Literal

import msgspec

from holdfast.errors import Unsupported

Flavor = Literal["mariadb", "mysql"]
Kind = Literal["client", "dump", "server", "install"]

_NAMES: dict[Kind, tuple[str, ...]] = {
    "client": ("mariadb", "mysql"),
    "dump": ("mariadb-dump", "mysqldump"),
    "server": ("mariadbd", "mysqld"),
    "install": ("mariadb-install-db", "mysql_install_db"),
}
_BUNDLES = (
    "/usr/sbin", "/usr/local/sbin", "/usr/libexec", "/usr/local/mysql/bin", "/usr/local/bin",
    "/opt/homebrew/bin", "/opt/homebrew/opt/mysql-client/bin", "/opt/homebrew/opt/mariadb/bin",
    "/Applications/MAMP/Library/bin", "/Applications/MAMP/Library/bin/mysql80/bin", "/Applications/MAMP/Library/bin/mysql57/bin",
    "/Applications/XAMPP/xamppfiles/bin", "/opt/lampp/bin", "C:/xampp/mysql/bin", "C:/MAMP/bin/mysql/bin",
)  # fmt: skip
_HINT = (
    "Install the client programs: Debian and Ubuntu `mariadb-client`, Fedora `mariadb`, Arch `mariadb-clients`, "
    "macOS `brew install mysql-client`."
)


class Program(msgspec.Struct, frozen=True):
    """One client program. `version` is that of the release it came with, (0,) when it does not say."""

    path: str
    flavor: Flavor
    version: tuple[int, ...]


def find(kind: Kind, *, like: Flavor | None = None) -> Program:
    """The program for `kind`, of the flavor `like` when there is one. Raises `Unsupported` (code DB-CLIENT-MISSING)."""
    found = _candidates(kind, os.environ.get("PATH", ""))
    for program in found:
        if like is None or program.flavor == like:
            return program
    if found:
        return found[0]
    wanted = " or ".join(_NAMES[kind])
    raise Unsupported(
        f"The program {wanted} is not installed, and databases are read and written with it.", code="DB-CLIENT-MISSING", hint=_HINT
    )


@functools.lru_cache(maxsize=32)
def _candidates(kind: Kind, search: str) -> tuple[Program, ...]:
    folders = os.pathsep.join([search, *_BUNDLES])
    found: dict[str, Program] = {}
    for name in _NAMES[kind]:
        path = shutil.which(name, path=folders)
        if path:
            found.setdefault(str(Path(path).resolve()), _identify(path))
    return tuple(found.values())


def _identify(path: str) -> Program:
    try:
        said = subprocess.run([path, "--no-defaults", "--version"], capture_output=True, timeout=20, check=False).stdout.decode(
            "utf-8", "replace"
        )
    except (OSError, subprocess.TimeoutExpired):
        said = ""
    match = re.search(r"(?:Distrib |from )(\d+(?:\.\d+)+)", said) or re.search(r"Ver (\d+(?:\.\d+)+)", said)
    version = tuple(int(n) for n in match.group(1).split(".")) if match else (0,)
    return Program(path, "mariadb" if "mariadb" in said.lower() else "mysql", version)


@functools.lru_cache(maxsize=32)
def options_of(program: Program) -> frozenset[str]:
    """The long options that `--help` names, without the dashes."""
    try:
        run = subprocess.run([program.path, "--no-defaults", "--help"], capture_output=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(re.findall(r"--([a-z][a-z0-9-]+)", run.stdout.decode("utf-8", "replace")))
