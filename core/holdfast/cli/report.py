"""`holdfast report`: what happened to a client's sites in a month, as a page to send or print."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from holdfast.app.report_page import verdict
from holdfast.cli import wording
from holdfast.cli.verbs import Verb

if TYPE_CHECKING:
    from holdfast.cli.terminal import Terminal


def _arguments(parser: argparse.ArgumentParser) -> None:
    whose = parser.add_mutually_exclusive_group(required=True)
    whose.add_argument("--client", metavar="C", default="", help="all sites of this client")
    whose.add_argument("--site", metavar="S", default="", help="one site")
    parser.add_argument("--month", metavar="YYYY-MM", required=True)
    parser.add_argument("--to", metavar="FILE.html", required=True, help="one file that needs nothing else; replaced when it is there")


async def _report(t: Terminal, args: argparse.Namespace) -> int:
    report = await t.app.report(client=args.client, site=args.site, month=args.month, to=args.to)
    if t.out.json:
        t.out.document(report)
        return 0
    tone, headline, detail = verdict(report)
    t.out.say(headline, tone={"good": "ok", "fair": "warning", "bad": "error"}[tone])
    t.out.say(wording.printable(detail))
    t.out.say(f"Wrote {wording.printable(args.to)}.")
    return 0


VERB = Verb(
    "report",
    "what happened to a client's sites in a month, as a page to send or print",
    _report,
    _arguments,
    "holdfast report --client 'Bakery Braun' --month 2026-10 --to braun-october.html",
)
