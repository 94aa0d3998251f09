"""What a verb of the terminal is: data, from which parsers, help and completion are made."""

from __future__ import annotations

import argparse
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from holdfast.errors import UsageError

if TYPE_CHECKING:
    from holdfast.cli.terminal import Terminal

Arguments = Callable[[argparse.ArgumentParser], None]


def no_arguments(parser: argparse.ArgumentParser) -> None:
    """For verbs that take none."""


class Verb(NamedTuple):
    """One verb. `run` returns the exit code."""

    name: str
    help: str
    run: Callable[[Terminal, argparse.Namespace], Awaitable[int]]
    arguments: Arguments = no_arguments
    example: str = ""
    verbs: tuple[Verb, ...] = ()
    """Verbs below this one (``storage key add``)."""


class Parser(argparse.ArgumentParser):
    """argparse whose errors are ours, so that --json prints them as a failure too."""

    def error(self, message: str) -> NoReturn:
        words = self.prog.removeprefix("holdfast").strip()
        raise UsageError(f"{words}: {message}" if words else message, hint=f"{self.prog} --help shows what it takes.")

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """Words that a verb does not know are refused by the verb, whose help shows what it takes."""
        found, rest = super().parse_known_args(args, namespace)
        if rest and getattr(found, "run", None) is not None:
            self.error(f"unknown: {' '.join(rest)}")
        return found, rest


def add_common(parser: argparse.ArgumentParser) -> None:
    """The options that stand anywhere on the line."""
    group = parser.add_argument_group("common options")

    def option(*names: str, **settings: Any) -> None:
        group.add_argument(*names, default=argparse.SUPPRESS, **settings)

    option("--home", metavar="DIR", help="one folder that holds everything (settings, database, cache, logs)")
    option("--json", action="store_true", help="JSON Lines on stdout, for programs")
    option("-q", "--quiet", action="store_true", help="only errors")
    option("-v", "--verbose", action="store_true", help="say more")


def add_verbs(parser: argparse.ArgumentParser, verbs: tuple[Verb, ...], what: str = "verb") -> None:
    """Make `parser` take one of `verbs`; the chosen verb's `run` becomes the namespace's ``run``."""
    choices = parser.add_subparsers(dest=what, metavar="VERB", required=True, parser_class=Parser)
    for verb in verbs:
        child = choices.add_parser(
            verb.name,
            help=verb.help,
            description=f"{verb.help[0].upper()}{verb.help[1:]}.",
            epilog=f"example:\n  {verb.example}" if verb.example else None,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        add_common(child)
        if verb.verbs:
            add_verbs(child, verb.verbs, f"{what}_below")
        else:
            verb.arguments(child)
            child.set_defaults(run=verb.run)


def positive(text: str) -> int:
    """For argparse: a whole number from 1 on."""
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1 on")
    return int(text)


def moment(text: str) -> datetime:
    """For argparse: a day or a time of RFC 3339; without a zone, this computer's."""
    try:
        return datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError) as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2026-11-01 or 2026-11-01T14:30") from error


def count_or_all(text: str) -> int:
    """For argparse: a whole number from 0 on, or -1 for all."""
    if not text.removeprefix("-").isdecimal() or int(text) < -1:
        raise argparse.ArgumentTypeError(f"{text!r} is neither a whole number nor -1 (all)")
    return int(text)


def add_confirmation(parser: argparse.ArgumentParser) -> None:
    """For verbs that delete or overwrite."""
    parser.add_argument("--yes", action="store_true", help="do not ask")
    parser.add_argument("--dry-run", action="store_true", help="show the plan and stop")
