"""The monthly report as one page of HTML that needs nothing else: for a screen, light or dark, and for A4. Pure.

Every text from a site, a client or a server is escaped; there is no script, no address that is loaded, and a policy that forbids both.
Colours never speak alone: each day has its sign, so that a black and white print says the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from html import escape
from string import Template
from typing import Literal

from holdfast.app.report_style import STYLE
from holdfast.app.reporting import Day, Incident, MonthReport, Proof, SiteMonth, StorageMonth

_LONG_GAP = 7
"""Days without a new backup after which the verdict is no longer good, whatever a schedule says."""
Tone = Literal["good", "fair", "bad"]
_SIGNS = {"success": "✓", "warning": "!", "failed": "✗", "": "–", "future": "", "before": ""}
_DAYS = {
    "success": "backed up",
    "warning": "backed up, with warnings",
    "failed": "failed",
    "": "no backup",
    "future": "",
    "before": "not known yet",
}
_CLASSES = {"success": "ok", "warning": "warn", "failed": "bad", "": "none", "future": "off", "before": "off"}
_WHAT = {"backup": "Backup", "drill": "Test restore", "restore": "Restore", "check": "Check", "verify": "Check of a backup"}
_LEVELS = {
    "boots": "restored, database loaded, and the site started",
    "loaded": "restored, and its database loaded",
    "read": "restored, and its database read",
    "": "restored to a scratch place",
}


def page(report: MonthReport) -> str:
    """The whole document."""
    tone, headline, detail = verdict(report)
    return _PAGE.substitute(
        style=STYLE,
        title=escape(f"Backup report: {report.subject}, {report.month:%B %Y}"),
        subject=escape(report.subject),
        month=f"{report.month:%B %Y}",
        so_far="" if report.over else f" <span class=sofar>up to {_day(report.until)}</span>",
        tone=tone,
        sign={"good": "✓", "fair": "!", "bad": "✗"}[tone],
        headline=escape(headline),
        detail=escape(detail),
        tiles="".join(_tile(*one) for one in _tiles(report)),
        sites="".join(_site(site) for site in report.sites),
        storages=_storages(report.storages),
        made=f"{report.made_at:%Y-%m-%d %H:%M}",
        zone=escape(report.made_at.tzname() or ""),
    )


def verdict(report: MonthReport) -> tuple[Tone, str, str]:
    """Colour, sentence, and what stands below it. Never better than what is known."""
    sites, count = report.sites, len(report.sites)
    bare = [site.name for site in sites if not site.made and site.days_due]
    open_ones = sum(one.solved_at is None for site in sites for one in site.incidents)
    failed_proofs = [site.name for site in sites if site.proofs and site.proofs[-1].verdict == "failed"]
    gap = max((site.longest_gap for site in sites), default=0)
    detail = f"{_plural(sum(site.made for site in sites), 'backup')} of {_plural(count, 'site')}. {_proof_sentence(sites)}"
    who = sites[0].name if count == 1 else "Both sites" if count == 2 else f"All {count} sites"
    was = "was" if count == 1 else "were"
    if bare:
        what = f"{bare[0]} has" if count == 1 else f"{len(bare)} of {count} sites have"
        return "bad", f"{what} no backup from this month.", detail
    if failed_proofs:
        return "bad", f"A test restore failed: {', '.join(failed_proofs)}.", detail
    if open_ones:
        return "fair", f"{_plural(open_ones, 'problem')} {'is' if open_ones == 1 else 'are'} still open.", detail
    days = max((site.days_due for site in sites), default=0)
    if not days:
        return "fair", "Too early to tell: the time of this report has just begun.", detail
    if days == 1 or (not gap and days < len(sites[0].days)):
        return "good", f"{who} {was} backed up on {'the one day' if days == 1 else f'each of the {days} days'} so far.", detail
    if not gap:
        return "good", f"{who} {was} backed up every day.", detail
    if gap > _LONG_GAP:
        longest = max(sites, key=lambda site: site.longest_gap)
        return "fair", f"{longest.name} had no new backup for {gap} days.", detail
    solved = sum(len(site.incidents) for site in sites)
    ending = f"; {_plural(solved, 'problem')} came up and {'was' if solved == 1 else 'were'} solved." if solved else "."
    return "good", f"{who} {was} backed up{ending}", detail


def _proof_sentence(sites: Sequence[SiteMonth]) -> str:
    proven = sum(any(proof.verdict == "proven" for proof in site.proofs) for site in sites)
    if not proven:
        return "No backup was test-restored this month."
    if proven == len(sites):
        return "A backup was really restored, as a test, for " + ("it." if len(sites) == 1 else "each of them.")
    return f"For {proven} of {len(sites)} sites a backup was really restored, as a test."


def _tiles(report: MonthReport) -> Iterable[tuple[str, str, str]]:
    """(label, value, what stands below)."""
    sites = report.sites
    yield (
        "Backups made",
        f"{sum(site.made for site in sites):,}",
        f"{_plural(sum(site.held for site in sites), 'backup')} can be restored now",
    )
    worst = max(sites, key=lambda site: site.longest_gap)
    gap = worst.longest_gap
    yield "Longest gap", _plural(gap, "day") if gap else "none", f"without a new backup: {worst.name}" if gap else "a backup on every day"
    proofs = [proof for site in sites for proof in site.proofs]
    good = sum(proof.verdict == "proven" for proof in proofs)
    yield "Test restores", str(len(proofs)), f"{good} proven" if proofs else "none this month"
    counted = [site.used for site in sites if site.used is not None]
    yield "Storage used", _size(sum(counted)) if counted else "–", "after deduplication" if counted else "not counted yet"


def _tile(label: str, value: str, below: str) -> str:
    return f"<div class=tile><span>{escape(label)}</span><b>{escape(value)}</b><small>{escape(below)}</small></div>"


def _site(site: SiteMonth) -> str:
    newest = site.newest
    facts = [
        ("Backups", f"{site.made:,} on {site.days_covered} of {_plural(site.days_due, 'day')}" if site.days_due else f"{site.made:,}"),
        ("Newest", _moment(newest.created_at) if newest is not None and newest.created_at is not None else "none"),
        ("Size", _size(newest.size) if newest is not None and newest.size is not None else "–"),
        ("Last proven", _day(site.proven_at) if site.proven_at is not None else "not yet"),
        ("Storage", site.storage + (f", {_size(site.used)}" if site.used is not None else "") if site.storage else "on the site itself"),
        ("Restores", str(site.restores) if site.restores else "none"),
    ]
    rows = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in facts)
    address = f"<p class=address>{escape(_bare(site.address))}</p>" if site.address else ""
    return (
        f"<section class=site><header><h2>{escape(site.name)}</h2>{address}</header>{_strip(site.days)}<dl>{rows}</dl>"
        f"{_proofs(site.proofs)}{_incidents(site.incidents)}</section>"
    )


def _strip(days: Sequence[Day]) -> str:
    cells = []
    for one in days:
        count = f", {_plural(one.backups, 'backup')}" if one.backups > 1 else ""
        title = escape(f"{one.day:%a %d %b}: {_DAYS[one.outcome]}{count}", quote=True).rstrip(": ")
        weekend = " we" if one.day.weekday() >= 5 else ""
        cells.append(f'<li class="{_CLASSES[one.outcome]}{weekend}" title="{title}"><b>{_SIGNS[one.outcome]}</b><i>{one.day.day}</i></li>')
    return f"<ol class=days>{''.join(cells)}</ol>"


def _proofs(proofs: Sequence[Proof]) -> str:
    if not proofs:
        return ""
    rows = "".join(
        f"<tr><td>{_day(one.at)}</td><td class={_proof_class(one.verdict)}>{escape(one.verdict)}</td>"
        f"<td>{escape(_LEVELS.get(one.level, one.level))}{_evidence(one)}</td></tr>"
        for one in proofs
    )
    return f"<h3>Test restores</h3><table>{rows}</table>"


def _proof_class(word: str) -> str:
    return {"proven": "ok", "failed": "bad"}.get(word, "warn")


def _evidence(one: Proof) -> str:
    pieces = [f"{one.files:,} files"] if one.files else []
    pieces += [_plural(one.checks, "check")] if one.checks else []
    return f" <small>({', '.join(pieces)})</small>" if pieces else ""


def _incidents(incidents: Sequence[Incident]) -> str:
    if not incidents:
        return "<p class=quiet>No incidents.</p>"
    rows = "".join(
        f"<tr><td>{_moment(one.at)}</td><td>{escape(_what(one))}</td>"
        f"<td class={'ok' if one.solved_at is not None else 'bad'}>{escape(_end(one))}</td></tr>"
        for one in incidents
    )
    return f"<h3>Incidents</h3><table>{rows}</table>"


def _what(one: Incident) -> str:
    word = {"abandoned": "was interrupted", "missed": "was missed"}.get(one.outcome, "failed")
    times = f" {one.times} times" if one.times > 1 else ""
    return f"{_WHAT.get(one.verb, one.verb)} {word}{times}. {one.message or one.code.lower()}"


def _end(one: Incident) -> str:
    return "open" if one.solved_at is None else f"solved {_moment(one.solved_at)}"


def _storages(storages: Sequence[StorageMonth]) -> str:
    if not storages:
        return ""
    rows = "".join(
        f"<tr><td>{escape(one.name)}</td><td>{escape(_KINDS.get(one.kind, one.kind))}</td>"
        f"<td>{_size(one.stored) if one.stored is not None else 'not counted yet'}</td><td>{escape(_checked(one))}</td></tr>"
        for one in storages
    )
    head = "<tr><th>Storage</th><th>Kind</th><th>Used by everything in it</th><th>Last check</th></tr>"
    return f"<section class=site><header><h2>Where the backups are</h2></header><table>{head}{rows}</table></section>"


_KINDS = {"s3": "object storage (S3)", "sftp": "server (SFTP)", "folder": "disk"}


def _checked(one: StorageMonth) -> str:
    if one.checked_at is None:
        return "not yet"
    word = {"success": "sound", "warning": "with warnings", "failed": "damage found"}.get(one.check_outcome, one.check_outcome)
    return f"{_day(one.checked_at)}, {word}"


def _bare(address: str) -> str:
    return address.partition("://")[2].rstrip("/") or address


def _day(when: datetime) -> str:
    local = when.astimezone()
    return f"{local.day} {local:%b %Y}"


def _moment(when: datetime) -> str:
    local = when.astimezone()
    return f"{local.day} {local:%b}, {local:%H:%M}"


def _plural(count: int, one: str) -> str:
    return f"{count:,} {one}" + ("" if count == 1 else "s")


def _size(count: int) -> str:
    value = float(count)
    for unit in ("B", "kB", "MB", "GB"):
        if value < 1000:
            return f"{value:.0f} {unit}" if unit == "B" or value >= 100 else f"{value:.1f} {unit}"
        value /= 1000
    return f"{value:.1f} TB"


_PAGE = Template("""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>$title</title>
<style>$style</style>
</head>
<body>
<main>
<header class=top><p class=kind>Backup report</p><h1>$subject</h1><p class=month>$month$so_far</p></header>
<section class="verdict $tone"><b class=sign>$sign</b><div><p class=headline>$headline</p><p class=detail>$detail</p></div></section>
<section class=tiles>$tiles</section>
$sites
$storages
<footer>
<p class=legend><b class=ok>✓</b> backed up <b class=warn>!</b> with warnings <b class=bad>✗</b> failed <b class=none>–</b> no backup
</p>
<p>A <em>test restore</em> brings a backup back to a scratch place and looks at it there; the live site is not touched. <em>Proven</em>
means that this went well. Days and times are in $zone.</p>
<p>Made by Holdfast on $made.</p>
</footer>
</main>
</body>
</html>
""")
