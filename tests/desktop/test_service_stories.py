"""Sites with a service of their own, in the window, with the real door, real workers and the named fakes over real HTTP on loopback."""

from __future__ import annotations

import zipfile
from collections.abc import Awaitable, Callable, Coroutine
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QLineEdit, QPushButton, QRadioButton, QTableView, QWidget

from holdfast.app import Holdfast
from holdfast_desktop.main_window import MainWindow
from holdfast_desktop.pages.desk import Desk
from tests.desktop.scenes import Stage
from tests.end_to_end.test_api_sites import time_passing
from tests.support.fake_holdfast import FakeHoldfast
from tests.support.fakes.backup_copilot import FakeBackupCopilot
from tests.support.fakes.clocks import SimulatedClock

PASSWORD = "abcd efgh ijkl mnop qrst uvwx"
Tell = Callable[[Callable[[Stage], Awaitable[None]]], None]


@pytest.fixture
def tell(run: Callable[[Coroutine[Any, Any, None]], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tell:
    """Play a story on a window over the real door, with a fresh home."""
    passphrase = tmp_path / "passphrase"
    passphrase.write_text("only for this test")
    passphrase.chmod(0o600)
    monkeypatch.setenv("HOLDFAST_VAULT_PASSPHRASE_FILE", str(passphrase))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.setenv("XDG_DOWNLOAD_DIR", str(tmp_path / "down"))
    monkeypatch.setattr("holdfast_desktop.pages.service_flows.downloads_of", lambda site: tmp_path / "down" / site)

    def told(story: Callable[[Stage], Awaitable[None]]) -> None:
        async def whole() -> None:
            async with Holdfast(tmp_path / "home") as door:
                desk = Desk(door)
                stage = Stage(FakeHoldfast(), MainWindow(desk), desk)
                try:
                    stage.window.show()
                    desk.refresh()
                    await story(stage)
                finally:
                    stage.window.hide()
                    await desk.close()
                    stage.window.deleteLater()

        run(whole())

    return told


def shown(stage: Stage, kind: type[QWidget], name: str) -> bool:
    return any(widget.isVisible() for widget in stage.window.findChildren(kind, name))


def click(stage: Stage, name: str, within: QWidget | None = None) -> None:
    stage.find(QPushButton, name, within).click()


async def connect(stage: Stage, address: str, user: str, secret: str, name: str) -> QDialog:
    """Add a site by its address and an application password."""
    stage.window.flows.add_site()
    await stage.until(lambda: shown(stage, QDialog, "connectDialog"))
    dialog = stage.dialog()
    stage.find(QLineEdit, "wizardAddress", dialog).setText(address)
    click(stage, "wizardNext", dialog)
    await stage.until(lambda: stage.find(QPushButton, "wizardNext", dialog).text() == "Continue")
    click(stage, "wizardNext", dialog)
    way = dialog.findChild(QWidget, "wizardWay")
    way.setCurrentIndex(way.findData("application-password"))  # type: ignore[union-attr, attr-defined]  # a combo box
    stage.find(QLineEdit, "wizardUser", dialog).setText(user)
    stage.find(QLineEdit, "wizardSecret", dialog).setText(secret)
    stage.find(QLineEdit, "wizardName", dialog).setText(name)
    click(stage, "wizardFinish", dialog)
    return dialog


async def ended(stage: Stage, number: int) -> Any:
    """The newest of `number` jobs that ended."""
    await stage.until(lambda: len(stage.desk.live.finished()) == number)
    return stage.desk.live.finished()[0]


def test_backup_copilot_from_the_address_to_the_deleted_backup(tell: Tell, tmp_path: Path) -> None:
    """Add with a password that is wrong at first, back up, list, download, restore the database, delete."""
    with FakeBackupCopilot(clock=SimulatedClock(datetime.now(UTC))) as site, time_passing(site, 60):

        async def story(stage: Stage) -> None:
            dialog = await connect(stage, site.home, "ada", "wrong wrong", "shop")
            message = stage.find(QLabel, "wizardMessage", dialog)
            await stage.until(lambda: "refused the sign-in" in message.text())
            stage.find(QLineEdit, "wizardSecret", dialog).setText(PASSWORD)
            click(stage, "wizardFinish", dialog)
            await stage.until(lambda: shown(stage, QPushButton, "wizardBackUpNow"))
            assert stage.find(QLabel, "wizardDoneTitle", dialog).text() == "shop is connected"
            click(stage, "wizardBackUpNow", dialog)
            done = await ended(stage, 1)
            assert done.outcome == "success", done.failure
            await stage.until(lambda: stage.desk.site("shop").status == "ok")  # type: ignore[union-attr]  # it was added
            stage.window.open_site("shop")
            await stage.until(lambda: shown(stage, QTableView, "backupsTable"))
            table = stage.find(QTableView, "backupsTable", stage.window.pages["sites"])
            await stage.until(lambda: table.model().rowCount() == 1)
            click(stage, "backupDownload", stage.window.pages["sites"])
            await stage.until(lambda: shown(stage, QDialog, "fetchDialog"))
            click(stage, "fetchStart", stage.dialog())
            done = await ended(stage, 2)
            assert (done.verb, done.outcome) == ("download", "success"), done.failure
            assert zipfile.ZipFile(done.result["path"]).testzip() is None
            await restore_database(stage, "127.0.0.1")
            done = await ended(stage, 4)  # the safety backup is one of them
            assert (done.verb, done.outcome, done.result["confirmed"]) == ("restore", "success", True), done.failure
            await stage.until(lambda: table.model().rowCount() == 2)
            click(stage, "backupDelete", stage.window.pages["sites"])
            await stage.until(lambda: shown(stage, QDialog, "deleteDialog"))
            stage.find(QCheckBox, "optionDeleteCloud", stage.dialog()).setChecked(True)
            click(stage, "deleteConfirm", stage.dialog())
            assert (await ended(stage, 5)).outcome == "success"
            assert [cloud for _, cloud in site.deleted] == [True]
            await stage.until(lambda: table.model().rowCount() == 1)

        tell(story)
        assert [[name for name, on in one.parts.items() if on] for one in site.restores.values()] == [["database"]]


async def restore_database(stage: Stage, host: str) -> None:
    click(stage, "backupRestore", stage.window.pages["sites"])
    await stage.until(lambda: shown(stage, QDialog, "restoreDialog"))
    dialog = stage.dialog()
    stage.find(QRadioButton, "restoreSome", dialog).setChecked(True)
    stage.find(QCheckBox, "restorePartDatabase", dialog).setChecked(True)
    click(stage, "restoreNext", dialog)
    start = stage.find(QPushButton, "restoreStart", dialog)
    assert not start.isEnabled()
    stage.find(QLineEdit, "restoreHostName", dialog).setText(host)
    assert start.isEnabled()
    start.click()
