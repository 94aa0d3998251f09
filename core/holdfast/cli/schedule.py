"""`holdfast schedule`: schedules that live on a site and are kept by its own backup service."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

import msgspec

from holdfast.cli import wording
from holdfast.cli.verbs import Verb
from holdfast.errors import HoldfastError, NotFound, UsageError

if TYPE_CHECKING:
    from holdfast.app import ScheduleView
    from holdfast.cli.terminal import Terminal

_EVERY = ("1hour", "2hours", "4hours", "6hours", "8hours", "12hours", "daily", "weekly", "monthly")


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", metavar="SITE", nargs="?")
    parser.add_argument("--tag", metavar="T", help="on every site with this tag; one bad site stops no other")
    parser.add_argument("--where", choices=("site",), required=True, help="site: kept by the site's own service")
    when = parser.add_mutually_exclusive_group(required=True)
    when.add_argument("--every", choices=_EVERY)
    when.add_argument("--cron", metavar="C", help='five fields as in cron, for example "0 2 * * *"')
    _what(parser, default="")
    parser.add_argument("--disabled", action="store_true")


def _what(parser: argparse.ArgumentParser, *, default: str | None) -> None:
    """`default`: of what is not given, "" for a new one, None for a change."""
    parser.add_argument("--at", metavar="HH:MM", default=default, help="in the zone that the site means; the next run is shown afterwards")
    parser.add_argument("--type", default=None if default is None else "full")
    parser.add_argument("--keep", type=int, metavar="N", help="so many backups are kept by the site")
    parser.add_argument("--keep-days", type=int, metavar="N", help="for so many days")
    parser.add_argument("--name", default=default, metavar="N")
    parser.add_argument("--site-storage", default=default, metavar="SLUG", help="where the site puts them")
    parser.add_argument("--cloud-upload", action="store_true", default=None, help="let the site upload them to its cloud provider")
    parser.add_argument("--cloud-provider", metavar="P")
    parser.add_argument("--notify", action=argparse.BooleanOptionalAction, default=None, help="let the site mail when done")


def _extra(args: argparse.Namespace) -> dict[str, Any]:
    given = {"cloud_upload": args.cloud_upload, "provider": args.cloud_provider, "send_notification": args.notify}
    return {name: value for name, value in given.items() if value is not None}


async def _add(t: Terminal, args: argparse.Namespace) -> int:
    if (args.site is None) == (args.tag is None):
        raise UsageError("Name a site, or a tag.", hint="holdfast schedule add shop --where site --every daily")
    if args.site is not None:
        made = await _made(t, args, args.site)
        if t.out.json:
            t.out.document(made)
        return 0
    sites = await t.app.sites.list(tag=args.tag)
    if not sites:
        raise NotFound(f"No site has the tag {args.tag!r}.", code="NO-SITE")
    rows: list[dict[str, Any]] = []
    for site in sites:
        try:
            rows.append({"site": site.name, "schedule": msgspec.to_builtins(await _made(t, args, site.name))})
        except HoldfastError as error:
            rows.append({"site": site.name, "failure": msgspec.to_builtins(error.failure())})
            t.out.warn(f"{site.name}: {_words(error)}")
    if t.out.json:
        t.out.items(rows)
    failed = sum("failure" in row for row in rows)
    return 0 if not failed else 1 if failed == len(rows) else 3


async def _made(t: Terminal, args: argparse.Namespace, site: str) -> ScheduleView:
    made = await t.app.schedules.add(
        site,
        every=args.every or "",
        cron=args.cron or "",
        at=args.at,
        type=args.type,
        keep=args.keep,
        keep_days=args.keep_days,
        name=args.name,
        enabled=not args.disabled,
        site_storage=args.site_storage,
        extra=_extra(args),
    )
    t.out.say(f"Made {wording.printable(made.id)}; it runs next {wording.moment(made.next_run_at)}.", tone="ok")
    _say_counted(t, args, made)
    return made


def _say_counted(t: Terminal, args: argparse.Namespace, made: ScheduleView) -> None:
    """Where the site counts otherwise than the user did, the nearest was sent."""
    if args.keep is not None and made.keep is None and made.keep_days is not None:
        t.out.warn(f"{made.site} counts days: backups are kept for {wording.plural(made.keep_days, 'day')}.")
    elif args.keep_days is not None and made.keep_days is None and made.keep is not None:
        t.out.warn(f"{made.site} counts backups: {made.keep} are kept.")


def _edit_arguments(parser: argparse.ArgumentParser) -> None:
    _one(parser)
    when = parser.add_mutually_exclusive_group()
    when.add_argument("--every", choices=_EVERY)
    when.add_argument("--cron", metavar="C", help='five fields as in cron, for example "0 2 * * *"')
    _what(parser, default=None)
    parser.add_argument("--enabled", action=argparse.BooleanOptionalAction, default=None, help="let it run, or not")
    parser.add_argument("--yes", action="store_true", help="do not ask")


async def _edit(t: Terminal, args: argparse.Namespace) -> int:
    if not args.yes and await t.app.schedules.replaces(args.id):
        t.confirm(f"The site cannot change {args.id}: a new one is made, then this one is deleted. Go on?", yes=False)
    words = {name: getattr(args, name) for name in ("every", "cron", "at", "type", "keep", "keep_days", "name", "enabled", "site_storage")}
    changed = await t.app.schedules.edit(args.id, **words, extra=_extra(args))
    if t.out.json:
        t.out.document(changed)
    t.out.say(f"Changed {wording.printable(changed.id)}; it runs next {wording.moment(changed.next_run_at)}.", tone="ok")
    _say_counted(t, args, changed)
    return 0


async def _show(t: Terminal, args: argparse.Namespace) -> int:
    found = await t.app.schedules.show(args.id)
    if t.out.json:
        t.out.document(found)
        return 0
    t.out.say(wording.printable(found.id), tone="strong")
    lines = [
        ("name", found.name or "–"),
        ("when", f"{found.every or found.cron} {found.at}".strip()),
        ("type", found.type),
        ("enabled", "yes" if found.enabled else "no"),
        ("keeps", f"{found.keep} backups" if found.keep else f"{found.keep_days} days" if found.keep_days else "–"),
        ("storage", found.site_storage or "–"),
        ("next run", wording.moment(found.next_run_at)),
        ("last run", f"{wording.moment(found.last_run_at)} {found.last_outcome}".strip()),
        *((name.replace("_", " "), str(value)) for name, value in found.extra.items()),
    ]
    for name, value in lines:
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
                s.id,
                s.every or s.cron,
                s.at,
                s.type,
                "on" if s.enabled else "off",
                wording.moment(s.next_run_at),
                wording.moment(s.last_run_at),
            )
            for s in found
        ]
        t.out.table(("SCHEDULE", "EVERY", "AT", "TYPE", "", "NEXT", "LAST"), rows)
    for site, error in failed:
        t.out.warn(f"{site}: {_words(error)}")
    return 3 if failed else 0


def _words(error: HoldfastError) -> str:
    return f"{error.message} {error.hint}".strip()


def _one(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="SITE/ID")


async def _remove(t: Terminal, args: argparse.Namespace) -> int:
    await t.app.schedules.remove(args.id)
    if t.out.json:
        t.out.document({"removed": args.id})
    t.out.say(f"Removed {args.id}.")
    return 0


VERBS = (
    Verb("add", "make a schedule", _add, _add_arguments, "holdfast schedule add shop --where site --every daily --at 02:00"),
    Verb("list", "the schedules of a site, or of all", _list, _list_arguments, "holdfast schedule list shop"),
    Verb("show", "one schedule", _show, _one, "holdfast schedule show shop/12"),
    Verb("edit", "change what is given", _edit, _edit_arguments, "holdfast schedule edit shop/12 --every weekly"),
    Verb("remove", "delete a schedule", _remove, _one, "holdfast schedule remove shop/12"),
)
