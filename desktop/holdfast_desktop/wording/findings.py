"""What deserves a second look in a site's backups, in words. Pure."""

from __future__ import annotations

from collections.abc import Callable

from holdfast.verdict import Reason
from holdfast.watchfulness import CHANGED, CORE, NO_DATABASE, PHP, SHRUNK, SMALLER
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.tr import tr, tr_n

SHOWN = 10


def finding_forms(count: int) -> dict[str, Callable[[], tuple[str, str, str, tuple[str, ...]]]]:
    """Title, body, severity and fixes by code, with {places}, as `holdfast_desktop.wording.errors` takes them."""
    fixes = ("confirm", "show_activity")
    return {
        SHRUNK: lambda: (
            tr("{subject} has lost more than half of its files"),
            tr("There were {before} files, and there are {after} now. Old backups are kept until you say that this is meant."),
            "warning",
            fixes,
        ),
        SMALLER: lambda: (
            tr("{subject} has lost more than half of its size"),
            tr("Most of its files are there, but what was in them is not. The backups before it are as they were."),
            "warning",
            fixes,
        ),
        NO_DATABASE: lambda: (
            tr("{subject} is backed up without its database"),
            tr("Its pages and posts are in the database. Without it a restore brings back the files only."),
            "warning",
            ("edit_site", "confirm"),
        ),
        CHANGED: lambda: (
            tr_n("{n} file of {subject} was changed at once", "{n} files of {subject} were changed at once", count, subject="{subject}"),
            tr("This is unusual. The backups before it are as they were."),
            "warning",
            fixes,
        ),
        PHP: lambda: (
            tr_n(
                "{n} new program among the uploads of {subject}",
                "{n} new programs among the uploads of {subject}",
                count,
                subject="{subject}",
            ),
            tr("Pictures and documents belong there, not PHP: this is how break-ins often look."),
            "warning",
            fixes,
        ),
        CORE: lambda: (
            tr_n(
                "{n} file of WordPress itself was changed on {subject}",
                "{n} files of WordPress itself were changed on {subject}",
                count,
                subject="{subject}",
            ),
            tr("Its version is the same, so no update did it: this is how break-ins often look."),
            "warning",
            fixes,
        ),
    }


def finding_lines(reason: Reason) -> list[str]:
    """A line for the finding, then its examples, and how many there are more."""
    count = int(reason.details.get("count") or 0)
    words = {
        SHRUNK: tr("Files: {before} before, {after} now", before=reason.details.get("before", 0), after=reason.details.get("after", 0)),
        SMALLER: tr(
            "Size: {before} before, {after} now", before=size(reason.details.get("before")), after=size(reason.details.get("after"))
        ),
        NO_DATABASE: tr("No database in the backups"),
        CHANGED: tr("Files changed at once: {n}", n=count),
        PHP: tr("New PHP files among the uploads: {n}", n=count),
        CORE: tr("Files of WordPress itself that were changed without an update: {n}", n=count),
    }
    examples = [str(one) for one in reason.details.get("examples", ())][:SHOWN]
    more = [tr("… and {n} more", n=count - len(examples))] if examples and count > len(examples) else []
    return [words.get(reason.code, reason.code), *examples, *more]
