"""Signing in by the browser from the terminal: prints the page's address, opens it, waits; Ctrl-C gives up."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from holdfast.cli.secret_input import ask_line, ask_secret, given_secret, secret_from_file
from holdfast.errors import UsageError

if TYPE_CHECKING:
    from holdfast.app import BrowserSignIn
    from holdfast.cli.terminal import Terminal


def add_browser_options(parser: argparse.ArgumentParser) -> None:
    """The ways to sign in that lead through a browser."""
    group = parser.add_argument_group("signing in by the browser")
    group.add_argument("--browser", action="store_true", help="the site asks you in the browser, and hands a password over to Holdfast")
    group.add_argument("--paste", action="store_true", help="the browser shows a password, and you paste it here")
    group.add_argument("--no-open", action="store_true", help="only print the page's address; open it in a browser of this computer")
    group.add_argument("--client-id", metavar="ID", help="of --auth oauth: the plugin's settings show it")
    group.add_argument("--client-secret-file", metavar="F", help="of --auth oauth: read the client's secret from this file")


def wants_browser(args: argparse.Namespace) -> bool:
    if args.auth == "oauth" or args.browser or args.paste:
        return True
    if args.client_id or args.client_secret_file:
        raise UsageError("--client-id and --client-secret-file belong to --auth oauth.")
    return False


async def browser_words(t: Terminal, args: argparse.Namespace, system: str, url: str) -> dict[str, Any]:
    """What `sites.add`, `sites.edit` and `accounts.add` take: {"sign_in"}, or {"user", "secret"} when it was pasted."""
    if given_secret(args) is not None or (args.browser and args.paste) or (args.auth not in {None, "oauth", "application-password"}):
        raise UsageError("Sign in either by the browser or by a password that you give.", hint="Leave out the other options.")
    if not url:
        raise UsageError("The address of the site is needed.", hint="Give it by --url.")
    if args.paste:
        return await _pasted(t, args, system, url)
    if args.user:
        raise UsageError("Who signs in by the browser is known from there.", hint="Leave out --user.")
    return {"sign_in": await _signed_in(t, args, system, url)}


async def _signed_in(t: Terminal, args: argparse.Namespace, system: str, url: str) -> BrowserSignIn:
    def open_page(address: str) -> None:
        _open(t, address, show_only=args.no_open)
        _tell(t, "Waiting for the browser (ten minutes at most; Ctrl-C gives up).")

    def by_hand(address: str) -> None:
        _tell(t, "Should the browser show an error instead of a question: stop, and use --paste; the page for it is")
        _tell(t, f"  {address}")

    kind = "oauth" if args.auth == "oauth" else "application-password"
    if kind == "oauth" and not args.client_id:
        raise UsageError("OAuth needs a client id.", hint="The plugin's settings show it: --client-id ID --client-secret-file F")
    return await t.app.sites.browser_sign_in(
        system, url, open_page=open_page, by_hand=by_hand, kind=kind, client_id=args.client_id or "",
        client_secret=secret_from_file(args.client_secret_file), ca_file=args.ca_file or "", allow_http=bool(args.allow_http),
    )  # fmt: skip


async def _pasted(t: Terminal, args: argparse.Namespace, system: str, url: str) -> dict[str, Any]:
    if args.auth == "oauth":
        raise UsageError("OAuth has nothing to paste.", hint="Use --auth oauth without --paste.")
    user = args.user
    if not user and not sys.stdin.isatty():
        raise UsageError("Nobody is there to paste a password.", hint="Run this at a terminal.")
    page = await t.app.sites.approval_page(system, url, ca_file=args.ca_file or "", allow_http=bool(args.allow_http))
    _open(t, page, show_only=args.no_open)
    return {"user": user or ask_line("User name on the site"), "secret": ask_secret("Password that the page shows")}


def _open(t: Terminal, address: str, *, show_only: bool) -> None:
    _tell(t, "Open this page in a browser of this computer:" if show_only else "Opening in the browser:")
    _tell(t, f"  {address}")
    if not show_only:
        import webbrowser

        if not webbrowser.open(address):
            _tell(t, "No browser could be opened; open the page yourself.")


def _tell(t: Terminal, text: str) -> None:
    """For people at once; with --json on stderr, as stdout carries JSON alone."""
    if t.out.json:
        print(text, file=sys.stderr, flush=True)
    else:
        print(text, file=t.out.stdout, flush=True)
