"""`holdfast staging`: staging copies that a site makes of itself."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from holdfast.cli import wording
from holdfast.cli.verbs import Verb
from holdfast.errors import UsageError

if TYPE_CHECKING:
    from holdfast.app import JobHandle
    from holdfast.cli.terminal import Terminal


def _site(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", metavar="SITE")


def _role_option(parser: argparse.ArgumentParser, *, required: bool) -> None:
    parser.add_argument(
        "--role", metavar="USER_ID=ROLE", action="append", default=[], required=required, help="full or developer; repeatable"
    )


def _create_arguments(parser: argparse.ArgumentParser) -> None:
    _site(parser)
    parser.add_argument("--mode", choices=("quick", "full"), default="")
    _role_option(parser, required=False)


def _settings_arguments(parser: argparse.ArgumentParser) -> None:
    _site(parser)
    parser.add_argument("id", metavar="ID")
    _role_option(parser, required=True)


def _roles(args: argparse.Namespace) -> dict[str, str]:
    found = {}
    for text in args.role:
        user, equals, role = text.partition("=")
        if not equals or not user or not role:
            raise UsageError(f"--role {text!r} is not of the form USER_ID=ROLE.")
        found[user] = role
    return found


async def _create(t: Terminal, args: argparse.Namespace) -> int:
    say_job(t, await t.app.services.create_staging(args.site, mode=args.mode, roles=_roles(args)), "Nothing was begun.")
    return 0


async def _settings(t: Terminal, args: argparse.Namespace) -> int:
    say_job(t, await t.app.services.set_staging(args.site, args.id, roles=_roles(args)), "Changed.")
    return 0


async def _status(t: Terminal, args: argparse.Namespace) -> int:
    say_job(t, await t.app.services.staging_job(args.site), "No staging job runs.")
    return 0


async def _watch(t: Terminal, args: argparse.Namespace) -> int:
    return await watch_to_its_end(t, await t.app.services.watch_staging(args.site), "No staging job runs.")


async def watch_to_its_end(t: Terminal, handle: JobHandle, none: str) -> int:
    """Follow a job of the site and say its last state."""
    finished = await t.follow(handle)
    if finished.failure is None and not t.out.json:
        job = finished.result.get("job") or {}
        say_job(t, job if job.get("id") else None, none)
    return t.finish(finished)


def say_job(t: Terminal, job: dict[str, Any] | None, none: str) -> None:
    """A job of the site as it tells it; {"active": false} when there is none."""
    if t.out.json:
        t.out.document(job or {"active": False})
    elif not job:
        t.out.say(none)
    for name, value in (job or {}).items():
        t.out.say(f"  {name.replace('_', ' '):<16} {wording.printable(wording.value(value))}")


VERBS = (
    Verb("create", "let the site make a staging copy", _create, _create_arguments, "holdfast staging create shop --mode quick"),
    Verb("settings", "who may do what there", _settings, _settings_arguments, "holdfast staging settings shop stg_1 --role 3=developer"),
    Verb("status", "the staging job that runs", _status, _site, "holdfast staging status shop"),
    Verb("watch", "follow the staging job that runs", _watch, _site, "holdfast staging watch shop"),
)
