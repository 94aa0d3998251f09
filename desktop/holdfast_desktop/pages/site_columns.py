"""The columns of the table of all sites."""

from __future__ import annotations

from urllib.parse import urlsplit

from holdfast.app import SiteView
from holdfast.verdict import ORDER
from holdfast_desktop.models.rows import Column
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.wording.proof import proof_cell, proof_tip
from holdfast_desktop.wording.services import is_service, system_label, where_words
from holdfast_desktop.wording.sizes import size
from holdfast_desktop.wording.states import status_look
from holdfast_desktop.wording.times import exact, relative
from holdfast_desktop.wording.tr import tr
from holdfast_desktop.wording.waiting import next_words, paused_until, why_words

EXPENDABLE = (7, 4, 6, 8, 5)
"""Columns that go where there is no room, in this order: tags, source, proven, size, destination."""


def source_words(site: SiteView) -> str:
    """Where the site itself is."""
    if not is_service(site.system):
        return site.path or system_label(site.system)
    host = urlsplit(site.url).hostname or ""
    return f"{system_label(site.system)} · {host}" if host and host != site.name else system_label(site.system)


def site_columns(desk: Desk) -> list[Column[SiteView]]:
    return [
        Column(tr("Name"), lambda s: s.name, tip=lambda s: "\n".join(part for part in (s.name, s.client) if part)),
        Column(
            tr("Status"),
            lambda s: status_look(s.status).word,
            sort=lambda s: (ORDER.index(s.status), s.name.casefold()),
            icon=lambda s: status_look(s.status).icon,
            tone=lambda s: status_look(s.status).severity,
            width=145,
        ),
        Column(
            tr("Last good"),
            lambda s: relative(s.last_backup_at, desk.now()),
            sort=lambda s: s.last_backup_at.timestamp() if s.last_backup_at else None,
            tip=lambda s: exact(s.last_backup_at),
            width=110,
        ),
        Column(
            tr("Next run"),
            lambda s: next_words(s.next_run_at, desk.now(), desk.waiting(s.name), paused_until(s.reasons)),
            sort=lambda s: s.next_run_at.timestamp() if s.next_run_at else None,
            tip=lambda s: "\n".join([*(why_words(one, desk.now()) for one in desk.waiting(s.name))] or [exact(s.next_run_at)]),
            tone=lambda s: "warning" if desk.waiting(s.name) else "secondary" if s.next_run_at is None else "",
            width=140,
        ),
        Column(tr("Source"), source_words, tip=lambda s: s.path or s.url, tone=lambda _: "secondary", width=150),
        Column(tr("Backups in"), lambda s: where_words(s.system, s.storage), tone=lambda _: "secondary", width=125),
        Column(
            tr("Proven"),
            lambda s: proof_cell(s.proof, s.proven_at, desk.now())[0],
            sort=lambda s: s.proven_at.timestamp() if s.proven_at else None,
            tip=lambda s: proof_tip(s.proof, s.proven_at),
            tone=lambda s: proof_cell(s.proof, s.proven_at, desk.now())[1],
            width=110,
        ),
        Column(tr("Tags"), lambda s: ", ".join(s.tags), tone=lambda _: "secondary", tip=lambda s: ", ".join(s.tags), width=100),
        Column(
            tr("Size"),
            lambda s: size(s.last_backup.size if s.last_backup else None),
            sort=lambda s: s.last_backup.size if s.last_backup else None,
            number=True,
            width=80,
        ),
    ]
