"""Pages are made when they are first shown, and know then what the window knew before."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QTableView

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
        page = stage.window.pages["sites"]
        tables = [table for table in page.findChildren(QTableView) if table.objectName() == "sitesTable"]
        assert [table.model().rowCount() for table in tables] == [len(sites)]

    play(scene)


def test_settings_made_late_still_offer_to_start_with_the_session(play: Play) -> None:
    async def scene(stage: Stage) -> None:
        stage.window.offer_autostart(lambda: True, lambda _: None)
        assert stage.window.pages.made("settings") is None
        stage.window.go("settings")
        box = stage.find(QCheckBox, "settingsAutostart", stage.window.pages["settings"])
        await stage.until(lambda: box.isChecked() and box.isEnabled())

    play(scene)
