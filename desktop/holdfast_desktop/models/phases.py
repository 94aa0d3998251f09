"""How much of a job each of its phases is. Pure.

Learnt: the median seconds of each phase over the last runs of the same site and verb (`Holdfast.jobs.usual`), in the order in which they
came. Without a history: rough shares of the verbs that have more than one phase.
"""

from __future__ import annotations

from collections.abc import Mapping

from holdfast.jobs.messages import Progressed

DEFAULTS: dict[str, dict[str, float]] = {
    "backup": {"open": 2, "scan": 6, "dump": 10, "transfer": 76, "index": 3, "snapshot": 3},
    "restore": {"scan": 5, "safety": 20, "write": 55, "check": 5, "load": 15},
    "drill": {"scan": 5, "check": 10, "write": 50, "load": 25, "boot": 10},
    "check": {"list": 5, "check": 20, "read": 75},
    "prune": {"list": 5, "index": 15, "copy": 60, "delete": 20},
    "fetch": {"list": 2, "archive": 20, "transfer": 48, "unpack": 30},
}
"""Shares of a job that nothing is known about."""
_SAFETY = frozenset(DEFAULTS["backup"]) - frozenset(DEFAULTS["restore"])
"""Phases of the safety backup that a restore makes first."""
MOST = 99.0
"""Percent of a job that has not ended."""
SERVER_SIDE = frozenset({"queued", "running", "unknown", "restore", "archive", "chain", "ask", "adopt", "silent"})
"""Phases of what a site does by itself."""

_TOLD = frozenset({"queued", "running", "unknown", "chain"})
"""Those of which a site may tell a percentage and nothing else."""


def within(progress: Progressed) -> float | None:
    """How much of the present phase is done, 0 to 1; None when nobody knows."""
    if progress.bytes_total:
        return min(progress.bytes_done / progress.bytes_total, 1.0)
    if progress.files_total:
        return min(progress.files_done / progress.files_total, 1.0)
    if progress.phase in _TOLD and progress.percent is not None:
        return min(progress.percent / 100, 1.0)
    return None


def has_numbers(progress: Progressed) -> bool:
    """False for a phase of the site's own that tells nothing but that it is not over."""
    return within(progress) is not None or progress.phase not in SERVER_SIDE


def overall(progress: Progressed, verb: str, usual: Mapping[str, float]) -> float | None:
    """Percent of the whole job; None when nothing is known. Not yet kept from going back: see `LiveJob.percent`."""
    if verb == "restore" and progress.phase in _SAFETY and progress.phase not in usual:
        return _of_safety(progress)
    shares = _shares(progress.phase, verb, usual)
    if not shares or (not usual and progress.steps_total > 1):
        return progress.percent
    done = within(progress)
    if done is None and not usual and progress.percent is not None:
        return progress.percent
    before = _before_sum(shares, progress.phase)
    return min(100 * (before + shares[progress.phase] * (done or 0.0)) / sum(shares.values()), MOST)


def _of_safety(progress: Progressed) -> float:
    """Percent of a restore whose safety backup is on its way: when that is whole, the restore only begins."""
    shares = DEFAULTS["restore"]
    return _before_sum(shares, "safety") + shares["safety"] * (overall(progress, "backup", {}) or 0.0) / 100


def seconds_left(progress: Progressed, usual: Mapping[str, float]) -> float | None:
    """As long as the present phase and those after it still take; the worker's own guess where nothing was learnt."""
    if progress.phase not in usual or sum(usual.values()) <= 0:
        return progress.eta_seconds
    done = within(progress)
    now = progress.eta_seconds if progress.eta_seconds is not None else None if done is None else usual[progress.phase] * (1 - done)
    if now is None:
        return None
    names = list(usual)
    return now + sum(usual[name] for name in names[names.index(progress.phase) + 1 :])


def _shares(phase: str, verb: str, usual: Mapping[str, float]) -> Mapping[str, float]:
    """Empty where `phase` is in no list."""
    if phase in usual and sum(usual.values()) > 0:
        return usual
    found = DEFAULTS.get(verb, {})
    return found if phase in found else {}


def _before_sum(shares: Mapping[str, float], phase: str) -> float:
    names = list(shares)
    return sum(shares[name] for name in names[: names.index(phase)])
