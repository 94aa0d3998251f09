"""`holdfast settings`: read or change a setting; carry everything to another computer and back."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

import msgspec

from holdfast.cli import wording
from holdfast.cli.taken import say_taken
from holdfast.cli.verbs import Verb, add_confirmation
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


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a file of its own, replaced when it is there")


async def _export(t: Terminal, args: argparse.Namespace) -> int:
    count = await t.app.adopting.export(args.file)
    if t.out.json:
        t.out.document({"file": args.file, "records": count})
    t.out.say(f"Wrote {wording.plural(count, 'record')} and the settings to {wording.printable(args.file)}. It holds no secret.")
    return 0


def _import_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="what `holdfast settings export` wrote, here or on another computer")
    add_confirmation(parser)


async def _import(t: Terminal, args: argparse.Namespace) -> int:
    plan = await t.app.adopting.bring(args.file, dry_run=True)
    changes = any(change.action == "changed" for change in plan.changes)
    if args.dry_run or (changes and not t.out.json):
        say_taken(t.out, plan)
    if args.dry_run:
        return 0
    if changes:
        t.confirm("Change that here? Nothing is removed.", yes=args.yes)
    taken = await t.app.adopting.bring(args.file)
    say_taken(t.out, taken)
    return 3 if taken.needs else 0


VERBS = (
    Verb("get", "one setting, or all", _get, _get_arguments, "holdfast settings get"),
    Verb("set", "change one", _set, _set_arguments, "holdfast settings set overdue_days 3"),
    Verb(
        "export",
        "sites, storages, accounts, schedules and settings into a file, without secrets",
        _export,
        _export_arguments,
        "holdfast settings export holdfast.json",
    ),
    Verb(
        "import",
        "bring in what was exported; removes nothing",
        _import,
        _import_arguments,
        "holdfast settings import holdfast.json --dry-run",
    ),
)
