"""When the desktop is told something, and when not. Pure: what is wrong now and what was told before in, a notice or none out.

The rules (ux.md 9): a failure, a site that works again, overdue, a failed drill, a (nearly) full or damaged storage, a locked password
store. Quiet when good; each problem once, until it is gone; what comes within ten minutes becomes one notice, in the place of the last.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Literal

import msgspec

BUNDLE = timedelta(minutes=10)
WORTH_TELLING = frozenset({"failed", "locked", "overdue"})
"""Statuses of a site that are told of; warnings wait until somebody looks."""
_OF_THEIR_OWN = frozenset({"DRILL-FAILED", "VERIFY-FAILED", "REPO-DAMAGED", "OVERDUE", "KEY-LOCKED", "SPACE-DEST", "SPACE-LOW"})
"""Codes that are a problem each; all others are why a backup failed, which is one problem however the reason changes."""


_KINDS = {
    "OVERDUE": "overdue", "DRILL-FAILED": "drill", "VERIFY-FAILED": "drill", "REPO-DAMAGED": "storage", "SPACE-DEST": "storage",
    "SPACE-LOW": "storage",
    "KEY-LOCKED": "locked", "RECOVERED": "recovered",
}  # fmt: skip
"""What the setting `quiet_about` calls a problem, by its code; all others are ``failed``."""


class Problem(msgspec.Struct, frozen=True):
    """What is wrong with a site (or ``@storage``). `code` and `details` as in a verdict's reason."""

    subject: str
    code: str
    message: str = ""
    details: dict[str, Any] = {}

    @property
    def key(self) -> str:
        return f"{self.subject}\n{self.code if self.code in _OF_THEIR_OWN else 'BACKUP'}"


class Told(msgspec.Struct, frozen=True):
    """What was told, kept between two looks and between two programs. `open`: problems that were told and last, each with when."""

    open: dict[str, datetime] = {}
    recovered: dict[str, datetime] = {}
    """Sites that work again, by when that was told."""


class Notice(msgspec.Struct, frozen=True):
    """To be shown, in place of the last one when `replaces`. `kind` ``recovered``: `problems` name the sites only."""

    kind: Literal["problems", "recovered"]
    problems: tuple[Problem, ...]
    replaces: bool = False


def judge(
    told: Told, problems: Iterable[Problem], fine: Iterable[str], now: datetime, *, tried_again: Iterable[str] = ()
) -> tuple[Told, Notice | None]:
    """`problems`: all there are now; `fine`: the sites of which a backup went well since and that are safe now; `tried_again`: sites whose
    backup failed and is tried again by itself, which is no news yet.

    What is told next time depends on the new `Told`, which is to be kept whether or not the notice is shown."""
    there = {problem.key: problem for problem in problems}
    fine = set(fine)
    kept = {key: when for key, when in told.open.items() if key in there}
    not_yet = {Problem(subject, "BACKUP").key for subject in tried_again}
    new = [problem for key, problem in there.items() if key not in kept and key not in not_yet]
    gone = {key.partition("\n")[0] for key in told.open if key not in there}
    troubled = {problem.subject for problem in there.values()}
    safe_again = sorted(subject for subject in gone if subject in fine and subject not in troubled)
    recent = {subject: when for subject, when in told.recovered.items() if _is_recent(when, now) and subject not in troubled}
    after = Told({**kept, **{problem.key: now for problem in new}}, {**recent, **dict.fromkeys(safe_again, now)})
    if new:
        bundle = [there[key] for key, when in kept.items() if _is_recent(when, now)]
        return after, Notice("problems", (*bundle, *new), replaces=bool(bundle))
    if safe_again:
        names = [*recent, *(one for one in safe_again if one not in recent)]
        return after, Notice("recovered", tuple(Problem(name, "RECOVERED") for name in names), replaces=bool(recent))
    return after, None


def wanted(notice: Notice | None, quiet_about: Iterable[str]) -> Notice | None:
    """The notice without the kinds that a person does not want to hear of; None when nothing is left."""
    quiet = set(quiet_about)
    if notice is None or not quiet:
        return notice
    left = tuple(one for one in notice.problems if _KINDS.get(one.code, "failed") not in quiet)
    return msgspec.structs.replace(notice, problems=left) if left else None


def problems_of(sites: Iterable[tuple[str, str, Iterable[Problem]]], storages: Iterable[Problem]) -> list[Problem]:
    """`sites`: name, status and its reasons, worst first. The worst of each is told, and a drill that failed. The password store is one
    problem, not one a site."""
    found: dict[str, Problem] = {}
    for _name, status, reasons in sites:
        if status not in WORTH_TELLING:
            continue
        for place, problem in enumerate(reasons):
            if place == 0 or problem.code == "DRILL-FAILED":
                one = msgspec.structs.replace(problem, subject="") if problem.code == "KEY-LOCKED" else problem
                found.setdefault(one.key, one)
    return [*found.values(), *storages]


def _is_recent(when: datetime, now: datetime) -> bool:
    return timedelta() <= now - when < BUNDLE
