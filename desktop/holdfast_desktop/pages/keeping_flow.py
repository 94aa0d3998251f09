"""The rule of a storage: previewed as a calendar and as a list, then saved; what goes, goes site by site, each a job of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from holdfast.app import SiteView
from holdfast.retention import kept_dates, parse_policy
from holdfast_desktop.dialogs.keeping import Coming, Keeping, Removal
from holdfast_desktop.event_loop import in_thread
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.told import told
from holdfast_desktop.widgets.kept_year import Fate
from holdfast_desktop.wording.states import type_word
from holdfast_desktop.wording.times import exact
from holdfast_desktop.wording.tr import tr, tr_n

MONTH, YEAR = timedelta(days=30), timedelta(days=365)


class KeepingFlow:
    def __init__(self, desk: Desk, window: QWidget, job_started: Callable[[], object]) -> None:
        self._desk = desk
        self._window = window
        self._job_started = job_started

    def open(self, storage: str) -> None:
        async def ask_default() -> str:
            return str((await self._desk.app.settings.get()).retention)

        self._desk.do(ask_default(), lambda default: self._open(storage, default), storage)

    def _open(self, storage: str, default: str) -> None:
        view = self._desk.storage(storage)
        if view is None:
            return
        today = self._desk.now().astimezone().date()
        dialog = Keeping(storage, view.retention, default, today, self._window)
        plans: dict[str, Mapping[str, Any]] = {}

        def changed(policy: str) -> None:
            def planned(preview: Mapping[str, Any]) -> None:
                plans[policy] = preview["plan"]
                dialog.show_removal(policy, removal_of(self._own_groups(storage, preview["plan"]), len(self._apart(storage))))

            def failed(error: Exception) -> None:
                dialog.refused(policy, told(self._desk, error, storage).partition("\n")[0])

            self._desk.tasks.start(in_thread(coming_of, policy, today), lambda coming: dialog.show_coming(policy, coming), failed, dialog)
            self._desk.tasks.start(self._desk.app.backups.retention_preview(f"@{storage}", policy), planned, failed, dialog)

        def applied(policy: str, remove: bool, confirmed: bool) -> None:
            groups = list(self._own_groups(storage, plans.get(policy or default, {}))) if remove else []
            self._save(storage, policy, policy or default, groups, confirmed)

        dialog.changed.connect(changed)
        dialog.applied.connect(applied)
        dialog.open()
        dialog.ask()

    def _apart(self, storage: str) -> set[str]:
        """Sites (ids) there that have a rule of their own."""
        return {site.id for site in self._sites(storage) if site.retention}

    def _sites(self, storage: str) -> Sequence[SiteView]:
        view = self._desk.storage(storage)
        return [site for site in self._desk.sites() if view is not None and site.name in view.sites]

    def _own_groups(self, storage: str, plan: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
        """Of the sites that are known here and have no rule of their own: only these are thinned out by the storage's."""
        known = {site.id for site in self._sites(storage)} - self._apart(storage)
        return [group for group in plan.get("groups") or () if group.get("site") in known]

    def _save(self, storage: str, policy: str, rule: str, groups: list[Mapping[str, Any]], confirmed: bool) -> None:
        names = {site.id: site.name for site in self._desk.sites()}
        thinned = [names[str(group["site"])] for group in groups if group.get("remove")]

        def saved(_: object) -> None:
            self._desk.changed()
            self._desk.say(
                tr("The rule of {name} was saved", name=storage),
                tr_n("{n} site is thinned out now.", "{n} sites are thinned out now.", len(thinned)) if thinned else "",
            )
            for site in thinned:
                self._desk.do_job(self._desk.app.backups.forget(site, policy=rule, confirmed=confirmed), subject=site)
            if thinned:
                self._job_started()

        self._desk.do(self._desk.app.storages.edit(storage, retention=policy), saved, storage)


def coming_of(policy: str, today: date) -> Coming:
    """What a rule leaves of one backup a day from today on. Takes a while: in a thread."""
    rule = parse_policy(policy)
    month, year = today + MONTH, today + YEAR
    return Coming(month, kept_dates(rule, today, month), year, kept_dates(rule, today, year))


def removal_of(groups: Iterable[Mapping[str, Any]], apart: int) -> Removal:
    """The groups of a plan, for people."""
    keep, lines, stop = 0, list[str](), ""
    stays, goes = set[date](), set[date]()
    for group in groups:
        keep += len(group.get("keep") or ())
        stays |= {_day(one) for one in group.get("keep") or ()}
        goes |= {_day(one) for one in group.get("remove") or ()}
        lines += [_line(str(group.get("name", "")), one) for one in group.get("remove") or ()]
        stop = stop or str(group.get("stop") or "")
    days: dict[date, Fate] = {day: "both" if day in goes and day in stays else "goes" if day in goes else "stays" for day in stays | goes}
    return Removal(keep, lines, days, stop, apart)


def _when(item: Mapping[str, Any]) -> datetime:
    return datetime.fromisoformat(str(item["time"]))


def _day(item: Mapping[str, Any]) -> date:
    return _when(item).astimezone().date()


def _line(site: str, item: Mapping[str, Any]) -> str:
    parts = [site, exact(_when(item)), type_word(str(item.get("type", ""))), str(item.get("label") or "")]
    return " · ".join(part for part in parts if part)
