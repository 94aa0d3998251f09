"""How well a site is proven, in words that claim no more than its last drill did. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from holdfast_desktop.wording.states import Look
from holdfast_desktop.wording.times import exact, relative
from holdfast_desktop.wording.tr import tr
from holdfast_desktop.wording.waiting import moment_of


def level_words(level: str) -> str:
    """What a drill did with the backup."""
    words = {
        "read": tr("read"),
        "loaded": tr("database loaded"),
        "boots": tr("WordPress boots"),
    }
    return words.get(level, level)


def proof_look(proof: Mapping[str, Any], proven_at: datetime | None, now: datetime) -> tuple[Look, str]:
    """Glyph, word, severity, and the line of a site's page. A failed drill is an error until a later one goes well; `proof` and
    `proven_at` as in `SiteView`."""
    at, level = moment_of(proof, "at"), level_words(str(proof.get("level") or ""))
    verdict = str(proof.get("verdict") or "")
    if verdict == "failed":
        before = tr("proven {when}", when=relative(proven_at, now)) if proven_at is not None else tr("never proven")
        return Look("circle-x", tr("Drill failed"), "error"), _joined(tr("Drill failed {when}", when=relative(at, now)), before)
    if verdict and verdict != "proven":
        done = tr("Drill {when}", when=relative(at, now)) + (f": {level}" if level else "")
        before = tr("last proven {when}", when=relative(proven_at, now)) if proven_at is not None else tr("not proven")
        return Look("flask-conical", tr("Not proven"), "warning"), _joined(done, before)
    if proven_at is None:
        return Look("flask-conical", tr("Never proven"), "neutral"), tr("Never proven")
    words = tr("Proven {when}", when=relative(proven_at, now))
    return Look("flask-conical", tr("Proven"), "ok"), f"{words}: {level}" if level else words


def proof_cell(proof: Mapping[str, Any], proven_at: datetime | None, now: datetime) -> tuple[str, str]:
    """Words and tone for a table."""
    if proof.get("verdict") == "failed":
        return tr("failed {when}", when=relative(moment_of(proof, "at"), now)), "error"
    if proof and proof.get("verdict") != "proven":
        return (relative(proven_at, now) if proven_at is not None else tr("not proven")), "warning"
    return (relative(proven_at, now), "ok") if proven_at is not None else (tr("never"), "secondary")


def proof_tip(proof: Mapping[str, Any], proven_at: datetime | None) -> str:
    """Exact times, and what did not go well."""
    at = moment_of(proof, "at")
    lines = [tr("Last drill: {when}", when=exact(at))] if at is not None else [tr("A drill restores a backup to a scratch place.")]
    lines += [tr("Last proven: {when}", when=exact(proven_at))] if proven_at is not None else []
    bad = [str(one) for one in proof.get("not_good") or ()]
    lines += [tr("Not good: {names}").replace("{names}", ", ".join(bad))] if bad else []
    return "\n".join(lines)


def check_title(name: str) -> str:
    """One of the checks of a drill."""
    words = {
        "restored": tr("Files restored"),
        "content": tr("Files read back"),
        "core": tr("WordPress itself"),
        "wp-config": tr("Settings of WordPress"),
        "database": tr("Database read"),
        "tables": tr("Tables of WordPress"),
        "uploads": tr("Uploads of posts"),
        "loaded": tr("Database loaded"),
        "boots": tr("WordPress boots"),
        "plugins": tr("Plugins"),
    }
    return words.get(name, name)


def check_look(outcome: str) -> Look:
    looks = {
        "ok": Look("circle-check", tr("good"), "ok"),
        "warning": Look("triangle-alert", tr("not whole"), "warning"),
        "failed": Look("circle-x", tr("failed"), "error"),
        "skipped": Look("circle-slash", tr("not done"), "neutral"),
    }
    return looks.get(outcome, Look("info", outcome, "neutral"))


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
