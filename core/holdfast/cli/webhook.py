"""`holdfast webhook`: where a site's own service tells what happened."""

from __future__ import annotations

import argparse
from datetime import datetime
from typing import TYPE_CHECKING

from holdfast.cli import wording
from holdfast.cli.secret_input import add_secret_options, ask_secret, given_secret
from holdfast.cli.verbs import Verb
from holdfast.errors import UsageError

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


def _one(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", metavar="SITE")


async def _list(t: Terminal, args: argparse.Namespace) -> int:
    found = await t.app.services.webhooks(args.site)
    if t.out.json:
        t.out.items(found)
        return 0
    if not found:
        t.out.say("None was made from here. What was set up on the site itself cannot be seen.")
        return 0
    rows = [(one["url"], ", ".join(one["events"]), wording.moment(datetime.fromisoformat(one["created_at"])), one["id"]) for one in found]
    t.out.table(("URL", "EVENTS", "MADE", "ID"), rows)
    return 0


def _listen_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--site", metavar="SITE", help="hear this site alone (default: all whose webhooks were made from here)")
    add_secret_options(parser, "what the site signs with, if it is not stored yet,")
    parser.add_argument("--port", metavar="P", type=int, default=0, help="default: any that is free")
    parser.add_argument(
        "--bind", metavar="ADDRESS", default="127.0.0.1", help="hear at this address of this computer (default: reachable from here alone)"
    )


async def _listen(t: Terminal, args: argparse.Namespace) -> int:
    secret = given_secret(args)
    if secret is not None and not args.site:
        raise UsageError("A secret belongs to a site.", hint="Name it by --site.")
    if not 0 <= args.port <= 65535:
        raise UsageError(f"{args.port} is no port.", hint="1 to 65535.")
    if args.site and secret is None and args.site not in await t.app.services.listened_sites():
        secret = ask_secret("Secret that the site signs with")
    hears = {args.site: secret} if args.site else None
    finished = await t.follow(await t.app.services.listen(hears, port=args.port, host=args.bind))
    return t.finish(finished)


VERBS = (
    Verb(
        "add",
        "let the site tell an address",
        _add,
        _add_arguments,
        "holdfast webhook add shop --url https://me.example/hook --event backup.completed --secret-file F",
    ),
    Verb("list", "the webhooks of a site that were made from here", _list, _one, "holdfast webhook list shop"),
    Verb(
        "listen",
        "hear what sites tell, until stopped",
        _listen,
        _listen_arguments,
        "holdfast webhook listen --site shop --secret-file F --port 8722",
    ),
)
