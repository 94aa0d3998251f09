"""How the terminal tells what came from elsewhere: a file of settings, or what is sealed in a storage."""

from __future__ import annotations

from typing import Any

import msgspec

from holdfast.app.adopting import Taken
from holdfast.app.missing_secrets import WHAT
from holdfast.cli import wording
from holdfast.cli.output import Output
from holdfast.state.merging import Change

_LONGEST = 60


def say_taken(out: Output, taken: Taken) -> None:
    """What was changed (or would be), and what a person has to do now."""
    if out.json:
        out.document(taken)
        return
    if taken.computer and taken.made_at is not None:
        out.say(f"From {wording.printable(taken.computer)}, {wording.moment(taken.made_at)}:", tone="strong")
    for change in taken.changes:
        if change.action != "same":
            _say_change(out, change, done=taken.done)
    same = sum(change.action == "same" for change in taken.changes)
    if same:
        out.say(f"  {same} as they are here already", tone="dim")
    if taken.runs:
        out.say(f"  {wording.plural(taken.runs, 'run')} of the history" + ("" if taken.done else " would come"))
    if not taken.changes and not taken.runs:
        out.say("  nothing new")
    if taken.needs:
        out.say("To be done by you, since secrets do not travel:" if taken.done else "Would have to be done by you then:", tone="warning")
        for need in taken.needs:
            out.say(f"  {need.noun} {wording.printable(need.name)} {WHAT[need.what]}: {wording.printable(need.hint)}")


def _say_change(out: Output, change: Change, *, done: bool) -> None:
    word = {"added": "added", "changed": "changed", "kept": "stays as it is here"}[change.action]
    if not done and change.action != "kept":
        word = f"would be {word}"
    note = f" ({change.note})" if change.note else ""
    out.say(wording.printable(f"  {change.noun} {change.name}: {word}{note}"))
    for name, (old, new) in change.fields.items():
        out.say(
            wording.printable(
                f"      {name}: {_value(old)} -> {_value(new)}" if change.action == "changed" else f"      {name}: not {_value(new)}"
            )
        )


def _value(value: Any) -> str:
    text = msgspec.json.encode(value).decode()
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
