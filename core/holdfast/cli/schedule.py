"""`holdfast schedule`: schedules that this computer runs, and those that a site's own backup service runs."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

import msgspec

from holdfast.cli import condition_words, schedule_words, wording
from holdfast.cli.schedule_due import RUN_DUE
from holdfast.cli.schedule_pause import PAUSE, RESUME
from holdfast.cli.verbs import Verb, positive
from holdfast.errors import HoldfastError, NotFound, UsageError

if TYPE_CHECKING:
    from holdfast.app import ScheduleView
    from holdfast.cli.terminal import Terminal

_EVERY = ("1hour", "2hours", "4hours", "6hours", "8hours", "12hours", "daily", "weekly", "monthly", "login")
_FIELDS = (
    "every", "cron", "at", "on", "timezone", "type", "keep", "keep_days", "name", "site_storage", "cloud_upload", "cloud_provider",
    "notify", "keep_in", "download", "how",
)  # fmt: skip


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", metavar="SITE", nargs="?")
    parser.add_argument("--tag", metavar="T", help="for every site with this tag")
    parser.add_argument(
        "--where", choices=("local", "site"), default="local", help="local: this computer runs it; site: kept by the site's own service"
    )
    when = parser.add_mutually_exclusive_group(required=True)
    when.add_argument("--every", choices=_EVERY)
    when.add_argument("--cron", metavar="C", help='five fields as in cron, for example "0 2 * * *"')
    _what(parser)
    parser.add_argument("--disabled", action="store_true")


def _what(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--at", metavar="HH:MM", help="without it: from 10:00, spread over the sites; on a site in the zone that the site means"
    )
    parser.add_argument("--on", metavar="DAY", help="mon … sun of a weekly one, 1 … 28 or last of a monthly one")
    parser.add_argument("--timezone", metavar="Z", help="for example Europe/Berlin; without it the zone in which this computer is")
    parser.add_argument("--type", metavar="T", help="full, incremental, database, files: what the site can do")
    parser.add_argument("--keep", type=int, metavar="N", help="so many backups are kept by the site")
    parser.add_argument("--keep-days", type=int, metavar="N", help="for so many days")
    parser.add_argument("--name", metavar="N")
    parser.add_argument("--site-storage", metavar="SLUG", help="where the site puts them")
    parser.add_argument("--cloud-upload", action="store_true", default=None, help="let the site upload them to its cloud provider")
    parser.add_argument("--cloud-provider", metavar="P")
    parser.add_argument("--notify", action=argparse.BooleanOptionalAction, default=None, help="let the site mail when done")
    parser.add_argument("--keep-in", metavar="STORAGE", help="a storage that takes them in")
    parser.add_argument("--download", metavar="DIR", help="a folder for the files")
    parser.add_argument(
        "--how",
        choices=("auto", "create", "fetch"),
        help="have a backup made, or fetch what the site made by itself (auto: as the site does)",
    )


def _given(args: argparse.Namespace) -> dict[str, Any]:
    return {name: getattr(args, name) for name in _FIELDS if getattr(args, name) is not None}


async def _add(t: Terminal, args: argparse.Namespace) -> int:
    if (args.site is None) == (args.tag is None):
        raise UsageError("Name a site, or a tag.", hint="holdfast schedule add shop --every daily")
    if args.tag is not None and args.where == "site":
        return await _add_on_sites(t, args)
    if args.where == "local":
        for line in condition_words.costs(await t.app.conditions.cost_of_plan(args.site, tag=args.tag or "", **_given(args))):
            t.out.say(line)
    made = await t.app.schedules.add(args.site, tag=args.tag or "", where=args.where, enabled=not args.disabled, **_given(args))
    if t.out.json:
        t.out.document(made)
    _say_made(t, args, made)
    return 0


async def _add_on_sites(t: Terminal, args: argparse.Namespace) -> int:
    """One bad site stops no other."""
    sites = await t.app.sites.list(tag=args.tag)
    if not sites:
        raise NotFound(f"No site has the tag {args.tag!r}.", code="NO-SITE")
    rows: list[dict[str, Any]] = []
    for site in sites:
        try:
            made = await t.app.schedules.add(site.name, where="site", enabled=not args.disabled, **_given(args))
            rows.append({"site": site.name, "schedule": msgspec.to_builtins(made)})
            _say_made(t, args, made)
        except HoldfastError as error:
            rows.append({"site": site.name, "failure": msgspec.to_builtins(error.failure())})
            t.out.warn(f"{site.name}: {_words(error)}")
    if t.out.json:
        t.out.items(rows)
    failed = sum("failure" in row for row in rows)
    return 0 if not failed else 1 if failed == len(rows) else 3


def _say_made(t: Terminal, args: argparse.Namespace, made: ScheduleView) -> None:
    named = made.id if made.where == "site" else made.name
    t.out.say(f"Made {wording.printable(named)}: {schedule_words.when(made)}; it runs next {wording.moment(made.next_run_at)}.", tone="ok")
    _say_counted(t, args, made)
    if made.where == "local":
        t.out.say("It runs while Holdfast's window or `holdfast agent` runs.")


def _say_counted(t: Terminal, args: argparse.Namespace, made: ScheduleView) -> None:
    """Where the site counts otherwise than the user did, the nearest was sent."""
    if made.where != "site":
        return
    if args.keep is not None and made.keep is None and made.keep_days is not None:
        t.out.warn(f"{made.site} counts days: backups are kept for {wording.plural(made.keep_days, 'day')}.")
    elif args.keep_days is not None and made.keep_days is None and made.keep is not None:
        t.out.warn(f"{made.site} counts backups: {made.keep} are kept.")


def _edit_arguments(parser: argparse.ArgumentParser) -> None:
    _one(parser)
    when = parser.add_mutually_exclusive_group()
    when.add_argument("--every", choices=_EVERY)
    when.add_argument("--cron", metavar="C", help='five fields as in cron, for example "0 2 * * *"')
    _what(parser)
    parser.add_argument("--enabled", action=argparse.BooleanOptionalAction, default=None, help="let it run, or not")
    parser.add_argument("--yes", action="store_true", help="do not ask")


async def _edit(t: Terminal, args: argparse.Namespace) -> int:
    if not args.yes and await t.app.schedules.replaces(args.id):
        t.confirm(f"The site cannot change {args.id}: a new one is made, then this one is deleted. Go on?", yes=False)
    changed = await t.app.schedules.edit(args.id, enabled=args.enabled, **_given(args))
    if t.out.json:
        t.out.document(changed)
    t.out.say(f"Changed {wording.printable(changed.name or changed.id)}; it runs next {wording.moment(changed.next_run_at)}.", tone="ok")
    _say_counted(t, args, changed)
    return 0


async def _show(t: Terminal, args: argparse.Namespace) -> int:
    found = await t.app.schedules.show(args.id)
    if t.out.json:
        t.out.document(found)
        return 0
    t.out.say(wording.printable(found.name if found.where == "local" else found.id), tone="strong")
    for name, value in schedule_words.lines(found):
        t.out.say(f"  {name:<12} {wording.printable(value)}")
    return 0


def _list_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", metavar="SITE", nargs="?")


async def _list(t: Terminal, args: argparse.Namespace) -> int:
    found, failed = await t.app.schedules.list_all(args.site)
    if t.out.json:
        t.out.items(found)
    else:
        rows = [
            (
                s.id if s.where == "site" else s.id[:8],
                s.name,
                schedule_words.whose(s),
                schedule_words.when(s),
                s.type,
                "on" if s.enabled else "off",
                wording.moment(s.next_run_at),
                f"{wording.moment(s.last_run_at)} {s.last_outcome}".strip(),
            )
            for s in found
        ]
        t.out.table(("ID", "NAME", "FOR", "WHEN", "TYPE", "", "NEXT", "LAST"), rows)
        for name, until in sorted((await t.app.schedules.pauses()).items()):
            t.out.say(f"{name or 'All sites'}: paused until {wording.moment(until)}.", tone="warning")
    for site, error in failed:
        t.out.warn(f"{site}: {_words(error)}")
    return 3 if any(error.kind != "unsupported" for _, error in failed) else 0


def _words(error: HoldfastError) -> str:
    return f"{error.message} {error.hint}".strip()


def _one(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="as `schedule list` shows it, or the name; SITE/ID of one on a site")


async def _remove(t: Terminal, args: argparse.Namespace) -> int:
    await t.app.schedules.remove(args.id)
    if t.out.json:
        t.out.document({"removed": args.id})
    t.out.say(f"Removed {args.id}.")
    return 0


def _next_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("count", metavar="N", nargs="?", type=positive, default=5, help="how many runs (5)")


async def _next(t: Terminal, args: argparse.Namespace) -> int:
    runs, failed = await t.app.schedules.next(args.count)
    if t.out.json:
        t.out.items(runs)
    elif not runs:
        t.out.say("Nothing is to run. Make a schedule: holdfast schedule add SITE --every daily")
    else:
        t.out.table(
            ("AT", "SITE", "SCHEDULE", ""),
            [(wording.moment(run.at), run.site, run.name or run.schedule, schedule_words.note(run)) for run in runs],
        )
    for site, error in failed:
        t.out.warn(f"{site}: {_words(error)}")
    return 3 if failed else 0


async def _why(t: Terminal, args: argparse.Namespace) -> int:
    reasons = await t.app.schedules.why(args.site)
    if t.out.json:
        t.out.items(reasons)
    for reason in reasons:
        t.out.say(wording.printable(schedule_words.sentence(reason)))
    return 0


def _site(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", metavar="SITE")


VERBS = (
    Verb("add", "make a schedule", _add, _add_arguments, "holdfast schedule add shop --every daily --at 02:00"),
    Verb("list", "the schedules of a site, or of all", _list, _list_arguments, "holdfast schedule list shop"),
    Verb("show", "one schedule, with its next five runs", _show, _one, 'holdfast schedule show "shop daily"'),
    Verb("edit", "change what is given", _edit, _edit_arguments, "holdfast schedule edit shop/12 --every weekly"),
    Verb("remove", "remove a schedule", _remove, _one, "holdfast schedule remove shop/12"),
    PAUSE,
    RESUME,
    Verb("next", "the next runs of all schedules", _next, _next_arguments, "holdfast schedule next 10"),
    RUN_DUE,
    Verb("why", "why a site is not backed up now, and why it was not", _why, _site, "holdfast schedule why shop"),
)
