"""`holdfast audit`: who changed what, and what was asked of sites."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from holdfast.cli import wording
from holdfast.cli.verbs import Verb, positive

if TYPE_CHECKING:
    from holdfast.cli.terminal import Terminal


def _list_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--limit", type=positive, default=100, metavar="N", help="so many at once (default: 100)")
    parser.add_argument("--page", type=positive, default=1, metavar="N", help="page 1 has the newest")


async def _list(t: Terminal, args: argparse.Namespace) -> int:
    page = await t.app.audit(limit=args.limit, page=args.page)
    if t.out.json:
        t.out.items(page.items, page.total)
        return 0
    rows = [(wording.moment(e.at), e.who, e.account, e.action, e.subject, e.outcome) for e in page.items]
    t.out.table(("WHEN", "WHO", "ACCOUNT", "WHAT", "ON", "OUTCOME"), rows)
    if page.total and page.total > args.page * args.limit:
        t.out.say(f"{page.total - args.page * args.limit:,} more: --page {args.page + 1}", tone="dim")
    return 0


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="FILE.csv for spreadsheets, FILE.jsonl for programs; replaced if it is there")


async def _export(t: Terminal, args: argparse.Namespace) -> int:
    count = await t.app.export_audit(args.file)
    if t.out.json:
        t.out.document({"path": args.file, "rows": count})
    t.out.say(f"Wrote {wording.plural(count, 'row')} to {wording.printable(args.file)}.", tone="ok")
    return 0


VERBS = (
    Verb("list", "who did what, newest first", _list, _list_arguments, "holdfast audit list"),
    Verb("export", "all of it as a file", _export, _export_arguments, "holdfast audit export trail.csv"),
)
