"""`holdfast schedule run-due`: one pass over what is due, then exit, for systemd, launchd and cron."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from holdfast.cancellation import Cancellation
from holdfast.cli.agent import News, stop_on_signals
from holdfast.cli.terminal import exit_of
from holdfast.cli.verbs import Verb
from holdfast.jobs.messages import Finished

if TYPE_CHECKING:
    from holdfast.cli.terminal import Terminal


async def _run_due(t: Terminal, args: argparse.Namespace) -> int:
    stop = Cancellation()
    stop_on_signals(stop)
    news = News(t)
    t.app.jobs.subscribe(news.job)
    t.app.clock.subscribe(news.slot)
    await t.app.telling.resume()
    ends = await t.app.clock.run_due(stop)
    told = Finished(job="", outcome=outcome_of(ends), result={"sites": [_row(end) for end in ends]})
    if t.out.json:
        t.out.document(told)
    elif not ends:
        t.out.say("Nothing was run.")
    return 130 if stop.is_set() else exit_of(told)


def outcome_of(ends: Sequence[Finished]) -> str:
    """Of all together: one site that failed is a warning, all of them a failure; nothing due is a success."""
    outcomes = [end.outcome for end in ends]
    if ends and all(one in {"failed", "missed"} for one in outcomes):
        return "failed"
    return "success" if all(one == "success" for one in outcomes) else "warning"


def _row(end: Finished) -> dict[str, Any]:
    row: dict[str, Any] = {"job": end.job, "site": end.site, "outcome": end.outcome}
    if "backup" in end.result:
        row["backup"] = end.result["backup"]
    if end.failure is not None:
        row["failure"] = msgspec.to_builtins(end.failure)
    return row


RUN_DUE = Verb("run-due", "one pass over what is due, then exit (for systemd, launchd)", _run_due, example="holdfast schedule run-due")
