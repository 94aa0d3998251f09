"""`holdfast activity`: what ran, and how it ended."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from holdfast.cli import wording
from holdfast.cli.verbs import Verb, moment, positive

if TYPE_CHECKING:
    from holdfast.cli.terminal import Terminal
    from holdfast.records import Job


def _list_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--site", metavar="S")
    parser.add_argument("--outcome", choices=("success", "warning", "failed", "cancelled", "missed", "abandoned"))
    parser.add_argument("--since", metavar="DATE", type=moment, help="begun then or later: 2026-11-01, or 2026-11-01T14:30")
    parser.add_argument("--limit", metavar="N", type=positive, default=50)
    parser.add_argument("--page", metavar="N", type=positive, default=1)


async def _list(t: Terminal, args: argparse.Namespace) -> int:
    page = await t.app.jobs.history(site=args.site, outcome=args.outcome, since=args.since, limit=args.limit, page=args.page)
    if t.out.json:
        t.out.items(page.items, page.total)
        return 0
    if not page.items:
        t.out.say("No such run." if args.site or args.outcome or args.since or page.total else "Nothing has run yet.")
        return 0
    rows = [
        (j.id[:8], wording.moment(j.started_at), j.verb, j.site or f"@{j.storage}", j.outcome or "running", _why(j)) for j in page.items
    ]
    t.out.table(("RUN", "STARTED", "WHAT", "SITE", "OUTCOME", "WHY"), rows)
    return 0


def _why(job: Job) -> str:
    if job.failure:
        return str(job.failure.get("message", ""))[:80]
    return job.warnings[0][:80] if job.warnings else ""


def _one(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID")


async def _show(t: Terminal, args: argparse.Namespace) -> int:
    job = await t.app.jobs.show(args.id)
    if t.out.json:
        t.out.document(job)
        return 0
    t.out.say(f"{job.verb} {job.site}", tone="strong")
    t.out.say(f"  started {wording.moment(job.started_at)}, ended {wording.moment(job.ended_at)}: {job.outcome or 'running'}")
    if job.failure:
        t.out.say(f"  {job.failure.get('message', '')} {job.failure.get('hint', '')}".rstrip())
    for warning in job.warnings:
        t.out.say(f"  {wording.printable(warning)}")
    return 0


async def _log(t: Terminal, args: argparse.Namespace) -> int:
    text = await t.app.jobs.log(args.id)
    if t.out.json:
        t.out.document({"id": args.id, "log": text})
        return 0
    for line in text.splitlines():
        t.out.say(wording.printable(line))
    return 0


async def _cancel(t: Terminal, args: argparse.Namespace) -> int:
    await t.app.jobs.cancel(args.id)
    if t.out.json:
        t.out.document({"cancelling": args.id})
    t.out.say("Asked it to stop. What was stored stays usable.")
    return 0


VERBS = (
    Verb("list", "runs, newest first", _list, _list_arguments, "holdfast activity list --site shop"),
    Verb("show", "one run", _show, _one, "holdfast activity show 1a2b3c4d"),
    Verb("log", "what it wrote to its log", _log, _one, "holdfast activity log 1a2b3c4d"),
    Verb("cancel", "stop a run", _cancel, _one, "holdfast activity cancel 1a2b3c4d"),
)
