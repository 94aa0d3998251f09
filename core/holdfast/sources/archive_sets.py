"""Folders and prefixes where other programs drop their archives: which files belong together, is a set whole, which is the newest.

Pure: from names, sizes and times (which a folder and an S3 prefix both have) to sets. The forms below are
those that such folders are known by; they were not checked against the programs' sources:

* UpdraftPlus: ``backup_<date>-<hhmm>_<site>_<nonce>-<what>[<n>].zip``, the database as ``-db.gz`` (``-db1.gz`` … for others,
  ``.crypt`` when encrypted), *what* one of plugins, themes, uploads, others, mu-plugins, wpcore, more; ``log.<nonce>.txt`` beside it.
* BackWPup: ``<prefix>_<yyyy-mm-dd>_<hh-mm-ss>_<hash><rest>.(tar|tar.gz|zip)``, the order of its parts may differ (it is a setting).
* cPanel: ``backup-<m.d.yyyy>_<hh-mm-ss>_<user>.tar.gz`` (also ``cpmove-<user>.tar.gz``, without a time).
* SafeGuard: files that begin with ``safeguard`` (a guess: its pages tell a storage path and no form of names).
* All-in-One WP Migration: ``<site>-<yyyymmdd>-<hhmmss>-<nonce>.wpress``, a form of its own that is not read here.

Anything else that ends as an archive is a set of its own, dated by its file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Literal

import msgspec

from holdfast.sources.archive_check import EVERYTHING, Expected
from holdfast.sources.archive_rules import Rules

System = Literal["updraftplus", "backwpup", "cpanel", "safeguard", "all-in-one", "other"]
_ARCHIVE = re.compile(r"\.(zip|tar|tar\.gz|tgz|tar\.zst|sql\.gz|wpress)$", re.IGNORECASE)
_UNFINISHED = re.compile(r"\.(part|tmp|temp|crdownload|filepart|list\.tmp|\d+\.tmp)$|^\.|^~", re.IGNORECASE)
_UPDRAFT = re.compile(
    r"backup_(?P<date>\d{4}-\d\d-\d\d)-(?P<time>\d{4})_(?P<site>.*)_(?P<nonce>[0-9a-f]{12})-"
    r"(?P<what>db|plugins|themes|uploads|others|mu-plugins|wpcore|more|[a-z]+)(?P<number>\d*)\.(?P<end>zip|gz|tar|tar\.gz|gz\.crypt)"
)
_BACKWPUP = re.compile(
    r"(?P<before>.*?)(?P<date>\d{4}-\d\d-\d\d)_(?P<time>\d\d-\d\d-\d\d)(?P<after>.*)\.(zip|tar|tar\.gz|tgz)", re.IGNORECASE
)  # fmt: skip
_BACKWPUP_HASH = re.compile(r"(?:^|_)[0-9A-Za-z]{6,}(?:_|$)|backwpup", re.IGNORECASE)
_CPANEL = re.compile(r"backup-(?P<month>\d{1,2})\.(?P<day>\d{1,2})\.(?P<year>\d{4})_(?P<time>\d\d-\d\d-\d\d)_(?P<site>[^/]+?)\.tar(\.gz)?")
_CPMOVE = re.compile(r"cpmove-(?P<site>[^/]+?)\.tar(\.gz)?")
_ALL_IN_ONE = re.compile(r"(?P<site>.+)-(?P<date>\d{8})-(?P<time>\d{6})-(?P<nonce>[0-9a-z]+)\.wpress", re.IGNORECASE)
_SAFEGUARD = re.compile(r"safeguard[-_.].*", re.IGNORECASE)
_WANTED = ("db", "plugins", "themes", "uploads", "others")
"""What UpdraftPlus writes when nothing is switched off."""
SETTLED = timedelta(minutes=10)


class Found(msgspec.Struct, frozen=True):
    """A file as a folder or an S3 prefix lists it. `name` may hold folders (``a/b.zip``). `modified` is aware."""

    name: str
    size: int
    modified: datetime


class Part(msgspec.Struct, frozen=True):
    """One file of a set. `what`: db, plugins, themes, uploads, others, … or ``site`` for all in one; `number` counts split ones from 0."""

    what: str
    number: int
    file: Found

    @property
    def key(self) -> str:
        """The part's place in a backup, the same on each day (`ArchiveSource.key`)."""
        return self.what if not self.number else f"{self.what}-{self.number}"


class ArchiveSet(msgspec.Struct, frozen=True):
    """Files that are one backup. `time` is the program's own (of a zone that it does not tell) where its names hold one."""

    system: System
    id: str
    """Tells it from others of the folder, the same each time."""
    site: str
    time: datetime
    """Without a zone: as the name says it. For `system` other: the file's, in UTC, without a zone too."""
    modified: datetime
    """Of its newest file; aware."""
    parts: tuple[Part, ...]
    complete: bool
    missing: tuple[str, ...] = ()
    """Why it is not complete: parts (``plugins``, ``uploads-2``), ``growing`` (a file is still written) or ``empty``."""
    readable: bool = True
    """False: a form that Holdfast cannot look into (.wpress, encrypted); it can be kept as it is."""

    @property
    def size(self) -> int:
        return sum(part.file.size for part in self.parts)

    def expects(self, part: Part) -> frozenset[Expected]:
        """What `check_archive` should find in a part."""
        if self.system != "updraftplus":
            return EVERYTHING
        return frozenset({"database"}) if part.what == "db" else frozenset()

    def rules(self) -> Rules:
        """For `check_archive` and `ArchiveSource`: cPanel packs a whole home folder, which always has links."""
        return Rules(leave_out_links=self.system == "cpanel")


class _Named(msgspec.Struct, frozen=True):
    system: System
    id: str
    site: str
    time: datetime | None
    what: str = "site"
    number: int = 0


def recognise(files: Iterable[Found], now: datetime, *, settled: timedelta = SETTLED) -> list[ArchiveSet]:
    """The sets among `files`, oldest first. `now` is aware; a set with a file younger than `settled` counts as still written.

    For UpdraftPlus a set that lacks what every other set of that site has is incomplete; the very first is held against what its settings
    are by default, but for `others`.
    """
    listed = list(files)
    groups: dict[tuple[System, str], list[tuple[_Named, Found]]] = {}
    growing: set[str] = set()
    for file in listed:
        base = file.name.rpartition("/")[2]
        if _UNFINISHED.search(base):
            growing.update(_owners(base))
            continue
        if (named := _named(file)) is not None:
            groups.setdefault((named.system, named.id), []).append((named, file))
    usual = _usual(groups.values())
    sets = [_set(members, now, settled, usual, growing) for members in groups.values()]
    return sorted(sets, key=lambda one: (one.time, one.modified, one.id))


def newest(sets: Sequence[ArchiveSet]) -> ArchiveSet | None:
    """The newest complete set, by the programs' own times; None when there is none."""
    whole = [one for one in sets if one.complete]
    return max(whole, key=lambda one: (one.time, one.modified, one.id), default=None)


def fresh(sets: Sequence[ArchiveSet], taken: Iterable[str]) -> list[ArchiveSet]:
    """Complete sets whose ids are not among `taken`, oldest first."""
    known = frozenset(taken)
    return [one for one in sets if one.complete and one.id not in known]


def _named(file: Found) -> _Named | None:
    folder, _, base = file.name.rpartition("/")
    above = f"{folder}/" if folder else ""
    if match := _UPDRAFT.fullmatch(base):
        number = int(match["number"] or 0)
        number = number - 1 if number and match["what"] != "db" else number  # plugins, plugins2, plugins3; db, db1
        time = _time(match["date"].replace("-", "") + match["time"] + "00")
        return _Named("updraftplus", above + match["nonce"], match["site"], time, match["what"], number)
    if match := _CPANEL.fullmatch(base):
        time = _time(f"{match['year']}{int(match['month']):02}{int(match['day']):02}{match['time'].replace('-', '')}")
        return _Named("cpanel", file.name, match["site"], time)
    if match := _CPMOVE.fullmatch(base):
        return _Named("cpanel", _stamped(file), match["site"], None)
    if match := _ALL_IN_ONE.fullmatch(base):
        return _Named("all-in-one", file.name, match["site"], _time(match["date"] + match["time"]))
    if not _ARCHIVE.search(base):
        return None
    if _SAFEGUARD.fullmatch(base):
        return _Named("safeguard", file.name, "", _time_within(base))
    if match := _BACKWPUP.fullmatch(base):
        around = f"{match['before']}|{match['after']}".strip("_|")
        if any(map(_BACKWPUP_HASH.search, around.split("|"))):
            time = _time(match["date"].replace("-", "") + match["time"].replace("-", ""))
            return _Named("backwpup", file.name, "", time)
    return _Named("other", _stamped(file), "", _time_within(base))


def _stamped(file: Found) -> str:
    """An id for a name that is used again for each backup."""
    return f"{file.name}@{file.modified.astimezone(UTC):%Y%m%dT%H%M%S}-{file.size}"


def _time(digits: str) -> datetime | None:
    try:
        return datetime.strptime(digits, "%Y%m%d%H%M%S")  # noqa: DTZ007 - names tell no zone
    except ValueError:
        return None


def _time_within(name: str) -> datetime | None:
    """A date and time anywhere in a name."""
    match = re.search(
        r"(?<!\d)(20\d\d)[-_.]?([01]\d)[-_.]?([0-3]\d)(?:[-_.T ]+([0-2]\d)[-_.:]?([0-5]\d)(?:[-_.:]?([0-5]\d))?)?(?!\d)", name
    )
    return _time("".join(group or "00" for group in match.groups())) if match else None


def _owners(base: str) -> set[str]:
    """The nonce that an unfinished file of UpdraftPlus names, or the name it will have."""
    stem = _UNFINISHED.sub("", base)
    return {stem, *re.findall(r"(?<![0-9a-f])[0-9a-f]{12}(?![0-9a-f])", base)}


def _usual(groups: Iterable[list[tuple[_Named, Found]]]) -> dict[str, frozenset[str]]:
    """What all of a site's UpdraftPlus sets but one have: its settings, as far as they can be seen."""
    seen: dict[str, list[frozenset[str]]] = {}
    for members in groups:
        if members[0][0].system == "updraftplus":
            seen.setdefault(members[0][0].site, []).append(frozenset(named.what for named, _ in members))
    return {site: _common(sets) for site, sets in seen.items()}


def _common(sets: list[frozenset[str]]) -> frozenset[str]:
    if len(sets) < 3:
        return frozenset(_WANTED) - {"others"}
    counted = {what: sum(what in one for one in sets) for what in frozenset[str]().union(*sets)}
    return frozenset(what for what, times in counted.items() if times * 3 >= len(sets) * 2)


def _set(
    members: list[tuple[_Named, Found]], now: datetime, settled: timedelta, usual: dict[str, frozenset[str]], growing: set[str]
) -> ArchiveSet:
    named = members[0][0]
    parts = tuple(sorted((Part(one.what, one.number, file) for one, file in members), key=lambda part: (part.what != "db", part.key)))
    modified = max(part.file.modified for part in parts)
    missing = list(_missing(named, parts, usual))
    names = {part.file.name.rpartition("/")[2] for part in parts}
    if now - modified < settled or growing & (names | {named.id.rpartition("/")[2]}):
        missing.append("growing")
    if any(part.file.size == 0 for part in parts):
        missing.append("empty")
    encrypted = any(part.file.name.endswith(".crypt") for part in parts)
    readable = not encrypted and named.system != "all-in-one"
    time = named.time or modified.astimezone(UTC).replace(tzinfo=None)
    return ArchiveSet(named.system, named.id, named.site, time, modified, parts, not missing, tuple(missing), readable)


def _missing(named: _Named, parts: Sequence[Part], usual: dict[str, frozenset[str]]) -> Iterable[str]:
    if named.system != "updraftplus":
        return
    have = {part.what for part in parts}
    yield from sorted(usual.get(named.site, frozenset()) - have)
    for what in sorted(have - {"db"}):
        numbers = {part.number for part in parts if part.what == what}
        yield from (f"{what}-{number}" if number else what for number in range(max(numbers)) if number not in numbers)
