"""`holdfast status`: the verdict first, then what needs attention."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from holdfast.cli import wording
from holdfast.cli.verbs import Verb
from holdfast.records import NETWORK_SYSTEMS

if TYPE_CHECKING:
    from holdfast.app import StatusView
    from holdfast.cli.output import Output
    from holdfast.cli.terminal import Terminal
    from holdfast.verdict import Reason

_EXIT = {"ok": 0, "running": 0, "paused": 0, "warning": 3, "never": 3, "overdue": 3, "failed": 1, "locked": 1}
_TONES = {"ok": "ok", "running": "ok", "failed": "error"}
_SENTENCES = {
    "NEVER": "was never backed up: holdfast backup create {site}",
    "OVERDUE": "has no backup since {days} days",
    "OVERDUE-WHOLE": "has no backup of the whole site since {days} days",
    "INTERRUPTED": "the last backup was interrupted; the next one goes on where it stopped",
    "FAILED": "the last backup failed: holdfast activity list --site {site}",
    "WARNINGS": "the last backup has {count} warnings: holdfast activity show {job:.8}",
    "KEY-LOCKED": "waits for the store of secrets to be unlocked",
    "DRILL-FAILED": "its backup could not be restored in a drill: holdfast activity show {job:.8}",
    "VERIFY-FAILED": "a backup of it is damaged: holdfast activity show {job:.8}",
    "DRILL-WARNING": "not all of its backup could be looked at in a drill: holdfast activity show {job:.8}",
    "REPO-DAMAGED": "its storage is damaged: holdfast activity show {job:.8}",
    "PAUSED": "paused until {until}",
}
"""For reasons that bring no message."""


async def _status(t: Terminal, args: argparse.Namespace) -> int:
    view = await t.app.status()
    if t.out.json:
        t.out.document(view)
    elif not view.sites and not view.attention:
        t.out.say("No sites yet. Add one and its first backup can start in about a minute: holdfast site add NAME --path DIR")
    else:
        _say(t.out, view)
    return _EXIT[view.status] if view.sites or view.attention else 0


def _say(out: Output, view: StatusView) -> None:
    out.say(headline(view), tone=_TONES.get(view.status, "warning"))
    systems = {site.name: site.system for site in view.sites}
    for subject, reason in view.attention:
        out.say(f"  {wording.printable(subject)}: {wording.printable(sentence(subject, reason, systems.get(subject, '')))}")
    if view.waiting:
        from holdfast.cli import schedule_words

        out.say("Due, and waiting:")
        for site, reason in view.waiting:
            out.say(f"  {wording.printable(site)}: {wording.printable(schedule_words.sentence(reason))}")
    if view.sites:
        rows = [
            (s.name, s.status, wording.ago(s.last_backup_at), wording.moment(s.next_run_at), wording.ago(s.proven_at)) for s in view.sites
        ]
        out.table(("SITE", "STATUS", "LAST BACKUP", "NEXT RUN", "PROVEN"), rows)


def headline(view: StatusView) -> str:
    """The answer to "are all my sites safe?", in one sentence."""
    count = len(view.sites)
    concerned = sum(site.status == view.status for site in view.sites)
    some = wording.plural(concerned, "site") if concerned == count else f"{concerned} of {count} sites"
    are = "is" if concerned == 1 else "are"
    match view.status:
        case "ok":
            return "Your site is safe." if count == 1 else f"All {count} sites are safe."
        case "running":
            return "Backing up now; nothing needs attention."
        case "paused":
            return f"{some} {are} paused; nothing else needs attention."
        case "warning":
            return f"{some} {are} worth a look."
        case "never":
            return f"{some} {'was' if concerned == 1 else 'were'} never backed up."
        case "overdue":
            return f"{some} {are} overdue."
        case "locked":
            return "The store of secrets is locked."
        case "failed":
            return f"{some} {are} NOT safe." if concerned else "A storage is damaged: its backups are NOT safe."


def sentence(site: str, reason: Reason, system: str = "") -> str:
    """Why a site needs attention. A message from where it happened is better than any of ours. `system`: the site's."""
    if reason.message:
        return reason.message
    if reason.code == "INTERRUPTED" and system in NETWORK_SYSTEMS:
        return f"Holdfast was ended while the site worked; it may go on there: holdfast backup watch {site}"
    try:
        word = "OVERDUE-WHOLE" if reason.code == "OVERDUE" and reason.details.get("whole") else reason.code
        return _SENTENCES[word].format(**{"site": site, **reason.details})
    except (KeyError, ValueError):
        return reason.code


VERB = Verb("status", "are all my sites safe?", _status, example="holdfast status")
