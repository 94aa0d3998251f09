"""What a folder source leaves out: patterns with the meaning of ``.gitignore`` (gitignore(5)), and named sets of them (presets).

The rules in short: ``*`` and ``?`` stop at a slash, ``**`` does not; a slash at the beginning or in the middle ties a pattern to the
source's root, otherwise it fits at any depth; a slash at the end means folders only; ``!`` takes back; the last pattern that fits
decides; what lies in a folder that is left out cannot be taken back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from holdfast.errors import UsageError

PRESETS: dict[str, tuple[str, ...]] = {
    "caches": (
        "/wp-content/cache/",
        "/wp-content/uploads/cache/",
        "/wp-content/et-cache/",
        "/wp-content/litespeed/",
        "/wp-content/w3tc-*/",
        "/wp-content/wp-rocket-config/",
        "/wp-content/uploads/wp-file-manager-pro/fm_backup/",
        "/wp-content/upgrade/",
        "/wp-content/upgrade-temp-backup/",
        ".sass-cache/",
    ),
    "backups": (
        "/wp-content/updraft/",
        "/wp-content/ai1wm-backups/",
        "/wp-content/backup-*/",
        "/wp-content/backups/",
        "/wp-content/backups-dup-*/",
        "/wp-content/backupwordpress-*/",
        "/wp-content/backup-db/",
        "/wp-content/uploads/backwpup*/",
        "/wp-content/uploads/backwpup-*-backups/",
        "/wp-content/uploads/backupbuddy_*/",
        "/wp-content/uploads/wp-clone/",
        "/wp-content/uploads/wp-migrate-db/",
        "/wp-content/uploads/snapshots/",
        "/wp-content/wpvividbackups/",
        "/wp-content/wpbackitup_backups/",
        "/wp-content/mwp-download/",
        "/wp-content/managewp/backups/",
        "/wp-content/plugins/all-in-one-wp-migration/storage/",
        "/wp-snapshots/",
        "*.wpress",
    ),
    "logs": ("error_log", "error.log", "/wp-content/debug.log", "/wp-content/wflogs/", "/wp-content/uploads/wc-logs/", "*.log.gz"),
    "development": ("node_modules/", ".git/", ".svn/", ".hg/", ".DS_Store", "Thumbs.db"),
    "staging": ("/wp-content/uploads/wp-staging/", "/wp-content/wp-staging/", "/wp-staging*/", "/staging/", "/wpstg*/"),
}
"""Named sets of patterns, relative to the site's folder."""

PRESETS["wordpress"] = tuple(pattern for name in ("caches", "backups", "logs", "development", "staging") for pattern in PRESETS[name])


class Rule(msgspec.Struct, frozen=True):
    """One pattern, compiled."""

    pattern: str
    regex: re.Pattern[bytes]
    negated: bool
    folders_only: bool
    by_name: bool
    """Fits a name at any depth; otherwise `regex` is for the path from the root."""


class Excluder:
    """Answers for one source. Paths are raw bytes relative to the source's root, with ``/`` between parts."""

    def __init__(self, patterns: Sequence[str] = (), presets: Sequence[str] = ()) -> None:
        """`UsageError` for a preset that does not exist; a pattern cannot be wrong, as in git."""
        lines = [line for preset in presets for line in preset_patterns(preset)] + list(patterns)
        self.rules = tuple(rule for rule in map(compile_rule, lines) if rule is not None)
        excluding = [rule for rule in self.rules if not rule.negated]
        self._simple = len(excluding) == len(self.rules)
        self._name = _any_of(rule for rule in excluding if rule.by_name and not rule.folders_only)
        self._path = _any_of(rule for rule in excluding if not rule.by_name and not rule.folders_only)
        self._folder_name = _any_of(rule for rule in excluding if rule.by_name)
        self._folder_path = _any_of(rule for rule in excluding if not rule.by_name)

    def __bool__(self) -> bool:
        return bool(self.rules)

    def excludes(self, path: bytes, name: bytes, is_folder: bool) -> bool:
        """Whether to leave out what has `name` (the last part of `path`) and lies in a folder that is not left out."""
        by_name, by_path = (self._folder_name, self._folder_path) if is_folder else (self._name, self._path)
        if (by_name is None or by_name.fullmatch(name) is None) and (by_path is None or by_path.fullmatch(path) is None):
            return False
        return self._simple or self._decide(path, name, is_folder)

    def excludes_path(self, path: bytes, is_folder: bool = False) -> bool:
        """As `excludes` for a path on its own: also when a folder above it is left out."""
        parts = path.split(b"/")
        for depth in range(1, len(parts) + 1):
            if self.excludes(b"/".join(parts[:depth]), parts[depth - 1], is_folder or depth < len(parts)):
                return True
        return False

    def _decide(self, path: bytes, name: bytes, is_folder: bool) -> bool:
        for rule in reversed(self.rules):
            if (is_folder or not rule.folders_only) and rule.regex.fullmatch(name if rule.by_name else path) is not None:
                return not rule.negated
        return False


def preset_patterns(preset: str) -> tuple[str, ...]:
    """The patterns of a preset; `UsageError` when there is none of that name."""
    try:
        return PRESETS[preset]
    except KeyError:
        names = ", ".join(sorted(PRESETS))
        raise UsageError(f"There is no preset of excludes named {preset!r}.", hint=f"The presets are: {names}.") from None


def compile_rule(line: str) -> Rule | None:
    """The rule of one line; None for an empty line or a comment."""
    pattern = _without_trailing_blanks(line.rstrip("\r\n"))
    if not pattern or pattern.startswith("#"):
        return None
    negated = pattern.startswith("!")
    body = pattern[1:] if negated else pattern
    folders_only = body.endswith("/")
    body = body.rstrip("/") if folders_only else body
    by_name = "/" not in body
    body = body.removeprefix("/")
    if not body:
        return None
    regex = _translate(body.encode(errors="surrogateescape"))
    if not by_name and body.startswith("**/") and "/" not in body[3:]:
        by_name, regex = True, _translate(body[3:].encode(errors="surrogateescape"))
    return Rule(pattern, re.compile(regex, re.DOTALL), negated, folders_only, by_name)


def _without_trailing_blanks(line: str) -> str:
    stripped = line.rstrip(" ")
    if len(stripped) < len(line) and (len(stripped) - len(stripped.rstrip("\\"))) % 2:
        return stripped + " "  # the last blank is escaped
    return stripped


def _translate(pattern: bytes) -> bytes:
    """A regular expression for the whole of a name or path."""
    parts: list[bytes] = []
    at = 0
    while at < len(pattern):
        if pattern.startswith(b"**/", at) and (at == 0 or pattern[at - 1 : at] == b"/"):
            parts.append(b"(?:[^/]+/)*")
            at += 3
            continue
        if pattern[at:] == b"**" and at and pattern[at - 1 : at] == b"/":
            parts.append(b".+")
            break
        piece, at = _translate_one(pattern, at)
        parts.append(piece)
    return b"".join(parts)


def _translate_one(pattern: bytes, at: int) -> tuple[bytes, int]:
    char = pattern[at : at + 1]
    if char == b"*":
        while pattern[at : at + 1] == b"*":
            at += 1
        return b"[^/]*", at
    if char == b"?":
        return b"[^/]", at + 1
    if char == b"\\" and at + 1 < len(pattern):
        return re.escape(pattern[at + 1 : at + 2]), at + 2
    if char == b"[":
        return _translate_class(pattern, at)
    return re.escape(char), at + 1


_CLASSES = {
    b"alnum": b"0-9A-Za-z", b"alpha": b"A-Za-z", b"blank": b" \\t", b"cntrl": b"\\x00-\\x1f\\x7f", b"digit": b"0-9", b"graph": b"!-~",
    b"lower": b"a-z", b"print": b" -~", b"punct": b"!-/:-@\\[-`{-~", b"space": b"\\s", b"upper": b"A-Z", b"xdigit": b"0-9A-Fa-f",
}  # fmt: skip


def _translate_class(pattern: bytes, at: int) -> tuple[bytes, int]:
    """A bracket expression; one that is not closed fits nothing, as in git's wildmatch."""
    nothing = b"(?!)", len(pattern)
    at += 1
    negated = pattern[at : at + 1] in (b"!", b"^")
    at += negated
    members: list[bytes] = []
    first = True
    while first or pattern[at : at + 1] != b"]":
        first = False
        if at >= len(pattern):
            return nothing
        if pattern.startswith(b"[:", at) and (end := pattern.find(b":]", at)) > 0:
            if (named := _CLASSES.get(pattern[at + 2 : end])) is None:
                return nothing
            members.append(named)
            at = end + 2
            continue
        low, at = _class_byte(pattern, at)
        if pattern[at : at + 1] == b"-" and pattern[at + 1 : at + 2] not in (b"]", b""):
            high, at = _class_byte(pattern, at + 1)
            # a range the wrong way round holds its first character, as in git
            members.append(re.escape(low) + (b"-" + re.escape(high) if low <= high else b""))
        else:
            members.append(re.escape(low))
    if not members:
        return (b"[^/]" if negated else b"(?!)"), at + 1
    inner = b"".join(members)
    return (b"[^/" + inner + b"]" if negated else b"(?!/)[" + inner + b"]"), at + 1


def _class_byte(pattern: bytes, at: int) -> tuple[bytes, int]:
    if pattern[at : at + 1] == b"\\" and at + 1 < len(pattern):
        at += 1
    return pattern[at : at + 1], at + 1


def _any_of(rules: Iterable[Rule]) -> re.Pattern[bytes] | None:
    sources = [b"(?:" + rule.regex.pattern + b")" for rule in rules]
    return re.compile(b"|".join(sources), re.DOTALL) if sources else None
