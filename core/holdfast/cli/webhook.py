"""`holdfast webhook`: where a site's own service tells what happened."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from holdfast.cli.secret_input import add_secret_options, ask_secret, given_secret
from holdfast.cli.verbs import Verb

if TYPE_CHECKING:
    from holdfast.cli.terminal import Terminal


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", metavar="SITE")
    parser.add_argument("--url", metavar="U", required=True, help="the address that the site calls")
    parser.add_argument("--event", metavar="E", action="append", required=True, help="for example backup.completed; repeatable")
    add_secret_options(parser, "what the site signs with")


async def _add(t: Terminal, args: argparse.Namespace) -> int:
    secret = given_secret(args) or ask_secret("Secret that the site signs with")
    made = await t.app.services.add_webhook(args.site, url=args.url, events=args.event, secret=secret)
    if t.out.json:
        t.out.document(made)
    t.out.say(f"The site tells {args.url} of {', '.join(args.event)}.", tone="ok")
    return 0


VERBS = (
    Verb(
        "add",
        "let the site tell an address",
        _add,
        _add_arguments,
        "holdfast webhook add shop --url https://me.example/hook --event backup.completed --secret-file F",
    ),
)
