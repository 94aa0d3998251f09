"""The rule of a storage or of one site: previewed as a calendar and as a list, then saved.

What goes, goes site by site, each a job of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from holdfast.retention import kept_dates, parse_policy
from holdfast_desktop.dialogs.keeping import Coming, Keeping, Removal
from holdfast_desktop.event_loop import in_thread
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.told import told
from holdfast_desktop.widgets.kept_year import Fate
from holdfast_desktop.wording.retention import policy_name
from holdfast_desktop.wording.states import type_word
from holdfast_desktop.wording.times import exact
from holdfast_desktop.wording.tr import tr, tr_n

MONTH, YEAR = timedelta(days=30), timedelta(days=365)


@dataclass(frozen=True)
class Ruled:
    """What a rule is for: a storage, or one site. `default`: what holds without a rule of its own, and `inherited` says whose that is.
    `thinned`: names, by id, of the sites that the rule thins out; `apart`: how many have one of their own."""

    name: str
    policy: str
    default: str
    inherited: str
    thinned: Mapping[str, str]
    apart: int = 0
    site: bool = False

    @property
    def target(self) -> str:
        """As the door takes it."""
        return self.name if self.site else f"@{self.name}"

    def groups(self, plan: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        """The parts of a plan that are this rule's: of sites that are known here and have none of their own."""
        groups = plan.get("groups") or ()
        if self.site:
            return [{**group, "name": ""} for group in groups]  # the title says whose they are
        return [group for group in groups if group.get("site") in self.thinned]


class KeepingFlow:
    def __init__(self, desk: Desk, window: QWidget, job_started: Callable[[], object]) -> None:
        self._desk = desk
        self._window = window
        self._job_started = job_started

    def open(self, storage: str) -> None:
        self._desk.do(self._default(), lambda default: self._show(self._of_storage(storage, default)), storage)

    def open_site(self, site: str) -> None:
        self._desk.do(self._default(), lambda default: self._show(self._of_site(site, default)), site)

    async def _default(self) -> str:
        return str((await self._desk.app.settings.get()).retention)

    def _of_storage(self, name: str, default: str) -> Ruled | None:
        view = self._desk.storage(name)
        if view is None:
            return None
        there = [site for site in self._desk.sites() if site.name in view.sites]
        thinned = {site.id: site.name for site in there if not site.retention}
        return Ruled(name, view.retention, default, _as_in_settings(default), thinned, len(there) - len(thinned))

    def _of_site(self, name: str, default: str) -> Ruled | None:
        view = self._desk.site(name)
        if view is None:
            return None
        storage = self._desk.storage(view.storage)
        inherited = _as_in_settings(default)
        if storage is not None and storage.retention:
            default = storage.retention
            inherited = tr("As its storage ({rule})", rule=policy_name(default))
        return Ruled(name, view.retention, default, inherited, {view.id: view.name}, site=True)

    def _show(self, ruled: Ruled | None) -> None:
        if ruled is None:
            return
        today = self._desk.now().astimezone().date()
        dialog = Keeping(*_title(ruled), ruled.policy, ruled.default, ruled.inherited, today, self._window)
        plans: dict[str, Mapping[str, Any]] = {}

        def changed(policy: str) -> None:
            def planned(preview: Mapping[str, Any]) -> None:
                plans[policy] = preview["plan"]
                dialog.show_removal(policy, removal_of(ruled.groups(preview["plan"]), ruled.apart))

            def failed(error: Exception) -> None:
                dialog.refused(policy, told(self._desk, error, ruled.name).partition("\n")[0])

            self._desk.tasks.start(in_thread(coming_of, policy, today), lambda coming: dialog.show_coming(policy, coming), failed, dialog)
            self._desk.tasks.start(self._desk.app.backups.retention_preview(ruled.target, policy), planned, failed, dialog)

        def applied(policy: str, remove: bool, confirmed: bool) -> None:
            rule = policy or ruled.default
            groups = ruled.groups(plans.get(rule, {})) if remove else []
            thinned = [ruled.thinned.get(str(one["site"]), ruled.name) for one in groups if one.get("remove")]
            self._save(ruled, policy, thinned, rule, confirmed)

        dialog.changed.connect(changed)
        dialog.applied.connect(applied)
        dialog.open()
        dialog.ask()

    def _save(self, ruled: Ruled, policy: str, thinned: Sequence[str], rule: str, confirmed: bool) -> None:
        """Then thin out these sites by `rule`."""

        def saved(_: object) -> None:
            self._desk.changed()
            self._desk.say(
                tr("The rule of {name} was saved", name=ruled.name),
                tr_n("{n} site is thinned out now.", "{n} sites are thinned out now.", len(thinned)) if thinned else "",
            )
            for site in thinned:
                self._desk.do_job(self._desk.app.backups.forget(site, policy=rule, confirmed=confirmed), subject=site)
            if thinned:
                self._job_started()

        self._desk.do(self._edited(ruled, policy), saved, ruled.name)

    async def _edited(self, ruled: Ruled, policy: str) -> None:
        nouns = self._desk.app
        await (nouns.sites.edit(ruled.name, retention=policy) if ruled.site else nouns.storages.edit(ruled.name, retention=policy))


def _title(ruled: Ruled) -> tuple[str, str]:
    """Of the dialog, and what it says below."""
    if ruled.site:
        return tr("How long backups of {name} stay", name=ruled.name), tr("Backups marked “keep forever” always stay.")
    intro = tr("Backups marked “keep forever” always stay, and sites with a rule of their own keep it.")
    return tr("How long backups in {name} stay", name=ruled.name), intro


def _as_in_settings(rule: str) -> str:
    return tr("As in the settings ({rule})", rule=policy_name(rule))


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
