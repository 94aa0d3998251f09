"""`holdfast schedule`: schedules that live on a site and are kept by its own backup service."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from holdfast.cli import wording
from holdfast.cli.verbs import Verb
from holdfast.errors import HoldfastError

if TYPE_CHECKING:
    from holdfast.cli.terminal import Terminal

_EVERY = ("1hour", "2hours", "4hours", "6hours", "8hours", "12hours", "daily", "weekly", "monthly")


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", metavar="SITE")
    parser.add_argument("--where", choices=("site",), required=True, help="site: kept by the site's own service")
    when = parser.add_mutually_exclusive_group(required=True)
    when.add_argument("--every", choices=_EVERY)
    when.add_argument("--cron", metavar="C", help='five fields as in cron, for example "0 2 * * *"')
    parser.add_argument("--at", metavar="HH:MM", default="", help="in the zone that the site means; the next run is shown afterwards")
    parser.add_argument("--type", default="full")
    parser.add_argument("--keep", type=int, metavar="N", help="so many backups are kept by the site")
    parser.add_argument("--keep-days", type=int, metavar="N", help="for so many days")
    parser.add_argument("--name", default="", metavar="N")
    parser.add_argument("--site-storage", default="", metavar="SLUG", help="where the site puts them")
    parser.add_argument("--cloud-upload", action="store_true", default=None, help="let the site upload them to its cloud provider")
    parser.add_argument("--cloud-provider", metavar="P")
    parser.add_argument("--notify", action=argparse.BooleanOptionalAction, default=None, help="let the site mail when done")
    parser.add_argument("--disabled", action="store_true")


async def _add(t: Terminal, args: argparse.Namespace) -> int:
    given = {"cloud_upload": args.cloud_upload, "provider": args.cloud_provider, "send_notification": args.notify}
    made = await t.app.schedules.add(
        args.site,
        every=args.every or "",
        cron=args.cron or "",
        at=args.at,
        type=args.type,
        keep=args.keep,
        keep_days=args.keep_days,
        name=args.name,
        enabled=not args.disabled,
        site_storage=args.site_storage,
        extra={name: value for name, value in given.items() if value is not None},
    )
    if t.out.json:
        t.out.document(made)
    t.out.say(f"Made {wording.printable(made.id)}; it runs next {wording.moment(made.next_run_at)}.", tone="ok")
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
    Verb("remove", "delete a schedule", _remove, _one, "holdfast schedule remove shop/12"),
)
