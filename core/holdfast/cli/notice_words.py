"""Words for a notice of the desktop, where no window is there to find them. Pure."""

from __future__ import annotations

from holdfast.cli.wording import plural, printable
from holdfast.telling.notices import Notice, Problem

_CODES = {
    "OVERDUE": "there is no good backup for too long",
    "DRILL-FAILED": "its last drill failed: the backup could not be restored",
    "VERIFY-FAILED": "a backup of it is damaged",
    "REPO-DAMAGED": "a check found damaged parts",
    "SPACE-LOW": "it is nearly full",
    "KEY-LOCKED": "backups wait until it is unlocked",
    "INTERRUPTED": "its last backup was interrupted",
}


def words_of(notice: Notice) -> tuple[str, str]:
    """Title and text."""
    names = [printable(one.subject or "the password store") for one in notice.problems]
    if notice.kind == "recovered":
        title = f"{names[0]} is safe again" if len(names) == 1 else f"{plural(len(names), 'site')} are safe again"
        return title, "The backup went well this time." if len(names) == 1 else ", ".join(names)
    if len(notice.problems) > 1:
        return f"{len(names)} things need attention", "\n".join(_line(one) for one in notice.problems)
    only = notice.problems[0]
    return ("Unlock your password store" if not only.subject else f"{names[0]} needs attention"), _what(only)


def _line(problem: Problem) -> str:
    return f"{printable(problem.subject or 'The password store')}: {_what(problem)}"


def _what(problem: Problem) -> str:
    return _CODES.get(problem.code) or printable(problem.message) or f"the last backup failed ({problem.code})"
