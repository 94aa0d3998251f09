"""Sites with a service of their own, in the window, with the real door, real workers and the named fakes over real HTTP on loopback."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
    QTableView,
    QTabWidget,
    QWidget,
)

from holdfast.secret import Secret
from tests.desktop import adding, restoring
from tests.desktop.for_real import ForReal, Tell
from tests.desktop.stage import Stage
from tests.end_to_end.test_api_sites import time_passing
from tests.support.fakes.backup_copilot import FakeBackupCopilot
from tests.support.fakes.clocks import SimulatedClock
from tests.support.fakes.general_bots import FakeGeneralBots
from tests.support.fakes.safeguard import FakeSafeGuard
from tests.support.fakes.wp_engine import FakeWPEngine

PASSWORD = "abcd efgh ijkl mnop qrst uvwx"


@pytest.fixture
def tell(for_real: ForReal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tell:
    """With a folder of downloads of its own."""
    monkeypatch.setenv("XDG_DOWNLOAD_DIR", str(tmp_path / "down"))
    monkeypatch.setattr("holdfast_desktop.pages.service_flows.downloads_of", lambda site: tmp_path / "down" / site)
    return for_real


def shown(stage: Stage, kind: type[QWidget], name: str) -> bool:
    return any(widget.isVisible() for widget in stage.window.findChildren(kind, name))


def click(stage: Stage, name: str, within: QWidget | None = None) -> None:
    stage.find(QPushButton, name, within).click()


async def connect(stage: Stage, address: str, user: str, secret: str, name: str) -> QDialog:
    """Add a site by its address and an application password."""
    dialog = await adding.opened(stage)
    await adding.found(stage, dialog, address)
    await adding.sign_in(stage, dialog, "application-password", user, secret)
    if name:
        await adding.finish(stage, dialog, name)
    return dialog


async def ended(stage: Stage, number: int) -> Any:
    """The newest of `number` jobs that ended."""
    try:
        await stage.until(lambda: len(stage.desk.live.finished()) >= number, 60)
    except AssertionError:
        jobs = [*stage.desk.live.finished(), *stage.desk.live.running()]
        raise AssertionError([(job.verb, job.outcome, job.progress.phase, job.progress.current, job.failure) for job in jobs]) from None
    return stage.desk.live.finished()[0]


def test_backup_copilot_from_the_address_to_the_deleted_backup(tell: Tell, tmp_path: Path) -> None:
    """Add with a password that is wrong at first, back up, list, download, restore the database, delete."""
    with FakeBackupCopilot(clock=SimulatedClock(datetime.now(UTC))) as site, time_passing(site, 60):

        async def story(stage: Stage) -> None:
            dialog = await connect(stage, site.home, "ada", "wrong wrong", "")
            message = stage.find(QLabel, "wizardMessage", dialog)
            await stage.until(lambda: "refused the sign-in" in message.text())
            stage.find(QLineEdit, "wizardSecret", dialog).setText(PASSWORD)
            click(stage, "wizardNext", dialog)
            await stage.until(lambda: "Signed in as ada" in message.text())
            await adding.finish(stage, dialog, "shop", back_up=True)
            assert [one.every for one in await stage.desk.app.schedules.list("shop")] == ["daily"]
            done = await ended(stage, 1)
            assert done.outcome == "success", done.failure
            await stage.until(lambda: stage.desk.site("shop").status == "ok")  # type: ignore[union-attr]  # it was added
            stage.window.open_site("shop")
            await stage.until(lambda: shown(stage, QTableView, "backupsTable"))
            table = stage.find(QTableView, "backupsTable", stage.window.pages["sites"])
            await stage.until(lambda: table.model().rowCount() == 1)
            click(stage, "backupDownload", stage.window.pages["sites"])
            await stage.until(lambda: shown(stage, QDialog, "fetchDialog"))
            site.switch_on("status", on="GET */downloads/*", status=503, headers={"Retry-After": "600"})
            click(stage, "fetchStart", stage.dialog())
            await told_to_wait(stage, "Retrying in 10 min (attempt 2 of 9): 127.0.0.1 failed while answering")
            click(stage, "backupDownload", stage.window.pages["sites"])
            await stage.until(lambda: shown(stage, QDialog, "fetchDialog"))
            click(stage, "fetchStart", stage.dialog())
            done = await ended(stage, 3)
            assert (done.verb, done.outcome) == ("download", "success"), done.failure
            assert zipfile.ZipFile(done.result["path"]).testzip() is None
            await restore_database(stage, "127.0.0.1")
            done = await ended(stage, 5)  # the safety backup is one of them
            assert (done.verb, done.outcome, done.result["confirmed"]) == ("restore", "success", True), done.failure
            await stage.until(lambda: table.model().rowCount() == 2)
            click(stage, "backupDelete", stage.window.pages["sites"])
            await stage.until(lambda: shown(stage, QDialog, "deleteDialog"))
            stage.find(QCheckBox, "optionDeleteCloud", stage.dialog()).setChecked(True)
            click(stage, "deleteConfirm", stage.dialog())
            assert (await ended(stage, 6)).outcome == "success"
            assert [cloud for _, cloud in site.deleted] == [True]
            await stage.until(lambda: table.model().rowCount() == 1)

        tell(story)
        assert [[name for name, on in one.parts.items() if on] for one in site.restores.values()] == [["database"]]


async def told_to_wait(stage: Stage, words: str) -> None:
    """The job that runs says in the drawer and in Activity when it tries again, and why; it is cancelled in the pause."""

    def said_in_drawer() -> bool:
        return any(words in row.accessibleDescription() for row in stage.window.drawer.findChildren(QWidget, "jobRow"))

    await stage.until(said_in_drawer)
    (job,) = stage.desk.live.running()
    stage.window.go("activity")
    runs = stage.find(QTableView, "activityTable", stage.window.pages["activity"])
    last = runs.model().columnCount() - 1
    await stage.until(lambda: words in [runs.model().index(row, last).data() for row in range(runs.model().rowCount())])
    stage.desk.cancel(job.id)
    assert (await ended(stage, 2)).outcome == "cancelled"
    stage.window.open_site(job.site)


def test_safeguard_with_what_its_service_offers(tell: Tell) -> None:
    """Back up into a storage of the site; a schedule, a storage test, staging; a restore only accepted; a delete that others need."""
    with FakeSafeGuard(clock=SimulatedClock(datetime.now(UTC))) as site, time_passing(site, 60):
        site.takes = 0
        whole = site.add_backup("full", age=90_000)
        site.add_backup("incremental", age=80_000).parent = whole.id

        async def story(stage: Stage) -> None:
            await connect(stage, site.home, "root", PASSWORD.replace(" ", ""), "shop")
            await stage.until(lambda: bool(stage.desk.offers("shop")))
            stage.window.flows.back_up_with_options("shop")
            await stage.until(lambda: shown(stage, QDialog, "backUpDialog"))
            stage.find(QLineEdit, "optionStorage", stage.dialog()).setText("dropbox")
            click(stage, "backUpStart", stage.dialog())
            done = await ended(stage, 1)
            assert done.outcome == "success", done.failure
            assert [one.storage for one in site.backups.values()].count("dropbox") == 1
            stage.window.open_site("shop")
            await rows(stage, 3)
            await look_at_the_service(stage)
            stage.find(QTabWidget, "siteTabs").setCurrentIndex(0)
            await rows(stage, 3)
            table = stage.find(QTableView, "backupsTable", stage.window.pages["sites"])
            table.selectRow(2)
            await restore_database(stage, "127.0.0.1")
            done = await ended(stage, 3)
            assert (done.verb, done.outcome, done.result["confirmed"]) == ("restore", "warning", False), done.failure
            said = "Accepted, not confirmed: look at the site"
            await stage.until(lambda: said in [one.text() for one in stage.window.drawer.findChildren(QLabel, "jobResult")])
            table.selectRow(table.model().rowCount() - 1)
            click(stage, "backupDelete", stage.window.pages["sites"])
            await stage.until(lambda: shown(stage, QDialog, "deleteDialog"))
            assert shown(stage, QLabel, "deleteDependantsList"), "another one builds on it"
            click(stage, "deleteConfirm", stage.dialog())
            assert (await ended(stage, 4)).outcome == "success"
            assert whole.id not in site.backups

        tell(story)


async def look_at_the_service(stage: Stage) -> None:
    """A schedule made and deleted, a storage tried, a staging copy begun."""
    tabs = stage.find(QTabWidget, "siteTabs")
    tabs.setCurrentIndex(next(n for n in range(tabs.count()) if tabs.tabText(n) == "Service"))
    await stage.until(lambda: shown(stage, QTableView, "serviceStoragesTable"))
    storages = stage.find(QTableView, "serviceStoragesTable").model()
    await stage.until(lambda: storages.rowCount() == 2)
    click(stage, "scheduleAdd")
    await stage.until(lambda: shown(stage, QDialog, "scheduleDialog"))
    stage.find(QLineEdit, "optionTime", stage.dialog()).setText("nine")
    click(stage, "scheduleDialogAccept", stage.dialog())
    assert "no time of day" in stage.find(QLabel, "scheduleDialogMessage", stage.dialog()).text()
    stage.find(QLineEdit, "optionTime", stage.dialog()).setText("03:30")
    click(stage, "scheduleDialogAccept", stage.dialog())
    await stage.until(lambda: shown(stage, QTableView, "serviceSchedulesTable"))
    schedules = stage.find(QTableView, "serviceSchedulesTable").model()
    await stage.until(lambda: schedules.rowCount() == 1)
    assert schedules.index(0, 0).data() == "Every day at 03:30"
    await stage.until(lambda: stage.find(QPushButton, "scheduleDelete").isEnabled())
    click(stage, "scheduleDelete")
    await stage.until(lambda: shown(stage, QDialog, "scheduleDeleteDialog"))
    click(stage, "questionDelete", stage.dialog())
    await stage.until(lambda: schedules.rowCount() == 0)
    await stage.until(lambda: stage.find(QPushButton, "storageTry").isEnabled())
    click(stage, "storageTry")
    await stage.until(lambda: shown(stage, QLabel, "noticeTitle") and "Amazon S3" in stage.find(QLabel, "noticeTitle").text())
    click(stage, "stagingCreate")
    await stage.until(lambda: shown(stage, QDialog, "stagingDialog"))
    click(stage, "stagingDialogAccept", stage.dialog())
    await stage.until(lambda: not shown(stage, QDialog, "stagingDialog"))


def test_wp_engine_many_installs_of_a_stored_account(tell: Tell) -> None:
    """Two ticked at once; backed up with the address that WP Engine demands; downloaded by an archive; delete is greyed with the reason."""
    with FakeWPEngine(clock=SimulatedClock(datetime.now(UTC))) as server, time_passing(server, 60):

        async def story(stage: Stage) -> None:
            await stage.desk.app.accounts.add("host", system="wp-engine", user="api-user", secret=Secret("api-password"), url=server.base)
            dialog = await adding.opened(stage)
            click(stage, "wizardWpEngine", dialog)
            way = stage.find(QComboBox, "wizardWay", dialog)
            way.setCurrentIndex(way.findData("account:host"))
            click(stage, "wizardNext", dialog)
            await stage.until(lambda: shown(stage, QListWidget, "wizardInstalls"))
            installs = stage.find(QListWidget, "wizardInstalls", dialog)
            assert installs.count() == 2
            stage.find(QCheckBox, "wizardInstallsAll", dialog).click()
            stage.find(QLineEdit, "wizardEmails", dialog).setText("nobody")
            click(stage, "wizardNext", dialog)
            assert "e-mail" in stage.find(QLabel, "wizardMessage", dialog).text()
            stage.find(QLineEdit, "wizardEmails", dialog).setText("mira@b.example")
            click(stage, "wizardNext", dialog)
            await adding.finish(stage, dialog)
            await stage.until(lambda: len(stage.desk.sites()) == 2)
            assert len(await stage.desk.app.schedules.list()) == 2
            stage.window.flows.back_up("torquemag")
            done = await ended(stage, 1)
            assert done.outcome == "success", done.failure
            assert [one.emails for one in server.backups.values()] == [("mira@b.example",)]
            stage.window.open_site("torquemag")
            await rows(stage, 1)
            assert "60 days" in stage.find(QPushButton, "backupDelete", stage.window.pages["sites"]).toolTip()
            stage.window.flows.download_newest(["torquemag"])
            done = await ended(stage, 2)
            assert (done.verb, done.outcome) == ("download", "success"), done.failure
            assert zipfile.is_zipfile(done.result["path"])
            click(stage, "backupRestore", stage.window.pages["sites"])
            await stage.until(lambda: shown(stage, QDialog, "restoreDialog"))
            dialog = stage.dialog()
            await restoring.go_on(stage, dialog)
            assert shown(stage, QLabel, "restoreWhole")
            await restoring.to_target(stage, dialog, "Live", at="what")
            assert not stage.find(QRadioButton, "restoreToStaging", dialog).isEnabled()
            stage.find(QLineEdit, "optionNotificationEmails", dialog).setText("mira@b.example")
            await restoring.go_on(stage, dialog)
            assert not shown(stage, QCheckBox, "restoreSafety"), "WP Engine makes a checkpoint itself"
            await restoring.start(stage, dialog, "torquemag")
            done = await ended(stage, 3)
            assert done.result["confirmed"] is False

        tell(story)
        assert server.restores[0]["create_checkpoint"] is True


def test_general_bots_by_its_address(tell: Tell) -> None:
    """Found where no WordPress is; an API key; a differential backup of files only; a restore that the server confirms; deleted."""
    with FakeGeneralBots(clock=SimulatedClock(datetime.now(UTC))) as server, time_passing(server, 60):

        async def story(stage: Stage) -> None:
            dialog = await adding.opened(stage)
            await adding.found(stage, dialog, server.url)
            click(stage, "wizardNext", dialog)
            assert stage.find(QComboBox, "wizardWay", dialog).currentData() == "api-key"
            stage.find(QLineEdit, "wizardSecret", dialog).setText("gb_admin")
            click(stage, "wizardNext", dialog)
            await adding.finish(stage, dialog, "bots")
            await stage.until(lambda: bool(stage.desk.offers("bots")))
            stage.window.flows.back_up_with_options("bots")
            await stage.until(lambda: shown(stage, QDialog, "backUpDialog"))
            kind = stage.find(QComboBox, "backUpType", stage.dialog())
            kind.setCurrentIndex(kind.findData("differential"))
            stage.find(QCheckBox, "optionIncludeDatabase", stage.dialog()).setChecked(False)
            click(stage, "backUpStart", stage.dialog())
            done = await ended(stage, 1)
            assert done.outcome == "success", done.failure
            made = next(iter(server.backups.values()))
            assert (made.type, made.options["include_database"]) == ("differential", False)
            stage.window.open_site("bots")
            await rows(stage, 1)
            click(stage, "backupRestore", stage.window.pages["sites"])
            await stage.until(lambda: shown(stage, QDialog, "restoreDialog"))
            dialog = stage.dialog()
            await restoring.preview(stage, dialog, "Staging")
            await restoring.start(stage, dialog)
            done = await ended(stage, 2)
            assert (done.outcome, done.result["confirmed"]) == ("success", True), done.failure
            click(stage, "backupDelete", stage.window.pages["sites"])
            await stage.until(lambda: shown(stage, QDialog, "deleteDialog"))
            click(stage, "deleteConfirm", stage.dialog())
            assert (await ended(stage, 3)).outcome == "success"

        tell(story)
        assert not server.backups
        assert [one.target for one in server.restores.values()] == ["staging"]


async def rows(stage: Stage, number: int) -> None:
    """Wait until the list of the open site has so many."""
    await stage.until(lambda: shown(stage, QTableView, "backupsTable"))
    table = stage.find(QTableView, "backupsTable", stage.window.pages["sites"])
    await stage.until(lambda: table.model().rowCount() == number)


async def restore_database(stage: Stage, host: str) -> None:
    restore = stage.find(QPushButton, "backupRestore", stage.window.pages["sites"])
    await stage.until(restore.isEnabled)
    restore.click()
    await stage.until(lambda: shown(stage, QDialog, "restoreDialog"))
    dialog = stage.dialog()
    await restoring.go_on(stage, dialog)
    stage.find(QRadioButton, "restoreSome", dialog).setChecked(True)
    stage.find(QCheckBox, "restorePartDatabase", dialog).setChecked(True)
    await restoring.preview(stage, dialog, "Live", at="what")
    await restoring.start(stage, dialog, host)
