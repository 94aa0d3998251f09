"""What the Service tab does: schedules made, changed and deleted, storages tried, staging, webhooks. Each refusal stays in its dialog."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from holdfast.app import ScheduleView
from holdfast.errors import as_failure
from holdfast.secret import Secret
from holdfast_desktop.dialogs.service_forms import FormSheet, WebhookSheet
from holdfast_desktop.dialogs.sheet import Question
from holdfast_desktop.event_loop import is_there
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.wording.services import keep_words, remote_type_word, schedule_when, test_words
from holdfast_desktop.wording.times import exact
from holdfast_desktop.wording.tr import tr

_NAMED = {"frequency": "every", "time": "at", "storage": "site_storage"}
"""Fields of a schedule as the service names them -> as the door does."""
_PLAIN = {"cron", "type", "keep", "keep_days", "name", "enabled"}


class ServiceActions:
    """`changed`: called when the site has other schedules, storages … than before."""

    def __init__(self, desk: Desk, parent: QWidget, changed: Callable[[], object]) -> None:
        self._desk, self._parent, self._changed = desk, parent, changed

    def _within(self, dialog: FormSheet | WebhookSheet, work: Coroutine[Any, Any, Any], site: str, done: Callable[[Any], object]) -> None:
        """Do `work`; its refusal is said in the dialog."""

        def ended(answer: Any) -> None:
            if is_there(dialog):
                dialog.accept()
            done(answer)
            self._changed()

        def refused(error: Exception) -> None:
            if is_there(dialog):
                words = self._desk.words_of(as_failure(error), site)
                dialog.refused(f"{words.title}. {words.body}")
            else:
                self._desk.failed(error, site)

        self._desk.tasks.start(work, ended, refused)

    # schedules

    def add_schedule(self, site: str) -> None:
        fields: Sequence[Mapping[str, Any]] = self._desk.offers(site).get("schedule") or ()
        note = tr("Compare the next run that is shown afterwards: sites mean their own time zone, or UTC.")
        dialog = FormSheet(
            "scheduleDialog", tr("New schedule on {site}", site=site), tr("The site runs it by itself, also while this computer is off."),
            fields, tr("Add schedule"), note=note, parent=self._parent.window(),
        )  # fmt: skip

        def added(made: ScheduleView) -> None:
            self._desk.say(
                tr("The schedule is on the site"), tr("Next run: {when}", when=exact(made.next_run_at)) if made.next_run_at else ""
            )

        def submitted(values: Mapping[str, Any]) -> None:
            self._within(dialog, self._desk.app.schedules.add(site, where="site", **schedule_words(values)), site, added)

        dialog.submitted.connect(submitted)
        dialog.open()

    def edit_schedule(self, site: str, schedule: ScheduleView) -> None:
        """Where the service can only make a new one and delete the old one, that is said before."""
        self._desk.do(
            self._desk.app.schedules.replaces(schedule.id), lambda replaced: self._open_edit(site, schedule, replaced), site, self._parent
        )

    def _open_edit(self, site: str, schedule: ScheduleView, replaced: bool) -> None:
        fields: Sequence[Mapping[str, Any]] = self._desk.offers(site).get("schedule") or ()
        note = tr("This service changes no schedules: a new one is made, and the old one deleted once it is there.") if replaced else ""
        dialog = FormSheet(
            "scheduleDialog", tr("Change the schedule"), schedule_when(schedule.every, schedule.cron, schedule.at), fields,
            tr("Change"), given=schedule_values(schedule), note=note, parent=self._parent.window(),
        )  # fmt: skip

        def submitted(values: Mapping[str, Any]) -> None:
            words = schedule_words(values)
            self._within(dialog, self._desk.app.schedules.edit(schedule.id, **words), site, lambda _: None)

        dialog.submitted.connect(submitted)
        dialog.open()

    def delete_schedule(self, site: str, schedule: ScheduleView) -> None:
        parts = (
            schedule_when(schedule.every, schedule.cron, schedule.at), remote_type_word(schedule.type),
            keep_words(schedule.keep, schedule.keep_days),
        )  # fmt: skip
        dialog = Question(
            tr("Delete this schedule of {site}?", site=site),
            " · ".join(parts) + "\n" + tr("Backups that it made stay."),
            [("delete", tr("Delete"), "danger")],
            self._parent.window(),
            cancel=tr("Keep"),
            name="scheduleDeleteDialog",
        )
        dialog.accepted.connect(lambda: self._desk.do(self._desk.app.schedules.remove(schedule.id), lambda _: self._changed(), site))
        dialog.open()

    # storages

    def test_storage(self, site: str, storage: Mapping[str, Any]) -> None:
        name = str(storage.get("name") or storage.get("slug"))

        def told(answer: Mapping[str, Any]) -> None:
            status = str(answer.get("test_status") or "")
            severity = {"passed": "ok", "failed": "error"}.get(status, "neutral")
            self._desk.say(tr("{storage} {result}", storage=name, result=test_words(status)), tr("The site itself tried it."), severity)
            self._changed()

        self._desk.do(self._desk.app.services.test_storage(site, str(storage.get("slug"))), told, site)

    # staging

    def create_staging(self, site: str) -> None:
        fields: Sequence[Mapping[str, Any]] = self._desk.offers(site).get("staging") or ()
        dialog = FormSheet(
            "stagingDialog", tr("New staging copy of {site}", site=site), tr("The site makes a copy of itself to try things out."), fields,
            tr("Make the copy"), parent=self._parent.window(),
        )  # fmt: skip

        def submitted(values: Mapping[str, Any]) -> None:
            work = self._desk.app.services.create_staging(site, mode=str(values.get("mode") or ""), roles=values.get("staging_roles"))
            self._within(dialog, work, site, lambda _: self._desk.say(tr("The staging copy is being made"), "", "running"))

        dialog.submitted.connect(submitted)
        dialog.open()

    def set_roles(self, site: str) -> None:
        roles = [dict(one) for one in self._desk.offers(site).get("staging") or () if one.get("kind") == "pairs"]
        fields = [{"name": "staging", "kind": "text", "label": tr("Staging copy"), "required": True}, *roles]
        dialog = FormSheet(
            "rolesDialog", tr("Roles on a staging copy of {site}", site=site), tr("Who may do what there."), fields, tr("Set roles"),
            parent=self._parent.window(),
        )  # fmt: skip

        def submitted(values: Mapping[str, Any]) -> None:
            work = self._desk.app.services.set_staging(site, str(values["staging"]), roles=dict(values.get("staging_roles") or {}))
            self._within(dialog, work, site, lambda _: self._desk.say(tr("The roles are set")))

        dialog.submitted.connect(submitted)
        dialog.open()

    # webhooks

    def add_webhook(self, site: str, events: Sequence[str]) -> None:
        dialog = WebhookSheet(site, events, secrets.token_urlsafe(24), self._parent.window())

        def submitted(url: str, chosen: Sequence[str], secret: str) -> None:
            work = self._desk.app.services.add_webhook(site, url=url, events=list(chosen), secret=Secret(secret))
            self._within(dialog, work, site, lambda _: self._desk.say(tr("The site will tell {url}", url=url)))

        dialog.submitted.connect(submitted)
        dialog.open()


def schedule_words(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values of the form as the arguments of the door; what it does not know goes into `extra`."""
    words = {_NAMED.get(name, name): value for name, value in values.items() if name in _NAMED or name in _PLAIN}
    extra = {name: value for name, value in values.items() if name not in _NAMED and name not in _PLAIN}
    return words | ({"extra": extra} if extra else {})


def schedule_values(schedule: ScheduleView) -> dict[str, Any]:
    """The other way round: a schedule as values of the form."""
    known = {name: getattr(schedule, name) for name in _PLAIN}
    return known | {form: getattr(schedule, door) for form, door in _NAMED.items()} | dict(schedule.extra)
