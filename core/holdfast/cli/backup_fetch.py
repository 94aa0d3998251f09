"""The verbs of `holdfast backup` that bring backups here: download, fetch, import."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from holdfast.cli import wording
from holdfast.cli.backup_return import say_written
from holdfast.cli.verbs import Verb
from holdfast.errors import UsageError
from holdfast.jobs.messages import Finished
from holdfast.records import PARTS

if TYPE_CHECKING:
    from holdfast.cli.terminal import Terminal


def _download_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", metavar="SITE", nargs="?", help="a site, or @STORAGE for everything in a storage")
    parser.add_argument("id", metavar="ID", nargs="?", help="a backup's id, its beginning, or latest")
    parser.add_argument("--all", action="store_true", help="the newest of every site; one bad site never stops the others")
    parser.add_argument("--tag", metavar="T", help="the newest of every site with this tag")
    parser.add_argument("--to", metavar="PATH", help="a folder, or a file that ends in .zip or .tar.zst")
    parser.add_argument("--keep-in", metavar="STORAGE", help="take what a site made into this storage (default without --to: its own)")
    parser.add_argument("--path", metavar="P", action="append", default=[], help="only this file or folder; repeatable")
    parser.add_argument("--only", metavar="PART", action="append", default=[], choices=PARTS, help="only this part; repeatable")


async def _download(t: Terminal, args: argparse.Namespace) -> int:
    if args.all or args.tag:
        if args.path or args.only or args.id not in (None, "latest") or args.site not in (None, "latest"):
            raise UsageError("Of several sites the newest backup is fetched, and whole.", hint="Leave out SITE, ID, --path and --only.")
        job = await t.app.backups.download_newest(all_sites=args.all, tag=args.tag or "", to=args.to, keep_in=args.keep_in)
        return _say_rows(t, await t.follow(job))
    if not args.site or not args.id:
        raise UsageError("Name the site and the backup (or latest), or --all, or --tag T.")
    words: dict[str, Any] = {"to": args.to, "paths": args.path, "only": args.only, "keep_in": args.keep_in}
    finished = await t.follow(await t.app.backups.download(args.site, args.id, **words))
    _say_kept(t, finished.result.get("backup"))
    return say_written(t, finished)


def _fetch_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sites", metavar="SITE", nargs="*")
    parser.add_argument("--all", action="store_true", help="every site whose backups others make")
    parser.add_argument("--tag", metavar="T", help="every such site with this tag")
    parser.add_argument("--keep-in", metavar="STORAGE", help="take them into this storage (default: the site's own)")


async def _fetch(t: Terminal, args: argparse.Namespace) -> int:
    if bool(args.sites) + args.all + bool(args.tag) != 1:
        raise UsageError("Name the sites, or --all, or --tag T.")
    finished = await t.follow(await t.app.backups.fetch(args.sites, all_sites=args.all, tag=args.tag or "", keep_in=args.keep_in))
    if "sites" in finished.result:
        return _say_rows(t, finished)
    if finished.failure is None:
        _say_fetched(t, finished.result)
    return t.finish(finished)


def _import_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", metavar="SITE")
    parser.add_argument("files", metavar="FILE", nargs="+", help="zip, tar, tar.gz, tar.zst, or the files of a set")
    parser.add_argument("--keep-in", metavar="STORAGE", help="take them into this storage (default: the site's own)")


async def _import(t: Terminal, args: argparse.Namespace) -> int:
    finished = await t.follow(await t.app.backups.import_files(args.site, args.files, keep_in=args.keep_in))
    for backup in finished.result.get("imported", []):
        _say_kept(t, backup)
    return t.finish(finished)


def _say_rows(t: Terminal, finished: Finished) -> int:
    for row in finished.result.get("sites", []):
        failure = row.get("failure")
        told = f" – {failure['message']} {failure['hint']}".rstrip() if failure else f" – {row['path']}" if "path" in row else ""
        t.out.say(f"{row['site']}: {row['outcome']}{wording.printable(told)}", tone="error" if failure else "ok")
        if not failure:
            _say_fetched(t, row)
    return t.finish(finished)


def _say_fetched(t: Terminal, result: dict[str, Any]) -> None:
    for backup in result.get("fetched", []):
        _say_kept(t, backup)
    if result.get("fetched") == [] and not result.get("failed"):
        t.out.say("Nothing new.")


def _say_kept(t: Terminal, backup: Any) -> None:
    if not backup or "kept_in" not in backup["metadata"]:
        return
    added = backup["metadata"].get("added")
    new = "" if added is None else f", {wording.size(int(added))} new there"
    t.out.say(f"Kept {wording.printable(backup['id'])} in {backup['metadata']['kept_in']}{new}", tone="ok")


FETCH_VERBS = (
    Verb(
        "download",
        "write a backup as a .zip or .tar.zst, or take it into a storage",
        _download,
        _download_arguments,
        "holdfast backup download shop latest --to shop.zip",
    ),
    Verb(
        "fetch",
        "take in whatever sites made since the last time",
        _fetch,
        _fetch_arguments,
        "holdfast backup fetch --all",
    ),
    Verb(
        "import",
        "take old archives in, with their own dates",
        _import,
        _import_arguments,
        "holdfast backup import shop shop-2024-*.zip",
    ),
)
