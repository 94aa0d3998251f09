"""What is done with sites themselves: removed (and brought back), tagged, listed into a file. Nothing goes without being shown first."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from PySide6.QtWidgets import QFileDialog, QWidget

from holdfast.app import SiteView
from holdfast_desktop.dialogs.sheet import Question
from holdfast_desktop.dialogs.tags import TagsSheet
from holdfast_desktop.event_loop import in_thread
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.theme.controls import ButtonKind
from holdfast_desktop.wording.errors import ErrorWords, fix
from holdfast_desktop.wording.services import where_words
from holdfast_desktop.wording.tr import tr, tr_n


class SiteFlows:
    def __init__(self, desk: Desk, window: QWidget) -> None:
        self._desk, self._window = desk, window

    # removing

    def remove(self, site: str) -> None:
        """Of a site of this computer: first what goes and what stays is looked up."""
        self._desk.do(self._looked_up(site), lambda found: self._ask(site, *found), site, self._window)

    async def _looked_up(self, site: str) -> tuple[int, int]:
        """How many backups and schedules it has; what cannot be told now counts as none."""
        backups = await self._desk.app.backups.list(site, refresh=False)
        own = [one for one in (await self._desk.app.schedules.list_all(site))[0] if one.where == "local" and not one.tag]
        return backups.total or 0, len(own)

    def _ask(self, site: str, backups: int, schedules: int) -> None:
        held = self._desk.site(site)
        where = held.storage if held is not None and held.storage else tr("its storage")
        lines = [tr("The site itself is not touched.")]
        if backups:
            stay = tr_n("{n} backup stays in {where}.", "{n} backups stay in {where}.", backups, where="{where}")
            lines.append(stay.replace("{where}", where))
        if schedules:
            lines.append(tr_n("{n} schedule ends.", "{n} schedules end.", schedules))
        lines.append(tr("For 30 days it can be brought back as it was, as long as its backups stay."))
        choices: list[tuple[str, str, ButtonKind]] = [("only", tr("Remove, keep backups") if backups else tr("Remove"), "primary")]
        if backups:
            words = tr_n("Remove with {n} backup", "Remove with {n} backups", backups)
            choices.insert(0, ("with_backups", words, "danger"))
        title = tr("Remove {site} from Holdfast?", site=site)
        dialog = Question(title, "\n".join(lines), choices, self._window, name="removeSiteDialog")
        dialog.accepted.connect(lambda: self._remove(site, dialog.chosen == "with_backups"))
        dialog.open()

    def _remove(self, site: str, with_backups: bool) -> None:
        def removed(count: int) -> None:
            self._desk.changed("")
            gone = tr_n("{n} backup was removed with it.", "{n} backups were removed with it.", count) if count else ""
            words = ErrorWords(
                tr("{site} was removed", site=site), gone or tr("Its backups stay."), "ok", () if with_backups else (fix("bring_back"),)
            )
            self._desk.said.emit(words, site, "")

        self._desk.do(self._desk.app.sites.remove(site, with_backups=with_backups), removed, site)

    def bring_back(self, site: str) -> None:
        def back(view: SiteView) -> None:
            self._desk.changed("")
            words = tr("Its database password has to be given again.") if "://" in view.database else ""
            self._desk.say(tr("{site} is back", site=view.name), words, "warning" if words else "ok")

        self._desk.do(self._desk.app.sites.bring_back(site), back, site)

    # tags

    def tag(self, sites: Sequence[str]) -> None:
        before = {name: view.tags for name in sites if (view := self._desk.site(name)) is not None}
        if not before:
            return
        known = sorted({tag for view in self._desk.sites() for tag in view.tags}, key=str.casefold)
        title = tr_n("Tags of {n} site", "Tags of {n} sites", len(before))
        if len(before) == 1:
            title = tr("Tags of {site}", site=next(iter(before)))
        dialog = TagsSheet(title, before, known, self._window)

        async def saved() -> None:
            for site, tags in before.items():
                after = dialog_tags[site]
                if after != tuple(tags):
                    await self._desk.app.sites.edit(site, tags=list(after))

        dialog_tags: dict[str, tuple[str, ...]] = {}

        def accepted() -> None:
            dialog_tags.update({site: dialog.tags_of(site) for site in before})
            self._desk.do(saved(), lambda _: self._desk.refresh())

        dialog.accepted.connect(accepted)
        dialog.open()

    # a list of them

    def export(self, sites: Sequence[str]) -> None:
        views = [one for one in (self._desk.site(name) for name in sites) if one is not None]
        chooser = QFileDialog(self._window, tr("Save the list of sites"), "", tr("Table (*.csv)"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.selectFile("holdfast-sites.csv")
        text = sites_as_csv(views)
        chooser.fileSelected.connect(
            lambda path: self._desk.do(in_thread(write_text, path, text), lambda _: self._desk.say(tr("Saved"), path))
        )
        chooser.open()


_COLUMNS = ("name", "system", "status", "last_backup_at", "next_run_at", "path", "url", "kept_in", "size", "client", "tags", "proven_at")


def sites_as_csv(views: Sequence[SiteView]) -> str:
    """The names of the columns are those of ``holdfast site list --json``."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(
        ("name", "system", "status", "last_backup_at", "next_run_at", "path", "url", "kept_in", "size", "client", "tags", "proven_at")
    )
    for one in views:
        size = one.last_backup.size if one.last_backup is not None else None
        times = [moment.isoformat() if moment else "" for moment in (one.last_backup_at, one.next_run_at, one.proven_at)]
        table.writerow(
            [_plain(str(cell)) for cell in (
                one.name, one.system, one.status, times[0], times[1], one.path, one.url, where_words(one.system, one.storage),
                "" if size is None else size, one.client, " ".join(one.tags), times[2],
            )]
        )  # fmt: skip
    return out.getvalue()


def _plain(cell: str) -> str:
    """A spreadsheet must not take a name for a formula."""
    return "'" + cell if cell[:1] in ("=", "+", "-", "@") else cell


def write_text(path: str, text: str) -> None:
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
