"""The verbs of `holdfast backup` that make backups: create, watch."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from holdfast.cli import wording
from holdfast.cli.backup_return import say_restored
from holdfast.cli.verbs import Verb
from holdfast.errors import UsageError
from holdfast.jobs.messages import Finished

if TYPE_CHECKING:
    from holdfast.cli.terminal import Terminal

_TYPES = ("full", "incremental", "differential", "database", "files")


def _create_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sites", metavar="SITE", nargs="*")
    parser.add_argument("--all", action="store_true", help="every site; one bad site never stops the others")
    parser.add_argument("--tag", metavar="T", help="every site with this tag")
    parser.add_argument(
        "--type", choices=_TYPES, default="", help="incremental (default) reads what changed, full reads all; what a site's service knows"
    )
    parser.add_argument("--label", default="", help="a note on this backup")
    parser.add_argument("--meta", metavar="K=V", action="append", default=[], help="a fact to keep with it; repeatable")
    parser.add_argument("--include", choices=("files", "database"), action="append", default=[], help="only this; repeatable")
    parser.add_argument("--download", metavar="DIR", help="also write it as a .zip into this folder")
    parser.add_argument("--keep-in", metavar="STORAGE", help="take it into this storage (default: the site's own)")
    service = parser.add_argument_group("sites with a backup service of their own")
    service.add_argument("--cloud-upload", action="store_true", default=None, help="let the site upload it to its cloud provider")
    service.add_argument("--cloud-provider", metavar="P", help="to this one")
    service.add_argument("--site-storage", metavar="SLUG", help="where the site puts it")
    service.add_argument("--notify", action=argparse.BooleanOptionalAction, default=None, help="let the site mail when done (default: no)")
    service.add_argument("--notify-email", metavar="E", action="append", help="whom WP Engine mails; repeatable")
    service.add_argument("--no-wait", action="store_true", help="end when the site has taken it on; `backup watch` follows it")


async def _create(t: Terminal, args: argparse.Namespace) -> int:
    if bool(args.sites) + args.all + bool(args.tag) != 1:
        raise UsageError("Name the sites to back up, or --all, or --tag T.")
    metadata = dict(_pair(text) for text in args.meta)
    if (args.download or args.keep_in) and args.no_wait:
        raise UsageError("What is not waited for cannot be downloaded.", hint="Leave out --no-wait, or --download and --keep-in.")
    job = await t.app.backups.create(
        args.sites,
        all_sites=args.all,
        tag=args.tag or "",
        type=args.type,
        label=args.label,
        metadata=metadata,
        include=args.include,
        options=_service_options(args),
        wait=not args.no_wait,
        keep_in=args.keep_in,
        download_to=args.download,
    )
    finished = await t.follow(job)
    _say_created(t, finished)
    return t.finish(finished)


def _service_options(args: argparse.Namespace) -> dict[str, Any]:
    """Under the names of the capabilities. Not to mail is what every service is asked for anyway."""
    given = {
        "cloud_upload": args.cloud_upload, "provider": args.cloud_provider, "storage": args.site_storage,
        "send_notification": args.notify or None, "notification_emails": args.notify_email,
    }  # fmt: skip
    return {name: value for name, value in given.items() if value is not None}


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key:
        raise UsageError(f"--meta {text!r} is not of the form KEY=VALUE.")
    return key, value


def _say_created(t: Terminal, finished: Finished) -> None:
    for row in finished.result.get("sites", []):
        failure = row.get("failure")
        why = f" – {failure['message']} {failure['hint']}".rstrip() if failure else ""
        t.out.say(f"{row['site']}: {row['outcome']}{wording.printable(why)}", tone="error" if failure else "ok")
    backup = finished.result.get("backup")
    if not backup:
        return
    added = (backup.get("metadata") or {}).get("added")
    took = wording.duration(backup.get("duration"))
    if backup["status"] in {"queued", "running"}:
        t.out.say(f"{backup['site']} is backing itself up: {backup['id']}. Follow it: holdfast backup watch {backup['site']}", tone="ok")
        return
    short = backup["id"][:8] if "site" not in backup["locations"] else backup["id"]
    t.out.say(f"Backed up {backup['site']}: {short}, {wording.size(backup.get('size'))} in {took}", tone="ok")
    if added is not None:
        t.out.say(f"  {wording.size(int(added))} new in the storage")
    if "path" in finished.result:
        t.out.say(f"  written to {finished.result['path']}")


async def _watch(t: Terminal, args: argparse.Namespace) -> int:
    finished = await t.follow(await t.app.backups.watch(args.site, args.id or ""))
    _say_created(t, finished)
    say_restored(t, args.site, finished)
    return t.finish(finished)


def _watch_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", metavar="SITE")
    parser.add_argument("id", metavar="ID", nargs="?", help="default: what Holdfast began there, else the newest that runs")


MAKE_VERBS = (
    Verb("create", "back sites up", _create, _create_arguments, "holdfast backup create shop --label 'before the update'"),
    Verb("watch", "follow a backup that runs on a site", _watch, _watch_arguments, "holdfast backup watch shop"),
)
