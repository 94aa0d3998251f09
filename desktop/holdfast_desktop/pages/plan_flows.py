"""What is done about schedules: made (for one site, several, or a tag), changed, switched, removed. Each refusal stays in its dialog."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QWidget

from holdfast.app import ScheduleView
from holdfast.errors import HoldfastError, as_failure
from holdfast_desktop.dialogs.plan import PlanFor, PlanSheet
from holdfast_desktop.dialogs.sheet import Question
from holdfast_desktop.event_loop import is_there
from holdfast_desktop.pages.cost_lines import cost_lines
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.wording.core_sentences import sentence
from holdfast_desktop.wording.services import is_service
from holdfast_desktop.wording.times import coming
from holdfast_desktop.wording.tr import tr, tr_n
from holdfast_desktop.wording.waiting import plan_words

Made = tuple[Sequence[ScheduleView], Sequence[tuple[str, HoldfastError]]]


class PlanFlows:
    """`changed`: called when there are other schedules than before."""

    def __init__(self, desk: Desk, parent: QWidget, changed: Callable[[], object]) -> None:
        self._desk, self._parent, self._changed = desk, parent, changed

    # making

    def add(self, sites: Sequence[str]) -> None:
        """For one site, or the same for each of several; a tag may stand in their place."""
        dialog = PlanSheet(self._whom(sites), None, self._parent.window())
        self._serve(dialog, sites)

        def submitted(words: Mapping[str, Any], tag: str) -> None:
            self._desk.tasks.start(self._made(sites, tag, words), added, refused)

        def added(answer: Made) -> None:
            made, failed = answer
            if not made and failed:
                return refused(failed[0][1])
            if is_there(dialog):
                dialog.accept()
            self._tell_made(made, failed)
            self._changed()

        def refused(error: Exception) -> None:
            self._refused(dialog, error)

        dialog.submitted.connect(submitted)
        dialog.open()

    async def _made(self, sites: Sequence[str], tag: str, words: Mapping[str, Any]) -> Made:
        """One site that refuses stops no other."""
        add = self._desk.app.schedules.add
        if tag:
            return [await add(tag=tag, **words)], ()
        made: list[ScheduleView] = []
        failed: list[tuple[str, HoldfastError]] = []
        for site in sites:
            try:
                made.append(await add(site, **words))
            except HoldfastError as error:
                failed.append((site, error))
        return made, failed

    def _tell_made(self, made: Sequence[ScheduleView], failed: Sequence[tuple[str, HoldfastError]]) -> None:
        if failed:
            names = ", ".join(site for site, _ in failed)
            title = tr_n("{n} schedule was added", "{n} schedules were added", len(made))
            self._desk.say(title, tr("Not for {names}: {why}").replace("{why}", str(failed[0][1])).replace("{names}", names), "warning")
        elif len(made) == 1:
            at = made[0].next_run_at
            self._desk.say(tr("The schedule was added"), tr("Next run: {when}", when=coming(at, self._desk.now())) if at else "")
        else:
            self._desk.say(tr_n("{n} schedule was added", "{n} schedules were added", len(made)))

    # changing

    def edit(self, schedule: ScheduleView) -> None:
        sites = schedule.sites or ((schedule.site,) if schedule.site else ())
        dialog = PlanSheet(self._whom(sites, schedule.tag), schedule, self._parent.window())
        self._serve(dialog, sites, schedule.tag)

        def submitted(words: Mapping[str, Any], _: str) -> None:
            if not words:
                return dialog.accept()
            self._desk.tasks.start(self._desk.app.schedules.edit(schedule.id, **words), changed, lambda error: self._refused(dialog, error))

        def changed(_: ScheduleView) -> None:
            if is_there(dialog):
                dialog.accept()
            self._changed()

        dialog.submitted.connect(submitted)
        dialog.open()

    def switch(self, schedule: ScheduleView) -> None:
        """On where it is off, off where it is on. One that is for a tag: only after it was said for how many sites."""
        if not schedule.tag or len(schedule.sites) < 2:
            return self._switch(schedule)
        count, words = len(schedule.sites), (tr("Switch off") if schedule.enabled else tr("Switch on"))
        dialog = Question(
            tr("Switch this schedule off?") if schedule.enabled else tr("Switch this schedule on?"),
            tr_n("It is for {n} site with the tag “{tag}”.", "It is for {n} sites with the tag “{tag}”.", count, tag=schedule.tag),
            [("switch", words, "primary")],
            self._parent.window(),
            name="planSwitchDialog",
        )
        dialog.accepted.connect(lambda: self._switch(schedule))
        dialog.open()

    def _switch(self, schedule: ScheduleView) -> None:
        work = self._desk.app.schedules.edit(schedule.id, enabled=not schedule.enabled)
        self._desk.do(work, lambda _: self._changed(), schedule.site, self._parent)

    def remove(self, schedule: ScheduleView) -> None:
        words = plan_words(schedule.every, schedule.cron, schedule.at, schedule.on) + "\n" + tr("Backups that it made stay.")
        if schedule.tag:
            words += " " + tr("It is for all sites with the tag “{tag}”, and ends for all of them.").replace("{tag}", schedule.tag)
        dialog = Question(
            tr("Remove this schedule?"), words, [("remove", tr("Remove"), "danger")], self._parent.window(), tr("Keep"), "planRemoveDialog"
        )
        work = self._desk.app.schedules
        dialog.accepted.connect(lambda: self._desk.do(work.remove(schedule.id), lambda _: self._changed(), schedule.site, self._parent))
        dialog.open()

    # both

    def _whom(self, names: Sequence[str], tag: str = "") -> PlanFor:
        views = [one for one in (self._desk.site(name) for name in names) if one is not None]
        systems = {one.system for one in views}
        system = systems.pop() if len(systems) == 1 else "folder"
        tags = sorted({tag for one in self._desk.sites() for tag in one.tags}, key=str.casefold)
        title = names[0] if len(names) == 1 else tr_n("{n} site", "{n} sites", len(names))
        return PlanFor(
            title=tr("tag “{tag}”").replace("{tag}", tag) + " · " + title if tag else title,
            system=system,
            offers=views[0].offers if len(views) == 1 else {},
            tags=tags,
            storages=[one.name for one in self._desk.storages()],
            storage=views[0].storage if len(views) == 1 else "",
            service=bool(views) and all(is_service(one.system) for one in views),
        )

    def _serve(self, dialog: PlanSheet, sites: Sequence[str], of_tag: str = "") -> None:
        """Answer what the dialog asks: the next runs, and the cost."""

        def asked(words: Mapping[str, Any], tag: str) -> None:
            tag = tag or of_tag
            site = None if tag or not sites else sites[0]

            def got(found: tuple[Sequence[datetime], Sequence[str]]) -> None:
                dialog.show_preview(*found)

            def failed(error: Exception) -> None:
                dialog.show_preview((), ())
                dialog.complain(sentence(as_failure(error).message))

            self._desk.tasks.start(self._looked_ahead(site, tag, words), got, failed, dialog)

        dialog.asked.connect(asked)

    async def _looked_ahead(self, site: str | None, tag: str, words: Mapping[str, Any]) -> tuple[Sequence[datetime], Sequence[str]]:
        given = {name: value for name, value in words.items() if value != ""}
        runs = await self._desk.app.schedules.preview(site, tag=tag, **given)
        return runs, cost_lines(await self._desk.app.conditions.cost_of_plan(site, tag=tag, **given))

    def _refused(self, dialog: PlanSheet, error: Exception) -> None:
        if is_there(dialog):
            failure = as_failure(error)
            dialog.refused(sentence(failure.message))
        else:
            self._desk.failed(error)
