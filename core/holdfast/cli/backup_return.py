"""The verbs of `holdfast backup` that bring back, or prove that they could: get, restore, verify, drill."""

from __future__ import annotations

import argparse
import os
import shlex
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from holdfast.cli import wording
from holdfast.cli.backup_look import one_backup
from holdfast.cli.plans import say_check, say_drill, say_restore_plan
from holdfast.cli.secret_input import secret_from_file
from holdfast.cli.verbs import Verb, add_confirmation
from holdfast.errors import Unsupported
from holdfast.jobs.messages import Finished
from holdfast.records import PARTS

if TYPE_CHECKING:
    from holdfast.cli.terminal import Terminal


def _get_arguments(parser: argparse.ArgumentParser) -> None:
    one_backup(parser)
    parser.add_argument("path", metavar="PATH", help="a file or folder inside the backup")
    parser.add_argument("--to", metavar="FILE", required=True)


async def _get(t: Terminal, args: argparse.Namespace) -> int:
    return say_written(t, await t.follow(await t.app.backups.get(args.site, args.id, args.path, to=args.to)))


def say_written(t: Terminal, finished: Finished) -> int:
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
    parser.add_argument(
        "--attributes", action="store_true", help="also extended attributes (access lists), setuid and setgid bits, device nodes"
    )
    parser.add_argument("--database", metavar="URL", help="load the database here instead: mysql://USER@HOST/DB or sqlite:PATH")
    parser.add_argument("--database-secret-file", metavar="F", help="read that database's password from this file")
    parser.add_argument("--target", metavar="WORD", help="where General Bots restores to, for example staging")
    parser.add_argument("--no-checkpoint", action="store_true", help="WP Engine: make no backup before")
    parser.add_argument("--notify-email", metavar="E", action="append", help="WP Engine: whom it mails; repeatable")
    parser.add_argument("--no-safety-backup", action="store_true", help="do not back the live site up first")
    add_confirmation(parser)


async def _restore(t: Terminal, args: argparse.Namespace) -> int:
    if args.to is None and await t.app.backups.on_network(args.site) is not None:
        return await _restore_on_site(t, args)
    options = _restore_options(args)
    words: dict[str, Any] = {
        "to": args.to, "only": args.only, "paths": args.path, "overwrite": args.overwrite, "delete": args.delete,
        "attributes": args.attributes,
    }  # fmt: skip
    # Into a new folder nothing can be overwritten or removed: no need to open the repository a second time to find that out.
    plan = {} if args.to and not args.dry_run and _is_new(args.to) else await t.app.backups.restore_plan(args.site, args.id, **words)
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
        plan.get("backup_id", args.id),  # the one whose plan was shown, also when a newer one was made since
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
    if isinstance(before := result.get("safety_backup"), dict):
        t.out.say(f"Back to how it was before: holdfast backup restore {shlex.quote(args.site)} {before['id'][:8]}")
    if result.get("kept_database"):
        t.out.say(f"The database as it was before is kept as {result['kept_database']}; drop it when all is well.")
    return t.finish(finished)


def _is_new(folder: str) -> bool:
    """Nothing is there, or an empty folder."""
    try:
        return not os.listdir(folder)
    except FileNotFoundError:
        return True
    except OSError:
        return False


def _restore_options(args: argparse.Namespace) -> dict[str, Any]:
    given = {
        "target": args.target, "create_checkpoint": False if args.no_checkpoint else None, "notification_emails": args.notify_email,
    }  # fmt: skip
    return {name: value for name, value in given.items() if value is not None}


async def _offers_for(t: Terminal, site: str, parts: Sequence[str]) -> Mapping[str, Any]:
    """What the site's service offers. Unsupported when it cannot restore these `parts`: said before anybody is asked, and only when the
    site says so now, as what is remembered may be old."""
    offers: Mapping[str, Any] = (await t.app.sites.show(site)).offers
    if not _can_restore(offers, parts):
        offers = await t.app.services.capabilities(site)
    if _can_restore(offers, parts):
        return offers
    if "restore" not in offers["verbs"]:
        raise Unsupported("This site's service offers no restore.", hint=offers.get("why_not", {}).get("restore", ""))
    known = ", ".join(offers.get("parts", ()))
    unknown = next(part for part in parts if part not in offers.get("parts", ()))
    hint = f"Parts: {known}." if known else "Everything is restored or nothing."
    raise Unsupported(f"This site cannot restore {unknown} by itself.", hint=hint)


def _can_restore(offers: Mapping[str, Any], parts: Sequence[str]) -> bool:
    return "restore" in offers.get("verbs", ()) and set(parts) <= set(offers.get("parts", ()))


def say_restored(t: Terminal, site: str, finished: Finished) -> None:
    """The end of a restore by the site's own service; what speaks against it comes as a warning."""
    if finished.result.get("confirmed"):
        t.out.say(f"{site} says that the restore is done.", tone="ok")


async def _restore_on_site(t: Terminal, args: argparse.Namespace) -> int:
    """The site restores itself; what it says is all that can be known."""
    offers = await _offers_for(t, args.site, args.only)
    backup = await t.app.backups.show(args.site, args.id)
    what = ", ".join(args.only) or "everything"
    where = f"into {args.target!r}" if args.target else "on the site itself"
    with_database = not args.only or "database" in args.only
    warnings = await t.app.services.restore_warnings(args.site, backup) if with_database else ()
    for _, sentence in warnings:
        t.out.warn(sentence)
    if args.dry_run:
        if t.out.json:
            codes = [{"code": code, "message": sentence} for code, sentence in warnings]
            t.out.document({"plan": {"backup_id": backup.id, "parts": args.only, "on_site": True, "warnings": codes}})
        t.out.say(f"Would restore {what} of {args.site} from {backup.id} ({wording.moment(backup.created_at)}), {where}.")
        if offers and not offers.get("confirms_restore"):
            t.out.say("Its service accepts a restore, but does not say whether it went well.")
        return 0
    live = where if args.target else "on the live site"
    t.confirm(f"Restore {what} of {args.site} from {backup.id} ({wording.moment(backup.created_at)}), {live}?", yes=args.yes)
    words: dict[str, Any] = {
        "to": args.to,
        "only": args.only,
        "paths": args.path,
        "delete": args.delete,
        "attributes": args.attributes,
        "database": args.database,
    }
    finished = await t.follow(await t.app.backups.restore(args.site, backup.id, **words, options=_restore_options(args)))
    say_restored(t, args.site, finished)
    return t.finish(finished)


async def _verify(t: Terminal, args: argparse.Namespace) -> int:
    finished = await t.follow(await t.app.backups.verify(args.site, args.id))
    say_check(t.out, finished.result)
    return t.finish(finished)


def _drill_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", metavar="SITE")
    parser.add_argument("id", metavar="ID", nargs="?", default="latest")
    parser.add_argument(
        "--level",
        choices=("read", "loaded", "boots"),
        default="",
        help="how far to go: read every byte and statement, load the database, serve the site (default: as far as this computer can)",
    )


async def _drill(t: Terminal, args: argparse.Namespace) -> int:
    finished = await t.follow(await t.app.backups.drill(args.site, args.id, level=args.level))
    say_drill(t.out, finished.result)
    return t.finish(finished)


RETURN_VERBS = (
    Verb(
        "get",
        "bring one file or folder out of a backup",
        _get,
        _get_arguments,
        "holdfast backup get shop latest wp-config.php --to old.php",
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
)
