"""`holdfast audit`: what was changed, by which command."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from holdfast.cli import wording
from holdfast.cli.verbs import Verb

if TYPE_CHECKING:
    from holdfast.cli.terminal import Terminal


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--limit", type=int, default=100)
    parser.add_argument("--page", type=int, default=1)


async def _list(t: Terminal, args: argparse.Namespace) -> int:
    page = await t.app.audit(limit=args.limit, page=args.page)
    if t.out.json:
        t.out.items(page.items, page.total)
        return 0
    t.out.table(("WHEN", "WHAT", "ON", "OUTCOME"), [(wording.moment(e.at), e.action, e.subject, e.outcome) for e in page.items])
    return 0


VERBS = (Verb("list", "what was changed, newest first", _list, _arguments, "holdfast audit list"),)
