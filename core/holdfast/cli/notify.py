"""`holdfast notify`: where Holdfast tells what happened: webhooks, pings, notices of this desktop."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from holdfast.cli import wording
from holdfast.cli.secret_input import add_secret_options, ask_secret, given_secret, secret_from_file
from holdfast.cli.verbs import Verb, add_confirmation
from holdfast.errors import UsageError
from holdfast.secret import Secret

if TYPE_CHECKING:
    from holdfast.app.telling import EndpointView
    from holdfast.cli.terminal import Terminal


def _add_webhook_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME")
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--url", metavar="U", help="the address that is told; https, or http to this computer")
    where.add_argument("--url-file", metavar="F", help="read the address from this file, when it is a secret itself")
    add_secret_options(parser, "what is signed with, whsec_… (without it one is made and shown once),")
    parser.add_argument("--event", metavar="E", action="append", default=[], help="tell of this alone; repeatable (default: all)")
    _common(parser)


def _add_ping_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME")
    add_secret_options(parser, "the address of the check, which is its key,")
    _common(parser)


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--site", metavar="SITE", action="append", default=[], help="tell of this site alone; repeatable (default: all)")
    parser.add_argument("--ca-file", metavar="F", default="", help="a certificate authority of your own")


async def _add_webhook(t: Terminal, args: argparse.Namespace) -> int:
    address = secret_from_file(args.url_file) or Secret(args.url)
    added = await t.app.telling.add(
        "webhook", args.name, address, secret=given_secret(args), events=args.event, sites=args.site, ca_file=args.ca_file
    )
    if t.out.json:
        made = {"secret": added.secret.reveal()} if added.secret is not None else {}
        t.out.document({"endpoint": added.endpoint, **made})
        return 0
    t.out.say(f"{added.endpoint.host} is told of {', '.join(added.endpoint.events) or 'everything'}.", tone="ok")
    if added.secret is not None:
        t.out.say("It signs with this secret, which is shown this once:")
        t.out.say(f"  {added.secret.reveal()}", tone="strong")
    t.out.say(f"Try it: holdfast notify test {args.name}")
    return 0


async def _add_ping(t: Terminal, args: argparse.Namespace) -> int:
    address = given_secret(args) or ask_secret("Address of the check")
    added = await t.app.telling.add("ping", args.name, address, sites=args.site, ca_file=args.ca_file)
    if t.out.json:
        t.out.document({"endpoint": added.endpoint})
        return 0
    t.out.say(f"{added.endpoint.host} is pinged when a backup starts, ends well, or fails.", tone="ok")
    t.out.say(f"Try it: holdfast notify test {args.name}")
    return 0


def _edit_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--url", metavar="U", help="the address that is told from now on")
    where.add_argument("--url-file", metavar="F", help="read the address from this file: a ping's is its key")
    add_secret_options(parser, "what a webhook signs with, whsec_…,")
    parser.add_argument("--event", metavar="E", action="append", help="tell of this alone; repeatable")
    parser.add_argument("--site", metavar="SITE", action="append", help="tell of this site alone; repeatable")
    parser.add_argument("--all-sites", action="store_true", help="tell of every site")
    parser.add_argument("--ca-file", metavar="F", help="a certificate authority of your own")


async def _edit(t: Terminal, args: argparse.Namespace) -> int:
    address = secret_from_file(args.url_file) or (Secret(args.url) if args.url else None)
    sites = [] if args.all_sites else args.site
    words = {"address": address, "secret": given_secret(args), "events": args.event, "sites": sites, "ca_file": args.ca_file}
    if all(one is None for one in words.values()):
        raise UsageError("Nothing to change was given.", hint="holdfast notify edit --help")
    changed = await t.app.telling.edit(args.name, **words)
    if t.out.json:
        made = {"secret": changed.secret.reveal()} if changed.secret is not None else {}
        t.out.document({"endpoint": changed.endpoint, **made})
        return 0
    t.out.say(f"{changed.endpoint.name} is changed.", tone="ok")
    if changed.secret is not None:
        t.out.say("It signs with this new secret, which is shown this once:")
        t.out.say(f"  {changed.secret.reveal()}", tone="strong")
    t.out.say(f"Try it: holdfast notify test {args.name}")
    return 0


async def _list(t: Terminal, args: argparse.Namespace) -> int:
    found = await t.app.telling.list()
    if t.out.json:
        t.out.items(found)
        return 0
    if not found:
        t.out.say("Nobody is told yet: holdfast notify add webhook NAME --url U")
        return 0
    rows = [
        (one.name, one.kind, one.host, ", ".join(one.sites) or "all sites", wording.ago(one.last_at), wording.printable(_state(one)))
        for one in found
    ]
    t.out.table(("NAME", "KIND", "WHERE", "OF", "TOLD", "STATE"), rows)
    return 0


def _state(one: EndpointView) -> str:
    if one.disabled:
        return "disabled: it wants nothing any more (410)"
    words = [one.trouble] if one.trouble else []
    if one.waiting:
        words.append(f"{wording.plural(one.waiting, 'message')} waiting")
    return ", ".join(words) or "ok"


def _one(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="as in `holdfast notify list`; desktop: a notice of this desktop")


async def _test(t: Terminal, args: argparse.Namespace) -> int:
    if args.name.lower() == "desktop":
        await t.app.notices.test("Holdfast", "This is how Holdfast tells you something.")
        if t.out.json:
            t.out.document({"name": "desktop", "shown": True})
        t.out.say("A notice is on the desktop now.", tone="ok")
        return 0
    tested = await t.app.telling.test(args.name)
    if t.out.json:
        t.out.document(tested)
    t.out.say(f"{tested.name} took it: {tested.status}, after {wording.duration(tested.seconds)}.", tone="ok")
    return 0


def _remove_arguments(parser: argparse.ArgumentParser) -> None:
    _one(parser)
    add_confirmation(parser)


async def _remove(t: Terminal, args: argparse.Namespace) -> int:
    found = next((one for one in await t.app.telling.list() if one.name.lower() == args.name.lower()), None)
    if args.dry_run:
        if found is None:
            raise UsageError(f"Nobody called {args.name!r} is told.")
        if t.out.json:
            t.out.document({"plan": {"name": found.name, "waiting": found.waiting}})
        t.out.say(f"Would tell {found.host} nothing any more; {wording.plural(found.waiting, 'message')} that wait are dropped.")
        return 0
    t.confirm(f"Tell {args.name} nothing any more?", yes=args.yes)
    await t.app.telling.remove(args.name)
    if t.out.json:
        t.out.document({"removed": args.name})
    t.out.say(f"{args.name} is told nothing any more.")
    return 0


VERBS = (
    Verb(
        "add",
        "tell somebody from now on",
        _add_webhook,
        verbs=(
            Verb(
                "webhook",
                "signed events (Standard Webhooks): backup.completed, backup.failed, restore.completed, restore.failed, drill.failed",
                _add_webhook,
                _add_webhook_arguments,
                "holdfast notify add webhook office --url https://hooks.example/holdfast --event backup.failed",
            ),
            Verb(
                "ping",
                "a check that expects backups (Healthchecks and its kin): start, success, fail with the log's tail",
                _add_ping,
                _add_ping_arguments,
                "holdfast notify add ping checks --secret-file F --site shop",
            ),
        ),
    ),
    Verb("edit", "change one of them", _edit, _edit_arguments, "holdfast notify edit office --url-file F"),
    Verb("list", "who is told", _list, example="holdfast notify list"),
    Verb("test", "tell one of them something now", _test, _one, "holdfast notify test office"),
    Verb("remove", "tell one of them nothing any more", _remove, _remove_arguments, "holdfast notify remove office"),
)
