"""Scenes: Sites, and the tabs of one."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import msgspec
from PySide6.QtWidgets import QPushButton, QTableView, QTabWidget, QWidget

from holdfast.app import ScheduleView
from holdfast.app.costs import Cheaper, Cost
from holdfast.app.past_slots import NoRun
from holdfast.records import Job
from holdfast.verdict import Reason
from holdfast.watchfulness import PHP
from holdfast_desktop.pages.sites import SitesPage
from tests.desktop.stage import Go, Scene, Stage, opens, page, show_tab, site_page, tab_of
from tests.support.fake_holdfast import NOW, FakeHoldfast
from tests.support.sample_rows import crowded, empty, scheduled
from tests.support.sample_services import ENGINE, HOTEL, REFUSED, SHOP, served


def _planned() -> FakeHoldfast:
    fake, site = scheduled(), "yoga-mitte.example"
    fake.schedules.rows[site] = [
        ScheduleView(
            "a1", "yoga daily", site, "local", "daily", next_run_at=NOW + timedelta(hours=20), last_run_at=NOW, last_outcome="success"
        ),
        ScheduleView("a2", "yoga weekly", site, "local", "weekly", on="fri", at="08:30", type="full", next_run_at=NOW + timedelta(days=5)),
        ScheduleView(f"{site}/7", "", site, "site", "hourly", type="database", next_run_at=NOW + timedelta(minutes=20)),
    ]
    return fake


async def _site(stage: Stage, tab: int = 0) -> None:
    stage.window.open_site("yoga-mitte.example")
    await stage.settle(0.1)
    stage.find(QTabWidget, "siteTabs").setCurrentIndex(tab)
    await stage.settle(0.1)


async def _reasons(stage: Stage) -> None:
    await _site(stage)
    stage.find(QPushButton, "siteWhyNot").click()
    await stage.settle(0.1)


async def _contents(stage: Stage) -> None:
    await show_tab(stage, "yoga-mitte.example", "Contents")


async def _runs(stage: Stage) -> None:
    await show_tab(stage, "yoga-mitte.example", "Activity")


async def _access_refused(stage: Stage) -> None:
    from holdfast.errors import AuthRejected

    stage.fake.fail_with["sites.test_service"] = AuthRejected("refused", host=REFUSED)
    stage.window.act("test_site", REFUSED)
    await stage.settle(0.2)


async def _access_tried(stage: Stage) -> None:
    stage.window.act("test_site", SHOP)
    await stage.settle(0.2)


async def _service_dialog(stage: Stage, site: str, control: str) -> QWidget:
    await show_tab(stage, site, "Service")
    stage.find(QPushButton, control).click()
    await stage.settle(0.1)
    return stage.dialog()


def service_dialog(site: str, control: str) -> Go:
    return lambda stage: _service_dialog(stage, site, control)


def _crowd_of_plans() -> FakeHoldfast:
    """By a tag, by cron, switched off, failed, and on the site; with a cost."""
    fake, site = _planned(), "yoga-mitte.example"
    fake.conditions.cost = Cost(31_000_000_000, 7_400.0, 3, 1, 4_200_000.0, Cheaper(5_100_000_000, 1_200.0, True))
    fake.schedules.rows[site] += [
        ScheduleView("a3", "all shops", "", "local", "", "30 2 * * mon-fri", tag="shop", sites=(site, "Café Morgenrot"),
                     next_run_at=NOW + timedelta(hours=12), last_run_at=NOW - timedelta(days=1), last_outcome="failed"),
        ScheduleView("a4", "at login", site, "local", "login", type="database", enabled=False),
    ]  # fmt: skip
    return fake


def _not_run() -> FakeHoldfast:
    """Runs of all kinds, with steps, and slots for which none ran."""
    fake = crowded(60)
    fake.job_rows = [
        msgspec.structs.replace(job, phases={"open": 1.2, "scan": 9.0, "dump": 14.0, "transfer": 61.0, "snapshot": 2.0})
        if job.outcome == "success" and job.verb == "backup" else job
        for job in fake.job_rows
    ]  # fmt: skip
    slots: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
        ("Café Morgenrot", "OFFLINE", "missed", {"host": "sftp.mitte.example"}),
        ("yoga-mitte.example", "METERED", "waiting", {"bytes": 31_000_000}),
        ("株式会社みどり", "COALESCED", "skipped", {}),
        ("yoga-mitte.example", "BATTERY", "missed", {"percent": 12.0, "level": 30}),
    )
    for number, (site, code, state, details) in enumerate(slots):
        due = NOW - timedelta(minutes=33 + 90 * number)
        fake.not_run.append(NoRun(site, f"{site} daily", due, state, Reason(code, details=details), f"s{number}"))
    return fake


async def _chosen_run(stage: Stage, row: int = 2) -> None:
    stage.window.go("activity")
    await stage.settle(0.2)
    stage.find(QTableView, "activityTable").selectRow(row)
    await stage.settle()


async def _failed_run(stage: Stage) -> None:
    await _chosen_run(stage, 0)


def _watched() -> FakeHoldfast:
    """A finding that stands, and a drill with its checks."""
    fake, site = scheduled(), "yoga-mitte.example"
    checks = [
        {"name": "restored", "outcome": "ok", "detail": "12847 of 12847 files, 1250000000 bytes"},
        {"name": "content", "outcome": "ok", "detail": "12847 files read back from disk, all as in the backup"},
        {"name": "core", "outcome": "warning", "detail": "WordPress 6.8.3 lacks readme.html"},
        {"name": "loaded", "outcome": "ok", "detail": "62 tables with 184201 rows were loaded into a private server and counted"},
        {"name": "boots", "outcome": "skipped", "detail": "This computer has no PHP 8 with mysqli to serve it with."},
    ]
    fake.job_rows.append(Job("jd", "drill", site, started_at=NOW, ended_at=NOW, outcome="success", result={"checks": checks}))
    held = fake.site(site)
    fake.replace_site(
        site, proof={**held.proof, "job": "jd"}, status="warning",
        reasons=(Reason(PHP, details={"count": 2, "examples": ["wp-content/uploads/2026/11/x.php", "wp-content/uploads/a.php"]}),),
    )  # fmt: skip
    return fake


async def _proof(stage: Stage) -> QWidget:
    await _site(stage)
    stage.find(QPushButton, "siteEvidence").click()
    await stage.settle(0.2)
    return stage.dialog()


async def _chosen_sites(stage: Stage) -> None:
    stage.window.go("sites")
    await stage.settle(0.2)
    table = stage.find(QTableView, "sitesTable")
    table.selectRow(2)
    table.setFocus()
    stage.find(SitesPage, "page")._toggle_preview()
    await stage.settle(0.1)


async def _tags(stage: Stage) -> QWidget:
    stage.window.flows.sites.tag(["yoga-mitte.example", "Café Morgenrot", "kita-sonnenschein.example"])
    await stage.settle(0.1)
    return stage.dialog()


async def _report(stage: Stage) -> QWidget:
    stage.window.go("activity")
    await stage.settle(0.1)
    stage.find(QPushButton, "activityReport").click()
    await stage.settle(0.1)
    stage.find(QPushButton, "reportAccept", stage.dialog()).click()
    await stage.settle(0.2)
    return stage.dialog()


async def _new_plan(stage: Stage) -> QWidget:
    await show_tab(stage, "yoga-mitte.example", "Schedule")
    stage.find(QPushButton, "planAdd").click()
    await stage.settle(0.4)
    return stage.dialog()


def access_dialog(site: str, control: str) -> Go:
    async def go(stage: Stage) -> QWidget:
        await show_tab(stage, site, "Access")
        stage.find(QPushButton, control).click()
        await stage.settle(0.1)
        return stage.dialog()

    return go


SCENES: tuple[Scene, ...] = (
    Scene("schedules-sites", scheduled, page("sites")),
    Scene("schedules-sites-small", scheduled, page("sites"), (900, 600)),
    Scene("schedules-reasons", scheduled, _reasons),
    Scene("schedules-site-waits", scheduled, site_page("株式会社みどり")),
    Scene("schedules-site-paused", scheduled, site_page("hotel-seeblick.example")),
    Scene("schedules-drill-failed", scheduled, site_page("Café Morgenrot"), (900, 600)),
    Scene("schedules-tab", scheduled, tab_of("yoga-mitte.example", "Schedule")),
    Scene("schedules-tab-small", _planned, tab_of("yoga-mitte.example", "Schedule"), (900, 600)),
    Scene("schedules-tab-crowded", _crowd_of_plans, tab_of("yoga-mitte.example", "Schedule")),
    Scene("dialog-plan", _crowd_of_plans, _new_plan),
    Scene("dialog-proof", _watched, _proof),
    Scene("dialog-report", crowded, _report),
    Scene("dialog-tags", crowded, _tags),
    Scene("site-findings", _watched, _site),
    Scene("sites-preview", scheduled, _chosen_sites),
    Scene("sites-crowded", lambda: crowded(60), page("sites")),
    Scene("sites-small", crowded, page("sites"), (900, 600)),
    Scene("sites-empty", empty, page("sites")),
    Scene("site-backups", crowded, _site),
    Scene("site-contents", crowded, _contents),
    Scene("site-activity", crowded, _runs),
    Scene("activity-crowded", _not_run, _chosen_run),
    Scene("activity-failed", _not_run, _failed_run),
    Scene("activity-small", _not_run, _failed_run, (900, 600)),
    Scene("activity-empty", empty, page("activity")),
    Scene("services-sites", served, page("sites")),
    Scene("services-site", served, tab_of(SHOP, "Backups")),
    Scene("services-site-small", served, tab_of(SHOP, "Backups"), (900, 600)),
    Scene("services-service", served, tab_of(HOTEL, "Service")),
    Scene("services-service-copilot", served, tab_of(SHOP, "Service")),
    Scene("services-service-engine", served, tab_of(ENGINE, "Service")),
    Scene("services-service-small", served, tab_of(HOTEL, "Service"), (900, 600)),
    Scene("services-access", served, _access_tried),
    Scene("services-access-refused", served, _access_refused),
    Scene("dialog-service-schedule", served, service_dialog(HOTEL, "scheduleAdd")),
    Scene("dialog-service-staging", served, service_dialog(HOTEL, "stagingCreate")),
    Scene("dialog-service-webhook", served, service_dialog(SHOP, "webhookNew")),
    Scene("dialog-service-sign-in", served, access_dialog(SHOP, "accessSignIn")),
    Scene("dialog-service-rotate", served, access_dialog(SHOP, "accessRotate")),
    Scene("dialog-service-remove", served, opens(lambda s: s.window.flows.remove_site(SHOP))),
    Scene("dialog-rename", crowded, opens(lambda s: s.window.flows.rename_site("yoga-mitte.example"))),
    Scene("dialog-remove-site", crowded, opens(lambda s: s.window.flows.remove_site("yoga-mitte.example"))),
)
