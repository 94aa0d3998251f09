"""`holdfast doctor`: what is wrong here, and what to do. Works also where the home cannot be opened."""

from __future__ import annotations

import argparse
import contextlib
from typing import TYPE_CHECKING

from holdfast.cli import wording
from holdfast.cli.verbs import Verb
from holdfast.errors import HoldfastError

if TYPE_CHECKING:
    from holdfast.app import Holdfast
    from holdfast.app.diagnosing import Diagnosis
    from holdfast.cli.output import Output
    from holdfast.cli.terminal import Terminal

_MARK = {"ok": ("✓", "ok"), "warning": ("!", "warning"), "failed": ("✗", "error"), "unknown": ("?", "dim")}
_HEADLINES = {
    "ok": ("Everything is in order.", "ok"),
    "warning": ("Some things are worth a look.", "warning"),
    "failed": ("Something is wrong.", "error"),
}
_EXIT = {"ok": 0, "warning": 3, "failed": 1}


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--bundle", metavar="FILE", help="write a zip with logs, settings and versions for whoever helps; without secrets")


async def _unused(t: Terminal, args: argparse.Namespace) -> int:
    raise AssertionError("the doctor opens the home itself")


async def examine(app: Holdfast, out: Output, args: argparse.Namespace) -> int:
    """`app` is not open yet: that is the first thing that may be wrong. The exit code: 0 in order, 3 worth a look, 1 wrong."""
    failure: HoldfastError | None = None
    async with contextlib.AsyncExitStack() as stack:
        try:
            await stack.enter_async_context(app)
        except HoldfastError as error:
            failure = error
        diagnosis = await app.doctor(failure=failure, bundle=args.bundle)
    return _tell(out, diagnosis, args.bundle)


def _tell(out: Output, diagnosis: Diagnosis, bundle: str | None) -> int:
    if out.json:
        out.document(diagnosis)
        return _EXIT[diagnosis.status]
    text, tone = _HEADLINES[diagnosis.status]
    out.say(text, tone=tone)
    for one in diagnosis.findings:
        mark, tone = _MARK[one.outcome]
        out.say(f"  {out.paint(mark, tone)} {wording.printable(one.message)}")
        if one.hint and one.outcome != "ok":
            out.say(f"      {wording.printable(one.hint)}")
    if bundle:
        out.say(f"Wrote {wording.printable(bundle)}. Have a look before you send it.")
    return _EXIT[diagnosis.status]


VERB = Verb("doctor", "what is wrong here, and what to do", _unused, _arguments, "holdfast doctor --bundle holdfast-doctor.zip")
