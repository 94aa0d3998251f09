"""Web sites in the usual places of this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from holdfast.cancellation import Cancellation
from holdfast.jobs.messages import FindSites
from holdfast.progress import Progress, Totals
from holdfast.sources.find_sites import find_sites
from holdfast.worker.inspect_folder import describe


def run(request: FindSites, progress: Progress, cancelled: Cancellation) -> dict[str, Any]:
    """Result: {"sites": [FolderFacts without sizes…]}: WordPress sites only, since any folder could be another."""
    places = tuple(("", Path(root), 2) for root in request.roots) or None
    progress.totals(Totals("scan"))
    found = find_sites(Path.home(), places=places, cancelled=cancelled)
    sites = [
        describe(one.path, one.site) | {"database": "" if one.site.config is None else "mysql", "program": one.program} for one in found
    ]
    return {"sites": sorted(sites, key=lambda one: str(one["suggested_name"]).lower())}
