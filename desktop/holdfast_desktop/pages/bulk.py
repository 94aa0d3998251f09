"""Back up all, download the newest of all: one bad site stops no other, and the end is told site by site, with the failed ones to try
again."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from holdfast.errors import Failure, as_failure
from holdfast.jobs.messages import Finished
from holdfast_desktop.dialogs.bulk_result import BulkResult, BulkRow
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.service_flows import downloads_of
from holdfast_desktop.wording.errors import ErrorWords, fix
from holdfast_desktop.wording.services import can
from holdfast_desktop.wording.tr import tr, tr_n

What = Literal["backup", "download"]
SUBJECT = "@bulk"
"""The subject of the notice that tells how it ended."""
GOOD = frozenset({"success", "warning"})


class Bulk(QObject):
    """One per window. `started` opens the drawer."""

    def __init__(self, desk: Desk, window: QWidget, started: Callable[[], object]) -> None:
        super().__init__(window)
        self._desk, self._window, self._started = desk, window, started
        self._what: What = "backup"
        self._rows: tuple[BulkRow, ...] = ()
        desk.bulk_wanted.connect(self.begin)

    # beginning

    def begin(self, what: str, sites: Sequence[str] | None) -> None:
        """backup or download; of these sites, or of all."""
        (self.back_up if what == "backup" else self.download)(sites)

    def back_up(self, sites: Sequence[str] | None = None) -> None:
        """These, or all. What other programs make of a site cannot be begun here and is left out of all."""
        if not self._desk.sites():
            return
        names = list(sites or ())
        work = self._desk.app.backups.create(names, all_sites=sites is None)
        self._desk.do_job(work, lambda ended: self._ended("backup", _rows_of(ended, names[0] if len(names) == 1 else "")))
        self._started()

    def download(self, sites: Sequence[str] | None = None) -> None:
        """The newest backup of these, or of all that have one which can be had, each into its folder among the downloads."""
        names = list(sites) if sites is not None else self._able()
        if not names:
            return self._desk.say(tr("There is no backup to download yet"), severity="warning")
        self._desk.tasks.start(self._download(names), lambda rows: self._ended("download", rows))
        self._started()

    def retry(self) -> None:
        failed = [row.site for row in self._rows if row.outcome not in GOOD]
        if failed:
            (self.back_up if self._what == "backup" else self.download)(failed)

    def _able(self) -> list[str]:
        return [
            s.name
            for s in self._desk.sites()
            if s.last_backup is not None and (not self._desk.is_service(s.name) or can(s.offers, "download"))
        ]

    async def _download(self, sites: Sequence[str]) -> list[BulkRow]:
        return list(await asyncio.gather(*(self._download_one(site) for site in sites)))

    async def _download_one(self, site: str) -> BulkRow:
        try:
            handle = await self._desk.app.backups.download(site, "latest", to=str(downloads_of(site)) + os.sep)
            await self._desk.announce()
            ended = await handle.result()
        except Exception as error:  # whatever is wrong with one site is told in its row
            return BulkRow(site, "failed", as_failure(error))
        return BulkRow(site, ended.outcome, ended.failure, str(ended.result.get("path") or ""))

    # the end

    def _ended(self, what: What, rows: Sequence[BulkRow]) -> None:
        self._what, self._rows = what, tuple(rows)
        if rows:
            self._desk.said.emit(summary(what, rows, self._why), SUBJECT, "\n".join(f"{r.site}: {r.outcome}" for r in rows))

    def _why(self, row: BulkRow) -> str:
        return self._desk.words_of(row.failure, row.site).title if row.failure is not None else ""

    def show_result(self) -> None:
        dialog = BulkResult(self._what, self._rows, self._why, self._window)
        dialog.retry_wanted.connect(self.retry)
        dialog.open()


def summary(what: What, rows: Sequence[BulkRow], why: Callable[[BulkRow], str]) -> ErrorWords:
    """How it ended, in a line or two."""
    failed = [row for row in rows if row.outcome not in GOOD]
    n = len(rows)
    if not failed:
        warned = sum(row.outcome == "warning" for row in rows)
        done = (
            tr_n("{n} site is backed up", "{n} sites are backed up", n)
            if what == "backup"
            else tr_n("{n} backup is downloaded", "{n} backups are downloaded", n)
        )
        return ErrorWords(done, tr_n("{n} of them with warnings", "{n} of them with warnings", warned) if warned else "", "ok", ())
    stopped = all(row.outcome == "cancelled" for row in failed)
    title = (
        tr_n("{n} backup was stopped", "{n} backups were stopped", len(failed))
        if stopped and what == "backup"
        else tr_n("{n} download was stopped", "{n} downloads were stopped", len(failed))
        if stopped
        else tr_n("{failed} of {n} backup failed", "{failed} of {n} backups failed", n, failed=len(failed))
        if what == "backup"
        else tr_n("{failed} of {n} download failed", "{failed} of {n} downloads failed", n, failed=len(failed))
    )
    reasons = [f"{row.site}: {why(row)}" if why(row) else row.site for row in failed[:3]]
    more = len(failed) - len(reasons)
    if more:
        reasons.append(tr_n("and {n} more", "and {n} more", more))
    return ErrorWords(title, "\n".join(reasons), "warning" if stopped else "error", (fix("retry_failed"),))


def _rows_of(ended: Finished, only: str = "") -> list[BulkRow]:
    """From the sum of several jobs, or from the one of site `only`."""
    told = ended.result.get("sites")
    if not isinstance(told, list):
        return [BulkRow(only or ended.site, ended.outcome, ended.failure)] if only or ended.site else []
    return [_row(one) for one in told]


def _row(one: Mapping[str, Any]) -> BulkRow:
    failure = msgspec.convert(one["failure"], Failure) if one.get("failure") else None
    return BulkRow(str(one.get("site", "")), str(one.get("outcome", "")), failure, str(one.get("path") or ""))
