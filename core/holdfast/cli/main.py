"""The `holdfast` command: finds the noun, loads its module, runs the verb, turns an error into words and an exit code."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from holdfast import __version__
from holdfast.cli.streams import steady_streams
from holdfast.cli.verbs import Parser, Verb, add_common, add_verbs
from holdfast.errors import Cancelled, HoldfastError, StorageError, as_failure

if TYPE_CHECKING:
    from holdfast.secret import Secret

NOUNS = {
    "status": "are all my sites safe?",
    "site": "the sites you look after",
    "account": "credentials at the services of your sites",
    "storage": "the places where backups live",
    "backup": "make, look into, bring back, thin out",
    "schedule": "when backups are made, by this computer or by a site itself",
    "agent": "schedules without a window, until stopped",
    "staging": "staging copies that a site makes of itself",
    "migration": "migrations that a site carries out",
    "webhook": "where a site tells what happened",
    "notify": "where Holdfast tells what happened: webhooks, pings, notices",
    "activity": "what ran, and how it ended",
    "audit": "who changed what, and what was asked of sites",
    "settings": "read or change a setting",
    "report": "a month of a client's sites, as a page to send or print",
    "doctor": "what is wrong here, and what to do",
    "demo": "a sample site, backed up, changed, backed up, drilled, restored",
    "completion": "completion for bash, zsh or fish",
}
"""Each is a module of this package with ``VERB`` (a noun that is its own verb) or ``VERBS``."""

_CHANGING = ("site", "account", "storage", "backup", "schedule", "settings")
"""Nouns whose verbs change what is sealed into the storages."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line; returns the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    with steady_streams(json="--json" in words) as output:
        code = _command(words)
    if output.trouble is not None:
        hint = "" if code else "What was asked for was done."
        return _explain(StorageError(f"The output cannot be written: {output.trouble.strerror}.", hint=hint), json=False)
    return code


def _command(words: list[str]) -> int:
    try:
        args = _parse(words)
        return _run(args)
    except HoldfastError as error:
        return _explain(error, "--json" in words)
    except KeyboardInterrupt:
        return _explain(Cancelled("Stopped."), "--json" in words)
    except Exception as error:
        if "-v" in words or "--verbose" in words:
            raise
        return _explain(error, "--json" in words)


def load(noun: str) -> tuple[Verb, ...] | Verb:
    """The verbs of a noun."""
    module = importlib.import_module(f"holdfast.cli.{noun}")
    found: tuple[Verb, ...] | Verb = getattr(module, "VERB", None) or module.VERBS
    return found


def build_parser(nouns: Sequence[str]) -> argparse.ArgumentParser:
    """The parser with the verbs of `nouns`; the others are known by name only, which keeps start-up short."""
    parser = Parser(
        prog="holdfast",
        description="Backups for people who look after web sites.",
        epilog="example:\n  holdfast backup create shop",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add_common(parser)
    parser.add_argument("--version", action="version", version=f"holdfast {__version__}")
    choices = parser.add_subparsers(dest="noun", metavar="NOUN", required=True, parser_class=Parser)
    for noun, text in NOUNS.items():
        child = choices.add_parser(noun, help=text, description=f"{text[0].upper()}{text[1:]}.", allow_abbrev=False)
        child.formatter_class = argparse.RawDescriptionHelpFormatter
        add_common(child)
        if noun not in nouns:
            continue
        verbs = load(noun)
        if isinstance(verbs, Verb):
            child.epilog = f"example:\n  {verbs.example}"
            verbs.arguments(child)
            child.set_defaults(run=verbs.run)
        else:
            child.epilog = f"example:\n  {verbs[0].example}"
            add_verbs(child, verbs)
    return parser


def _parse(words: list[str]) -> argparse.Namespace:
    noun = next((w for i, w in enumerate(words) if not w.startswith("-") and (i == 0 or words[i - 1] != "--home")), "")
    return build_parser([noun] if noun in NOUNS else []).parse_args(words)


def _run(args: argparse.Namespace) -> int:
    if getattr(args, "noun", "") == "completion":
        return int(args.run(args))
    from holdfast.app import Holdfast, drive
    from holdfast.cli.output import Output
    from holdfast.cli.terminal import Terminal
    from holdfast.jobs.runner import InProcessRunner
    from holdfast.worker import perform, warm

    home = _home(args)
    out = Output(json=getattr(args, "json", False), quiet=getattr(args, "quiet", False))
    many = _with_processes(args)

    if args.noun == "doctor":
        from holdfast.cli.doctor import examine

        doctors = Holdfast(home, runner=InProcessRunner(perform, warm), ask_passphrase=partial(_passphrase, home, args.noun))
        return drive(examine(doctors, out, args))

    async def story() -> int:
        runner: Any = None if many else InProcessRunner(perform, warm)
        async with Holdfast(home, runner=runner, ask_passphrase=partial(_passphrase, home, args.noun)) as app:
            code = int(await args.run(Terminal(out, app, home), args))
            if args.noun in _CHANGING:
                await app.sealing.seal_if_changed(asking=False)
            return code

    if not many:
        return drive(story())
    import asyncio

    return asyncio.run(story())


def _with_processes(args: argparse.Namespace) -> bool:
    """Several jobs at once: each in a process of its own, on an event loop."""
    if args.noun == "backup":
        return bool(getattr(args, "all", False) or getattr(args, "tag", None))
    return _unattended(args)


def _unattended(args: argparse.Namespace) -> bool:
    """What systems start by themselves."""
    return args.noun == "agent" or (args.noun == "schedule" and getattr(args, "verb", "") == "run-due")


def _home(args: argparse.Namespace) -> Path | None:
    given = getattr(args, "home", None) or os.environ.get("HOLDFAST_HOME")
    if given:
        return Path(given).expanduser().absolute()
    if args.noun == "demo":
        from holdfast.cli.demo import default_home

        return default_home()
    return None


def _passphrase(home: Path | None, noun: str, prompt: str) -> Secret | None:
    """Of the file that keeps this home's secrets, where there is no keyring; None where nobody can be asked."""
    from holdfast.cli.secret_input import vault_passphrase
    from holdfast.state.paths import find_paths

    vault = find_paths(home).vault
    is_new = not vault.exists()
    if noun == "demo" and is_new:
        from holdfast.state.credentials.vault import make_demo_passphrase

        return make_demo_passphrase(vault)
    return vault_passphrase(prompt, is_new=is_new)


def _explain(error: BaseException, json: bool) -> int:
    from holdfast.cli.output import Output
    from holdfast.cli.terminal import EXIT_OF_KIND

    failure = as_failure(error)
    Output(json=json).fail(failure)
    return EXIT_OF_KIND.get(failure.kind, 1)
