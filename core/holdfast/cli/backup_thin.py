"""The verbs of `holdfast backup` that remove, or keep for good: keep, unkeep, delete, forget."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from holdfast.cli import wording
from holdfast.cli.backup_look import one_backup
from holdfast.cli.plans import removals, say_file_plans, say_forget_plan
from holdfast.cli.verbs import Verb, add_confirmation, count_or_all
from holdfast.errors import UsageError
from holdfast.records import Backup, RetentionPolicy

if TYPE_CHECKING:
    from holdfast.cli.terminal import Terminal

_POLICY = ("last", "hourly", "daily", "weekly", "monthly", "yearly")


def _delete_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", metavar="SITE")
    parser.add_argument("ids", metavar="ID", nargs="+")
    parser.add_argument("--delete-cloud", action="store_true", help="also the copy that the site's service put into the cloud")
    parser.add_argument("--kept", action="store_true", help="only the copy in your storage; the backup on the site stays")
    add_confirmation(parser)


def _shown(backup: Backup) -> str:
    """Ids of our own are told apart by their beginning; those of sites begin alike."""
    return backup.id[:8] if backup.locations == ("storage",) else wording.printable(backup.id)


async def _delete(t: Terminal, args: argparse.Namespace) -> int:
    backups = [await t.app.backups.show(args.site, i) for i in args.ids]
    names = ", ".join(f"{_shown(b)} ({wording.moment(b.created_at)})" for b in backups)
    if args.dry_run:
        if t.out.json:
            t.out.document({"plan": {"remove": [b.id for b in backups]}})
        t.out.say(f"Would remove {names}.")
        return 0
    on_site = "site" in backups[0].locations and not args.kept
    if any(("site" in b.locations) is not ("site" in backups[0].locations) for b in backups) and not args.kept:
        raise UsageError("Some of these are on the site, others only in your storage.", hint="Remove them one after the other.")
    if on_site:
        await _warn_of_dependants(t, args.site, [b.id for b in backups])
    t.confirm(f"Remove {names} of {args.site}?", yes=args.yes)
    where = "" if on_site else "storage"
    finished = await t.follow(await t.app.backups.delete(args.site, [b.id for b in backups], delete_cloud=args.delete_cloud, where=where))
    if finished.failure is None:
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


def _forget_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", metavar="SITE")
    parser.add_argument("--policy", metavar="P", help="light, standard, long, or last=3,daily=7,… (default: the site's)")
    for name in _POLICY:
        parser.add_argument(f"--keep-{name}", metavar="N", type=count_or_all)
    parser.add_argument("--prune", action="store_true", help="give the space back at once")
    parser.add_argument(
        "--confirmed", action="store_true", help="also where it looks like a mistake: a site that lost half of its files, most backups gone"
    )
    add_confirmation(parser)


async def _forget(t: Terminal, args: argparse.Namespace) -> int:
    given = {name: getattr(args, f"keep_{name}") for name in _POLICY if getattr(args, f"keep_{name}") is not None}
    if args.policy and given:
        raise UsageError("Give either --policy or --keep-… options.")
    if given and not any(given.values()):
        raise UsageError(
            "That would keep nothing.", hint="Give a --keep-… option more than 0, or remove single backups: holdfast backup delete"
        )
    policy = args.policy or (RetentionPolicy(**given) if given else None)
    plan = await t.follow(await t.app.backups.forget(args.site, policy=policy, dry_run=True))
    folders = plan.result.get("files", [])
    say_forget_plan(t.out, plan.result.get("plan", {}), done=False)
    say_file_plans(t.out, folders, done=False)
    count, files = removals(plan.result.get("plan", {})), sum(len(item["paths"]) for one in folders for item in one["remove"])
    if plan.failure is not None or args.dry_run or not (count or files):
        return t.finish(plan)
    what = " and ".join(wording.plural(n, word) for n, word in ((count, "backup"), (files, "file")) if n)
    t.confirm(f"Remove these {what} of {args.site}?", yes=args.yes)
    # Who answered the question saw the warnings of the plan; --yes in a script did not.
    confirmed = args.confirmed or not args.yes
    finished = await t.follow(await t.app.backups.forget(args.site, policy=policy, prune=args.prune, confirmed=confirmed))
    gone = len(finished.result.get("removed_files", []))
    more = f" and {wording.plural(gone, 'file')}" if gone else ""
    t.out.say(f"Removed {wording.plural(len(finished.result.get('removed', [])), 'backup')}{more}.")
    return t.finish(finished)


THIN_VERBS = (
    Verb("keep", "protect from forget", _keep, one_backup, "holdfast backup keep shop 1a2b3c4d"),
    Verb("unkeep", "protect no longer", _unkeep, one_backup, "holdfast backup unkeep shop 1a2b3c4d"),
    Verb("delete", "remove backups", _delete, _delete_arguments, "holdfast backup delete shop 1a2b3c4d"),
    Verb("forget", "thin out by a retention policy", _forget, _forget_arguments, "holdfast backup forget shop --keep-daily 7 --dry-run"),
)
