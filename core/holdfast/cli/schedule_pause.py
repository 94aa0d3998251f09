"""`holdfast schedule pause` and `resume`: until a moment of the wall clock."""

from __future__ import annotations

import argparse
import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from holdfast.cli import wording
from holdfast.cli.verbs import Verb
from holdfast.errors import UsageError

if TYPE_CHECKING:
    from holdfast.cli.terminal import Terminal

_UNITS = {"m": "minutes", "min": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_SPAN = re.compile(r"([0-9]{1,4})(min|m|h|d|w)", re.ASCII)


def span(text: str) -> timedelta:
    """``30m``, ``4h``, ``2d``, ``1w``. UsageError."""
    match = _SPAN.fullmatch(text.strip().lower())
    if match is None or not int(match[1]):
        raise UsageError(f"{text!r} is no span of time.", hint="For example 30m, 4h, 2d or 1w.")
    return timedelta(**{_UNITS[match[2]]: int(match[1])})


def moment(text: str, now: datetime) -> datetime:
    """``18:00`` (today, or tomorrow when that is past), ``2026-12-24``, ``2026-12-24 18:00``, with or without an offset. UsageError."""
    word = text.strip()
    try:
        if re.fullmatch(r"[0-9]{1,2}:[0-9]{2}", word, re.ASCII):
            hour, minute = (int(piece) for piece in word.split(":"))
            local = now.astimezone().replace(tzinfo=None, hour=hour, minute=minute, second=0, microsecond=0)
            today = local.astimezone()
            return today if today > now else (local + timedelta(days=1)).astimezone()
        return datetime.fromisoformat(word).astimezone()
    except (ValueError, OverflowError) as error:
        raise UsageError(f"{text!r} is no date or time.", hint='For example 18:00 or "2026-12-24 18:00".') from error


def _pause_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", metavar="SITE", nargs="?", help="without it: all sites")
    how_long = parser.add_mutually_exclusive_group(required=True)
    how_long.add_argument("--for", dest="span", metavar="4h", help="30m, 4h, 2d, 1w")
    how_long.add_argument("--until", metavar="TIME", help='18:00 or "2026-12-24 18:00", on the clock of this computer')


async def _pause(t: Terminal, args: argparse.Namespace) -> int:
    now = datetime.now().astimezone()
    until = await t.app.schedules.pause(args.site, until=now + span(args.span) if args.span else moment(args.until, now))
    if t.out.json:
        t.out.document({"site": args.site, "paused_until": until})
    t.out.say(
        f"{args.site or 'All sites'}: no schedule of this computer runs before {wording.moment(until)}; then what fell due is caught up."
    )
    return 0


def _resume_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", metavar="SITE", nargs="?", help="without it: every pause ends")


async def _resume(t: Terminal, args: argparse.Namespace) -> int:
    await t.app.schedules.resume(args.site)
    if t.out.json:
        t.out.document({"site": args.site, "paused_until": None})
    t.out.say(f"{args.site or 'All sites'}: schedules run again.")
    return 0


PAUSE = Verb(
    "pause", "run no schedule until a moment, of a site or of all", _pause, _pause_arguments, "holdfast schedule pause shop --for 4h"
)
RESUME = Verb("resume", "end a pause", _resume, _resume_arguments, "holdfast schedule resume shop")
