"""Looks for WordPress sites where local development programs and web servers keep them. Bounded in time, depth and number; never raises.

Places: Local (by Flywheel), WordPress Studio, DDEV, MAMP, XAMPP, WampServer, Laragon, Valet and Herd, Bitnami, Homebrew, IIS, ``/var/www``,
``~/Sites``, the home folder's own first level. DDEV, Local, Valet and Herd say themselves where their sites are (a list in a file),
everything else is looked through a few levels deep.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.sources.php_state import read_text
from holdfast.sources.wordpress import WordPressSite, recognise

_SKIPPED = frozenset(
    {"node_modules", "vendor", "wp-content", "wp-includes", "wp-admin", "cache", "Library", "AppData", "snap", "proc", "sys", "dev"}
)
MAX_FOLDERS = 20_000


class FoundSite(msgspec.Struct, frozen=True):
    """A WordPress and where it was found. `program` is Local, DDEV, MAMP, …, or "" for a plain folder."""

    name: str
    path: Path
    program: str
    version: str
    site: WordPressSite


def usual_places(home: Path) -> tuple[tuple[str, Path, int], ...]:
    """Program, folder, how many levels below it to look."""
    return (
        ("Local", home / "Local Sites", 3),
        ("MAMP", Path("/Applications/MAMP/htdocs"), 2),
        ("MAMP", Path("C:/MAMP/htdocs"), 2),
        ("XAMPP", Path("/Applications/XAMPP/htdocs"), 2),
        ("XAMPP", Path("/Applications/XAMPP/xamppfiles/htdocs"), 2),
        ("XAMPP", Path("/opt/lampp/htdocs"), 2),
        ("XAMPP", Path("C:/xampp/htdocs"), 2),
        ("Laragon", Path("C:/laragon/www"), 2),
        ("Laragon", Path("D:/laragon/www"), 2),
        ("WampServer", Path("C:/wamp64/www"), 2),
        ("WampServer", Path("C:/wamp/www"), 2),
        ("IIS", Path("C:/inetpub/wwwroot"), 2),
        ("Studio", home / "Studio", 2),
        ("Herd", home / "Herd", 2),
        ("Valet", home / "Valet", 2),
        ("Bitnami", Path("/opt/bitnami/wordpress"), 0),
        ("Bitnami", Path("/opt/bitnami/apps"), 3),
        ("Homebrew", Path("/opt/homebrew/var/www"), 2),
        ("Homebrew", Path("/usr/local/var/www"), 2),
        ("", Path("/var/www"), 3),
        ("", Path("/srv/www"), 3),
        ("", Path("/srv/http"), 2),
        ("", Path("/usr/share/nginx"), 2),
        ("", home / "Sites", 3),
        ("", home / "sites", 3),
        ("", home / "www", 3),
        ("", home / "public_html", 2),
        ("", home / "projects", 3),
        ("", home / "Projects", 3),
        ("", home, 1),
    )


def find_sites(
    home: Path | None = None,
    *,
    places: tuple[tuple[str, Path, int], ...] | None = None,
    seconds: float = 5.0,
    cancelled: Cancellation | None = None,
) -> list[FoundSite]:
    """The sites found within `seconds`, in the order of the places; each folder once. Raises only `Cancelled`."""
    home = home or Path.home()
    search = _Search(time.monotonic() + seconds, cancelled or Cancellation())
    for program, path in (*_of_ddev(home), *_of_local(home), *_of_valet(home)):
        search.look(path, program, 2)
    for program, folder, depth in usual_places(home) if places is None else places:
        search.look(folder, program, depth)
    return search.found


class _Search:
    def __init__(self, deadline: float, cancelled: Cancellation) -> None:
        self._deadline = deadline
        self._cancelled = cancelled
        self._seen: set[str] = set()
        self._folders = 0
        self.found: list[FoundSite] = []

    def look(self, folder: Path, program: str, depth: int) -> None:
        """`folder` itself, then what lies in it; a site's own subfolders are not searched."""
        self._cancelled.check()
        self._folders += 1
        if time.monotonic() > self._deadline or self._folders > MAX_FOLDERS or not self._is_new(folder):
            return
        site = recognise(folder)
        if site is not None and _is_root(site):
            self.found.append(FoundSite(_name(folder), folder, program, site.version, site))
            return
        if depth > 0:
            for child in _folders(folder):
                self.look(child, program, depth - 1)

    def _is_new(self, folder: Path) -> bool:
        try:
            real = os.path.realpath(folder)
        except (OSError, ValueError):
            return False
        if real in self._seen:
            return False
        self._seen.add(real)
        return True


def _is_root(site: WordPressSite) -> bool:
    """Not just a folder with a site somewhere in it: the core is here, or its index.php, configuration or Bedrock's project."""
    if site.root == site.core or site.core == site.root / "web" / "wp":
        return True
    return any((site.root / name).is_file() for name in ("index.php", "wp-config.php"))


def _folders(folder: Path) -> Iterator[Path]:
    try:
        with os.scandir(folder) as entries:
            names = sorted(e.name for e in entries if e.is_dir() and not e.name.startswith(".") and e.name not in _SKIPPED)
    except (OSError, ValueError):
        return
    yield from (folder / name for name in names)


def _name(folder: Path) -> str:
    """What a person calls the site: the folder's name, or its parent's where every site's folder has the same name."""
    for candidate in (folder, *folder.parents):
        if candidate.name not in {"public", "app", "htdocs", "html", "www", "web", "public_html", "httpdocs", ""}:
            return candidate.name
    return folder.name


def _of_ddev(home: Path) -> Iterator[tuple[str, Path]]:
    """DDEV lists its projects in ``project_list.yaml`` of its folder in the home: ``name:`` and, indented, ``approot: /path``."""
    for folder in (home / ".ddev", home / ".config" / "ddev"):
        try:
            text = read_text(folder / "project_list.yaml")
        except OSError:
            continue
        for match in re.finditer(r"^\s+approot:\s*['\"]?(/[^'\"\n]+|[A-Za-z]:[^'\"\n]+)", text, re.MULTILINE):
            yield "DDEV", Path(match[1].strip())


def _of_valet(home: Path) -> Iterator[tuple[str, Path]]:
    """Valet and Herd keep the folders whose subfolders they serve in ``config.json``: {"paths": […]}."""
    for program, folder in (
        ("Valet", home / ".config" / "valet"),
        ("Valet", home / ".valet"),
        ("Herd", home / "Library" / "Application Support" / "Herd" / "config" / "valet"),
        ("Herd", home / ".config" / "herd" / "config" / "valet"),
    ):
        try:
            told = json.loads(read_text(folder / "config.json"))
        except (OSError, ValueError, RecursionError):
            continue
        paths = told.get("paths") if isinstance(told, dict) else None
        for path in paths if isinstance(paths, list) else ():
            if isinstance(path, str) and "\0" not in path and os.path.isabs(path):
                yield program, Path(path)


def _of_local(home: Path) -> Iterator[tuple[str, Path]]:
    """Local lists its sites in ``sites.json`` of its own folder: id -> {"path": …}."""
    for folder in (home / ".config" / "Local", home / "Library" / "Application Support" / "Local", home / "AppData" / "Roaming" / "Local"):
        try:
            listed = json.loads(read_text(folder / "sites.json"))
        except (OSError, ValueError, RecursionError):
            continue
        for site in listed.values() if isinstance(listed, dict) else ():
            path = site.get("path") if isinstance(site, dict) else None
            if isinstance(path, str) and "\0" not in path:
                yield "Local", Path(re.sub(r"^~(?=/|$)", lambda _: str(home), path))
