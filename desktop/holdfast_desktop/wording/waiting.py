"""When a site's next backup comes, why none runs now, and how a pause is said. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from holdfast.verdict import Reason
from holdfast_desktop.wording.core_sentences import sentence
from holdfast_desktop.wording.errors import reason_words
from holdfast_desktop.wording.services import schedule_when
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.states import Look
from holdfast_desktop.wording.times import clock, coming, exact
from holdfast_desktop.wording.tr import tr

MORNING = 8
"""The hour at which a pause "until tomorrow" ends."""
WITHOUT_END = datetime(9999, 1, 1, tzinfo=UTC)
"""A pause until somebody ends it: pauses are moments of the wall clock."""


def moment_of(details: Mapping[str, Any], name: str) -> datetime | None:
    """An aware moment that a reason carries as text; None when it does not."""
    try:
        found = datetime.fromisoformat(str(details[name]))
    except (KeyError, ValueError):
        return None
    return found if found.tzinfo is not None else found.astimezone()


def paused_until(reasons: Sequence[Reason]) -> datetime | None:
    """The end of the pause that holds for a site, from the reasons of its verdict."""
    return next((moment_of(one.details, "until") for one in reasons if one.code == "PAUSED"), None)


def pause_choices(now: datetime) -> list[tuple[str, str, datetime]]:
    """(name, words, end) of the pauses that menus offer. The end is a moment of the wall clock."""
    morning = (now.astimezone().replace(tzinfo=None) + timedelta(days=1)).replace(hour=MORNING, minute=0, second=0, microsecond=0)
    tomorrow = morning.astimezone()
    return [
        ("30m", tr("For 30 minutes"), now + timedelta(minutes=30)),
        ("1h", tr("For 1 hour"), now + timedelta(hours=1)),
        ("4h", tr("For 4 hours"), now + timedelta(hours=4)),
        ("tomorrow", tr("Until tomorrow {time}", time=clock(tomorrow)), tomorrow),
        ("resumed", tr("Until I resume"), WITHOUT_END),
    ]


def pause_words(until: datetime, now: datetime) -> str:
    """``Paused until 16:30``, ``Paused until tomorrow, 08:00``."""
    if until >= WITHOUT_END:
        return tr("Paused until you resume")
    same_day = until.astimezone().date() == now.astimezone().date()
    return tr("Paused until {when}", when=clock(until) if same_day else coming(until, now))


def resume_words(until: datetime, now: datetime) -> str:
    if until >= WITHOUT_END:
        return tr("Resume (paused)")
    same_day = until.astimezone().date() == now.astimezone().date()
    return tr("Resume (paused until {when})", when=clock(until) if same_day else coming(until, now))


def next_words(next_run_at: datetime | None, now: datetime, waiting: Sequence[Reason] = (), paused: datetime | None = None) -> str:
    """The next run of a site as a table tells it: ``tomorrow, 10:00``, or what it waits for."""
    if waiting:
        return tr("Due, waits: {why}", why=short_words(waiting[0].code))
    if next_run_at is None:
        return tr("paused") if paused is not None else tr("not planned")
    return coming(next_run_at, now)


def next_line(
    next_run_at: datetime | None, now: datetime, waiting: Sequence[Reason] = (), paused: datetime | None = None
) -> tuple[Look, str]:
    """The same as a line of a site's page, with glyph and severity."""
    if waiting:
        return Look("hourglass", tr("Waiting"), "warning"), tr("Due, waits: {why}", why=short_words(waiting[0].code))
    if paused is not None:
        return Look("pause", tr("Paused"), "neutral"), pause_words(paused, now)
    if next_run_at is None:
        return Look("calendar-clock", tr("No schedule"), "neutral"), tr("No next backup is planned")
    return Look("calendar-clock", tr("Planned"), "neutral"), tr("Next backup {when}", when=coming(next_run_at, now))


def short_words(code: str) -> str:
    """What a run waits for, in two or three words."""
    words = {
        "OFFLINE": tr("no network"),
        "METERED": tr("metered network"),
        "CAPTIVE": tr("network sign-in"),
        "BATTERY": tr("battery low"),
        "QUIET-HOURS": tr("quiet hours"),
        "JUST-LOGGED-IN": tr("just logged in"),
        "BUDGET-SPENT": tr("daily amount used up"),
        "PAUSED": tr("paused"),
        "NETWORK-NOT-CHOSEN": tr("another network"),
        "KEY-LOCKED": tr("password store locked"),
        "TURN": tr("its turn"),
        "RUNNING": tr("another job"),
        "RETRY": tr("next try"),
        "INTERRUPTED": tr("next try"),
        "REFUSED": tr("new keys"),
        "DUE": tr("begins soon"),
        "NO-CLOCK": tr("nothing runs schedules"),
    }
    return words.get(code, code.lower())


def why_words(reason: Reason, now: datetime) -> str:
    """One sentence: why no scheduled backup runs now, or why an earlier one did not."""
    try:
        words = _sentence(reason, now)
    except (KeyError, TypeError, ValueError):
        words = ""  # details of another version
    words = words or sentence(reason.message) or _general(reason)
    state, due = reason.details.get("state"), moment_of(reason.details, "due_at")
    if state in {"missed", "skipped"} and due is not None:
        did = tr("{when} did not run: {why}") if state == "missed" else tr("{when} was left out: {why}")
        return did.replace("{when}", exact(due)).replace("{why}", words)
    return words


def _general(reason: Reason) -> str:
    title = reason_words(reason).title
    return title if title and title != reason.code else reason.code


def _sentence(reason: Reason, now: datetime) -> str:
    d = reason.details
    until = moment_of(d, "until")
    forms: dict[str, Callable[[], str]] = {
        "OFFLINE": lambda: _offline(d),
        "CAPTIVE": lambda: tr("The network wants you to sign in on a page of its own first."),
        "METERED": lambda: tr("This network is paid by the byte; it waits for another one.") + _amount(d),
        "NETWORK-NOT-CHOSEN": lambda: (
            tr("So much is transferred only on the networks you chose: {names}.").replace("{names}", ", ".join(map(str, d["chosen"])))
            if d.get("chosen")
            else tr("So much is transferred only on the networks you chose.")
        ),
        "BATTERY": lambda: _battery(d),
        "QUIET-HOURS": lambda: (
            tr("Quiet hours until {time}.", time=clock(until)) if until else tr("It waits until the quiet hours are over.")
        ),
        "JUST-LOGGED-IN": lambda: (
            tr("You have just logged in; it waits until {time}.", time=clock(until)) if until else tr("You have just logged in.")
        ),
        "BUDGET-SPENT": lambda: (
            tr("{moved} of the {budget} a day are used up; it goes on tomorrow.", moved=size(d["moved"]), budget=size(d["budget"]))
            if "moved" in d
            else tr("What may be transferred in a day is used up; it goes on tomorrow.")
        ),
        "PAUSED": lambda: pause_words(until, now) + "." if until else tr("Schedules are paused."),
        "KEY-LOCKED": lambda: tr("Your password store is locked. It goes on when you unlock it."),
        "NO-SCHEDULE": lambda: tr("No schedule of this computer is for this site."),
        "SCHEDULE-OFF": lambda: tr("Its schedule is switched off."),
        "NO-CLOCK": lambda: tr("Nothing runs the schedules now."),
        "NOT-DUE": lambda: _not_due(moment_of(d, "next_run_at"), now),
        "COALESCED": lambda: tr("a later run stands for it."),
        "DUE": lambda: tr("It is due and begins in a moment."),
        "RUNNING": lambda: tr("Something works on this site now."),
        "TURN": lambda: tr("It waits for its turn; only a few sites run at once."),
        "RETRY": lambda: tr("The last try failed; it is tried again soon."),
        "INTERRUPTED": lambda: tr("It was interrupted, and is tried again."),
        "STOPPED": lambda: tr("it was stopped by hand."),
        "REFUSED": lambda: tr("The site refused the keys again and again. Sign in anew, then let its schedules run again."),
        "BACKED-UP-ELSEWHERE": lambda: tr("another computer had made this backup already."),
        "CHANGED": lambda: tr("its schedule became another one."),
    }
    return forms[reason.code]() if reason.code in forms else ""


def _offline(d: Mapping[str, Any]) -> str:
    if "host" in d:
        return tr("It waits until {host} can be reached.").replace("{host}", str(d["host"]))
    return tr("It waits for a network that reaches the site.")


def _battery(d: Mapping[str, Any]) -> str:
    if "percent" not in d or d.get("level") == 100:
        return tr("It waits for mains power.")
    return tr("The battery is at {percent} %; it waits for mains power or {level} %.", percent=round(d["percent"]), level=d["level"])


def _not_due(at: datetime | None, now: datetime) -> str:
    return tr("Nothing is due before {when}.", when=coming(at, now)) if at is not None else tr("Nothing is due.")


def _amount(d: Mapping[str, Any]) -> str:
    return "" if d.get("bytes") is None else " " + tr("(About {size}.)", size=size(d["bytes"]))


def weekdays() -> list[tuple[str, str]]:
    """(word of a schedule, day) of a week."""
    names = (tr("Monday"), tr("Tuesday"), tr("Wednesday"), tr("Thursday"), tr("Friday"), tr("Saturday"), tr("Sunday"))
    return list(zip(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), names, strict=True))


def plan_words(every: str, cron: str, at: str, on: str = "") -> str:
    """When a schedule runs: ``Every week, Friday at 08:00``."""
    words = tr("When you log in") if every == "login" else schedule_when(every, cron, "" if on else at)
    if not on:
        return words
    day = dict(weekdays()).get(on) or (tr("on the last day") if on == "last" else tr("on day {n}", n=on))
    return f"{words}, {day}" + (" " + tr("at {time}", time=at) if at else "")
