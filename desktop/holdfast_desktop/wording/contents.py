"""What is in a site's backups and what is left out, in words. Pure."""

from __future__ import annotations

from holdfast_desktop.wording.sizes import count, size
from holdfast_desktop.wording.tr import tr


def preset_choices() -> list[tuple[str, str, str]]:
    """(word, title, what it leaves out) of the named sets of patterns."""
    return [
        ("caches", tr("Caches"), tr("What WordPress and its cache plugins make anew by themselves")),
        ("backups", tr("Archives of other backup plugins"), tr("UpdraftPlus, Duplicator, All-in-One, BackWPup and the like")),
        ("logs", tr("Logs"), tr("error_log, debug.log and the logs of shops")),
        ("development", tr("Tools of developers"), tr("node_modules, .git, .svn")),
        ("staging", tr("Staging copies"), tr("Copies of the site inside itself")),
    ]


def presets_of(chosen: tuple[str, ...]) -> set[str]:
    """The sets behind the names that a site carries: ``wordpress`` is all of them."""
    every = {word for word, _, _ in preset_choices()}
    return every if "wordpress" in chosen else set(chosen) & every


def effect_words(before: tuple[int | None, int | None], after: tuple[int | None, int | None]) -> str:
    """(files, bytes) with the patterns that are stored, and with those that are written now."""
    left = tr("{files} files, {size}", files=count(after[0]), size=size(after[1]))
    if None in (*before, *after) or before == after:
        return tr("What a backup would take now: {left}.", left=left)
    files, less = (before[0] or 0) - (after[0] or 0), (before[1] or 0) - (after[1] or 0)
    if files >= 0 and less >= 0:
        words = tr("{files} files and {size} less than now; what stays: {left}.", files=count(files), size=size(less), left=left)
    else:
        words = tr("{files} files and {size} more than now; in all: {left}.", files=count(abs(files)), size=size(abs(less)), left=left)
    return words
