"""Many sites at once from a CSV file; one bad row stops no other."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from holdfast.errors import HoldfastError, UsageError

if TYPE_CHECKING:
    from holdfast.app import Holdfast

COLUMNS = ("name", "path", "database", "storage", "tags", "client", "retention", "preset")


class Row(msgspec.Struct, frozen=True):
    """What became of one line."""

    name: str
    path: str
    ok: bool
    message: str


async def import_sites(app: Holdfast, file: str, *, dry_run: bool) -> list[Row]:
    """Add each site of `file` (UTF-8, a header line, `COLUMNS`; tags are separated by blanks). UsageError when it is no such file."""
    return [await _import(app, line, dry_run=dry_run) for line in _read(file)]


async def _import(app: Holdfast, line: dict[str, str], *, dry_run: bool) -> Row:
    name, path = line.get("name", ""), line.get("path", "")
    try:
        if not name or not path:
            raise UsageError("name and path are needed")
        facts = await app.sites.inspect_folder(path)
        found = f"WordPress {facts.version}" if facts.kind == "wordpress" else "a folder"
        if dry_run:
            return Row(name, path, True, f"found {found}")
        preset = line.get("preset") or ("wordpress" if facts.kind == "wordpress" else "")
        await app.sites.add(
            name,
            path=path,
            database=line.get("database") or "auto",
            storage=line.get("storage", ""),
            tags=line.get("tags", "").split(),
            client=line.get("client", ""),
            retention=line.get("retention", ""),
            presets=[preset] if preset else [],
        )
    except HoldfastError as error:
        return Row(name, path, False, f"{error.message} {error.hint}".strip())
    return Row(name, path, True, f"added ({found})")


def _read(file: str) -> list[dict[str, str]]:
    try:
        with Path(file).open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            unknown = set(reader.fieldnames or ()) - set(COLUMNS)
            if unknown or "name" not in (reader.fieldnames or ()):
                raise UsageError(
                    f"{file} has columns that are not understood.", hint="The first line names them: " + ", ".join(COLUMNS) + "."
                )
            return [{k: (v or "").strip() for k, v in line.items() if k} for line in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{file} cannot be read: {error}.") from error
