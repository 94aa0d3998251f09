"""The verbs of `holdfast backup` that only look: list, show, files, find, diff."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from holdfast.cli import wording
from holdfast.cli.verbs import Verb, positive

if TYPE_CHECKING:
    from holdfast.app import FileView
    from holdfast.cli.terminal import Terminal
    from holdfast.records import Backup


def one_backup(parser: argparse.ArgumentParser) -> None:
    """SITE and ID."""
    parser.add_argument("site", metavar="SITE", help="a site, or @STORAGE for everything in a storage")
    parser.add_argument("id", metavar="ID", help="a backup's id, its beginning, or latest")


def _list_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", metavar="SITE", help="a site, or @STORAGE for everything in a storage")
    parser.add_argument("--type")
    parser.add_argument("--status")
    parser.add_argument("--location", choices=("site", "storage", "file"))
    parser.add_argument("--site-storage", metavar="SLUG", help="only those that the site itself put there")
    parser.add_argument("--order-by", choices=("created_at", "size"), default="created_at")
    parser.add_argument("--order", choices=("asc", "desc"), default="desc")
    parser.add_argument("--limit", metavar="N", type=positive)
    parser.add_argument("--page", metavar="N", type=positive, default=1)


async def _list(t: Terminal, args: argparse.Namespace) -> int:
    page = await t.app.backups.list(
        args.site,
        type=args.type,
        status=args.status,
        location=args.location,
        order_by=args.order_by,
        order=args.order,
        limit=args.limit,
        page=args.page,
        site_storage=args.site_storage,
    )
    if page.note:
        t.out.warn(page.note)
    if t.out.json:
        t.out.items(page.items, page.total)
        return 0
    if not page.items:
        chosen = args.type or args.status or args.location or args.site_storage
        t.out.say(f"No such backup of {args.site}." if chosen or page.total else f"No backup of {args.site} yet.")
        return 0
    rows = [
        (
            wording.printable(b.id) if _is_from_elsewhere(b) else b.id[:8],
            wording.moment(b.created_at),
            b.type,
            "partial" if b.metadata.get("partial") else b.status,
            wording.size(b.size),
            b.label,
            ", ".join(b.locations),
            "yes" if b.metadata.get("keep") else "",
        )
        for b in page.items
    ]
    t.out.table(("BACKUP", "MADE", "TYPE", "STATUS", "SIZE", "LABEL", "WHERE", "KEPT"), rows, right=(4,))
    return 0


def _is_from_elsewhere(backup: Backup) -> bool:
    """Its id is not ours to shorten."""
    return backup.locations != ("storage",) or backup.id != backup.metadata.get("snapshot", backup.id)


async def _show(t: Terminal, args: argparse.Namespace) -> int:
    backup = await t.app.backups.show(args.site, args.id)
    if t.out.json:
        t.out.document(backup)
        return 0
    t.out.say(backup.id, tone="strong")
    lines = [
        ("site", backup.site),
        ("made", f"{wording.moment(backup.created_at)} ({wording.ago(backup.created_at)})"),
        ("took", wording.duration(backup.duration)),
        ("type", backup.type),
        ("status", backup.status),
        ("size", wording.size(backup.size)),
        ("parts", ", ".join(backup.components) or "–"),
        ("label", backup.label or "–"),
        ("verified", wording.ago(backup.verified_at)),
        ("proven", wording.ago(backup.proven_at)),
        *((k.replace("_", " "), wording.value(v)) for k, v in backup.metadata.items()),
    ]
    for name, value in lines:
        t.out.say(f"  {name:<24} {wording.printable(value)}")
    return 0


def _files_arguments(parser: argparse.ArgumentParser) -> None:
    one_backup(parser)
    parser.add_argument("path", metavar="PATH", nargs="?", default="", help="a folder inside the backup (default: the site's own)")


async def _files(t: Terminal, args: argparse.Namespace) -> int:
    files = await t.app.backups.files(args.site, args.id, args.path)
    if t.out.json:
        t.out.items(files)
        return 0
    rows = [(_shown_name(f), "" if f.size is None else wording.size(f.size), wording.moment(f.modified_at)) for f in files]
    t.out.table(("NAME", "SIZE", "CHANGED"), rows, right=(1,))
    return 0


def _shown_name(file: FileView) -> str:
    if file.kind == "dir":
        return file.name + "/"
    return f"{file.name} → {file.target}" if file.target else file.name


def _find_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pattern", metavar="PATTERN", help="a part of a name, or a glob")
    parser.add_argument("--site", metavar="S")
    parser.add_argument("--limit", metavar="N", type=positive, default=200)


async def _find(t: Terminal, args: argparse.Namespace) -> int:
    found = await t.app.backups.find(args.pattern, site=args.site, limit=args.limit)
    if t.out.json:
        t.out.items(found)
        return 0
    if not found:
        t.out.say("No file with that name in any backup.")
        return 0
    for file in found:
        t.out.say(f"{file.site}  {wording.printable(file.path)}", tone="strong")
        for version in file.versions:
            newest = version.backups[0][:8] if version.backups else ""
            held = wording.plural(len(version.backups), "backup")
            t.out.say(f"    {wording.moment(version.modified_at)}  {wording.size(version.size):>10}  in {held}, newest {newest}")
    return 0


def _diff_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", metavar="SITE")
    parser.add_argument("old", metavar="ID1")
    parser.add_argument("new", metavar="ID2")


async def _diff(t: Terminal, args: argparse.Namespace) -> int:
    changes = await t.app.backups.diff(args.site, args.old, args.new)
    if t.out.json:
        t.out.document(changes)
        return 0
    for kind, mark, tone in (("added", "+", "ok"), ("removed", "-", "error"), ("changed", "M", "warning")):
        for item in changes.get(kind, []):
            sizes = [wording.size(item[k]) for k in ("size_before", "size_after") if item.get(k) is not None]
            t.out.say(f"{t.out.paint(mark, tone)} {wording.printable(str(item['path']))}  {' → '.join(sizes)}")
    counts = [f"{len(changes.get(k, [])):,} {k}" for k in ("added", "removed", "changed")]
    t.out.say(", ".join(counts))
    return 0


LOOK_VERBS = (
    Verb("list", "the backups of a site", _list, _list_arguments, "holdfast backup list shop"),
    Verb("show", "one backup", _show, one_backup, "holdfast backup show shop latest"),
    Verb("files", "the files of a folder inside a backup", _files, _files_arguments, "holdfast backup files shop latest wp-content"),
    Verb("find", "search for a file over all backups", _find, _find_arguments, "holdfast backup find 'wp-config*'"),
    Verb("diff", "what changed between two backups", _diff, _diff_arguments, "holdfast backup diff shop 1a2b3c4d latest"),
)
