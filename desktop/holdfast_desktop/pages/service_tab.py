"""What a site's own service offers besides backups: schedules, storages, staging, migration, webhooks. Built from its capabilities only."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from holdfast.app import ScheduleView, SiteView
from holdfast.errors import as_failure
from holdfast_desktop.models.rows import Column
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.pages.page import scrolled
from holdfast_desktop.pages.service_actions import ServiceActions
from holdfast_desktop.pages.service_section import LineSection, RowsSection, offers_card
from holdfast_desktop.theme.controls import IconLabel, button, column, label
from holdfast_desktop.wording.services import (
    can,
    event_words,
    job_line,
    keep_words,
    remote_type_word,
    schedule_when,
    test_tone,
    test_words,
    verb_title,
)
from holdfast_desktop.wording.states import outcome_look
from holdfast_desktop.wording.times import exact, relative
from holdfast_desktop.wording.tr import told, tr

_EVENTS = ("backup.completed", "backup.failed", "restore.completed")


class ServiceTab(QWidget):
    """Asks the site when it is shown, and again after each change."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._site: SiteView | None = None
        self._shown_offers: Mapping[str, Any] = {}
        self._loaded = ""
        self._do = ServiceActions(desk, self, self.load)
        self._make_sections()
        self._offers, self._offers_box = offers_card("serviceOffers")
        inner = QWidget()
        inner.setLayout(
            column(
                self._schedules, self._storages, self._staging, self._migration, self._webhooks, self._offers, None,
                gap=12, margins=(0, 16, 24, 16),
            )
        )  # fmt: skip
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inner, "siteService"))

    def _make_sections(self) -> None:
        add = button("scheduleAdd", tr("Add…"), "plain", "plus", lambda: self._do.add_schedule(self._name()))
        edit = button("scheduleEdit", tr("Change…"), "ghost", "pencil", lambda: self._with(self._schedules, self._do.edit_schedule))
        drop = button("scheduleDelete", tr("Delete…"), "ghost", "trash-2", lambda: self._with(self._schedules, self._do.delete_schedule))
        self._schedules = RowsSection(
            "serviceSchedules", tr("Schedules on the site"), "schedules.list", schedule_columns(self._desk),
            [(edit, "schedules.update"), (drop, "schedules.delete"), (add, "schedules.create")],
            tr("The site has no schedule. It makes backups only when it is told to."), (edit, drop),
        )  # fmt: skip
        test = button("storageTry", tr("Test"), "plain", "list-checks", lambda: self._with(self._storages, self._do.test_storage))
        self._storages = RowsSection(
            "serviceStorages", tr("Where the site keeps its backups"), "storages.list", storage_columns(), [(test, "storages.test")],
            tr("The site names no storage."), (test,),
        )  # fmt: skip
        copy = button("stagingCreate", tr("New staging copy…"), "plain", "copy", lambda: self._do.create_staging(self._name()))
        roles = button("stagingRoles", tr("Roles…"), "ghost", clicked=lambda: self._do.set_roles(self._name()))
        self._staging = LineSection(
            "serviceStaging", tr("Staging"), "staging.status", [(roles, "staging.settings"), (copy, "staging.create")]
        )
        self._migration = LineSection("serviceMigration", tr("Migration"), "migration.status")
        hook = button("webhookNew", tr("Add…"), "plain", "plus", lambda: self._do.add_webhook(self._name(), _EVENTS))
        self._webhooks = LineSection("serviceWebhooks", tr("Webhooks"), "webhooks.create", [(hook, "webhooks.create")])

    def _name(self) -> str:
        return self._site.name if self._site is not None else ""

    def _with(self, section: RowsSection, action: Callable[[str, Any], object]) -> None:
        chosen = section.chosen()
        if chosen is not None:
            action(self._name(), chosen)

    # what is shown

    def show_site(self, site: SiteView | None) -> None:
        """None: a site without a service."""
        other = (site.name if site else "") != self._name()
        self._site = site
        if site is None:
            return
        if other or dict(site.offers) != dict(self._shown_offers):
            self._shown_offers = dict(site.offers)
            self._loaded = ""
            self._show_offers()
            if self.isVisible():
                self.load()

    def _sections(self) -> tuple[RowsSection | LineSection, ...]:
        return (self._schedules, self._storages, self._staging, self._migration, self._webhooks)

    def _show_offers(self) -> None:
        offers = self._shown_offers
        for section in self._sections():
            section.show_offers(offers)
        while (item := self._offers_box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self._offers_box.addWidget(label(tr("What this service can do"), "section"))
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 2, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        missing = {str(verb): str(why) for verb, why in (offers.get("why_not") or {}).items()}
        for place, (verb, why) in enumerate([*((str(v), "") for v in offers.get("verbs") or ()), *missing.items()]):
            grid.addWidget(IconLabel("circle-slash" if why else "circle-check", "" if why else "ok"), place, 0)
            name = label(verb_title(verb))
            name.setEnabled(not why)
            grid.addWidget(name, place, 1)
            grid.addWidget(label(told(why), tone="secondary", wrap=True), place, 2)
        self._offers_box.addWidget(table)

    def shown(self) -> None:
        """The user came here."""
        if self._site is not None and self._loaded != self._site.name:
            self.load()

    def load(self) -> None:
        """Ask the site for what it offers."""
        site = self._site
        if site is None:
            return
        self._loaded, offers, app = site.name, self._shown_offers, self._desk.app
        if can(offers, "schedules.list"):
            self._ask(self._schedules, _schedules_of(app, site.name), self._schedules.show_rows)
        if can(offers, "storages.list"):
            self._ask(self._storages, app.services.storages(site.name), self._storages.show_rows)
        if can(offers, "staging.status"):
            nothing = tr("No staging copy is being made.")
            self._ask(self._staging, app.services.staging_job(site.name), lambda job: self._staging.show_text(job_line(job, nothing)))
        if can(offers, "migration.status"):
            none = tr("No migration runs.")
            self._ask(self._migration, app.services.migration_job(site.name), lambda job: self._migration.show_text(job_line(job, none)))
        if can(offers, "webhooks.create"):
            self._ask(self._webhooks, app.services.webhooks(site.name), self._show_webhooks)

    def _show_webhooks(self, known: Sequence[Mapping[str, Any]]) -> None:
        """Those that were made from here; the site itself lists none."""
        lines = [f"{one.get('url')} · {', '.join(event_words(str(event)) for event in one.get('events') or ())}" for one in known]
        self._webhooks.show_text(
            "\n".join(lines) or tr("The site can tell an address of yours when a backup or a restore is done. None was made from here.")
        )

    def _ask(self, section: RowsSection | LineSection, work: Coroutine[Any, Any, Any], show: Callable[[Any], object]) -> None:
        name = self._name()
        section.asking()

        def got(answer: Any) -> None:
            if name == self._name():
                show(answer)

        def failed(error: Exception) -> None:
            if name == self._name():
                words = self._desk.words_of(as_failure(error), name)
                section.failed(f"{words.title}. {words.body}")

        self._desk.tasks.start(work, got, failed, self)


async def _schedules_of(app: Any, site: str) -> Sequence[ScheduleView]:
    found, _ = await app.schedules.list_all(site)
    return [one for one in found if one.where == "site"]


def schedule_columns(desk: Desk) -> list[Column[ScheduleView]]:
    return [
        Column(tr("When"), lambda s: schedule_when(s.every, s.cron, s.at), tip=lambda s: s.name),
        Column(tr("What"), lambda s: remote_type_word(s.type), width=150),
        Column(tr("Keeps"), lambda s: keep_words(s.keep, s.keep_days), width=116),
        Column(
            tr("Next run"),
            lambda s: exact(s.next_run_at) or tr("not told"),
            width=140,
            tone=lambda s: "warning" if s.next_run_at is not None and s.next_run_at < desk.now() else "",
            tip=lambda s: tr("Overdue: quiet sites run late.") if s.next_run_at is not None and s.next_run_at < desk.now() else "",
        ),
        Column(tr("Last run"), lambda s: relative(s.last_run_at, desk.now()) if s.last_run_at else "–", width=110),
        Column(
            tr("State"),
            lambda s: (outcome_look(s.last_outcome).word if s.last_outcome else tr("on")) if s.enabled else tr("off"),
            icon=lambda s: "circle-check" if s.enabled else "pause",
            tone=lambda s: "ok" if s.enabled else "secondary",
            width=100,
        ),
    ]


def storage_columns() -> list[Column[Mapping[str, Any]]]:
    def place(one: Mapping[str, Any]) -> str:
        details = one.get("details") or {}
        where = "/".join(str(details[key]).strip("/") for key in ("bucket", "path") if details.get(key))
        return f"{where} ({details['region']})" if details.get("region") else where

    def tested(one: Mapping[str, Any]) -> str:
        told = str((one.get("details") or {}).get("last_tested") or "")
        try:
            return exact(datetime.fromisoformat(told))
        except ValueError:
            return told

    return [
        Column(tr("Name"), lambda s: str(s.get("name") or s.get("kind") or s.get("slug")), tip=lambda s: str(s.get("slug"))),
        Column(tr("Place"), place, tone=lambda _: "secondary", width=240),
        Column(tr("Role"), lambda s: tr("primary") if s.get("is_primary") else "", width=116),
        Column(
            tr("Last test"),
            lambda s: test_words(str(s.get("test_status") or "")),
            icon=lambda s: {"ok": "circle-check", "error": "circle-x"}.get(test_tone(str(s.get("test_status") or "")), "circle-dashed"),
            tone=lambda s: test_tone(str(s.get("test_status") or "")),
            width=140,
            tip=tested,
        ),
    ]
