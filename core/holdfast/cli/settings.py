"""`holdfast settings`: read or change a setting."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

import msgspec

from holdfast.cli.verbs import Verb
from holdfast.errors import NotFound

if TYPE_CHECKING:
    from holdfast.cli.terminal import Terminal


def _get_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", nargs="?")


async def _get(t: Terminal, args: argparse.Namespace) -> int:
    values = msgspec.to_builtins(await t.app.settings.get())
    if args.name is not None:
        if args.name not in values:
            raise NotFound(f"There is no setting {args.name!r}.", hint="Known: " + ", ".join(values) + ".")
        values = {args.name: values[args.name]}
    if t.out.json:
        t.out.document(values)
        return 0
    for name, value in values.items():
        t.out.say(f"{name} = {msgspec.json.encode(value).decode()}")
    return 0


def _set_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("value", metavar="VALUE")


async def _set(t: Terminal, args: argparse.Namespace) -> int:
    values = msgspec.to_builtins(await t.app.settings.set(args.name, args.value))
    if t.out.json:
        t.out.document({args.name: values[args.name]})
    t.out.say(f"{args.name} = {msgspec.json.encode(values[args.name]).decode()}")
    return 0


VERBS = (
    Verb("get", "one setting, or all", _get, _get_arguments, "holdfast settings get"),
    Verb("set", "change one", _set, _set_arguments, "holdfast settings set overdue_days 3"),
)
