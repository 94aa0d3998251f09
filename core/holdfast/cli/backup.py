"""`holdfast backup`: make backups, look into them, bring them back, thin them out."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from holdfast.cli import wording
from holdfast.cli.backup_look import LOOK_VERBS, one_backup
from holdfast.cli.plans import removals, say_check, say_drill, say_forget_plan, say_restore_plan
from holdfast.cli.secret_input import secret_from_file
from holdfast.cli.verbs import Verb, add_confirmation
from holdfast.errors import UsageError
from holdfast.jobs.messages import Finished
from holdfast.records import PARTS, RetentionPolicy

if TYPE_CHECKING:
    from holdfast.cli.terminal import Terminal

_TYPES = ("full", "incremental", "differential", "database", "files")
_POLICY = ("last", "hourly", "daily", "weekly", "monthly", "yearly")


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
    if args.download and args.no_wait:
        raise UsageError("What is not waited for cannot be downloaded.", hint="Leave out --no-wait or --download.")
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
    )
    finished = await t.follow(job)
    _say_created(t, finished)
    if args.download and finished.outcome in {"success", "warning"}:
        return max(t.finish(finished), await _download_created(t, finished, args))
    return t.finish(finished)


def _service_options(args: argparse.Namespace) -> dict[str, Any]:
    """Under the names of the capabilities. Not to mail is what every service is asked for anyway."""
    given = {
        "cloud_upload": args.cloud_upload, "provider": args.cloud_provider, "storage": args.site_storage,
        "send_notification": args.notify or None, "notification_emails": args.notify_email,
    }  # fmt: skip
    return {name: value for name, value in given.items() if value is not None}


async def _download_created(t: Terminal, finished: Finished, args: argparse.Namespace) -> int:
    made = [finished.result["backup"]] if "backup" in finished.result else [s["backup"] for s in finished.result["sites"] if "backup" in s]
    codes = [0]
    for backup in made:
        job = await t.app.backups.download(backup["site"], backup["id"], to=Path(args.download))
        codes.append(t.finish(await t.follow(job)))
    return max(codes)


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key:
        raise UsageError(f"--meta {text!r} is not of the form KEY=VALUE.")
    return key, value


def _say_created(t: Terminal, finished: Finished) -> None:
    for row in finished.result.get("sites", []):
        failure = row.get("failure")
        t.out.say(f"{row['site']}: {row['outcome']}" + (f" – {failure['message']}" if failure else ""), tone="error" if failure else "ok")
    backup = finished.result.get("backup")
    if not backup:
        return
    added = (backup.get("metadata") or {}).get("added")
    took = wording.duration(backup.get("duration"))
    if backup["status"] in {"queued", "running"}:
        t.out.say(f"{backup['site']} is backing itself up: {backup['id']}. Follow it: holdfast backup watch {backup['site']}", tone="ok")
        return
    t.out.say(f"Backed up {backup['site']}: {backup['id'][:8]}, {wording.size(backup.get('size'))} in {took}", tone="ok")
    if added is not None:
        t.out.say(f"  {wording.size(int(added))} new in the storage")


def _get_arguments(parser: argparse.ArgumentParser) -> None:
    one_backup(parser)
    parser.add_argument("path", metavar="PATH", help="a file or folder inside the backup")
    parser.add_argument("--to", metavar="FILE", required=True)


async def _get(t: Terminal, args: argparse.Namespace) -> int:
    return _say_written(t, await t.follow(await t.app.backups.get(args.site, args.id, args.path, to=args.to)))


def _download_arguments(parser: argparse.ArgumentParser) -> None:
    one_backup(parser)
    parser.add_argument("--to", metavar="PATH", required=True, help="a folder, or a file that ends in .zip or .tar.zst")
    parser.add_argument("--path", metavar="P", action="append", default=[], help="only this file or folder; repeatable")
    parser.add_argument("--only", metavar="PART", action="append", default=[], choices=PARTS, help="only this part; repeatable")


async def _download(t: Terminal, args: argparse.Namespace) -> int:
    job = await t.app.backups.download(args.site, args.id, to=args.to, paths=args.path, only=args.only)
    return _say_written(t, await t.follow(job))


def _say_written(t: Terminal, finished: Finished) -> int:
    if "path" in finished.result:
        t.out.say(f"Wrote {finished.result['path']} ({wording.size(finished.result.get('size'))})", tone="ok")
    return t.finish(finished)


def _restore_arguments(parser: argparse.ArgumentParser) -> None:
    one_backup(parser)
    parser.add_argument("--to", metavar="DIR", help="a folder (default: back over the site itself)")
    parser.add_argument(
        "--only",
        metavar="PART",
        action="append",
        default=[],
        choices=(*PARTS, "files"),
        help="core, plugins, themes, uploads, database; files (sites with a service); repeatable",
    )
    parser.add_argument("--path", metavar="P", action="append", default=[], help="only this file or folder; repeatable")
    parser.add_argument("--overwrite", choices=("always", "changed", "newer", "never"), default="changed")
    parser.add_argument("--delete", action="store_true", help="also delete files that are not in the backup")
    parser.add_argument("--database", metavar="URL", help="load the database here instead: mysql://USER@HOST/DB or sqlite:PATH")
    parser.add_argument("--database-secret-file", metavar="F", help="read that database's password from this file")
    parser.add_argument("--target", metavar="WORD", help="where General Bots restores to, for example staging")
    parser.add_argument("--no-checkpoint", action="store_true", help="WP Engine: make no backup before")
    parser.add_argument("--notify-email", metavar="E", action="append", help="WP Engine: whom it mails; repeatable")
    parser.add_argument("--no-safety-backup", action="store_true", help="do not back the live site up first")
    add_confirmation(parser)


async def _restore(t: Terminal, args: argparse.Namespace) -> int:
    if await t.app.backups.on_network(args.site) is not None:
        return await _restore_on_site(t, args)
    options = _restore_options(args)
    words: dict[str, Any] = {
        "to": args.to, "only": args.only, "paths": args.path, "overwrite": args.overwrite, "delete": args.delete,
    }  # fmt: skip
    plan = await t.app.backups.restore_plan(args.site, args.id, **words)
    if args.dry_run:
        if t.out.json:
            t.out.document({"plan": plan})
        say_restore_plan(t.out, plan)
        return 0
    if args.to is None or plan.get("overwritten") or plan.get("removed"):
        say_restore_plan(t.out, plan)
        t.confirm(f"Restore {args.site} so?", yes=args.yes)
    job = await t.app.backups.restore(
        args.site,
        args.id,
        **words,
        database=args.database,
        database_password=secret_from_file(args.database_secret_file),
        safety_backup=False if args.no_safety_backup else None,
        options=options,
    )
    finished = await t.follow(job)
    result = finished.result
    if "files" in result:
        tables = result.get("tables")
        count = len(tables) if isinstance(tables, list) else int(tables or 0)
        also = f" and {wording.plural(count, 'table')}" if count else ""
        t.out.say(f"Restored {wording.plural(int(result['files'] or 0), 'file')}{also}, {wording.size(result.get('bytes'))}", tone="ok")
    if result.get("kept_database"):
        t.out.say(f"The database as it was before is kept as {result['kept_database']}; drop it when all is well.")
    return t.finish(finished)


def _restore_options(args: argparse.Namespace) -> dict[str, Any]:
    given = {
        "target": args.target, "create_checkpoint": False if args.no_checkpoint else None, "notification_emails": args.notify_email,
    }  # fmt: skip
    return {name: value for name, value in given.items() if value is not None}


async def _restore_on_site(t: Terminal, args: argparse.Namespace) -> int:
    """The site restores itself; what it says is all that can be known."""
    backup = await t.app.backups.show(args.site, args.id)
    what = ", ".join(args.only) or "everything"
    if args.dry_run:
        if t.out.json:
            t.out.document({"plan": {"backup_id": backup.id, "parts": args.only, "on_site": True}})
        t.out.say(f"Would restore {what} of {args.site} from {backup.id} ({wording.moment(backup.created_at)}), on the site itself.")
        return 0
    t.confirm(f"Restore {what} of {args.site} from {backup.id} ({wording.moment(backup.created_at)}), on the live site?", yes=args.yes)
    words: dict[str, Any] = {"to": args.to, "only": args.only, "paths": args.path, "delete": args.delete, "database": args.database}
    finished = await t.follow(await t.app.backups.restore(args.site, backup.id, **words, options=_restore_options(args)))
    if finished.result.get("confirmed"):
        t.out.say(f"{args.site} says that the restore is done.", tone="ok")
    return t.finish(finished)


async def _watch(t: Terminal, args: argparse.Namespace) -> int:
    finished = await t.follow(await t.app.backups.watch(args.site, args.id or ""))
    _say_created(t, finished)
    return t.finish(finished)


def _watch_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", metavar="SITE")
    parser.add_argument("id", metavar="ID", nargs="?", help="default: what Holdfast began there, else the newest that runs")


def _delete_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", metavar="SITE")
    parser.add_argument("ids", metavar="ID", nargs="+")
    parser.add_argument("--delete-cloud", action="store_true", help="also the copy that the site's service put into the cloud")
    add_confirmation(parser)


async def _delete(t: Terminal, args: argparse.Namespace) -> int:
    backups = [await t.app.backups.show(args.site, i) for i in args.ids]
    names = ", ".join(f"{b.id[:8]} ({wording.moment(b.created_at)})" for b in backups)
    if args.dry_run:
        if t.out.json:
            t.out.document({"plan": {"remove": [b.id for b in backups]}})
        t.out.say(f"Would remove {names}.")
        return 0
    await _warn_of_dependants(t, args.site, [b.id for b in backups])
    t.confirm(f"Remove {names} of {args.site}?", yes=args.yes)
    finished = await t.follow(await t.app.backups.delete(args.site, [b.id for b in backups], delete_cloud=args.delete_cloud))
    if finished.failure is None:
        on_site = backups[0].locations == ("site",)
        t.out.say(f"Removed {names}." + ("" if on_site else " `holdfast storage prune` gives the space back."))
    return t.finish(finished)


async def _warn_of_dependants(t: Terminal, site: str, backups: list[str]) -> None:
    for one in backups:
        more = [b.id for b in await t.app.backups.dependants(site, one) if b.id not in backups]
        if more:
            t.out.warn(
                f"{wording.plural(len(more), 'backup')} on the site {'builds' if len(more) == 1 else 'build'} on {one}: {', '.join(more)}"
            )


async def _keep(t: Terminal, args: argparse.Namespace) -> int:
    backup = await t.app.backups.keep(args.site, args.id)
    if t.out.json:
        t.out.document(backup)
    t.out.say(f"Kept for good; it is now {backup.id[:8]}.")
    return 0


async def _unkeep(t: Terminal, args: argparse.Namespace) -> int:
    backup = await t.app.backups.unkeep(args.site, args.id)
    if t.out.json:
        t.out.document(backup)
    t.out.say(f"No longer kept for good; it is now {backup.id[:8]}.")
    return 0


async def _verify(t: Terminal, args: argparse.Namespace) -> int:
    finished = await t.follow(await t.app.backups.verify(args.site, args.id))
    say_check(t.out, finished.result)
    return t.finish(finished)


def _drill_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", metavar="SITE")
    parser.add_argument("id", metavar="ID", nargs="?", default="latest")


async def _drill(t: Terminal, args: argparse.Namespace) -> int:
    finished = await t.follow(await t.app.backups.drill(args.site, args.id))
    say_drill(t.out, finished.result)
    return t.finish(finished)


def _forget_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", metavar="SITE")
    parser.add_argument("--policy", metavar="P", help="light, standard, long, or last=3,daily=7,… (default: the site's)")
    for name in _POLICY:
        parser.add_argument(f"--keep-{name}", metavar="N", type=int, default=0)
    parser.add_argument("--prune", action="store_true", help="give the space back at once")
    parser.add_argument(
        "--confirmed", action="store_true", help="also where it looks like a mistake: a site that lost half of its files, most backups gone"
    )
    add_confirmation(parser)


async def _forget(t: Terminal, args: argparse.Namespace) -> int:
    counts = RetentionPolicy(**{name: getattr(args, f"keep_{name}") for name in _POLICY})
    if args.policy and not counts.is_empty():
        raise UsageError("Give either --policy or --keep-… options.")
    policy = args.policy or (None if counts.is_empty() else counts)
    plan = await t.follow(await t.app.backups.forget(args.site, policy=policy, dry_run=True))
    say_forget_plan(t.out, plan.result.get("plan", {}), done=False)
    count = removals(plan.result.get("plan", {}))
    if plan.failure is not None or args.dry_run or not count:
        return t.finish(plan)
    t.confirm(f"Remove these {wording.plural(count, 'backup')} of {args.site}?", yes=args.yes)
    # Who answered the question saw the warnings of the plan; --yes in a script did not.
    confirmed = args.confirmed or not args.yes
    finished = await t.follow(await t.app.backups.forget(args.site, policy=policy, prune=args.prune, confirmed=confirmed))
    t.out.say(f"Removed {wording.plural(len(finished.result.get('removed', [])), 'backup')}.")
    return t.finish(finished)


VERBS = (
    Verb("create", "back sites up", _create, _create_arguments, "holdfast backup create shop --label 'before the update'"),
    *LOOK_VERBS,
    Verb("watch", "follow a backup that runs on a site", _watch, _watch_arguments, "holdfast backup watch shop"),
    Verb(
        "get",
        "bring one file or folder out of a backup",
        _get,
        _get_arguments,
        "holdfast backup get shop latest wp-config.php --to old.php",
    ),
    Verb(
        "download",
        "write a backup as a .zip or .tar.zst",
        _download,
        _download_arguments,
        "holdfast backup download shop latest --to shop.zip",
    ),
    Verb(
        "restore",
        "bring a site, parts of it or single files back",
        _restore,
        _restore_arguments,
        "holdfast backup restore shop latest --to /tmp/shop",
    ),
    Verb("verify", "read every byte of a backup", _verify, one_backup, "holdfast backup verify shop latest"),
    Verb("drill", "really restore to a scratch place and look at it", _drill, _drill_arguments, "holdfast backup drill shop"),
    Verb("keep", "protect from forget", _keep, one_backup, "holdfast backup keep shop 1a2b3c4d"),
    Verb("unkeep", "protect no longer", _unkeep, one_backup, "holdfast backup unkeep shop 1a2b3c4d"),
    Verb("delete", "remove backups", _delete, _delete_arguments, "holdfast backup delete shop 1a2b3c4d"),
    Verb("forget", "thin out by a retention policy", _forget, _forget_arguments, "holdfast backup forget shop --keep-daily 7 --dry-run"),
)
