"""Many sites at once from a CSV file: folders, sites with a backup service of their own, places of archives. One bad row stops no other,
and none is half added: what a row lacks is told before anything of it is stored."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from holdfast.cli.secret_input import secret_from_file
from holdfast.errors import HoldfastError, NotFound, UsageError
from holdfast.records import NETWORK_SYSTEMS

if TYPE_CHECKING:
    from holdfast.app import Holdfast

COLUMNS = (
    "name", "system", "path", "url", "user", "secret_file", "account", "auth", "install", "notify_email", "ca_file", "allow_http",
    "archives", "database", "storage", "tags", "client", "retention", "preset",
)  # fmt: skip
"""``tags`` and ``notify_email`` hold several with blanks between them; ``secret_file`` and ``ca_file`` are relative to the CSV file."""
_LONGEST = 10_000
_WITHOUT_USER = {"bearer", "api-key"}


class Row(msgspec.Struct, frozen=True):
    """What became of one line. `missing`: columns to be filled, or things to be done on the site."""

    name: str
    path: str
    ok: bool
    message: str
    system: str = ""
    url: str = ""
    found: str = ""
    missing: tuple[str, ...] = ()


class _Look(msgspec.Struct, frozen=True):
    """What was seen of a line before anything is stored."""

    system: str
    found: str
    missing: tuple[str, ...] = ()
    preset: str = ""


async def import_sites(app: Holdfast, file: str, *, dry_run: bool) -> list[Row]:
    """Add each site of `file` (UTF-8, a header line, `COLUMNS`). UsageError when it is no such file, or names a site twice."""
    lines = _read(file)
    names = [line.get("name", "").lower() for line in lines]
    if twice := sorted({name for name in names if name and names.count(name) > 1}):
        raise UsageError(f"{file} names {', '.join(twice)} more than once.", hint="Names are compared without regard to case.")
    folder = Path(file).parent
    return [await _import(app, line, folder, dry_run=dry_run) for line in lines]


async def _import(app: Holdfast, line: dict[str, str], folder: Path, *, dry_run: bool) -> Row:
    row = Row(line.get("name", ""), line.get("path") or line.get("archives", ""), False, "", line.get("system", ""), line.get("url", ""))
    try:
        line = {**line, "ca_file": str(folder / line["ca_file"]) if line.get("ca_file") else ""}
        look = await _look(app, line)
        row = msgspec.structs.replace(row, system=look.system, found=look.found, missing=look.missing)
        if look.missing:
            return msgspec.structs.replace(row, message="missing: " + "; ".join(look.missing))
        if not dry_run:
            await app.sites.add(line["name"], **_words(line, look, folder))
    except HoldfastError as error:
        return msgspec.structs.replace(row, ok=False, message=f"{error.message} {error.hint}".strip())
    return msgspec.structs.replace(row, ok=True, message=f"found {look.found}" if dry_run else f"added ({look.found})")


async def _look(app: Holdfast, line: dict[str, str]) -> _Look:
    system = line.get("system") or ("archives" if line.get("archives") else "" if line.get("url") else "folder")
    missing = [] if line.get("name") else ["name"]
    if system == "archives":
        return _Look(system, "a place of archives", tuple(missing + ([] if line.get("archives") else ["archives"])))
    if system == "folder":
        if missing or not line.get("path"):
            return _Look(system, "", (*missing, *([] if line.get("path") else ["path (or url)"])))
        facts = await app.sites.inspect_folder(line["path"])
        found = f"WordPress {facts.version}" if facts.kind == "wordpress" else "a folder"
        return _Look(system, found, (), line.get("preset") or ("wordpress" if facts.kind == "wordpress" else ""))
    if system and system not in NETWORK_SYSTEMS:
        raise UsageError(f"There is no system {system!r}.", hint=f"Known: folder, archives, {', '.join(NETWORK_SYSTEMS)}.")
    return await _look_at_service(app, line, system, missing)


async def _look_at_service(app: Holdfast, line: dict[str, str], system: str, missing: list[str]) -> _Look:
    """Which systems answer at the address; a site that hides them may still be the one that the line says."""
    there: list[str] = []
    if line.get("url") and system != "wp-engine":
        try:
            found = await app.sites.network.detect(line["url"], ca_file=line.get("ca_file", ""))
            there = [one["system"] for one in found["systems"] if one["ready"]]
        except NotFound as error:
            if error.code != "PLUGIN-MISSING":
                raise
        except HoldfastError as error:
            if error.code not in {"REST-HIDDEN", "NOT-WORDPRESS"} or not system:
                raise
            there = [system]
        if system and system not in there:
            missing.append(f"{system} active on the site" + (f" (there: {', '.join(there)})" if there else ""))
        if not system and len(there) != 1:
            missing.append(f"system (there: {', '.join(there) or 'none that Holdfast knows'})")
        system = system or (there[0] if len(there) == 1 else "")
    return _Look(system, ", ".join(there) or system, (*missing, *_lacking(line, system)))


def _lacking(line: dict[str, str], system: str) -> list[str]:
    """Columns that a site of this system needs."""
    found = [] if line.get("url") or line.get("account") or system == "wp-engine" else ["url"]
    if system == "wp-engine" and not line.get("install"):
        found.append("install")
    if line.get("account"):
        return found
    if not line.get("secret_file"):
        found.append("secret_file (or account)")
    needs_user = not (line.get("auth") in _WITHOUT_USER or (system == "general-bots" and not line.get("auth")))
    return found + (["user"] if system and needs_user and not line.get("user") else [])


def _words(line: dict[str, str], look: _Look, folder: Path) -> dict[str, Any]:
    """What `Sites.add` takes."""
    words: dict[str, Any] = {"system": look.system, "tags": line.get("tags", "").split(), "client": line.get("client", "")}
    if look.system in {"folder", "archives"}:
        words |= {"storage": line.get("storage", ""), "retention": line.get("retention", "")}
    if look.system == "archives":
        return words | {"archives": line["archives"]}
    if look.system == "folder":
        return words | {
            "path": line["path"], "database": line.get("database") or "auto", "presets": [look.preset] if look.preset else [],
        }  # fmt: skip
    names = ("url", "user", "account", "auth", "install", "ca_file", "storage", "retention")
    words |= {name: line[name] for name in names if line.get(name)}
    words |= {"notification_emails": line["notify_email"].split()} if line.get("notify_email") else {}
    words |= {"allow_http": True} if line.get("allow_http", "").lower() in {"1", "true", "yes"} else {}
    return words | ({} if line.get("account") else {"secret": secret_from_file(str(folder / line["secret_file"]))})


def _read(file: str) -> list[dict[str, str]]:
    try:
        with Path(file).open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream, strict=True)
            unknown = set(reader.fieldnames or ()) - set(COLUMNS)
            if unknown or "name" not in (reader.fieldnames or ()):
                raise UsageError(
                    f"{file} has columns that are not understood.", hint="The first line names them: " + ", ".join(COLUMNS) + "."
                )
            lines = [{k: (v or "").strip() for k, v in line.items() if k} for line in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{file} cannot be read: {error}.") from error
    if len(lines) > _LONGEST:
        raise UsageError(f"{file} has more than {_LONGEST:,} lines.")
    return lines
