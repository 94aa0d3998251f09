"""A site of this machine as sources: its folder without what is left out, and its database."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.errors import UsageError
from holdfast.jobs.messages import RepositoryAccess, SourceAccess
from holdfast.progress import SILENT, Progress
from holdfast.sources.databases.opening import DatabaseSource, files_to_exclude, open_database
from holdfast.sources.excludes import Excluder
from holdfast.sources.folder import FolderSource
from holdfast.sources.wordpress import WordPressSite, recognise
from holdfast.storage.opening import LocalPlace, parse_location

WORDPRESS_PARTS = ("core", "plugins", "themes", "uploads")


class SiteSources(msgspec.Struct, frozen=True):
    """What a backup of a site reads. `excludes` are the patterns for the snapshot's record."""

    sources: tuple[FolderSource | DatabaseSource, ...]
    parts: tuple[str, ...]
    excludes: tuple[str, ...]
    wordpress: WordPressSite | None = None


def site_sources(
    source: SourceAccess,
    kind: str,
    include: Iterable[str] = (),
    *,
    places: Iterable[str] = (),
    progress: Progress = SILENT,
    cancelled: Cancellation | None = None,
) -> SiteSources:
    """Recognise the site and open what `kind` (and `include`: files, database) asks for. `places`: folders of ours, never backed up
    with a site that they happen to lie in. UsageError when nothing would be left."""
    folder = Path(source.path)
    wordpress = recognise(folder)
    wanted = set(include) or {"database": {"database"}, "files": {"files"}}.get(kind, {"files", "database"})
    database = (
        open_database(
            source.database, site=wordpress, folder=folder, password=source.database_password, progress=progress, cancelled=cancelled
        )
        if "database" in wanted
        else None
    )
    if database is None and "files" not in wanted:
        raise UsageError(
            f"The site {source.site_name!r} has no database that Holdfast knows.", hint="Name it: --database mysql://… or sqlite:…"
        )
    sources: list[FolderSource | DatabaseSource] = []
    parts: list[str] = []
    excludes: tuple[str, ...] = ()
    if "files" in wanted:
        live = files_to_exclude(source.database, site=wordpress, folder=folder)
        excludes = (*source.excludes, *_live_patterns(folder, live), *(f"{one}/" for one in _inside(folder, map(Path, places))))
        sources.append(FolderSource(folder, Excluder(excludes, source.presets)))
        parts += WORDPRESS_PARTS if wordpress is not None else ("files",)
    if database is not None:
        sources.append(database)
        parts.append("database")
    named = tuple(f"preset:{name}" for name in source.presets)
    return SiteSources(tuple(sources), tuple(parts), (*named, *excludes), wordpress)


def our_places(access: RepositoryAccess, cache: str) -> list[str]:
    """Folders that must not be backed up into themselves: the repository on a disk, our own cache."""
    place = parse_location(access.location)
    found = [place.path] if isinstance(place, LocalPlace) else []
    return [*found, cache] if cache else found


def _live_patterns(folder: Path, live: Iterable[Path]) -> list[str]:
    """The live database files, and what a restore keeps or writes beside them (`holdfast.targets.database_sqlite`)."""
    patterns = _inside(folder, live)
    return [*patterns, *(f"{one}.{word}-*" for one in patterns[:1] for word in ("before", "new"))]


def _inside(folder: Path, paths: Iterable[Path]) -> list[str]:
    """Those of `paths` that lie inside `folder`, as patterns tied to its root. Also when one is reached through a link."""
    roots = {os.path.abspath(folder), os.path.realpath(folder)}
    found = []
    for path in paths:
        for root in roots:
            for form in {os.path.abspath(path), os.path.realpath(path)}:
                if form.startswith(root.rstrip(os.sep) + os.sep):
                    pattern = "/" + _escaped(os.path.relpath(form, root).replace(os.sep, "/"))
                    if pattern not in found:
                        found.append(pattern)
    return found


def _escaped(text: str) -> str:
    """A name as a pattern that means only itself."""
    return "".join(f"\\{c}" if c in "*?[]\\" else c for c in text)
