"""Scenes: Overview, drawer, tray, notices and the dialogs of the main window."""

from __future__ import annotations

import time
from datetime import timedelta

import msgspec
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QWidget

from holdfast.errors import Failure
from holdfast.jobs.messages import Finished, Progressed, Started
from holdfast.progress import Retry
from holdfast.verdict import Reason
from tests.desktop.stage import Scene, Stage, nothing, opens
from tests.support.fake_holdfast import NOW, FakeHoldfast
from tests.support.sample_rows import crowded, empty, scheduled
from tests.support.sample_services import BOTS, ENGINE, HOTEL, REFUSED, SHOP, served


def _one_site() -> FakeHoldfast:
    fake = crowded(1)
    fake.storage_views = fake.storage_views[:1]
    return fake


def _paused() -> FakeHoldfast:
    fake = scheduled()
    fake.schedules.held[""] = NOW + timedelta(hours=4)
    fake.schedules.judge()
    return fake


async def _tray_menu(stage: Stage) -> QWidget:
    from holdfast_desktop.tray import Tray

    tray = Tray(stage.desk)
    tray.setParent(stage.window)
    menu = tray.menu()
    menu.popup(stage.window.mapToGlobal(stage.window.rect().topLeft()))
    return menu


def run_jobs(stage: Stage) -> None:
    """Jobs in every state that the drawer knows."""
    now = time.monotonic()
    live = stage.desk.live
    for number, (site, percent) in enumerate((("yoga-mitte.example", 42.0), ("Café Morgenrot", None))):
        job = f"run{number}"
        live.apply(Started(job=job, site=site, verb="backup"), now - 40)
        live.apply(
            Progressed(
                job=job, site=site, phase="transfer" if percent else "dump", percent=percent,
                files_done=512, files_total=1204 if percent else None,
                bytes_done=412_000_000, bytes_total=980_000_000 if percent else None, rate=6_100_000, eta_seconds=110 if percent else None,
            ),
            now - 1,
        )  # fmt: skip
    live.begin("run2", "backup", "hotel-seeblick.example", now)
    live.apply(Started(job="run3", site="atelier-nord.example", verb="restore"), now - 90)
    live.apply(Progressed(job="run3", phase="write", percent=71.0, files_done=9, files_total=12, bytes_done=88_000_000), now - 30)
    ended = "zahnarzt-am-park.example"
    live.apply(Started(job="end0", verb="download", site=ended), now - 50)
    live.apply(Finished(job="end0", outcome="success", result={"path": "/tmp/site.zip", "size": 612_000_000}, site=ended), now - 20)
    live.apply(Started(job="end1", site="filmclub.example", verb="backup"), now - 50)
    failure = Failure("space", "SPACE-DEST", "The disk is full.", details={"storage": "Studio disk", "needed": 12e9, "free": 8e8})
    live.apply(Finished(job="end1", site="filmclub.example", outcome="failed", failure=failure), now - 10)
    live.apply(Started(job="end2", site="kanzlei-brandt.example", verb="backup"), now - 45)
    live.apply(Finished(job="end2", site="kanzlei-brandt.example", outcome="success", result={"backup": {"size": 851_000_000}}), now - 5)


def _run_site_jobs(stage: Stage) -> None:
    """Jobs of sites in the states that only they know."""
    now, live = time.monotonic(), stage.desk.live
    live.apply(Started(job="s0", site=SHOP, verb="site_backup"), now - 95)
    live.apply(
        Progressed(job="s0", site=SHOP, phase="running", percent=64.0, files_done=8_120, files_total=12_700, bytes_done=412_000_000,
                   bytes_total=640_000_000, current="compressing_files"), now - 2,
    )  # fmt: skip
    live.begin("s1", "backup", HOTEL, now - 70)
    live.apply(Started(job="s1", site=HOTEL, verb="site_backup"), now - 64)
    live.apply(Progressed(job="s1", site=HOTEL, phase="running", current="running"), now - 4)
    live.begin("s2", "restore", REFUSED, now - 240)
    live.apply(Started(job="s2", site=REFUSED, verb="site_restore"), now - 240)
    waiting = f"waiting for the site: {REFUSED} is in maintenance mode."
    live.apply(Progressed(job="s2", site=REFUSED, phase="restore", current=waiting), now - 3)
    live.begin("s3", "download", ENGINE, now - 40)
    live.apply(Started(job="s3", site=ENGINE, verb="site_download"), now - 40)
    live.apply(Progressed(job="s3", site=ENGINE, phase="archive", current="WP Engine is making the archive of this backup."), now - 1)
    live.begin("s4", "download", SHOP, now - 90)
    live.apply(Started(job="s4", site=SHOP, verb="site_download"), now - 90)
    again = Retry(33.0, 2, 9, "NET-TIMEOUT", f"{SHOP} did not answer in time.", SHOP)
    live.apply(Progressed(job="s4", site=SHOP, phase="transfer", percent=61.0, bytes_done=373_000_000, bytes_total=612_000_000), now - 30)
    live.apply(msgspec.structs.replace(live.running()[-1].progress, retry=again), now - 20)
    live.begin("e0", "restore", BOTS, now - 400)
    live.apply(
        Finished(job="e0", site=BOTS, outcome="warning", result={"confirmed": False}, warnings=("The site accepted the restore.",)),
        now - 60,
    )
    live.begin("e1", "download", SHOP, now - 300)
    live.apply(
        Finished(
            job="e1", site=SHOP, outcome="warning", result={"path": "/tmp/shop.zip", "size": 612_000_000},
            warnings=("There is no database in this backup.",),
        ),
        now - 30,
    )  # fmt: skip


async def _drawer(stage: Stage) -> None:
    run_jobs(stage)
    stage.desk.jobs_moved.emit()
    stage.window.drawer.open(True)
    await stage.settle(0.1)


async def _site_drawer(stage: Stage) -> None:
    _run_site_jobs(stage)
    stage.desk.jobs_moved.emit()
    stage.window.drawer.open(True)
    await stage.settle(0.1)


async def _filtered(stage: Stage) -> None:
    stage.find(QLineEdit, "overviewSearch").setText("nothing like this")
    await stage.settle()


async def _bottom(stage: Stage) -> None:
    """The sites, below the cards."""
    bar = stage.find(QScrollArea, "overviewScroll").verticalScrollBar()
    bar.setValue(min(bar.maximum(), 420))
    await stage.settle()


async def _offline(stage: Stage) -> None:
    stage.desk.now = lambda: NOW + timedelta(minutes=50)
    stage.desk.stale = True
    stage.desk.refreshed.emit()
    await stage.settle()


async def _bulk(stage: Stage) -> QWidget:
    full = Failure("space", "SPACE-DEST", "full", details={"storage": "Studio disk", "needed": 12e9, "free": 8e8})
    stage.fake.outcomes = {"Café Morgenrot": full, "fahrrad-werkstatt-und-verleih-am-alten-güterbahnhof.example": full}
    stage.window.bulk.back_up()
    await stage.settle(0.3)
    stage.window.bulk.show_result()
    await stage.settle(0.1)
    return stage.dialog()


async def _bulk_notice(stage: Stage) -> None:
    await _bulk(stage)
    stage.dialog().reject()
    await stage.settle(0.1)


async def _go_to(stage: Stage) -> QWidget:
    stage.window.go_to_anything()
    await stage.settle()
    QTest.keyClicks(stage.find(QLineEdit, "goToField", stage.dialog()), "back")
    return stage.dialog()


async def _waiting_drawer(stage: Stage) -> None:
    """Runs that wait, a server at work without numbers, learnt times, and today folded."""
    now, live, fake = time.monotonic(), stage.desk.live, stage.fake
    fake.waiting = (
        *fake.waiting,
        ("atelier-nord.example", Reason("RETRY", details={"tries": 1, "not_before": (NOW + timedelta(minutes=4)).isoformat()})),
    )
    live.apply(Started(job="w0", site="weingut-lehmann.example", verb="site_backup"), now - 70)
    live.learn("w0", {"ask": 2.0, "running": 240.0, "transfer": 90.0})
    live.apply(Progressed(job="w0", site="weingut-lehmann.example", phase="running", current="running"), now - 64)
    live.begin("w1", "backup", "filmclub.example", now)
    live.apply(Started(job="w1", site="filmclub.example", verb="backup"), now - 30)
    live.stopping("w1")
    stage.desk.refresh()
    stage.window.drawer.open(True)
    await stage.settle(0.2)
    fold = stage.window.drawer.findChild(QPushButton, "jobsEndedTitle")
    assert isinstance(fold, QPushButton)
    fold.click()
    await stage.settle(0.1)


def _new_home() -> FakeHoldfast:
    fake = crowded(3)
    fake.kits = {}
    for view in list(fake.site_views):
        fake.replace_site(view.name, proven_at=None)
    return fake


def _locked_home() -> FakeHoldfast:
    fake = crowded(8)
    for view in list(fake.site_views)[:5]:
        fake.replace_site(view.name, status="locked", reasons=(Reason("KEY-LOCKED"),))
    fake.attention = tuple((view.name, Reason("KEY-LOCKED")) for view in fake.site_views[:5])
    return fake


async def _notice(stage: Stage) -> None:
    from holdfast.errors import Busy

    stage.desk.failed(Busy("The keyring is locked.", code="KEY-LOCKED", hint="Unlock it."), "Studio disk")
    await stage.settle()


async def _quit(stage: Stage) -> QWidget:
    run_jobs(stage)
    stage.window.ask_about_jobs(lambda: None, lambda: None)
    await stage.settle()
    return stage.dialog()


def _ordinary() -> FakeHoldfast:
    """An ordinary day: one site is overdue, all others are well and planned."""
    fake = crowded()
    overdue = next(view for view in fake.site_views if view.status == "overdue")
    well = next(view for view in fake.site_views if view.status == "ok")
    for number, view in enumerate(list(fake.site_views)):
        if view.status not in {"ok", "overdue"}:
            fake.replace_site(
                view.name, status="ok", reasons=(), recent=well.recent, last_backup_at=NOW - timedelta(hours=3, minutes=number)
            )
        proven = NOW - timedelta(days=3 + number)
        fake.replace_site(
            view.name,
            next_run_at=NOW + timedelta(minutes=70 + 17 * number),
            proven_at=proven,
            proof={"verdict": "proven", "level": "boots", "at": proven.isoformat()},
        )
    fake.attention = tuple((name, reason) for name, reason in fake.attention if name == overdue.name)
    fake.waiting = ()
    return fake


SCENES: tuple[Scene, ...] = (
    Scene("overview-crowded", lambda: crowded(60), nothing),
    Scene("overview-small", crowded, nothing, (900, 600)),
    Scene("overview-one", _one_site, nothing),
    Scene("overview-empty", empty, nothing),
    Scene("schedules-overview", scheduled, nothing),
    Scene("schedules-overview-paused", _paused, nothing),
    Scene("schedules-tray", scheduled, _tray_menu),
    Scene("schedules-tray-paused", _paused, _tray_menu),
    Scene("overview-offline", scheduled, _offline),
    Scene("overview-first-steps", _new_home, nothing),
    Scene("overview-locked", _locked_home, nothing),
    Scene("overview-rows", scheduled, _bottom),
    Scene("overview-ordinary", _ordinary, nothing, (1180, 860)),
    Scene("overview-filtered", crowded, _filtered),
    Scene("overview-bulk", crowded, _bulk_notice),
    Scene("dialog-bulk-result", crowded, _bulk),
    Scene("dialog-go-to", scheduled, _go_to),
    Scene("drawer-waiting", scheduled, _waiting_drawer),
    Scene("drawer-small", crowded, _drawer, (900, 600)),
    Scene("drawer", crowded, _drawer),
    Scene("notice", crowded, _notice),
    Scene("services-overview", served, nothing),
    Scene("services-drawer", served, _site_drawer),
    Scene("dialog-quit", crowded, _quit),
    Scene("dialog-shortcuts", crowded, opens(lambda s: s.window.flows.show_shortcuts())),
    Scene("dialog-details", crowded, opens(lambda s: s.window.flows.show_details("SPACE-DEST\nThe disk is full.\nneeded: 12000000000"))),
)
