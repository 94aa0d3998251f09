"""What a restored WordPress must have besides its core: wp-config.php, its tables, and the uploads that its posts refer to."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping
from pathlib import Path, PurePath

import msgspec

from holdfast.engine.drill_dumps import Dumps
from holdfast.engine.drill_records import DrillCheck, Outcome, some
from holdfast.sources.wordpress import WordPressSite, recognise

TABLES = (
    "options", "posts", "postmeta", "users", "usermeta", "terms", "term_taxonomy", "term_relationships", "comments", "commentmeta",
)  # fmt: skip
_FEW = 0.02
"""Nearly every site of some age has lost a few pictures; this share of missing ones is told and no warning."""


def find_wordpress(place: Path, archived: bool) -> WordPressSite | None:
    """The restored one, with every path inside `place`: a configuration may name folders of the live site. A set of archives has its files
    below folders of their own."""
    places = [place, *sorted(path for path in place.glob("*/files") if path.is_dir())] if archived else [place]
    found = next((site for path in places if (site := recognise(path)) is not None), None)
    if found is None:
        return None
    content = _inside(found.content, place, found.core / "wp-content")
    return msgspec.structs.replace(
        found,
        content=content,
        plugins=_inside(found.plugins, place, content / "plugins"),
        mu_plugins=_inside(found.mu_plugins, place, content / "mu-plugins"),
        themes=content / "themes",
        uploads=_uploads(_inside(found.uploads, place, content / "uploads"), place),
    )


def _uploads(usual: Path, place: Path) -> Path:
    """In a set of archives they may have an archive of their own."""
    if usual.is_dir():
        return usual
    return next((path for pattern in ("*/files/uploads", "*upload*/files") for path in sorted(place.glob(pattern)) if path.is_dir()), usual)


def _inside(path: Path, place: Path, usual: Path) -> Path:
    return path if path.is_relative_to(place) else usual


def config_check(site: WordPressSite, place: Path) -> DrillCheck:
    config = site.config
    if config is None or not config.path.is_relative_to(place):
        return DrillCheck("wp-config", "warning", site.problem or "There is no wp-config.php in the backup.")
    return DrillCheck("wp-config", "ok", f"{config.path.relative_to(place)} can be read")


def prefix_of(site: WordPressSite, tables: Mapping[str, int]) -> str:
    """As the configuration says; without one, as the tables tell."""
    if site.config is not None and site.config.table_prefix:
        return site.config.table_prefix
    ends = [
        name.removesuffix("options") for name in tables if name.endswith("options") and f"{name.removesuffix('options')}posts" in tables
    ]
    return min(ends, key=len, default=site.table_prefix)


def tables_check(site: WordPressSite, dumps: Dumps) -> DrillCheck:
    rows = dumps.rows_by_table()
    prefix = prefix_of(site, rows)
    known = {name.lower() for name in rows}
    missing = [prefix + name for name in TABLES if (prefix + name).lower() not in known]
    numbers = {"tables": len(rows), "missing": len(missing)}
    if missing:
        return DrillCheck("tables", "failed", f"{len(missing)} of WordPress' own tables are missing: {some(missing)}", numbers)
    empty = {name: prefix + name for name in ("options", "users", "usermeta", "posts") if rows.get(prefix + name) == 0}
    if empty:  # without posts it works, and has nothing to show
        outcome: Outcome = "failed" if empty.keys() != {"posts"} else "warning"
        return DrillCheck("tables", outcome, f"{some(empty.values())} {'holds' if len(empty) == 1 else 'hold'} no row", numbers)
    return DrillCheck("tables", "ok", f"all of WordPress' own tables with the prefix {prefix}, {len(rows)} tables in all", numbers)


def uploads_check(site: WordPressSite, dumps: Dumps) -> DrillCheck:
    """Are the files there, with something in them, that entries of the media library refer to? Of many, an even sample."""
    facts = dumps.facts
    wanted = [path for path in facts.sample if not path.startswith(("/", "http:", "https:")) and ".." not in PurePath(path).parts]
    missing = [path for path in wanted if not _there(site.uploads, path)]
    numbers = {"referred": facts.attachments, "looked_for": len(wanted), "missing": len(missing)}
    if not wanted:
        return DrillCheck("uploads", "ok", "no post refers to an upload", numbers)
    of = f"of {len(wanted)} uploads that posts refer to" + (
        f" (a sample of {facts.attachments})" if facts.attachments > len(wanted) else ""
    )
    if not missing:
        return DrillCheck("uploads", "ok", f"all {of} are there", numbers)
    outcome: Outcome = "failed" if len(missing) * 2 > len(wanted) else "warning" if len(missing) > max(1, len(wanted) * _FEW) else "ok"
    return DrillCheck("uploads", outcome, f"{len(missing)} {of} are missing or empty: {some(missing)}", numbers)


def _there(uploads: Path, path: str) -> bool:
    forms = dict.fromkeys([path, *(unicodedata.normalize(form, path) for form in ("NFC", "NFD"))])
    try:
        return any(_has_content(uploads / form) for form in forms)
    except (OSError, ValueError):
        return False


def _has_content(path: Path) -> bool:
    return os.path.exists(path) and os.path.getsize(path) > 0
