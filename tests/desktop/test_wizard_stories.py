"""The wizard through the real door, real workers and real repositories: a folder with the storage made on the way, several sites of which
one is bad, archives, and a new computer that gets everything back."""

from __future__ import annotations

import time
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QTableView

from tests.desktop import adding
from tests.desktop.for_real import ForReal
from tests.desktop.stage import Stage
from tests.end_to_end.test_api_sites import time_passing
from tests.support.fakes.backup_copilot import FakeBackupCopilot
from tests.support.fakes.clocks import SimulatedClock
from tests.support.site_folder import make_files

PASSWORD = "abcd efgh ijkl mnop qrst uvwx"
OWN = "a passphrase of my own, long enough"


def click(stage: Stage, name: str, within: Any = None) -> None:
    stage.find(QPushButton, name, within).click()


async def to_the_review(stage: Stage, dialog: Any, kept: Path, schedule: str = "wizardSchedule") -> None:
    """From the place, with a new storage in `kept` whose passphrase is our own, to the review."""
    await stage.until(lambda: adding.shows(dialog, "wizardStorage"))
    places = stage.find(QComboBox, "wizardStorage", dialog)
    places.setCurrentIndex(places.findText("A new storage in a folder"))
    stage.find(QLineEdit, "wizardPath", dialog).setText(str(kept))
    stage.find(QCheckBox, "wizardOwnPassphrase", dialog).setChecked(True)
    stage.find(QLineEdit, "wizardPassphrase", dialog).setText(OWN)
    click(stage, "wizardNext", dialog)
    await stage.until(lambda: adding.shows(dialog, schedule))
    click(stage, "wizardNext", dialog)
    stage.find(QCheckBox, "recoveryKept", dialog).setChecked(True)


async def first_backup(stage: Stage) -> None:
    await stage.until(lambda: len(stage.desk.live.finished()) >= 1, 60)
    done = stage.desk.live.finished()[0]
    assert (done.verb, done.outcome) == ("backup", "success"), done.failure


def test_a_folder_is_safe_within_a_minute_and_comes_back_on_a_new_computer(for_real: ForReal, tmp_path: Path) -> None:
    """From nothing to the first backup; then the site, its schedule and its history on another computer, from place and passphrase."""
    make_files(tmp_path / "atelier")
    kept = tmp_path / "kept"
    seconds: list[float] = []

    async def first(stage: Stage) -> None:
        begun = time.monotonic()
        dialog = await adding.opened(stage)
        await adding.found(stage, dialog, str(tmp_path / "atelier"))
        click(stage, "wizardNext", dialog)
        await to_the_review(stage, dialog, kept)
        click(stage, "wizardFinish", dialog)
        await first_backup(stage)
        seconds.append(time.monotonic() - begun)
        assert [one.every for one in await stage.desk.app.schedules.list("atelier")] == ["daily"]
        site = await stage.desk.app.sites.show("atelier")
        assert (site.retention, site.storage) == ("standard", "Backups")
        await stage.desk.app.sealing.seal_if_changed(asking=False)

    async def second(stage: Stage) -> None:
        stage.window.flows.adopt()
        dialog = stage.dialog()
        stage.find(QLineEdit, "adoptPath", dialog).setText(str(kept))
        stage.find(QLineEdit, "adoptPassphrase", dialog).setText("not this one")
        click(stage, "adoptLook", dialog)
        await stage.until(lambda: "does not open it" in stage.find(QLabel, "adoptDialogMessage", dialog).text())
        stage.find(QLineEdit, "adoptPassphrase", dialog).setText(OWN)
        click(stage, "adoptLook", dialog)
        await stage.until(lambda: bool(stage.window.findChildren(QPushButton, "takeConfirm")))
        click(stage, "takeConfirm", stage.dialog())
        await stage.until(lambda: stage.desk.site("atelier") is not None)
        assert [one.every for one in await stage.desk.app.schedules.list("atelier")] == ["daily"]
        assert (await stage.desk.app.backups.list("atelier")).total == 1
        assert [job.verb for job in (await stage.desk.app.jobs.history()).items] == ["backup"]

    for_real(first, home="laptop")
    for_real(second, home="new-laptop")
    print(f"\nfrom the empty window to the first backup: {seconds[0]:.1f} s")


def test_several_at_once_by_a_list_of_which_one_is_bad(for_real: ForReal, tmp_path: Path) -> None:
    """A service, a folder, and an address where nobody answers: two are added with a schedule each, the third keeps its reason."""
    make_files(tmp_path / "atelier")
    with FakeBackupCopilot(clock=SimulatedClock(datetime.now(UTC))) as site, time_passing(site, 60):

        async def story(stage: Stage) -> None:
            dialog = await adding.opened(stage)
            click(stage, "wizardMany", dialog)
            lines = f"name,url,user,password,path\nshop,{site.home},ada,{PASSWORD},\nbad,http://127.0.0.1:9/,,,\natelier,,,,{tmp_path}/atelier\n"
            stage.find(QPlainTextEdit, "wizardAddresses", dialog).setPlainText(lines)
            rows = stage.find(QTableView, "wizardRows", dialog).model()
            said: list[str] = []
            rows.dataChanged.connect(lambda first, _: said.append(f"{rows.rows[first.row()].name}: {rows.rows[first.row()].words}"))
            click(stage, "wizardFindAll", dialog)
            await stage.until(lambda: [row.state for row in rows.rows] == ["found", "unknown", "found"])
            assert "shop: It answers. Looking for a backup plugin…" in said, "each step of each site, not all together at the end"
            click(stage, "wizardNext", dialog)
            await to_the_review(stage, dialog, tmp_path / "kept")
            stage.find(QCheckBox, "wizardBackUpNow", dialog).setChecked(False)
            click(stage, "wizardFinish", dialog)
            await stage.until(lambda: len(rows.rows) != 3 or [row.state for row in rows.rows] == ["added", "unknown", "added"])
            assert {one.name for one in await stage.desk.app.sites.list()} == {"shop", "atelier"}
            assert {one.site for one in await stage.desk.app.schedules.list()} == {"shop", "atelier"}

        for_real(story, home="laptop")


def test_archives_that_a_plugin_drops_are_a_site(for_real: ForReal, tmp_path: Path) -> None:
    drops = tmp_path / "drops"
    drops.mkdir()
    with zipfile.ZipFile(drops / "shop-2026-11-20.zip", "w") as archive:
        archive.writestr("index.php", "<?php echo 1;")

    async def story(stage: Stage) -> None:
        dialog = await adding.opened(stage)
        click(stage, "wizardArchives", dialog)
        stage.find(QLineEdit, "wizardArchivePath", dialog).setText(str(drops))
        click(stage, "wizardNext", dialog)
        await to_the_review(stage, dialog, tmp_path / "kept")
        click(stage, "wizardFinish", dialog)
        await stage.until(lambda: stage.desk.site("drops") is not None)
        assert stage.desk.site("drops").system == "archives"  # type: ignore[union-attr]  # it was added
        assert [one.every for one in await stage.desk.app.schedules.list("drops")] == ["daily"]

    for_real(story, home="laptop")
