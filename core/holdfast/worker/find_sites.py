"""Web sites in the usual places of this machine: what Local, DDEV, MAMP, XAMPP, Laragon, Valet and web servers use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from holdfast.cancellation import Cancellation
from holdfast.jobs.messages import FindSites
from holdfast.progress import Progress, Totals
from holdfast.sources.wordpress import recognise
from holdfast.worker.inspect_folder import describe

_HOME_PLACES = ("Local Sites", "Sites", "sites", "Projects", "projects", "code", "www", "Documents/Sites", "Herd", "Development", "dev")
_SYSTEM_PLACES = (
    "/var/www", "/srv/www", "/srv/http", "/srv", "/usr/share/wordpress", "/Applications/MAMP/htdocs", "/Applications/XAMPP/htdocs",
    "/opt/lampp/htdocs", "C:/MAMP/htdocs", "C:/xampp/htdocs", "C:/laragon/www", "C:/wamp64/www", "C:/inetpub/wwwroot",
)  # fmt: skip
_MOST_FOLDERS = 300
"""So many folders of one place are looked at: a place with more is no place of sites."""


def run(request: FindSites, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Result: {"sites": [FolderFacts without sizes…]}: WordPress sites only, since any folder could be another."""
    roots = [Path(root) for root in request.roots] or _usual_places()
    found: dict[str, dict[str, Any]] = {}
    for root in roots:
        progress.totals(Totals("scan", files_done=len(found), current=str(root)))
        for folder in _candidates(root):
            cancelled.check()
            site = recognise(folder)
            real = str(folder.resolve())
            if site is not None and real not in found and not any(real.startswith(known + "/") for known in found):
                found[real] = describe(folder, site) | {"database": "" if site.config is None else "mysql"}
    return {"sites": sorted(found.values(), key=lambda one: str(one["suggested_name"]).lower())}


def _usual_places() -> list[Path]:
    home = Path.home()
    return [place for place in [*(home / name for name in _HOME_PLACES), *map(Path, _SYSTEM_PLACES)] if place.is_dir()]


def _candidates(root: Path) -> Iterator[Path]:
    """The place itself and the folders in it; `recognise` looks into the usual sub-folders by itself."""
    yield root
    try:
        folders = sorted(entry for entry in root.iterdir() if not entry.name.startswith(".") and entry.is_dir())
    except OSError:
        return
    yield from folders[:_MOST_FOLDERS]
