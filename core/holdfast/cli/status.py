"""`holdfast status`: the verdict first, then what needs attention."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from holdfast.cli import wording
from holdfast.cli.verbs import Verb

if TYPE_CHECKING:
    from holdfast.cli.terminal import Terminal

_HEADLINES = {
    "ok": ("All {n} safe.", "ok"),
    "running": ("Backing up now; nothing needs attention.", "ok"),
    "paused": ("Paused.", "warning"),
    "warning": ("{m} of {n} worth a look.", "warning"),
    "never": ("{m} of {n} not backed up yet.", "warning"),
    "overdue": ("{m} of {n} overdue.", "warning"),
    "locked": ("The store of secrets is locked.", "warning"),
    "failed": ("{m} of {n} NOT safe.", "error"),
}


async def _status(t: Terminal, args: argparse.Namespace) -> int:
    view = await t.app.status()
    if t.out.json:
        t.out.document(view)
    elif not view.sites:
        t.out.say("No sites yet. Add one and its first backup can start in about a minute: holdfast site add NAME --path DIR")
    else:
        text, tone = _HEADLINES[view.status]
        worst = sum(1 for s in view.sites if s.status == view.status)
        t.out.say(text.format(n=wording.plural(len(view.sites), "site"), m=worst), tone=tone)
        for subject, reason in view.attention:
            t.out.say(f"  {subject}: {wording.printable(reason.message or reason.code)}")
        rows = [(s.name, s.status, wording.ago(s.last_backup_at), wording.ago(s.proven_at)) for s in view.sites]
        t.out.table(("SITE", "STATUS", "LAST BACKUP", "PROVEN"), rows)
    if not view.sites or view.status in {"ok", "running", "paused"}:
        return 0
    return 1 if view.status in {"failed", "locked"} else 3


VERB = Verb("status", "are all my sites safe?", _status, example="holdfast status")
