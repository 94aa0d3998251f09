"""Every page and dialog of the window as a scene: a name, and how to get there. Used by the screenshots command and by tests."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, cast

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLineEdit, QPushButton, QRadioButton, QTabWidget, QWidget

from holdfast.app import Holdfast, ScheduleView
from holdfast.errors import Failure, RemoteError
from holdfast.jobs.messages import Finished, Progressed, Started
from holdfast_desktop.main_window import MainWindow
from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.widgets.header import Chips
from tests.support.fake_holdfast import NOW, FakeHoldfast
from tests.support.fake_services import found_at
from tests.support.sample_rows import crowded, empty, scheduled
from tests.support.sample_services import BOTS, ENGINE, HOTEL, REFUSED, SHOP, served

Go = Callable[["Stage"], Awaitable[QWidget | None]]


@dataclass
class Stage:
    """A window over a made-up Holdfast."""

    fake: FakeHoldfast
    window: MainWindow
    desk: Desk
    dialogs: list[QDialog] = field(default_factory=list)

    async def settle(self, seconds: float = 0.05) -> None:
        """Let answers arrive. Never by ``processEvents``: tasks that are due inside it would be lost (qasync)."""
        await asyncio.sleep(seconds)
        for _ in range(60):  # on a busy machine the time may pass before the answers came
            await asyncio.sleep(0)

    async def until(self, true: Callable[[], bool], seconds: float = 30.0) -> None:
        """Wait for something that takes real time."""
        end = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < end, "it did not happen in time"
            await asyncio.sleep(0.05)

    def find(self, kind: type[Any], name: str, within: QWidget | None = None) -> Any:
        """The visible control with this object name."""
        found = [w for w in (within or self.window).findChildren(kind, name) if w.isVisible()]
        assert found, f"no visible {kind.__name__} called {name}"
        return found[0]

    def dialog(self) -> QDialog:
        """The dialog that is open now."""
        shown = [w for w in self.window.findChildren(QDialog) if w.isVisible()]
        assert shown, "no dialog is open"
        return shown[-1]

    async def close(self) -> None:
        for dialog in self.window.findChildren(QDialog):
            dialog.done(0)
        self.window.hide()
        await self.desk.close()
        await self.fake.__aexit__()
        self.window.deleteLater()
        await asyncio.sleep(0)


async def raise_stage(fake: FakeHoldfast, size: tuple[int, int] | None = None) -> Stage:
    """A window over `fake`, shown, with its first answers in."""
    desk = Desk(cast(Holdfast, fake), lambda: NOW)
    window = MainWindow(desk)
    if size:
        window.resize(*size)
    window.show()
    window.begin()
    desk.refresh()
    stage = Stage(fake, window, desk)
    await stage.settle()
    return stage


@dataclass(frozen=True)
class Scene:
    """`go` brings the stage there; the widget it returns (None: the window) is what is looked at."""

    name: str
    fake: Callable[[], FakeHoldfast]
    go: Go
    size: tuple[int, int] | None = None


def page(name: str) -> Go:
    async def go(stage: Stage) -> None:
        stage.window.go(name)
        await stage.settle(0.2)

    return go


async def _site(stage: Stage, tab: int = 0) -> None:
    stage.window.open_site("yoga-mitte.example")
    await stage.settle(0.1)
    stage.find(QTabWidget, "siteTabs").setCurrentIndex(tab)
    await stage.settle(0.1)


async def _tab(stage: Stage, site: str, title: str) -> None:
    """A tab of a site's page, by its words."""
    stage.window.open_site(site)
    await stage.settle(0.1)
    tabs = stage.find(QTabWidget, "siteTabs")
    tabs.setCurrentIndex(next(n for n in range(tabs.count()) if tabs.tabText(n) == title))
    await stage.settle(0.2)


async def _reasons(stage: Stage) -> None:
    await _site(stage)
    stage.find(QPushButton, "siteWhyNot").click()
    await stage.settle(0.1)


def _paused() -> FakeHoldfast:
    fake = scheduled()
    fake.schedules.held[""] = NOW + timedelta(hours=4)
    fake.schedules.judge()
    return fake


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


def site_page(name: str) -> Go:
    async def go(stage: Stage) -> None:
        stage.window.open_site(name)
        await stage.settle(0.1)

    return go


async def _tray_menu(stage: Stage) -> QWidget:
    from holdfast_desktop.tray import Tray

    tray = Tray(stage.desk)
    tray.setParent(stage.window)
    menu = tray.menu()
    menu.popup(stage.window.mapToGlobal(stage.window.rect().topLeft()))
    return menu


async def _contents(stage: Stage) -> None:
    await _tab(stage, "yoga-mitte.example", "Contents")


async def _runs(stage: Stage) -> None:
    await _tab(stage, "yoga-mitte.example", "Activity")


def tab_of(site: str, title: str) -> Go:
    async def go(stage: Stage) -> None:
        await _tab(stage, site, title)

    return go


async def _access_refused(stage: Stage) -> None:
    from holdfast.errors import AuthRejected

    stage.fake.fail_with["sites.test_service"] = AuthRejected("refused", host=REFUSED)
    stage.window.act("test_site", REFUSED)
    await stage.settle(0.2)


async def _access_tried(stage: Stage) -> None:
    stage.window.act("test_site", SHOP)
    await stage.settle(0.2)


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
    waiting = "waiting for the site: it is in maintenance mode"
    live.apply(Progressed(job="s2", site=REFUSED, phase="restore", current=waiting), now - 3)
    live.begin("s3", "download", ENGINE, now - 40)
    live.apply(Started(job="s3", site=ENGINE, verb="site_download"), now - 40)
    live.apply(Progressed(job="s3", site=ENGINE, phase="archive", current="the archive is not ready yet"), now - 1)
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


async def _site_drawer(stage: Stage) -> None:
    _run_site_jobs(stage)
    stage.desk.jobs_moved.emit()
    stage.window.drawer.open(True)
    await stage.settle(0.1)


async def _connect(stage: Stage) -> QWidget:
    stage.window.flows.add_site()
    await stage.settle(0.1)
    return stage.dialog()


def _found(address: str, answer: Any = None) -> Go:
    async def go(stage: Stage) -> QWidget:
        if answer is not None:
            stage.fake.sites.network.found[address] = answer
        dialog = await _connect(stage)
        stage.find(QLineEdit, "wizardAddress", dialog).setText(address)
        stage.find(QPushButton, "wizardNext", dialog).click()
        await stage.settle(0.1)
        return dialog

    return go


def _signing_in(way: str = "application-password") -> Go:
    async def go(stage: Stage) -> QWidget:
        dialog = await _found("yoga-mitte.example")(stage)
        assert isinstance(dialog, QWidget)
        stage.find(QPushButton, "wizardNext", dialog).click()
        chosen = stage.find(QComboBox, "wizardWay", dialog)
        chosen.setCurrentIndex(chosen.findData(way))
        if way == "application-password":
            stage.find(QLineEdit, "wizardUser", dialog).setText("ada")
        await stage.settle()
        return dialog

    return go


async def _signed_in_wrong(stage: Stage) -> QWidget:
    dialog = await _signing_in()(stage)
    assert isinstance(dialog, QWidget)
    stage.find(QLineEdit, "wizardSecret", dialog).setText("wrong")
    stage.find(QLineEdit, "wizardName", dialog).setText("Yoga shop")
    stage.find(QPushButton, "wizardFinish", dialog).click()
    await stage.settle(0.2)
    return dialog


async def _connected(stage: Stage) -> QWidget:
    dialog = await _signing_in()(stage)
    assert isinstance(dialog, QWidget)
    stage.find(QLineEdit, "wizardSecret", dialog).setText("abcd efgh ijkl mnop qrst uvwx")
    stage.find(QLineEdit, "wizardName", dialog).setText("Yoga shop")
    stage.find(QPushButton, "wizardFinish", dialog).click()
    await stage.settle(0.3)
    return dialog


async def _installs(stage: Stage) -> QWidget:
    dialog = await _connect(stage)
    stage.find(QPushButton, "wizardWpEngine", dialog).click()
    stage.find(QLineEdit, "wizardUser", dialog).setText("api-user")
    stage.find(QLineEdit, "wizardSecret", dialog).setText("api-password")
    stage.find(QPushButton, "wizardNext", dialog).click()
    await stage.settle(0.2)
    stage.find(QLineEdit, "wizardEmails", dialog).setText("mira@example.org")
    return dialog


def _restore_on(site: str, confirm: bool) -> Go:
    async def go(stage: Stage) -> QWidget:
        stage.window.flows.restore(site, stage.fake.backup_rows[site][1].id)
        await stage.settle(0.2)
        dialog = stage.dialog()
        some = [w for w in dialog.findChildren(QRadioButton, "restoreSome") if w.isVisible()]
        if some:
            some[0].setChecked(True)
            stage.find(QCheckBox, "restorePartDatabase", dialog).setChecked(True)
        if confirm:
            stage.find(QPushButton, "restoreNext", dialog).click()
        await stage.settle()
        return dialog

    return go


async def _delete_on(stage: Stage) -> QWidget:
    stage.window.flows.delete(HOTEL, stage.fake.backup_rows[HOTEL][5:6])
    await stage.settle(0.1)
    return stage.dialog()


async def _service_dialog(stage: Stage, site: str, control: str) -> QWidget:
    await _tab(stage, site, "Service")
    stage.find(QPushButton, control).click()
    await stage.settle(0.1)
    return stage.dialog()


def service_dialog(site: str, control: str) -> Go:
    return lambda stage: _service_dialog(stage, site, control)


def access_dialog(site: str, control: str) -> Go:
    async def go(stage: Stage) -> QWidget:
        await _tab(stage, site, "Access")
        stage.find(QPushButton, control).click()
        await stage.settle(0.1)
        return stage.dialog()

    return go


def _run_jobs(stage: Stage) -> None:
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


async def _drawer(stage: Stage) -> None:
    _run_jobs(stage)
    stage.desk.jobs_moved.emit()
    stage.window.drawer.open(True)
    await stage.settle(0.1)


async def _notice(stage: Stage) -> None:
    from holdfast.errors import Busy

    stage.desk.failed(Busy("The keyring is locked.", code="KEY-LOCKED", hint="Unlock it."), "Studio disk")
    await stage.settle()


async def _by_file(stage: Stage) -> None:
    stage.window.go("backups")
    await stage.settle(0.1)
    stage.find(Chips, "backupsHow").choose("file")
    stage.find(QLineEdit, "fileSearch").setText("php")
    await stage.settle(0.5)


async def _nothing_found(stage: Stage) -> None:
    await _by_file(stage)
    stage.find(QLineEdit, "fileSearch").setText("no-such-file")
    await stage.settle(0.5)


async def _locked(stage: Stage) -> None:
    from holdfast.errors import Busy

    stage.fake.fail_with["backups.list"] = Busy("The keyring is locked.", code="KEY-LOCKED")
    stage.window.go("backups")
    await stage.settle(0.3)


async def _add_site(stage: Stage) -> QWidget:
    stage.window.flows.add_folder()
    await stage.settle(0.1)
    return stage.dialog()


async def _add_site_found(stage: Stage) -> QWidget:
    dialog = await _add_site(stage)
    stage.find(QLineEdit, "wizardPath", dialog).setText("/home/mira/Sites/atelier-nord")
    await stage.settle(0.7)
    return dialog


async def _add_site_place(stage: Stage) -> QWidget:
    dialog = await _add_site_found(stage)
    stage.find(QPushButton, "wizardNext", dialog).click()
    await stage.settle()
    return dialog


async def _add_storage(stage: Stage) -> QWidget:
    stage.window.flows.add_storage()
    await stage.settle(0.1)
    return stage.dialog()


async def _add_bucket(stage: Stage) -> QWidget:
    dialog = await _add_storage(stage)
    stage.find(QRadioButton, "storageKindS3", dialog).setChecked(True)
    stage.find(QLineEdit, "storageName", dialog).setText("Second bucket")
    stage.find(QLineEdit, "storageBucket", dialog).setText("mira-backups/sites")
    stage.find(QPushButton, "storageTest", dialog).click()
    await stage.settle(0.1)
    return dialog


async def _kit(stage: Stage) -> QWidget:
    dialog = await _add_storage(stage)
    stage.find(QLineEdit, "storageName", dialog).setText("Travel disk")
    stage.find(QLineEdit, "storagePath", dialog).setText("/media/travel")
    stage.find(QPushButton, "storageAdd", dialog).click()
    await stage.settle(0.2)
    return stage.dialog()


async def _restore(stage: Stage) -> QWidget:
    site = "yoga-mitte.example"
    stage.window.flows.restore(site, stage.fake.backup_rows[site][0].id)
    await stage.settle(0.1)
    return stage.dialog()


async def _restore_files(stage: Stage) -> QWidget:
    dialog = await _restore(stage)
    stage.find(QRadioButton, "restoreFiles", dialog).setChecked(True)
    await stage.settle(0.1)
    return dialog


async def _restore_parts(stage: Stage) -> QWidget:
    dialog = await _restore(stage)
    stage.find(QRadioButton, "restoreSome", dialog).setChecked(True)
    await stage.settle()
    return dialog


async def _restore_where(stage: Stage) -> QWidget:
    dialog = await _restore(stage)
    stage.find(QPushButton, "restoreNext", dialog).click()
    await stage.settle()
    return dialog


async def _restore_live(stage: Stage) -> QWidget:
    dialog = await _restore_where(stage)
    stage.find(QRadioButton, "restoreToLive", dialog).setChecked(True)
    stage.find(QPushButton, "restoreNext", dialog).click()
    await stage.settle(0.1)
    return dialog


async def _delete(stage: Stage) -> QWidget:
    site = "yoga-mitte.example"
    stage.window.flows.delete(site, stage.fake.backup_rows[site][2:6])
    await stage.settle()
    return stage.dialog()


async def _compare(stage: Stage) -> QWidget:
    site = "yoga-mitte.example"
    stage.window.flows.compare(site, *stage.fake.backup_rows[site][:2])
    await stage.settle(0.1)
    return stage.dialog()


async def _retention(stage: Stage) -> QWidget:
    stage.window.flows.retention("yoga-mitte.example")
    await stage.settle(0.2)
    return stage.dialog()


async def _prune(stage: Stage) -> QWidget:
    stage.window.flows.free_space("Studio disk")
    await stage.settle(0.2)
    return stage.dialog()


async def _quit(stage: Stage) -> QWidget:
    _run_jobs(stage)
    stage.window.ask_about_jobs(lambda: None, lambda: None)
    await stage.settle()
    return stage.dialog()


def opens(start: Callable[[Stage], object]) -> Go:
    """A dialog that one call opens."""

    async def go(stage: Stage) -> QWidget:
        start(stage)
        await stage.settle(0.1)
        return stage.dialog()

    return go


async def _nothing(stage: Stage) -> None:
    await stage.settle()


def _one_site() -> FakeHoldfast:
    fake = crowded(1)
    fake.storage_views = fake.storage_views[:1]
    return fake


WARNED = [
    {"code": "HTTPS-TAKEN", "message": "", "hint": ""},
    {"code": "HOME-ELSEWHERE", "message": "The site calls itself https://zwei.example.", "hint": "Check that this is the right site."},
]

SCENES: tuple[Scene, ...] = (
    Scene("overview-crowded", lambda: crowded(60), _nothing),
    Scene("overview-small", crowded, _nothing, (900, 600)),
    Scene("overview-one", _one_site, _nothing),
    Scene("overview-empty", empty, _nothing),
    Scene("schedules-overview", scheduled, _nothing),
    Scene("schedules-overview-paused", _paused, _nothing),
    Scene("schedules-sites", scheduled, page("sites")),
    Scene("schedules-sites-small", scheduled, page("sites"), (900, 600)),
    Scene("schedules-reasons", scheduled, _reasons),
    Scene("schedules-site-waits", scheduled, site_page("株式会社みどり")),
    Scene("schedules-site-paused", scheduled, site_page("hotel-seeblick.example")),
    Scene("schedules-drill-failed", scheduled, site_page("Café Morgenrot"), (900, 600)),
    Scene("schedules-tab", scheduled, tab_of("yoga-mitte.example", "Schedule")),
    Scene("schedules-tab-small", _planned, tab_of("yoga-mitte.example", "Schedule"), (900, 600)),
    Scene("schedules-tray", scheduled, _tray_menu),
    Scene("schedules-tray-paused", _paused, _tray_menu),
    Scene("sites-crowded", lambda: crowded(60), page("sites")),
    Scene("sites-small", crowded, page("sites"), (900, 600)),
    Scene("sites-empty", empty, page("sites")),
    Scene("site-backups", crowded, _site),
    Scene("site-contents", crowded, _contents),
    Scene("site-activity", crowded, _runs),
    Scene("backups-crowded", crowded, page("backups")),
    Scene("backups-small", crowded, page("backups"), (900, 600)),
    Scene("backups-empty", empty, page("backups")),
    Scene("backups-by-file", crowded, _by_file),
    Scene("backups-nothing-found", crowded, _nothing_found),
    Scene("backups-locked", crowded, _locked),
    Scene("activity-crowded", lambda: crowded(60), page("activity")),
    Scene("activity-empty", empty, page("activity")),
    Scene("storage-crowded", crowded, page("storage")),
    Scene("storage-small", crowded, page("storage"), (900, 600)),
    Scene("storage-empty", empty, page("storage")),
    Scene("settings", crowded, page("settings")),
    Scene("drawer", crowded, _drawer),
    Scene("notice", crowded, _notice),
    Scene("dialog-add-site", crowded, _add_site),
    Scene("dialog-add-site-found", crowded, _add_site_found),
    Scene("dialog-add-site-place", crowded, _add_site_place),
    Scene("services-overview", served, _nothing),
    Scene("services-sites", served, page("sites")),
    Scene("services-backups", served, page("backups")),
    Scene("services-site", served, tab_of(SHOP, "Backups")),
    Scene("services-site-small", served, tab_of(SHOP, "Backups"), (900, 600)),
    Scene("services-service", served, tab_of(HOTEL, "Service")),
    Scene("services-service-copilot", served, tab_of(SHOP, "Service")),
    Scene("services-service-engine", served, tab_of(ENGINE, "Service")),
    Scene("services-service-small", served, tab_of(HOTEL, "Service"), (900, 600)),
    Scene("services-access", served, _access_tried),
    Scene("services-access-refused", served, _access_refused),
    Scene("services-drawer", served, _site_drawer),
    Scene("dialog-connect", served, _connect),
    Scene("dialog-connect-found", served, _found("yoga-mitte.example")),
    Scene("dialog-connect-two", served, _found("two.example", found_at("two.example", ("backup-copilot", "safeguard"), warnings=WARNED))),
    Scene("dialog-connect-blocked", served, _found("blocked.example", RemoteError("blocked", code="SITE-BLOCKED", host="blocked.example"))),
    Scene("dialog-connect-sign-in", served, _signing_in()),
    Scene("dialog-connect-browser", served, _signing_in("browser")),
    Scene("dialog-connect-wrong", served, _signed_in_wrong),
    Scene("dialog-connect-installs", served, _installs),
    Scene("dialog-connect-done", served, _connected),
    Scene("dialog-service-backup", served, opens(lambda s: s.window.flows.back_up_with_options(SHOP))),
    Scene("dialog-service-restore", served, _restore_on(SHOP, False)),
    Scene("dialog-service-restore-confirm", served, _restore_on(HOTEL, True)),
    Scene("dialog-service-restore-whole", served, _restore_on(ENGINE, False)),
    Scene("dialog-service-delete", served, _delete_on),
    Scene("dialog-service-download", served, opens(lambda s: s.window.flows.download(SHOP, s.fake.backup_rows[SHOP][1]))),
    Scene("dialog-service-schedule", served, service_dialog(HOTEL, "scheduleAdd")),
    Scene("dialog-service-staging", served, service_dialog(HOTEL, "stagingCreate")),
    Scene("dialog-service-webhook", served, service_dialog(SHOP, "webhookNew")),
    Scene("dialog-service-sign-in", served, access_dialog(SHOP, "accessSignIn")),
    Scene("dialog-service-rotate", served, access_dialog(SHOP, "accessRotate")),
    Scene("dialog-service-remove", served, opens(lambda s: s.window.flows.remove_site(SHOP))),
    Scene("dialog-add-storage", crowded, _add_storage),
    Scene("dialog-add-bucket", crowded, _add_bucket),
    Scene("dialog-recovery-kit", crowded, _kit),
    Scene("dialog-restore-what", crowded, _restore),
    Scene("dialog-restore-parts", crowded, _restore_parts),
    Scene("dialog-restore-files", crowded, _restore_files),
    Scene("dialog-restore-where", crowded, _restore_where),
    Scene("dialog-restore-live", crowded, _restore_live),
    Scene("dialog-delete", crowded, _delete),
    Scene("dialog-compare", crowded, _compare),
    Scene("dialog-retention", crowded, _retention),
    Scene("dialog-free-space", crowded, _prune),
    Scene("dialog-quit", crowded, _quit),
    Scene("dialog-rename", crowded, opens(lambda s: s.window.flows.rename_site("yoga-mitte.example"))),
    Scene("dialog-remove-site", crowded, opens(lambda s: s.window.flows.remove_site("yoga-mitte.example"))),
    Scene("dialog-label", crowded, opens(lambda s: s.window.flows.back_up_with_label("yoga-mitte.example"))),
    Scene("dialog-passphrase", crowded, opens(lambda s: s.window.flows.enter_passphrase("Studio disk"))),
    Scene("dialog-lock", crowded, opens(lambda s: s.window.flows.remove_lock("Studio disk"))),
    Scene("dialog-shortcuts", crowded, opens(lambda s: s.window.flows.show_shortcuts())),
    Scene("dialog-details", crowded, opens(lambda s: s.window.flows.show_details("SPACE-DEST\nThe disk is full.\nneeded: 12000000000"))),
)
