"""Pages are made when they are first shown, and know then what the window knew before."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QTableView, QToolButton

from holdfast_desktop.widgets.month_calendar import MonthCalendar
from tests.desktop.conftest import Play
from tests.desktop.stage import Stage


def test_a_start_makes_the_page_it_shows_and_others_when_they_are_visited(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        window = stage.window
        assert [name for name in window.pages if window.pages.made(name)] == ["overview"]
        assert window.selected_site() == ""
        window.go("activity")
        assert [name for name in window.pages if window.pages.made(name)] == ["overview", "activity"]
        assert window.page_name() == "activity"
        assert "nowhere" not in window.pages and len(window.pages) == 6

    play(scene)


def test_a_page_made_late_shows_what_is_known_at_once(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        sites = stage.desk.sites()
        assert sites
        stage.window.go("sites")
        page = stage.window.pages["sites"]
        tables = [table for table in page.findChildren(QTableView) if table.objectName() == "sitesTable"]
        assert [table.model().rowCount() for table in tables] == [len(sites)]

    play(scene)


def test_who_comes_for_one_site_finds_the_table_when_he_leaves_it(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        site = stage.desk.sites()[0].name
        stage.window.open_site(site)
        page = stage.window.pages["sites"]
        assert not page.findChildren(QTableView, "sitesTable") and stage.window.selected_site() == site
        stage.desk.refresh()
        await stage.settle()
        stage.window.back()
        assert stage.window.page_name() == "overview"
        stage.window.forward()
        assert stage.window.place().site == site
        stage.find(QToolButton, "siteBack").click()
        assert stage.find(QTableView, "sitesTable").model().rowCount() == len(stage.desk.sites())

    play(scene)


def test_a_month_of_backups_is_made_when_it_is_wanted(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.go("backups")
        await stage.settle(0.2)
        assert not stage.window.findChildren(MonthCalendar)
        stage.find(QToolButton, "backupsCalendar").click()
        model = stage.find(MonthCalendar, "monthCalendar").grid.model()
        told = [model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) for row in range(6) for column in range(7)]
        assert any("backup" in words for words in told)
        assert stage.find(QTableView, "backupsTable").model().rowCount() > 0

    play(scene)


def test_settings_made_late_still_offer_to_start_with_the_session(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.offer_autostart(lambda: True, lambda _: None)
        assert stage.window.pages.made("settings") is None
        stage.window.go("settings")
        box = stage.find(QCheckBox, "settingsAutostart", stage.window.pages["settings"])
        await stage.until(lambda: box.isChecked() and box.isEnabled())

    play(scene)
