"""What becomes of a slot once its job has ended, and when it may be tried again: pure.

========================================  ==========================================================
how it ended                              what follows
========================================  ==========================================================
success, warning                          done: ``run``, or ``late``
the store of secrets is locked            waits (KEY-LOCKED); when its day passes it is ``missed``, never failed
the program ended under it                tried again at once, `MOST_TRIES` times in all
stopped by a person                       ``skipped`` (STOPPED)
keys refused (401, 403)                   done, as failed: asking again locks accounts; after three in a row the schedule is held (S3)
nothing that time mends                   done, as failed
its disk or folder is not there now       tried again after `BACK_OFF`, `TRIES_WHILE_AWAY` times in all: it may be plugged in later
the site works on it for a day already    done, as failed: asked for another backup now it would do the same twice
any other failure                         tried again after `BACK_OFF`, `MOST_TRIES` times in all, then done, as failed
========================================  ==========================================================

A slot that is done as failed is told as ``run`` (or ``late``) with the outcome in its details: it did run.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Literal

import msgspec

from holdfast.errors import Failure
from holdfast.verdict import Reason

State = Literal["run", "late", "skipped", "missed", "waiting"]

MOST_TRIES = 4
BACK_OFF = (timedelta(minutes=10), timedelta(hours=1), timedelta(hours=3))
"""After the first, second, third failure."""
LOCKED_FOR = timedelta(minutes=5)
"""After a job that found the store of secrets locked; a system that can be asked is asked again at each pass."""
HELD_AFTER = 3
"""So many times keys are refused before a schedule is held."""
REFUSED_KINDS = frozenset({"auth", "forbidden"})
LASTING_KINDS = frozenset({"usage", "not_found", "unsupported", "damaged"})
"""Nothing of this is better in an hour."""
AWAY_CODES = frozenset({"STORAGE-MISSING", "REPO-NOT-FOUND", "SOURCE-MISSING"})
"""A disk that is not plugged in, a folder that is not mounted: not there now is not gone."""
TRIES_WHILE_AWAY = 8
"""With the longest of `BACK_OFF` between them: most of a day."""
LASTING_CODES = frozenset({"SITE-STOPPED"})
"""A site that has worked on a backup for a day is not asked for another one today; the next slot asks anew."""


class Ended(msgspec.Struct, frozen=True):
    """How a job ended. `job`: its id, empty when it never began."""

    outcome: str
    failure: Failure | None = None
    job: str = ""


class Fate(msgspec.Struct, frozen=True):
    """`details`: ``job``, ``outcome``, ``tries``, ``late``; ``code`` of a failure; ``not_before`` of one that is tried again;
    ``since`` when its backup, or the oldest it stands for, fell due; ``reasons`` why it waits."""

    state: State
    reason: str = ""
    details: dict[str, Any] = {}


def fate(ended: Ended, *, late: bool, before: Mapping[str, Any], now: datetime, leaving: bool = False) -> Fate:
    """`before`: the details of the slot's row when the job began. `leaving`: the program is closing and stopped the job by itself."""
    outcome, failure = ended.outcome, ended.failure
    tries = int(before.get("tries", 0)) + 1
    code = "" if failure is None else failure.code
    done: State = "late" if late else "run"
    told: dict[str, Any] = {"job": ended.job, "outcome": outcome, "tries": tries, "late": late}
    if code:
        told["code"] = code
    if "since" in before:
        told["since"] = before["since"]
    if outcome in {"success", "warning"}:
        return Fate(done, details=told)
    if code == "KEY-LOCKED":
        return Fate("waiting", code, {**told, "tries": tries - 1, "not_before": _text(now + LOCKED_FOR)})
    if outcome == "abandoned" or (outcome == "cancelled" and leaving):
        return Fate("waiting", "INTERRUPTED", told) if tries < MOST_TRIES else Fate(done, "INTERRUPTED", told)
    if outcome == "cancelled":
        return Fate("skipped", "STOPPED", told)
    away = code in AWAY_CODES
    lasting = failure is not None and not away and (failure.kind in REFUSED_KINDS | LASTING_KINDS or code in LASTING_CODES)
    if lasting or tries >= (TRIES_WHILE_AWAY if away else MOST_TRIES):
        return Fate(done, code or "FAILED", told)
    wait = BACK_OFF[min(tries, len(BACK_OFF)) - 1]
    return Fate("waiting", "RETRY", {**told, "not_before": _text(now + wait)})


def coalesced(state: str, reason: str, details: Mapping[str, Any], *, into: str) -> Fate:
    """What becomes of a slot that was not run by the time the next one, `into`, is due. `state` is empty when it never had a row."""
    more = {**details, "into": into}
    if int(details.get("tries", 0)) and details.get("outcome"):
        return Fate("late" if details.get("late") else "run", str(details.get("code") or reason), more)
    if state == "waiting" and reason == "KEY-LOCKED":
        return Fate("missed", reason, more)
    return Fate("skipped", reason if state == "waiting" and reason else "COALESCED", more)


def not_before(details: Mapping[str, Any]) -> datetime | None:
    """When a slot that waits may be tried again."""
    text = details.get("not_before")
    return None if not text else datetime.fromisoformat(str(text))


class Refusals(msgspec.Struct, frozen=True):
    """How often in a row the keys of one site were refused, for one schedule."""

    times: int = 0
    code: str = ""

    def after(self, ended: Ended) -> Refusals:
        """After one more run."""
        if ended.outcome in {"success", "warning"}:
            return Refusals()
        if ended.failure is not None and ended.failure.kind in REFUSED_KINDS:
            return Refusals(self.times + 1, ended.failure.code)
        return self

    @property
    def hold(self) -> Reason | None:
        """Why the schedule is held for this site; None while it is not."""
        return Reason("REFUSED", details={"times": self.times, "code": self.code}) if self.times >= HELD_AFTER else None


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
