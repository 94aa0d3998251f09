"""Our words in a snapshot's tags: restic keeps tags whatever it does with a snapshot, but drops unknown fields (engine.md 1.8).

``holdfast``, ``site:<uuid>``, ``name:…``, ``type:…``, ``label:…``, ``meta:key=value``, ``part:…``, and the plain ``keep`` and ``partial``.
Values are percent-encoded where they hold what restic's command line would split or trim (commas, blanks at the ends, controls).
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, unquote

import msgspec

OURS = "holdfast"
KEEP = "keep"
PARTIAL = "partial"
_ENCODED = '%,="\\'


class SnapshotTags(msgspec.Struct, frozen=True):
    """What Holdfast says about a backup. `other` are tags that are not ours, kept as they are."""

    site: str = ""
    name: str = ""
    type: str = ""
    label: str = ""
    meta: dict[str, str] = {}
    parts: tuple[str, ...] = ()
    keep: bool = False
    partial: bool = False
    other: tuple[str, ...] = ()

    def to_tags(self) -> tuple[str, ...]:
        """As a snapshot's tags."""
        tags = [OURS]
        for word, value in (("site", self.site), ("name", self.name), ("type", self.type), ("label", self.label)):
            if value:
                tags.append(f"{word}:{_encode(value)}")
        tags += [f"meta:{_encode(key)}={_encode(value)}" for key, value in sorted(self.meta.items())]
        tags += [f"part:{_encode(part)}" for part in self.parts]
        tags += [word for word, on in ((KEEP, self.keep), (PARTIAL, self.partial)) if on]
        return (*tags, *self.other)

    @classmethod
    def from_tags(cls, tags: Iterable[str]) -> SnapshotTags:
        """From any snapshot's tags; those without our word ``holdfast`` are all `other` (but ``keep`` counts everywhere)."""
        rest = list(tags)
        keep = KEEP in rest
        if OURS not in rest:
            return cls(keep=keep, other=tuple(tag for tag in rest if tag != KEEP))
        words = {"site": "", "name": "", "type": "", "label": ""}
        meta: dict[str, str] = {}
        parts: list[str] = []
        other: list[str] = []
        for tag in rest:
            word, colon, value = tag.partition(":")
            if tag in (OURS, KEEP, PARTIAL):
                continue
            if colon and word in words:
                words[word] = unquote(value)
            elif colon and word == "part":
                parts.append(unquote(value))
            elif colon and word == "meta" and "=" in value:
                key, _, text = value.partition("=")
                meta[unquote(key)] = unquote(text)
            else:
                other.append(tag)
        return cls(**words, meta=meta, parts=tuple(parts), keep=keep, partial=PARTIAL in rest, other=tuple(other))


def is_ours(tags: Iterable[str]) -> bool:
    """True for a snapshot that Holdfast made."""
    return OURS in tags


def _encode(value: str) -> str:
    text = "".join([c if c.isprintable() and c not in _ENCODED else quote(c, safe="") for c in value])
    inner = text.strip(" ")
    if inner == text:
        return text
    lead = len(text) - len(text.lstrip(" "))
    return "%20" * lead + inner + "%20" * (len(text) - lead - len(inner))
