"""`holdfast account`: credentials at services, each for any number of sites."""

from __future__ import annotations

import argparse
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar

from holdfast.cli import wording
from holdfast.cli.browser import add_browser_options, browser_words, wants_browser
from holdfast.cli.secret_input import ask_code, ask_secret, given_secret
from holdfast.cli.verbs import Verb
from holdfast.errors import AuthRejected
from holdfast.records import NETWORK_SYSTEMS

if TYPE_CHECKING:
    from holdfast.cli.terminal import Terminal

AUTH = ("application-password", "oauth", "basic", "bearer", "api-key", "login")


def add_sign_in(parser: argparse.ArgumentParser) -> None:
    """What a credential consists of."""
    parser.add_argument("--url", metavar="URL", help="the address, as a person types it (of wp-engine: the public one unless given)")
    parser.add_argument("--user", metavar="U", help="login or e-mail address; the API user of WP Engine")
    parser.add_argument("--auth", choices=AUTH, help="how to sign in (default: by the system)")
    parser.add_argument("--ca-file", metavar="F", help="a certificate authority of your own")
    parser.add_argument(
        "--allow-http", action="store_true", default=None, help="allow plain http; the password can then be read on the way"
    )
    group = parser.add_mutually_exclusive_group()
    group.add_argument(
        "--secret-file", metavar="F", help="read the password, token or key (of a folder: the database password) from this file"
    )
    group.add_argument("--secret-stdin", action="store_true", help="read it from standard input")
    parser.add_argument(
        "--probe",
        action="store_true",
        help="when a WordPress refuses the password: find out whether it is wrong or dropped by the web server",
    )
    add_browser_options(parser)


T = TypeVar("T")


async def with_second_factor(call: Callable[[dict[str, Any]], Awaitable[T]]) -> T:
    """``call({})``, and once more with {"code"} when the service asks for a second factor and somebody is there to type it."""
    try:
        return await call({})
    except AuthRejected as error:
        code = ask_code("Code of the second factor") if error.code == "AUTH-2FA" else None
        if code is None:
            raise
    return await call({"code": code})


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("--system", required=True, choices=NETWORK_SYSTEMS)
    add_sign_in(parser)


async def _add(t: Terminal, args: argparse.Namespace) -> int:
    words: dict[str, Any] = {"url": args.url or "", "ca_file": args.ca_file or "", "allow_http": bool(args.allow_http), "probe": args.probe}
    if wants_browser(args):
        words |= await browser_words(t, args, args.system, args.url or "")
    else:
        secret = given_secret(args) or ask_secret("Password, token or key")
        words |= {"user": args.user or "", "secret": secret, "auth": args.auth or ""}
    account = await with_second_factor(lambda code: t.app.accounts.add(args.name, system=args.system, **words, **code))
    if t.out.json:
        t.out.document(account)
    t.out.say(f"Signed in as {wording.printable(account.user or account.name)}; stored as {account.name}.", tone="ok")
    return 0


async def _list(t: Terminal, args: argparse.Namespace) -> int:
    accounts = await t.app.accounts.list()
    if t.out.json:
        t.out.items(accounts)
        return 0
    if not accounts:
        t.out.say("No accounts yet. `holdfast site add` makes one, or: holdfast account add NAME --system S")
        return 0
    t.out.table(("ACCOUNT", "SYSTEM", "USER", "SITES"), [(a.name, a.system, a.user, ", ".join(a.sites)) for a in accounts])
    return 0


def _one(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME")


async def _sites(t: Terminal, args: argparse.Namespace) -> int:
    found = await t.app.accounts.reaches(args.name)
    if t.out.json:
        t.out.items(found)
        return 0
    t.out.table(("ID", "NAME", "ENVIRONMENT", "DOMAIN"), [(f["id"], f["name"], f["environment"], f["domain"]) for f in found])
    return 0


async def _remove(t: Terminal, args: argparse.Namespace) -> int:
    await t.app.accounts.remove(args.name)
    if t.out.json:
        t.out.document({"removed": args.name})
    t.out.say(f"Removed {args.name}; its secret is deleted from this computer.")
    return 0


VERBS = (
    Verb(
        "add",
        "try a credential and store it",
        _add,
        _add_arguments,
        "holdfast account add host --system wp-engine --user U --secret-file F",
    ),
    Verb("list", "all accounts", _list, example="holdfast account list"),
    Verb("sites", "what an account reaches (WP Engine's installs)", _sites, _one, "holdfast account sites host"),
    Verb("remove", "forget an account that no site uses", _remove, _one, "holdfast account remove host"),
)
