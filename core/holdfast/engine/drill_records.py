"""What a drill says: its checks, each with an outcome of its own, and the level that was really reached."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

Verdict = Literal["proven", "warning", "failed"]
Level = Literal["read", "loaded", "boots"]
Outcome = Literal["ok", "warning", "failed", "skipped"]
LEVELS: tuple[Level, ...] = ("read", "loaded", "boots")
NAMED = 5
"""How many names a check's detail gives."""


class DrillCheck(msgspec.Struct, frozen=True):
    """`name`: restored, content, core, wp-config, database, tables, uploads, loaded, boots, plugins. A failed one fails the drill, a
    warning makes it a warning; "skipped" was not done, for a reason that says nothing about the backup."""

    name: str
    outcome: Outcome
    detail: str
    numbers: dict[str, int] = {}
    """What was counted: files, bytes, tables, rows, posts, pages …"""

    @property
    def ok(self) -> bool:
        return self.outcome in {"ok", "skipped"}


class DrillResult(msgspec.Struct, frozen=True):
    verdict: Verdict
    checks: tuple[DrillCheck, ...]
    files: int
    bytes: int
    seconds: float
    level: Level = "read"


def verdict_of(checks: Iterable[DrillCheck]) -> Verdict:
    outcomes = {check.outcome for check in checks}
    return "failed" if "failed" in outcomes else "warning" if "warning" in outcomes else "proven"


def some(names: Iterable[str], limit: int = NAMED) -> str:
    """The first of many names, and how many more there are."""
    known = list(names)
    return ", ".join(known[:limit]) + (f" and {len(known) - limit} more" if len(known) > limit else "")
