"""A notice of the desktop in words: title and text. Pure."""

from __future__ import annotations

from holdfast.telling.notices import Notice, Problem
from holdfast_desktop.wording.errors import Fix, error_words
from holdfast_desktop.wording.tr import tr, tr_n


def notice_words(notice: Notice) -> tuple[str, str]:
    """What is told of `notice`."""
    if notice.kind == "recovered":
        names = [one.subject for one in notice.problems]
        if len(names) == 1:
            return tr("{site} is safe again", site=names[0]), tr("The backup went well this time.")
        return tr_n("{n} site is safe again", "{n} sites are safe again", len(names)), ", ".join(names)
    titles = [_title(one) for one in notice.problems]
    if len(titles) == 1:
        return titles[0], _words(notice.problems[0])[1]
    return tr_n("{n} thing needs attention", "{n} things need attention", len(titles)), "\n".join(titles)


def notice_fix(notice: Notice) -> Fix | None:
    """The fix that most likely helps; None for several troubles, and where there is none."""
    if notice.kind == "recovered" or len(notice.problems) != 1:
        return None
    one = notice.problems[0]
    fixes = error_words(one.code, one.message, "", one.details, one.subject.lstrip("@")).fixes
    return next((fix for fix in fixes if fix.action not in {"show_activity", "show_files"}), None)


def _title(problem: Problem) -> str:
    """Names what it is about, whatever the form of its code says."""
    title, name = _words(problem)[0], problem.subject.lstrip("@")
    return title if not name or name in title else f"{name}: {title}"


def _words(problem: Problem) -> tuple[str, str]:
    words = error_words(problem.code, problem.message, "", problem.details, problem.subject.lstrip("@"))
    return words.title, words.body
