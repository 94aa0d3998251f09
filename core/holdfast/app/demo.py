"""The demo: a sample site with a storage of its own, ready to be backed up. Terminal and window tell the same story with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from holdfast.app import sample_site
from holdfast.errors import NotFound

if TYPE_CHECKING:
    from holdfast.app.door import Holdfast
    from holdfast.app.views import SiteView

SITE = "Café Morgenrot"
STORAGE = "demo storage"


def site_folder(folder: Path) -> Path:
    return folder / "site"


async def prepare(app: Holdfast, folder: Path) -> SiteView:
    """Make in `folder` whatever of the sample site, its storage and their entries is not there yet."""
    site, storage = site_folder(folder), folder / "storage"
    if not site.exists():
        sample_site.make(site)
    try:
        await app.storages.show(STORAGE)
    except NotFound:
        await app.storages.add(STORAGE, str(storage))
    try:
        return await app.sites.show(SITE)
    except NotFound:
        return await app.sites.add(SITE, path=site, storage=STORAGE, database=f"sqlite:{site / sample_site.DATABASE}", client="Demo")


def change(folder: Path) -> None:
    """A week passes on the sample site."""
    sample_site.change(site_folder(folder))
