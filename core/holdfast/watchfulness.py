"""What deserves a second look although the backup itself went well. Pure: facts of one backup in, what stands until somebody looks out.

A worker compares each new backup with the one before (`holdfast.worker.watching`); what it saw are `Facts`. A `Standing` per site remembers
what was found until it is gone or a person says that it is all right. Six things are watched:

===================  =============================================  ================================================
SOURCE-SHRUNK        more than half of the files are gone           gone when half of them are back
SIZE-SHRUNK          more than half of the bytes are gone           gone when half of them are back
NO-DATABASE          a WordPress without its database               gone with the next backup that has one
MANY-CHANGED         1,000 files or more with another content       stays
UPLOADS-PHP          new programs where only pictures belong        gone when the files are
CORE-CHANGED         files of WordPress itself, same version        gone when they are as before, or with another version
===================  =============================================  ================================================
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec

MANY = 1000
"""So many changed files are worth a look; those of WordPress itself are not counted when its version changed with them."""
WORTH_WEIGHING = 1 << 20
"""Bytes: half of less is soon gone."""
EXAMPLES = 10
MOST_PATHS = 1000
"""So many paths are followed; more are only counted."""

SHRUNK, NO_DATABASE, CHANGED, PHP, CORE = "SOURCE-SHRUNK", "NO-DATABASE", "MANY-CHANGED", "UPLOADS-PHP", "CORE-CHANGED"
SMALLER = "SIZE-SHRUNK"
CODES = (SHRUNK, SMALLER, NO_DATABASE, CORE, PHP, CHANGED)
"""Worst first."""


class CoreChange(msgspec.Struct, frozen=True):
    """A file of WordPress itself. `before`, `after`: marks of its contents; empty = it is not there."""

    path: str
    before: str
    after: str


class Facts(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was seen in `backup` against `against` (ids; empty: nothing to compare with). Paths are below the site's folder."""

    backup: str
    against: str = ""
    made_at: datetime | None = None
    files: int | None = None
    """How many it holds; None where its files were no part of it."""
    files_before: int | None = None
    size: int | None = None
    """Bytes of all of it."""
    size_before: int | None = None
    """Of the last one that holds the same parts of the site."""
    wordpress: bool = False
    database: bool | None = None
    """Does it hold one? None: it was not to."""
    changed: int = 0
    changed_examples: tuple[str, ...] = ()
    php: tuple[str, ...] = ()
    php_total: int = 0
    php_gone: tuple[str, ...] = ()
    core: tuple[CoreChange, ...] = ()
    core_total: int = 0
    new_version: bool = False
    """WordPress itself is another version now."""


class Finding(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something that stands. `paths`: what is followed, each with what it was before."""

    code: str
    backup: str
    """In which it was seen first."""
    since: datetime | None = None
    count: int = 0
    before: int = 0
    after: int = 0
    paths: dict[str, str] = {}

    def details(self) -> dict[str, Any]:
        """Numbers and examples, for a screen."""
        numbers = {name: value for name, value in (("count", self.count), ("before", self.before), ("after", self.after)) if value}
        if self.code in {SHRUNK, SMALLER}:
            numbers["after"] = self.after
        since = {} if self.since is None else {"since": self.since.isoformat()}
        return {**numbers, **since, "backup": self.backup, "examples": list(self.paths)[:EXAMPLES]}


class Standing(msgspec.Struct, frozen=True, omit_defaults=True):
    """Of one site. `accepted`: what lasts and was confirmed: not told again while it lasts."""

    judged: str = ""
    """The backup that was judged last."""
    findings: dict[str, Finding] = {}
    accepted: tuple[str, ...] = ()
    confirmed_at: datetime | None = None

    def in_order(self) -> list[Finding]:
        told = {code for code in self.findings if code != SMALLER or SHRUNK not in self.findings}  # without files there are no bytes
        return [self.findings[code] for code in CODES if code in told]


def fold(standing: Standing, facts: Facts) -> Standing:
    """What stands after this backup."""
    found = dict(standing.findings)
    accepted = set(standing.accepted)
    for code, judge in (
        (SHRUNK, _shrunk),
        (SMALLER, _smaller),
        (NO_DATABASE, _no_database),
        (CHANGED, _changed),
        (PHP, _php),
        (CORE, _core),
    ):
        finding = judge(found.get(code), facts)
        if finding is None:
            found.pop(code, None)
            if code != NO_DATABASE or facts.database:
                accepted.discard(code)
        elif code not in accepted:
            found[code] = finding
    return msgspec.structs.replace(standing, judged=facts.backup, findings=found, accepted=tuple(sorted(accepted)))


def confirm(standing: Standing, now: datetime) -> Standing:
    """A person has looked: nothing of it stands any more."""
    lasting = {NO_DATABASE} & standing.findings.keys()
    return msgspec.structs.replace(standing, findings={}, accepted=tuple(sorted({*standing.accepted, *lasting})), confirmed_at=now)


def _new(code: str, facts: Facts, **numbers: Any) -> Finding:
    return Finding(code, facts.backup, facts.made_at, **numbers)


def _shrunk(known: Finding | None, facts: Facts) -> Finding | None:
    if facts.files is None:
        return known
    before = known.before if known is not None else facts.files_before or 0
    if facts.files * 2 >= before:
        return None
    if known is not None:
        return msgspec.structs.replace(known, after=facts.files)
    return _new(SHRUNK, facts, before=before, after=facts.files, count=before - facts.files)


def _smaller(known: Finding | None, facts: Facts) -> Finding | None:
    if facts.size is None:
        return known
    before = known.before if known is not None else facts.size_before or 0
    if facts.size * 2 >= before or before < WORTH_WEIGHING:
        return None
    if known is not None:
        return msgspec.structs.replace(known, after=facts.size)
    return _new(SMALLER, facts, before=before, after=facts.size)


def _no_database(known: Finding | None, facts: Facts) -> Finding | None:
    if facts.database is None:
        return known
    return None if facts.database or not facts.wordpress else known or _new(NO_DATABASE, facts)


def _changed(known: Finding | None, facts: Facts) -> Finding | None:
    if facts.changed < MANY:
        return known
    return _new(CHANGED, facts, count=facts.changed, paths=dict.fromkeys(facts.changed_examples, ""))


def _php(known: Finding | None, facts: Facts) -> Finding | None:
    paths = {} if known is None else dict(known.paths)
    more = 0 if known is None else known.count - len(paths)  # those that were only counted
    paths |= dict.fromkeys(facts.php, "")
    more += facts.php_total - len(facts.php)
    for path in facts.php_gone:
        if path in paths:
            del paths[path]
        else:
            more = max(more - 1, 0)
    return _followed(PHP, known, facts, paths, more)


def _core(known: Finding | None, facts: Facts) -> Finding | None:
    if facts.new_version:
        return None
    paths = {} if known is None else dict(known.paths)
    more = (0 if known is None else known.count - len(paths)) + facts.core_total - len(facts.core)
    for one in facts.core:
        was = paths.setdefault(one.path, one.before)
        if was == one.after:
            del paths[one.path]
    return _followed(CORE, known, facts, paths, more)


def _followed(code: str, known: Finding | None, facts: Facts, paths: dict[str, str], more: int) -> Finding | None:
    count = len(paths) + more
    if count <= 0:
        return None
    kept = dict(list(paths.items())[:MOST_PATHS])
    if known is None:
        return _new(code, facts, count=count, paths=kept)
    return msgspec.structs.replace(known, count=count, paths=kept)
