"""Schedules, contents and a site that comes back, in the window with the real door: real workers, a real repository."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QTableView

from holdfast.app import demo
from tests.desktop.for_real import ForReal, Story, Tell
from tests.desktop.stage import Stage, show_tab


@pytest.fixture
def told(for_real: ForReal, tmp_path: Path) -> Tell:
    """Plays a scene over a home with the demonstration's site in it."""

    def play(scene: Story) -> None:
        async def with_its_site(stage: Stage) -> None:
            await stage.until(lambda: bool(stage.desk.sites()))
            await scene(stage)

        for_real(with_its_site, before=lambda door: demo.prepare(door, tmp_path / "demo"))

    return play


async def dialog_of(stage: Stage, name: str) -> QDialog:
    await stage.until(lambda: any(one.isVisible() for one in stage.window.findChildren(QDialog, name)))
    return stage.dialog()


def pick(stage: Stage, dialog: QDialog, name: str, word: str) -> None:
    combo = stage.find(QComboBox, name, dialog)
    assert combo.findData(word) >= 0, word
    combo.setCurrentIndex(combo.findData(word))


def test_a_schedule_is_made_changed_and_removed(told: Tell) -> None:
    async def scene(stage: Stage) -> None:
        door = stage.desk.app
        await show_tab(stage, demo.SITE, "Schedule")
        table = stage.find(QTableView, "siteSchedulesTable") if await door.schedules.list(demo.SITE) else None
        assert table is None
        stage.find(QPushButton, "planAdd").click()
        dialog = await dialog_of(stage, "planDialog")
        pick(stage, dialog, "planEvery", "weekly")
        pick(stage, dialog, "planOn", "fri")
        stage.find(QLineEdit, "planAt", dialog).setText("8:30")
        await stage.until(lambda: stage.find(QLabel, "planNextRuns", dialog).text().count("Friday") == 5)
        stage.find(QPushButton, "planAccept", dialog).click()
        await stage.until(lambda: any(one.isVisible() for one in stage.window.findChildren(QTableView, "siteSchedulesTable")))
        made = (await door.schedules.list(demo.SITE))[0]
        assert (made.every, made.on, made.at) == ("weekly", "fri", "08:30")

        await stage.until(lambda: stage.find(QLabel, "planRuns").text().count("Friday") == 5)
        stage.find(QPushButton, "planEdit").click()
        dialog = await dialog_of(stage, "planDialog")
        pick(stage, dialog, "planEvery", "6hours")
        stage.find(QPushButton, "planAccept", dialog).click()
        message = next(iter(dialog.findChildren(QLabel, "planDialogMessage")))
        await stage.until(lambda: message.isVisible() and "minutes" in message.text())  # half past eight is no minute
        stage.find(QLineEdit, "planAt", dialog).setText("00:15")
        pick(stage, dialog, "planType", "database")
        stage.find(QPushButton, "planAccept", dialog).click()
        await stage.until(lambda: stage.find(QLabel, "planTitle").text().startswith("Every 6 hours"))
        changed = (await door.schedules.list(demo.SITE))[0]
        assert (changed.id, changed.every, changed.on, changed.at, changed.type) == (made.id, "6hours", "", "00:15", "database")

        stage.find(QPushButton, "planEdit").click()
        dialog = await dialog_of(stage, "planDialog")
        pick(stage, dialog, "planEvery", "cron")
        stage.find(QLineEdit, "planCron", dialog).setText("30 2 * * mon-fri")
        stage.find(QPushButton, "planAccept", dialog).click()
        await stage.until(lambda: "cron" in stage.find(QLabel, "planTitle").text())
        stage.find(QPushButton, "planSwitch").click()
        await stage.until(lambda: stage.find(QLabel, "whyReason0").text() == "Its schedule is switched off.")
        assert not (await door.schedules.list(demo.SITE))[0].enabled

        stage.find(QPushButton, "planRemove").click()
        dialog = await dialog_of(stage, "planRemoveDialog")
        stage.find(QPushButton, "questionRemove", dialog).click()
        await stage.until(lambda: stage.find(QLabel, "whyReason0").text().startswith("No schedule"))
        assert await door.schedules.list(demo.SITE) == []

    told(scene)


def test_what_is_left_out_is_weighed_and_saved_and_the_site_comes_back(told: Tell) -> None:
    async def scene(stage: Stage) -> None:
        door = stage.desk.app
        await (await door.backups.create([demo.SITE])).value()
        await show_tab(stage, demo.SITE, "Contents")
        await stage.until(lambda: "files" in stage.find(QLabel, "contentsSaid").text())
        stage.find(QLineEdit, "siteExcludes").setText("*.html")
        stage.find(QPushButton, "siteExcludesAdd").click()
        await stage.until(lambda: "less than now" in stage.find(QLabel, "contentsEffect").text())
        stage.find(QPushButton, "siteExcludesSave").click()
        await stage.until(lambda: stage.find(QLabel, "contentsEffect").text().startswith("Saved"))
        assert "*.html" in (await door.sites.show(demo.SITE)).excludes

        stage.window.pages["sites"].close_site()  # type: ignore[attr-defined]  # it is the page of sites
        stage.window.flows.remove_site(demo.SITE)
        dialog = await dialog_of(stage, "removeSiteDialog")
        stage.find(QPushButton, "questionOnly", dialog).click()
        await stage.until(lambda: not stage.desk.sites())
        stage.find(QPushButton, "noticeFix").click()
        await stage.until(lambda: bool(stage.desk.sites()))
        assert len((await door.backups.list(demo.SITE)).items) == 1

    told(scene)
