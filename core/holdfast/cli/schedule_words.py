"""How the terminal words schedules, and why they do not run. Pure functions."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from holdfast.cli import condition_words, wording

if TYPE_CHECKING:
    from holdfast.app import NextRun, ScheduleView
    from holdfast.verdict import Reason

_SENTENCES = {
    "NO-SCHEDULE": "This site has no schedule on this computer. Make one: holdfast schedule add SITE --every daily",
    "SCHEDULE-OFF": "Its schedule is switched off: holdfast schedule edit ID --enabled",
    "NO-CLOCK": "Nothing runs the schedules now: start Holdfast's window, or holdfast agent.",
    "PAUSED": "Paused until {until}.",
    "NOT-DUE": "Nothing is due before {next_run_at}.",
    "COALESCED": "A later run stands for it.",
    "DUE": "It is due and begins at the next look.",
    "RUNNING": "Something works on this site now.",
    "TURN": "It waits for its turn.",
    "RETRY": "The last try failed; it is tried again in a while.",
    "INTERRUPTED": "It was interrupted, and is tried again.",
    "REFUSED": "Its keys were refused again and again. Put them right (holdfast site test SITE), then: holdfast schedule resume SITE",
    "STOPPED": "It was stopped by hand.",
    "CHANGED": "Its schedule is another one now.",
    "BACKED-UP-ELSEWHERE": "Another computer has made this backup already.",
    "OFFLINE": "It waits for a network that reaches the site.",
    "METERED": "It waits for a network that is not paid by the byte.",
    "CAPTIVE": "The network wants a sign-in on a page of its own first.",
    "NETWORK-NOT-CHOSEN": "So much is transferred on the chosen networks only.",
    "BATTERY": "The battery is too low.",
    "QUIET-HOURS": "It waits until the quiet hours are over.",
    "JUST-LOGGED-IN": "It waits until the first minutes after login have passed.",
    "BUDGET-SPENT": "What may be transferred in a day has been transferred.",
    "KEY-LOCKED": "The store of secrets is locked.",
}
_STATES = {"missed": "did not run", "skipped": "was skipped", "waiting": "waits"}


def when(schedule: ScheduleView) -> str:
    """``weekly on fri at 08:00 (Europe/Berlin)``."""
    words = [schedule.every or f"cron {schedule.cron}"]
    words += [f"on {schedule.on}"] if schedule.on else []
    words += [f"at {schedule.at}"] if schedule.at else []
    words += [f"({schedule.timezone})"] if schedule.timezone else []
    return " ".join(words)


def whose(schedule: ScheduleView) -> str:
    return f"tag {schedule.tag}" if schedule.tag else schedule.site


def lines(schedule: ScheduleView) -> list[tuple[str, str]]:
    """Names and values of `holdfast schedule show`."""
    kept = f"{schedule.keep} backups" if schedule.keep else f"{schedule.keep_days} days" if schedule.keep_days else "–"
    yes = {True: "yes", False: "no", None: ""}
    shown = [
        ("id", schedule.id),
        ("name", schedule.name or "–"),
        ("for", whose(schedule) + (f" ({', '.join(schedule.sites) or 'no site'})" if schedule.tag else "")),
        ("runs on", "the site" if schedule.where == "site" else "this computer"),
        ("when", when(schedule)),
        ("type", schedule.type or "the site's first"),
        ("enabled", "yes" if schedule.enabled else "no"),
        ("keeps", kept),
        ("storage", schedule.site_storage),
        ("kept in", schedule.keep_in),
        ("files to", schedule.download),
        ("how", schedule.how if schedule.where == "local" else ""),
        ("cloud upload", yes[schedule.cloud_upload]),
        ("provider", schedule.cloud_provider),
        ("mail", yes[schedule.notify]),
        ("next run", ", ".join(wording.moment(at) for at in schedule.next_runs) or wording.moment(schedule.next_run_at)),
        ("last run", f"{wording.moment(schedule.last_run_at)} {schedule.last_outcome}".strip()),
        *((name.replace("_", " "), wording.value(value)) for name, value in schedule.extra.items()),
    ]
    return [(name, value) for name, value in shown if value]


def note(run: NextRun) -> str:
    """What is to be said of a run that is to come."""
    if run.waiting:
        return f"due; {sentence_of(run.waiting, {})}"
    if run.paused_until is not None:
        return f"after the pause ({wording.moment(run.paused_until)})"
    return "on the site" if run.where == "site" else ""


def sentence(reason: Reason) -> str:
    """One line for people: the slot that it is about, and why."""
    words = reason.message or sentence_of(reason.code, reason.details)
    slot = reason.details.get("slot")
    if slot is None:
        return words
    return f"{slot} {_STATES.get(str(reason.details.get('state')), '')}: {words}"


def sentence_of(code: str, details: dict[str, Any]) -> str:
    with_numbers = condition_words.sentence(code, details)
    if with_numbers:
        return with_numbers
    known = {name: _time(value) for name, value in details.items()}
    try:
        return _SENTENCES[code].format(**known)
    except KeyError:
        return code


def _time(value: object) -> str:
    try:
        return wording.moment(datetime.fromisoformat(str(value)))
    except ValueError:
        return str(value)
