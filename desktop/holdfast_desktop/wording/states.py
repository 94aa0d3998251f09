"""Statuses and outcomes as glyph, word and severity. Status is always shown as all three."""

from __future__ import annotations

from dataclasses import dataclass

from holdfast_desktop.wording.tr import tr, tr_n


@dataclass(frozen=True)
class Look:
    """How a state is shown: the icon's name, the word, and the severity that chooses the colour."""

    icon: str
    word: str
    severity: str


def status_look(status: str) -> Look:
    """A site's status (`holdfast.verdict.Status`)."""
    looks = {
        "failed": Look("circle-x", tr("Failed"), "error"),
        "locked": Look("lock", tr("Locked"), "error"),
        "overdue": Look("clock", tr("Overdue"), "warning"),
        "never": Look("circle-dashed", tr("No backup yet"), "warning"),
        "warning": Look("triangle-alert", tr("Warnings"), "warning"),
        "paused": Look("pause", tr("Paused"), "neutral"),
        "running": Look("refresh-cw", tr("Running"), "running"),
        "ok": Look("circle-check", tr("Safe"), "ok"),
    }
    return looks.get(status, Look("info", status, "neutral"))


def outcome_look(outcome: str) -> Look:
    """How a job ended; empty = it still runs."""
    looks = {
        "": Look("refresh-cw", tr("Running"), "running"),
        "success": Look("circle-check", tr("Done"), "ok"),
        "warning": Look("triangle-alert", tr("Done with warnings"), "warning"),
        "failed": Look("circle-x", tr("Failed"), "error"),
        "cancelled": Look("circle-slash", tr("Cancelled"), "neutral"),
        "missed": Look("clock", tr("Missed"), "warning"),
        "skipped": Look("circle-slash", tr("Left out"), "neutral"),
        "waiting": Look("hourglass", tr("Waiting"), "warning"),
        "abandoned": Look("circle-alert", tr("Interrupted"), "error"),
    }
    return looks.get(outcome, Look("info", outcome, "neutral"))


def type_word(kind: str) -> str:
    words = {
        "full": tr("Everything, read anew"),
        "incremental": tr("Everything"),
        "differential": tr("Everything since the last full"),
        "database": tr("Database"),
        "files": tr("Files"),
    }
    return words.get(kind, kind)


def part_word(part: str) -> str:
    words = {
        "core": tr("WordPress itself"),
        "plugins": tr("Plugins"),
        "themes": tr("Themes"),
        "uploads": tr("Uploads"),
        "database": tr("Database"),
        "other": tr("Other files"),
        "files": tr("Files"),
    }
    return words.get(part, part)


def kind_icon(kind: str) -> str:
    """The icon of a file's kind."""
    return {"dir": "folder", "symlink": "link-2", "file": "file"}.get(kind, "file")


@dataclass(frozen=True)
class VerdictWords:
    title: str
    detail: str
    icon: str
    severity: str


def verdict_words(status: str, counts: dict[str, int], running: int = 0) -> VerdictWords:
    """One line that answers "are all my sites safe?". `counts`: sites per status."""
    total = sum(counts.values())
    if total == 0:
        return VerdictWords(tr("No sites yet"), tr("Add one and its first backup can start in about a minute."), "shield", "neutral")
    bad = [s for s in ("failed", "locked", "overdue", "never", "warning") if counts.get(s)]
    detail = " · ".join(_count_words(s, counts[s]) for s in [*bad, "paused", "running", "ok"] if counts.get(s))
    if running and not counts.get("running"):
        detail += " · " + tr_n("{n} job running", "{n} jobs running", running)
    if not bad:
        title = tr("Your site is safe") if total == 1 else tr_n("The site is safe", "All {n} sites are safe", total)
        if counts.get("running"):
            detail = tr_n("{n} backup is running", "{n} backups are running", counts["running"])
        elif counts.get("paused") == total:  # nothing is wrong, and nothing is being kept safe: not green
            return VerdictWords(tr("Backups are paused"), detail, "pause", "neutral")
        return VerdictWords(
            title, detail if total > 1 or counts.get("running") else tr("Backed up, and nothing went wrong."), "shield-check", "ok"
        )
    affected = sum(counts[s] for s in bad)
    severity = status_look(bad[0]).severity
    icon = "shield-x" if severity == "error" else "shield-alert"
    if affected == total and len(bad) == 1 and not running:
        detail = {"never": tr("Back up now; the first one takes longest."), "warning": tr("The rest is safe.")}.get(
            bad[0], tr("See below what helps.")
        )
    if bad == ["never"]:
        title = tr_n("{n} site has no backup yet", "{n} sites have no backup yet", affected)
    elif bad == ["warning"]:
        title = tr_n("{n} site was backed up with warnings", "{n} sites were backed up with warnings", affected)
    else:
        title = tr_n("{n} site needs attention", "{n} sites need attention", affected)
    return VerdictWords(title, detail, icon, severity)


def _count_words(status: str, n: int) -> str:
    forms = {
        "failed": tr_n("{n} failed", "{n} failed", n),
        "locked": tr_n("{n} locked", "{n} locked", n),
        "overdue": tr_n("{n} overdue", "{n} overdue", n),
        "never": tr_n("{n} without a backup", "{n} without a backup", n),
        "warning": tr_n("{n} with warnings", "{n} with warnings", n),
        "paused": tr_n("{n} paused", "{n} paused", n),
        "running": tr_n("{n} running", "{n} running", n),
        "ok": tr_n("{n} safe", "{n} safe", n),
    }
    return forms[status]


@dataclass(frozen=True)
class TrayWords:
    """What the tray shows: base glyph (shield, arrows, bars, hourglass), badge (error, warning or none), tooltip."""

    glyph: str
    badge: str
    tooltip: str


def tray_words(
    counts: dict[str, int],
    running: int,
    percent: float | None,
    cause: str = "",
    coming: str = "",
    paused: str = "",
    waits: bool = False,
    batch: tuple[int, int] | None = None,
) -> TrayWords:
    """`cause`: the worst attention line, said when exactly one site needs it. `coming`: when the next run is. `paused`: the words of a
    pause of all sites. `waits`: a run is due and waits. `batch`: which of how many backups is at work."""
    total = sum(counts.values())
    errors = counts.get("failed", 0) + counts.get("locked", 0)
    warnings = counts.get("overdue", 0) + counts.get("warning", 0) + counts.get("never", 0)
    badge = "error" if errors else "warning" if warnings else ""
    if running:
        words = tr_n("{n} job running", "{n} jobs running", running)
        if batch is not None:
            words = tr("Backing up {n} of {total}", n=batch[0], total=batch[1])
        return TrayWords("arrows", badge, words if percent is None else f"{words} · {percent:.0f} %")
    all_paused = bool(paused) or (total and counts.get("paused") == total)
    glyph = "hourglass" if counts.get("locked") else "bars" if all_paused else "hourglass" if waits else "shield"
    tail = f" · {paused}" if paused else f" · {coming}" if coming else ""
    if total == 0:
        return TrayWords(glyph, "", tr("No sites yet"))
    if errors + warnings == 0:
        return TrayWords(glyph, "", tr_n("1 site · backed up", "{n} sites · all backed up", total) + tail)
    words = tr_n("{n} site needs attention", "{n} sites need attention", errors + warnings)
    words = f"{words}: {cause}" if cause and errors + warnings == 1 else words
    return TrayWords(glyph, badge, f"{words} · {paused}" if paused else words)
